/* Random documents against a slow, obvious version of each rule of docs/domain.md, section 3: one function a rule, written
 * from its row. Everything that a rule asks for is recorded here; what it says of what is not recorded is tried in
 * test-possible-worlds.c. Terms, renewals and days of a document bear on each other, as those of single records do not. */

#include "analysis/analysis.h"

#include "judged.h"
#include "random-facts.h"

#define ROUNDS 120
#define MAX_AGREEMENTS 30
#define N_VOLUNTARY 4 /* of the providers */
#define N_PROVIDERS 6
#define N_FUNDERS 3
#define N_SERVICES 2

typedef struct
{
  const TenureFacts *facts;
  const TenureTerms *terms;
  TenureDay t;
} World;

static int
roll (int from, int to)
{
  return g_test_rand_int_range (from, to + 1);
}

static TenureDay
day_near (TenureDay t, int before, int after)
{
  return t + roll (-before, after);
}

/* --- Slow versions: days --- */

static gboolean
has_no_end (const TenureFactAgreement *agreement)
{
  return agreement->open_ended == TENURE_FACT_YES && !tenure_day_is_known (agreement->terminated);
}

/* The last day for which funding is promised. */
static TenureDay
end_of (const World *world, const TenureFactAgreement *agreement)
{
  TenureDay after = tenure_day_is_known (agreement->end) ? agreement->end + 1 : TENURE_DAY_MAX;

  for (guint i = 0; i < agreement->n_extensions && after < TENURE_DAY_MAX; i++)
    {
      const TenureFactExtension *extension = &world->facts->extensions[agreement->first_extension + i];

      if (tenure_day_is_known (extension->exercised) && extension->exercised <= world->t)
        after = tenure_day_add_months (after, extension->length.months);
    }
  if (tenure_day_is_known (agreement->terminated) && agreement->terminated < after - 1)
    return agreement->terminated;
  return after - 1;
}

/* No more than @months from the first day to the last; an anniversary counts as exactly so many. */
static gboolean
lasts_at_most (TenureDay start, TenureDay last, int months)
{
  return last + 1 <= tenure_day_add_months (start, months) || last == tenure_day_add_months (start, months);
}

static gboolean
lasts_less (TenureDay start, TenureDay last, int months)
{
  return last + 1 < tenure_day_add_months (start, months) && last != tenure_day_add_months (start, months);
}

static gboolean
is_over (const World *world, const TenureFactAgreement *agreement)
{
  return !has_no_end (agreement) && end_of (world, agreement) < world->t;
}

static gboolean
is_term (const World *world, const TenureFactAgreement *agreement)
{
  return !has_no_end (agreement) && end_of (world, agreement) >= agreement->start;
}

static gboolean
runs (const World *world, const TenureFactAgreement *agreement)
{
  return agreement->start <= world->t && !is_over (world, agreement);
}

static gboolean
is_in_scope (const World *world, const TenureFactAgreement *agreement)
{
  return world->facts->organisations[agreement->provider].vcs == TENURE_FACT_YES;
}

/* A signed successor has begun, or begins on the day after the end at the latest. */
static gboolean
is_covered (const World *world, gint32 index)
{
  const TenureFactAgreement *agreement = &world->facts->agreements[index];

  for (guint i = 0; i < world->facts->n_agreements; i++)
    {
      const TenureFactAgreement *next = &world->facts->agreements[i];

      if (next->predecessor == index && next->signed_day <= world->t
          && next->start <= MAX (world->t, end_of (world, agreement) + 1))
        return TRUE;
    }
  return FALSE;
}

/* --- Slow versions: what rules say of an agreement that is planned or running, unless its own line says otherwise --- */

static gboolean
is_meant_short (const TenureFactAgreement *agreement)
{
  return agreement->one_off == TENURE_FACT_YES || agreement->kind == TENURE_KIND_SPOT
         || agreement->kind == TENURE_KIND_CITIZEN_DIRECTED;
}

