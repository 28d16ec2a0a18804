#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An empty line for tags, which goes on below where there is no more room. @title: (nullable): what they are of. */
GtkWidget *tenure_tags_new (const char *title);

/* Adds a tag for each of the words that a field holds separated by semicolons. Returns how many there are. */
guint tenure_tags_add_list (GtkWidget *tags, const char *list);

G_END_DECLS
