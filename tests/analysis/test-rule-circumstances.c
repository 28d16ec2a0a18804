/* What docs/domain.md, section 3, says of every rule alike, tried on every rule: its thresholds are those of the catalogue, it
 * judges on its own days, in scope, what is not over, and what is not exempted. Each row stands on the last place where its
 * rule fires, so that a threshold moved by one unit changes the level. */

#include "judged.h"
#include "participation-world.h"

enum
{
  PROVIDER,
  COUNCIL,
};

/* --- Documents in which a rule fires --- */

/* The first agreement, running for @months from 1 April 2025. */
static TenureFactAgreement
months_from_april (int months)
{
  TenureFactAgreement agreement = fixture_term (PROVIDER, "2025-04-01", NULL, 90000);

  agreement.end = tenure_day_add_months (agreement.start, months) - 1;
  return agreement;
}

static void
make_term (Fixture *fixture, gint64 months)
{
  fixture_add_agreement (fixture, months_from_april ((int) months));
}

static void
make_year (Fixture *fixture, gint64 unused)
{
  fixture_add_agreement (fixture, fixture_term (PROVIDER, "2026-04-01", "2027-03-31", 90000));
}

static void
make_option (Fixture *fixture, gint64 unused)
{
  make_term (fixture, 36);
  fixture_add_extension (fixture, TENURE_DURATION_MONTHS (12), TENURE_DAY_NONE);
}

/* A year to 31 March 2026, and @gap days later most of another. */
static void
make_rollover (Fixture *fixture, gint64 gap)
{
  TenureFactAgreement second = fixture_term (PROVIDER, "2026-04-01", "2027-03-31", 90000);

  fixture_add_agreement (fixture, fixture_term (PROVIDER, "2025-04-01", "2026-03-31", 90000));
  second.start += (TenureDay) gap;
  second.signed_day = second.start;
  second.predecessor = 0;
  fixture_add_agreement (fixture, second);
}

static void
make_late_signature (Fixture *fixture, gint64 days)
{
  TenureFactAgreement agreement = months_from_april (36);

  agreement.signed_day = agreement.start + (TenureDay) days;
  fixture_add_agreement (fixture, agreement);
}

static void
make_notice (Fixture *fixture, gint64 months)
{
  TenureFactAgreement agreement = months_from_april (36);

  agreement.funder_without_cause = TENURE_FACT_YES;
  agreement.funder_notice = TENURE_DURATION_MONTHS ((gint16) months);
  fixture_add_agreement (fixture, agreement);
}

/* With exactly @months left. */
static void
make_undecided (Fixture *fixture, gint64 months)
{
  TenureFactAgreement agreement = fixture_term (PROVIDER, "2023-04-01", NULL, 90000);

  agreement.end = tenure_day_add_months (day (AS_OF), (int) months) - 1;
  agreement.renewal = TENURE_RENEWAL_NOT_STARTED;
  fixture_add_agreement (fixture, agreement);
}

static void
make_waiting (Fixture *fixture, gint64 days)
{
  char invoiced[TENURE_DAY_ISO_SIZE];

  make_term (fixture, 36);
  fixture_add_payment (fixture, tenure_day_to_iso (day (AS_OF) - (TenureDay) days, invoiced), NULL, 1000);
}

/* One year on, uplifted by @basis_points while the index stood still. */
static void
make_uplift (Fixture *fixture, gint64 basis_points)
{
  make_term (fixture, 36);
  fixture_add_uplift (fixture, "2026-04-01", (gint32) basis_points);
  fixture_add_price_index (fixture, "Prices", TENURE_FACT_YES);
  fixture_add_rate (fixture, "2025-04-01", 0);
}

static void
make_cost (Fixture *fixture, gint64 basis_points)
{
  TenureFactAgreement agreement = months_from_april (36);

  agreement.other_funding_known = agreement.full_cost_known = TRUE;
  agreement.value_minor = basis_points;
  agreement.full_cost_minor = 10000;
  fixture_add_agreement (fixture, agreement);
}

