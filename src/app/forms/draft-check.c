#include "config.h"
#include "app/forms/draft-check.h"

#include "analysis/contradictions.h"
#include "catalogue/identifier.h"

#include "base/i18n.h"

/* --- Records as facts ---------------------------------------------------------------------------------------- */

static guint
agreement_field (const char *name)
{
  return tenure_record_field_index (TENURE_RECORD_AGREEMENT, name);
}

static TenureValueBasis
get_basis (const TenureRecord *record)
{
  const char *basis = tenure_record_get_text_by_name (record, "value_basis");

  return g_strcmp0 (basis, "total") == 0    ? TENURE_BASIS_TOTAL
         : g_strcmp0 (basis, "annual") == 0 ? TENURE_BASIS_ANNUAL
                                            : TENURE_BASIS_UNKNOWN;
}

static TenurePaymentProfile
get_payment_profile (const TenureRecord *record)
{
  const char *profile = tenure_record_get_text_by_name (record, "payment_profile");

  return g_strcmp0 (profile, "advance") == 0        ? TENURE_PAID_ADVANCE
         : g_strcmp0 (profile, "part_advance") == 0 ? TENURE_PAID_PART_ADVANCE
         : g_strcmp0 (profile, "arrears") == 0      ? TENURE_PAID_ARREARS
         : g_strcmp0 (profile, "results") == 0      ? TENURE_PAID_RESULTS
                                                    : TENURE_PAID_UNKNOWN;
}

/* What contradictions, term, security and yearly value are about, and no more: nothing of other records. */
static TenureFactAgreement
agreement_fact (const TenureRecord *record)
{
  TenureFactAgreement fact = {
    .id = record->id,
    .provider = -1,
    .predecessor = -1,
    .lead = -1,
    .service = -1,
    .place = -1,
    .programme = -1,
    .owner = -1,
    .posts = -1,
    .key_person = tenure_record_get_reference (record, agreement_field ("key_person")) != TENURE_ID_NONE ? 0 : -1,
    .rests_on_one = (gint8) tenure_record_get_flag (record, agreement_field ("rests_on_one")),
    .key_cover = -1,
    .price_index = -1,
    .award_day = TENURE_DAY_NONE,
    .signed_day = TENURE_DAY_NONE,
    .decided = TENURE_DAY_NONE,
    .one_off = TENURE_FACT_UNKNOWN,
    .to_individual = TENURE_FACT_UNKNOWN,
    .funder_notice = tenure_record_get_duration (record, agreement_field ("funder_notice")),
    .provider_notice = tenure_record_get_duration (record, agreement_field ("provider_notice")),
    .funder_without_cause = (gint8) tenure_record_get_flag (record, agreement_field ("funder_without_cause")),
    .start = tenure_record_get_day (record, agreement_field ("start")),
    .end = tenure_record_get_day (record, agreement_field ("end")),
    .maximum_end = tenure_record_get_day (record, agreement_field ("maximum_end")),
    .terminated = tenure_record_get_day (record, agreement_field ("terminated")),
    .duration = tenure_record_get_duration (record, agreement_field ("duration")),
    .open_ended = (gint8) tenure_record_get_flag (record, agreement_field ("open_ended")),
    .basis = get_basis (record),
    .payment_profile = get_payment_profile (record),
    .currency = tenure_record_get_currency (record),
  };

  fact.value_known = tenure_record_get_integer (record, agreement_field ("value"), &fact.value_minor);
  fact.annual_known = tenure_record_get_integer (record, agreement_field ("annual_value"), &fact.annual_minor);
  return fact;
}

static TenureFactPayment
payment_fact (const TenureRecord *record)
{
  TenureFactPayment fact = {
    .id = record->id,
    .paid = tenure_record_get_day (record, tenure_record_field_index (TENURE_RECORD_PAYMENT, "paid")),
    .currency = tenure_record_get_currency (record),
  };

  tenure_record_get_integer (record, tenure_record_field_index (TENURE_RECORD_PAYMENT, "amount"), &fact.minor);
  return fact;
}

static TenureFactExtension
extension_fact (const TenureRecord *record)
{
  return (TenureFactExtension){
    .length = tenure_record_get_duration (record, tenure_record_field_index (TENURE_RECORD_EXTENSION, "length")),
    .exercised = tenure_record_get_day (record, tenure_record_field_index (TENURE_RECORD_EXTENSION, "exercised")),
    .id = record->id,
  };
}

