/* The JSON of figures, flags, power and explanations: well-formed, and with the keys that the command line promises. Parsed
 * with yajl, which knows nothing of how it was written. */

#include "report/figures-json.h"

#include "fixture.h"

#include <string.h>
#include <yajl/yajl_tree.h>

#define AS_OF "2026-11-21"

/* One year, an odd title, one board with a target and blocs. */
static TenureFacts *
make_facts (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureFactAgreement agreement;
  TenureFactBoard board = fixture_board ("Place \"Board\"");

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_organisation (fixture, "Harbour Rights", TENURE_FACT_UNKNOWN);
  agreement = fixture_term (0, "2026-04-01", "2027-03-31", 12000);
  agreement.title = "Advice \"line\"\n\\ \t\xff";
  fixture_add_agreement (fixture, agreement);
  fixture_add_agreement (fixture, fixture_term (1, "2026-04-01", "2027-03-31", 7000));
  board.votes = board.voice_expected = board.bloc_power = TENURE_FACT_YES;
  board.decision_rule = TENURE_DECIDES_MAJORITY;
  board.target_bp = 2500;
  fixture_add_board (fixture, board);
  for (int i = 0; i < 8; i++)
    {
      TenureFactSeat seat = fixture_seat (i < 3 ? TENURE_BLOC_NHS : i < 5 ? TENURE_BLOC_COUNCIL
                                                                 : i < 6 ? TENURE_BLOC_VCS : TENURE_BLOC_PUBLIC);

      seat.vote_weight = i < 6;
      fixture_add_seat (fixture, seat);
    }
  fixture_add_board (fixture, fixture_board ("Nothing known"));
  return fixture_end (fixture);
}

typedef void (*Append) (const TenureAnalysis *analysis, GString *json);

static yajl_val
parse (const char *json)
{
  char message[1024];
  yajl_val tree = yajl_tree_parse (json, message, sizeof message);

  if (tree == NULL)
    g_error ("%s\n%s", message, json);
  return tree;
}

static yajl_val
parse_about (const TenureFacts *facts, Append append)
{
  g_autoptr (TenureAnalysis) analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  g_autoptr (GString) json = g_string_new (NULL);

  append (analysis, json);
  g_assert_true (g_utf8_validate (json->str, -1, NULL));
  return parse (json->str);
}

static yajl_val
get (yajl_val parent, const char *key)
{
  const char *path[] = { key, NULL };
  yajl_val found = yajl_tree_get (parent, path, yajl_t_any);

  if (found == NULL)
    g_error ("no key %s", key);
  return found;
}

static const char *
string (yajl_val found)
{
  g_assert_true (YAJL_IS_STRING (found));
  return found->u.string;
}

static double
value (yajl_val figure)
{
  yajl_val found = get (figure, "value");

  g_assert_true (YAJL_IS_NUMBER (found));
  return YAJL_GET_DOUBLE (found);
}

static void
assert_figure (yajl_val figure, const char *unit)
{
  gint64 known = YAJL_GET_INTEGER (get (figure, "known")), of = YAJL_GET_INTEGER (get (figure, "of"));

  g_assert_true (YAJL_IS_NUMBER (get (figure, "value")) || YAJL_IS_NULL (get (figure, "value")));
  g_assert_cmpstr (YAJL_GET_STRING (get (figure, "unit")), ==, unit);
  g_assert_cmpint (known, >=, 0);
  g_assert_cmpint (known, <=, of);
}

static void
check_months (yajl_val months, const char *const *keys)
{
  g_assert_cmpuint (YAJL_GET_ARRAY (months)->len, ==, TENURE_HORIZON_MONTHS);
  for (gsize i = 0; i < YAJL_GET_ARRAY (months)->len; i++)
    {
      yajl_val month = YAJL_GET_ARRAY (months)->values[i];

      g_assert_cmpuint (strlen (string (get (month, "month"))), ==, 7);
      for (const char *const *key = keys; *key != NULL; key++)
        assert_figure (get (month, *key), g_str_has_suffix (*key, "minor") ? "minor" : "count");
    }
}

static void
check_portfolio (yajl_val figures)
{
  static const char *const bands[] = { "le12", "gt12_lt36", "ge36", "open", "unknown" };
  static const char *const horizon[] = { "secured_minor", "committed_minor", "extended_minor", "undecided_minor", "posts_at_risk", NULL };
  static const char *const expiries[] = { "count", "annual_minor", "gross_count", "gross_annual_minor", NULL };

  assert_figure (get (figures, "agreements"), "count");
  assert_figure (get (figures, "active"), "count");
  assert_figure (get (figures, "mean_term_months"), "months");
  assert_figure (get (figures, "median_term_months"), "months");
  assert_figure (get (figures, "spend_hhi"), "points");
  assert_figure (get (figures, "vcs_share"), "ratio");
  for (gsize i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      assert_figure (get (get (get (figures, "term_bands"), bands[i]), "count"), "count");
      assert_figure (get (get (get (figures, "term_bands"), bands[i]), "annual_minor"), "minor");
    }
  check_months (get (figures, "horizon"), horizon);
  check_months (get (figures, "expiries"), expiries);
}

