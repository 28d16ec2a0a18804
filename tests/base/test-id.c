#include "base/id.h"

#include <stdio.h>
#include <string.h>

#define PER_THREAD 25000
#define THREADS 4
#define PER_PROCESS 100000
#define MARK_MASK 0x7fff

static const char *own_path;

static gpointer
make_ids (gpointer data)
{
  TenureId *ids = data;

  for (gsize i = 0; i < PER_THREAD; i++)
    ids[i] = tenure_id_new ();
  return NULL;
}

static int
compare_ids (const void *a, const void *b)
{
  TenureId left = *(const TenureId *) a, right = *(const TenureId *) b;

  return (left > right) - (left < right);
}

/* A 100,000-row import from four threads at once: far more ids than there are milliseconds. */
static void
test_unique_across_threads (void)
{
  g_autofree TenureId *ids = g_new0 (TenureId, THREADS * PER_THREAD);
  GThread *threads[THREADS];

  for (gsize t = 0; t < THREADS; t++)
    threads[t] = g_thread_new ("ids", make_ids, ids + t * PER_THREAD);
  for (gsize t = 0; t < THREADS; t++)
    g_thread_join (threads[t]);
  for (gsize t = 0; t < THREADS; t++)
    for (gsize i = 1; i < PER_THREAD; i++)
      g_assert_cmpint (ids[t * PER_THREAD + i], >, ids[t * PER_THREAD + i - 1]);
  qsort (ids, THREADS * PER_THREAD, sizeof *ids, compare_ids);
  g_assert_cmpint (ids[0], >, 0);
  for (gsize i = 1; i < THREADS * PER_THREAD; i++)
    g_assert_cmpint (ids[i], !=, ids[i - 1]);
}

/* The clock part says when the record was made, to the millisecond, counted from 2020. */
static void
test_grows_with_time (void)
{
  const gint64 epoch_ms = G_GINT64_CONSTANT (1577836800000);
  gint64 before, made, after;

  /* Waits until the clock is past whatever earlier cases borrowed from it. */
  g_usleep (PER_THREAD * THREADS / 64 * 1000 + 100 * 1000);
  before = g_get_real_time () / 1000 - epoch_ms;
  made = tenure_id_new () >> 21;
  after = g_get_real_time () / 1000 - epoch_ms;
  g_assert_cmpint (made, >=, before);
  g_assert_cmpint (made, <=, after);
}

/* ---- two copies of a document, each imported into by a process of its own, at the same time ---- */

static int
print_ids (void)
{
  for (gsize i = 0; i < PER_PROCESS; i++)
    {
      TenureId id = tenure_id_new ();

      if (fwrite (&id, sizeof id, 1, stdout) != 1)
        return 1;
    }
  return 0;
}

static gpointer
run_process (gpointer out)
{
  const char *argv[] = { own_path, "--print-ids", NULL };
  g_autoptr (GError) error = NULL;
  int output;
  gsize length = 0;
  FILE *stream;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  stream = fdopen (output, "rb");
  length = fread (out, sizeof (TenureId), PER_PROCESS, stream);
  fclose (stream);
  g_assert_cmpuint (length, ==, PER_PROCESS);
  return NULL;
}

/* Unless both drew the same mark, which once in 32,768 times they do: then they draw again. */
static void
test_unique_across_processes (void)
{
  g_autofree TenureId *ids = g_new0 (TenureId, 2 * PER_PROCESS);

  do
    {
      GThread *other = g_thread_new ("process", run_process, ids);

      run_process (ids + PER_PROCESS);
      g_thread_join (other);
    }
  while ((ids[0] & MARK_MASK) == (ids[PER_PROCESS] & MARK_MASK));
  qsort (ids, 2 * PER_PROCESS, sizeof *ids, compare_ids);
  for (gsize i = 1; i < 2 * PER_PROCESS; i++)
    g_assert_cmpint (ids[i], !=, ids[i - 1]);
}

static void
test_contain (void)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TenureId));
  TenureId listed[] = { 7, G_MAXINT64, 3 };

  g_assert_false (tenure_ids_contain (ids, 7));
  g_array_append_vals (ids, listed, G_N_ELEMENTS (listed));
  for (gsize i = 0; i < G_N_ELEMENTS (listed); i++)
    g_assert_true (tenure_ids_contain (ids, listed[i]));
  g_assert_false (tenure_ids_contain (ids, 4));
  g_assert_false (tenure_ids_contain (ids, TENURE_ID_NONE));
}

/* Runs last: from here on the process counts from the seed. */
static void
test_seeded_ids_repeat (void)
{
  TenureId first[100], again[100], other[100];
  gsize different = 0;

  tenure_id_seed (42);
  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    first[i] = tenure_id_new ();
  tenure_id_seed (42);
  for (gsize i = 0; i < G_N_ELEMENTS (again); i++)
    again[i] = tenure_id_new ();
  tenure_id_seed (43);
  for (gsize i = 0; i < G_N_ELEMENTS (other); i++)
    other[i] = tenure_id_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_assert_cmpint (first[i], ==, again[i]);
      g_assert_cmpint (first[i], >, i > 0 ? first[i - 1] : 0);
      different += first[i] != other[i];
    }
  g_assert_cmpuint (different, >, 90);
}

/* A record as others are: it starts with its id. */
typedef struct
{
  TenureId id;
  char rest[24];
} Record;

/* Of a large table a few are looked at, and what is found is what a search through all of it finds. */
static void
test_find (void)
{
  guint n = 100000, steps;
  g_autofree Record *records = g_new0 (Record, n);

  for (guint i = 0; i < n; i++)
    records[i].id = (i > 0 ? records[i - 1].id : 0) + g_test_rand_int_range (1, 3);
  for (guint i = 0; i < n; i++)
    {
      gboolean follows = i + 1 < n && records[i + 1].id == records[i].id + 1;

      g_assert_cmpint (tenure_id_find (records, n, sizeof (Record), records[i].id, &steps), ==, i);
      g_assert_cmpuint (steps, <=, 17);
      g_assert_cmpint (tenure_id_find (records, n, sizeof (Record), records[i].id + 1, &steps), ==, follows ? (int) i + 1 : -1);
      g_assert_cmpuint (steps, <=, 17);
    }
  g_assert_cmpint (tenure_id_find (records, n, sizeof (Record), TENURE_ID_NONE, NULL), ==, -1);
  g_assert_cmpint (tenure_id_find (records, 1, sizeof (Record), records[0].id, NULL), ==, 0);
  g_assert_cmpint (tenure_id_find (NULL, 0, sizeof (Record), 1, &steps), ==, -1);
  g_assert_cmpuint (steps, ==, 0);
}

int
main (int argc, char **argv)
{
  own_path = argv[0];
  if (argc == 2 && strcmp (argv[1], "--print-ids") == 0)
    return print_ids ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id/unique-across-threads", test_unique_across_threads);
  g_test_add_func ("/id/unique-across-processes", test_unique_across_processes);
  g_test_add_func ("/id/grows-with-time", test_grows_with_time);
  g_test_add_func ("/id/contain", test_contain);
  g_test_add_func ("/id/find", test_find);
  g_test_add_func ("/id/seeded-ids-repeat", test_seeded_ids_repeat);
  return g_test_run ();
}
