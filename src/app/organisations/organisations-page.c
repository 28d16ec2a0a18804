#include "config.h"
#include "app/organisations/organisations-page.h"

#include "app/empty-state.h"
#include "app/flag-row.h"
#include "app/gtk/when-shown.h"
#include "app/lookup.h"
#include "app/organisations/organisation-columns.h"
#include "app/organisations/organisation-load.h"
#include "app/organisations/organisation-view.h"
#include "base/error.h"

#include <adwaita.h>
#include "base/count.h"
#include "base/i18n.h"

struct _TenureOrganisationsPage
{
  GtkWidget parent_instance;

  TenureSession *session;
  GCancellable *loading; /* of the newest request for the list; NULL when idle */
  GCancellable *reading; /* of the newest request for one organisation */
  TenureId open;         /* the one whose page is open; NONE for none */
  gboolean loaded;       /* the numbers below are known */
  guint n_all, n_listed; /* organisations, and those in the list */

  GtkStack *stack;
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkWidget *separator;
  GtkWidget *detail_pane;
  TenureOrganisationView *detail;
  GtkBox *toolbar;
  GtkLabel *scope;
  GtkBox *whole_flags;
  TenureItemTable *table;
};

G_DEFINE_FINAL_TYPE (TenureOrganisationsPage, tenure_organisations_page, GTK_TYPE_WIDGET)

/* --- The page of one ------------------------------------------------------------------------------------------- */

/* What the page of one is read from. */
typedef struct
{
  TenureSnapshot *snapshot;
  TenureId id;
} Request;

static Request *
request_new (TenureOrganisationsPage *self, TenureId id)
{
  Request *request = g_new (Request, 1);

  *request = (Request){ tenure_snapshot_ref (tenure_session_get_snapshot (self->session)), id };
  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  tenure_snapshot_unref (request->snapshot);
  g_free (request);
}

/* A page that is open stays, whatever a search has left of the list. */
static void
show_state (TenureOrganisationsPage *self)
{
  gboolean nothing = self->n_listed == 0 && self->open == TENURE_ID_NONE;

  if (self->loaded)
    gtk_stack_set_visible_child_name (self->stack, self->n_all == 0 ? "empty" : nothing ? "no-match" : "list");
}

/* The list stands beside the page of one where there is room for both; alone, it takes all there is. */
static void
show_panes (TenureOrganisationsPage *self)
{
  gboolean open = self->open != TENURE_ID_NONE;

  gtk_widget_set_visible (self->separator, open);
  gtk_widget_set_visible (self->detail_pane, open);
  gtk_widget_set_hexpand (self->list_pane, !open);
  adw_leaflet_set_visible_child (self->leaflet, open ? self->detail_pane : self->list_pane);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "organisations.back", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "organisations.previous", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "organisations.next", open);
  show_state (self);
}

static void
close_detail (TenureOrganisationsPage *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (self->detail_pane) != NULL;
  TenureId id = self->open;

  tenure_lookup_cancel (&self->reading);
  self->open = TENURE_ID_NONE;
  show_panes (self);
  tenure_organisation_view_take (self->detail, NULL);
  if (had_focus)
    tenure_item_table_reveal (self->table, id);
}

static gpointer
find_one (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;

  return tenure_organisation_detail_load (request->snapshot, reader, request->id, error);
}

/* One that is gone has no page; one that is too new for the figures is read again with the next ones. */
static void
found_one (gpointer page, gpointer request, gpointer answer, const GError *error)
{
  TenureOrganisationsPage *self = page;

  if (answer != NULL)
    tenure_organisation_view_take (self->detail, answer);
  else if (g_error_matches (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND))
    close_detail (self);
  else
    tenure_session_report (self->session, error);
}

static const TenureLookup lookup_one = { find_one, found_one, request_free,
                                         (GDestroyNotify) tenure_organisation_detail_free };

static void
read_open (TenureOrganisationsPage *self)
{
  if (self->open == TENURE_ID_NONE || tenure_session_get_snapshot (self->session) == NULL)
    tenure_lookup_cancel (&self->reading);
  else
    tenure_lookup_ask (&lookup_one, &self->reading, self, tenure_session_get_document (self->session),
                       request_new (self, self->open));
}

/* --- Selection ----------------------------------------------------------------------------------------------- */

