#include "store-model.h"

#include "catalogue/rule.h"
#include "store/document-private.h"
#include "store/load-facts.h"

#include <string.h>

#define ADD(name, func) g_test_add ("/store/load-facts/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

/* ---- the slow obvious version: record by record, field by field ---- */

static int
find_index (StoreModel *model, TenureRecordType type, TenureId id)
{
  int index = 0;

  for (guint i = 0; i < model->records->len; i++)
    {
      const TenureRecord *record = model->records->pdata[i];

      if (record->type != type)
        continue;
      if (record->id == id)
        return index;
      index++;
    }
  return -1;
}

static int
reference (StoreModel *model, const TenureRecord *record, const char *name)
{
  guint field = tenure_record_field_index (record->type, name);
  TenureId id = tenure_record_get_reference (record, field);

  return id == TENURE_ID_NONE ? -1 : find_index (model, tenure_record_def (record->type)->fields[field].refers_to, id);
}

static TenureDay
day (const TenureRecord *record, const char *name)
{
  return tenure_record_get_day (record, tenure_record_field_index (record->type, name));
}

static int
flag (const TenureRecord *record, const char *name)
{
  return tenure_record_get_flag (record, tenure_record_field_index (record->type, name));
}

static gint64
number (const TenureRecord *record, const char *name)
{
  gint64 value;

  return tenure_record_get_integer (record, tenure_record_field_index (record->type, name), &value) ? value : -1;
}

static void
check_duration (TenureDuration fact, const TenureRecord *record, const char *name)
{
  TenureDuration expected = tenure_record_get_duration (record, tenure_record_field_index (record->type, name));

  g_assert_cmpint (fact.known, ==, expected.known);
  if (expected.known)
    g_assert_cmpint (fact.months * 1000 + fact.days, ==, expected.months * 1000 + expected.days);
}

static void
check_money (gboolean known, gint64 minor, const TenureRecord *record, const char *name)
{
  gint64 expected;

  g_assert_cmpint (known, ==, tenure_record_get_integer (record, tenure_record_field_index (record->type, name), &expected));
  if (known)
    g_assert_cmpint (minor, ==, expected);
}

/* The enumerations of facts.h by the words they are stored as. */
static const char *const kinds[] = { NULL, "contract", "grant", "sla", "spot", "citizen_directed" };
static const char *const purposes[] = { NULL, "core", "project", "capacity", "participation", "restricted" };
static const char *const bases[] = { NULL, "total", "annual" };
static const char *const renewals[] = { NULL, "not_started", "in_progress", "renewed", "not_renewing" };
static const char *const blocs[] = { NULL, "nhs", "council", "primary_care", "vcs", "lived_experience", "public", "provider", "independent", "other" };
static const char *const roles[] = { NULL, "member", "chair", "vice_chair", "lead" };
static const char *const decisions[] = { NULL, "majority", "two_thirds", "unanimity", "consensus", "custom" };
static const char *const mandates[] = { NULL, "of", "from", "for" };

static void
check_choice (int fact, const char *const *words, const TenureRecord *record, const char *name)
{
  g_assert_cmpstr (words[fact], ==, tenure_record_get_text_by_name (record, name));
}

static void
check_name (gint32 index, const char **names, const TenureRecord *record, const char *name)
{
  g_assert_cmpstr (index < 0 ? NULL : names[index], ==, tenure_record_get_text_by_name (record, name));
}

static const char *const profiles[] = { NULL, "advance", "part_advance", "arrears", "results" };
static const char *const funded[] = { NULL, "independent_chair", "coordinator", "infrastructure" };
static const char *const scopes[] = { NULL, "wider", "same", "narrower" };
static const char *const outcome_kinds[] = { NULL, "outcome", "volunteer_hours", "levered_income", "other" };

static void
check_practice (StoreModel *model, const TenureFactAgreement *fact, const TenureRecord *record)
{
  check_choice (fact->payment_profile, profiles, record, "payment_profile");
  check_choice (fact->funded_role, funded, record, "funded_role");
  g_assert_cmpint (fact->tightness, ==, MAX (number (record, "tightness"), 0));
  g_assert_cmpint (fact->specification_agreed, ==, flag (record, "specification_agreed"));
  g_assert_cmpint (fact->measures_agreed, ==, flag (record, "measures_agreed"));
  g_assert_cmpint (fact->variation_agreed, ==, flag (record, "variation_agreed"));
  g_assert_cmpint (fact->communities_known, ==, tenure_record_get_text_by_name (record, "communities") != NULL);
  check_money (fact->bid_cost_known, fact->bid_cost_minor, record, "bid_cost");
  check_money (fact->monitoring_cost_known, fact->monitoring_cost_minor, record, "monitoring_cost");
  g_assert_cmpint (fact->posts, ==, number (record, "posts"));
  g_assert_cmpint (fact->key_person, ==, reference (model, record, "key_person"));
  g_assert_cmpint (fact->rests_on_one, ==, flag (record, "rests_on_one"));
  g_assert_cmpint (fact->key_cover, ==, reference (model, record, "key_cover"));
  g_assert_cmpint (fact->price_index, ==, reference (model, record, "price_index"));
}

