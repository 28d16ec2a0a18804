#include <math.h>

#include "chart/seat-chart.h"

static const struct
{
  double width, height;
} boxes[] = {
  { 600, 320 },
  { 300, 300 },
  { 900, 120 },
  { 40, 400 },
};

static void
check (guint n, double width, double height)
{
  g_autofree TenureSeatPlace *places = g_new (TenureSeatPlace, n);
  double radius = 0;
  double slack = 1e-6;

  tenure_seat_layout (n, width, height, places, &radius);
  g_assert_cmpfloat (radius, >, 0);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (places[i].x - radius, >=, -slack);
      g_assert_cmpfloat (places[i].x + radius, <=, width + slack);
      g_assert_cmpfloat (places[i].y - radius, >=, -slack);
      g_assert_cmpfloat (places[i].y + radius, <=, height + slack);
      if (i > 0)
        g_assert_cmpfloat (places[i].angle, >=, places[i - 1].angle - 1e-9);
      for (guint k = 0; k < i; k++)
        if (hypot (places[i].x - places[k].x, places[i].y - places[k].y) < 2 * radius - slack)
          g_error ("%u seats in %g × %g: %u and %u overlap", n, width, height, k, i);
    }
}

static void
test_all_sizes (void)
{
  for (guint n = 1; n <= 500; n++)
    check (n, boxes[0].width, boxes[0].height);
}

static void
test_all_boxes (void)
{
  static const guint sizes[] = { 1, 2, 3, 5, 14, 22, 60, 101, 333, 500, 800 };

  for (guint b = 0; b < G_N_ELEMENTS (boxes); b++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      check (sizes[i], boxes[b].width, boxes[b].height);
}

/* A board of 22 has seats that can be pointed at in an ordinary card. */
static void
test_seats_are_large (void)
{
  TenureSeatPlace places[22];
  double radius;

  tenure_seat_layout (22, 460, 260, places, &radius);
  g_assert_cmpfloat (radius, >=, 18);
}

static void
test_no_room (void)
{
  TenureSeatPlace places[10];
  double radius;

  tenure_seat_layout (10, 0, 0, places, &radius);
  g_assert_true (isfinite (radius));
  for (guint i = 0; i < 10; i++)
    g_assert_true (isfinite (places[i].x) && isfinite (places[i].y));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seat-layout/all-sizes", test_all_sizes);
  g_test_add_func ("/seat-layout/all-boxes", test_all_boxes);
  g_test_add_func ("/seat-layout/seats-are-large", test_seats_are_large);
  g_test_add_func ("/seat-layout/no-room", test_no_room);
  return g_test_run ();
}
