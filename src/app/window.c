#include "config.h"
#include "app/window-private.h"

#include "app/documents/file-filters.h"
#include "app/documents/open.h"
#include "app/documents/save.h"
#include "app/forms/form-model.h"
#include "app/gtk/toast.h"
#include "app/import/import.h"
#include "app/overview/due-notice.h"
#include "app/page.h"
#include "app/settings.h"
#include "store/history.h"

#include "base/i18n.h"

G_DEFINE_FINAL_TYPE (TenureWindow, tenure_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- Pages --------------------------------------------------------------------------------------------------- */

/* Pages are made when they are first shown: a window opens as fast as its first page. */
static void
show_page (TenureWindow *self, const TenurePage *page)
{
  GtkWidget *old, *child;

  if (self->session == NULL)
    return;
  old = gtk_stack_get_visible_child (self->pages);
  child = gtk_stack_get_child_by_name (self->pages, page->name);
  if (child == NULL)
    gtk_stack_add_named (self->pages, child = page->create (self->session), page->name);
  gtk_widget_set_visible (child, TRUE);
  gtk_stack_set_visible_child (self->pages, child);
  if (old == NULL || old == child)
    return;
  /* The toolkit would look for another place for a keyboard that is in there, and find it later than who has one for it. */
  tenure_window_leave_page (self);
  /* Or a screen reader would read the pages behind this one, too. */
  gtk_widget_set_visible (old, FALSE);
}

/* One stop for Tab in the list of pages, the page that is shown; arrows walk from there. */
static void
rove_focus (TenureWindow *self, GtkListBoxRow *selected)
{
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->page_list)) != NULL;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->page_list, i)) != NULL; i++)
    gtk_widget_set_focusable (GTK_WIDGET (row), row == selected);
  if (has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (selected));
}

/* What lies over the page in a narrow window goes when a page is chosen, the one that is shown already included. That says
 * nothing of whether the user wants the inspector where there is room for it. */
static void
uncover_page (TenureWindow *self)
{
  gboolean wanted = self->inspector_wanted;

  if (adw_flap_get_folded (self->sidebar_flap))
    adw_flap_set_reveal_flap (self->sidebar_flap, FALSE);
  if (adw_flap_get_folded (self->inspector_flap))
    adw_flap_set_reveal_flap (self->inspector_flap, FALSE);
  self->inspector_wanted = wanted;
}

/* Beside a page stands what is selected there. What another page has selected stays so, and is told of again there. */
static void
follow_page (TenureWindow *self, const TenurePage *page)
{
  TenureRecordType selected = self->session != NULL ? tenure_session_get_selected_type (self->session) : TENURE_RECORD_NONE;
  gboolean wanted = self->inspector_wanted;

  if (selected == TENURE_RECORD_NONE)
    return;
  adw_flap_set_reveal_flap (self->inspector_flap,
                            wanted && page->shown == selected && !adw_flap_get_folded (self->inspector_flap));
  self->inspector_wanted = wanted;
}

static void
page_row_selected_cb (TenureWindow *self, GtkListBoxRow *row)
{
  const TenurePage *page = row != NULL ? g_object_get_data (G_OBJECT (row), "page") : NULL;

  if (page == NULL)
    return;
  rove_focus (self, row);
  show_page (self, page);
  g_action_change_state (g_action_map_lookup_action (G_ACTION_MAP (self), "show-page"), g_variant_new_string (page->name));
  uncover_page (self);
  follow_page (self, page);
}

gboolean
tenure_window_select_page (TenureWindow *self, const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->page_list, i)) != NULL; i++)
    {
      const TenurePage *page = g_object_get_data (G_OBJECT (row), "page");

      if (g_str_equal (page->name, name))
        {
          gtk_list_box_select_row (self->page_list, row);
          return TRUE;
        }
    }
  return FALSE;
}

static void
forget_pages (TenureWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, child);
  adw_bin_set_child (self->inspector_slot, NULL);
}

/* --- Following the session ------------------------------------------------------------------------------------ */

/* The figures on screen are still those of the last reading; what went wrong is said once. */
static void
session_failed_cb (TenureWindow *self, const char *message)
{
  tenure_window_toast (self, message);
}

static void
session_updated_cb (TenureWindow *self)
{
  tenure_window_look_follow_session (self);
}

/* A record that was selected is shown beside the page, unless the user has put the inspector away or there is no room
 * for both; with nothing selected there is nothing to show. */