static TenureCurrency
currency (const TenureRecord *record)
{
  return tenure_record_get_currency (record);
}

/* The children of one agreement whose order is that of their ids. */
static void
check_children (StoreModel *model, const TenureFacts *facts, const TenureFactAgreement *fact)
{
  guint n_costs = 0, n_payments = 0, n_instalments = 0;

  for (guint i = 0; i < model->records->len; i++)
    {
      const TenureRecord *child = model->records->pdata[i];
      gint64 minor;

      if (child->type == TENURE_RECORD_COST_LINE && tenure_record_get_reference (child, 0) == fact->id)
        {
          const TenureFactCost *cost = &facts->costs[fact->first_cost + n_costs++];

          g_assert_true (tenure_record_get_integer (child, store_field (COST_LINE, "amount"), &minor));
          g_assert_cmpint (cost->minor, ==, minor);
          g_assert_cmpuint (cost->currency, ==, currency (child));
        }
      if (child->type == TENURE_RECORD_PAYMENT && tenure_record_get_reference (child, 0) == fact->id)
        {
          const TenureFactPayment *payment = &facts->payments[fact->first_payment + n_payments++];

          g_assert_true (tenure_record_get_integer (child, store_field (PAYMENT, "amount"), &minor));
          g_assert_cmpint (payment->id, ==, child->id);
          g_assert_cmpint (payment->minor, ==, minor);
          g_assert_cmpint (payment->invoiced, ==, day (child, "invoiced"));
          g_assert_cmpint (payment->paid, ==, day (child, "paid"));
          g_assert_cmpuint (payment->currency, ==, currency (child));
        }
      if (child->type == TENURE_RECORD_INSTALMENT && tenure_record_get_reference (child, 0) == fact->id)
        {
          const TenureFactInstalment *instalment = &facts->instalments[fact->first_instalment + n_instalments++];

          g_assert_true (tenure_record_get_integer (child, store_field (INSTALMENT, "amount"), &minor));
          g_assert_cmpint (instalment->id, ==, child->id);
          g_assert_cmpint (instalment->minor, ==, minor);
          g_assert_cmpint (instalment->due, ==, day (child, "due"));
          g_assert_cmpuint (instalment->currency, ==, currency (child));
        }
    }
  g_assert_cmpuint (fact->n_costs, ==, n_costs);
  g_assert_cmpuint (fact->n_payments, ==, n_payments);
  g_assert_cmpuint (fact->n_instalments, ==, n_instalments);
}

/* Outcomes and referrals stand beside the agreements, sorted by them; every one is found, and no other. */
static void
check_results (StoreModel *model, const TenureFacts *facts, guint index)
{
  TenureId id = facts->agreements[index].id;
  guint n_outcomes, n_referrals, found = 0;
  const TenureFactOutcome *outcomes = tenure_facts_get_outcomes (facts, index, &n_outcomes);
  const TenureFactReferrals *referrals = tenure_facts_get_referrals (facts, index, &n_referrals);

  for (guint r = 0; r < model->records->len; r++)
    {
      const TenureRecord *child = model->records->pdata[r];

      if (child->type != TENURE_RECORD_OUTCOME && child->type != TENURE_RECORD_REFERRALS)
        continue;
      found += tenure_record_get_reference (child, 0) == id;
      for (guint i = 0; child->type == TENURE_RECORD_OUTCOME && i < n_outcomes; i++)
        if (outcomes[i].id == child->id)
          {
            g_assert_cmpint (tenure_record_get_reference (child, 0), ==, id);
            g_assert_cmpstr (outcomes[i].measure, ==, tenure_record_get_text_by_name (child, "measure"));
            g_assert_cmpstr (outcomes[i].unit, ==, tenure_record_get_text_by_name (child, "unit"));
            check_choice (outcomes[i].kind, outcome_kinds, child, "kind");
            check_money (outcomes[i].target_known, outcomes[i].target, child, "target");
            check_money (outcomes[i].actual_known, outcomes[i].actual, child, "actual");
            g_assert_cmpint (outcomes[i].from_day, ==, day (child, "from_day"));
            g_assert_cmpint (outcomes[i].to_day, ==, day (child, "to_day"));
          }
      for (guint i = 0; child->type == TENURE_RECORD_REFERRALS && i < n_referrals; i++)
        if (referrals[i].id == child->id)
          {
            g_assert_cmpint (tenure_record_get_reference (child, 0), ==, id);
            g_assert_cmpint (referrals[i].from_day, ==, day (child, "from_day"));
            g_assert_cmpint (referrals[i].to_day, ==, day (child, "to_day"));
          }
    }
  g_assert_cmpuint (found, ==, n_outcomes + n_referrals);
  for (guint i = 1; i < n_outcomes; i++)
    g_assert_cmpint (g_strcmp0 (outcomes[i - 1].measure, outcomes[i].measure), <=, 0);
  for (guint i = 1; i < n_referrals; i++)
    g_assert_cmpint (referrals[i - 1].from_day, <=, referrals[i].from_day);
}

