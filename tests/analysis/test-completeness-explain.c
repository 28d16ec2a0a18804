/* Of random documents: the records of a type add up to what is said of it, and its fields do. */

#include "analysis/completeness-explain.h"

#include "random-facts.h"

#include <stdio.h>

#define ROUNDS 100

static void
read_counts (const TenureExplanationLine *line, guint *known, guint *of)
{
  guint more_known, more_of;

  g_assert_cmpint (sscanf (line->value, "%u of %u recorded", &more_known, &more_of), ==, 2);
  *known += more_known;
  *of += more_of;
}

static void
check_group (const TenureAnalysis *analysis, guint group)
{
  const TenureCompletenessTally *tally = group == TENURE_COMPLETENESS_BEFORE_START ? &analysis->completeness->before_start
                                                                                   : &analysis->completeness->parts[group];
  g_autoptr (TenureExplanation) explanation = tenure_completeness_explain_group (analysis, group);
  guint known = 0, of = 0;

  for (guint i = 0; i < explanation->lines->len; i++)
    read_counts (&g_array_index (explanation->lines, TenureExplanationLine, i), &known, &of);
  g_assert_cmpuint (known, ==, tally->known);
  g_assert_cmpuint (of, ==, tally->of);
  g_assert_cmpuint (explanation->lines->len, ==, tally->n_records);
  g_assert_cmpuint (explanation->missing->len, ==, tally->of - tally->known);
}

/* Each type stands before its fields, which add up to it. */
static void
check_whole (const TenureAnalysis *analysis)
{
  g_autoptr (TenureExplanation) explanation = tenure_completeness_explain (analysis->completeness);
  g_autofree char *summary = NULL;
  guint known = 0, of = 0;

  for (guint i = 0; i < explanation->lines->len; i++)
    read_counts (&g_array_index (explanation->lines, TenureExplanationLine, i), &known, &of);
  summary = g_strdup_printf ("%u of %u recorded", known / 2, of / 2);
  g_assert_cmpstr (explanation->summary, ==, summary);
}

static void
test_random (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (TenureFacts) facts = random_facts_new ();
      TenureDay as_of = day ("2025-01-01") + g_test_rand_int_range (0, 1000);
      guint32 chosen[40];
      TenureSelection selection = { .agreements = chosen };
      g_autoptr (TenureAnalysis) analysis = NULL;

      for (guint i = 0; i < facts->n_agreements; i++)
        if (random_facts_chance (2))
          chosen[selection.n_agreements++] = i;
      analysis = tenure_analysis_new (facts, as_of, NULL, random_facts_chance (2) ? &selection : NULL);
      for (guint group = 0; group < TENURE_N_COMPLETENESS_GROUPS; group++)
        check_group (analysis, group);
      check_whole (analysis);
    }
}

static void
test_codes (void)
{
  static const char *const none[] = { "", "contact", "agreement.", "agreement.never", "agreement.before_start.always" };
  guint found;

  for (guint group = 0; group < TENURE_N_COMPLETENESS_GROUPS; group++)
    {
      g_assert_true (tenure_completeness_group_from_code (tenure_completeness_group_code (group), &found));
      g_assert_cmpuint (found, ==, group);
    }
  g_assert_true (tenure_completeness_group_from_code ("seat.always", &found));
  g_assert_cmpuint (found, ==, TENURE_COMPLETENESS_SEATS);
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_false (tenure_completeness_group_from_code (none[i], &found));
}

/* Boards and seats too, which the random documents do not have. */
static void
test_boards (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureAnalysis) analysis = NULL;
  g_autoptr (TenureExplanation) seats = NULL;
  TenureFactSeat seat = fixture_seat (TENURE_BLOC_VCS);

  seat.board = fixture_add_board (fixture, fixture_board ("Place Board"));
  fixture_add_seat (fixture, seat);
  seat.bloc = TENURE_BLOC_UNKNOWN;
  seat.title = "Chair";
  fixture_add_seat (fixture, seat);
  facts = fixture_end (fixture);
  analysis = tenure_analysis_new (facts, day ("2026-11-21"), NULL, NULL);
  for (guint group = 0; group < TENURE_N_COMPLETENESS_GROUPS; group++)
    check_group (analysis, group);
  seats = tenure_completeness_explain_group (analysis, TENURE_COMPLETENESS_SEATS);
  g_assert_cmpstr (seats->title, ==, "Completeness: Seats");
  g_assert_cmpstr (g_array_index (seats->lines, TenureExplanationLine, 0).label, ==, "Place Board: Seat");
  g_assert_cmpstr (g_array_index (seats->lines, TenureExplanationLine, 1).label, ==, "Place Board: Chair");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/completeness-explain/codes", test_codes);
  g_test_add_func ("/completeness-explain/boards", test_boards);
  g_test_add_func ("/completeness-explain/random", test_random);
  return g_test_run ();
}