static void
make_arrears (Fixture *fixture, gint64 pounds)
{
  TenureFactOrganisation *provider = &g_array_index (fixture->organisations, TenureFactOrganisation, PROVIDER);
  TenureFactAgreement agreement = months_from_april (36);

  provider->accounts.income_known = TRUE;
  provider->accounts.income_minor = pounds * 100;
  agreement.payment_profile = TENURE_PAID_ARREARS;
  fixture_add_agreement (fixture, agreement);
}

static void
make_wider (Fixture *fixture, gint64 pounds)
{
  make_term (fixture, 36);
  fixture_add_variation (fixture, (TenureFactVariation){ .made = day ("2026-01-01"), .scope = TENURE_SCOPE_CHANGE_WIDER,
                                                         .price_known = TRUE, .price_minor = pounds * 100,
                                                         .currency = TENURE_CURRENCY_GBP });
}

/* A year from the council worth @basis_points of the provider's income. */
static void
make_dependency (Fixture *fixture, gint64 basis_points)
{
  TenureFactOrganisation *provider = &g_array_index (fixture->organisations, TenureFactOrganisation, PROVIDER);

  provider->accounts.income_known = TRUE;
  provider->accounts.income_minor = 1000000;
  fixture_add_agreement (fixture, fixture_term (PROVIDER, "2026-04-01", "2027-03-31", basis_points));
  fixture_add_funder (fixture, COUNCIL);
}

/* All else comes from one trust. */
static void
make_two_funders (Fixture *fixture, gint64 basis_points)
{
  make_dependency (fixture, basis_points);
  fixture_add_other_income (fixture, PROVIDER, "Example Trust", 10000 - basis_points);
}

/* Providers of running agreements: @equal with the same value, the rest of @n with none. */
static void
add_providers (Fixture *fixture, int n, int equal)
{
  for (int i = 0; i < n; i++)
    fixture_add_agreement (fixture, fixture_term (fixture_add_organisation (fixture, "Provider", TENURE_FACT_YES), "2026-04-01",
                                                  "2027-03-31", i < equal ? 1 : 0));
}

/* Ten equal shares: exactly 1,000. */
static void
make_ten_shares (Fixture *fixture, gint64 providers)
{
  add_providers (fixture, (int) providers, 10);
}

/* 3, 2 and five times 1 of 10: (9 + 4 + 5) ÷ 100 is exactly 1,800. */
static void
make_unequal_shares (Fixture *fixture, gint64 providers)
{
  add_providers (fixture, (int) providers, 7);
  g_array_index (fixture->agreements, TenureFactAgreement, 0).value_minor *= 3;
  g_array_index (fixture->agreements, TenureFactAgreement, 1).value_minor *= 2;
}

static void
make_reserves (Fixture *fixture, gint64 months)
{
  TenureFactOrganisation *provider = &g_array_index (fixture->organisations, TenureFactOrganisation, PROVIDER);

  provider->accounts.free_reserves_known = provider->accounts.expenditure_known = TRUE;
  provider->accounts.expenditure_minor = 12000000;
  provider->accounts.free_reserves_minor = months * 1000000;
  make_year (fixture, 0);
}

static void
make_key_person (Fixture *fixture, gint64 unused)
{
  TenureFactAgreement agreement = months_from_april (36);

  agreement.key_person = fixture_add_person (fixture, "Ann Example");
  fixture_add_agreement (fixture, agreement);
}

static void
make_contact (Fixture *fixture, gint64 months)
{
  fixture_add_contact (fixture, (TenureFactContact){ .organisation = COUNCIL, .handover_known = TRUE,
                                                     .person = fixture_add_person (fixture, "Ann Example"),
                                                     .from_day = tenure_day_add_months (day (AS_OF), (int) -months),
                                                     .to_day = TENURE_DAY_NONE });
}

