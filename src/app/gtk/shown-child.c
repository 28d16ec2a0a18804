#include "config.h"
#include "app/gtk/shown-child.h"

GtkWidget *
tenure_shown_child (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}
