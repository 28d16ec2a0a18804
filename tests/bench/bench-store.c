/* What the store does with 100,000 agreements, as ratios to what `sqlite3 .import` needs for the same rows in this run,
 * so that a slow or busy machine judges itself. Prints a table; fails when a ratio is above its bound. The unit was
 * 0.47 to 0.75 s when the bounds were set: 0.2 of it is 94 to 150 ms. */

#include "store/edit.h"
#include "store/history.h"
#include "store/load-facts.h"
#include "store/origin.h"
#include "store/query.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define ROWS 100000
#define PROVIDERS 12000
#define FUNDERS 150

static const char *const words[]
    = { "Home",   "support", "hospital", "befriending", "youth",   "advice",    "debt",     "mental", "health",
        "carers", "respite", "housing",  "garden",      "walking", "arts",      "dance",    "peer",   "listening",
        "skills", "bank",    "food",     "transport",   "rural",   "community", "recovery", "family", "outreach" };

/* Made once, before anything is measured. */
typedef struct
{
  char cells[900];
  char title[96], reference[32], description[400], start[11], end[11], service[32], place[32], programme[40];
  guint provider, funder;
  gint64 value;
} Row;

static const char *
word (GRand *rand)
{
  return words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];
}

static void
make_day (GRand *rand, char *buffer, int from, int to)
{
  g_snprintf (buffer,
              11,
              "%04d-%02d-%02d",
              g_rand_int_range (rand, from, to),
              g_rand_int_range (rand, 1, 13),
              g_rand_int_range (rand, 1, 29));
}

static void
make_row (GRand *rand, guint i, Row *row)
{
  int n_words = g_rand_int_range (rand, 8, 22);

  g_snprintf (row->title, sizeof row->title, "%s %s %s project %u", word (rand), word (rand), word (rand), i);
  g_snprintf (row->reference, sizeof row->reference, "360G-Bench-%07u", i);
  row->description[0] = '\0';
  for (int w = 0; w < n_words; w++)
    {
      g_strlcat (row->description, word (rand), sizeof row->description);
      g_strlcat (row->description, " ", sizeof row->description);
    }
  make_day (rand, row->start, 2015, 2026);
  make_day (rand, row->end, 2026, 2031);
  g_snprintf (row->service, sizeof row->service, "%s service", word (rand));
  g_snprintf (row->place, sizeof row->place, "Place %d", g_rand_int_range (rand, 0, 300));
  g_snprintf (row->programme, sizeof row->programme, "Programme %d", g_rand_int_range (rand, 0, 800));
  row->provider = (guint) g_rand_int_range (rand, 0, PROVIDERS);
  row->funder = (guint) g_rand_int_range (rand, 0, FUNDERS);
  row->value = g_rand_int_range (rand, 50000, 50000000);
}

static Row *rows;
static int failures;

static void
make_rows (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  rows = g_new (Row, ROWS);
  for (guint i = 0; i < ROWS; i++)
    {
      Row *row = &rows[i];

      make_row (rand, i, row);
      g_snprintf (row->cells,
                  sizeof row->cells,
                  "[\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"Provider %u\",\"Funder %u\"]",
                  row->title, row->reference, row->description, row->start, row->end, row->service, row->place,
                  row->programme, row->provider, row->funder);
    }
}

static void
report (const char *what, double seconds, double unit, double bound)
{
  double ratio = seconds / unit;

  g_print ("%-44s %9.1f ms %8.3f  (at most %.3f)%s\n", what, seconds * 1e3, ratio, bound, ratio > bound ? "  TOO SLOW" : "");
  failures += ratio > bound;
}

/* The best of a few: what the work costs, not what else the machine did. */
#define BEST(seconds, times, work)                                                                                        \
  G_STMT_START                                                                                                            \
  {                                                                                                                       \
    seconds = G_MAXDOUBLE;                                                                                                \
    for (int run = 0; run < (times); run++)                                                                               \
      {                                                                                                                   \
        gint64 began = g_get_monotonic_time ();                                                                           \
        work;                                                                                                             \
        seconds = MIN (seconds, (double) (g_get_monotonic_time () - began) / 1e6);                                        \
      }                                                                                                                   \
  }                                                                                                                       \
  G_STMT_END

