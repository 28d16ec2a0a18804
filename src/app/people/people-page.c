#include "config.h"
#include "app/people/people-page.h"

#include "app/empty-state.h"
#include "app/gtk/list-filler.h"
#include "app/gtk/table-keys.h"
#include "app/gtk/when-shown.h"
#include "app/lookup.h"
#include "app/people/people-columns.h"
#include "app/people/people-load.h"

#include "base/i18n.h"

struct _TenurePeoplePage
{
  GtkWidget parent_instance;

  TenureSession *session;
  GListStore *items;
  TenureListFiller *filler; /* of @items */
  GtkSingleSelection *selection;
  GCancellable *loading; /* of the newest request; NULL when idle */
  gboolean following;    /* the selection in the list is taken over from elsewhere */
  gboolean selecting;    /* what the session has selected is taken over from the list */
  gboolean revealing;    /* the selected row is to be scrolled to and given the keyboard when it is there */

  GtkStack *stack;
  GtkBox *toolbar;
  GtkLabel *scope;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (TenurePeoplePage, tenure_people_page, GTK_TYPE_WIDGET)

/* --- Selection ----------------------------------------------------------------------------------------------- */

static guint
find_row (TenurePeoplePage *self, TenureId id)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; id != TENURE_ID_NONE && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (TenurePersonItem) item = g_list_model_get_item (model, i);

      if (item->id == id)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static TenureId
selected_elsewhere (TenurePeoplePage *self)
{
  gboolean person = tenure_session_get_selected_type (self->session) == TENURE_RECORD_PERSON;

  return person ? tenure_session_get_selected_id (self->session) : TENURE_ID_NONE;
}

/* The rows are a list view inside the column view. */
static void
reveal_row (TenurePeoplePage *self, guint position)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  self->revealing = FALSE;
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
  gtk_widget_grab_focus (list);
}

static void
show_selection (TenurePeoplePage *self)
{
  guint position = find_row (self, selected_elsewhere (self));

  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;
  if (self->revealing && position != GTK_INVALID_LIST_POSITION)
    reveal_row (self, position);
}

static void
selected_cb (TenurePeoplePage *self)
{
  TenurePersonItem *item;

  /* A selection that is on its way out lets go of what was selected. */
  if (self->following || self->selection == NULL)
    return;
  item = gtk_single_selection_get_selected_item (self->selection);
  if (item == NULL)
    return;
  self->selecting = TRUE;
  tenure_session_select (self->session, TENURE_RECORD_PERSON, item->id);
  self->selecting = FALSE;
}

static void
activate_cb (TenurePeoplePage *self, guint position)
{
  g_autoptr (TenurePersonItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-record", "(sx)", "person", item->id);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenurePersonItem *item = gtk_single_selection_get_selected_item (TENURE_PEOPLE_PAGE (widget)->selection);

  if (item != NULL)
    gtk_widget_activate_action (widget, "win.delete-record", "(sx)", "person", item->id);
}

/* Somebody wants to see the row of the person that was just selected; it may not be listed yet. */
static void
reveal_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenurePeoplePage *self = TENURE_PEOPLE_PAGE (widget);

  self->revealing = TRUE;
  show_selection (self);
}

static void
selection_changed_cb (TenurePeoplePage *self)
{
  if (!self->selecting)
    show_selection (self);
}

/* --- Loading on a worker ------------------------------------------------------------------------------------- */

static gpointer
find (TenureReader *reader, gpointer snapshot, GCancellable *cancellable, GError **error)
{
  return tenure_people_load (snapshot, reader, error);
}

static void
show_words (TenurePeoplePage *self, TenureSnapshot *snapshot, guint n)
{
  guint of = tenure_snapshot_get_facts (snapshot)->n_persons;
  g_autofree char *day = tenure_day_dup_label (tenure_snapshot_get_as_of (snapshot));
  g_autofree char *text = NULL;

  /* Translators: what a page shows: "As of 21 Nov 2026 · 34 of 180 people". */
  text = g_strdup_printf (ngettext ("As of %1$s · %2$'u of %3$'u person", "As of %1$s · %2$'u of %3$'u people", of), day, n,
                          of);
  gtk_label_set_text (self->scope, text);
  gtk_stack_set_visible_child_name (self->stack, of == 0 ? "empty" : n == 0 ? "no-match" : "list");
}

