#include "config.h"
#include "app/boards/boards-page.h"

#include "app/boards/board-item.h"
#include "app/boards/board-view.h"
#include "app/chart-view-report.h"
#include "app/empty-state.h"
#include "app/flag-row.h"
#include "app/gtk/list-filler.h"
#include "app/gtk/row-name.h"
#include "app/gtk/table-keys.h"
#include "app/gtk/when-shown.h"
#include "app/level-mark.h"
#include "app/whole-note.h"

#include <adwaita.h>
#include "base/i18n.h"
#include <string.h>

struct _TenureBoardsPage
{
  GtkWidget parent_instance;

  TenureSession *session;
  TenureSnapshot *snapshot; /* on screen */
  GListStore *items;
  TenureListFiller *filler;                   /* of @items */
  TenureId wanted;                            /* the board to be selected when the list is filled; NONE: all of them */
  gboolean snapshot_missed, selection_missed; /* what changed while the page was not on screen */
  gboolean filling;                           /* the list is being filled: what is selected meanwhile means nothing */

  GtkStack *stack;
  AdwLeaflet *leaflet;
  GtkSearchEntry *search;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkStringFilter *filter;
  GtkStack *detail;
  TenureBoardView *board;
  TenureChartView *comparison;
  GtkBox *whole_flags;
};

G_DEFINE_FINAL_TYPE (TenureBoardsPage, tenure_boards_page, GTK_TYPE_WIDGET)

/* --- The list ------------------------------------------------------------------------------------------------- */

typedef struct
{
  guint board;
  gboolean exists;
  guint8 level;
  char *key;
} SortedBoard;

static void
clear_sorted_board (gpointer data)
{
  g_free (((SortedBoard *) data)->key);
}

static int
compare_boards (gconstpointer a, gconstpointer b)
{
  const SortedBoard *left = a;
  const SortedBoard *right = b;

  if (left->exists != right->exists)
    return left->exists ? -1 : 1;
  if (left->level != right->level)
    return left->level > right->level ? -1 : 1;
  return strcmp (left->key, right->key);
}

/* Boards that exist on the day, worst flag first, then by name; after them those that are over or have not begun. */
static GArray *
sort_boards (const TenureAnalysis *analysis)
{
  GArray *boards = g_array_new (FALSE, FALSE, sizeof (SortedBoard));

  g_array_set_clear_func (boards, clear_sorted_board);
  for (guint i = 0; i < analysis->boards->n_boards; i++)
    {
      SortedBoard entry = { i, analysis->boards->boards[i].exists, analysis->flags->board_levels[i],
                            g_utf8_collate_key (analysis->facts->boards[i].name, -1) };

      g_array_append_val (boards, entry);
    }
  g_array_sort (boards, compare_boards);
  return boards;
}

static void
fill_list (TenureBoardsPage *self)
{
  const TenureAnalysis *analysis = tenure_snapshot_get_analysis (self->snapshot);
  g_autoptr (GArray) boards = sort_boards (analysis);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (items, tenure_board_item_new (self->snapshot, TENURE_BOARD_ITEM_ALL));
  for (guint i = 0; i < boards->len; i++)
    g_ptr_array_add (items, tenure_board_item_new (self->snapshot, g_array_index (boards, SortedBoard, i).board));
  self->filling = TRUE;
  tenure_list_filler_set (self->filler, items);
}

static TenureBoardItem *
get_selected (TenureBoardsPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/* Selects the row of board @board, if the search lets it through; otherwise the first row. */
static void
select_row (TenureBoardsPage *self, int board)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint n = g_list_model_get_n_items (model);
  guint found = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TenureBoardItem) item = g_list_model_get_item (model, i);

      if (tenure_board_item_get_board (item) == board)
        found = i;
    }
  gtk_single_selection_set_selected (self->selection, found);
}

/* --- The detail ----------------------------------------------------------------------------------------------- */

