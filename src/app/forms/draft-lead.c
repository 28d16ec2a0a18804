#include "config.h"
#include "app/forms/draft-lead.h"

#include "analysis/contradictions.h"
#include "app/forms/draft-check.h"
#include "store/query.h"

#include "base/i18n.h"

#define FIELD(name) tenure_record_field_index (TENURE_RECORD_AGREEMENT, name)

struct _TenureDraftLead
{
  const TenureDraft *agreement;
  TenureReader *reader;

  GPtrArray *subs;     /* of TenureFacts: the agreements stored under this one */
  TenureId above;      /* the lead for which the two below were read; NONE when there is none */
  TenureFacts *lead;   /* NULL where there is none */
  GPtrArray *siblings; /* of TenureFacts: the others under the lead */
};

/* --- What is stored ------------------------------------------------------------------------------------------- */

/* One agreement with its options, as facts; NULL where it is gone. */
static TenureFacts *
read_agreement (TenureReader *reader, TenureId id)
{
  g_autoptr (TenureRecord) record = tenure_reader_load (reader, TENURE_RECORD_AGREEMENT, id, NULL);
  g_autoptr (GPtrArray) options = NULL;

  if (record != NULL)
    options = tenure_reader_load_children (reader, TENURE_RECORD_EXTENSION, id, NULL);
  return options != NULL ? tenure_draft_facts_new (record, options) : NULL;
}

/* Those directly under @lead but for @except. */
static GPtrArray *
read_under (TenureReader *reader, TenureId lead, TenureId except)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) tenure_facts_free);
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_AGREEMENT);
  TenureValue value = TENURE_VALUE_OF_INTEGER (lead);
  g_autoptr (GArray) ids = NULL;

  tenure_query_filter (query, FIELD ("lead_agreement"), TENURE_FILTER_IS, &value, 1);
  ids = tenure_query_run (query, reader, NULL);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      TenureId id = g_array_index (ids, TenureId, i);
      TenureFacts *facts = id != except ? read_agreement (reader, id) : NULL;

      if (facts != NULL)
        g_ptr_array_add (found, facts);
    }
  return found;
}

static void
forget_lead (TenureDraftLead *self)
{
  g_clear_pointer (&self->lead, tenure_facts_free);
  g_clear_pointer (&self->siblings, g_ptr_array_unref);
}

/* An agreement under itself is a fault of another kind. */
static void
follow_lead (TenureDraftLead *self)
{
  TenureId own = self->agreement->record->id;
  TenureId above = tenure_record_get_reference (self->agreement->record, FIELD ("lead_agreement"));

  if (above == self->above)
    return;
  forget_lead (self);
  self->above = above;
  if (above == TENURE_ID_NONE || above == own)
    return;
  self->lead = read_agreement (self->reader, above);
  self->siblings = read_under (self->reader, above, own);
}

TenureDraftLead *
tenure_draft_lead_new (const TenureDraft *agreement, TenureReader *reader)
{
  TenureDraftLead *self = g_new0 (TenureDraftLead, 1);
  TenureId own = agreement->record->id;

  self->agreement = agreement;
  self->reader = reader;
  self->above = TENURE_ID_NONE;
  self->subs = agreement->original != NULL ? read_under (reader, own, own) : g_ptr_array_new ();
  return self;
}

void
tenure_draft_lead_free (TenureDraftLead *self)
{
  if (self == NULL)
    return;
  forget_lead (self);
  g_ptr_array_unref (self->subs);
  g_free (self);
}

/* --- Together ------------------------------------------------------------------------------------------------- */

/* One agreement of @from, with its options, is put among @to, directly under agreement @lead; -1: under none. */
static void
put (TenureFacts *to, const TenureFacts *from, gint32 lead)
{
  TenureFactAgreement *agreement = &to->agreements[to->n_agreements++];

  *agreement = from->agreements[0];
  agreement->lead = lead;
  agreement->first_extension = to->n_extensions;
  agreement->n_funders = agreement->n_payments = agreement->n_variations = 0;
  agreement->n_uplifts = agreement->n_instalments = 0;
  to->extensions = g_renew (TenureFactExtension, to->extensions, to->n_extensions + from->n_extensions);
  for (guint i = 0; i < from->n_extensions; i++)
    to->extensions[to->n_extensions++] = from->extensions[i];
}

