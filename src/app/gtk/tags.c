#include "config.h"
#include "app/gtk/tags.h"

#include "app/gtk/wrap-layout.h"

GtkWidget *
tenure_tags_new (const char *title)
{
  GtkWidget *tags = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (tags, tenure_wrap_layout_new ());
  if (title != NULL)
    {
      GtkWidget *label = gtk_label_new (title);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (tags), label);
    }
  return tags;
}

static void
add_tag (GtkWidget *tags, const char *text)
{
  GtkWidget *tag = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (tag), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (tag, "tenure-tag");
  gtk_box_append (GTK_BOX (tags), tag);
}

guint
tenure_tags_add_list (GtkWidget *tags, const char *list)
{
  g_auto (GStrv) words = g_strsplit (list, ";", -1);
  guint n = 0;

  g_return_val_if_fail (GTK_IS_BOX (tags), 0);

  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0')
      {
        add_tag (tags, words[i]);
        n++;
      }
  return n;
}
