#include "app/agreements/register-row-private.h"

/* Rows loaded in one go round one that is looked at, and rows kept at the most. */
#define CHUNK 64
#define MAX_ROWS 2048

struct _TenureRegisterModel
{
  GObject parent_instance;

  TenureDocument *document;
  TenureSnapshot *snapshot;
  GArray *first;    /* TenureId: the rows until there is a snapshot */
  GArray *order;    /* guint32: the rows of the snapshot */
  GHashTable *rows; /* position → TenureRegisterRow */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TenureRegisterModel,
                               tenure_register_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
drop_row (gpointer data)
{
  tenure_register_row_orphan (data);
  g_object_unref (data);
}

/* --- List model ---------------------------------------------------------------------------------------------- */

static GType
get_item_type (GListModel *list)
{
  return TENURE_TYPE_REGISTER_ROW;
}

static guint
n_rows (TenureRegisterModel *self)
{
  return self->snapshot != NULL ? self->order->len : self->first->len;
}

static guint
get_n_items (GListModel *list)
{
  return n_rows (TENURE_REGISTER_MODEL (list));
}

static TenureId
id_at (TenureRegisterModel *self, guint position)
{
  if (self->snapshot == NULL)
    return g_array_index (self->first, TenureId, position);
  return tenure_snapshot_get_facts (self->snapshot)->agreements[g_array_index (self->order, guint32, position)].id;
}

/* Lets go of rows that nobody else holds, so that a long scroll does not keep them all. */
static void
trim_rows (TenureRegisterModel *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (G_OBJECT (row)->ref_count == 1)
      g_hash_table_iter_remove (&iter);
}

static gpointer
get_item (GListModel *list, guint position)
{
  TenureRegisterModel *self = TENURE_REGISTER_MODEL (list);
  TenureRegisterRow *row;

  if (position >= n_rows (self))
    return NULL;
  row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));
  if (row == NULL)
    {
      if (g_hash_table_size (self->rows) >= MAX_ROWS)
        trim_rows (self);
      row = tenure_register_row_new (self, id_at (self, position),
                                     self->snapshot != NULL ? g_array_index (self->order, guint32, position) : 0);
      g_hash_table_insert (self->rows, GUINT_TO_POINTER (position), row);
    }
  return g_object_ref (row);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* --- Records ------------------------------------------------------------------------------------------------- */

static guint
position_of (TenureRegisterModel *self, TenureRegisterRow *row)
{
  GHashTableIter iter;
  gpointer position, value;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &position, &value))
    if (value == row)
      return GPOINTER_TO_UINT (position);
  return G_MAXUINT;
}

const TenureRecord *
tenure_register_model_lend_record (TenureRegisterModel *self, TenureRegisterRow *row)
{
  guint position = position_of (self, row);
  guint first, last;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TenureId));
  g_autoptr (GPtrArray) records = NULL;

  if (position == G_MAXUINT)
    return NULL;
  first = position - position % CHUNK;
  last = MIN (first + CHUNK, n_rows (self));
  for (guint i = first; i < last; i++)
    {
      g_autoptr (TenureRegisterRow) neighbour = get_item (G_LIST_MODEL (self), i);
      TenureId id = tenure_register_row_get_id (neighbour);

      if (tenure_register_row_peek_record (neighbour) != NULL)
        continue;
      g_array_append_val (ids, id);
      g_ptr_array_add (rows, g_steal_pointer (&neighbour));
    }
  records = tenure_reader_load_many (tenure_document_get_reader (self->document), TENURE_RECORD_AGREEMENT,
                                     (const TenureId *) (gpointer) ids->data, ids->len, NULL);
  for (guint i = 0; records != NULL && i < rows->len; i++)
    if (records->pdata[i] != NULL)
      tenure_register_row_take_record (rows->pdata[i], g_steal_pointer (&records->pdata[i]));
  return tenure_register_row_peek_record (row);
}

/* --- Changing ------------------------------------------------------------------------------------------------ */

/* How many rows at the start and at the end are the same records in the old order and in the new one. */
static void
find_common (TenureRegisterModel *self,
             const TenureSnapshot *snapshot,
             const GArray *order,
             guint *out_head,
             guint *out_tail)
{
  const TenureFacts *facts = tenure_snapshot_get_facts (snapshot);
  guint n_old = n_rows (self), n_new = order->len;
  guint head = 0, tail = 0;

#define NEW_ID(i) (facts->agreements[g_array_index (order, guint32, i)].id)
  while (head < n_old && head < n_new && id_at (self, head) == NEW_ID (head))
    head++;
  while (tail < n_old - head && tail < n_new - head && id_at (self, n_old - 1 - tail) == NEW_ID (n_new - 1 - tail))
    tail++;
#undef NEW_ID
  *out_head = head;
  *out_tail = tail;
}

