#include "config.h"
#include "app/gtk/heading-sort.h"

/* The sorter of a table asks that of its primary column first, and turns the answer round when it is descending. Each
 * heading's sorter notes that it was asked. */
static gconstpointer asked;

static int
note_asked (gconstpointer a, gconstpointer b, gpointer key)
{
  if (asked == NULL)
    asked = key;
  return GTK_ORDERING_SMALLER;
}

GtkSorter *
tenure_heading_sorter_new (gconstpointer key)
{
  return GTK_SORTER (gtk_custom_sorter_new (note_asked, (gpointer) key, NULL));
}

gconstpointer
tenure_heading_find (GtkSorter *sorter, gboolean *out_descending)
{
  g_autoptr (GObject) one = NULL;
  g_autoptr (GObject) other = NULL;

  g_return_val_if_fail (GTK_IS_SORTER (sorter), NULL);

  one = g_object_new (G_TYPE_OBJECT, NULL);
  other = g_object_new (G_TYPE_OBJECT, NULL);
  asked = NULL;
  *out_descending = gtk_sorter_compare (sorter, one, other) == GTK_ORDERING_LARGER;
  return asked;
}