static void
found (gpointer page, gpointer snapshot, gpointer answer, const GError *error)
{
  TenurePeoplePage *self = page;
  g_autoptr (GPtrArray) items = answer;

  if (items == NULL)
    {
      tenure_session_report (self->session, error);
      return;
    }
  tenure_list_filler_set (self->filler, items);
  show_words (self, snapshot, items->len);
}

static const TenureLookup lookup = { find, found, (GDestroyNotify) tenure_snapshot_unref,
                                     (GDestroyNotify) g_ptr_array_unref };

static void
load (gpointer page)
{
  TenurePeoplePage *self = page;
  TenureSnapshot *snapshot = tenure_session_get_snapshot (self->session);

  if (snapshot != NULL)
    tenure_lookup_ask (&lookup, &self->loading, self, tenure_session_get_document (self->session),
                       tenure_snapshot_ref (snapshot));
  else
    tenure_lookup_cancel (&self->loading);
}

static void
session_updated_cb (TenurePeoplePage *self)
{
  tenure_when_shown (GTK_WIDGET (self), load);
}

static gboolean
is_same (gpointer item, gpointer wanted)
{
  return TENURE_PERSON_ITEM (item)->id == TENURE_PERSON_ITEM (wanted)->id;
}

static void
take (gpointer item, gpointer wanted)
{
  tenure_person_item_take (item, wanted);
}

static void
moving_cb (gpointer data)
{
  TenurePeoplePage *self = data;

  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->following = FALSE;
}

/* Items that took over from others may stand in the wrong order now. */
static void
filled_cb (gpointer data)
{
  TenurePeoplePage *self = data;

  gtk_sorter_changed (gtk_column_view_get_sorter (self->view), GTK_SORTER_CHANGE_DIFFERENT);
  show_selection (self);
}

static const TenureListFillerFuncs filler_funcs = { is_same, take, moving_cb, filled_cb };

/* --- Object -------------------------------------------------------------------------------------------------- */

static void
tenure_people_page_dispose (GObject *object)
{
  TenurePeoplePage *self = TENURE_PEOPLE_PAGE (object);
  GtkWidget *child;

  tenure_lookup_cancel (&self->loading);
  g_clear_pointer (&self->filler, tenure_list_filler_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tenure_people_page_parent_class)->dispose (object);
}

static void
tenure_people_page_class_init (TenurePeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_people_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/people/people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TenurePeoplePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TenurePeoplePage, toolbar);
  gtk_widget_class_bind_template_child (widget_class, TenurePeoplePage, scope);
  gtk_widget_class_bind_template_child (widget_class, TenurePeoplePage, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "page.reveal-record", "(sx)", reveal_action);
  gtk_widget_class_install_action (widget_class, "people.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "people.delete", NULL);
}

static void
tenure_people_page_init (TenurePeoplePage *self)
{
  GtkSortListModel *sorted;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (TENURE_TYPE_PERSON_ITEM);
  self->filler = tenure_list_filler_new (self->items, GTK_WIDGET (self), 0, &filler_funcs, self);
  tenure_people_columns_add (self->view);
  tenure_table_let_tab_leave (self->view);
  gtk_box_insert_child_after (self->toolbar, tenure_table_sort_button_new (self->view), GTK_WIDGET (self->scope));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  tenure_empty_states_add (self->stack, "tenure-people-symbolic", _ ("No People Yet"),
                           _ ("Everyone who sits on a board, is the contact of an organisation, or is essential to an "
                              "agreement: what hangs on whom."),
                           TENURE_RECORD_PERSON, _ ("Nobody, nobody’s organisation and nobody’s seat has these words."));
}

GtkWidget *
tenure_people_page_new (TenureSession *session)
{
  TenurePeoplePage *self = g_object_new (TENURE_TYPE_PEOPLE_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "updated", G_CALLBACK (session_updated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  session_updated_cb (self);
  return GTK_WIDGET (self);
}
