#include "config.h"
#include "app/forms/field-text.h"

#include "app/forms/day-words.h"
#include "base/error.h"
#include "base/hundredths.h"
#include "base/text.h"
#include "catalogue/identifier.h"
#include "exchange/read-date.h"
#include "exchange/read-money.h"

#include "base/i18n.h"
#include <string.h>

/* --- Writing ------------------------------------------------------------------------------------------------- */

static char *
dup_per_cent (gint64 basis_points)
{
  g_autofree char *number = tenure_hundredths_dup_text (basis_points);

  return g_strdup_printf ("%s %%", number);
}

static char *
dup_day (const char *iso)
{
  TenureDay day;

  return tenure_day_parse_iso (iso, &day) ? tenure_day_dup_label (day) : g_strdup (iso);
}

static char *
dup_duration (const char *iso)
{
  TenureDuration duration;
  char *label = NULL;

  if (tenure_duration_parse_iso (iso, &duration))
    label = tenure_duration_dup_label (duration);
  return label != NULL ? label : g_strdup (iso);
}

static char *
dup_amount (gint64 minor, TenureCurrency currency)
{
  /* Without a currency the amount still has hundredths, as when it was stored. */
  if (currency == TENURE_CURRENCY_NONE)
    {
      const char *sign = minor < 0 ? "-" : "";
      guint64 size = minor < 0 ? (guint64) - (minor + 1) + 1 : (guint64) minor;

      if (size % 100 == 0)
        return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, size / 100);
      return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02" G_GUINT64_FORMAT, sign, size / 100, size % 100);
    }
  return tenure_money_dup_label ((TenureMoney){ minor, currency }, FALSE);
}

static char *
dup_integer (const TenureField *field, gint64 integer, TenureCurrency currency)
{
  switch (field->type)
    {
    case TENURE_FIELD_MONEY:
      return dup_amount (integer, currency);
    case TENURE_FIELD_DECIMAL:
      return tenure_hundredths_dup_text (integer);
    case TENURE_FIELD_SHARE:
    case TENURE_FIELD_RATE:
      return dup_per_cent (integer);
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, integer);
    }
}

char *
tenure_field_text_dup (const TenureField *field, const TenureValue *value, TenureCurrency currency)
{
  switch (value->kind)
    {
    case TENURE_VALUE_INTEGER:
      return dup_integer (field, value->integer, currency);
    case TENURE_VALUE_TEXT:
      if (field->type == TENURE_FIELD_DAY)
        return dup_day (value->text);
      if (field->type == TENURE_FIELD_DURATION)
        return dup_duration (value->text);
      return g_strdup (value->text);
    case TENURE_VALUE_NULL:
    default:
      return g_strdup ("");
    }
}

/* --- Reading ------------------------------------------------------------------------------------------------- */

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_INVALID, message);
  return FALSE;
}

static void
take_text (TenureFieldReading *reading, char *text)
{
  reading->value = (TenureValue){ .kind = TENURE_VALUE_TEXT, .text = text };
}

/* A month may be meant from its first day or to its last: the two are offered, and the user says which. */
static gboolean
fail_for_month (const char *text, GError **error)
{
  g_autofree char *words = g_strconcat ("1 ", text, NULL);
  g_autofree char *figures = g_strconcat ("1/", text, NULL);
  g_autofree char *year_first = g_strconcat (text, "-01", NULL);
  const char *const ways[] = { words, figures, year_first };
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  TenureDay day = TENURE_DAY_NONE;

  for (gsize i = 0; i < G_N_ELEMENTS (ways) && !tenure_day_is_known (day); i++)
    day = tenure_read_date_text (ways[i]).day;
  if (!tenure_day_is_known (day))
    return fail (error, _ ("Give the day as well: 31 Mar 2027."));
  first = tenure_day_dup_label (day);
  last = tenure_day_dup_label (tenure_day_before (tenure_day_add_months (day, 1)));
  /* Translators: the first and the last day of the month that was typed. */
  g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID, _ ("Give the day as well: %1$s or %2$s."), first, last);
  return FALSE;
}

static gboolean
fail_for_date (const TenureReadDate *date, GError **error)
{
  g_autofree char *fault = tenure_read_date_dup_fault (date);

  return fail (error,
               fault != NULL ? fault : _ ("This is not a date. Write it like 31 Mar 2027, 31/3/27, end of March or +3y."));
}

