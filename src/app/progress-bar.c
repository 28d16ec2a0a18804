#include "config.h"
#include "app/progress-bar.h"

/* Shorter work is not worth a strip that comes and goes. */
#define DELAY_MS 300
#define PULSE_MS 120

struct _TenureProgressBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkProgressBar *bar;

  GPtrArray *work;       /* of TenureProgress, oldest first */
  GSignalGroup *signals; /* of the one that is shown */
  guint delay;
  guint pulse;
};

G_DEFINE_FINAL_TYPE (TenureProgressBar, tenure_progress_bar, GTK_TYPE_WIDGET)

static TenureProgress *
first_work (TenureProgressBar *self)
{
  return self->work->len > 0 ? g_ptr_array_index (self->work, 0) : NULL;
}

static gboolean
pulse_cb (gpointer data)
{
  TenureProgressBar *self = data;

  gtk_progress_bar_pulse (self->bar);
  return G_SOURCE_CONTINUE;
}

static void
show_fraction (TenureProgressBar *self)
{
  TenureProgress *progress = first_work (self);
  double fraction = progress != NULL ? tenure_progress_get_fraction (progress) : 0;

  if (fraction >= 0)
    {
      g_clear_handle_id (&self->pulse, g_source_remove);
      gtk_progress_bar_set_fraction (self->bar, fraction);
    }
  else if (self->pulse == 0 && gtk_revealer_get_reveal_child (self->revealer))
    self->pulse = g_timeout_add (PULSE_MS, pulse_cb, self);
}

static gboolean
delay_cb (gpointer data)
{
  TenureProgressBar *self = data;

  self->delay = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  show_fraction (self);
  return G_SOURCE_REMOVE;
}

static void
show_first (TenureProgressBar *self)
{
  TenureProgress *progress = first_work (self);

  g_signal_group_set_target (self->signals, progress);
  if (progress == NULL)
    {
      g_clear_handle_id (&self->delay, g_source_remove);
      g_clear_handle_id (&self->pulse, g_source_remove);
      gtk_revealer_set_reveal_child (self->revealer, FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  gtk_label_set_text (self->label, tenure_progress_get_title (progress));
  show_fraction (self);
  if (self->delay == 0 && !gtk_revealer_get_reveal_child (self->revealer))
    self->delay = g_timeout_add (DELAY_MS, delay_cb, self);
}

static void
fraction_cb (TenureProgressBar *self)
{
  show_fraction (self);
}

/* Also called for work that is not the one on show. */
static void
finished_cb (TenureProgressBar *self, GParamSpec *pspec, TenureProgress *progress)
{
  g_ptr_array_remove (self->work, progress);
  show_first (self);
}

static void
cancel_clicked_cb (TenureProgressBar *self)
{
  TenureProgress *progress = first_work (self);

  if (progress != NULL)
    g_cancellable_cancel (tenure_progress_get_cancellable (progress));
}

static void
tenure_progress_bar_dispose (GObject *object)
{
  TenureProgressBar *self = TENURE_PROGRESS_BAR (object);
  GtkWidget *child;

  g_clear_handle_id (&self->delay, g_source_remove);
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_object (&self->signals);
  for (guint i = 0; self->work != NULL && i < self->work->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->work, i), self);
  g_clear_pointer (&self->work, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (tenure_progress_bar_parent_class)->dispose (object);
}

static void
tenure_progress_bar_class_init (TenureProgressBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_progress_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/progress-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureProgressBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, TenureProgressBar, label);
  gtk_widget_class_bind_template_child (widget_class, TenureProgressBar, bar);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
}

static void
tenure_progress_bar_init (TenureProgressBar *self)
{
  self->work = g_ptr_array_new_with_free_func (g_object_unref);
  self->signals = g_signal_group_new (TENURE_TYPE_PROGRESS);
  g_signal_group_connect_swapped (self->signals, "notify::fraction", G_CALLBACK (fraction_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
tenure_progress_bar_add (TenureProgressBar *self, TenureProgress *progress)
{
  g_return_if_fail (TENURE_IS_PROGRESS_BAR (self));
  g_return_if_fail (TENURE_IS_PROGRESS (progress));

  if (tenure_progress_get_finished (progress))
    return;
  g_ptr_array_add (self->work, g_object_ref (progress));
  g_signal_connect_object (progress, "notify::finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  show_first (self);
}

gboolean
tenure_progress_bar_get_busy (TenureProgressBar *self)
{
  g_return_val_if_fail (TENURE_IS_PROGRESS_BAR (self), FALSE);
  return self->work->len > 0;
}

void
tenure_progress_bar_cancel (TenureProgressBar *self)
{
  g_return_if_fail (TENURE_IS_PROGRESS_BAR (self));

  for (guint i = 0; i < self->work->len; i++)
    g_cancellable_cancel (tenure_progress_get_cancellable (g_ptr_array_index (self->work, i)));
}
