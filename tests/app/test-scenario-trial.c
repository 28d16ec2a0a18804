/* What a change that is tried would do, in words, and which changes it comes to. */

#include "app/scenario/scenario-trial.h"
#include "register-fixture.h"

static TenureSnapshot *
look_at (RegisterFixture *fixture)
{
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autoptr (GError) error = NULL;
  TenureSnapshot *snapshot = tenure_snapshot_new (fixture->basis, filter, fixture->reader, &error);

  g_assert_no_error (error);
  return snapshot;
}

/* Of the agreements whose titles begin with @letters. */
static TenureScenarioRequest *
request_new (RegisterFixture *fixture, TenureScenarioKind kind, const char *letters)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TenureId));

  for (; *letters != '\0'; letters++)
    {
      TenureId id = register_fixture_find (fixture, *letters);

      g_array_append_val (ids, id);
    }
  return tenure_scenario_request_new (kind, ids);
}

/* What one request alone would do. Takes it over. */
static TenureTrial *
try_one (const TenureSnapshot *snapshot, TenureScenarioRequest *request)
{
  g_autoptr (GPtrArray) requests = tenure_scenario_requests_new ();

  g_ptr_array_add (requests, request);
  return tenure_trial_new (requests, snapshot);
}

static void
assert_line (const GPtrArray *lines, const char *label, const char *before, const char *after)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const TenureEffect *line = lines->pdata[i];

      g_test_message ("%s: %s, %s", line->label, line->before, line->after);
      if (!g_str_equal (line->label, label))
        continue;
      g_assert_cmpstr (line->before, ==, before);
      g_assert_cmpstr (line->after, ==, after);
      return;
    }
  g_error ("no line says “%s”", label);
}

/* A grant of 12 months gets 24: its flag goes. What has no end on record is said and left out. */
static void
test_extend (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureSnapshot) snapshot = look_at (fixture);
  TenureScenarioRequest *request = request_new (fixture, TENURE_SCENARIO_EXTEND, "AE");
  g_autoptr (TenureTrial) trial = NULL;

  request->months = 12;
  trial = try_one (snapshot, request);
  g_assert_cmpuint (trial->made->n, ==, 1);
  g_assert_cmpint (trial->made->changes[0].agreement, ==, register_fixture_find (fixture, 'A'));
  g_assert_cmpstr (trial->label, ==, "Extend “Lantern Trust: Advice line” by 12 months");
  g_assert_cmpuint (trial->problems->len, ==, 1);
  g_assert_nonnull (strstr (trial->problems->pdata[0], "has no end on record"));
  g_assert_nonnull (trial->all_flags);
  assert_line (trial->flags, "Short term: Advice line", "red", "none");
}

/* No value is recorded: nothing is told as though it were zero. */
static void
test_unknown (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureSnapshot) snapshot = look_at (fixture);
  TenureScenarioRequest *request = request_new (fixture, TENURE_SCENARIO_EXTEND, "A");
  g_autoptr (TenureTrial) trial = NULL;

  request->months = 12;
  trial = try_one (snapshot, request);
  g_assert_cmpuint (trial->ahead->len, ==, 10);
  assert_line (trial->ahead, "Secured, Feb 2027", "not known", "not known");
}

/* The term that starts last stays. */
static void
test_merge (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureSnapshot) snapshot = look_at (fixture);
  TenureScenarioRequest *request = request_new (fixture, TENURE_SCENARIO_MERGE, "BA");
  g_autoptr (TenureTrial) trial = NULL;

  g_assert_true (tenure_day_parse_iso ("2029-03-31", &request->day));
  trial = try_one (snapshot, request);
  g_assert_cmpuint (trial->made->n, ==, 1);
  g_assert_cmpint (trial->made->changes[0].agreement, ==, register_fixture_find (fixture, 'A'));
  g_assert_cmpuint (trial->made->changes[0].n_others, ==, 1);
  g_assert_cmpint (trial->made->changes[0].others[0], ==, register_fixture_find (fixture, 'B'));
}

static void
test_nothing (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureSnapshot) snapshot = look_at (fixture);
  TenureScenarioRequest *request = request_new (fixture, TENURE_SCENARIO_EXERCISE, "AB");
  g_autoptr (TenureTrial) trial = try_one (snapshot, request);

  g_assert_cmpuint (trial->made->n, ==, 0);
  g_assert_cmpuint (trial->problems->len, ==, 2);
  g_assert_null (trial->label);
}

/* Several, one after another: a second extension goes on from the first; what cannot be made does nothing. */
static void
test_several (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureSnapshot) snapshot = look_at (fixture);
  g_autoptr (GPtrArray) requests = tenure_scenario_requests_new ();
  TenureScenarioRequest *first = request_new (fixture, TENURE_SCENARIO_EXTEND, "A");
  TenureScenarioRequest *never = request_new (fixture, TENURE_SCENARIO_EXERCISE, "A");
  TenureScenarioRequest *second = request_new (fixture, TENURE_SCENARIO_EXTEND, "AE");
  g_autoptr (TenureTrial) trial = NULL, alone = NULL;
  TenureScenarioRequest *both = request_new (fixture, TENURE_SCENARIO_EXTEND, "A");

  first->months = 6;
  second->months = 18;
  both->months = 24;
  g_ptr_array_add (requests, first);
  g_ptr_array_add (requests, never);
  g_ptr_array_add (requests, second);
  trial = tenure_trial_new (requests, snapshot);
  alone = try_one (snapshot, both);
  g_assert_cmpuint (trial->made->n, ==, 2);
  g_assert_cmpuint (trial->problems->len, ==, 2);
  g_assert_true (g_str_has_prefix (trial->label, "Scenario: Extend “Lantern Trust: Advice line” by 6 months; "));
  g_assert_cmpstr (trial->all_flags, ==, alone->all_flags);
  g_assert_cmpuint (trial->figures->len, ==, alone->figures->len);
  for (guint i = 0; i < trial->figures->len; i++)
    {
      const TenureEffect *line = alone->figures->pdata[i];

      assert_line (trial->figures, line->label, line->before, line->after);
    }
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
  add ("/scenario-trial/extend", test_extend);
  add ("/scenario-trial/unknown", test_unknown);
  add ("/scenario-trial/merge", test_merge);
  add ("/scenario-trial/nothing", test_nothing);
  add ("/scenario-trial/several", test_several);
  return g_test_run ();
}
