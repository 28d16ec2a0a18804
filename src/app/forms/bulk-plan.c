#include "config.h"
#include "app/forms/bulk-plan.h"

#include "analysis/contradictions.h"
#include "app/forms/draft-check.h"
#include "store/edit.h"

#include "base/count.h"
#include "base/i18n.h"

/* --- The change ----------------------------------------------------------------------------------------------- */

static gboolean
refers_to (const TenureRecord *values, const GArray *fields, TenureId id)
{
  const TenureRecordDef *def = tenure_record_def (values->type);

  for (guint i = 0; i < fields->len; i++)
    {
      guint field = g_array_index (fields, guint, i);

      if (def->fields[field].type == TENURE_FIELD_REFERENCE && tenure_record_get_reference (values, field) == id)
        return TRUE;
    }
  return FALSE;
}

TenureBulkChange *
tenure_bulk_change_new (const TenureRecord *values, const GArray *fields, const GPtrArray *created)
{
  TenureBulkChange *change;

  g_return_val_if_fail (values != NULL && fields != NULL && fields->len > 0, NULL);

  change = g_new (TenureBulkChange, 1);
  change->values = tenure_record_dup (values);
  change->fields = g_array_copy ((GArray *) fields);
  change->created = g_ptr_array_new_with_free_func ((GDestroyNotify) tenure_record_free);
  for (guint i = 0; created != NULL && i < created->len; i++)
    if (refers_to (values, fields, ((const TenureRecord *) created->pdata[i])->id))
      g_ptr_array_add (change->created, tenure_record_dup (created->pdata[i]));
  return change;
}

void
tenure_bulk_change_free (TenureBulkChange *change)
{
  if (change == NULL)
    return;
  tenure_record_free (change->values);
  g_array_unref (change->fields);
  g_ptr_array_unref (change->created);
  g_free (change);
}

static guint
field_at (const TenureBulkChange *change, guint i)
{
  return g_array_index (change->fields, guint, i);
}

static gboolean
is_amount (const TenureBulkChange *change, guint field)
{
  return tenure_record_def (change->values->type)->fields[field].type == TENURE_FIELD_MONEY
         && tenure_record_is_known (change->values, field);
}

static gboolean
sets_currency (const TenureBulkChange *change)
{
  int currency = tenure_record_find_field (change->values->type, "currency");

  for (guint i = 0; i < change->fields->len; i++)
    if ((int) field_at (change, i) == currency)
      return TRUE;
  return FALSE;
}

/* --- The plan ------------------------------------------------------------------------------------------------- */

static void
clear_cell (gpointer data)
{
  g_free (((TenureBulkCell *) data)->before);
}

static void
free_row (gpointer data)
{
  TenureBulkRow *row = data;

  g_array_unref (row->cells);
  g_free (row->title);
  g_free (row->detail);
  g_free (row->contradiction);
  g_free (row);
}

void
tenure_bulk_plan_free (TenureBulkPlan *plan)
{
  if (plan == NULL)
    return;
  g_ptr_array_unref (plan->rows);
  g_free (plan);
}

static char *
dup_title (const TenureRecord *record)
{
  const TenureRecordDef *def = tenure_record_def (record->type);

  return def->title_field != NULL ? tenure_record_dup_label (record, tenure_record_field_index (def->type, def->title_field))
                                  : NULL;
}

/* £45,000 is not the same change in a record that counts in euros. */
static gboolean
is_other_currency (const TenureBulkChange *change, guint field, const TenureRecord *record)
{
  TenureCurrency own = tenure_record_get_currency (record);

  return is_amount (change, field) && !sets_currency (change) && own != TENURE_CURRENCY_NONE
         && own != tenure_record_get_currency (change->values);
}

/* What of it changes. @out_left: whether an amount stays because it is in another currency. */
static GArray *
find_cells (const TenureBulkChange *change, const TenureRecord *record, gboolean *out_left)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (TenureBulkCell));

  g_array_set_clear_func (cells, clear_cell);
  *out_left = FALSE;
  for (guint i = 0; i < change->fields->len; i++)
    {
      guint field = field_at (change, i);
      TenureBulkCell cell = { field, NULL };

      if (is_other_currency (change, field, record))
        *out_left = TRUE;
      else if (!tenure_value_equal (tenure_record_get (record, field), tenure_record_get (change->values, field)))
        {
          cell.before = tenure_record_dup_label (record, field);
          g_array_append_val (cells, cell);
        }
    }
  return cells;
}

