#include "config.h"
#include "app/agreements/register-page.h"

#include "app/agreements/filter-popover.h"
#include "app/agreements/register-acts.h"
#include "app/agreements/register-chips.h"
#include "app/agreements/register-columns-button.h"
#include "app/agreements/register-order.h"
#include "app/agreements/register-status.h"
#include "app/agreements/register-view.h"
#include "app/agreements/row-menu.h"
#include "app/agreements/selection-bar.h"
#include "app/agreements/views-button.h"
#include "app/empty-state.h"
#include "app/gtk/when-shown.h"
#include "app/lookup.h"
#include "app/settings.h"

#include "base/i18n.h"
#include <string.h>

/* As many as a screen of 1080 pixels has room for, and some. */
#define FIRST_ROWS 40

struct _TenureRegisterPage
{
  GtkWidget parent_instance;

  TenureSession *session;
  TenureRegisterModel *model;
  TenureRegisterView *view;
  GtkWidget *toolbar;
  GtkWidget *selection_bar;
  GtkStack *stack;
  GtkBox *chips;
  TenureRegisterStatus status;
  TenureRegisterActs acts;
  GCancellable *sorting;       /* of the newest request, NULL when idle */
  gboolean following;          /* while the selection is taken over from the session, */
  gboolean telling;            /* and while the session is told of it */
  TenureId opening;            /* to be gone to once the list is filled; NONE */
  TenureRegisterOrder *listed; /* what is listed; NULL for nothing yet */
  gboolean from_top; /* another search, filter or order: the list stands at what is selected, or its top, when filled */
};

G_DEFINE_FINAL_TYPE (TenureRegisterPage, tenure_register_page, GTK_TYPE_WIDGET)

/* --- Sorting on a worker ------------------------------------------------------------------------------------- */

static TenureId
selected_agreement (TenureRegisterPage *self)
{
  if (tenure_session_get_selected_type (self->session) != TENURE_RECORD_AGREEMENT)
    return TENURE_ID_NONE;
  return tenure_session_get_selected_id (self->session);
}

static void
order_found (gpointer owner, gpointer data, gpointer answer, const GError *error)
{
  TenureRegisterPage *self = owner;
  const TenureRegisterOrder *asked = data;
  g_autoptr (GArray) order = answer;

  if (order == NULL)
    {
      tenure_session_report (self->session, error);
      return;
    }
  self->from_top = self->from_top || self->listed == NULL || tenure_register_order_is_another (asked, self->listed);
  g_clear_pointer (&self->listed, tenure_register_order_free);
  self->listed = tenure_register_order_new (asked->snapshot, asked->sorts, asked->n_sorts);
  tenure_register_view_list (self->view, asked->snapshot, order);
  if (self->from_top)
    tenure_register_view_go_to (self->view, selected_agreement (self));
}

static void
sort (TenureRegisterPage *self)
{
  static const TenureLookup lookup = { tenure_register_order_find, order_found, tenure_register_order_free,
                                       (GDestroyNotify) g_array_unref };
  TenureSnapshot *snapshot = tenure_session_get_snapshot (self->session);
  const TenureRegisterSort *sorts;
  guint n;

  if (snapshot == NULL)
    {
      tenure_lookup_cancel (&self->sorting);
      return;
    }
  sorts = tenure_register_view_get_sorts (self->view, &n);
  tenure_lookup_ask (&lookup, &self->sorting, self, tenure_session_get_document (self->session),
                     tenure_register_order_new (snapshot, sorts, n));
}

/* --- The layout that is kept for the next window ------------------------------------------------------------- */

static void
keep_layout (TenureRegisterPage *self)
{
  g_autoptr (TenureRegisterLayout) layout = tenure_register_view_dup_layout (self->view);
  g_autofree char *columns = tenure_register_layout_dup_columns (layout);
  g_autofree char *order = tenure_register_layout_dup_sort (layout);

  tenure_settings_set_register (columns, order);
}

static void
restore_layout (TenureRegisterPage *self)
{
  g_autofree char *columns = tenure_settings_dup_register_columns ();
  g_autofree char *order = tenure_settings_dup_register_sort ();
  g_autoptr (TenureRegisterLayout) layout = tenure_register_layout_from_text (columns, order);

  tenure_register_view_set_layout (self->view, layout);
}

