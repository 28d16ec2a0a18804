#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the number of an organisation in a register must look like: one rule for forms, imports and `tenure-cli check`. Only
 * what the register itself publishes is a rule; of other registers everything is possible. Lists by the codes of
 * org-id.guide. That a number looks right does not mean that it was issued.
 *
 * GB-CHC, Charity Commission: six or seven figures (five in the oldest files), a linked charity's number after a hyphen.
 * GB-SC, Office of the Scottish Charity Regulator: SC and six figures.
 * GB-NIC, Charity Commission for Northern Ireland: six figures.
 * GB-COH, Companies House: eight characters: figures, the last perhaps a C or an R; or a prefix of letters and the rest
 *   mostly figures (Uniform Resource Identifiers customer guide; the numbers of societies hold letters further on, too).
 * GB-NHS, Organisation Data Service: one to nine letters and figures (NHS England, "Organisations and services").
 * GB-UKPRN, UK Register of Learning Providers: eight figures, the first a 1.
 * GB-VAT, HMRC: nine figures (twelve with a branch) whose weighted sum, 8 7 6 5 4 3 2 and the last two as a number, is
 *   divisible by 97, or by 97 after 55 is added; GD and three figures below 500, HA and three from 500 on.
 * GB-DUNS: nine figures.
 * XI-LEI, ISO 17442: eighteen letters and figures and two check digits; the whole, letters as 10 to 35, leaves 1 by 97. */
typedef enum
{
  TENURE_IDENTIFIER_FITS,  /* or there is no rule for @scheme */
  TENURE_IDENTIFIER_SHAPE, /* wrong length or characters */
  TENURE_IDENTIFIER_CHECK, /* the check digits do not fit the rest */
} TenureIdentifierFault;

/* @value as stored: without the list code, no spaces. */
TenureIdentifierFault tenure_identifier_check (const char *scheme, const char *value);

/* The same in a sentence that says what is wrong and how such a number looks; NULL when it fits. The caller frees. */
char *tenure_identifier_dup_fault (const char *scheme, const char *value);

/* The code of the register that people call @words: "Charity Commission", "charity", its label, in English or
 * translated; of a code in any case the code. NULL where it is neither. */
const char *tenure_identifier_find_scheme (const char *words);

/* What the register @scheme is called, translated; NULL where it is not one of the above: its numbers are not checked. */
const char *tenure_identifier_scheme_label (const char *scheme);

G_END_DECLS
