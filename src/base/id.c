#include "base/id.h"

#define EPOCH_MS G_GINT64_CONSTANT (1577836800000) /* 1 January 2020 */
#define CLOCK_MASK ((G_GINT64_CONSTANT (1) << 42) - 1)
#define COUNTER_BITS 6
#define MARK_BITS 15

static GMutex lock;
static gint64 last_tick; /* milliseconds and counter together */
static gint64 mark = -1; /* of this process; -1: not drawn yet */
static gboolean seeded;

void
tenure_id_seed (guint64 seed)
{
  guint32 words[2] = { (guint32) seed, (guint32) (seed >> 32) };
  GRand *rand = g_rand_new_with_seed_array (words, 2);

  g_mutex_lock (&lock);
  mark = g_rand_int_range (rand, 0, 1 << MARK_BITS);
  seeded = TRUE;
  last_tick = 0;
  g_mutex_unlock (&lock);
  g_rand_free (rand);
}

TenureId
tenure_id_new (void)
{
  gint64 ms;
  TenureId id;

  g_mutex_lock (&lock);
  if (mark < 0)
    mark = g_random_int_range (0, 1 << MARK_BITS);
  ms = seeded ? 1 : (g_get_real_time () / 1000 - EPOCH_MS) & CLOCK_MASK;
  last_tick = MAX (ms << COUNTER_BITS, last_tick + 1);
  id = (last_tick << MARK_BITS) | mark;
  g_mutex_unlock (&lock);
  return id;
}

gboolean
tenure_ids_contain (const GArray *ids, TenureId id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, TenureId, i) == id)
      return TRUE;
  return FALSE;
}

int
tenure_id_find (gconstpointer records, guint n, gsize size, TenureId id, guint *out_steps)
{
  guint low = 0, high = n, steps = 0;
  int found = -1;

  g_return_val_if_fail (records != NULL || n == 0, -1);

  while (low < high && found < 0)
    {
      guint middle = low + (high - low) / 2;
      TenureId there = *(const TenureId *) ((const guint8 *) records + (gsize) middle * size);

      steps++;
      if (there == id)
        found = (int) middle;
      else if (there < id)
        low = middle + 1;
      else
        high = middle;
    }
  if (out_steps != NULL)
    *out_steps = steps;
  return found;
}
