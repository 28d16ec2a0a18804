/* Dates as people write them. A date is taken apart into numbers and words, then one table of shapes says which part
 * is which. Day first always: "03/04/2023" is 3 April, and "03/17/2023" is no date. */

#include "config.h"
#include "exchange/read-date.h"

#include "base/error.h"
#include "base/i18n.h"
#include <string.h>

#define MAX_DATE_WORDS 48
#define MAX_PARTS 4
#define FIRST_YEAR 1900
#define LAST_YEAR 2199
#define SHORT_YEAR_PIVOT 70   /* 00–69 are 2000–2069 */
#define SERIAL_FIRST 20000    /* 3 October 1954 */
#define SERIAL_LAST 80000     /* 10 January 2119 */
#define SERIAL_EPOCH (-25569) /* day 0 of the 1900 system, as every spreadsheet counts after February 1900 */

typedef struct
{
  int value;
  int figures; /* 0 for the name of a month */
} DatePart;

static TenureReadDate
no_date (TenureReadNote note)
{
  return (TenureReadDate){ .day = TENURE_DAY_NONE, .note = note };
}

static TenureReadDate
civil_date (int year, int month, int day_of_month, TenureReadNote note)
{
  TenureReadDate date = { .day = TENURE_DAY_NONE, .note = note };

  if (year == 9999 && month == 12 && day_of_month == 31)
    return no_date (TENURE_READ_OPEN_ENDED);
  if (year >= FIRST_YEAR && year <= LAST_YEAR && tenure_day_from_civil (year, month, day_of_month, &date.day))
    return date;
  return (TenureReadDate){
    .day = TENURE_DAY_NONE,
    .note = TENURE_READ_INVALID,
    .wrong_year = year,
    .wrong_month = month,
    .wrong_day_of_month = day_of_month,
  };
}

static TenureReadDate
serial_date (double serial, TenureReadNote note)
{
  TenureReadDate date = { .note = note };

  if (!(serial >= SERIAL_FIRST && serial <= SERIAL_LAST))
    return no_date (TENURE_READ_INVALID);
  date.day = (TenureDay) serial + SERIAL_EPOCH;
  return date;
}

static gboolean
says_open_ended (const char *words)
{
  static const char *const open[] = { "ongoing",
                                      "on-going",
                                      "on going",
                                      "rolling",
                                      "rolling contract",
                                      "open ended",
                                      "open-ended",
                                      "open",
                                      "perpetual",
                                      "indefinite",
                                      "until further notice",
                                      "evergreen",
                                      "continuing",
                                      "continuous",
                                      "no end date",
                                      "no end",
                                      NULL };

  return g_strv_contains (open, words);
}

/* 1–12 for the name or abbreviation of a month, 0 for a name of a weekday, an ordinal ending or "of", which say
 * nothing, and -1 for anything else. */