static void
selection_changed_cb (TenureWindow *self)
{
  gboolean selected = tenure_session_get_selected_type (self->session) != TENURE_RECORD_NONE;

  if (selected && self->inspector_wanted && !adw_flap_get_folded (self->inspector_flap))
    adw_flap_set_reveal_flap (self->inspector_flap, TRUE);
  else if (!selected)
    adw_flap_set_reveal_flap (self->inspector_flap, FALSE);
  tenure_window_actions_update (self);
}

/* What slid out of sight is gone for screen readers, too. */
static void
inspector_moved_cb (TenureWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->inspector_slot), adw_flap_get_reveal_flap (self->inspector_flap)
                                                                 || adw_flap_get_reveal_progress (self->inspector_flap) > 0);
}

/* The inspector is made when it is first shown, as the pages are. */
static void
inspector_revealed_cb (TenureWindow *self)
{
  inspector_moved_cb (self);
  if (self->session != NULL && adw_flap_get_reveal_flap (self->inspector_flap)
      && adw_bin_get_child (self->inspector_slot) == NULL)
    adw_bin_set_child (self->inspector_slot, tenure_pages_create_inspector (self->session));
  if (self->session != NULL && tenure_session_get_selected_type (self->session) != TENURE_RECORD_NONE)
    self->inspector_wanted = adw_flap_get_reveal_flap (self->inspector_flap);
}

static void
document_changed_cb (TenureWindow *self)
{
  self->disposable = FALSE;
  if (self->undo_toast != NULL)
    tenure_toast_dismiss (self->toasts, self->undo_toast);
  tenure_window_actions_update (self);
}

static void
document_notify_cb (TenureWindow *self)
{
  tenure_window_look_update_title (self);
  tenure_window_actions_update (self);
}

/* --- Dropped files -------------------------------------------------------------------------------------------- */

static void
import_dropped (TenureWindow *self, GFile *file)
{
  if (g_action_group_get_action_enabled (G_ACTION_GROUP (self), "import-file"))
    tenure_import_present (self, file);
  else
    tenure_window_toast (self, _ ("Nothing can be imported here now: the portfolio is read-only or busy."));
}

/* A portfolio is opened; the first of anything else is looked at for import. */
static gboolean
dropped_cb (TenureWindow *self, const GValue *value)
{
  TenureApplication *application = TENURE_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  guint n_imported = 0;

  for (GSList *l = files; l != NULL; l = l->next)
    {
      if (tenure_file_is_portfolio (l->data))
        tenure_open_file (application, self, l->data);
      else if (n_imported++ == 0)
        import_dropped (self, l->data);
    }
  if (n_imported > 1)
    tenure_window_toast (self, _ ("One file is imported at a time: the first of them was taken."));
  return TRUE;
}

/* --- The page for the next window ----------------------------------------------------------------------------- */

static void
keep_page (TenureWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->page_list);
  const TenurePage *page = row != NULL ? g_object_get_data (G_OBJECT (row), "page") : NULL;

  if (page != NULL)
    tenure_settings_set_page (page->name);
}

/* Work on a file goes on where it was left; what is new begins with the overview. */
static void
select_first_page (TenureWindow *self, TenureDocument *document)
{
  g_autofree char *name = tenure_document_get_file (document) != NULL ? tenure_settings_dup_page () : NULL;

  if (name == NULL || !tenure_window_select_page (self, name))
    gtk_list_box_select_row (self->page_list, gtk_list_box_get_row_at_index (self->page_list, 0));
}

/* --- Closing ------------------------------------------------------------------------------------------------- */

static gboolean
needs_question (TenureWindow *self)
{
  TenureDocument *document = tenure_window_get_document (self);

  if (self->closing || document == NULL || !tenure_document_is_dirty (document))
    return FALSE;
  return !self->disposable;
}

static void
let_go_of_document (TenureWindow *self, gboolean discard)
{
  g_autoptr (TenureDocument) document = NULL;

  if (self->session == NULL)
    return;
  document = g_object_ref (tenure_session_get_document (self->session));
  forget_pages (self);
  tenure_window_look_forget_session (self);
  g_signal_group_set_target (self->session_signals, NULL);
  g_signal_group_set_target (self->document_signals, NULL);
  g_clear_object (&self->session);
  tenure_document_close (document, discard);
}

