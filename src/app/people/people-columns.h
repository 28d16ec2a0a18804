#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives @view the columns of the People page, each with its sorter. */
void tenure_people_columns_add (GtkColumnView *view);

G_END_DECLS
