/* What the figures of the overview say of what is assumed, counted elsewhere or left out. */

#include "app/overview/overview-figures.h"

#include "fixture.h"

#include <string.h>

#define AS_OF "2026-11-21"

/* The notice of the first is its own, that of the second the usual one. */
static void
test_assumed_decisions (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureAnalysis) analysis = NULL;
  g_autoptr (TenureAttentions) attentions = NULL;
  g_autoptr (TenureExplanation) explanation = NULL;
  gint32 lantern = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
  TenureFactAgreement agreement = fixture_term (lantern, "2025-04-01", "2027-01-31", 60000);
  TenureOverviewInput input;
  TenureOverviewFigure figure;

  agreement.lead_time = TENURE_DURATION_MONTHS (0);
  agreement.renewal_notice = TENURE_DURATION_MONTHS (3);
  fixture_add_agreement (fixture, agreement);
  agreement.renewal_notice = TENURE_DURATION_UNKNOWN;
  fixture_add_agreement (fixture, agreement);
  fixture_add_usual_terms (fixture, (TenureFactUsualTerms){ .funder = -1,
                                                            .kind = TENURE_KIND_UNKNOWN,
                                                            .renewal_notice = TENURE_DURATION_MONTHS (4),
                                                            .lead_time = TENURE_DURATION_UNKNOWN });
  facts = fixture_end (fixture);
  analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  attentions = tenure_attentions_new (analysis, NULL);
  input = (TenureOverviewInput){ analysis, NULL, attentions };
  figure = tenure_overview_figure (&input, TENURE_OVERVIEW_DECISIONS);
  g_assert_cmpstr (figure.value, ==, "2");
  g_assert_cmpstr (figure.note, ==, "2 overdue; 1 by an assumed notice or lead time");
  explanation = tenure_overview_explain (&input, TENURE_OVERVIEW_DECISIONS);
  g_assert_true (g_str_has_suffix (g_array_index (explanation->lines, TenureExplanationLine, 0).value, " (assumed)"));
  g_assert_null (strstr (g_array_index (explanation->lines, TenureExplanationLine, 1).value, "assumed"));
  tenure_overview_figure_clear (&figure);
}

/* A lead's money stands once and the figure says so; what goes to an individual is named as left out. */
static void
test_funding_apart (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureAnalysis) analysis = NULL;
  g_autoptr (TenureAttentions) attentions = NULL;
  g_autoptr (TenureExplanation) explanation = NULL;
  gint32 lantern = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
  TenureFactAgreement under = fixture_term (lantern, "2026-04-01", "2027-03-31", 12000);
  TenureFactAgreement budget = fixture_term (-1, "2026-04-01", "2027-03-31", 64000);
  TenureOverviewInput input;
  TenureOverviewFigure figure;

  fixture_add_agreement (fixture, fixture_term (lantern, "2026-04-01", "2029-03-31", 120000));
  under.lead = 0;
  fixture_add_agreement (fixture, under);
  budget.to_individual = TENURE_FACT_YES;
  fixture_add_agreement (fixture, budget);
  facts = fixture_end (fixture);
  analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  attentions = tenure_attentions_new (analysis, NULL);
  input = (TenureOverviewInput){ analysis, NULL, attentions };
  figure = tenure_overview_figure (&input, TENURE_OVERVIEW_FUNDING);
  g_assert_true (g_str_has_prefix (figure.value, "£40"));
  g_assert_cmpstr (figure.note, ==, "2 agreements running, 1 counted in its lead");
  explanation = tenure_overview_explain (&input, TENURE_OVERVIEW_FUNDING);
  g_assert_cmpuint (explanation->lines->len, ==, 1);
  g_assert_cmpuint (explanation->apart->len, ==, 2);
  g_assert_true (g_str_has_prefix (g_array_index (explanation->apart, TenureExplanationLine, 0).value, "£12,000, counted in "));
  g_assert_cmpstr (g_array_index (explanation->apart, TenureExplanationLine, 1).value, ==,
                   "£64,000; goes to an individual, not to an organisation of the sector");
  tenure_overview_figure_clear (&figure);
}

