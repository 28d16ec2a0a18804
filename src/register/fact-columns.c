#include "register/fact-columns-private.h"

#define MEMBER(NAME) G_STRUCT_OFFSET (TenureFactAgreement, NAME)
#define NAMES(NAME) G_STRUCT_OFFSET (TenureFacts, NAME), G_STRUCT_OFFSET (TenureFacts, n_##NAME)

static const TenureFactColumn columns[] = {
  { "kind", MEMBER (kind), 0, 0 },
  { "purpose", MEMBER (purpose), 0, 0 },
  { "renewal_status", MEMBER (renewal), 0, 0 },
  { "payment_profile", MEMBER (payment_profile), 0, 0 },
  { "funded_role", MEMBER (funded_role), 0, 0 },
  { "one_off", MEMBER (one_off), 0, 0 },
  { "open_ended", MEMBER (open_ended), 0, 0 },
  { "funder_without_cause", MEMBER (funder_without_cause), 0, 0 },
  { "service", MEMBER (service), NAMES (services) },
  { "place", MEMBER (place), NAMES (places) },
  { "programme", MEMBER (programme), NAMES (programmes) },
  { "owner", MEMBER (owner), NAMES (owners) },
};

const TenureFactColumn *
tenure_fact_column_find (TenureRecordType type, const TenureField *field)
{
  for (gsize i = 0; type == TENURE_RECORD_AGREEMENT && i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].field, field->name))
      return &columns[i];
  return NULL;
}

/* Choices are counted from 1 in the facts, with 0 for "not recorded". */
gint32
tenure_fact_column_get (const TenureFactColumn *column, const TenureField *field, const TenureFacts *facts, guint agreement)
{
  const TenureFactAgreement *fact = &facts->agreements[agreement];
  gint8 small;

  if (column->names != 0)
    return G_STRUCT_MEMBER (gint32, fact, column->offset);
  small = G_STRUCT_MEMBER (gint8, fact, column->offset);
  if (field->type != TENURE_FIELD_FLAG)
    return small - 1;
  return small == TENURE_FACT_UNKNOWN ? -1 : small == TENURE_FACT_YES ? 0 : 1;
}

const char *const *
tenure_fact_column_get_names (const TenureFactColumn *column, const TenureFacts *facts, guint *out_n)
{
  *out_n = G_STRUCT_MEMBER (guint, facts, column->n_names);
  return G_STRUCT_MEMBER (const char *const *, facts, column->names);
}
