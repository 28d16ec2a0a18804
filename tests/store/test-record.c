#include "store-fixture.h"

#include "base/error.h"

#define AGREEMENT TENURE_RECORD_AGREEMENT

static void
test_typed_access (void)
{
  g_autoptr (TenureRecord) record = tenure_record_new (AGREEMENT);
  guint start = store_field (AGREEMENT, "start"), value = store_field (AGREEMENT, "value");
  guint flag = store_field (AGREEMENT, "open_ended"), notice = store_field (AGREEMENT, "funder_notice");
  guint provider = store_field (AGREEMENT, "provider"), title = store_field (AGREEMENT, "title");
  TenureMoney money;
  TenureDay day;

  g_assert_cmpint (tenure_record_get_day (record, start), ==, TENURE_DAY_NONE);
  g_assert_cmpint (tenure_record_get_flag (record, flag), ==, -1);
  g_assert_false (tenure_record_get_duration (record, notice).known);
  g_assert_false (tenure_record_get_money (record, value, &money));
  g_assert_cmpint (tenure_record_get_reference (record, provider), ==, TENURE_ID_NONE);

  g_assert_true (tenure_day_from_civil (2026, 4, 1, &day));
  tenure_record_set_day (record, start, day);
  g_assert_cmpstr (tenure_record_get_text (record, start), ==, "2026-04-01");
  g_assert_cmpint (tenure_record_get_day (record, start), ==, day);
  tenure_record_set_day (record, start, TENURE_DAY_NONE);
  g_assert_false (tenure_record_is_known (record, start));
  tenure_record_set_flag (record, flag, 0);
  g_assert_cmpint (tenure_record_get_flag (record, flag), ==, 0);
  tenure_record_set_flag (record, flag, -1);
  g_assert_false (tenure_record_is_known (record, flag));
  tenure_record_set_duration (record, notice, TENURE_DURATION_MONTHS (3));
  g_assert_cmpstr (tenure_record_get_text (record, notice), ==, "P3M");
  tenure_record_set_money (record, value, 0);
  tenure_record_set_text_by_name (record, "currency", "GBP");
  g_assert_true (tenure_record_get_money (record, value, &money));
  g_assert_cmpint (money.minor, ==, 0);
  g_assert_cmpuint (money.currency, ==, TENURE_CURRENCY_GBP);
  tenure_record_set_text (record, title, "");
  g_assert_false (tenure_record_is_known (record, title));
}

static void
test_dup_and_clear (void)
{
  g_autoptr (TenureRecord) record = store_record (AGREEMENT, "title", "A", "value", "5", NULL);
  g_autoptr (TenureRecord) copy = NULL;

  record->id = 7;
  record->origin = 9;
  copy = tenure_record_dup (record);
  g_assert_cmpint (copy->id, ==, 7);
  g_assert_cmpint (copy->origin, ==, 9);
  for (guint i = 0; i < record->n_fields; i++)
    g_assert_true (tenure_record_field_equal (record, copy, i));
  tenure_record_clear (record);
  g_assert_cmpint (record->id, ==, TENURE_ID_NONE);
  for (guint i = 0; i < record->n_fields; i++)
    g_assert_false (tenure_record_is_known (record, i));
  g_assert_cmpstr (tenure_record_get_text_by_name (copy, "title"), ==, "A");
}

