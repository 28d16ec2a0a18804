#include "config.h"
#include "app/agreements/register-view.h"

#include "app/agreements/register-cells.h"
#include "app/agreements/register-selection.h"
#include "app/gtk/heading-end.h"
#include "app/gtk/heading-sort.h"
#include "app/gtk/pace.h"
#include "app/gtk/table-keys.h"
#include "app/gtk/table-rows.h"
#include "app/gtk/text-scale.h"

#include "base/i18n.h"
#include <math.h>
#include <string.h>

struct _TenureRegisterView
{
  GtkWidget parent_instance;

  TenureRegisterModel *model;
  TenurePace *pace;   /* at which the model becomes what it is to be */
  gboolean advancing; /* by its doing, not by the user's, the selection changes */
  GHashTable *kept;   /* set of TenureId: selected before the rows moved, and to be again; NULL: none */
  GtkSelectionModel *selection;
  GtkColumnView *columns;
  GtkAdjustment *across;        /* how wide the grid is */
  GPtrArray *view_columns;      /* GtkColumnViewColumn, by index of tenure_register_columns(); NULL: never shown so far */
  GArray *widths;               /* int, likewise: as the user set it, at text scale 1; 0 for the column's own */
  TenureRegisterLayout *layout; /* of which only the sorts count here */
  gboolean arranging;           /* while the view itself sets widths, order and sort */
  guint arrange_later;          /* source id; 0 for none */
};

enum
{
  SORT_CHANGED,
  FILLED,
  LAYOUT_CHANGED,
  SELECTION_CHANGED,
  AGREEMENT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenureRegisterView, tenure_register_view, GTK_TYPE_WIDGET)

/* --- Sorting ------------------------------------------------------------------------------------------------- */

static void
sorter_changed_cb (GtkSorter *sorter, GtkSorterChange change, TenureRegisterView *self)
{
  const TenureRegisterSort *first = &self->layout->sorts[0];
  const TenureRegisterColumn *column;
  gboolean descending;

  if (self->arranging)
    return;
  column = tenure_heading_find (sorter, &descending);
  if (column == NULL || (self->layout->n_sorts > 0 && first->column == column && first->descending == descending))
    return;
  tenure_register_layout_sort_first (self->layout, column, descending);
  g_signal_emit (self, signals[SORT_CHANGED], 0);
}

const TenureRegisterSort *
tenure_register_view_get_sorts (TenureRegisterView *self, guint *out_n)
{
  g_return_val_if_fail (TENURE_IS_REGISTER_VIEW (self), NULL);

  *out_n = self->layout->n_sorts;
  return self->layout->sorts;
}

GtkWidget *
tenure_register_view_make_sort_button (TenureRegisterView *self)
{
  g_return_val_if_fail (TENURE_IS_REGISTER_VIEW (self), NULL);

  return tenure_table_sort_button_new (self->columns);
}

/* --- Columns ------------------------------------------------------------------------------------------------- */

static gboolean
is_shown (TenureRegisterView *self, guint index)
{
  GtkColumnViewColumn *view_column = self->view_columns->pdata[index];

  return view_column != NULL && gtk_column_view_column_get_visible (view_column);
}

/* Gives the columns their widths, and the room that is left to those that fill. GTK would share it out by itself, but
 * only among columns without a width, which then jump as rows scroll by. */
static void
arrange (TenureRegisterView *self)
{
  guint n;
  const TenureRegisterColumn *columns = tenure_register_columns (&n);
  double scale = tenure_text_scale ();
  int spare = (int) gtk_adjustment_get_page_size (self->across);
  int n_fill = 0;

  for (guint i = 0; i < n; i++)
    if (is_shown (self, i))
      {
        int set = g_array_index (self->widths, int, i);

        spare -= (int) ((set > 0 ? set : columns[i].width_px) * scale);
        n_fill += columns[i].fills && set == 0;
      }
  self->arranging = TRUE;
  for (guint i = 0; i < n; i++)
    if (is_shown (self, i))
      {
        int set = g_array_index (self->widths, int, i);
        int width = (int) ((set > 0 ? set : columns[i].width_px) * scale);

        if (columns[i].fills && set == 0 && spare > 0)
          width += spare / n_fill;
        gtk_column_view_column_set_fixed_width (self->view_columns->pdata[i], width);
      }
  self->arranging = FALSE;
}

