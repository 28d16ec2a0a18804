/* Asking the desktop to run the program at login: what is asked, and what becomes of each answer. */

#include "app/preferences/autostart.h"

/* A desktop of our own, on a bus of its own. */
typedef struct
{
  GTestDBus *daemon;
  GDBusConnection *portal, *program;
  guint32 response;   /* 0: yes, 1: the user said no, 2: ended otherwise */
  gboolean autostart; /* what it says it does */
  gboolean silent;    /* the portal is not there */
  gboolean fails;     /* the call fails after its answer came */
  char *asked;        /* reason, command line and whether, as text */
  int refused;        /* -1 before the answer */
} Desk;

static const char interface[] = "<node><interface name='org.freedesktop.portal.Background'><method name='RequestBackground'>"
                                "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
                                "<arg type='o' direction='out'/></method></interface></node>";

static void
called_cb (GDBusConnection *bus,
           const char *sender,
           const char *path,
           const char *name,
           const char *method,
           GVariant *parameters,
           GDBusMethodInvocation *invocation,
           gpointer data)
{
  Desk *desk = data;
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, 1);
  g_autofree char *client = g_strdelimit (g_strdup (sender + 1), ".", '_');
  g_autofree char *handle = NULL, *words = NULL;
  g_autofree const char **command = NULL;
  const char *token;
  gboolean autostart;
  GVariantBuilder results;

  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  g_assert_true (g_variant_lookup (options, "autostart", "b", &autostart));
  g_assert_true (g_variant_lookup (options, "commandline", "^a&s", &command));
  words = g_strjoinv (" ", (char **) command);
  desk->asked = g_strdup_printf ("%s: %s", words, autostart ? "yes" : "no");
  handle = g_strdup_printf ("/org/freedesktop/portal/desktop/request/%s/%s", client, token);
  if (!desk->fails)
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", handle));
  g_variant_builder_init (&results, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&results, "{sv}", "background", g_variant_new_boolean (TRUE));
  g_variant_builder_add (&results, "{sv}", "autostart", g_variant_new_boolean (desk->autostart));
  g_dbus_connection_emit_signal (bus, sender, handle, "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(u@a{sv})", desk->response, g_variant_builder_end (&results)), NULL);
  if (desk->fails)
    g_dbus_method_invocation_return_dbus_error (invocation, "org.freedesktop.portal.Error.Failed", "after the answer");
}

static GDBusConnection *
join_bus (Desk *desk)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *bus = g_dbus_connection_new_for_address_sync (
      g_test_dbus_get_bus_address (desk->daemon),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);

  g_assert_no_error (error);
  return bus;
}

static void
serve (Desk *desk)
{
  static const GDBusInterfaceVTable table = { .method_call = called_cb };
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (interface, NULL);
  g_autoptr (GVariant) name = NULL;

  g_dbus_connection_register_object (desk->portal, "/org/freedesktop/portal/desktop", info->interfaces[0], &table, desk, NULL,
                                     NULL);
  name = g_dbus_connection_call_sync (desk->portal, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                      "RequestName", g_variant_new ("(su)", "org.freedesktop.portal.Desktop", 0), NULL,
                                      G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_assert_nonnull (name);
}

static void
answered (gpointer owner, gboolean refused)
{
  Desk *desk = g_object_get_data (owner, "desk");

  desk->refused = refused;
}

static void
answer_came (GObject *bus, GAsyncResult *result, gpointer data)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, NULL);

  g_assert_nonnull (answer);
  *(gboolean *) data = TRUE;
}

/* Returns once the program has been handed all that the portal sent so far: answers come in order. */
static void
answer_to_everything (Desk *desk)
{
  gboolean came = FALSE;

  g_dbus_connection_call (desk->program, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
                          "org.freedesktop.DBus.Peer", "Ping", NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, answer_came,
                          &came);
  while (!came)
    g_main_context_iteration (NULL, TRUE);
}

/* What is said in the end; -1 never comes. */
static int
ask (Desk *desk, gboolean on)
{
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);

  desk->daemon = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (desk->daemon);
  desk->portal = join_bus (desk);
  desk->program = join_bus (desk);
  desk->refused = -1;
  if (!desk->silent)
    serve (desk);
  g_object_set_data (owner, "desk", desk);
  tenure_autostart_ask (desk->program, on, answered, owner);
  while (desk->refused < 0)
    g_main_context_iteration (NULL, TRUE);
  if (desk->fails)
    answer_to_everything (desk);
  g_assert_true (g_dbus_connection_close_sync (desk->portal, NULL, NULL));
  g_assert_true (g_dbus_connection_close_sync (desk->program, NULL, NULL));
  g_object_unref (desk->portal);
  g_object_unref (desk->program);
  g_test_dbus_stop (desk->daemon);
  g_object_unref (desk->daemon);
  return desk->refused;
}

static void
test_answers (void)
{
  static const struct
  {
    guint32 response;
    gboolean on, autostart, refused;
  } cases[] = {
    { 0, TRUE, TRUE, FALSE },  { 0, FALSE, FALSE, FALSE }, { 0, TRUE, FALSE, TRUE },
    { 1, TRUE, FALSE, TRUE },  { 2, FALSE, FALSE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Desk desk = { .response = cases[i].response, .autostart = cases[i].autostart };

      g_assert_cmpint (ask (&desk, cases[i].on), ==, cases[i].refused);
      g_assert_cmpstr (desk.asked, ==, cases[i].on ? "tenure --tell-due: yes" : "tenure --tell-due: no");
      g_free (desk.asked);
    }
}

/* A portal that answers and fails the call afterwards has answered, once. */
static void
test_call_fails_after_the_answer (void)
{
  Desk desk = { .autostart = TRUE, .fails = TRUE };

  g_assert_cmpint (ask (&desk, TRUE), ==, FALSE);
  g_free (desk.asked);
}

/* A desktop that knows of no such thing. */
static void
test_nobody_answers (void)
{
  Desk desk = { .silent = TRUE };

  g_assert_cmpint (ask (&desk, TRUE), ==, TRUE);
  g_assert_null (desk.asked);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/autostart/answers", test_answers);
  g_test_add_func ("/autostart/call-fails-after-the-answer", test_call_fails_after_the_answer);
  g_test_add_func ("/autostart/nobody-answers", test_nobody_answers);
  return g_test_run ();
}
