#include "config.h"
#include "app/gtk/item-table.h"

#include "app/gtk/heading-sort.h"
#include "app/gtk/list-filler.h"
#include "app/gtk/table-keys.h"
#include "app/gtk/table-rows.h"

#include "base/i18n.h"

#define MOST_NATURAL_WIDTH_PX 480 /* asked for; a table takes what it gets */

struct _TenureItemTable
{
  GtkWidget parent_instance;

  const TenureItemTableKind *kind;
  GListStore *items;
  TenureListFiller *filler; /* of @items */
  GtkCustomSorter *sorter;  /* of what is listed */
  GtkSingleSelection *selection;
  GtkColumnView *view;

  const TenureItemColumn *sorted_by; /* NULL: as the items came */
  gboolean descending;
  char *question;     /* what is listed answers it; NULL at first */
  gboolean from_top;  /* it is another one: the table shows its top when it is filled */
  TenureId selected;  /* selected where it is listed */
  gboolean following; /* the table itself, not the user, changes what is selected */
  gboolean seeking;   /* the selected row is to be brought on screen when it is there */
  gboolean focusing;  /* and to get the keyboard then */
};

enum
{
  CHOSEN,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenureItemTable, tenure_item_table, GTK_TYPE_WIDGET)

/* --- Rows ---------------------------------------------------------------------------------------------------- */

static TenureId
id_of (TenureItemTable *self, gpointer item)
{
  return G_STRUCT_MEMBER (TenureId, item, self->kind->id_offset);
}

static TenureId
id_at (TenureItemTable *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return item != NULL ? id_of (self, item) : TENURE_ID_NONE;
}

static guint
find_row (TenureItemTable *self, TenureId id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; id != TENURE_ID_NONE && i < n; i++)
    if (id_at (self, i) == id)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* --- Selection ----------------------------------------------------------------------------------------------- */

static void
select_position (TenureItemTable *self, guint position)
{
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;
}

static void
show_selected (TenureItemTable *self)
{
  guint position = find_row (self, self->selected);

  select_position (self, position);
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (self->seeking)
    tenure_table_scroll_to (self->view, position);
  if (self->focusing)
    tenure_table_focus_selected (self->view);
  self->seeking = self->focusing = FALSE;
}

/* A row that went says nothing: the record may come back. */
static void
selected_cb (TenureItemTable *self)
{
  TenureId id = id_at (self, gtk_single_selection_get_selected (self->selection));

  if (self->following || id == TENURE_ID_NONE || id == self->selected)
    return;
  self->selected = id;
  self->seeking = self->focusing = FALSE;
  g_signal_emit (self, signals[CHOSEN], 0, id);
}

static void
activate_cb (TenureItemTable *self, guint position)
{
  TenureId id = id_at (self, position);

  if (id != TENURE_ID_NONE)
    g_signal_emit (self, signals[ACTIVATED], 0, id);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureItemTable *self = TENURE_ITEM_TABLE (widget);
  TenureId id = id_at (self, gtk_single_selection_get_selected (self->selection));

  if (id != TENURE_ID_NONE)
    gtk_widget_activate_action (widget, "win.delete-record", "(sx)", self->kind->record, id);
}

/* --- Order --------------------------------------------------------------------------------------------------- */

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const TenureItemTable *self = data;
  const TenureItemTableKind *kind = self->kind;

  return tenure_item_column_compare (self->sorted_by, &kind->columns[kind->name], self->descending, a, b);
}

/* Whoever sorts or asks anew wants to see the first of them, or where the one went that was selected. */
static void
show_top (TenureItemTable *self)
{
  guint position = find_row (self, self->selected);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    tenure_table_scroll_to (self->view, position != GTK_INVALID_LIST_POSITION ? position : 0);
}

static void
heading_changed_cb (TenureItemTable *self)
{
  self->sorted_by = tenure_heading_find (gtk_column_view_get_sorter (self->view), &self->descending);
  gtk_custom_sorter_set_sort_func (self->sorter, self->sorted_by != NULL ? compare_cb : NULL, self, NULL);
  show_top (self);
}

/* --- Filling ------------------------------------------------------------------------------------------------- */

static gboolean
is_same (gpointer item, gpointer wanted, gpointer data)
{
  TenureItemTable *self = data;

  return id_of (self, item) == id_of (self, wanted);
}

static void
take (gpointer item, gpointer wanted, gpointer data)
{
  ((TenureItemTable *) data)->kind->take (item, wanted);
}

static void
moving_cb (gpointer data)
{
  select_position (data, GTK_INVALID_LIST_POSITION);
}

/* Items that took over from others may stand in the wrong order now. */
static void
filled_cb (gpointer data)
{
  TenureItemTable *self = data;

  if (self->sorted_by != NULL)
    gtk_sorter_changed (GTK_SORTER (self->sorter), GTK_SORTER_CHANGE_DIFFERENT);
  show_selected (self);
  if (self->from_top)
    show_top (self);
  self->from_top = FALSE;
}

