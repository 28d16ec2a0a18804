#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Civil days: a date without clock or zone, as the number of days since 1 January 1970 in the proleptic
 * Gregorian calendar. One integer keeps a hundred thousand dates in one array and makes every comparison exact.
 * Spans are half-open inside the program; what people write and read has an inclusive last day, and the two are
 * converted with tenure_day_after() in one place. */
typedef gint32 TenureDay;

/* "Not recorded". It is no day: test for it before arithmetic. */
#define TENURE_DAY_NONE G_MININT32

/* The range that every function accepts: years 1 to 9999. */
#define TENURE_DAY_MIN (-719162)
#define TENURE_DAY_MAX 2932896

/* Room for an ISO date and its end. */
#define TENURE_DAY_ISO_SIZE 11

static inline gboolean
tenure_day_is_known (TenureDay day)
{
  return day != TENURE_DAY_NONE;
}

gboolean tenure_day_from_civil (int year, int month, int day_of_month, TenureDay *out_day);
void tenure_day_to_civil (TenureDay day, int *out_year, int *out_month, int *out_day_of_month);

/* Moves @day by @months, keeping the day of the month and clamping it to the month's end
 * (31 Jan + 1 month = 28 or 29 Feb). Results outside the range are clamped to it. @day must be known. */
TenureDay tenure_day_add_months (TenureDay day, int months);

/* The first day that is no longer in a span whose inclusive last day is @last, and back. NONE stays NONE. */
TenureDay tenure_day_after (TenureDay last);
TenureDay tenure_day_before (TenureDay first_outside);

/* Reads exactly YYYY-MM-DD; returns FALSE, and leaves @out_day alone, for anything else. Never reads other
 * spellings: those are exchange's business, with a warning each. */
gboolean tenure_day_parse_iso (const char *text, TenureDay *out_day);

/* Writes YYYY-MM-DD, or "" for NONE, into @buffer of TENURE_DAY_ISO_SIZE and returns it. */
char *tenure_day_to_iso (TenureDay day, char *buffer);

/* "21 Nov 2026" with the month translated; the caller frees. "" for NONE. */
char *tenure_day_dup_label (TenureDay day);

/* "Nov 2026". */
char *tenure_day_dup_month_label (TenureDay day);

/* Today in the user's time zone. */
TenureDay tenure_day_today (void);

/* The first day of the month, and of the financial year that begins on day 1 of @first_month (1–12; 4 is the
 * British default), in which @day lies. */
TenureDay tenure_day_month_start (TenureDay day);
TenureDay tenure_day_year_start (TenureDay day, int first_month);

G_END_DECLS
