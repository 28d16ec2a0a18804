/* Who belongs to a portfolio: by hand, by rule, through other portfolios; rules that cannot be followed; and random
 * documents against a slow, obvious filter. */

#include "base/error.h"
#include "register/members.h"
#include "register/membership.h"
#include "register/snapshot.h"
#include "store/history.h"

#include "register-fixture.h"

#include <string.h>

static TenureMembers *
get_members (RegisterFixture *fixture, TenureId portfolio)
{
  g_autoptr (GError) error = NULL;
  TenureMembers *members;

  register_fixture_read (fixture);
  members = tenure_members_new (portfolio, fixture->basis, fixture->reader, &error);
  g_assert_no_error (error);
  return members;
}

/* "A+ B" : A by hand and by rule, B by rule, and "C=" by hand alone. */
static char *
dup_members (RegisterFixture *fixture, TenureId portfolio)
{
  g_autoptr (TenureMembers) members = get_members (fixture, portfolio);
  const TenureFacts *facts = tenure_basis_get_facts (fixture->basis);
  static const char *const marks[] = { "", "=", "", "+" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < facts->n_agreements; i++)
    if (members->how[i] != 0)
      g_string_append_printf (text, "%s%c%s", text->len > 0 ? " " : "", facts->agreements[i].title[0],
                              marks[members->how[i]]);
  if (members->fault != NULL)
    g_string_append (text, " !");
  return g_string_free (text, FALSE);
}

static void
assert_members (RegisterFixture *fixture, TenureId portfolio, const char *expected)
{
  g_autofree char *members = dup_members (fixture, portfolio);

  g_assert_cmpstr (members, ==, expected);
}

static void
test_by_hand_and_by_rule (RegisterFixture *fixture, gconstpointer data)
{
  TenureId portfolio = register_fixture_add_portfolio (fixture, "North", NULL);
  g_autoptr (TenureMembers) members = NULL;
  g_autofree char *label = NULL;

  assert_members (fixture, portfolio, "");
  register_fixture_put (fixture, portfolio, register_fixture_find (fixture, 'A'));
  register_fixture_put (fixture, portfolio, register_fixture_find (fixture, 'B'));
  assert_members (fixture, portfolio, "A= B=");
  register_fixture_set_rule (fixture, portfolio, "place=North");
  assert_members (fixture, portfolio, "A+ B= D E");
  members = get_members (fixture, portfolio);
  g_assert_cmpuint (members->n_members, ==, 4);
  g_assert_cmpuint (members->n_by_rule, ==, 3);
  g_assert_cmpuint (members->n_by_hand, ==, 2);
  label = tenure_members_dup_label (members);
  g_assert_cmpstr (label, ==, "3 agreements by rule, 1 more by hand");
}

/* An edit makes an agreement fit, and it belongs; undo takes it out again. */
static void
test_edit_and_undo (RegisterFixture *fixture, gconstpointer data)
{
  RegisterRow row = { "Furniture store", "Lantern Trust", "grant", "North", "2026-04-01", "2027-03-31", 1 };
  TenureId portfolio = register_fixture_add_portfolio (fixture, "Northern grants", "place=North&kind=grant");
  g_autoptr (GError) error = NULL;

  assert_members (fixture, portfolio, "A");
  register_fixture_add (fixture, &row, 1);
  assert_members (fixture, portfolio, "A F");
  tenure_document_undo (fixture->document, NULL, &error);
  g_assert_no_error (error);
  assert_members (fixture, portfolio, "A");
}

