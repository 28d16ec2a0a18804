/* What people type into a form, and what is made of it. */

#include "app/forms/field-text.h"

#include "base/error.h"

#include <string.h>

#define GBP TENURE_CURRENCY_GBP
#define NONE TENURE_CURRENCY_NONE

/* Day fields take agreement.start, and so on: one field of each type. */
typedef struct
{
  TenureRecordType type;
  const char *field;
  TenureCurrency currency;
  const char *typed;
  const char *text;    /* the stored text; NULL when it is none */
  gint64 integer;      /* the stored integer, when @text is NULL */
  const char *shown;   /* what the entry shows afterwards; NULL when the words are refused, "" when not recorded */
} Case;

static const Case cases[] = {
  { TENURE_RECORD_AGREEMENT, "start", NONE, "31/3/27", "2027-03-31", 0, "31 Mar 2027" },
  { TENURE_RECORD_AGREEMENT, "start", NONE, "31 Mar 2027", "2027-03-31", 0, "31 Mar 2027" },
  { TENURE_RECORD_AGREEMENT, "start", NONE, " 2027-03-31 ", "2027-03-31", 0, "31 Mar 2027" },
  { TENURE_RECORD_AGREEMENT, "start", NONE, "4/5/2026", "2026-05-04", 0, "4 May 2026" },
  { TENURE_RECORD_AGREEMENT, "start", NONE, "31.3.2027", "2027-03-31", 0, "31 Mar 2027" },
  { TENURE_RECORD_AGREEMENT, "start", NONE, "31 March 2027", "2027-03-31", 0, "31 Mar 2027" },
  { TENURE_RECORD_AGREEMENT, "start", NONE, "end of March 2027", "2027-03-31", 0, "31 Mar 2027" },
  { TENURE_RECORD_AGREEMENT, "start", NONE, "end of Smarch", NULL, 0, NULL },
  { TENURE_RECORD_AGREEMENT, "value", GBP, "45k", NULL, 4500000, "£45,000" },
  { TENURE_RECORD_AGREEMENT, "value", GBP, "£1,234.50", NULL, 123450, "£1,234.50" },
  { TENURE_RECORD_AGREEMENT, "start", NONE, "31/2/27", NULL, 0, NULL },
  { TENURE_RECORD_AGREEMENT, "start", NONE, "March 2027", NULL, 0, NULL },
  { TENURE_RECORD_AGREEMENT, "start", NONE, "TBC", NULL, 0, NULL },
  { TENURE_RECORD_AGREEMENT, "start", NONE, "rolling", NULL, 0, NULL },
  { TENURE_RECORD_AGREEMENT, "start", NONE, "", NULL, 0, "" },
  { TENURE_RECORD_AGREEMENT, "start", NONE, "   ", NULL, 0, "" },
  { TENURE_RECORD_AGREEMENT, "value", GBP, "45,000", NULL, 4500000, "£45,000" },
  { TENURE_RECORD_AGREEMENT, "value", GBP, "£45k", NULL, 4500000, "£45,000" },
  { TENURE_RECORD_AGREEMENT, "value", GBP, "1.2m", NULL, 120000000, "£1,200,000" },
  { TENURE_RECORD_AGREEMENT, "value", GBP, "0.50", NULL, 50, "£0.50" },
  { TENURE_RECORD_AGREEMENT, "value", NONE, "12.5", NULL, 1250, "12.50" },
  { TENURE_RECORD_AGREEMENT, "value", NONE, "12", NULL, 1200, "12" },
  { TENURE_RECORD_AGREEMENT, "value", GBP, "a lot", NULL, 0, NULL },
  { TENURE_RECORD_AGREEMENT, "value", GBP, "TBC", NULL, 0, NULL },
  { TENURE_RECORD_AGREEMENT, "value", GBP, "", NULL, 0, "" },
  { TENURE_RECORD_AGREEMENT, "funder_notice", NONE, "3 months", "P3M", 0, "3 months" },
  { TENURE_RECORD_AGREEMENT, "funder_notice", NONE, "3", "P3M", 0, "3 months" },
  { TENURE_RECORD_AGREEMENT, "funder_notice", NONE, "12 weeks", "P84D", 0, "12 weeks" },
  { TENURE_RECORD_AGREEMENT, "funder_notice", NONE, "30 Days", "P30D", 0, "30 days" },
  { TENURE_RECORD_AGREEMENT, "funder_notice", NONE, "1 year 6 months", "P18M", 0, "18 months" },
  { TENURE_RECORD_AGREEMENT, "funder_notice", NONE, "2y", "P24M", 0, "24 months" },
  { TENURE_RECORD_AGREEMENT, "funder_notice", NONE, "P3M", "P3M", 0, "3 months" },
  { TENURE_RECORD_AGREEMENT, "funder_notice", NONE, "six months", "P6M", 0, "6 months" },
  { TENURE_RECORD_AGREEMENT, "funder_notice", NONE, "a year and", NULL, 0, NULL },
  { TENURE_RECORD_AGREEMENT, "funder_notice", NONE, "Two years, one month", "P25M", 0, "25 months" },
  { TENURE_RECORD_AGREEMENT, "funder_notice", NONE, "3-month", "P3M", 0, "3 months" },
  { TENURE_RECORD_AGREEMENT, "funder_notice", NONE, "1.5 years", "P18M", 0, "18 months" },
  { TENURE_RECORD_AGREEMENT, "funder_notice", NONE, "1.5 months", NULL, 0, NULL },
  { TENURE_RECORD_AGREEMENT, "funder_notice", NONE, "1.55 years", NULL, 0, NULL },
  { TENURE_RECORD_AGREEMENT, "funder_notice", NONE, "0 days", "P0D", 0, "0 days" },
  { TENURE_RECORD_AGREEMENT, "funder_notice", NONE, "months", NULL, 0, NULL },
  { TENURE_RECORD_AGREEMENT, "funder_notice", NONE, "soon", NULL, 0, NULL },
  { TENURE_RECORD_AGREEMENT, "funder_notice", NONE, "3 moons", NULL, 0, NULL },
  { TENURE_RECORD_AGREEMENT, "funder_notice", NONE, "99999999999 months", NULL, 0, NULL },
  { TENURE_RECORD_FUNDER, "share", NONE, "50 %", NULL, 5000, "50 %" },
  { TENURE_RECORD_FUNDER, "share", NONE, "12.5", NULL, 1250, "12.5 %" },
  { TENURE_RECORD_FUNDER, "share", NONE, "33.33%", NULL, 3333, "33.33 %" },
  { TENURE_RECORD_FUNDER, "share", NONE, "0", NULL, 0, "0 %" },
  { TENURE_RECORD_FUNDER, "share", NONE, "101", NULL, 0, NULL },
  { TENURE_RECORD_FUNDER, "share", NONE, "-5", NULL, 0, NULL },
  { TENURE_RECORD_FUNDER, "share", NONE, "33.333", NULL, 0, NULL },
  { TENURE_RECORD_FUNDER, "share", NONE, "half", NULL, 0, NULL },
  { TENURE_RECORD_SEAT, "vote_weight", NONE, "2", NULL, 2, "2" },
  { TENURE_RECORD_SEAT, "vote_weight", NONE, "two", NULL, 0, NULL },
  { TENURE_RECORD_SEAT, "vote_weight", NONE, "1.5", NULL, 0, NULL },
  { TENURE_RECORD_AGREEMENT, "currency", NONE, "gbp", "GBP", 0, "GBP" },
  { TENURE_RECORD_AGREEMENT, "currency", NONE, "pounds", NULL, 0, NULL },
  { TENURE_RECORD_AGREEMENT, "title", NONE, "  Home  from hospital ", "Home from hospital", 0, "Home from hospital" },
  { TENURE_RECORD_AGREEMENT, "title", NONE, "", NULL, 0, "" },
  { TENURE_RECORD_AGREEMENT, "description", NONE, "One line\nand another\n", "One line\nand another", 0,
    "One line\nand another" },
  { TENURE_RECORD_AGREEMENT, "provider", NONE, "Lantern Trust", NULL, 0, NULL },
};

