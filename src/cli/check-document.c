/* What is checked on the rows themselves: links, history, organisations that are there twice. */

#include "config.h"
#include "cli/check.h"

#include "base/i18n.h"

#include "base/text.h"
#include "catalogue/identifier.h"
#include "store/history.h"

/* --- Links --- */

static gboolean
load_ids (TenureReader *reader, TenureRecordType type, GHashTable *ids, GError **error)
{
  const guint none = 0;
  g_autoptr (TenureCursor) cursor = tenure_reader_select (reader, type, &none, 1, error);
  g_autoptr (GError) local_error = NULL;
  const TenureValue *values;
  TenureId id;

  if (cursor == NULL)
    return FALSE;
  while (tenure_cursor_next (cursor, &id, &values, &local_error))
    g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* One reference field of one type. */
static gboolean
check_reference (
    TenureCheck *check, TenureReader *reader, TenureRecordType type, guint field, GHashTable *targets, GError **error)
{
  const TenureRecordDef *def = tenure_record_def (type);
  g_autoptr (TenureCursor) cursor = tenure_reader_select (reader, type, &field, 1, error);
  g_autoptr (GError) local_error = NULL;
  const TenureValue *values;
  TenureId id;

  if (cursor == NULL)
    return FALSE;
  while (tenure_cursor_next (cursor, &id, &values, &local_error))
    if (values[0].kind == TENURE_VALUE_INTEGER && !g_hash_table_contains (targets, &values[0].integer))
      tenure_check_add (check, TENURE_CHECK_ERROR, "orphan-reference", type, id, NULL, def->fields[field].name,
                        _ ("%s: “%s” names record %" G_GINT64_FORMAT ", which is not there."), _ (def->label),
                        _ (def->fields[field].label), values[0].integer);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* By the type that is referred to, so that the ids of one type at a time are in memory. */
gboolean
tenure_check_links (TenureCheck *check, TenureReader *reader, GError **error)
{
  for (int target = 0; target < TENURE_N_RECORDS; target++)
    {
      g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

      if (!load_ids (reader, (TenureRecordType) target, ids, error))
        return FALSE;
      for (int type = 0; type < TENURE_N_RECORDS; type++)
        {
          const TenureRecordDef *def = tenure_record_def ((TenureRecordType) type);

          for (guint field = 0; field < def->n_fields; field++)
            if (def->fields[field].type == TENURE_FIELD_REFERENCE && (int) def->fields[field].refers_to == target
                && !check_reference (check, reader, def->type, field, ids, error))
              return FALSE;
        }
    }
  return TRUE;
}

/* --- History --- */

gboolean
tenure_check_history (TenureCheck *check, TenureReader *reader, GError **error)
{
  g_autoptr (GPtrArray) entries = tenure_history_list (reader, 0, error);

  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const TenureHistoryEntry *entry = entries->pdata[i];
      g_autoptr (GPtrArray) changes = NULL;
      g_autoptr (GError) damage = NULL;

      if (entry->state == TENURE_HISTORY_DROPPED)
        continue;
      changes = tenure_history_load_changes (reader, entry->seq, 1, &damage);
      if (changes == NULL)
        tenure_check_add (check, TENURE_CHECK_ERROR, "history-damaged", TENURE_RECORD_NONE, entry->seq, entry->label, NULL,
                          _ ("Step %" G_GINT64_FORMAT " of history cannot be read: %s"), entry->seq, damage->message);
    }
  return TRUE;
}

/* --- Organisations --- */

/* Remembers under @key that it was met on @id; returns the id on which it was met before, or NONE. */
static TenureId
remember (GHashTable *seen, char *key, TenureId id)
{
  const TenureId *before = g_hash_table_lookup (seen, key);

  if (before != NULL)
    {
      g_free (key);
      return *before;
    }
  g_hash_table_insert (seen, key, g_memdup2 (&id, sizeof id));
  return TENURE_ID_NONE;
}

static gboolean
check_names (TenureCheck *check, TenureReader *reader, GError **error)
{
  const guint name = tenure_record_field_index (TENURE_RECORD_ORGANISATION, "name");
  g_autoptr (TenureCursor) cursor = tenure_reader_select (reader, TENURE_RECORD_ORGANISATION, &name, 1, error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) local_error = NULL;
  const TenureValue *values;
  TenureId id;

  if (cursor == NULL)
    return FALSE;
  while (tenure_cursor_next (cursor, &id, &values, &local_error))
    {
      char *key = values[0].kind == TENURE_VALUE_TEXT ? tenure_text_dup_key (values[0].text) : NULL;
      TenureId before = key != NULL ? remember (seen, key, id) : TENURE_ID_NONE;

      if (before != TENURE_ID_NONE)
        tenure_check_add (check, TENURE_CHECK_WARNING, "name-twice", TENURE_RECORD_ORGANISATION, id, values[0].text, "name",
                          _ ("Organisation %" G_GINT64_FORMAT " has the same name."), before);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
check_identifiers (TenureCheck *check, TenureReader *reader, GError **error)
{
  const guint fields[] = { tenure_record_field_index (TENURE_RECORD_IDENTIFIER, "organisation"),
                           tenure_record_field_index (TENURE_RECORD_IDENTIFIER, "scheme"),
                           tenure_record_field_index (TENURE_RECORD_IDENTIFIER, "value") };
  g_autoptr (TenureCursor) cursor = tenure_reader_select (reader, TENURE_RECORD_IDENTIFIER, fields, 3, error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) local_error = NULL;
  const TenureValue *values;
  TenureId id;

  if (cursor == NULL)
    return FALSE;
  while (tenure_cursor_next (cursor, &id, &values, &local_error))
    {
      g_autofree char *number = NULL;
      g_autofree char *fault = NULL;
      TenureId before;

      if (values[0].kind != TENURE_VALUE_INTEGER || values[1].kind != TENURE_VALUE_TEXT
          || values[2].kind != TENURE_VALUE_TEXT)
        continue;
      number = g_strdup_printf ("%s-%s", values[1].text, values[2].text);
      fault = tenure_identifier_dup_fault (values[1].text, values[2].text);
      if (fault != NULL)
        tenure_check_add (check, TENURE_CHECK_WARNING, "identifier-invalid", TENURE_RECORD_ORGANISATION, values[0].integer,
                          number, "identifier.value", "%s", fault);
      before = remember (seen, g_ascii_strdown (number, -1), values[0].integer);
      if (before != TENURE_ID_NONE && before != values[0].integer)
        tenure_check_add (check, TENURE_CHECK_WARNING, "identifier-twice", TENURE_RECORD_ORGANISATION, values[0].integer,
                          number, "identifier.value", _ ("Organisation %" G_GINT64_FORMAT " has the same identifier."),
                          before);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
tenure_check_organisations (TenureCheck *check, TenureReader *reader, GError **error)
{
  return check_names (check, reader, error) && check_identifiers (check, reader, error);
}
