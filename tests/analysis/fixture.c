#include "fixture.h"

#define NEW_ARRAY(type) g_array_new (FALSE, FALSE, sizeof (type))

/* Ids of different types do not collide, as in a document. */
#define FIRST_ID 1000

Fixture *
fixture_new (void)
{
  Fixture *fixture = g_new0 (Fixture, 1);

  fixture->organisations = NEW_ARRAY (TenureFactOrganisation);
  fixture->agreements = NEW_ARRAY (TenureFactAgreement);
  fixture->funders = NEW_ARRAY (TenureFactFunder);
  fixture->extensions = NEW_ARRAY (TenureFactExtension);
  fixture->boards = NEW_ARRAY (TenureFactBoard);
  fixture->seats = NEW_ARRAY (TenureFactSeat);
  fixture->appointments = NEW_ARRAY (TenureFactAppointment);
  fixture->persons = NEW_ARRAY (TenureFactPerson);
  fixture->exemptions = NEW_ARRAY (TenureFactExemption);
  fixture->snoozes = NEW_ARRAY (TenureFactSnooze);
  fixture->usual_terms = NEW_ARRAY (TenureFactUsualTerms);
  fixture->services = NEW_ARRAY (const char *);
  fixture->variations = NEW_ARRAY (TenureFactVariation);
  fixture->uplifts = NEW_ARRAY (TenureFactRate);
  fixture->costs = NEW_ARRAY (TenureFactCost);
  fixture->payments = NEW_ARRAY (TenureFactPayment);
  fixture->instalments = NEW_ARRAY (TenureFactInstalment);
  fixture->outcomes = NEW_ARRAY (TenureFactOutcome);
  fixture->referrals = NEW_ARRAY (TenureFactReferrals);
  fixture->price_indexes = NEW_ARRAY (TenureFactPriceIndex);
  fixture->rates = NEW_ARRAY (TenureFactRate);
  fixture->accounts = NEW_ARRAY (TenureFactAccounts);
  fixture->other_incomes = NEW_ARRAY (TenureFactOtherIncome);
  fixture->contacts = NEW_ARRAY (TenureFactContact);
  return fixture;
}

void
fixture_free (Fixture *fixture)
{
  tenure_participation_facts_clear (&fixture->participation);
  g_array_unref (fixture->organisations);
  g_array_unref (fixture->agreements);
  g_array_unref (fixture->funders);
  g_array_unref (fixture->extensions);
  g_array_unref (fixture->boards);
  g_array_unref (fixture->seats);
  g_array_unref (fixture->appointments);
  g_array_unref (fixture->persons);
  g_array_unref (fixture->exemptions);
  g_array_unref (fixture->snoozes);
  g_array_unref (fixture->usual_terms);
  g_array_unref (fixture->services);
  g_array_unref (fixture->variations);
  g_array_unref (fixture->uplifts);
  g_array_unref (fixture->costs);
  g_array_unref (fixture->payments);
  g_array_unref (fixture->instalments);
  g_array_unref (fixture->outcomes);
  g_array_unref (fixture->referrals);
  g_array_unref (fixture->price_indexes);
  g_array_unref (fixture->rates);
  g_array_unref (fixture->accounts);
  g_array_unref (fixture->other_incomes);
  g_array_unref (fixture->contacts);
  g_free (fixture);
}

TenureFacts *
fixture_end (Fixture *fixture)
{
  TenureFacts *facts = tenure_facts_new ();
  gsize length;

#define TAKE(array)                                                                                                    \
  facts->n_##array = fixture->array->len;                                                                              \
  facts->array = g_array_steal (fixture->array, &length)

  TAKE (organisations);
  TAKE (agreements);
  TAKE (funders);
  TAKE (extensions);
  TAKE (boards);
  TAKE (seats);
  TAKE (appointments);
  TAKE (persons);
  TAKE (exemptions);
  TAKE (snoozes);
  TAKE (usual_terms);
  TAKE (services);
  TAKE (variations);
  TAKE (uplifts);
  TAKE (costs);
  TAKE (payments);
  TAKE (instalments);
  TAKE (outcomes);
  TAKE (referrals);
  TAKE (price_indexes);
  TAKE (rates);
  TAKE (accounts);
  TAKE (other_incomes);
  TAKE (contacts);
#undef TAKE
  facts->participation = fixture->participation;
  fixture->participation = (TenureParticipationFacts){ 0 };
  return facts;
}

