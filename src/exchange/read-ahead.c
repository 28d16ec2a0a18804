#include "exchange/read-ahead-private.h"

#include <string.h>

#include "exchange/row-queue-private.h"

#define BATCH_ROWS 512
#define BATCH_BYTES (1024 * 1024)
#define MAX_READY 3

/* What the thread hands over: some rows, the titles that came with them, and how it ended. */
typedef struct
{
  TenureRowQueue rows;
  GPtrArray *titles; /* of char *: new ones */
  guint64 bytes_read;
  GError *error;
  gboolean last;
} Batch;

struct _TenureReadAhead
{
  TenureTable *table;
  GThread *thread;
  GMutex mutex;
  GCond changed;
  GQueue ready;     /* of Batch; under @mutex */
  gboolean stopped; /* under @mutex */
  Batch *present;   /* whose rows are being given */
  GPtrArray *titles;
};

static Batch *
batch_new (void)
{
  Batch *batch = g_new0 (Batch, 1);

  tenure_row_queue_init (&batch->rows);
  batch->titles = g_ptr_array_new_with_free_func (g_free);
  return batch;
}

static void
batch_free (Batch *batch)
{
  if (batch == NULL)
    return;
  tenure_row_queue_clear (&batch->rows);
  g_ptr_array_unref (batch->titles);
  g_clear_error (&batch->error);
  g_free (batch);
}

/* Reads one batch; @n_titles is how many titles were handed over before. */
static Batch *
read_batch (TenureTable *table, guint *n_titles)
{
  Batch *batch = batch_new ();
  TenureRow row;
  guint n = 0;

  while (n < BATCH_ROWS && batch->rows.text->len < BATCH_BYTES && !batch->last)
    {
      if (!tenure_table_next (table, &row, &batch->error))
        {
          batch->last = TRUE;
          break;
        }
      for (guint i = 0; i < row.n_cells; i++)
        tenure_row_queue_add_cell (&batch->rows, i, &row.cells[i]);
      tenure_row_queue_end_faulty (&batch->rows, row.number, row.line, row.fault, row.fault_column);
      n++;
    }
  for (; *n_titles < tenure_table_get_n_titles (table); (*n_titles)++)
    g_ptr_array_add (batch->titles, g_strdup (tenure_table_get_title (table, *n_titles)));
  batch->bytes_read = tenure_table_get_bytes_read (table);
  return batch;
}

static gpointer
read_thread (gpointer data)
{
  TenureReadAhead *ahead = data;
  guint n_titles = 0;
  gboolean more = TRUE;

  while (more)
    {
      Batch *batch = read_batch (ahead->table, &n_titles);

      more = !batch->last;
      g_mutex_lock (&ahead->mutex);
      while (ahead->ready.length >= MAX_READY && !ahead->stopped)
        g_cond_wait (&ahead->changed, &ahead->mutex);
      more = more && !ahead->stopped;
      g_queue_push_tail (&ahead->ready, batch);
      g_cond_signal (&ahead->changed);
      g_mutex_unlock (&ahead->mutex);
    }
  return NULL;
}

TenureReadAhead *
tenure_read_ahead_start (TenureTable *table)
{
  TenureReadAhead *ahead = g_new0 (TenureReadAhead, 1);

  ahead->table = table;
  ahead->titles = g_ptr_array_new_with_free_func (g_free);
  g_mutex_init (&ahead->mutex);
  g_cond_init (&ahead->changed);
  g_queue_init (&ahead->ready);
  ahead->thread = g_thread_new ("read-ahead", read_thread, ahead);
  return ahead;
}

/* Waits for the next batch and takes its titles over. */
static void
take_batch (TenureReadAhead *ahead)
{
  g_clear_pointer (&ahead->present, batch_free);
  g_mutex_lock (&ahead->mutex);
  while (ahead->ready.length == 0)
    g_cond_wait (&ahead->changed, &ahead->mutex);
  ahead->present = g_queue_pop_head (&ahead->ready);
  g_cond_signal (&ahead->changed);
  g_mutex_unlock (&ahead->mutex);
  g_ptr_array_extend_and_steal (ahead->titles, g_steal_pointer (&ahead->present->titles));
  ahead->present->titles = g_ptr_array_new_with_free_func (g_free);
}

gboolean
tenure_read_ahead_next (TenureReadAhead *ahead, TenureRow *out_row, GError **error)
{
  while (ahead->present == NULL || !tenure_row_queue_take (&ahead->present->rows, out_row))
    {
      if (ahead->present == NULL || !ahead->present->last)
        {
          take_batch (ahead);
          continue;
        }
      if (ahead->present->error != NULL)
        g_propagate_error (error, g_steal_pointer (&ahead->present->error));
      return FALSE;
    }
  return TRUE;
}

guint
tenure_read_ahead_get_n_titles (const TenureReadAhead *ahead)
{
  return ahead->titles->len;
}

const char *
tenure_read_ahead_get_title (const TenureReadAhead *ahead, guint column)
{
  return g_ptr_array_index (ahead->titles, column);
}

guint64
tenure_read_ahead_get_bytes_read (const TenureReadAhead *ahead)
{
  return ahead->present != NULL ? ahead->present->bytes_read : 0;
}

void
tenure_read_ahead_free (TenureReadAhead *ahead)
{
  if (ahead == NULL)
    return;
  g_mutex_lock (&ahead->mutex);
  ahead->stopped = TRUE;
  g_cond_signal (&ahead->changed);
  g_mutex_unlock (&ahead->mutex);
  g_thread_join (ahead->thread);
  g_queue_clear_full (&ahead->ready, (GDestroyNotify) batch_free);
  g_clear_pointer (&ahead->present, batch_free);
  g_ptr_array_unref (ahead->titles);
  g_mutex_clear (&ahead->mutex);
  g_cond_clear (&ahead->changed);
  g_free (ahead);
}
