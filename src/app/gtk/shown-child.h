#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @child, or the first sibling after it, that a layout has to place; NULL when there is none. */
GtkWidget *tenure_shown_child (GtkWidget *child);

G_END_DECLS
