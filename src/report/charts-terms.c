/* Where terms lie, group by group and year by year. */

#include "config.h"
#include "report/charts-private.h"

#include "analysis/term-spread.h"
#include "analysis/term-trend.h"
#include "chart/distribution.h"
#include "chart/trend.h"

#include "base/i18n.h"

/* Nobody reads more, and of some registers every second agreement has a funder of its own. */
#define MOST_GROUPS 100

/* SCVO local funding survey 2017: "nearly 8 in 10" of the grants sought were for a year or less. */
#define SCVO_SHARE 0.8

/* --- The spread --- */

static int
compare_size (gconstpointer a, gconstpointer b, gpointer groups)
{
  const TenureTermSpreadGroup *left = (const TenureTermSpreadGroup *) groups + *(const guint *) a;
  const TenureTermSpreadGroup *right = (const TenureTermSpreadGroup *) groups + *(const guint *) b;

  if (left->of != right->of)
    return left->of > right->of ? -1 : 1;
  return (left > right) - (left < right);
}

/* The groups of most agreements, in their own order. */
static guint
keep_largest (const TenureTermSpread *spread, gboolean *kept)
{
  g_autofree guint *order = g_new (guint, spread->n_groups);
  guint n = MIN (spread->n_groups, MOST_GROUPS);

  for (guint i = 0; i < spread->n_groups; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) spread->n_groups, sizeof *order, compare_size, spread->groups);
  for (guint i = 0; i < n; i++)
    kept[order[i]] = TRUE;
  return n;
}

typedef struct
{
  double *months;
  TenureId *records;
  TenureDistributionGroup *groups;
  guint n;
} Groups;

static void
groups_clear (Groups *self)
{
  g_free (self->months);
  g_free (self->records);
  g_free (self->groups);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Groups, groups_clear)

static void
add_group (Groups *self, const TenureTermSpread *spread, const TenureTermSpreadGroup *group)
{
  TenureDistributionGroup *added = &self->groups[self->n++];

  *added = (TenureDistributionGroup){ .label = tenure_term_spread_label (spread, group),
                                      .terms = self->months + group->first_term,
                                      .known = group->known,
                                      .open_ended = group->open_ended,
                                      .of = group->of,
                                      .le12 = group->le12,
                                      .lower = group->lower,
                                      .median = group->median,
                                      .upper = group->upper,
                                      .unnamed = group->group < 0,
                                      .records = self->records + group->first_term,
                                      .n_records = group->known };
}

static guint
count_terms (const TenureTermSpread *spread)
{
  guint n = 0;

  for (guint i = 0; i < spread->n_groups; i++)
    n += spread->groups[i].known;
  return n;
}

static void
groups_fill (Groups *self, const TenureTermSpread *spread)
{
  guint n = count_terms (spread);
  g_autofree gboolean *kept = g_new0 (gboolean, spread->n_groups);

  self->months = g_new (double, n);
  self->records = g_new (TenureId, n);
  self->groups = g_new (TenureDistributionGroup, keep_largest (spread, kept));
  for (guint i = 0; i < n; i++)
    {
      self->months[i] = spread->terms[i].months;
      self->records[i] = spread->source->facts->agreements[spread->terms[i].agreement].id;
    }
  for (guint i = 0; i < spread->n_groups; i++)
    if (kept[i])
      add_group (self, spread, &spread->groups[i]);
}

static const char *
subtitle_of (TenureTermSpreadBy by)
{
  switch (by)
    {
    case TENURE_TERM_SPREAD_BY_SIZE:
      return _ ("Committed terms of running agreements by size of the provider");
    case TENURE_TERM_SPREAD_BY_PLACE:
      return _ ("Committed terms of running agreements by place");
    case TENURE_TERM_SPREAD_BY_FUNDER:
      return _ ("Committed terms of running agreements by funder; those of several count under each");
    case TENURE_TERM_SPREAD_BY_PURPOSE:
      return _ ("Committed terms of running agreements by purpose of the money");
    case TENURE_TERM_SPREAD_BY_KIND:
    case TENURE_N_TERM_SPREADS:
    default:
      return _ ("Committed terms of running agreements by kind");
    }
}

static const char *
corner_of (TenureTermSpreadBy by)
{
  const char *const corners[TENURE_N_TERM_SPREADS] = { _ ("Size"), _ ("Place"), _ ("Funder"), _ ("Purpose"), _ ("Kind") };

  return corners[by];
}

TenureScene *
tenure_report_chart_distribution (const TenureChartRequest *request)
{
  const TenurePortfolio *portfolio = request->analysis->portfolio;
  g_autoptr (TenureTermSpread) own = request->spread == NULL ? tenure_term_spread_new (portfolio, request->spread_by) : NULL;
  const TenureTermSpread *spread = own != NULL ? own : request->spread;
  g_auto (Groups) groups = { 0 };
  TenureDistributionData data = { .subtitle = subtitle_of (spread->by), .corner = corner_of (spread->by) };

  groups_fill (&groups, spread);
  data.groups = groups.groups;
  data.n_groups = groups.n;
  data.n_more = spread->n_groups - groups.n;
  data.notes = tenure_chart_request_notes (
      request,
      ngettext ("running agreement with {sector} organisations", "running agreements with {sector} organisations",
                portfolio->median_term.known),
      portfolio->median_term.known, portfolio->n_running, _ ("open-ended, or a start or an end is not recorded"));
  return tenure_chart_distribution (&data, request->width, request->height, request->theme);
}

/* --- The trend --- */

static TenureTrendYear
year_of (const TenureTermTrendYear *year)
{
  return (TenureTrendYear){ .from = year->from,
                            .started = year->started,
                            .open_ended = year->open_ended,
                            .known = year->known,
                            .le12 = year->le12,
                            .median = year->median };
}

TenureScene *
tenure_report_chart_trend (const TenureChartRequest *request)
{
  g_autoptr (TenureTermTrend) own = request->trend == NULL ? tenure_term_trend_new (request->analysis->portfolio) : NULL;
  const TenureTermTrend *trend = own != NULL ? own : request->trend;
  TenureTrendYear years[TENURE_TERM_TREND_YEARS];
  guint known = 0, started = trend->n_earlier + trend->n_no_start;
  TenureTrendData data = {
    .years = years,
    .n_years = trend->n_years,
    .first_whole = trend->first_whole,
    .year_start_month = tenure_options_year_first_month (&request->analysis->terms->options),
    .reference = SCVO_SHARE,
    .reference_label =
        _ ("Reference, no target: nearly 8 in 10 grants sought were for a year or less (SCVO survey, Scotland, 2017)"),
  };

  for (guint i = 0; i < trend->n_years; i++)
    {
      years[i] = year_of (&trend->years[i]);
      known += years[i].known;
      started += years[i].started;
    }
  data.last_goes_on = trend->n_years > 0 && trend->years[trend->n_years - 1].until > request->analysis->as_of;
  data.notes =
      tenure_chart_request_notes (request,
                                  ngettext ("agreement with {sector} organisations that has started",
                                            "agreements with {sector} organisations that have started", known),
                                  known, started, _ ("open-ended, started earlier, or a start or an end is not recorded"));
  return tenure_chart_trend (&data, request->width, request->height, request->theme);
}
