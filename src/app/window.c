#include "config.h"
#include "app/window.h"

#include "app/page.h"
#include "app/settings.h"

#include <glib/gi18n.h>

struct _TenureWindow
{
  AdwApplicationWindow parent_instance;

  TenureSession *session;

  AdwToastOverlay *toasts;
  AdwFlap *sidebar_flap;
  AdwFlap *inspector_flap;
  AdwBin *inspector_slot;
  AdwWindowTitle *title;
  GtkListBox *page_list;
  GtkStack *pages;
};

G_DEFINE_FINAL_TYPE (TenureWindow, tenure_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- Pages --------------------------------------------------------------------------------------------------- */

static GtkWidget *
page_row_new (const TenurePage *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (_(page->title));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "count");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (page->icon));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(page->title), -1);
  g_object_set_data (G_OBJECT (row), "page", (gpointer) page);
  g_object_set_data (G_OBJECT (row), "count", count);
  return row;
}

static void
fill_page_list (TenureWindow *self)
{
  guint n_pages;
  const TenurePage *pages = tenure_pages_get (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    gtk_list_box_append (self->page_list, page_row_new (&pages[i]));
}

/* Pages are made when they are first shown: a window opens as fast as its first page. */
static void
show_page (TenureWindow *self, const TenurePage *page)
{
  if (self->session == NULL)
    return;
  if (gtk_stack_get_child_by_name (self->pages, page->name) == NULL)
    gtk_stack_add_named (self->pages, page->create (self->session), page->name);
  gtk_stack_set_visible_child_name (self->pages, page->name);
}

static void
page_row_selected_cb (TenureWindow *self, GtkListBoxRow *row)
{
  const TenurePage *page = row != NULL ? g_object_get_data (G_OBJECT (row), "page") : NULL;

  if (page == NULL)
    return;
  show_page (self, page);
  g_action_change_state (g_action_map_lookup_action (G_ACTION_MAP (self), "show-page"),
                         g_variant_new_string (page->name));
}

static void
select_page (TenureWindow *self, const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->page_list, i)) != NULL; i++)
    {
      const TenurePage *page = g_object_get_data (G_OBJECT (row), "page");

      if (g_str_equal (page->name, name))
        gtk_list_box_select_row (self->page_list, row);
    }
}

/* --- Actions ------------------------------------------------------------------------------------------------- */

static void
show_page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  select_page (data, g_variant_get_string (parameter, NULL));
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_close (data);
}

static const GActionEntry actions[] = {
  { .name = "show-page", .activate = show_page_cb, .parameter_type = "s", .state = "''" },
  { .name = "close", .activate = close_cb },
};

/* --- Object -------------------------------------------------------------------------------------------------- */

static gboolean
tenure_window_close_request (GtkWindow *window)
{
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  tenure_settings_set_window (width, height, gtk_window_is_maximized (window));
  return GTK_WINDOW_CLASS (tenure_window_parent_class)->close_request (window);
}

static void
tenure_window_dispose (GObject *object)
{
  TenureWindow *self = TENURE_WINDOW (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (tenure_window_parent_class)->dispose (object);
}

static void
tenure_window_class_init (TenureWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tenure_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/window.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, sidebar_flap);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, inspector_flap);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, inspector_slot);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, page_list);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, page_row_selected_cb);
}

static void
tenure_window_init (TenureWindow *self)
{
  g_autoptr (GPropertyAction) sidebar = NULL;
  g_autoptr (GPropertyAction) inspector = NULL;
  int width, height;
  gboolean maximized;

  gtk_widget_init_template (GTK_WIDGET (self));

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  sidebar = g_property_action_new ("show-sidebar", self->sidebar_flap, "reveal-flap");
  inspector = g_property_action_new ("show-inspector", self->inspector_flap, "reveal-flap");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (sidebar));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (inspector));

  fill_page_list (self);
  tenure_settings_get_window (&width, &height, &maximized);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (maximized)
    gtk_window_maximize (GTK_WINDOW (self));
}

TenureWindow *
tenure_window_new (TenureApplication *application)
{
  return g_object_new (TENURE_TYPE_WINDOW, "application", application, NULL);
}

static void
forget_pages (TenureWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, child);
  adw_bin_set_child (self->inspector_slot, NULL);
}

void
tenure_window_set_session (TenureWindow *self, TenureSession *session)
{
  g_return_if_fail (TENURE_IS_WINDOW (self));

  if (!g_set_object (&self->session, session))
    return;
  forget_pages (self);
  if (session == NULL)
    return;
  adw_bin_set_child (self->inspector_slot, tenure_pages_create_inspector (session));
  page_row_selected_cb (self, gtk_list_box_get_selected_row (self->page_list));
}

TenureSession *
tenure_window_get_session (TenureWindow *self)
{
  g_return_val_if_fail (TENURE_IS_WINDOW (self), NULL);
  return self->session;
}

void
tenure_window_toast (TenureWindow *self, const char *text, const char *button, const char *action)
{
  AdwToast *toast = adw_toast_new (text);

  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_detailed_action_name (toast, action);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
tenure_window_report (TenureWindow *self, const char *heading, const GError *error)
{
  GtkWidget *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
