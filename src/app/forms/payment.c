#include "config.h"
#include "app/forms/payment.h"

TenureDraft *
tenure_payment_draft_new (TenureReader *reader, TenureId agreement, GError **error)
{
  g_autoptr (TenureRecord) record = tenure_reader_load (reader, TENURE_RECORD_AGREEMENT, agreement, error);
  guint provider = tenure_record_field_index (TENURE_RECORD_AGREEMENT, "provider");
  TenureCurrency currency;
  TenureDraft *draft;

  if (record == NULL)
    return NULL;
  currency = tenure_record_get_currency (record);
  draft = tenure_draft_new (TENURE_RECORD_PAYMENT, currency != TENURE_CURRENCY_NONE ? currency : TENURE_CURRENCY_GBP);
  tenure_draft_set_reference (draft, tenure_record_field_index (TENURE_RECORD_PAYMENT, "agreement"), agreement,
                              tenure_record_get_text_by_name (record, "title"));
  if (tenure_record_is_known (record, provider))
    tenure_draft_set_reference (draft, tenure_record_field_index (TENURE_RECORD_PAYMENT, "payee"),
                                tenure_record_get_reference (record, provider), record->titles[provider]);
  tenure_draft_propose (draft);
  return draft;
}