static void
show_selected (TenureBoardsPage *self)
{
  TenureBoardItem *item = get_selected (self);
  int board = item != NULL ? tenure_board_item_get_board (item) : TENURE_BOARD_ITEM_ALL;

  if (board == TENURE_BOARD_ITEM_ALL)
    {
      tenure_chart_view_show_report (self->comparison, self->snapshot, TENURE_REPORT_CHART_BOARDS, -1);
      tenure_flag_row_show_whole (self->whole_flags, self->snapshot, TENURE_RULE_G5);
      gtk_stack_set_visible_child_name (self->detail, "all");
      return;
    }
  tenure_board_view_set_board (self->board, self->snapshot, board);
  gtk_stack_set_visible_child_name (self->detail, "board");
}

/* Browsing does not select the board for all pages: this page shows all that the inspector would say beside it. */
static void
row_selected_cb (TenureBoardsPage *self)
{
  if (!self->filling && get_selected (self) != NULL && self->snapshot != NULL)
    show_selected (self);
}

/* The row that has the focus is not always the one that is selected. */
static void
row_activated_cb (TenureBoardsPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_leaflet_navigate (TENURE_BOARDS_PAGE (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
board_activated_cb (TenureBoardsPage *self, TenureId record)
{
  int board = tenure_facts_find_board (tenure_snapshot_get_facts (self->snapshot), record);

  if (board < 0)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  select_row (self, board);
}

/* --- Following the session ------------------------------------------------------------------------------------ */

/* The board that is selected for all pages; NONE when none is. */
static TenureId
selected_elsewhere (TenureBoardsPage *self)
{
  gboolean board = tenure_session_get_selected_type (self->session) == TENURE_RECORD_BOARD;

  return board ? tenure_session_get_selected_id (self->session) : TENURE_ID_NONE;
}

/* The board on screen; NONE when all of them are, or nothing is yet. */
static TenureId
shown_board (TenureBoardsPage *self)
{
  TenureBoardItem *item = get_selected (self);

  return item != NULL ? tenure_board_item_get_id (item) : TENURE_ID_NONE;
}

static int
find_board (TenureBoardsPage *self, TenureId id)
{
  if (id == TENURE_ID_NONE)
    return TENURE_BOARD_ITEM_ALL;
  return tenure_facts_find_board (tenure_snapshot_get_facts (self->snapshot), id);
}

static gboolean
is_same (gpointer item, gpointer wanted, gpointer data)
{
  return tenure_board_item_get_id (item) == tenure_board_item_get_id (wanted);
}

static void
take (gpointer item, gpointer wanted, gpointer data)
{
  tenure_board_item_take (item, wanted);
}

/* Items may be called otherwise now than when the search was made. */
static void
filled_cb (gpointer data)
{
  TenureBoardsPage *self = data;

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  select_row (self, find_board (self, self->wanted));
  self->filling = FALSE;
  show_selected (self);
}

static const TenureListFillerFuncs filler_funcs = { .same = is_same, .take = take, .filled = filled_cb };

static void
follow_snapshot (TenureBoardsPage *self)
{
  TenureSnapshot *snapshot = tenure_session_get_snapshot (self->session);

  if (snapshot == NULL)
    return;
  if (self->snapshot == NULL)
    self->wanted = selected_elsewhere (self);
  else if (!self->filling)
    self->wanted = shown_board (self);
  g_clear_pointer (&self->snapshot, tenure_snapshot_unref);
  self->snapshot = tenure_snapshot_ref (snapshot);
  fill_list (self);
  gtk_stack_set_visible_child_name (self->stack, tenure_snapshot_get_boards (snapshot)->n_boards > 0 ? "content" : "empty");
}

static void
follow_selection (TenureBoardsPage *self)
{
  TenureId wanted = selected_elsewhere (self);
  int board = self->snapshot != NULL ? find_board (self, wanted) : TENURE_BOARD_ITEM_ALL;

  if (board == TENURE_BOARD_ITEM_ALL || wanted == shown_board (self))
    return;
  self->wanted = wanted;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  select_row (self, board);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
follow_session (gpointer widget)
{
  TenureBoardsPage *self = widget;

  if (self->snapshot_missed)
    follow_snapshot (self);
  if (self->selection_missed)
    follow_selection (self);
  self->snapshot_missed = self->selection_missed = FALSE;
}

static void
session_updated_cb (TenureBoardsPage *self)
{
  self->snapshot_missed = TRUE;
  tenure_when_shown (GTK_WIDGET (self), follow_session);
}

static void
selection_changed_cb (TenureBoardsPage *self)
{
  self->selection_missed = TRUE;
  tenure_when_shown (GTK_WIDGET (self), follow_session);
}

/* --- Widget --------------------------------------------------------------------------------------------------- */

static void
tenure_boards_page_dispose (GObject *object)
{
  TenureBoardsPage *self = TENURE_BOARDS_PAGE (object);
  GtkWidget *child;

  self->filling = TRUE;
  g_clear_pointer (&self->filler, tenure_list_filler_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->items);
  g_clear_object (&self->session);
  g_clear_pointer (&self->snapshot, tenure_snapshot_unref);
  G_OBJECT_CLASS (tenure_boards_page_parent_class)->dispose (object);
}

static void
tenure_boards_page_class_init (TenureBoardsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_boards_page_dispose;

  g_type_ensure (TENURE_TYPE_BOARD_ITEM);
  g_type_ensure (TENURE_TYPE_BOARD_VIEW);
  g_type_ensure (TENURE_TYPE_CHART_VIEW);
  g_type_ensure (TENURE_TYPE_LEVEL_MARK);
  g_type_ensure (TENURE_TYPE_ROW_BOX);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/boards/boards-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureBoardsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TenureBoardsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, TenureBoardsPage, search);
  gtk_widget_class_bind_template_child (widget_class, TenureBoardsPage, list);
  gtk_widget_class_bind_template_child (widget_class, TenureBoardsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, TenureBoardsPage, detail);
  gtk_widget_class_bind_template_child (widget_class, TenureBoardsPage, board);
  gtk_widget_class_bind_template_child (widget_class, TenureBoardsPage, comparison);
  gtk_widget_class_bind_template_child (widget_class, TenureBoardsPage, whole_flags);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, board_activated_cb);
  gtk_widget_class_install_action (widget_class, "boards.back", NULL, back_action);
}

static void
tenure_boards_page_init (TenureBoardsPage *self)
{
  GtkFilterListModel *found;

  self->items = g_list_store_new (TENURE_TYPE_BOARD_ITEM);
  self->filler = tenure_list_filler_new (self->items, GTK_WIDGET (self), 0, &filler_funcs, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  found = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), GTK_FILTER (g_object_ref (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (found));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  tenure_list_let_tab_leave (self->list);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_object_unref (self->selection);
  gtk_stack_add_named (self->stack,
                       tenure_empty_state_new ("tenure-boards-symbolic", _ ("No Boards Yet"),
                                               _ ("This page shows who sits on which board, which of the seats are the "
                                                  "{sector}’s, and whether they vote."),
                                               TENURE_RECORD_BOARD),
                       "empty");
}

GtkWidget *
tenure_boards_page_new (TenureSession *session)
{
  TenureBoardsPage *self;

  g_return_val_if_fail (TENURE_IS_SESSION (session), NULL);

  self = g_object_new (TENURE_TYPE_BOARDS_PAGE, NULL);
  self->session = g_object_ref (session);
  tenure_whole_note_add (gtk_widget_get_parent (GTK_WIDGET (self->list)), session,
                         _ ("Portfolio, search and filters choose agreements; boards are judged whole."), FALSE);
  g_signal_connect_object (session, "updated", G_CALLBACK (session_updated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  session_updated_cb (self);
  return GTK_WIDGET (self);
}
