#include "store/content-hash-private.h"

#include <string.h>

static guint64
hash_of (const void *data, gsize length, gsize step)
{
  TenureContentHash hash;

  tenure_content_hash_init (&hash);
  for (gsize at = 0; at < length; at += step)
    tenure_content_hash_update (&hash, (const guint8 *) data + at, MIN (step, length - at));
  return tenure_content_hash_finish (&hash);
}

/* Published values of XXH64 with seed 0. */
static void
test_known_values (void)
{
  static const struct
  {
    const char *text;
    guint64 hash;
  } cases[] = {
    { "", G_GUINT64_CONSTANT (0xEF46DB3751D8E999) },
    { "a", G_GUINT64_CONSTANT (0xD24EC4F1A98C6E5B) },
    { "abc", G_GUINT64_CONSTANT (0x44BC2CF5AD770999) },
    { "Nobody inspects the spammish repetition", G_GUINT64_CONSTANT (0xFBCEA83C8A378BF1) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("\"%s\"", cases[i].text);
      g_assert_cmphex (hash_of (cases[i].text, strlen (cases[i].text), 1024), ==, cases[i].hash);
    }
}

/* However the bytes arrive, the mark is the same; and every byte counts. */
static void
test_in_pieces (void)
{
  guint8 bytes[300];
  guint64 whole;

  for (gsize i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8) (i * 7 + 3);
  for (gsize length = 0; length <= sizeof bytes; length++)
    {
      whole = hash_of (bytes, length, sizeof bytes);
      for (gsize step = 1; step < 70; step++)
        g_assert_cmphex (hash_of (bytes, length, step), ==, whole);
    }
  whole = hash_of (bytes, sizeof bytes, sizeof bytes);
  for (gsize i = 0; i < sizeof bytes; i++)
    {
      bytes[i] ^= 1;
      g_assert_cmphex (hash_of (bytes, sizeof bytes, 64), !=, whole);
      bytes[i] ^= 1;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/content-hash/known-values", test_known_values);
  g_test_add_func ("/store/content-hash/in-pieces", test_in_pieces);
  return g_test_run ();
}
