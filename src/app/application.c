#include "config.h"
#include "app/application.h"

#include "app/documents/open.h"
#include "app/documents/recent.h"
#include "app/overview/due-notice.h"
#include "app/page.h"
#include "app/preferences/preferences.h"
#include "app/settings.h"
#include "app/window.h"

#include "base/i18n.h"

struct _TenureApplication
{
  AdwApplication parent_instance;

  GFile *first_file;   /* named on the command line; NULL: none */
  gboolean only_tells; /* of what is due, without a window */
  gboolean recovery_offered;
};

G_DEFINE_FINAL_TYPE (TenureApplication, tenure_application, ADW_TYPE_APPLICATION)

static const char *const color_schemes[] = { "follow", "light", "dark" };

static const struct
{
  const char *action;
  const char *accels[3];
} accels[] = {
  { "app.new", { "<Control>n" } },
  { "app.open", { "<Control>o" } },
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.help", { "F1" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.close", { "<Control>w" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.import", { "<Control>i" } },
  { "win.find", { "<Control>f" } },
  { "win.show-sidebar", { "F9" } },
  { "win.inspect", { "<Control>F9" } },
  { "win.next-pane", { "F6" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.as-of-today", { "<Control>t" } },
  { "win.add-record::agreement", { "<Control><Shift>n" } },
};

static void
apply_color_scheme (TenureColorScheme scheme)
{
  static const AdwColorScheme adw[] = {
    [TENURE_COLOR_SCHEME_FOLLOW] = ADW_COLOR_SCHEME_DEFAULT,
    [TENURE_COLOR_SCHEME_LIGHT] = ADW_COLOR_SCHEME_FORCE_LIGHT,
    [TENURE_COLOR_SCHEME_DARK] = ADW_COLOR_SCHEME_FORCE_DARK,
  };

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), adw[scheme]);
}

static void
color_scheme_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (color_schemes); i++)
    if (g_str_equal (color_schemes[i], g_variant_get_string (state, NULL)))
      {
        g_simple_action_set_state (action, state);
        tenure_settings_set_color_scheme (i);
        apply_color_scheme (i);
      }
}

static TenureWindow *
active_window (TenureApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return TENURE_IS_WINDOW (window) ? TENURE_WINDOW (window) : NULL;
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tenure_open_new (data);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tenure_open_choose (data, active_window (data));
}

static void
open_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  tenure_open_file (data, active_window (data), file);
}

static void
open_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tenure_open_sample (data, active_window (data));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  /* Each window asks its own question; one that is kept open keeps the program. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
help_shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) sentence = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    return;
  /* What the desktop has no program for is "not supported", which tells nobody what to do. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    sentence = g_error_new_literal (error->domain, error->code,
                                    _ ("There is no program here that shows manuals. Install Yelp, the help viewer."));
  tenure_window_report (window, _ ("Help Cannot Be Shown"), sentence != NULL ? sentence : error);
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *window = active_window (data);

  if (window != NULL)
    gtk_show_uri_full (GTK_WINDOW (window), "help:tenure", GDK_CURRENT_TIME, NULL, help_shown_cb, g_object_ref (window));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (gtk_application_get_active_window (data), "application-name", "Tenure", "application-icon",
                         TENURE_APP_ID, "developer-name", _ ("The Tenure developers"), "version", TENURE_VERSION, "comments",
                         _ ("Shows how long the voluntary sector is funded and where it has a seat."), "license-type",
                         GTK_LICENSE_GPL_3_0, "translator-credits", _ ("translator-credits"), NULL);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (tenure_preferences_new (gtk_application_get_active_window (data))));
}

static const GActionEntry actions[] = {
  { .name = "new", .activate = new_cb },
  { .name = "open", .activate = open_cb },
  { .name = "open-recent", .activate = open_recent_cb, .parameter_type = "s" },
  { .name = "open-sample", .activate = open_sample_cb },
  { .name = "quit", .activate = quit_cb },
  { .name = "help", .activate = help_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "about", .activate = about_cb },
  { .name = "color-scheme", .parameter_type = "s", .state = "'follow'", .change_state = color_scheme_cb },
};

/* Alt+1 for the first page, and so on. */
static void
set_page_accels (GtkApplication *self)
{
  guint n_pages;
  const TenurePage *pages = tenure_pages_get (&n_pages);

  for (guint i = 0; i < MIN (n_pages, 9); i++)
    {
      g_autofree char *action = g_strconcat ("win.show-page::", pages[i].name, NULL);
      g_autofree char *accel = g_strdup_printf ("<Alt>%u", i + 1);

      gtk_application_set_accels_for_action (self, action, (const char *[]){ accel, NULL });
    }
}

