#include "config.h"
#include "app/agreements/register-order.h"

#include <string.h>

TenureRegisterOrder *
tenure_register_order_new (TenureSnapshot *snapshot, const TenureRegisterSort *sorts, guint n_sorts)
{
  TenureRegisterOrder *order = g_new0 (TenureRegisterOrder, 1);

  g_return_val_if_fail (n_sorts <= TENURE_REGISTER_MAX_SORTS, order);

  order->snapshot = tenure_snapshot_ref (snapshot);
  memcpy (order->sorts, sorts, n_sorts * sizeof *sorts);
  order->n_sorts = n_sorts;
  return order;
}

void
tenure_register_order_free (gpointer data)
{
  TenureRegisterOrder *order = data;

  tenure_snapshot_unref (order->snapshot);
  g_free (order);
}

gboolean
tenure_register_order_is_another (const TenureRegisterOrder *order, const TenureRegisterOrder *before)
{
  if (order->n_sorts != before->n_sorts)
    return TRUE;
  for (guint i = 0; i < order->n_sorts; i++)
    if (order->sorts[i].column != before->sorts[i].column || order->sorts[i].descending != before->sorts[i].descending)
      return TRUE;
  return !tenure_filter_equal (tenure_snapshot_get_filter (order->snapshot), tenure_snapshot_get_filter (before->snapshot));
}

gpointer
tenure_register_order_find (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const TenureRegisterOrder *order = data;

  return tenure_register_sort (order->snapshot, order->sorts, order->n_sorts, reader, error);
}