static gboolean
arrange_cb (gpointer data)
{
  TenureRegisterView *self = data;

  self->arrange_later = 0;
  arrange (self);
  return G_SOURCE_REMOVE;
}

/* Not while GTK shares out the window. */
static void
arrange_soon (TenureRegisterView *self)
{
  if (self->arrange_later == 0)
    self->arrange_later = g_idle_add_full (GTK_PRIORITY_RESIZE, arrange_cb, self, NULL);
}

static void
column_resized_cb (GtkColumnViewColumn *view_column, GParamSpec *pspec, TenureRegisterView *self)
{
  guint index;

  if (self->arranging || !g_ptr_array_find (self->view_columns, view_column, &index))
    return;
  g_array_index (self->widths, int, index) =
      (int) (gtk_column_view_column_get_fixed_width (view_column) / tenure_text_scale ());
  g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
}

static void
columns_changed_cb (TenureRegisterView *self)
{
  if (!self->arranging)
    g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
}

/* A heading is five widgets, and most of the columns are never shown: each is made, hidden, when it is first wanted. */
static GtkColumnViewColumn *
want_column (TenureRegisterView *self, const TenureRegisterColumn *column)
{
  gpointer *place = &self->view_columns->pdata[column - tenure_register_columns (NULL)];
  GtkColumnViewColumn *view_column = *place;

  if (view_column != NULL)
    return view_column;
  *place = view_column = gtk_column_view_column_new (column->title, tenure_register_factory_new (column));
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_visible (view_column, FALSE);
  if (column->field >= 0 || column->get_key != NULL)
    {
      g_autoptr (GtkSorter) sorter = tenure_heading_sorter_new (column);

      gtk_column_view_column_set_sorter (view_column, sorter);
    }
  g_signal_connect (view_column, "notify::fixed-width", G_CALLBACK (column_resized_cb), self);
  gtk_column_view_append_column (self->columns, view_column);
  if (column->numeric)
    tenure_heading_align_end (self->columns, view_column);
  return view_column;
}

gboolean
tenure_register_view_get_column_shown (TenureRegisterView *self, const TenureRegisterColumn *column)
{
  g_return_val_if_fail (TENURE_IS_REGISTER_VIEW (self), FALSE);

  return is_shown (self, (guint) (column - tenure_register_columns (NULL)));
}

void
tenure_register_view_set_column_shown (TenureRegisterView *self, const TenureRegisterColumn *column, gboolean shown)
{
  g_return_if_fail (TENURE_IS_REGISTER_VIEW (self));

  if (tenure_register_view_get_column_shown (self, column) == shown)
    return;
  gtk_column_view_column_set_visible (want_column (self, column), shown);
  arrange (self);
  g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
}

/* (element-type TenureRegisterColumn): the shown columns in their order on screen. */
static GPtrArray *
list_shown (TenureRegisterView *self)
{
  GListModel *list = gtk_column_view_get_columns (self->columns);
  const TenureRegisterColumn *columns = tenure_register_columns (NULL);
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GtkColumnViewColumn) view_column = g_list_model_get_item (list, i);
      guint index;

      if (gtk_column_view_column_get_visible (view_column) && g_ptr_array_find (self->view_columns, view_column, &index))
        g_ptr_array_add (shown, (gpointer) &columns[index]);
    }
  return shown;
}

/* --- Layout -------------------------------------------------------------------------------------------------- */