static void
test_figures (void)
{
  g_autoptr (TenureFacts) facts = make_facts ();
  yajl_val figures = parse_about (facts, tenure_report_append_figures_json);

  check_portfolio (figures);
  g_assert_cmpstr (YAJL_GET_STRING (get (figures, "as_of")), ==, AS_OF);
  /* One of two agreements is in scope; of the other it is not known. */
  g_assert_cmpfloat (value (get (figures, "agreements")), ==, 1);
  g_assert_cmpint (YAJL_GET_INTEGER (get (get (figures, "agreements"), "of")), ==, 2);
  g_assert_cmpfloat (value (get (get (figures, "vcs_unknown"), "agreements")), ==, 1);
  g_assert_cmpfloat (value (YAJL_GET_ARRAY (get (figures, "annual_value"))->values[0]), ==, 1200000);
  g_assert_cmpstr (YAJL_GET_STRING (get (get (figures, "largest_pile_up"), "date")), ==, "2027-03-31");
  yajl_tree_free (figures);
}

static void
test_boards (void)
{
  g_autoptr (TenureFacts) facts = make_facts ();
  yajl_val figures = parse_about (facts, tenure_report_append_figures_json);
  yajl_val boards = get (figures, "boards"), board = YAJL_GET_ARRAY (boards)->values[0];
  static const struct
  {
    const char *key, *unit;
    double value;
  } expected[] = {
    { "seats", "count", 8 },         { "filled", "count", 0 },          { "vcs_seats", "count", 1 },
    { "votes", "count", 6 },         { "vcs_votes", "count", 1 },       { "seat_share", "ratio", 0.125 },
    { "vote_share", "ratio", 1.0 / 6 }, { "banzhaf", "ratio", 0.2 }, { "shapley_shubik", "ratio", 1.0 / 6 },
  };

  g_assert_cmpstr (YAJL_GET_STRING (get (board, "name")), ==, "Place \"Board\"");
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", expected[i].key);
      assert_figure (get (board, expected[i].key), expected[i].unit);
      g_assert_cmpfloat_with_epsilon (value (get (board, expected[i].key)), expected[i].value, 1e-12);
    }
  g_assert_cmpfloat (value (get (get (board, "seats_short"), "replace")), ==, 1);
  g_assert_cmpfloat (value (get (get (board, "seats_short"), "add")), ==, 2);
  g_assert_cmpuint (YAJL_GET_ARRAY (get (board, "blocs"))->len, ==, 4);
  /* Of the other nothing is known: no share, no power, and no zero. */
  board = YAJL_GET_ARRAY (boards)->values[1];
  g_assert_true (YAJL_IS_NULL (get (get (board, "seat_share"), "value")));
  g_assert_true (YAJL_IS_NULL (get (get (board, "banzhaf"), "value")));
  g_assert_true (YAJL_IS_NULL (get (get (get (board, "seats_short"), "add"), "value")));
  yajl_tree_free (figures);
}

static void
test_flags (void)
{
  static const char *const keys[] = { "rule", "level", "record_type", "record", "name", "reason", "inputs", "missing" };
  g_autoptr (TenureFacts) facts = make_facts ();
  yajl_val flags = parse_about (facts, tenure_report_append_flags_json);
  yajl_val first = YAJL_GET_ARRAY (flags)->values[0];

  for (gsize i = 0; i < YAJL_GET_ARRAY (flags)->len; i++)
    for (gsize key = 0; key < G_N_ELEMENTS (keys); key++)
      get (YAJL_GET_ARRAY (flags)->values[i], keys[key]);
  g_assert_cmpstr (YAJL_GET_STRING (get (first, "rule")), ==, "T1");
  g_assert_cmpstr (YAJL_GET_STRING (get (first, "level")), ==, "red");
  g_assert_cmpstr (YAJL_GET_STRING (get (first, "record_type")), ==, "agreement");
  g_assert_cmpint (YAJL_GET_INTEGER (get (first, "record")), ==, facts->agreements[0].id);
  g_assert_cmpstr (YAJL_GET_STRING (get (first, "name")), ==, "Advice \"line\"\n\\ \t\xef\xbf\xbd");
  g_assert_cmpstr (YAJL_GET_STRING (get (get (first, "inputs"), "committed_end")), ==, "2027-03-31");
  g_assert_cmpfloat (YAJL_GET_DOUBLE (get (get (first, "inputs"), "term_months")), ==, 12);
  g_assert_cmpuint (YAJL_GET_ARRAY (get (first, "missing"))->len, ==, 0);
  yajl_tree_free (flags);
}

