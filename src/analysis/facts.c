#include "config.h"
#include "analysis/facts.h"

#include "base/i18n.h"
#include "base/text.h"

#include <string.h>

/* One block of the string chunk: a few hundred names. */
#define STRINGS_BLOCK_BYTES (64 * 1024)

TenureFacts *
tenure_facts_new (void)
{
  TenureFacts *facts = g_new0 (TenureFacts, 1);

  facts->strings = g_string_chunk_new (STRINGS_BLOCK_BYTES);
  return facts;
}

void
tenure_facts_free (TenureFacts *facts)
{
  if (facts == NULL)
    return;
  g_free (facts->organisations);
  g_free (facts->agreements);
  g_free (facts->funders);
  g_free (facts->extensions);
  g_free (facts->boards);
  g_free (facts->seats);
  g_free (facts->appointments);
  g_free (facts->persons);
  g_free (facts->exemptions);
  g_free (facts->snoozes);
  g_free (facts->rule_settings);
  g_free (facts->usual_terms);
  g_free (facts->variations);
  g_free (facts->uplifts);
  g_free (facts->costs);
  g_free (facts->payments);
  g_free (facts->instalments);
  g_free (facts->outcomes);
  g_free (facts->referrals);
  g_free (facts->price_indexes);
  g_free (facts->rates);
  g_free (facts->accounts);
  g_free (facts->other_incomes);
  g_free (facts->contacts);
  tenure_participation_facts_clear (&facts->participation);
  g_free (facts->services);
  g_free (facts->places);
  g_free (facts->programmes);
  g_free (facts->owners);
  g_string_chunk_free (facts->strings);
  if (facts->more_strings != NULL)
    g_string_chunk_free (facts->more_strings);
  g_free (facts);
}

/* A place more than there are, so that an empty array has an address, too. */
static gpointer
copy_array (gconstpointer records, guint n, gsize size)
{
  gpointer copy = g_malloc_n ((gsize) n + 1, size);

  if (n > 0)
    memcpy (copy, records, n * size);
  return copy;
}

#define COPY(name) copy->name = copy_array (facts->name, facts->n_##name, sizeof *facts->name)

TenureFacts *
tenure_facts_copy (const TenureFacts *facts)
{
  TenureFacts *copy;

  g_return_val_if_fail (facts != NULL, NULL);

  copy = g_new (TenureFacts, 1);
  *copy = *facts;
  copy->strings = g_string_chunk_new (STRINGS_BLOCK_BYTES);
  copy->more_strings = NULL;
  COPY (organisations);
  COPY (agreements);
  COPY (funders);
  COPY (extensions);
  COPY (boards);
  COPY (seats);
  COPY (appointments);
  COPY (persons);
  COPY (exemptions);
  COPY (snoozes);
  COPY (rule_settings);
  COPY (usual_terms);
  COPY (variations);
  COPY (uplifts);
  COPY (costs);
  COPY (payments);
  COPY (instalments);
  COPY (outcomes);
  COPY (referrals);
  COPY (price_indexes);
  COPY (rates);
  COPY (accounts);
  COPY (other_incomes);
  COPY (contacts);
  copy->participation = tenure_participation_facts_copy (&facts->participation);
  COPY (services);
  COPY (places);
  COPY (programmes);
  COPY (owners);
  return copy;
}

#undef COPY

/* Of @n records of @size bytes that begin with the index of their agreement and are sorted by it: the first that is not
 * before @agreement. */
static guint
find_first (gconstpointer records, guint n, gsize size, guint agreement)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (*(const guint32 *) (gconstpointer) ((const char *) records + middle * size) < agreement)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const TenureFactOutcome *
tenure_facts_get_outcomes (const TenureFacts *facts, guint agreement, guint *out_n)
{
  guint first = find_first (facts->outcomes, facts->n_outcomes, sizeof (TenureFactOutcome), agreement);

  *out_n = find_first (facts->outcomes, facts->n_outcomes, sizeof (TenureFactOutcome), agreement + 1) - first;
  return *out_n > 0 ? &facts->outcomes[first] : NULL;
}

const TenureFactReferrals *
tenure_facts_get_referrals (const TenureFacts *facts, guint agreement, guint *out_n)
{
  guint first = find_first (facts->referrals, facts->n_referrals, sizeof (TenureFactReferrals), agreement);

  *out_n = find_first (facts->referrals, facts->n_referrals, sizeof (TenureFactReferrals), agreement + 1) - first;
  return *out_n > 0 ? &facts->referrals[first] : NULL;
}

int
tenure_facts_find_agreement (const TenureFacts *facts, TenureId id)
{
  g_return_val_if_fail (facts != NULL, -1);

  return tenure_id_find (facts->agreements, facts->n_agreements, sizeof (TenureFactAgreement), id, NULL);
}

int
tenure_facts_find_organisation (const TenureFacts *facts, TenureId id)
{
  g_return_val_if_fail (facts != NULL, -1);

  return tenure_id_find (facts->organisations, facts->n_organisations, sizeof (TenureFactOrganisation), id, NULL);
}

int
tenure_facts_find_board (const TenureFacts *facts, TenureId id)
{
  g_return_val_if_fail (facts != NULL, -1);

  return tenure_id_find (facts->boards, facts->n_boards, sizeof (TenureFactBoard), id, NULL);
}

int
tenure_facts_find_person (const TenureFacts *facts, TenureId id)
{
  g_return_val_if_fail (facts != NULL, -1);

  return tenure_id_find (facts->persons, facts->n_persons, sizeof (TenureFactPerson), id, NULL);
}

int
tenure_facts_find_contact (const TenureFacts *facts, TenureId id)
{
  g_return_val_if_fail (facts != NULL, -1);

  return tenure_id_find (facts->contacts, facts->n_contacts, sizeof (TenureFactContact), id, NULL);
}

int
tenure_facts_find_seat (const TenureFacts *facts, TenureId id)
{
  g_return_val_if_fail (facts != NULL, -1);

  for (guint i = 0; i < facts->n_seats; i++)
    if (facts->seats[i].id == id)
      return (int) i;
  return -1;
}

const char *
tenure_facts_get_provider_beside_title (const TenureFacts *facts, guint agreement)
{
  const TenureFactAgreement *fact;
  const char *name;

  g_return_val_if_fail (facts != NULL && agreement < facts->n_agreements, NULL);

  fact = &facts->agreements[agreement];
  name = fact->provider >= 0 ? facts->organisations[fact->provider].name : NULL;
  return tenure_text_is_same (name, fact->title) ? NULL : name;
}

const char *
tenure_facts_get_agreement_title (const TenureFacts *facts, guint agreement)
{
  const TenureFactAgreement *fact;

  g_return_val_if_fail (facts != NULL && agreement < facts->n_agreements, NULL);

  fact = &facts->agreements[agreement];
  if (fact->title != NULL)
    return fact->title;
  return fact->reference != NULL ? fact->reference : _ ("Agreement without a name");
}

char *
tenure_facts_dup_agreement_name (const TenureFacts *facts, guint agreement)
{
  const char *title = tenure_facts_get_agreement_title (facts, agreement);
  const char *provider = tenure_facts_get_provider_beside_title (facts, agreement);

  if (provider == NULL)
    return g_strdup (title);
  /* Translators: a provider and what the agreement with it is called. */
  return g_strdup_printf (_ ("%s: %s"), provider, title);
}
