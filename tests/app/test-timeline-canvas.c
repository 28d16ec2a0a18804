/* The timeline's canvas with bars made by hand: one frame for each change of the view, walking beyond the screen,
 * selection, and a hundred thousand bars. */

#include "config.h"

#include "app/timeline/timeline-canvas-private.h"
#include "widget-test.h"

#define AS_OF 20778 /* 21 Nov 2026 */
#define N_GROUPS 40

/* @n agreements of about two years, spread over ten, over N_GROUPS providers; record ids count from 1. */
static TenureTimelineModel *
make_model (guint n)
{
  TenureTimelineBar *bars = g_new0 (TenureTimelineBar, n);
  TenureTimelineGroup *groups = g_new0 (TenureTimelineGroup, N_GROUPS);

  for (guint i = 0; i < N_GROUPS; i++)
    groups[i].label = "A provider";
  for (guint i = 0; i < n; i++)
    bars[i] = (TenureTimelineBar){
      .record = i + 1,
      .label = "Advice line",
      .first = AS_OF - 1800 + (gint32) (i * 2654435761u % 3000),
      .last = AS_OF - 1800 + (gint32) (i * 2654435761u % 3000) + 365 + (gint32) (i % 5) * 182,
      .max_last = TENURE_DAY_NONE,
      .decision = i % 3 == 0 ? AS_OF + 30 : TENURE_DAY_NONE,
      .notice = TENURE_DAY_NONE,
      .predecessor = -1,
      .lead = -1,
      .group = i % N_GROUPS,
      .annual_minor = 100000 * (i % 50),
      .value_known = i % 7 != 0,
      .level = i % TENURE_N_CHART_LEVELS,
    };
  return tenure_timeline_model_new_from_bars (bars, n, groups, N_GROUPS, TENURE_TIMELINE_BY_END, AS_OF);
}

typedef struct
{
  TenureTimelineCanvas *canvas;
  GtkWindow *window;
  guint n_selected;
} Fixture;

static void
selected_cb (Fixture *fixture)
{
  fixture->n_selected++;
}

static guint
frames (Fixture *fixture)
{
  return tenure_chart_view_get_costs (tenure_timeline_canvas_get_chart (fixture->canvas)).n_paints;
}

static guint
scenes (Fixture *fixture)
{
  return tenure_chart_view_get_costs (tenure_timeline_canvas_get_chart (fixture->canvas)).n_scenes;
}

static void
set_up (Fixture *fixture, guint n)
{
  g_autoptr (TenureTimelineModel) model = make_model (n);

  fixture->canvas = TENURE_TIMELINE_CANVAS (tenure_timeline_canvas_new ());
  fixture->n_selected = 0;
  g_signal_connect_swapped (fixture->canvas, "notify::selected", G_CALLBACK (selected_cb), fixture);
  fixture->window = widget_test_window (GTK_WIDGET (fixture->canvas), 1000, 640);
  tenure_timeline_canvas_set_model (fixture->canvas, model);
  widget_test_wait (frames (fixture) >= 1);
  widget_test_settle ();
}

static void
tear_down (Fixture *fixture)
{
  widget_test_assert_finalized (fixture->window, GTK_WIDGET (fixture->canvas));
}

static void
test_frames (void)
{
  Fixture fixture;
  guint before;

  set_up (&fixture, 200);
  before = scenes (&fixture);
  /* Twenty events between two frames are one frame. */
  for (guint i = 0; i < 20; i++)
    tenure_timeline_canvas_pan (fixture.canvas, 7, 3);
  widget_test_wait (scenes (&fixture) == before + 1);
  widget_test_settle ();
  g_assert_cmpuint (scenes (&fixture), ==, before + 1);
  g_assert_cmpuint (scenes (&fixture), ==, frames (&fixture));
  tear_down (&fixture);
}