static int
month_of_word (const char *word, gsize length)
{
  static const char *const months[] = { "january", "february", "march",     "april",   "may",      "june",
                                        "july",    "august",   "september", "october", "november", "december" };
  static const char *const empty[] = { "st",      "nd",        "rd",       "th",     "of",       "mon",   "tue", "tues",
                                       "wed",     "thu",       "thur",     "thurs",  "fri",      "sat",   "sun", "monday",
                                       "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

  for (int m = 0; m < 12; m++)
    if (length >= 3 && length <= strlen (months[m]) && strncmp (word, months[m], length) == 0)
      return m + 1;
  if (length == 4 && strncmp (word, "sept", 4) == 0)
    return 9;
  for (gsize i = 0; i < G_N_ELEMENTS (empty); i++)
    if (strlen (empty[i]) == length && strncmp (word, empty[i], length) == 0)
      return 0;
  return -1;
}

/* Whether the rest of a cell after its date is a time of day, or nothing. */
static gboolean
is_time (const char *rest)
{
  if (*rest == 't' || *rest == ' ')
    rest++;
  if (*rest == '\0')
    return TRUE;
  if (!g_ascii_isdigit (rest[0]) || !(rest[1] == ':' || (g_ascii_isdigit (rest[1]) && rest[2] == ':')))
    return FALSE;
  return strspn (rest, "0123456789:.+-z apm") == strlen (rest);
}

/* Takes the parts of a date from *@at. Stops after three, or before a time. */
static int
take_parts (const char **at, DatePart parts[MAX_PARTS])
{
  int n = 0;

  while (**at != '\0' && n < 3)
    {
      const char *start = *at;

      if (strchr (" -/.,'", *start) != NULL)
        {
          (*at)++;
          continue;
        }
      if (g_ascii_isdigit (*start))
        {
          parts[n] = (DatePart){ 0 };
          for (; g_ascii_isdigit (**at) && parts[n].figures < 9; (*at)++, parts[n].figures++)
            parts[n].value = parts[n].value * 10 + (**at - '0');
          n++;
          continue;
        }
      while (g_ascii_isalpha (**at))
        (*at)++;
      parts[n].value = month_of_word (start, (gsize) (*at - start));
      parts[n].figures = 0;
      if (*at == start || parts[n].value < 0)
        return -1;
      n += parts[n].value > 0;
    }
  return n;
}

/* The shape of the parts as text: a figure's length for each number, 'm' for the name of a month. */
static void
shape_of (const DatePart *parts, int n, char shape[MAX_PARTS])
{
  for (int i = 0; i < n; i++)
    shape[i] = parts[i].figures == 0 ? 'm' : (char) ('0' + MIN (parts[i].figures, 9));
  shape[n] = '\0';
  /* One or two figures make no difference to a day or a month. */
  for (int i = 0; i < n; i++)
    if (shape[i] == '1')
      shape[i] = '2';
}

static int
long_year (int year, int figures)
{
  if (figures == 4)
    return year;
  return year + (year < SHORT_YEAR_PIVOT ? 2000 : 1900);
}

static TenureReadDate
short_or_long_year (int year, int figures, int month, int day_of_month)
{
  return civil_date (long_year (year, figures), month, day_of_month,
                     figures == 4 ? TENURE_READ_EXACT : TENURE_READ_SHORT_YEAR);
}

/* @note: MONTH_ONLY or MONTH_MAYBE */
static TenureReadDate
month_of_year (int year, int month, TenureReadNote note)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12)
    return no_date (TENURE_READ_INVALID);
  return (TenureReadDate){ .day = TENURE_DAY_NONE, .note = note, .month_year = year, .month = month };
}

/* Whether some year has the day. */
static gboolean
is_day_of_month (int month, int day_of_month)
{
  TenureDay day;

  return tenure_day_from_civil (2000, month, day_of_month, &day);
}

/* "Mar-21": a month and its year, or a day without one. A year has two figures. */
static TenureReadDate
month_or_day (const DatePart *month, const DatePart *number)
{
  if (number->figures < 2)
    return no_date (TENURE_READ_NO_YEAR);
  return month_of_year (long_year (number->value, 2), month->value,
                        is_day_of_month (month->value, number->value) ? TENURE_READ_MONTH_MAYBE : TENURE_READ_MONTH_ONLY);
}

/* "03/21": the day comes first, so that a second number past 12 is a year. */
static TenureReadDate
month_or_day_in_numbers (const DatePart *first, const DatePart *second)
{
  gboolean day_first = second->value >= 1 && second->value <= 12 && is_day_of_month (second->value, first->value);
  gboolean month_first = second->figures == 2 && first->value >= 1 && first->value <= 12;

  if (month_first)
    return month_of_year (long_year (second->value, 2), first->value,
                          day_first ? TENURE_READ_MONTH_MAYBE : TENURE_READ_MONTH_ONLY);
  return no_date (day_first ? TENURE_READ_NO_YEAR : TENURE_READ_INVALID);
}

/* "2013-08" is a month, "2021/22" a year from spring to spring, and "2011-12" may be either. */
static TenureReadDate
month_or_years (const DatePart *year, const DatePart *number)
{
  gboolean years = number->figures == 2 && number->value == (year->value + 1) % 100;

  if (years && (number->value < 1 || number->value > 12))
    return no_date (TENURE_READ_YEAR_ONLY);
  return month_of_year (year->value, number->value, years ? TENURE_READ_MONTH_MAYBE : TENURE_READ_MONTH_ONLY);
}

