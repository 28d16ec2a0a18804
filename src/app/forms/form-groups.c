#include "config.h"
#include "app/forms/form-groups.h"

#include "analysis/term.h"
#include "app/forms/draft-check.h"

/* --- Agreements ---------------------------------------------------------------------------------------------- */

static gboolean
is_kind (const TenureDraft *draft, const char *const *kinds)
{
  const char *kind = tenure_record_get_text_by_name (draft->record, "kind");

  return kind != NULL && g_strv_contains (kinds, kind);
}

static TenureStatus
get_status (const TenureDraft *draft, TenureDay today)
{
  g_autoptr (TenureFacts) facts = tenure_draft_agreement_facts_new (draft);
  g_autoptr (TenureTerms) terms = tenure_terms_new (facts, today, NULL);

  return terms->agreements[0].status;
}

static gboolean
is_over (const TenureDraft *draft, TenureDay today)
{
  TenureStatus status = get_status (draft, today);

  return status == TENURE_STATUS_ENDED || status == TENURE_STATUS_TERMINATED;
}

static gboolean
is_renewable (const TenureDraft *draft, TenureDay today)
{
  static const char *const kinds[] = { "citizen_directed", NULL };

  return !is_kind (draft, kinds);
}

static gboolean
is_bought (const TenureDraft *draft, TenureDay today)
{
  static const char *const kinds[] = { "contract", "sla", "spot", NULL };

  return is_kind (draft, kinds) && !is_over (draft, today);
}

static gboolean
is_specified (const TenureDraft *draft, TenureDay today)
{
  static const char *const kinds[] = { "contract", "sla", NULL };

  return get_status (draft, today) == TENURE_STATUS_PLANNED || (is_kind (draft, kinds) && !is_over (draft, today));
}

static gboolean
is_leant_on (const TenureDraft *draft, TenureDay today)
{
  return tenure_record_get_text_by_name (draft->record, "funded_role") != NULL && !is_over (draft, today);
}

/* --- Organisations and boards -------------------------------------------------------------------------------- */

/* What is recorded in a flag; @unknown where nothing is. */
static gboolean
get_flag (const TenureDraft *draft, const char *name, gboolean unknown)
{
  gint64 flag;

  if (!tenure_record_get_integer (draft->record, tenure_record_field_index (draft->record->type, name), &flag))
    return unknown;
  return flag != 0;
}

static gboolean
is_of_the_sector (const TenureDraft *draft, TenureDay today)
{
  return get_flag (draft, "vcs", TRUE);
}

static gboolean
is_voting (const TenureDraft *draft, TenureDay today)
{
  return get_flag (draft, "votes", FALSE);
}

static gboolean
is_never (const TenureDraft *draft, TenureDay today)
{
  return FALSE;
}

/* --- All ------------------------------------------------------------------------------------------------------ */

/* A group is named by one of its fields, which is checked where a heading would not be. */
static const struct
{
  TenureRecordType type;
  const char *field;
  gboolean (*matters) (const TenureDraft *draft, TenureDay today);
} occasional[] = {
  { TENURE_RECORD_AGREEMENT, "renewal_notice", is_renewable }, { TENURE_RECORD_AGREEMENT, "regime", is_bought },
  { TENURE_RECORD_AGREEMENT, "tightness", is_specified },      { TENURE_RECORD_AGREEMENT, "key_person", is_leant_on },
  { TENURE_RECORD_ORGANISATION, "closed", is_never },          { TENURE_RECORD_ORGANISATION, "income", is_of_the_sector },
  { TENURE_RECORD_BOARD, "decision_rule", is_voting },
};

gboolean
tenure_form_group_matters (const TenureDraft *draft, const char *group, TenureDay today)
{
  const TenureRecordDef *def = tenure_record_def (draft->record->type);

  for (gsize i = 0; i < G_N_ELEMENTS (occasional); i++)
    if (occasional[i].type == def->type
        && g_strcmp0 (def->fields[tenure_record_field_index (def->type, occasional[i].field)].group, group) == 0)
      return occasional[i].matters (draft, today);
  return TRUE;
}