/* --- Following the session ----------------------------------------------------------------------------------- */

static gboolean
has_focus_in (TenureRegisterPage *self, GtkWidget *part)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, part);
}

static void
show_status (TenureRegisterPage *self, const TenureSnapshot *snapshot)
{
  g_autoptr (TenureRegisterLayout) layout = tenure_register_view_dup_layout (self->view);

  tenure_register_status_show (&self->status, snapshot, layout);
}

/* Until everything is computed: the records as they are, as many as fill a screen. */
static void
show_first (TenureRegisterPage *self)
{
  g_autoptr (GArray) ids = tenure_session_list_first (self->session, TENURE_RECORD_AGREEMENT, FIRST_ROWS);

  tenure_register_view_list_first (self->view, ids);
}

static void
follow_session (gpointer widget)
{
  TenureRegisterPage *self = widget;
  TenureSnapshot *snapshot = tenure_session_get_snapshot (self->session);
  gboolean had_focus = has_focus_in (self, widget);
  gboolean empty;
  guint n;

  if (snapshot == NULL)
    {
      show_first (self);
      return;
    }
  tenure_snapshot_get_shown (snapshot, &n);
  /* Without agreements there is nothing to filter, to arrange or to count. */
  empty = tenure_snapshot_get_facts (snapshot)->n_agreements == 0;
  gtk_widget_set_visible (self->toolbar, !empty);
  gtk_widget_set_visible (self->status.bar, !empty);
  if (empty)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else
    gtk_stack_set_visible_child_name (self->stack, n > 0 ? "register" : "no-match");
  if (had_focus && !has_focus_in (self, widget))
    gtk_widget_grab_focus (widget);
  show_status (self, snapshot);
  tenure_register_chips_show (self->chips, self->session);
  sort (self);
}

static void
session_updated_cb (TenureRegisterPage *self)
{
  tenure_when_shown (GTK_WIDGET (self), follow_session);
}

/* The user clicked a heading. */
static void
sort_changed_cb (TenureRegisterPage *self)
{
  TenureSnapshot *snapshot = tenure_session_get_snapshot (self->session);

  keep_layout (self);
  if (snapshot != NULL)
    show_status (self, snapshot);
  sort (self);
}

/* The bars say what is selected. The keyboard stays on the page when the one that had it goes. */
static void
show_selected (TenureRegisterPage *self)
{
  g_autoptr (GArray) ids = tenure_register_view_dup_selection (self->view);

  if (ids->len < 2 && has_focus_in (self, self->selection_bar))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  tenure_selection_bar_show (self->selection_bar, ids->len);
  tenure_totals_bar_set_selection (self->status.totals, ids);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.portfolios",
                                 tenure_register_acts_can (&self->acts, TENURE_REGISTER_PORTFOLIOS, ids));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.leave-portfolio",
                                 tenure_register_acts_can (&self->acts, TENURE_REGISTER_LEAVE_PORTFOLIO, ids));
}

static void
select_alone (TenureRegisterPage *self, TenureId id)
{
  self->following = TRUE;
  tenure_register_view_select (self->view, id);
  self->following = FALSE;
}

/* Shows what another page selected, and nothing else. */
static void
session_selected_cb (TenureRegisterPage *self)
{
  if (!self->telling)
    select_alone (self, selected_agreement (self));
}

/* One record that is not listed any more stays on show; of several, those that still are. */
static void
tell_selected (TenureRegisterPage *self, GArray *ids)
{
  gboolean together = tenure_session_get_selected_together (self->session) != NULL;

  self->telling = TRUE;
  if (ids->len > 1)
    tenure_session_select_together (self->session, ids);
  else if (ids->len == 1)
    tenure_session_select (self->session, TENURE_RECORD_AGREEMENT, g_array_index (ids, TenureId, 0));
  else if (together)
    tenure_session_select (self->session, TENURE_RECORD_NONE, TENURE_ID_NONE);
  self->telling = FALSE;
}

/* The list may be about to become another one, in which a record that is not listed yet is: then it is gone to once more. */
static void
open_listed (TenureRegisterPage *self)
{
  select_alone (self, self->opening);
  tenure_register_view_focus_selected (self->view);
  if (self->sorting == NULL && !tenure_session_get_busy (self->session))
    self->opening = TENURE_ID_NONE;
}

