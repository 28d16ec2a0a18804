#include "analysis/snooze.h"

struct _TenureSnoozes
{
  const TenureFacts *facts;
  guint32 *order; /* of those that hold: by record, then rule, the one that lasts longest first */
  guint n;
};

static int
compare_key (const TenureFactSnooze *snooze, TenureId record, int rule)
{
  if (snooze->record != record)
    return snooze->record < record ? -1 : 1;
  return (snooze->rule > rule) - (snooze->rule < rule);
}

static int
compare_order (gconstpointer a, gconstpointer b, gpointer data)
{
  const TenureFacts *facts = data;
  const TenureFactSnooze *left = &facts->snoozes[*(const guint32 *) a];
  const TenureFactSnooze *right = &facts->snoozes[*(const guint32 *) b];
  int order = compare_key (left, right->record, right->rule);

  if (order != 0)
    return order;
  if (left->until != right->until)
    return left->until > right->until ? -1 : 1;
  return (left->id > right->id) - (left->id < right->id);
}

static gboolean
holds (const TenureFactSnooze *snooze, TenureDay as_of)
{
  gboolean begun = !tenure_day_is_known (snooze->from_day) || snooze->from_day <= as_of;

  return begun && snooze->rule >= 0 && tenure_day_is_known (snooze->until) && as_of < snooze->until;
}

TenureSnoozes *
tenure_snoozes_new (const TenureFacts *facts, TenureDay as_of)
{
  TenureSnoozes *self;

  g_return_val_if_fail (facts != NULL, NULL);

  self = g_new (TenureSnoozes, 1);
  *self = (TenureSnoozes){ .facts = facts, .order = g_new (guint32, facts->n_snoozes) };
  for (guint i = 0; i < facts->n_snoozes; i++)
    if (holds (&facts->snoozes[i], as_of))
      self->order[self->n++] = i;
  if (self->n > 0)
    g_qsort_with_data (self->order, (gint) self->n, sizeof (guint32), compare_order, (gpointer) facts);
  return self;
}

void
tenure_snoozes_free (TenureSnoozes *self)
{
  if (self == NULL)
    return;
  g_free (self->order);
  g_free (self);
}

static const TenureFactSnooze *
snooze_at (const TenureSnoozes *self, guint i)
{
  return &self->facts->snoozes[self->order[i]];
}

static gboolean
covers (const TenureFactSnooze *snooze, TenureLevel level)
{
  return snooze->level < 0 || (int) level <= snooze->level;
}

gint32
tenure_snoozes_find (const TenureSnoozes *self, TenureId record, TenureRuleId rule, TenureLevel level)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, -1);

  high = self->n;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_key (snooze_at (self, middle), record, (int) rule) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < self->n && compare_key (snooze_at (self, low), record, (int) rule) == 0; low++)
    if (covers (snooze_at (self, low), level))
      return (gint32) self->order[low];
  return -1;
}

/* The record that @flag's belongs to, TENURE_ID_NONE where it stands alone. */
static TenureId
owner_of (const TenureFacts *facts, const TenureFlag *flag)
{
  if (flag->record_type == TENURE_RECORD_SEAT)
    return facts->boards[facts->seats[flag->index].board].id;
  if (flag->record_type == TENURE_RECORD_CONTACT && facts->contacts[flag->index].organisation >= 0)
    return facts->organisations[facts->contacts[flag->index].organisation].id;
  return TENURE_ID_NONE;
}

gint32
tenure_snoozes_find_flag (const TenureSnoozes *self, const TenureFlag *flag)
{
  gint32 found;
  TenureId owner;

  g_return_val_if_fail (self != NULL && flag != NULL, -1);

  if (self->n == 0)
    return -1;
  found = tenure_snoozes_find (self, flag->id, (TenureRuleId) flag->rule, (TenureLevel) flag->level);
  owner = found < 0 ? owner_of (self->facts, flag) : TENURE_ID_NONE;
  return owner != TENURE_ID_NONE ? tenure_snoozes_find (self, owner, (TenureRuleId) flag->rule, (TenureLevel) flag->level)
                                 : found;
}