static void
make_board_without_vcs (Fixture *fixture, gint64 unused)
{
  TenureFactBoard board = fixture_board ("Place Board");

  board.voice_expected = TENURE_FACT_YES;
  add_board (fixture, board, 0, 3, 0, 1);
}

static void
make_board_without_vote (Fixture *fixture, gint64 unused)
{
  TenureFactBoard board = fixture_board ("Place Board");

  board.votes = TENURE_FACT_YES;
  add_board (fixture, board, 1, 3, 0, 0);
}

static void
make_board_below_target (Fixture *fixture, gint64 target_bp)
{
  TenureFactBoard board = fixture_board ("Place Board");

  board.target_bp = (gint32) target_bp;
  add_board (fixture, board, 1, 9, 0, 1);
}

/* A seat of the sector for each digit: 1122 is two seats of the first person and two of the second. */
static void
make_holders (Fixture *fixture, gint64 digits)
{
  for (int person = 0; person < 9; person++)
    fixture_add_person (fixture, "Robin Vale");
  fixture_add_board (fixture, fixture_board ("Place Board"));
  for (; digits > 0; digits /= 10)
    {
      fixture_add_seat (fixture, fixture_seat (TENURE_BLOC_VCS));
      fixture_add_appointment (fixture, fixture_appointment ((gint32) (digits % 10) - 1));
    }
}

static void
make_vacancy (Fixture *fixture, gint64 days)
{
  TenureFactSeat seat = fixture_seat (TENURE_BLOC_VCS);

  fixture_add_board (fixture, fixture_board ("Place Board"));
  seat.established = day (AS_OF) - (TenureDay) days;
  fixture_add_seat (fixture, seat);
}

static void
make_tightness (Fixture *fixture, gint64 tightness)
{
  TenureFactAgreement agreement = months_from_april (36);

  agreement.tightness = (gint8) tightness;
  fixture_add_agreement (fixture, agreement);
}

static void
make_role (Fixture *fixture, gint64 months)
{
  TenureFactAgreement agreement = fixture_term (PROVIDER, "2023-04-01", NULL, 90000);

  agreement.end = tenure_day_add_months (day (AS_OF), (int) months);
  agreement.funded_role = TENURE_FUNDED_ROLE_CHAIR;
  fixture_add_agreement (fixture, agreement);
}

static void
make_unready (Fixture *fixture, gint64 unused)
{
  TenureFactAgreement agreement = fixture_term (PROVIDER, "2027-04-01", "2030-03-31", 90000);

  agreement.measures_agreed = TENURE_FACT_NO;
  agreement.specification_agreed = agreement.variation_agreed = TENURE_FACT_YES;
  agreement.communities_known = TRUE;
  fixture_add_agreement (fixture, agreement);
}

/* What @world holds; its own facts go. */
static void
set_world (Fixture *fixture, World *world)
{
  g_autoptr (TenureFacts) facts = world_end (world);

  fixture_set_participation (fixture, facts->participation);
  facts->participation = (TenureParticipationFacts){ 0 };
}

/* @paid of 10,000 minutes that the sector gave to a board are paid. */
static void
make_hours (Fixture *fixture, gint64 paid)
{
  World world = world_new ();

  add_board (fixture, fixture_board ("Place Board"), 1, 1, 0, 1);
  world_add_meeting (&world, 0, day ("2026-11-01"));
  world_add_given (&world, (gint32) paid, TENURE_PAYER_OTHER, -1, -1)->seat = 0;
  world_add_given (&world, 10000 - (gint32) paid, TENURE_PAYER_OWN, -1, -1)->seat = 0;
  set_world (fixture, &world);
}

/* The rate for lived experience, in pence: a day ×100,000, and a half day. */
static void
make_rate (Fixture *fixture, gint64 rates)
{
  World world = world_new ();
  TenureFactPayRate *rate = &g_array_index (world.rates, TenureFactPayRate, 0);

  rate->id = 777777;
  rate->day_minor = rates / 100000;
  rate->half_day_minor = rates % 100000;
  set_world (fixture, &world);
}

