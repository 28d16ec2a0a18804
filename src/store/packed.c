#include "config.h"
#include "store/packed-private.h"

#include <zstd.h>

#define LEVEL 1
/* What a stored size may say: the changes of an import of 1,000,000 rows are a third of it. */
#define MAX_UNPACKED (G_GINT64_CONSTANT (2) << 30)

gboolean
tenure_pack (const void *bytes, gsize size, GByteArray *out)
{
  gsize bound = ZSTD_compressBound (size), packed;

  if (bound > G_MAXUINT)
    return FALSE;
  g_byte_array_set_size (out, (guint) bound);
  packed = ZSTD_compress (out->data, bound, bytes, size, LEVEL);
  if (ZSTD_isError (packed))
    return FALSE;
  g_byte_array_set_size (out, (guint) packed);
  return TRUE;
}

GBytes *
tenure_unpack (const void *packed, gsize length, gint64 size)
{
  g_autofree guint8 *bytes = NULL;

  if (size < 0 || size > MAX_UNPACKED || ZSTD_getFrameContentSize (packed, length) != (unsigned long long) size)
    return NULL;
  bytes = g_try_malloc (MAX ((gsize) size, 1));
  if (bytes == NULL || ZSTD_decompress (bytes, (gsize) size, packed, length) != (gsize) size)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&bytes), (gsize) size);
}
