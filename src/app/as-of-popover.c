#include "config.h"
#include "app/as-of-popover.h"

#include "exchange/read-date.h"

#include "base/i18n.h"

struct _TenureAsOfPopover
{
  GtkPopover parent_instance;

  TenureSession *session;
  GtkEntry *entry;
  GtkLabel *fault;
  GtkCalendar *calendar;
  gboolean filling; /* the popover writes its own controls */
};

G_DEFINE_FINAL_TYPE (TenureAsOfPopover, tenure_as_of_popover, GTK_TYPE_POPOVER)

/* @fault: NULL for none. */
static void
set_fault (TenureAsOfPopover *self, const char *fault)
{
  gtk_label_set_text (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  fault != NULL ? fault : "", -1);
  if (fault != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
entry_changed_cb (TenureAsOfPopover *self)
{
  set_fault (self, NULL);
}

/* The popover gives the keyboard to the entry without marking its words: what is typed shall take their place. */
static gboolean
select_all_cb (gpointer data)
{
  TenureAsOfPopover *self = data;

  if (self->entry != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->entry)))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
    }
  return G_SOURCE_REMOVE;
}

static void
shown_cb (TenureAsOfPopover *self)
{
  TenureDay as_of = tenure_session_get_as_of (self->session);
  g_autofree char *label = tenure_day_dup_label (as_of);
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  tenure_day_to_civil (as_of, &year, &month, &day);
  date = g_date_time_new_utc (year, month, day, 12, 0, 0);
  self->filling = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), label);
  set_fault (self, NULL);
  self->filling = FALSE;
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, select_all_cb, g_object_ref (self), g_object_unref);
}

static void
day_selected_cb (TenureAsOfPopover *self)
{
  g_autoptr (GDateTime) date = NULL;
  TenureDay day;

  if (self->filling)
    return;
  date = gtk_calendar_get_date (self->calendar);
  if (tenure_day_from_civil (g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date),
                             &day))
    tenure_session_set_as_of (self->session, day);
}

static void
entry_activate_cb (TenureAsOfPopover *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  TenureDay day;

  if (!tenure_read_day (text, &day, &error))
    {
      set_fault (self, error->message);
      return;
    }
  tenure_session_set_as_of (self->session, day);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
tenure_as_of_popover_dispose (GObject *object)
{
  TenureAsOfPopover *self = TENURE_AS_OF_POPOVER (object);

  self->entry = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tenure_as_of_popover_parent_class)->dispose (object);
}

static void
tenure_as_of_popover_class_init (TenureAsOfPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_as_of_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/as-of-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureAsOfPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, TenureAsOfPopover, fault);
  gtk_widget_class_bind_template_child (widget_class, TenureAsOfPopover, calendar);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
}

static void
tenure_as_of_popover_init (TenureAsOfPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tenure_as_of_popover_new (TenureSession *session)
{
  TenureAsOfPopover *self = g_object_new (TENURE_TYPE_AS_OF_POPOVER, NULL);

  g_return_val_if_fail (TENURE_IS_SESSION (session), GTK_WIDGET (self));

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
