/* Scenarios that a document keeps: written and read again, undone, and what becomes of them when agreements go. */

#include "register-fixture.h"
#include "register/scenario-apply.h"
#include "register/scenario-kept.h"
#include "store/history-travel.h"
#include "store/load-facts.h"

#define AS_OF REGISTER_AS_OF

static TenureReader *
get_reader (RegisterFixture *fixture)
{
  return tenure_document_get_reader (fixture->document);
}

static TenureScenarioRequest *
add_request (TenureScenarioKept *kept, TenureScenarioKind kind)
{
  TenureScenarioRequest *request = tenure_scenario_request_new (kind, NULL);

  g_ptr_array_add (kept->requests, request);
  return request;
}

static void
add_agreement (RegisterFixture *fixture, TenureScenarioRequest *request, char letter)
{
  TenureId id = register_fixture_find (fixture, letter);

  g_array_append_val (request->agreements, id);
}

/* Agreement A extended by a year. */
static TenureScenarioKept *
extension_new (RegisterFixture *fixture, const char *name)
{
  TenureScenarioKept *kept = tenure_scenario_kept_new (name);
  TenureScenarioRequest *request = add_request (kept, TENURE_SCENARIO_EXTEND);

  request->months = 12;
  add_agreement (fixture, request, 'A');
  return kept;
}

static TenureId
save (RegisterFixture *fixture, const TenureScenarioKept *kept)
{
  g_autoptr (GError) error = NULL;

  tenure_scenario_kept_save (fixture->document, kept, &error);
  g_assert_no_error (error);
  return tenure_scenario_kept_find (get_reader (fixture), kept->name);
}

static TenureScenarioKept *
load (RegisterFixture *fixture, TenureId id)
{
  g_autoptr (GError) error = NULL;
  TenureScenarioKept *kept = tenure_scenario_kept_load (get_reader (fixture), id, &error);

  g_assert_no_error (error);
  return kept;
}

static void
assert_same (const TenureScenarioRequest *a, const TenureScenarioRequest *b)
{
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpuint (a->agreements->len, ==, b->agreements->len);
  for (guint i = 0; i < a->agreements->len; i++)
    g_assert_cmpint (g_array_index (a->agreements, TenureId, i), ==, g_array_index (b->agreements, TenureId, i));
  g_assert_cmpint (a->months, ==, b->months);
  g_assert_cmpint (a->uplift_bp, ==, b->uplift_bp);
  g_assert_cmpint (a->day, ==, b->day);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpint (a->start, ==, b->start);
  g_assert_cmpint (a->provider, ==, b->provider);
  g_assert_cmpint (a->annual_known, ==, b->annual_known);
  g_assert_cmpint (a->annual.minor, ==, b->annual.minor);
  g_assert_cmpint (a->annual.currency, ==, b->annual.currency);
}

/* Only what its kind says: the rest is not kept. */
static void
fill_randomly (RegisterFixture *fixture, TenureScenarioRequest *request)
{
  int n = g_test_rand_int_range (request->kind == TENURE_SCENARIO_ADD ? 0 : 1, 4);

  for (int i = 0; i < n; i++)
    add_agreement (fixture, request, "ABCDE"[g_test_rand_int_range (0, 5)]);
  if (request->kind == TENURE_SCENARIO_EXTEND)
    request->months = g_test_rand_int_range (1, TENURE_SCENARIO_MAX_MONTHS + 1);
  else if (request->kind == TENURE_SCENARIO_UPLIFT)
    request->uplift_bp = g_test_rand_int_range (-9999, TENURE_SCENARIO_MAX_UPLIFT_BP + 1);
  else if (request->kind != TENURE_SCENARIO_EXERCISE)
    request->day = AS_OF + g_test_rand_int_range (-4000, 4000);
  if (request->kind != TENURE_SCENARIO_ADD)
    return;
  request->title = g_strdup_printf ("Title %d", g_test_rand_int_range (0, 1000));
  request->start = AS_OF + g_test_rand_int_range (-4000, 4000);
  if (g_test_rand_bit ())
    request->annual = (TenureMoney){ g_test_rand_int_range (0, G_MAXINT32), tenure_currency_from_code ("GBP") };
  request->annual_known = request->annual.currency != TENURE_CURRENCY_NONE;
}

