/* Selecting in the register: by position, without making rows. */

#include "app/agreements/register-selection.h"

/* A list that counts how many of its items were asked for. */
typedef struct
{
  GObject parent_instance;
  guint n_items;
  guint n_asked;
} Counting;

typedef GObjectClass CountingClass;

static void list_model_init (GListModelInterface *iface);
static GType counting_get_type (void);

G_DEFINE_TYPE_WITH_CODE (Counting, counting, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *list)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *list)
{
  return ((Counting *) list)->n_items;
}

static gpointer
get_item (GListModel *list, guint position)
{
  ((Counting *) list)->n_asked++;
  return position < ((Counting *) list)->n_items ? g_object_new (G_TYPE_OBJECT, NULL) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
counting_class_init (CountingClass *klass)
{
}

static void
counting_init (Counting *self)
{
}

/* --- Tests ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  Counting *list;
  GtkSelectionModel *selection;
  guint n_told, first, n_changed; /* of “selection-changed”, the last one */
} Fixture;

static void
told_cb (Fixture *fixture, guint first, guint n_changed)
{
  fixture->n_told++;
  fixture->first = first;
  fixture->n_changed = n_changed;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->list = g_object_new (counting_get_type (), NULL);
  fixture->list->n_items = 100000;
  fixture->selection = GTK_SELECTION_MODEL (tenure_register_selection_new (G_LIST_MODEL (fixture->list)));
  g_signal_connect_swapped (fixture->selection, "selection-changed", G_CALLBACK (told_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->selection);
  g_assert_finalize_object (fixture->list);
}

static guint64
count_selected (Fixture *fixture)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (fixture->selection);

  return gtk_bitset_get_size (selected);
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  gtk_selection_model_select_all (fixture->selection);
  g_assert_cmpuint (count_selected (fixture), ==, 100000);
  g_assert_cmpuint (fixture->n_told, ==, 1);
  g_assert_cmpuint (fixture->first, ==, 0);
  g_assert_cmpuint (fixture->n_changed, ==, 100000);
  gtk_selection_model_select_all (fixture->selection);
  g_assert_cmpuint (fixture->n_told, ==, 1);
  gtk_selection_model_unselect_item (fixture->selection, 7);
  g_assert_false (gtk_selection_model_is_selected (fixture->selection, 7));
  g_assert_true (gtk_selection_model_is_selected (fixture->selection, 8));
  g_assert_cmpuint (fixture->first, ==, 7);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  gtk_selection_model_unselect_all (fixture->selection);
  g_assert_cmpuint (count_selected (fixture), ==, 0);
  g_assert_cmpuint (fixture->list->n_asked, ==, 0);
}

static void
test_some (Fixture *fixture, gconstpointer data)
{
  gtk_selection_model_select_range (fixture->selection, 10, 5, TRUE);
  g_assert_cmpuint (count_selected (fixture), ==, 5);
  gtk_selection_model_select_item (fixture->selection, 20, FALSE);
  g_assert_cmpuint (count_selected (fixture), ==, 6);
  gtk_selection_model_select_item (fixture->selection, 30, TRUE);
  g_assert_cmpuint (count_selected (fixture), ==, 1);
  g_assert_true (gtk_selection_model_is_selected (fixture->selection, 30));
  /* What is not there cannot be selected. */
  gtk_selection_model_select_item (fixture->selection, 100000, FALSE);
  g_assert_cmpuint (count_selected (fixture), ==, 1);
}

/* Rows that come and go take the selection of those behind them along. */
static void
test_change (Fixture *fixture, gconstpointer data)
{
  gtk_selection_model_select_range (fixture->selection, 10, 5, TRUE);
  fixture->list->n_items -= 12;
  g_list_model_items_changed (G_LIST_MODEL (fixture->list), 0, 12, 0);
  g_assert_cmpuint (count_selected (fixture), ==, 3);
  g_assert_true (gtk_selection_model_is_selected (fixture->selection, 0));
  fixture->list->n_items += 2;
  g_list_model_items_changed (G_LIST_MODEL (fixture->list), 1, 0, 2);
  g_assert_cmpuint (count_selected (fixture), ==, 3);
  g_assert_true (gtk_selection_model_is_selected (fixture->selection, 0));
  g_assert_false (gtk_selection_model_is_selected (fixture->selection, 1));
  g_assert_true (gtk_selection_model_is_selected (fixture->selection, 3));
  fixture->list->n_items = 0;
  g_list_model_items_changed (G_LIST_MODEL (fixture->list), 0, 99990, 0);
  g_assert_cmpuint (count_selected (fixture), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->selection)), ==, 0);
}

static void
add_rows (Fixture *fixture, guint n)
{
  guint before = fixture->list->n_items;

  fixture->list->n_items += n;
  g_list_model_items_changed (G_LIST_MODEL (fixture->list), before, 0, n);
}

/* All of a list that is still being filled is all of it. */
static void
test_all_to_come (Fixture *fixture, gconstpointer data)
{
  TenureRegisterSelection *selection = TENURE_REGISTER_SELECTION (fixture->selection);

  gtk_selection_model_select_all (fixture->selection);
  g_assert_true (tenure_register_selection_has_all (selection));
  add_rows (fixture, 20);
  g_assert_cmpuint (count_selected (fixture), ==, 100020);
  tenure_register_selection_set_complete (selection);
  g_assert_false (tenure_register_selection_has_all (selection));
  add_rows (fixture, 1);
  g_assert_cmpuint (count_selected (fixture), ==, 100020);
  gtk_selection_model_select_all (fixture->selection);
  gtk_selection_model_select_item (fixture->selection, 30, TRUE);
  add_rows (fixture, 1);
  g_assert_cmpuint (count_selected (fixture), ==, 1);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/register/selection/all", test_all);
  add ("/register/selection/all-to-come", test_all_to_come);
  add ("/register/selection/some", test_some);
  add ("/register/selection/change", test_change);
  return g_test_run ();
}
