#include "app/gtk/list-filler.h"

/* For making the rows of one frame; laying them out and painting them take about twice as long again. */
#define FRAME_US 3000
/* Rows that are made in one go, before looking at the clock. */
#define CHUNK 2
/* A chunk that took less had no widgets to make, and the next may be twice as large. */
#define QUICK_US 200

struct _TenureListFiller
{
  GListStore *store;
  GtkWidget *widget;
  TenureListKeepFunc keep;
  TenureListFilledFunc filled;
  gpointer data;

  GPtrArray *wanted; /* NULL: the list is as it should be */
  guint done;        /* so many rows from the top are */
  guint chunk;
  guint tick;
};

static gboolean
keeps (TenureListFiller *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->store), position);
  gpointer wanted = self->wanted->pdata[position];

  return item == wanted || (self->keep != NULL && item != NULL && self->keep (item, wanted));
}

/* From @first on, the rows that have to be replaced or added, at most a chunk of them. */
static guint
count_new (TenureListFiller *self, guint first)
{
  guint n = 0;

  while (n < self->chunk && first + n < self->wanted->len && !keeps (self, first + n))
    n++;
  return n;
}

/* The rows beyond the last that is wanted go with its chunk. */
static void
put_chunk (TenureListFiller *self)
{
  guint n_listed = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  guint n_added, n_removed;

  while (self->done < self->wanted->len && keeps (self, self->done))
    self->done++;
  n_added = count_new (self, self->done);
  n_removed = MIN (n_added, n_listed - self->done);
  if (self->done + n_added == self->wanted->len)
    n_removed = n_listed - self->done;
  if (n_added > 0 || n_removed > 0)
    g_list_store_splice (self->store, self->done, n_removed, self->wanted->pdata + self->done, n_added);
  self->done += n_added;
}

/* Rows until the time of a frame is over, or the list is as it should be. */
static void
put_rows (TenureListFiller *self)
{
  gint64 begun = g_get_monotonic_time (), now = begun;

  do
    {
      gint64 before = now;

      put_chunk (self);
      now = g_get_monotonic_time ();
      self->chunk = now - before < QUICK_US ? self->chunk * 2 : CHUNK;
    }
  while (self->done < self->wanted->len && (now - begun < FRAME_US || !gtk_widget_get_realized (self->widget)));
  if (self->done < self->wanted->len)
    return;
  g_clear_pointer (&self->wanted, g_ptr_array_unref);
  if (self->filled != NULL)
    self->filled (self->data);
}

static void
stop_ticking (TenureListFiller *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TenureListFiller *self = data;

  if (self->wanted != NULL)
    put_rows (self);
  if (self->wanted != NULL)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

TenureListFiller *
tenure_list_filler_new (
    GListStore *store, GtkWidget *widget, TenureListKeepFunc keep, TenureListFilledFunc filled, gpointer data)
{
  TenureListFiller *self = g_new0 (TenureListFiller, 1);

  self->store = g_object_ref (store);
  self->widget = widget;
  self->keep = keep;
  self->filled = filled;
  self->data = data;
  return self;
}

void
tenure_list_filler_free (TenureListFiller *self)
{
  g_return_if_fail (self != NULL);

  stop_ticking (self);
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
  self->done = 0;
  self->chunk = CHUNK;
  put_rows (self);
  if (self->wanted != NULL && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
}
