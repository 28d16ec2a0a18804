#include "config.h"
#include "app/settle.h"

#include "base/i18n.h"
#include <string.h>

static void
settlement_free (gpointer data)
{
  TenureSettlement *settlement = data;

  g_free (settlement->label);
  g_variant_unref (settlement->target);
  g_free (settlement);
}

/* Takes @label and a floating @target. What leads to the same place is offered once. */
static void
add (GPtrArray *settlements, char *label, const char *action, GVariant *target)
{
  TenureSettlement *settlement;

  g_variant_ref_sink (target);
  for (guint i = 0; i < settlements->len; i++)
    {
      const TenureSettlement *other = settlements->pdata[i];

      if (strcmp (other->action, action) == 0 && g_variant_equal (other->target, target))
        {
          g_free (label);
          g_variant_unref (target);
          return;
        }
    }
  settlement = g_new (TenureSettlement, 1);
  *settlement = (TenureSettlement){ label, action, target };
  g_ptr_array_add (settlements, settlement);
}

static const char *
table_of (TenureRecordType type)
{
  return tenure_record_def (type)->table;
}

static void
add_field (GPtrArray *settlements, char *label, TenureRecordType type, TenureId id, const char *field)
{
  add (settlements, label, "win.edit-field", g_variant_new ("(sxs)", table_of (type), (gint64) id, field));
}

static void
add_record (GPtrArray *settlements, char *label, TenureRecordType type, TenureId id)
{
  add (settlements, label, "win.edit-record", g_variant_new ("(sx)", table_of (type), (gint64) id));
}

/* --- What a rule asks for ------------------------------------------------------------------------------------- */

typedef enum
{
  WAY_NONE,
  WAY_FIELD,  /* a field of the record's form */
  WAY_RECORD, /* its form */
  WAY_CHILD,  /* something new that belongs to it */
  WAY_SHOW,   /* the record on its page */
  WAY_PAGE,   /* the page on which all that the rule judges together is seen */
  WAY_ACTION, /* a command that takes its id */
} Way;

/* clang-format off */
static const struct
{
  const char *label;
  Way way;
  const char *name; /* of a field, a type of child, a page or a command */
} remedies[TENURE_N_RULES] = {
  [TENURE_RULE_T1] = { N_("Renew…"), WAY_ACTION, "win.renew" },
  [TENURE_RULE_T2] = { N_("Renew…"), WAY_ACTION, "win.renew" },
  [TENURE_RULE_T3] = { N_("Take Up an Option…"), WAY_ACTION, "win.take-up-option" },
  [TENURE_RULE_T4] = { N_("Renew…"), WAY_ACTION, "win.renew" },
  [TENURE_RULE_T5] = { N_("Change the Signature…"), WAY_FIELD, "signed" },
  [TENURE_RULE_N1] = { N_("Change the Notice…"), WAY_FIELD, "funder_notice" },
  [TENURE_RULE_N2] = { N_("Record the Decision…"), WAY_FIELD, "renewal_status" },
  [TENURE_RULE_P1] = { N_("Record the Payment…"), WAY_RECORD, NULL },
  [TENURE_RULE_P2] = { N_("Record an Uplift…"), WAY_CHILD, "uplift" },
  [TENURE_RULE_P3] = { N_("Change the Full Cost…"), WAY_FIELD, "full_cost" },
  [TENURE_RULE_P4] = { N_("Change How It Is Paid…"), WAY_FIELD, "payment_profile" },
  [TENURE_RULE_V1] = { N_("Record a Variation…"), WAY_CHILD, "variation" },
  [TENURE_RULE_D1] = { N_("Record Other Income…"), WAY_CHILD, "other_income" },
  [TENURE_RULE_D2] = { N_("Record Other Income…"), WAY_CHILD, "other_income" },
  [TENURE_RULE_D3] = { N_("Show the Organisations"), WAY_PAGE, "organisations" },
  [TENURE_RULE_R1] = { N_("Record Newer Accounts…"), WAY_FIELD, "accounts_end" },
  [TENURE_RULE_K1] = { N_("Name Who Covers…"), WAY_FIELD, "key_cover" },
  [TENURE_RULE_C1] = { N_("Record the Handover…"), WAY_RECORD, NULL },
  [TENURE_RULE_G1] = { N_("Add a Seat…"), WAY_CHILD, "seat" },
  [TENURE_RULE_G2] = { N_("Show the Board"), WAY_SHOW, NULL },
  [TENURE_RULE_G3] = { N_("Add a Seat…"), WAY_CHILD, "seat" },
  [TENURE_RULE_G5] = { N_("Show the Boards"), WAY_PAGE, "boards" },
  [TENURE_RULE_G6] = { N_("Record the Mandate…"), WAY_RECORD, NULL },
  [TENURE_RULE_G8] = { N_("Fill the Seat…"), WAY_RECORD, NULL },
  [TENURE_RULE_Q1] = { N_("Change the Tightness…"), WAY_FIELD, "tightness" },
  [TENURE_RULE_E1] = { N_("Renew…"), WAY_ACTION, "win.renew" },
  [TENURE_RULE_A1] = { N_("Record What Is Agreed…"), WAY_FIELD, "specification_agreed" },
  [TENURE_RULE_B1] = { N_("Show the Board"), WAY_SHOW, NULL },
  [TENURE_RULE_B2] = { N_("Change the Rate…"), WAY_FIELD, "day" },
  [TENURE_RULE_B3] = { N_("Show the Organisation"), WAY_SHOW, NULL },
  [TENURE_RULE_B4] = { N_("Change the Amount…"), WAY_FIELD, "amount" },
};
/* clang-format on */

