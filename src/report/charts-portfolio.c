/* Term bands, horizon and expiries of the agreements in scope. */

#include "config.h"
#include "report/charts-private.h"

#include "base/count.h"
#include "chart/expiries.h"
#include "chart/horizon.h"
#include "chart/term-bands.h"

#include "base/i18n.h"

G_STATIC_ASSERT ((int) TENURE_BAND_LE12 == (int) TENURE_TERM_BAND_LE12);
G_STATIC_ASSERT ((int) TENURE_BAND_OPEN == (int) TENURE_TERM_BAND_OPEN);
G_STATIC_ASSERT ((int) TENURE_N_BANDS == (int) TENURE_N_TERM_BANDS);

/* --- Records behind each mark --- */

static GArray **
records_new (guint n)
{
  GArray **records = g_new (GArray *, n);

  for (guint i = 0; i < n; i++)
    records[i] = g_array_new (FALSE, FALSE, sizeof (TenureId));
  return records;
}

static void
records_free (GArray **records, guint n)
{
  for (guint i = 0; i < n; i++)
    g_array_unref (records[i]);
  g_free (records);
}

static TenureId
id_of (const TenureAnalysis *analysis, guint32 index)
{
  return analysis->facts->agreements[index].id;
}

/* --- Term bands --- */

static GArray **
collect_bands (const TenureAnalysis *analysis)
{
  const TenurePortfolio *portfolio = analysis->portfolio;
  GArray **records = records_new (TENURE_N_BANDS);

  for (guint i = 0; i < portfolio->n_agreements; i++)
    {
      const TenureAgreementFigures *figures = &analysis->terms->agreements[portfolio->agreements[i]];
      guint band = figures->running == TENURE_FACT_YES ? figures->band : TENURE_BAND_UNKNOWN;
      TenureId id = id_of (analysis, portfolio->agreements[i]);

      if (figures->running != TENURE_FACT_NO)
        g_array_append_val (records[band], id);
    }
  return records;
}

/* "68 running agreements with VCS organisations; 3 more: …". Those may belong to the picture and are not known to: their
 * providers are not recorded as VCS or not. */
static char *
dup_running_things (const TenureChartRequest *request, guint n)
{
  const TenurePortfolio *portfolio = request->analysis->portfolio, *beside = request->analysis->beside;
  guint n_beside = beside->n_running + beside->n_maybe_running;
  g_autofree char *things = NULL, *left_out = NULL;

  if (portfolio->n_maybe_running > 0)
    things = g_strdup (ngettext ("agreement with {sector} organisations that runs or may run",
                                 "agreements with {sector} organisations that run or may run", n));
  else
    things = g_strdup (
        ngettext ("running agreement with {sector} organisations", "running agreements with {sector} organisations", n));
  if (n_beside == 0)
    return g_steal_pointer (&things);
  left_out = tenure_count_dup_label (n_beside);
  /* Translators: "running agreements with VCS organisations", then how many others there are. */
  return g_strdup_printf (
      ngettext ("%1$s; %2$s more is not shown: not recorded whether its provider is of the {sector}",
                "%1$s; %2$s more are not shown: not recorded whether their providers are of the {sector}", n_beside),
      things, left_out);
}

TenureScene *
tenure_report_chart_term_bands (const TenureChartRequest *request)
{
  const TenurePortfolio *portfolio = request->analysis->portfolio;
  guint n = portfolio->n_running + portfolio->n_maybe_running;
  GArray **records = collect_bands (request->analysis);
  TenureTermBandsData data = { .currency = portfolio->currency };
  g_autofree char *things = dup_running_things (request, n);
  TenureScene *scene;

  for (int band = 0; band < TENURE_N_BANDS; band++)
    {
      const TenureBandFigures *figures = &portfolio->bands[band];
      gboolean told = !figures->annual.overflows;

      data.bands[band] = (TenureTermBandDatum){ .count = figures->count,
                                                .value_known = told ? figures->annual_known : 0,
                                                .annual_minor = told ? figures->annual.minor : 0,
                                                .records = (const TenureId *) (gpointer) records[band]->data,
                                                .n_records = records[band]->len };
    }
  data.notes = tenure_chart_request_notes (request, things, n, n, NULL);
  scene = tenure_chart_term_bands (&data, request->width, request->height, request->theme);
  records_free (records, TENURE_N_BANDS);
  return scene;
}

/* --- Horizon --- */

static const char *
live_things (guint n)
{
  return ngettext ("planned or running agreement with {sector} organisations",
                   "planned and running agreements with {sector} organisations", n);
}

