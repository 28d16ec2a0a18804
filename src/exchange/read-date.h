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
} TenureReadDate;

/* Forms: YYYY-MM-DD (with any time and offset: the calendar date as written), DD/MM/YYYY, DD/MM/YY, DD-Mon-YY,
 * DD.MM.YYYY, "3 Apr 2023", "3rd April 2023", "April 3, 2023", 01Jan2022, YYYYMMDD, day numbers 20000–80000 of the
 * 1900 system, "06/2020" and "June 2020" as months, words for open-ended and for unknown. 31 December 9999, which
 * finance systems write for "no end", is open-ended; other years before 1900 or after 2199 are INVALID. */
TenureReadDate tenure_read_date (const TenureCell *cell);
TenureReadDate tenure_read_date_text (const char *text);

G_END_DECLS