/* Of an amount under an agreement: what is not stored yet is in the agreement's. */
static TenureCurrency
currency_below (const TenureRecord *record, TenureCurrency inherited)
{
  TenureCurrency own = tenure_record_get_currency (record);

  return own != TENURE_CURRENCY_NONE ? own : inherited;
}

static TenureFactVariation
variation_fact (const TenureRecord *record, TenureCurrency inherited)
{
  TenureFactVariation fact = {
    .id = record->id,
    .made = tenure_record_get_day (record, tenure_record_field_index (TENURE_RECORD_VARIATION, "made")),
    .currency = currency_below (record, inherited),
  };

  fact.price_known = tenure_record_get_integer (record, tenure_record_field_index (TENURE_RECORD_VARIATION, "price_change"),
                                                &fact.price_minor);
  return fact;
}

static TenureFactRate
uplift_fact (const TenureRecord *record)
{
  TenureFactRate fact = {
    .from_day = tenure_record_get_day (record, tenure_record_field_index (TENURE_RECORD_UPLIFT, "from_day")),
  };
  gint64 rate;

  if (tenure_record_get_integer (record, tenure_record_field_index (TENURE_RECORD_UPLIFT, "rate"), &rate))
    fact.rate_bp = (gint32) rate;
  return fact;
}

/* FALSE for one without an amount, as forms have while it is typed. */
static gboolean
get_instalment (const TenureRecord *record, TenureCurrency inherited, TenureFactInstalment *out_fact)
{
  out_fact->id = record->id;
  out_fact->due = tenure_record_get_day (record, tenure_record_field_index (TENURE_RECORD_INSTALMENT, "due"));
  out_fact->currency = currency_below (record, inherited);
  return tenure_record_get_integer (record, tenure_record_field_index (TENURE_RECORD_INSTALMENT, "amount"),
                                    &out_fact->minor);
}

/* @facts has room for all of @children of each type. */
static void
take_record (TenureFacts *facts, const TenureRecord *record)
{
  TenureCurrency currency = facts->agreements[0].currency;

  switch ((int) record->type)
    {
    case TENURE_RECORD_PAYMENT:
      facts->payments[facts->n_payments++] = payment_fact (record);
      break;
    case TENURE_RECORD_EXTENSION:
      facts->extensions[facts->n_extensions++] = extension_fact (record);
      break;
    case TENURE_RECORD_VARIATION:
      facts->variations[facts->n_variations++] = variation_fact (record, currency);
      break;
    case TENURE_RECORD_UPLIFT:
      facts->uplifts[facts->n_uplifts++] = uplift_fact (record);
      break;
    default:
      break;
    }
}

TenureFacts *
tenure_draft_facts_new (const TenureRecord *agreement, const GPtrArray *children)
{
  TenureFacts *facts = tenure_facts_new ();

  facts->agreements = g_new (TenureFactAgreement, 1);
  facts->n_agreements = 1;
  facts->agreements[0] = agreement_fact (agreement);
  facts->payments = g_new0 (TenureFactPayment, children->len);
  facts->extensions = g_new0 (TenureFactExtension, children->len);
  facts->variations = g_new0 (TenureFactVariation, children->len);
  facts->uplifts = g_new0 (TenureFactRate, children->len);
  for (guint i = 0; i < children->len; i++)
    take_record (facts, children->pdata[i]);
  facts->agreements[0].n_payments = facts->n_payments;
  facts->agreements[0].n_extensions = facts->n_extensions;
  facts->agreements[0].n_variations = facts->n_variations;
  facts->agreements[0].n_uplifts = facts->n_uplifts;
  return facts;
}

/* --- Agreements ---------------------------------------------------------------------------------------------- */

/* The drafts of a form as facts; the drafts behind each run, so that what is found leads back to them. */
typedef struct
{
  TenureFactAgreement agreement;
  GArray *funders, *extensions, *variations, *uplifts, *instalments;
  GPtrArray *funder_drafts, *extension_drafts, *instalment_drafts; /* lent */
  GHashTable *organisations;                                       /* id → index + 1 */
} Drafts;

