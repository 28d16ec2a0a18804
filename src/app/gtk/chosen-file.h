#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Files that a chooser named. */

/* @file with @suffix (".ics") behind its name; itself when the name ends so already. */
GFile *tenure_file_with_suffix (GFile *file, const char *suffix) G_GNUC_WARN_UNUSED_RESULT;

/* Like the above, for a file that is written at once: G_IO_ERROR_EXISTS, with a sentence, when the name with its suffix is
 * taken, and one that the chooser did not ask about. */
GFile *tenure_file_complete (GFile *file, const char *suffix, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Says in a dialog over @parent (or none) that @file was not written, and why: @heading, a translated title. */
void tenure_file_report_unwritten (GtkWindow *parent, const char *heading, GFile *file, const GError *error);

G_END_DECLS
