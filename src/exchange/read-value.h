#pragma once

#include "exchange/table.h"

G_BEGIN_DECLS

/* What people write in the cells of registers, read into values without guessing.
 *
 * Each reader takes a cell (or, for the _text forms, UTF-8 text) and returns a value with a note. EXACT and BLANK
 * need no word to the user; the other notes say what was taken for granted or why there is no value. An unknown
 * value never becomes zero, "no" or today. Dates, money and identifiers have headers of their own. */
typedef enum
{
  TENURE_READ_EXACT,
  TENURE_READ_BLANK,       /* nothing there */
  TENURE_READ_UNKNOWN,     /* "TBC", "n/a", "Undefined": said to be unknown; no value */
  TENURE_READ_OPEN_ENDED,  /* dates: "Ongoing", "Rolling"; no value, on purpose */
  TENURE_READ_MONTH_ONLY,  /* dates: "June 2020"; no value, because the day is not given */
  TENURE_READ_MONTH_MAYBE, /* dates: "Mar-21", which may be a month and its year or a day of any year; no value */
  TENURE_READ_YEAR_ONLY,   /* dates: "2021", "2021/22"; no value */
  TENURE_READ_NO_YEAR,     /* dates: "21 March"; no value */
  TENURE_READ_INVALID,     /* no value: not of this kind, or impossible (31 February) */
  TENURE_READ_SHORT_YEAR,  /* dates: two figures for the year; 00–69 are 2000–2069 */
  TENURE_READ_SERIAL,      /* dates: a spreadsheet's day number in a cell that is not marked as a date */
  TENURE_READ_APPROXIMATE, /* money: "approx. £120k" */
  TENURE_READ_ROUNDED,     /* money: more decimals than the currency has; rounded half to even */
  TENURE_READ_REPAIRED,    /* identifiers: leading zeros put back, case or spaces mended */
} TenureReadNote;

/* Whether the reading gave a value. */
static inline gboolean
tenure_read_has_value (TenureReadNote note)
{
  return note == TENURE_READ_EXACT || note >= TENURE_READ_SHORT_YEAR;
}

/* A stable word for machines: "month-only", "short-year", … */
const char *tenure_read_note_code (TenureReadNote note);

/* Whether @text, in lower case and without spaces at its ends, says that something is not known: "tbc", "n/a". */
gboolean tenure_read_says_unknown (const char *text);

/* Copies @text into @buffer for comparing words: lower case (ASCII), inner white space as one space, none at the
 * ends, typographic minus signs and spaces made plain. EXACT, BLANK when nothing is left, or INVALID when it does
 * not fit: then it is prose, not a value. */
TenureReadNote tenure_read_fold (const char *text, char *buffer, gsize size);

/* @text without the mark of a footnote at its end ("*", "†", "²", "[2]"); NULL where it has none. The caller frees. */
char *tenure_read_dup_without_footnote (const char *text);

/* Whole months: "12", "12 months", "2 years", "1 year 6 months"; up to 1200. -1 when there is no value. */
int tenure_read_months (const TenureCell *cell, TenureReadNote *out_note);
int tenure_read_months_text (const char *text, TenureReadNote *out_note);

typedef enum
{
  TENURE_ANSWER_UNKNOWN = -1,
  TENURE_ANSWER_NO = 0,
  TENURE_ANSWER_YES = 1,
} TenureAnswer;

/* Yes/No, Y/N, TRUE/FALSE, 1/0. Anything else is UNKNOWN with INVALID, blank with BLANK. */
TenureAnswer tenure_read_answer (const TenureCell *cell, TenureReadNote *out_note);
TenureAnswer tenure_read_answer_text (const char *text, TenureReadNote *out_note);

G_END_DECLS
