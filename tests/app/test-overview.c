/* What the overview says, without widgets: order of attention, what is to be decided, five figures, and why. */

#include "config.h"

#include "app/overview/overview-ended.h"
#include "app/overview/overview-figures.h"
#include "app/overview/overview-recorded.h"
#include "fixture.h"
#include "register/filter.h"

#include <string.h>

#define AS_OF "2026-11-21"

typedef struct
{
  TenureFacts *facts;
  TenureAnalysis *analysis;
  TenureAttentions *attentions;
} Portfolio;

/* Lantern Trust: a year to 31 March 2027, worth £60,000, that was to be decided by 30 September (three months of notice
 * and three of lead time) and a three-year one with the decision recorded. Harbour Carers: a year to 31 December 2026,
 * worth £90,000, whose notice is not recorded. Two boards that expect the sector, one of them without
 * a seat of it, and one that does not. */
static void
set_up (Portfolio *portfolio)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint32 lantern = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
  gint32 harbour = fixture_add_organisation (fixture, "Harbour Carers", TENURE_FACT_YES);
  TenureFactAgreement agreement = fixture_term (lantern, "2026-04-01", "2027-03-31", 60000);
  TenureFactBoard board = fixture_board ("Place board");

  agreement.title = "Advice line";
  agreement.renewal_notice = TENURE_DURATION_MONTHS (3);
  agreement.lead_time = TENURE_DURATION_MONTHS (3);
  fixture_add_agreement (fixture, agreement);

  agreement = fixture_term (lantern, "2025-04-01", "2028-03-31", 300000);
  agreement.title = "Befriending";
  agreement.renewal = TENURE_RENEWAL_RENEWED;
  agreement.decided = day ("2026-06-01");
  fixture_add_agreement (fixture, agreement);

  agreement = fixture_term (harbour, "2026-01-01", "2026-12-31", 90000);
  agreement.title = "Carers' café";
  fixture_add_agreement (fixture, agreement);

  board.voice_expected = TENURE_FACT_YES;
  board.votes = TENURE_FACT_YES;
  fixture_add_board (fixture, board);
  fixture_add_seat (fixture, fixture_seat (TENURE_BLOC_NHS));
  fixture_add_seat (fixture, fixture_seat (TENURE_BLOC_COUNCIL));
  board.name = "Partnership";
  fixture_add_board (fixture, board);
  fixture_add_seat (fixture, fixture_seat (TENURE_BLOC_NHS));
  fixture_add_seat (fixture, fixture_seat (TENURE_BLOC_VCS));
  /* Nobody expects the sector on this one: it is not counted. */
  board.name = "Audit committee";
  board.voice_expected = TENURE_FACT_NO;
  fixture_add_board (fixture, board);
  fixture_add_seat (fixture, fixture_seat (TENURE_BLOC_NHS));

  portfolio->facts = fixture_end (fixture);
  portfolio->analysis = tenure_analysis_new (portfolio->facts, day (AS_OF), NULL, NULL);
  portfolio->attentions = tenure_attentions_new (portfolio->analysis, NULL);
}

static void
tear_down (Portfolio *portfolio)
{
  tenure_attentions_free (portfolio->attentions);
  tenure_analysis_free (portfolio->analysis);
  tenure_facts_free (portfolio->facts);
}

static const TenureAttention *
row_at (const Portfolio *portfolio, TenureAttentionList list, guint i)
{
  g_assert_cmpuint (i, <, portfolio->attentions->lists[list]->len);
  return &g_array_index (portfolio->attentions->lists[list], TenureAttention, i);
}

static void
test_attention_order (void)
{
  Portfolio portfolio;
  const TenureAttention *before = NULL;
  guint red = 0, records = 0;

  set_up (&portfolio);
  /* The two one-year agreements and the board without a voice are red; each record has one row. */
  for (guint i = 0; i < portfolio.attentions->lists[TENURE_ATTENTION_ALL]->len; i++)
    {
      const TenureAttention *row = row_at (&portfolio, TENURE_ATTENTION_ALL, i);

      red += row->level == TENURE_LEVEL_RED;
      records += row->n_records;
      g_assert_cmpint (row->flag, >=, 0);
      g_assert_cmpuint (row->n_worst, >=, 1);
      g_assert_cmpuint (row->n_worst, <=, row->n_flags);
      g_assert_cmpint (portfolio.analysis->flags->flags[row->flag].level, ==, row->level);
      g_assert_true (before == NULL || before->level > row->level
                     || (before->level == row->level
                         && (before->n_worst > row->n_worst
                             || (before->n_worst == row->n_worst && before->weight >= row->weight))));
      before = row;
    }
  g_assert_cmpuint (red, ==, 3);
  g_assert_cmpuint (portfolio.attentions->counts[TENURE_ATTENTION_ALL], ==, records);
  for (guint i = 0; i < portfolio.attentions->lists[TENURE_ATTENTION_BOARDS]->len; i++)
    g_assert_cmpint (row_at (&portfolio, TENURE_ATTENTION_BOARDS, i)->type, ==, TENURE_RECORD_BOARD);
  g_assert_cmpint (row_at (&portfolio, TENURE_ATTENTION_BOARDS, 0)->level, ==, TENURE_LEVEL_RED);
  tear_down (&portfolio);
}

