#include "config.h"
#include "store/origin-block-private.h"

#include "store/packed-private.h"
#include "store/row-bytes-private.h"

#include <string.h>

/* To show a row all of its block is unpacked, in a third of a millisecond. Half of this packs by a twentieth less. */
#define FULL (256 * 1024)

struct _TenureOriginBlock
{
  TenureId first, origin;
  GString *rows;
  GByteArray *packed;
};

TenureOriginBlock *
tenure_origin_block_new (void)
{
  TenureOriginBlock *block = g_new0 (TenureOriginBlock, 1);

  block->rows = g_string_new (NULL);
  block->packed = g_byte_array_new ();
  return block;
}

void
tenure_origin_block_free (TenureOriginBlock *block)
{
  if (block == NULL)
    return;
  g_string_free (block->rows, TRUE);
  g_byte_array_unref (block->packed);
  g_free (block);
}

TenureId
tenure_origin_block_get_origin (const TenureOriginBlock *block)
{
  return block->rows->len > 0 ? block->origin : TENURE_ID_NONE;
}

void
tenure_origin_block_add (TenureOriginBlock *block, TenureId id, TenureId origin, guint row, const char *cells)
{
  g_return_if_fail (block->rows->len == 0 || block->origin == origin);

  if (block->rows->len == 0)
    {
      block->first = id;
      block->origin = origin;
    }
  g_string_append_printf (block->rows, "%" G_GINT64_FORMAT "\t%u\t", id, row);
  g_string_append (block->rows, cells);
  g_string_append_c (block->rows, '\n');
}

gboolean
tenure_origin_block_is_full (const TenureOriginBlock *block)
{
  return block->rows->len >= FULL;
}

gboolean
tenure_origin_block_take (TenureOriginBlock *block, GByteArray *bytes)
{
  if (!tenure_pack (block->rows->str, block->rows->len, block->packed))
    return FALSE;
  tenure_row_bytes_append_source (bytes, block->first, block->origin, block->rows->len, block->packed);
  g_string_truncate (block->rows, 0);
  return TRUE;
}

char *
tenure_origin_block_find (GBytes *rows, TenureId id, guint *out_row)
{
  g_autofree char *wanted = g_strdup_printf ("%" G_GINT64_FORMAT "\t", id);
  gsize size, n = strlen (wanted);
  const char *at = g_bytes_get_data (rows, &size), *end = at + size;

  while (at < end)
    {
      const char *newline = memchr (at, '\n', (gsize) (end - at)), *line_end = newline != NULL ? newline : end;

      if ((gsize) (line_end - at) > n && memcmp (at, wanted, n) == 0)
        {
          g_autofree char *line = g_strndup (at + n, (gsize) (line_end - at) - n);
          char *cells;

          *out_row = (guint) g_ascii_strtoull (line, &cells, 10);
          return *cells == '\t' ? g_strdup (cells + 1) : NULL;
        }
      at = line_end + 1;
    }
  return NULL;
}