static double
measure_unit (const char *folder)
{
  g_autofree char *csv = g_build_filename (folder, "rows.csv", NULL);
  g_autofree char *db = g_build_filename (folder, "unit.db", NULL);
  g_autofree char *import = g_strdup_printf (".import %s t", csv);
  const char *argv[] = { "sqlite3", db, ".mode csv", import, NULL };
  FILE *stream = g_fopen (csv, "w");
  double seconds;

  g_assert_nonnull (stream);
  fputs ("title,reference,description,start,end,service,place,programme,provider,funder,value,a,b,c,d,e,f,g\n", stream);
  for (guint i = 0; i < ROWS; i++)
    {
      const Row *row = &rows[i];

      fprintf (stream,
               "%s,%s,%s,%s,%s,%s,%s,%s,Provider %u,Funder %u,%" G_GINT64_FORMAT
               ",GB-CHC-1234567,GB-COH-00000000,grant,GBP,active,2024-01-01,E07000121\n",
               row->title, row->reference, row->description, row->start, row->end, row->service, row->place,
               row->programme, row->provider, row->funder, row->value);
    }
  fclose (stream);
  BEST (seconds, 3, {
    int status;

    g_unlink (db);
    g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL));
    g_assert_true (g_spawn_check_wait_status (status, NULL));
  });
  g_unlink (db);
  g_unlink (csv);
  return seconds;
}

static guint
field (const char *name)
{
  return tenure_record_field_index (TENURE_RECORD_AGREEMENT, name);
}

static gboolean
insert_organisations (TenureEdit *edit, TenureId *ids, guint n, const char *kind, GError **error)
{
  g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_ORGANISATION);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %s %s %u", words[i % 27], words[i / 27 % 27], kind, i);

      tenure_record_clear (record);
      tenure_record_set_text_by_name (record, "name", name);
      tenure_record_set_flag (record, tenure_record_field_index (TENURE_RECORD_ORGANISATION, "vcs"), i % 5 ? 1 : -1);
      if (!tenure_edit_insert (edit, record, error))
        return FALSE;
      ids[i] = record->id;
    }
  return TRUE;
}

/* The fields that a register fills, by index as an import has them. */
static struct
{
  guint title, reference, kind, provider, service, place, programme, description, start, end, value, value_basis, currency;
} at;

static void
find_fields (void)
{
  at.title = field ("title");
  at.reference = field ("reference");
  at.kind = field ("kind");
  at.provider = field ("provider");
  at.service = field ("service");
  at.place = field ("place");
  at.programme = field ("programme");
  at.description = field ("description");
  at.start = field ("start");
  at.end = field ("end");
  at.value = field ("value");
  at.value_basis = field ("value_basis");
  at.currency = field ("currency");
}

static void
fill_agreement (TenureRecord *record, const Row *row, TenureId provider)
{
  tenure_record_clear (record);
  tenure_record_set_text (record, at.title, row->title);
  tenure_record_set_text (record, at.reference, row->reference);
  tenure_record_set_text (record, at.kind, "grant");
  tenure_record_set_reference (record, at.provider, provider);
  tenure_record_set_text (record, at.service, row->service);
  tenure_record_set_text (record, at.place, row->place);
  tenure_record_set_text (record, at.programme, row->programme);
  tenure_record_set_text (record, at.description, row->description);
  tenure_record_set_text (record, at.start, row->start);
  tenure_record_set_text (record, at.end, row->end);
  tenure_record_set_money (record, at.value, row->value);
  tenure_record_set_text (record, at.value_basis, "total");
  tenure_record_set_text (record, at.currency, "GBP");
}