/* Variations and uplifts lie by day: each row of a run is looked for among the records, and the days never fall. */
static void
check_dated (StoreModel *model, const TenureFacts *facts, const TenureFactAgreement *fact)
{
  guint n_variations = 0, n_uplifts = 0;
  TenureDay last = TENURE_DAY_NONE;

  for (guint i = 0; i < model->records->len; i++)
    {
      const TenureRecord *child = model->records->pdata[i];
      TenureId parent = tenure_record_def (child->type)->parent == TENURE_RECORD_AGREEMENT
                            ? tenure_record_get_reference (child, 0)
                            : TENURE_ID_NONE;

      n_variations += child->type == TENURE_RECORD_VARIATION && parent == fact->id;
      n_uplifts += child->type == TENURE_RECORD_UPLIFT && parent == fact->id;
    }
  g_assert_cmpuint (fact->n_variations, ==, n_variations);
  g_assert_cmpuint (fact->n_uplifts, ==, n_uplifts);
  for (guint i = 0; i < n_variations; i++)
    {
      const TenureFactVariation *variation = &facts->variations[fact->first_variation + i];
      const TenureRecord *record = NULL;

      for (guint r = 0; r < model->records->len; r++)
        if (((TenureRecord *) model->records->pdata[r])->id == variation->id)
          record = model->records->pdata[r];
      g_assert_nonnull (record);
      g_assert_cmpint (tenure_record_get_reference (record, 0), ==, fact->id);
      g_assert_cmpint (variation->made, ==, day (record, "made"));
      check_choice (variation->scope, scopes, record, "scope");
      check_money (variation->price_known, variation->price_minor, record, "price_change");
      g_assert_cmpint (variation->made, >=, last);
      last = variation->made;
    }
  for (guint i = 1; i < n_uplifts; i++)
    g_assert_cmpint (facts->uplifts[fact->first_uplift + i - 1].from_day, <=, facts->uplifts[fact->first_uplift + i].from_day);
}

static void
check_agreement (StoreModel *model, const TenureFacts *facts, const TenureFactAgreement *fact, const TenureRecord *record)
{
  guint n_funders = 0, n_extensions = 0;

  g_assert_cmpint (fact->id, ==, record->id);
  g_assert_cmpstr (fact->title, ==, tenure_record_get_text_by_name (record, "title"));
  g_assert_cmpstr (fact->reference, ==, tenure_record_get_text_by_name (record, "reference"));
  g_assert_cmpint (fact->provider, ==, reference (model, record, "provider"));
  g_assert_cmpint (fact->predecessor, ==, reference (model, record, "predecessor"));
  g_assert_cmpint (fact->lead, ==, reference (model, record, "lead_agreement"));
  check_name (fact->service, facts->services, record, "service");
  check_name (fact->place, facts->places, record, "place");
  check_name (fact->programme, facts->programmes, record, "programme");
  check_name (fact->owner, facts->owners, record, "owner");
  g_assert_cmpint (fact->award_day, ==, day (record, "award_day"));
  g_assert_cmpint (fact->signed_day, ==, day (record, "signed"));
  g_assert_cmpint (fact->start, ==, day (record, "start"));
  g_assert_cmpint (fact->end, ==, day (record, "end"));
  g_assert_cmpint (fact->maximum_end, ==, day (record, "maximum_end"));
  g_assert_cmpint (fact->terminated, ==, day (record, "terminated"));
  g_assert_cmpint (fact->decided, ==, day (record, "decided"));
  check_duration (fact->duration, record, "duration");
  check_duration (fact->funder_notice, record, "funder_notice");
  check_duration (fact->provider_notice, record, "provider_notice");
  check_duration (fact->renewal_notice, record, "renewal_notice");
  check_duration (fact->lead_time, record, "lead_time");
  check_money (fact->value_known, fact->value_minor, record, "value");
  check_money (fact->annual_known, fact->annual_minor, record, "annual_value");
  check_money (fact->full_cost_known, fact->full_cost_minor, record, "full_cost");
  check_money (fact->other_funding_known, fact->other_funding_minor, record, "other_funding");
  g_assert_cmpuint (fact->currency, ==, tenure_record_get_currency (record));
  check_choice (fact->kind, kinds, record, "kind");
  check_choice (fact->purpose, purposes, record, "purpose");
  check_choice (fact->basis, bases, record, "value_basis");
  check_choice (fact->renewal, renewals, record, "renewal_status");
  g_assert_cmpint (fact->open_ended, ==, flag (record, "open_ended"));
  g_assert_cmpint (fact->one_off, ==, flag (record, "one_off"));
  g_assert_cmpint (fact->to_individual, ==, flag (record, "to_individual"));
  g_assert_cmpint (fact->funder_without_cause, ==, flag (record, "funder_without_cause"));
  for (guint i = 0; i < model->records->len; i++)
    {
      const TenureRecord *child = model->records->pdata[i];

      if (child->type == TENURE_RECORD_FUNDER && tenure_record_get_reference (child, 0) == record->id)
        {
          const TenureFactFunder *funder = &facts->funders[fact->first_funder + n_funders++];

          g_assert_cmpint (funder->organisation, ==, reference (model, child, "organisation"));
          g_assert_cmpint (funder->share_bp, ==, number (child, "share"));
        }
      if (child->type == TENURE_RECORD_EXTENSION && tenure_record_get_reference (child, 0) == record->id)
        {
          const TenureFactExtension *extension = &facts->extensions[fact->first_extension + n_extensions++];

          g_assert_cmpint (extension->id, ==, child->id);
          check_duration (extension->length, child, "length");
          g_assert_cmpint (extension->exercised, ==, day (child, "exercised"));
        }
    }
  check_practice (model, fact, record);
  check_children (model, facts, fact);
  check_dated (model, facts, fact);
  check_results (model, facts, (guint) (fact - facts->agreements));
  g_assert_cmpuint (fact->n_funders, ==, n_funders);
  g_assert_cmpuint (fact->n_extensions, ==, n_extensions);
}

