#include "config.h"
#include "app/organisations/organisations-page.h"

#include "app/empty-state.h"
#include "app/flag-row.h"
#include "app/gtk/list-filler.h"
#include "app/gtk/table-keys.h"
#include "app/gtk/when-shown.h"
#include "app/organisations/organisation-columns.h"
#include "app/organisations/organisation-load.h"

#include <glib/gi18n.h>

struct _TenureOrganisationsPage
{
  GtkWidget parent_instance;

  TenureSession *session;
  GListStore *items;
  TenureListFiller *filler; /* of @items */
  GtkSingleSelection *selection;
  GCancellable *loading; /* of the newest request; NULL when idle */
  gboolean following;    /* the selection is taken over from the session */

  GtkStack *stack;
  GtkBox *toolbar;
  GtkLabel *scope;
  GtkBox *whole_flags;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (TenureOrganisationsPage, tenure_organisations_page, GTK_TYPE_WIDGET)

/* --- Selection ----------------------------------------------------------------------------------------------- */

static void
show_selection (TenureOrganisationsPage *self)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint position = GTK_INVALID_LIST_POSITION;
  TenureId id = TENURE_ID_NONE;

  if (tenure_session_get_selected_type (self->session) == TENURE_RECORD_ORGANISATION)
    id = tenure_session_get_selected_id (self->session);
  for (guint i = 0; id != TENURE_ID_NONE && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (TenureOrganisationItem) item = g_list_model_get_item (model, i);

      if (item->id == id)
        position = i;
    }
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;
}

static void
selected_cb (TenureOrganisationsPage *self)
{
  TenureOrganisationItem *item;

  /* A selection that is on its way out lets go of what was selected. */
  if (self->following || self->selection == NULL)
    return;
  item = gtk_single_selection_get_selected_item (self->selection);
  if (item != NULL)
    tenure_session_select (self->session, TENURE_RECORD_ORGANISATION, item->id);
}

static void
activate_cb (TenureOrganisationsPage *self, guint position)
{
  g_autoptr (TenureOrganisationItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-record", "(sx)", "organisation", item->id);
}

static void
delete_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureOrganisationsPage *self = TENURE_ORGANISATIONS_PAGE (widget);
  TenureOrganisationItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    gtk_widget_activate_action (widget, "win.delete-record", "(sx)", "organisation", item->id);
}

/* --- Loading on a worker ------------------------------------------------------------------------------------- */

typedef struct
{
  TenureDocument *document;
  TenureSnapshot *snapshot;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->document);
  tenure_snapshot_unref (request->snapshot);
  g_free (request);
}

static void
worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Request *request = data;
  GError *error = NULL;
  g_autoptr (TenureReader) reader = tenure_document_open_reader (request->document, &error);
  GPtrArray *items = NULL;

  if (reader != NULL)
    {
      tenure_reader_set_cancellable (reader, cancellable);
      items = tenure_organisation_items_load (request->snapshot, reader, &error);
    }
  if (items != NULL)
    g_task_return_pointer (task, items, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
show_words (TenureOrganisationsPage *self, TenureSnapshot *snapshot, guint n)
{
  guint of = tenure_snapshot_get_facts (snapshot)->n_organisations;
  g_autofree char *day = tenure_day_dup_label (tenure_snapshot_get_as_of (snapshot));
  g_autofree char *label = tenure_snapshot_dup_scope_label (snapshot);
  g_autofree char *text = NULL;

  /* Translators: what a page shows: "As of 21 Nov 2026 · All agreements · 70 of 70 organisations". */
  text = g_strdup_printf (ngettext ("As of %1$s · %2$s · %3$'u of %4$'u organisation",
                                    "As of %1$s · %2$s · %3$'u of %4$'u organisations", of),
                          day, label, n, of);
  gtk_label_set_text (self->scope, text);
  tenure_flag_row_show_whole (self->whole_flags, snapshot, TENURE_RULE_D3);
  gtk_stack_set_visible_child_name (self->stack, of == 0 ? "empty" : n == 0 ? "no-match" : "list");
}

static gboolean
is_same (gpointer item, gpointer wanted)
{
  return TENURE_ORGANISATION_ITEM (item)->id == TENURE_ORGANISATION_ITEM (wanted)->id;
}

static void
take (gpointer item, gpointer wanted)
{
  tenure_organisation_item_take (item, wanted);
}

static void
moving_cb (gpointer data)
{
  TenureOrganisationsPage *self = data;

  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->following = FALSE;
}

/* Items that took over from others may stand in the wrong order now. */
static void
filled_cb (gpointer data)
{
  TenureOrganisationsPage *self = data;

  gtk_sorter_changed (gtk_column_view_get_sorter (self->view), GTK_SORTER_CHANGE_DIFFERENT);
  show_selection (self);
}

static const TenureListFillerFuncs filler_funcs = { is_same, take, moving_cb, filled_cb };

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TenureOrganisationsPage *self = TENURE_ORGANISATIONS_PAGE (source);
  const Request *request = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) items = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->loading)
    return;
  g_clear_object (&self->loading);
  items = g_task_propagate_pointer (G_TASK (result), NULL);
  if (items == NULL)
    return;
  tenure_list_filler_set (self->filler, items);
  show_words (self, request->snapshot, items->len);
}