static void
make_staff (Fixture *fixture, gint64 unused)
{
  World world = world_new ();
  TenureFactGiven *given;

  fixture_add_board (fixture, fixture_board ("Place Board"));
  world_add_meeting (&world, 0, day ("2026-11-01"));
  given = world_add_given (&world, 60, TENURE_PAYER_OWN, -1, -1);
  given->payee = TENURE_PAYEE_STAFF;
  given->organisation = PROVIDER;
  set_world (fixture, &world);
}

/* £75 of a budget of so many pounds. */
static void
make_budget (Fixture *fixture, gint64 pounds)
{
  World world = world_new ();

  fixture_add_board (fixture, fixture_board ("Place Board"));
  world_add_budget (&world, pounds, "2026-04-01", "2027-03-31");
  world_add_meeting (&world, 0, day ("2026-11-01"));
  world_add_given (&world, 60, TENURE_PAYER_BUDGET, 0, -1);
  set_world (fixture, &world);
}

/* --- The rules --- */

typedef enum
{
  NO_THRESHOLD,
  NOTE,
  AMBER,
  RED,
  EXTRA,
} Threshold;

typedef struct
{
  TenureRuleId rule;
  void (*make) (Fixture *fixture, gint64 argument);
  gint64 argument;
  gint32 index; /* of the record that is judged; -1: the whole */
  TenureLevel level;
  Threshold moves;   /* the threshold on which the document stands */
  int by;            /* moved by so much, … */
  TenureLevel after; /* … the level is this */
} Row;

#define NONE TENURE_LEVEL_NONE

