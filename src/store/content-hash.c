#include "config.h"
#include "store/content-hash-private.h"

#include <string.h>

#define PRIME_1 G_GUINT64_CONSTANT (0x9E3779B185EBCA87)
#define PRIME_2 G_GUINT64_CONSTANT (0xC2B2AE3D27D4EB4F)
#define PRIME_3 G_GUINT64_CONSTANT (0x165667B19E3779F9)
#define PRIME_4 G_GUINT64_CONSTANT (0x85EBCA77C2B2AE63)
#define PRIME_5 G_GUINT64_CONSTANT (0x27D4EB2F165667C5)

#define STRIPE 32

static guint64
rotate (guint64 value, int bits)
{
  return (value << bits) | (value >> (64 - bits));
}

static guint64
read_64 (const guint8 *bytes)
{
  guint64 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT64_FROM_LE (value);
}

static guint64
read_32 (const guint8 *bytes)
{
  guint32 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT32_FROM_LE (value);
}

static guint64
stir (guint64 lane, guint64 input)
{
  return rotate (lane + input * PRIME_2, 31) * PRIME_1;
}

static guint64
merge (guint64 mark, guint64 lane)
{
  return (mark ^ stir (0, lane)) * PRIME_1 + PRIME_4;
}

static void
take_stripe (TenureContentHash *hash, const guint8 *stripe)
{
  for (int i = 0; i < 4; i++)
    hash->lanes[i] = stir (hash->lanes[i], read_64 (stripe + 8 * i));
}

void
tenure_content_hash_init (TenureContentHash *hash)
{
  *hash = (TenureContentHash){ .lanes = { PRIME_1 + PRIME_2, PRIME_2, 0, 0 - PRIME_1 } };
}

void
tenure_content_hash_update (TenureContentHash *hash, const void *data, gsize length)
{
  const guint8 *bytes = data;

  hash->length += length;
  if (hash->n_pending > 0)
    {
      gsize taken = MIN (length, STRIPE - hash->n_pending);

      memcpy (hash->pending + hash->n_pending, bytes, taken);
      hash->n_pending += taken;
      bytes += taken;
      length -= taken;
      if (hash->n_pending < STRIPE)
        return;
      take_stripe (hash, hash->pending);
      hash->n_pending = 0;
    }
  for (; length >= STRIPE; bytes += STRIPE, length -= STRIPE)
    take_stripe (hash, bytes);
  if (length > 0)
    memcpy (hash->pending, bytes, length);
  hash->n_pending = (guint) length;
}

static guint64
take_rest (guint64 mark, const guint8 *bytes, guint length)
{
  for (; length >= 8; bytes += 8, length -= 8)
    mark = rotate (mark ^ stir (0, read_64 (bytes)), 27) * PRIME_1 + PRIME_4;
  for (; length >= 4; bytes += 4, length -= 4)
    mark = rotate (mark ^ (read_32 (bytes) * PRIME_1), 23) * PRIME_2 + PRIME_3;
  for (; length > 0; bytes++, length--)
    mark = rotate (mark ^ (*bytes * PRIME_5), 11) * PRIME_1;
  return mark;
}

guint64
tenure_content_hash_finish (const TenureContentHash *hash)
{
  guint64 mark = PRIME_5;

  if (hash->length >= STRIPE)
    {
      mark = rotate (hash->lanes[0], 1) + rotate (hash->lanes[1], 7) + rotate (hash->lanes[2], 12)
             + rotate (hash->lanes[3], 18);
      for (int i = 0; i < 4; i++)
        mark = merge (mark, hash->lanes[i]);
    }
  mark = take_rest (mark + hash->length, hash->pending, hash->n_pending);
  mark = (mark ^ (mark >> 33)) * PRIME_2;
  mark = (mark ^ (mark >> 29)) * PRIME_3;
  return mark ^ (mark >> 32);
}