/* The filter of a window obeys the portfolio, and narrows it down. */
static void
test_filter (RegisterFixture *fixture, gconstpointer data)
{
  TenureId portfolio = register_fixture_add_portfolio (fixture, "North", "place=North");
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureSnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) counts = NULL;
  g_autofree char *scope = NULL;
  const GPtrArray *kinds;
  guint n;

  register_fixture_read (fixture);
  tenure_filter_set_portfolio (filter, portfolio);
  tenure_filter_toggle (filter, "kind", "contract", TRUE);
  snapshot = tenure_snapshot_new (fixture->basis, filter, fixture->reader, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tenure_snapshot_get_shown (snapshot, &n)[0], ==, 3);
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (tenure_snapshot_get_fault (snapshot));
  scope = tenure_snapshot_dup_scope_label (snapshot);
  g_assert_cmpstr (scope, ==, "North; Kind: Contract");
  counts = tenure_filter_count_facets (filter, fixture->basis, fixture->reader,
                                       G_GUINT64_CONSTANT (1) << tenure_facet_find ("kind"), &error);
  kinds = counts->pdata[tenure_facet_find ("kind")];
  g_assert_cmpuint (kinds->len, ==, 3); /* a contract, a grant, one not recorded */
}

static void
test_chain (RegisterFixture *fixture, gconstpointer data)
{
  TenureId north = register_fixture_add_portfolio (fixture, "North", "place=North");
  g_autofree char *narrower = g_strdup_printf ("portfolio=%" G_GINT64_FORMAT "&vcs=1", north);
  TenureId sector = register_fixture_add_portfolio (fixture, "Northern sector", narrower);

  assert_members (fixture, sector, "A");
  /* What was put into the wider one by hand is a part of it like any other. */
  register_fixture_put (fixture, north, register_fixture_find (fixture, 'C'));
  assert_members (fixture, north, "A C= D E");
  assert_members (fixture, sector, "A C");
}

/* A rule that is not understood whole shows what was put in by hand, never everything, and says so. */
static void
test_faults (RegisterFixture *fixture, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (TENURE_FILTER_MAX_TEXT + 1, 'a');
  const char *rules[] = {
    "", "words=", "kind=gift", "kind=grant&colour=red", "portfolio=12345", "kind=%ZZ", "words=%FF%FE", "&&&", "=", endless,
  };
  TenureId portfolio = register_fixture_add_portfolio (fixture, "Foreign", NULL);

  register_fixture_put (fixture, portfolio, register_fixture_find (fixture, 'B'));
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (TenureMembers) members = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("rule %zu", i);
      g_assert_false (tenure_members_check_rule (fixture->reader, portfolio, rules[i], &error));
      g_assert_error (error, TENURE_ERROR, TENURE_ERROR_INVALID);
      /* The catalogue keeps no empty text. */
      if (rules[i][0] == '\0')
        continue;
      register_fixture_set_rule (fixture, portfolio, rules[i]);
      assert_members (fixture, portfolio, "B= !");
      members = get_members (fixture, portfolio);
      g_assert_true (members->has_rule);
      g_assert_cmpstr (members->fault, ==, error->message);
    }
}

static void
test_cycle (RegisterFixture *fixture, gconstpointer data)
{
  TenureId a = register_fixture_add_portfolio (fixture, "Ayes", "kind=grant");
  g_autofree char *to_a = g_strdup_printf ("portfolio=%" G_GINT64_FORMAT "&place=North", a);
  TenureId b = register_fixture_add_portfolio (fixture, "Bees", to_a);
  g_autofree char *to_b = g_strdup_printf ("portfolio=%" G_GINT64_FORMAT, b);
  g_autoptr (GError) error = NULL;

  register_fixture_read (fixture);
  g_assert_false (tenure_members_check_rule (fixture->reader, a, to_a, NULL));
  g_assert_false (tenure_members_check_rule (fixture->reader, a, to_b, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "“Ayes”"));
  g_assert_true (tenure_members_check_rule (fixture->reader, b, to_a, NULL));
  /* A file may hold it all the same. */
  register_fixture_set_rule (fixture, a, to_b);
  register_fixture_put (fixture, b, register_fixture_find (fixture, 'C'));
  assert_members (fixture, a, " !");
  assert_members (fixture, b, "C= !");
}

