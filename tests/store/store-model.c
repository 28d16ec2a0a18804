#include "store-model.h"

#include "base/error.h"

#include <string.h>

static void
free_record (gpointer record)
{
  tenure_record_free (record);
}

StoreModel *
store_model_new (void)
{
  StoreModel *model = g_new0 (StoreModel, 1);

  model->records = g_ptr_array_new_with_free_func (free_record);
  return model;
}

void
store_model_free (StoreModel *model)
{
  g_ptr_array_unref (model->records);
  g_free (model);
}

TenureRecord *
store_model_pick (StoreModel *model, GRand *rand, TenureRecordType type)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();

  for (guint i = 0; i < model->records->len; i++)
    if (((TenureRecord *) model->records->pdata[i])->type == type)
      g_ptr_array_add (candidates, model->records->pdata[i]);
  return candidates->len > 0 ? candidates->pdata[g_rand_int_range (rand, 0, (gint32) candidates->len)] : NULL;
}

static void
set_random_text (TenureRecord *record, guint field, GRand *rand)
{
  static const char *const words[] = { "Ynys", "Môn", "carers", "Advice", "garden", "O'Neil", "ÉCOLE", "home-help", "£5", "中文", "x" };
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (rand, 1, 4);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  tenure_record_take_text (record, field, g_string_free (text, FALSE));
}

static void
set_random_choice (TenureRecord *record, guint field, const TenureChoice *choices, GRand *rand)
{
  guint n = 0;

  while (choices[n].value != NULL)
    n++;
  tenure_record_set_text (record, field, choices[g_rand_int_range (rand, 0, (gint32) n)].value);
}

static void
set_random (StoreModel *model, TenureRecord *record, guint field, GRand *rand)
{
  const TenureField *def = &tenure_record_def (record->type)->fields[field];
  TenureRecord *target;

  switch (def->type)
    {
    case TENURE_FIELD_FLAG:
      tenure_record_set_flag (record, field, g_rand_int_range (rand, 0, 2));
      break;
    case TENURE_FIELD_MONEY:
      tenure_record_set_money (record, field, g_rand_int_range (rand, -5, 1000000));
      break;
    case TENURE_FIELD_NUMBER:
      tenure_record_set_integer (record, field, g_rand_int_range (rand, def->min, def->max > 0 ? def->max + 1 : 20));
      break;
    case TENURE_FIELD_DECIMAL:
      tenure_record_set_integer (record, field, g_rand_int_range (rand, 0, 100000));
      break;
    case TENURE_FIELD_RATE:
      tenure_record_set_integer (record, field, g_rand_int_range (rand, -10000, 100001));
      break;
    case TENURE_FIELD_SHARE:
      tenure_record_set_integer (record, field, g_rand_int_range (rand, 0, 10001));
      break;
    case TENURE_FIELD_DAY:
      tenure_record_set_day (record, field, g_rand_int_range (rand, 18000, 22000));
      break;
    case TENURE_FIELD_DURATION:
      tenure_record_set_duration (record, field, TENURE_DURATION_MONTHS ((gint16) g_rand_int_range (rand, 0, 40)));
      break;
    case TENURE_FIELD_CURRENCY:
      tenure_record_set_text (record, field, g_rand_boolean (rand) ? "GBP" : "EUR");
      break;
    case TENURE_FIELD_CHOICE:
      set_random_choice (record, field, def->choices, rand);
      break;
    case TENURE_FIELD_REFERENCE:
      target = store_model_pick (model, rand, def->refers_to);
      if (target != NULL)
        tenure_record_set_reference (record, field, target->id);
      break;
    default:
      set_random_text (record, field, rand);
    }
}

TenureRecord *
store_model_random (StoreModel *model, GRand *rand, TenureRecordType type)
{
  const TenureRecordDef *def = tenure_record_def (type);
  g_autoptr (TenureRecord) record = tenure_record_new (type);

  for (guint i = 0; i < def->n_fields; i++)
    {
      gboolean required = (def->fields[i].flags & TENURE_FIELD_REQUIRED) != 0;

      if (required || g_rand_int_range (rand, 0, 3) > 0)
        set_random (model, record, i, rand);
      if (required && !tenure_record_is_known (record, i))
        return NULL;
    }
  /* Exemptions and what is put off point at a record by number. */
  if (type == TENURE_RECORD_EXEMPTION || type == TENURE_RECORD_SNOOZE)
    {
      TenureRecord *agreement = store_model_pick (model, rand, TENURE_RECORD_AGREEMENT);

      if (agreement != NULL)
        tenure_record_set_integer (record, tenure_record_field_index (type, "record"), agreement->id);
    }
  return g_steal_pointer (&record);
}

