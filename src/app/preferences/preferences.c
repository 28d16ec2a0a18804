#include "config.h"
#include "app/preferences/preferences.h"

#include "app/gtk/text-scale.h"
#include "app/preferences/autostart.h"
#include "app/settings.h"
#include "app/window.h"
#include "base/day.h"
#include "base/i18n.h"

struct _TenurePreferences
{
  AdwPreferencesWindow parent_instance;
  AdwPreferencesGroup *words;
  AdwEntryRow *sector;
  AdwEntryRow *author;
  AdwComboRow *month;
  GtkSwitch *tell_due;
  GtkSwitch *at_login;
  AdwActionRow *at_login_row;
};

G_DEFINE_FINAL_TYPE (TenurePreferences, tenure_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
for_all_windows (void (*change) (TenureWindow *window))
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (TENURE_IS_WINDOW (l->data))
      change (l->data);
}

/* How the word will read: the label of a rule. */
static void
sector_changed_cb (TenurePreferences *self)
{
  g_autofree char *word = tenure_sector_word_clean (gtk_editable_get_text (GTK_EDITABLE (self->sector)));
  /* Translators: how the word for the sector will read; %1$s is that word */
  g_autofree char *text = word != NULL ? g_strdup_printf (_ ("Charts, flags and lists will say “No %1$s seat”."), word)
                                       : g_strdup (_ ("Charts, flags and lists will say “VCS”."));

  adw_preferences_group_set_description (self->words, text);
}

static void
sector_applied_cb (TenurePreferences *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->sector));
  g_autofree char *word = tenure_sector_word_clean (typed);

  tenure_settings_set_sector_word (word != NULL ? word : "");
  tenure_sector_word_set (word);
  if (g_strcmp0 (typed, tenure_sector_word ()) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->sector), tenure_sector_word ());
  for_all_windows (tenure_window_show_anew);
}

static void
take_author (TenureWindow *window)
{
  g_autofree char *author = tenure_settings_dup_author ();

  if (tenure_window_get_document (window) != NULL)
    tenure_document_set_author (tenure_window_get_document (window), author);
}

static void
author_applied_cb (TenurePreferences *self)
{
  tenure_settings_set_author (gtk_editable_get_text (GTK_EDITABLE (self->author)));
  for_all_windows (take_author);
}

static void
month_selected_cb (TenurePreferences *self)
{
  tenure_settings_set_year_first_month ((int) adw_combo_row_get_selected (self->month) + 1);
  for_all_windows (tenure_window_show_anew);
}

static void
tell_due_switched_cb (TenurePreferences *self)
{
  tenure_settings_set_tell_due (gtk_switch_get_active (self->tell_due));
  if (!gtk_switch_get_active (self->tell_due))
    gtk_switch_set_active (self->at_login, FALSE);
  for_all_windows (tenure_window_tell_due);
}

static void at_login_switched_cb (TenurePreferences *self);

static void
say_at_login (TenurePreferences *self, gboolean refused)
{
  adw_action_row_set_subtitle (self->at_login_row,
                               refused ? _ ("The desktop does not allow it.")
                                       : _ ("Of the portfolios opened lately. The program looks at them and ends."));
}

/* The switch shows what is; one that is being set cannot be switched. */
static void
autostart_set_cb (gpointer owner, gboolean refused)
{
  TenurePreferences *self = owner;
  gboolean on = gtk_switch_get_active (self->at_login) != refused;

  if (!refused)
    tenure_settings_set_tell_due_at_login (on);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  g_signal_handlers_block_by_func (self->at_login, at_login_switched_cb, self);
  gtk_switch_set_active (self->at_login, on);
  g_signal_handlers_unblock_by_func (self->at_login, at_login_switched_cb, self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->at_login), TRUE);
  say_at_login (self, refused);
}

static void
at_login_switched_cb (TenurePreferences *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->at_login), FALSE);
  tenure_autostart_set (gtk_switch_get_active (self->at_login), autostart_set_cb, self);
}

/* --- Object --------------------------------------------------------------------------------------------------- */

static void
tenure_preferences_class_init (TenurePreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/preferences/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, TenurePreferences, words);
  gtk_widget_class_bind_template_child (widget_class, TenurePreferences, sector);
  gtk_widget_class_bind_template_child (widget_class, TenurePreferences, author);
  gtk_widget_class_bind_template_child (widget_class, TenurePreferences, month);
  gtk_widget_class_bind_template_child (widget_class, TenurePreferences, tell_due);
  gtk_widget_class_bind_template_child (widget_class, TenurePreferences, at_login);
  gtk_widget_class_bind_template_child (widget_class, TenurePreferences, at_login_row);
  gtk_widget_class_bind_template_callback (widget_class, sector_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, sector_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, author_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, tell_due_switched_cb);
}

static void
fill_months (TenurePreferences *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int month = 1; month <= 12; month++)
    {
      g_autoptr (GDateTime) day = g_date_time_new_utc (2001, month, 1, 0, 0, 0);

      /* %OB: the month by itself, which some languages inflect. */
      gtk_string_list_take (names, g_date_time_format (day, "%OB"));
    }
  adw_combo_row_set_model (self->month, G_LIST_MODEL (names));
}

static void
tenure_preferences_init (TenurePreferences *self)
{
  g_autofree char *author = tenure_settings_dup_author ();

  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_text_scale_window (GTK_WINDOW (self));
  fill_months (self);
  adw_combo_row_set_selected (self->month, (guint) tenure_settings_get_year_first_month () - 1);
  g_signal_connect_swapped (self->month, "notify::selected", G_CALLBACK (month_selected_cb), self);
  gtk_switch_set_active (self->tell_due, tenure_settings_get_tell_due ());
  gtk_switch_set_active (self->at_login, tenure_settings_get_tell_due_at_login ());
  g_signal_connect_swapped (self->at_login, "notify::active", G_CALLBACK (at_login_switched_cb), self);
  say_at_login (self, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->sector), tenure_sector_word ());
  gtk_editable_set_text (GTK_EDITABLE (self->author), author != NULL ? author : "");
  sector_changed_cb (self);
}

TenurePreferences *
tenure_preferences_new (GtkWindow *parent)
{
  return g_object_new (TENURE_TYPE_PREFERENCES, "transient-for", parent, NULL);
}
