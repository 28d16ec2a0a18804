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
} TenureReadDate;

/* Forms: YYYY-MM-DD (with any time and offset: the calendar date as written), DD/MM/YYYY, DD/MM/YY, DD-Mon-YY,
 * DD.MM.YYYY, "3 Apr 2023", "3rd April 2023", "April 3, 2023", 01Jan2022, YYYYMMDD, day numbers 20000–80000 of the
 * 1900 system, "06/2020" and "June 2020" as months, words for open-ended and for unknown. 31 December 9999, which
 * finance systems write for "no end", is open-ended; other years before 1900 or after 2199 are INVALID. */
TenureReadDate tenure_read_date (const TenureCell *cell);
TenureReadDate tenure_read_date_text (const char *text);

/* Why @date is none, in a sentence: "February 2027 has 28 days." NULL where what was written is not a day, a month and a year
 * at all, or is a date. The caller frees. */
char *tenure_read_date_dup_fault (const TenureReadDate *date);

/* Reads a day that somebody typed by itself. FALSE with a sentence for them: the fault, or how a day is written. */
gboolean tenure_read_day (const char *text, TenureDay *out_day, GError **error);

G_END_DECLS
