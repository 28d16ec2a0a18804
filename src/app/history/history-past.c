#include "config.h"
#include "app/history/history-past.h"

#include "app/gtk/list-box.h"
#include "exchange/read-date.h"

#include "base/i18n.h"

/* The parts of one popover; they live as long as it. */
typedef struct
{
  GtkWidget *popover;
  GtkWidget *entry;
  GtkWidget *fault;
  GtkWidget *calendar;
  gboolean filling;
} Asking;

static void
set_fault (Asking *asking, const char *fault)
{
  gtk_label_set_text (GTK_LABEL (asking->fault), fault != NULL ? fault : "");
  gtk_widget_set_visible (asking->fault, fault != NULL);
}

static void
entry_changed_cb (Asking *asking)
{
  set_fault (asking, NULL);
}

static void
day_selected_cb (Asking *asking)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (GTK_CALENDAR (asking->calendar));
  g_autofree char *label = NULL;
  TenureDay day;

  if (asking->filling
      || !tenure_day_from_civil (g_date_time_get_year (date), g_date_time_get_month (date),
                                 g_date_time_get_day_of_month (date), &day))
    return;
  label = tenure_day_dup_label (day);
  gtk_editable_set_text (GTK_EDITABLE (asking->entry), label);
}

static void
view_cb (Asking *asking)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (asking->entry));
  g_autoptr (GError) error = NULL;
  TenureDay day;
  char iso[TENURE_DAY_ISO_SIZE];

  if (!tenure_read_day (text, &day, &error))
    {
      set_fault (asking, error->message);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (asking->popover));
  gtk_widget_activate_action (asking->popover, "win.view-past-day", "s", tenure_day_to_iso (day, iso));
}

/* Today stands there at first, to be typed over. */
static void
show_cb (Asking *asking)
{
  g_autofree char *label = tenure_day_dup_label (tenure_day_today ());
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (*gtk_editable_get_text (GTK_EDITABLE (asking->entry)) != '\0')
    return;
  asking->filling = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (asking->calendar), now);
  asking->filling = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (asking->entry), label);
  gtk_editable_select_region (GTK_EDITABLE (asking->entry), 0, -1);
}

static GtkWidget *
content_new (Asking *asking)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_ ("View"));

  asking->entry = gtk_entry_new ();
  asking->fault = tenure_popover_words_new ("", "error");
  asking->calendar = gtk_calendar_new ();
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_visible (asking->fault, FALSE);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (asking->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("As recorded on"), -1);
  gtk_box_append (GTK_BOX (box), tenure_popover_words_new (
                                     _ ("The portfolio as it was at the end of this day opens in a window of its own, "
                                        "for looking."),
                                     NULL));
  gtk_box_append (GTK_BOX (box), asking->entry);
  gtk_box_append (GTK_BOX (box), asking->fault);
  gtk_box_append (GTK_BOX (box), asking->calendar);
  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect_swapped (asking->entry, "activate", G_CALLBACK (view_cb), asking);
  g_signal_connect_swapped (asking->entry, "changed", G_CALLBACK (entry_changed_cb), asking);
  g_signal_connect_swapped (asking->calendar, "day-selected", G_CALLBACK (day_selected_cb), asking);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (view_cb), asking);
  return box;
}

static void
create_popover (GtkMenuButton *button, gpointer data)
{
  Asking *asking;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  asking = g_new0 (Asking, 1);
  asking->popover = gtk_popover_new ();
  g_object_set_data_full (G_OBJECT (asking->popover), "asking", asking, g_free);
  gtk_popover_set_child (GTK_POPOVER (asking->popover), content_new (asking));
  g_signal_connect_swapped (asking->popover, "show", G_CALLBACK (show_cb), asking);
  gtk_menu_button_set_popover (button, asking->popover);
}

void
tenure_history_past_set_up_button (GtkMenuButton *button)
{
  gtk_menu_button_set_create_popup_func (button, create_popover, NULL, NULL);
}
