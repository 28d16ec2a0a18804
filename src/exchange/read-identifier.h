#pragma once

#include "exchange/read-value.h"

G_BEGIN_DECLS

/* Room for the longest list code and for the longest identifier that is kept. */
#define TENURE_SCHEME_SIZE 16
#define TENURE_IDENTIFIER_SIZE 128

typedef struct
{
  char scheme[TENURE_SCHEME_SIZE];    /* "GB-CHC"; "360G" for a publisher's own ids; "" when the list is not known */
  char value[TENURE_IDENTIFIER_SIZE]; /* without the list code; for "360G" and "" the whole text */
  TenureReadNote note;
} TenureReadIdentifier;

/* "GB-CHC-225922": split at the longest known list code, because list codes contain hyphens and values anything.
 * GB-COH values get their leading zeros back (REPAIRED). INVALID, with the parts set as far as they were read, for a
 * value that its register cannot have issued (GB-CHC-Exempt), for line breaks inside and for text too long. */
TenureReadIdentifier tenure_read_identifier (const char *text);

/* A charity number by its shape: SC and six figures GB-SC; NI and six figures, or 1 and five figures, GB-NIC; other
 * six or seven figures GB-CHC. */
TenureReadIdentifier tenure_read_charity_number (const char *text);

/* A company number (GB-COH): eight characters, leading zeros put back. */
TenureReadIdentifier tenure_read_company_number (const char *text);

/* Whether identifiers of @scheme name the same organisation in the files of two publishers. "360G", "" and the
 * per-notice "GB-CFS" do not: they are kept, but match within one publisher only. */
gboolean tenure_read_scheme_is_shared (const char *scheme);

/* Whether an identifier is evidence that its holder is a voluntary organisation: the charity registers, and among
 * the company numbers those of charitable incorporated organisations (CE, CS). Absence is evidence of nothing. */
gboolean tenure_read_identifier_is_charity (const char *scheme, const char *value);

G_END_DECLS
