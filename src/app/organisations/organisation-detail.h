#pragma once

#include "analysis/completeness.h"
#include "analysis/provider.h"
#include "register/snapshot.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* One organisation whole: what the page of one is made from. Read by a worker, immutable, without widgets. */

/* Someone who works for it, or is its contact on the day. */
typedef struct
{
  TenureId id;
  char *name; /* NULL when not recorded */
  char *role; /* there, or as its contact; NULL when not recorded */
  gboolean is_contact;
  TenureDay contact_from; /* NONE when not recorded */
  TenureDay contact_to;   /* the last day, not before the as-of day; NONE when not recorded */
  gboolean has_handover;  /* of the contact: what the next one needs to know is recorded */
  guint n_seats;          /* that this person holds on the day */
  guint n_essential;      /* planned and running agreements of it that name this person as essential */
} TenureOrganisationPerson;

/* A seat that exists on the day. */
typedef struct
{
  guint seat;         /* index into the facts */
  gboolean held;      /* by one of its people, on the day */
  gboolean nominated; /* it nominates for it */
} TenureOrganisationSeat;

typedef struct
{
  TenureSnapshot *snapshot;
  guint organisation; /* index into the snapshot's facts */
  TenureRecord *record;
  TenureProviderFigures figures;
  TenureCompleteness completeness;
  GPtrArray *identifiers;  /* TenureRecord */
  GPtrArray *former_names; /* TenureRecord */
  GPtrArray *accounts;     /* TenureRecord of accounts by year, the latest first */
  GPtrArray *people;       /* TenureOrganisationPerson, by name */
  GArray *seats;           /* TenureOrganisationSeat, those held first, then in the order of the facts */
  GPtrArray *members;      /* TenureRecord of organisations that are part of it, by name, the first of them */
  guint n_members;         /* all of them */
  guint n_funded;          /* running agreements that it pays for, alone or with others */
  GPtrArray *changes;      /* char *: what happened to the record, newest first, a line each */
  gboolean more_changes;   /* there are older ones */
} TenureOrganisationDetail;

/**
 * tenure_organisation_detail_load:
 *
 * For a worker: it looks through all agreements, and through the whole history, which an import makes long.
 *
 * Returns: (transfer full): NULL with @error set when it cannot be read, or is not there (any more)
 */
TenureOrganisationDetail *tenure_organisation_detail_load (TenureSnapshot *snapshot,
                                                           TenureReader *reader,
                                                           TenureId id,
                                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tenure_organisation_detail_free (TenureOrganisationDetail *detail);

/* The agreements that it provides, as indexes into the facts; lent. */
const guint32 *tenure_organisation_detail_get_provided (const TenureOrganisationDetail *detail, guint *out_n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureOrganisationDetail, tenure_organisation_detail_free)

G_END_DECLS