/* Too few values are known for a share of all: says of how many it speaks. */
static char *
dup_cliff_title_of_few (const TenurePortfolio *portfolio, guint of)
{
  g_autofree char *known = tenure_chart_dup_count (portfolio->cliff_share.known), *all = tenure_chart_dup_count (of);

  if (portfolio->cliff_share.number < 0.01)
    /* Translators: two numbers of agreements. */
    return g_strdup_printf (
        _ ("Yearly value is known of %1$s of %2$s agreements: less than 1 %% of it ends within 12 months "
           "and is not yet renewed"),
        known, all);
  return g_strdup_printf (
      _ ("Yearly value is known of %1$s of %2$s agreements: %3$.0f %% of it ends within 12 months and is "
         "not yet renewed"),
      known, all, portfolio->cliff_share.number * 100);
}

/* "61 % of today’s yearly funding ends within 12 months and is not yet renewed"; NULL, for the chart's own, where
 * nothing does. */
static char *
dup_cliff_title (const TenurePortfolio *portfolio)
{
  guint of = portfolio->cliff_share.of + portfolio->n_maybe_running;

  if (portfolio->cliff_share.kind == TENURE_FIGURE_CANNOT_TELL || portfolio->cliff.minor <= 0)
    return NULL;
  if (!tenure_chart_is_mostly_known (portfolio->cliff_share.known, of))
    return dup_cliff_title_of_few (portfolio, of);
  if (portfolio->cliff_share.number < 0.01)
    return g_strdup (_ ("Less than 1 % of today’s yearly funding ends within 12 months and is not yet renewed"));
  return g_strdup_printf (_ ("%.0f %% of today’s yearly funding ends within 12 months and is not yet renewed"),
                          portfolio->cliff_share.number * 100);
}

/* What @larger has beyond @smaller, at least nothing, at most what fits. */
static gint64
excess (TenureSum larger, TenureSum smaller)
{
  gint64 difference;

  if (larger.minor <= smaller.minor)
    return 0;
  return __builtin_sub_overflow (larger.minor, smaller.minor, &difference) ? G_MAXINT64 : difference;
}

/* Whether there is anything to draw: an axis of nothing would read as if nothing were known to be none. */
static gboolean
has_horizon (const TenurePortfolio *portfolio)
{
  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i++)
    if (portfolio->horizon[i].extended.minor > 0 || portfolio->horizon[i].extended.overflows)
      return TRUE;
  return FALSE;
}

/* What is counted, and how much of it the title does not speak of: "planned and running agreements (3 of them planned: drawn
 * from their start on, not in the headline)". */
static char *
dup_drawn_things (const TenurePortfolio *portfolio, const char *things, gboolean of_today)
{
  guint n = portfolio->horizon_planned;
  g_autofree char *planned = tenure_chart_dup_count (n);

  if (n == 0)
    return g_strdup (things);
  if (of_today)
    /* Translators: "planned and running agreements", how many of them are planned. The headline is the title of the chart. */
    return g_strdup_printf (ngettext ("%1$s (%2$s of them planned: drawn from its start on, not in the headline)",
                                      "%1$s (%2$s of them planned: drawn from their start on, not in the headline)", n),
                            things, planned);
  /* Translators: "planned and running agreements", how many of them are planned. */
  return g_strdup_printf (ngettext ("%1$s (%2$s of them planned: drawn from its start on)",
                                    "%1$s (%2$s of them planned: drawn from their start on)", n),
                          things, planned);
}

TenureScene *
tenure_report_chart_horizon_of (const TenureChartRequest *request, const char *things)
{
  const TenurePortfolio *portfolio = request->analysis->portfolio;
  g_autofree char *title = dup_cliff_title (portfolio);
  g_autofree char *drawn = dup_drawn_things (portfolio, things, title != NULL);
  TenureHorizonMonth months[TENURE_HORIZON_MONTHS] = { { 0 } };
  TenureHorizonData data = { .title = title,
                             .first_month = portfolio->horizon[0].month,
                             .months = months,
                             .n_months = has_horizon (portfolio) ? TENURE_HORIZON_MONTHS : 0,
                             .currency = portfolio->currency,
                             .posts_known = portfolio->horizon_posts_known,
                             .posts_of = portfolio->horizon_posts_of };

  data.year_start_month = tenure_options_year_first_month (&request->analysis->terms->options);
  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i++)
    {
      const TenureHorizonFigures *figures = &portfolio->horizon[i];

      data.too_large |= figures->secured.overflows || figures->committed.overflows || figures->extended.overflows
                        || figures->undecided.overflows;
      months[i].begun_minor = figures->begun.minor;
      months[i].secured_minor = figures->secured.minor;
      months[i].endable_minor = excess (figures->committed, figures->secured);
      months[i].extended_minor = excess (figures->extended, figures->committed);
      months[i].undecided_minor = figures->undecided.minor;
      months[i].posts_at_risk = figures->posts_at_risk;
      months[i].n_ending = portfolio->expiries[i].net_count;
    }
  data.notes = tenure_chart_request_notes (request, drawn, portfolio->horizon_known, portfolio->horizon_of,
                                           _ ("no dates or no yearly value recorded"));
  return tenure_chart_horizon (&data, request->width, request->height, request->theme);
}

