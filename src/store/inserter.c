#include "config.h"
#include "store/inserter-private.h"

#define BATCH_BYTES (64 * 1024)
#define MAX_READY 64

typedef struct
{
  guint table;
  GByteArray *rows; /* NULL: the task is to be done, */
  TenureId upto;    /* for this id */
} Batch;

struct _TenureInserter
{
  TenureInserts *inserts;
  TenureInserterTask task;
  gpointer data;
  GByteArray *open[TENURE_N_INSERT_TABLES]; /* rows of each table that make no batch yet; NULL: none */
  gboolean unsettled;                       /* rows were added since settling */

  GThread *thread;
  GMutex mutex;
  GCond changed;
  GQueue ready;     /* of Batch; under @mutex */
  gboolean working; /* at a batch; under @mutex */
  gboolean stopped; /* under @mutex */
  GError *error;    /* the first; under @mutex */
};

static void
batch_free (Batch *batch)
{
  g_clear_pointer (&batch->rows, g_byte_array_unref);
  g_free (batch);
}

static GError *
insert_rows (TenureInserts *inserts, guint table, const GByteArray *rows)
{
  const guint8 *next = rows->data, *end = rows->data + rows->len;
  GError *error = NULL;

  while (next != NULL && next < end)
    next = tenure_inserts_run (inserts, table, next, end, &error);
  return error;
}

static GError *
work_on (TenureInserter *inserter, const Batch *batch)
{
  GError *error = NULL;

  if (batch->rows != NULL)
    return insert_rows (inserter->inserts, batch->table, batch->rows);
  inserter->task (inserter->data, batch->upto, &error);
  return error;
}

/* Waits for a batch and marks the thread as working; NULL when there is no more to do. */
static Batch *
take_batch (TenureInserter *inserter)
{
  Batch *batch = NULL;

  g_mutex_lock (&inserter->mutex);
  while (inserter->ready.length == 0 && !inserter->stopped)
    g_cond_wait (&inserter->changed, &inserter->mutex);
  if (!inserter->stopped)
    batch = g_queue_pop_head (&inserter->ready);
  inserter->working = batch != NULL;
  g_cond_broadcast (&inserter->changed);
  g_mutex_unlock (&inserter->mutex);
  return batch;
}

/* What comes after a failure is let go: the edit is lost. */
static void
finish_batch (TenureInserter *inserter, GError *error)
{
  g_mutex_lock (&inserter->mutex);
  inserter->working = FALSE;
  if (error != NULL)
    {
      g_propagate_error (&inserter->error, error);
      g_queue_clear_full (&inserter->ready, (GDestroyNotify) batch_free);
    }
  g_cond_broadcast (&inserter->changed);
  g_mutex_unlock (&inserter->mutex);
}

static gpointer
insert_batches (gpointer data)
{
  TenureInserter *inserter = data;
  Batch *batch;

  while ((batch = take_batch (inserter)) != NULL)
    {
      finish_batch (inserter, work_on (inserter, batch));
      batch_free (batch);
    }
  return NULL;
}

TenureInserter *
tenure_inserter_start (TenureInserts *inserts, TenureInserterTask task, gpointer data)
{
  TenureInserter *inserter = g_new0 (TenureInserter, 1);

  inserter->inserts = inserts;
  inserter->task = task;
  inserter->data = data;
  g_mutex_init (&inserter->mutex);
  g_cond_init (&inserter->changed);
  g_queue_init (&inserter->ready);
  inserter->thread = g_thread_try_new ("tenure-insert", insert_batches, inserter, NULL);
  if (inserter->thread == NULL)
    g_clear_pointer (&inserter, tenure_inserter_free);
  return inserter;
}

void
tenure_inserter_free (TenureInserter *inserter)
{
  if (inserter == NULL)
    return;
  g_mutex_lock (&inserter->mutex);
  inserter->stopped = TRUE;
  g_cond_broadcast (&inserter->changed);
  g_mutex_unlock (&inserter->mutex);
  if (inserter->thread != NULL)
    g_thread_join (inserter->thread);
  g_queue_clear_full (&inserter->ready, (GDestroyNotify) batch_free);
  for (guint i = 0; i < TENURE_N_INSERT_TABLES; i++)
    g_clear_pointer (&inserter->open[i], g_byte_array_unref);
  g_clear_error (&inserter->error);
  g_mutex_clear (&inserter->mutex);
  g_cond_clear (&inserter->changed);
  g_free (inserter);
}

/* Call with the mutex held. */
static gboolean
has_not_failed (TenureInserter *inserter, GError **error)
{
  if (inserter->error == NULL)
    return TRUE;
  if (error != NULL)
    *error = g_error_copy (inserter->error);
  return FALSE;
}

/* Takes @batch; waits while the thread is some batches behind. */
static gboolean
hand_over (TenureInserter *inserter, Batch *batch, GError **error)
{
  gboolean ok;

  g_mutex_lock (&inserter->mutex);
  while (inserter->ready.length >= MAX_READY)
    g_cond_wait (&inserter->changed, &inserter->mutex);
  ok = has_not_failed (inserter, error);
  if (ok)
    g_queue_push_tail (&inserter->ready, g_steal_pointer (&batch));
  g_cond_broadcast (&inserter->changed);
  g_mutex_unlock (&inserter->mutex);
  g_clear_pointer (&batch, batch_free);
  return ok;
}

static gboolean
hand_over_rows (TenureInserter *inserter, guint table, GError **error)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->table = table;
  batch->rows = g_steal_pointer (&inserter->open[table]);
  return hand_over (inserter, batch, error);
}

gboolean
tenure_inserter_add (TenureInserter *inserter, guint table, const GByteArray *row, GError **error)
{
  GByteArray **open = &inserter->open[table];

  inserter->unsettled = TRUE;
  if (*open == NULL)
    *open = g_byte_array_sized_new (BATCH_BYTES + 4096);
  g_byte_array_append (*open, row->data, row->len);
  return (*open)->len < BATCH_BYTES || hand_over_rows (inserter, table, error);
}

gboolean
tenure_inserter_reach (TenureInserter *inserter, TenureId upto, GError **error)
{
  Batch *batch;

  for (guint i = 0; i < TENURE_N_INSERT_TABLES; i++)
    if (inserter->open[i] != NULL && !hand_over_rows (inserter, i, error))
      return FALSE;
  inserter->unsettled = TRUE;
  batch = g_new0 (Batch, 1);
  batch->upto = upto;
  return hand_over (inserter, batch, error);
}

static gboolean
wait_for_thread (TenureInserter *inserter, GError **error)
{
  gboolean ok;

  g_mutex_lock (&inserter->mutex);
  while (inserter->ready.length > 0 || inserter->working)
    g_cond_wait (&inserter->changed, &inserter->mutex);
  ok = has_not_failed (inserter, error);
  g_mutex_unlock (&inserter->mutex);
  return ok;
}

/* The rows that made no batch are inserted here: the thread has nothing to do by now, and its connection is free. */
gboolean
tenure_inserter_settle (TenureInserter *inserter, GError **error)
{
  GError *failure = NULL;

  if (!inserter->unsettled)
    return TRUE;
  if (!wait_for_thread (inserter, error))
    return FALSE;
  for (guint i = 0; i < TENURE_N_INSERT_TABLES && failure == NULL; i++)
    if (inserter->open[i] != NULL)
      {
        failure = insert_rows (inserter->inserts, i, inserter->open[i]);
        g_clear_pointer (&inserter->open[i], g_byte_array_unref);
      }
  finish_batch (inserter, failure);
  inserter->unsettled = failure != NULL;
  return wait_for_thread (inserter, error);
}