static void
test_depth (RegisterFixture *fixture, gconstpointer data)
{
  TenureId last = register_fixture_add_portfolio (fixture, "0", "place=North");

  for (int i = 1; i < TENURE_MAX_RULE_CHAIN; i++)
    {
      g_autofree char *rule = g_strdup_printf ("portfolio=%" G_GINT64_FORMAT, last);

      last = register_fixture_add_portfolio (fixture, "next", rule);
    }
  assert_members (fixture, last, "A D E");
  {
    g_autofree char *rule = g_strdup_printf ("portfolio=%" G_GINT64_FORMAT, last);

    last = register_fixture_add_portfolio (fixture, "one too many", rule);
  }
  assert_members (fixture, last, " !");
}

static void
test_gone (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureMembers) members = get_members (fixture, 4711);

  g_assert_cmpuint (members->n_members, ==, 0);
  g_assert_nonnull (members->fault);
}

/* --- Random documents ---------------------------------------------------------------------------------------- */

#define ROUNDS 25
#define MAX_ROWS 40

static const char *const kinds[] = { NULL, "grant", "contract", "sla" };
static const char *const places[] = { NULL, "North", "South & East", "Ünder = Hill" };
static const char *const providers[] = { "Lantern Trust", "Harbour Carers", "A/B % Ltd" };

typedef struct
{
  gboolean kinds[4], places[4]; /* wanted; index 0: not recorded */
  gboolean by_kind, by_place;
} Rule;

static Rule
random_rule (void)
{
  Rule rule = { .by_kind = g_test_rand_bit () };

  rule.by_place = !rule.by_kind || g_test_rand_bit ();
  for (int i = 0; i < 4; i++)
    {
      rule.kinds[i] = g_test_rand_bit () || i == 1; /* at least one, or it is no filter */
      rule.places[i] = g_test_rand_bit () || i == 2;
    }
  return rule;
}

static char *
dup_rule_text (const Rule *rule)
{
  g_autoptr (TenureFilter) filter = tenure_filter_new ();

  for (int i = 0; i < 4; i++)
    {
      if (rule->by_kind)
        tenure_filter_toggle (filter, "kind", kinds[i] != NULL ? kinds[i] : "", rule->kinds[i]);
      if (rule->by_place)
        tenure_filter_toggle (filter, "place", places[i] != NULL ? places[i] : "", rule->places[i]);
    }
  return tenure_filter_dup_text (filter);
}

static gboolean
wanted (const char *value, const char *const *values, const gboolean *chosen)
{
  for (int i = 0; i < 4; i++)
    if (g_strcmp0 (value, values[i]) == 0)
      return chosen[i];
  g_assert_not_reached ();
}

static gboolean
fits (const RegisterRow *row, const Rule *rule)
{
  return (!rule->by_kind || wanted (row->kind, kinds, rule->kinds))
         && (!rule->by_place || wanted (row->place, places, rule->places));
}

