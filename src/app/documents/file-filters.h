#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a file chooser offers, "All files" last. */
void tenure_file_filters_add_portfolio (GtkFileChooser *chooser);
void tenure_file_filters_add_calendar (GtkFileChooser *chooser);
void tenure_file_filters_add_import (GtkFileChooser *chooser);

/* Whether the name of @file is that of a portfolio; anything else is taken for something to import. */
gboolean tenure_file_is_portfolio (GFile *file);

G_END_DECLS
