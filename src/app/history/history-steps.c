#include "config.h"
#include "app/history/history-steps.h"

#include "app/gtk/pace.h"
#include "app/history/history-step.h"
#include "app/history/history-words.h"

#include <adwaita.h>
#include "base/i18n.h"

/* Rows made in a frame, dear to lay out because they unfold; of the history of one record, the steps that stand open at
 * once. */
#define ROWS_A_FRAME 1
#define OPEN_AT_ONCE 8

/* A step on screen, and what its row says of it. */
typedef struct
{
  gint64 seq;
  TenureHistoryState state;
  gboolean newest;
  GtkWidget *row;
} Shown;

struct _TenureHistorySteps
{
  GtkWidget parent_instance;

  TenureSession *session;
  TenureHistoryQuestion *question;
  GPtrArray *entries; /* TenureHistoryEntry: the steps to be shown; NULL at first */
  GArray *shown;      /* Shown: the first of them */
  TenurePace *pace;

  GtkWidget *days;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (TenureHistorySteps, tenure_history_steps, GTK_TYPE_WIDGET)

enum
{
  MORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- Days ---------------------------------------------------------------------------------------------------- */

static GtkListBox *
list_of (GtkWidget *row)
{
  return GTK_LIST_BOX (gtk_widget_get_parent (row));
}

/* A list of its own, because a group adds rows only at its end. */
static GtkListBox *
day_new (TenureHistorySteps *self, const char *day, gboolean first)
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
    gtk_box_prepend (GTK_BOX (self->days), group);
  else
    gtk_box_append (GTK_BOX (self->days), group);
  return GTK_LIST_BOX (list);
}

/* The list of the day of @entry, which stands next to the step of @neighbour (nullable). */
static GtkListBox *
ensure_day (TenureHistorySteps *self, const TenureHistoryEntry *entry, GtkWidget *neighbour, gboolean first)
{
  g_autofree char *known = tenure_history_dup_day (entry);
  const char *day = known != NULL ? known : _ ("Day not known");

  if (neighbour != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (list_of (neighbour)), "day"), day) == 0)
    return list_of (neighbour);
  return day_new (self, day, first);
}

static void
remove_row (TenureHistorySteps *self, GtkWidget *row)
{
  GtkListBox *list = list_of (row);

  gtk_list_box_remove (list, row);
  if (gtk_widget_get_first_child (GTK_WIDGET (list)) == NULL)
    gtk_box_remove (GTK_BOX (self->days), g_object_get_data (G_OBJECT (list), "group"));
}

/* --- Rows ---------------------------------------------------------------------------------------------------- */

static const TenureHistoryEntry *
entry_at (TenureHistorySteps *self, guint position)
{
  return self->entries->pdata[position];
}

/* Whether nothing that is done came after the step. */
static gboolean
is_newest (const TenureHistoryEntry *entry)
{
  return entry->state == TENURE_HISTORY_DONE && entry->n_later == 0;
}

static Shown
shown_new (TenureHistorySteps *self, guint position)
{
  const TenureHistoryEntry *entry = entry_at (self, position);
  gboolean newest = is_newest (entry);

  return (Shown){ entry->seq, entry->state, newest, tenure_history_step_new (self->session, self->question, entry, newest) };
}

/* Steps that are new come first; how many those are, or all when none that is shown is still among the wanted. */
static guint
count_new_steps (TenureHistorySteps *self)
{
  guint n = 0;

  if (self->shown->len == 0)
    return self->entries->len;
  while (n < self->entries->len && entry_at (self, n)->seq != g_array_index (self->shown, Shown, 0).seq)
    n++;
  return n;
}

/* Makes the row at @position again, if the step is in another state than it says. */
static void
renew_row (TenureHistorySteps *self, guint position)
{
  Shown *old = &g_array_index (self->shown, Shown, position);
  const TenureHistoryEntry *entry = entry_at (self, position);
  GtkListBox *list = list_of (old->row);
  Shown renewed;

  if (entry->state == old->state && is_newest (entry) == old->newest)
    return;
  renewed = shown_new (self, position);
  gtk_list_box_insert (list, renewed.row, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (old->row)));
  gtk_list_box_remove (list, old->row);
  *old = renewed;
}