static gboolean
needs_currency (const TenureBulkChange *change, const TenureRecord *record, const GArray *cells)
{
  if (tenure_record_get_currency (record) != TENURE_CURRENCY_NONE || sets_currency (change))
    return FALSE;
  for (guint i = 0; i < cells->len; i++)
    if (is_amount (change, g_array_index (cells, TenureBulkCell, i).field))
      return TRUE;
  return FALSE;
}

TenureBulkPlan *
tenure_bulk_plan_new (const TenureBulkChange *change, const GPtrArray *records)
{
  TenureBulkPlan *plan = g_new0 (TenureBulkPlan, 1);

  plan->rows = g_ptr_array_new_with_free_func (free_row);
  for (guint i = 0; i < records->len; i++)
    {
      const TenureRecord *record = records->pdata[i];
      g_autoptr (GArray) cells = NULL;
      TenureBulkRow *row;
      gboolean left;

      if (record == NULL)
        continue;
      cells = find_cells (change, record, &left);
      plan->n_other_currency += left;
      plan->n_same += cells->len == 0 && !left;
      if (cells->len == 0)
        continue;
      row = g_new0 (TenureBulkRow, 1);
      row->id = record->id;
      row->index = i;
      row->title = dup_title (record);
      row->needs_currency = needs_currency (change, record, cells);
      row->cells = g_steal_pointer (&cells);
      g_ptr_array_add (plan->rows, row);
    }
  return plan;
}

/* --- What would contradict itself ----------------------------------------------------------------------------- */

/* (element-type TenureContradiction): of @record with what @known (nullable) has below its agreement @index. */
static GPtrArray *
find_contradictions (const TenureRecord *record, const TenureFacts *known, guint index)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (TenureFacts) facts = tenure_draft_facts_new (record, nothing);
  TenureFactAgreement *agreement = &facts->agreements[0];
  TenureAgreementParts parts = tenure_agreement_parts (known != NULL ? known : facts, index);

  if (known != NULL)
    {
      agreement->n_funders = parts.agreement->n_funders;
      agreement->n_extensions = parts.agreement->n_extensions;
      agreement->n_payments = parts.agreement->n_payments;
      agreement->n_variations = parts.agreement->n_variations;
      agreement->n_uplifts = parts.agreement->n_uplifts;
      agreement->n_instalments = parts.agreement->n_instalments;
    }
  parts.agreement = agreement;
  return tenure_contradictions_find (&parts);
}

static gboolean
is_among (const GPtrArray *contradictions, const TenureContradiction *contradiction)
{
  for (guint i = 0; i < contradictions->len; i++)
    {
      const TenureContradiction *other = contradictions->pdata[i];

      if (g_str_equal (other->code, contradiction->code) && other->index == contradiction->index)
        return TRUE;
    }
  return FALSE;
}

static TenureRecord *
dup_changed (const TenureRecord *record, const TenureBulkChange *change, const TenureBulkRow *row)
{
  TenureRecord *changed = tenure_record_dup (record);
  char code[4];

  for (guint i = 0; i < row->cells->len; i++)
    {
      guint field = g_array_index (row->cells, TenureBulkCell, i).field;

      tenure_record_set (changed, field, tenure_record_get (change->values, field));
    }
  if (row->needs_currency)
    tenure_record_set_text_by_name (changed, "currency",
                                    tenure_currency_to_code (tenure_record_get_currency (change->values), code));
  return changed;
}

/* Of one record; the others are counted. */
#define MAX_CONTRADICTIONS 2

/* What holds of @record already is no news. NULL when there is none. */
static char *
dup_contradiction (const TenureRecord *record, const TenureRecord *changed, const TenureFacts *known, guint index)
{
  g_autoptr (GPtrArray) before = find_contradictions (record, known, index);
  g_autoptr (GPtrArray) after = find_contradictions (changed, known, index);
  g_autoptr (GString) words = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < after->len; i++)
    {
      const TenureContradiction *contradiction = after->pdata[i];

      if (!is_among (before, contradiction) && n++ < MAX_CONTRADICTIONS)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", contradiction->message);
    }
  if (n > MAX_CONTRADICTIONS)
    {
      guint more = n - MAX_CONTRADICTIONS;

      /* Translators: of sentences that say what cannot be right. */
      tenure_count_append_words (words, ngettext (" (%s more)", " (%s more)", more), more);
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

/* Where the agreements of @plan are among @facts, by id: index + 1. One walk, as the rows may be thousands. */
static GHashTable *
index_agreements (const TenureBulkPlan *plan, const TenureFacts *facts)
{
  GHashTable *indexes = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < plan->rows->len; i++)
    g_hash_table_insert (indexes, &((TenureBulkRow *) plan->rows->pdata[i])->id, NULL);
  for (guint i = 0; facts != NULL && i < facts->n_agreements; i++)
    if (g_hash_table_contains (indexes, &facts->agreements[i].id))
      g_hash_table_insert (indexes, &facts->agreements[i].id, GUINT_TO_POINTER (i + 1));
  return indexes;
}