void
fixture_set_participation (Fixture *fixture, TenureParticipationFacts participation)
{
  g_assert_null (fixture->participation.given);
  fixture->participation = participation;
}

gint32
fixture_add_organisation (Fixture *fixture, const char *name, TenureFact vcs)
{
  TenureFactOrganisation organisation = { .id = FIRST_ID + fixture->organisations->len, .name = name, .vcs = vcs,
                                          .reserves_policy = -1 };

  organisation.accounts = (TenureFactAccounts){ .id = organisation.id, .organisation = (gint32) fixture->organisations->len,
                                                .year_end = TENURE_DAY_NONE, .own = TRUE };

  g_array_append_val (fixture->organisations, organisation);
  return (gint32) fixture->organisations->len - 1;
}

gint32
fixture_add_service (Fixture *fixture, const char *name)
{
  g_array_append_val (fixture->services, name);
  return (gint32) fixture->services->len - 1;
}

gint32
fixture_add_person (Fixture *fixture, const char *name)
{
  TenureFactPerson person = { .id = FIRST_ID * 2000 + fixture->persons->len, .name = name };

  g_array_append_val (fixture->persons, person);
  return (gint32) fixture->persons->len - 1;
}

gint32
fixture_add_agreement (Fixture *fixture, TenureFactAgreement agreement)
{
  agreement.id = FIRST_ID * 1000 + fixture->agreements->len;
  agreement.first_extension = fixture->extensions->len;
  agreement.first_funder = fixture->funders->len;
  agreement.first_variation = fixture->variations->len;
  agreement.first_uplift = fixture->uplifts->len;
  agreement.first_cost = fixture->costs->len;
  agreement.first_payment = fixture->payments->len;
  agreement.first_instalment = fixture->instalments->len;
  g_array_append_val (fixture->agreements, agreement);
  return (gint32) fixture->agreements->len - 1;
}

void
fixture_add_extension (Fixture *fixture, TenureDuration length, TenureDay exercised)
{
  TenureFactExtension extension = { .length = length, .exercised = exercised };

  g_array_append_val (fixture->extensions, extension);
  g_array_index (fixture->agreements, TenureFactAgreement, fixture->agreements->len - 1).n_extensions++;
}

void
fixture_add_funder (Fixture *fixture, gint32 organisation)
{
  TenureFactFunder funder = { .organisation = organisation, .share_bp = -1 };

  g_array_append_val (fixture->funders, funder);
  g_array_index (fixture->agreements, TenureFactAgreement, fixture->agreements->len - 1).n_funders++;
}

/* The agreement that was added last: children go to it. */
static TenureFactAgreement *
last_agreement (Fixture *fixture)
{
  return &g_array_index (fixture->agreements, TenureFactAgreement, fixture->agreements->len - 1);
}

void
fixture_add_variation (Fixture *fixture, TenureFactVariation variation)
{
  g_array_append_val (fixture->variations, variation);
  last_agreement (fixture)->n_variations++;
}

void
fixture_add_uplift (Fixture *fixture, const char *from_day, gint32 rate_bp)
{
  TenureFactRate uplift = { .from_day = day (from_day), .rate_bp = rate_bp };

  g_array_append_val (fixture->uplifts, uplift);
  last_agreement (fixture)->n_uplifts++;
}

void
fixture_add_cost (Fixture *fixture, gint64 pounds)
{
  TenureFactCost cost = { .minor = pounds * 100, .currency = TENURE_CURRENCY_GBP };

  g_array_append_val (fixture->costs, cost);
  last_agreement (fixture)->n_costs++;
}

void
fixture_add_payment (Fixture *fixture, const char *invoiced, const char *paid, gint64 pounds)
{
  TenureFactPayment payment = { .id = FIRST_ID * 6000 + fixture->payments->len, .invoiced = day (invoiced), .paid = day (paid),
                                .minor = pounds * 100, .currency = TENURE_CURRENCY_GBP };

  g_array_append_val (fixture->payments, payment);
  last_agreement (fixture)->n_payments++;
}

