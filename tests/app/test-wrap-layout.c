/* Children that go on in the next line where there is no more room. */

#include "app/gtk/wrap-layout.h"

#include "widget-test.h"

#define GAP 6
#define N 5

/* @N boxes of 100 by 20 px; the last may be higher. */
static GtkWidget *
make_line (GtkWidget *boxes[N], int last_height)
{
  GtkWidget *line = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));

  gtk_widget_set_layout_manager (line, tenure_wrap_layout_new ());
  for (guint i = 0; i < N; i++)
    {
      boxes[i] = adw_bin_new ();
      gtk_widget_set_size_request (boxes[i], 100, i == N - 1 ? last_height : 20);
      gtk_box_append (GTK_BOX (line), boxes[i]);
    }
  return line;
}

static int
height_at (GtkWidget *line, int width)
{
  int height;

  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static void
test_lines (void)
{
  static const struct
  {
    int width, lines;
  } cases[] = { { 1000, 1 }, { 524, 1 }, { 523, 2 }, { 206, 3 }, { 205, 5 }, { 100, 5 } };
  GtkWidget *boxes[N];
  GtkWidget *line = make_line (boxes, 20);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%d px", cases[i].width);
      g_assert_cmpint (height_at (line, cases[i].width), ==, cases[i].lines * (20 + GAP) - GAP);
    }
  /* What is not shown takes no room. */
  gtk_widget_set_visible (boxes[1], FALSE);
  g_assert_cmpint (height_at (line, 418), ==, 20);
  g_object_unref (line);
}

/* Where the @child stands in its line. */
static graphene_point_t
place_of (GtkWidget *child, GtkWidget *line)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, line, &bounds));
  return bounds.origin;
}

static void
test_places (void)
{
  static const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };
  GtkWidget *boxes[N];
  GtkWidget *line = make_line (boxes, 40);

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      gboolean mirrored = directions[i] == GTK_TEXT_DIR_RTL;

      gtk_widget_set_direction (line, directions[i]);
      gtk_widget_measure (line, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_allocate (line, 320, height_at (line, 320), -1, NULL);
      g_assert_cmpfloat (place_of (boxes[0], line).x, ==, mirrored ? 220 : 0);
      g_assert_cmpfloat (place_of (boxes[2], line).x, ==, mirrored ? 8 : 212);
      g_assert_cmpfloat (place_of (boxes[3], line).x, ==, mirrored ? 220 : 0);
      /* In the middle of what the highest of the line needs. */
      g_assert_cmpfloat (place_of (boxes[3], line).y, ==, 20 + GAP + 10);
      g_assert_cmpfloat (place_of (boxes[4], line).y, ==, 20 + GAP);
    }
  g_object_unref (line);
}

int
main (int argc, char **argv)
{
  widget_test_init (&argc, &argv);
  g_test_add_func ("/wrap-layout/lines", test_lines);
  g_test_add_func ("/wrap-layout/places", test_places);
  return g_test_run ();
}
