#include "config.h"
#include "app/gtk/chosen-file.h"

#include <adwaita.h>

#include "base/i18n.h"

GFile *
tenure_file_with_suffix (GFile *file, const char *suffix)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *whole = NULL;

  if (g_str_has_suffix (name, suffix) || folder == NULL)
    return g_object_ref (file);
  whole = g_strconcat (name, suffix, NULL);
  return g_file_get_child (folder, whole);
}

GFile *
tenure_file_complete (GFile *file, const char *suffix, GError **error)
{
  g_autoptr (GFile) whole = tenure_file_with_suffix (file, suffix);
  g_autofree char *name = NULL;

  if (g_file_equal (whole, file) || !g_file_query_exists (whole, NULL))
    return g_steal_pointer (&whole);
  name = g_file_get_basename (whole);
  /* Translators: a file name */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _ ("“%s” is already there. Choose that name to replace it, or another."), name);
  return NULL;
}

void
tenure_file_report_unwritten (GtkWindow *parent, const char *heading, GFile *file, const GError *error)
{
  g_autofree char *name = g_file_get_basename (file);
  /* Translators: the first is a file name, the second a sentence. */
  g_autofree char *body = g_strdup_printf (_ ("“%s” was not written. %s"), name, error->message);
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
