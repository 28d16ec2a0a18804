#pragma once

#include "base/id.h"
#include "exchange/read-identifier.h"
#include "exchange/read-value.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* The organisations of a document while an import runs: found by identifier first, then by name.
 *
 * Two organisations of one name are the same unless both have a number of the same register and the numbers differ.
 * Publisher-local identifiers (360G-…) find an organisation only among those that the same funder has paid. */
typedef struct _TenureOrganisations TenureOrganisations;

#define TENURE_CLUE_MAX_IDENTIFIERS 4

/* What a row says about an organisation. */
typedef struct
{
  const char *name; /* NULL: not said */
  TenureReadIdentifier identifiers[TENURE_CLUE_MAX_IDENTIFIERS];
  guint n_identifiers;
  TenureId publisher; /* the funder whose file this is; NONE: not known */
  gboolean flagged;   /* a flag in the file, or the user, says whether it is VCS; not only an identifier */
} TenureOrganisationClue;

typedef struct
{
  TenureId id;
  const char *name;
  TenureAnswer vcs;       /* as recorded, then as this run has it */
  char *vcs_evidence;     /* why, when this run found out; NULL otherwise */
  gboolean local;         /* has an identifier that holds for one publisher only */
  gboolean added;         /* by this run */
  gboolean seen;          /* in this run */
  gboolean met;           /* as a provider in this run */
  gboolean flagged;       /* a flag of this file has said so */
  guint agreements;       /* in this run */
  GPtrArray *identifiers; /* of const char *: "GB-CHC-225922" */
} TenureOrganisationEntry;

TenureOrganisations *tenure_organisations_load (TenureReader *reader, GError **error);
void tenure_organisations_free (TenureOrganisations *organisations);

/* The organisation that @clue means, or NULL. */
TenureOrganisationEntry *tenure_organisations_find (TenureOrganisations *organisations, const TenureOrganisationClue *clue);

/* Adds a new one. The entry is owned by @organisations. */
TenureOrganisationEntry *tenure_organisations_add (TenureOrganisations *organisations, TenureId id, const char *name);

/* Whether the entry has a number of @scheme; @out_same: and it is @value. */
gboolean tenure_organisations_has_scheme (const TenureOrganisationEntry *entry,
                                          const char *scheme,
                                          const char *value,
                                          gboolean *out_same);
void tenure_organisations_add_identifier (TenureOrganisations *organisations,
                                          TenureOrganisationEntry *entry,
                                          const TenureReadIdentifier *identifier);

/* Notes that @publisher has paid the organisation, where that will ever be asked: for those with local identifiers. */
void tenure_organisations_link (TenureOrganisations *organisations,
                                const TenureOrganisationEntry *entry,
                                TenureId publisher);

TenureOrganisationEntry *tenure_organisations_get (TenureOrganisations *organisations, TenureId id);

/* (element-type TenureOrganisationEntry): in no order; lent, the caller frees the list. */
GPtrArray *tenure_organisations_list (TenureOrganisations *organisations);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureOrganisations, tenure_organisations_free)

G_END_DECLS