/* Random lists of changes come back as they went in, whatever stood there before under the same name. */
static void
test_round_trip (RegisterFixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (TenureScenarioKept) kept = tenure_scenario_kept_new (round % 2 == 0 ? "Even" : "Odd"), read = NULL;
      guint n = (guint) g_test_rand_int_range (1, 9);

      kept->notes = g_test_rand_bit () ? g_strdup ("Asked for by the panel") : NULL;
      for (guint i = 0; i < n; i++)
        fill_randomly (fixture, add_request (kept, (TenureScenarioKind) g_test_rand_int_range (0, TENURE_SCENARIO_ADD + 1)));
      read = load (fixture, save (fixture, kept));
      g_assert_cmpstr (read->name, ==, kept->name);
      g_assert_cmpstr (read->notes, ==, kept->notes);
      g_assert_cmpuint (read->n_unread, ==, 0);
      g_assert_cmpuint (read->requests->len, ==, n);
      for (guint i = 0; i < n; i++)
        assert_same (read->requests->pdata[i], kept->requests->pdata[i]);
    }
  g_assert_cmpint (tenure_reader_count (get_reader (fixture), TENURE_RECORD_SCENARIO, NULL), ==, 2);
}

/* By name in the list; renamed by its number; one step each, taken back and made again. */
static void
test_names_and_undo (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureScenarioKept) second = extension_new (fixture, "Second"), first = extension_new (fixture, "First");
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ids = NULL, none = NULL;
  g_autofree char *words = NULL;

  second->id = save (fixture, second);
  save (fixture, first);
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==, "Keep scenario “First”");
  g_free (second->name);
  second->name = g_strdup ("Another");
  g_assert_cmpint (save (fixture, second), ==, second->id);
  ids = tenure_scenario_kept_list (get_reader (fixture), names);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpstr (names->pdata[0], ==, "Another");
  g_assert_cmpstr (names->pdata[1], ==, "First");
  words = tenure_scenario_kept_dup_words (get_reader (fixture), second->id);
  g_assert_cmpstr (words, ==, "Extend by 12 months (1 agreement)");
  for (guint i = 0; i < 3; i++)
    g_assert_true (tenure_document_undo (fixture->document, NULL, NULL));
  none = tenure_scenario_kept_list (get_reader (fixture), NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (tenure_document_redo (fixture->document, NULL, NULL));
  g_assert_cmpint (tenure_scenario_kept_find (get_reader (fixture), "Second"), ==, second->id);
}

static gboolean
delete_agreement (TenureEdit *edit, gpointer data, GError **error)
{
  return tenure_edit_delete (edit, TENURE_RECORD_AGREEMENT, *(const TenureId *) data, error);
}

/* An agreement that is deleted leaves the scenario; undoing brings it back there. */
static void
test_deleted_agreement (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureScenarioKept) kept = extension_new (fixture, "Longer"), without = NULL, again = NULL;
  TenureId deleted = register_fixture_find (fixture, 'B'), id;
  const TenureScenarioRequest *request;

  add_agreement (fixture, kept->requests->pdata[0], 'B');
  id = save (fixture, kept);
  g_assert_true (tenure_document_edit (fixture->document, "Delete", delete_agreement, &deleted, NULL));
  without = load (fixture, id);
  request = without->requests->pdata[0];
  g_assert_cmpuint (request->agreements->len, ==, 1);
  g_assert_cmpint (g_array_index (request->agreements, TenureId, 0), ==, register_fixture_find (fixture, 'A'));
  g_assert_true (tenure_document_undo (fixture->document, NULL, NULL));
  again = load (fixture, id);
  assert_same (again->requests->pdata[0], kept->requests->pdata[0]);
}

