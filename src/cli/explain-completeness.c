#include "config.h"
#include "cli/explain-completeness.h"

#include "base/i18n.h"

#include "analysis/completeness.h"
#include "base/count.h"

static void
add_missing (TenureExplanation *explanation, const TenureRecordName *record, TenureCounted counted)
{
  /* What should belong to it names it: the field that the rules miss as well (analysis/missing.h). */
  if (counted.child == TENURE_RECORD_FUNDER)
    tenure_explanation_add_missing (explanation, TENURE_RECORD_FUNDER, "organisation", record->id);
  else
    tenure_explanation_add_missing (explanation, record->type, tenure_counted_name (record->type, counted), record->id);
}

static char *
dup_recorded (const TenureCompleteness *completeness)
{
  /* Translators: how many fields, of how many. */
  return tenure_count_dup_several (_ ("%1$s of %2$s recorded"), 2, (guint64[]){ completeness->known, completeness->of });
}

static void
add_tally (TenureExplanation *explanation,
           const TenureRecordName *record,
           const char *label,
           const TenureCompleteness *completeness)
{
  g_autofree char *recorded = dup_recorded (completeness);

  tenure_explanation_add (explanation, record->type, record->id, label, "%s", recorded);
  for (guint i = 0; i < completeness->n_missing; i++)
    add_missing (explanation, record, completeness->missing[i]);
}

/* -1: nothing counts of such a record. */
static int
find_index (const TenureFacts *facts, const TenureRecordName *record)
{
  switch ((int) record->type)
    {
    case TENURE_RECORD_AGREEMENT:
      return tenure_facts_find_agreement (facts, record->id);
    case TENURE_RECORD_ORGANISATION:
      return tenure_facts_find_organisation (facts, record->id);
    case TENURE_RECORD_BOARD:
      return tenure_facts_find_board (facts, record->id);
    case TENURE_RECORD_SEAT:
      return tenure_facts_find_seat (facts, record->id);
    default:
      return -1;
    }
}

TenureExplanation *
tenure_explain_completeness (const TenureReading *reading, const TenureRecordName *record)
{
  const TenureTerms *terms = reading->analysis->terms;
  int index = find_index (reading->facts, record);
  TenureExplanation *explanation;
  TenureCompleteness completeness;

  if (index < 0)
    return NULL;
  explanation = tenure_explanation_new (
      _ ("Completeness"),
      _ ("Recorded fields ÷ fields that count. A field counts because a rule or a figure cannot be told without it, or because "
         "nobody could act on the record; not where the question does not arise. A funder counts as a field does."));
  completeness = tenure_completeness_of_fact (terms, record->type, (guint) index);
  explanation->summary = dup_recorded (&completeness);
  add_tally (explanation, record, _ ("Fields that count"), &completeness);
  if (record->type != TENURE_RECORD_AGREEMENT || terms->agreements[index].status != TENURE_STATUS_PLANNED)
    return explanation;
  completeness = tenure_completeness_of_fact_before_start (terms, (guint) index);
  add_tally (explanation, record, _ ("Before it starts"), &completeness);
  return explanation;
}