/* An organisation's flags are one row of its own, not the whole portfolio's: neither has accounts here. */
static void
test_attention_organisations (void)
{
  Portfolio portfolio;
  guint organisations = 0;

  set_up (&portfolio);
  for (guint i = 0; i < portfolio.attentions->lists[TENURE_ATTENTION_ALL]->len; i++)
    {
      const TenureAttention *row = row_at (&portfolio, TENURE_ATTENTION_ALL, i);
      g_autofree char *name = NULL;

      g_assert_cmpint (row->type, !=, TENURE_RECORD_PORTFOLIO);
      if (row->type != TENURE_RECORD_ORGANISATION)
        continue;
      name = tenure_attention_dup_name (row, portfolio.analysis);
      g_assert_cmpstr (name, ==, "2 organisations");
      g_assert_cmpint (row->id, ==, portfolio.facts->organisations[row->index].id);
      g_assert_cmpint (row->level, ==, TENURE_LEVEL_CANNOT_TELL);
      organisations += row->n_records;
    }
  g_assert_cmpuint (organisations, ==, 2);
  tear_down (&portfolio);
}

/* The advice line is to be decided, and a year long; the board has no seat of the sector. Each is put off in turn: the flag
 * leaves the lists, the record with its last one, and the counts of decisions stay. */