static void
check_amounts (const TenureFactAccounts *fact, const TenureRecord *record)
{
  check_money (fact->income_known, fact->income_minor, record, "income");
  check_money (fact->expenditure_known, fact->expenditure_minor, record, "expenditure");
  check_money (fact->free_reserves_known, fact->free_reserves_minor, record, "free_reserves");
  g_assert_cmpuint (fact->currency, ==, tenure_record_get_currency (record));
}

static void
check_organisation (const TenureFactOrganisation *fact, const TenureRecord *record)
{
  g_assert_cmpint (fact->id, ==, record->id);
  g_assert_cmpstr (fact->name, ==, tenure_record_get_text_by_name (record, "name"));
  g_assert_cmpint (fact->vcs, ==, flag (record, "vcs"));
  g_assert_true (fact->accounts.own);
  g_assert_cmpint (fact->accounts.id, ==, record->id);
  g_assert_cmpint (fact->accounts.year_end, ==, day (record, "accounts_end"));
  check_amounts (&fact->accounts, record);
  g_assert_cmpint (fact->reserves_policy, ==, number (record, "reserves_policy"));
}

static void
check_contact (StoreModel *model, const TenureFactContact *fact, const TenureRecord *record)
{
  g_assert_cmpint (fact->id, ==, record->id);
  g_assert_cmpint (fact->organisation, ==, reference (model, record, "organisation"));
  g_assert_cmpint (fact->person, ==, reference (model, record, "person"));
  g_assert_cmpint (fact->from_day, ==, day (record, "from_day"));
  g_assert_cmpint (fact->to_day, ==, day (record, "to_day"));
  g_assert_cmpint (fact->handover_known, ==, tenure_record_get_text_by_name (record, "handover") != NULL);
}

static void
check_price_index (StoreModel *model, const TenureFacts *facts, const TenureFactPriceIndex *fact, const TenureRecord *record)
{
  guint n = 0;
  gint64 sum = 0, rate;

  g_assert_cmpint (fact->id, ==, record->id);
  g_assert_cmpstr (fact->name, ==, tenure_record_get_text_by_name (record, "name"));
  g_assert_cmpint (fact->usual, ==, flag (record, "usual"));
  for (guint i = 0; i < model->records->len; i++)
    {
      const TenureRecord *child = model->records->pdata[i];

      if (child->type != TENURE_RECORD_INDEX_RATE || tenure_record_get_reference (child, 0) != record->id)
        continue;
      g_assert_true (tenure_record_get_integer (child, store_field (INDEX_RATE, "rate"), &rate));
      sum += rate;
      n++;
    }
  g_assert_cmpuint (fact->n_rates, ==, n);
  for (guint i = 0; i < n; i++)
    {
      sum -= facts->rates[fact->first_rate + i].rate_bp;
      if (i > 0)
        g_assert_cmpint (facts->rates[fact->first_rate + i - 1].from_day, <=, facts->rates[fact->first_rate + i].from_day);
    }
  g_assert_cmpint (sum, ==, 0);
}

