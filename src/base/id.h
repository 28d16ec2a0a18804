#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Record ids: positive 63-bit integers that grow with time and never collide between copies of a document.
 * 42 bits of milliseconds since 2020, 12 bits of a per-process counter, 9 random bits. The counter is what keeps
 * a 100,000-row import from colliding with itself: past 4,096 ids in one millisecond the clock part runs ahead. */
typedef gint64 TenureId;

#define TENURE_ID_NONE ((TenureId) 0)

/* A new id, larger than every id this process made before. Safe to call from any thread. */
TenureId tenure_id_new (void);

/* Makes the ids of this process follow from @seed instead of clock and chance; for the sample and for tests. */
void tenure_id_seed (guint64 seed);

G_END_DECLS
