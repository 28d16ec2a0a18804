/* What the bars of a timeline are grouped by, what stands behind them from an earlier record, and that the strip above them
 * counts what the chart of expiries does. */

#include "report/timeline-bars.h"

#include "chart/timeline-private.h"
#include "fixture.h"

#include <string.h>

#define AS_OF "2026-11-21"

/* Five agreements of two providers, one without; funders, services and variations as far as cases need them. */
static TenureFacts *
make_facts (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureFactAgreement term;
  TenureFactVariation variation = { .made = day ("2026-06-01") };

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_organisation (fixture, "Harbour Rights", TENURE_FACT_YES);
  fixture_add_organisation (fixture, "North Ridge ICB", TENURE_FACT_NO);
  fixture_add_organisation (fixture, "Eastley Council", TENURE_FACT_NO);
  fixture_add_service (fixture, "Carers");
  fixture_add_service (fixture, "Advice");
  term = fixture_term (0, "2026-04-01", "2027-03-31", 61000);
  term.service = 1;
  fixture_add_agreement (fixture, term);
  fixture_add_funder (fixture, 2);
  fixture_add_funder (fixture, 3);
  fixture_add_variation (fixture, variation);
  term = fixture_term (1, "2024-04-01", "2029-03-31", 195000);
  term.service = 0;
  fixture_add_agreement (fixture, term);
  fixture_add_funder (fixture, 3);
  fixture_add_funder (fixture, 2);
  term = fixture_term (1, "2026-04-01", "2027-03-31", 1000);
  term.service = 1;
  fixture_add_agreement (fixture, term);
  fixture_add_funder (fixture, 2);
  fixture_add_agreement (fixture, fixture_term (1, "2026-04-01", "2026-11-10", 9000));
  fixture_add_agreement (fixture, fixture_term (-1, "2026-10-01", "2026-12-31", 1000));
  return fixture_end (fixture);
}

static const char *const portfolios[] = { "Adults", "Adults, Carers", NULL, "Adults", NULL };

/* "Harbour Rights(2 3 4) Lantern House(1)": the groups in order, inner ones after "/", with the bars in each by number. */
static char *
dup_groups (const TenureTimelineBars *bars)
{
  GString *text = g_string_new (NULL);

  for (guint g = 0; g < bars->n_groups; g++)
    {
      guint n = 0;

      g_string_append_printf (text, "%s%s%s(", g > 0 ? " " : "", bars->all_groups[g].depth > 0 ? "/" : "", bars->all_groups[g].label);
      for (guint i = 0; i < bars->n_bars; i++)
        if (bars->bars[i].group == g)
          g_string_append_printf (text, "%s%u", n++ > 0 ? " " : "", i + 1);
      g_string_append (text, ")");
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  TenureTimelineGrouping by, then_by;
  const char *expected;
} cases[] = {
  { TENURE_TIMELINE_GROUP_PROVIDER, TENURE_TIMELINE_N_GROUPINGS, "Harbour Rights(2 3 4) Lantern House(1) Not recorded(5)" },
  { TENURE_TIMELINE_GROUP_PROVIDER, TENURE_TIMELINE_GROUP_PROVIDER, "Harbour Rights(2 3 4) Lantern House(1) Not recorded(5)" },
  { TENURE_TIMELINE_GROUP_SERVICE, TENURE_TIMELINE_N_GROUPINGS, "Advice(1 3) Carers(2) Not recorded(4 5)" },
  { TENURE_TIMELINE_GROUP_OWNER, TENURE_TIMELINE_N_GROUPINGS, "Not recorded(1 2 3 4 5)" },
  /* In whatever order funders are recorded. */
  { TENURE_TIMELINE_GROUP_FUNDER, TENURE_TIMELINE_N_GROUPINGS,
    "Eastley Council, North Ridge ICB(1 2) North Ridge ICB(3) Not recorded(4 5)" },
  { TENURE_TIMELINE_GROUP_PORTFOLIO, TENURE_TIMELINE_N_GROUPINGS, "Adults(1 4) Adults, Carers(2) In no portfolio(3 5)" },
  { TENURE_TIMELINE_GROUP_PROVIDER, TENURE_TIMELINE_GROUP_SERVICE,
    "Harbour Rights() /Advice(3) /Carers(2) /Not recorded(4) Lantern House() /Advice(1) Not recorded() /Not recorded(5)" },
  { TENURE_TIMELINE_GROUP_SERVICE, TENURE_TIMELINE_GROUP_PORTFOLIO,
    "Advice() /Adults(1) /In no portfolio(3) Carers() /Adults, Carers(2) Not recorded() /Adults(4) /In no portfolio(5)" },
};

static TenureTimelineBars *
make_bars (const TenureAnalysis *analysis, TenureTimelineGrouping by, TenureTimelineGrouping then_by, const TenureAnalysis *past)
{
  static const guint32 shown[] = { 0, 1, 2, 3, 4 };
  TenureTimelineGroupingChoice choice = { by, then_by, portfolios };

  return tenure_report_timeline_bars_new (analysis, shown, analysis->facts->n_agreements, &choice, past, shown,
                                          past != NULL ? past->facts->n_agreements : 0);
}

static void
test_groups (void)
{
  TenureFacts *facts = make_facts ();
  TenureAnalysis *analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureTimelineBars) bars = make_bars (analysis, cases[i].by, cases[i].then_by, NULL);
      g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
      g_autofree char *found = dup_groups (bars);

      g_assert_cmpstr (found, ==, cases[i].expected);
      for (guint g = 0; g < bars->n_groups; g++)
        g_assert_true (g_hash_table_add (keys, (gpointer) bars->keys[g]));
    }
  tenure_analysis_free (analysis);
  tenure_facts_free (facts);
}

