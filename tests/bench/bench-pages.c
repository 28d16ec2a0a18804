/* How long the main thread is away from its user at the longest when a page of the window is first shown, and when what it
 * shows changes: a new snapshot, an edit, another day, words typed into the search and taken back, a record opened. A round
 * of the main loop above 16 ms is a frame that is missed. Each line says how many rounds were, what the longest took, and
 * what layout (with style) and painting of a frame took at the longest. Processor time of the main thread, so that other work on the machine
 * does not count; what the thread waits for while it holds the window up does not either.
 *
 * The first lines are of a window of libadwaita that has nothing of this program in it, with a page of plain labels: what
 * the toolkit takes for a page however it is made, on this machine and display. Fails when a round of the program takes more
 * than twelve times the longest of these; while lists were filled and rows replaced in one go it was thirty times.
 *
 * bench-pages FILE [PAGE…]   all pages or these, on a copy of FILE in memory; bench-window --make makes a large one
 *
 * Needs a display; tests/app/on-desk gives it a virtual one, on which painting is slow. */

#include "app/application.h"
#include "app/page.h"
#include "app/session.h"
#include "app/window.h"
#include "store/edit.h"

#include <stdlib.h>
#include <time.h>

#define FRAME_MS 16.0
#define SETTLE_MS 700
#define PLAIN_ROWS 24
#define PLAIN_COLUMNS 8
#define BOUND_RATIO 12.0

typedef struct
{
  double round, layout, paint; /* ms, the longest of each since the step began */
  guint n_late;
} Longest;

static struct
{
  GtkWindow *window;
  char **pages;
  gboolean named; /* the pages were; otherwise they begin with the one that the window opens with */
  guint page, step;
  Longest longest;
  double plain_ms, worst_ms; /* the longest round without the program and with it */
  gint64 round_begun, frame_begun, laid_out;
  GPollFunc poll;
} bench;

/* --- Watching the main loop ----------------------------------------------------------------------------------- */

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
  double round_ms = bench.round_begun > 0 ? ms_since (bench.round_begun) : 0;
  int result;

  bench.longest.round = MAX (bench.longest.round, round_ms);
  bench.longest.n_late += round_ms > FRAME_MS ? 1 : 0;
  result = bench.poll (fds, n_fds, timeout);
  bench.round_begun = processor_time ();
  return result;
}

static void
frame_begins_cb (void)
{
  bench.frame_begun = bench.laid_out = processor_time (); /* a frame may have nothing to lay out */
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
  g_print ("%-14s %-16s %8.1f ms   layout %6.1f   paint %6.1f   late %u\n", page, what, bench.longest.round,
           bench.longest.layout, bench.longest.paint, bench.longest.n_late);
  bench.worst_ms = MAX (bench.worst_ms, bench.longest.round);
  bench.longest = (Longest){ 0 };
}

/* --- What is done to a page ----------------------------------------------------------------------------------- */

static TenureSession *
get_session (void)
{
  return tenure_window_get_session (TENURE_WINDOW (bench.window));
}

static void
show_page (void)
{
  gtk_widget_activate_action (GTK_WIDGET (bench.window), "win.show-page", "s", bench.pages[bench.page]);
}

static void
refresh (void)
{
  tenure_session_refresh (get_session ());
}

/* Another title for the first agreement. */
static gboolean
change_title (TenureEdit *edit, gpointer id, GError **error)
{
  g_autoptr (TenureRecord) record = tenure_edit_get (edit, TENURE_RECORD_AGREEMENT, *(TenureId *) id, error);
  g_autofree char *title = NULL;

  if (record == NULL)
    return FALSE;
  title = g_strdup_printf ("Changed on %s, %u", bench.pages[bench.page], bench.step);
  tenure_record_set_text_by_name (record, "title", title);
  return tenure_edit_update (edit, record, NULL, error);
}

static void
edit (void)
{
  TenureSession *session = get_session ();
  const TenureFacts *facts = tenure_snapshot_get_facts (tenure_session_get_snapshot (session));
  TenureId id = facts->agreements[0].id;
  g_autoptr (GError) error = NULL;

  if (!tenure_document_edit (tenure_session_get_document (session), "Change", change_title, &id, &error))
    g_error ("%s", error->message);
}

static void
look_half_a_year_ahead (void)
{
  tenure_session_set_as_of (get_session (), tenure_day_add_months (tenure_session_get_as_of (get_session ()), 6));
}

static void
type_words (void)
{
  tenure_session_set_search (get_session (), "advice");
}

static void
clear_words (void)
{
  tenure_session_set_search (get_session (), "");
}