static void
check_board (const TenureFactBoard *fact, const TenureRecord *record)
{
  g_assert_cmpint (fact->id, ==, record->id);
  g_assert_cmpstr (fact->name, ==, tenure_record_get_text_by_name (record, "name"));
  g_assert_cmpstr (fact->type, ==, tenure_record_get_text_by_name (record, "type"));
  g_assert_cmpint (fact->from_day, ==, day (record, "from_day"));
  g_assert_cmpint (fact->to_day, ==, day (record, "to_day"));
  g_assert_cmpint (fact->voice_expected, ==, flag (record, "voice_expected"));
  g_assert_cmpint (fact->votes, ==, flag (record, "votes"));
  g_assert_cmpint (fact->bloc_power, ==, flag (record, "bloc_power"));
  check_choice (fact->decision_rule, decisions, record, "decision_rule");
  g_assert_cmpint (fact->target_bp, ==, number (record, "target"));
  g_assert_cmpint (fact->quota, ==, number (record, "quota"));
  g_assert_cmpint (fact->quorum, ==, number (record, "quorum"));
}

static const TenureRecord *
find (StoreModel *model, TenureRecordType type, TenureId id)
{
  for (guint i = 0; i < model->records->len; i++)
    {
      const TenureRecord *record = model->records->pdata[i];

      if (record->type == type && record->id == id)
        return record;
    }
  g_error ("a fact without a record");
}

/* Seats lie by board and appointments by seat and first day: checked as runs, each row by its id. */
static void
check_seats (StoreModel *model, const TenureFacts *facts)
{
  guint in_runs = 0, appointments_in_runs = 0;

  for (guint b = 0; b < facts->n_boards; b++)
    for (guint s = facts->boards[b].first_seat; s < facts->boards[b].first_seat + facts->boards[b].n_seats; s++)
      {
        const TenureFactSeat *seat = &facts->seats[s];
        const TenureRecord *record = find (model, TENURE_RECORD_SEAT, seat->id);
        const char *last_from = "";

        in_runs++;
        g_assert_cmpint (seat->board, ==, b);
        g_assert_cmpint (tenure_record_get_reference (record, store_field (SEAT, "board")), ==, facts->boards[b].id);
        g_assert_cmpstr (seat->title, ==, tenure_record_get_text_by_name (record, "title"));
        g_assert_cmpint (seat->vote_weight, ==, number (record, "vote_weight"));
        g_assert_cmpint (seat->established, ==, day (record, "established"));
        g_assert_cmpint (seat->abolished, ==, day (record, "abolished"));
        g_assert_cmpint (seat->budget_authority, ==, flag (record, "budget_authority"));
        check_choice (seat->bloc, blocs, record, "bloc");
        check_choice (seat->role, roles, record, "role");
        for (guint a = seat->first_appointment; a < seat->first_appointment + seat->n_appointments; a++)
          {
            const TenureFactAppointment *appointment = &facts->appointments[a];
            const TenureRecord *held = find (model, TENURE_RECORD_APPOINTMENT, appointment->id);
            const char *from = tenure_record_get_text_by_name (held, "from_day");

            appointments_in_runs++;
            g_assert_cmpint (appointment->seat, ==, s);
            g_assert_cmpint (tenure_record_get_reference (held, store_field (APPOINTMENT, "seat")), ==, seat->id);
            g_assert_cmpint (appointment->person, ==, reference (model, held, "person"));
            g_assert_cmpint (appointment->from_day, ==, day (held, "from_day"));
            g_assert_cmpint (appointment->to_day, ==, day (held, "to_day"));
            check_choice (appointment->mandate, mandates, held, "mandate");
            g_assert_cmpstr (last_from, <=, from != NULL ? from : "");
            last_from = from != NULL ? from : "";
          }
      }
  g_assert_cmpuint (in_runs, ==, facts->n_seats);
  g_assert_cmpuint (appointments_in_runs, ==, facts->n_appointments);
}

/* Accounts lie by organisation and year: checked as runs, each row by its id. */
static void
check_accounts (StoreModel *model, const TenureFacts *facts)
{
  guint in_runs = 0;

  for (guint o = 0; o < facts->n_organisations; o++)
    {
      const TenureFactOrganisation *organisation = &facts->organisations[o];
      TenureDay last = TENURE_DAY_NONE;

      for (guint a = organisation->first_accounts; a < organisation->first_accounts + organisation->n_accounts; a++)
        {
          const TenureFactAccounts *accounts = &facts->accounts[a];
          const TenureRecord *record = find (model, TENURE_RECORD_ACCOUNTS, accounts->id);

          in_runs++;
          g_assert_false (accounts->own);
          g_assert_cmpint (accounts->organisation, ==, o);
          g_assert_cmpint (reference (model, record, "organisation"), ==, o);
          g_assert_cmpint (accounts->year_end, ==, day (record, "year_end"));
          g_assert_cmpint (last, <=, accounts->year_end);
          last = accounts->year_end;
          check_amounts (accounts, record);
        }
    }
  g_assert_cmpuint (in_runs, ==, facts->n_accounts);
}