static void
test_snoozed (void)
{
  static const struct
  {
    TenureRuleId rule;
    gboolean board;
    int level; /* TenureLevel; -1: not recorded */
    guint snoozed, put_off;
    gboolean listed; /* the record, for other flags */
  } cases[] = {
    { TENURE_RULE_T1, FALSE, TENURE_LEVEL_RED, 1, 0, TRUE },
    { TENURE_RULE_T1, FALSE, TENURE_LEVEL_AMBER, 0, 0, TRUE }, /* it got worse */
    { TENURE_RULE_N2, FALSE, TENURE_LEVEL_RED, 1, 1, TRUE },
    { TENURE_RULE_N2, FALSE, -1, 1, 1, TRUE }, /* its level was not recorded: to its day, and that is said */
    { TENURE_RULE_N2, FALSE, TENURE_LEVEL_NONE, 0, 0, TRUE }, /* put off before it was flagged */
    { TENURE_RULE_G1, TRUE, TENURE_LEVEL_RED, 1, 0, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Portfolio portfolio;
      TenureFactSnooze snooze = { .rule = cases[i].rule, .until = day ("2026-12-01"), .level = (gint8) cases[i].level,
                                  .reason = "The budget", .put_off_by = "Jo Reed" };
      guint n_decisions, n_all, listed = 0;

      set_up (&portfolio);
      n_decisions = portfolio.attentions->counts[TENURE_ATTENTION_DECISIONS];
      n_all = portfolio.attentions->counts[TENURE_ATTENTION_ALL];
      snooze.record = cases[i].board ? portfolio.facts->boards[0].id : portfolio.facts->agreements[0].id;
      portfolio.facts->snoozes = g_memdup2 (&snooze, sizeof snooze);
      portfolio.facts->n_snoozes = 1;
      tenure_attentions_free (portfolio.attentions);
      portfolio.attentions = tenure_attentions_new (portfolio.analysis, NULL);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      for (guint k = 0; k < portfolio.attentions->lists[TENURE_ATTENTION_ALL]->len; k++)
        listed += row_at (&portfolio, TENURE_ATTENTION_ALL, k)->id == snooze.record;
      g_assert_cmpuint (listed, ==, cases[i].listed);
      g_assert_cmpuint (portfolio.attentions->counts[TENURE_ATTENTION_ALL], ==, n_all - !cases[i].listed);
      g_assert_cmpuint (portfolio.attentions->counts[TENURE_ATTENTION_SNOOZED], ==, cases[i].snoozed);
      g_assert_cmpuint (portfolio.attentions->n_put_off, ==, cases[i].put_off);
      g_assert_cmpuint (portfolio.attentions->counts[TENURE_ATTENTION_DECISIONS], ==, n_decisions - cases[i].put_off);
      g_assert_cmpuint (portfolio.attentions->n_overdue, ==, 1);
      if (cases[i].snoozed > 0)
        {
          const TenureAttention *row = row_at (&portfolio, TENURE_ATTENTION_SNOOZED, 0);
          g_autofree char *words = tenure_attention_dup_snooze (row, portfolio.analysis);

          g_assert_cmpint (row->id, ==, snooze.record);
          g_assert_true (g_str_has_suffix (words, ": “The budget” (Jo Reed)"));
          g_assert_nonnull (strstr (words, ", until 1 Dec 2026"));
          g_assert_cmpint (strstr (words, "even if it gets worse, since its level was not recorded") != NULL, ==,
                           snooze.level < 0);
        }
      tear_down (&portfolio);
    }
}

/* What cannot be true is a row of its own below what is red, whatever the agreement's flags; what has ended, or is of nobody
 * of the sector, comes last. It opens where it is corrected. */
static void
test_corrections (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureAnalysis) analysis = NULL;
  g_autoptr (TenureAttentions) attentions = NULL;
  g_autoptr (TenureAttentions) narrowed = NULL;
  g_autoptr (TenureAttentions) copy = NULL;
  gint32 lantern = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
  gint32 floors = fixture_add_organisation (fixture, "Bright Floors", TENURE_FACT_NO);
  TenureFactAgreement agreement = fixture_term (lantern, "2026-04-01", "2030-03-31", 1000);
  static const gint32 order[] = { 2, 3, 0, 1 };
  guint32 only = 3;
  TenureSelection selection = { &only, 1 };
  const GArray *rows;
  gboolean below_red = TRUE;

  fixture_add_agreement (fixture, fixture_term (lantern, "2019-04-01", "2018-03-31", 900000));
  agreement.provider = floors;
  agreement.annual_known = TRUE;
  agreement.annual_minor = G_MAXINT32;
  fixture_add_agreement (fixture, agreement);
  agreement.provider = lantern;
  agreement.open_ended = TENURE_FACT_YES;
  agreement.annual_minor = 5000000;
  fixture_add_agreement (fixture, agreement);
  agreement = fixture_term (lantern, "2026-04-01", "2027-03-31", 3000);
  fixture_add_agreement (fixture, agreement);
  fixture_add_funder (fixture, floors);
  fixture_add_funder (fixture, floors);
  facts = fixture_end (fixture);
  analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  attentions = tenure_attentions_new (analysis, NULL);
  copy = tenure_attentions_copy (attentions);
  g_clear_pointer (&attentions, tenure_attentions_free);

  rows = copy->lists[TENURE_ATTENTION_CORRECTIONS];
  g_assert_cmpuint (copy->counts[TENURE_ATTENTION_CORRECTIONS], ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpint (g_array_index (rows, TenureAttention, i).index, ==, order[i]);
  {
    const TenureAttention *first = &g_array_index (rows, TenureAttention, 0), *shared = &g_array_index (rows, TenureAttention, 1);
    g_autofree char *reason = tenure_attention_dup_reason (first, analysis);
    g_autofree char *field = tenure_attention_dup_correction (first->contradiction);
    g_autofree char *child = tenure_attention_dup_correction (shared->contradiction);
    g_autoptr (GVariant) field_target = NULL;
    g_autoptr (GVariant) child_target = NULL;
    g_autoptr (GVariant) wanted =
        g_variant_ref_sink (g_variant_new ("(sxsus)", "agreement", (gint64) 7, "funder", 1, "organisation"));
    GVariant *target;

    /* Both its yearly value and its being open-ended. */
    g_assert_cmpuint (first->n_contradictions, ==, 2);
    g_assert_cmpstr (reason, ==, "It is open-ended and has an end.");
    g_assert_cmpstr (field, ==, "Correct “Open-ended”…");
    g_assert_cmpstr (child, ==, "Correct “Funders: Funder”…");
    g_assert_cmpstr (tenure_attention_get_correction (first->contradiction, first->id, &target), ==, "win.edit-field");
    field_target = g_variant_ref_sink (target);
    g_assert_cmpstr (tenure_attention_get_correction (shared->contradiction, 7, &target), ==, "win.edit-child-field");
    child_target = g_variant_ref_sink (target);
    g_assert_true (g_variant_equal (child_target, wanted));
  }

  rows = copy->lists[TENURE_ATTENTION_ALL];
  for (guint i = 0; i < rows->len; i++)
    {
      const TenureAttention *row = &g_array_index (rows, TenureAttention, i);

      if (row->contradiction != NULL)
        below_red = FALSE;
      g_assert_true (row->level == TENURE_LEVEL_RED ? below_red : !below_red || row->contradiction == NULL);
    }
  narrowed = tenure_attentions_new (analysis, &selection);
  g_assert_cmpuint (narrowed->counts[TENURE_ATTENTION_CORRECTIONS], ==, 1);
}

static void
test_decisions (void)
{
  Portfolio portfolio;
  const TenureAttention *row;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  set_up (&portfolio);
  g_assert_cmpint (portfolio.attentions->month_end, ==, day ("2026-11-30"));
  g_assert_cmpuint (portfolio.attentions->counts[TENURE_ATTENTION_DECISIONS], ==, 1);
  g_assert_cmpuint (portfolio.attentions->n_overdue, ==, 1);
  /* Befriending is decided; of the other two, one does not say by when. */
  g_assert_cmpuint (portfolio.attentions->n_waiting, ==, 2);
  g_assert_cmpuint (portfolio.attentions->n_waiting_known, ==, 1);
  row = row_at (&portfolio, TENURE_ATTENTION_DECISIONS, 0);
  g_assert_cmpint (row->index, ==, 0);
  g_assert_cmpint (row->decision, ==, portfolio.analysis->terms->agreements[0].decision_day);
  name = tenure_attention_dup_full_name (row, portfolio.analysis);
  g_assert_cmpstr (name, ==, "Lantern Trust: Advice line");
  words = tenure_attention_dup_decision (row, portfolio.analysis);
  g_assert_nonnull (strstr (words, "Was to be decided by"));
  g_assert_nonnull (strstr (words, "ends 31 Mar 2027."));
  tear_down (&portfolio);
}

static void
test_selection (void)
{
  Portfolio portfolio;
  guint32 only = 1;
  TenureSelection selection = { &only, 1 };
  g_autoptr (TenureAttentions) narrowed = NULL;

  set_up (&portfolio);
  narrowed = tenure_attentions_new (portfolio.analysis, &selection);
  g_assert_cmpuint (narrowed->counts[TENURE_ATTENTION_DECISIONS], ==, 0);
  g_assert_cmpuint (narrowed->n_waiting, ==, 0);
  tear_down (&portfolio);
}

static void
test_month_end (void)
{
  static const struct
  {
    const char *day, *end;
  } cases[] = {
    { "2026-11-21", "2026-11-30" }, { "2026-12-31", "2026-12-31" }, { "2028-02-01", "2028-02-29" },
    { "2027-02-28", "2027-02-28" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("row %u", i);
      g_assert_cmpint (tenure_month_end (day (cases[i].day)), ==, day (cases[i].end));
    }
}

static void
test_figures (void)
{
  static const struct
  {
    TenureOverviewFigureId id;
    const char *title, *value, *note, *coverage;
  } cases[] = {
    /* £60,000 + £300,000 × 12 ÷ 36 + £90,000 */
    { TENURE_OVERVIEW_FUNDING, "Funding a year", "£250k", "3 agreements running", "3 of 3 known" },
    { TENURE_OVERVIEW_CLIFF, "Ends within 12 months", "60 %", "£150k a year, 2 agreements, not renewed", NULL },
    { TENURE_OVERVIEW_TERM, "Typical term", "12 months", NULL, NULL },
    { TENURE_OVERVIEW_DECISIONS, "Decisions due", "1", "1 overdue", "1 of 2 known" },
    { TENURE_OVERVIEW_BOARDS, "Boards without the VCS", "1 of 2", "where expected; it has 1 of 4 seats", "2 of 2 known" },
  };
  Portfolio portfolio;
  TenureOverviewInput input;

  set_up (&portfolio);
  input = (TenureOverviewInput){ portfolio.analysis, NULL, portfolio.attentions };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureOverviewFigure figure = tenure_overview_figure (&input, cases[i].id);

      g_test_message ("row %u: %s – %s – %s (%s)", i, figure.title, figure.value, figure.note, figure.coverage);
      g_assert_cmpstr (figure.title, ==, cases[i].title);
      g_assert_true (g_str_has_prefix (figure.value, cases[i].value));
      if (cases[i].note != NULL)
        g_assert_cmpstr (figure.note, ==, cases[i].note);
      if (cases[i].coverage != NULL)
        g_assert_cmpstr (figure.coverage, ==, cases[i].coverage);
      tenure_overview_figure_clear (&figure);
    }
  tear_down (&portfolio);
}

/* A zero that is not known to be one is not shown. */
static void
test_not_zero (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureAnalysis) analysis = NULL;
  g_autoptr (TenureAttentions) attentions = NULL;
  TenureOverviewInput input;
  TenureOverviewFigure figure;

  fixture_add_agreement (fixture, fixture_term (fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES),
                                                "2026-04-01", "2027-03-31", 60000));
  facts = fixture_end (fixture);
  analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  attentions = tenure_attentions_new (analysis, NULL);
  input = (TenureOverviewInput){ analysis, NULL, attentions };

  figure = tenure_overview_figure (&input, TENURE_OVERVIEW_DECISIONS);
  g_assert_cmpstr (figure.value, ==, "cannot tell");
  g_assert_cmpstr (figure.coverage, ==, "0 of 1 known");
  tenure_overview_figure_clear (&figure);
  figure = tenure_overview_figure (&input, TENURE_OVERVIEW_BOARDS);
  g_assert_cmpstr (figure.value, ==, "not known");
  g_assert_cmpstr (figure.note, ==, "no boards recorded");
  g_assert_cmpstr (figure.coverage, ==, "");
  tenure_overview_figure_clear (&figure);
}