static void
add_show (GPtrArray *settlements, const TenureFlag *flag)
{
  if (flag->record_type == TENURE_RECORD_PORTFOLIO)
    add (settlements, g_strdup (_ (remedies[flag->rule].label)), "win.show-page",
         g_variant_new_string (remedies[flag->rule].name));
  else
    add (settlements, g_strdup (_ ("Show the Record")), "win.show-record",
         g_variant_new ("(sx)", table_of (flag->record_type), (gint64) flag->id));
}

/* The rule whose remedy fits @flag: without an end there is no short term, only a short notice. */
static TenureRuleId
rule_to_follow (const TenureFlags *flags, const TenureFlag *flag)
{
  if (flag->rule == TENURE_RULE_T1 && flags->terms->agreements[flag->index].open_ended)
    return TENURE_RULE_N1;
  return (TenureRuleId) flag->rule;
}

static void
add_remedy (GPtrArray *settlements, const TenureFlags *flags, const TenureFlag *flag)
{
  TenureRuleId rule = rule_to_follow (flags, flag);
  const char *name = remedies[rule].name;
  char *label = remedies[rule].label != NULL ? g_strdup (_ (remedies[rule].label)) : NULL;

  switch (remedies[rule].way)
    {
    case WAY_FIELD:
      add_field (settlements, label, flag->record_type, flag->id, name);
      break;
    case WAY_RECORD:
      add_record (settlements, label, flag->record_type, flag->id);
      break;
    case WAY_CHILD:
      add (settlements, label, "win.add-child", g_variant_new ("(sx)", name, (gint64) flag->id));
      break;
    case WAY_SHOW:
      add (settlements, label, "win.show-record", g_variant_new ("(sx)", table_of (flag->record_type), (gint64) flag->id));
      break;
    case WAY_PAGE:
      add (settlements, label, "win.show-page", g_variant_new_string (name));
      break;
    case WAY_ACTION:
      add (settlements, label, name, g_variant_new_int64 (flag->id));
      break;
    default:
      g_free (label);
      break;
    }
}

/* --- What is missing ------------------------------------------------------------------------------------------ */

/* Translators: what a button does; the label of a field: "Record “Signed end”…". */
static char *
dup_record_label (TenureRecordType type, const char *field)
{
  const char *label = tenure_record_def (type)->fields[tenure_record_field_index (type, field)].label;

  return g_strdup_printf (_ ("Record “%s”…"), _ (label));
}

/* The agreement that lacks a field named @code: the flagged one, the one before it or its signed successor; −1 when there is
 * none, or the flag is of something else. */
static gint32
agreement_that_lacks (const TenureFlags *flags, const TenureFlag *flag, const char *code)
{
  if (flag->record_type != TENURE_RECORD_AGREEMENT)
    return -1;
  if (g_str_has_prefix (code, "predecessor."))
    return flags->terms->facts->agreements[flag->index].predecessor;
  if (g_str_has_prefix (code, "successor."))
    return flags->terms->agreements[flag->index].successor;
  return flag->index;
}

/* The organisation whose accounts are missing: the flagged one, or the provider. */
static gint32
organisation_that_lacks (const TenureFlags *flags, const TenureFlag *flag)
{
  if (flag->record_type == TENURE_RECORD_ORGANISATION)
    return flag->index;
  return flag->record_type == TENURE_RECORD_AGREEMENT ? flags->terms->facts->agreements[flag->index].provider : -1;
}

/* The index that the agreement's price is held against: its own, or the usual one. */
static gint32
index_that_lacks (const TenureFlags *flags, const TenureFlag *flag)
{
  const TenureFacts *facts = flags->terms->facts;

  if (flag->record_type == TENURE_RECORD_AGREEMENT && facts->agreements[flag->index].price_index >= 0)
    return facts->agreements[flag->index].price_index;
  for (guint i = 0; i < facts->n_price_indexes; i++)
    if (facts->price_indexes[i].usual == TENURE_FACT_YES)
      return (gint32) i;
  return -1;
}