void
store_model_insert (StoreModel *model, TenureRecord *record)
{
  g_ptr_array_add (model->records, record);
}

static gboolean
is_needed (const TenureRecord *by, const char *field, TenureId id)
{
  int index = tenure_record_find_field (by->type, field);

  return index >= 0 && tenure_record_get_reference (by, (guint) index) == id;
}

/* What may not lose the record that it names: a table of its own, written out against the one in the program. */
static gboolean
refuses_deletion (const TenureRecord *other, const TenureRecord *record)
{
  gboolean person = record->type == TENURE_RECORD_PERSON, organisation = record->type == TENURE_RECORD_ORGANISATION;

  switch ((int) other->type)
    {
    case TENURE_RECORD_AGREEMENT:
      return organisation && is_needed (other, "provider", record->id);
    case TENURE_RECORD_FUNDER:
      return organisation && is_needed (other, "organisation", record->id);
    case TENURE_RECORD_PAYMENT:
      return organisation && is_needed (other, "payee", record->id);
    case TENURE_RECORD_APPOINTMENT:
    case TENURE_RECORD_CONTACT:
      return person && is_needed (other, "person", record->id);
    case TENURE_RECORD_PARTICIPATION:
      return record->type == TENURE_RECORD_BUDGET && is_needed (other, "budget", record->id);
    case TENURE_RECORD_CLAIM:
      return (person && is_needed (other, "person", record->id))
             || (organisation && is_needed (other, "organisation", record->id))
             || (record->type == TENURE_RECORD_BUDGET && is_needed (other, "budget", record->id));
    default:
      return FALSE;
    }
}

/* What would hold everywhere without the record that it names. */
static gboolean
holds_only_for (const TenureRecord *other, const TenureRecord *record)
{
  if (other->type == TENURE_RECORD_RULE_SETTING)
    return is_needed (other, "portfolio", record->id);
  return other->type == TENURE_RECORD_PAY_RATE
         && (is_needed (other, "organisation", record->id) || is_needed (other, "budget", record->id));
}

/* Whether @other must go when @record goes. Takes back its optional references on the way. */
static gboolean
follows (TenureRecord *other, const TenureRecord *record)
{
  const TenureRecordDef *def = tenure_record_def (other->type);

  if (other->type == TENURE_RECORD_EXEMPTION || other->type == TENURE_RECORD_SNOOZE)
    {
      gint64 about;

      return tenure_record_get_integer (other, tenure_record_field_index (other->type, "record"), &about)
             && about == record->id;
    }
  if (holds_only_for (other, record))
    return TRUE;
  for (guint i = 0; i < def->n_fields; i++)
    {
      if (def->fields[i].type != TENURE_FIELD_REFERENCE || def->fields[i].refers_to != record->type
          || tenure_record_get_reference (other, i) != record->id)
        continue;
      if (def->fields[i].flags & TENURE_FIELD_REQUIRED)
        return TRUE;
      tenure_record_set_reference (other, i, TENURE_ID_NONE);
    }
  return FALSE;
}

gboolean
store_model_delete (StoreModel *model, TenureRecord *record)
{
  gboolean found;

  for (guint i = 0; i < model->records->len; i++)
    if (refuses_deletion (model->records->pdata[i], record))
      return FALSE;
  do
    {
      found = FALSE;
      for (guint i = 0; i < model->records->len && !found; i++)
        if (model->records->pdata[i] != record && follows (model->records->pdata[i], record))
          {
            store_model_delete (model, model->records->pdata[i]);
            found = TRUE;
          }
    }
  while (found);
  g_ptr_array_remove (model->records, record);
  return TRUE;
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  const TenureRecord *left = *(TenureRecord *const *) a, *right = *(TenureRecord *const *) b;

  if (left->type != right->type)
    return (int) left->type - (int) right->type;
  return (left->id > right->id) - (left->id < right->id);
}