static void
test_view (void)
{
  Fixture fixture;
  TenureTimelineView start, view;

  set_up (&fixture, 200);
  start = tenure_timeline_canvas_get_view (fixture.canvas);
  g_assert_cmpfloat (start.first_day, <, AS_OF);

  tenure_timeline_canvas_zoom (fixture.canvas, 2.0);
  view = tenure_timeline_canvas_get_view (fixture.canvas);
  g_assert_cmpfloat_with_epsilon (view.px_per_day, start.px_per_day * 2, 1e-9);

  tenure_timeline_canvas_pan (fixture.canvas, 100, 0);
  g_assert_cmpfloat (tenure_timeline_canvas_get_view (fixture.canvas).first_day, >, view.first_day);

  tenure_timeline_canvas_fit (fixture.canvas);
  view = tenure_timeline_canvas_get_view (fixture.canvas);
  g_assert_cmpfloat (view.px_per_day, <, start.px_per_day);
  g_assert_cmpfloat_with_epsilon (view.scroll_px, 0, 1e-9);

  tenure_timeline_canvas_today (fixture.canvas);
  g_assert_cmpfloat_with_epsilon (tenure_timeline_canvas_get_view (fixture.canvas).first_day, start.first_day, 1e-9);
  tear_down (&fixture);
}

static void
test_selection (void)
{
  Fixture fixture;
  TenureChartView *chart;
  int mark;

  set_up (&fixture, 200);
  chart = tenure_timeline_canvas_get_chart (fixture.canvas);
  g_assert_cmpint (tenure_timeline_canvas_get_selected (fixture.canvas), ==, TENURE_ID_NONE);
  g_assert_false (tenure_timeline_canvas_reveal_selected (fixture.canvas));

  /* The last bar is far below the screen: walking there brings it into view and puts the keyboard on it. */
  tenure_timeline_canvas_walk (fixture.canvas, TENURE_WALK_LAST);
  g_assert_cmpuint (fixture.n_selected, ==, 1);
  g_assert_cmpfloat (tenure_timeline_canvas_get_view (fixture.canvas).scroll_px, >, 0);
  mark = tenure_chart_view_get_focus_mark (chart);
  g_assert_cmpint (mark, >=, 0);
  g_assert_cmpint (tenure_scene_get_mark (tenure_chart_view_get_scene (chart), mark)->record, ==,
                   tenure_timeline_canvas_get_selected (fixture.canvas));

  /* Staying is no change; neither is selecting the same. */
  tenure_timeline_canvas_walk (fixture.canvas, TENURE_WALK_LAST);
  tenure_timeline_canvas_set_selected (fixture.canvas, tenure_timeline_canvas_get_selected (fixture.canvas));
  g_assert_cmpuint (fixture.n_selected, ==, 1);

  tenure_timeline_canvas_walk (fixture.canvas, TENURE_WALK_PREVIOUS);
  g_assert_cmpuint (fixture.n_selected, ==, 2);
  g_object_set (fixture.canvas, "selected", (gint64) 5, NULL);
  g_assert_cmpuint (fixture.n_selected, ==, 3);
  g_assert_true (tenure_timeline_canvas_reveal_selected (fixture.canvas));
  g_object_set (fixture.canvas, "selected", (gint64) 5000, NULL);
  g_assert_false (tenure_timeline_canvas_reveal_selected (fixture.canvas));
  tear_down (&fixture);
}

static void
toggled_cb (guint *toggled, guint group)
{
  *toggled = group;
}

