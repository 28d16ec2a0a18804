/* Where the inputs of an explanation came from, in words. */

#include "register-fixture.h"
#include "register/input-origins.h"
#include "store/history.h"
#include "store/origin.h"

static void
add_line (TenureExplanation *explanation, TenureRecordType type, TenureId id, const char *field)
{
  tenure_explanation_add (explanation, type, id, field, "value");
  tenure_explanation_set_input (explanation, type, id, field);
}

typedef struct
{
  TenureId agreement;
  const char *sheet;
} Import;

static gboolean
import (TenureEdit *edit, gpointer data, GError **error)
{
  const Import *import = data;
  g_autoptr (TenureOrigin) origin = tenure_origin_new ();
  g_autoptr (TenureRecord) record = tenure_edit_get (edit, TENURE_RECORD_AGREEMENT, import->agreement, error);

  g_assert_nonnull (record);
  origin->file = g_strdup ("register.xlsx");
  origin->profile = g_strdup ("register");
  origin->sheet = g_strdup (import->sheet);
  record->origin = tenure_edit_add_origin_row (edit, origin->id, 14, "[\"\"]", error);
  tenure_record_set_text_by_name (record, "reference", import->sheet != NULL ? "S-1" : "B-1");
  return tenure_edit_update (edit, record, NULL, error) && tenure_edit_add_origin (edit, origin, error);
}

static void
assert_origins (RegisterFixture *fixture, const TenureExplanation *explanation, const char *const *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) origins =
      tenure_input_origins_find (tenure_document_get_reader (fixture->document), explanation->lines, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (origins->len, ==, explanation->lines->len);
  for (guint i = 0; i < origins->len; i++)
    g_assert_cmpstr (origins->pdata[i], ==, expected[i]);
}

/* Typed, imported with and without a sheet, blank though it has a value, worked out, and a step of which nobody asks. */
static void
test_words (RegisterFixture *fixture, gconstpointer data)
{
  static const char *const expected[] = { "entered on 21 Nov 2026", "from register.xlsx, row 14",
                                          "from register.xlsx, sheet Contracts, row 14",
                                          "worked out",             "worked out", NULL };
  g_autoptr (TenureExplanation) explanation = tenure_explanation_new ("Term", NULL);
  Import plain = { register_fixture_find (fixture, 'A'), NULL };
  Import sheet = { register_fixture_find (fixture, 'B'), "Contracts" };
  g_autoptr (GError) error = NULL;

  tenure_document_edit (fixture->document, "Import", import, &plain, &error);
  g_assert_no_error (error);
  tenure_document_edit (fixture->document, "Import", import, &sheet, &error);
  g_assert_no_error (error);
  add_line (explanation, TENURE_RECORD_AGREEMENT, plain.agreement, "start");
  add_line (explanation, TENURE_RECORD_AGREEMENT, plain.agreement, "reference");
  add_line (explanation, TENURE_RECORD_AGREEMENT, sheet.agreement, "reference");
  add_line (explanation, TENURE_RECORD_AGREEMENT, sheet.agreement, "maximum_end");
  add_line (explanation, TENURE_RECORD_AGREEMENT, sheet.agreement, "remaining_months");
  tenure_explanation_add (explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, "As of", "today");
  assert_origins (fixture, explanation, expected);
}

/* A record that went meanwhile says nothing. */
static void
test_gone (RegisterFixture *fixture, gconstpointer data)
{
  static const char *const expected[] = { NULL, "entered on 21 Nov 2026" };
  g_autoptr (TenureExplanation) explanation = tenure_explanation_new ("Term", NULL);

  add_line (explanation, TENURE_RECORD_AGREEMENT, 12345, "start");
  add_line (explanation, TENURE_RECORD_AGREEMENT, register_fixture_find (fixture, 'C'), "start");
  assert_origins (fixture, explanation, expected);
}

/* On a day that the test knows. */
static void
set_up (RegisterFixture *fixture, gconstpointer data)
{
  tenure_history_set_time (G_GINT64_CONSTANT (1795262400)); /* 21 November 2026, 12:00 */
  register_fixture_set_up (fixture, data);
}

static void
tear_down (RegisterFixture *fixture, gconstpointer data)
{
  register_fixture_tear_down (fixture, data);
  tenure_history_set_time (0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/input-origins/words", RegisterFixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/input-origins/gone", RegisterFixture, NULL, set_up, test_gone, tear_down);
  return g_test_run ();
}
