#include "app/gtk/list-filler.h"

#include "app/gtk/pace.h"

struct _TenureListFiller
{
  GListStore *store;
  TenureListKeepFunc keep;
  TenureListFilledFunc filled;
  gpointer data;

  TenurePace *pace;
  GPtrArray *wanted; /* NULL: the list is as it should be */
  guint first;       /* the rows before it are as wanted, */
  guint n_last;      /* and so many at the end */
};

static guint
n_listed (TenureListFiller *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
}

static gboolean
keeps (TenureListFiller *self, guint listed, guint wanted)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->store), listed);

  return item == self->wanted->pdata[wanted] || self->keep (item, self->wanted->pdata[wanted]);
}

static void
skip_kept (TenureListFiller *self)
{
  while (self->first < n_listed (self) - self->n_last && self->first < self->wanted->len - self->n_last &&
         keeps (self, self->first, self->first))
    self->first++;
}

static void
skip_kept_at_end (TenureListFiller *self)
{
  while (self->n_last < n_listed (self) - self->first && self->n_last < self->wanted->len - self->first &&
         keeps (self, n_listed (self) - self->n_last - 1, self->wanted->len - self->n_last - 1))
    self->n_last++;
}

/* Replaces the next @n rows that differ. Old rows that are left over go with the last of the new ones. */
static gboolean
put_rows (gpointer data, guint n)
{
  TenureListFiller *self = data;
  guint n_old, n_new;

  skip_kept (self);
  n_old = n_listed (self) - self->n_last - self->first;
  n_new = self->wanted->len - self->n_last - self->first;
  if (n_new > n)
    {
      n_old = MIN (n_old, n);
      n_new = n;
    }
  if (n_old > 0 || n_new > 0)
    g_list_store_splice (self->store, self->first, n_old, self->wanted->pdata + self->first, n_new);
  self->first += n_new;
  if (self->first + self->n_last < self->wanted->len)
    return TRUE;
  g_clear_pointer (&self->wanted, g_ptr_array_unref);
  if (self->filled != NULL)
    self->filled (self->data);
  return FALSE;
}

TenureListFiller *
tenure_list_filler_new (
    GListStore *store, GtkWidget *widget, TenureListKeepFunc keep, TenureListFilledFunc filled, gpointer data)
{
  TenureListFiller *self = g_new0 (TenureListFiller, 1);

  self->store = g_object_ref (store);
  self->keep = keep;
  self->filled = filled;
  self->data = data;
  self->pace = tenure_pace_new (widget, put_rows, self);
  return self;
}

void
tenure_list_filler_free (TenureListFiller *self)
{
  g_return_if_fail (self != NULL);

  tenure_pace_free (self->pace);
  g_clear_pointer (&self->wanted, g_ptr_array_unref);
  g_object_unref (self->store);
  g_free (self);
}

void
tenure_list_filler_set (TenureListFiller *self, GPtrArray *items)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (items != NULL);

  g_ptr_array_ref (items);
  g_clear_pointer (&self->wanted, g_ptr_array_unref);
  self->wanted = items;
  self->first = self->n_last = 0;
  skip_kept (self);
  skip_kept_at_end (self);
  tenure_pace_start (self->pace);
}