/* The keyboard walks headers too, which are no records; to the right opens a closed group, to the left closes an open one. */
static void
test_headers (void)
{
  Fixture fixture;
  TenureChartView *chart;
  guint toggled = G_MAXUINT;
  TenureId first;

  set_up (&fixture, 200);
  chart = tenure_timeline_canvas_get_chart (fixture.canvas);
  g_signal_connect_swapped (fixture.canvas, "group-toggled", G_CALLBACK (toggled_cb), &toggled);
  tenure_timeline_canvas_walk (fixture.canvas, TENURE_WALK_FIRST);
  g_assert_cmpint (tenure_timeline_canvas_get_selected (fixture.canvas), ==, TENURE_ID_NONE);
  g_assert_cmpint (tenure_chart_view_get_focus_mark (chart), >=, 0);
  tenure_timeline_canvas_walk (fixture.canvas, TENURE_WALK_PREVIOUS);
  g_assert_cmpuint (toggled, ==, 0);
  tenure_timeline_canvas_walk (fixture.canvas, TENURE_WALK_NEXT);
  first = tenure_timeline_canvas_get_selected (fixture.canvas);
  g_assert_cmpint (first, !=, TENURE_ID_NONE);
  /* What is selected stays so while the keyboard is on a header. */
  toggled = G_MAXUINT;
  tenure_timeline_canvas_walk (fixture.canvas, TENURE_WALK_UP);
  g_assert_cmpint (tenure_timeline_canvas_get_selected (fixture.canvas), ==, first);
  tenure_timeline_canvas_open_selected (fixture.canvas);
  g_assert_cmpuint (toggled, ==, 0);
  tear_down (&fixture);
}

static void
test_models (void)
{
  Fixture fixture;
  g_autoptr (TenureTimelineModel) empty = NULL;
  g_autoptr (TenureTimelineModel) other = NULL;
  TenureTimelineView view;

  /* Another model keeps the view; nothing and an empty one are shown as such. */
  set_up (&fixture, 200);
  tenure_timeline_canvas_zoom (fixture.canvas, 1.5);
  view = tenure_timeline_canvas_get_view (fixture.canvas);
  other = make_model (150);
  tenure_timeline_canvas_set_model (fixture.canvas, other);
  widget_test_settle ();
  g_assert_cmpfloat_with_epsilon (tenure_timeline_canvas_get_view (fixture.canvas).px_per_day, view.px_per_day, 1e-9);
  empty = make_model (0);
  tenure_timeline_canvas_set_model (fixture.canvas, empty);
  widget_test_settle ();
  tenure_timeline_canvas_walk (fixture.canvas, TENURE_WALK_FIRST);
  g_assert_cmpint (tenure_timeline_canvas_get_selected (fixture.canvas), ==, TENURE_ID_NONE);
  tenure_timeline_canvas_set_model (fixture.canvas, NULL);
  widget_test_settle ();
  tenure_timeline_canvas_fit (fixture.canvas);
  g_assert_null (tenure_chart_view_get_scene (tenure_timeline_canvas_get_chart (fixture.canvas)));
  tear_down (&fixture);
}

typedef struct
{
  TenureId record;
  TenureDay day;
  guint n;
} Pulled;

static void
pulled_cb (Pulled *pulled, TenureId record, int day)
{
  *pulled = (Pulled){ record, day, pulled->n + 1 };
}

/* The end of a bar in view, if ends can be pulled. */
static TenureTimelineEdge
find_edge (TenureTimelineCanvas *canvas)
{
  int width = gtk_widget_get_width (GTK_WIDGET (canvas->chart)), height = gtk_widget_get_height (GTK_WIDGET (canvas->chart));

  for (int y = 0; y < height; y += 4)
    for (int x = 40; x < width - 200; x += 4)
      if (tenure_timeline_stretch_begin (canvas, x, y))
        {
          tenure_timeline_stretch_drop (canvas);
          return canvas->stretch.edge;
        }
  return (TenureTimelineEdge){ .bar = -1 };
}