static void
check_value (const Case *c, const TenureValue *value)
{
  if (*c->shown == '\0')
    g_assert_cmpint (value->kind, ==, TENURE_VALUE_NULL);
  else if (c->text != NULL)
    {
      g_assert_cmpint (value->kind, ==, TENURE_VALUE_TEXT);
      g_assert_cmpstr (value->text, ==, c->text);
    }
  else
    {
      g_assert_cmpint (value->kind, ==, TENURE_VALUE_INTEGER);
      g_assert_cmpint (value->integer, ==, c->integer);
    }
}

static void
test_reading (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      guint field = tenure_record_field_index (c->type, c->field);
      const TenureField *def = &tenure_record_def (c->type)->fields[field];
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = NULL;
      TenureFieldReading reading;
      gboolean read = tenure_field_text_read (c->type, field, c->typed, c->currency, &reading, &error);

      g_test_message ("row %u: %s “%s”", i, c->field, c->typed);
      g_assert_cmpint (read, ==, c->shown != NULL);
      if (!read)
        {
          g_assert_nonnull (error);
          g_assert_true (g_str_has_suffix (error->message, "."));
          continue;
        }
      check_value (c, &reading.value);
      shown = tenure_field_text_dup (def, &reading.value, c->currency);
      g_assert_cmpstr (shown, ==, c->shown);
      tenure_value_clear (&reading.value);
    }
}

