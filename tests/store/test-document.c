#include "store-fixture.h"

#include "base/error.h"
#include "store/document-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

#define ADD(name, func) g_test_add ("/store/document/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

static void
save_as (StoreFixture *fixture, GFile *file)
{
  g_autoptr (GError) error = NULL;

  tenure_document_save_as (fixture->document, file, NULL, &error);
  g_assert_no_error (error);
}

static TenureDocument *
open_file (StoreFixture *fixture, GFile *file)
{
  g_autoptr (GError) error = NULL;
  TenureDocument *document = tenure_document_open (file, TENURE_OPEN_DEFAULT, fixture->folder, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static guint
count_working_copies (StoreFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "working", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static GBytes *
read_bytes (GFile *file)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
write_bytes (GFile *file, const void *data, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_round_trip (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = store_fixture_file (fixture, "North Ridge.tenure");
  g_autofree char *before = NULL, *after = NULL, *undone = NULL;
  StoreSample sample = store_make_sample (fixture->document);
  TenureDocument *again;

  g_assert_cmpstr (tenure_document_get_title (fixture->document), ==, "Untitled portfolio");
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "Changed");
  before = store_dump (tenure_document_get_reader (fixture->document));
  save_as (fixture, file);
  g_assert_false (tenure_document_is_dirty (fixture->document));
  g_assert_cmpstr (tenure_document_get_title (fixture->document), ==, "North Ridge");
  g_assert_true (g_file_equal (tenure_document_get_file (fixture->document), file));
  again = open_file (fixture, file);
  after = store_dump (tenure_document_get_reader (again));
  g_assert_cmpstr (before, ==, after);
  g_assert_false (tenure_document_is_dirty (again));
  /* Undo reaches back across the restart. */
  g_assert_cmpstr (tenure_document_get_undo_label (again), ==, "Set");
  g_assert_true (tenure_document_undo (again, NULL, NULL));
  g_assert_true (tenure_document_is_dirty (again));
  g_assert_true (tenure_document_redo (again, NULL, NULL));
  g_assert_false (tenure_document_is_dirty (again));
  undone = store_dump (tenure_document_get_reader (again));
  g_assert_cmpstr (undone, ==, before);
  store_close (again);
}

static gboolean
contains (GBytes *bytes, const char *text)
{
  gsize length, text_length = strlen (text);
  const char *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i + text_length <= length; i++)
    if (memcmp (data + i, text, text_length) == 0)
      return TRUE;
  return FALSE;
}

/* What is handed out is one plain file: no log, no free pages, marked as ours, and nothing of where it was kept. */
static void
test_saved_file (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = store_fixture_file (fixture, "plain.tenure");
  g_autofree char *path = g_file_get_path (file), *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TenureSqlConnection) db = NULL;
  gint64 value;

  store_make_sample (fixture->document);
  save_as (fixture, file);
  bytes = read_bytes (file);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), 16, "SQLite format 3", 16);
  g_assert_cmpmem ((const char *) g_bytes_get_data (bytes, NULL) + 68, 4, "Tnur", 4);
  g_assert_false (contains (bytes, fixture->folder));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_true (tenure_sql_query_integer (db, "PRAGMA freelist_count", -1, &value, NULL));
  g_assert_cmpint (value, ==, 0);
  g_assert_true (tenure_sql_query_integer (db, "SELECT count (*) FROM agreement", -1, &value, NULL));
  g_assert_cmpint (value, ==, 1);
}

/* A document as schema version 1 left it, kept from the day it was written. When this fails, version 1 was changed after
 * files of it exist: put the change into the next version instead. */