/* What the page is about: the first agreement, the first organisation that provides one, the first board. */
static TenureId
first_record (TenureRecordType type)
{
  const TenureFacts *facts = tenure_snapshot_get_facts (tenure_session_get_snapshot (get_session ()));

  if (type == TENURE_RECORD_AGREEMENT)
    return facts->agreements[0].id;
  for (guint i = 0; type == TENURE_RECORD_ORGANISATION && i < facts->n_agreements; i++)
    if (facts->agreements[i].provider >= 0)
      return facts->organisations[facts->agreements[i].provider].id;
  return type == TENURE_RECORD_BOARD && facts->n_boards > 0 ? facts->boards[0].id : TENURE_ID_NONE;
}

static void
open_record (void)
{
  TenureRecordType type = tenure_page_from_name (bench.pages[bench.page])->counted;
  TenureId id = first_record (type);

  if (id != TENURE_ID_NONE)
    gtk_widget_activate_action (GTK_WIDGET (bench.window), "win.show-record", "(sx)", tenure_record_def (type)->table, id);
}

static const struct
{
  const char *name;
  void (*act) (void);
} steps[] = {
  { "first shown", show_page }, { "new snapshot", refresh },  { "an edit", edit },
  { "another day", look_half_a_year_ahead }, { "words typed", type_words }, { "words cleared", clear_words },
  { "a record opened", open_record }, { "edited, open", edit },
};

static void
judge_and_exit (void)
{
  double ratio = bench.worst_ms / bench.plain_ms;

  g_print ("longest round of all to the longest of the plain window: %.1f (bound %.1f)\n", ratio, BOUND_RATIO);
  exit (ratio <= BOUND_RATIO ? 0 : 1);
}

/* Prints what the step before took, when all that it set off is over, and takes the next. */
static gboolean
step_cb (gpointer data)
{
  if (get_session () == NULL || tenure_session_get_busy (get_session ()))
    return G_SOURCE_CONTINUE;
  if (bench.step > 0)
    print_step (bench.pages[bench.page], steps[bench.step - 1].name);
  if (bench.step == G_N_ELEMENTS (steps))
    {
      bench.step = 0;
      if (bench.pages[++bench.page] == NULL)
        judge_and_exit ();
    }
  bench.longest = (Longest){ 0 };
  steps[bench.step++].act ();
  return G_SOURCE_CONTINUE;
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  if (bench.window != NULL)
    return;
  bench.window = window;
  g_signal_connect_after (window, "realize", G_CALLBACK (watch_frames), NULL);
  bench.step = bench.named ? 0 : 1;
  bench.longest = (Longest){ 0 };
  g_timeout_add (SETTLE_MS, step_cb, NULL);
}

/* --- A window without this program ---------------------------------------------------------------------------- */

static GtkWidget *
plain_page_new (void)
{
  GtkWidget *grid = gtk_grid_new ();

  for (int i = 0; i < PLAIN_ROWS * PLAIN_COLUMNS; i++)
    {
      g_autofree char *text = g_strdup_printf ("Cell number %d", i);

      gtk_grid_attach (GTK_GRID (grid), gtk_label_new (text), i % PLAIN_COLUMNS, i / PLAIN_COLUMNS, 1, 1);
    }
  return grid;
}

static gboolean
plain_step_cb (gpointer loop)
{
  print_step ("plain", bench.step == 0 ? "empty window" : "page of labels");
  if (bench.step++ == 0)
    {
      adw_window_set_content (ADW_WINDOW (bench.window), plain_page_new ());
      return G_SOURCE_CONTINUE;
    }
  gtk_window_destroy (bench.window);
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
time_plain_window (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  adw_init ();
  bench.window = GTK_WINDOW (adw_window_new ());
  g_signal_connect_after (bench.window, "realize", G_CALLBACK (watch_frames), NULL);
  gtk_window_set_default_size (bench.window, 1280, 800);
  adw_window_set_content (ADW_WINDOW (bench.window), gtk_label_new ("Empty"));
  gtk_window_present (bench.window);
  g_timeout_add (SETTLE_MS, plain_step_cb, loop);
  g_main_loop_run (loop);
  bench.window = NULL;
  bench.plain_ms = bench.worst_ms;
  bench.worst_ms = 0;
}

static char **
list_pages (char **named)
{
  guint n_pages;
  const TenurePage *pages = tenure_pages_get (&n_pages);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  if (*named != NULL)
    return g_strdupv (named);
  for (guint i = 0; i < n_pages; i++)
    g_strv_builder_add (names, pages[i].name);
  return g_strv_builder_end (names);
}

int
main (int argc, char **argv)
{
  g_autoptr (TenureApplication) application = NULL;
  char *arguments[] = { argv[0], argc > 1 ? argv[1] : NULL, NULL };

  if (argc < 2)
    {
      g_printerr ("usage: bench-pages FILE [PAGE…]\n");
      return 2;
    }
  bench.named = argc > 2;
  bench.pages = list_pages (argv + 2);
  bench.poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_and_note);
  time_plain_window ();
  application = tenure_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), 2, arguments);
}
