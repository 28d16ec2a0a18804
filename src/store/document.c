#include "config.h"
#include "store/document.h"

#include "base/error.h"
#include "store/connection-private.h"
#include "store/document-private.h"
#include "store/schema-private.h"
#include "store/search-index-private.h"

#include "base/i18n.h"
#include <string.h>

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_FILE,
  PROP_DIRTY,
  N_PROPERTIES,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenureDocument, tenure_document, G_TYPE_OBJECT)

static void
tenure_document_get_property (GObject *object, guint property, GValue *value, GParamSpec *spec)
{
  TenureDocument *self = TENURE_DOCUMENT (object);

  switch (property)
    {
    case PROP_TITLE:
      g_value_set_string (value, tenure_document_get_title (self));
      break;
    case PROP_FILE:
      g_value_set_object (value, tenure_document_get_file (self));
      break;
    case PROP_DIRTY:
      g_value_set_boolean (value, tenure_document_is_dirty (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, spec);
    }
}

static void
tenure_document_dispose (GObject *object)
{
  tenure_document_close (TENURE_DOCUMENT (object), FALSE);
  G_OBJECT_CLASS (tenure_document_parent_class)->dispose (object);
}

static void
tenure_document_finalize (GObject *object)
{
  TenureDocument *self = TENURE_DOCUMENT (object);

  g_mutex_clear (&self->changing);
  g_clear_pointer (&self->context, g_main_context_unref);
  tenure_history_position_clear (&self->position);
  g_free (self->author);
  g_free (self->recorded);
  g_free (self->database);
  G_OBJECT_CLASS (tenure_document_parent_class)->finalize (object);
}

static void
tenure_document_class_init (TenureDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tenure_document_get_property;
  object_class->dispose = tenure_document_dispose;
  object_class->finalize = tenure_document_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_DIRTY] = g_param_spec_boolean ("dirty", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CHANGED] = g_signal_new ("changed", TENURE_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   TENURE_TYPE_CHANGES);
}

static void
tenure_document_init (TenureDocument *self)
{
  g_mutex_init (&self->changing);
  tenure_document_adopt (self);
}

void
tenure_document_adopt (TenureDocument *self)
{
  g_clear_pointer (&self->context, g_main_context_unref);
  self->owner = g_thread_self ();
  self->context = g_main_context_ref_thread_default ();
}

typedef struct
{
  TenureDocument *document;
  TenureDocumentFunc func;
  gpointer data;
} Message;

static gboolean
deliver (gpointer data)
{
  Message *message = data;

  message->func (message->document, message->data);
  return G_SOURCE_REMOVE;
}

static void
free_message (gpointer data)
{
  Message *message = data;

  g_object_unref (message->document);
  g_free (message);
}

void
tenure_document_tell_owner (TenureDocument *self, TenureDocumentFunc func, gpointer data)
{
  g_autoptr (GSource) source = NULL;
  Message *message;

  if (g_thread_self () == self->owner)
    {
      func (self, data);
      return;
    }
  message = g_new (Message, 1);
  *message = (Message){ g_object_ref (self), func, data };
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver, message, free_message);
  g_source_attach (source, self->context);
}

void
tenure_document_notify_state (TenureDocument *self)
{
  gboolean dirty = tenure_document_is_dirty (self);

  if (dirty == self->dirty)
    return;
  self->dirty = dirty;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
}