/* clang-format off */
static const Row rows[] = {
  { TENURE_RULE_T1, make_year, 0, 0, TENURE_LEVEL_RED, RED, -1, NONE },
  { TENURE_RULE_T2, make_term, 35, 0, TENURE_LEVEL_AMBER, AMBER, -1, NONE },
  { TENURE_RULE_T3, make_option, 0, 0, TENURE_LEVEL_NOTE, NO_THRESHOLD, 0, NONE },
  { TENURE_RULE_T4, make_rollover, 0, 1, TENURE_LEVEL_RED, RED, 1, NONE },
  { TENURE_RULE_T4, make_rollover, 31, 1, TENURE_LEVEL_RED, EXTRA, -1, NONE },
  { TENURE_RULE_T5, make_late_signature, 1, 0, TENURE_LEVEL_AMBER, AMBER, 1, NONE },
  { TENURE_RULE_T5, make_rollover, 1, 1, TENURE_LEVEL_AMBER, NO_THRESHOLD, 0, NONE },
  { TENURE_RULE_N1, make_notice, 2, 0, TENURE_LEVEL_RED, RED, -1, NONE },
  { TENURE_RULE_N2, make_undecided, 2, 0, TENURE_LEVEL_RED, RED, -1, TENURE_LEVEL_AMBER },
  { TENURE_RULE_N2, make_undecided, 5, 0, TENURE_LEVEL_AMBER, AMBER, -1, TENURE_LEVEL_NOTE },
  { TENURE_RULE_N2, make_undecided, 11, 0, TENURE_LEVEL_NOTE, NOTE, -1, NONE },
  { TENURE_RULE_P1, make_waiting, 31, 0, TENURE_LEVEL_RED, RED, 1, NONE },
  { TENURE_RULE_P2, make_uplift, -1, 0, TENURE_LEVEL_AMBER, AMBER, 1, NONE },
  { TENURE_RULE_P2, make_uplift, -501, 0, TENURE_LEVEL_RED, RED, 1, TENURE_LEVEL_AMBER },
  { TENURE_RULE_P3, make_cost, 9999, 0, TENURE_LEVEL_RED, RED, -1, NONE },
  { TENURE_RULE_P4, make_arrears, 99999, 0, TENURE_LEVEL_AMBER, NO_THRESHOLD, 0, NONE },
  { TENURE_RULE_V1, make_wider, 0, 0, TENURE_LEVEL_RED, NO_THRESHOLD, 0, NONE },
  { TENURE_RULE_D1, make_dependency, 5000, PROVIDER, TENURE_LEVEL_AMBER, AMBER, 1, NONE },
  { TENURE_RULE_D1, make_dependency, 7000, PROVIDER, TENURE_LEVEL_RED, RED, 1, TENURE_LEVEL_AMBER },
  { TENURE_RULE_D2, make_two_funders, 5010, PROVIDER, TENURE_LEVEL_AMBER, AMBER, -1, NONE },                   /* 1.99 */
  { TENURE_RULE_D2, make_two_funders, 7900, PROVIDER, TENURE_LEVEL_RED, RED, -1, TENURE_LEVEL_AMBER },         /* 1.49 */
  { TENURE_RULE_D3, make_ten_shares, 21, -1, TENURE_LEVEL_NOTE, NOTE, 1, NONE },
  { TENURE_RULE_D3, make_ten_shares, 21, -1, TENURE_LEVEL_NOTE, EXTRA, 1, NONE },
  { TENURE_RULE_D3, make_unequal_shares, 21, -1, TENURE_LEVEL_AMBER, AMBER, 1, TENURE_LEVEL_NOTE },
  { TENURE_RULE_R1, make_reserves, 2, PROVIDER, TENURE_LEVEL_AMBER, AMBER, -1, NONE },
  { TENURE_RULE_R1, make_reserves, 0, PROVIDER, TENURE_LEVEL_RED, RED, -1, TENURE_LEVEL_AMBER },
  { TENURE_RULE_K1, make_key_person, 0, 0, TENURE_LEVEL_AMBER, NO_THRESHOLD, 0, NONE },
  { TENURE_RULE_C1, make_contact, 11, 0, TENURE_LEVEL_AMBER, AMBER, -1, NONE },
  { TENURE_RULE_G1, make_board_without_vcs, 0, 0, TENURE_LEVEL_RED, NO_THRESHOLD, 0, NONE },
  { TENURE_RULE_G2, make_board_without_vote, 0, 0, TENURE_LEVEL_RED, NO_THRESHOLD, 0, NONE },
  { TENURE_RULE_G3, make_board_below_target, 1001, 0, TENURE_LEVEL_AMBER, NO_THRESHOLD, 0, NONE },
  { TENURE_RULE_G5, make_holders, 11223456, -1, TENURE_LEVEL_AMBER, AMBER, 1, NONE },
  { TENURE_RULE_G5, make_holders, 11122234, -1, TENURE_LEVEL_RED, RED, 1, TENURE_LEVEL_AMBER },
  { TENURE_RULE_G5, make_holders, 11223, -1, TENURE_LEVEL_RED, EXTRA, 1, NONE },
  { TENURE_RULE_G6, make_holders, 1, 0, TENURE_LEVEL_AMBER, NO_THRESHOLD, 0, NONE },
  { TENURE_RULE_G8, make_vacancy, 91, 0, TENURE_LEVEL_AMBER, AMBER, 1, NONE },
  { TENURE_RULE_Q1, make_tightness, 1, 0, TENURE_LEVEL_NOTE, NOTE, -1, NONE },
  { TENURE_RULE_Q1, make_tightness, 5, 0, TENURE_LEVEL_NOTE, EXTRA, 1, NONE },
  { TENURE_RULE_E1, make_role, 6, 0, TENURE_LEVEL_AMBER, AMBER, -1, NONE },
  { TENURE_RULE_A1, make_unready, 0, 0, TENURE_LEVEL_AMBER, NO_THRESHOLD, 0, NONE },
  { TENURE_RULE_B1, make_hours, 9999, 0, TENURE_LEVEL_NOTE, NOTE, -1, NONE },
  { TENURE_RULE_B1, make_hours, 4999, 0, TENURE_LEVEL_AMBER, AMBER, -1, TENURE_LEVEL_NOTE },
  { TENURE_RULE_B1, make_hours, 0, 0, TENURE_LEVEL_RED, RED, -1, TENURE_LEVEL_AMBER },
  { TENURE_RULE_B2, make_rate, G_GINT64_CONSTANT (1499907500), 0, TENURE_LEVEL_AMBER, AMBER, -1, NONE },
  { TENURE_RULE_B2, make_rate, G_GINT64_CONSTANT (1500007499), 0, TENURE_LEVEL_AMBER, EXTRA, -1, NONE },
  { TENURE_RULE_B3, make_staff, 0, PROVIDER, TENURE_LEVEL_NOTE, NO_THRESHOLD, 0, NONE },
  { TENURE_RULE_B4, make_budget, 74, 0, TENURE_LEVEL_RED, NO_THRESHOLD, 0, NONE },
};
/* clang-format on */

