/* What a snapshot says of a portfolio as a whole, whatever words and facets show of it. */

#include "register-fixture.h"

#define N_ROWS 25 /* more providers than rule D3 needs */

static void
fill (RegisterFixture *fixture)
{
  static RegisterRow rows[N_ROWS];
  static char names[N_ROWS][16];

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_snprintf (names[i], sizeof names[i], "%c provider", 'A' + i);
      rows[i] = (RegisterRow){ names[i], names[i], "grant", i < 2 ? "North" : "South", "2026-04-01", "2027-03-31", 1 };
    }
  register_fixture_add (fixture, rows, N_ROWS);
}

/* D3 is raised where there are more than 20 providers; no yearly value is recorded here, so that it cannot tell. */
static gboolean
judges_concentration (RegisterFixture *fixture, const TenureFilter *filter, guint n_shown)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureSnapshot) snapshot = tenure_snapshot_new (fixture->basis, filter, fixture->reader, &error);
  guint n;

  g_assert_no_error (error);
  tenure_snapshot_get_shown (snapshot, &n);
  g_assert_cmpuint (n, ==, n_shown);
  g_assert_cmpuint (tenure_snapshot_get_portfolio (snapshot)->n_agreements, ==, n_shown);
  return tenure_snapshot_get_flags (snapshot)->counts[TENURE_RULE_D3][TENURE_LEVEL_CANNOT_TELL] > 0;
}

static void
test_whole (RegisterFixture *fixture, gconstpointer data)
{
  static const char *const north[] = { "North", NULL };
  g_autoptr (TenureFilter) filter = tenure_filter_new ();

  fill (fixture);
  register_fixture_read (fixture);
  g_assert_true (judges_concentration (fixture, filter, N_ROWS));
  /* Two of them are looked at; all are judged. */
  tenure_filter_set_facet (filter, "place", north);
  g_assert_true (judges_concentration (fixture, filter, 2));
  tenure_filter_set_facet (filter, "place", NULL);
  tenure_filter_set_search (filter, "nothing of this name");
  g_assert_true (judges_concentration (fixture, filter, 0));
}

static void
test_portfolio (RegisterFixture *fixture, gconstpointer data)
{
  static const char *const north[] = { "North", NULL };
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  TenureId few, most;

  fill (fixture);
  few = register_fixture_add_portfolio (fixture, "Few", "place=North");
  most = register_fixture_add_portfolio (fixture, "Most", "place=North&place=South");
  register_fixture_read (fixture);
  /* A portfolio is a whole of its own: one of two providers is too small for the rule … */
  tenure_filter_set_portfolio (filter, few);
  g_assert_false (judges_concentration (fixture, filter, 2));
  tenure_filter_set_search (filter, "A provider");
  g_assert_false (judges_concentration (fixture, filter, 1));
  /* … and a part of a large one is judged as that. */
  tenure_filter_set_search (filter, NULL);
  tenure_filter_set_portfolio (filter, most);
  tenure_filter_set_facet (filter, "place", north);
  g_assert_true (judges_concentration (fixture, filter, 2));
}

/* Rules of a portfolio hold where it is looked at, whatever is looked at before and after, and nowhere else. */
static void
test_rules_of_a_portfolio (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  TenureId few, most;
  g_autofree char *id = NULL;
  const struct
  {
    TenureId portfolio;
    gint32 extra;
    gboolean judges;
  } looks[] = { { 0, 30, FALSE }, { 1, 20, TRUE }, { 2, 30, FALSE }, { 1, 20, TRUE }, { 0, 30, FALSE } };

  fill (fixture);
  few = register_fixture_add_portfolio (fixture, "Few", "place=North");
  most = register_fixture_add_portfolio (fixture, "Most", "place=North&place=South");
  id = g_strdup_printf ("%" G_GINT64_FORMAT, most);
  register_fixture_insert (fixture, TENURE_RECORD_RULE_SETTING, "rule", "D3", "extra", "3000", "reason", "Small place", NULL);
  register_fixture_insert (fixture, TENURE_RECORD_RULE_SETTING, "rule", "D3", "portfolio", id, "reason", "As usual", NULL);
  register_fixture_read (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      const TenureId portfolios[] = { TENURE_ID_NONE, most, few };
      g_autoptr (TenureSnapshot) snapshot = NULL;
      g_autoptr (TenureBasis) basis = NULL;
      const TenureRule *rule;

      tenure_filter_set_portfolio (filter, portfolios[looks[i].portfolio]);
      snapshot = tenure_snapshot_new (fixture->basis, filter, fixture->reader, NULL);
      rule = tenure_options_rule (&tenure_snapshot_get_terms (snapshot)->options, TENURE_RULE_D3);
      g_assert_cmpint (rule->extra, ==, looks[i].extra);
      g_assert_cmpint (rule->changed, ==, looks[i].extra != 20);
      g_assert_cmpint (tenure_snapshot_get_flags (snapshot)->counts[TENURE_RULE_D3][TENURE_LEVEL_CANNOT_TELL] > 0, ==,
                       looks[i].judges);
      /* The next look begins from this one's basis, as the window does. */
      basis = tenure_basis_ref (tenure_snapshot_get_basis (snapshot));
      tenure_basis_unref (fixture->basis);
      fixture->basis = g_steal_pointer (&basis);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/snapshot/whole", RegisterFixture, NULL, register_fixture_set_up_empty, test_whole, register_fixture_tear_down);
  g_test_add ("/snapshot/portfolio", RegisterFixture, NULL, register_fixture_set_up_empty, test_portfolio,
              register_fixture_tear_down);
  g_test_add ("/snapshot/rules-of-a-portfolio", RegisterFixture, NULL, register_fixture_set_up_empty, test_rules_of_a_portfolio,
              register_fixture_tear_down);
  return g_test_run ();
}
