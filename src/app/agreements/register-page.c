#include "config.h"
#include "app/agreements/register-page.h"

#include "app/agreements/filter-popover.h"
#include "app/agreements/register-columns-button.h"
#include "app/agreements/register-view.h"
#include "app/agreements/row-menu.h"
#include "app/agreements/selection-bar.h"
#include "app/agreements/totals-bar.h"
#include "app/agreements/views-button.h"
#include "app/empty-state.h"
#include "app/forms/bulk-edit.h"
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
  GtkWidget *status_bar;
  GtkStack *stack;
  GtkBox *chips;
  GtkLabel *scope;
  GtkLabel *order;
  TenureTotalsBar *totals;
  GCancellable *sorting; /* of the newest request, NULL when idle */
  gboolean following;    /* while the selection is taken over from the session */
};

G_DEFINE_FINAL_TYPE (TenureRegisterPage, tenure_register_page, GTK_TYPE_WIDGET)

/* --- Sorting on a worker ------------------------------------------------------------------------------------- */

typedef struct
{
  TenureSnapshot *snapshot;
  TenureRegisterSort sorts[TENURE_REGISTER_MAX_SORTS];
  guint n_sorts;
} SortRequest;

static void
sort_request_free (gpointer data)
{
  SortRequest *request = data;

  tenure_snapshot_unref (request->snapshot);
  g_free (request);
}

static gpointer
find_order (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const SortRequest *request = data;

  return tenure_register_sort (request->snapshot, request->sorts, request->n_sorts, reader, error);
}

static void
order_found (gpointer owner, gpointer data, gpointer answer, const GError *error)
{
  TenureRegisterPage *self = owner;
  const SortRequest *request = data;
  g_autoptr (GArray) order = answer;

  if (order != NULL)
    tenure_register_view_fill (self->view, tenure_register_model_set (self->model, request->snapshot, order));
}

static void
sort (TenureRegisterPage *self)
{
  static const TenureLookup lookup = { find_order, order_found, sort_request_free, (GDestroyNotify) g_array_unref };
  TenureSnapshot *snapshot = tenure_session_get_snapshot (self->session);
  const TenureRegisterSort *sorts;
  SortRequest *request;

  if (snapshot == NULL)
    {
      tenure_lookup_cancel (&self->sorting);
      return;
    }
  request = g_new0 (SortRequest, 1);
  request->snapshot = tenure_snapshot_ref (snapshot);
  sorts = tenure_register_view_get_sorts (self->view, &request->n_sorts);
  memcpy (request->sorts, sorts, sizeof request->sorts);
  tenure_lookup_ask (&lookup, &self->sorting, self, tenure_session_get_document (self->session), request);
}

/* --- Words --------------------------------------------------------------------------------------------------- */

static void
show_words (TenureRegisterPage *self, const TenureSnapshot *snapshot)
{
  guint n;
  guint of = tenure_snapshot_get_facts (snapshot)->n_agreements;
  g_autofree char *day = tenure_day_dup_label (tenure_snapshot_get_as_of (snapshot));
  g_autofree char *label = tenure_snapshot_dup_scope_label (snapshot);
  g_autoptr (TenureRegisterLayout) layout = tenure_register_view_dup_layout (self->view);
  g_autofree char *order = tenure_register_layout_dup_sort_label (layout);
  g_autofree char *scope = NULL;
  g_autofree char *sorted = NULL;

  tenure_snapshot_get_shown (snapshot, &n);
  /* Translators: what a page shows: "As of 21 Nov 2026 · Kind: Grant · 120 of 214 agreements". */
  scope = g_strdup_printf (ngettext ("As of %1$s · %2$s · %3$u of %4$u agreement",
                                     "As of %1$s · %2$s · %3$u of %4$u agreements", of),
                           day, label, n, of);
  gtk_label_set_text (self->scope, scope);
  /* Translators: the columns that decide the order: "Sorted by Flag, then Committed end". */
  sorted = g_strdup_printf (_("Sorted by %s"), order);
  gtk_label_set_text (self->order, sorted);
}

/* --- Chips: the filters in use ------------------------------------------------------------------------------- */

static void
chip_clicked_cb (GtkButton *chip, TenureRegisterPage *self)
{
  tenure_session_set_facet (self->session, g_object_get_data (G_OBJECT (chip), "facet"), NULL);
}