static TenureId
selected_elsewhere (TenureOrganisationsPage *self)
{
  gboolean organisation = tenure_session_get_selected_type (self->session) == TENURE_RECORD_ORGANISATION;

  return organisation ? tenure_session_get_selected_id (self->session) : TENURE_ID_NONE;
}

/* The row of the open page, else of what all pages have selected. */
static void
show_selection (TenureOrganisationsPage *self)
{
  tenure_item_table_select (self->table, self->open != TENURE_ID_NONE ? self->open : selected_elsewhere (self));
}

static void
open_organisation (TenureOrganisationsPage *self, TenureId id)
{
  self->open = id;
  /* The page says all that the inspector would say beside it. */
  if (selected_elsewhere (self) != TENURE_ID_NONE)
    tenure_session_select (self->session, TENURE_RECORD_NONE, TENURE_ID_NONE);
  show_selection (self);
  show_panes (self);
  read_open (self);
}

/* A row that is selected is told about in the inspector, or, beside an open page, on that. */
static void
chosen_cb (TenureOrganisationsPage *self, TenureId id)
{
  if (self->open != TENURE_ID_NONE)
    open_organisation (self, id);
  else
    tenure_session_select (self->session, TENURE_RECORD_ORGANISATION, id);
}

static void
activated_cb (TenureOrganisationsPage *self, TenureId id)
{
  open_organisation (self, id);
  gtk_widget_child_focus (self->detail_pane, GTK_DIR_TAB_FORWARD);
}

static void
folded_cb (TenureOrganisationsPage *self)
{
  if (self->table != NULL)
    show_panes (self);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  close_detail (TENURE_ORGANISATIONS_PAGE (widget));
}

/* The one before or after it in the list, as that is sorted and filtered. */
static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureOrganisationsPage *self = TENURE_ORGANISATIONS_PAGE (widget);
  TenureId id = tenure_item_table_get_next (self->table, self->open, g_str_equal (name, "organisations.next"));

  if (id != TENURE_ID_NONE)
    open_organisation (self, id);
}

/* Someone wants to see it, from another page or from the page of one that it pays or is paid by. */
static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *table;
  TenureId id;

  g_variant_get (parameter, "(&sx)", &table, &id);
  if (tenure_record_type_from_table (table) == TENURE_RECORD_ORGANISATION)
    open_organisation (TENURE_ORGANISATIONS_PAGE (widget), id);
}

/* Beside an open page, one that was saved in a form is shown there; else its row is selected. */
static void
selection_changed_cb (TenureOrganisationsPage *self)
{
  TenureId id = selected_elsewhere (self);

  if (self->open != TENURE_ID_NONE && id != TENURE_ID_NONE)
    open_organisation (self, id);
  else
    show_selection (self);
}

/* --- Loading on a worker ------------------------------------------------------------------------------------- */

static gpointer
find_all (TenureReader *reader, gpointer snapshot, GCancellable *cancellable, GError **error)
{
  return tenure_organisation_items_load (snapshot, reader, error);
}

static void
show_words (TenureOrganisationsPage *self, TenureSnapshot *snapshot, guint n)
{
  guint of = tenure_snapshot_get_facts (snapshot)->n_organisations;
  g_autofree char *day = tenure_day_dup_label (tenure_snapshot_get_as_of (snapshot));
  g_autofree char *label = tenure_snapshot_dup_scope_label (snapshot);
  g_autofree char *listed = tenure_count_dup_label (n);
  g_autofree char *all = tenure_count_dup_label (of);
  g_autofree char *text = NULL;

  /* Translators: what a page shows: "As of 21 Nov 2026 · All agreements · 70 of 70 organisations". */
  text = g_strdup_printf (
      ngettext ("As of %1$s · %2$s · %3$s of %4$s organisation", "As of %1$s · %2$s · %3$s of %4$s organisations", of), day,
      label, listed, all);
  gtk_label_set_text (self->scope, text);
  tenure_flag_row_show_whole (self->whole_flags, snapshot, TENURE_RULE_D3);
  self->loaded = TRUE;
  self->n_all = of;
  self->n_listed = n;
  show_state (self);
}

static void
found_all (gpointer page, gpointer snapshot, gpointer answer, const GError *error)
{
  TenureOrganisationsPage *self = page;
  g_autoptr (GPtrArray) items = answer;
  g_autofree char *question = tenure_filter_dup_text (tenure_snapshot_get_filter (snapshot));

  if (items == NULL)
    {
      tenure_session_report (self->session, error);
      return;
    }
  tenure_item_table_set_items (self->table, items, question);
  show_words (self, snapshot, items->len);
}

