#pragma once

#include "base/day.h"
#include "base/money.h"
#include "exchange/table.h"

G_BEGIN_DECLS

/* What people write in the cells of registers, read into values without guessing.
 *
 * Each function takes a cell (or, for the _text forms, UTF-8 text) and returns a value with a note. EXACT and BLANK
 * need no word to the user; the other notes say what was taken for granted or why there is no value. An unknown
 * value never becomes zero, "no" or today. */
typedef enum
{
  TENURE_READ_EXACT,
  TENURE_READ_BLANK,        /* nothing there */
  TENURE_READ_UNKNOWN,      /* "TBC", "n/a", "Undefined": said to be unknown; no value */
  TENURE_READ_OPEN_ENDED,   /* dates: "Ongoing", "Rolling"; no value, on purpose */
  TENURE_READ_MONTH_ONLY,   /* dates: "June 2020"; no value, because the day is not given */
  TENURE_READ_SHORT_YEAR,   /* dates: two figures for the year; 00–69 are 2000–2069 */
  TENURE_READ_SERIAL,       /* dates: a spreadsheet's day number in a cell that is not marked as a date */
  TENURE_READ_APPROXIMATE,  /* money: "approx. £120k" */
  TENURE_READ_ROUNDED,      /* money: more decimals than the currency has; rounded half to even */
  TENURE_READ_REPAIRED,     /* identifiers: leading zeros put back, case or spaces mended */
  TENURE_READ_INVALID,      /* no value: not of this kind, or impossible (31 February) */
} TenureReadNote;

/* Whether the reading gave a value. */
static inline gboolean
tenure_read_has_value (TenureReadNote note)
{
  return note == TENURE_READ_EXACT || (note >= TENURE_READ_SHORT_YEAR && note <= TENURE_READ_REPAIRED);
}

/* A stable word for machines: "month-only", "short-year", … */
const char *tenure_read_note_code (TenureReadNote note);

typedef struct
{
  TenureDay day; /* NONE when there is no value */
  TenureReadNote note;
  /* For numbers written day/month/year: whether the first of them could also be a month. When that holds for every
   * date of a column, the importer offers a warning; the reading itself is day first always. */
  gboolean day_first;
  gboolean ambiguous;
  gint16 year;  /* with MONTH_ONLY: the month that was given */
  gint16 month;
} TenureReadDate;

/* Forms: YYYY-MM-DD (with any time and offset: the calendar date as written), DD/MM/YYYY, DD/MM/YY, DD-Mon-YY,
 * DD.MM.YYYY, "3 Apr 2023", "3rd April 2023", "April 3, 2023", 01Jan2022, YYYYMMDD, day numbers 20000–80000 of the
 * 1900 system, "06/2020" and "June 2020" as months, words for open-ended and for unknown. */
TenureReadDate tenure_read_date (const TenureCell *cell);
TenureReadDate tenure_read_date_text (const char *text);

typedef enum
{
  TENURE_BASIS_NOT_SAID,
  TENURE_BASIS_TOTAL,
  TENURE_BASIS_ANNUAL,
} TenureReadBasis;

typedef struct
{
  gint64 minor; /* 0 when there is no value: look at @note */
  TenureCurrency currency; /* NONE when the cell does not say */
  TenureReadBasis basis;
  TenureReadNote note;
} TenureReadMoney;

/* Forms: 45000, 45000.5, £3,712,490.00, GBP 45,000, 45,000 GBP, £45,000 per annum / p.a. / a year, £120k, £1.2m,
 * approx. / c. / about / ~, -12.50, 12.50-, (12.50). Commas group thousands; "12,50" is INVALID. @currency decides
 * the number of decimals where the cell names none. A number cell is first taken to 15 significant figures, which is
 * what spreadsheets keep, so 1168920.4500000001 is exact. */
TenureReadMoney tenure_read_money (const TenureCell *cell, TenureCurrency currency);
TenureReadMoney tenure_read_money_text (const char *text, TenureCurrency currency);

/* Whole months: "12", "12 months", "2 years", "1 year 6 months". -1 when there is no value. */
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

/* Room for the longest list code and for the longest identifier that is kept. */
#define TENURE_SCHEME_SIZE 16
#define TENURE_IDENTIFIER_SIZE 128

typedef struct
{
  char scheme[TENURE_SCHEME_SIZE];   /* "GB-CHC"; "360G" for a publisher's own ids; "" when the list is not known */
  char value[TENURE_IDENTIFIER_SIZE]; /* without the list code; for "360G" and "" the whole text */
  TenureReadNote note;
} TenureReadIdentifier;

/* Whether identifiers of @scheme name the same organisation in the files of two publishers. "360G", "" and the
 * per-notice "GB-CFS" do not: they are kept, but match within one publisher only. */
gboolean tenure_read_scheme_is_shared (const char *scheme);

/* Whether an identifier of @scheme is evidence that its holder is a voluntary organisation: the charity registers
 * and the CIO numbers among the company numbers. Its absence is evidence of nothing. */
gboolean tenure_read_identifier_is_charity (const char *scheme, const char *value);

/* "GB-CHC-225922": split at the longest known list code. GB-COH values get their leading zeros back (REPAIRED).
 * INVALID for a value that no register issues (GB-CHC-Exempt), for line breaks inside and for text too long. */
TenureReadIdentifier tenure_read_identifier (const char *text);

/* A charity number by its shape: SC and six figures GB-SC; NI and six figures, or 1 and five figures, GB-NIC; six or
 * seven other figures GB-CHC. */
TenureReadIdentifier tenure_read_charity_number (const char *text);

/* A company number: eight characters, leading zeros put back. */
TenureReadIdentifier tenure_read_company_number (const char *text);

G_END_DECLS