static TenureReadDate
year_alone (int year, int other)
{
  gboolean possible = year >= FIRST_YEAR && year <= LAST_YEAR && (other == year || other == year + 1);

  return no_date (possible ? TENURE_READ_YEAR_ONLY : TENURE_READ_INVALID);
}

/* What does not name a day, a month and a year. */
static TenureReadDate
part_of_date (const DatePart *p, const char *shape)
{
  if (g_str_equal (shape, "m4") || g_str_equal (shape, "24"))
    return month_of_year (p[1].value, p[0].value, TENURE_READ_MONTH_ONLY);
  if (g_str_equal (shape, "4m"))
    return month_of_year (p[0].value, p[1].value, TENURE_READ_MONTH_ONLY);
  if (g_str_equal (shape, "42"))
    return month_or_years (&p[0], &p[1]);
  if (g_str_equal (shape, "m2"))
    return month_or_day (&p[0], &p[1]);
  if (g_str_equal (shape, "22"))
    return month_or_day_in_numbers (&p[0], &p[1]);
  if (g_str_equal (shape, "2m"))
    return no_date (is_day_of_month (p[1].value, p[0].value) ? TENURE_READ_NO_YEAR : TENURE_READ_INVALID);
  if (g_str_equal (shape, "4"))
    return year_alone (p[0].value, p[0].value);
  if (g_str_equal (shape, "44"))
    return year_alone (p[0].value, p[1].value);
  return no_date (TENURE_READ_INVALID);
}

static TenureReadDate
date_of_parts (const DatePart *p, int n, gboolean one_figure_year)
{
  char shape[MAX_PARTS];
  TenureReadDate date;

  shape_of (p, n, shape);
  if (one_figure_year)
    return no_date (TENURE_READ_INVALID);
  if (g_str_equal (shape, "224") || g_str_equal (shape, "222"))
    {
      date = short_or_long_year (p[2].value, p[2].figures, p[1].value, p[0].value);
      date.day_first = tenure_read_has_value (date.note);
      date.ambiguous = date.day_first && p[0].value <= 12;
      return date;
    }
  if (g_str_equal (shape, "2m4") || g_str_equal (shape, "2m2"))
    return short_or_long_year (p[2].value, p[2].figures, p[1].value, p[0].value);
  if (g_str_equal (shape, "m24"))
    return civil_date (p[2].value, p[0].value, p[1].value, TENURE_READ_EXACT);
  if (g_str_equal (shape, "422") || g_str_equal (shape, "4m2"))
    return civil_date (p[0].value, p[1].value, p[2].value, TENURE_READ_EXACT);
  if (g_str_equal (shape, "8"))
    return civil_date (p[0].value / 10000, p[0].value / 100 % 100, p[0].value % 100, TENURE_READ_EXACT);
  if (g_str_equal (shape, "5"))
    return serial_date (p[0].value, TENURE_READ_SERIAL);
  return part_of_date (p, shape);
}

static TenureReadDate
written_date (const char *text)
{
  char words[MAX_DATE_WORDS];
  DatePart parts[MAX_PARTS];
  const char *rest = words;
  TenureReadNote note = tenure_read_fold (text, words, sizeof words);
  int n;

  if (note != TENURE_READ_EXACT)
    return no_date (note);
  if (says_open_ended (words))
    return no_date (TENURE_READ_OPEN_ENDED);
  if (tenure_read_says_unknown (words))
    return no_date (TENURE_READ_UNKNOWN);
  n = take_parts (&rest, parts);
  /* "2020-06 12:30" and "43831.5": a time, or the fraction of a day, is no part of the date. */
  if (n == 2 && parts[0].figures == 5 && strchr (words, '.') != NULL)
    n = 1;
  if (n < 1 || !is_time (rest))
    return no_date (TENURE_READ_INVALID);
  return date_of_parts (parts, n, n == 3 && parts[2].figures == 1 && parts[0].figures != 4);
}

