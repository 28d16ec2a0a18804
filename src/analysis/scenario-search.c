/* The cheapest choice that comes to enough: exact by part solutions that none beats, else by rate, with a bound. */

#include "config.h"
#include "analysis/scenario-propose.h"

/* A choice among the first few: what it comes to, capped at the need, and how it came about. */
typedef struct
{
  gint64 gain, cost;
  gint32 parent; /* the state before, or -1 */
  guint item;    /* the one chosen last */
} State;

static gint64
add_capped (gint64 a, gint64 b, gint64 cap)
{
  return a >= cap - b ? cap : a + b;
}

/* Costs are capped far above any sum of money that is told. */
#define COST_CAP (G_MAXINT64 / 2)

/* @front: indexes of states, cheapest first, each with more gain than the one before. Adds @item to each and keeps what none
 * beats. */
static GArray *
extend_front (GArray *states, const GArray *front, guint item, gint64 gain, gint64 cost, gint64 need)
{
  GArray *next = g_array_sized_new (FALSE, FALSE, sizeof (gint32), front->len * 2);
  gint64 most = -1;
  guint old = 0, new = 0;

  while (old < front->len || new < front->len)
    {
      State with = { 0 };
      const State *left = NULL;
      gint32 index;

      if (old < front->len)
        left = &g_array_index (states, State, g_array_index (front, gint32, old));
      if (new < front->len)
        {
          gint32 parent = g_array_index (front, gint32, new);
          const State *before = &g_array_index (states, State, parent);

          with = (State){ add_capped (before->gain, gain, need), add_capped (before->cost, cost, COST_CAP), parent, item };
        }
      if (left != NULL
          && (new == front->len || left->cost < with.cost || (left->cost == with.cost && left->gain >= with.gain)))
        {
          index = g_array_index (front, gint32, old++);
          if (left->gain <= most)
            continue;
          most = left->gain;
        }
      else
        {
          new ++;
          if (with.gain <= most)
            continue;
          most = with.gain;
          index = (gint32) states->len;
          g_array_append_val (states, with);
        }
      g_array_append_val (next, index);
    }
  return next;
}

static gboolean
search_whole (
    const gint64 *gains, const gint64 *costs, guint n, gint64 need, guint max_states, gboolean *chosen, gint64 *out_least)
{
  g_autoptr (GArray) states = g_array_new (FALSE, FALSE, sizeof (State));
  g_autoptr (GArray) front = g_array_new (FALSE, FALSE, sizeof (gint32));
  const State nothing = { 0, 0, -1, 0 };
  gint32 last = 0;

  g_array_append_val (states, nothing);
  g_array_append_val (front, last);
  for (guint i = 0; i < n; i++)
    {
      GArray *next = extend_front (states, front, i, gains[i], costs[i], need);

      g_array_unref (front);
      front = next;
      if (states->len > max_states)
        return FALSE;
    }
  /* The last has the most gain: enough. */
  last = g_array_index (front, gint32, front->len - 1);
  *out_least = g_array_index (states, State, last).cost;
  for (; g_array_index (states, State, last).parent >= 0; last = g_array_index (states, State, last).parent)
    chosen[g_array_index (states, State, last).item] = TRUE;
  return TRUE;
}

typedef struct
{
  const gint64 *gains, *costs;
} Rates;

/* Least cost for the gain first; gains above 0. */
static int
compare_rates (gconstpointer a, gconstpointer b, gpointer data)
{
  const Rates *rates = data;
  guint left = *(const guint *) a, right = *(const guint *) b;
  __int128 l = (__int128) rates->costs[left] * rates->gains[right], r = (__int128) rates->costs[right] * rates->gains[left];

  return l != r ? (l > r) - (l < r) : (left > right) - (left < right);
}

/* Chooses by rate and says what parts of agreements would cost, rounded up, since money is whole. */
static void
search_by_rate (const gint64 *gains, const gint64 *costs, guint n, gint64 need, gboolean *chosen, gint64 *out_least)
{
  g_autofree guint *order = g_new (guint, n);
  Rates rates = { gains, costs };
  __int128 sum = 0, cost = 0;
  guint last = 0, n_order = 0;

  for (guint i = 0; i < n; i++)
    if (gains[i] > 0)
      order[n_order++] = i;
  g_qsort_with_data (order, (int) n_order, sizeof *order, compare_rates, &rates);
  for (; last < n_order && sum < need; last++)
    {
      guint item = order[last];

      if (sum + gains[item] >= need)
        *out_least = (gint64) MIN ((__int128) COST_CAP,
                                   cost + ((__int128) costs[item] * (need - sum) + gains[item] - 1) / gains[item]);
      chosen[item] = TRUE;
      sum += gains[item];
      cost += costs[item];
    }
  for (guint i = last; i-- > 0;)
    if (chosen[order[i]] && sum - gains[order[i]] >= need)
      {
        chosen[order[i]] = FALSE;
        sum -= gains[order[i]];
      }
}

gboolean
tenure_proposal_search (const gint64 *gains,
                        const gint64 *costs,
                        guint n,
                        gint64 need,
                        guint max_states,
                        gboolean *out_chosen,
                        gint64 *out_least,
                        gboolean *out_exact)
{
  gint64 all = 0;

  for (guint i = 0; i < n; i++)
    {
      out_chosen[i] = FALSE;
      all = add_capped (all, gains[i], need);
    }
  if (all < need)
    return FALSE;
  *out_exact = search_whole (gains, costs, n, need, max_states, out_chosen, out_least);
  if (!*out_exact)
    search_by_rate (gains, costs, n, need, out_chosen, out_least);
  return TRUE;
}