/* Nothing is said before it is let go of, nothing when it is dropped or back where it was, and no frame is made for it. */
static void
test_stretch (void)
{
  Fixture fixture;
  Pulled pulled = { 0 };
  TenureTimelineEdge edge;
  const TenureTimelineBar *bar;
  double year;
  guint before;

  set_up (&fixture, 60);
  g_signal_connect_swapped (fixture.canvas, "end-pulled", G_CALLBACK (pulled_cb), &pulled);
  g_assert_cmpint (find_edge (fixture.canvas).bar, ==, -1);
  tenure_timeline_canvas_set_stretchable (fixture.canvas, TRUE);
  edge = find_edge (fixture.canvas);
  g_assert_cmpint (edge.bar, >=, 0);
  bar = &fixture.canvas->model->bars[edge.bar];
  year = 365 * tenure_timeline_canvas_get_view (fixture.canvas).px_per_day;
  before = scenes (&fixture);

  g_assert_true (tenure_timeline_stretch_begin (fixture.canvas, edge.x, edge.y + edge.height / 2));
  tenure_timeline_stretch_to (fixture.canvas, edge.x + year);
  widget_test_settle ();
  g_assert_cmpuint (pulled.n, ==, 0);
  tenure_timeline_stretch_end (fixture.canvas);
  g_assert_cmpuint (pulled.n, ==, 1);
  g_assert_cmpint (pulled.record, ==, bar->record);
  g_assert_cmpint (ABS (pulled.day - (bar->last + 365)), <=, 16);

  tenure_timeline_stretch_begin (fixture.canvas, edge.x, edge.y + edge.height / 2);
  tenure_timeline_stretch_to (fixture.canvas, edge.x + year);
  g_assert_true (tenure_timeline_stretch_drop (fixture.canvas));
  g_assert_false (tenure_timeline_stretch_drop (fixture.canvas));
  tenure_timeline_stretch_to (fixture.canvas, edge.x + 2 * year);
  tenure_timeline_stretch_end (fixture.canvas);
  tenure_timeline_stretch_begin (fixture.canvas, edge.x, edge.y + edge.height / 2);
  tenure_timeline_stretch_end (fixture.canvas);
  g_assert_cmpuint (pulled.n, ==, 1);
  g_assert_cmpuint (scenes (&fixture), ==, before);

  /* Whatever else moves the view lets go of it. */
  tenure_timeline_stretch_begin (fixture.canvas, edge.x, edge.y + edge.height / 2);
  tenure_timeline_stretch_to (fixture.canvas, edge.x + year);
  tenure_timeline_canvas_pan (fixture.canvas, 10, 0);
  tenure_timeline_stretch_end (fixture.canvas);
  g_assert_cmpuint (pulled.n, ==, 1);
  tear_down (&fixture);
}

/* Times are printed for people and compared by tests/bench; here only that it works at all. */
static void
test_many (void)
{
  Fixture fixture;
  TenureChartViewCosts costs;
  guint before;

  set_up (&fixture, 100000);
  tenure_timeline_canvas_fit (fixture.canvas);
  widget_test_settle ();
  for (guint i = 0; i < 20; i++)
    {
      before = frames (&fixture);
      tenure_timeline_canvas_zoom (fixture.canvas, i < 10 ? 1.4 : 1 / 1.2);
      tenure_timeline_canvas_pan (fixture.canvas, 15, 40);
      widget_test_wait (frames (&fixture) > before);
    }
  tenure_timeline_canvas_walk (fixture.canvas, TENURE_WALK_LAST);
  widget_test_settle ();
  g_assert_cmpint (tenure_timeline_canvas_get_selected (fixture.canvas), !=, TENURE_ID_NONE);
  costs = tenure_chart_view_get_costs (tenure_timeline_canvas_get_chart (fixture.canvas));
  g_test_message ("100,000 bars at 1000 × 640: last frame %.1f ms, slowest %.1f ms", costs.last_us / 1000.0,
                  costs.worst_us / 1000.0);
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  widget_test_init (&argc, &argv);
  g_test_add_func ("/timeline-canvas/frames", test_frames);
  g_test_add_func ("/timeline-canvas/view", test_view);
  g_test_add_func ("/timeline-canvas/selection", test_selection);
  g_test_add_func ("/timeline-canvas/headers", test_headers);
  g_test_add_func ("/timeline-canvas/models", test_models);
  g_test_add_func ("/timeline-canvas/stretch", test_stretch);
  g_test_add_func ("/timeline-canvas/many", test_many);
  return g_test_run ();
}
