/* What is asked for, in words, and the changes it comes to. */

#include "register-fixture.h"
#include "register/scenario-request.h"

static TenureDay
day (const char *text)
{
  TenureDay read;

  g_assert_true (tenure_day_parse_iso (text, &read));
  return read;
}

/* Of the agreements whose titles begin with @letters. */
static TenureScenarioRequest *
ask (RegisterFixture *fixture, TenureScenarioKind kind, const char *letters)
{
  TenureScenarioRequest *request = tenure_scenario_request_new (kind, NULL);

  for (; *letters != '\0'; letters++)
    {
      TenureId id = register_fixture_find (fixture, *letters);

      g_array_append_val (request->agreements, id);
    }
  return request;
}

static const TenureFacts *
get_facts (RegisterFixture *fixture)
{
  return tenure_basis_get_facts (fixture->basis);
}

static void
test_labels (RegisterFixture *fixture, gconstpointer data)
{
  static const struct
  {
    TenureScenarioKind kind;
    int months, uplift_bp;
    const char *label;
  } cases[] = {
    { TENURE_SCENARIO_EXTEND, 1, 0, "Extend by 1 month" },
    { TENURE_SCENARIO_EXTEND, 12, 0, "Extend by 12 months" },
    { TENURE_SCENARIO_EXERCISE, 0, 0, "Take up the next option" },
    { TENURE_SCENARIO_UPLIFT, 0, 350, "Raise the price by 3.5 %" },
    { TENURE_SCENARIO_UPLIFT, 0, -200, "Lower the price by 2 %" },
    { TENURE_SCENARIO_MOVE_END, 0, 0, "Move the end to 30 Jun 2027" },
    { TENURE_SCENARIO_END_EARLY, 0, 0, "End early on 30 Jun 2027" },
    { TENURE_SCENARIO_MERGE, 0, 0, "Merge to one term, to 30 Jun 2027" },
    { TENURE_SCENARIO_ADD, 0, 0, "Add “Evening visits”, 1 Apr 2027 to 30 Jun 2027" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureScenarioRequest) request = tenure_scenario_request_new (cases[i].kind, NULL);
      g_autofree char *label = NULL;

      request->months = cases[i].months;
      request->uplift_bp = cases[i].uplift_bp;
      request->day = day ("2027-06-30");
      request->start = day ("2027-04-01");
      request->title = g_strdup ("Evening visits");
      label = tenure_scenario_request_dup_label (request);
      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

/* Two are named, the rest counted; those that are gone are not named. */
static void
test_agreements (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureScenarioRequest) one = ask (fixture, TENURE_SCENARIO_EXTEND, "A");
  g_autoptr (TenureScenarioRequest) four = ask (fixture, TENURE_SCENARIO_EXTEND, "ABCD");
  g_autoptr (TenureScenarioRequest) gone = tenure_scenario_request_new (TENURE_SCENARIO_EXTEND, NULL);
  g_autofree char *of_one = tenure_scenario_request_dup_agreements (one, get_facts (fixture));
  g_autofree char *of_four = tenure_scenario_request_dup_agreements (four, get_facts (fixture));
  g_autofree char *of_gone = NULL;
  TenureId nobody = 12345;

  g_assert_cmpstr (of_one, ==, "“Lantern Trust: Advice line”");
  g_assert_cmpstr (of_four, ==, "“Lantern Trust: Advice line”, “Lantern Trust: Befriending” and 2 more");
  g_array_append_val (gone->agreements, nobody);
  of_gone = tenure_scenario_request_dup_agreements (gone, get_facts (fixture));
  g_assert_null (of_gone);
}

/* Agreement by agreement, request by request; the term that starts last stays when several become one. */
static void
test_changes (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) requests = tenure_scenario_requests_new ();
  g_autoptr (TenureScenarioChanges) changes = NULL;
  TenureScenarioRequest *merge = ask (fixture, TENURE_SCENARIO_MERGE, "BA");
  TenureScenarioRequest *extend = ask (fixture, TENURE_SCENARIO_EXTEND, "CD");

  extend->months = 6;
  merge->day = day ("2029-03-31");
  g_ptr_array_add (requests, extend);
  g_ptr_array_add (requests, merge);
  changes = tenure_scenario_changes_new (requests, get_facts (fixture));
  g_ptr_array_set_size (requests, 0); /* nothing is borrowed of them */

  g_assert_cmpuint (changes->n, ==, 3);
  g_assert_cmpuint (changes->problems->len, ==, 0);
  g_assert_cmpint (changes->changes[0].agreement, ==, register_fixture_find (fixture, 'C'));
  g_assert_cmpint (changes->changes[1].agreement, ==, register_fixture_find (fixture, 'D'));
  g_assert_cmpint (changes->changes[1].months, ==, 6);
  g_assert_cmpint (changes->changes[2].agreement, ==, register_fixture_find (fixture, 'A'));
  g_assert_cmpuint (changes->changes[2].n_others, ==, 1);
  g_assert_cmpint (changes->changes[2].others[0], ==, register_fixture_find (fixture, 'B'));
  g_assert_cmpint (changes->changes[2].day, ==, day ("2029-03-31"));
}