static void
load (gpointer widget)
{
  TenureOrganisationsPage *self = widget;
  TenureSnapshot *snapshot = tenure_session_get_snapshot (self->session);
  g_autoptr (GTask) task = NULL;
  Request *request;

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (snapshot == NULL)
    return;
  self->loading = g_cancellable_new ();
  request = g_new0 (Request, 1);
  request->document = g_object_ref (tenure_session_get_document (self->session));
  request->snapshot = tenure_snapshot_ref (snapshot);
  task = g_task_new (self, self->loading, loaded_cb, NULL);
  g_task_set_source_tag (task, load);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, worker);
}

static void
session_updated_cb (TenureOrganisationsPage *self)
{
  tenure_when_shown (GTK_WIDGET (self), load);
}

/* --- Object -------------------------------------------------------------------------------------------------- */

static void
tenure_organisations_page_dispose (GObject *object)
{
  TenureOrganisationsPage *self = TENURE_ORGANISATIONS_PAGE (object);
  GtkWidget *child;

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->filler, tenure_list_filler_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tenure_organisations_page_parent_class)->dispose (object);
}

static void
tenure_organisations_page_class_init (TenureOrganisationsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_organisations_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tenure_app/Tenure/organisations/organisations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationsPage, toolbar);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationsPage, scope);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationsPage, whole_flags);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationsPage, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "organisations.delete", NULL, delete_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "organisations.delete", NULL);
}

static void
tenure_organisations_page_init (TenureOrganisationsPage *self)
{
  GtkSortListModel *sorted;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (TENURE_TYPE_ORGANISATION_ITEM);
  self->filler = tenure_list_filler_new (self->items, GTK_WIDGET (self), 0, &filler_funcs, self);
  tenure_organisation_columns_add (self->view);
  tenure_table_let_tab_leave (self->view);
  gtk_box_insert_child_after (self->toolbar, tenure_table_sort_button_new (self->view), GTK_WIDGET (self->scope));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack,
                       tenure_empty_state_new ("tenure-organisations-symbolic", _("No Organisations Yet"),
                                               _("Everyone who pays, is paid or sits at a table: their size, their "
                                                 "agreements, and how much they hang on them."),
                                               TENURE_RECORD_ORGANISATION),
                       "empty");
  gtk_stack_add_named (self->stack, tenure_no_match_new (_("No organisation has these words or an agreement that the filter shows.")),
                       "no-match");
}

GtkWidget *
tenure_organisations_page_new (TenureSession *session)
{
  TenureOrganisationsPage *self = g_object_new (TENURE_TYPE_ORGANISATIONS_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "updated", G_CALLBACK (session_updated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (show_selection), self, G_CONNECT_SWAPPED);
  session_updated_cb (self);
  return GTK_WIDGET (self);
}