static void
test_stored_version (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fuzz", "open", "sample.tenure", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_AGREEMENT);
  g_autoptr (GArray) found = NULL;
  g_autoptr (TenureRecord) agreement = NULL;
  TenureDocument *document = open_file (fixture, file);
  TenureReader *reader = tenure_document_get_reader (document);

  tenure_query_set_search (query, "hosp ynys");
  found = tenure_query_run (query, reader, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  agreement = tenure_reader_load (reader, TENURE_RECORD_AGREEMENT, g_array_index (found, TenureId, 0), NULL);
  g_assert_cmpstr (tenure_record_get_text_by_name (agreement, "end"), ==, "2028-03-31");
  g_assert_cmpstr (tenure_document_get_redo_label (document), ==, "Set");
  g_assert_true (tenure_document_redo (document, NULL, NULL));
  for (int i = 0; i < 3; i++)
    g_assert_true (tenure_document_undo (document, NULL, NULL));
  g_assert_cmpint (tenure_reader_count (reader, TENURE_RECORD_AGREEMENT, NULL), ==, 0);
  store_close (document);
}

/* ---- files that are refused ---- */

static GBytes *
make_saved (StoreFixture *fixture)
{
  g_autoptr (GFile) file = store_fixture_file (fixture, "good.tenure");

  store_make_sample (fixture->document);
  save_as (fixture, file);
  return read_bytes (file);
}

static void
check_refused (StoreFixture *fixture, const char *what, const void *data, gsize length, int code)
{
  g_autoptr (GFile) file = store_fixture_file (fixture, "bad.tenure");
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_copies = count_working_copies (fixture);

  g_test_message ("%s", what);
  write_bytes (file, data, length);
  g_assert_null (tenure_document_open (file, TENURE_OPEN_DEFAULT, fixture->folder, NULL, &error));
  g_assert_error (error, TENURE_ERROR, code);
  g_assert_nonnull (strstr (error->message, "bad.tenure"));
  g_assert_true (g_str_has_suffix (error->message, "."));
  after = read_bytes (file);
  g_assert_cmpmem (g_bytes_get_data (after, NULL), g_bytes_get_size (after), data, length);
  g_assert_cmpuint (count_working_copies (fixture), ==, n_copies);
}

static void
test_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) saved = make_saved (fixture);
  gsize length = g_bytes_get_size (saved);
  g_autofree char *bytes = g_memdup2 (g_bytes_get_data (saved, NULL), length);
  static const char page[5000] = "SQLite format 3";
  gsize cuts[] = { 50, 99, 4096, 5000, length / 2, length - 1 };

  check_refused (fixture, "empty", "", 0, TENURE_ERROR_FOREIGN);
  check_refused (fixture, "text", "title,start,end\n", 16, TENURE_ERROR_FOREIGN);
  check_refused (fixture, "zip", "PK\3\4 and then some more bytes", 30, TENURE_ERROR_FOREIGN);
  check_refused (fixture, "another program's database", page, sizeof page, TENURE_ERROR_FOREIGN);
  for (gsize i = 0; i < G_N_ELEMENTS (cuts); i++)
    check_refused (fixture, "cut short", bytes, cuts[i], TENURE_ERROR_CORRUPT);
  bytes[63] = 99;
  check_refused (fixture, "newer", bytes, length, TENURE_ERROR_NEWER);
  bytes[63] = 0;
  check_refused (fixture, "version 0", bytes, length, TENURE_ERROR_FOREIGN);
  bytes[63] = 1;
  memset (bytes + 4096 * 2, 0xa5, 4096);
  check_refused (fixture, "a page overwritten", bytes, length, TENURE_ERROR_CORRUPT);
  memcpy (bytes, g_bytes_get_data (saved, NULL), length);
  memset (bytes + 100, 0, 200);
  check_refused (fixture, "the schema overwritten", bytes, length, TENURE_ERROR_CORRUPT);
}