void
fixture_add_instalment (Fixture *fixture, const char *due, gint64 pounds)
{
  TenureFactInstalment instalment = { .id = FIRST_ID * 6500 + fixture->instalments->len, .due = day (due),
                                      .minor = pounds * 100, .currency = TENURE_CURRENCY_GBP };

  g_array_append_val (fixture->instalments, instalment);
  last_agreement (fixture)->n_instalments++;
}

void
fixture_add_outcome (Fixture *fixture, TenureFactOutcome outcome)
{
  outcome.id = FIRST_ID * 6600 + fixture->outcomes->len;
  outcome.agreement = fixture->agreements->len - 1;
  g_array_append_val (fixture->outcomes, outcome);
}

void
fixture_add_referrals (Fixture *fixture, const char *from_day, const char *to_day, gint32 received, gint32 capacity)
{
  TenureFactReferrals referrals = { .id = FIRST_ID * 6700 + fixture->referrals->len, .agreement = fixture->agreements->len - 1,
                                    .from_day = day (from_day), .to_day = day (to_day), .received = received,
                                    .capacity = capacity };

  g_array_append_val (fixture->referrals, referrals);
}

gint32
fixture_add_price_index (Fixture *fixture, const char *name, TenureFact usual)
{
  TenureFactPriceIndex index = { .id = FIRST_ID * 7000 + fixture->price_indexes->len, .name = name, .usual = usual,
                                 .first_rate = fixture->rates->len };

  g_array_append_val (fixture->price_indexes, index);
  return (gint32) fixture->price_indexes->len - 1;
}

void
fixture_add_rate (Fixture *fixture, const char *from_day, gint32 rate_bp)
{
  TenureFactRate rate = { .from_day = day (from_day), .rate_bp = rate_bp };

  g_array_append_val (fixture->rates, rate);
  g_array_index (fixture->price_indexes, TenureFactPriceIndex, fixture->price_indexes->len - 1).n_rates++;
}

TenureFactAccounts *
fixture_add_accounts (Fixture *fixture, gint32 organisation, const char *year_end)
{
  TenureFactOrganisation *of = &g_array_index (fixture->organisations, TenureFactOrganisation, organisation);
  TenureFactAccounts accounts = { .id = FIRST_ID * 9000 + fixture->accounts->len, .organisation = organisation,
                                  .year_end = day (year_end), .currency = TENURE_CURRENCY_GBP };

  if (of->n_accounts++ == 0)
    of->first_accounts = fixture->accounts->len;
  g_array_append_val (fixture->accounts, accounts);
  return &g_array_index (fixture->accounts, TenureFactAccounts, fixture->accounts->len - 1);
}

void
fixture_add_other_income (Fixture *fixture, gint32 organisation, const char *source, gint64 pounds)
{
  TenureFactOtherIncome other = { .organisation = organisation, .source = source, .minor = pounds * 100,
                                  .currency = TENURE_CURRENCY_GBP };

  g_array_append_val (fixture->other_incomes, other);
}

gint32
fixture_add_contact (Fixture *fixture, TenureFactContact contact)
{
  contact.id = FIRST_ID * 8000 + fixture->contacts->len;
  g_array_append_val (fixture->contacts, contact);
  return (gint32) fixture->contacts->len - 1;
}

gint32
fixture_add_board (Fixture *fixture, TenureFactBoard board)
{
  board.id = FIRST_ID * 3000 + fixture->boards->len;
  board.first_seat = fixture->seats->len;
  g_array_append_val (fixture->boards, board);
  return (gint32) fixture->boards->len - 1;
}

gint32
fixture_add_seat (Fixture *fixture, TenureFactSeat seat)
{
  seat.id = FIRST_ID * 4000 + fixture->seats->len;
  seat.board = (gint32) fixture->boards->len - 1;
  seat.first_appointment = fixture->appointments->len;
  g_array_append_val (fixture->seats, seat);
  g_array_index (fixture->boards, TenureFactBoard, fixture->boards->len - 1).n_seats++;
  return (gint32) fixture->seats->len - 1;
}

