#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a screen reader says of a row of a list or a table: the row has the keyboard, and GTK 4.8 calls it by the name of its
 * type, GtkListItemWidget, whatever stands in it. */

/* Names the row that @inside stands in; without one, nothing. @name is copied. */
void tenure_row_set_name (GtkWidget *inside, const char *name);

/* A box that a row is made of, for descriptions in XML. Properties: row-name (string): what its row is called;
 * row-description (string): what is said after that. */
#define TENURE_TYPE_ROW_BOX (tenure_row_box_get_type ())
G_DECLARE_FINAL_TYPE (TenureRowBox, tenure_row_box, TENURE, ROW_BOX, GtkBox)

G_END_DECLS