/* Where lengths are counted from. */
typedef struct
{
  TenureDay day; /* NONE: today */
  gboolean last; /* the field is the last day of what begins there */
} Base;

static gboolean
read_day (const char *text, const Base *base, TenureFieldReading *reading, GError **error)
{
  TenureReadDate date = { 0 };
  char iso[TENURE_DAY_ISO_SIZE];
  TenureDay said;

  if (tenure_day_words_read (text, tenure_day_today (), base->day, base->last, &said))
    {
      take_text (reading, g_strdup (tenure_day_to_iso (said, iso)));
      return TRUE;
    }
  date = tenure_read_date_text (text);
  switch (date.note)
    {
    case TENURE_READ_MONTH_ONLY:
      return fail_for_month (text, error);
    case TENURE_READ_OPEN_ENDED:
      return fail (error, _ ("Leave the date blank and say “Open-ended”: yes."));
    case TENURE_READ_UNKNOWN:
      return fail (error, _ ("Leave the date blank while it is not known."));
    default:
      if (!tenure_day_is_known (date.day))
        return fail_for_date (&date, error);
    }
  take_text (reading, g_strdup (tenure_day_to_iso (date.day, iso)));
  return TRUE;
}

static gboolean
read_money (const char *text, TenureCurrency currency, TenureFieldReading *reading, GError **error)
{
  TenureReadMoney money = tenure_read_money_text (text, currency);

  if (money.note == TENURE_READ_UNKNOWN)
    return fail (error, _ ("Leave the amount blank while it is not known."));
  if (!tenure_read_has_value (money.note))
    return fail (error, _ ("This is not an amount. Write it like 45,000 or £45k."));
  reading->value = TENURE_VALUE_OF_INTEGER (money.minor);
  reading->currency = money.currency;
  reading->basis = money.basis;
  return TRUE;
}

#define LETTERS "abcdefghijklmnopqrstuvwxyz"
#define MAX_COUNT 30000 /* of days, the smallest unit */

static const struct
{
  const char *word;
  int months;
  int days;
} length_units[] = {
  { "year", 12, 0 },  { "years", 12, 0 }, { "yr", 12, 0 },  { "yrs", 12, 0 }, { "y", 12, 0 },   { "month", 1, 0 },
  { "months", 1, 0 }, { "mth", 1, 0 },    { "mths", 1, 0 }, { "m", 1, 0 },    { "week", 0, 7 }, { "weeks", 0, 7 },
  { "wk", 0, 7 },     { "wks", 0, 7 },    { "w", 0, 7 },    { "day", 0, 1 },  { "days", 0, 1 }, { "d", 0, 1 },
};

/* "six", "a": numbers as people write them before a length; 0 for none. */
static guint
match_number_word (const char *text, gsize length)
{
  static const struct
  {
    const char *word;
    guint number;
  } words[] = {
    { "a", 1 },    { "an", 1 },   { "one", 1 },     { "two", 2 },     { "three", 3 },
    { "four", 4 }, { "five", 5 }, { "six", 6 },     { "seven", 7 },   { "eight", 8 },
    { "nine", 9 }, { "ten", 10 }, { "eleven", 11 }, { "twelve", 12 }, { "eighteen", 18 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i].word) == length && strncmp (words[i].word, text, length) == 0)
      return words[i].number;
  return 0;
}

/* The number at @at in halves, so that "1.5 years" is whole. Returns where it ends; NULL when there is no number. */
static const char *
parse_halves (const char *at, guint64 *out_halves)
{
  gsize length = strspn (at, LETTERS);
  char *end;

  if (!g_ascii_isdigit (*at))
    {
      *out_halves = 2 * match_number_word (at, length);
      return *out_halves > 0 ? at + length : NULL;
    }
  *out_halves = 2 * MIN (g_ascii_strtoull (at, &end, 10), MAX_COUNT + 1);
  if (!g_str_has_prefix (end, ".5") || g_ascii_isdigit (end[2]))
    return end;
  *out_halves += 1;
  return end + strlen (".5");
}