void
fixture_add_appointment (Fixture *fixture, TenureFactAppointment appointment)
{
  appointment.id = FIRST_ID * 5000 + fixture->appointments->len;
  appointment.seat = (gint32) fixture->seats->len - 1;
  g_array_append_val (fixture->appointments, appointment);
  g_array_index (fixture->seats, TenureFactSeat, fixture->seats->len - 1).n_appointments++;
}

void
fixture_add_exemption (Fixture *fixture, TenureFactExemption exemption)
{
  exemption.id = FIRST_ID * 6000 + fixture->exemptions->len;
  g_array_append_val (fixture->exemptions, exemption);
}

void
fixture_add_snooze (Fixture *fixture, TenureFactSnooze snooze)
{
  snooze.id = FIRST_ID * 7500 + fixture->snoozes->len;
  g_array_append_val (fixture->snoozes, snooze);
}

void
fixture_add_usual_terms (Fixture *fixture, TenureFactUsualTerms terms)
{
  g_array_append_val (fixture->usual_terms, terms);
}

TenureFactAgreement
fixture_agreement (const char *title)
{
  return (TenureFactAgreement){
    .title = title, .provider = -1, .predecessor = -1, .lead = -1, .service = -1, .place = -1, .programme = -1,
    .owner = -1, .award_day = TENURE_DAY_NONE, .signed_day = TENURE_DAY_NONE, .start = TENURE_DAY_NONE,
    .end = TENURE_DAY_NONE, .maximum_end = TENURE_DAY_NONE, .terminated = TENURE_DAY_NONE, .decided = TENURE_DAY_NONE, .review_day = TENURE_DAY_NONE,
    .open_ended = TENURE_FACT_UNKNOWN, .one_off = TENURE_FACT_UNKNOWN, .to_individual = TENURE_FACT_UNKNOWN,
    .funder_without_cause = TENURE_FACT_UNKNOWN, .specification_agreed = TENURE_FACT_UNKNOWN,
    .measures_agreed = TENURE_FACT_UNKNOWN, .variation_agreed = TENURE_FACT_UNKNOWN, .rests_on_one = TENURE_FACT_UNKNOWN, .posts = -1, .key_person = -1,
    .key_cover = -1, .price_index = -1,
  };
}

TenureFactBoard
fixture_board (const char *name)
{
  return (TenureFactBoard){
    .name = name, .from_day = TENURE_DAY_NONE, .to_day = TENURE_DAY_NONE, .voice_expected = TENURE_FACT_UNKNOWN,
    .votes = TENURE_FACT_UNKNOWN, .bloc_power = TENURE_FACT_UNKNOWN, .target_bp = -1, .quota = -1, .quorum = -1,
  };
}

TenureFactSeat
fixture_seat (TenureBloc bloc)
{
  return (TenureFactSeat){
    .bloc = bloc, .vote_weight = -1, .established = TENURE_DAY_NONE, .abolished = TENURE_DAY_NONE,
    .budget_authority = TENURE_FACT_UNKNOWN,
  };
}

TenureFactAppointment
fixture_appointment (gint32 person)
{
  return (TenureFactAppointment){ .person = person, .from_day = TENURE_DAY_NONE, .to_day = TENURE_DAY_NONE };
}

TenureFactAgreement
fixture_term (gint32 provider, const char *start, const char *end, gint64 pounds)
{
  TenureFactAgreement agreement = fixture_agreement ("Advice line");

  agreement.provider = provider;
  agreement.start = day (start);
  agreement.end = day (end);
  agreement.value_known = pounds >= 0;
  agreement.value_minor = pounds >= 0 ? pounds * 100 : 0;
  agreement.basis = TENURE_BASIS_TOTAL;
  agreement.currency = TENURE_CURRENCY_GBP;
  return agreement;
}

TenureDay
day (const char *iso)
{
  TenureDay result = TENURE_DAY_NONE;

  g_assert_true (iso == NULL || tenure_day_parse_iso (iso, &result));
  return result;
}
