#include "config.h"
#include "store/history-log-private.h"

#include "base/error.h"
#include "store/changeset-private.h"
#include "store/history.h"
#include "store/packed-private.h"
#include "store/schema-private.h"

#include "base/i18n.h"
#include <string.h>

#define PACK_ABOVE (64 * 1024)
#define PACK_APART_ABOVE (1024 * 1024)

struct _TenureHistoryPack
{
  GByteArray *bytes;
  GByteArray *packed; /* NULL when stored as it is */
  GThread *thread;
};

static gpointer
pack_bytes (gpointer data)
{
  TenureHistoryPack *pack = data;

  /* Failing to pack is no failure: the bytes are then stored as they are. */
  pack->packed = g_byte_array_new ();
  if (!tenure_pack (pack->bytes->data, pack->bytes->len, pack->packed))
    g_clear_pointer (&pack->packed, g_byte_array_unref);
  return NULL;
}

TenureHistoryPack *
tenure_history_pack_start (GByteArray *bytes)
{
  TenureHistoryPack *pack = g_new0 (TenureHistoryPack, 1);

  pack->bytes = bytes;
  if (bytes->len > PACK_APART_ABOVE)
    pack->thread = g_thread_try_new ("tenure-pack", pack_bytes, pack, NULL);
  if (pack->thread == NULL && bytes->len > PACK_ABOVE)
    pack_bytes (pack);
  return pack;
}

static void
wait_for_pack (TenureHistoryPack *pack)
{
  g_clear_pointer (&pack->thread, g_thread_join);
}

void
tenure_history_pack_free (TenureHistoryPack *pack)
{
  if (pack == NULL)
    return;
  wait_for_pack (pack);
  g_clear_pointer (&pack->packed, g_byte_array_unref);
  g_free (pack);
}

const char *
tenure_history_state_name (TenureHistoryState state)
{
  static const char *const names[] = { "done", "undone", "dropped" };

  return names[state];
}

TenureHistoryState
tenure_history_state_from_name (const char *name)
{
  for (TenureHistoryState state = TENURE_HISTORY_DONE; state < TENURE_HISTORY_DROPPED; state++)
    if (g_strcmp0 (name, tenure_history_state_name (state)) == 0)
      return state;
  return TENURE_HISTORY_DROPPED;
}

/* "agreement:1,0,2 funder:1,0,0 setting" */
static char *
format_counts (const TenureChanges *changes)
{
  GString *counts = g_string_new (NULL);

  for (TenureRecordType type = 0; type < TENURE_N_RECORDS; type++)
    {
      const TenureTableChanges *table = tenure_changes_get (changes, type);

      if (tenure_changes_touch (changes, type))
        g_string_append_printf (counts, "%s:%u,%u,%u ", tenure_record_def (type)->table, table->inserted->len,
                                table->updated->len, table->deleted->len);
    }
  if (tenure_changes_touch_settings (changes))
    g_string_append (counts, "setting ");
  g_string_truncate (counts, counts->len - 1);
  return g_string_free (counts, FALSE);
}

/* Seconds since 1970, or 0 for the clock. */
static gint64 fixed_time = 0;

void
tenure_history_set_time (gint64 unix_seconds)
{
  fixed_time = unix_seconds;
}