/* Of several that were selected together some are not listed any more. */
static gboolean
has_other_selection (TenureRegisterPage *self, const GArray *selected)
{
  const GArray *together = tenure_session_get_selected_together (self->session);

  return together != NULL && together->len != selected->len;
}

/* All rows are there: what was selected may be elsewhere now. */
static void
filled_cb (TenureRegisterPage *self)
{
  TenureId id = selected_agreement (self);
  g_autoptr (GArray) selected = tenure_register_view_dup_selection (self->view);

  if (has_other_selection (self, selected))
    tell_selected (self, selected);
  else if (selected->len <= 1 && !tenure_ids_contain (selected, id) && (id != TENURE_ID_NONE || selected->len > 0))
    select_alone (self, id);
  if (self->from_top)
    tenure_register_view_go_to (self->view, id);
  self->from_top = FALSE;
  if (self->opening != TENURE_ID_NONE)
    open_listed (self);
  show_selected (self);
}

/* --- Commands ------------------------------------------------------------------------------------------------ */

static void
selection_changed_cb (TenureRegisterPage *self)
{
  g_autoptr (GArray) ids = NULL;

  show_selected (self);
  if (self->following)
    return;
  ids = tenure_register_view_dup_selection (self->view);
  tell_selected (self, ids);
}

/* See win.show-record. */
static void
reveal_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureRegisterPage *self = TENURE_REGISTER_PAGE (widget);

  g_variant_get (parameter, "(sx)", NULL, &self->opening);
  open_listed (self);
}

static void
activated_cb (TenureRegisterPage *self, TenureId id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-record", "(sx)", "agreement", id);
}

/* Commands of the page are called "register." and what is done, and are about what is selected. */
static void
selected_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureRegisterPage *self = TENURE_REGISTER_PAGE (widget);
  TenureId portfolio = tenure_filter_get_portfolio (tenure_session_get_filter (self->session));
  g_autoptr (GArray) ids = tenure_register_view_dup_selection (self->view);

  tenure_register_act (&self->acts, strchr (name, '.') + 1, portfolio, ids);
}

static void
copy_shown_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tenure_register_acts_copy_shown (&TENURE_REGISTER_PAGE (widget)->acts);
}

/* Without a selection everything that is listed: nobody presses the keys for nothing. */
static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (tenure_register_view_count_selected (TENURE_REGISTER_PAGE (widget)->view) > 0)
    selected_action (widget, name, parameter);
  else
    copy_shown_action (widget, name, parameter);
}

/* --- Widget -------------------------------------------------------------------------------------------------- */

/* Thirty folds, made when they are asked for. */
static void
make_filters (GtkMenuButton *button, gpointer session)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, tenure_filter_popover_new (session));
}

static GtkWidget *
make_toolbar (TenureRegisterPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *filters = gtk_menu_button_new ();
  GtkWidget *sort = tenure_register_view_make_sort_button (self->view);
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("_Add Agreement"));

  gtk_menu_button_set_label (GTK_MENU_BUTTON (filters), _ ("Filter"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (filters), make_filters, self->session, NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "win.add-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (add), "s", "agreement");
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add Agreement"), -1);
  gtk_widget_add_css_class (bar, "toolbar");
  gtk_widget_set_margin_end (bar, 6);
  gtk_box_append (GTK_BOX (bar), tenure_views_button_new (self->session, self->view));
  gtk_box_append (GTK_BOX (bar), filters);
  gtk_widget_set_hexpand (sort, TRUE);
  gtk_widget_set_halign (sort, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (bar), sort);
  gtk_box_append (GTK_BOX (bar), tenure_register_columns_button_new (self->view));
  gtk_box_append (GTK_BOX (bar), add);
  return bar;
}

/* Who has gone elsewhere is not led back by a row that comes late. */
static void
tenure_register_page_unmap (GtkWidget *widget)
{
  TENURE_REGISTER_PAGE (widget)->opening = TENURE_ID_NONE;
  GTK_WIDGET_CLASS (tenure_register_page_parent_class)->unmap (widget);
}

/* Where somebody goes on who searched: in the list, or with what stands in its place. */
static gboolean
tenure_register_page_grab_focus (GtkWidget *widget)
{
  TenureRegisterPage *self = TENURE_REGISTER_PAGE (widget);

  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->view))
    return g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0 && tenure_register_view_focus (self->view);
  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD)
         || gtk_widget_child_focus (self->toolbar, GTK_DIR_TAB_FORWARD);
}

