#include "config.h"
#include "cli/explain-completeness.h"

#include "base/i18n.h"

#include "analysis/completeness.h"
#include "store/record.h"

static void
add_tally (TenureExplanation *explanation,
           const TenureRecord *record,
           const char *label,
           const TenureCompleteness *completeness)
{
  const TenureRecordDef *def = tenure_record_def (record->type);

  tenure_explanation_add (explanation, record->type, record->id, label,
                          /* Translators: how many fields, of how many. */
                          _ ("%1$u of %2$u recorded"), completeness->known, completeness->of);
  for (guint i = 0; i < completeness->n_missing; i++)
    tenure_explanation_add_missing (explanation, record->type, def->fields[completeness->missing[i]].name, record->id);
}

static gboolean
is_planned (const TenureReading *reading, const TenureRecordName *record)
{
  int index = record->type == TENURE_RECORD_AGREEMENT ? tenure_facts_find_agreement (reading->facts, record->id) : -1;

  return index >= 0 && reading->analysis->terms->agreements[index].status == TENURE_STATUS_PLANNED;
}

TenureExplanation *
tenure_explain_completeness (const TenureReading *reading, const TenureRecordName *record, GError **error)
{
  g_autoptr (TenureRecord) loaded = NULL;
  TenureExplanation *explanation;
  TenureCompleteness completeness;

  if (record->type != TENURE_RECORD_AGREEMENT && record->type != TENURE_RECORD_ORGANISATION
      && record->type != TENURE_RECORD_BOARD && record->type != TENURE_RECORD_SEAT)
    return NULL;
  loaded = tenure_reader_load (tenure_document_get_reader (reading->document), record->type, record->id, error);
  if (loaded == NULL)
    return NULL;
  explanation = tenure_explanation_new (
      _ ("Completeness"),
      _ ("Recorded fields ÷ fields that count. A field counts because a rule or a figure cannot be told without it, or because "
         "nobody could act on the record; not where the question does not arise."));
  completeness = tenure_completeness_of (record->type, tenure_record_field_code, loaded);
  explanation->summary = g_strdup_printf (_ ("%1$u of %2$u recorded"), completeness.known, completeness.of);
  add_tally (explanation, loaded, _ ("Fields that count"), &completeness);
  if (!is_planned (reading, record))
    return explanation;
  completeness = tenure_completeness_before_start (tenure_record_field_code, loaded);
  add_tally (explanation, loaded, _ ("Before it starts"), &completeness);
  return explanation;
}