static const TenureLookup lookup_all = { find_all, found_all, (GDestroyNotify) tenure_snapshot_unref,
                                         (GDestroyNotify) g_ptr_array_unref };

static void
load (TenureOrganisationsPage *self)
{
  TenureSnapshot *snapshot = tenure_session_get_snapshot (self->session);

  if (snapshot != NULL)
    tenure_lookup_ask (&lookup_all, &self->loading, self, tenure_session_get_document (self->session),
                       tenure_snapshot_ref (snapshot));
  else
    tenure_lookup_cancel (&self->loading);
}

static void
follow_session (gpointer widget)
{
  TenureOrganisationsPage *self = widget;

  load (self);
  read_open (self);
}

static void
session_updated_cb (TenureOrganisationsPage *self)
{
  tenure_when_shown (GTK_WIDGET (self), follow_session);
}

/* --- Keyboard ------------------------------------------------------------------------------------------------ */

/* To the list, or, where there is room for one of both, to the page of one that is open. */
static gboolean
tenure_organisations_page_grab_focus (GtkWidget *widget)
{
  TenureOrganisationsPage *self = TENURE_ORGANISATIONS_PAGE (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") != 0)
    return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  if (self->open != TENURE_ID_NONE && adw_leaflet_get_folded (self->leaflet))
    return gtk_widget_child_focus (self->detail_pane, GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/* What the toolkit does by itself ends in grab_focus above. */
static gboolean
tenure_organisations_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_widget_get_first_child (widget), direction);
}

/* Gives the row the keyboard, now or as soon as it is there. */
static void
reveal_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureOrganisationsPage *self = TENURE_ORGANISATIONS_PAGE (widget);
  TenureId id;

  g_variant_get (parameter, "(sx)", NULL, &id);
  tenure_item_table_reveal (self->table, id);
}

/* --- Object -------------------------------------------------------------------------------------------------- */

static void
tenure_organisations_page_dispose (GObject *object)
{
  TenureOrganisationsPage *self = TENURE_ORGANISATIONS_PAGE (object);
  GtkWidget *child;

  tenure_lookup_cancel (&self->loading);
  tenure_lookup_cancel (&self->reading);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tenure_organisations_page_parent_class)->dispose (object);
}

static void
tenure_organisations_page_class_init (TenureOrganisationsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_organisations_page_dispose;
  widget_class->grab_focus = tenure_organisations_page_grab_focus;
  widget_class->focus = tenure_organisations_page_focus;
  g_type_ensure (TENURE_TYPE_ITEM_TABLE);
  g_type_ensure (TENURE_TYPE_ORGANISATION_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tenure_app/Tenure/organisations/organisations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationsPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationsPage, separator);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationsPage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationsPage, detail);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationsPage, toolbar);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationsPage, scope);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationsPage, whole_flags);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationsPage, table);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_install_action (widget_class, "page.open-record", "(sx)", open_action);
  gtk_widget_class_install_action (widget_class, "page.reveal-record", "(sx)", reveal_action);
  gtk_widget_class_install_action (widget_class, "organisations.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "organisations.previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "organisations.next", NULL, step_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "organisations.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "organisations.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "organisations.next", NULL);
}

static void
tenure_organisations_page_init (TenureOrganisationsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_item_table_set_kind (self->table, &tenure_organisation_table);
  gtk_box_insert_child_after (self->toolbar, tenure_item_table_make_sort_button (self->table), GTK_WIDGET (self->scope));
  show_panes (self);
  tenure_empty_states_add (self->stack, "tenure-organisations-symbolic", _ ("No Organisations Yet"),
                           _ ("Everyone who pays, is paid or sits at a table: their size, their agreements, and how much "
                              "they hang on them."),
                           TENURE_RECORD_ORGANISATION,
                           _ ("No organisation has these words or an agreement that the filter shows."));
}

GtkWidget *
tenure_organisations_page_new (TenureSession *session)
{
  TenureOrganisationsPage *self = g_object_new (TENURE_TYPE_ORGANISATIONS_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "updated", G_CALLBACK (session_updated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  show_selection (self);
  session_updated_cb (self);
  return GTK_WIDGET (self);
}
