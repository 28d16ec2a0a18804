#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets a screen reader speak what a list of choices is for and what is chosen: "Group by: By provider". In GTK 4.8 the
 * button inside, which has the keyboard, is called by the name of its type. For choices that are strings; @name is
 * copied. */
void tenure_drop_down_set_name (GtkDropDown *drop_down, const char *name);

G_END_DECLS