static Fixture *
make (const Row *row)
{
  Fixture *fixture = fixture_new ();

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_organisation (fixture, "North Council", TENURE_FACT_NO);
  for (guint i = 0; i < fixture->organisations->len; i++)
    g_array_index (fixture->organisations, TenureFactOrganisation, i).accounts.currency = TENURE_CURRENCY_GBP;
  row->make (fixture, row->argument);
  return fixture;
}

/* Judged by @rules, NULL for those of the catalogue. */
static Judged
judge_by (Fixture *fixture, const TenureRule *rules)
{
  TenureAnalysisOptions options = { .rules = rules };
  Judged judged = { .facts = fixture_end (fixture) };

  judged.analysis = tenure_analysis_new (judged.facts, day (AS_OF), &options, NULL);
  return judged;
}

static void
assert_row (const Row *row, Fixture *fixture, const TenureRule *rules, TenureLevel level)
{
  g_auto (Judged) judged = judge_by (fixture, rules);

  g_test_message ("%s, %" G_GINT64_FORMAT, tenure_rule (row->rule)->code, row->argument);
  assert_level (&judged, row->rule, row->index, level, 0);
}

static void
copy_rules (TenureRule *rules)
{
  for (int rule = 0; rule < TENURE_N_RULES; rule++)
    rules[rule] = *tenure_rule ((TenureRuleId) rule);
}

static gint32 *
threshold_of (TenureRule *rule, Threshold threshold)
{
  gint32 *const thresholds[] = { NULL, &rule->note, &rule->amber, &rule->red, &rule->extra };

  return thresholds[threshold];
}

/* --- Tests --- */

static void
test_thresholds (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Fixture) fixture = make (&rows[i]), moved = make (&rows[i]);
      TenureRule rules[TENURE_N_RULES];

      assert_row (&rows[i], fixture, NULL, rows[i].level);
      if (rows[i].moves == NO_THRESHOLD)
        continue;
      copy_rules (rules);
      *threshold_of (&rules[rows[i].rule], rows[i].moves) += rows[i].by;
      assert_row (&rows[i], moved, rules, rows[i].after);
    }
}

/* No rule is left out, and no threshold of any. */
static void
test_all_tried (void)
{
  for (int id = 0; id < TENURE_N_RULES; id++)
    for (int threshold = NO_THRESHOLD; threshold <= EXTRA; threshold++)
      {
        TenureRule rule = *tenure_rule ((TenureRuleId) id);
        gboolean tried = threshold != NO_THRESHOLD && *threshold_of (&rule, (Threshold) threshold) == TENURE_THRESHOLD_UNSET;

        for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
          tried |= rows[i].rule == (TenureRuleId) id
                   && (threshold == NO_THRESHOLD || rows[i].moves == (Threshold) threshold);
        g_test_message ("%s, threshold %d", rule.code, threshold);
        g_assert_true (tried);
      }
}

