#pragma once

#include "base/money.h"
#include "catalogue/field.h"
#include "exchange/read-money.h"
#include "store/record.h"

G_BEGIN_DECLS

/* Between a stored value and the words in an entry of a form. Nothing here knows widgets; what is typed is read with
 * the same readers as imported cells, so a form and a register understand the same spellings. */

/* The words that an entry shows for @value, such that reading them gives @value again: "31 Mar 2027", "45,000.50",
 * "3 months", "12.5 %". "" when not recorded. Not for references, choices and flags, which have no entry. The caller
 * frees. */
char *tenure_field_text_dup (const TenureField *field, const TenureValue *value, TenureCurrency currency);

/* What was understood. */
typedef struct
{
  TenureValue value;
  TenureCurrency currency; /* of an amount that names one ("€45k"); NONE otherwise */
  TenureReadBasis basis;   /* of an amount that says so ("45k a year", "£90k in total"); UNKNOWN otherwise */
} TenureFieldReading;

/**
 * tenure_field_text_read:
 * @text: what the user typed; blank is "not recorded", in a required field, too: that it is missing is the form's to say
 * @currency: of the record, which decides the decimals of an amount that names none
 * @out_reading: (out caller-allocates): its value is to be cleared
 *
 * Dates: 31/3/27 (day first, always), 31.3.2027, 31 Mar 2027, 2027-03-31, and what day-words.h reads: today, end of March,
 * +3y; "April 2027" is refused with its first and last day on offer.
 * Money: £45k, 45,000, 1.2m. Lengths: "3 months", "12 weeks", "1 year 6 months", "1.5 years", "six months", "30 days", a
 * bare number of months. Shares: "12.5 %", "12.5". Cases: tests/app/test-field-text.c.
 *
 * Returns: FALSE with TENURE_ERROR_INVALID or RANGE: a sentence that fits beside the field and says how to write it
 */
gboolean tenure_field_text_read (TenureRecordType type,
                                 guint field,
                                 const char *text,
                                 TenureCurrency currency,
                                 TenureFieldReading *out_reading,
                                 GError **error);

/* The same where the field is the last day of a span that begins on @base, or it is not known when (NONE): "+3y" is then
 * the last day of three years from @base. Elsewhere such lengths count from today. */
gboolean tenure_field_text_read_last (TenureRecordType type,
                                      guint field,
                                      const char *text,
                                      TenureCurrency currency,
                                      TenureDay base,
                                      TenureFieldReading *out_reading,
                                      GError **error);

/* How @typed was understood, to be shown beside it: "31 March 2027, Wednesday"; of a day that could be read month first,
 * that it was not. As tenure_field_text_dup() for everything that is no date; words as they were typed. The caller frees. */
char *tenure_field_text_dup_reading (const TenureField *field,
                                     const TenureValue *value,
                                     TenureCurrency currency,
                                     const char *typed);

G_END_DECLS