/* Of a seat whose bloc is not recorded it is said that this is why there are two numbers. */
static void
test_seats_of_nobody (void)
{
  static const struct
  {
    guint unknown;
    const char *note;
  } cases[] = {
    { 0, "it has 1 of 2 seats" },
    { 1, "it has 1 or 2 of 3 seats; the bloc of 1 is not recorded" },
    { 2, "it has 1 to 3 of 4 seats; the blocs of 2 are not recorded" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (TenureAnalysis) analysis = NULL;
      g_autoptr (TenureAttentions) attentions = NULL;
      TenureOverviewInput input;
      TenureOverviewFigure figure;

      fixture_add_board (fixture, fixture_board ("Place Board"));
      fixture_add_seat (fixture, fixture_seat (TENURE_BLOC_VCS));
      fixture_add_seat (fixture, fixture_seat (TENURE_BLOC_NHS));
      for (guint k = 0; k < cases[i].unknown; k++)
        fixture_add_seat (fixture, fixture_seat (TENURE_BLOC_UNKNOWN));
      facts = fixture_end (fixture);
      analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
      attentions = tenure_attentions_new (analysis, NULL);
      input = (TenureOverviewInput){ analysis, NULL, attentions };
      figure = tenure_overview_figure (&input, TENURE_OVERVIEW_BOARDS);
      g_assert_cmpstr (figure.note, ==, cases[i].note);
      tenure_overview_figure_clear (&figure);
    }
}

/* Pounds, euros, a value and an end that nobody recorded, and what has no end: each card names what it does not count. */
static void
test_left_out (void)
{
  static const struct
  {
    TenureOverviewFigureId id;
    guint n_lines;
    const char *apart[4]; /* "provider: title: reason" */
  } cases[] = {
    { TENURE_OVERVIEW_FUNDING, 4, { "Lantern Trust: No end: may be running: its end is not recorded" } },
    { TENURE_OVERVIEW_CLIFF,
      1,
      { "Lantern Trust: Euros: in another currency", "Lantern Trust: No value: yearly value not recorded",
        "Lantern Trust: No end: may be running: its end is not recorded" } },
    { TENURE_OVERVIEW_TERM,
      3,
      { "Lantern Trust: No end: may be running: its end is not recorded", "Lantern Trust: Rolling: open-ended" } },
  };
  static const struct
  {
    const char *title, *end;
    gint64 pounds;
  } terms[] = { { "Pounds", "2027-03-31", 12000 },
                { "Euros", "2027-03-31", 6000 },
                { "No value", "2029-03-31", -1 },
                { "No end", NULL, 3000 },
                { "Rolling", NULL, 1000 } };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureAnalysis) analysis = NULL;
  g_autoptr (TenureAttentions) attentions = NULL;
  gint32 lantern = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
  TenureOverviewInput input;
  TenureOverviewFigure cliff, term;

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      TenureFactAgreement agreement = fixture_term (lantern, "2026-04-01", terms[i].end, terms[i].pounds);

      agreement.title = terms[i].title;
      agreement.basis = i == 4 ? TENURE_BASIS_ANNUAL : agreement.basis;
      agreement.open_ended = i == 4 ? TENURE_FACT_YES : TENURE_FACT_NO;
      if (i == 1)
        agreement.currency = TENURE_CURRENCY ('E', 'U', 'R');
      fixture_add_agreement (fixture, agreement);
    }
  facts = fixture_end (fixture);
  analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  attentions = tenure_attentions_new (analysis, NULL);
  input = (TenureOverviewInput){ analysis, NULL, attentions };
  /* Its money is of one agreement, and so is its number. */
  cliff = tenure_overview_figure (&input, TENURE_OVERVIEW_CLIFF);
  g_assert_nonnull (strstr (cliff.note, "£12k a year, 1 agreement, not renewed; 1 more in another currency"));
  g_assert_true (g_str_has_suffix (cliff.note, "; not known of 1 that may run"));
  tenure_overview_figure_clear (&cliff);
  /* What has no end is named: it is why the term of one is not known. */
  term = tenure_overview_figure (&input, TENURE_OVERVIEW_TERM);
  g_assert_true (g_str_has_suffix (term.note, "; 1 open-ended apart"));
  g_assert_cmpstr (term.coverage, ==, "3 of 4 known");
  tenure_overview_figure_clear (&term);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureExplanation) explanation = tenure_overview_explain (&input, cases[i].id);

      g_assert_cmpuint (explanation->lines->len, ==, cases[i].n_lines);
      for (guint k = 0; k < explanation->apart->len; k++)
        {
          const TenureExplanationLine *line = &g_array_index (explanation->apart, TenureExplanationLine, k);
          g_autofree char *said = g_strdup_printf ("%s: %s", line->label, line->value);

          g_assert_cmpstr (said, ==, cases[i].apart[k]);
        }
      g_assert_null (cases[i].apart[explanation->apart->len]);
    }
}

