/* A proposal as requests, and what is said of it. */

#include "register-fixture.h"
#include "register/scenario-proposal.h"

/* Two providers, of which one needs two extensions of different lengths. */
static void
set_up (RegisterFixture *fixture, gconstpointer data)
{
  static const RegisterRow rows[] = {
    { "Advice line", "Lantern Trust", "grant", "North", "2026-04-01", "2027-03-31", 1 },
    { "Befriending", "Lantern Trust", "contract", "South", "2026-04-01", "2027-05-31", 1 },
    { "Carers' café", "Harbour Carers", "grant", NULL, "2025-04-01", "2030-03-31", 1 },
  };

  register_fixture_set_up_empty (fixture, data);
  register_fixture_add (fixture, rows, G_N_ELEMENTS (rows));
}

static gboolean
set_values (TenureEdit *edit, gpointer data, GError **error)
{
  RegisterFixture *fixture = data;
  const TenureRecordType type = TENURE_RECORD_AGREEMENT;

  for (const char *letter = "ABC"; *letter != '\0'; letter++)
    {
      TenureId id = register_fixture_find (fixture, *letter);
      TenureValue value = TENURE_VALUE_OF_INTEGER (1200000), currency = TENURE_VALUE_OF_TEXT ("GBP"),
                  no = TENURE_VALUE_OF_INTEGER (0);

      if (!tenure_edit_set (edit, type, id, tenure_record_field_index (type, "annual_value"), &value, error)
          || !tenure_edit_set (edit, type, id, tenure_record_field_index (type, "currency"), &currency, error)
          || !tenure_edit_set (edit, type, id, tenure_record_field_index (type, "funder_without_cause"), &no, error))
        return FALSE;
    }
  return TRUE;
}

static TenureSnapshot *
look_at (RegisterFixture *fixture)
{
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autoptr (GError) error = NULL;
  TenureSnapshot *snapshot;

  register_fixture_read (fixture);
  tenure_document_edit (fixture->document, "Values", set_values, fixture, &error);
  g_assert_no_error (error);
  register_fixture_read (fixture);
  snapshot = tenure_snapshot_new (fixture->basis, filter, fixture->reader, &error);
  g_assert_no_error (error);
  return snapshot;
}

/* 21 November 2027 is reached from 31 March by 8 months, from 31 May by 6; each costs a year's twelfth a month. */
static void
test_requests (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureSnapshot) snapshot = look_at (fixture);
  const TenureFacts *facts = tenure_snapshot_get_facts (snapshot);
  g_autoptr (TenureProposal) proposal = tenure_proposal_new (tenure_snapshot_get_analysis (snapshot), 10000);
  g_autoptr (GPtrArray) requests = tenure_proposal_make_requests (proposal, facts, G_MAXINT64);
  g_autoptr (GPtrArray) none = tenure_proposal_make_requests (proposal, facts, proposal->cost_minor - 1);
  g_autofree char *words = tenure_proposal_dup_words (proposal, tenure_snapshot_get_facts (snapshot), G_MAXINT64);
  g_autofree char *little = tenure_proposal_dup_words (proposal, tenure_snapshot_get_facts (snapshot), proposal->cost_minor - 1);
  const TenureScenarioRequest *six, *eight;

  g_assert_cmpuint (requests->len, ==, 2);
  six = requests->pdata[0];
  eight = requests->pdata[1];
  g_assert_cmpint (six->months, ==, 6);
  g_assert_cmpint (g_array_index (six->agreements, TenureId, 0), ==, register_fixture_find (fixture, 'B'));
  g_assert_cmpint (eight->months, ==, 8);
  g_assert_cmpint (g_array_index (eight->agreements, TenureId, 0), ==, register_fixture_find (fixture, 'A'));
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpstr (words, ==, "2 agreements of 1 provider for £14,000, and nothing cheaper is enough. 2 extended terms then all end on 30 Nov 2027 "
                          "and are to be decided again by then.");
  g_assert_cmpstr (little, ==, "That sum is too little: nothing below £14,000 is enough.");
}

/* Half is secured by the one that costs less: the shorter extension. */
static void
test_half (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureSnapshot) snapshot = look_at (fixture);
  g_autoptr (TenureProposal) proposal = tenure_proposal_new (tenure_snapshot_get_analysis (snapshot), 5000);
  g_autoptr (GPtrArray) requests =
      tenure_proposal_make_requests (proposal, tenure_snapshot_get_facts (snapshot), proposal->cost_minor);
  g_autofree char *words = tenure_proposal_dup_words (proposal, tenure_snapshot_get_facts (snapshot), proposal->cost_minor);

  g_assert_cmpuint (requests->len, ==, 1);
  g_assert_cmpint (((const TenureScenarioRequest *) requests->pdata[0])->months, ==, 6);
  g_assert_cmpstr (words, ==, "1 agreement of 1 provider for £6,000, and nothing cheaper is enough. 1 extended term then ends on 30 Nov 2027 and is "
                          "to be decided again by then.");
}

/* What is not known is counted, and not taken for enough. */
static void
test_unknown (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autoptr (TenureSnapshot) snapshot = NULL;
  g_autoptr (TenureProposal) proposal = NULL;
  g_autofree char *words = NULL;

  register_fixture_read (fixture);
  snapshot = tenure_snapshot_new (fixture->basis, filter, fixture->reader, NULL);
  proposal = tenure_proposal_new (tenure_snapshot_get_analysis (snapshot), 5000);
  words = tenure_proposal_dup_words (proposal, tenure_snapshot_get_facts (snapshot), G_MAXINT64);
  g_assert_cmpstr (words, ==, "No extension is needed or would help. Of 2 providers it cannot be told: Lantern Trust, Harbour Carers.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/scenario-proposal/requests", RegisterFixture, NULL, set_up, test_requests, register_fixture_tear_down);
  g_test_add ("/scenario-proposal/half", RegisterFixture, NULL, set_up, test_half, register_fixture_tear_down);
  g_test_add ("/scenario-proposal/unknown", RegisterFixture, NULL, set_up, test_unknown, register_fixture_tear_down);
  return g_test_run ();
}
