/* How long until a person sees the register of a 100,000-agreement document: from the start of the process to the frame
 * that shows its first rows, beside the first frame of an empty libadwaita window, in turn, in one run. The ratio is what is
 * promised: machines differ, the ratio holds.
 *
 * bench-window                  makes the document, runs both in turn, prints medians and the ratio; exit 1 above the bound
 * bench-window --empty          one run of the empty window: prints milliseconds
 * bench-window --open FILE      one run of the program
 * bench-window --make FILE      only makes the document, to look at with other tools
 *
 * Needs a display; tests/app/on-desk gives it a virtual one. */

#include "app/application.h"
#include "app/settings.h"
#include "large-document.h"
#include "median.h"

#include <glib/gstdio.h>

#define ROUNDS 5
#define BOUND_RATIO 2.0
#define BOUND_MS 1000.0

/* --- One run ------------------------------------------------------------------------------------------------- */

static gint64 started_us;
static gboolean waits_for_rows;

static void
finish (void)
{
  g_print ("%.1f\n", (double) (g_get_monotonic_time () - started_us) / 1000);
  fflush (stdout);
  _exit (0);
}

/* A list with rows that is on screen. */
static gboolean
shows_rows (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_COLUMN_VIEW (widget))
    {
      GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (widget));

      return model != NULL && g_list_model_get_n_items (G_LIST_MODEL (model)) > 0;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows_rows (child))
      return TRUE;
  return FALSE;
}

static void
painted_cb (GdkFrameClock *clock, GtkWidget *window)
{
  finish ();
}

/* The next frame is the one that counts. */
static void
finish_after_paint (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), window);
  gtk_widget_queue_draw (window);
}

/* Looks now and then, so that waiting costs next to nothing. */
static gboolean
look_cb (gpointer window)
{
  if (!shows_rows (window))
    return G_SOURCE_CONTINUE;
  finish_after_paint (window);
  return G_SOURCE_REMOVE;
}

static void
mapped_cb (GtkWidget *window)
{
  if (!waits_for_rows)
    {
      finish_after_paint (window);
      return;
    }
  g_timeout_add (2, look_cb, window);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (window)))
    mapped_cb (GTK_WIDGET (window));
  else
    g_signal_connect (window, "map", G_CALLBACK (mapped_cb), NULL);
}

static void
activate_empty_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), gtk_label_new ("Empty"));
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_once (char *program, char *file)
{
  g_autoptr (GApplication) application = NULL;
  char *arguments[] = { program, file, NULL };

  started_us = g_ascii_strtoll (g_getenv ("BENCH_STARTED_US"), NULL, 10);
  waits_for_rows = file != NULL;
  if (file != NULL)
    {
      /* As somebody has it who left the program at the register. */
      tenure_settings_set_page ("agreements");
      application = G_APPLICATION (tenure_application_new ());
    }
  else
    {
      application = G_APPLICATION (adw_application_new ("io.github.tenure_app.Empty", G_APPLICATION_DEFAULT_FLAGS));
      g_signal_connect (application, "activate", G_CALLBACK (activate_empty_cb), NULL);
    }
  g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (application, file != NULL ? 2 : 1, arguments);
}

/* --- Both in turn -------------------------------------------------------------------------------------------- */

static double
time_once (const char *program, const char *file)
{
  const char *const empty[] = { program, "--empty", NULL };
  const char *const open[] = { program, "--open", file, NULL };
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("BENCH_STARTED_US", now, TRUE);
  if (!g_spawn_sync (NULL, (char **) (file != NULL ? open : empty), NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                     &output, NULL, NULL, &error))
    g_error ("%s", error->message);
  return g_ascii_strtod (output, NULL);
}

static int
compare_both (const char *program)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tenure-bench-XXXXXX", &error);
  g_autofree char *path = NULL;
  double empty[ROUNDS], opened[ROUNDS], ratios[ROUNDS];
  double ratio;

  if (folder == NULL)
    g_error ("%s", error->message);
  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  path = g_build_filename (folder, "large.tenure", NULL);
  if (!bench_make_large_document (path, &error))
    g_error ("%s", error->message);
  time_once (program, NULL);
  time_once (program, path);
  for (int i = 0; i < ROUNDS; i++)
    {
      empty[i] = time_once (program, NULL);
      opened[i] = time_once (program, path);
      ratios[i] = opened[i] / empty[i];
    }
  ratio = bench_median (ratios, ROUNDS);
  g_print ("empty libadwaita window, first frame: %.0f ms\n", bench_median (empty, ROUNDS));
  g_print ("%d agreements, from start to first rows: %.0f ms\n", BENCH_AGREEMENTS, bench_median (opened, ROUNDS));
  g_print ("ratio, pair by pair, median: %.2f (bound %.1f, and %.0f ms)\n", ratio, BOUND_RATIO, BOUND_MS);
  return ratio < BOUND_RATIO && opened[ROUNDS / 2] < BOUND_MS ? 0 : 1;
}

int
main (int argc, char **argv)
{
  if (argc == 2 && g_str_equal (argv[1], "--empty"))
    return run_once (argv[0], NULL);
  if (argc == 3 && g_str_equal (argv[1], "--open"))
    return run_once (argv[0], argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "--make"))
    return bench_make_large_document (argv[2], NULL) ? 0 : 1;
  return compare_both (argv[0]);
}