/* Nothing is known to run, and something may: that is not nothing. */
static void
test_maybe_running (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureAnalysis) analysis = NULL;
  g_autoptr (TenureAttentions) attentions = NULL;
  gint32 lantern = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
  TenureOverviewInput input;

  fixture_add_agreement (fixture, fixture_term (lantern, "2026-04-01", NULL, 60000));
  fixture_add_agreement (fixture, fixture_term (lantern, "2025-04-01", NULL, -1));
  facts = fixture_end (fixture);
  analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  attentions = tenure_attentions_new (analysis, NULL);
  input = (TenureOverviewInput){ analysis, NULL, attentions };
  for (guint i = TENURE_OVERVIEW_FUNDING; i <= TENURE_OVERVIEW_TERM; i++)
    {
      TenureOverviewFigure figure = tenure_overview_figure (&input, i);

      g_test_message ("row %u", i);
      g_assert_cmpstr (figure.value, ==, "not known");
      g_assert_cmpstr (figure.note, ==, "2 agreements may be running; no end date recorded");
      g_assert_cmpstr (figure.coverage, ==, "");
      tenure_overview_figure_clear (&figure);
    }
}

/* What cannot be told of several records for want of the same field is one row; a red flag never is. */
static void
test_attention_together (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureAnalysis) analysis = NULL;
  g_autoptr (TenureAttentions) attentions = NULL;
  gint32 lantern = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
  g_autofree char *name = NULL;
  const GArray *rows;
  const TenureAttention *last;

  for (guint i = 0; i < 3; i++)
    fixture_add_agreement (fixture, fixture_term (lantern, "2015-04-01", "2020-03-31", 60000));
  fixture_add_agreement (fixture, fixture_term (lantern, "2026-04-01", "2026-12-31", 60000));
  facts = fixture_end (fixture);
  analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  attentions = tenure_attentions_new (analysis, NULL);
  rows = attentions->lists[TENURE_ATTENTION_AGREEMENTS];
  g_assert_cmpuint (attentions->counts[TENURE_ATTENTION_AGREEMENTS], ==, 4);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpint (g_array_index (rows, TenureAttention, 0).level, ==, TENURE_LEVEL_RED);
  g_assert_cmpuint (g_array_index (rows, TenureAttention, 0).n_records, ==, 1);
  last = &g_array_index (rows, TenureAttention, 1);
  g_assert_cmpint (last->level, ==, TENURE_LEVEL_CANNOT_TELL);
  g_assert_cmpuint (last->n_records, ==, 3);
  name = tenure_attention_dup_name (last, analysis);
  g_assert_cmpstr (name, ==, "3 agreements");
  g_assert_null (tenure_attention_get_provider (last, analysis));
}

