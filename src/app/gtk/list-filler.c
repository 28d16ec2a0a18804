#include "app/gtk/list-filler.h"

#include "app/gtk/pace.h"

/* Items that come and go together without any row taking another: what a person adds or deletes by hand. */
#define FEW 8

struct _TenureListFiller
{
  GListStore *store;
  const TenureListFillerFuncs *funcs;
  gpointer data;

  TenurePace *pace;
  GPtrArray *wanted; /* NULL: the list is as it should be */
  guint n_taken;     /* the items before it are as wanted */
};

static guint
n_listed (TenureListFiller *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
}

static gboolean
is_same (TenureListFiller *self, guint listed, guint wanted)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->store), listed);

  return self->funcs->same (item, self->wanted->pdata[wanted], self->data);
}

static void
splice_few (TenureListFiller *self)
{
  guint n_old = n_listed (self), n_new = self->wanted->len;
  guint head = 0, tail = 0;

  while (head < MIN (n_old, n_new) && is_same (self, head, head))
    head++;
  while (tail < MIN (n_old, n_new) - head && is_same (self, n_old - 1 - tail, n_new - 1 - tail))
    tail++;
  n_old -= head + tail;
  n_new -= head + tail;
  if (n_old + n_new > 0 && n_old + n_new <= FEW)
    g_list_store_splice (self->store, head, n_old, self->wanted->pdata + head, n_new);
  else if (n_old > 0 && n_new > 0 && self->funcs->moving != NULL)
    self->funcs->moving (self->data);
}

static void
take_next (TenureListFiller *self)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->store), self->n_taken);
  gpointer wanted = self->wanted->pdata[self->n_taken++];

  /* Some of the few that came are listed themselves. */
  if (item != wanted)
    self->funcs->take (item, wanted, self->data);
}

/* Rows at the end come or go. */
static void
grow_or_shrink (TenureListFiller *self, guint n)
{
  guint n_old = n_listed (self), n_new = self->wanted->len;

  if (n_new > n_old)
    g_list_store_splice (self->store, n_old, 0, self->wanted->pdata + n_old, MIN (n, n_new - n_old));
  else if (n_old > n_new)
    g_list_store_splice (self->store, n_old - MIN (n, n_old - n_new), MIN (n, n_old - n_new), NULL, 0);
}

static gboolean
advance_cb (gpointer data, guint n)
{
  TenureListFiller *self = data;
  guint n_kept = MIN (n_listed (self), self->wanted->len);

  if (self->n_taken < n_kept)
    while (n-- > 0 && self->n_taken < n_kept)
      take_next (self);
  else
    {
      grow_or_shrink (self, n);
      self->n_taken = MIN (n_listed (self), self->wanted->len);
    }
  if (self->n_taken < self->wanted->len || n_listed (self) > self->wanted->len)
    return TRUE;
  g_clear_pointer (&self->wanted, g_ptr_array_unref);
  if (self->funcs->filled != NULL)
    self->funcs->filled (self->data);
  return FALSE;
}

TenureListFiller *
tenure_list_filler_new (GListStore *store, GtkWidget *widget, guint most, const TenureListFillerFuncs *funcs, gpointer data)
{
  TenureListFiller *self = g_new0 (TenureListFiller, 1);

  self->store = g_object_ref (store);
  self->funcs = funcs;
  self->data = data;
  self->pace = tenure_pace_new (widget, most, advance_cb, self);
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
  self->n_taken = 0;
  splice_few (self);
  tenure_pace_start (self->pace);
}