/* Moves the rows that stay to their new positions. */
static void
keep_rows (TenureRegisterModel *self, guint head, guint tail, guint n_old, guint n_new)
{
  GHashTable *kept = g_hash_table_new_full (NULL, NULL, NULL, drop_row);
  GHashTableIter iter;
  gpointer key, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, &row))
    {
      guint position = GPOINTER_TO_UINT (key);

      if (position >= head && position < n_old - tail)
        continue;
      g_hash_table_iter_steal (&iter);
      if (position >= head)
        position = position - n_old + n_new;
      g_hash_table_insert (kept, GUINT_TO_POINTER (position), row);
    }
  g_hash_table_unref (self->rows);
  self->rows = kept;
}

void
tenure_register_model_set (TenureRegisterModel *self, TenureSnapshot *snapshot, GArray *order)
{
  guint head = 0, tail = 0, n_old, n_new;
  g_autoptr (GPtrArray) stayed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer key, row;

  g_return_if_fail (TENURE_IS_REGISTER_MODEL (self));
  g_return_if_fail (snapshot != NULL && order != NULL);

  n_old = n_rows (self);
  n_new = order->len;
  find_common (self, snapshot, order, &head, &tail);
  keep_rows (self, head, tail, n_old, n_new);
  tenure_snapshot_ref (snapshot);
  g_clear_pointer (&self->snapshot, tenure_snapshot_unref);
  self->snapshot = snapshot;
  g_array_ref (order);
  g_array_unref (self->order);
  self->order = order;

  /* The rows are listed before any of them speaks: a listener may ask the model for more. */
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, &row))
    {
      guint position = GPOINTER_TO_UINT (key);

      g_array_append_val (positions, position);
      g_ptr_array_add (stayed, g_object_ref (row));
    }
  if (n_old - head - tail > 0 || n_new - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, n_old - head - tail, n_new - head - tail);
  for (guint i = 0; i < stayed->len; i++)
    tenure_register_row_refresh (stayed->pdata[i],
                                 g_array_index (order, guint32, g_array_index (positions, guint, i)));
}

void
tenure_register_model_set_first (TenureRegisterModel *self, GArray *ids)
{
  guint n_old;

  g_return_if_fail (TENURE_IS_REGISTER_MODEL (self));
  g_return_if_fail (self->snapshot == NULL);

  n_old = self->first->len;
  g_hash_table_remove_all (self->rows);
  g_array_ref (ids);
  g_array_unref (self->first);
  self->first = ids;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, ids->len);
}

guint
tenure_register_model_find (TenureRegisterModel *self, TenureId id)
{
  int agreement;

  g_return_val_if_fail (TENURE_IS_REGISTER_MODEL (self), G_MAXUINT);

  if (self->snapshot == NULL)
    return G_MAXUINT;
  agreement = tenure_basis_find (tenure_snapshot_get_basis (self->snapshot), TENURE_RECORD_AGREEMENT, id);
  for (guint i = 0; agreement >= 0 && i < self->order->len; i++)
    if (g_array_index (self->order, guint32, i) == (guint32) agreement)
      return i;
  return G_MAXUINT;
}

TenureId
tenure_register_model_get_id (TenureRegisterModel *self, guint position)
{
  g_return_val_if_fail (TENURE_IS_REGISTER_MODEL (self), TENURE_ID_NONE);
  g_return_val_if_fail (position < n_rows (self), TENURE_ID_NONE);

  return id_at (self, position);
}

TenureSnapshot *
tenure_register_model_get_snapshot (TenureRegisterModel *self)
{
  g_return_val_if_fail (TENURE_IS_REGISTER_MODEL (self), NULL);

  return self->snapshot;
}

/* --- Object -------------------------------------------------------------------------------------------------- */

static void
tenure_register_model_finalize (GObject *object)
{
  TenureRegisterModel *self = TENURE_REGISTER_MODEL (object);

  g_hash_table_unref (self->rows);
  g_array_unref (self->first);
  g_array_unref (self->order);
  g_clear_pointer (&self->snapshot, tenure_snapshot_unref);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (tenure_register_model_parent_class)->finalize (object);
}

static void
tenure_register_model_class_init (TenureRegisterModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenure_register_model_finalize;
}

static void
tenure_register_model_init (TenureRegisterModel *self)
{
  self->first = g_array_new (FALSE, FALSE, sizeof (TenureId));
  self->order = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->rows = g_hash_table_new_full (NULL, NULL, NULL, drop_row);
}

TenureRegisterModel *
tenure_register_model_new (TenureDocument *document)
{
  TenureRegisterModel *self = g_object_new (TENURE_TYPE_REGISTER_MODEL, NULL);

  g_return_val_if_fail (TENURE_IS_DOCUMENT (document), self);

  self->document = g_object_ref (document);
  return self;
}