TenureScene *
tenure_report_chart_horizon (const TenureChartRequest *request)
{
  return tenure_report_chart_horizon_of (request, live_things (request->analysis->portfolio->horizon_of));
}

/* --- Expiries --- */

static GArray **
collect_expiries (const TenureAnalysis *analysis)
{
  const TenurePortfolio *portfolio = analysis->portfolio;
  GArray **records = records_new (TENURE_HORIZON_MONTHS);
  TenureDay after = tenure_day_add_months (portfolio->expiries[TENURE_HORIZON_MONTHS - 1].month, 1);

  for (guint i = 0; i < portfolio->n_agreements; i++)
    {
      const TenureAgreementFigures *figures = &analysis->terms->agreements[portfolio->agreements[i]];
      TenureId id = id_of (analysis, portfolio->agreements[i]);
      guint month = 0;

      if (!figures->live || figures->open_ended || figures->covered || !tenure_day_is_known (figures->committed_end)
          || figures->committed_end < analysis->as_of || figures->committed_end >= after)
        continue;
      while (month + 1 < TENURE_HORIZON_MONTHS && portfolio->expiries[month + 1].month <= figures->committed_end)
        month++;
      g_array_append_val (records[month], id);
    }
  return records;
}

/* "planned and running agreements with VCS organisations, 3 open-ended ones apart": those have no end to draw, and are drawn
 * ahead all the same, so that the two charts speak of different numbers. */
static char *
dup_ending_things (const TenurePortfolio *portfolio)
{
  const char *things = live_things (portfolio->expiries_of);
  g_autofree char *count = NULL;
  guint n = 0;

  for (guint i = 0; i < portfolio->n_agreements; i++)
    {
      const TenureAgreementFigures *figures = &portfolio->terms->agreements[portfolio->agreements[i]];

      n += figures->live && figures->open_ended;
    }
  if (n == 0)
    return g_strdup (things);
  count = tenure_count_dup_label (n);
  /* Translators: "planned and running agreements", and how many more have no end. */
  return g_strdup_printf (ngettext ("%1$s, %2$s open-ended one apart", "%1$s, %2$s open-ended ones apart", n), things,
                          count);
}

static gboolean
has_expiries (const TenurePortfolio *portfolio)
{
  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i++)
    if (portfolio->expiries[i].gross_count > 0)
      return TRUE;
  return FALSE;
}

TenureScene *
tenure_report_chart_expiries (const TenureChartRequest *request)
{
  const TenurePortfolio *portfolio = request->analysis->portfolio;
  GArray **records = collect_expiries (request->analysis);
  g_autofree char *things = dup_ending_things (portfolio);
  TenureExpiryMonth months[TENURE_HORIZON_MONTHS];
  TenureExpiriesData data = { .of_sector = TRUE,
                              .first_month = portfolio->expiries[0].month,
                              .months = months,
                              .n_months = has_expiries (portfolio) ? TENURE_HORIZON_MONTHS : 0,
                              .currency = portfolio->currency,
                              .pile_up_date = portfolio->dearest_day,
                              .pile_up_count = portfolio->dearest_count,
                              .pile_up_known = portfolio->dearest_known,
                              .pile_up_minor = portfolio->dearest.minor,
                              .most_date = portfolio->pile_up_day,
                              .most_count = portfolio->pile_up_count,
                              .too_large = portfolio->dearest.overflows };
  TenureScene *scene;

  data.year_start_month = tenure_options_year_first_month (&request->analysis->terms->options);
  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i++)
    {
      const TenureExpiryFigures *figures = &portfolio->expiries[i];

      data.too_large |= figures->net.overflows || figures->gross.overflows;
      months[i] = (TenureExpiryMonth){ .net_count = figures->net_count,
                                       .gross_count = figures->gross_count,
                                       .net_unvalued = figures->net_count - figures->net_known,
                                       .net_minor = figures->net.minor,
                                       .gross_minor = figures->gross.minor,
                                       .records = (const TenureId *) (gpointer) records[i]->data,
                                       .n_records = records[i]->len };
    }
  data.notes =
      tenure_chart_request_notes (request, things, portfolio->expiries_known, portfolio->expiries_of, _ ("no end recorded"));
  scene = tenure_chart_expiries (&data, request->width, request->height, request->theme);
  records_free (records, TENURE_HORIZON_MONTHS);
  return scene;
}
