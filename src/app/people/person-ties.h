#pragma once

#include "register/snapshot.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* What ties a person to a board, an organisation or an agreement on the day, or will: seats held, those held as a deputy,
 * organisations that the person is the contact for, agreements that name the person as essential. What is over is left out.
 * All of it is personal: fields of that class in the catalogue, and nothing else, say who it is. */
typedef enum
{
  TENURE_PERSON_SEAT,
  TENURE_PERSON_DEPUTY,
  TENURE_PERSON_CONTACT,
  TENURE_PERSON_ESSENTIAL,
} TenurePersonTieKind;

typedef struct
{
  TenurePersonTieKind kind;
  char *title;                /* "Skelmoor Place Partnership: Alliance chair", "Lantern Trust", "Advice line" */
  char *text;                 /* "since 1 Jan 2026"; NULL where there is nothing to say */
  TenureDay from_day, to_day; /* inclusive; NONE when not recorded */
  gboolean now;               /* on the day, and not to come */
  TenureRecordType type;      /* what it leads to: board, organisation or agreement */
  TenureId id;
} TenurePersonTie;

/**
 * tenure_person_ties_load:
 * @reader: asked for deputies, who are no facts of the analysis
 * @only: index of a person in the facts, or -1 for all
 *
 * One pass over seats held, contacts and agreements, whether for one person or for all; deputies of one person are found
 * by the database. For a worker.
 *
 * Returns: (transfer full): an array of TenurePersonTie for each person of the facts, by kind, then in the order of the
 *   facts; NULL for those who were not asked for. Free with tenure_person_ties_free(). NULL with @error set.
 */
GPtrArray **tenure_person_ties_load (TenureSnapshot *snapshot, TenureReader *reader, int only, GError **error);
void tenure_person_ties_free (GPtrArray **ties, guint n_persons);

/* "since 1 Jan 2026", "1 Jan 2026 to 31 Dec 2026", "until 31 Dec 2026", "from 1 Jan 2027" of what is to come, "dates not
 * recorded". The caller frees. */
char *tenure_person_dup_period (TenureDay from, TenureDay to, TenureDay as_of);

G_END_DECLS
