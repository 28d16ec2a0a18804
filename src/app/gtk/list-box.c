#include "app/gtk/list-box.h"

#define LEAST_CHARS 18
#define MOST_CHARS 36 /* more where there is more room: what the words ask for by themselves */
#define POPOVER_CHARS 28

void
tenure_list_box_clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

GtkWidget *
tenure_list_box_append (GtkListBox *list, GtkWidget *child)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_widget_add_css_class (child, "tenure-explain-row");
  gtk_list_box_append (list, row);
  return row;
}

GtkWidget *
tenure_text_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
tenure_words_new (const char *text, const char *css_class)
{
  GtkWidget *label = tenure_text_new (text, css_class);

  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  return label;
}

GtkWidget *
tenure_popover_words_new (const char *text, const char *css_class)
{
  GtkWidget *label = tenure_text_new (text, css_class);

  gtk_label_set_width_chars (GTK_LABEL (label), POPOVER_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), POPOVER_CHARS);
  return label;
}
