#pragma once

#include "exchange/import-private.h"

G_BEGIN_DECLS

#define TENURE_N_TEXT_FIELDS 10
#define TENURE_N_DATE_FIELDS 8

/* The state of an import of agreements. The first part, the indexes of fields, saves looking them up by name for each
 * row. */
typedef struct
{
  guint text_index[TENURE_N_TEXT_FIELDS];
  guint date_index[TENURE_N_DATE_FIELDS];
  guint title, description, reference, part, kind, provider, individual, start, end, duration, open_ended, award, extension,
      value, basis, annual, approximate, currency, procedure;
  guint funder_agreement, funder_organisation;
  TenureReadBasis title_basis;
  TenureCurrency title_currency;
  GHashTable *kinds;       /* text of a cell → the kind that it means, or NULL */
  GHashTable *known;       /* key → Known */
  GHashTable *occurrences; /* key without the part → how often this file had it */
  GStringChunk *keys;
  GString *key;
  TenureRecord *draft;
  TenureRecord *funder;
} TenureAgreements;

/* Sets the field indexes, and what the title of the value column says. */
void tenure_agreements_init_fields (TenureAgreements *a, const TenureImport *import);

/* Reads the cells of this row that are about the agreement itself into @a->draft, noting what is wrong with them. */
void tenure_agreements_read (TenureAgreements *a, TenureImport *import);

G_END_DECLS