TenureRegisterLayout *
tenure_register_view_dup_layout (TenureRegisterView *self)
{
  TenureRegisterLayout *layout = tenure_register_layout_new ();
  g_autoptr (GPtrArray) shown = list_shown (self);

  g_array_set_size (layout->places, 0);
  for (guint i = 0; i < shown->len; i++)
    {
      TenureRegisterPlace place = { .column = shown->pdata[i] };

      place.width_px = g_array_index (self->widths, int, place.column - tenure_register_columns (NULL));
      g_array_append_val (layout->places, place);
    }
  memcpy (layout->sorts, self->layout->sorts, sizeof layout->sorts);
  layout->n_sorts = self->layout->n_sorts;
  return layout;
}

static void
place_columns (TenureRegisterView *self, const TenureRegisterLayout *layout)
{
  for (guint i = 0; i < self->view_columns->len; i++)
    {
      if (self->view_columns->pdata[i] != NULL)
        gtk_column_view_column_set_visible (self->view_columns->pdata[i], FALSE);
      g_array_index (self->widths, int, i) = 0;
    }
  for (guint i = 0; i < layout->places->len; i++)
    {
      const TenureRegisterPlace *place = &g_array_index (layout->places, TenureRegisterPlace, i);

      GtkColumnViewColumn *view_column = want_column (self, place->column);

      gtk_column_view_insert_column (self->columns, i, view_column);
      gtk_column_view_column_set_visible (view_column, TRUE);
      g_array_index (self->widths, int, place->column - tenure_register_columns (NULL)) = place->width_px;
    }
}

void
tenure_register_view_set_layout (TenureRegisterView *self, const TenureRegisterLayout *layout)
{
  g_return_if_fail (TENURE_IS_REGISTER_VIEW (self));
  g_return_if_fail (layout != NULL && layout->places->len > 0);

  self->arranging = TRUE;
  place_columns (self, layout);
  memcpy (self->layout->sorts, layout->sorts, sizeof layout->sorts);
  self->layout->n_sorts = layout->n_sorts;
  /* The headings show it: each goes before those that are there. */
  gtk_column_view_sort_by_column (self->columns, NULL, GTK_SORT_ASCENDING);
  for (guint i = layout->n_sorts; i-- > 0;)
    gtk_column_view_sort_by_column (self->columns, want_column (self, layout->sorts[i].column),
                                    layout->sorts[i].descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->arranging = FALSE;
  arrange (self);
  g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
  g_signal_emit (self, signals[SORT_CHANGED], 0);
}

int
tenure_register_view_widen_column (TenureRegisterView *self, const TenureRegisterColumn *column, int by_px)
{
  guint index = (guint) (column - tenure_register_columns (NULL));
  int width = (int) round (gtk_column_view_column_get_fixed_width (want_column (self, column)) / tenure_text_scale ());
  int wanted = tenure_register_width_within_bounds (width + by_px);

  if (by_px == 0 || wanted == width)
    return width;
  g_array_index (self->widths, int, index) = wanted;
  arrange (self);
  g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
  return wanted;
}

/* --- Selection ----------------------------------------------------------------------------------------------- */

/* All, those whose rows are still to come among them. */
static gboolean
has_all (TenureRegisterView *self)
{
  return tenure_register_selection_has_all (TENURE_REGISTER_SELECTION (self->selection));
}

GArray *
tenure_register_view_dup_selection (TenureRegisterView *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TenureId));
  g_autoptr (GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (TENURE_IS_REGISTER_VIEW (self), g_steal_pointer (&ids));

  if (has_all (self))
    return tenure_register_model_dup_ids (self->model);
  selected = gtk_selection_model_get_selection (self->selection);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      TenureId id = tenure_register_model_get_id (self->model, position);

      g_array_append_val (ids, id);
    }
  return g_steal_pointer (&ids);
}

guint
tenure_register_view_count_selected (TenureRegisterView *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (TENURE_IS_REGISTER_VIEW (self), 0);

  if (has_all (self))
    {
      ids = tenure_register_model_dup_ids (self->model);
      return ids->len;
    }
  selected = gtk_selection_model_get_selection (self->selection);
  return (guint) gtk_bitset_get_size (selected);
}

