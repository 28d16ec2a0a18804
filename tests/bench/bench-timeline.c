/* bench-timeline — what a frame of the timeline costs, scene and paint on an image of 1920 × 1080.
 *
 * Printed for each case: the median and the slowest of the frames in milliseconds of this thread's processor
 * time (so that what else the machine does is not counted), and the ratio of the median to the unit, which is
 * painting the whole image with a translucent colour four times in the same run. Exits with 1 when a
 * case takes longer than a frame may and, lest a slow machine be blamed on the program, also more units than
 * that is where the unit takes 4 ms. */

#include <cairo.h>
#include <locale.h>
#include <time.h>

#include "../chart/samples.h"
#include "chart/painter.h"
#include "median.h"

#define WIDTH 1920
#define HEIGHT 1080
#define FRAMES 40
#define UNIT_MS 4.0
#define SORT_MS 150.0 /* of the 200 that grouping and ordering may take together */

typedef enum
{
  PAN_ROWS,     /* labelled rows, moving down a row and a bit each frame */
  PAN_DAYS,     /* labelled rows, moving a week each frame */
  ZOOM_DAYS,    /* labelled rows, a little nearer each frame */
  THIN_ROWS,    /* rows of three pixels, moving down */
  JUMP,         /* labelled rows, somewhere else each frame: nothing is cached */
  COLLAPSED,    /* every group collapsed: a strip of density a row, moving down */
  DENSITY,      /* everything in view */
  DENSITY_ZOOM, /* density, a little nearer each frame */
} Motion;

static const struct
{
  const char *name;
  guint n;
  Motion motion;
  double limit_ms;
} cases[] = {
  { "100,000 agreements, labelled, rows moving", 100000, PAN_ROWS, 8 },
  { "100,000 agreements, labelled, days moving", 100000, PAN_DAYS, 8 },
  { "100,000 agreements, labelled, zooming", 100000, ZOOM_DAYS, 8 },
  { "100,000 agreements, thin rows moving", 100000, THIN_ROWS, 8 },
  { "100,000 agreements, labelled, jumping", 100000, JUMP, 8 },
  { "100,000 agreements, groups collapsed, moving", 100000, COLLAPSED, 8 },
  { "100,000 agreements, density", 100000, DENSITY, 8 },
  { "100,000 agreements, density, zooming", 100000, DENSITY_ZOOM, 8 },
  { "1,000,000 agreements, labelled, rows moving", 1000000, PAN_ROWS, 33 },
  { "1,000,000 agreements, density", 1000000, DENSITY, 33 },
  { "1,000,000 agreements, density, zooming", 1000000, DENSITY_ZOOM, 33 },
};

typedef struct
{
  SampleTimeline sample;
  TenureTimelineIndex *index;
  TenureTimelineFrame frame;
  TenureChartTheme theme;
  cairo_surface_t *surface;
  cairo_t *cr;
} Bench;

static gint64
now_us (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

static double
unit_ms (Bench *bench)
{
  double times[15];

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      gint64 start = now_us ();

      for (guint k = 0; k < 4; k++)
        {
          cairo_set_source_rgba (bench->cr, 0.2, 0.4, 0.6, 0.5);
          cairo_paint (bench->cr);
        }
      cairo_surface_flush (bench->surface);
      times[i] = (double) (now_us () - start) / 1000;
    }
  return bench_median (times, G_N_ELEMENTS (times));
}

static void
start_view (Bench *bench, Motion motion, TenureTimelineView *view)
{
  if (motion == DENSITY || motion == DENSITY_ZOOM)
    {
      tenure_timeline_view_fit (view, bench->index, &bench->frame, &bench->theme);
      return;
    }
  tenure_timeline_view_today (view, bench->index, &bench->frame, &bench->theme);
  if (motion == THIN_ROWS)
    view->row_px = 3;
}

static void
move_view (Bench *bench, Motion motion, TenureTimelineView *view, guint step)
{
  switch (motion)
    {
    case PAN_ROWS:
    case THIN_ROWS:
    case COLLAPSED:
      tenure_timeline_view_pan (view, bench->index, &bench->frame, &bench->theme, 0, 29);
      break;
    case PAN_DAYS:
      tenure_timeline_view_pan (view, bench->index, &bench->frame, &bench->theme, 7 * view->px_per_day, 0);
      break;
    case ZOOM_DAYS:
    case DENSITY_ZOOM:
      tenure_timeline_view_zoom_days (view, bench->index, &bench->frame, &bench->theme,
                                      step % 2 == 0 ? 1.15 : 0.9, 700);
      break;
    case JUMP:
      tenure_timeline_view_pan (view, bench->index, &bench->frame, &bench->theme, 0, 1900 * 17);
      break;
    case DENSITY:
    default:
      tenure_timeline_view_pan (view, bench->index, &bench->frame, &bench->theme, 11, 0);
      break;
    }
}

