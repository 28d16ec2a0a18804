#include "config.h"
#include "app/history/history-page.h"

#include "app/empty-state.h"
#include "app/gtk/pace.h"
#include "app/gtk/when-shown.h"
#include "app/history/history-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Steps shown at first and with each "Show more"; rows made in a frame; changes of one step that are listed. */
#define STEPS_AT_ONCE 100
#define ROWS_A_FRAME 3
#define MAX_CHANGES 60

/* A step on screen, and what its row says of it. */
typedef struct
{
  gint64 seq;
  TenureHistoryState state;
  gboolean newest;
  GtkWidget *row;
} Shown;

struct _TenureHistoryPage
{
  GtkWidget parent_instance;

  TenureSession *session;
  guint n_shown;      /* at the most */
  GPtrArray *entries; /* TenureHistoryEntry: the steps to be shown */
  GArray *shown;      /* Shown: the first of them */
  TenurePace *pace;

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

static GtkListBox *
list_of (GtkWidget *row)
{
  return GTK_LIST_BOX (gtk_widget_get_parent (row));
}

/* A list of its own, because a group adds rows only at its end. */
static GtkListBox *
day_new (TenureHistoryPage *self, const char *day, gboolean first)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *list = gtk_list_box_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), day);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, day, -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  g_object_set_data_full (G_OBJECT (list), "day", g_strdup (day), g_free);
  g_object_set_data (G_OBJECT (list), "group", group);
  if (first)
    gtk_box_prepend (self->days, group);
  else
    gtk_box_append (self->days, group);
  return GTK_LIST_BOX (list);
}

/* The list of the day of @entry, which stands next to the step of @neighbour (nullable). */
static GtkListBox *
ensure_day (TenureHistoryPage *self, const TenureHistoryEntry *entry, GtkWidget *neighbour, gboolean first)
{
  g_autofree char *known = tenure_history_dup_day (entry);
  const char *day = known != NULL ? known : _("Day not known");

  if (neighbour != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (list_of (neighbour)), "day"), day) == 0)
    return list_of (neighbour);
  return day_new (self, day, first);
}

static void
remove_row (TenureHistoryPage *self, GtkWidget *row)
{
  GtkListBox *list = list_of (row);

  gtk_list_box_remove (list, row);
  if (gtk_widget_get_first_child (GTK_WIDGET (list)) == NULL)
    gtk_box_remove (self->days, g_object_get_data (G_OBJECT (list), "group"));
}

static const TenureHistoryEntry *
entry_at (TenureHistoryPage *self, guint position)
{
  return self->entries->pdata[position];
}

/* Whether nothing that is done came after the step. */
static gboolean
is_newest (TenureHistoryPage *self, guint position)
{
  guint i = 0;

  while (i < position && entry_at (self, i)->state != TENURE_HISTORY_DONE)
    i++;
  return i == position && entry_at (self, position)->state == TENURE_HISTORY_DONE;
}

static Shown
shown_new (TenureHistoryPage *self, guint position)
{
  const TenureHistoryEntry *entry = entry_at (self, position);
  gboolean newest = is_newest (self, position);

  return (Shown){ entry->seq, entry->state, newest, step_row_new (self, entry, newest) };
}

/* Steps that are new come first; how many those are, or all when none that is shown is still among the wanted. */
static guint
count_new_steps (TenureHistoryPage *self)
{
  guint n = 0;

  if (self->shown->len == 0)
    return self->entries->len;
  while (n < self->entries->len &&
         entry_at (self, n)->seq != g_array_index (self->shown, Shown, 0).seq)
    n++;
  return n;
}

/* Makes the row at @position again, if the step is in another state than it says. */
static void
renew_row (TenureHistoryPage *self, guint position)
{
  Shown *old = &g_array_index (self->shown, Shown, position);
  GtkListBox *list = list_of (old->row);
  Shown renewed;

  if (entry_at (self, position)->state == old->state && is_newest (self, position) == old->newest)
    return;
  renewed = shown_new (self, position);
  gtk_list_box_insert (list, renewed.row, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (old->row)));
  gtk_list_box_remove (list, old->row);
  *old = renewed;
}

static void
drop_rows_from (TenureHistoryPage *self, guint position)
{
  for (guint i = position; i < self->shown->len; i++)
    remove_row (self, g_array_index (self->shown, Shown, i).row);
  g_array_set_size (self->shown, position);
}

static void
prepend_rows (TenureHistoryPage *self, guint n)
{
  for (guint i = n; i > 0; i--)
    {
      Shown shown = shown_new (self, i - 1);
      GtkListBox *list
          = ensure_day (self, entry_at (self, i - 1), g_array_index (self->shown, Shown, 0).row, TRUE);

      gtk_list_box_prepend (list, shown.row);
      g_array_prepend_val (self->shown, shown);
    }
}

/* Rows of steps that were there stay; a person who looks at one keeps it under the eyes. */
static void
keep_rows (TenureHistoryPage *self)
{
  guint n_new = count_new_steps (self);

  if (n_new == self->entries->len)
    {
      drop_rows_from (self, 0);
      return;
    }
  prepend_rows (self, n_new);
  for (guint i = n_new; i < self->shown->len; i++)
    if (i >= self->entries->len || g_array_index (self->shown, Shown, i).seq != entry_at (self, i)->seq)
      drop_rows_from (self, i);
    else
      renew_row (self, i);
}

static gboolean
append_rows (gpointer data, guint n)
{
  TenureHistoryPage *self = data;

  for (; n > 0 && self->shown->len < self->entries->len; n--)
    {
      guint position = self->shown->len;
      Shown shown = shown_new (self, position);
      GtkWidget *last = position > 0 ? g_array_index (self->shown, Shown, position - 1).row : NULL;

      gtk_list_box_append (ensure_day (self, entry_at (self, position), last, FALSE), shown.row);
      g_array_append_val (self->shown, shown);
    }
  return self->shown->len < self->entries->len;
}

static void
show_history (gpointer widget)
{
  TenureHistoryPage *self = widget;
  gboolean more;

  tenure_pace_stop (self->pace);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = tenure_history_list (get_reader (self), self->n_shown + 1, NULL);
  if (self->entries == NULL)
    self->entries = g_ptr_array_new ();
  more = self->entries->len > self->n_shown;
  if (more)
    g_ptr_array_set_size (self->entries, (int) self->n_shown);
  gtk_stack_set_visible_child_name (self->stack, self->entries->len > 0 ? "list" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->more), more);
  keep_rows (self);
  tenure_pace_start (self->pace);
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

  g_clear_pointer (&self->pace, tenure_pace_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_array_unref);
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
  self->shown = g_array_new (FALSE, FALSE, sizeof (Shown));
  self->pace = tenure_pace_new (GTK_WIDGET (self), ROWS_A_FRAME, append_rows, self);
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
