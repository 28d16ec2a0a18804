/* What a change of many records would do to the figures: tried out, told, and taken back. */

#include "app/forms/bulk-effects.h"
#include "register-fixture.h"
#include "store/history.h"

#define FIELD(name) tenure_record_field_index (TENURE_RECORD_AGREEMENT, name)

/* The ends of the agreements whose titles begin with @letters become @end. */
static TenureBulkChange *
change_new (RegisterFixture *fixture, const char *letters, const char *end, GPtrArray **out_records)
{
  g_autoptr (TenureRecord) values = tenure_record_new (TENURE_RECORD_AGREEMENT);
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) error = NULL;
  guint field = FIELD ("end");
  TenureId ids[REGISTER_N_ROWS];
  guint n = 0;

  for (; *letters != '\0'; letters++)
    ids[n++] = register_fixture_find (fixture, *letters);
  *out_records = tenure_reader_load_many (fixture->reader, TENURE_RECORD_AGREEMENT, ids, n, &error);
  g_assert_no_error (error);
  tenure_record_set_text_by_name (values, "end", end);
  g_array_append_val (fields, field);
  return tenure_bulk_change_new (values, fields, NULL);
}

static TenureSnapshot *
look_at (RegisterFixture *fixture, const char *place)
{
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autoptr (GError) error = NULL;
  TenureSnapshot *snapshot;

  if (place != NULL)
    tenure_filter_toggle (filter, "place", place, TRUE);
  snapshot = tenure_snapshot_new (fixture->basis, filter, fixture->reader, &error);
  g_assert_no_error (error);
  return snapshot;
}

/* Which fields count is the catalogue's business. */
static char *
dup_lines (const TenureEffects *effects)
{
  GString *text = g_string_new (NULL);
  g_autofree char *flags = tenure_flag_change_dup_label (&effects->rules[TENURE_RULE_T1]);

  for (guint i = 0; i < effects->figures->len; i++)
    {
      const TenureEffect *effect = effects->figures->pdata[i];

      if (!g_str_equal (effect->label, "Fields recorded"))
        g_string_append_printf (text, "%s: %s → %s\n", effect->label, effect->before, effect->after);
    }
  g_string_append_printf (text, "T1: %s\n", flags);
  return g_string_free (text, FALSE);
}

static char *
dup_effects (RegisterFixture *fixture, TenureSnapshot *before, const char *letters, const char *end)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (TenureBulkChange) change = change_new (fixture, letters, end, &records);
  g_autoptr (TenureBulkPlan) plan = tenure_bulk_plan_new (change, records);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureEffects) effects =
    tenure_bulk_find_effects (change, plan, before, fixture->document, NULL, &error);

  g_assert_no_error (error);
  return dup_lines (effects);
}

/* What is foretold is what comes; and until then nothing has changed. */
static void
test_foretold (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureSnapshot) before = look_at (fixture, NULL);
  g_autofree char *foretold = dup_effects (fixture, before, "AB", "2029-03-31");
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (TenureBulkChange) change = change_new (fixture, "AB", "2029-03-31", &records);
  g_autoptr (TenureBulkPlan) plan = tenure_bulk_plan_new (change, records);
  g_autoptr (TenureSnapshot) after = NULL;
  g_autoptr (TenureEffects) effects = NULL;
  g_autofree char *came = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==, "Fill");
  g_assert_cmpstr (tenure_record_get_text_by_name (records->pdata[0], "end"), ==, "2027-03-31");
  g_assert_true (tenure_bulk_apply (change, plan, fixture->document, &error));
  g_assert_no_error (error);
  register_fixture_read (fixture);
  after = look_at (fixture, NULL);
  effects = tenure_effects_new (tenure_snapshot_get_analysis (before), tenure_snapshot_get_analysis (after));
  came = dup_lines (effects);
  g_assert_cmpstr (foretold, ==, came);
  g_assert_cmpstr (foretold, ==,
                   "Terms of 12 months or less: 1 → 0\n"
                   "Terms of 36 months or more: 2 → 3\n"
                   "End within 12 months and are not renewed: 2 → 0\n"
                   "T1: 1 goes\n");
}

/* What is looked at stays what it is: here only the agreements of one place. */
static void
test_narrowed (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureSnapshot) south = look_at (fixture, "South");
  g_autoptr (TenureSnapshot) north = look_at (fixture, "North");
  g_autofree char *of_south = dup_effects (fixture, south, "AB", "2024-12-31");
  g_autofree char *of_north = dup_effects (fixture, north, "AB", "2029-03-31");

  g_assert_cmpstr (of_south, ==,
                   "Running: 1 → 0\n"
                   "Terms of 36 months or more: 1 → 0\n"
                   "End within 12 months and are not renewed: 1 → 0\n"
                   "T1: (null)\n");
  g_assert_cmpstr (of_north, ==,
                   "Terms of 12 months or less: 1 → 0\n"
                   "Terms of 36 months or more: 0 → 1\n"
                   "End within 12 months and are not renewed: 1 → 0\n"
                   "T1: 1 goes\n");
}

/* Whoever does not wait for it gets nothing, and the document is free again. */
static void
test_cancelled (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureSnapshot) before = look_at (fixture, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (TenureBulkChange) change = change_new (fixture, "AB", "2029-03-31", &records);
  g_autoptr (TenureBulkPlan) plan = tenure_bulk_plan_new (change, records);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tenure_bulk_find_effects (change, plan, before, fixture->document, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (tenure_bulk_apply (change, plan, fixture->document, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/bulk-effects/foretold", RegisterFixture, NULL, register_fixture_set_up, test_foretold, register_fixture_tear_down);
  g_test_add ("/bulk-effects/narrowed", RegisterFixture, NULL, register_fixture_set_up, test_narrowed, register_fixture_tear_down);
  g_test_add ("/bulk-effects/cancelled", RegisterFixture, NULL, register_fixture_set_up, test_cancelled, register_fixture_tear_down);
  return g_test_run ();
}