/* Options are the parent's to read: behind one, nothing is begun ahead. */
static gboolean
tenure_application_local_command_line (GApplication *application, char ***arguments, int *exit_status)
{
  TenureApplication *self = TENURE_APPLICATION (application);
  const char *first = (*arguments)[0] != NULL ? (*arguments)[1] : NULL;

  if (first != NULL && first[0] != '-')
    self->first_file = g_file_new_for_commandline_arg (first);
  return G_APPLICATION_CLASS (tenure_application_parent_class)->local_command_line (application, arguments, exit_status);
}

static void
tenure_application_startup (GApplication *application)
{
  GtkApplication *self = GTK_APPLICATION (application);
  TenureColorScheme scheme = tenure_settings_get_color_scheme ();
  GFile *first_file = TENURE_APPLICATION (application)->first_file;
  g_autofree char *sector = tenure_settings_dup_sector_word ();

  tenure_sector_word_set (sector);
  if (first_file != NULL)
    tenure_open_begin (TENURE_APPLICATION (application), first_file);
  G_APPLICATION_CLASS (tenure_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_action_group_change_action_state (G_ACTION_GROUP (self), "color-scheme", g_variant_new_string (color_schemes[scheme]));
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (self, accels[i].action, accels[i].accels);
  set_page_accels (self);
  gtk_window_set_default_icon_name (TENURE_APP_ID);
}

/* Portfolios that are looked at when nobody opened one. */
#define MAX_TOLD 5

/* A program that runs already tells of what is open there. */
static int
tenure_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  TenureApplication *self = TENURE_APPLICATION (application);

  if (!g_variant_dict_contains (options, "tell-due"))
    return -1;
  self->only_tells = TRUE;
  return g_application_register (application, NULL, NULL) && !g_application_get_is_remote (application) ? -1 : 0;
}

static void
tell_due (TenureApplication *self)
{
  g_autoptr (GPtrArray) uris = tenure_recent_list (MAX_TOLD);

  self->only_tells = FALSE;
  tenure_due_notice_round (G_APPLICATION (self), uris);
}

static void
offer_recovery (TenureApplication *self, TenureWindow *window)
{
  if (self->recovery_offered || window == NULL)
    return;
  self->recovery_offered = TRUE;
  tenure_open_recovered (self, window);
}

static void
tenure_application_activate (GApplication *application)
{
  TenureApplication *self = TENURE_APPLICATION (application);
  TenureWindow *window = active_window (self);

  if (self->only_tells)
    {
      tell_due (self);
      return;
    }
  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    window = tenure_open_new (self);
  offer_recovery (self, window);
}

static void
tenure_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  TenureApplication *self = TENURE_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    tenure_open_file (self, i == 0 ? active_window (self) : NULL, files[i]);
  offer_recovery (self, active_window (self));
}

static void
tenure_application_dispose (GObject *object)
{
  g_clear_object (&TENURE_APPLICATION (object)->first_file);
  G_OBJECT_CLASS (tenure_application_parent_class)->dispose (object);
}

static void
tenure_application_class_init (TenureApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_application_dispose;
  application_class->local_command_line = tenure_application_local_command_line;
  application_class->handle_local_options = tenure_application_handle_local_options;
  application_class->startup = tenure_application_startup;
  application_class->activate = tenure_application_activate;
  application_class->open = tenure_application_open;
}

static void
tenure_application_init (TenureApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "tell-due", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 _ ("Tell of decisions that are due in the portfolios opened lately, and end"), NULL);
}

TenureApplication *
tenure_application_new (void)
{
  return g_object_new (TENURE_TYPE_APPLICATION, "application-id", TENURE_APP_ID, "resource-base-path",
                       "/io/github/tenure_app/Tenure", "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}