static void
add_agreement_field (GPtrArray *settlements, const TenureFlags *flags, gint32 agreement, const char *field)
{
  if (agreement >= 0)
    add_field (settlements, dup_record_label (TENURE_RECORD_AGREEMENT, field), TENURE_RECORD_AGREEMENT,
               flags->terms->facts->agreements[agreement].id, field);
}

/* A field of something that belongs to a record is entered in that record's form. */
static void
add_child_field (GPtrArray *settlements, const TenureFlag *flag, TenureRecordType type, const char *field)
{
  TenureRecordType parent = tenure_record_def (type)->parent;

  if (parent == (TenureRecordType) flag->record_type || (type == TENURE_RECORD_CONTACT && flag->record_type == type))
    add_record (settlements, dup_record_label (type, field), flag->record_type, flag->id);
}

/* Amounts of a year are entered with that year in the form of the organisation: where the accounts looked at are of one, its
 * own fields would change nothing. Their currency is the organisation's. */
static void
add_accounts_field (GPtrArray *settlements, const TenureFlags *flags, guint organisation, const char *field)
{
  const TenureFactAccounts *accounts = flags->terms->accounts[organisation];
  char *label = dup_record_label (TENURE_RECORD_ORGANISATION, field);

  if (accounts->own || strcmp (field, "currency") == 0)
    add_field (settlements, label, TENURE_RECORD_ORGANISATION, flags->terms->facts->organisations[organisation].id, field);
  else
    add_field (settlements, label, TENURE_RECORD_ACCOUNTS, accounts->id, field);
}

static void
add_missing_field (GPtrArray *settlements, const TenureFlags *flags, const TenureFlag *flag, guint bit)
{
  const TenureFacts *facts = flags->terms->facts;
  TenureRecordType type;
  const char *code, *field = tenure_missing_field (bit, &type, &code);
  gint32 index;

  switch ((int) type)
    {
    case TENURE_RECORD_AGREEMENT:
      /* Without any index there is none to name in the form. */
      if (strcmp (code, "price_index") == 0 && facts->n_price_indexes == 0)
        add (settlements, g_strdup (_ ("Price Indexes…")), "win.list-records", g_variant_new_string ("price_index"));
      else
        add_agreement_field (settlements, flags, agreement_that_lacks (flags, flag, code), field);
      break;
    case TENURE_RECORD_ORGANISATION:
      index = organisation_that_lacks (flags, flag);
      if (index >= 0)
        add_accounts_field (settlements, flags, (guint) index, field);
      break;
    case TENURE_RECORD_INDEX_RATE:
      index = index_that_lacks (flags, flag);
      if (index >= 0)
        add_record (settlements, dup_record_label (type, field), TENURE_RECORD_PRICE_INDEX, facts->price_indexes[index].id);
      break;
    case TENURE_RECORD_SEAT:
      if (flag->record_type == TENURE_RECORD_BOARD && strcmp (code, "seats") == 0)
        add (settlements, g_strdup (_ ("Add a Seat…")), "win.add-child", g_variant_new ("(sx)", "seat", (gint64) flag->id));
      else if (flag->record_type == TENURE_RECORD_SEAT)
        add_field (settlements, dup_record_label (type, field), type, flag->id, field);
      break;
    case TENURE_RECORD_BUDGET:
    case TENURE_RECORD_PAY_RATE:
    case TENURE_RECORD_BOARD:
      if (flag->record_type == (gint8) type)
        add_field (settlements, dup_record_label (type, field), type, flag->id, field);
      break;
    default:
      add_child_field (settlements, flag, type, field);
      break;
    }
}

GPtrArray *
tenure_settlements_new (const TenureFlags *flags, const TenureFlag *flag)
{
  GPtrArray *settlements = g_ptr_array_new_with_free_func (settlement_free);

  g_return_val_if_fail (flags != NULL && flag != NULL && flag->rule < TENURE_N_RULES, settlements);

  if (flag->level != TENURE_LEVEL_CANNOT_TELL)
    add_remedy (settlements, flags, flag);
  else
    for (guint bit = 0; bit < TENURE_N_MISSING && settlements->len < TENURE_SETTLE_MAX_MISSING; bit++)
      if (flag->missing & (G_GUINT64_CONSTANT (1) << bit))
        add_missing_field (settlements, flags, flag, bit);
  if (settlements->len == 0)
    add_show (settlements, flag);
  return settlements;
}
