/* The dates of a row, and what is to be said about them. */

#include "config.h"

#include "base/i18n.h"

#include "exchange/import-private.h"

/* What the cells of a column that give no day are read as, when they name a month. */
typedef enum
{
  MONTH_UNREAD,
  MONTH_FIRST_DAY,
  MONTH_LAST_DAY,
} MonthReading;

/* A term that is told in months begins with the first day of one and ends with the last of another. A signature or an
 * award was on one day, and nobody knows on which. */
static MonthReading
month_reading (TenureTarget target)
{
  switch (target)
    {
    case TENURE_TARGET_START:
    case TENURE_TARGET_ACTUAL_START:
    case TENURE_TARGET_FROM:
    case TENURE_TARGET_ORG_OPENED:
      return MONTH_FIRST_DAY;
    case TENURE_TARGET_END:
    case TENURE_TARGET_ACTUAL_END:
    case TENURE_TARGET_MAXIMUM_END:
    case TENURE_TARGET_TO:
    case TENURE_TARGET_ORG_CLOSED:
    case TENURE_TARGET_ORG_ACCOUNTS_END:
      return MONTH_LAST_DAY;
    default:
      return MONTH_UNREAD;
    }
}

/* "01/04/2023 - 31/03/2026", "1/4/24 or 1/5/24". */
static gboolean
holds_two_dates (const char *text)
{
  return g_regex_match_simple (
      "[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}.*[^0-9/.-].*[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}", text, G_REGEX_DOTALL,
      0);
}

static void
note_invalid_date (
    TenureImport *import, TenureTarget target, const TenureReadDate *date, TenureProblemLevel level, const char *text)
{
  g_autofree char *fault = tenure_read_date_dup_fault (date);

  if (fault != NULL)
    /* Translators: a date as written, and what is wrong with it: “31/2/2027” is not a date. February 2027 has 28 days. */
    tenure_import_note (import, target, level, "date-invalid", _ ("“%1$s” is not a date. %2$s"), text, fault);
  else if (g_utf8_validate (text, -1, NULL) && holds_two_dates (text))
    tenure_import_note (
        import, target, level, "date-invalid",
        _ ("“%s” holds more than one date, and nothing tells which is meant. Write one to a cell, start and end "
           "each in a column of its own."),
        text);
  else
    tenure_import_note (import, target, level, "date-invalid",
                        _ ("“%s” is no date that can be read; write it as day/month/year."), text);
}

/* Whether the column tells that "Mar-21" in it is a month of 2021. */
static gboolean
column_holds_months (const TenureImport *import, TenureTarget target)
{
  guint column = import->columns[target];

  return column < import->plan->columns->len && g_array_index (import->plan->columns, TenureColumn, column).months;
}

static void
note_month_read (TenureImport *import, TenureTarget target, const TenureReadDate *date, const char *text)
{
  g_autofree char *day = tenure_day_dup_label (date->day);
  gboolean first = month_reading (target) == MONTH_FIRST_DAY;

  if (date->note == TENURE_READ_MONTH_MAYBE)
    tenure_import_note (import, target, TENURE_PROBLEM_WARNING, "date-from-month",
                        first
                            ? _ ("“%1$s” is taken for a month and its year, as others in the column are, and is read as its "
                                 "first day, %2$s.")
                            : _ ("“%1$s” is taken for a month and its year, as others in the column are, and is read as its "
                                 "last day, %2$s."),
                        text, day);
  else
    tenure_import_note (import, target, TENURE_PROBLEM_WARNING, "date-from-month",
                        first ? _ ("“%1$s” gives a month but no day and is read as its first day, %2$s.")
                              : _ ("“%1$s” gives a month but no day and is read as its last day, %2$s."),
                        text, day);
}