/* Worst first, whatever the words are. */
static void
test_levels (void)
{
  TenureFacts *facts = make_facts ();
  TenureAnalysis *analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  g_autoptr (TenureTimelineBars) bars = make_bars (analysis, TENURE_TIMELINE_GROUP_LEVEL, TENURE_TIMELINE_N_GROUPINGS, NULL);
  static const guint8 severity[] = { [TENURE_CHART_LEVEL_RED] = 0, [TENURE_CHART_LEVEL_AMBER] = 1, [TENURE_CHART_LEVEL_NOTE] = 2,
                                     [TENURE_CHART_LEVEL_CANNOT_TELL] = 3, [TENURE_CHART_LEVEL_CLEAR] = 4 };
  guint before = 0;

  g_assert_cmpuint (bars->n_groups, >, 1);
  for (guint g = 0; g < bars->n_groups; g++)
    for (guint i = 0; i < bars->n_bars; i++)
      if (bars->bars[i].group == g)
        {
          g_assert_cmpuint (severity[bars->bars[i].level], >=, before);
          g_assert_cmpstr (bars->all_groups[g].label, ==, tenure_chart_level_label (bars->bars[i].level));
          before = severity[bars->bars[i].level];
        }
  tenure_analysis_free (analysis);
  tenure_facts_free (facts);
}

static void
test_variations (void)
{
  TenureFacts *facts = make_facts ();
  TenureAnalysis *analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  g_autoptr (TenureTimelineBars) bars = make_bars (analysis, TENURE_TIMELINE_GROUP_PROVIDER, TENURE_TIMELINE_N_GROUPINGS, NULL);

  g_assert_cmpuint (bars->bars[0].n_changes, ==, 1);
  g_assert_cmpint (bars->changes[bars->bars[0].first_change], ==, day ("2026-06-01"));
  g_assert_cmpuint (bars->bars[1].n_changes, ==, 0);
  tenure_analysis_free (analysis);
  tenure_facts_free (facts);
}

/* The third was not there yet, the last has gone since, the first ended a year earlier. */
static void
test_past (void)
{
  TenureFacts *now = make_facts (), *then = make_facts ();
  TenureAnalysis *analysis, *past;
  g_autoptr (TenureTimelineBars) bars = NULL;
  g_autofree char *groups = NULL;

  then->agreements[0].end = day ("2026-09-30");
  then->agreements[2].id = now->agreements[4].id + 1;
  analysis = tenure_analysis_new (now, day (AS_OF), NULL, NULL);
  past = tenure_analysis_new (then, day (AS_OF), NULL, NULL);
  bars = make_bars (analysis, TENURE_TIMELINE_GROUP_PROVIDER, TENURE_TIMELINE_N_GROUPINGS, past);
  groups = dup_groups (bars);
  g_assert_cmpstr (groups, ==, "Harbour Rights(2 3 4) Lantern House(1) Not recorded(5) No longer recorded(6)");
  g_assert_cmpuint (bars->n_gone, ==, 1);
  g_assert_true (bars->bars[5].gone);
  g_assert_cmpint (bars->ghosts[5].first, ==, day ("2026-04-01"));
  g_assert_cmpint (bars->ghosts[0].last, ==, day ("2026-09-30"));
  g_assert_cmpint (bars->ghosts[1].last, ==, day ("2029-03-31"));
  g_assert_false (bars->ghosts[2].recorded);
  tenure_analysis_free (analysis);
  tenure_analysis_free (past);
  tenure_facts_free (now);
  tenure_facts_free (then);
}

/* Of the sector's agreements the strip counts in every month to come what the chart of expiries counts. */
static void
test_strip_is_expiries (void)
{
  TenureFacts *facts = make_facts ();
  TenureAnalysis *analysis;
  g_autoptr (TenureTimelineBars) bars = NULL;
  TenureTimelineData data;
  g_autoptr (TenureTimelineIndex) index = NULL;
  guint n = 0;

  facts->agreements[4].provider = 0;
  facts->agreements[4].predecessor = -1;
  facts->agreements[2].predecessor = 3; /* which is covered from its start on */
  analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  bars = make_bars (analysis, TENURE_TIMELINE_GROUP_PROVIDER, TENURE_TIMELINE_N_GROUPINGS, NULL);
  data = tenure_report_timeline_bars_get_data (bars);
  data.year_start_month = 4;
  index = tenure_timeline_index_new (&data);
  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i++)
    {
      const TenureExpiryFigures *month = &analysis->portfolio->expiries[i];
      TenureDay from = MAX (month->month, day (AS_OF)), after = tenure_day_add_months (month->month, 1);
      TenureDayEnd ends = tenure_timeline_index_due (index, TENURE_DUE_END, from, after);

      g_assert_cmpuint (ends.n_sector, ==, month->net_count);
      g_assert_cmpint (ends.sector_minor, ==, month->net.minor);
      n += month->net_count;
    }
  g_assert_cmpuint (n, ==, 4);
  tenure_analysis_free (analysis);
  tenure_facts_free (facts);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-groups/groups", test_groups);
  g_test_add_func ("/timeline-groups/levels", test_levels);
  g_test_add_func ("/timeline-groups/variations", test_variations);
  g_test_add_func ("/timeline-groups/past", test_past);
  g_test_add_func ("/timeline-groups/strip-is-expiries", test_strip_is_expiries);
  return g_test_run ();
}
