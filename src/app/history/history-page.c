#include "config.h"
#include "app/history/history-page.h"

#include "app/empty-state.h"
#include "app/gtk/when-shown.h"
#include "app/history/history-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Steps shown at first and with each "Show more"; changes of one step that are listed. */
#define STEPS_AT_ONCE 100
#define MAX_CHANGES 60

struct _TenureHistoryPage
{
  GtkWidget parent_instance;

  TenureSession *session;
  guint n_shown;

  GtkStack *stack;
  GtkBox *days;
  GtkButton *more;
};

G_DEFINE_FINAL_TYPE (TenureHistoryPage, tenure_history_page, GTK_TYPE_WIDGET)

static TenureReader *
get_reader (TenureHistoryPage *self)
{
  return tenure_document_get_reader (tenure_session_get_document (self->session));
}

/* --- One step ------------------------------------------------------------------------------------------------ */

static GtkWidget *
words_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped_subtitle = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped_subtitle);
  return row;
}

/* The fields that a step changed are read when somebody wants to see them. */
static void
expanded_cb (AdwExpanderRow *row, GParamSpec *pspec, TenureHistoryPage *self)
{
  gint64 *seq = g_object_get_data (G_OBJECT (row), "seq");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  if (!adw_expander_row_get_expanded (row) || g_object_get_data (G_OBJECT (row), "filled") != NULL)
    return;
  g_object_set_data (G_OBJECT (row), "filled", GINT_TO_POINTER (TRUE));
  changes = tenure_history_load_changes (get_reader (self), *seq, MAX_CHANGES + 1, &error);
  if (changes == NULL)
    {
      adw_expander_row_add_row (row, words_row_new (_("The details cannot be read"), error->message));
      return;
    }
  for (guint i = 0; i < MIN (changes->len, MAX_CHANGES); i++)
    {
      const TenureFieldChange *change = g_ptr_array_index (changes, i);
      g_autofree char *title = tenure_history_dup_change_title (change);
      g_autofree char *words = tenure_history_dup_change (change);

      adw_expander_row_add_row (row, words_row_new (title, words));
    }
  if (changes->len > MAX_CHANGES)
    adw_expander_row_add_row (row, words_row_new (_("And more"), _("Only the first changes of a large step are listed.")));
}

static GtkWidget *
restore_button_new (const TenureHistoryEntry *entry)
{
  GtkWidget *button = gtk_button_new_with_label (_("Go Back to Here"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, entry->state == TENURE_HISTORY_DONE
                                         ? _("Undo all that was done after this step; it can be redone")
                                         : _("Redo up to and with this step"));
  if (entry->state != TENURE_HISTORY_DONE)
    gtk_button_set_label (GTK_BUTTON (button), _("Redo to Here"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.restore");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", entry->seq);
  return button;
}

static char *
dup_subtitle (const TenureHistoryEntry *entry)
{
  g_autofree char *time = tenure_history_dup_time (entry);
  g_autofree char *counts = tenure_history_dup_counts (entry);
  g_autoptr (GString) text = g_string_new (time);

  if (entry->author != NULL && *entry->author != '\0')
    g_string_append_printf (text, " · %s", entry->author);
  if (*counts != '\0')
    g_string_append_printf (text, " · %s", counts);
  if (entry->state == TENURE_HISTORY_UNDONE)
    g_string_append_printf (text, " · %s", _("undone"));
  if (entry->state == TENURE_HISTORY_DROPPED)
    g_string_append_printf (text, " · %s", _("undone and replaced by later work"));
  return g_markup_escape_text (text->str, (gssize) text->len);
}

static GtkWidget *
step_row_new (TenureHistoryPage *self, const TenureHistoryEntry *entry, gboolean newest)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = g_markup_escape_text (entry->label, -1);
  g_autofree char *subtitle = dup_subtitle (entry);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  g_object_set_data_full (G_OBJECT (row), "seq", g_memdup2 (&entry->seq, sizeof entry->seq), g_free);
  if (entry->state != TENURE_HISTORY_DONE)
    gtk_widget_add_css_class (row, "tenure-undone");
  if (entry->state == TENURE_HISTORY_DROPPED)
    adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), FALSE);
  else if (!newest)
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row), restore_button_new (entry));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, 0);
  return row;
}

/* --- All steps ----------------------------------------------------------------------------------------------- */

static void
clear_days (TenureHistoryPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->days))) != NULL)
    gtk_box_remove (self->days, child);
}

static void
fill_days (TenureHistoryPage *self, GPtrArray *entries)
{
  AdwPreferencesGroup *group = NULL;
  g_autofree char *shown_day = NULL;
  gboolean newest_found = FALSE;

  for (guint i = 0; i < MIN (entries->len, self->n_shown); i++)
    {
      const TenureHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *day = tenure_history_dup_day (entry);
      gboolean newest = entry->state == TENURE_HISTORY_DONE && !newest_found;

      if (group == NULL || g_strcmp0 (day, shown_day) != 0)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, day != NULL ? day : _("Day not known"));
          gtk_box_append (self->days, GTK_WIDGET (group));
          g_free (shown_day);
          shown_day = g_strdup (day);
        }
      newest_found = newest_found || newest;
      adw_preferences_group_add (group, step_row_new (self, entry, newest));
    }
}

static void
show_history (gpointer widget)
{
  TenureHistoryPage *self = widget;
  g_autoptr (GPtrArray) entries = NULL;

  entries = tenure_history_list (get_reader (self), self->n_shown + 1, NULL);
  clear_days (self);
  gtk_stack_set_visible_child_name (self->stack, entries != NULL && entries->len > 0 ? "list" : "empty");
  if (entries == NULL)
    return;
  fill_days (self, entries);
  gtk_widget_set_visible (GTK_WIDGET (self->more), entries->len > self->n_shown);
}

static void
document_changed_cb (TenureHistoryPage *self)
{
  tenure_when_shown (GTK_WIDGET (self), show_history);
}

static void
more_clicked_cb (TenureHistoryPage *self)
{
  self->n_shown += STEPS_AT_ONCE;
  show_history (self);
}

/* --- Object -------------------------------------------------------------------------------------------------- */

static void
tenure_history_page_dispose (GObject *object)
{
  TenureHistoryPage *self = TENURE_HISTORY_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tenure_history_page_parent_class)->dispose (object);
}

static void
tenure_history_page_class_init (TenureHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_history_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/history/history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, days);
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, more);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
}

static void
tenure_history_page_init (TenureHistoryPage *self)
{
  self->n_shown = STEPS_AT_ONCE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_stack_add_named (self->stack,
                       tenure_empty_state_new ("tenure-history-symbolic", _("Nothing Has Changed Yet"),
                                               _("Every change is kept here with its author and time, and can be taken "
                                                 "back."),
                                               TENURE_RECORD_NONE),
                       "empty");
}

GtkWidget *
tenure_history_page_new (TenureSession *session)
{
  TenureHistoryPage *self = g_object_new (TENURE_TYPE_HISTORY_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (tenure_session_get_document (session), "changed", G_CALLBACK (document_changed_cb),
                           self, G_CONNECT_SWAPPED);
  document_changed_cb (self);
  return GTK_WIDGET (self);
}
