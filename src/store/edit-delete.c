/* Deleting a record: who refers to it, and what becomes of them. */

#include "config.h"
#include "store/edit.h"

#include "base/count.h"
#include "base/error.h"
#include "store/edit-private.h"

#include "base/i18n.h"
#include <string.h>

typedef enum
{
  FORGET, /* the reference becomes "not recorded" */
  FOLLOW, /* the row goes too: it means nothing without what it refers to */
  REFUSE, /* the row would lose its sense: the deletion is refused */
} Fate;

/* What is neither here nor a child's reference to its parent is FOLLOWed when required and FORGOTTEN otherwise. */
static const struct
{
  TenureRecordType type;
  const char *field;
  Fate fate;
} fates[] = {
  { TENURE_RECORD_AGREEMENT, "provider", REFUSE },
  { TENURE_RECORD_FUNDER, "organisation", REFUSE },
  { TENURE_RECORD_PAYMENT, "payee", REFUSE },
  { TENURE_RECORD_APPOINTMENT, "person", REFUSE },
  { TENURE_RECORD_CONTACT, "person", REFUSE },
  { TENURE_RECORD_PARTICIPATION, "budget", REFUSE },
  { TENURE_RECORD_CLAIM, "budget", REFUSE },
  { TENURE_RECORD_CLAIM, "person", REFUSE },
  { TENURE_RECORD_CLAIM, "organisation", REFUSE },
  /* Without these it would hold everywhere. */
  { TENURE_RECORD_RULE_SETTING, "portfolio", FOLLOW },
  { TENURE_RECORD_PAY_RATE, "organisation", FOLLOW },
  { TENURE_RECORD_PAY_RATE, "budget", FOLLOW },
};

static Fate
get_fate (TenureRecordType type, const TenureField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (fates); i++)
    if (fates[i].type == type && strcmp (fates[i].field, field->name) == 0)
      return fates[i].fate;
  return field->flags & TENURE_FIELD_REQUIRED ? FOLLOW : FORGET;
}

/* (element-type TenureId): the rows of @type whose @field is @id. The statement is kept: to prepare it anew for each of a
 * thousand records that are deleted together took most of the time. */
static GArray *
find_referring (TenureEdit *edit, TenureRecordType type, guint field, TenureId id, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TenureId));
  sqlite3_stmt *statement = tenure_writer_get_referring (edit->writer, type, field, error);
  gboolean row = TRUE, ok = TRUE;

  if (statement == NULL)
    return NULL;
  tenure_sql_bind_integer (statement, ":id", id);
  while (row && ok)
    {
      TenureId referring;

      ok = tenure_sql_step (statement, &row, error);
      referring = sqlite3_column_int64 (statement, 0);
      if (row && ok)
        g_array_append_val (ids, referring);
    }
  sqlite3_reset (statement);
  return ok ? g_steal_pointer (&ids) : NULL;
}

/* Names the referring record, or the one it belongs to: a person knows the agreement, not its row of funders. */
static char *
dup_referrer (TenureEdit *edit, TenureRecordType type, TenureId id)
{
  int parent = tenure_edit_parent_field (type);

  if (parent >= 0)
    {
      g_autoptr (TenureRecord) record = tenure_edit_get (edit, type, id, NULL);

      if (record != NULL && record->titles[parent] != NULL)
        return g_strdup (record->titles[parent]);
    }
  return tenure_reader_dup_title (edit->writer->reader, type, id);
}

static gboolean
refuse (TenureEdit *edit,
        TenureRecordType type,
        TenureId id,
        TenureRecordType referring,
        const TenureField *field,
        const GArray *ids,
        GError **error)
{
  g_autofree char *title = tenure_reader_dup_title (edit->writer->reader, type, id);
  g_autofree char *count = tenure_count_dup_label (ids->len);
  g_autofree char *referrer = dup_referrer (edit, referring, g_array_index (ids, TenureId, 0));

  g_set_error (
      error, TENURE_ERROR, TENURE_ERROR_INVALID,
      /* Translators: title of the record, the field that names it, who names it, how many do in all */
      ngettext ("“%s” cannot be deleted: it is recorded under “%s” of “%s” (%s record). Change that first.",
                "“%s” cannot be deleted: it is recorded under “%s” of “%s” and others (%s records). Change those first.",
                ids->len),
      title, _ (field->label), referrer, count);
  return FALSE;
}

static gboolean
release (TenureEdit *edit, TenureRecordType referring, guint field, const GArray *ids, Fate fate, GError **error)
{
  TenureValue none = TENURE_VALUE_NULL_INIT;

  for (guint i = 0; i < ids->len; i++)
    {
      TenureId id = g_array_index (ids, TenureId, i);

      if (fate == FORGET ? !tenure_edit_set (edit, referring, id, field, &none, error)
                         : !tenure_edit_delete (edit, referring, id, error))
        return FALSE;
    }
  return TRUE;
}

typedef enum
{
  LOOK, /* refuse what must be refused */
  ACT,  /* and only then change anything */
} Pass;

static gboolean
release_type (TenureEdit *edit, TenureRecordType type, TenureId id, TenureRecordType referring, Pass pass, GError **error)
{
  const TenureRecordDef *def = tenure_record_def (referring);

  for (guint i = 0; i < def->n_fields; i++)
    {
      const TenureField *field = &def->fields[i];
      g_autoptr (GArray) ids = NULL;
      Fate fate;

      if (field->type != TENURE_FIELD_REFERENCE || field->refers_to != type)
        continue;
      fate = get_fate (referring, field);
      if ((pass == LOOK) != (fate == REFUSE))
        continue;
      ids = find_referring (edit, referring, i, id, error);
      if (ids == NULL)
        return FALSE;
      if (ids->len > 0 && fate == REFUSE)
        return refuse (edit, type, id, referring, field, ids, error);
      if (!release (edit, referring, i, ids, fate, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
release_all (TenureEdit *edit, TenureRecordType type, TenureId id, Pass pass, GError **error)
{
  for (TenureRecordType referring = 0; referring < TENURE_N_RECORDS; referring++)
    if (!release_type (edit, type, id, referring, pass, error))
      return FALSE;
  return TRUE;
}

/* Exemptions and snoozes point at records of several types, so by id alone. */
static gboolean
delete_remarks (TenureEdit *edit, TenureRecordType remark, TenureId id, GError **error)
{
  g_autoptr (GArray) ids = find_referring (edit, remark, tenure_record_field_index (remark, "record"), id, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!tenure_edit_erase (edit, remark, g_array_index (ids, TenureId, i), TENURE_ID_NONE, error))
      return FALSE;
  return TRUE;
}

gboolean
tenure_edit_delete (TenureEdit *edit, TenureRecordType type, TenureId id, GError **error)
{
  g_autoptr (TenureRecord) record = NULL;
  TenureId parent = TENURE_ID_NONE;
  int parent_field;

  g_return_val_if_fail (edit != NULL, FALSE);

  record = tenure_edit_get (edit, type, id, error);
  if (record == NULL)
    return FALSE;
  parent_field = tenure_edit_parent_field (type);
  if (parent_field >= 0)
    parent = tenure_record_get_reference (record, (guint) parent_field);
  return release_all (edit, type, id, LOOK, error) && release_all (edit, type, id, ACT, error)
         && delete_remarks (edit, TENURE_RECORD_EXEMPTION, id, error)
         && delete_remarks (edit, TENURE_RECORD_SNOOZE, id, error) && tenure_edit_erase (edit, type, id, parent, error);
}