/* What an entry shows can always be read back to the same value. */
static void
test_showing_and_reading_back (void)
{
  static const gint64 amounts[] = { 0, 1, 99, 100, 123456, 4500000, 99999999999 };
  guint field = tenure_record_field_index (TENURE_RECORD_AGREEMENT, "value");
  const TenureField *def = &tenure_record_def (TENURE_RECORD_AGREEMENT)->fields[field];

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      TenureValue value = TENURE_VALUE_OF_INTEGER (amounts[i]);
      g_autofree char *shown = tenure_field_text_dup (def, &value, GBP);
      g_autofree char *bare = tenure_field_text_dup (def, &value, NONE);
      TenureFieldReading reading;

      g_assert_true (tenure_field_text_read (TENURE_RECORD_AGREEMENT, field, shown, GBP, &reading, NULL));
      g_assert_cmpint (reading.value.integer, ==, amounts[i]);
      g_assert_true (tenure_field_text_read (TENURE_RECORD_AGREEMENT, field, bare, NONE, &reading, NULL));
      g_assert_cmpint (reading.value.integer, ==, amounts[i]);
    }
}

/* A month is no day: the sentence names the two days that may be meant. */
static void
test_month_alone (void)
{
  static const struct
  {
    const char *typed, *message;
  } months[] = {
    { "April 2027", "Give the day as well: 1 Apr 2027 or 30 Apr 2027." },
    { "feb 2028", "Give the day as well: 1 Feb 2028 or 29 Feb 2028." },
    { "04/2027", "Give the day as well: 1 Apr 2027 or 30 Apr 2027." },
    { "2027-04", "Give the day as well: 1 Apr 2027 or 30 Apr 2027." },
  };
  guint field = tenure_record_field_index (TENURE_RECORD_AGREEMENT, "end");

  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    {
      g_autoptr (GError) error = NULL;
      TenureFieldReading reading;

      g_assert_false (tenure_field_text_read (TENURE_RECORD_AGREEMENT, field, months[i].typed, NONE, &reading, &error));
      g_assert_cmpstr (error->message, ==, months[i].message);
    }
}

/* A date that cannot be is told why. */
static void
test_impossible_day (void)
{
  static const struct
  {
    const char *typed, *message;
  } days[] = {
    { "31/2/27", "February 2027 has 28 days." },
    { "31/4/2027", "April 2027 has 30 days." },
    { "29 Feb 2027", "February 2027 has 28 days." },
    { "3/17/27", "There is no month 17. Perhaps 17 Mar 2027 is meant." },
    { "soon", "This is not a date. Write it like 31 Mar 2027, 31/3/27, end of March or +3y." },
  };
  guint field = tenure_record_field_index (TENURE_RECORD_AGREEMENT, "end");

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GError) error = NULL;
      TenureFieldReading reading;

      g_assert_false (tenure_field_text_read (TENURE_RECORD_AGREEMENT, field, days[i].typed, NONE, &reading, &error));
      g_assert_cmpstr (error->message, ==, days[i].message);
    }
}

static void
test_currency_named (void)
{
  guint field = tenure_record_field_index (TENURE_RECORD_AGREEMENT, "value");
  TenureFieldReading reading;

  g_assert_true (tenure_field_text_read (TENURE_RECORD_AGREEMENT, field, "€45,000", NONE, &reading, NULL));
  g_assert_cmpuint (reading.currency, ==, TENURE_CURRENCY ('E', 'U', 'R'));
  g_assert_true (tenure_field_text_read (TENURE_RECORD_AGREEMENT, field, "45,000", GBP, &reading, NULL));
  g_assert_cmpuint (reading.currency, ==, TENURE_CURRENCY_NONE);
}

/* What is said beside the words while they are typed. */
static void
test_what_was_understood (void)
{
  static const struct
  {
    const char *field, *typed, *reading;
  } readings[] = {
    { "end", "31/3/27", "31 March 2027, Wednesday" },
    { "end", "end of March 2027", "31 March 2027, Wednesday" },
    { "end", "4/5/2026", "Read with the day first: 4 May 2026, Monday" },
    { "end", "04/05/26", "Read with the day first: 4 May 2026, Monday" },
    { "end", "4 May 2026", "4 May 2026, Monday" },
    { "value", "£45k", "£45,000" },
    { "value", "1.2m", "£1,200,000" },
    { "funder_notice", "3", "3 months" },
    { "service", "Home  visits ", "Home  visits " }, /* no news */
  };

  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      guint field = tenure_record_field_index (TENURE_RECORD_AGREEMENT, readings[i].field);
      const TenureField *def = &tenure_record_def (TENURE_RECORD_AGREEMENT)->fields[field];
      TenureFieldReading reading;
      g_autofree char *said = NULL;

      g_test_message ("“%s”", readings[i].typed);
      g_assert_true (tenure_field_text_read (TENURE_RECORD_AGREEMENT, field, readings[i].typed, GBP, &reading, NULL));
      said = tenure_field_text_dup_reading (def, &reading.value, GBP, readings[i].typed);
      g_assert_cmpstr (said, ==, readings[i].reading);
      tenure_value_clear (&reading.value);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field-text/reading", test_reading);
  g_test_add_func ("/field-text/showing-and-reading-back", test_showing_and_reading_back);
  g_test_add_func ("/field-text/month-alone", test_month_alone);
  g_test_add_func ("/field-text/impossible-day", test_impossible_day);
  g_test_add_func ("/field-text/currency-named", test_currency_named);
  g_test_add_func ("/field-text/what-was-understood", test_what_was_understood);
  return g_test_run ();
}