/* @upper, and under it @own (nullable) and @others. */
static TenureFacts *
put_together (const TenureFacts *upper, const TenureFacts *own, const GPtrArray *others)
{
  TenureFacts *facts = tenure_facts_new ();

  facts->agreements = g_new (TenureFactAgreement, others->len + 2);
  put (facts, upper, -1);
  if (own != NULL)
    put (facts, own, 0);
  for (guint i = 0; i < others->len; i++)
    put (facts, others->pdata[i], 0);
  return facts;
}

/* What is found of agreement @index, under which all but the first are where it is the first. */
static GPtrArray *
find (const TenureFacts *facts, guint index)
{
  g_autoptr (TenureTerms) terms = tenure_terms_new (facts, tenure_day_today (), NULL);
  g_autofree guint32 *subs = g_new (guint32, facts->n_agreements);
  guint n = 0;

  for (guint32 i = 1; index == 0 && i < facts->n_agreements; i++)
    subs[n++] = i;
  return tenure_contradictions_find_passed_on (terms, index, subs, n);
}

static char *
steal_message (GPtrArray *found, const char *code)
{
  for (guint i = 0; i < found->len; i++)
    {
      TenureContradiction *contradiction = found->pdata[i];

      if (g_str_equal (contradiction->code, code))
        return g_steal_pointer (&contradiction->message);
    }
  return NULL;
}

/* --- In words ------------------------------------------------------------------------------------------------- */

/* That it runs on after its lead. */
static char *
dup_after_lead (TenureDraftLead *self, const TenureFacts *own)
{
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (self->lead == NULL)
    return NULL;
  facts = put_together (self->lead, own, self->siblings);
  found = find (facts, 1);
  return steal_message (found, "sub-after-lead");
}

static const char *
lead_title (TenureDraftLead *self)
{
  const TenureRecord *record = self->agreement->record;
  guint field = FIELD ("lead_agreement");

  return record->titles != NULL && record->titles[field] != NULL ? record->titles[field] : _ ("The agreement above it");
}

/* That the lead passes on more than it has, this one included. */
static char *
dup_above_lead (TenureDraftLead *self, const TenureFacts *own)
{
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *message = NULL;

  if (self->lead == NULL)
    return NULL;
  facts = put_together (self->lead, own, self->siblings);
  found = find (facts, 0);
  message = steal_message (found, "subs-above-lead");
  if (message == NULL)
    return NULL;
  /* Translators: the title of the lead agreement, and a sentence that says how much it passes on and has. */
  return g_strdup_printf (_ ("“%1$s” passes on more than it has. %2$s"), lead_title (self), message);
}

/* That it passes on more than it has itself. */
static char *
dup_above_own (TenureDraftLead *self, const TenureFacts *own)
{
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (self->subs->len == 0)
    return NULL;
  facts = put_together (own, NULL, self->subs);
  found = find (facts, 0);
  return steal_message (found, "subs-above-lead");
}

char *
tenure_draft_lead_dup_contradiction (TenureDraftLead *self, guint field)
{
  const TenureRecord *record = self->agreement->record;
  guint of_end = tenure_record_is_known (record, FIELD ("end")) ? FIELD ("end") : FIELD ("lead_agreement");
  guint of_value = tenure_record_is_known (record, FIELD ("value")) ? FIELD ("value") : FIELD ("annual_value");
  g_autoptr (TenureFacts) own = NULL;
  char *words;

  if (field != of_end && field != of_value)
    return NULL;
  follow_lead (self);
  own = tenure_draft_agreement_facts_new (self->agreement);
  if (field == of_end)
    return dup_after_lead (self, own);
  words = dup_above_own (self, own);
  return words != NULL ? words : dup_above_lead (self, own);
}
