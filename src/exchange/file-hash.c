#include "exchange/file-hash-private.h"

#define BLOCK (64 * 1024)

struct _TenureFileHash
{
  GFile *file;
  GCancellable *stop;
  GThread *thread; /* NULL once it was waited for */
  char *hex;
};

static gpointer
hash_file (gpointer data)
{
  TenureFileHash *hash = data;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GFileInputStream) stream = g_file_read (hash->file, hash->stop, NULL);
  g_autofree guint8 *block = g_malloc (BLOCK);
  gssize n = stream != NULL ? 1 : -1;

  while (n > 0)
    {
      n = g_input_stream_read (G_INPUT_STREAM (stream), block, BLOCK, hash->stop, NULL);
      if (n > 0)
        g_checksum_update (checksum, block, n);
    }
  if (n == 0)
    hash->hex = g_strdup (g_checksum_get_string (checksum));
  return NULL;
}

TenureFileHash *
tenure_file_hash_start (GFile *file)
{
  TenureFileHash *hash = g_new0 (TenureFileHash, 1);

  hash->file = g_object_ref (file);
  hash->stop = g_cancellable_new ();
  hash->thread = g_thread_new ("file-hash", hash_file, hash);
  return hash;
}

char *
tenure_file_hash_wait (TenureFileHash *hash)
{
  g_clear_pointer (&hash->thread, g_thread_join);
  return g_strdup (hash->hex);
}

void
tenure_file_hash_free (TenureFileHash *hash)
{
  if (hash == NULL)
    return;
  g_cancellable_cancel (hash->stop);
  g_clear_pointer (&hash->thread, g_thread_join);
  g_object_unref (hash->stop);
  g_object_unref (hash->file);
  g_free (hash->hex);
  g_free (hash);
}