static void
check_snooze (const TenureFactSnooze *fact, const TenureRecord *record)
{
  g_assert_cmpint (fact->id, ==, record->id);
  g_assert_cmpint (fact->rule, ==, -1); /* random words are no rule */
  g_assert_cmpint (fact->record, ==, number (record, "record"));
  g_assert_cmpint (fact->from_day, ==, day (record, "from_day"));
  g_assert_cmpint (fact->until, ==, day (record, "until"));
  g_assert_cmpstr (fact->reason, ==, tenure_record_get_text_by_name (record, "reason"));
  g_assert_cmpstr (fact->put_off_by, ==, tenure_record_get_text_by_name (record, "put_off_by"));
}

static void
check_facts (StoreModel *model, const TenureFacts *facts)
{
  guint n[TENURE_N_RECORDS] = { 0 };

  g_free (store_model_dump (model)); /* sorts by id */
  for (guint i = 0; i < model->records->len; i++)
    {
      const TenureRecord *record = model->records->pdata[i];
      guint at = n[record->type]++;

      switch (record->type)
        {
        case TENURE_RECORD_AGREEMENT:
          check_agreement (model, facts, &facts->agreements[at], record);
          break;
        case TENURE_RECORD_ORGANISATION:
          check_organisation (&facts->organisations[at], record);
          break;
        case TENURE_RECORD_BOARD:
          check_board (&facts->boards[at], record);
          break;
        case TENURE_RECORD_PERSON:
          g_assert_cmpint (facts->persons[at].id, ==, record->id);
          g_assert_cmpstr (facts->persons[at].name, ==, tenure_record_get_text_by_name (record, "name"));
          break;
        case TENURE_RECORD_CONTACT:
          check_contact (model, &facts->contacts[at], record);
          break;
        case TENURE_RECORD_PRICE_INDEX:
          check_price_index (model, facts, &facts->price_indexes[at], record);
          break;
        case TENURE_RECORD_USUAL_TERMS:
          g_assert_cmpint (facts->usual_terms[at].funder, ==, reference (model, record, "funder"));
          check_choice (facts->usual_terms[at].kind, kinds, record, "kind");
          check_duration (facts->usual_terms[at].renewal_notice, record, "renewal_notice");
          check_duration (facts->usual_terms[at].lead_time, record, "lead_time");
          break;
        case TENURE_RECORD_EXEMPTION:
          g_assert_cmpint (facts->exemptions[at].id, ==, record->id);
          g_assert_cmpint (facts->exemptions[at].rule, ==, -1); /* random words are no rule */
          g_assert_cmpint (facts->exemptions[at].record, ==, number (record, "record"));
          g_assert_cmpint (facts->exemptions[at].review, ==, day (record, "review"));
          g_assert_cmpstr (facts->exemptions[at].reason, ==, tenure_record_get_text_by_name (record, "reason"));
          g_assert_cmpstr (facts->exemptions[at].granted_by, ==, tenure_record_get_text_by_name (record, "granted_by"));
          break;
        case TENURE_RECORD_SNOOZE:
          check_snooze (&facts->snoozes[at], record);
          break;
        default:
          break;
        }
    }
  g_assert_cmpuint (facts->n_agreements, ==, n[TENURE_RECORD_AGREEMENT]);
  g_assert_cmpuint (facts->n_organisations, ==, n[TENURE_RECORD_ORGANISATION]);
  g_assert_cmpuint (facts->n_boards, ==, n[TENURE_RECORD_BOARD]);
  g_assert_cmpuint (facts->n_persons, ==, n[TENURE_RECORD_PERSON]);
  g_assert_cmpuint (facts->n_seats, ==, n[TENURE_RECORD_SEAT]);
  g_assert_cmpuint (facts->n_appointments, ==, n[TENURE_RECORD_APPOINTMENT]);
  g_assert_cmpuint (facts->n_funders, ==, n[TENURE_RECORD_FUNDER]);
  g_assert_cmpuint (facts->n_extensions, ==, n[TENURE_RECORD_EXTENSION]);
  g_assert_cmpuint (facts->n_usual_terms, ==, n[TENURE_RECORD_USUAL_TERMS]);
  g_assert_cmpuint (facts->n_exemptions, ==, n[TENURE_RECORD_EXEMPTION]);
  g_assert_cmpuint (facts->n_snoozes, ==, n[TENURE_RECORD_SNOOZE]);
  g_assert_cmpuint (facts->n_rule_settings, ==, n[TENURE_RECORD_RULE_SETTING]);
  g_assert_cmpuint (facts->n_contacts, ==, n[TENURE_RECORD_CONTACT]);
  g_assert_cmpuint (facts->n_price_indexes, ==, n[TENURE_RECORD_PRICE_INDEX]);
  g_assert_cmpuint (facts->n_rates, ==, n[TENURE_RECORD_INDEX_RATE]);
  g_assert_cmpuint (facts->n_other_incomes, ==, n[TENURE_RECORD_OTHER_INCOME]);
  g_assert_cmpuint (facts->n_costs, ==, n[TENURE_RECORD_COST_LINE]);
  g_assert_cmpuint (facts->n_accounts, ==, n[TENURE_RECORD_ACCOUNTS]);
  check_seats (model, facts);
  check_accounts (model, facts);
}

