#include "config.h"
#include "app/forms/note-row.h"

struct _TenureNoteRow
{
  AdwPreferencesRow parent_instance;
};

G_DEFINE_FINAL_TYPE (TenureNoteRow, tenure_note_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
tenure_note_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;

  do
    widget = back ? gtk_widget_get_prev_sibling (widget) : gtk_widget_get_next_sibling (widget);
  while (widget != NULL && !gtk_widget_get_visible (widget));
  return widget != NULL && gtk_widget_child_focus (widget, direction);
}

static void
tenure_note_row_class_init (TenureNoteRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = tenure_note_row_focus;
}

static void
tenure_note_row_init (TenureNoteRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

GtkWidget *
tenure_note_row_new (void)
{
  return g_object_new (TENURE_TYPE_NOTE_ROW, NULL);
}
