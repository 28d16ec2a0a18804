#include "app/gtk/pace.h"

/* Of 16 ms; laying out and painting what is made here take about twice as long again. */
#define FRAME_US 3000
/* A piece that took less is followed by one twice as large. */
#define QUICK_US 200

struct _TenurePace
{
  GtkWidget *widget;
  guint most;
  TenurePaceFunc func;
  gpointer data;

  guint n;    /* units of the next piece */
  guint tick; /* 0: nothing is left to do */
};

/* Pieces until the time of a frame, or its share of units, is over. Returns whether anything is left to do. */
static gboolean
do_pieces (TenurePace *self)
{
  gboolean at_once = gtk_widget_get_root (self->widget) == NULL;
  gint64 begun = g_get_monotonic_time (), now = begun;
  guint units = self->most;

  for (;;)
    {
      gint64 before = now;
      guint n = at_once || self->most == 0 ? self->n : MIN (self->n, units);

      if (!self->func (self->data, n))
        return FALSE;
      units -= n;
      now = g_get_monotonic_time ();
      self->n = now - before < QUICK_US ? self->n * 2 : 1;
      if (!at_once && (now - begun >= FRAME_US || (self->most > 0 && units == 0)))
        return TRUE;
    }
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TenurePace *self = data;

  if (do_pieces (self))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

TenurePace *
tenure_pace_new (GtkWidget *widget, guint most, TenurePaceFunc func, gpointer data)
{
  TenurePace *self = g_new0 (TenurePace, 1);

  g_return_val_if_fail (GTK_IS_WIDGET (widget), self);

  self->widget = widget;
  self->most = most;
  self->func = func;
  self->data = data;
  return self;
}

void
tenure_pace_free (TenurePace *self)
{
  g_return_if_fail (self != NULL);

  tenure_pace_stop (self);
  g_free (self);
}

void
tenure_pace_start (TenurePace *self)
{
  g_return_if_fail (self != NULL);

  self->n = 1;
  if (!do_pieces (self))
    tenure_pace_stop (self);
  else if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
}

void
tenure_pace_stop (TenurePace *self)
{
  g_return_if_fail (self != NULL);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
}
