#include "config.h"
#include "app/import/import.h"

#include "app/documents/file-filters.h"
#include "app/import/assistant.h"

#include "base/i18n.h"

static void
chooser_response_cb (GtkNativeDialog *native, int response, gpointer data)
{
  g_autoptr (GtkNativeDialog) chooser = native;
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  tenure_import_present (data, file);
}

GtkNativeDialog *
tenure_import_chooser_new (GtkWindow *parent)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Import a Register or Grants File"), parent,
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Look at It"), _ ("Cancel"));

  tenure_file_filters_add_import (GTK_FILE_CHOOSER (chooser));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return GTK_NATIVE_DIALOG (chooser);
}

void
tenure_import_choose (TenureWindow *window)
{
  GtkNativeDialog *chooser = tenure_import_chooser_new (GTK_WINDOW (window));

  g_signal_connect_object (chooser, "response", G_CALLBACK (chooser_response_cb), window, 0);
  gtk_native_dialog_show (chooser);
}

void
tenure_import_present (TenureWindow *window, GFile *file)
{
  gtk_window_present (GTK_WINDOW (tenure_import_assistant_new (window, file)));
}