static void
test_random (void)
{
  for (int round = 0; round < ROUNDS; round++)
    {
      RegisterFixture fixture = { 0 };
      guint n = (guint) g_test_rand_int_range (0, MAX_ROWS);
      RegisterRow rows[MAX_ROWS] = { { 0 } };
      Rule wide = random_rule (), narrow = random_rule ();
      g_autofree char *wide_text = dup_rule_text (&wide);
      g_autofree char *narrow_text = dup_rule_text (&narrow);
      g_autofree char *chained = NULL;
      g_autoptr (TenureMembers) whole = NULL, part = NULL;
      TenureId wide_id, narrow_id;
      gboolean by_hand[MAX_ROWS] = { FALSE };

      register_fixture_set_up_empty (&fixture, NULL);
      for (guint i = 0; i < n; i++)
        rows[i] = (RegisterRow){ "Any", providers[g_test_rand_int_range (0, 3)], kinds[g_test_rand_int_range (0, 4)],
                                 places[g_test_rand_int_range (0, 4)], NULL, NULL, -1 };
      register_fixture_add (&fixture, rows, n);
      wide_id = register_fixture_add_portfolio (&fixture, "Wide", wide_text);
      chained = g_strdup_printf ("portfolio=%" G_GINT64_FORMAT "&%s", wide_id, narrow_text);
      narrow_id = register_fixture_add_portfolio (&fixture, "Narrow", chained);
      register_fixture_read (&fixture);
      for (guint i = 0; i < n; i++)
        if ((by_hand[i] = g_test_rand_int_range (0, 8) == 0))
          register_fixture_put (&fixture, wide_id, tenure_basis_get_facts (fixture.basis)->agreements[i].id);
      whole = get_members (&fixture, wide_id);
      part = get_members (&fixture, narrow_id);
      g_assert_null (whole->fault);
      g_assert_null (part->fault);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpint ((whole->how[i] & TENURE_MEMBER_BY_RULE) != 0, ==, fits (&rows[i], &wide));
          g_assert_cmpint ((whole->how[i] & TENURE_MEMBER_BY_HAND) != 0, ==, by_hand[i]);
          g_assert_cmpint (part->how[i] != 0, ==, fits (&rows[i], &narrow) && (by_hand[i] || fits (&rows[i], &wide)));
        }
      register_fixture_tear_down (&fixture, NULL);
    }
}

/* Any bytes at all: understood whole, or refused. */
static void
test_any_text (RegisterFixture *fixture, gconstpointer data)
{
  static const char alphabet[] = "kindgratwords=&%0123456789abcdefABCDEF \xc3\xbc";

  for (int i = 0; i < 20000; i++)
    {
      char text[24] = { 0 };
      int n = g_test_rand_int_range (0, (int) sizeof text - 1);
      g_autoptr (GError) error = NULL;
      g_autoptr (TenureFilter) filter = NULL;

      for (int c = 0; c < n; c++)
        text[c] = alphabet[g_test_rand_int_range (0, (int) sizeof alphabet - 1)];
      filter = tenure_filter_from_text (text, &error);
      g_assert_true ((filter != NULL) == (error == NULL));
      if (filter != NULL)
        {
          g_autofree char *again = tenure_filter_dup_text (filter);
          g_autoptr (TenureFilter) copy = tenure_filter_from_text (again, &error);

          g_assert_no_error (error);
          g_assert_true (tenure_filter_equal (filter, copy));
          g_assert_true (g_utf8_validate (again, -1, NULL));
        }
    }
}

static void
assert_done (char **done, const char *words)
{
  g_assert_cmpstr (*done, ==, words);
  g_clear_pointer (done, g_free);
}

/* Put in and taken out: each one step, without what is so already; a snapshot of the portfolio says how each belongs. */
static void
test_put_in_and_taken_out (RegisterFixture *fixture, gconstpointer data)
{
  TenureId portfolio = register_fixture_add_portfolio (fixture, "North", "kind=contract");
  TenureId a = register_fixture_find (fixture, 'A'), b = register_fixture_find (fixture, 'B');
  TenureId c = register_fixture_find (fixture, 'C');
  const TenureId two[] = { a, c, a }, three[] = { a, b, c };
  g_autoptr (GError) error = NULL;
  char *done = NULL;

  assert_members (fixture, portfolio, "B D");
  g_assert_cmpint (tenure_membership_put_in (fixture->document, portfolio, two, 3, &done, &error), ==, 2);
  assert_done (&done, "Put 2 agreements into “North”");
  g_assert_no_error (error);
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==, "Put 2 agreements into “North”");
  assert_members (fixture, portfolio, "A= B C= D");
  g_assert_cmpint (tenure_membership_put_in (fixture->document, portfolio, three, 3, &done, &error), ==, 1);
  assert_done (&done, "Put 1 agreement into “North”");
  assert_members (fixture, portfolio, "A= B+ C= D");
  g_assert_cmpint (tenure_membership_put_in (fixture->document, portfolio, three, 3, &done, &error), ==, 0);
  assert_done (&done, "Nothing to change: all of them are in “North” by hand already");

  g_assert_cmpint (tenure_membership_take_out (fixture->document, portfolio, two, 2, &done, &error), ==, 2);
  assert_done (&done, "Took 2 agreements out of “North”");
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==, "Take 2 agreements out of “North”");
  assert_members (fixture, portfolio, "B+ D");
  g_assert_cmpint (tenure_membership_take_out (fixture->document, portfolio, two, 2, &done, &error), ==, 0);
  assert_done (&done, "Nothing to change: none of them was put into “North” by hand");
  g_assert_true (tenure_document_undo (fixture->document, NULL, &error));
  assert_members (fixture, portfolio, "A= B+ C= D");
  g_assert_no_error (error);
}