/* Tab goes through the parts from top to bottom. What the toolkit does by itself ends in grab_focus above, that is, always
 * in the list. */
static gboolean
tenure_register_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
  GtkWidget *part = gtk_widget_get_focus_child (widget);

  if (part == NULL)
    part = back ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  for (; part != NULL; part = back ? gtk_widget_get_prev_sibling (part) : gtk_widget_get_next_sibling (part))
    if (gtk_widget_child_focus (part, direction))
      return TRUE;
  return FALSE;
}

static void
tenure_register_page_dispose (GObject *object)
{
  TenureRegisterPage *self = TENURE_REGISTER_PAGE (object);
  GtkWidget *child;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  /* After the children: a column view that goes clears its sort order, which asks for the rows once more. */
  tenure_lookup_cancel (&self->sorting);
  tenure_register_acts_clear (&self->acts);
  g_clear_pointer (&self->listed, tenure_register_order_free);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tenure_register_page_parent_class)->dispose (object);
}

static void
tenure_register_page_class_init (TenureRegisterPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_register_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  widget_class->unmap = tenure_register_page_unmap;
  widget_class->grab_focus = tenure_register_page_grab_focus;
  widget_class->focus = tenure_register_page_focus;
  gtk_widget_class_install_action (widget_class, "page.reveal-record", "(sx)", reveal_action);
  gtk_widget_class_install_action (widget_class, "register.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "register.copy-shown", NULL, copy_shown_action);
  gtk_widget_class_install_action (widget_class, "register.delete", NULL, selected_action);
  gtk_widget_class_install_action (widget_class, "register.portfolios", NULL, selected_action);
  gtk_widget_class_install_action (widget_class, "register.leave-portfolio", NULL, selected_action);
  gtk_widget_class_install_action (widget_class, "register.edit-together", NULL, selected_action);
  gtk_widget_class_install_action (widget_class, "register.try-change", NULL, selected_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "register.edit-together", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "register.try-change",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "register.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "register.copy-shown",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "register.delete", NULL);
}

static void
tenure_register_page_init (TenureRegisterPage *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

static void
fill (TenureRegisterPage *self)
{
  GtkWidget *parts[5];

  self->model = tenure_register_model_new (tenure_session_get_document (self->session));
  self->view = TENURE_REGISTER_VIEW (tenure_register_view_new (self->model));
  tenure_register_acts_init (&self->acts, GTK_WIDGET (self), self->session, self->model, self->view);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), "register");
  tenure_empty_states_add (
      self->stack, "tenure-agreements-symbolic", _ ("No Agreements Yet"),
      _ ("The register of contracts, grants and other agreements: who is paid, for how long, and what is due."),
      TENURE_RECORD_AGREEMENT, _ ("No agreement matches the search and the filters. Take a filter away to see more."));
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  tenure_register_status_init (&self->status, self->session);
  parts[0] = self->toolbar = make_toolbar (self);
  parts[1] = tenure_register_chips_new ();
  self->chips = GTK_BOX (parts[1]);
  parts[2] = GTK_WIDGET (self->stack);
  parts[3] = self->selection_bar = tenure_selection_bar_new ();
  parts[4] = self->status.bar;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_widget_set_parent (parts[i], GTK_WIDGET (self));
}

GtkWidget *
tenure_register_page_new (TenureSession *session)
{
  TenureRegisterPage *self = g_object_new (TENURE_TYPE_REGISTER_PAGE, NULL);

  self->session = g_object_ref (session);
  fill (self);
  g_signal_connect_swapped (self->view, "filled", G_CALLBACK (filled_cb), self);
  tenure_row_menu_install (&self->acts);
  restore_layout (self);
  g_signal_connect_swapped (self->view, "sort-changed", G_CALLBACK (sort_changed_cb), self);
  g_signal_connect_swapped (self->view, "layout-changed", G_CALLBACK (keep_layout), self);
  g_signal_connect_swapped (self->view, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect_swapped (self->view, "agreement-activated", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (session, "updated", G_CALLBACK (session_updated_cb), self);
  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (session_selected_cb), self);
  session_updated_cb (self);
  return GTK_WIDGET (self);
}