void
tenure_register_view_select (TenureRegisterView *self, TenureId id)
{
  guint position;

  g_return_if_fail (TENURE_IS_REGISTER_VIEW (self));

  position = id != TENURE_ID_NONE ? tenure_register_model_find (self->model, id) : GTK_INVALID_LIST_POSITION;
  if (position == GTK_INVALID_LIST_POSITION)
    {
      gtk_selection_model_unselect_all (self->selection);
      return;
    }
  gtk_selection_model_select_item (self->selection, position, TRUE);
  tenure_table_scroll_to (self->columns, position);
}

void
tenure_register_view_go_to (TenureRegisterView *self, TenureId id)
{
  guint position;

  g_return_if_fail (TENURE_IS_REGISTER_VIEW (self));

  position = id != TENURE_ID_NONE ? tenure_register_model_find (self->model, id) : GTK_INVALID_LIST_POSITION;
  if (position == GTK_INVALID_LIST_POSITION)
    position = 0;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    tenure_table_scroll_to (self->columns, position);
}

gboolean
tenure_register_view_focus (TenureRegisterView *self)
{
  g_return_val_if_fail (TENURE_IS_REGISTER_VIEW (self), FALSE);

  return tenure_table_focus_rows (self->columns);
}

void
tenure_register_view_focus_selected (TenureRegisterView *self)
{
  g_return_if_fail (TENURE_IS_REGISTER_VIEW (self));

  tenure_table_focus_selected (self->columns);
}

/* What was selected is what the user chose last, not what was selected before the rows moved. */
static void
selection_changed_cb (GtkSelectionModel *model, guint position, guint n_items, TenureRegisterView *self)
{
  if (self->advancing)
    return;
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
activated_cb (GtkColumnView *columns, guint position, TenureRegisterView *self)
{
  g_signal_emit (self, signals[AGREEMENT_ACTIVATED], 0, tenure_register_model_get_id (self->model, position));
}

/* --- Filling ------------------------------------------------------------------------------------------------- */

/* Of what was selected before the rows moved, those that are still listed. */
static void
select_kept (TenureRegisterView *self)
{
  g_autoptr (GHashTable) kept = g_steal_pointer (&self->kept);
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  if (kept == NULL || n == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      TenureId id = tenure_register_model_get_id (self->model, i);

      if (g_hash_table_contains (kept, &id))
        gtk_bitset_add (selected, i);
    }
  all = gtk_bitset_new_range (0, n);
  self->advancing = TRUE;
  gtk_selection_model_set_selection (self->selection, selected, all);
  self->advancing = FALSE;
}

static gboolean
advance_cb (gpointer data, guint n)
{
  TenureRegisterView *self = data;
  gboolean left;

  self->advancing = TRUE;
  left = tenure_register_model_advance (self->model, n);
  self->advancing = FALSE;
  if (left)
    return TRUE;
  tenure_register_selection_set_complete (TENURE_REGISTER_SELECTION (self->selection));
  select_kept (self);
  g_signal_emit (self, signals[FILLED], 0);
  return FALSE;
}

/* The rows stand in their places and take other records: positions say nothing any more of what was selected. */
static void
keep_selection (TenureRegisterView *self)
{
  g_autoptr (GArray) ids = tenure_register_view_dup_selection (self);

  if (ids->len == 0)
    return;
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (self->kept, g_memdup2 (&g_array_index (ids, TenureId, i), sizeof (TenureId)));
}

void
tenure_register_view_list (TenureRegisterView *self, TenureSnapshot *snapshot, GArray *order)
{
  gboolean waiting;

  g_return_if_fail (TENURE_IS_REGISTER_VIEW (self));

  /* Of a list that is not filled yet, what is to be selected in it is still to come. */
  waiting = self->kept != NULL;
  if (!waiting)
    keep_selection (self);
  self->advancing = TRUE;
  if (tenure_register_model_set (self->model, snapshot, order))
    gtk_selection_model_unselect_all (self->selection);
  else if (!waiting)
    g_clear_pointer (&self->kept, g_hash_table_unref);
  self->advancing = FALSE;
  tenure_pace_start (self->pace);
}

void
tenure_register_view_list_first (TenureRegisterView *self, GArray *ids)
{
  g_return_if_fail (TENURE_IS_REGISTER_VIEW (self));

  tenure_register_model_set_first (self->model, ids);
  tenure_pace_start (self->pace);
}

/* --- Widget -------------------------------------------------------------------------------------------------- */

static void
tenure_register_view_dispose (GObject *object)
{
  TenureRegisterView *self = TENURE_REGISTER_VIEW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&self->pace, tenure_pace_free);
  g_clear_handle_id (&self->arrange_later, g_source_remove);
  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->selection, self);
      g_signal_handlers_disconnect_by_data (self->across, self);
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_columns (self->columns), self);
      /* A screen reader may hold the table for longer than its page is there; as it goes, its columns and their order do. */
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->columns), self);
      g_signal_handlers_disconnect_by_data (self->columns, self);
      for (guint i = 0; i < self->view_columns->len; i++)
        if (self->view_columns->pdata[i] != NULL)
          g_signal_handlers_disconnect_by_data (self->view_columns->pdata[i], self);
    }
  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->view_columns, g_ptr_array_unref);
  g_clear_pointer (&self->widths, g_array_unref);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_pointer (&self->layout, tenure_register_layout_free);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (tenure_register_view_parent_class)->dispose (object);
}

