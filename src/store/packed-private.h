#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes kept small in the document: one zstd frame, beside which stands the size of what is in it. */

/* Packs @size bytes into @out, in place of what was there. FALSE where that fails; they may then be kept as they are. */
gboolean tenure_pack (const void *bytes, gsize size, GByteArray *out);

/* What was packed. NULL when @packed is damaged, does not hold @size bytes or there is no memory for them: a stored size is
 * believed only as far as the frame itself agrees, and up to two GiB. */
GBytes *tenure_unpack (const void *packed, gsize length, gint64 size) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