static TenureLevel
level_of_t1 (const World *world, gint32 index)
{
  const TenureFactAgreement *agreement = &world->facts->agreements[index];

  if (is_meant_short (agreement))
    return TENURE_LEVEL_NONE;
  if (has_no_end (agreement))
    return agreement->funder_notice.months <= 12 ? TENURE_LEVEL_RED : TENURE_LEVEL_NONE;
  return lasts_at_most (agreement->start, end_of (world, agreement), 12) ? TENURE_LEVEL_RED : TENURE_LEVEL_NONE;
}

/* Open-ended funding never counts as long-term: above 12 months' notice it is below multi-year. */
static TenureLevel
level_of_t2 (const World *world, gint32 index)
{
  const TenureFactAgreement *agreement = &world->facts->agreements[index];

  if (is_meant_short (agreement) || level_of_t1 (world, index) != TENURE_LEVEL_NONE)
    return TENURE_LEVEL_NONE;
  if (has_no_end (agreement))
    return TENURE_LEVEL_AMBER;
  return lasts_less (agreement->start, end_of (world, agreement), 36) ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

/* An option that nobody has taken up is there to be mistaken for term, unless the end was cut short. */
static TenureLevel
level_of_t3 (const World *world, gint32 index)
{
  const TenureFactAgreement *agreement = &world->facts->agreements[index];

  for (guint i = 0; i < agreement->n_extensions && !tenure_day_is_known (agreement->terminated); i++)
    {
      TenureDay exercised = world->facts->extensions[agreement->first_extension + i].exercised;

      if (!tenure_day_is_known (exercised) || exercised > world->t)
        return TENURE_LEVEL_NOTE;
    }
  return TENURE_LEVEL_NONE;
}

/* Whether @next follows @before at most 31 days later, with the same provider and for the same service. */
static gboolean
rolls_over (const World *world, gint32 before, gint32 next)
{
  const TenureFactAgreement *a = &world->facts->agreements[before], *b = &world->facts->agreements[next];
  TenureDay gap;

  if (before == next || a->provider != b->provider || a->service != b->service || !is_term (world, a))
    return FALSE;
  gap = b->start - (end_of (world, a) + 1);
  return b->predecessor == before ? gap <= 31 : b->predecessor < 0 && gap >= -1 && gap <= 31;
}

static gboolean
is_short (const World *world, gint32 index)
{
  const TenureFactAgreement *agreement = &world->facts->agreements[index];

  return is_term (world, agreement) && lasts_at_most (agreement->start, end_of (world, agreement), 12);
}

static TenureLevel
level_of_t4 (const World *world, gint32 index)
{
  for (guint i = 0; i < world->facts->n_agreements && is_short (world, index); i++)
    if (is_short (world, (gint32) i) && rolls_over (world, (gint32) i, index))
      return TENURE_LEVEL_RED;
  return TENURE_LEVEL_NONE;
}

static TenureLevel
level_of_t5 (const World *world, gint32 index)
{
  const TenureFactAgreement *agreement = &world->facts->agreements[index];
  const TenureFactAgreement *before = agreement->predecessor >= 0 ? &world->facts->agreements[agreement->predecessor] : NULL;
  gboolean gap = before != NULL && !has_no_end (before) && agreement->start > end_of (world, before) + 1;
  TenureDay signature = agreement->signed_day <= world->t ? agreement->signed_day : world->t;

  return gap || signature > agreement->start ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

static TenureLevel
level_of_n1 (const World *world, gint32 index)
{
  const TenureFactAgreement *agreement = &world->facts->agreements[index];

  return agreement->funder_without_cause == TENURE_FACT_YES && agreement->funder_notice.months < 3 ? TENURE_LEVEL_RED
                                                                                                  : TENURE_LEVEL_NONE;
}

/* Also of what has ended. */
static TenureLevel
level_of_n2 (const World *world, gint32 index)
{
  const TenureFactAgreement *agreement = &world->facts->agreements[index];
  TenureDay end = end_of (world, agreement);

  if (has_no_end (agreement) || agreement->start > world->t || is_covered (world, index)
      || agreement->renewal == TENURE_RENEWAL_RENEWED || agreement->renewal == TENURE_RENEWAL_NOT_RENEWING
      || tenure_day_is_known (agreement->terminated))
    return TENURE_LEVEL_NONE;
  if (end < world->t)
    return agreement->renewal == TENURE_RENEWAL_UNKNOWN ? TENURE_LEVEL_CANNOT_TELL : TENURE_LEVEL_RED;
  if (end + 1 < tenure_day_add_months (world->t, 3))
    return TENURE_LEVEL_RED;
  if (end + 1 < tenure_day_add_months (world->t, 6))
    return TENURE_LEVEL_AMBER;
  return end + 1 < tenure_day_add_months (world->t, 12) ? TENURE_LEVEL_NOTE : TENURE_LEVEL_NONE;
}

static TenureLevel
level_of_p1 (const World *world, gint32 index)
{
  const TenureFactAgreement *agreement = &world->facts->agreements[index];

  for (guint i = 0; i < agreement->n_payments; i++)
    {
      const TenureFactPayment *payment = &world->facts->payments[agreement->first_payment + i];
      gboolean paid = tenure_day_is_known (payment->paid) && payment->paid <= world->t;

      if ((paid ? payment->paid : world->t) - payment->invoiced > 30)
        return TENURE_LEVEL_RED;
    }
  return TENURE_LEVEL_NONE;
}

/* Terms and rates begin on 1 April here, and each year has an uplift on its first day. Products of whole numbers, so that
 * nothing is rounded. */
static TenureLevel
level_of_p2 (const World *world, gint32 index)
{
  const TenureFactAgreement *agreement = &world->facts->agreements[index];
  __int128 price = 1, prices = 1;
  int year = 0;

  if (agreement->start > world->t || tenure_day_add_months (agreement->start, 12) > world->t)
    return TENURE_LEVEL_NONE;
  if (agreement->price_index < 0)
    return TENURE_LEVEL_CANNOT_TELL;
  for (guint i = 0; i < agreement->n_uplifts && world->facts->uplifts[agreement->first_uplift + i].from_day <= world->t; i++)
    price *= 10000 + world->facts->uplifts[agreement->first_uplift + i].rate_bp;
  for (; tenure_day_add_months (agreement->start, 12 * (year + 1)) <= world->t; year++)
    for (guint i = 0; i < world->facts->n_rates; i++)
      if (world->facts->rates[i].from_day == tenure_day_add_months (agreement->start, 12 * year))
        prices *= 10000 + world->facts->rates[i].rate_bp;
  return price * 100 < prices * 95 ? TENURE_LEVEL_RED : price < prices ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

static TenureLevel
level_of_p3 (const World *world, gint32 index)
{
  const TenureFactAgreement *agreement = &world->facts->agreements[index];

  return agreement->value_minor + agreement->other_funding_minor < agreement->full_cost_minor ? TENURE_LEVEL_RED
                                                                                             : TENURE_LEVEL_NONE;
}

static TenureLevel
level_of_p4 (const World *world, gint32 index)
{
  const TenureFactAgreement *agreement = &world->facts->agreements[index];
  gboolean waits = agreement->payment_profile == TENURE_PAID_ARREARS || agreement->payment_profile == TENURE_PAID_RESULTS;

  return waits && world->facts->organisations[agreement->provider].accounts.income_minor < 100000 * 100
             ? TENURE_LEVEL_AMBER
             : TENURE_LEVEL_NONE;
}

static TenureLevel
level_of_v1 (const World *world, gint32 index)
{
  const TenureFactAgreement *agreement = &world->facts->agreements[index];

  for (guint i = 0; i < agreement->n_variations; i++)
    {
      const TenureFactVariation *variation = &world->facts->variations[agreement->first_variation + i];

      if (variation->made <= world->t && variation->scope == TENURE_SCOPE_CHANGE_WIDER && variation->price_minor <= 0)
        return TENURE_LEVEL_RED;
    }
  return TENURE_LEVEL_NONE;
}

static TenureLevel
level_of_k1 (const World *world, gint32 index)
{
  const TenureFactAgreement *agreement = &world->facts->agreements[index];

  return (agreement->key_person >= 0 || agreement->rests_on_one == TENURE_FACT_YES) && agreement->key_cover < 0
             ? TENURE_LEVEL_AMBER
             : TENURE_LEVEL_NONE;
}

static TenureLevel
level_of_q1 (const World *world, gint32 index)
{
  int tightness = world->facts->agreements[index].tightness;

  return tightness == 1 || tightness == 5 ? TENURE_LEVEL_NOTE : TENURE_LEVEL_NONE;
}

static TenureLevel
level_of_e1 (const World *world, gint32 index)
{
  const TenureFactAgreement *agreement = &world->facts->agreements[index];

  if (agreement->funded_role == TENURE_FUNDED_ROLE_NONE || has_no_end (agreement) || is_covered (world, index))
    return TENURE_LEVEL_NONE;
  return end_of (world, agreement) <= tenure_day_add_months (world->t, 6) ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

/* Whom it does not serve nobody records. */
static TenureLevel
level_of_a1 (const World *world, gint32 index)
{
  const TenureFactAgreement *agreement = &world->facts->agreements[index];

  if (agreement->start <= world->t)
    return TENURE_LEVEL_NONE;
  if (agreement->specification_agreed != TENURE_FACT_YES || agreement->measures_agreed != TENURE_FACT_YES
      || agreement->variation_agreed != TENURE_FACT_YES)
    return TENURE_LEVEL_AMBER;
  return agreement->communities_known ? TENURE_LEVEL_NONE : TENURE_LEVEL_CANNOT_TELL;
}

typedef struct
{
  TenureRuleId rule;
  TenureLevel (*level) (const World *world, gint32 index);
  gboolean when_over;
} Rule;

static const Rule agreement_rules[] = {
  { TENURE_RULE_T1, level_of_t1 }, { TENURE_RULE_T2, level_of_t2 }, { TENURE_RULE_T3, level_of_t3 },
  { TENURE_RULE_T4, level_of_t4 }, { TENURE_RULE_T5, level_of_t5 }, { TENURE_RULE_N1, level_of_n1 }, { TENURE_RULE_N2, level_of_n2, TRUE },
  { TENURE_RULE_P1, level_of_p1 }, { TENURE_RULE_P2, level_of_p2 }, { TENURE_RULE_P3, level_of_p3 },
  { TENURE_RULE_P4, level_of_p4 }, { TENURE_RULE_V1, level_of_v1 }, { TENURE_RULE_K1, level_of_k1 },
  { TENURE_RULE_Q1, level_of_q1 }, { TENURE_RULE_E1, level_of_e1 }, { TENURE_RULE_A1, level_of_a1 },
};

/* --- Slow versions: providers and the whole --- */

/* A year from each funder of running agreements, each of which has one. */
static void
add_up_funders (const World *world, guint provider, gint64 *sums)
{
  for (guint i = 0; i < world->facts->n_agreements; i++)
    {
      const TenureFactAgreement *agreement = &world->facts->agreements[i];

      if (agreement->provider == (gint32) provider && runs (world, agreement))
        sums[world->facts->funders[agreement->first_funder].organisation] += world->terms->agreements[i].annual_minor;
    }
}

/* Of the income nothing is left unexplained (make_provider_accounts), but of those without any running. */
static TenureLevel
level_of_d1 (const World *world, gint32 provider)
{
  gint64 sums[N_PROVIDERS + N_FUNDERS] = { 0 }, largest = 0;
  gint64 income = world->facts->organisations[provider].accounts.income_minor;

  add_up_funders (world, (guint) provider, sums);
  for (int i = 0; i < N_PROVIDERS + N_FUNDERS; i++)
    largest = MAX (largest, sums[i]);
  return 10 * largest >= 7 * income ? TENURE_LEVEL_RED : 2 * largest >= income ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

static TenureLevel
level_of_d2 (const World *world, gint32 provider)
{
  gint64 sums[N_PROVIDERS + N_FUNDERS] = { 0 };
  __int128 all = 0, squares = 0;

  add_up_funders (world, (guint) provider, sums);
  for (int i = 0; i < N_PROVIDERS + N_FUNDERS; i++)
    {
      all += sums[i];
      squares += (__int128) sums[i] * sums[i];
    }
  return 2 * all * all < 3 * squares ? TENURE_LEVEL_RED : all * all < 2 * squares ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

static TenureLevel
level_of_r1 (const World *world, gint32 provider)
{
  const TenureFactOrganisation *fact = &world->facts->organisations[provider];
  gint64 enough = fact->reserves_policy >= 0 ? fact->reserves_policy : 3;

  if (12 * fact->accounts.free_reserves_minor >= enough * fact->accounts.expenditure_minor)
    return TENURE_LEVEL_NONE;
  return 12 * fact->accounts.free_reserves_minor < fact->accounts.expenditure_minor ? TENURE_LEVEL_RED : TENURE_LEVEL_AMBER;
}

static const Rule provider_rules[] = {
  { TENURE_RULE_D1, level_of_d1 },
  { TENURE_RULE_D2, level_of_d2 },
  { TENURE_RULE_R1, level_of_r1 },
};

/* Contacts at statutory bodies, which here are all that are known not to be voluntary. */
static TenureLevel
level_of_c1 (const World *world, gint32 index)
{
  const TenureFactContact *contact = &world->facts->contacts[index];

  if (world->facts->organisations[contact->organisation].vcs != TENURE_FACT_NO || contact->from_day > world->t
      || (tenure_day_is_known (contact->to_day) && contact->to_day < world->t))
    return TENURE_LEVEL_NONE;
  return tenure_day_add_months (contact->from_day, 12) > world->t || !contact->handover_known ? TENURE_LEVEL_AMBER
                                                                                             : TENURE_LEVEL_NONE;
}

/* --- Random documents --- */

static TenureDay
first_of_april (TenureDay t, int years)
{
  TenureDay april = day ("2020-04-01");

  while (tenure_day_add_months (april, 12) <= t)
    april = tenure_day_add_months (april, 12);
  return tenure_day_add_months (april, 12 * years);
}

static void
set_days (TenureFactAgreement *agreement, TenureDay t)
{
  static const int months[] = { 3, 6, 11, 12, 12, 12, 13, 24, 35, 36, 36, 48 };

  agreement->start = roll (0, 1) ? first_of_april (t, roll (-4, 1)) : day_near (t, 1500, 200);
  agreement->end = tenure_day_add_months (agreement->start, months[roll (0, G_N_ELEMENTS (months) - 1)]) - 1;
  agreement->end += roll (0, 3) == 0 ? roll (-1, 2) : 0;
  agreement->signed_day = agreement->start + roll (-40, 20);
  if (random_facts_chance (8))
    agreement->terminated = agreement->start + roll (0, 800);
  if (random_facts_chance (8))
    {
      agreement->open_ended = TENURE_FACT_YES;
      agreement->end = agreement->terminated = TENURE_DAY_NONE;
      agreement->basis = TENURE_BASIS_ANNUAL;
    }
}

/* A term that follows an earlier one, at once or nearly so. */
static void
follow (TenureFactAgreement *agreement, const TenureFactAgreement *before, gint32 index)
{
  TenureDay length = agreement->end - agreement->start;

  if (before->open_ended == TENURE_FACT_YES || agreement->open_ended == TENURE_FACT_YES)
    return;
  agreement->start = before->end + 1 + (roll (0, 1) ? 0 : roll (-3, 35));
  agreement->end = agreement->start + length;
  agreement->signed_day = agreement->start + roll (-40, 20);
  agreement->terminated = TENURE_DAY_NONE;
  if (roll (0, 3) > 0)
    agreement->predecessor = index;
  if (roll (0, 3) > 0)
    agreement->provider = before->provider;
  if (roll (0, 3) > 0)
    agreement->service = before->service;
}

static void
set_terms (TenureFactAgreement *agreement)
{
  agreement->funder_without_cause = (gint8) roll (0, 1);
  agreement->funder_notice = TENURE_DURATION_MONTHS ((gint16) roll (0, 14));
  agreement->kind = (gint8) roll (0, TENURE_KIND_CITIZEN_DIRECTED);
  agreement->one_off = (gint8) roll (-1, 1);
  agreement->renewal = (gint8) roll (TENURE_RENEWAL_UNKNOWN, TENURE_RENEWAL_NOT_RENEWING);
  agreement->other_funding_known = agreement->full_cost_known = TRUE;
  agreement->other_funding_minor = roll (0, 3) * 100000;
  agreement->full_cost_minor = agreement->value_minor + roll (-1, 4) * 100000;
  agreement->payment_profile = (gint8) roll (TENURE_PAID_ADVANCE, TENURE_PAID_RESULTS);
  agreement->rests_on_one = (gint8) roll (0, 1);
  agreement->key_person = agreement->rests_on_one == TENURE_FACT_YES ? roll (-1, 0) : -1;
  agreement->key_cover = agreement->rests_on_one == TENURE_FACT_YES ? roll (-1, 0) : -1;
  agreement->tightness = (gint8) roll (1, 5);
  agreement->funded_role = (gint8) roll (TENURE_FUNDED_ROLE_NONE, TENURE_FUNDED_ROLE_INFRASTRUCTURE);
  agreement->specification_agreed = (gint8) (roll (0, 3) > 0);
  agreement->measures_agreed = (gint8) (roll (0, 3) > 0);
  agreement->variation_agreed = (gint8) (roll (0, 3) > 0);
  agreement->communities_known = roll (0, 1) != 0;
}

static void
add_children (Fixture *fixture, const TenureFactAgreement *agreement, TenureDay t)
{
  char first[TENURE_DAY_ISO_SIZE], second[TENURE_DAY_ISO_SIZE];

  fixture_add_funder (fixture, N_PROVIDERS + roll (0, N_FUNDERS - 1));
  for (int n = agreement->open_ended == TENURE_FACT_YES ? 0 : roll (0, 2); n > 0; n--)
    fixture_add_extension (fixture, TENURE_DURATION_MONTHS ((gint16) roll (1, 12)),
                           roll (0, 1) ? day_near (t, 400, 400) : TENURE_DAY_NONE);
  for (int n = roll (0, 2); n > 0; n--)
    {
      TenureDay invoiced = day_near (t, 500, -1);

      tenure_day_to_iso (invoiced, first);
      tenure_day_to_iso (invoiced + roll (0, 33), second);
      fixture_add_payment (fixture, first, roll (0, 3) > 0 ? second : NULL, 1000);
    }
  if (roll (0, 1))
    fixture_add_variation (fixture, (TenureFactVariation){ .made = day_near (t, 300, 60), .price_known = TRUE,
                                                           .scope = (gint8) roll (TENURE_SCOPE_CHANGE_WIDER, TENURE_SCOPE_CHANGE_NARROWER),
                                                           .price_minor = roll (-1, 1), .currency = TENURE_CURRENCY_GBP });
  for (int year = 1; agreement->price_index >= 0 && tenure_day_add_months (agreement->start, 12 * year) <= t; year++)
    fixture_add_uplift (fixture, tenure_day_to_iso (tenure_day_add_months (agreement->start, 12 * year), first),
                        roll (0, 1) ? roll (-100, 600) : 300);
}

static void
add_agreement (Fixture *fixture, TenureDay t)
{
  guint n = fixture->agreements->len;
  TenureFactAgreement agreement = fixture_term (roll (0, N_PROVIDERS - 1), NULL, NULL, roll (1, 60) * 1000);

  agreement.service = roll (0, N_SERVICES - 1);
  set_days (&agreement, t);
  set_terms (&agreement);
  if (n > 0 && roll (0, 1))
    {
      gint32 before = roll (0, (int) n - 1);

      follow (&agreement, &g_array_index (fixture->agreements, TenureFactAgreement, before), before);
    }
  if (agreement.start == first_of_april (agreement.start, 0))
    agreement.price_index = 0;
  fixture_add_agreement (fixture, agreement);
  add_children (fixture, &agreement, t);
}

static void
add_index (Fixture *fixture, TenureDay t)
{
  char first[TENURE_DAY_ISO_SIZE];

  fixture_add_price_index (fixture, "Prices", TENURE_FACT_NO);
  for (int year = -20; year < 1; year++)
    fixture_add_rate (fixture, tenure_day_to_iso (first_of_april (t, year), first), roll (0, 1) ? roll (-100, 900) : 300);
}

static void
add_organisations (Fixture *fixture)
{
  for (int i = 0; i < N_PROVIDERS + N_FUNDERS; i++)
    {
      TenureFactAccounts *accounts;

      fixture_add_organisation (fixture, "Lantern House",
                                i < N_VOLUNTARY    ? TENURE_FACT_YES
                                : i == N_VOLUNTARY ? TENURE_FACT_UNKNOWN
                                                   : TENURE_FACT_NO);
      accounts = &g_array_index (fixture->organisations, TenureFactOrganisation, i).accounts;
      accounts->currency = TENURE_CURRENCY_GBP;
      accounts->income_known = accounts->expenditure_known = accounts->free_reserves_known = TRUE;
      accounts->income_minor = roll (1, 30) * 1000000;
      accounts->expenditure_minor = roll (1, 12) * 1200000;
      accounts->free_reserves_minor = roll (-1, 50) * 100000;
      g_array_index (fixture->organisations, TenureFactOrganisation, i).reserves_policy = (gint16) roll (-1, 5);
    }
}

static void
add_contact (Fixture *fixture, TenureDay t)
{
  TenureDay year_ago = tenure_day_add_months (t, -12) + roll (-1, 1);

  fixture_add_contact (fixture, (TenureFactContact){ .organisation = roll (0, N_PROVIDERS + N_FUNDERS - 1), .person = 0,
                                                     .from_day = roll (0, 1) ? year_ago : day_near (t, 900, 50),
                                                     .to_day = roll (0, 1) ? TENURE_DAY_NONE : day_near (t, 100, 100),
                                                     .handover_known = roll (0, 2) > 0 });
}

static TenureFacts *
make_facts (TenureDay t)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  int n = roll (1, MAX_AGREEMENTS);

  add_organisations (fixture);
  add_index (fixture, t);
  fixture_add_person (fixture, "Ann Example");
  for (int i = 0; i < N_SERVICES; i++)
    fixture_add_service (fixture, "Advice");
  for (int i = 0; i < n; i++)
    add_agreement (fixture, t);
  for (int i = roll (0, 6); i > 0; i--)
    add_contact (fixture, t);
  return fixture_end (fixture);
}

/* So that what is known of the income is all of it; where nothing runs it stays as it is. */
static void
make_whole (TenureFacts *facts, TenureDay t)
{
  g_autoptr (TenureTerms) terms = tenure_terms_new (facts, t, NULL);
  World world = { facts, terms, t };

  for (guint provider = 0; provider < N_PROVIDERS; provider++)
    {
      gint64 sums[N_PROVIDERS + N_FUNDERS] = { 0 }, all = 0;

      add_up_funders (&world, provider, sums);
      for (int i = 0; i < N_PROVIDERS + N_FUNDERS; i++)
        all += sums[i];
      if (all > 0)
        facts->organisations[provider].accounts.income_minor = all;
    }
}

/* --- Against the rules --- */

static gboolean
has_running (const World *world, gint32 provider)
{
  for (guint i = 0; i < world->facts->n_agreements; i++)
    if (world->facts->agreements[i].provider == provider && runs (world, &world->facts->agreements[i]))
      return TRUE;
  return FALSE;
}

static void
check_agreements (const World *world, const Judged *judged)
{
  for (guint i = 0; i < world->facts->n_agreements; i++)
    for (gsize rule = 0; rule < G_N_ELEMENTS (agreement_rules); rule++)
      {
        const TenureFactAgreement *agreement = &world->facts->agreements[i];
        gboolean applies = is_in_scope (world, agreement) && (!is_over (world, agreement) || agreement_rules[rule].when_over)
                           && (has_no_end (agreement) || is_term (world, agreement));

        if (has_no_end (agreement) || is_term (world, agreement))
          assert_judged (judged, agreement_rules[rule].rule, (gint32) i,
                       applies ? agreement_rules[rule].level (world, (gint32) i) : TENURE_LEVEL_NONE);
      }
}

static void
check_others (const World *world, const Judged *judged)
{
  for (gint32 provider = 0; provider < N_PROVIDERS; provider++)
    for (gsize rule = 0; rule < G_N_ELEMENTS (provider_rules); rule++)
      assert_judged (judged, provider_rules[rule].rule, provider,
                   provider < N_VOLUNTARY && has_running (world, provider) ? provider_rules[rule].level (world, provider)
                                                                           : TENURE_LEVEL_NONE);
  for (guint i = 0; i < world->facts->n_contacts; i++)
    assert_judged (judged, TENURE_RULE_C1, (gint32) i, level_of_c1 (world, (gint32) i));
}

static void
test_random (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      TenureDay t = day ("2025-01-01") + roll (0, 1000);
      g_auto (Judged) judged = { .facts = make_facts (t) };
      World world;

      make_whole (judged.facts, t);
      judged.analysis = tenure_analysis_new (judged.facts, t, NULL, NULL);
      world = (World){ judged.facts, judged.analysis->terms, t };
      check_agreements (&world, &judged);
      check_others (&world, &judged);
    }
}

/* --- D3, of more providers than the documents above have --- */

static TenureLevel
level_of_d3 (const TenureFacts *facts)
{
  __int128 all = 0, squares = 0;
  guint known = 0, n_providers = 0;

  for (guint provider = 0; provider < facts->n_organisations; provider++)
    {
      gint64 sum = 0;
      guint n = 0;

      for (guint i = 0; i < facts->n_agreements; i++)
        if (facts->agreements[i].provider == (gint32) provider)
          {
            n++;
            known += facts->agreements[i].value_known;
            sum += facts->agreements[i].value_known ? facts->agreements[i].value_minor : 0;
          }
      n_providers += n > 0;
      all += sum;
      squares += (__int128) sum * sum;
    }
  if (n_providers <= 20)
    return TENURE_LEVEL_NONE;
  if (3 * known < 2 * facts->n_agreements)
    return TENURE_LEVEL_CANNOT_TELL;
  return 10000 * squares >= 1800 * all * all   ? TENURE_LEVEL_AMBER
         : 10000 * squares >= 1000 * all * all ? TENURE_LEVEL_NOTE
                                               : TENURE_LEVEL_NONE;
}

/* A few hold much of it. */
static void
test_concentration (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_auto (Judged) judged = { 0 };
      int n = roll (18, 26), large = roll (1, 8), unknown = roll (0, 1) ? roll (0, 4) : 0;

      for (int i = 0; i < n; i++)
        {
          gint32 provider = fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);

          for (int times = roll (1, 2); times > 0; times--)
            {
              int pounds = i < large ? roll (50, 200) : roll (1, 20);

              fixture_add_agreement (fixture, fixture_term (provider, "2026-04-01", "2027-03-31",
                                                            roll (1, 10) <= unknown ? -1 : pounds));
            }
        }
      judged = judge (fixture);
      assert_judged (&judged, TENURE_RULE_D3, -1, level_of_d3 (judged.facts));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random-rules/random", test_random);
  g_test_add_func ("/random-rules/concentration", test_concentration);
  return g_test_run ();
}
