#include "config.h"
#include "app/forms/bulk-plan.h"

#include "analysis/contradictions.h"
#include "app/forms/draft-check.h"
#include "store/edit.h"

#include "base/i18n.h"

static void
free_row (gpointer data)
{
  TenureBulkRow *row = data;

  g_free (row->title);
  g_free (row->before);
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

static const TenureField *
field_of (const TenureBulkChange *change)
{
  return &tenure_record_def (change->type)->fields[change->field];
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
is_other_currency (const TenureBulkChange *change, const TenureRecord *record)
{
  TenureCurrency own = tenure_record_get_currency (record);

  return field_of (change)->type == TENURE_FIELD_MONEY && change->value.kind != TENURE_VALUE_NULL
         && own != TENURE_CURRENCY_NONE && own != change->currency;
}

TenureBulkPlan *
tenure_bulk_plan_new (const TenureBulkChange *change, const GPtrArray *records)
{
  TenureBulkPlan *plan = g_new0 (TenureBulkPlan, 1);

  plan->rows = g_ptr_array_new_with_free_func (free_row);
  for (guint i = 0; i < records->len; i++)
    {
      const TenureRecord *record = records->pdata[i];
      TenureBulkRow *row;

      if (record == NULL)
        continue;
      if (is_other_currency (change, record))
        {
          plan->n_other_currency++;
          continue;
        }
      if (tenure_value_equal (tenure_record_get (record, change->field), &change->value))
        {
          plan->n_same++;
          continue;
        }
      row = g_new0 (TenureBulkRow, 1);
      row->id = record->id;
      row->index = i;
      row->title = dup_title (record);
      row->before = tenure_record_dup_label (record, change->field);
      row->needs_currency = field_of (change)->type == TENURE_FIELD_MONEY && change->value.kind != TENURE_VALUE_NULL
                            && tenure_record_get_currency (record) == TENURE_CURRENCY_NONE;
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

  tenure_record_set (changed, change->field, &change->value);
  if (row->needs_currency)
    tenure_record_set_text_by_name (changed, "currency", tenure_currency_to_code (change->currency, code));
  return changed;
}

/* What holds of @record already is no news. NULL when there is none. */
static char *
dup_contradiction (const TenureRecord *record, const TenureRecord *changed, const TenureFacts *known, guint index)
{
  g_autoptr (GPtrArray) before = find_contradictions (record, known, index);
  g_autoptr (GPtrArray) after = find_contradictions (changed, known, index);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < after->len; i++)
    {
      const TenureContradiction *contradiction = after->pdata[i];

      if (!is_among (before, contradiction))
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", contradiction->message);
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

void
tenure_bulk_plan_find_contradictions (TenureBulkPlan *plan,
                                      const TenureBulkChange *change,
                                      const GPtrArray *records,
                                      const TenureFacts *facts)
{
  g_autoptr (GHashTable) indexes = NULL;

  g_return_if_fail (plan != NULL && change != NULL && records != NULL);

  if (change->type != TENURE_RECORD_AGREEMENT)
    return;
  indexes = index_agreements (plan, facts);
  plan->n_contradicting = 0;
  for (guint i = 0; i < plan->rows->len; i++)
    {
      TenureBulkRow *row = plan->rows->pdata[i];
      const TenureRecord *record = records->pdata[row->index];
      g_autoptr (TenureRecord) changed = dup_changed (record, change, row);
      guint found = GPOINTER_TO_UINT (g_hash_table_lookup (indexes, &row->id));

      g_free (row->contradiction);
      row->contradiction = dup_contradiction (record, changed, found > 0 ? facts : NULL, found > 0 ? found - 1 : 0);
      plan->n_contradicting += row->contradiction != NULL;
    }
}

/* --- In words ------------------------------------------------------------------------------------------------- */

static char *
dup_label (const TenureRecord *record, const char *field)
{
  return tenure_record_dup_label (record, tenure_record_field_index (record->type, field));
}

/* Of @agreement with the options that were taken up of the agreement @index of @terms. */
static TenureDay
committed_end (const TenureRecord *agreement, const TenureTerms *terms, guint index)
{
  const TenureFactAgreement *known = &terms->facts->agreements[index];
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (TenureFacts) facts = tenure_draft_facts_new (agreement, nothing);
  g_autoptr (TenureTerms) alone = NULL;

  g_free (facts->extensions);
  facts->extensions =
      g_memdup2 (terms->facts->extensions + known->first_extension, known->n_extensions * sizeof (TenureFactExtension));
  facts->n_extensions = facts->agreements[0].n_extensions = known->n_extensions;
  alone = tenure_terms_new (facts, terms->as_of, NULL);
  return alone->agreements[0].committed_end;
}

TenureBulkCommitment
tenure_bulk_find_commitment (const TenureBulkChange *change, const TenureRecord *agreement, const TenureTerms *terms)
{
  TenureBulkCommitment commitment = { TENURE_DAY_NONE, TENURE_DAY_NONE };
  int index = terms != NULL && agreement->type == TENURE_RECORD_AGREEMENT
                  ? tenure_facts_find_agreement (terms->facts, agreement->id)
                  : -1;
  g_autoptr (TenureRecord) changed = NULL;

  if (index < 0)
    return commitment;
  changed = tenure_record_dup (agreement);
  tenure_record_set (changed, change->field, &change->value);
  commitment.before = committed_end (agreement, terms, (guint) index);
  commitment.after = committed_end (changed, terms, (guint) index);
  return commitment;
}

/* "1 Apr 2024 – 31 Mar 2027"; NULL when neither day is recorded. */
static char *
dup_term (const TenureRecord *record)
{
  g_autofree char *first = dup_label (record, "start");
  g_autofree char *last = dup_label (record, "end");

  if (first == NULL && last == NULL)
    return NULL;
  /* Translators: the first and the last day of an agreement, "?" for one that is not recorded. */
  return g_strdup_printf (_ ("%1$s – %2$s"), first != NULL ? first : "?", last != NULL ? last : "?");
}

/* NULL where the signed end says it all. */
static char *
dup_commitment (const TenureRecord *agreement, TenureBulkCommitment commitment)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (commitment.before == commitment.after
      && (!tenure_day_is_known (commitment.before)
          || commitment.before == tenure_record_get_day (agreement, tenure_record_field_index (agreement->type, "end"))))
    return NULL;
  before = tenure_day_is_known (commitment.before) ? tenure_day_dup_label (commitment.before) : g_strdup ("?");
  after = tenure_day_is_known (commitment.after) ? tenure_day_dup_label (commitment.after) : g_strdup ("?");
  if (commitment.before == commitment.after)
    /* Translators: of an agreement: the last day on which funding is promised, which is not the signed end. */
    return g_strdup_printf (_ ("committed to %s"), before);
  /* Translators: the same before and after a change, "?" for one that cannot be told. */
  return g_strdup_printf (_ ("committed to %1$s → %2$s"), before, after);
}

char *
tenure_bulk_dup_detail (const TenureRecord *record, TenureBulkCommitment commitment)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (record != NULL, NULL);

  if (record->type == TENURE_RECORD_AGREEMENT)
    {
      char *parts[] = { dup_label (record, "provider"), dup_label (record, "reference"), dup_term (record),
                        dup_commitment (record, commitment) };

      for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
        {
          if (parts[i] != NULL)
            g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
          g_free (parts[i]);
        }
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

TenureCurrency
tenure_bulk_find_currency (const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    if (records->pdata[i] != NULL && tenure_record_get_currency (records->pdata[i]) != TENURE_CURRENCY_NONE)
      return tenure_record_get_currency (records->pdata[i]);
  return TENURE_CURRENCY_GBP;
}

GArray *
tenure_bulk_list_fields (TenureRecordType type)
{
  const TenureRecordDef *def = tenure_record_def (type);
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < def->n_fields; i++)
    {
      guint field = tenure_record_field_of_place (type, i);

      if (def->fields[field].flags & (TENURE_FIELD_PARENT | TENURE_FIELD_FIXED | TENURE_FIELD_INHERITED)
          || g_strcmp0 (def->fields[field].name, def->title_field) == 0)
        continue;
      g_array_append_val (fields, field);
    }
  return fields;
}

char *
tenure_bulk_dup_label (const TenureBulkChange *change, guint n)
{
  const TenureRecordDef *def = tenure_record_def (change->type);
  g_autofree char *field = tenure_label_dup_within_sentence (_ (field_of (change)->label));
  g_autofree char *records = g_utf8_strdown (n == 1 ? _ (def->label) : _ (def->label_plural), -1);

  /* Translators: what undo calls the step: "Change owner of 40 agreements". */
  return g_strdup_printf (_ ("Change %1$s of %2$u %3$s"), field, n, records);
}

/* --- Doing it ------------------------------------------------------------------------------------------------- */

typedef struct
{
  const TenureBulkChange *change;
  const TenureBulkPlan *plan;
  const GPtrArray *created;
} Application;

/* A record that the user made on the way, if the value refers to it. */
static gboolean
store_created (TenureEdit *edit, const Application *application, GError **error)
{
  const TenureBulkChange *change = application->change;

  if (field_of (change)->type != TENURE_FIELD_REFERENCE || application->created == NULL)
    return TRUE;
  for (guint i = 0; i < application->created->len; i++)
    {
      TenureRecord *record = application->created->pdata[i];

      if (record->id == change->value.integer && !tenure_edit_insert (edit, record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
apply_one (TenureEdit *edit, const TenureBulkChange *change, const TenureBulkRow *row, GError **error)
{
  char code[4];
  TenureValue currency = TENURE_VALUE_OF_TEXT (tenure_currency_to_code (change->currency, code));

  if (row->needs_currency
      && !tenure_edit_set (edit, change->type, row->id, tenure_record_field_index (change->type, "currency"), &currency,
                           error))
    return FALSE;
  return tenure_edit_set (edit, change->type, row->id, change->field, &change->value, error);
}

static gboolean
apply_all (TenureEdit *edit, gpointer data, GError **error)
{
  const Application *application = data;
  const TenureBulkChange *change = application->change;

  if (!store_created (edit, application, error))
    return FALSE;
  for (guint i = 0; i < application->plan->rows->len; i++)
    if (!apply_one (edit, change, application->plan->rows->pdata[i], error))
      return FALSE;
  return TRUE;
}

gboolean
tenure_bulk_apply (const TenureBulkChange *change,
                   const TenureBulkPlan *plan,
                   const GPtrArray *created,
                   TenureDocument *document,
                   GError **error)
{
  g_autofree char *label = tenure_bulk_dup_label (change, plan->rows->len);
  Application application = { change, plan, created };

  return tenure_document_edit (document, label, apply_all, &application, error);
}
