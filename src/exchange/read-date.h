#pragma once

#include "exchange/read-value.h"

G_BEGIN_DECLS

typedef struct
{
  TenureDay day; /* NONE when there is no value */
  TenureReadNote note;
  /* For dates written in numbers with the day first: whether the day could also be a month. When that holds for
   * every date of a column, the importer offers a warning; the reading itself is day first always. */
  gboolean day_first;
  gboolean ambiguous;
  /* What was written, where it names a day, a month and a year that make no date: tenure_read_date_dup_fault() says why.
   * 0 otherwise. */
  int wrong_year, wrong_month, wrong_day_of_month;
  /* MONTH_ONLY, MONTH_MAYBE: the month that is or may be meant; else 0. */
  int month_year, month;
} TenureReadDate;

/* Forms: YYYY-MM-DD (with any time and offset: the calendar date as written), DD/MM/YYYY, DD/MM/YY, DD-Mon-YY,
 * DD.MM.YYYY, "3 Apr 2023", "3rd April 2023", "April 3, 2023", 01Jan2022, YYYYMMDD, day numbers 20000–80000 of the
 * 1900 system, "06/2020", "06/20" and "June 2020" as months, words for open-ended and for unknown. 31 December 9999, which
 * finance systems write for "no end", is open-ended; other years before 1900 or after 2199 are INVALID.
 *
 * "Mar-21", "03/12" and "2011-12" are months only where nothing else is possible: "Mar-98" and "Feb-30" name no day of their
 * month, "03/21" none with the day first, "2013-08" no two years that follow each other. */
TenureReadDate tenure_read_date (const TenureCell *cell);
TenureReadDate tenure_read_date_text (const char *text);

/* The first day of the month that is or may be meant; NONE where no month is. */
TenureDay tenure_read_date_get_month (const TenureReadDate *date);

/* Why @date is none, in a sentence: "February 2027 has 28 days." NULL where what was written is not a day, a month and a year
 * at all, or is a date. The caller frees. */
char *tenure_read_date_dup_fault (const TenureReadDate *date);

/* Reads a day that somebody typed by itself. FALSE with a sentence for them: the fault, or how a day is written. */
gboolean tenure_read_day (const char *text, TenureDay *out_day, GError **error);

G_END_DECLS
