/* Filling a list piece by piece: at once without a window, a few rows a frame on one, and what stays when it changes. */

#include "config.h"

#include "app/gtk/list-filler.h"
#include "app/gtk/when-shown.h"
#include "widget-test.h"

#define MOST 3

/* Something with an identity and something to show: 7 and "seven". */
#define ITEM_TYPE (item_get_type ())
G_DECLARE_FINAL_TYPE (Item, item, TEST, ITEM, GObject)

struct _Item
{
  GObject parent_instance;
  int id;
  guint n_takes;
};

G_DEFINE_FINAL_TYPE (Item, item, G_TYPE_OBJECT)

static void
item_class_init (ItemClass *klass)
{
}

static void
item_init (Item *self)
{
}

typedef struct
{
  GtkWidget *widget;
  GListStore *store;
  TenureListFiller *filler;
  guint n_moving, n_filled;
  guint position, removed, added, n_changes; /* of the last change that was announced, and how many were */
} Fixture;

static gboolean
is_same (gpointer item, gpointer wanted, gpointer data)
{
  return TEST_ITEM (item)->id == TEST_ITEM (wanted)->id;
}

static void
take (gpointer item, gpointer wanted, gpointer data)
{
  g_assert_true (item != wanted);
  TEST_ITEM (item)->id = TEST_ITEM (wanted)->id;
  TEST_ITEM (item)->n_takes++;
}

static void
moving_cb (gpointer data)
{
  ((Fixture *) data)->n_moving++;
}

static void
filled_cb (gpointer data)
{
  ((Fixture *) data)->n_filled++;
}

static const TenureListFillerFuncs funcs = { is_same, take, moving_cb, filled_cb };

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  fixture->position = position;
  fixture->removed = removed;
  fixture->added = added;
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->widget = g_object_ref_sink (gtk_label_new ("List"));
  fixture->store = g_list_store_new (ITEM_TYPE);
  fixture->filler = tenure_list_filler_new (fixture->store, fixture->widget, MOST, &funcs, fixture);
  g_signal_connect (fixture->store, "items-changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tenure_list_filler_free (fixture->filler);
  g_object_unref (fixture->store);
  g_object_unref (fixture->widget);
}

/* Wants @n items: @first, @first + @step, … */
static void
want (Fixture *fixture, int first, int step, int n)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < n; i++)
    {
      Item *item = g_object_new (ITEM_TYPE, NULL);

      item->id = first + i * step;
      g_ptr_array_add (items, item);
    }
  fixture->n_changes = fixture->n_moving = fixture->n_filled = 0;
  tenure_list_filler_set (fixture->filler, items);
}

static guint
n_listed (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->store));
}

static Item *
lend_item (Fixture *fixture, guint position)
{
  g_autoptr (Item) item = g_list_model_get_item (G_LIST_MODEL (fixture->store), position);

  return item;
}

static void
assert_lists (Fixture *fixture, int first, int step, int n)
{
  g_assert_cmpuint (n_listed (fixture), ==, n);
  for (int i = 0; i < n; i++)
    g_assert_cmpint (lend_item (fixture, (guint) i)->id, ==, first + i * step);
}

static void
test_at_once (Fixture *fixture, gconstpointer data)
{
  want (fixture, 0, 1, 1000);
  assert_lists (fixture, 0, 1, 1000);
  g_assert_cmpuint (fixture->n_filled, ==, 1);
  want (fixture, 0, 1, 0);
  assert_lists (fixture, 0, 1, 0);
  g_assert_cmpuint (fixture->n_filled, ==, 1);
}

/* One more at the top: it alone is announced, and the others keep their rows. */
static void
test_few (Fixture *fixture, gconstpointer data)
{
  Item *second;

  want (fixture, 1, 1, 100);
  second = lend_item (fixture, 0);
  want (fixture, 0, 1, 101);
  assert_lists (fixture, 0, 1, 101);
  g_assert_true (lend_item (fixture, 1) == second);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpuint (fixture->position, ==, 0);
  g_assert_cmpuint (fixture->removed, ==, 0);
  g_assert_cmpuint (fixture->added, ==, 1);
  g_assert_cmpuint (fixture->n_moving, ==, 0);
}

/* Another order: no row comes or goes, each takes over what is to stand there. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  Item *first;

  want (fixture, 0, 1, 100);
  first = lend_item (fixture, 0);
  want (fixture, 99, -1, 100);
  assert_lists (fixture, 99, -1, 100);
  g_assert_true (lend_item (fixture, 0) == first);
  g_assert_cmpuint (first->n_takes, ==, 1);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  g_assert_cmpuint (fixture->n_moving, ==, 1);
}

static void
test_frames (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = widget_test_window (fixture->widget, 200, 100);

  widget_test_wait (gtk_widget_get_mapped (fixture->widget));
  want (fixture, 0, 1, 50);
  g_assert_cmpuint (n_listed (fixture), ==, MOST);
  g_assert_cmpuint (fixture->n_filled, ==, 0);
  widget_test_wait (fixture->n_filled == 1);
  assert_lists (fixture, 0, 1, 50);

  /* A newer wish overtakes the one that is under way. */
  want (fixture, 1000, 1, 80);
  want (fixture, 2000, 1, 20);
  widget_test_wait (fixture->n_filled == 1);
  assert_lists (fixture, 2000, 1, 20);
  widget_test_settle ();
  assert_lists (fixture, 2000, 1, 20);
  g_assert_cmpuint (fixture->n_filled, ==, 1);

  /* Rows that are too many go, too. */
  want (fixture, 3000, 1, 5);
  g_assert_cmpuint (fixture->n_moving, ==, 1);
  widget_test_wait (fixture->n_filled == 1);
  assert_lists (fixture, 3000, 1, 5);
  gtk_window_destroy (window);
}

static void
count_cb (gpointer widget)
{
  guint n = GPOINTER_TO_UINT (g_object_get_data (widget, "n"));

  g_object_set_data (widget, "n", GUINT_TO_POINTER (n + 1));
}

static void
test_when_shown (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window;

  tenure_when_shown (fixture->widget, count_cb);
  tenure_when_shown (fixture->widget, count_cb);
  g_assert_null (g_object_get_data (G_OBJECT (fixture->widget), "n"));
  window = widget_test_window (fixture->widget, 200, 100);
  widget_test_wait (gtk_widget_get_mapped (fixture->widget));
  g_assert_cmpuint (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (fixture->widget), "n")), ==, 1);
  tenure_when_shown (fixture->widget, count_cb);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (fixture->widget), "n")), ==, 2);

  /* Nothing was asked for while it was hidden, so nothing is done when it comes back. */
  gtk_widget_set_visible (fixture->widget, FALSE);
  gtk_widget_set_visible (fixture->widget, TRUE);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (fixture->widget), "n")), ==, 2);
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  widget_test_init (&argc, &argv);
  g_test_add ("/list-filler/at-once", Fixture, NULL, set_up, test_at_once, tear_down);
  g_test_add ("/list-filler/few", Fixture, NULL, set_up, test_few, tear_down);
  g_test_add ("/list-filler/many", Fixture, NULL, set_up, test_many, tear_down);
  g_test_add ("/list-filler/frames", Fixture, NULL, set_up, test_frames, tear_down);
  g_test_add ("/when-shown", Fixture, NULL, set_up, test_when_shown, tear_down);
  return g_test_run ();
}