static void
test_missing (void)
{
  g_autoptr (TenureFacts) facts = make_facts ();
  yajl_val flags = NULL;
  gboolean seen = FALSE;

  facts->agreements[0].end = TENURE_DAY_NONE;
  flags = parse_about (facts, tenure_report_append_flags_json);
  for (gsize i = 0; i < YAJL_GET_ARRAY (flags)->len; i++)
    {
      yajl_val flag = YAJL_GET_ARRAY (flags)->values[i], missing = get (flag, "missing");

      if (!g_str_equal (string (get (flag, "rule")), "T1"))
        continue;
      seen = TRUE;
      g_assert_cmpstr (YAJL_GET_STRING (get (flag, "level")), ==, "cannot_tell");
      g_assert_cmpstr (YAJL_GET_STRING (YAJL_GET_ARRAY (missing)->values[0]), ==, "end");
      g_assert_true (YAJL_IS_NULL (get (get (flag, "inputs"), "committed_end")));
    }
  g_assert_true (seen);
  yajl_tree_free (flags);
}

static void
test_nothing (void)
{
  g_autoptr (TenureFacts) facts = tenure_facts_new ();
  yajl_val figures = parse_about (facts, tenure_report_append_figures_json);
  yajl_val flags = parse_about (facts, tenure_report_append_flags_json);

  check_portfolio (figures);
  g_assert_true (YAJL_IS_NULL (get (figures, "currency")));
  g_assert_true (YAJL_IS_NULL (get (get (figures, "largest_pile_up"), "date")));
  g_assert_cmpuint (YAJL_GET_ARRAY (get (figures, "boards"))->len, ==, 0);
  g_assert_cmpuint (YAJL_GET_ARRAY (flags)->len, ==, 0);
  yajl_tree_free (figures);
  yajl_tree_free (flags);
}

static void
test_power (void)
{
  static const guint64 weights[] = { 4, 4, 4, 2, 2, 1 };
  g_autoptr (TenurePower) power = tenure_power_new (weights, 6, 12, NULL);
  g_autoptr (GString) json = g_string_new (NULL);
  yajl_val tree, first;

  tenure_report_append_power_json (power, json);
  tree = parse (json->str);
  first = YAJL_GET_ARRAY (get (tree, "banzhaf"))->values[0];
  g_assert_cmpint (YAJL_GET_INTEGER (get (first, "numerator")), ==, 5);
  g_assert_cmpint (YAJL_GET_INTEGER (get (first, "denominator")), ==, 21);
  first = YAJL_GET_ARRAY (get (tree, "shapley_shubik"))->values[3];
  g_assert_cmpint (YAJL_GET_INTEGER (get (first, "numerator")), ==, 3);
  g_assert_cmpint (YAJL_GET_INTEGER (get (first, "denominator")), ==, 20);
  g_assert_cmpuint (YAJL_GET_ARRAY (get (tree, "veto"))->len, ==, 0);
  g_assert_cmpint (YAJL_GET_INTEGER (YAJL_GET_ARRAY (get (tree, "dummy"))->values[0]), ==, 5);
  yajl_tree_free (tree);
}

static void
test_explanation (void)
{
  g_autoptr (TenureFacts) facts = make_facts ();
  g_autoptr (TenureAnalysis) analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  g_autoptr (TenureExplanation) explanation = tenure_flag_explain (analysis->flags, &analysis->flags->flags[0]);
  g_autoptr (GString) json = g_string_new (NULL);
  yajl_val tree, line;

  tenure_report_append_explanation_json (explanation, json);
  tree = parse (json->str);
  g_assert_cmpstr (YAJL_GET_STRING (get (tree, "rule")), ==, "T1");
  line = YAJL_GET_ARRAY (get (tree, "lines"))->values[1];
  g_assert_cmpstr (YAJL_GET_STRING (get (line, "label")), ==, "Committed end");
  g_assert_cmpstr (YAJL_GET_STRING (get (line, "value")), ==, "31 Mar 2027");
  g_assert_cmpint (YAJL_GET_INTEGER (get (line, "record")), ==, facts->agreements[0].id);
  yajl_tree_free (tree);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures-json/figures", test_figures);
  g_test_add_func ("/figures-json/boards", test_boards);
  g_test_add_func ("/figures-json/flags", test_flags);
  g_test_add_func ("/figures-json/missing", test_missing);
  g_test_add_func ("/figures-json/nothing", test_nothing);
  g_test_add_func ("/figures-json/power", test_power);
  g_test_add_func ("/figures-json/explanation", test_explanation);
  return g_test_run ();
}