static gint32
organisation_index (Drafts *drafts, TenureId id)
{
  gpointer found;

  if (id == TENURE_ID_NONE)
    return -1;
  found = g_hash_table_lookup (drafts->organisations, &id);
  if (found == NULL)
    {
      found = GINT_TO_POINTER (g_hash_table_size (drafts->organisations) + 1);
      g_hash_table_insert (drafts->organisations, g_memdup2 (&id, sizeof id), found);
    }
  return GPOINTER_TO_INT (found) - 1;
}

static void
take_funder (Drafts *drafts, TenureDraft *child)
{
  TenureFactFunder fact = {
    .organisation = organisation_index (
        drafts,
        tenure_record_get_reference (child->record, tenure_record_field_index (TENURE_RECORD_FUNDER, "organisation"))),
    .share_bp = -1,
  };
  gint64 share;

  if (tenure_record_get_integer (child->record, tenure_record_field_index (TENURE_RECORD_FUNDER, "share"), &share))
    fact.share_bp = (gint32) share;
  g_array_append_val (drafts->funders, fact);
  g_ptr_array_add (drafts->funder_drafts, child);
}

static void
take_extension (Drafts *drafts, TenureDraft *child)
{
  TenureFactExtension fact = extension_fact (child->record);

  g_array_append_val (drafts->extensions, fact);
  g_ptr_array_add (drafts->extension_drafts, child);
}

static void
take_instalment (Drafts *drafts, TenureDraft *child)
{
  TenureFactInstalment fact;

  if (!get_instalment (child->record, drafts->agreement.currency, &fact))
    return;
  g_array_append_val (drafts->instalments, fact);
  g_ptr_array_add (drafts->instalment_drafts, child);
}

static void
take_child (Drafts *drafts, TenureDraft *child)
{
  TenureFactVariation variation;
  TenureFactRate uplift;

  switch ((int) child->record->type)
    {
    case TENURE_RECORD_FUNDER:
      take_funder (drafts, child);
      break;
    case TENURE_RECORD_EXTENSION:
      take_extension (drafts, child);
      break;
    case TENURE_RECORD_INSTALMENT:
      take_instalment (drafts, child);
      break;
    case TENURE_RECORD_VARIATION:
      variation = variation_fact (child->record, drafts->agreement.currency);
      g_array_append_val (drafts->variations, variation);
      break;
    case TENURE_RECORD_UPLIFT:
      uplift = uplift_fact (child->record);
      g_array_append_val (drafts->uplifts, uplift);
      break;
    default:
      break;
    }
}

static void
drafts_init (Drafts *drafts, const TenureDraft *agreement)
{
  *drafts = (Drafts){
    .agreement = agreement_fact (agreement->record),
    .funders = g_array_new (FALSE, FALSE, sizeof (TenureFactFunder)),
    .extensions = g_array_new (FALSE, FALSE, sizeof (TenureFactExtension)),
    .variations = g_array_new (FALSE, FALSE, sizeof (TenureFactVariation)),
    .uplifts = g_array_new (FALSE, FALSE, sizeof (TenureFactRate)),
    .instalments = g_array_new (FALSE, FALSE, sizeof (TenureFactInstalment)),
    .funder_drafts = g_ptr_array_new (),
    .extension_drafts = g_ptr_array_new (),
    .instalment_drafts = g_ptr_array_new (),
    .organisations = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
  };
  for (guint i = 0; i < agreement->children->len; i++)
    {
      TenureDraft *child = agreement->children->pdata[i];

      if (!tenure_draft_is_void (child))
        take_child (drafts, child);
    }
  drafts->agreement.n_funders = drafts->funders->len;
  drafts->agreement.n_extensions = drafts->extensions->len;
  drafts->agreement.n_variations = drafts->variations->len;
  drafts->agreement.n_uplifts = drafts->uplifts->len;
  drafts->agreement.n_instalments = drafts->instalments->len;
}

static void
drafts_clear (Drafts *drafts)
{
  g_array_unref (drafts->funders);
  g_array_unref (drafts->extensions);
  g_array_unref (drafts->variations);
  g_array_unref (drafts->uplifts);
  g_array_unref (drafts->instalments);
  g_ptr_array_unref (drafts->funder_drafts);
  g_ptr_array_unref (drafts->extension_drafts);
  g_ptr_array_unref (drafts->instalment_drafts);
  g_hash_table_unref (drafts->organisations);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drafts, drafts_clear)

