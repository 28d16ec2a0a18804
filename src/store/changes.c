#include "config.h"
#include "store/changes.h"

#include "store/changes-private.h"

struct _TenureChanges
{
  gatomicrefcount references;
  TenureChangeKind kind;
  char *label;
  gboolean settings;
  TenureTableChanges tables[TENURE_N_RECORDS];
};

G_DEFINE_BOXED_TYPE (TenureChanges, tenure_changes, tenure_changes_ref, tenure_changes_unref)

TenureChanges *
tenure_changes_new (TenureChangeKind kind, const char *label)
{
  TenureChanges *changes = g_new0 (TenureChanges, 1);

  g_atomic_ref_count_init (&changes->references);
  changes->kind = kind;
  changes->label = g_strdup (label);
  for (guint i = 0; i < TENURE_N_RECORDS; i++)
    {
      changes->tables[i].inserted = g_array_new (FALSE, FALSE, sizeof (TenureId));
      changes->tables[i].updated = g_array_new (FALSE, FALSE, sizeof (TenureId));
      changes->tables[i].deleted = g_array_new (FALSE, FALSE, sizeof (TenureId));
    }
  return changes;
}

void
tenure_changes_add (TenureChanges *changes, TenureRecordType type, TenureRowOp op, TenureId id)
{
  TenureTableChanges *table = &changes->tables[type];
  GArray *arrays[] = { table->inserted, table->updated, table->deleted };

  g_array_append_val (arrays[op], id);
}

void
tenure_changes_add_settings (TenureChanges *changes)
{
  changes->settings = TRUE;
}

static void
append_all (GArray *array, GArray *more)
{
  g_array_append_vals (array, more->data, more->len);
}

TenureChanges *
tenure_changes_invert (const TenureChanges *changes, TenureChangeKind kind)
{
  TenureChanges *inverse = tenure_changes_new (kind, changes->label);

  inverse->settings = changes->settings;
  for (guint i = 0; i < TENURE_N_RECORDS; i++)
    {
      append_all (inverse->tables[i].inserted, changes->tables[i].deleted);
      append_all (inverse->tables[i].updated, changes->tables[i].updated);
      append_all (inverse->tables[i].deleted, changes->tables[i].inserted);
    }
  return inverse;
}

/* Whether a record was there before the first of the steps that touched it, and is there after the last. */
enum
{
  WAS_THERE = 1 << 0,
  IS_THERE = 1 << 1,
  TOUCHED = 1 << 2,
};

static void
follow (GHashTable *fates, GArray *ids, guint before, guint after)
{
  for (guint i = 0; i < ids->len; i++)
    {
      TenureId id = g_array_index (ids, TenureId, i);
      guint fate = GPOINTER_TO_UINT (g_hash_table_lookup (fates, &id));

      fate = TOUCHED | (fate == 0 ? before : fate & WAS_THERE) | after;
      g_hash_table_replace (fates, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (fate));
    }
}

static void
add_fates (TenureChanges *changes, TenureRecordType type, GHashTable *fates)
{
  GHashTableIter iter;
  gpointer id, fate;

  g_hash_table_iter_init (&iter, fates);
  while (g_hash_table_iter_next (&iter, &id, &fate))
    switch (GPOINTER_TO_UINT (fate) & (WAS_THERE | IS_THERE))
      {
      case IS_THERE:
        tenure_changes_add (changes, type, TENURE_ROW_INSERTED, *(TenureId *) id);
        break;
      case WAS_THERE:
        tenure_changes_add (changes, type, TENURE_ROW_DELETED, *(TenureId *) id);
        break;
      case WAS_THERE | IS_THERE:
        tenure_changes_add (changes, type, TENURE_ROW_UPDATED, *(TenureId *) id);
        break;
      default:
        break;
      }
}

TenureChanges *
tenure_changes_join (GPtrArray *steps)
{
  const TenureChanges *last = steps->pdata[steps->len - 1];
  TenureChanges *joined;

  if (steps->len == 1)
    return tenure_changes_ref (steps->pdata[0]);
  joined = tenure_changes_new (last->kind, last->label);
  for (TenureRecordType type = 0; type < TENURE_N_RECORDS; type++)
    {
      g_autoptr (GHashTable) fates = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

      for (guint i = 0; i < steps->len; i++)
        {
          const TenureTableChanges *table = tenure_changes_get (steps->pdata[i], type);

          follow (fates, table->inserted, 0, IS_THERE);
          follow (fates, table->updated, WAS_THERE, IS_THERE);
          follow (fates, table->deleted, WAS_THERE, 0);
        }
      add_fates (joined, type, fates);
    }
  for (guint i = 0; i < steps->len; i++)
    joined->settings |= ((const TenureChanges *) steps->pdata[i])->settings;
  return joined;
}

TenureChanges *
tenure_changes_ref (TenureChanges *changes)
{
  g_return_val_if_fail (changes != NULL, NULL);

  g_atomic_ref_count_inc (&changes->references);
  return changes;
}

void
tenure_changes_unref (TenureChanges *changes)
{
  g_return_if_fail (changes != NULL);

  if (!g_atomic_ref_count_dec (&changes->references))
    return;
  for (guint i = 0; i < TENURE_N_RECORDS; i++)
    {
      g_array_unref (changes->tables[i].inserted);
      g_array_unref (changes->tables[i].updated);
      g_array_unref (changes->tables[i].deleted);
    }
  g_free (changes->label);
  g_free (changes);
}

TenureChangeKind
tenure_changes_get_kind (const TenureChanges *changes)
{
  g_return_val_if_fail (changes != NULL, TENURE_CHANGE_EDIT);

  return changes->kind;
}

const char *
tenure_changes_get_label (const TenureChanges *changes)
{
  g_return_val_if_fail (changes != NULL, NULL);

  return changes->label;
}

const TenureTableChanges *
tenure_changes_get (const TenureChanges *changes, TenureRecordType type)
{
  g_return_val_if_fail (changes != NULL && type >= 0 && type < TENURE_N_RECORDS, NULL);

  return &changes->tables[type];
}

gboolean
tenure_changes_touch (const TenureChanges *changes, TenureRecordType type)
{
  const TenureTableChanges *table = tenure_changes_get (changes, type);

  return table->inserted->len + table->updated->len + table->deleted->len > 0;
}

gboolean
tenure_changes_touch_settings (const TenureChanges *changes)
{
  g_return_val_if_fail (changes != NULL, FALSE);

  return changes->settings;
}
