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
#include "store/edit.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define AGREEMENTS 100000
#define ORGANISATIONS 2000
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
  /* Possible from the moment on at which the window has its document. */
  gtk_widget_activate_action (window, "win.show-page", "s", "agreements");
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
    application = G_APPLICATION (tenure_application_new ());
  else
    {
      application = G_APPLICATION (adw_application_new ("io.github.tenure_app.Empty", G_APPLICATION_DEFAULT_FLAGS));
      g_signal_connect (application, "activate", G_CALLBACK (activate_empty_cb), NULL);
    }
  g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (application, file != NULL ? 2 : 1, arguments);
}

/* --- The document -------------------------------------------------------------------------------------------- */

static gboolean
insert_organisations (TenureEdit *edit, TenureId *ids, GError **error)
{
  g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_ORGANISATION);
  guint vcs = tenure_record_field_index (TENURE_RECORD_ORGANISATION, "vcs");

  for (guint i = 0; i < ORGANISATIONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Organisation %u", i);

      tenure_record_clear (record);
      tenure_record_set_text_by_name (record, "name", name);
      tenure_record_set_flag (record, vcs, i % 4 != 0);
      if (!tenure_edit_insert (edit, record, error))
        return FALSE;
      ids[i] = record->id;
    }
  return TRUE;
}

static gboolean
fill (TenureEdit *edit, gpointer data, GError **error)
{
  static const char *const services[] = { "Advice", "Carers", "Housing", "Befriending", "Transport", "Mental health" };
  g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_AGREEMENT);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  TenureId *ids = g_newa (TenureId, ORGANISATIONS);
  guint provider = tenure_record_field_index (TENURE_RECORD_AGREEMENT, "provider");
  guint start = tenure_record_field_index (TENURE_RECORD_AGREEMENT, "start");
  guint end = tenure_record_field_index (TENURE_RECORD_AGREEMENT, "end");
  guint value = tenure_record_field_index (TENURE_RECORD_AGREEMENT, "value");

  if (!tenure_edit_begin_bulk (edit, error) || !insert_organisations (edit, ids, error))
    return FALSE;
  for (guint i = 0; i < AGREEMENTS; i++)
    {
      g_autofree char *title = g_strdup_printf ("%s %u", services[i % G_N_ELEMENTS (services)], i);
      TenureDay first = tenure_day_today () - g_rand_int_range (rand, 0, 3650);

      tenure_record_clear (record);
      tenure_record_set_text_by_name (record, "title", title);
      tenure_record_set_text_by_name (record, "service", services[i % G_N_ELEMENTS (services)]);
      tenure_record_set_text_by_name (record, "kind", i % 3 == 0 ? "contract" : "grant");
      tenure_record_set_text_by_name (record, "currency", "GBP");
      tenure_record_set_text_by_name (record, "value_basis", "total");
      tenure_record_set_reference (record, provider, ids[i % ORGANISATIONS]);
      tenure_record_set_day (record, start, first);
      tenure_record_set_day (record, end, tenure_day_add_months (first, g_rand_int_range (rand, 6, 60)) - 1);
      tenure_record_set_money (record, value, g_rand_int_range (rand, 100000, 50000000));
      if (!tenure_edit_insert (edit, record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
make_document (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (TenureDocument) document = tenure_document_new (folder, error);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean made;

  if (document == NULL)
    return FALSE;
  made = tenure_document_edit (document, "Fill", fill, NULL, error)
         && tenure_document_save_as (document, file, NULL, error);
  tenure_document_close (document, TRUE);
  return made;
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
compare_doubles (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
median (double *values)
{
  qsort (values, ROUNDS, sizeof *values, compare_doubles);
  return values[ROUNDS / 2];
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
  if (!make_document (path, &error))
    g_error ("%s", error->message);
  time_once (program, NULL);
  time_once (program, path);
  for (int i = 0; i < ROUNDS; i++)
    {
      empty[i] = time_once (program, NULL);
      opened[i] = time_once (program, path);
      ratios[i] = opened[i] / empty[i];
    }
  ratio = median (ratios);
  g_print ("empty libadwaita window, first frame: %.0f ms\n", median (empty));
  g_print ("%d agreements, from start to first rows: %.0f ms\n", AGREEMENTS, median (opened));
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
    return make_document (argv[2], NULL) ? 0 : 1;
  return compare_both (argv[0]);
}
