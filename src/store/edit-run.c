/* The frame of an edit: what happens before and after its function, so that it is all or nothing, and undoable. */

#include "config.h"
#include "store/edit-private.h"

#include "store/changeset-private.h"
#include "store/history-log-private.h"

#include <string.h>

/* By name, never all: the shadow tables of the search index would be recorded too. */
static gboolean
start_session (TenureEdit *edit, GError **error)
{
  sqlite3 *db = edit->writer->db;
  int rc = sqlite3session_create (db, "main", &edit->session);

  for (TenureRecordType type = 0; rc == SQLITE_OK && type < TENURE_N_RECORDS; type++)
    rc = sqlite3session_attach (edit->session, tenure_record_def (type)->table);
  if (rc == SQLITE_OK)
    rc = sqlite3session_attach (edit->session, "setting");
  return rc == SQLITE_OK || tenure_sql_fail (NULL, rc, error);
}

static void
end_session (TenureEdit *edit)
{
  tenure_reader_set_before_use (edit->writer->reader, NULL, NULL);
  g_clear_pointer (&edit->inserter, tenure_inserter_free);
  g_clear_pointer (&edit->row, g_byte_array_unref);
  g_clear_pointer (&edit->sources, tenure_origin_block_free);
  g_clear_pointer (&edit->session, sqlite3session_delete);
  g_clear_pointer (&edit->recorder, tenure_recorder_free);
  g_clear_pointer (&edit->dropped_indexes, g_ptr_array_unref);
}

/* What the recorder has and what the session has are about different rows, so one may follow the other. The session is
 * done then, and does not watch what follows. */
static gboolean
collect_changeset (TenureEdit *edit, GByteArray *bytes, GError **error)
{
  void *changeset = NULL;
  int length = 0, rc;

  if (!tenure_edit_settle (edit, error) || !tenure_sql_expect_transaction (edit->writer->db, error))
    return FALSE;
  if (edit->recorder != NULL && !tenure_recorder_finish (edit->recorder, edit->writer->reader, bytes, error))
    return FALSE;
  rc = sqlite3session_changeset (edit->session, &length, &changeset);
  if (rc != SQLITE_OK)
    return tenure_sql_fail (edit->writer->db, rc, error);
  g_byte_array_append (bytes, changeset, (guint) length);
  sqlite3_free (changeset);
  g_clear_pointer (&edit->session, sqlite3session_delete);
  return TRUE;
}

/* A changeset that is walked through to its end. */
typedef struct
{
  const GByteArray *bytes;
  TenureChanges *changes; /* takes what it holds */
  GError *error;          /* NULL: it is whole */
} Walk;

static gpointer
walk_changeset (gpointer data)
{
  Walk *walk = data;

  tenure_changeset_check (walk->bytes->data, walk->bytes->len, walk->changes, &walk->error);
  return NULL;
}

/* Where indexes have to be made again, the changeset is long, and is walked through beside that. */
static gboolean
walk_and_index (TenureEdit *edit, const GByteArray *bytes, TenureChanges *changes, GError **error)
{
  Walk walk = { .bytes = bytes, .changes = changes };
  GThread *thread = edit->dropped_indexes != NULL ? g_thread_try_new ("tenure-walk", walk_changeset, &walk, NULL) : NULL;
  gboolean indexed = tenure_edit_restore_indexes (edit, error);

  if (thread != NULL)
    g_thread_join (thread);
  else
    walk_changeset (&walk);
  if (walk.error == NULL)
    return indexed;
  if (indexed)
    g_propagate_error (error, walk.error);
  else
    g_error_free (walk.error);
  return FALSE;
}

/* Indexes come before all that looks things up. */
static gboolean
conclude (TenureEdit *edit, GByteArray *bytes, TenureChanges *changes, const char *author, GError **error)
{
  g_autoptr (TenureHistoryPack) pack = tenure_history_pack_start (bytes);
  gint64 seq;

  return walk_and_index (edit, bytes, changes, error) && tenure_edit_check_references (edit, bytes, changes, error)
         && tenure_sql_expect_transaction (edit->writer->db, error)
         && tenure_search_index_finish (edit->writer->search, error)
         && tenure_history_log_append (edit->writer->db, pack, changes, author, &seq, error)
         && tenure_writer_commit (edit->writer, error);
}

/* TRUE with *@out_changes NULL: nothing to keep. */
static gboolean
run_in_transaction (TenureEdit *edit,
                    const char *label,
                    const char *author,
                    TenureEditFunc func,
                    gpointer data,
                    TenureChanges **out_changes,
                    GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (TenureChanges) changes = tenure_changes_new (TENURE_CHANGE_EDIT, label);

  if (!start_session (edit, error) || !func (edit, data, error) || !collect_changeset (edit, bytes, error))
    return FALSE;
  if (bytes->len == 0)
    return TRUE;
  if (!conclude (edit, bytes, changes, author, error))
    return FALSE;
  *out_changes = g_steal_pointer (&changes);
  return TRUE;
}

gboolean
tenure_edit_run (TenureWriter *writer,
                 const char *label,
                 const char *author,
                 TenureEditFunc func,
                 gpointer data,
                 TenureChanges **out_changes,
                 GError **error)
{
  TenureEdit edit = { .writer = writer, .row = g_byte_array_new () };
  TenureChanges *changes = NULL;
  gboolean ok;

  ok = tenure_writer_begin (writer, error) && run_in_transaction (&edit, label, author, func, data, &changes, error);
  end_session (&edit);
  if (changes == NULL)
    tenure_writer_rollback (writer);
  tenure_reader_set_cancellable (writer->reader, NULL);
  *out_changes = changes;
  return ok;
}
