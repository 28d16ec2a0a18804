/* How long the main thread is away from its user at the longest while each page of the window is shown for the first time,
 * and while a snapshot arrives at it: the longest round of the main loop, and in it what layout and painting of the frame
 * took. A figure above 16 ms is a frame that is missed. Processor time of the main thread, so that other work on the
 * machine does not count; what the thread waits for while it holds the window up does not either.
 *
 * bench-pages FILE      shows the pages of the program on FILE one after the other; bench-window --make makes a large one
 *
 * Needs a display; tests/app/on-desk gives it a virtual one, on which painting is slow. */

#include "app/application.h"
#include "app/page.h"
#include "app/session.h"
#include "app/window.h"

#include <stdlib.h>
#include <time.h>

#define SETTLE_MS 1200

typedef struct
{
  double round, layout, paint; /* ms, the longest of each since the step began */
} Longest;

static struct
{
  GtkWindow *window;
  guint page;
  gboolean refreshed; /* the page is shown and a new snapshot was asked for */
  Longest longest;
  gint64 round_begun, frame_begun, laid_out;
  GPollFunc poll;
} bench;

static gint64
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static double
ms_since (gint64 begun)
{
  return (double) (processor_time () - begun) / 1000;
}

/* The main loop is in a round from one poll to the next. */
static int
poll_and_note (GPollFD *fds, guint n_fds, int timeout)
{
  int result;

  if (bench.round_begun > 0)
    bench.longest.round = MAX (bench.longest.round, ms_since (bench.round_begun));
  result = bench.poll (fds, n_fds, timeout);
  bench.round_begun = processor_time ();
  return result;
}

static void
frame_begins_cb (void)
{
  bench.frame_begun = processor_time ();
}

/* Connected after the window's own handler, so layout is over by then; the same for painting. */
static void
laid_out_cb (void)
{
  bench.longest.layout = MAX (bench.longest.layout, ms_since (bench.frame_begun));
  bench.laid_out = processor_time ();
}

static void
painted_cb (void)
{
  bench.longest.paint = MAX (bench.longest.paint, ms_since (bench.laid_out));
}

static void
watch_frames (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (frame_begins_cb), NULL);
  g_signal_connect_after (clock, "layout", G_CALLBACK (laid_out_cb), NULL);
  g_signal_connect_after (clock, "paint", G_CALLBACK (painted_cb), NULL);
}

static void
print_step (const char *page, const char *what)
{
  g_print ("%-14s %-16s %8.1f ms   layout %6.1f   paint %6.1f\n", page, what, bench.longest.round, bench.longest.layout,
           bench.longest.paint);
  bench.longest = (Longest){ 0 };
}

static gboolean
step_cb (gpointer data)
{
  guint n_pages;
  const TenurePage *pages = tenure_pages_get (&n_pages);
  TenureSession *session = tenure_window_get_session (TENURE_WINDOW (bench.window));

  if (session == NULL || tenure_session_get_busy (session))
    return G_SOURCE_CONTINUE;
  if (!bench.refreshed)
    {
      print_step (pages[bench.page].name, "first shown");
      tenure_session_refresh (session);
      bench.refreshed = TRUE;
      return G_SOURCE_CONTINUE;
    }
  print_step (pages[bench.page].name, "new snapshot");
  bench.refreshed = FALSE;
  if (++bench.page == n_pages)
    exit (0);
  gtk_widget_activate_action (GTK_WIDGET (bench.window), "win.show-page", "s", pages[bench.page].name);
  return G_SOURCE_CONTINUE;
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  if (bench.window != NULL)
    return;
  bench.window = window;
  g_signal_connect_after (window, "realize", G_CALLBACK (watch_frames), NULL);
  g_timeout_add (SETTLE_MS, step_cb, NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (TenureApplication) application = NULL;

  if (argc != 2)
    {
      g_printerr ("usage: bench-pages FILE\n");
      return 2;
    }
  bench.poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_and_note);
  application = tenure_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
