#include "analysis/missing.h"

typedef struct
{
  TenureRecordType record_type;
  const char *field;
  const char *code;
} MissingField;

/* In the order of the bits. What a predecessor or successor lacks is told apart from what the agreement itself lacks. */
static const MissingField missing_fields[TENURE_N_MISSING] = {
  { TENURE_RECORD_AGREEMENT, "start", "start" },
  { TENURE_RECORD_AGREEMENT, "end", "end" },
  { TENURE_RECORD_AGREEMENT, "signed", "signed" },
  { TENURE_RECORD_AGREEMENT, "provider", "provider" },
  { TENURE_RECORD_AGREEMENT, "value", "value" },
  { TENURE_RECORD_AGREEMENT, "value_basis", "value_basis" },
  { TENURE_RECORD_AGREEMENT, "currency", "currency" },
  { TENURE_RECORD_AGREEMENT, "full_cost", "full_cost" },
  { TENURE_RECORD_AGREEMENT, "other_funding", "other_funding" },
  { TENURE_RECORD_AGREEMENT, "funder_notice", "funder_notice" },
  { TENURE_RECORD_AGREEMENT, "funder_without_cause", "funder_without_cause" },
  { TENURE_RECORD_AGREEMENT, "renewal_notice", "renewal_notice" },
  { TENURE_RECORD_AGREEMENT, "lead_time", "lead_time" },
  { TENURE_RECORD_AGREEMENT, "renewal_status", "renewal_status" },
  { TENURE_RECORD_EXTENSION, "length", "extension.length" },
  { TENURE_RECORD_AGREEMENT, "service", "service" },
  { TENURE_RECORD_AGREEMENT, "start", "predecessor.start" },
  { TENURE_RECORD_AGREEMENT, "end", "predecessor.end" },
  { TENURE_RECORD_AGREEMENT, "provider", "predecessor.provider" },
  { TENURE_RECORD_BOARD, "votes", "votes" },
  { TENURE_RECORD_BOARD, "decision_rule", "decision_rule" },
  { TENURE_RECORD_SEAT, "board", "seats" },
  { TENURE_RECORD_SEAT, "bloc", "seat.bloc" },
  { TENURE_RECORD_SEAT, "vote_weight", "seat.vote_weight" },
  { TENURE_RECORD_SEAT, "established", "established" },
  { TENURE_RECORD_APPOINTMENT, "person", "appointment.person" },
  { TENURE_RECORD_BOARD, "quota", "quota" },
  { TENURE_RECORD_AGREEMENT, "payment_profile", "payment_profile" },
  { TENURE_RECORD_VARIATION, "price_change", "variation.price_change" },
  { TENURE_RECORD_UPLIFT, "rate", "uplift" },
  { TENURE_RECORD_INDEX_RATE, "rate", "index_rate" },
  { TENURE_RECORD_AGREEMENT, "price_index", "price_index" },
  { TENURE_RECORD_AGREEMENT, "specification_agreed", "specification_agreed" },
  { TENURE_RECORD_AGREEMENT, "measures_agreed", "measures_agreed" },
  { TENURE_RECORD_AGREEMENT, "communities", "communities" },
  { TENURE_RECORD_AGREEMENT, "variation_agreed", "variation_agreed" },
  { TENURE_RECORD_ORGANISATION, "income", "income" },
  { TENURE_RECORD_ORGANISATION, "expenditure", "expenditure" },
  { TENURE_RECORD_ORGANISATION, "free_reserves", "free_reserves" },
  { TENURE_RECORD_ORGANISATION, "currency", "accounts.currency" },
  { TENURE_RECORD_FUNDER, "organisation", "funders" },
  { TENURE_RECORD_CONTACT, "from_day", "contact.from_day" },
  { TENURE_RECORD_OTHER_INCOME, "amount", "other_income" },
  { TENURE_RECORD_FUNDER, "share", "funder.share" },
  { TENURE_RECORD_AGREEMENT, "start", "successor.start" },
  { TENURE_RECORD_PARTICIPATION, "payer", "participation.payer" },
  { TENURE_RECORD_PAY_RATE, "day", "pay_rate.day" },
  { TENURE_RECORD_BUDGET, "amount", "budget.amount" },
  { TENURE_RECORD_BUDGET, "to_day", "budget.to_day" },
};

const char *
tenure_missing_field (guint bit, TenureRecordType *out_record_type, const char **out_code)
{
  g_return_val_if_fail (bit < TENURE_N_MISSING, NULL);

  if (out_record_type != NULL)
    *out_record_type = missing_fields[bit].record_type;
  if (out_code != NULL)
    *out_code = missing_fields[bit].code;
  return missing_fields[bit].field;
}