static GtkWidget *
make_chip (TenureRegisterPage *self, const TenureSnapshot *snapshot, const char *facet, const char *const *values)
{
  g_autoptr (TenureFilter) alone = tenure_filter_new ();
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  GtkWidget *chip;

  tenure_filter_set_facet (alone, facet, values);
  label = tenure_filter_dup_label (alone, NULL);
  text = g_strdup_printf ("%s  ×", label);
  /* Translators: the accessible name of a button: "Remove filter Kind: Grant". */
  name = g_strdup_printf (_("Remove filter %s"), label);
  chip = gtk_button_new_with_label (text);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip))), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip))), 40);
  gtk_widget_add_css_class (chip, "tenure-chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (chip), "facet", (gpointer) facet);
  g_signal_connect (chip, "clicked", G_CALLBACK (chip_clicked_cb), self);
  return chip;
}

static void
show_chips (TenureRegisterPage *self, const TenureSnapshot *snapshot)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, child);
  for (guint i = 0; i < tenure_facets_count (); i++)
    {
      const char *facet = tenure_facet_get_name (i);
      const char *const *values = tenure_filter_get_facet (tenure_snapshot_get_filter (snapshot), facet);

      if (values != NULL)
        gtk_box_append (self->chips, make_chip (self, snapshot, facet, values));
    }
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

/* Until everything is computed: the records as they are, as many as fill a screen. */
static void
show_first (TenureRegisterPage *self)
{
  g_autoptr (GArray) ids = tenure_session_list_first (self->session, TENURE_RECORD_AGREEMENT, FIRST_ROWS);

  tenure_register_model_set_first (self->model, ids);
  tenure_register_view_fill (self->view, FALSE);
}

static void
follow_session (gpointer widget)
{
  TenureRegisterPage *self = widget;
  TenureSnapshot *snapshot = tenure_session_get_snapshot (self->session);
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
  gtk_widget_set_visible (self->status_bar, !empty);
  if (empty)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else
    gtk_stack_set_visible_child_name (self->stack, n > 0 ? "register" : "no-match");
  show_words (self, snapshot);
  show_chips (self, snapshot);
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
    show_words (self, snapshot);
  sort (self);
}

/* Shows what another page selected. */
static void
show_selection (TenureRegisterPage *self)
{
  TenureId id = tenure_session_get_selected_type (self->session) == TENURE_RECORD_AGREEMENT
                    ? tenure_session_get_selected_id (self->session)
                    : TENURE_ID_NONE;
  g_autoptr (GArray) selected = tenure_register_view_dup_selection (self->view);

  for (guint i = 0; i < selected->len; i++)
    if (g_array_index (selected, TenureId, i) == id)
      return;
  if (id == TENURE_ID_NONE && selected->len == 0)
    return;
  self->following = TRUE;
  tenure_register_view_select (self->view, id);
  self->following = FALSE;
}

/* --- Commands ------------------------------------------------------------------------------------------------ */

static void
selection_changed_cb (TenureRegisterPage *self)
{
  g_autoptr (GArray) ids = NULL;

  if (self->following)
    return;
  ids = tenure_register_view_dup_selection (self->view);
  tenure_selection_bar_show (self->selection_bar, ids->len);
  tenure_totals_bar_set_selection (self->totals, ids);
  if (ids->len == 1)
    tenure_session_select (self->session, TENURE_RECORD_AGREEMENT, g_array_index (ids, TenureId, 0));
}

static void
activated_cb (TenureRegisterPage *self, TenureId id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-record", "(sx)", "agreement", id);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *text = tenure_register_view_dup_text (TENURE_REGISTER_PAGE (widget)->view);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
edit_together_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GArray) ids = tenure_register_view_dup_selection (TENURE_REGISTER_PAGE (widget)->view);
  TenureWindow *window = TENURE_WINDOW (gtk_widget_get_root (widget));

  if (ids->len > 0 && !tenure_document_is_read_only (tenure_window_get_document (window)))
    gtk_window_present (GTK_WINDOW (tenure_bulk_edit_new (window, TENURE_RECORD_AGREEMENT, ids)));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GArray) ids = tenure_register_view_dup_selection (TENURE_REGISTER_PAGE (widget)->view);
  GVariantBuilder list;

  if (ids->len == 0)
    return;
  g_variant_builder_init (&list, G_VARIANT_TYPE ("ax"));
  for (guint i = 0; i < ids->len; i++)
    g_variant_builder_add (&list, "x", g_array_index (ids, TenureId, i));
  gtk_widget_activate_action (widget, "win.delete-records", "(sax)", "agreement", &list);
}