/* Adds @halves of the unit at @at, months when there is none. Returns where it ends; NULL when that is no length. */
static const char *
add_unit (const char *at, guint64 halves, gint64 *months, gint64 *days)
{
  gsize length = strspn (at, LETTERS), unit;
  gint64 in_months = halves, in_days = 0;

  for (unit = 0; unit < G_N_ELEMENTS (length_units); unit++)
    if (strlen (length_units[unit].word) == length && strncmp (at, length_units[unit].word, length) == 0)
      break;
  if (unit < G_N_ELEMENTS (length_units))
    {
      in_months = halves * length_units[unit].months;
      in_days = halves * length_units[unit].days;
    }
  else if (length > 0 || *at != '\0')
    return NULL;
  if (in_months % 2 != 0 || in_days % 2 != 0)
    return NULL;
  *months += in_months / 2;
  *days += in_days / 2;
  return at + length;
}

/* "1 year 6 months", "six months", "1.5 years": number by number; a bare number counts months. */
static gboolean
parse_length (const char *text, TenureDuration *out_duration)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);
  const char *at = folded;
  gint64 months = 0, days = 0;

  for (gboolean any = FALSE;; any = TRUE)
    {
      guint64 halves;

      at += strspn (at, " ,+&");
      if (*at == '\0')
        {
          *out_duration = (TenureDuration){ .months = months, .days = days, .known = TRUE };
          return any && months <= 1200 && days <= MAX_COUNT;
        }
      at = parse_halves (at, &halves);
      if (at == NULL || halves > 2 * MAX_COUNT)
        return FALSE;
      at = add_unit (at + strspn (at, " -"), halves, &months, &days);
      if (at == NULL)
        return FALSE;
    }
}

static gboolean
read_duration (const char *text, TenureFieldReading *reading, GError **error)
{
  TenureDuration duration;

  if (!parse_length (text, &duration) && !tenure_duration_parse_iso (text, &duration))
    return fail (error, _ ("This is not a length of time. Write it like 3 months, 12 weeks or 30 days."));
  take_text (reading, tenure_duration_dup_iso (duration));
  return TRUE;
}

static gboolean
read_number (const char *text, TenureFieldReading *reading, GError **error)
{
  gint64 number;

  if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return fail (error, _ ("Write a whole number."));
  reading->value = TENURE_VALUE_OF_INTEGER (number);
  return TRUE;
}

static gboolean
read_share (const char *text, TenureFieldReading *reading, GError **error)
{
  gint64 basis_points;

  if (!tenure_hundredths_parse (text, '%', &basis_points))
    return fail (error, _ ("Write a share like 12.5 %."));
  if (basis_points > 10000)
    return fail (error, _ ("A share cannot be more than 100 %."));
  reading->value = TENURE_VALUE_OF_INTEGER (basis_points);
  return TRUE;
}

static gboolean
read_decimal (const char *text, TenureFieldReading *reading, GError **error)
{
  gint64 hundredths;

  if (!tenure_hundredths_parse (text, '\0', &hundredths))
    return fail (error, _ ("Write a number like 2.5, with two decimals at most."));
  reading->value = TENURE_VALUE_OF_INTEGER (hundredths);
  return TRUE;
}

/* "-1.5 %", "+2.7": a rise or a fall. */
static gboolean
read_rate (const char *text, TenureFieldReading *reading, GError **error)
{
  gboolean falls = g_str_has_prefix (text, "-") || g_str_has_prefix (text, "−");
  const char *size = falls ? g_utf8_next_char (text) : *text == '+' ? text + 1 : text;
  gint64 basis_points;

  if (!tenure_hundredths_parse (size, '%', &basis_points))
    return fail (error, _ ("Write a rise or a fall like 2.7 % or -1 %."));
  reading->value = TENURE_VALUE_OF_INTEGER (falls ? -basis_points : basis_points);
  return TRUE;
}

/* "loneliness;  advice; Advice" → "loneliness; advice". */
static void
read_list (const char *text, TenureFieldReading *reading)
{
  char *list = tenure_text_dup_list (text);

  if (list != NULL)
    take_text (reading, list);
}

static gboolean
read_currency (const char *text, TenureFieldReading *reading, GError **error)
{
  TenureCurrency currency = tenure_currency_from_code (text);
  char code[4];

  if (currency == TENURE_CURRENCY_NONE)
    return fail (error, _ ("Write the three letters of the currency: GBP."));
  take_text (reading, g_strdup (tenure_currency_to_code (currency, code)));
  return TRUE;
}