/* @index: of the agreement in @terms; -1: they do not know it. */
static void
judge_row (
    TenureBulkRow *row, const TenureBulkChange *change, const TenureRecord *record, const TenureTerms *terms, int index)
{
  g_autoptr (TenureRecord) changed = dup_changed (record, change, row);

  g_free (row->contradiction);
  g_free (row->detail);
  row->contradiction = dup_contradiction (record, changed, index >= 0 ? terms->facts : NULL, (guint) MAX (index, 0));
  row->detail = tenure_bulk_dup_detail (record, tenure_bulk_find_commitment (record, changed, terms, index));
}

void
tenure_bulk_plan_judge (TenureBulkPlan *plan,
                        const TenureBulkChange *change,
                        const GPtrArray *records,
                        const TenureTerms *terms)
{
  g_autoptr (GHashTable) indexes = NULL;

  g_return_if_fail (plan != NULL && change != NULL && records != NULL);

  if (change->values->type != TENURE_RECORD_AGREEMENT)
    return;
  indexes = index_agreements (plan, terms != NULL ? terms->facts : NULL);
  plan->n_contradicting = 0;
  for (guint i = 0; i < plan->rows->len; i++)
    {
      TenureBulkRow *row = plan->rows->pdata[i];
      int found = GPOINTER_TO_INT (g_hash_table_lookup (indexes, &row->id));

      judge_row (row, change, records->pdata[row->index], terms, found - 1);
      plan->n_contradicting += row->contradiction != NULL;
    }
}

/* --- In words ------------------------------------------------------------------------------------------------- */

TenureCurrency
tenure_bulk_find_currency (const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    if (records->pdata[i] != NULL && tenure_record_get_currency (records->pdata[i]) != TENURE_CURRENCY_NONE)
      return tenure_record_get_currency (records->pdata[i]);
  return TENURE_CURRENCY_GBP;
}

char *
tenure_bulk_plan_dup_summary (const TenureBulkPlan *plan, const TenureBulkChange *change)
{
  GString *text = g_string_new (NULL);

  tenure_count_append_words (text, ngettext ("%s changes", "%s change", plan->rows->len), plan->rows->len);
  if (plan->n_same > 0 && change->fields->len == 1)
    tenure_count_append_words (text, ngettext ("; %s has it already", "; %s have it already", plan->n_same), plan->n_same);
  if (plan->n_same > 0 && change->fields->len > 1)
    /* Translators: all the values that are being set. */
    tenure_count_append_words (text, ngettext ("; %s has all of it already", "; %s have all of it already", plan->n_same),
                               plan->n_same);
  if (plan->n_other_currency > 0)
    tenure_count_append_words (text,
                               ngettext ("; an amount of %s is in another currency and stays as it is",
                                         "; amounts of %s are in another currency and stay as they are",
                                         plan->n_other_currency),
                               plan->n_other_currency);
  if (plan->n_contradicting > 0)
    tenure_count_append_words (
        text, ngettext ("; %s would then contradict itself", "; %s would then contradict themselves", plan->n_contradicting),
        plan->n_contradicting);
  return g_string_free (text, FALSE);
}