/* Whoever puts something into the schema wants it to be run. */
static void
test_hostile_schema (StoreFixture *fixture, gconstpointer data)
{
  static const char *const additions[] = {
    "CREATE TRIGGER t AFTER UPDATE ON agreement BEGIN DELETE FROM person; END",
    "CREATE VIEW person_view AS SELECT * FROM person",
    "CREATE TABLE extra (a)",
    "CREATE INDEX extra_index ON agreement (title)",
    "CREATE VIRTUAL TABLE extra_search USING fts5 (a)",
    "DROP TABLE attendance",
    "ALTER TABLE person ADD COLUMN extra TEXT",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'Title', 'Tutle') WHERE name = 'agreement'",
  };
  g_autoptr (GBytes) saved = make_saved (fixture);
  g_autoptr (GFile) file = store_fixture_file (fixture, "hostile.tenure");
  g_autofree char *path = g_file_get_path (file);

  for (gsize i = 0; i < G_N_ELEMENTS (additions); i++)
    {
      g_autoptr (TenureSqlConnection) db = NULL;
      g_autoptr (GBytes) bytes = NULL;

      write_bytes (file, g_bytes_get_data (saved, NULL), g_bytes_get_size (saved));
      g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (db, additions[i], NULL, NULL, NULL), ==, SQLITE_OK);
      g_clear_pointer (&db, sqlite3_close);
      bytes = read_bytes (file);
      check_refused (fixture, additions[i], g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), TENURE_ERROR_CORRUPT);
    }
}