static void
tenure_register_view_class_init (TenureRegisterViewClass *klass)
{
  GType type = TENURE_TYPE_REGISTER_VIEW;

  G_OBJECT_CLASS (klass)->dispose = tenure_register_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[SORT_CHANGED] = g_signal_new ("sort-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FILLED] = g_signal_new ("filled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LAYOUT_CHANGED] = g_signal_new ("layout-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTION_CHANGED] =
      g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[AGREEMENT_ACTIVATED] =
      g_signal_new ("agreement-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
drop_column (gpointer view_column)
{
  g_clear_object (&view_column);
}

static void
tenure_register_view_init (TenureRegisterView *self)
{
  self->view_columns = g_ptr_array_new_with_free_func (drop_column);
  self->widths = g_array_new (FALSE, TRUE, sizeof (int));
  self->layout = tenure_register_layout_new ();
}

GtkWidget *
tenure_register_view_new (TenureRegisterModel *model)
{
  TenureRegisterView *self = g_object_new (TENURE_TYPE_REGISTER_VIEW, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  guint n;

  self->model = g_object_ref (model);
  self->pace = tenure_pace_new (GTK_WIDGET (self), 0, advance_cb, self);
  self->selection = GTK_SELECTION_MODEL (tenure_register_selection_new (G_LIST_MODEL (model)));
  self->columns = GTK_COLUMN_VIEW (gtk_column_view_new (g_object_ref (self->selection)));
  gtk_column_view_set_reorderable (self->columns, TRUE);
  gtk_column_view_set_show_row_separators (self->columns, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->columns), "tenure-register");
  gtk_widget_add_css_class (GTK_WIDGET (self->columns), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->columns), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Agreements"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->columns));
  self->across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  tenure_register_columns (&n);
  g_ptr_array_set_size (self->view_columns, (int) n);
  g_array_set_size (self->widths, n);
  g_signal_connect_swapped (self->across, "notify::page-size", G_CALLBACK (arrange_soon), self);
  g_signal_connect_swapped (gtk_column_view_get_columns (self->columns), "items-changed", G_CALLBACK (columns_changed_cb),
                            self);
  g_signal_connect (gtk_column_view_get_sorter (self->columns), "changed", G_CALLBACK (sorter_changed_cb), self);
  g_signal_connect (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect (self->columns, "activate", G_CALLBACK (activated_cb), self);

  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  tenure_table_let_tab_leave (self->columns);
  return GTK_WIDGET (self);
}
