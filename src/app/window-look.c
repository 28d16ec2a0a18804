/* What the header and the sidebar show of the session: title, as-of day, search, counts. */

#include "config.h"
#include "app/window-private.h"

#include "app/as-of-popover.h"
#include "app/documents/recent.h"
#include "app/page.h"
#include "app/tooltip.h"
#include "base/count.h"
#include "store/history-travel.h"

#include "base/i18n.h"

/* --- Sidebar ------------------------------------------------------------------------------------------------- */

static GtkWidget *
page_row_new (const TenurePage *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (_ (page->title));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "count");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (page->icon));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (page->title), -1);
  g_object_set_data (G_OBJECT (row), "page", (gpointer) page);
  g_object_set_data (G_OBJECT (row), "count", count);
  return row;
}

static gint64
count_records (const TenureFacts *facts, TenureRecordType type)
{
  switch ((int) type)
    {
    case TENURE_RECORD_AGREEMENT:
      return facts->n_agreements;
    case TENURE_RECORD_ORGANISATION:
      return facts->n_organisations;
    case TENURE_RECORD_BOARD:
      return facts->n_boards;
    case TENURE_RECORD_PERSON:
      return facts->n_persons;
    default:
      return -1;
    }
}

static void
update_counts (TenureWindow *self)
{
  TenureSnapshot *snapshot = self->session != NULL ? tenure_session_get_snapshot (self->session) : NULL;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->page_list, i)) != NULL; i++)
    {
      const TenurePage *page = g_object_get_data (G_OBJECT (row), "page");
      gint64 n = snapshot != NULL ? count_records (tenure_snapshot_get_facts (snapshot), page->counted) : -1;
      g_autofree char *text = n >= 0 ? tenure_count_dup_label ((guint64) n) : NULL;

      gtk_label_set_text (g_object_get_data (G_OBJECT (row), "count"), text != NULL ? text : "");
    }
}

/* --- As-of day ------------------------------------------------------------------------------------------------ */

static void
update_as_of (TenureWindow *self)
{
  TenureDay as_of = self->session != NULL ? tenure_session_get_as_of (self->session) : tenure_day_today ();
  g_autofree char *day = tenure_day_dup_label (as_of);
  g_autofree char *label = g_strdup_printf (_ ("As of %s"), day);

  gtk_menu_button_set_label (self->as_of_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->as_of_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (as_of == tenure_day_today ())
    gtk_widget_remove_css_class (GTK_WIDGET (self->as_of_button), "tenure-other-day");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->as_of_button), "tenure-other-day");
}

/* A calendar is a hundred widgets: it is made when it is asked for. */
static void
make_as_of_popover (GtkMenuButton *button, gpointer data)
{
  TenureWindow *self = data;

  if (gtk_menu_button_get_popover (button) == NULL && self->session != NULL)
    gtk_menu_button_set_popover (button, tenure_as_of_popover_new (self->session));
}

/* --- The main menu --------------------------------------------------------------------------------------------- */

