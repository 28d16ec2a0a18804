/* A table of records on a window: one stays selected while rows come, go and move, and sorting shows the top. */

#include "config.h"

#include "app/gtk/item-table.h"
#include "widget-test.h"

#define N 300

#define ITEM_TYPE (item_get_type ())
G_DECLARE_FINAL_TYPE (Item, item, TEST, ITEM, GObject)

struct _Item
{
  GObject parent_instance;
  TenureId id;
};

G_DEFINE_FINAL_TYPE (Item, item, G_TYPE_OBJECT)

static void
item_class_init (ItemClass *klass)
{
  g_signal_new ("changed", ITEM_TYPE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
item_init (Item *self)
{
}

static char *
dup_id (gconstpointer item)
{
  return g_strdup_printf ("%d", (int) ((const Item *) item)->id);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return tenure_compare_numbers (((const Item *) a)->id, ((const Item *) b)->id);
}

static void
take (gpointer item, gpointer wanted)
{
  TEST_ITEM (item)->id = TEST_ITEM (wanted)->id;
  g_signal_emit_by_name (item, "changed");
}

static const TenureItemColumn columns[] = {
  { "Number", FALSE, 10, 0, TRUE, dup_id, NULL, compare_ids },
  { "Amount", TRUE, 6, 0, FALSE, dup_id, NULL, compare_ids },
};

static const TenureItemTableKind kind = { "Numbers", "number", item_get_type, G_STRUCT_OFFSET (Item, id), take, columns, 2, 0 };

typedef struct
{
  TenureItemTable *table;
  GtkWindow *window;
  GtkColumnView *view;
  GtkAdjustment *down;
  guint n_chosen;
  TenureId chosen;
} Fixture;

static void
chosen_cb (Fixture *fixture, gint64 id)
{
  fixture->n_chosen++;
  fixture->chosen = id;
}

/* Lists @n items from @first on, as what @question asks for. */
static void
answer (Fixture *fixture, int first, int n, const char *question)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < n; i++)
    {
      Item *item = g_object_new (ITEM_TYPE, NULL);

      item->id = first + i;
      g_ptr_array_add (items, item);
    }
  tenure_item_table_set_items (fixture->table, items, question);
}

static void
list (Fixture *fixture, int first, int n)
{
  answer (fixture, first, n, "");
}

static GListModel *
rows (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_column_view_get_model (fixture->view));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller;

  fixture->table = g_object_new (TENURE_TYPE_ITEM_TABLE, NULL);
  tenure_item_table_set_kind (fixture->table, &kind);
  fixture->view = GTK_COLUMN_VIEW (widget_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_COLUMN_VIEW));
  scroller = widget_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_SCROLLED_WINDOW);
  fixture->down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_signal_connect_swapped (fixture->table, "chosen", G_CALLBACK (chosen_cb), fixture);
  fixture->window = widget_test_window (GTK_WIDGET (fixture->table), 300, 300);
  widget_test_wait (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));
  list (fixture, 1, N);
  widget_test_wait (g_list_model_get_n_items (rows (fixture)) == N);
  widget_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  widget_test_assert_finalized (fixture->window, GTK_WIDGET (fixture->table));
}

static GtkSingleSelection *
selection (Fixture *fixture)
{
  return GTK_SINGLE_SELECTION (gtk_column_view_get_model (fixture->view));
}

static TenureId
selected (Fixture *fixture)
{
  Item *item = gtk_single_selection_get_selected_item (selection (fixture));

  return item != NULL ? item->id : TENURE_ID_NONE;
}

static void
sort (Fixture *fixture, GtkSortType type)
{
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (fixture->view), 0);

  gtk_column_view_sort_by_column (fixture->view, column, type);
  widget_test_settle ();
}

static void
test_choosing (Fixture *fixture, gconstpointer data)
{
  gtk_single_selection_set_selected (selection (fixture), 6);
  g_assert_cmpuint (fixture->n_chosen, ==, 1);
  g_assert_cmpint (fixture->chosen, ==, 7);
  /* What is taken over from elsewhere was not chosen here. */
  tenure_item_table_select (fixture->table, 9);
  g_assert_cmpint (selected (fixture), ==, 9);
  tenure_item_table_select (fixture->table, TENURE_ID_NONE);
  g_assert_cmpint (selected (fixture), ==, TENURE_ID_NONE);
  g_assert_cmpuint (fixture->n_chosen, ==, 1);
}

/* Gone with the list that lacks it, and back with the one that has it again, elsewhere. */
static void
test_staying (Fixture *fixture, gconstpointer data)
{
  tenure_item_table_select (fixture->table, 100);
  list (fixture, 150, 50);
  widget_test_wait (g_list_model_get_n_items (rows (fixture)) == 50);
  widget_test_wait (selected (fixture) == TENURE_ID_NONE);
  list (fixture, 50, N);
  widget_test_wait (selected (fixture) == 100);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection (fixture)), ==, 50);
  g_assert_cmpuint (fixture->n_chosen, ==, 0);
}

static void
test_sorting (Fixture *fixture, gconstpointer data)
{
  gtk_adjustment_set_value (fixture->down, 2000);
  widget_test_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture->down), ==, 2000);
  sort (fixture, GTK_SORT_DESCENDING);
  g_assert_cmpint (((Item *) gtk_single_selection_get_selected_item (selection (fixture)) == NULL), ==, TRUE);
  widget_test_wait (gtk_adjustment_get_value (fixture->down) == 0);
  /* What is selected stays so, and in view: 5 is nearly the last now and nearly the first then. */
  tenure_item_table_select (fixture->table, 5);
  widget_test_wait (gtk_adjustment_get_value (fixture->down) > 0);
  sort (fixture, GTK_SORT_ASCENDING);
  g_assert_cmpint (selected (fixture), ==, 5);
  widget_test_wait (gtk_adjustment_get_value (fixture->down) < 200);
  g_assert_cmpuint (fixture->n_chosen, ==, 0);
}