static void
test_labels (void)
{
  static const struct
  {
    TenureRecordType type;
    const char *field, *value, *label;
  } cases[] = {
    { AGREEMENT, "start", "2026-04-01", "1 Apr 2026" },
    { AGREEMENT, "kind", "sla", "Service level agreement" },
    { AGREEMENT, "kind", "barter", "barter" },
    { AGREEMENT, "open_ended", "1", "Yes" },
    { AGREEMENT, "open_ended", "0", "No" },
    { AGREEMENT, "funder_notice", "P3M", "3 months" },
    { AGREEMENT, "value", "123456", "£1,234.56" },
    { AGREEMENT, "title", NULL, NULL },
    { TENURE_RECORD_FUNDER, "share", "10000", "100 %" },
    { TENURE_RECORD_FUNDER, "share", "1250", "12.5 %" },
    { TENURE_RECORD_FUNDER, "share", "3333", "33.33 %" },
    { TENURE_RECORD_MEETING, "minutes", "90", "90 minutes" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureRecord) record = store_record (cases[i].type, cases[i].field, cases[i].value, NULL);
      g_autofree char *label = NULL;

      if (cases[i].type == AGREEMENT)
        tenure_record_set_text_by_name (record, "currency", "GBP");
      label = tenure_record_dup_label (record, tenure_record_field_index (cases[i].type, cases[i].field));
      g_test_message ("%s %s", cases[i].field, cases[i].value != NULL ? cases[i].value : "NULL");
      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

#define OK -1

static void
test_checks (void)
{
  static const struct
  {
    TenureRecordType type;
    const char *field;
    TenureValue value;
    int code;
  } cases[] = {
    { AGREEMENT, "title", { TENURE_VALUE_NULL }, TENURE_ERROR_INVALID },
    { AGREEMENT, "title", { TENURE_VALUE_TEXT, .text = (char *) "A" }, OK },
    { AGREEMENT, "title", { TENURE_VALUE_TEXT, .text = (char *) "" }, TENURE_ERROR_INVALID },
    { AGREEMENT, "title", { TENURE_VALUE_TEXT, .text = (char *) "\xff" }, TENURE_ERROR_INVALID },
    { AGREEMENT, "title", { TENURE_VALUE_INTEGER, .integer = 4 }, TENURE_ERROR_INVALID },
    { AGREEMENT, "reference", { TENURE_VALUE_NULL }, OK },
    { AGREEMENT, "start", { TENURE_VALUE_TEXT, .text = (char *) "2026-02-30" }, TENURE_ERROR_INVALID },
    { AGREEMENT, "start", { TENURE_VALUE_TEXT, .text = (char *) "1/4/2026" }, TENURE_ERROR_INVALID },
    { AGREEMENT, "start", { TENURE_VALUE_TEXT, .text = (char *) "2024-02-29" }, OK },
    { AGREEMENT, "funder_notice", { TENURE_VALUE_TEXT, .text = (char *) "3 months" }, TENURE_ERROR_INVALID },
    { AGREEMENT, "funder_notice", { TENURE_VALUE_TEXT, .text = (char *) "P3M" }, OK },
    { AGREEMENT, "currency", { TENURE_VALUE_TEXT, .text = (char *) "gbp" }, TENURE_ERROR_INVALID },
    { AGREEMENT, "currency", { TENURE_VALUE_TEXT, .text = (char *) "GBP" }, OK },
    { AGREEMENT, "kind", { TENURE_VALUE_TEXT, .text = (char *) "barter" }, OK },
    { AGREEMENT, "open_ended", { TENURE_VALUE_INTEGER, .integer = 2 }, TENURE_ERROR_INVALID },
    { AGREEMENT, "open_ended", { TENURE_VALUE_INTEGER, .integer = 0 }, OK },
    { AGREEMENT, "value", { TENURE_VALUE_INTEGER, .integer = -5 }, OK },
    { AGREEMENT, "value", { TENURE_VALUE_TEXT, .text = (char *) "5" }, TENURE_ERROR_INVALID },
    { AGREEMENT, "provider", { TENURE_VALUE_INTEGER, .integer = 0 }, TENURE_ERROR_INVALID },
    { TENURE_RECORD_FUNDER, "share", { TENURE_VALUE_INTEGER, .integer = 10001 }, TENURE_ERROR_RANGE },
    { TENURE_RECORD_FUNDER, "share", { TENURE_VALUE_INTEGER, .integer = -1 }, TENURE_ERROR_RANGE },
    { TENURE_RECORD_FUNDER, "share", { TENURE_VALUE_INTEGER, .integer = 10000 }, OK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint field = tenure_record_field_index (cases[i].type, cases[i].field);
      g_autoptr (GError) error = NULL;
      gboolean ok = tenure_record_check_field (cases[i].type, field, &cases[i].value, &error);

      g_test_message ("case %" G_GSIZE_FORMAT ": %s", i, cases[i].field);
      if (cases[i].code == OK)
        {
          g_assert_no_error (error);
          g_assert_true (ok);
          continue;
        }
      g_assert_error (error, TENURE_ERROR, cases[i].code);
      /* The sentence names the field as the form does. */
      g_assert_nonnull (strstr (error->message, tenure_record_def (cases[i].type)->fields[field].label));
    }
}

static void
test_long_text (void)
{
  g_autofree char *text = g_strnfill (1024 * 1024 + 1, 'x');
  TenureValue value = TENURE_VALUE_OF_TEXT (text);
  g_autoptr (GError) error = NULL;

  g_assert_false (tenure_record_check_field (AGREEMENT, store_field (AGREEMENT, "notes"), &value, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_RANGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/record/typed-access", test_typed_access);
  g_test_add_func ("/store/record/dup-and-clear", test_dup_and_clear);
  g_test_add_func ("/store/record/labels", test_labels);
  g_test_add_func ("/store/record/checks", test_checks);
  g_test_add_func ("/store/record/long-text", test_long_text);
  return g_test_run ();
}