static TenureFacts *
load (TenureDocument *document)
{
  g_autoptr (GError) error = NULL;
  TenureFacts *facts = tenure_load_facts (tenure_document_get_reader (document), NULL, &error);

  g_assert_no_error (error);
  return facts;
}

static void
test_random (StoreFixture *fixture, gconstpointer data)
{
  guint seed = g_test_rand_int_range (1, G_MAXINT32);
  g_autoptr (StoreModel) model = store_model_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (TenureFacts) facts = NULL;

  g_test_message ("seed %u", seed);
  store_model_fill (model, fixture->document, rand, 1500);
  facts = load (fixture->document);
  check_facts (model, facts);
}

static void
test_empty (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureFacts) facts = load (fixture->document);

  g_assert_cmpuint (facts->n_agreements, ==, 0);
  g_assert_cmpuint (facts->n_boards, ==, 0);
}

static void
test_snooze_levels (StoreFixture *fixture, gconstpointer data)
{
  static const TenureLevel levels[]
      = { TENURE_LEVEL_NONE, TENURE_LEVEL_CANNOT_TELL, TENURE_LEVEL_NOTE, TENURE_LEVEL_AMBER, TENURE_LEVEL_RED };
  g_autoptr (TenureFacts) facts = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    store_insert (fixture->document,
                  store_record (TENURE_RECORD_SNOOZE, "rule", "N2", "record", "5", "reason", "Budget", "put_off_by", "Me",
                                "until", "2027-01-01", "level", tenure_level_code (levels[i]), NULL));
  store_insert (fixture->document, store_record (TENURE_RECORD_SNOOZE, "rule", "N2", "record", "5", "reason", "Budget",
                                                 "put_off_by", "Me", "until", "2027-01-01", NULL));
  facts = load (fixture->document);
  g_assert_cmpuint (facts->n_snoozes, ==, G_N_ELEMENTS (levels) + 1);
  g_assert_cmpint (facts->snoozes[G_N_ELEMENTS (levels)].level, ==, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_assert_cmpint (facts->snoozes[i].rule, ==, TENURE_RULE_N2);
      g_assert_cmpint (facts->snoozes[i].level, ==, levels[i]);
    }
}

static void
test_rule_codes (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureFacts) facts = NULL;

  store_insert (fixture->document,
                store_record (TENURE_RECORD_EXEMPTION, "rule", "n2", "record", "5", "reason", "Pilot", "granted_by", "Me", "review", "2027-01-01", NULL));
  facts = load (fixture->document);
  g_assert_cmpint (facts->exemptions[0].rule, ==, TENURE_RULE_N2);
}

/* Rows of which nothing seldom is recorded are passed over, those of which one thing is are not. */
static void
test_seldom (StoreFixture *fixture, gconstpointer data)
{
  static const char *const alone[][2] = { { "title", "Plain" },     { "tightness", "3" },  { "communities", "Carers" },
                                          { "decided", "2026-10-01" }, { "one_off", "0" }, { "monitoring_cost", "120000" } };
  TenureRecord *records[G_N_ELEMENTS (alone)];
  g_autoptr (StoreModel) model = store_model_new ();
  g_autoptr (TenureFacts) facts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (alone); i++)
    {
      records[i] = store_record (TENURE_RECORD_AGREEMENT, "title", "Plain", alone[i][0], alone[i][1], NULL);
      store_insert (fixture->document, tenure_record_dup (records[i]));
    }
  facts = load (fixture->document);
  g_assert_cmpuint (facts->n_agreements, ==, G_N_ELEMENTS (alone));
  for (guint i = 0; i < G_N_ELEMENTS (alone); i++)
    {
      records[i]->id = facts->agreements[i].id;
      check_agreement (model, facts, &facts->agreements[i], records[i]);
      tenure_record_free (records[i]);
    }
}

static const char *
name_at (const char **names, gint32 index)
{
  return index >= 0 ? names[index] : NULL;
}

