#include "config.h"
#include "app/forms/payment.h"

#include "app/forms/draft-check.h"
#include "store/query.h"

static guint
payment_field (const char *name)
{
  return tenure_record_field_index (TENURE_RECORD_PAYMENT, name);
}

static GPtrArray *
load_payments (TenureReader *reader, TenureId agreement)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_PAYMENT);
  TenureValue value = TENURE_VALUE_OF_INTEGER (agreement);
  g_autoptr (GArray) ids = NULL;

  tenure_query_filter (query, payment_field ("agreement"), TENURE_FILTER_IS, &value, 1);
  ids = tenure_query_run (query, reader, NULL);
  if (ids == NULL)
    return NULL;
  return tenure_reader_load_many (reader, TENURE_RECORD_PAYMENT, (TenureId *) ids->data, ids->len, NULL);
}

/* Payments under @agreement, and what its worth hangs on; NULL where that cannot be read. */
static GPtrArray *
load_below (TenureReader *reader, TenureId agreement)
{
  static const TenureRecordType types[] = { TENURE_RECORD_EXTENSION, TENURE_RECORD_VARIATION, TENURE_RECORD_UPLIFT };
  g_autoptr (GPtrArray) below = load_payments (reader, agreement);

  for (gsize i = 0; below != NULL && i < G_N_ELEMENTS (types); i++)
    {
      GPtrArray *children = tenure_reader_load_children (reader, types[i], agreement, NULL);

      if (children == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (below, children);
    }
  return g_steal_pointer (&below);
}

void
tenure_payment_draft_look_up (TenureDraft *draft, TenureReader *reader)
{
  TenureId id = tenure_record_get_reference (draft->record, payment_field ("agreement"));
  g_autoptr (TenureRecord) agreement = NULL;
  g_autoptr (GPtrArray) below = NULL;

  g_clear_pointer (&draft->under, tenure_facts_free);
  if (id == TENURE_ID_NONE)
    return;
  agreement = tenure_reader_load (reader, TENURE_RECORD_AGREEMENT, id, NULL);
  below = load_below (reader, id);
  if (agreement != NULL && below != NULL)
    draft->under = tenure_draft_facts_new (agreement, below);
}

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
  tenure_draft_set_reference (draft, payment_field ("agreement"), agreement,
                              tenure_record_get_text_by_name (record, "title"));
  if (tenure_record_is_known (record, provider))
    tenure_draft_set_reference (draft, payment_field ("payee"), tenure_record_get_reference (record, provider),
                                record->titles[provider]);
  tenure_draft_propose (draft);
  tenure_payment_draft_look_up (draft, reader);
  return draft;
}