/* From its first day to its last, both included. */
static void
test_in_force (void)
{
  static const struct
  {
    const char *from, *until;
    gboolean fires;
  } days[] = {
    { AS_OF, AS_OF, TRUE },
    { "2026-11-22", NULL, FALSE },
    { NULL, "2026-11-20", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (gsize n = 0; n < G_N_ELEMENTS (days); n++)
      {
        g_autoptr (Fixture) fixture = make (&rows[i]);
        TenureRule rules[TENURE_N_RULES];

        copy_rules (rules);
        rules[rows[i].rule].from = day (days[n].from);
        rules[rows[i].rule].until = day (days[n].until);
        assert_row (&rows[i], fixture, rules, days[n].fires ? rows[i].level : NONE);
      }
}

static void
assert_exempted (const Row *row, TenureFactExemption exemption, gboolean exempted)
{
  g_autoptr (Fixture) fixture = make (row);
  g_auto (Judged) judged = { 0 };
  guint n = 0;

  fixture_add_exemption (fixture, exemption);
  judged = judge_by (fixture, NULL);
  g_test_message ("%s, %" G_GINT64_FORMAT, tenure_rule (row->rule)->code, row->argument);
  assert_level (&judged, row->rule, row->index, exempted ? NONE : row->level, 0);
  for (guint i = 0; i < judged.analysis->flags->n_exempted; i++)
    {
      const TenureFlag *flag = &judged.analysis->flags->exempted[i];

      n += flag->rule == row->rule && flag->index == row->index && flag->level == row->level;
    }
  g_assert_cmpuint (n, ==, exempted ? 1 : 0);
}

/* In force, reviewed, still to begin, of another record or rule; the whole is exempted under no record's id. */
static void
test_exemptions (void)
{
  static const struct
  {
    const char *from, *review;
    int other_record, other_rule; /* added to the record's id and to the rule */
    gboolean exempted;
  } cases[] = {
    { NULL, "2026-11-22", 0, 0, TRUE },
    { AS_OF, "2027-11-21", 0, 0, TRUE },
    { NULL, AS_OF, 0, 0, FALSE },
    { "2026-11-22", "2027-11-21", 0, 0, FALSE },
    { NULL, NULL, 0, 0, FALSE },
    { NULL, "2027-11-21", 77, 0, FALSE },
    { NULL, "2027-11-21", 0, 1, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Fixture) fixture = make (&rows[i]);
      g_auto (Judged) judged = judge_by (fixture, NULL);
      TenureId record = find_flag (&judged, rows[i].rule, rows[i].index)->id;

      g_assert_true ((record == TENURE_ID_NONE) == (rows[i].index < 0));
      for (gsize n = 0; n < G_N_ELEMENTS (cases); n++)
        assert_exempted (&rows[i],
                         (TenureFactExemption){ .rule = ((int) rows[i].rule + cases[n].other_rule) % TENURE_N_RULES,
                                                .record = record + cases[n].other_record, .from_day = day (cases[n].from),
                                                .review = day (cases[n].review), .reason = "Meant to be so" },
                         cases[n].exempted);
    }
}

/* Of boards, which are of no sector. */
static gboolean
is_about_boards (const Row *row)
{
  TenureRecordType type = tenure_rule (row->rule)->record_type;

  return type == TENURE_RECORD_BOARD || type == TENURE_RECORD_SEAT || type == TENURE_RECORD_PAY_RATE
         || type == TENURE_RECORD_BUDGET || row->rule == TENURE_RULE_G5;
}

/* Where nobody said whether a provider is of the sector, nothing is judged but boards, and what taking part in them
 * costs; where all are outside it, their contacts are. */
static void
test_scope (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int vcs = TENURE_FACT_UNKNOWN; vcs <= TENURE_FACT_NO; vcs++)
      {
        g_autoptr (Fixture) fixture = make (&rows[i]);
        gboolean fires = is_about_boards (&rows[i]) || (rows[i].rule == TENURE_RULE_C1 && vcs == TENURE_FACT_NO);

        for (guint n = 0; n < fixture->organisations->len; n++)
          g_array_index (fixture->organisations, TenureFactOrganisation, n).vcs = (gint8) vcs;
        assert_row (&rows[i], fixture, NULL, fires ? rows[i].level : NONE);
      }
}

/* Rates and budgets end the day before T, and whoever took part did so two years before. */
static void
end_participation (Fixture *fixture)
{
  TenureParticipationFacts *facts = &fixture->participation;

  for (guint i = 0; i < facts->n_pay_rates; i++)
    facts->pay_rates[i].to_day = day (AS_OF) - 1;
  for (guint i = 0; i < facts->n_budgets; i++)
    facts->budgets[i].to_day = day (AS_OF) - 1;
  for (guint i = 0; i < facts->n_meetings; i++)
    facts->meetings[i].held = tenure_day_add_months (day (AS_OF), -24);
}

/* Agreements, boards and contacts that were over the day before T: no rule says anything. */
static void
test_over (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Fixture) fixture = make (&rows[i]);
      TenureDay before = day (AS_OF) - 1;

      for (guint n = 0; n < fixture->agreements->len; n++)
        {
          TenureFactAgreement *agreement = &g_array_index (fixture->agreements, TenureFactAgreement, n);

          agreement->start = MIN (agreement->start, before);
          agreement->terminated = before;
        }
      for (guint n = 0; n < fixture->boards->len; n++)
        g_array_index (fixture->boards, TenureFactBoard, n).to_day = before;
      for (guint n = 0; n < fixture->contacts->len; n++)
        g_array_index (fixture->contacts, TenureFactContact, n).to_day = before;
      end_participation (fixture);
      assert_row (&rows[i], fixture, NULL, NONE);
    }
}