static void
note_month_unread (TenureImport *import, TenureTarget target, const TenureReadDate *date, const char *text)
{
  g_autofree char *month = tenure_day_dup_month_label (tenure_read_date_get_month (date));

  if (date->note == TENURE_READ_MONTH_MAYBE)
    tenure_import_note (
        import, target, TENURE_PROBLEM_WARNING, "date-month-unclear",
        _ ("“%1$s” may be %2$s or something else, and nothing in the column tells which, so the date is left "
           "not recorded. Write it as day/month/year."),
        text, month);
  else
    tenure_import_note (import, target, TENURE_PROBLEM_WARNING, "date-month-only",
                        _ ("“%s” gives a month but no day, so the date is left not recorded. Write it as day/month/year."),
                        text);
}

/* Sets the day where the month is enough. */
static void
read_month (TenureImport *import, TenureTarget target, TenureReadDate *date, const char *text)
{
  TenureDay month = tenure_read_date_get_month (date);
  MonthReading reading = month_reading (target);

  if (reading == MONTH_UNREAD || (date->note == TENURE_READ_MONTH_MAYBE && !column_holds_months (import, target)))
    {
      note_month_unread (import, target, date, text);
      return;
    }
  date->day = reading == MONTH_FIRST_DAY ? month : tenure_day_before (tenure_day_add_months (month, 1));
  note_month_read (import, target, date, text);
}

/* What is neither exact nor a month. */
static void
note_date (
    TenureImport *import, TenureTarget target, const TenureReadDate *date, TenureProblemLevel invalid, const char *text)
{
  switch (date->note)
    {
    case TENURE_READ_INVALID:
      note_invalid_date (import, target, date, invalid, text);
      break;
    case TENURE_READ_YEAR_ONLY:
      tenure_import_note (import, target, TENURE_PROBLEM_WARNING, "date-year-only",
                          _ ("“%s” gives a year but no month and no day, so the date is left not recorded. Write it as "
                             "day/month/year."),
                          text);
      break;
    case TENURE_READ_NO_YEAR:
      tenure_import_note (import, target, TENURE_PROBLEM_WARNING, "date-no-year",
                          _ ("“%s” gives a day but no year, so the date is left not recorded. Write it as day/month/year."),
                          text);
      break;
    case TENURE_READ_UNKNOWN:
      tenure_import_note (import, target, TENURE_PROBLEM_WARNING, "date-unknown",
                          _ ("“%s”: the date is not known yet and is left not recorded."), text);
      break;
    case TENURE_READ_OPEN_ENDED:
      if (target != TENURE_TARGET_END && target != TENURE_TARGET_ACTUAL_END)
        tenure_import_note (import, target, TENURE_PROBLEM_WARNING, "date-unknown",
                            _ ("“%s” is no date here and is left not recorded."), text);
      break;
    case TENURE_READ_SHORT_YEAR:
      tenure_import_sight (import, &import->short_years[target]);
      break;
    case TENURE_READ_SERIAL:
      tenure_import_sight (import, &import->serials[target]);
      break;
    default:
      break;
    }
}

/* The date, without the mark of a footnote where that alone makes it none. */
static TenureReadDate
read_date (TenureImport *import, TenureTarget target, const TenureCell *cell)
{
  TenureReadDate date = tenure_read_date (cell), plain;
  g_autofree char *text = date.note == TENURE_READ_INVALID ? tenure_read_dup_without_footnote (cell->text) : NULL;

  if (text == NULL)
    return date;
  plain = tenure_read_date_text (text);
  if (plain.note == TENURE_READ_INVALID)
    return date;
  tenure_import_sight (import, &import->footnotes[target]);
  return plain;
}

TenureReadDate
tenure_import_date (TenureImport *import, TenureTarget target, TenureProblemLevel invalid)
{
  const TenureCell *cell = tenure_import_cell (import, target);
  TenureReadDate date = read_date (import, target, cell);

  import->dates_day_first[target] += date.day_first;
  import->dates_certain[target] += date.day_first && !date.ambiguous;
  if (date.month > 0)
    read_month (import, target, &date, cell->text);
  else if (date.note != TENURE_READ_EXACT)
    note_date (import, target, &date, invalid, cell->text);
  return date;
}
