/* Opening what a record names outside the program: only when asked to, with what the desktop has for it. */

#include "config.h"
#include "app/window-private.h"

#include "base/i18n.h"

typedef struct
{
  GWeakRef window;
  char *uri;
} Opening;

static void
opening_free (Opening *opening)
{
  g_weak_ref_clear (&opening->window);
  g_free (opening->uri);
  g_free (opening);
}

static void
opened_cb (GObject *parent, GAsyncResult *result, gpointer data)
{
  Opening *opening = data;
  g_autoptr (TenureWindow) window = g_weak_ref_get (&opening->window);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  /* Who closes the question which program to use has said all there is to say. */
  if (!gtk_show_uri_full_finish (GTK_WINDOW (parent), result, &error) && window != NULL
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* Translators: an address, and why it could not be opened, in the system's words. */
      words = g_strdup_printf (_ ("%1$s could not be opened: %2$s"), opening->uri, error->message);
      tenure_window_toast (window, words);
    }
  opening_free (opening);
}

static void
open_link_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Opening *opening = g_new0 (Opening, 1);

  g_weak_ref_init (&opening->window, data);
  opening->uri = g_variant_dup_string (parameter, NULL);
  gtk_show_uri_full (GTK_WINDOW (data), opening->uri, GDK_CURRENT_TIME, NULL, opened_cb, opening);
}

static const GActionEntry actions[] = {
  { .name = "open-link", .activate = open_link_cb, .parameter_type = "s" },
};

void
tenure_window_links_init (TenureWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