/* Seen from the day before the agreement begins. What was agreed is judged already; what happens while it runs is not. */
static void
test_planned (void)
{
  static const TenureRuleId runs[] = { TENURE_RULE_N2, TENURE_RULE_P1, TENURE_RULE_P2, TENURE_RULE_V1, TENURE_RULE_E1 };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Fixture) fixture = make (&rows[i]);
      gboolean waits = rows[i].make == make_late_signature;
      g_auto (Judged) judged = { 0 };
      TenureDay start;

      if (tenure_rule (rows[i].rule)->record_type != TENURE_RECORD_AGREEMENT)
        continue;
      for (gsize n = 0; n < G_N_ELEMENTS (runs); n++)
        waits |= runs[n] == rows[i].rule;
      start = g_array_index (fixture->agreements, TenureFactAgreement, rows[i].index).start;
      judged.facts = fixture_end (fixture);
      judged.analysis = tenure_analysis_new (judged.facts, start - 1, NULL, NULL);
      g_test_message ("%s, %" G_GINT64_FORMAT, tenure_rule (rows[i].rule)->code, rows[i].argument);
      assert_level (&judged, rows[i].rule, rows[i].index, waits ? NONE : rows[i].level, 0);
    }
}

/* No provider is judged by agreements of which none runs yet. */
static void
test_provider_of_planned (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if ((tenure_rule (rows[i].rule)->record_type == TENURE_RECORD_ORGANISATION && rows[i].rule != TENURE_RULE_B3)
        || rows[i].rule == TENURE_RULE_D3)
      {
        g_autoptr (Fixture) fixture = make (&rows[i]);

        for (guint n = 0; n < fixture->agreements->len; n++)
          g_array_index (fixture->agreements, TenureFactAgreement, n).start = day (AS_OF) + 1;
        assert_row (&rows[i], fixture, NULL, NONE);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule-circumstances/thresholds", test_thresholds);
  g_test_add_func ("/rule-circumstances/all-tried", test_all_tried);
  g_test_add_func ("/rule-circumstances/in-force", test_in_force);
  g_test_add_func ("/rule-circumstances/exemptions", test_exemptions);
  g_test_add_func ("/rule-circumstances/scope", test_scope);
  g_test_add_func ("/rule-circumstances/over", test_over);
  g_test_add_func ("/rule-circumstances/planned", test_planned);
  g_test_add_func ("/rule-circumstances/provider-of-planned", test_provider_of_planned);
  return g_test_run ();
}
