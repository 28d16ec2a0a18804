#include "app/people/person-item.h"

G_DEFINE_FINAL_TYPE (TenurePersonItem, tenure_person_item, G_TYPE_OBJECT)

static guint changed_signal;

static void
tenure_person_item_finalize (GObject *object)
{
  TenurePersonItem *self = TENURE_PERSON_ITEM (object);

  for (int i = 0; i < TENURE_N_PERSON_TEXTS; i++)
    g_free (self->texts[i]);
  g_free (self->name_key);
  G_OBJECT_CLASS (tenure_person_item_parent_class)->finalize (object);
}

static void
tenure_person_item_class_init (TenurePersonItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenure_person_item_finalize;
  changed_signal = g_signal_new ("changed", TENURE_TYPE_PERSON_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenure_person_item_init (TenurePersonItem *self)
{
  self->next_end = TENURE_DAY_NONE;
}

TenurePersonItem *
tenure_person_item_new (void)
{
  return g_object_new (TENURE_TYPE_PERSON_ITEM, NULL);
}

static gboolean
shows_same (const TenurePersonItem *a, const TenurePersonItem *b)
{
  gboolean same = a->n_seats == b->n_seats && a->n_essential == b->n_essential && a->next_end == b->next_end;

  for (int i = 0; i < TENURE_N_PERSON_TEXTS; i++)
    same = same && g_strcmp0 (a->texts[i], b->texts[i]) == 0;
  return same;
}

void
tenure_person_item_take (gpointer item, gpointer wanted)
{
  TenurePersonItem *self = item;
  const TenurePersonItem *other = wanted;

  g_return_if_fail (TENURE_IS_PERSON_ITEM (item));
  g_return_if_fail (TENURE_IS_PERSON_ITEM (wanted));

  self->id = other->id;
  if (shows_same (self, other))
    return;
  for (int i = 0; i < TENURE_N_PERSON_TEXTS; i++)
    {
      g_free (self->texts[i]);
      self->texts[i] = g_strdup (other->texts[i]);
    }
  g_free (self->name_key);
  self->name_key = g_strdup (other->name_key);
  self->n_seats = other->n_seats;
  self->n_essential = other->n_essential;
  self->next_end = other->next_end;
  g_signal_emit (self, changed_signal, 0);
}
