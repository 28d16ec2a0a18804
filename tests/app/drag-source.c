/* drag-source FILE… – a small window from which the files can be dragged, as from a file manager. */

#include <gtk/gtk.h>

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, char **paths)
{
  g_autoptr (GString) uris = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (char **path = paths; *path != NULL; path++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (*path);
      g_autofree char *uri = g_file_get_uri (file);

      g_string_append_printf (uris, "%s\r\n", uri);
    }
  bytes = g_bytes_new (uris->str, uris->len);
  return gdk_content_provider_new_for_bytes ("text/uri-list", bytes);
}

static void
activate_cb (GtkApplication *application, char **paths)
{
  GtkWidget *window = gtk_application_window_new (application);
  GtkWidget *label = gtk_label_new ("Drag me");
  GtkDragSource *source = gtk_drag_source_new ();

  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), paths);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_title (GTK_WINDOW (window), "Tenure drag source");
  gtk_window_set_default_size (GTK_WINDOW (window), 120, 120);
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), argv + 1);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}