char *
store_model_dump (StoreModel *model)
{
  GString *dump = g_string_new (NULL);

  g_ptr_array_sort (model->records, compare_records);
  for (guint r = 0; r < model->records->len; r++)
    {
      const TenureRecord *record = model->records->pdata[r];

      g_string_append_printf (dump, "%s %" G_GINT64_FORMAT, tenure_record_def (record->type)->table, record->id);
      for (guint i = 0; i < record->n_fields; i++)
        if (record->values[i].kind == TENURE_VALUE_INTEGER)
          g_string_append_printf (dump, "|%" G_GINT64_FORMAT, record->values[i].integer);
        else
          g_string_append_printf (dump, "|%s", record->values[i].kind == TENURE_VALUE_TEXT ? record->values[i].text : "-");
      g_string_append_c (dump, '\n');
    }
  return g_string_free (dump, FALSE);
}

typedef struct
{
  StoreModel *model;
  GRand *rand;
  guint n;
} Filling;

static gboolean
insert_some (TenureEdit *edit, gpointer data, GError **error)
{
  Filling *filling = data;

  for (guint i = 0; i < filling->n; i++)
    {
      TenureRecordType type = (TenureRecordType) g_rand_int_range (filling->rand, 0, TENURE_N_RECORDS);
      TenureRecord *record = store_model_random (filling->model, filling->rand, type);

      if (record == NULL)
        continue;
      if (!tenure_edit_insert (edit, record, error))
        return FALSE;
      store_model_insert (filling->model, record);
    }
  return TRUE;
}

void
store_model_fill (StoreModel *model, TenureDocument *document, GRand *rand, guint n)
{
  Filling filling = { model, rand, 50 };

  for (guint done = 0; done < n; done += filling.n)
    {
      g_autoptr (GError) error = NULL;

      tenure_document_edit (document, "Fill", insert_some, &filling, &error);
      g_assert_no_error (error);
    }
}

typedef struct
{
  StoreModel *model;
  GRand *rand;
} Chance;

static gboolean
delete_random (TenureEdit *edit, Chance *chance, TenureRecordType type, GError **error)
{
  TenureRecord *record = store_model_pick (chance->model, chance->rand, type);
  g_autoptr (GError) refusal = NULL;
  gboolean deleted;
  TenureId id;

  if (record == NULL)
    return TRUE;
  id = record->id;
  deleted = store_model_delete (chance->model, record);
  g_assert_cmpint (tenure_edit_delete (edit, type, id, &refusal), ==, deleted);
  if (!deleted)
    g_assert_error (refusal, TENURE_ERROR, TENURE_ERROR_INVALID);
  return TRUE;
}

static gboolean
update_random (TenureEdit *edit, Chance *chance, TenureRecordType type, GError **error)
{
  TenureRecord *record = store_model_pick (chance->model, chance->rand, type);
  g_autoptr (TenureRecord) other = record != NULL ? store_model_random (chance->model, chance->rand, type) : NULL;

  if (other == NULL)
    return TRUE;
  for (guint i = 0; i < record->n_fields; i++)
    if (g_rand_int_range (chance->rand, 0, 4) == 0)
      tenure_record_set (record, i, tenure_record_get (other, i));
  return tenure_edit_update (edit, record, NULL, error);
}

static gboolean
insert_random (TenureEdit *edit, Chance *chance, TenureRecordType type, GError **error)
{
  TenureRecord *record = store_model_random (chance->model, chance->rand, type);

  if (record == NULL)
    return TRUE;
  store_model_insert (chance->model, record);
  return tenure_edit_insert (edit, record, error);
}

static gboolean
edit_randomly (TenureEdit *edit, gpointer data, GError **error)
{
  Chance *chance = data;
  int n = g_rand_int_range (chance->rand, 1, 12);

  if (g_rand_int_range (chance->rand, 0, 3) == 0 && !tenure_edit_begin_bulk (edit, error))
    return FALSE;
  for (int i = 0; i < n; i++)
    {
      TenureRecordType type = (TenureRecordType) g_rand_int_range (chance->rand, 0, TENURE_N_RECORDS);
      int dice = g_rand_int_range (chance->rand, 0, 10);
      gboolean ok = dice < 5   ? insert_random (edit, chance, type, error)
                    : dice < 8 ? update_random (edit, chance, type, error)
                               : delete_random (edit, chance, type, error);

      if (!ok)
        return FALSE;
    }
  return TRUE;
}

void
store_model_edit (StoreModel *model, TenureDocument *document, GRand *rand)
{
  Chance chance = { model, rand };
  g_autoptr (GError) error = NULL;

  tenure_document_edit (document, "Random", edit_randomly, &chance, &error);
  g_assert_no_error (error);
}