/* Another like one: it needs nobody named, and has the currency of what it is like unless it says so. */
static void
test_addition (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) requests = tenure_scenario_requests_new ();
  g_autoptr (TenureScenarioChanges) changes = NULL;
  TenureScenarioRequest *like = ask (fixture, TENURE_SCENARIO_ADD, "A");
  TenureScenarioRequest *alone = ask (fixture, TENURE_SCENARIO_ADD, "");

  like->title = g_strdup ("Evening visits");
  like->start = day ("2027-04-01");
  like->day = day ("2030-03-31");
  like->annual_known = TRUE;
  like->annual = (TenureMoney){ 1200000, tenure_currency_from_code ("EUR") };
  alone->title = g_strdup ("Alone");
  g_ptr_array_add (requests, like);
  g_ptr_array_add (requests, alone);
  changes = tenure_scenario_changes_new (requests, get_facts (fixture));
  g_ptr_array_set_size (requests, 0);

  g_assert_cmpuint (changes->n, ==, 1);
  g_assert_cmpstr (changes->changes[0].title, ==, "Evening visits");
  g_assert_cmpint (changes->changes[0].like, ==, register_fixture_find (fixture, 'A'));
  g_assert_cmpint (changes->changes[0].annual_minor, ==, 1200000);
  g_assert_cmpint (changes->changes[0].currency, ==, tenure_currency_from_code ("EUR"));
  g_assert_cmpuint (changes->problems->len, ==, 1);
  g_assert_nonnull (strstr (changes->problems->pdata[0], "who would provide it is not recorded"));
}

/* A request of which all agreements were deleted does nothing, and says so. */
static void
test_nothing_left (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) requests = tenure_scenario_requests_new ();
  g_autoptr (TenureScenarioChanges) changes = NULL;

  g_ptr_array_add (requests, ask (fixture, TENURE_SCENARIO_EXERCISE, ""));
  changes = tenure_scenario_changes_new (requests, get_facts (fixture));
  g_assert_cmpuint (changes->n, ==, 0);
  g_assert_cmpuint (changes->problems->len, ==, 1);
  g_assert_cmpstr (changes->problems->pdata[0], ==, "Take up the next option: its agreements are no longer there.");
}

static void
add (const char *path, void (*test) (RegisterFixture *fixture, gconstpointer data))
{
  g_test_add (path, RegisterFixture, NULL, register_fixture_set_up, test, register_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/scenario-request/labels", test_labels);
  add ("/scenario-request/agreements", test_agreements);
  add ("/scenario-request/changes", test_changes);
  add ("/scenario-request/addition", test_addition);
  add ("/scenario-request/nothing-left", test_nothing_left);
  return g_test_run ();
}
