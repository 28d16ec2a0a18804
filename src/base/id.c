#include "base/id.h"

#define EPOCH_MS G_GINT64_CONSTANT (1577836800000) /* 1 January 2020 */
#define CLOCK_MASK ((G_GINT64_CONSTANT (1) << 42) - 1)
#define COUNTER_BITS 12
#define CHANCE_BITS 9

static GMutex lock;
static gint64 last_tick; /* milliseconds and counter together */
static GRand *seeded;

void
tenure_id_seed (guint64 seed)
{
  guint32 words[2] = { (guint32) seed, (guint32) (seed >> 32) };

  g_mutex_lock (&lock);
  g_clear_pointer (&seeded, g_rand_free);
  seeded = g_rand_new_with_seed_array (words, 2);
  last_tick = 0;
  g_mutex_unlock (&lock);
}

TenureId
tenure_id_new (void)
{
  gint64 ms, tick, chance;

  g_mutex_lock (&lock);
  ms = seeded != NULL ? 1 : (g_get_real_time () / 1000 - EPOCH_MS) & CLOCK_MASK;
  tick = MAX (ms << COUNTER_BITS, last_tick + 1);
  last_tick = tick;
  chance = seeded != NULL ? g_rand_int_range (seeded, 0, 1 << CHANCE_BITS) : g_random_int_range (0, 1 << CHANCE_BITS);
  g_mutex_unlock (&lock);
  return (tick << CHANCE_BITS) | chance;
}
