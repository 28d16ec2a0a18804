#include "app/agreements/register-row-private.h"

/* Rows loaded in one go round one that is looked at, and rows kept at the most. */
#define CHUNK 64
#define MAX_ROWS 2048
/* Records that come and go together without any row taking another record: what a person adds or deletes by hand. */
#define FEW 8

struct _TenureRegisterModel
{
  GObject parent_instance;

  TenureDocument *document;
  TenureSnapshot *snapshot;
  GArray *ids;      /* TenureId: what is listed */
  GHashTable *rows; /* position → TenureRegisterRow, those that were looked at */
  guint trim_at;    /* so many rows are too many */

  /* What is left to do (tenure_register_model_advance()). */
  GPtrArray *untold; /* rows that show something else now, the uppermost first, */
  guint n_told;      /* of which so many know */
  GArray *wanted;    /* TenureId: what is listed is its beginning or has too many at its end; NULL: it is all listed */
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
get_n_items (GListModel *list)
{
  return TENURE_REGISTER_MODEL (list)->ids->len;
}

static TenureId
id_at (const GArray *ids, guint position)
{
  return g_array_index (ids, TenureId, position);
}

/* The index of an agreement in the snapshot; G_MAXUINT when there is no snapshot, or it is not in it. */
static guint
find_agreement (TenureRegisterModel *self, TenureId id)
{
  int agreement = -1;

  if (self->snapshot != NULL)
    agreement = tenure_basis_find (tenure_snapshot_get_basis (self->snapshot), TENURE_RECORD_AGREEMENT, id);
  return agreement >= 0 ? (guint) agreement : G_MAXUINT;
}

/* Lets go of rows that nobody else holds, so that a long scroll does not keep them all. Where others hold most of them, the
 * next time is far off: looking through them at each new row would take for ever. */
static void
trim_rows (TenureRegisterModel *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (G_OBJECT (row)->ref_count == 1)
      g_hash_table_iter_remove (&iter);
  self->trim_at = MAX (MAX_ROWS, 2 * g_hash_table_size (self->rows));
}

static gpointer
get_item (GListModel *list, guint position)
{
  TenureRegisterModel *self = TENURE_REGISTER_MODEL (list);
  TenureRegisterRow *row;

  if (position >= self->ids->len)
    return NULL;
  row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));
  if (row == NULL)
    {
      TenureId id = id_at (self->ids, position);

      if (g_hash_table_size (self->rows) >= self->trim_at)
        trim_rows (self);
      row = tenure_register_row_new (self, id, find_agreement (self, id));
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
  last = MIN (first + CHUNK, self->ids->len);
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

/* Drops the rows of @n_old positions from @first on, and moves those behind them to where @n_new make room for them. */
static void
move_rows (TenureRegisterModel *self, guint first, guint n_old, guint n_new)
{
  GHashTable *kept = g_hash_table_new_full (NULL, NULL, NULL, drop_row);
  GHashTableIter iter;
  gpointer key, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, &row))
    {
      guint position = GPOINTER_TO_UINT (key);

      if (position >= first && position < first + n_old)
        continue;
      g_hash_table_iter_steal (&iter);
      if (position >= first)
        position = position - n_old + n_new;
      g_hash_table_insert (kept, GUINT_TO_POINTER (position), row);
    }
  g_hash_table_unref (self->rows);
  self->rows = kept;
}

/* Lists @n_new of the wanted records in place of @n_old. */
static void
splice (TenureRegisterModel *self, guint first, guint n_old, guint n_new)
{
  if (n_old > 0)
    g_array_remove_range (self->ids, first, n_old);
  if (n_new > 0)
    g_array_insert_vals (self->ids, first, &g_array_index (self->wanted, TenureId, first), n_new);
  move_rows (self, first, n_old, n_new);
  g_list_model_items_changed (G_LIST_MODEL (self), first, n_old, n_new);
}

/* Where few records come or go, those before and after them keep their rows, and with them selection and focus. */
static void
splice_few (TenureRegisterModel *self)
{
  guint n_old = self->ids->len, n_new = self->wanted->len;
  guint head = 0, tail = 0;

  while (head < MIN (n_old, n_new) && id_at (self->ids, head) == id_at (self->wanted, head))
    head++;
  while (tail < MIN (n_old, n_new) - head && id_at (self->ids, n_old - 1 - tail) == id_at (self->wanted, n_new - 1 - tail))
    tail++;
  n_old -= head + tail;
  n_new -= head + tail;
  if (n_old + n_new > 0 && n_old + n_new <= FEW)
    splice (self, head, n_old, n_new);
}

/* Positions that are there already take the records that are to stand there. TRUE: one of them is another than before. */
static gboolean
take_records (TenureRegisterModel *self)
{
  gsize size = MIN (self->ids->len, self->wanted->len) * sizeof (TenureId);

  if (size == 0 || memcmp (self->ids->data, self->wanted->data, size) == 0)
    return FALSE;
  memcpy (self->ids->data, self->wanted->data, size);
  return TRUE;
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint left = GPOINTER_TO_UINT (*(const gpointer *) a), right = GPOINTER_TO_UINT (*(const gpointer *) b);

  return (left > right) - (left < right);
}