/* What is due in each month, and what ended without a decision: the status of one says so, that of another says nothing. */
static void
test_due (void)
{
  static const struct
  {
    const char *end;
    TenureRenewal renewal;
  } cases[] = {
    { "2026-10-31", TENURE_RENEWAL_NOT_STARTED },  /* ended undecided */
    { "2026-10-31", TENURE_RENEWAL_UNKNOWN },      /* closed long ago, for all that is known */
    { "2026-10-31", TENURE_RENEWAL_NOT_RENEWING }, /* decided */
    { "2027-02-19", TENURE_RENEWAL_UNKNOWN },      /* by 19 Nov: overdue */
    { "2027-02-28", TENURE_RENEWAL_IN_PROGRESS },  /* by 28 Nov: this month */
    { "2027-03-31", TENURE_RENEWAL_UNKNOWN },      /* by 31 Dec: next month */
    { "2027-04-30", TENURE_RENEWAL_UNKNOWN },      /* by 30 Jan: later */
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureAnalysis) analysis = NULL;
  g_autoptr (TenureAttentions) attentions = NULL;
  gint32 lantern = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
  g_autofree char *words = NULL;
  g_autofree char *first = NULL;
  TenureOverviewInput input;
  TenureOverviewFigure figure;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureFactAgreement agreement = fixture_term (lantern, "2025-04-01", cases[i].end, 60000);

      agreement.renewal = cases[i].renewal;
      agreement.renewal_notice = TENURE_DURATION_MONTHS (3);
      agreement.lead_time = TENURE_DURATION_MONTHS (0);
      fixture_add_agreement (fixture, agreement);
    }
  facts = fixture_end (fixture);
  analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  attentions = tenure_attentions_new (analysis, NULL);
  words = tenure_attentions_dup_decisions (attentions);
  g_assert_cmpstr (words, ==, "1 ended undecided, 1 overdue, 1 this month, 1 next month");
  first = tenure_attention_dup_decision (
      &g_array_index (attentions->lists[TENURE_ATTENTION_DECISIONS], TenureAttention, 0), analysis);
  g_assert_cmpstr (first, ==, "Ended on 31 Oct 2026 without a decision.");
  input = (TenureOverviewInput){ analysis, NULL, attentions };
  figure = tenure_overview_figure (&input, TENURE_OVERVIEW_DECISIONS);
  g_assert_cmpstr (figure.value, ==, "3");
  g_assert_cmpstr (figure.coverage, ==, "5 of 5 known");
  tenure_overview_figure_clear (&figure);
}

