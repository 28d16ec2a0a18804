#include "config.h"
#include "app/history/history-result.h"

#include "app/gtk/pace.h"
#include "app/history/history-row.h"

#include <adwaita.h>
#include "base/count.h"
#include "base/i18n.h"

#define ROWS_A_FRAME 3

/* Records shown with each "Show More". */
#define RECORDS_AT_ONCE 60

struct _TenureHistoryResult
{
  GtkWidget parent_instance;

  TenureSession *session;
  TenureHistoryQuestion *question;
  TenureHistoryComparison *comparison; /* the records that are being shown; NULL for nothing */
  GCancellable *reading;               /* of more; NULL while nothing is read */
  guint n_shown;                       /* of the comparison's records */
  TenurePace *pace;

  GtkWidget *groups[TENURE_N_DIFFERENCES]; /* AdwPreferencesGroup */
  GtkWidget *lists[TENURE_N_DIFFERENCES];
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (TenureHistoryResult, tenure_history_result, GTK_TYPE_WIDGET)

static const char *
group_title (TenureDifferenceKind kind)
{
  switch (kind)
    {
    case TENURE_DIFFERENCE_ADDED:
      return _ ("Added");
    case TENURE_DIFFERENCE_DELETED:
      return _ ("Deleted");
    default:
      return _ ("Changed");
    }
}

/* --- Rows ---------------------------------------------------------------------------------------------------- */

static guint
count_left (TenureHistoryResult *self)
{
  return self->comparison->n_records - self->question->skip - self->comparison->records->len;
}

static void
update_more (TenureHistoryResult *self)
{
  guint n_left = self->comparison != NULL ? count_left (self) : 0;
  g_autofree char *label =
      tenure_count_dup_words (ngettext ("Show More: %s Record Left", "Show More: %s Records Left", n_left), n_left);

  gtk_button_set_label (GTK_BUTTON (self->more), label);
  gtk_widget_set_visible (self->more, n_left > 0);
}

static gboolean
append_rows (gpointer data, guint n)
{
  TenureHistoryResult *self = data;

  for (; n > 0 && self->n_shown < self->comparison->records->len; n--)
    {
      const TenureRecordDifference *difference = self->comparison->records->pdata[self->n_shown++];

      gtk_list_box_append (GTK_LIST_BOX (self->lists[difference->kind]),
                           tenure_history_row_new (self->session, difference, FALSE));
      gtk_widget_set_visible (self->groups[difference->kind], TRUE);
    }
  return self->n_shown < self->comparison->records->len;
}

static void
take (TenureHistoryResult *self, TenureHistoryComparison *comparison)
{
  tenure_pace_stop (self->pace);
  g_clear_pointer (&self->comparison, tenure_history_comparison_free);
  self->comparison = comparison;
  self->n_shown = 0;
  update_more (self);
  if (comparison != NULL)
    tenure_pace_start (self->pace);
}

static void
drop_rows (TenureHistoryResult *self)
{
  for (guint i = 0; i < TENURE_N_DIFFERENCES; i++)
    {
      GtkListBoxRow *row;

      while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->lists[i]), 0)) != NULL)
        gtk_list_box_remove (GTK_LIST_BOX (self->lists[i]), GTK_WIDGET (row));
      gtk_widget_set_visible (self->groups[i], FALSE);
    }
}

static void
stop_reading (TenureHistoryResult *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

void
tenure_history_result_show (TenureHistoryResult *self,
                            const TenureHistoryQuestion *question,
                            TenureHistoryComparison *comparison)
{
  g_return_if_fail (TENURE_IS_HISTORY_RESULT (self));

  stop_reading (self);
  drop_rows (self);
  g_clear_pointer (&self->question, tenure_history_question_free);
  self->question = tenure_history_question_dup (question);
  take (self, comparison);
}

/* --- More ---------------------------------------------------------------------------------------------------- */

static void
more_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureHistoryResult) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureHistoryAnswer) answer = tenure_history_ask_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;
  g_clear_object (&self->reading);
  gtk_widget_set_sensitive (self->more, TRUE);
  if (answer != NULL)
    take (self, g_steal_pointer (&answer->comparison));
  else
    gtk_button_set_label (GTK_BUTTON (self->more), error->message);
}

static void
more_clicked_cb (TenureHistoryResult *self)
{
  if (self->reading != NULL)
    return;
  self->question->skip += self->comparison->records->len;
  self->question->max = RECORDS_AT_ONCE;
  self->reading = g_cancellable_new ();
  gtk_widget_set_sensitive (self->more, FALSE);
  tenure_history_ask_async (tenure_session_get_document (self->session), self->question, self->reading, more_read_cb,
                            g_object_ref (self));
}

/* --- Object -------------------------------------------------------------------------------------------------- */

static void
add_group (TenureHistoryResult *self, TenureDifferenceKind kind)
{
  const char *title = group_title (kind);

  self->groups[kind] = adw_preferences_group_new ();
  self->lists[kind] = gtk_list_box_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->groups[kind]), title);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->lists[kind]), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->lists[kind], "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lists[kind]), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->groups[kind]), self->lists[kind]);
  gtk_widget_set_parent (self->groups[kind], GTK_WIDGET (self));
}

static void
tenure_history_result_dispose (GObject *object)
{
  TenureHistoryResult *self = TENURE_HISTORY_RESULT (object);
  GtkWidget *child;

  stop_reading (self);
  g_clear_pointer (&self->pace, tenure_pace_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->comparison, tenure_history_comparison_free);
  g_clear_pointer (&self->question, tenure_history_question_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tenure_history_result_parent_class)->dispose (object);
}

static void
tenure_history_result_class_init (TenureHistoryResultClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenure_history_result_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
tenure_history_result_init (TenureHistoryResult *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 18);
  for (TenureDifferenceKind kind = 0; kind < TENURE_N_DIFFERENCES; kind++)
    add_group (self, kind);
  self->pace = tenure_pace_new (GTK_WIDGET (self), ROWS_A_FRAME, append_rows, self);
  self->more = gtk_button_new ();
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->more, "pill");
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_clicked_cb), self);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

GtkWidget *
tenure_history_result_new (TenureSession *session)
{
  TenureHistoryResult *self = g_object_new (TENURE_TYPE_HISTORY_RESULT, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
