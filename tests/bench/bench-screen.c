/* What a frame of the timeline costs on screen with 100,000 agreements, beside redrawing a whole empty window, in one run:
 * from the beginning of a frame until the display has it, median of many. The scene is made and painted within that time; what
 * that takes by itself is known of the chart. The rest, which is what the toolkit and the display add, is held against the
 * empty window: a display without a graphics processor fills a window with one colour faster than anything is drawn.
 *
 * Needs a display; tests/app/on-desk gives it a virtual one, on which painting is done by the processor. */

#include "app/application.h"
#include "app/settings.h"
#include "app/timeline/timeline-canvas.h"
#include "large-document.h"
#include "median.h"

#define FRAMES 200
#define BOUND_RATIO 2.0
#define ZOOM 1.04

/* --- A widget that is one colour ------------------------------------------------------------------------------ */

#define BENCH_TYPE_BLANK (bench_blank_get_type ())
G_DECLARE_FINAL_TYPE (BenchBlank, bench_blank, BENCH, BLANK, GtkWidget)

struct _BenchBlank
{
  GtkWidget parent_instance;

  gboolean dark;
};

G_DEFINE_FINAL_TYPE (BenchBlank, bench_blank, GTK_TYPE_WIDGET)

static void
bench_blank_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GdkRGBA colour = { BENCH_BLANK (widget)->dark ? 0.2f : 0.9f, 0.5f, 0.5f, 1 };

  gtk_snapshot_append_color (
      snapshot, &colour,
      &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));
}

static void
bench_blank_class_init (BenchBlankClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = bench_blank_snapshot;
}

static void
bench_blank_init (BenchBlank *self)
{
}

/* --- Frames --------------------------------------------------------------------------------------------------- */

typedef struct
{
  void (*change) (GtkWidget *widget, guint frame);
  GtkWidget *widget;
  double ms[FRAMES], chart_ms[FRAMES];
  guint n;
  gint64 begun; /* microseconds */
  void (*done) (void);
} Watch;

static Watch watch;
static double blank_ms;

static void
frame_begins_cb (void)
{
  watch.begun = g_get_monotonic_time ();
}

static void
painted_cb (void)
{
  if (watch.change == NULL || watch.n == FRAMES)
    return;
  gdk_display_sync (gtk_widget_get_display (watch.widget));
  if (TENURE_IS_TIMELINE_CANVAS (watch.widget))
    {
      TenureChartView *chart = tenure_timeline_canvas_get_chart (TENURE_TIMELINE_CANVAS (watch.widget));

      watch.chart_ms[watch.n] = (double) tenure_chart_view_get_costs (chart).last_us / 1000;
    }
  watch.ms[watch.n++] = (double) (g_get_monotonic_time () - watch.begun) / 1000;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  if (watch.n == FRAMES)
    {
      watch.change = NULL;
      watch.done ();
      return G_SOURCE_REMOVE;
    }
  watch.change (watch.widget, watch.n);
  return G_SOURCE_CONTINUE;
}

static void
watch_frames (GtkWidget *widget, void (*change) (GtkWidget *widget, guint frame), void (*done) (void))
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  watch = (Watch){ .change = change, .widget = widget, .done = done };
  g_signal_connect (clock, "before-paint", G_CALLBACK (frame_begins_cb), NULL);
  g_signal_connect_after (clock, "paint", G_CALLBACK (painted_cb), NULL);
  gtk_widget_add_tick_callback (widget, tick_cb, NULL, NULL);
}

/* --- The empty window ----------------------------------------------------------------------------------------- */

static GMainLoop *loop;

static void
change_colour (GtkWidget *widget, guint frame)
{
  BENCH_BLANK (widget)->dark = frame % 2 == 0;
  gtk_widget_queue_draw (widget);
}

static void
blank_done (void)
{
  blank_ms = bench_median (watch.ms, FRAMES);
  g_main_loop_quit (loop);
}

static gboolean
settled_cb (gpointer widget)
{
  watch_frames (widget, change_colour, blank_done);
  return G_SOURCE_REMOVE;
}

static void
time_blank_window (void)
{
  GtkWidget *window, *blank;

  adw_init ();
  loop = g_main_loop_new (NULL, FALSE);
  window = adw_window_new ();
  blank = g_object_new (BENCH_TYPE_BLANK, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  adw_window_set_content (ADW_WINDOW (window), blank);
  gtk_window_present (GTK_WINDOW (window));
  g_timeout_add (500, settled_cb, blank);
  g_main_loop_run (loop);
  gtk_window_destroy (GTK_WINDOW (window));
  g_main_loop_unref (loop);
}

/* --- The timeline --------------------------------------------------------------------------------------------- */

static void
zoom (GtkWidget *widget, guint frame)
{
  tenure_timeline_canvas_zoom (TENURE_TIMELINE_CANVAS (widget), frame / 10 % 2 == 0 ? ZOOM : 1 / ZOOM);
}

static void
timeline_done (void)
{
  double ms = bench_median (watch.ms, FRAMES), chart_ms = bench_median (watch.chart_ms, FRAMES);
  double ratio = ms / (blank_ms + chart_ms);

  g_print ("an empty window redrawn whole: %.1f ms\n", blank_ms);
  g_print ("a frame of the timeline, %d agreements: %.1f ms, %.1f of them its scene and painting it\n", BENCH_AGREEMENTS, ms,
           chart_ms);
  g_print ("ratio to both together: %.2f (bound %.1f); to the empty window alone: %.1f\n", ratio, BOUND_RATIO, ms / blank_ms);
  fflush (stdout);
  _exit (ratio <= BOUND_RATIO ? 0 : 1);
}

static GtkWidget *
find_canvas (GtkWidget *widget)
{
  GtkWidget *found = TENURE_IS_TIMELINE_CANVAS (widget) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_canvas (child);
  return found;
}

/* Once it shows something, and all that opening set off is over. */
static gboolean
look_cb (gpointer window)
{
  static guint rounds;
  GtkWidget *canvas = find_canvas (window);
  TenureDay from = TENURE_DAY_NONE, after;

  if (canvas != NULL)
    tenure_timeline_canvas_get_days (TENURE_TIMELINE_CANVAS (canvas), &from, &after);
  if (!tenure_day_is_known (from) || ++rounds < 4)
    return G_SOURCE_CONTINUE;
  watch_frames (canvas, zoom, timeline_done);
  return G_SOURCE_REMOVE;
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  g_timeout_add (500, look_cb, window);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tenure-bench-XXXXXX", &error);
  g_autofree char *path = NULL;
  g_autoptr (TenureApplication) application = NULL;

  if (folder == NULL)
    g_error ("%s", error->message);
  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  path = g_build_filename (folder, "large.tenure", NULL);
  if (!bench_make_large_document (path, &error))
    g_error ("%s", error->message);
  time_blank_window ();
  tenure_settings_set_page ("timeline");
  application = tenure_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), 2, (char *[]){ argv[0], path, NULL });
}
