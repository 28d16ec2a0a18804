/* Opening what a record names outside the program: only when asked to, with what the desktop has for it. */

#include "config.h"
#include "app/window-private.h"

#include "base/i18n.h"

static void
opened_cb (GObject *window, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  /* Who closes the question which program to use has said all there is to say; a window that has gone says nothing. */
  if (gtk_show_uri_full_finish (GTK_WINDOW (window), result, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || gtk_window_get_application (GTK_WINDOW (window)) == NULL)
    return;
  /* Translators: why a document could not be opened, in the system's words. */
  words = g_strdup_printf (_ ("The link could not be opened: %s"), error->message);
  tenure_window_toast (TENURE_WINDOW (window), words);
}

static void
open_link_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_show_uri_full (GTK_WINDOW (data), g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME, NULL, opened_cb, NULL);
}

static const GActionEntry actions[] = {
  { .name = "open-link", .activate = open_link_cb, .parameter_type = "s" },
};

void
tenure_window_links_init (TenureWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