char *
tenure_bulk_row_dup_words (const TenureBulkRow *row, const TenureBulkChange *change)
{
  const TenureRecordDef *def = tenure_record_def (change->values->type);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row->cells->len; i++)
    {
      const TenureBulkCell *cell = &g_array_index (row->cells, TenureBulkCell, i);
      const char *before = cell->before != NULL ? cell->before : _ ("not recorded");
      g_autofree char *label = tenure_record_dup_label (change->values, cell->field);
      const char *after = label != NULL ? label : _ ("not recorded");

      if (i > 0)
        g_string_append_c (text, '\n');
      if (change->fields->len == 1)
        /* Translators: a value before and after a change. */
        g_string_append_printf (text, _ ("%1$s → %2$s"), before, after);
      else
        /* Translators: the name of a field, its value before and after a change. */
        g_string_append_printf (text, _ ("%1$s: %2$s → %3$s"), _ (def->fields[cell->field].label), before, after);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_field_within_sentence (const TenureBulkChange *change, guint i)
{
  return tenure_label_dup_within_sentence (_ (tenure_record_def (change->values->type)->fields[field_at (change, i)].label));
}

/* More of a value finds no room in a line. */
#define MAX_VALUE_CHARS 40

/* What the one field is set to. */
static char *
dup_value (const TenureBulkChange *change)
{
  g_autofree char *label = tenure_record_dup_label (change->values, field_at (change, 0));
  char *end;

  if (label == NULL)
    /* Translators: a field is emptied: "Set owner to “not recorded” in 40 agreements". */
    return g_strdup (_ ("“not recorded”"));
  g_strdelimit (label, "\n\r\t", ' ');
  if (g_utf8_strlen (label, -1) <= MAX_VALUE_CHARS)
    return g_steal_pointer (&label);
  end = g_utf8_offset_to_pointer (label, MAX_VALUE_CHARS - 1);
  *end = '\0';
  return g_strdup_printf ("%s…", g_strchomp (label));
}

char *
tenure_bulk_dup_label (const TenureBulkChange *change, guint n)
{
  const TenureRecordDef *def = tenure_record_def (change->values->type);
  g_autofree char *records = g_utf8_strdown (n == 1 ? _ (def->label) : _ (def->label_plural), -1);
  g_autofree char *count = tenure_count_dup_label (n);
  g_autofree char *first = dup_field_within_sentence (change, 0);
  g_autofree char *second = NULL;

  if (change->fields->len == 1)
    {
      g_autofree char *value = dup_value (change);

      /* Translators: what was done, and what undo calls it: "Set owner to Dana Whitlock in 40 agreements". */
      return g_strdup_printf (_ ("Set %1$s to %2$s in %3$s %4$s"), first, value, count, records);
    }
  if (change->fields->len > 2)
    /* Translators: the same of several fields: "Set 3 fields in 40 agreements". */
    return g_strdup_printf (_ ("Set %1$u fields in %2$s %3$s"), change->fields->len, count, records);
  second = dup_field_within_sentence (change, 1);
  /* Translators: the same of two fields: "Set owner and renewal notice in 40 agreements". */
  return g_strdup_printf (_ ("Set %1$s and %2$s in %3$s %4$s"), first, second, count, records);
}

/* --- Doing it ------------------------------------------------------------------------------------------------- */

static gboolean
make_one (TenureEdit *edit, const TenureBulkChange *change, const TenureBulkRow *row, GError **error)
{
  TenureRecordType type = change->values->type;
  char code[4];
  TenureValue currency = TENURE_VALUE_OF_TEXT (tenure_currency_to_code (tenure_record_get_currency (change->values), code));

  if (row->needs_currency
      && !tenure_edit_set (edit, type, row->id, tenure_record_field_index (type, "currency"), &currency, error))
    return FALSE;
  for (guint i = 0; i < row->cells->len; i++)
    {
      guint field = g_array_index (row->cells, TenureBulkCell, i).field;

      if (!tenure_edit_set (edit, type, row->id, field, tenure_record_get (change->values, field), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
tenure_bulk_make (const TenureBulkChange *change, const TenureBulkPlan *plan, TenureEdit *edit, GError **error)
{
  for (guint i = 0; i < change->created->len; i++)
    if (!tenure_edit_insert (edit, change->created->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < plan->rows->len; i++)
    if (!make_one (edit, change, plan->rows->pdata[i], error))
      return FALSE;
  return TRUE;
}

typedef struct
{
  const TenureBulkChange *change;
  const TenureBulkPlan *plan;
} Application;

static gboolean
apply (TenureEdit *edit, gpointer data, GError **error)
{
  const Application *application = data;

  return tenure_bulk_make (application->change, application->plan, edit, error);
}

gboolean
tenure_bulk_apply (const TenureBulkChange *change, const TenureBulkPlan *plan, TenureDocument *document, GError **error)
{
  g_autofree char *label = tenure_bulk_dup_label (change, plan->rows->len);
  Application application = { change, plan };

  return tenure_document_edit (document, label, apply, &application, error);
}