TenureFacts *
tenure_draft_agreement_facts_new (const TenureDraft *agreement)
{
  TenureFacts *facts = tenure_facts_new ();
  g_auto (Drafts) drafts = { 0 };

  drafts_init (&drafts, agreement);
  facts->agreements = g_memdup2 (&drafts.agreement, sizeof drafts.agreement);
  facts->n_agreements = 1;
  facts->agreements[0].n_funders = facts->agreements[0].n_variations = 0;
  facts->agreements[0].n_uplifts = facts->agreements[0].n_instalments = 0;
  facts->n_extensions = drafts.extensions->len;
  facts->extensions = g_memdup2 (drafts.extensions->data, drafts.extensions->len * sizeof (TenureFactExtension));
  return facts;
}

static const TenureDraft *
draft_of (const Drafts *drafts, const TenureDraft *agreement, const TenureContradiction *contradiction)
{
  switch ((int) contradiction->record_type)
    {
    case TENURE_RECORD_FUNDER:
      return drafts->funder_drafts->pdata[contradiction->index];
    case TENURE_RECORD_EXTENSION:
      return drafts->extension_drafts->pdata[contradiction->index];
    case TENURE_RECORD_INSTALMENT:
      return drafts->instalment_drafts->pdata[contradiction->index];
    default:
      return agreement;
    }
}

/* @draft is @agreement or a child of it. */
static char *
dup_of_agreement (const TenureDraft *agreement, const TenureDraft *draft, const char *field)
{
  g_auto (Drafts) drafts = { 0 };
  TenureAgreementParts parts;
  g_autoptr (GPtrArray) found = NULL;

  drafts_init (&drafts, agreement);
  parts = (TenureAgreementParts){
    .agreement = &drafts.agreement,
    .funders = (const TenureFactFunder *) drafts.funders->data,
    .extensions = (const TenureFactExtension *) drafts.extensions->data,
    .variations = (const TenureFactVariation *) drafts.variations->data,
    .uplifts = (const TenureFactRate *) drafts.uplifts->data,
    .instalments = (const TenureFactInstalment *) drafts.instalments->data,
  };
  found = tenure_contradictions_find (&parts);
  for (guint i = 0; i < found->len; i++)
    {
      TenureContradiction *contradiction = found->pdata[i];

      if (g_str_equal (contradiction->field, field) && draft_of (&drafts, agreement, contradiction) == draft)
        return g_steal_pointer (&contradiction->message);
    }
  return NULL;
}

/* --- Payments ------------------------------------------------------------------------------------------------ */

/* The payments that are stored and this one: together they must not pass the award. */
static char *
dup_of_payment (const TenureDraft *draft)
{
  TenureFactAgreement agreement;
  TenureAgreementParts parts;
  g_autoptr (GArray) payments = NULL;
  g_autoptr (GPtrArray) found = NULL;
  TenureFactPayment own = payment_fact (draft->record);

  if (draft->under == NULL
      || tenure_record_get_reference (draft->record, tenure_record_field_index (TENURE_RECORD_PAYMENT, "agreement"))
             != draft->under->agreements[0].id)
    return NULL;
  payments = g_array_new (FALSE, FALSE, sizeof (TenureFactPayment));
  for (guint i = 0; i < draft->under->n_payments; i++)
    if (draft->under->payments[i].id != draft->record->id)
      g_array_append_val (payments, draft->under->payments[i]);
  g_array_append_val (payments, own);
  agreement = draft->under->agreements[0];
  agreement.n_payments = payments->len;
  parts = tenure_agreement_parts (draft->under, 0);
  parts.agreement = &agreement;
  parts.payments = (const TenureFactPayment *) payments->data;
  found = tenure_contradictions_find (&parts);
  for (guint i = 0; i < found->len; i++)
    {
      TenureContradiction *contradiction = found->pdata[i];

      if (contradiction->record_type == TENURE_RECORD_PAYMENT)
        return g_steal_pointer (&contradiction->message);
    }
  return NULL;
}

/* --- Amounts ------------------------------------------------------------------------------------------------- */

static char *
dup_of_amount (const TenureDraft *draft, guint field)
{
  const TenureField *def = &tenure_record_def (draft->record->type)->fields[field];
  gint64 minor;

  if (def->type != TENURE_FIELD_MONEY || !tenure_record_get_integer (draft->record, field, &minor))
    return NULL;
  if (minor < 0 && (def->flags & TENURE_FIELD_BELOW_ZERO) == 0)
    return g_strdup (_ ("This is below zero. Remove the minus sign if that is not meant."));
  if (minor == 0 && (g_str_equal (def->name, "value") || g_str_equal (def->name, "annual_value")))
    return g_strdup (_ ("Zero says that nothing is paid. Leave the amount blank while it is not known."));
  return NULL;
}