static double
frame_ms (Bench *bench, const TenureTimelineView *view)
{
  gint64 start = now_us ();
  TenureScene *scene = tenure_chart_timeline (bench->index, view, &bench->frame, &bench->theme);

  tenure_scene_paint (scene, bench->cr);
  cairo_surface_flush (bench->surface);
  tenure_scene_free (scene);
  return (double) (now_us () - start) / 1000;
}

/* Makes the index anew with all groups open or all collapsed. */
static void
collapse (Bench *bench, gboolean collapsed)
{
  if (bench->sample.groups[0].collapsed == collapsed)
    return;
  for (guint i = 0; i < bench->sample.data.n_groups; i++)
    bench->sample.groups[i].collapsed = collapsed;
  tenure_timeline_index_unref (bench->index);
  bench->index = tenure_timeline_index_new (&bench->sample.data);
}

/* What choosing another order costs: rows and sums anew. The median of five. */
static gboolean
sort_anew (Bench *bench, guint n, double unit)
{
  static const char *const orders[] = { "end", "start", "value", "severity" };
  gboolean all = TRUE;

  for (guint order = 0; order < G_N_ELEMENTS (orders); order++)
    {
      double times[5], median;
      gboolean too_slow;

      bench->sample.data.order = (TenureTimelineOrder) order;
      for (guint i = 0; i < G_N_ELEMENTS (times); i++)
        {
          gint64 start = now_us ();
          TenureTimelineIndex *index = tenure_timeline_index_new (&bench->sample.data);

          times[i] = (double) (now_us () - start) / 1000;
          tenure_timeline_index_unref (index);
        }
      median = bench_median (times, G_N_ELEMENTS (times));
      too_slow = n == 100000 && median > SORT_MS && median / unit > SORT_MS / UNIT_MS;
      g_print ("%u agreements, rows by %-8s               median %6.1f ms  %28.2f × unit%s\n", n, orders[order], median,
               median / unit, too_slow ? "  ABOVE LIMIT" : "");
      all = all && !too_slow;
    }
  bench->sample.data.order = TENURE_TIMELINE_BY_END;
  return all;
}

static gboolean
run_case (Bench *bench, guint i, double unit)
{
  TenureTimelineView view;
  double times[FRAMES];
  double median;
  gboolean too_slow;

  collapse (bench, cases[i].motion == COLLAPSED);
  start_view (bench, cases[i].motion, &view);
  frame_ms (bench, &view);
  for (guint k = 0; k < FRAMES; k++)
    {
      move_view (bench, cases[i].motion, &view, k);
      times[k] = frame_ms (bench, &view);
    }
  median = bench_median (times, FRAMES);
  too_slow = median > cases[i].limit_ms && median / unit > cases[i].limit_ms / UNIT_MS;
  g_print ("%-46s median %6.2f ms  slowest %6.2f ms  %5.2f × unit%s\n", cases[i].name, median,
           times[FRAMES - 1], median / unit, too_slow ? "  ABOVE LIMIT" : "");
  return !too_slow;
}

static void
fill (Bench *bench, guint n)
{
  gint64 start;

  sample_timeline_fill (&bench->sample, n, n / 20);
  start = now_us ();
  bench->index = tenure_timeline_index_new (&bench->sample.data);
  g_print ("index of %u agreements: %.1f ms\n", n, (double) (now_us () - start) / 1000);
}

static void
drop (Bench *bench)
{
  g_clear_pointer (&bench->index, tenure_timeline_index_unref);
  sample_timeline_clear (&bench->sample);
}

int
main (void)
{
  Bench bench = { .frame = { .width = WIDTH, .height = HEIGHT, .as_of = sample_as_of (), .strip = TRUE, .minimap = TRUE } };
  gboolean all = TRUE;
  double unit;

  setlocale (LC_ALL, "");
  tenure_chart_theme_init (&bench.theme, FALSE, FALSE, 1, "Cantarell");
  bench.theme.headings = FALSE;
  bench.theme.opaque = TRUE;
  bench.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  bench.cr = cairo_create (bench.surface);
  unit = unit_ms (&bench);
  g_print ("unit: %.2f ms\n", unit);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (i == 0 || cases[i].n != cases[i - 1].n)
        {
          drop (&bench);
          fill (&bench, cases[i].n);
          all = sort_anew (&bench, cases[i].n, unit) && all;
        }
      all = run_case (&bench, i, unit) && all;
    }
  drop (&bench);
  cairo_destroy (bench.cr);
  cairo_surface_destroy (bench.surface);
  return all ? EXIT_SUCCESS : EXIT_FAILURE;
}