static void
test_why (void)
{
  Portfolio portfolio;
  TenureOverviewInput input;
  g_autoptr (TenureExplanation) cliff = NULL;
  g_autoptr (TenureExplanation) boards = NULL;
  const TenureExplanationLine *line;

  set_up (&portfolio);
  input = (TenureOverviewInput){ portfolio.analysis, NULL, portfolio.attentions };

  /* The two that end, the larger first, each opening its record. */
  cliff = tenure_overview_explain (&input, TENURE_OVERVIEW_CLIFF);
  g_assert_cmpuint (cliff->lines->len, ==, 2);
  line = &g_array_index (cliff->lines, TenureExplanationLine, 0);
  g_assert_cmpstr (line->label, ==, "Harbour Carers: Carers' café");
  g_assert_cmpstr (line->value, ==, "£90,000\n31 Dec 2026");
  g_assert_cmpint (line->record, ==, portfolio.facts->agreements[2].id);
  g_assert_nonnull (strstr (cliff->formula, "12 months"));

  boards = tenure_overview_explain (&input, TENURE_OVERVIEW_BOARDS);
  /* The one without a seat first, then how much of the sector's is on the other. */
  g_assert_cmpuint (boards->lines->len, ==, 2);
  line = &g_array_index (boards->lines, TenureExplanationLine, 1);
  g_assert_cmpstr (line->label, ==, "Partnership");
  g_assert_cmpstr (line->value, ==, "1 of 2, 50.0 %");
  line = &g_array_index (boards->lines, TenureExplanationLine, 0);
  g_assert_cmpstr (line->label, ==, "Place board");
  g_assert_nonnull (strstr (boards->formula, "where its voice is expected"));
  g_assert_cmpint (line->record_type, ==, TENURE_RECORD_BOARD);
  tear_down (&portfolio);
}

static void
test_nothing (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = fixture_end (fixture);
  g_autoptr (TenureAnalysis) analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  g_autoptr (TenureAttentions) attentions = tenure_attentions_new (analysis, NULL);
  TenureOverviewInput input = { analysis, NULL, attentions };

  for (guint i = 0; i < TENURE_N_OVERVIEW_FIGURES; i++)
    {
      TenureOverviewFigure figure = tenure_overview_figure (&input, i);
      g_autoptr (TenureExplanation) explanation = tenure_overview_explain (&input, i);

      /* Of nothing there is no share, no term and no sum, nor is a part of it known. */
      g_assert_cmpstr (figure.value, ==, i == TENURE_OVERVIEW_DECISIONS ? "0" : i == TENURE_OVERVIEW_BOARDS ? "not known" : "none");
      g_assert_cmpstr (figure.coverage, ==, "");
      g_assert_cmpuint (explanation->lines->len, ==, 0);
      tenure_overview_figure_clear (&figure);
    }
  for (guint i = 0; i < TENURE_N_ATTENTION_LISTS; i++)
    g_assert_cmpuint (attentions->counts[i], ==, 0);
}

/* Four run today and never more than one of the forty others did at a time: no day shows more than today. */
static void
test_ended_one_by_one (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint32 lantern = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureAnalysis) analysis = NULL;
  TenureOverviewEnded ended;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *start = g_strdup_printf ("%u-01-01", 1980 + i), *end = g_strdup_printf ("%u-12-31", 1980 + i);

      fixture_add_agreement (fixture, fixture_term (lantern, start, end, 1000));
    }
  for (guint i = 0; i < 4; i++)
    fixture_add_agreement (fixture, fixture_term (lantern, "2026-04-01", "2027-03-31", 1000));
  facts = fixture_end (fixture);
  analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  ended = tenure_overview_find_ended (analysis, NULL);
  g_assert_cmpuint (ended.n_ended, ==, 40);
  g_assert_cmpint (ended.day, ==, TENURE_DAY_NONE);
}