void
tenure_document_emit_changed (TenureDocument *self, TenureChanges *changes)
{
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

void
tenure_document_notify_file (TenureDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

GFile *
tenure_document_get_file (TenureDocument *self)
{
  g_return_val_if_fail (TENURE_IS_DOCUMENT (self), NULL);

  return self->copy != NULL ? self->copy->file : NULL;
}

const char *
tenure_document_get_title (TenureDocument *self)
{
  g_return_val_if_fail (TENURE_IS_DOCUMENT (self), NULL);

  return self->copy != NULL && self->copy->title != NULL ? self->copy->title : _ ("Untitled portfolio");
}

gboolean
tenure_document_is_read_only (TenureDocument *self)
{
  g_return_val_if_fail (TENURE_IS_DOCUMENT (self), TRUE);

  return self->read_only;
}

gboolean
tenure_document_is_dirty (TenureDocument *self)
{
  g_return_val_if_fail (TENURE_IS_DOCUMENT (self), FALSE);

  return self->copy != NULL && self->position.done != self->copy->saved_seq;
}

void
tenure_document_set_author (TenureDocument *self, const char *author)
{
  g_return_if_fail (TENURE_IS_DOCUMENT (self));

  g_mutex_lock (&self->changing);
  g_free (self->author);
  self->author = g_strdup (author);
  g_mutex_unlock (&self->changing);
}

const char *
tenure_document_get_author (TenureDocument *self)
{
  g_return_val_if_fail (TENURE_IS_DOCUMENT (self), NULL);

  if (self->author != NULL)
    return self->author;
  /* GLib says "Unknown" where the system has no real name for the user. */
  return strcmp (g_get_real_name (), "Unknown") != 0 ? g_get_real_name () : g_get_user_name ();
}

TenureReader *
tenure_document_get_reader (TenureDocument *self)
{
  g_return_val_if_fail (TENURE_IS_DOCUMENT (self), NULL);

  return self->reader;
}

TenureReader *
tenure_document_open_reader (TenureDocument *self, GError **error)
{
  g_return_val_if_fail (TENURE_IS_DOCUMENT (self), NULL);

  return tenure_reader_open (self->database, TRUE, error);
}

/* A worker that is at it finishes first; what it tells the owner comes too late, so that is read here. Where even that
 * fails, the copy counts as changed: one too many is kept rather than one too few. */
static gboolean
close_connections (TenureDocument *self)
{
  TenureHistoryPosition position = { 0 };
  gboolean dirty = TRUE;

  g_clear_pointer (&self->reader, tenure_reader_free);
  g_mutex_lock (&self->changing);
  if (self->writer != NULL && self->copy != NULL && tenure_history_log_get_position (self->writer->db, &position, NULL))
    dirty = position.done != self->copy->saved_seq;
  tenure_history_position_clear (&position);
  g_clear_pointer (&self->writer, tenure_writer_free);
  g_mutex_unlock (&self->changing);
  return dirty;
}

void
tenure_document_close (TenureDocument *self, gboolean discard)
{
  gboolean keep;

  g_return_if_fail (TENURE_IS_DOCUMENT (self));

  if (self->copy == NULL)
    return;
  keep = close_connections (self) && !discard;
  if (keep)
    g_clear_pointer (&self->copy, tenure_working_copy_free);
  else
    g_clear_pointer (&self->copy, tenure_working_copy_remove);
}

#define MAPPED_BYTES "1073741824"

static int
count_wal_pages (void *data, sqlite3 *db, const char *name, int pages)
{
  ((TenureDocument *) data)->wal_pages = pages;
  return SQLITE_OK;
}

/* Everything that a hand could have put wrong in the bytes of a file that SQLite accepts. */
static gboolean
check_structure (sqlite3 *db, GError **error)
{
  g_autoptr (TenureSqlStatement) statement = NULL;
  gboolean row;

  /* Every page is looked at once: mapped, it need not be copied for that. */
  if (!tenure_sql_exec (db, "PRAGMA mmap_size = " MAPPED_BYTES, error))
    return FALSE;
  statement = tenure_sql_prepare (db, "PRAGMA quick_check (1)", error);
  if (statement == NULL || !tenure_sql_step (statement, &row, error))
    return FALSE;
  if (row && strcmp ((const char *) sqlite3_column_text (statement, 0), "ok") == 0)
    return TRUE;
  g_set_error_literal (
      error, TENURE_ERROR, TENURE_ERROR_CORRUPT,
      _ ("The document is damaged and was not opened. Open a backup, or copy it again from where it came."));
  return FALSE;
}

/* Until version 5 organisations were found without the register of an identifier (until version 3 without former names), and
 * agreements without both of their provider. What was recorded then stands in the index by other words than now: it could
 * neither be found by the new ones nor be taken out by them. */
#define INDEXED_AS_NOW_SINCE 6

static gboolean
index_anew (TenureWriter *writer, int version, GError **error)
{
  if (version >= INDEXED_AS_NOW_SINCE)
    return TRUE;
  tenure_search_index_rebuild (writer->search, TENURE_RECORD_ORGANISATION);
  tenure_search_index_rebuild (writer->search, TENURE_RECORD_AGREEMENT);
  if (!tenure_sql_exec (writer->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (tenure_search_index_finish (writer->search, error) && tenure_sql_exec (writer->db, "COMMIT", error))
    return TRUE;
  tenure_search_index_forget (writer->search);
  sqlite3_exec (writer->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

static gboolean
prepare_copy (TenureWriter *writer, int version, GError **error)
{
  if (version == 0)
    return tenure_schema_create (writer->db, error);
  return tenure_schema_verify (writer->db, version, error) && check_structure (writer->db, error)
         && tenure_sql_exec (writer->db, "PRAGMA mmap_size = 0", error) && tenure_schema_migrate (writer->db, version, error)
         && index_anew (writer, version, error);
}

static gboolean
open_connections (TenureDocument *self, int version, GCancellable *cancellable, GError **error)
{
  if (version == 0)
    {
      g_autoptr (TenureSqlConnection) db = tenure_connection_open (self->database, TENURE_CONNECTION_CREATE, error);

      if (db == NULL)
        return FALSE;
    }
  self->writer = tenure_writer_open (self->database, error);
  if (self->writer == NULL)
    return FALSE;
  tenure_reader_set_cancellable (self->writer->reader, cancellable);
  if (!prepare_copy (self->writer, version, error) || !tenure_sql_exec (self->writer->db, "PRAGMA journal_mode = WAL", error)
      || !tenure_history_log_get_position (self->writer->db, &self->position, error))
    return FALSE;
  tenure_reader_set_cancellable (self->writer->reader, NULL);
  sqlite3_wal_hook (self->writer->db, count_wal_pages, self);
  self->reader = tenure_reader_open (self->database, FALSE, error);
  return self->reader != NULL;
}

TenureDocument *
tenure_document_new_on_copy (
    TenureWorkingCopy *copy, int version, TenureOpenFlags flags, GCancellable *cancellable, GError **error)
{
  g_autoptr (TenureDocument) self = g_object_new (TENURE_TYPE_DOCUMENT, NULL);

  self->database = g_strdup (copy->database);
  self->read_only = (flags & TENURE_OPEN_READ_ONLY) != 0;
  if (!open_connections (self, version, cancellable, error))
    {
      close_connections (self);
      return NULL;
    }
  self->copy = copy;
  self->dirty = tenure_document_is_dirty (self);
  return g_steal_pointer (&self);
}
