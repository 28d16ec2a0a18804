#include "config.h"
#include "app/forms/procurement-words.h"

#include "analysis/procurement.h"
#include "app/forms/draft-check.h"

#include "base/i18n.h"

static guint
agreement_field (const char *name)
{
  return tenure_record_field_index (TENURE_RECORD_AGREEMENT, name);
}

/* --- Who buys ------------------------------------------------------------------------------------------------- */

static TenureBuyer
buyer_of (const TenureDraft *funder, TenureReader *reader)
{
  TenureId id =
      tenure_record_get_reference (funder->record, tenure_record_field_index (TENURE_RECORD_FUNDER, "organisation"));
  g_autoptr (TenureRecord) organisation =
      id != TENURE_ID_NONE ? tenure_reader_load (reader, TENURE_RECORD_ORGANISATION, id, NULL) : NULL;
  const char *kind = organisation != NULL ? tenure_record_get_text_by_name (organisation, "kind") : NULL;

  if (g_strcmp0 (kind, "council") == 0)
    return TENURE_BUYER_COUNCIL;
  return g_strcmp0 (kind, "nhs") == 0 ? TENURE_BUYER_CENTRAL : TENURE_BUYER_UNKNOWN;
}

/* What all funders are; of several of different kinds any may have bought. */
static TenureBuyer
find_buyer (const TenureDraft *draft, TenureReader *reader)
{
  TenureBuyer buyer = TENURE_BUYER_UNKNOWN;
  guint n_funders = 0;

  for (guint i = 0; i < draft->children->len; i++)
    {
      const TenureDraft *child = draft->children->pdata[i];
      TenureBuyer own;

      if (child->record->type != TENURE_RECORD_FUNDER || tenure_draft_is_void (child))
        continue;
      own = buyer_of (child, reader);
      if (n_funders++ > 0 && own != buyer)
        return TENURE_BUYER_UNKNOWN;
      buyer = own;
    }
  return buyer;
}

/* --- How much ------------------------------------------------------------------------------------------------- */

static TenureTax
find_tax (const TenureRecord *record)
{
  const char *tax = tenure_record_get_text_by_name (record, "value_tax");

  return g_strcmp0 (tax, "net") == 0     ? TENURE_TAX_NET
         : g_strcmp0 (tax, "gross") == 0 ? TENURE_TAX_GROSS
         : g_strcmp0 (tax, "none") == 0  ? TENURE_TAX_NONE
                                         : TENURE_TAX_UNKNOWN;
}

static void
take_changes (TenureProcurementCase *subject, const TenureDraft *draft)
{
  guint price_change = tenure_record_field_index (TENURE_RECORD_VARIATION, "price_change");

  subject->change_known = TRUE;
  for (guint i = 0; i < draft->children->len; i++)
    {
      const TenureDraft *child = draft->children->pdata[i];
      gint64 minor;

      if (child->record->type != TENURE_RECORD_VARIATION || tenure_draft_is_void (child))
        continue;
      subject->n_variations++;
      if (!tenure_record_get_integer (child->record, price_change, &minor)
          || !tenure_money_add (&subject->change_minor, minor))
        subject->change_known = FALSE;
    }
}

static void
take_total (TenureProcurementCase *subject, const TenureDraft *draft)
{
  g_autoptr (TenureFacts) facts = tenure_draft_agreement_facts_new (draft);
  g_autoptr (TenureTerms) terms = tenure_terms_new (facts, tenure_day_today (), NULL);

  tenure_procurement_take_total (subject, &facts->agreements[0], &terms->agreements[0]);
}

/* --- Words ---------------------------------------------------------------------------------------------------- */

char *
tenure_procurement_dup_lines (const TenureDraft *draft, TenureReader *reader, gboolean name_sources)
{
  const TenureRecord *record = draft->record;
  TenureProcurementCase subject = {
    .kind = tenure_record_get_text_by_name (record, "kind"),
    .regime = tenure_record_get_text_by_name (record, "regime"),
    .procedure = tenure_record_get_text_by_name (record, "procedure"),
    .tax = find_tax (record),
    .award_day = tenure_record_get_day (record, agreement_field ("award_day")),
    .signed_day = tenure_record_get_day (record, agreement_field ("signed")),
    .start = tenure_record_get_day (record, agreement_field ("start")),
  };
  TenureProcurement procurement;

  if (subject.regime == NULL)
    return NULL;
  subject.buyer = find_buyer (draft, reader);
  take_changes (&subject, draft);
  take_total (&subject, draft);
  procurement = tenure_procurement (&subject);
  return tenure_procurement_dup_words (&procurement, &subject, name_sources);
}
