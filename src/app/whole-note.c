#include "config.h"
#include "app/whole-note.h"

static gboolean
is_narrowed (TenureSession *session, gboolean searched)
{
  g_autoptr (TenureFilter) filter = tenure_filter_dup (tenure_session_get_filter (session));

  if (searched)
    tenure_filter_set_search (filter, "");
  return !tenure_filter_is_empty (filter);
}

static void
any_changed_cb (TenureSession *session, GtkWidget *note)
{
  gtk_widget_set_visible (note, is_narrowed (session, FALSE));
}

static void
others_changed_cb (TenureSession *session, GtkWidget *note)
{
  gtk_widget_set_visible (note, is_narrowed (session, TRUE));
}

void
tenure_whole_note_add (GtkWidget *before, TenureSession *session, const char *text, gboolean searched)
{
  GtkWidget *note = gtk_label_new (text);
  GtkWidget *box = gtk_widget_get_parent (before);

  g_return_if_fail (GTK_IS_BOX (box));

  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_widget_set_margin_start (note, 12);
  gtk_widget_set_margin_end (note, 12);
  gtk_widget_set_margin_bottom (note, 6);
  gtk_widget_add_css_class (note, "caption");
  gtk_widget_add_css_class (note, "dim-label");
  gtk_widget_set_visible (note, is_narrowed (session, searched));
  gtk_box_insert_child_after (GTK_BOX (box), note, gtk_widget_get_prev_sibling (before));
  g_signal_connect_object (session, "filter-changed", G_CALLBACK (searched ? others_changed_cb : any_changed_cb), note, 0);
}
