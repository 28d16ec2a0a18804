#include "config.h"
#include "app/preferences/autostart.h"

#include "base/i18n.h"
#include <glib/gstdio.h>

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

/* How long the user has to answer what the desktop asks. */
#define ANSWER_SECONDS 120

typedef struct
{
  gboolean on;
  TenureAutostartFunc done;
  gpointer owner;
  GDBusConnection *bus;
  GCancellable *asking;
  guint subscription, timeout;
  gboolean refused;
} Request;

static void
finish (Request *request)
{
  if (request->subscription > 0)
    g_dbus_connection_signal_unsubscribe (request->bus, request->subscription);
  g_clear_handle_id (&request->timeout, g_source_remove);
  g_cancellable_cancel (request->asking);
  request->done (request->owner, request->refused);
  g_clear_object (&request->bus);
  g_object_unref (request->asking);
  g_object_unref (request->owner);
  g_free (request);
}

/* --- Asking the desktop --------------------------------------------------------------------------------------- */

static void
answered_cb (GDBusConnection *bus,
             const char *sender,
             const char *path,
             const char *interface,
             const char *signal,
             GVariant *parameters,
             gpointer data)
{
  Request *request = data;
  g_autoptr (GVariant) results = NULL;
  guint32 response = 1;
  gboolean autostart = FALSE;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    {
      g_variant_get (parameters, "(u@a{sv})", &response, &results);
      g_variant_lookup (results, "autostart", "b", &autostart);
    }
  request->refused = response != 0 || autostart != request->on;
  finish (request);
}

static gboolean
too_late_cb (gpointer data)
{
  Request *request = data;

  request->timeout = 0;
  request->refused = TRUE;
  finish (request);
  return G_SOURCE_REMOVE;
}

/* A desktop without the portal answers here; one with it by the signal, and a call that is cancelled then has no request any
 * more. */
static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) handle = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (handle != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  ((Request *) data)->refused = TRUE;
  finish (data);
}

static GVariant *
make_options (const Request *request, const char *token)
{
  static const char *const command[] = { "tenure", "--tell-due", NULL };
  GVariantBuilder options;

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "reason", g_variant_new_string (_ ("Tell of decisions that are due")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (request->on));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  return g_variant_builder_end (&options);
}

static void
ask (Request *request)
{
  g_autofree char *token = g_strdup_printf ("tenure%u", g_random_int ());
  g_autofree char *sender = g_strdelimit (g_strdup (g_dbus_connection_get_unique_name (request->bus) + 1), ".", '_');
  g_autofree char *path = g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, token);

  request->subscription =
      g_dbus_connection_signal_subscribe (request->bus, PORTAL_NAME, "org.freedesktop.portal.Request", "Response", path,
                                          NULL, G_DBUS_SIGNAL_FLAGS_NONE, answered_cb, request, NULL);
  request->timeout = g_timeout_add_seconds (ANSWER_SECONDS, too_late_cb, request);
  g_dbus_connection_call (request->bus, PORTAL_NAME, PORTAL_PATH, "org.freedesktop.portal.Background", "RequestBackground",
                          g_variant_new ("(s@a{sv})", "", make_options (request, token)), G_VARIANT_TYPE ("(o)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, request->asking, asked_cb, request);
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Request *request = data;

  request->bus = g_bus_get_finish (result, NULL);
  if (request->bus != NULL)
    {
      ask (request);
      return;
    }
  request->refused = TRUE;
  finish (request);
}

/* --- By a file ------------------------------------------------------------------------------------------------ */

static gboolean
write_file (gboolean on)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "autostart", NULL);
  g_autofree char *path = g_build_filename (folder, TENURE_APP_ID ".desktop", NULL);
  g_autoptr (GKeyFile) entry = g_key_file_new ();

  if (!on)
    return g_unlink (path) == 0 || !g_file_test (path, G_FILE_TEST_EXISTS);
  g_key_file_set_string (entry, "Desktop Entry", "Type", "Application");
  g_key_file_set_string (entry, "Desktop Entry", "Name", "Tenure");
  g_key_file_set_string (entry, "Desktop Entry", "Comment", _ ("Tell of decisions that are due"));
  g_key_file_set_string (entry, "Desktop Entry", "Exec", "tenure --tell-due");
  g_key_file_set_string (entry, "Desktop Entry", "Icon", TENURE_APP_ID);
  return g_mkdir_with_parents (folder, 0700) == 0 && g_key_file_save_to_file (entry, path, NULL);
}

static gboolean
write_cb (gpointer data)
{
  Request *request = data;

  request->refused = !write_file (request->on);
  finish (request);
  return G_SOURCE_REMOVE;
}

static Request *
request_new (gboolean on, TenureAutostartFunc done, gpointer owner)
{
  Request *request = g_new0 (Request, 1);

  request->on = on;
  request->done = done;
  request->owner = g_object_ref (owner);
  request->asking = g_cancellable_new ();
  return request;
}

void
tenure_autostart_ask (GDBusConnection *bus, gboolean on, TenureAutostartFunc done, gpointer owner)
{
  Request *request;

  g_return_if_fail (G_IS_DBUS_CONNECTION (bus) && done != NULL && G_IS_OBJECT (owner));

  request = request_new (on, done, owner);
  request->bus = g_object_ref (bus);
  ask (request);
}

void
tenure_autostart_set (gboolean on, TenureAutostartFunc done, gpointer owner)
{
  g_return_if_fail (done != NULL && G_IS_OBJECT (owner));

  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    g_bus_get (G_BUS_TYPE_SESSION, NULL, connected_cb, request_new (on, done, owner));
  else
    g_idle_add (write_cb, request_new (on, done, owner));
}