static void
test_ended (void)
{
  static const struct
  {
    const char *as_of;
    const char *day; /* NULL: something runs */
    guint n_ended;
    /* From 1 Apr to 31 Dec 2026 all three ran, to 31 Mar 2027 two, to 31 Mar 2028 one. */
  } cases[] = { { AS_OF, NULL, 0 },
                { "2027-04-01", NULL, 2 }, /* one of three still runs */
                { "2028-03-31", NULL, 2 },
                { "2028-04-01", "2027-03-31", 3 },
                { "2031-01-01", "2027-03-31", 3 } };
  Portfolio portfolio;
  guint32 one = 2;
  TenureSelection selection = { .agreements = &one, .n_agreements = 1 };
  TenureOverviewEnded most = { FALSE, 308, 222, day ("2019-03-31"), 64 };
  TenureOverviewEnded thousands = { TRUE, 2308, 1222, day ("2019-03-31"), 1064 };
  TenureOverviewEnded all = { FALSE, 3, 3, day ("2028-03-31"), 1 };
  g_autofree char *of_most = tenure_overview_dup_ended_sentence (day ("2028-04-01"), &most);
  g_autofree char *of_thousands = tenure_overview_dup_ended_sentence (day ("2028-04-01"), &thousands);
  g_autofree char *of_all = tenure_overview_dup_ended_sentence (day ("2028-04-01"), &all);

  set_up (&portfolio);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureAnalysis) analysis = tenure_analysis_new (portfolio.facts, day (cases[i].as_of), NULL, NULL);

      TenureOverviewEnded ended = tenure_overview_find_ended (analysis, NULL);
      TenureOverviewEnded one_ended = tenure_overview_find_ended (analysis, &selection);

      g_test_message ("%s", cases[i].as_of);
      g_assert_cmpint (ended.day, ==, day (cases[i].day));
      g_assert_cmpuint (ended.n_ended, ==, cases[i].n_ended);
      g_assert_cmpuint (ended.n_on_day, ==, cases[i].day != NULL ? 2 : 0);
      g_assert_cmpint (one_ended.day, ==, i == 0 ? TENURE_DAY_NONE : day ("2026-12-31"));
    }
  tear_down (&portfolio);
  g_assert_cmpstr (of_most, ==,
                   "222 of 308 agreements with VCS organisations ended before 1 Apr 2028. On 31 Mar 2019, 64 of them were running.");
  g_assert_cmpstr (of_thousands, ==,
                   "1,222 of 2,308 agreements of unknown sector ended before 1 Apr 2028. On 31 Mar 2019, 1,064 of them were running.");
  g_assert_cmpstr (of_all, ==,
                   "All 3 agreements with VCS organisations ended before 1 Apr 2028. On 31 Mar 2028, 1 of them was running.");
}