static gboolean
tenure_window_close_request (GtkWindow *window)
{
  TenureWindow *self = TENURE_WINDOW (window);
  int width, height;

  /* What is under way is part of the question whether anything is unsaved: it is asked to stop, and then asked again. */
  if (self->working)
    {
      self->closing_later = TRUE;
      tenure_progress_bar_cancel (self->progress_bar);
      return GDK_EVENT_STOP;
    }
  if (needs_question (self))
    {
      tenure_save_ask_before_closing (self);
      return GDK_EVENT_STOP;
    }
  gtk_window_get_default_size (window, &width, &height);
  tenure_settings_set_window (width, height, gtk_window_is_maximized (window));
  keep_page (self);
  tenure_progress_bar_cancel (self->progress_bar);
  let_go_of_document (self, self->disposable && !self->closing);
  return GTK_WINDOW_CLASS (tenure_window_parent_class)->close_request (window);
}

void
tenure_window_close_now (TenureWindow *self, gboolean discard)
{
  g_return_if_fail (TENURE_IS_WINDOW (self));

  self->closing = TRUE;
  if (discard)
    let_go_of_document (self, TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- Object -------------------------------------------------------------------------------------------------- */

static void
tenure_window_dispose (GObject *object)
{
  TenureWindow *self = TENURE_WINDOW (object);

  tenure_window_stop_entering_page (self);
  let_go_of_document (self, FALSE);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->document_signals);
  g_clear_weak_pointer (&self->undo_toast);
  g_clear_pointer (&self->dropped_draft, tenure_draft_free);
  g_clear_pointer (&self->dropped_step, tenure_step_free);
  g_clear_weak_pointer (&self->dropped_dialog);
  g_clear_object (&self->opening_file);
  G_OBJECT_CLASS (tenure_window_parent_class)->dispose (object);
}

static void
tenure_window_finalize (GObject *object)
{
  g_free (TENURE_WINDOW (object)->searched);
  G_OBJECT_CLASS (tenure_window_parent_class)->finalize (object);
}

static void
tenure_window_class_init (TenureWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenure_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tenure_window_close_request;

  g_type_ensure (TENURE_TYPE_PROGRESS_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/window.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, as_of_button);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, sidebar_flap);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, page_list);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, portfolio_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, inspector_flap);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, inspector_slot);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, TenureWindow, recent_menu);
  gtk_widget_class_bind_template_callback (widget_class, page_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, uncover_page);
  gtk_widget_class_bind_template_callback (widget_class, inspector_revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, inspector_moved_cb);
  tenure_window_look_bind_template (widget_class);
  tenure_window_portfolio_bind_template (widget_class);
}

