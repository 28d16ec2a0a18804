#pragma once

#include "store/document.h"
#include "store/history-log-private.h"
#include "store/working-copy-private.h"
#include "store/writer-private.h"

G_BEGIN_DECLS

/* Threads: `changing` is held by whoever uses the writer. The fields below it are the owner's alone; what another thread
 * has to tell is carried to the owner with tenure_document_tell_owner(). */
struct _TenureDocument
{
  GObject parent_instance;

  char *database; /* path of the working copy; for readers of any thread */
  gboolean read_only;

  GMutex changing;
  TenureWriter *writer; /* NULL when closed */
  char *author;         /* NULL: the person logged in */
  guint64 n_changes;    /* made so far: whose news is newer */
  int wal_pages;
  int checkpointing; /* atomic: a worker is at it */

  GThread *owner;          /* where signals arrive */
  GMainContext *context;   /* of that thread */
  TenureWorkingCopy *copy; /* NULL when closed */
  TenureReader *reader;
  TenureHistoryPosition position;
  guint64 position_change; /* the change that it tells of */
  gboolean dirty;          /* as notified last */
  char *recorded;          /* the moment that a document of the past stands for; NULL for any other */
};

/* Makes a document of @copy, which it takes over unless it fails. @version: the schema version of the copy; 0 when it is
 * to be made. Checks what is there, whoever wrote it, and migrates it. Fails as tenure_document_open() does. */
TenureDocument *tenure_document_new_on_copy (
    TenureWorkingCopy *copy, int version, TenureOpenFlags flags, GCancellable *cancellable, GError **error);

/* From now on this thread owns @self. */
void tenure_document_adopt (TenureDocument *self);

/* The document that a worker returned, owned by this thread; or NULL with the task's error. */
TenureDocument *tenure_document_propagate (GTask *task, GError **error);

/* Runs @func on the owner's thread: at once when that is this one, else from its main loop. */
typedef void (*TenureDocumentFunc) (TenureDocument *self, gpointer data);
void tenure_document_tell_owner (TenureDocument *self, TenureDocumentFunc func, gpointer data);

/* On the owner's thread: notifies what differs from what was notified last. */
void tenure_document_notify_state (TenureDocument *self);

void tenure_document_notify_file (TenureDocument *self);
void tenure_document_emit_changed (TenureDocument *self, TenureChanges *changes);

G_END_DECLS
