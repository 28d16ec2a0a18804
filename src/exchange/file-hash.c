#include "exchange/file-hash-private.h"

#include <nettle/sha2.h>

#define BLOCK (64 * 1024)

struct _TenureFileHash
{
  GFile *file;
  GCancellable *stop;
  GThread *thread; /* NULL once it was waited for */
  char *hex;
};

static char *
finish (struct sha256_ctx *sha256)
{
  guint8 digest[SHA256_DIGEST_SIZE];
  GString *hex = g_string_sized_new (2 * SHA256_DIGEST_SIZE);

  sha256_digest (sha256, sizeof digest, digest);
  for (gsize i = 0; i < sizeof digest; i++)
    g_string_append_printf (hex, "%02x", digest[i]);
  return g_string_free (hex, FALSE);
}

static gpointer
hash_file (gpointer data)
{
  TenureFileHash *hash = data;
  struct sha256_ctx sha256;
  g_autoptr (GFileInputStream) stream = g_file_read (hash->file, hash->stop, NULL);
  g_autofree guint8 *block = g_malloc (BLOCK);
  gssize n = stream != NULL ? 1 : -1;

  sha256_init (&sha256);
  while (n > 0)
    {
      n = g_input_stream_read (G_INPUT_STREAM (stream), block, BLOCK, hash->stop, NULL);
      if (n > 0)
        sha256_update (&sha256, (size_t) n, block);
    }
  if (n == 0)
    hash->hex = finish (&sha256);
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