TenureReadDate
tenure_read_date_text (const char *text)
{
  TenureReadDate date = { .note = TENURE_READ_EXACT };
  char day[TENURE_DAY_ISO_SIZE];
  gsize length;

  g_return_val_if_fail (text != NULL, no_date (TENURE_READ_INVALID));

  /* ISO dates, with or without a time, are nearly all there is in a large file. */
  length = strnlen (text, TENURE_DAY_ISO_SIZE);
  if (length >= 10 && text[4] == '-' && (text[10] == '\0' || text[10] == 'T'))
    {
      memcpy (day, text, 10);
      day[10] = '\0';
      if (tenure_day_parse_iso (day, &date.day) && day[0] > '1' && day[0] < '3' && day[1] < '2'
          && (text[10] == '\0' || strspn (text + 11, "0123456789:.+-Z") == strlen (text + 11)))
        return date;
    }
  return written_date (text);
}

TenureReadDate
tenure_read_date (const TenureCell *cell)
{
  int year;

  if (cell->kind == TENURE_CELL_EMPTY)
    return no_date (TENURE_READ_BLANK);
  if (cell->kind == TENURE_CELL_BOOLEAN || cell->kind == TENURE_CELL_ERROR)
    return no_date (TENURE_READ_INVALID);
  if (cell->kind != TENURE_CELL_DATE)
    return tenure_read_date_text (cell->text);
  tenure_day_to_civil (cell->day, &year, NULL, NULL);
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return tenure_read_date_text (cell->text);
  return (TenureReadDate){ .day = cell->day, .note = TENURE_READ_EXACT };
}

TenureDay
tenure_read_date_get_month (const TenureReadDate *date)
{
  TenureDay first = TENURE_DAY_NONE;

  if (date->month > 0)
    tenure_day_from_civil (date->month_year, date->month, 1, &first);
  return first;
}

/* --- What is wrong ------------------------------------------------------------------------------------------- */

/* Where the two were exchanged, the day that is probably meant. */
static char *
dup_month_fault (const TenureReadDate *date)
{
  g_autofree char *meant = NULL;
  TenureDay day;

  if (!tenure_day_from_civil (date->wrong_year, date->wrong_day_of_month, date->wrong_month, &day))
    return g_strdup_printf (_ ("There is no month %d."), date->wrong_month);
  meant = tenure_day_dup_label (day);
  /* Translators: of 3/17/2027, which would be the 3rd of a 17th month; a date. */
  return g_strdup_printf (_ ("There is no month %1$d. Perhaps %2$s is meant."), date->wrong_month, meant);
}

static char *
dup_day_fault (const TenureReadDate *date)
{
  g_autoptr (GDateTime) month = g_date_time_new_utc (date->wrong_year, date->wrong_month, 1, 0, 0, 0);
  g_autoptr (GDateTime) next = g_date_time_add_months (month, 1);
  g_autoptr (GDateTime) last = g_date_time_add_days (next, -1);
  /* Translators: a month, as g_date_time_format() writes it: "February 2027". */
  g_autofree char *name = g_date_time_format (month, _ ("%B %Y"));
  guint days = (guint) g_date_time_get_day_of_month (last);

  if (date->wrong_day_of_month < 1)
    return g_strdup (_ ("The days of a month begin with 1."));
  /* Translators: of 31/2/2027: "February 2027 has 28 days." */
  return g_strdup_printf (ngettext ("%1$s has %2$u day.", "%1$s has %2$u days.", days), name, days);
}

char *
tenure_read_date_dup_fault (const TenureReadDate *date)
{
  if (date->note != TENURE_READ_INVALID || date->wrong_year == 0)
    return NULL;
  if (date->wrong_year < FIRST_YEAR || date->wrong_year > LAST_YEAR)
    return g_strdup_printf (_ ("The year %1$d is not between %2$d and %3$d."), date->wrong_year, FIRST_YEAR, LAST_YEAR);
  if (date->wrong_month < 1 || date->wrong_month > 12)
    return dup_month_fault (date);
  return dup_day_fault (date);
}

gboolean
tenure_read_day (const char *text, TenureDay *out_day, GError **error)
{
  TenureReadDate date = tenure_read_date_text (text);
  g_autofree char *fault = NULL;

  if (tenure_day_is_known (date.day))
    {
      *out_day = date.day;
      return TRUE;
    }
  fault = tenure_read_date_dup_fault (&date);
  if (fault != NULL)
    g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_INVALID, fault);
  else
    g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID, _ ("“%s” is not a day. Write it like 31 Mar 2027 or 31/3/27."),
                 text);
  return FALSE;
}