/* What an import of 100,000 rows does in the store: agreements, funders, organisations, origins. */
static gboolean
fill (TenureEdit *edit, gpointer data, GError **error)
{
  g_autofree TenureId *providers = g_new (TenureId, PROVIDERS);
  g_autofree TenureId *funders = g_new (TenureId, FUNDERS);
  g_autoptr (TenureRecord) agreement = tenure_record_new (TENURE_RECORD_AGREEMENT);
  g_autoptr (TenureRecord) funder = tenure_record_new (TENURE_RECORD_FUNDER);
  g_autoptr (TenureOrigin) origin = tenure_origin_new ();

  origin->file = g_strdup ("bench.csv");
  origin->profile = g_strdup ("register");
  if (!tenure_edit_begin_bulk (edit, error) || !insert_organisations (edit, providers, PROVIDERS, "Trust", error)
      || !insert_organisations (edit, funders, FUNDERS, "Council", error))
    return FALSE;
  for (guint i = 0; i < ROWS; i++)
    {
      fill_agreement (agreement, &rows[i], providers[rows[i].provider]);
      agreement->origin = tenure_edit_add_origin_row (edit, origin->id, i + 2, rows[i].cells, error);
      if (agreement->origin == TENURE_ID_NONE || !tenure_edit_insert (edit, agreement, error))
        return FALSE;
      tenure_record_clear (funder);
      tenure_record_set_reference (funder, 0, agreement->id);
      tenure_record_set_reference (funder, 1, funders[rows[i].funder]);
      if (!tenure_edit_insert (edit, funder, error))
        return FALSE;
    }
  return tenure_edit_add_origin (edit, origin, error);
}

static gboolean
change_one (TenureEdit *edit, gpointer data, GError **error)
{
  g_autofree char *text = g_strdup_printf ("Note %" G_GINT64_FORMAT, g_get_monotonic_time ());

  return tenure_edit_set (edit, TENURE_RECORD_AGREEMENT, *(TenureId *) data, field ("notes"), &TENURE_VALUE_OF_TEXT (text), error);
}

static void
measure_query (TenureReader *reader, const char *what, TenureQuery *query, double unit, double bound)
{
  g_autoptr (TenureQuery) owned G_GNUC_UNUSED = query;
  double seconds;
  guint n = 0;

  BEST (seconds, 5, {
    g_autoptr (GError) error = NULL;
    g_autoptr (GArray) ids = tenure_query_run (query, reader, &error);

    g_assert_no_error (error);
    n = ids->len;
  });
  g_assert_cmpuint (n, >, 0);
  report (what, seconds, unit, bound);
}

static TenureQuery *
sorted_by (const char *name)
{
  TenureQuery *query = tenure_query_new (TENURE_RECORD_AGREEMENT);

  tenure_query_sort (query, field (name), FALSE);
  return query;
}

static TenureQuery *
searching (const char *text)
{
  TenureQuery *query = tenure_query_new (TENURE_RECORD_AGREEMENT);

  tenure_query_set_search (query, text);
  return query;
}

static void
measure_queries (TenureReader *reader, double unit)
{
  TenureQuery *query = tenure_query_new (TENURE_RECORD_AGREEMENT);
  TenureValue days[] = { TENURE_VALUE_OF_TEXT ("2027-01-01"), TENURE_VALUE_OF_TEXT ("2027-12-31") };
  TenureValue yes = TENURE_VALUE_OF_INTEGER (1);
  double seconds;

  tenure_query_filter (query, field ("end"), TENURE_FILTER_BETWEEN, days, 2);
  measure_query (reader, "filter: ends in a year", query, unit, 0.2);
  query = tenure_query_new (TENURE_RECORD_AGREEMENT);
  tenure_query_filter_via (query, field ("provider"), 1, TENURE_FILTER_IS, &yes, 1);
  measure_query (reader, "filter: provider is VCS", query, unit, 0.2);
  measure_query (reader, "sort: title", sorted_by ("title"), unit, 0.2);
  measure_query (reader, "sort: end", sorted_by ("end"), unit, 0.2);
  measure_query (reader, "sort: value", sorted_by ("value"), unit, 0.2);
  measure_query (reader, "sort: provider's name", sorted_by ("provider"), unit, 0.2);
  measure_query (reader, "search: one letter", searching ("g"), unit, 0.04);
  measure_query (reader, "search: a word", searching ("garden"), unit, 0.04);
  measure_query (reader, "search: two beginnings", searching ("gard hos"), unit, 0.04);
  measure_query (reader, "search: a funder's name", searching ("council"), unit, 0.04);
  query = tenure_query_new (TENURE_RECORD_AGREEMENT);
  BEST (seconds, 3, {
    g_autoptr (GPtrArray) facets = tenure_query_count_facet (query, reader, field ("service"), NULL);

    g_assert_cmpuint (facets->len, >, 2);
  });
  tenure_query_free (query);
  report ("facet: service", seconds, unit, 0.2);
}

