#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Record ids: positive 63-bit integers that grow with time and do not collide between copies of a document.
 * 42 bits of milliseconds since 2020, 6 bits of a counter, 15 bits of a mark that each process draws at random when it
 * starts. Past 64 ids in one millisecond the clock part runs ahead: by two seconds after an import of 100,000 rows.
 *
 * Odds: ids of two processes can only be equal when both drew the same mark, 1 in 32,768, and even then only where they
 * are made in the same millisecond. So two copies that import 100,000 rows in the same second keep apart in all but one
 * of 32,768 cases. Random bits in each id instead, for all 21 that are not clock, would have some twenty of those ids
 * collide every time; what counts is that the draw is made once and not 300,000 times. */
typedef gint64 TenureId;

#define TENURE_ID_NONE ((TenureId) 0)

/* A new id, larger than every id this process made before. Safe to call from any thread. */
TenureId tenure_id_new (void);

/* Makes the ids of this process follow from @seed instead of clock and chance; for the sample and for tests. */
void tenure_id_seed (guint64 seed);

/* Whether @id is one of @ids (element-type TenureId). Looks at one after the other: for what a person selected, not for
 * every record in turn. */
gboolean tenure_ids_contain (const GArray *ids, TenureId id);

/**
 * tenure_id_find:
 * @records: @n of @size bytes each, that start with their id and are sorted by it
 * @out_steps: (out) (optional): how many of them were looked at, at most 1 + log2 @n
 *
 * Returns: the index of the one with @id; -1 when it is not there
 */
int tenure_id_find (gconstpointer records, guint n, gsize size, TenureId id, guint *out_steps);

G_END_DECLS