/* --- Widget -------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_toolbar (TenureRegisterPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *filters = gtk_menu_button_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *add = gtk_button_new_with_mnemonic (_("_Add Agreement"));

  gtk_menu_button_set_label (GTK_MENU_BUTTON (filters), _("Filter"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (filters), tenure_filter_popover_new (self->session));
  self->chips = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->chips));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "win.add-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (add), "s", "agreement");
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add Agreement"), -1);
  gtk_widget_add_css_class (bar, "toolbar");
  gtk_box_append (GTK_BOX (bar), tenure_views_button_new (self->session, self->view));
  gtk_box_append (GTK_BOX (bar), filters);
  gtk_box_append (GTK_BOX (bar), scroller);
  gtk_box_append (GTK_BOX (bar), tenure_register_view_make_sort_button (self->view));
  gtk_box_append (GTK_BOX (bar), tenure_register_columns_button_new (self->view));
  gtk_box_append (GTK_BOX (bar), add);
  return bar;
}

static GtkWidget *
make_status_bar (TenureRegisterPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->scope = GTK_LABEL (gtk_label_new (NULL));
  self->order = GTK_LABEL (gtk_label_new (NULL));
  self->totals = TENURE_TOTALS_BAR (tenure_totals_bar_new (self->session));
  gtk_label_set_xalign (self->scope, 0);
  gtk_label_set_ellipsize (self->scope, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->scope), TRUE);
  gtk_label_set_ellipsize (self->order, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->scope), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->order), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->order), "dim-label");
  gtk_widget_add_css_class (bar, "tenure-status-bar");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->scope));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->order));
  gtk_box_append (GTK_BOX (bar), line);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->totals));
  return bar;
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
  gtk_widget_class_install_action (widget_class, "register.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "register.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "register.edit-together", NULL, edit_together_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "register.edit-together", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "register.copy", NULL);
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
  GtkWidget *empty = tenure_empty_state_new (
      "tenure-agreements-symbolic", _("No Agreements Yet"),
      _("The register of contracts, grants and other agreements: who is paid, for how long, and what is due."),
      TENURE_RECORD_AGREEMENT);
  GtkWidget *parts[4];

  self->model = tenure_register_model_new (tenure_session_get_document (self->session));
  self->view = TENURE_REGISTER_VIEW (tenure_register_view_new (self->model));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), "register");
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_stack_add_named (self->stack,
                       tenure_no_match_new (_("No agreement matches the search and the filters. Take a filter away "
                                              "to see more.")),
                       "no-match");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  parts[0] = self->toolbar = make_toolbar (self);
  parts[1] = GTK_WIDGET (self->stack);
  parts[2] = self->selection_bar = tenure_selection_bar_new ();
  parts[3] = self->status_bar = make_status_bar (self);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_widget_set_parent (parts[i], GTK_WIDGET (self));
}

static GArray *
list_selected (gpointer page)
{
  return tenure_register_view_dup_selection (TENURE_REGISTER_PAGE (page)->view);
}

GtkWidget *
tenure_register_page_new (TenureSession *session)
{
  TenureRegisterPage *self = g_object_new (TENURE_TYPE_REGISTER_PAGE, NULL);

  self->session = g_object_ref (session);
  fill (self);
  g_signal_connect_swapped (self->view, "filled", G_CALLBACK (show_selection), self);
  tenure_row_menu_install (GTK_WIDGET (self), GTK_WIDGET (self->view), list_selected);
  restore_layout (self);
  g_signal_connect_swapped (self->view, "sort-changed", G_CALLBACK (sort_changed_cb), self);
  g_signal_connect_swapped (self->view, "layout-changed", G_CALLBACK (keep_layout), self);
  g_signal_connect_swapped (self->view, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect_swapped (self->view, "agreement-activated", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (session, "updated", G_CALLBACK (session_updated_cb), self);
  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (show_selection), self);
  session_updated_cb (self);
  return GTK_WIDGET (self);
}