static void
tenure_window_init (TenureWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  int width, height;
  gboolean maximized;

  self->inspector_wanted = TRUE;
  self->session_signals = g_signal_group_new (TENURE_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "updated", G_CALLBACK (session_updated_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "updated", G_CALLBACK (tenure_window_tell_due), self);
  g_signal_group_connect_swapped (self->session_signals, "filter-changed", G_CALLBACK (session_updated_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "as-of-changed", G_CALLBACK (session_updated_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "failed", G_CALLBACK (session_failed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  self->document_signals = g_signal_group_new (TENURE_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "changed", G_CALLBACK (document_changed_cb), self);
  g_signal_group_connect_swapped (self->document_signals, "notify", G_CALLBACK (document_notify_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_window_actions_init (self);
  tenure_window_records_init (self);
  tenure_window_scenario_init (self);
  tenure_window_set_aside_init (self);
  tenure_window_links_init (self);
  tenure_window_history_init (self);
  tenure_window_focus_init (self);
  tenure_window_look_init (self);
  tenure_window_portfolio_init (self);
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));

  tenure_settings_get_window (&width, &height, &maximized);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (maximized)
    gtk_window_maximize (GTK_WINDOW (self));
}

TenureWindow *
tenure_window_new (TenureApplication *application, TenureDocument *document)
{
  TenureWindow *self = g_object_new (TENURE_TYPE_WINDOW, "application", application, NULL);

  if (document != NULL)
    tenure_window_set_document (self, document);
  else
    tenure_window_look_update (self);
  return self;
}

void
tenure_window_set_document (TenureWindow *self, TenureDocument *document)
{
  g_autofree char *author = tenure_settings_dup_author ();

  g_return_if_fail (TENURE_IS_WINDOW (self));
  g_return_if_fail (TENURE_IS_DOCUMENT (document));

  let_go_of_document (self, tenure_window_is_pristine (self));
  self->disposable = FALSE;
  tenure_document_set_author (document, author);
  self->session = tenure_session_new (document);
  g_signal_group_set_target (self->session_signals, self->session);
  g_signal_group_set_target (self->document_signals, document);
  adw_flap_set_reveal_flap (self->inspector_flap, FALSE);
  if (gtk_list_box_get_selected_row (self->page_list) == NULL)
    select_first_page (self, document);
  else
    page_row_selected_cb (self, gtk_list_box_get_selected_row (self->page_list));
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->page_list)));
  tenure_window_look_update (self);
  tenure_window_actions_update (self);
}

void
tenure_window_tell_due (TenureWindow *self)
{
  g_return_if_fail (TENURE_IS_WINDOW (self));

  if (self->session != NULL)
    tenure_due_notice_look (self->session);
}

void
tenure_window_show_anew (TenureWindow *self)
{
  g_return_if_fail (TENURE_IS_WINDOW (self));

  if (self->session == NULL)
    return;
  forget_pages (self);
  tenure_session_refresh (self->session);
  page_row_selected_cb (self, gtk_list_box_get_selected_row (self->page_list));
  inspector_revealed_cb (self);
  tenure_window_look_update (self);
}

TenureDocument *
tenure_window_get_document (TenureWindow *self)
{
  g_return_val_if_fail (TENURE_IS_WINDOW (self), NULL);
  return self->session != NULL ? tenure_session_get_document (self->session) : NULL;
}

TenureSession *
tenure_window_get_session (TenureWindow *self)
{
  g_return_val_if_fail (TENURE_IS_WINDOW (self), NULL);
  return self->session;
}

gboolean
tenure_window_is_pristine (TenureWindow *self)
{
  TenureDocument *document = tenure_window_get_document (self);

  if (document != NULL && tenure_document_is_read_only (document))
    return FALSE;
  return document == NULL
         || (tenure_document_get_file (document) == NULL && !tenure_document_is_dirty (document)
             && tenure_document_get_redo_label (document) == NULL && !self->working);
}

void
tenure_window_set_disposable (TenureWindow *self, gboolean disposable)
{
  g_return_if_fail (TENURE_IS_WINDOW (self));
  self->disposable = disposable;
}

void
tenure_window_add_progress (TenureWindow *self, TenureProgress *progress)
{
  g_return_if_fail (TENURE_IS_WINDOW (self));
  tenure_progress_bar_add (self->progress_bar, progress);
}

void
tenure_window_begin_change (TenureWindow *self, TenureProgress *progress)
{
  self->working = TRUE;
  if (progress != NULL)
    tenure_window_add_progress (self, progress);
  tenure_window_actions_update (self);
}

static gboolean
close_later_cb (gpointer data)
{
  gtk_window_close (data);
  return G_SOURCE_REMOVE;
}

void
tenure_window_end_change (TenureWindow *self, TenureProgress *progress)
{
  self->working = FALSE;
  if (progress != NULL)
    tenure_progress_finish (progress);
  tenure_window_actions_update (self);
  /* Not from here: whoever ends its work may have more to do with the window. */
  if (self->closing_later)
    g_idle_add_full (G_PRIORITY_DEFAULT, close_later_cb, g_object_ref (self), g_object_unref);
  self->closing_later = FALSE;
}

void
tenure_window_toast (TenureWindow *self, const char *text)
{
  g_return_if_fail (TENURE_IS_WINDOW (self));
  tenure_toast_show (self->toasts, tenure_toast_new (text));
}

void
tenure_window_toast_step (TenureWindow *self, const char *text, const char *button, const char *action)
{
  AdwToast *toast;

  g_return_if_fail (TENURE_IS_WINDOW (self));

  toast = tenure_toast_new (text);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_timeout (toast, 10);
  g_set_weak_pointer (&self->undo_toast, toast);
  tenure_toast_show (self->toasts, toast);
}

void
tenure_window_toast_undo (TenureWindow *self, const char *text)
{
  tenure_window_toast_step (self, text, _ ("Undo"), "win.undo");
}

void
tenure_window_report (TenureWindow *self, const char *heading, const GError *error)
{
  GtkWidget *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || gtk_window_get_application (GTK_WINDOW (self)) == NULL)
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