/* Points the rows at their records in the new snapshot, and lists them for being told. */
static void
renew_rows (TenureRegisterModel *self)
{
  g_autofree gpointer *positions = NULL;
  guint n;

  trim_rows (self);
  positions = g_hash_table_get_keys_as_array (self->rows, &n);
  qsort (positions, n, sizeof *positions, compare_positions);
  g_ptr_array_set_size (self->untold, 0);
  self->n_told = 0;
  for (guint i = 0; i < n; i++)
    {
      TenureRegisterRow *row = g_hash_table_lookup (self->rows, positions[i]);
      TenureId id = id_at (self->ids, GPOINTER_TO_UINT (positions[i]));

      tenure_register_row_renew (row, id, find_agreement (self, id));
      g_ptr_array_add (self->untold, g_object_ref (row));
    }
}

/* Rows know their agreement by its index in the snapshot that was. Whoever is told that rows come or go may draw any of
 * them, and would read past the end of a new one that is shorter. */
static void
find_again (TenureRegisterModel *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      TenureId id = tenure_register_row_get_id (row);

      tenure_register_row_renew (row, id, find_agreement (self, id));
    }
}

static gboolean
want (TenureRegisterModel *self, GArray *ids)
{
  gboolean moved;

  g_clear_pointer (&self->wanted, g_array_unref);
  self->wanted = ids;
  find_again (self);
  splice_few (self);
  moved = take_records (self);
  renew_rows (self);
  return moved;
}

gboolean
tenure_register_model_set (TenureRegisterModel *self, TenureSnapshot *snapshot, GArray *order)
{
  const TenureFacts *facts;
  GArray *ids;

  g_return_val_if_fail (TENURE_IS_REGISTER_MODEL (self), FALSE);
  g_return_val_if_fail (snapshot != NULL && order != NULL, FALSE);

  facts = tenure_snapshot_get_facts (snapshot);
  ids = g_array_sized_new (FALSE, FALSE, sizeof (TenureId), order->len);
  for (guint i = 0; i < order->len; i++)
    g_array_append_val (ids, facts->agreements[g_array_index (order, guint32, i)].id);
  tenure_snapshot_ref (snapshot);
  g_clear_pointer (&self->snapshot, tenure_snapshot_unref);
  self->snapshot = snapshot;
  return want (self, ids);
}

void
tenure_register_model_set_first (TenureRegisterModel *self, GArray *ids)
{
  g_return_if_fail (TENURE_IS_REGISTER_MODEL (self));
  g_return_if_fail (self->snapshot == NULL);

  want (self, g_array_ref (ids));
}

/* Rows at the end come or go. */
static void
grow_or_shrink (TenureRegisterModel *self, guint n)
{
  guint n_old = self->ids->len, n_new = self->wanted->len;

  if (n_new > n_old)
    splice (self, n_old, 0, MIN (n, n_new - n_old));
  else if (n_old > n_new)
    splice (self, n_old - MIN (n, n_old - n_new), MIN (n, n_old - n_new), 0);
  if (self->ids->len == n_new)
    g_clear_pointer (&self->wanted, g_array_unref);
}

gboolean
tenure_register_model_advance (TenureRegisterModel *self, guint n)
{
  g_return_val_if_fail (TENURE_IS_REGISTER_MODEL (self), FALSE);

  if (self->n_told < self->untold->len)
    for (guint i = 0; i < n && self->n_told < self->untold->len; i++)
      tenure_register_row_tell (self->untold->pdata[self->n_told++]);
  else if (self->wanted != NULL)
    grow_or_shrink (self, n);
  if (self->n_told < self->untold->len || self->wanted != NULL)
    return TRUE;
  g_ptr_array_set_size (self->untold, 0);
  self->n_told = 0;
  return FALSE;
}

guint
tenure_register_model_find (TenureRegisterModel *self, TenureId id)
{
  g_return_val_if_fail (TENURE_IS_REGISTER_MODEL (self), G_MAXUINT);

  for (guint i = 0; i < self->ids->len; i++)
    if (id_at (self->ids, i) == id)
      return i;
  return G_MAXUINT;
}

TenureId
tenure_register_model_get_id (TenureRegisterModel *self, guint position)
{
  g_return_val_if_fail (TENURE_IS_REGISTER_MODEL (self), TENURE_ID_NONE);
  g_return_val_if_fail (position < self->ids->len, TENURE_ID_NONE);

  return id_at (self->ids, position);
}

GArray *
tenure_register_model_dup_ids (TenureRegisterModel *self)
{
  g_return_val_if_fail (TENURE_IS_REGISTER_MODEL (self), NULL);

  return g_array_copy (self->wanted != NULL ? self->wanted : self->ids);
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

  g_ptr_array_unref (self->untold);
  g_hash_table_unref (self->rows);
  g_array_unref (self->ids);
  g_clear_pointer (&self->wanted, g_array_unref);
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
  self->ids = g_array_new (FALSE, FALSE, sizeof (TenureId));
  self->trim_at = MAX_ROWS;
  self->rows = g_hash_table_new_full (NULL, NULL, NULL, drop_row);
  self->untold = g_ptr_array_new_with_free_func (g_object_unref);
}

TenureRegisterModel *
tenure_register_model_new (TenureDocument *document)
{
  TenureRegisterModel *self = g_object_new (TENURE_TYPE_REGISTER_MODEL, NULL);

  g_return_val_if_fail (TENURE_IS_DOCUMENT (document), self);

  self->document = g_object_ref (document);
  return self;
}