/* Three run, and what one or two are worth is not known: one of three is too few to state a share of all. */
static void
test_cliff_of_few (void)
{
  static const struct
  {
    guint unknown;
    const char *value, *note, *coverage;
  } cases[] = {
    { 1, "100 %", "£150k a year, 2 agreements, not renewed", "2 of 3 known" },
    { 2, "1 of 3 known", "100 % of what is known: £60k a year, 2 agreements, not renewed", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Portfolio portfolio;
      TenureOverviewInput input = { 0 };
      TenureOverviewFigure figure;

      set_up (&portfolio);
      for (guint k = 1; k <= cases[i].unknown; k++)
        portfolio.facts->agreements[k].value_known = portfolio.facts->agreements[k].annual_known = 0;
      tenure_analysis_free (portfolio.analysis);
      portfolio.analysis = tenure_analysis_new (portfolio.facts, day (AS_OF), NULL, NULL);
      input = (TenureOverviewInput){ portfolio.analysis, NULL, portfolio.attentions };
      figure = tenure_overview_figure (&input, TENURE_OVERVIEW_CLIFF);
      g_assert_cmpstr (figure.value, ==, cases[i].value);
      g_assert_cmpstr (figure.note, ==, cases[i].note);
      g_assert_cmpstr (figure.coverage, ==, cases[i].coverage);
      tenure_overview_figure_clear (&figure);
      tear_down (&portfolio);
    }
}

/* Who is counted, and how many more would be if it were recorded whether they are of the sector. */
static void
test_scope (void)
{
  for (guint unknown = 0; unknown < 2; unknown++)
    {
      Portfolio portfolio;
      g_autofree char *words = NULL;

      set_up (&portfolio);
      if (unknown)
        portfolio.facts->organisations[1].vcs = TENURE_FACT_UNKNOWN;
      tenure_analysis_free (portfolio.analysis);
      portfolio.analysis = tenure_analysis_new (portfolio.facts, day (AS_OF), NULL, NULL);
      words = tenure_overview_dup_scope (portfolio.analysis);
      g_assert_cmpstr (words, ==,
                       unknown ? "Agreements with VCS organisations. 1 more that is planned or running is of unknown sector and "
                                 "in none of these figures."
                               : "Agreements with VCS organisations.");
      tear_down (&portfolio);
    }
}

static TenureCounted
counted_field (const char *name)
{
  return (TenureCounted){ (guint8) tenure_record_field_index (TENURE_RECORD_AGREEMENT, name), TENURE_RECORD_NONE };
}

/* What is missing most often comes first; of equal ones the one that comes first in the form. */
static void
test_recorded (void)
{
  TenureCompletenessTally tally = { .type = TENURE_RECORD_AGREEMENT, .n_records = 40, .known = 499, .of = 500, .n_fields = 6 };
  static const struct
  {
    const char *field;
    guint known;
  } fields[] = { { "kind", 39 }, { "value", 0 }, { "place", 40 }, { "purpose", 39 }, { "owner", 10 } };
  TenureOverviewMissing missing[TENURE_OVERVIEW_MAX_MISSING];
  g_autofree char *words = NULL, *label = NULL, *of_children = NULL, *all = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tally.fields[i] = (TenureFieldTally){ counted_field (fields[i].field), fields[i].known, 40 };
  tally.fields[5] = (TenureFieldTally){ { 0, TENURE_RECORD_FUNDER }, 38, 40 };
  /* The value has no facet to show it by, the place is known. */
  g_assert_cmpuint (tenure_overview_find_missing (&tally, missing), ==, 4);
  g_assert_cmpstr (missing[0].facet, ==, "owner");
  g_assert_cmpuint (missing[0].n_missing, ==, 30);
  g_assert_cmpstr (missing[1].facet, ==, "funder");
  g_assert_cmpstr (missing[2].facet, ==, "kind");
  g_assert_cmpstr (missing[3].facet, ==, "purpose");
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (tenure_facet_find (missing[i].facet), >=, 0);
  label = tenure_overview_dup_missing (&missing[0]);
  g_assert_cmpstr (label, ==, "Owner (30)");
  of_children = tenure_overview_dup_missing (&missing[1]);
  g_assert_cmpstr (of_children, ==, "Funders (2)");
  /* All but one is not all. */
  words = tenure_overview_dup_recorded (&tally);
  g_assert_cmpstr (words, ==, "99 % of what counts is recorded of 40 planned and running agreements, those of unknown sector included. Missing most often:");
  tally.known = tally.of;
  all = tenure_overview_dup_recorded (&tally);
  g_assert_null (all);
}

/* More fields than there is room for: the most frequent stay. */
static void
test_recorded_room (void)
{
  static const char *const names[] = { "kind", "provider", "service", "place", "purpose", "renewal_status", "owner" };
  TenureCompletenessTally tally = { .type = TENURE_RECORD_AGREEMENT, .n_fields = G_N_ELEMENTS (names) };
  TenureOverviewMissing missing[TENURE_OVERVIEW_MAX_MISSING];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    tally.fields[i] = (TenureFieldTally){ counted_field (names[i]), 0, i + 1 };
  g_assert_cmpuint (tenure_overview_find_missing (&tally, missing), ==, TENURE_OVERVIEW_MAX_MISSING);
  for (guint i = 0; i < TENURE_OVERVIEW_MAX_MISSING; i++)
    g_assert_cmpuint (missing[i].n_missing, ==, 7 - i);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overview/attention-order", test_attention_order);
  g_test_add_func ("/overview/corrections", test_corrections);
  g_test_add_func ("/overview/attention-organisations", test_attention_organisations);
  g_test_add_func ("/overview/snoozed", test_snoozed);
  g_test_add_func ("/overview/decisions", test_decisions);
  g_test_add_func ("/overview/selection", test_selection);
  g_test_add_func ("/overview/month-end", test_month_end);
  g_test_add_func ("/overview/figures", test_figures);
  g_test_add_func ("/overview/not-zero", test_not_zero);
  g_test_add_func ("/overview/maybe-running", test_maybe_running);
  g_test_add_func ("/overview/attention-together", test_attention_together);
  g_test_add_func ("/overview/due", test_due);
  g_test_add_func ("/overview/why", test_why);
  g_test_add_func ("/overview/nothing", test_nothing);
  g_test_add_func ("/overview/ended", test_ended);
  g_test_add_func ("/overview/ended-one-by-one", test_ended_one_by_one);
  g_test_add_func ("/overview/cliff-of-few", test_cliff_of_few);
  g_test_add_func ("/overview/scope", test_scope);
  g_test_add_func ("/overview/recorded", test_recorded);
  g_test_add_func ("/overview/recorded-room", test_recorded_room);
  return g_test_run ();
}