/* --- Other records ------------------------------------------------------------------------------------------- */

static char *
dup_of_identifier (const TenureDraft *draft)
{
  const char *scheme = tenure_record_get_text_by_name (draft->record, "scheme");
  const char *value = tenure_record_get_text_by_name (draft->record, "value");

  return scheme != NULL && value != NULL ? tenure_identifier_dup_fault (scheme, value) : NULL;
}

/* The first days of spans, by their last. */
static int
first_of (TenureRecordType type, guint field)
{
  static const struct
  {
    TenureRecordType type;
    const char *first, *last;
  } spans[] = {
    { TENURE_RECORD_AGREEMENT, "start", "end" },         { TENURE_RECORD_AGREEMENT, "start", "terminated" },
    { TENURE_RECORD_AGREEMENT, "start", "maximum_end" }, { TENURE_RECORD_ORGANISATION, "opened", "closed" },
    { TENURE_RECORD_BOARD, "from_day", "to_day" },       { TENURE_RECORD_SEAT, "established", "abolished" },
    { TENURE_RECORD_APPOINTMENT, "from_day", "to_day" }, { TENURE_RECORD_FORMER_NAME, "from_day", "to_day" },
    { TENURE_RECORD_CONTACT, "from_day", "to_day" },     { TENURE_RECORD_OUTCOME, "from_day", "to_day" },
    { TENURE_RECORD_REFERRALS, "from_day", "to_day" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    if (spans[i].type == type && tenure_record_field_index (type, spans[i].last) == field)
      return (int) tenure_record_field_index (type, spans[i].first);
  return -1;
}

/* A last day before its first. */
static char *
dup_of_span (const TenureDraft *draft, guint field)
{
  const TenureRecordDef *def = tenure_record_def (draft->record->type);
  int first = first_of (def->type, field);
  g_autofree char *label = NULL;
  TenureDay from, to;

  if (first < 0)
    return NULL;
  from = tenure_record_get_day (draft->record, (guint) first);
  to = tenure_record_get_day (draft->record, field);
  if (!tenure_day_is_known (from) || !tenure_day_is_known (to) || to >= from)
    return NULL;
  label = tenure_day_dup_label (from);
  /* Translators: the label of a date field and its value: Before “Start”, 1 Apr 2026. */
  return g_strdup_printf (_ ("Before “%s”, %s."), _ (def->fields[first].label), label);
}

gboolean
tenure_draft_read (const TenureDraft *draft, guint field, const char *text, TenureFieldReading *out_reading, GError **error)
{
  TenureRecordType type = draft->record->type;
  TenureCurrency currency = tenure_record_get_currency (draft->record);
  int first = first_of (type, field);

  if (first < 0)
    return tenure_field_text_read (type, field, text, currency, out_reading, error);
  return tenure_field_text_read_last (type, field, text, currency, tenure_record_get_day (draft->record, (guint) first),
                                      out_reading, error);
}

static char *
dup_of_record (const TenureDraft *draft, guint field)
{
  const char *name = tenure_record_def (draft->record->type)->fields[field].name;

  switch ((int) draft->record->type)
    {
    case TENURE_RECORD_AGREEMENT:
      return dup_of_agreement (draft, draft, name);
    case TENURE_RECORD_FUNDER:
    case TENURE_RECORD_EXTENSION:
    case TENURE_RECORD_INSTALMENT:
      return draft->parent != NULL ? dup_of_agreement (draft->parent, draft, name) : NULL;
    case TENURE_RECORD_PAYMENT:
      return g_str_equal (name, "amount") ? dup_of_payment (draft) : NULL;
    case TENURE_RECORD_IDENTIFIER:
      return g_str_equal (name, "value") ? dup_of_identifier (draft) : NULL;
    default:
      return dup_of_span (draft, field);
    }
}

char *
tenure_draft_dup_contradiction (const TenureDraft *draft, guint field)
{
  char *found = dup_of_record (draft, field);

  return found != NULL ? found : dup_of_amount (draft, field);
}