/* So many that two threads have to share them; one thread alone must find the same. */
static void
test_shared_out (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureFacts) shared = NULL;
  g_autoptr (TenureFacts) alone = NULL;

  g_assert_cmpint (sqlite3_exec (fixture->document->writer->db,
                                 "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
                                 "INSERT INTO agreement (id, title, service, owner, predecessor, lead_agreement) "
                                 "SELECT i, 'Agreement ' || i, 'Service ' || (i * 7 % 61), iif (i % 5, 'Owner ' || (i / 900), NULL), "
                                 "iif (i % 3, NULL, 5001 - i), iif (i % 7, NULL, i / 2) FROM n;"
                                 "INSERT INTO funder (id, agreement, organisation, share) "
                                 "SELECT id * 3, (id * 17) % 5100, 1, id % 100 FROM agreement",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  shared = load (fixture->document);
  alone = tenure_load_facts (fixture->document->writer->reader, NULL, NULL);
  g_assert_cmpuint (shared->n_agreements, ==, 5000);
  g_assert_cmpuint (alone->n_agreements, ==, 5000);
  g_assert_cmpuint (shared->n_funders, ==, alone->n_funders);
  for (guint i = 0; i < 5000; i++)
    {
      const TenureFactAgreement *a = &shared->agreements[i], *b = &alone->agreements[i];

      g_assert_cmpint (a->id, ==, i + 1);
      g_assert_cmpint (b->id, ==, i + 1);
      g_assert_cmpstr (a->title, ==, b->title);
      g_assert_cmpstr (name_at (shared->services, a->service), ==, name_at (alone->services, b->service));
      g_assert_cmpstr (name_at (shared->owners, a->owner), ==, name_at (alone->owners, b->owner));
      g_assert_cmpint (a->service, ==, b->service);
      g_assert_cmpint (a->owner, ==, b->owner);
      g_assert_cmpint (a->predecessor, ==, i % 3 == 2 ? 4999 - (int) i : -1);
      g_assert_cmpint (b->predecessor, ==, a->predecessor);
      g_assert_cmpint (a->lead, ==, b->lead);
      g_assert_cmpuint (a->n_funders, ==, b->n_funders);
      for (guint f = 0; f < a->n_funders; f++)
        g_assert_cmpint (shared->funders[a->first_funder + f].share_bp, ==, alone->funders[b->first_funder + f].share_bp);
    }
  for (guint i = 1; i < shared->n_services; i++)
    g_assert_cmpstr (shared->services[i - 1], <, shared->services[i]);
}

/* What a foreign hand wrote is "not recorded", never a wrong figure and never a crash. */
static void
test_foreign_values (StoreFixture *fixture, gconstpointer data)
{
  StoreSample sample = store_make_sample (fixture->document);
  g_autoptr (TenureFacts) facts = NULL;

  g_assert_cmpint (sqlite3_exec (fixture->document->writer->db,
                                 "UPDATE agreement SET start = 'soon', \"end\" = '2026-02-30', kind = 'barter', duration = 'long', "
                                 "currency = 'pounds', provider = 4711, predecessor = id, title = x'ff' || 'A', open_ended = 7;"
                                 "UPDATE funder SET organisation = 4711, share = -3;"
                                 "INSERT INTO extension (agreement, length) VALUES (4711, 'P1Y');"
                                 "INSERT INTO seat (board) VALUES (4711); INSERT INTO appointment (seat, person) VALUES (4711, 4712);"
                                 "INSERT INTO usual_terms (funder, renewal_notice) VALUES (4711, 'P6M')",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  facts = load (fixture->document);
  g_assert_cmpuint (facts->n_agreements, ==, 1);
  g_assert_cmpint (facts->agreements[0].id, ==, sample.agreement);
  g_assert_cmpint (facts->agreements[0].start, ==, TENURE_DAY_NONE);
  g_assert_cmpint (facts->agreements[0].end, ==, TENURE_DAY_NONE);
  g_assert_cmpint (facts->agreements[0].kind, ==, TENURE_KIND_UNKNOWN);
  g_assert_false (facts->agreements[0].duration.known);
  g_assert_cmpuint (facts->agreements[0].currency, ==, TENURE_CURRENCY_NONE);
  g_assert_cmpint (facts->agreements[0].provider, ==, -1);
  g_assert_cmpint (facts->agreements[0].predecessor, ==, 0);
  g_assert_cmpint (facts->agreements[0].open_ended, ==, TENURE_FACT_YES);
  g_assert_true (g_utf8_validate (facts->agreements[0].title, -1, NULL));
  g_assert_cmpint (facts->funders[0].organisation, ==, -1);
  g_assert_cmpint (facts->funders[0].share_bp, ==, -1);
  g_assert_cmpuint (facts->n_extensions, ==, 1);
  g_assert_cmpuint (facts->n_seats, ==, 0);
  g_assert_cmpuint (facts->n_appointments, ==, 0);
  g_assert_cmpuint (facts->n_usual_terms, ==, 0);
}

static void
test_cancel (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (StoreModel) model = store_model_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GError) error = NULL;

  store_model_fill (model, fixture->document, rand, 1500);
  g_cancellable_cancel (cancellable);
  g_assert_null (tenure_load_facts (tenure_document_get_reader (fixture->document), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  tenure_facts_free (load (fixture->document));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("random", test_random);
  ADD ("shared-out", test_shared_out);
  ADD ("empty", test_empty);
  ADD ("rule-codes", test_rule_codes);
  ADD ("seldom", test_seldom);
  ADD ("snooze-levels", test_snooze_levels);
  ADD ("foreign-values", test_foreign_values);
  ADD ("cancel", test_cancel);
  return g_test_run ();
}