/* What runs beside the portfolio is not known to be none of it; a sum of few is the least that it can be. */
static void
test_little_known (void)
{
  static const struct
  {
    TenureFact vcs;
    guint n, n_valued;
    TenureOverviewFigureId id;
    const char *value, *note;
  } cases[] = {
    { TENURE_FACT_UNKNOWN, 1, 1, TENURE_OVERVIEW_FUNDING, "not known",
      "1 agreement runs or may run; not recorded whether its provider is of the VCS" },
    { TENURE_FACT_UNKNOWN, 2, 1, TENURE_OVERVIEW_TERM, "not known",
      "2 agreements run or may run; not recorded whether their providers are of the VCS" },
    { TENURE_FACT_NO, 1, 1, TENURE_OVERVIEW_CLIFF, "none", "no agreement is running" },
    { TENURE_FACT_YES, 3, 2, TENURE_OVERVIEW_FUNDING, "£24k", "3 agreements running" },
    { TENURE_FACT_YES, 3, 1, TENURE_OVERVIEW_FUNDING, "at least £12k", "3 agreements running" },
    { TENURE_FACT_YES, 3, 2, TENURE_OVERVIEW_TERM, "12 months", "weighted by value: 12 months" },
    { TENURE_FACT_YES, 3, 1, TENURE_OVERVIEW_TERM, "12 months", "of the 1 of known value, weighted by it: 12 months" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      gint32 provider = fixture_add_organisation (fixture, "Lantern Trust", cases[i].vcs);
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (TenureAnalysis) analysis = NULL;
      g_autoptr (TenureAttentions) attentions = NULL;
      TenureOverviewInput input;
      TenureOverviewFigure figure;

      for (guint k = 0; k < cases[i].n; k++)
        fixture_add_agreement (fixture, fixture_term (provider, "2026-04-01", "2027-03-31", k < cases[i].n_valued ? 12000 : -1));
      facts = fixture_end (fixture);
      analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
      attentions = tenure_attentions_new (analysis, NULL);
      input = (TenureOverviewInput){ analysis, NULL, attentions };
      figure = tenure_overview_figure (&input, cases[i].id);
      g_assert_cmpstr (figure.value, ==, cases[i].value);
      g_assert_cmpstr (figure.note, ==, cases[i].note);
      tenure_overview_figure_clear (&figure);
    }
}

/* By length, the middle named; of more than are listed those around it. */
static void
test_typical_term (void)
{
  static const guint numbers[] = { 1, 4, 5, 431 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      gint32 provider = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (TenureAnalysis) analysis = NULL;
      g_autoptr (TenureAttentions) attentions = NULL;
      g_autoptr (TenureExplanation) explanation = NULL;
      TenureOverviewInput input;
      guint n = numbers[i], n_middle = 0;

      for (guint k = 0; k < n; k++)
        {
          g_autofree char *end = g_strdup_printf ("%u-03-31", 2027 + (k * 7) % n);

          fixture_add_agreement (fixture, fixture_term (provider, "2026-04-01", end, 12000));
        }
      facts = fixture_end (fixture);
      analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
      attentions = tenure_attentions_new (analysis, NULL);
      input = (TenureOverviewInput){ analysis, NULL, attentions };
      explanation = tenure_overview_explain (&input, TENURE_OVERVIEW_TERM);
      g_assert_cmpuint (explanation->lines->len + explanation->more_lines, ==, n);
      for (guint k = 0; k < explanation->lines->len; k++)
        {
          const char *value = g_array_index (explanation->lines, TenureExplanationLine, k).value;
          guint place = k + (n - explanation->lines->len) / 2;
          g_autofree char *months = g_strdup_printf ("%u months", 12 * (place + 1));

          g_assert_true (g_str_has_prefix (value, months));
          if (strstr (value, ", in the middle\n") == NULL)
            continue;
          n_middle++;
          g_assert_true (place == n / 2 || place == (n - 1) / 2);
        }
      g_assert_cmpuint (n_middle, ==, 2 - n % 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overview-figures/seats-of-nobody", test_seats_of_nobody);
  g_test_add_func ("/overview-figures/assumed-decisions", test_assumed_decisions);
  g_test_add_func ("/overview-figures/funding-apart", test_funding_apart);
  g_test_add_func ("/overview-figures/left-out", test_left_out);
  g_test_add_func ("/overview-figures/little-known", test_little_known);
  g_test_add_func ("/overview-figures/typical-term", test_typical_term);
  return g_test_run ();
}