/* With what was opened last, which is looked for in the file system. */
static void
make_menu (GtkMenuButton *button, gpointer data)
{
  TenureWindow *self = data;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  tenure_recent_fill_menu (self->recent_menu, GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (button, self->primary_menu);
}

/* --- Title, search, banner ----------------------------------------------------------------------------------- */

/* Portfolio, search and facets choose among agreements, whatever page is shown: a page of boards must not seem to be
 * narrowed down. */
static char *
dup_subtitle (TenureWindow *self)
{
  g_autofree char *scope = tenure_session_dup_scope_label (self->session);

  if (tenure_filter_is_empty (tenure_session_get_filter (self->session)))
    return g_steal_pointer (&scope);
  /* Translators: under the title of the window: what the agreements are narrowed down to. */
  return g_strdup_printf (_ ("Agreements: %s"), scope);
}

void
tenure_window_look_update_title (TenureWindow *self)
{
  TenureDocument *document = tenure_window_get_document (self);
  g_autofree char *title = NULL;
  g_autofree char *scope = NULL;

  if (document == NULL)
    return;
  title = g_strconcat (tenure_document_get_title (document), tenure_document_is_dirty (document) ? " •" : "", NULL);
  scope = dup_subtitle (self);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, scope);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* A file in a place that may not be written can still be worked on; saving needs another place, and it is better to
 * know that from the start. Asks the file system. */
static void
note_place (TenureWindow *self)
{
  TenureDocument *document = tenure_session_get_document (self->session);
  GFile *file = tenure_document_get_file (document);
  g_autoptr (GFileInfo) info = NULL;

  self->place_note = NULL;
  if (file != NULL)
    info = g_file_query_info (file, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (tenure_document_is_read_only (document))
    self->place_note = _ ("This portfolio can be looked at but not changed.");
  else if (info != NULL && !g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE))
    self->place_note = _ ("This file may not be changed where it is. What you do here can be saved under another name.");
}

/* What every page shows less of than it seems comes before what cannot be done with it. */
static void
update_banner (TenureWindow *self)
{
  TenureSnapshot *snapshot = tenure_session_get_snapshot (self->session);
  const char *fault = snapshot != NULL ? tenure_snapshot_get_fault (snapshot) : NULL;
  const char *recorded = tenure_document_get_recorded (tenure_session_get_document (self->session));
  g_autofree char *words = NULL;
  const char *text = self->place_note;

  if (fault != NULL)
    text = words = g_strdup_printf (
        _ ("The rule of this portfolio cannot be followed: only what was put in by hand is shown. %s"), fault);
  else if (recorded != NULL)
    text = words = g_strdup_printf (_ ("As recorded on %s. Read-only: save it under another name to keep it."), recorded);
  if (text != NULL)
    gtk_label_set_text (self->banner_label, text);
  gtk_info_bar_set_revealed (self->banner, text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->banner), text != NULL);
}

static void
set_searched (TenureWindow *self, const char *text)
{
  g_free (self->searched);
  self->searched = g_strdup (text);
}

static void
search_changed_cb (TenureWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (self->filling || self->session == NULL)
    return;
  set_searched (self, text);
  tenure_session_set_search (self->session, text);
}

/* Takes over what somebody else searched for. What the entry itself has asked for is left alone: the user may have
 * typed on since. */
static void
update_search (TenureWindow *self)
{
  const char *search = tenure_filter_get_search (tenure_session_get_filter (self->session));

  if (g_strcmp0 (search, self->searched) == 0)
    return;
  set_searched (self, search);
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), search);
  self->filling = FALSE;
}

void
tenure_window_look_follow_session (TenureWindow *self)
{
  update_as_of (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->as_of_button), self->session != NULL);
  if (self->session == NULL)
    return;
  tenure_window_look_update_title (self);
  update_search (self);
  update_counts (self);
  update_banner (self);
  tenure_window_portfolio_update (self);
}

void
tenure_window_look_update (TenureWindow *self)
{
  if (self->session != NULL)
    note_place (self);
  tenure_window_look_follow_session (self);
}

void
tenure_window_look_bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
set_tooltips (TenureWindow *self)
{
  tenure_tooltip_set (GTK_WIDGET (self->sidebar_button), _ ("Show or hide the sidebar"));
  tenure_tooltip_set (GTK_WIDGET (self->menu_button), _ ("Main menu"));
  tenure_tooltip_set (GTK_WIDGET (self->search_button), _ ("Search"));
  tenure_tooltip_set (GTK_WIDGET (self->as_of_button), _ ("The day on which everything is looked at"));
  tenure_tooltip_set (GTK_WIDGET (self->portfolio_drop_down), _ ("The portfolio that every page shows"));
}

void
tenure_window_look_forget_session (TenureWindow *self)
{
  gtk_menu_button_set_popover (self->as_of_button, NULL);
}

void
tenure_window_look_init (TenureWindow *self)
{
  guint n_pages;
  const TenurePage *pages = tenure_pages_get (&n_pages);

  set_tooltips (self);
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu, self, NULL);
  gtk_menu_button_set_create_popup_func (self->as_of_button, make_as_of_popover, self, NULL);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  for (guint i = 0; i < n_pages; i++)
    gtk_list_box_append (self->page_list, page_row_new (&pages[i]));
}