/* The same asked again stays where it is; another search begins at the top, or where the selected one is. */
static void
test_asking (Fixture *fixture, gconstpointer data)
{
  gtk_adjustment_set_value (fixture->down, 2000);
  widget_test_settle ();
  list (fixture, 1, N - 1);
  widget_test_wait (g_list_model_get_n_items (rows (fixture)) == N - 1);
  widget_test_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture->down), ==, 2000);
  answer (fixture, 1, N - 2, "words=1");
  widget_test_wait (g_list_model_get_n_items (rows (fixture)) == N - 2);
  widget_test_wait (gtk_adjustment_get_value (fixture->down) == 0);
  tenure_item_table_select (fixture->table, 200);
  gtk_adjustment_set_value (fixture->down, 0);
  widget_test_settle ();
  answer (fixture, 1, N, "");
  widget_test_wait (gtk_adjustment_get_value (fixture->down) > 2000);
}

static void
test_next (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    TenureId id;
    gboolean forward;
    TenureId expected;
  } cases[] = {
    { .id = 1, .forward = TRUE, .expected = 2 },
    { .id = N, .forward = TRUE, .expected = TENURE_ID_NONE },
    { .id = 2, .forward = FALSE, .expected = 1 },
    { .id = 1, .forward = FALSE, .expected = TENURE_ID_NONE },
    { .id = 9999, .forward = TRUE, .expected = 1 },
    { .id = 9999, .forward = FALSE, .expected = TENURE_ID_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tenure_item_table_get_next (fixture->table, cases[i].id, cases[i].forward), ==, cases[i].expected);
}

/* One that is not listed yet is shown when it is, with the keyboard on it. */
static void
test_revealing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  tenure_item_table_reveal (fixture->table, N + 20);
  g_assert_cmpint (selected (fixture), ==, TENURE_ID_NONE);
  list (fixture, 1, N + 40);
  widget_test_wait (selected (fixture) == N + 20);
  widget_test_wait (gtk_adjustment_get_value (fixture->down) > 2000);
  focus = gtk_window_get_focus (fixture->window);
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->view)));
}

/* Who went elsewhere before the row was there keeps the keyboard. */
static void
test_revealing_unseen (Fixture *fixture, gconstpointer data)
{
  GtkStack *pages = GTK_STACK (gtk_stack_new ());
  GtkWidget *elsewhere = gtk_button_new ();

  g_object_ref (fixture->table);
  gtk_window_set_child (fixture->window, GTK_WIDGET (pages));
  gtk_stack_add_child (pages, GTK_WIDGET (fixture->table));
  gtk_stack_add_child (pages, elsewhere);
  g_object_unref (fixture->table);
  tenure_item_table_reveal (fixture->table, N + 20);
  gtk_stack_set_visible_child (pages, elsewhere);
  gtk_widget_grab_focus (elsewhere);
  list (fixture, 1, N + 40);
  widget_test_wait (selected (fixture) == N + 20);
  widget_test_settle ();
  g_assert_true (gtk_window_get_focus (fixture->window) == elsewhere);
}

/* The box around the words of a heading; its words and the mark of the order are in it. */
static GtkWidget *
heading_box (Fixture *fixture, const char *title)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (fixture->view));

  for (GtkWidget *heading = gtk_widget_get_first_child (header); heading != NULL;
       heading = gtk_widget_get_next_sibling (heading))
    {
      GtkWidget *label = widget_test_find (heading, GTK_TYPE_LABEL);

      if (g_str_equal (gtk_label_get_text (GTK_LABEL (label)), title))
        return gtk_widget_get_parent (label);
    }
  g_assert_not_reached ();
}

/* Headings of numbers stand where the numbers do, also when their column has been away. */
static void
test_headings (Fixture *fixture, gconstpointer data)
{
  GListModel *all = gtk_column_view_get_columns (fixture->view);
  g_autoptr (GtkColumnViewColumn) amount = g_list_model_get_item (all, 1);
  GtkWidget *box;

  g_assert_cmpint (gtk_widget_get_halign (heading_box (fixture, "Number")), !=, GTK_ALIGN_END);
  for (guint i = 0; i < 2; i++)
    {
      widget_test_settle ();
      box = heading_box (fixture, "Amount");
      g_assert_cmpint (gtk_widget_get_halign (box), ==, GTK_ALIGN_END);
      g_assert_true (GTK_IS_LABEL (gtk_widget_get_last_child (box)));
      gtk_column_view_remove_column (fixture->view, amount);
      gtk_column_view_insert_column (fixture->view, 0, amount);
    }
}

int
main (int argc, char **argv)
{
  widget_test_init (&argc, &argv);
  g_test_add ("/item-table/choosing", Fixture, NULL, set_up, test_choosing, tear_down);
  g_test_add ("/item-table/staying", Fixture, NULL, set_up, test_staying, tear_down);
  g_test_add ("/item-table/sorting", Fixture, NULL, set_up, test_sorting, tear_down);
  g_test_add ("/item-table/asking", Fixture, NULL, set_up, test_asking, tear_down);
  g_test_add ("/item-table/next", Fixture, NULL, set_up, test_next, tear_down);
  g_test_add ("/item-table/revealing", Fixture, NULL, set_up, test_revealing, tear_down);
  g_test_add ("/item-table/revealing-unseen", Fixture, NULL, set_up, test_revealing_unseen, tear_down);
  g_test_add ("/item-table/headings", Fixture, NULL, set_up, test_headings, tear_down);
  return g_test_run ();
}
