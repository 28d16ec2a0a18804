#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A 64-bit mark of a file's content, to notice that a file is no longer the one that was read. It guards against
 * accidents, not against forgery: whoever may write the file needs no collision to do harm. The algorithm is XXH64, from
 * its published description; a hundred megabytes take a hundredth of a second, where SHA-256 would take half of the time
 * that opening a document may take. Numbers known from elsewhere: tests/store/test-content-hash.c. */
typedef struct
{
  guint64 lanes[4];
  guint64 length;
  guint8 pending[32];
  guint n_pending;
} TenureContentHash;

void tenure_content_hash_init (TenureContentHash *hash);
void tenure_content_hash_update (TenureContentHash *hash, const void *data, gsize length);
guint64 tenure_content_hash_finish (const TenureContentHash *hash);

G_END_DECLS