static void
test_missing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = store_fixture_file (fixture, "nowhere.tenure");
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_assert_null (tenure_document_open (file, TENURE_OPEN_DEFAULT, fixture->folder, NULL, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (tenure_document_open (folder, TENURE_OPEN_DEFAULT, fixture->folder, NULL, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_false (tenure_document_save (fixture->document, NULL, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND);
}

/* ---- saving over ---- */

static void
test_changed_on_disk (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = store_fixture_file (fixture, "shared.tenure");
  g_autoptr (GFile) other = store_fixture_file (fixture, "other.tenure");
  g_autoptr (GBytes) theirs = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  TenureDocument *colleague;
  StoreSample sample = store_make_sample (fixture->document);

  save_as (fixture, file);
  colleague = open_file (fixture, file);
  store_set (colleague, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "Theirs");
  g_assert_true (tenure_document_save (colleague, NULL, &error));
  store_close (colleague);
  theirs = read_bytes (file);
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "Ours");
  g_assert_false (tenure_document_save (fixture->document, NULL, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_CHANGED);
  g_assert_true (tenure_document_is_dirty (fixture->document));
  after = read_bytes (file);
  g_assert_true (g_bytes_equal (theirs, after));
  save_as (fixture, other);
  g_assert_false (tenure_document_is_dirty (fixture->document));
}

/* Same bytes with another time are the same file; other bytes with the same time are not. */
static void
test_content_decides (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = store_fixture_file (fixture, "touched.tenure");
  g_autofree char *path = g_file_get_path (file);
  StoreSample sample = store_make_sample (fixture->document);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (GError) error = NULL;
  struct utimbuf times = { 1000000000, 1000000000 };

  save_as (fixture, file);
  g_assert_cmpint (g_utime (path, &times), ==, 0);
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "One");
  g_assert_true (tenure_document_save (fixture->document, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_utime (path, &times), ==, 0);
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "Two");
  g_assert_true (tenure_document_save (fixture->document, NULL, &error));
  bytes = read_bytes (file);
  changed = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  changed[g_bytes_get_size (bytes) - 1] ^= 1;
  write_bytes (file, changed, g_bytes_get_size (bytes));
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "Three");
  g_assert_false (tenure_document_save (fixture->document, NULL, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_CHANGED);
}

static void
test_gone_from_disk (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = store_fixture_file (fixture, "gone.tenure");
  g_autoptr (GError) error = NULL;
  StoreSample sample = store_make_sample (fixture->document);

  save_as (fixture, file);
  g_assert_true (g_file_delete (file, NULL, NULL));
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "Again");
  g_assert_true (tenure_document_save (fixture->document, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_query_exists (file, NULL));
}

static void
test_symbolic_link (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = store_fixture_file (fixture, "real.tenure");
  g_autoptr (GFile) link = store_fixture_file (fixture, "link.tenure");
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autofree char *link_path = g_file_get_path (link);
  StoreSample sample = store_make_sample (fixture->document);

  save_as (fixture, file);
  before = read_bytes (file);
  g_assert_cmpint (symlink ("real.tenure", link_path), ==, 0);
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "Through the link");
  save_as (fixture, link);
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  after = read_bytes (file);
  g_assert_false (g_bytes_equal (before, after));
}

static void
test_backups (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = store_fixture_file (fixture, "kept.tenure");
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  StoreSample sample = store_make_sample (fixture->document);
  TenureDocument *restored;

  save_as (fixture, file);
  for (guint i = 0; i < TENURE_DOCUMENT_MAX_BACKUPS + 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Version %u", i);

      store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", name);
      g_assert_true (tenure_document_save (fixture->document, NULL, &error));
      g_assert_no_error (error);
    }
  backups = tenure_backup_list (file, fixture->folder);
  g_assert_cmpuint (backups->len, ==, TENURE_DOCUMENT_MAX_BACKUPS);
  for (guint i = 1; i < backups->len; i++)
    g_assert_cmpint (((TenureBackup *) backups->pdata[i - 1])->saved_at, >=, ((TenureBackup *) backups->pdata[i])->saved_at);
  restored = tenure_backup_open (backups->pdata[0], fixture->folder, NULL, &error);
  g_assert_no_error (error);
  title = tenure_reader_dup_title (tenure_document_get_reader (restored), TENURE_RECORD_AGREEMENT, sample.agreement);
  g_assert_cmpstr (title, ==, "Version 11");
  g_assert_null (tenure_document_get_file (restored));
  g_assert_true (tenure_document_is_dirty (restored));
  store_close (restored);
}

static void
test_read_only (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = store_fixture_file (fixture, "look.tenure");
  g_autoptr (GFile) copy = store_fixture_file (fixture, "copy.tenure");
  g_autoptr (GError) error = NULL;
  TenureDocument *document;
  StoreSample sample = store_make_sample (fixture->document);

  save_as (fixture, file);
  document = tenure_document_open (file, TENURE_OPEN_READ_ONLY, fixture->folder, NULL, &error);
  g_assert_true (tenure_document_is_read_only (document));
  g_assert_false (store_delete (document, TENURE_RECORD_AGREEMENT, sample.agreement, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (tenure_document_undo (document, NULL, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (tenure_document_save (document, NULL, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_true (tenure_document_save_as (document, copy, NULL, &error));
  g_assert_false (tenure_document_is_read_only (document));
  g_assert_true (store_delete (document, TENURE_RECORD_AGREEMENT, sample.agreement, &error));
  store_close (document);
}

/* A place that may not be written, as somebody who is not the superuser. Run in a child of its own. */
static int
save_where_forbidden (StoreFixture *fixture, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (file));
  gboolean ok;

  if (g_chmod (folder, 0500) != 0 || g_chmod (g_file_peek_path (file), 0400) != 0)
    return 10;
  ok = tenure_document_save_as (fixture->document, file, NULL, &error);
  g_chmod (folder, 0700);
  if (ok || !g_error_matches (error, TENURE_ERROR, TENURE_ERROR_READ_ONLY))
    return 11;
  return tenure_document_is_dirty (fixture->document) ? 0 : 12;
}

static void
test_forbidden_place (void)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      StoreFixture fixture = { 0 };
      g_autoptr (GFile) file = NULL;
      g_autofree char *folder = NULL;
      int result;

      if (getuid () == 0 && setuid (65534) != 0)
        _exit (20);
      store_fixture_set_up (&fixture, NULL);
      store_make_sample (fixture.document);
      folder = g_build_filename (fixture.folder, "locked", NULL);
      g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
      file = g_file_new_build_filename (folder, "x.tenure", NULL);
      write_bytes (file, "theirs", 6);
      result = save_where_forbidden (&fixture, file);
      if (result == 0)
        {
          g_autoptr (GBytes) bytes = NULL;

          g_chmod (g_file_peek_path (file), 0600);
          bytes = read_bytes (file);
          result = g_bytes_get_size (bytes) == 6 ? 0 : 13;
        }
      store_fixture_tear_down (&fixture, NULL);
      _exit (result);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

/* ---- signals, properties, asynchronous calls ---- */

static void
count_cb (GObject *object, GParamSpec *spec, guint *count)
{
  (*count)++;
}

static void
test_notifications (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = store_fixture_file (fixture, "told.tenure");
  guint dirty = 0, title = 0;
  StoreSample sample;

  g_signal_connect (fixture->document, "notify::dirty", G_CALLBACK (count_cb), &dirty);
  g_signal_connect (fixture->document, "notify::title", G_CALLBACK (count_cb), &title);
  sample = store_make_sample (fixture->document);
  g_assert_cmpuint (dirty, ==, 1);
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "Still dirty");
  g_assert_cmpuint (dirty, ==, 1);
  save_as (fixture, file);
  g_assert_cmpuint (dirty, ==, 2);
  g_assert_cmpuint (title, ==, 1);
  g_assert_true (tenure_document_undo (fixture->document, NULL, NULL));
  g_assert_cmpuint (dirty, ==, 3);
  g_assert_true (tenure_document_redo (fixture->document, NULL, NULL));
  g_assert_cmpuint (dirty, ==, 4);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tenure_document_save_finish (TENURE_DOCUMENT (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  TenureDocument **document = data;

  *document = tenure_document_open_finish (result, &error);
  g_assert_no_error (error);
}

/* An edit while the snapshot is being saved is not in the file, and the document knows. */
static void
test_async (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = store_fixture_file (fixture, "later.tenure");
  StoreSample sample = store_make_sample (fixture->document);
  TenureDocument *again = NULL;
  gboolean saved = FALSE;
  guint count = 0;

  tenure_document_save_as_async (fixture->document, file, NULL, saved_cb, &saved);
  store_wait (&saved);
  g_assert_false (tenure_document_is_dirty (fixture->document));
  saved = FALSE;
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "In the file or not");
  tenure_document_save_async (fixture->document, NULL, saved_cb, &saved);
  for (guint i = 0; i < 20 && !saved; i++)
    store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", i % 2 ? "Odd" : "Even");
  store_wait (&saved);
  g_assert_true (tenure_document_is_dirty (fixture->document)
                 == (fixture->document->copy->saved_seq != fixture->document->position.done));
  tenure_document_open_async (file, TENURE_OPEN_DEFAULT, fixture->folder, NULL, opened_cb, &again);
  while (again == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (again->position.done, ==, fixture->document->copy->saved_seq);
  g_signal_connect (again, "changed", G_CALLBACK (count_cb), &count);
  store_set (again, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "Ours");
  g_assert_cmpuint (count, ==, 1);
  store_close (again);
}

static void
test_closed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  StoreSample sample = store_make_sample (fixture->document);

  tenure_document_close (fixture->document, TRUE);
  g_assert_null (tenure_document_get_reader (fixture->document));
  g_assert_false (store_delete (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_READ_ONLY);
  g_clear_error (&error);
  reader = tenure_document_open_reader (fixture->document, &error);
  g_assert_null (reader);
  g_assert_nonnull (error);
  g_assert_cmpuint (count_working_copies (fixture), ==, 0);
}

typedef struct
{
  TenureDocument *document;
  const char *name;
  GMutex mutex;
  GCond cond;
  gboolean begun, go_on;
} Colleague;

static gboolean
add_person (TenureEdit *edit, gpointer data, GError **error)
{
  g_autoptr (TenureRecord) person = store_record (TENURE_RECORD_PERSON, "name", data, NULL);

  return tenure_edit_insert (edit, person, error);
}

/* Has the writer from the moment it says so until it is told to go on. */
static gboolean
add_when_told (TenureEdit *edit, gpointer data, GError **error)
{
  Colleague *colleague = data;

  g_mutex_lock (&colleague->mutex);
  colleague->begun = TRUE;
  g_cond_broadcast (&colleague->cond);
  while (!colleague->go_on)
    g_cond_wait (&colleague->cond, &colleague->mutex);
  g_mutex_unlock (&colleague->mutex);
  return add_person (edit, (gpointer) colleague->name, error);
}

static gpointer
work (gpointer data)
{
  Colleague *colleague = data;

  g_assert_true (tenure_document_edit (colleague->document, colleague->name, add_when_told, colleague, NULL));
  return NULL;
}

static GThread *
start_work (Colleague *colleague)
{
  GThread *thread = g_thread_new ("colleague", work, colleague);

  g_mutex_lock (&colleague->mutex);
  while (!colleague->begun)
    g_cond_wait (&colleague->cond, &colleague->mutex);
  g_mutex_unlock (&colleague->mutex);
  return thread;
}

static gpointer
let_go_on (gpointer data)
{
  Colleague *colleague = data;

  g_mutex_lock (&colleague->mutex);
  colleague->go_on = TRUE;
  g_cond_broadcast (&colleague->cond);
  g_mutex_unlock (&colleague->mutex);
  return NULL;
}

/* An edit that a worker commits while the owner closes is unsaved work like any other: the copy is kept. */
static void
test_close_waits_for_worker (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = store_fixture_file (fixture, "late.tenure");
  Colleague colleague = { .name = "Late edit" };
  TenureDocument *document;
  GThread *worker, *other;

  save_as (fixture, file);
  document = open_file (fixture, file);
  g_assert_cmpuint (count_working_copies (fixture), ==, 2);
  colleague.document = document;
  worker = start_work (&colleague);
  other = g_thread_new ("other", let_go_on, &colleague);
  tenure_document_close (document, FALSE);
  g_thread_join (worker);
  g_thread_join (other);
  g_object_unref (document);
  g_assert_cmpuint (count_working_copies (fixture), ==, 2);
}

/* What a worker tells the owner may come after the owner's next edit: the later edit decides. */
static void
test_late_news (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = store_fixture_file (fixture, "order.tenure");
  Colleague colleague = { .document = fixture->document, .name = "First", .go_on = TRUE };
  GThread *worker = start_work (&colleague);

  g_thread_join (worker);
  g_assert_true (tenure_document_edit (fixture->document, "Second", add_person, (gpointer) "Second", NULL));
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==, "Second");
  save_as (fixture, file);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==, "Second");
  g_assert_false (tenure_document_is_dirty (fixture->document));
}

/* The state folder itself cannot be made. */
static void
test_no_state_folder (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tenure_document_new ("/dev/null/tenure", &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_STORAGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("saved-file", test_saved_file);
  ADD ("stored-version", test_stored_version);
  ADD ("refused", test_refused);
  ADD ("hostile-schema", test_hostile_schema);
  ADD ("missing", test_missing);
  ADD ("changed-on-disk", test_changed_on_disk);
  ADD ("content-decides", test_content_decides);
  ADD ("gone-from-disk", test_gone_from_disk);
  ADD ("symbolic-link", test_symbolic_link);
  ADD ("backups", test_backups);
  ADD ("read-only", test_read_only);
  g_test_add_func ("/store/document/forbidden-place", test_forbidden_place);
  ADD ("notifications", test_notifications);
  ADD ("async", test_async);
  ADD ("closed", test_closed);
  ADD ("close-waits-for-worker", test_close_waits_for_worker);
  ADD ("late-news", test_late_news);
  g_test_add_func ("/store/document/no-state-folder", test_no_state_folder);
  return g_test_run ();
}