#define MANY 1000

static void
test_many_put_in (RegisterFixture *fixture, gconstpointer data)
{
  TenureId portfolio = register_fixture_add_portfolio (fixture, "North", NULL);
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (RegisterRow));
  g_autoptr (GError) error = NULL;
  g_autofree TenureId *ids = g_new (TenureId, MANY);
  const TenureFacts *facts;
  char *done = NULL;

  for (guint i = 0; i < MANY; i++)
    g_array_append_val (rows, register_rows[0]);
  register_fixture_add (fixture, (const RegisterRow *) (void *) rows->data, rows->len);
  register_fixture_read (fixture);
  facts = tenure_basis_get_facts (fixture->basis);
  g_assert_cmpuint (facts->n_agreements, >=, MANY);
  for (guint i = 0; i < MANY; i++)
    ids[i] = facts->agreements[i].id;
  g_assert_cmpint (tenure_membership_put_in (fixture->document, portfolio, ids, MANY, &done, &error), ==, MANY);
  g_assert_no_error (error);
  assert_done (&done, "Put 1,000 agreements into “North”");
}

static void
test_snapshot_says_how (RegisterFixture *fixture, gconstpointer data)
{
  TenureId portfolio = register_fixture_add_portfolio (fixture, "North", "kind=contract");
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autoptr (TenureSnapshot) everything = NULL, narrowed = NULL;
  const TenureFacts *facts;

  register_fixture_put (fixture, portfolio, register_fixture_find (fixture, 'A'));
  register_fixture_read (fixture);
  everything = tenure_snapshot_new (fixture->basis, filter, fixture->reader, NULL);
  tenure_filter_set_portfolio (filter, portfolio);
  narrowed = tenure_snapshot_new (fixture->basis, filter, fixture->reader, NULL);
  facts = tenure_snapshot_get_facts (narrowed);
  for (guint i = 0; i < facts->n_agreements; i++)
    {
      guint expected = facts->agreements[i].title[0] == 'A' ? TENURE_MEMBER_BY_HAND
                       : strchr ("BD", facts->agreements[i].title[0]) != NULL ? TENURE_MEMBER_BY_RULE : 0;

      g_assert_cmpuint (tenure_snapshot_get_how (everything, i), ==, 0);
      g_assert_cmpuint (tenure_snapshot_get_how (narrowed, i), ==, expected);
    }
}

#define ADD(PATH, FUNC)                                                                                                \
  g_test_add (PATH, RegisterFixture, NULL, register_fixture_set_up, FUNC, register_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/members/by-hand-and-by-rule", test_by_hand_and_by_rule);
  ADD ("/members/edit-and-undo", test_edit_and_undo);
  ADD ("/members/filter", test_filter);
  ADD ("/members/chain", test_chain);
  ADD ("/members/faults", test_faults);
  ADD ("/members/cycle", test_cycle);
  ADD ("/members/depth", test_depth);
  ADD ("/members/gone", test_gone);
  ADD ("/members/any-text", test_any_text);
  ADD ("/members/put-in-and-taken-out", test_put_in_and_taken_out);
  ADD ("/members/many-put-in", test_many_put_in);
  ADD ("/members/snapshot", test_snapshot_says_how);
  g_test_add_func ("/members/random", test_random);
  return g_test_run ();
}
