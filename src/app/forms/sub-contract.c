#include "config.h"
#include "app/forms/sub-contract.h"

#define FIELD(name) tenure_record_field_index (TENURE_RECORD_AGREEMENT, name)

/* What part of the lead's work is likely to be of the same kind. */
static const char *const of_both[] = { "service", "programme", "place", "start" };

/* The lead organisation pays what it passes on. */
static void
propose_funder (TenureDraft *draft, const TenureRecord *above)
{
  TenureId provider = tenure_record_get_reference (above, FIELD ("provider"));
  g_autofree char *name = tenure_record_dup_label (above, FIELD ("provider"));
  TenureDraft *funder;

  if (provider == TENURE_ID_NONE)
    return;
  funder = tenure_draft_add_child (draft, tenure_draft_new (TENURE_RECORD_FUNDER, TENURE_CURRENCY_NONE));
  tenure_draft_set_reference (funder, tenure_record_field_index (TENURE_RECORD_FUNDER, "organisation"), provider, name);
  tenure_draft_propose (funder);
}

TenureDraft *
tenure_sub_contract_draft_new (TenureReader *reader, TenureId lead, TenureDay committed_end, GError **error)
{
  g_autoptr (TenureRecord) above = tenure_reader_load (reader, TENURE_RECORD_AGREEMENT, lead, error);
  TenureDraft *draft;

  if (above == NULL)
    return NULL;
  draft = tenure_draft_new (TENURE_RECORD_AGREEMENT, tenure_record_get_currency (above));
  for (gsize i = 0; i < G_N_ELEMENTS (of_both); i++)
    tenure_record_set (draft->record, FIELD (of_both[i]), tenure_record_get (above, FIELD (of_both[i])));
  if (tenure_day_is_known (committed_end))
    tenure_record_set_day (draft->record, FIELD ("end"), committed_end);
  tenure_draft_set_reference (draft, FIELD ("lead_agreement"), lead, tenure_record_get_text_by_name (above, "title"));
  propose_funder (draft, above);
  tenure_draft_propose (draft);
  return draft;
}