static const TenureListFillerFuncs filler_funcs = { is_same, take, moving_cb, filled_cb };

/* --- Widget -------------------------------------------------------------------------------------------------- */

static gboolean
tenure_item_table_grab_focus (GtkWidget *widget)
{
  TenureItemTable *self = TENURE_ITEM_TABLE (widget);

  return self->selection != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0
         && gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Who has gone elsewhere is not led back by a row that comes late. */
static void
tenure_item_table_unmap (GtkWidget *widget)
{
  TENURE_ITEM_TABLE (widget)->focusing = FALSE;
  GTK_WIDGET_CLASS (tenure_item_table_parent_class)->unmap (widget);
}

/* Tab goes into the table or past it. What the toolkit does by itself ends in grab_focus above: nobody could leave it. */
static gboolean
tenure_item_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_widget_get_first_child (widget), direction);
}

static void
tenure_item_table_dispose (GObject *object)
{
  TenureItemTable *self = TENURE_ITEM_TABLE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&self->filler, tenure_list_filler_free);
  if (self->selection != NULL)
    {
      /* A screen reader may hold the table for longer than its page is there. */
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
      g_signal_handlers_disconnect_by_data (self->view, self);
      g_signal_handlers_disconnect_by_data (self->selection, self);
      gtk_custom_sorter_set_sort_func (self->sorter, NULL, NULL, NULL);
    }
  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->sorter);
  g_clear_object (&self->items);
  g_clear_pointer (&self->question, g_free);
  G_OBJECT_CLASS (tenure_item_table_parent_class)->dispose (object);
}

static void
tenure_item_table_class_init (TenureItemTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = TENURE_TYPE_ITEM_TABLE;

  G_OBJECT_CLASS (klass)->dispose = tenure_item_table_dispose;
  widget_class->unmap = tenure_item_table_unmap;
  widget_class->grab_focus = tenure_item_table_grab_focus;
  widget_class->focus = tenure_item_table_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "table.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "table.delete", NULL);
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ACTIVATED] =
      g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
tenure_item_table_init (TenureItemTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_width (GTK_SCROLLED_WINDOW (scroller), MOST_NATURAL_WIDTH_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  tenure_table_let_tab_leave (self->view);
}

static void
list_items (TenureItemTable *self)
{
  GtkSortListModel *sorted;

  self->items = g_list_store_new (self->kind->get_type ());
  self->filler = tenure_list_filler_new (self->items, GTK_WIDGET (self), 0, &filler_funcs, self);
  self->sorter = gtk_custom_sorter_new (NULL, NULL, NULL);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), g_object_ref (GTK_SORTER (self->sorter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

void
tenure_item_table_set_kind (TenureItemTable *self, const TenureItemTableKind *kind)
{
  g_return_if_fail (TENURE_IS_ITEM_TABLE (self));
  g_return_if_fail (self->kind == NULL);

  self->kind = kind;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (kind->title), -1);
  tenure_item_columns_add (self->view, kind->columns, kind->n_columns, kind->name);
  list_items (self);
  g_signal_connect_swapped (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (heading_changed_cb), self);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
}

GtkWidget *
tenure_item_table_make_sort_button (TenureItemTable *self)
{
  g_return_val_if_fail (TENURE_IS_ITEM_TABLE (self), NULL);

  return tenure_table_sort_button_new (self->view);
}

void
tenure_item_table_set_items (TenureItemTable *self, GPtrArray *items, const char *question)
{
  g_return_if_fail (TENURE_IS_ITEM_TABLE (self));

  if (g_strcmp0 (question, self->question) != 0)
    {
      g_free (self->question);
      self->question = g_strdup (question);
      self->from_top = TRUE;
    }
  tenure_list_filler_set (self->filler, items);
  /* What can be seen is there; the rest comes below it. */
  if (self->from_top)
    show_top (self);
}

void
tenure_item_table_select (TenureItemTable *self, TenureId id)
{
  g_return_if_fail (TENURE_IS_ITEM_TABLE (self));

  if (id == self->selected)
    return;
  self->selected = id;
  self->seeking = TRUE;
  self->focusing = FALSE;
  show_selected (self);
}

void
tenure_item_table_reveal (TenureItemTable *self, TenureId id)
{
  g_return_if_fail (TENURE_IS_ITEM_TABLE (self));

  self->selected = id;
  self->seeking = self->focusing = TRUE;
  show_selected (self);
}

TenureId
tenure_item_table_get_next (TenureItemTable *self, TenureId id, gboolean forward)
{
  guint position;

  g_return_val_if_fail (TENURE_IS_ITEM_TABLE (self), TENURE_ID_NONE);

  position = find_row (self, id);
  if (position == GTK_INVALID_LIST_POSITION)
    return forward ? id_at (self, 0) : TENURE_ID_NONE;
  if (!forward && position == 0)
    return TENURE_ID_NONE;
  return id_at (self, forward ? position + 1 : position - 1);
}
