/* The overview's layout at three widths, both reading directions, and with room to spare. */

#include "config.h"

#include "app/overview/overview-layout.h"
#include "widget-test.h"

#define N_CHARTS 4
#define GAP 12
#define FIGURES_HEIGHT 100
#define CHART_HEIGHT 200

typedef struct
{
  GtkWidget *box, *figures, *list, *charts[N_CHARTS];
} Fixture;

static GtkWidget *
child_new (Fixture *fixture, int height)
{
  GtkWidget *child = gtk_drawing_area_new ();

  gtk_widget_set_size_request (child, 100, height);
  gtk_box_append (GTK_BOX (fixture->box), child);
  return child;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_layout_manager (fixture->box, g_object_new (TENURE_TYPE_OVERVIEW_LAYOUT, NULL));
  fixture->figures = child_new (fixture, FIGURES_HEIGHT);
  fixture->list = child_new (fixture, 50);
  for (guint i = 0; i < N_CHARTS; i++)
    fixture->charts[i] = child_new (fixture, CHART_HEIGHT);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->box);
}

/* Gives the box @width and as much height as it asks for and @spare; returns the height asked for. */
static int
allocate (Fixture *fixture, int width, int spare)
{
  int height;

  gtk_widget_measure (fixture->box, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (fixture->box, width, height + spare, -1, NULL);
  return height;
}

static graphene_rect_t
place (Fixture *fixture, GtkWidget *child)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, fixture->box, &bounds));
  return bounds;
}

static void
assert_below (graphene_rect_t upper, graphene_rect_t lower)
{
  g_assert_cmpfloat (lower.origin.y, ==, upper.origin.y + upper.size.height + GAP);
}

static void
assert_beside (graphene_rect_t left, graphene_rect_t right)
{
  g_assert_cmpfloat (right.origin.x, ==, left.origin.x + left.size.width + GAP);
  g_assert_cmpfloat (right.origin.y, ==, left.origin.y);
}

static void
test_wide (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t list, last;

  g_assert_cmpint (allocate (fixture, 1200, 0), ==, FIGURES_HEIGHT + GAP + 2 * CHART_HEIGHT + GAP);
  list = place (fixture, fixture->list);
  assert_below (place (fixture, fixture->figures), list);
  assert_beside (list, place (fixture, fixture->charts[0]));
  assert_beside (place (fixture, fixture->charts[0]), place (fixture, fixture->charts[1]));
  assert_below (place (fixture, fixture->charts[0]), place (fixture, fixture->charts[2]));
  last = place (fixture, fixture->charts[3]);
  g_assert_cmpfloat (last.origin.y + last.size.height, ==, list.origin.y + list.size.height);
  g_assert_cmpfloat (last.origin.x + last.size.width, <=, 1200);
}

static void
test_middle (Fixture *fixture, gconstpointer data)
{
  allocate (fixture, 700, 0);
  g_assert_cmpfloat (place (fixture, fixture->list).size.width, ==, 700);
  assert_below (place (fixture, fixture->list), place (fixture, fixture->charts[0]));
  assert_beside (place (fixture, fixture->charts[0]), place (fixture, fixture->charts[1]));
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  allocate (fixture, 400, 0);
  for (guint i = 0; i < N_CHARTS; i++)
    {
      g_test_message ("chart %u", i);
      assert_below (place (fixture, i == 0 ? fixture->list : fixture->charts[i - 1]),
                    place (fixture, fixture->charts[i]));
      g_assert_cmpfloat (place (fixture, fixture->charts[i]).size.width, ==, 400);
    }
}

/* Large screens have no empty bottom. */
static void
test_spare (Fixture *fixture, gconstpointer data)
{
  int height = allocate (fixture, 1600, 300);
  graphene_rect_t list = place (fixture, fixture->list);
  graphene_rect_t last = place (fixture, fixture->charts[3]);

  g_assert_cmpfloat (last.size.height, ==, CHART_HEIGHT + 150);
  g_assert_cmpfloat (last.origin.y + last.size.height, ==, height + 300);
  g_assert_cmpfloat (list.origin.y + list.size.height, ==, height + 300);
}

static void
test_mirrored (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t list;

  gtk_widget_set_direction (fixture->box, GTK_TEXT_DIR_RTL);
  allocate (fixture, 1200, 0);
  list = place (fixture, fixture->list);
  g_assert_cmpfloat (list.origin.x + list.size.width, ==, 1200);
  assert_beside (place (fixture, fixture->charts[0]), list);
  assert_beside (place (fixture, fixture->charts[1]), place (fixture, fixture->charts[0]));
}

/* A chart that is not shown leaves no hole; one that is alone in its row takes all of it. */
static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_visible (fixture->charts[1], FALSE);
  allocate (fixture, 700, 0);
  assert_beside (place (fixture, fixture->charts[0]), place (fixture, fixture->charts[2]));
  g_assert_cmpfloat (place (fixture, fixture->charts[3]).size.width, ==, 700);
}

int
main (int argc, char **argv)
{
  widget_test_init (&argc, &argv);
  g_test_add ("/overview-layout/wide", Fixture, NULL, set_up, test_wide, tear_down);
  g_test_add ("/overview-layout/middle", Fixture, NULL, set_up, test_middle, tear_down);
  g_test_add ("/overview-layout/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/overview-layout/spare", Fixture, NULL, set_up, test_spare, tear_down);
  g_test_add ("/overview-layout/mirrored", Fixture, NULL, set_up, test_mirrored, tear_down);
  g_test_add ("/overview-layout/hidden", Fixture, NULL, set_up, test_hidden, tear_down);
  return g_test_run ();
}