/* A fresh document each time: what is measured is the edit, from its first row to its commit. */
static TenureDocument *
measure_import (const char *folder, double unit)
{
  TenureDocument *document = NULL;
  double best = G_MAXDOUBLE;

  for (int attempt = 0; attempt < 3; attempt++)
    {
      g_autoptr (GError) error = NULL;
      double seconds;

      if (document != NULL)
        tenure_document_close (document, TRUE);
      g_clear_object (&document);
      document = tenure_document_new (folder, &error);
      g_assert_no_error (error);
      BEST (seconds, 1, tenure_document_edit (document, "Import bench.csv", fill, NULL, &error));
      g_assert_no_error (error);
      best = MIN (best, seconds);
    }
  report ("import of 100,000 rows, the store's share", best, unit, 4.0);
  return document;
}

static void
measure_changes (TenureDocument *document, GFile *file, double unit)
{
  g_autoptr (GError) error = NULL;
  GStatBuf status;
  double seconds;

  BEST (seconds, 1, tenure_document_undo (document, NULL, &error));
  g_assert_no_error (error);
  report ("undo of it", seconds, unit, 6.0);
  BEST (seconds, 1, tenure_document_redo (document, NULL, &error));
  g_assert_no_error (error);
  report ("redo of it", seconds, unit, 6.0);
  BEST (seconds, 1, tenure_document_save_as (document, file, NULL, &error));
  g_assert_no_error (error);
  report ("save", seconds, unit, 1.5);
  g_assert_cmpint (g_stat (g_file_peek_path (file), &status), ==, 0);
  g_print ("file: %.1f MB\n", (double) status.st_size / 1e6);
}

static void
open_to_first_rows (TenureDocument **document, GFile *file, const char *folder)
{
  g_autoptr (TenureQuery) all = tenure_query_new (TENURE_RECORD_AGREEMENT);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GPtrArray) rows_shown = NULL;
  g_autoptr (GError) error = NULL;

  if (*document != NULL)
    tenure_document_close (*document, TRUE);
  g_clear_object (document);
  *document = tenure_document_open (file, TENURE_OPEN_DEFAULT, folder, NULL, &error);
  g_assert_no_error (error);
  found = tenure_query_run (all, tenure_document_get_reader (*document), &error);
  rows_shown = tenure_reader_load_many (tenure_document_get_reader (*document),
                                        TENURE_RECORD_AGREEMENT,
                                        (const TenureId *) found->data,
                                        50,
                                        &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows_shown->len, ==, 50);
}

static void
measure_facts (TenureReader *reader, double unit)
{
  double seconds;

  BEST (seconds, 8, {
    g_autoptr (TenureFacts) facts = tenure_load_facts (reader, NULL, NULL);

    g_assert_cmpuint (facts->n_agreements, ==, ROWS);
  });
  report ("facts of 100,000 agreements", seconds, unit, 0.2);
}

static void
measure_edit (TenureDocument *document, double unit)
{
  g_autoptr (TenureQuery) all = tenure_query_new (TENURE_RECORD_AGREEMENT);
  g_autoptr (GArray) ids = tenure_query_run (all, tenure_document_get_reader (document), NULL);
  double seconds;

  BEST (seconds, 20, {
    g_assert_true (tenure_document_edit (document, "Change a note", change_one, &g_array_index (ids, TenureId, 5), NULL));
  });
  report ("one edit", seconds, unit, 0.01);
}

static void
remove_folder (const char *folder)
{
  const char *argv[] = { "rm", "-r", folder, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tenure-bench-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "bench.tenure", NULL);
  TenureDocument *document;
  double unit, seconds;

  make_rows ();
  find_fields ();
  unit = measure_unit (folder);
  g_print ("unit: sqlite3 .import of %u rows: %.0f ms\n", ROWS, unit * 1e3);
  document = measure_import (folder, unit);
  measure_changes (document, file, unit);
  BEST (seconds, 3, open_to_first_rows (&document, file, folder));
  report ("open to first rows", seconds, unit, 1.33);
  measure_queries (tenure_document_get_reader (document), unit);
  measure_facts (tenure_document_get_reader (document), unit);
  measure_edit (document, unit);
  tenure_document_close (document, TRUE);
  g_object_unref (document);
  remove_folder (folder);
  return failures > 0;
}