static void
apply (RegisterFixture *fixture, const TenureScenarioKept *kept, TenureId id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureFacts) facts = tenure_load_facts (get_reader (fixture), NULL, &error);
  g_autoptr (TenureScenarioChanges) changes = tenure_scenario_changes_new (kept->requests, facts);

  tenure_scenario_apply (fixture->document, "Apply", changes->changes, changes->n, AS_OF, TENURE_ID_NONE, id, &error);
  g_assert_no_error (error);
}

/* What was applied is no longer kept as something that might be; both in one step. Another that names a term which became part
 * of a longer one goes on with that. */
static void
test_applied (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureScenarioKept) merged = tenure_scenario_kept_new ("Merged"), other = tenure_scenario_kept_new ("Other");
  g_autoptr (TenureScenarioKept) read = NULL;
  TenureScenarioRequest *merge = add_request (merged, TENURE_SCENARIO_MERGE);
  TenureScenarioRequest *exercise = add_request (other, TENURE_SCENARIO_EXERCISE);
  const TenureScenarioRequest *request;
  TenureId id, kept = register_fixture_find (fixture, 'A');

  add_agreement (fixture, merge, 'A');
  add_agreement (fixture, merge, 'B');
  g_assert_true (tenure_day_parse_iso ("2030-03-31", &merge->day));
  add_agreement (fixture, exercise, 'B');
  id = save (fixture, merged);
  save (fixture, other);
  apply (fixture, merged, id);
  g_assert_cmpint (tenure_scenario_kept_find (get_reader (fixture), "Merged"), ==, TENURE_ID_NONE);
  read = load (fixture, tenure_scenario_kept_find (get_reader (fixture), "Other"));
  request = read->requests->pdata[0];
  g_assert_cmpuint (request->agreements->len, ==, 1);
  g_assert_cmpint (g_array_index (request->agreements, TenureId, 0), ==, kept);
  g_assert_true (tenure_document_undo (fixture->document, NULL, NULL));
  g_assert_cmpint (tenure_scenario_kept_find (get_reader (fixture), "Merged"), ==, id);
}

/* A kind that a newer version knows, or a change without its amount: counted, not made, and left where it is. */
static void
test_unread (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureScenarioKept) kept = extension_new (fixture, "From later"), read = NULL, again = NULL;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, save (fixture, kept)), *words = NULL;

  register_fixture_insert (fixture, TENURE_RECORD_SCENARIO_CHANGE, "scenario", id, "kind", "novate", NULL);
  register_fixture_insert (fixture, TENURE_RECORD_SCENARIO_CHANGE, "scenario", id, "kind", "move_end", NULL);
  kept->id = tenure_scenario_kept_find (get_reader (fixture), "From later");
  read = load (fixture, kept->id);
  g_assert_cmpuint (read->requests->len, ==, 1);
  g_assert_cmpuint (read->n_unread, ==, 2);
  words = tenure_scenario_kept_dup_words (get_reader (fixture), kept->id);
  g_assert_cmpstr (words, ==,
                   "Extend by 12 months (1 agreement); a change that this version does not know; "
                   "a change that this version does not know");
  save (fixture, read);
  again = load (fixture, kept->id);
  g_assert_cmpuint (again->requests->len, ==, 1);
  g_assert_cmpuint (again->n_unread, ==, 2);
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
  add ("/scenario-kept/round-trip", test_round_trip);
  add ("/scenario-kept/names-and-undo", test_names_and_undo);
  add ("/scenario-kept/deleted-agreement", test_deleted_agreement);
  add ("/scenario-kept/applied", test_applied);
  add ("/scenario-kept/unread", test_unread);
  return g_test_run ();
}
