/* import-once import|rows|tree FILE: does one thing with FILE and prints the seconds it took and the peak of memory.
 *   import  into a new document: plan, checks, indexes, search index, history
 *   rows    read to the end as rows of cells
 *   tree    parsed by json-glib, for comparison (only where it is installed) */

#include <gio/gio.h>
#ifdef HAVE_JSON_GLIB
#include <json-glib/json-glib.h>
#endif
#include <sys/resource.h>

#include "exchange/import.h"
#include "store/document.h"

static gboolean
import (GFile *file, gint64 *started, GError **error)
{
  g_autofree char *state = g_dir_make_tmp ("tenure-bench-XXXXXX", error);
  g_autoptr (TenureDocument) document = state != NULL ? tenure_document_new (state, error) : NULL;
  g_autoptr (TenurePlan) plan = NULL;
  g_autoptr (TenureImportReport) report = NULL;

  if (document == NULL)
    return FALSE;
  *started = g_get_monotonic_time ();
  plan = tenure_plan_new (file, TENURE_PROFILE_AUTO, NULL, error);
  if (plan == NULL)
    return FALSE;
  report = tenure_import_run (plan, document, TENURE_IMPORT_DEFAULT, NULL, NULL, NULL, error);
  g_print ("%u ", report != NULL ? report->added : 0);
  return report != NULL;
}

static gboolean
read_rows (GFile *file, GError **error)
{
  g_autoptr (TenureTable) table = tenure_table_open (file, NULL, error);
  g_autoptr (GError) cause = NULL;
  TenureRow row;
  guint rows = 0;

  if (table == NULL)
    return FALSE;
  while (tenure_table_next (table, &row, &cause))
    rows++;
  g_print ("%u ", rows);
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
parse_tree (GFile *file, GError **error)
{
#ifdef HAVE_JSON_GLIB
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (!json_parser_load_from_file (parser, g_file_peek_path (file), error))
    return FALSE;
  g_print ("1 ");
  return TRUE;
#else
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "Built without json-glib.");
  return FALSE;
#endif
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  struct rusage usage;
  gint64 started, ended;
  gboolean done;

  if (argc != 3)
    return 2;
  file = g_file_new_for_commandline_arg (argv[2]);
  started = g_get_monotonic_time ();
  done = g_str_equal (argv[1], "import") ? import (file, &started, &error)
         : g_str_equal (argv[1], "rows") ? read_rows (file, &error)
                                         : parse_tree (file, &error);
  ended = g_get_monotonic_time ();
  if (!done)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  getrusage (RUSAGE_SELF, &usage);
  g_print ("%.3f %ld\n", (double) (ended - started) / G_USEC_PER_SEC, usage.ru_maxrss / 1024);
  return 0;
}