static void
drop_rows_from (TenureHistorySteps *self, guint position)
{
  for (guint i = position; i < self->shown->len; i++)
    remove_row (self, g_array_index (self->shown, Shown, i).row);
  g_array_set_size (self->shown, position);
}

static void
prepend_rows (TenureHistorySteps *self, guint n)
{
  for (guint i = n; i > 0; i--)
    {
      Shown shown = shown_new (self, i - 1);
      GtkListBox *list = ensure_day (self, entry_at (self, i - 1), g_array_index (self->shown, Shown, 0).row, TRUE);

      gtk_list_box_prepend (list, shown.row);
      g_array_prepend_val (self->shown, shown);
    }
}

/* Rows of steps that were there stay; a person who looks at one keeps it under the eyes. */
static void
keep_rows (TenureHistorySteps *self)
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

/* Who asks for one record wants to see what happened to it. */
static void
open_if_first (TenureHistorySteps *self, guint position)
{
  const TenureHistoryEntry *entry = entry_at (self, position);

  if (self->question->filter.record_type != TENURE_RECORD_NONE && position < OPEN_AT_ONCE
      && entry->state != TENURE_HISTORY_DROPPED)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (g_array_index (self->shown, Shown, position).row), TRUE);
}

static gboolean
append_rows (gpointer data, guint n)
{
  TenureHistorySteps *self = data;

  for (; n > 0 && self->shown->len < self->entries->len; n--)
    {
      guint position = self->shown->len;
      Shown shown = shown_new (self, position);
      GtkWidget *last = position > 0 ? g_array_index (self->shown, Shown, position - 1).row : NULL;

      gtk_list_box_append (ensure_day (self, entry_at (self, position), last, FALSE), shown.row);
      g_array_append_val (self->shown, shown);
      open_if_first (self, position);
    }
  return self->shown->len < self->entries->len;
}

/* Whether rows tell the same under both. */
static gboolean
same_records (const TenureHistoryQuestion *a, const TenureHistoryQuestion *b)
{
  return a->filter.type == b->filter.type && a->filter.record_type == b->filter.record_type
         && a->filter.record == b->filter.record && g_strcmp0 (a->words, b->words) == 0;
}

void
tenure_history_steps_show (TenureHistorySteps *self,
                           const TenureHistoryQuestion *question,
                           GPtrArray *entries,
                           gboolean more)
{
  gboolean same = self->question != NULL && same_records (self->question, question);

  g_return_if_fail (TENURE_IS_HISTORY_STEPS (self));

  tenure_pace_stop (self->pace);
  g_ptr_array_ref (entries);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = entries;
  g_clear_pointer (&self->question, tenure_history_question_free);
  self->question = tenure_history_question_dup (question);
  if (!same)
    drop_rows_from (self, 0);
  gtk_widget_set_visible (self->more, more);
  keep_rows (self);
  tenure_pace_start (self->pace);
}

/* --- Object -------------------------------------------------------------------------------------------------- */

static void
more_clicked_cb (TenureHistorySteps *self)
{
  g_signal_emit (self, signals[MORE], 0);
}

static void
tenure_history_steps_dispose (GObject *object)
{
  TenureHistorySteps *self = TENURE_HISTORY_STEPS (object);
  GtkWidget *child;

  g_clear_pointer (&self->pace, tenure_pace_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->question, tenure_history_question_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tenure_history_steps_parent_class)->dispose (object);
}

static void
tenure_history_steps_class_init (TenureHistoryStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenure_history_steps_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  signals[MORE] = g_signal_new ("more", TENURE_TYPE_HISTORY_STEPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenure_history_steps_init (TenureHistorySteps *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 18);
  self->shown = g_array_new (FALSE, FALSE, sizeof (Shown));
  self->pace = tenure_pace_new (GTK_WIDGET (self), ROWS_A_FRAME, append_rows, self);
  self->days = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->days, GTK_WIDGET (self));
  self->more = gtk_button_new_with_label (_ ("Show Older Changes"));
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->more, "pill");
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_clicked_cb), self);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

GtkWidget *
tenure_history_steps_new (TenureSession *session)
{
  TenureHistorySteps *self = g_object_new (TENURE_TYPE_HISTORY_STEPS, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