static char *
now_utc (void)
{
  g_autoptr (GDateTime) now = fixed_time > 0 ? g_date_time_new_from_unix_utc (fixed_time) : g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

static gboolean
drop_undone (sqlite3 *db, GError **error)
{
  return tenure_sql_exec (db, "UPDATE history SET state = 'dropped', changes = NULL WHERE state = 'undone'", error);
}

gboolean
tenure_history_log_append (
    sqlite3 *db, TenureHistoryPack *pack, const TenureChanges *changes, const char *author, gint64 *out_seq, GError **error)
{
  g_autoptr (TenureSqlStatement) statement = NULL;
  g_autofree char *counts = format_counts (changes);
  g_autofree char *at = now_utc ();
  const GByteArray *stored;
  int rc;

  if (!drop_undone (db, error))
    return FALSE;
  statement = tenure_sql_prepare (
      db,
      "INSERT INTO history (seq, at, author, label, state, schema, counts, size, packing, changes) VALUES "
      "((SELECT coalesce (max (seq), 0) + 1 FROM history), :at, :author, :label, 'done', :schema, :counts, :size, "
      ":packing, :changes)",
      error);
  if (statement == NULL)
    return FALSE;
  wait_for_pack (pack);
  stored = pack->packed != NULL ? pack->packed : pack->bytes;
  tenure_sql_bind_text (statement, ":at", at);
  tenure_sql_bind_text (statement, ":author", author);
  tenure_sql_bind_text (statement, ":label", tenure_changes_get_label (changes));
  tenure_sql_bind_integer (statement, ":schema", TENURE_SCHEMA_VERSION);
  tenure_sql_bind_text (statement, ":counts", counts);
  tenure_sql_bind_integer (statement, ":size", pack->bytes->len);
  tenure_sql_bind_text (statement, ":packing", pack->packed != NULL ? "zstd" : "none");
  rc = sqlite3_bind_blob64 (statement, sqlite3_bind_parameter_index (statement, ":changes"), stored->data, stored->len,
                            SQLITE_STATIC);
  /* Past SQLite's largest value: without its bytes the step could never be undone. */
  if (rc != SQLITE_OK)
    return tenure_sql_fail (db, rc, error);
  if (!tenure_sql_run (statement, error))
    return FALSE;
  *out_seq = sqlite3_last_insert_rowid (db);
  return TRUE;
}

static gboolean
damaged (GError **error, gint64 seq)
{
  g_set_error (error, TENURE_ERROR, TENURE_ERROR_CORRUPT,
               _ ("Step %" G_GINT64_FORMAT " of the history is damaged, so it cannot be undone or shown. The records "
                  "themselves are whole."),
               seq);
  return FALSE;
}

/* Of a row of changes, size and packing. NULL when damaged. */
static GBytes *
read_changes (sqlite3_stmt *statement)
{
  const void *blob = sqlite3_column_blob (statement, 0);
  gsize length = (gsize) sqlite3_column_bytes (statement, 0);
  gint64 size = sqlite3_column_int64 (statement, 1);
  const char *packing = (const char *) sqlite3_column_text (statement, 2);

  if (g_strcmp0 (packing, "zstd") == 0)
    return tenure_unpack (blob, length, size);
  return g_strcmp0 (packing, "none") == 0 && (gint64) length == size ? g_bytes_new (blob, length) : NULL;
}

GBytes *
tenure_history_log_load (sqlite3 *db, gint64 seq, char **out_label, GError **error)
{
  g_autoptr (TenureSqlStatement) statement = tenure_sql_prepare (
      db, "SELECT changes, size, packing, label, schema FROM history WHERE seq = :seq AND state <> 'dropped'", error);
  g_autoptr (GBytes) bytes = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;
  tenure_sql_bind_integer (statement, ":seq", seq);
  if (!tenure_sql_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND, _ ("This step of the history is no longer kept."));
      return NULL;
    }
  if (sqlite3_column_int64 (statement, 4) <= TENURE_SCHEMA_VERSION)
    bytes = read_changes (statement);
  if (bytes == NULL)
    {
      damaged (error, seq);
      return NULL;
    }
  if (!tenure_changeset_check (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, error))
    return NULL;
  if (out_label != NULL)
    *out_label = tenure_sql_column_dup (statement, 3);
  return g_steal_pointer (&bytes);
}

gboolean
tenure_history_log_set_state (sqlite3 *db, gint64 seq, TenureHistoryState state, GError **error)
{
  g_autoptr (TenureSqlStatement) statement =
      tenure_sql_prepare (db, "UPDATE history SET state = :state WHERE seq = :seq", error);

  if (statement == NULL)
    return FALSE;
  tenure_sql_bind_text (statement, ":state", tenure_history_state_name (state));
  tenure_sql_bind_integer (statement, ":seq", seq);
  return tenure_sql_run (statement, error);
}

static gboolean
find_step (sqlite3 *db, const char *sql, gint64 *out_seq, char **out_label, GError **error)
{
  g_autoptr (TenureSqlStatement) statement = tenure_sql_prepare (db, sql, error);
  gboolean row;

  if (statement == NULL || !tenure_sql_step (statement, &row, error))
    return FALSE;
  *out_seq = row ? sqlite3_column_int64 (statement, 0) : 0;
  *out_label = row ? tenure_sql_column_dup (statement, 1) : NULL;
  return TRUE;
}

gboolean
tenure_history_log_get_position (sqlite3 *db, TenureHistoryPosition *out_position, GError **error)
{
  g_auto (TenureHistoryPosition) position = { 0 };

  if (!find_step (db, "SELECT seq, label FROM history WHERE state = 'done' ORDER BY seq DESC LIMIT 1", &position.done,
                  &position.done_label, error)
      || !find_step (db, "SELECT seq, label FROM history WHERE state = 'undone' ORDER BY seq LIMIT 1", &position.undone,
                     &position.undone_label, error))
    return FALSE;
  *out_position = position;
  position = (TenureHistoryPosition){ 0 };
  return TRUE;
}

void
tenure_history_position_clear (TenureHistoryPosition *position)
{
  g_clear_pointer (&position->done_label, g_free);
  g_clear_pointer (&position->undone_label, g_free);
}
