#include "config.h"
#include "analysis/full-cost.h"

#include "base/ratio.h"

#include "base/i18n.h"

#define WHOLE_TENTHS 1000

/* What the lines by activity make together, when all are in the currency of the agreement. */
static gboolean
add_lines (const TenureFacts *facts, const TenureFactAgreement *fact, gint64 *out_minor)
{
  *out_minor = 0;
  for (guint i = 0; i < fact->n_costs; i++)
    {
      const TenureFactCost *cost = &facts->costs[fact->first_cost + i];

      if (cost->currency != fact->currency || !tenure_money_add (out_minor, cost->minor))
        return FALSE;
    }
  return fact->n_costs > 0;
}

TenureFullCost
tenure_full_cost (const TenureTerms *terms, guint index)
{
  const TenureFactAgreement *fact = &terms->facts->agreements[index];
  TenureFullCost cost = { .cost_known = fact->full_cost_known, .cost_minor = fact->full_cost_minor };

  if (!cost.cost_known)
    {
      cost.cost_known = add_lines (terms->facts, fact, &cost.cost_minor);
      cost.n_lines = fact->n_costs;
    }
  if (!cost.cost_known)
    cost.missing |= TENURE_MISSING_FULL_COST;
  if (fact->value_known)
    cost.value_minor = fact->value_minor;
  else
    cost.missing |= TENURE_MISSING_VALUE;
  if (fact->other_funding_known)
    cost.other_minor = fact->other_funding_minor;
  else
    cost.missing |= TENURE_MISSING_OTHER_FUNDING;
  cost.known = cost.missing == 0 && cost.cost_minor > 0;
  return cost;
}

static __int128
get_money (const TenureFullCost *cost)
{
  return (__int128) cost->value_minor + cost->other_minor;
}

gboolean
tenure_full_cost_is_reached (const TenureFullCost *cost, int basis_points)
{
  return cost->cost_known && get_money (cost) * TENURE_WHOLE_BP >= (__int128) cost->cost_minor * basis_points;
}

gint64
tenure_full_cost_get_tenths (const TenureFullCost *cost)
{
  __int128 whole, rest, cost_minor = cost->cost_minor;

  g_return_val_if_fail (cost->known, 0);

  whole = get_money (cost) * WHOLE_TENTHS / cost_minor;
  rest = get_money (cost) * WHOLE_TENTHS % cost_minor;
  if (2 * rest > cost_minor || (2 * rest == cost_minor && whole % 2 != 0))
    whole++;
  else if (2 * rest < -cost_minor || (2 * rest == -cost_minor && whole % 2 != 0))
    whole--;
  if (whole >= WHOLE_TENTHS && get_money (cost) < cost_minor)
    whole = WHOLE_TENTHS - 1;
  return (gint64) CLAMP (whole, -G_MAXINT64, G_MAXINT64);
}

char *
tenure_full_cost_dup_label (const TenureFullCost *cost)
{
  /* Translators: a share, "61.3 %". */
  return g_strdup_printf (_ ("%.1f %%"), (double) tenure_full_cost_get_tenths (cost) / 10);
}
