/* One organisation: its agreements over time, what is secured ahead, and who pays it. */

#include "config.h"
#include "report/charts-private.h"

#include "chart/income.h"

#include "base/i18n.h"

/* Rows that the picture grows with, at text scale 1; past that they are drawn thinner. */
#define MOST_TIMELINE_PX 560.0

static GArray *
find_provided (const TenureFacts *facts, int organisation)
{
  GArray *provided = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < facts->n_agreements; i++)
    if (facts->agreements[i].provider == organisation)
      g_array_append_val (provided, i);
  return provided;
}

/* --- Of its agreements --- */

static char *
dup_things (guint n)
{
  return g_strdup (ngettext ("agreement that it provides", "agreements that it provides", n));
}

static char *
dup_live_things (guint n)
{
  return g_strdup (
      ngettext ("planned or running agreement that it provides", "planned and running agreements that it provides", n));
}

/* The whole analysis with the portfolio of these agreements, whatever their scope, in its place. */
static TenureScene *
draw_provided (const TenureChartRequest *request, TenureReportChart chart, const TenureSelection *provided)
{
  g_autoptr (TenurePortfolio) portfolio = tenure_portfolio_new (request->analysis->terms, TENURE_SCOPE_ALL, provided);
  TenureAnalysis analysis = *request->analysis;
  TenureChartRequest narrowed = *request;
  g_autofree char *things = NULL;

  analysis.portfolio = portfolio;
  narrowed.analysis = &analysis;
  if (chart == TENURE_REPORT_CHART_ORGANISATION_AHEAD)
    {
      things = dup_live_things (portfolio->horizon_of);
      return tenure_report_chart_horizon_of (&narrowed, things);
    }
  things = dup_things (portfolio->n_agreements);
  return tenure_report_chart_small_timeline (&narrowed, MOST_TIMELINE_PX * request->theme->text_scale, things);
}

/* --- Of its income --- */

static TenureIncomeSource
make_source (const TenureFacts *facts, const TenureDependency *part)
{
  const TenureFactOrganisation *funder = part->funder >= 0 ? &facts->organisations[part->funder] : NULL;

  return (TenureIncomeSource){ .record = funder != NULL ? funder->id : TENURE_ID_NONE,
                               .name = funder != NULL ? funder->name : part->source,
                               .annual_minor = part->annual_minor,
                               .other = part->source != NULL };
}

static TenureScene *
draw_income (const TenureChartRequest *request, guint organisation)
{
  const TenureFacts *facts = request->analysis->facts;
  const TenureProviders *providers = request->analysis->providers;
  const TenureProviderIncome *income = &providers->providers[organisation];
  const TenureFactAccounts *accounts = providers->terms->accounts[organisation];
  g_autofree TenureIncomeSource *sources = g_new (TenureIncomeSource, MAX (income->n, 1));
  g_autofree char *things = g_strdup (ngettext ("running agreement", "running agreements", income->n_running));
  const TenureRule *rule = tenure_options_rule (&request->analysis->terms->options, TENURE_RULE_D1);
  TenureIncomeData data = { .sources = sources,
                            .n_sources = income->n,
                            .income_known = accounts->income_known && accounts->income_minor > 0
                                            && accounts->currency != TENURE_CURRENCY_NONE,
                            .income_minor = accounts->income_minor,
                            .amber_bp = rule->amber,
                            .red_bp = rule->red,
                            .currency = accounts->currency };

  for (guint i = 0; i < income->n; i++)
    sources[i] = make_source (facts, &providers->dependencies[income->first + i]);
  data.notes =
      tenure_chart_request_notes (request, things, income->n_known, income->n_running,
                                  _ ("no yearly value in the currency of the accounts, or no funder’s share recorded"));
  return tenure_chart_income (&data, request->width, request->height, request->theme);
}

TenureScene *
tenure_report_chart_organisation (const TenureChartRequest *request,
                                  TenureReportChart chart,
                                  const TenureReportChartOptions *options)
{
  TenureChartRequest about = *request;
  TenureSelection provided = { options->provided, options->n_provided };
  g_autoptr (GArray) found = NULL;

  about.scope = request->analysis->facts->organisations[options->organisation].name;
  if (chart == TENURE_REPORT_CHART_ORGANISATION_INCOME)
    return draw_income (&about, (guint) options->organisation);
  if (options->provided == NULL)
    {
      found = find_provided (request->analysis->facts, options->organisation);
      provided = (TenureSelection){ (const guint32 *) (gconstpointer) found->data, found->len };
    }
  if (chart == TENURE_REPORT_CHART_ORGANISATION_ANATOMY)
    return tenure_report_chart_anatomy (&about, (guint) options->organisation, &provided);
  return draw_provided (&about, chart, &provided);
}
