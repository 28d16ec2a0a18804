#include "config.h"
#include "app/forms/renewal.h"

#include "base/months.h"

#define FIELD(name) tenure_record_field_index (TENURE_RECORD_AGREEMENT, name)

/* What is said of the old term and not of the next. */
static const char *const of_one_term[] = {
  "reference",  "reference_part", "award_day",      "signed",  "duration", "maximum_end",  "extension_text", "terminated",
  "review_day", "open_ended",     "renewal_status", "decided", "decision", "ended_reason", "source_status",
};

/* The last day of a term that begins on @from and is as long as that from @start to @end. */
static TenureDay
same_length (TenureDay from, TenureDay start, TenureDay end)
{
  TenureMonths length = tenure_months_between (start, end);

  if (length.part == 0)
    return tenure_day_add_months (from, length.whole) - 1;
  return from + (end - start);
}

static void
set_dates (TenureRecord *record, TenureDay committed_end)
{
  TenureDay start = tenure_record_get_day (record, FIELD ("start"));
  TenureDay end = tenure_record_get_day (record, FIELD ("end"));
  TenureDay from = tenure_day_is_known (committed_end) ? committed_end + 1 : TENURE_DAY_NONE;
  TenureDay to = TENURE_DAY_NONE;

  if (tenure_day_is_known (from) && tenure_day_is_known (start) && tenure_day_is_known (end) && start <= end)
    to = same_length (from, start, end);
  tenure_record_set_day (record, FIELD ("start"), from);
  tenure_record_set_day (record, FIELD ("end"), to);
}

TenureDraft *
tenure_renewal_draft_new (TenureReader *reader, TenureId agreement, TenureDay committed_end, GError **error)
{
  g_autoptr (TenureDraft) old = tenure_draft_load (reader, TENURE_RECORD_AGREEMENT, agreement, error);
  const TenureValue none = { .kind = TENURE_VALUE_NULL };
  TenureDraft *draft;

  if (old == NULL)
    return NULL;
  draft = tenure_draft_duplicate (old);
  set_dates (draft->record, committed_end);
  for (gsize i = 0; i < G_N_ELEMENTS (of_one_term); i++)
    tenure_record_set (draft->record, FIELD (of_one_term[i]), &none);
  tenure_draft_set_reference (draft, FIELD ("predecessor"), agreement,
                              tenure_record_get_text_by_name (old->record, "title"));
  for (guint i = 0; i < draft->children->len; i++)
    {
      TenureDraft *child = draft->children->pdata[i];

      if (child->record->type != TENURE_RECORD_FUNDER)
        tenure_draft_remove (child);
    }
  tenure_draft_propose (draft);
  return draft;
}