static gboolean
read_kind (const TenureField *field,
           const char *text,
           TenureCurrency currency,
           const Base *base,
           TenureFieldReading *reading,
           GError **error)
{
  switch (field->type)
    {
    case TENURE_FIELD_DAY:
      return read_day (text, base, reading, error);
    case TENURE_FIELD_MONEY:
      return read_money (text, currency, reading, error);
    case TENURE_FIELD_DURATION:
      return read_duration (text, reading, error);
    case TENURE_FIELD_NUMBER:
      return read_number (text, reading, error);
    case TENURE_FIELD_DECIMAL:
      return read_decimal (text, reading, error);
    case TENURE_FIELD_SHARE:
      return read_share (text, reading, error);
    case TENURE_FIELD_RATE:
      return read_rate (text, reading, error);
    case TENURE_FIELD_LIST:
      read_list (text, reading);
      return TRUE;
    case TENURE_FIELD_CURRENCY:
      return read_currency (text, reading, error);
    default:
      take_text (reading, g_strdup (text));
      return TRUE;
    }
}

/* Whoever has a charity's number seldom has the code of its register at hand. */
static void
take_register (TenureRecordType type, guint field, TenureFieldReading *reading)
{
  const char *code = type == TENURE_RECORD_IDENTIFIER && field == tenure_record_field_index (type, "scheme")
                         ? tenure_identifier_find_scheme (reading->value.text)
                         : NULL;

  if (code == NULL)
    return;
  tenure_value_clear (&reading->value);
  take_text (reading, g_strdup (code));
}

static gboolean
read_from (TenureRecordType type,
           guint field,
           const char *text,
           TenureCurrency currency,
           const Base *base,
           TenureFieldReading *out_reading,
           GError **error)
{
  const TenureField *def = &tenure_record_def (type)->fields[field];
  g_autofree char *clean =
      def->type == TENURE_FIELD_LONG_TEXT ? g_strstrip (g_utf8_make_valid (text, -1)) : tenure_text_dup_clean (text);
  TenureFieldReading reading = { TENURE_VALUE_NULL_INIT };

  if (clean == NULL || *clean == '\0')
    {
      *out_reading = reading;
      return TRUE;
    }
  if (!read_kind (def, clean, currency, base, &reading, error)
      || !tenure_record_check_field (type, field, &reading.value, error))
    {
      tenure_value_clear (&reading.value);
      return FALSE;
    }
  take_register (type, field, &reading);
  *out_reading = reading;
  return TRUE;
}

gboolean
tenure_field_text_read (TenureRecordType type,
                        guint field,
                        const char *text,
                        TenureCurrency currency,
                        TenureFieldReading *out_reading,
                        GError **error)
{
  const Base today = { TENURE_DAY_NONE, FALSE };

  return read_from (type, field, text, currency, &today, out_reading, error);
}

gboolean
tenure_field_text_read_last (TenureRecordType type,
                             guint field,
                             const char *text,
                             TenureCurrency currency,
                             TenureDay base,
                             TenureFieldReading *out_reading,
                             GError **error)
{
  const Base first = { base, TRUE };

  return read_from (type, field, text, currency, &first, out_reading, error);
}

/* --- What was understood ------------------------------------------------------------------------------------- */

static char *
dup_long_day (TenureDay day)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day_of_month;

  tenure_day_to_civil (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);
  /* Translators: a date with its day of the week, as g_date_time_format() writes it: "31 March 2027, Wednesday". */
  return g_date_time_format (date, _ ("%-d %B %Y, %A"));
}

char *
tenure_field_text_dup_reading (const TenureField *field,
                               const TenureValue *value,
                               TenureCurrency currency,
                               const char *typed)
{
  g_autofree char *words = NULL;
  TenureDay day;

  /* Words are taken as they are, but for spaces. */
  if (field->type == TENURE_FIELD_TEXT || field->type == TENURE_FIELD_LIST)
    return g_strdup (typed);
  if (field->type != TENURE_FIELD_DAY || value->kind != TENURE_VALUE_TEXT || !tenure_day_parse_iso (value->text, &day))
    return tenure_field_text_dup (field, value, currency);
  words = dup_long_day (day);
  if (!tenure_read_date_text (typed).ambiguous)
    return g_steal_pointer (&words);
  /* Translators: a date that was typed in figures, 4/5/2026, and could be read in two ways. */
  return g_strdup_printf (_ ("Read with the day first: %s"), words);
}
