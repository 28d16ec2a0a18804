/* "Cannot tell" against an obvious slow version: of a record that lacks something, every value that it might have is tried.
 * What all of these worlds have in common is said; where a rule fires in some and not in others, it cannot be told. Each level
 * is worked out here from docs/domain.md, section 3, alone, and every combination of inputs is gone through. */

#include "judged.h"

#include <string.h>

#define UNKNOWN G_MININT64
#define MAX_INPUTS 6
#define MAX_VALUES 11
#define N_PERSONS 6
#define POUNDS 100
#define IMPOSSIBLE ((TenureLevel) 99)

/* What a rule rests on: its possible values, of which the last @imagined are never recorded here, and may be what an unknown
 * one is; and whether it may be unknown. */
typedef struct
{
  gint64 values[MAX_VALUES];
  guint n, imagined;
  gboolean always_known;
} Input;

typedef struct
{
  TenureRuleId rule;
  gint32 index; /* of the record that is judged; -1: the whole */
  Input inputs[MAX_INPUTS];
  TenureLevel (*level) (const gint64 *inputs);           /* where all is known */
  void (*make) (Fixture *fixture, const gint64 *inputs); /* where some may be UNKNOWN */
} Question;

/* --- Agreements --- */

static gboolean
is_known (gint64 input)
{
  return input != UNKNOWN;
}

static gint8
fact_of (gint64 input)
{
  return (gint8) (is_known (input) ? input : TENURE_FACT_UNKNOWN);
}

static TenureDay
day_of (gint64 input)
{
  return is_known (input) ? day ("2026-04-01") + (TenureDay) input : TENURE_DAY_NONE;
}

/* Start and end, in days from 1 April 2026: its twelfth and thirty-sixth months end 364 and 1095 days on. No world has an end
 * before the start. */
static TenureLevel
level_of_t1 (const gint64 *inputs)
{
  TenureDay start = day_of (inputs[0]), after = day_of (inputs[1]) + 1;

  if (after <= start)
    return IMPOSSIBLE;
  return after <= tenure_day_add_months (start, 12) || after - 1 == tenure_day_add_months (start, 12) ? TENURE_LEVEL_RED
                                                                                                   : TENURE_LEVEL_NONE;
}

static TenureLevel
level_of_t2 (const gint64 *inputs)
{
  TenureDay start = day_of (inputs[0]), after = day_of (inputs[1]) + 1;

  if (level_of_t1 (inputs) != TENURE_LEVEL_NONE)
    return level_of_t1 (inputs) == TENURE_LEVEL_RED ? TENURE_LEVEL_NONE : IMPOSSIBLE;
  return after < tenure_day_add_months (start, 36) ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

static void
make_term (Fixture *fixture, const gint64 *inputs)
{
  TenureFactAgreement agreement = fixture_term (0, NULL, NULL, 12000);

  agreement.start = day_of (inputs[0]);
  agreement.end = day_of (inputs[1]);
  fixture_add_agreement (fixture, agreement);
}

/* Start and end of a term, and of the one that renews it; whether one provider has both. */
static TenureLevel
level_of_t4 (const gint64 *inputs)
{
  TenureLevel first = level_of_t1 (inputs), second = level_of_t1 (inputs + 2);

  if (first == IMPOSSIBLE || second == IMPOSSIBLE)
    return IMPOSSIBLE;
  return first == TENURE_LEVEL_RED && second == TENURE_LEVEL_RED && inputs[2] - (inputs[1] + 1) <= 31 && inputs[4]
             ? TENURE_LEVEL_RED
             : TENURE_LEVEL_NONE;
}

static void
make_renewal (Fixture *fixture, const gint64 *inputs)
{
  gint32 other = fixture_add_organisation (fixture, "Harbour Rights", TENURE_FACT_YES);

  make_term (fixture, inputs);
  make_term (fixture, inputs + 2);
  g_array_index (fixture->agreements, TenureFactAgreement, 0).provider = !is_known (inputs[4]) ? -1 : inputs[4] ? 0 : other;
  g_array_index (fixture->agreements, TenureFactAgreement, 1).predecessor = 0;
}

/* The end of the term before, the start, the signature. */
static TenureLevel
level_of_t5 (const gint64 *inputs)
{
  return inputs[1] > inputs[0] + 1 || inputs[2] > inputs[1] ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

static void
make_signature (Fixture *fixture, const gint64 *inputs)
{
  const gint64 first[] = { -1000, inputs[0] }, second[] = { inputs[1], 1000 };

  make_term (fixture, first);
  make_term (fixture, second);
  g_array_index (fixture->agreements, TenureFactAgreement, 1).predecessor = 0;
  g_array_index (fixture->agreements, TenureFactAgreement, 1).signed_day = day_of (inputs[2]);
}

/* The end of what began long ago, and what is recorded of its renewal. Undecided, the level is by the months left on 21 Nov
 * 2026: under three to 19 Feb, six to 19 May, twelve to 19 Nov 2027. */
static TenureLevel
level_of_n2 (const gint64 *inputs)
{
  TenureDay end = day_of (inputs[0]);

  if (inputs[1] == TENURE_RENEWAL_RENEWED || inputs[1] == TENURE_RENEWAL_NOT_RENEWING)
    return TENURE_LEVEL_NONE;
  if (end <= day ("2027-02-19"))
    return TENURE_LEVEL_RED;
  if (end <= day ("2027-05-19"))
    return TENURE_LEVEL_AMBER;
  return end <= day ("2027-11-19") ? TENURE_LEVEL_NOTE : TENURE_LEVEL_NONE;
}

static void
make_undecided (Fixture *fixture, const gint64 *inputs)
{
  const gint64 term[] = { -1000, inputs[0] };

  make_term (fixture, term);
  g_array_index (fixture->agreements, TenureFactAgreement, 0).renewal = (gint8) inputs[1];
}

/* Uplift and rise of the index, in basis points, of one year and of the next. */
static TenureLevel
level_of_p2 (const gint64 *inputs)
{
  double price = (1 + inputs[0] / 1e4) * (1 + inputs[2] / 1e4), index = (1 + inputs[1] / 1e4) * (1 + inputs[3] / 1e4);
  double change = price / index - 1;

  if (change < -0.05 - 1e-9)
    return TENURE_LEVEL_RED;
  return change < -1e-9 ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

static void
make_uplifts (Fixture *fixture, const gint64 *inputs)
{
  static const char *const starts[] = { "2024-04-01", "2025-04-01", "2026-04-01" };

  fixture_add_agreement (fixture, fixture_term (0, starts[0], "2030-03-31", 12000));
  fixture_add_price_index (fixture, "Prices", TENURE_FACT_YES);
  for (guint year = 0; year < 2; year++)
    {
      if (is_known (inputs[2 * year]))
        fixture_add_uplift (fixture, starts[year + 1], (gint32) inputs[2 * year]);
      if (is_known (inputs[2 * year + 1]))
        fixture_add_rate (fixture, starts[year], (gint32) inputs[2 * year + 1]);
    }
}

/* Whether the funder may end it without cause; its notice in months. */
static TenureLevel
level_of_n1 (const gint64 *inputs)
{
  return inputs[0] == TENURE_FACT_YES && inputs[1] < 3 ? TENURE_LEVEL_RED : TENURE_LEVEL_NONE;
}

static void
make_notice (Fixture *fixture, const gint64 *inputs)
{
  TenureFactAgreement agreement = fixture_term (0, "2026-04-01", "2030-03-31", 12000);

  agreement.funder_without_cause = fact_of (inputs[0]);
  if (is_known (inputs[1]))
    agreement.funder_notice = TENURE_DURATION_MONTHS ((gint16) inputs[1]);
  fixture_add_agreement (fixture, agreement);
}

/* Value, other funders' money, full cost. */
static TenureLevel
level_of_p3 (const gint64 *inputs)
{
  return inputs[0] + inputs[1] < inputs[2] ? TENURE_LEVEL_RED : TENURE_LEVEL_NONE;
}

static void
make_cost (Fixture *fixture, const gint64 *inputs)
{
  TenureFactAgreement agreement = fixture_term (0, "2026-04-01", "2030-03-31", is_known (inputs[0]) ? inputs[0] : -1);

  agreement.other_funding_known = is_known (inputs[1]);
  agreement.other_funding_minor = agreement.other_funding_known ? inputs[1] * POUNDS : 0;
  agreement.full_cost_known = is_known (inputs[2]);
  agreement.full_cost_minor = agreement.full_cost_known ? inputs[2] * POUNDS : 0;
  fixture_add_agreement (fixture, agreement);
}

/* The provider's income, the payment profile. */
static TenureLevel
level_of_p4 (const gint64 *inputs)
{
  gboolean waits = inputs[1] == TENURE_PAID_ARREARS || inputs[1] == TENURE_PAID_RESULTS;

  return inputs[0] < 100000 && waits ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

static void
make_arrears (Fixture *fixture, const gint64 *inputs)
{
  TenureFactOrganisation *provider = &g_array_index (fixture->organisations, TenureFactOrganisation, 0);
  TenureFactAgreement agreement = fixture_term (0, "2026-04-01", "2030-03-31", 12000);

  provider->accounts.income_known = is_known (inputs[0]);
  provider->accounts.income_minor = provider->accounts.income_known ? inputs[0] * POUNDS : 0;
  agreement.payment_profile = (gint8) (is_known (inputs[1]) ? inputs[1] : TENURE_PAID_UNKNOWN);
  fixture_add_agreement (fixture, agreement);
}

/* Scope and price of one variation, and of another. */
static TenureLevel
level_of_v1 (const gint64 *inputs)
{
  gboolean unfunded = (inputs[0] == TENURE_SCOPE_CHANGE_WIDER && inputs[1] <= 0)
                      || (inputs[2] == TENURE_SCOPE_CHANGE_WIDER && inputs[3] <= 0);

  return unfunded ? TENURE_LEVEL_RED : TENURE_LEVEL_NONE;
}

static void
make_variations (Fixture *fixture, const gint64 *inputs)
{
  fixture_add_agreement (fixture, fixture_term (0, "2024-04-01", "2030-03-31", 12000));
  for (guint i = 0; i < 4; i += 2)
    {
      gboolean known = is_known (inputs[i + 1]);

      fixture_add_variation (fixture, (TenureFactVariation){ .made = day ("2026-01-01"), .scope = (gint8) inputs[i],
                                                             .price_known = known, .price_minor = known ? inputs[i + 1] : 0,
                                                             .currency = TENURE_CURRENCY_GBP });
    }
}

/* A funded role that began long ago, to a day. */
static TenureLevel
level_of_e1 (const gint64 *inputs)
{
  return day_of (inputs[0]) <= day ("2027-05-21") ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

static void
make_role (Fixture *fixture, const gint64 *inputs)
{
  TenureFactAgreement agreement = fixture_term (0, "2024-04-01", NULL, 12000);

  agreement.end = day_of (inputs[0]);
  agreement.funded_role = TENURE_FUNDED_ROLE_COORDINATOR;
  fixture_add_agreement (fixture, agreement);
}

/* Specification, measures, way of varying, whether it is said who is served. */
static TenureLevel
level_of_a1 (const gint64 *inputs)
{
  return inputs[0] && inputs[1] && inputs[2] && inputs[3] ? TENURE_LEVEL_NONE : TENURE_LEVEL_AMBER;
}

static void
make_planned (Fixture *fixture, const gint64 *inputs)
{
  TenureFactAgreement agreement = fixture_term (0, "2027-04-01", "2030-03-31", 12000);

  agreement.specification_agreed = fact_of (inputs[0]);
  agreement.measures_agreed = fact_of (inputs[1]);
  agreement.variation_agreed = fact_of (inputs[2]);
  agreement.communities_known = is_known (inputs[3]) && inputs[3] == TENURE_FACT_YES;
  fixture_add_agreement (fixture, agreement);
}

/* --- Providers --- */

static TenureFactOrganisation *
provider_of (Fixture *fixture)
{
  return &g_array_index (fixture->organisations, TenureFactOrganisation, 0);
}

/* Income; a year from one funder, and one from another. */
static TenureLevel
level_of_d1 (const gint64 *inputs)
{
  gint64 largest = MAX (inputs[1], inputs[2]);

  if (largest * 10 >= inputs[0] * 7)
    return TENURE_LEVEL_RED;
  return largest * 2 >= inputs[0] ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

static void
make_dependency (Fixture *fixture, const gint64 *inputs)
{
  provider_of (fixture)->accounts.income_known = is_known (inputs[0]);
  provider_of (fixture)->accounts.income_minor = is_known (inputs[0]) ? inputs[0] * POUNDS : 0;
  for (gint32 funder = 1; funder <= 2; funder++)
    {
      gint64 pounds = is_known (inputs[funder]) ? inputs[funder] : -1;

      fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", pounds));
      fixture_add_funder (fixture, fixture_add_organisation (fixture, "Funder", TENURE_FACT_NO));
    }
}

/* Free reserves, yearly expenditure, the organisation's own policy in months or -1. */
static TenureLevel
level_of_r1 (const gint64 *inputs)
{
  double months = 12.0 * (double) inputs[0] / (double) inputs[1];

  if (months >= (inputs[2] >= 0 ? (double) inputs[2] : 3))
    return TENURE_LEVEL_NONE;
  return months < 1 ? TENURE_LEVEL_RED : TENURE_LEVEL_AMBER;
}

static void
make_reserves (Fixture *fixture, const gint64 *inputs)
{
  TenureFactOrganisation *provider = provider_of (fixture);

  provider->accounts.free_reserves_known = is_known (inputs[0]);
  provider->accounts.free_reserves_minor = provider->accounts.free_reserves_known ? inputs[0] * POUNDS : 0;
  provider->accounts.expenditure_known = TRUE;
  provider->accounts.expenditure_minor = inputs[1] * POUNDS;
  provider->reserves_policy = (gint16) inputs[2];
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 12000));
}

/* Since when somebody at a council is in post, and whether a handover is recorded. */
static TenureLevel
level_of_c1 (const gint64 *inputs)
{
  return day_of (inputs[0]) > day ("2025-11-21") || !inputs[1] ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

static void
make_contact (Fixture *fixture, const gint64 *inputs)
{
  fixture_add_contact (fixture, (TenureFactContact){ .organisation = fixture_add_organisation (fixture, "North", TENURE_FACT_NO),
                                                     .person = fixture_add_person (fixture, "Ann Example"),
                                                     .from_day = day_of (inputs[0]), .to_day = TENURE_DAY_NONE,
                                                     .handover_known = inputs[1] != 0 });
}

/* --- Boards --- */

#define N_SEATS 5

/* The blocs of the seats after the first input. */
static int
count_vcs (const gint64 *blocs)
{
  int n = 0;

  for (int i = 0; i < N_SEATS; i++)
    n += blocs[i] == TENURE_BLOC_VCS;
  return n;
}

static void
add_seats (Fixture *fixture, TenureFactBoard board, const gint64 *blocs)
{
  fixture_add_board (fixture, board);
  for (int i = 0; i < N_SEATS; i++)
    fixture_add_seat (fixture, fixture_seat (is_known (blocs[i]) ? (TenureBloc) blocs[i] : TENURE_BLOC_UNKNOWN));
}

static TenureLevel
level_of_g1 (const gint64 *inputs)
{
  return count_vcs (inputs + 1) == 0 ? TENURE_LEVEL_RED : TENURE_LEVEL_NONE;
}

/* The target in basis points. */
static TenureLevel
level_of_g3 (const gint64 *inputs)
{
  return count_vcs (inputs + 1) / (double) N_SEATS < (double) inputs[0] / 10000 ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

static void
make_board (Fixture *fixture, const gint64 *inputs)
{
  TenureFactBoard board = fixture_board ("Place Board");

  board.voice_expected = TENURE_FACT_YES;
  board.target_bp = (gint32) inputs[0];
  add_seats (fixture, board, inputs + 1);
}

/* Whether the board votes; the votes of two seats of the sector. */
static TenureLevel
level_of_g2 (const gint64 *inputs)
{
  return inputs[0] == TENURE_FACT_YES && inputs[1] + inputs[2] == 0 ? TENURE_LEVEL_RED : TENURE_LEVEL_NONE;
}

static void
make_votes (Fixture *fixture, const gint64 *inputs)
{
  TenureFactBoard board = fixture_board ("Place Board");

  board.votes = fact_of (inputs[0]);
  fixture_add_board (fixture, board);
  for (int i = 1; i <= 2; i++)
    {
      TenureFactSeat seat = fixture_seat (TENURE_BLOC_VCS);

      seat.vote_weight = (gint32) (is_known (inputs[i]) ? inputs[i] : -1);
      fixture_add_seat (fixture, seat);
    }
}

/* Who holds six seats of the sector; the person of most seats and of second most. */
static TenureLevel
level_of_g5 (const gint64 *inputs)
{
  int held[N_PERSONS] = { 0 }, first = 0, second = 0;

  for (int i = 0; i < MAX_INPUTS; i++)
    held[inputs[i]]++;
  for (int person = 0; person < N_PERSONS; person++)
    if (held[person] > first)
      {
        second = first;
        first = held[person];
      }
    else
      second = MAX (second, held[person]);
  if (4 * (first + second) >= 3 * MAX_INPUTS)
    return TENURE_LEVEL_RED;
  return 2 * (first + second) >= MAX_INPUTS ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

static void
make_holders (Fixture *fixture, const gint64 *inputs)
{
  for (int person = 0; person < N_PERSONS; person++)
    fixture_add_person (fixture, "Robin Vale");
  fixture_add_board (fixture, fixture_board ("Place Board"));
  for (int i = 0; i < MAX_INPUTS; i++)
    {
      fixture_add_seat (fixture, fixture_seat (TENURE_BLOC_VCS));
      fixture_add_appointment (fixture, fixture_appointment (is_known (inputs[i]) ? (gint32) inputs[i] : -1));
    }
}

/* --- The questions --- */

#define COUNT(...) (sizeof ((gint64[]){ __VA_ARGS__ }) / sizeof (gint64))
#define VALUES(...) { { __VA_ARGS__ }, COUNT (__VA_ARGS__), 0, FALSE }
#define IMAGINED(N, ...) { { __VA_ARGS__ }, COUNT (__VA_ARGS__), N, FALSE }
#define GIVEN(...) { { __VA_ARGS__ }, COUNT (__VA_ARGS__), 0, TRUE }
#define YES_OR_NO VALUES (TENURE_FACT_NO, TENURE_FACT_YES)
#define BLOCS VALUES (TENURE_BLOC_VCS, TENURE_BLOC_NHS)
#define SCOPES GIVEN (TENURE_SCOPE_CHANGE_WIDER, TENURE_SCOPE_CHANGE_SAME, TENURE_SCOPE_CHANGE_NARROWER)
#define PRICES VALUES (-1, 0, 1)
#define STARTS IMAGINED (7, 0, 235, 1000, 2500, -2000, -500, 1400, 2000, 2800, 5000, 5800)
#define ENDS VALUES (235, 364, 365, 366, 1094, 1095, 1096, 1500, 2600, 3000, 6000)

static const Question questions[] = {
  { TENURE_RULE_T1, 0, { STARTS, ENDS }, level_of_t1, make_term },
  { TENURE_RULE_T2, 0, { STARTS, ENDS }, level_of_t2, make_term },
  { TENURE_RULE_T4, 1,
    { IMAGINED (1, -365, -200, -3000), IMAGINED (2, -1, 60, 0, 4000), IMAGINED (2, 0, 30, 31, 32, 61, 300),
      IMAGINED (1, 364, 380, 4000), YES_OR_NO },
    level_of_t4, make_renewal },
  { TENURE_RULE_T5, 1, { VALUES (-2, -1, 9, 10), GIVEN (0, 10), VALUES (-5, 0, 1, 10, 11) }, level_of_t5, make_signature },
  { TENURE_RULE_N2, 0,
    { VALUES (233, 234, 324, 325, 413, 414, 597, 598),
      GIVEN (TENURE_RENEWAL_NOT_STARTED, TENURE_RENEWAL_IN_PROGRESS, TENURE_RENEWAL_RENEWED, TENURE_RENEWAL_NOT_RENEWING) },
    level_of_n2, make_undecided },
  { TENURE_RULE_P2, 0,
    { IMAGINED (2, -500, 0, 300, -9000, 90000), IMAGINED (2, 0, 300, 500, -9000, 90000),
      IMAGINED (2, -1, 0, 300, -9000, 90000), IMAGINED (2, 0, 1, 300, -9000, 90000) },
    level_of_p2, make_uplifts },
  { TENURE_RULE_C1, 0, { VALUES (-1000, -132, -131, -130, 0), GIVEN (0, 1) }, level_of_c1, make_contact },
  { TENURE_RULE_N1, 0, { YES_OR_NO, VALUES (0, 2, 3, 4, 12) }, level_of_n1, make_notice },
  { TENURE_RULE_P3, 0,
    { IMAGINED (1, 0, 1, 5000, 9999, 10000, 1000000), IMAGINED (1, 0, 1, 5000, 10000, 1000000),
      IMAGINED (1, 0, 9999, 10000, 100000, 10000000) },
    level_of_p3, make_cost },
  { TENURE_RULE_P4, 0,
    { VALUES (0, 9999, 10000, 99999, 100000, 100001),
      VALUES (TENURE_PAID_ADVANCE, TENURE_PAID_PART_ADVANCE, TENURE_PAID_ARREARS, TENURE_PAID_RESULTS) },
    level_of_p4, make_arrears },
  { TENURE_RULE_V1, 0, { SCOPES, PRICES, SCOPES, PRICES }, level_of_v1, make_variations },
  { TENURE_RULE_E1, 0, { VALUES (234, 414, 415, 416) }, level_of_e1, make_role },
  /* Nobody records whom it does not serve: what is not said may be so or not. */
  { TENURE_RULE_A1, 0, { YES_OR_NO, YES_OR_NO, YES_OR_NO, IMAGINED (1, TENURE_FACT_YES, TENURE_FACT_NO) }, level_of_a1,
    make_planned },
  { TENURE_RULE_D1, 0,
    { IMAGINED (1, 10000, 100000, 1000000, 1000000000), IMAGINED (2, 10000, 49999, 50000, 69999, 70000, 0, 10000000),
      IMAGINED (2, 1, 50000, 70000, 0, 10000000) },
    level_of_d1, make_dependency },
  { TENURE_RULE_R1, 0,
    { IMAGINED (1, -2, 9999, 10000, 29999, 30000, 60000, 10000000), GIVEN (60000, 120000, 240000), GIVEN (-1, 0, 2, 6) },
    level_of_r1, make_reserves },
  { TENURE_RULE_G1, 0, { GIVEN (0), BLOCS, BLOCS, BLOCS, BLOCS, BLOCS }, level_of_g1, make_board },
  { TENURE_RULE_G2, 0, { YES_OR_NO, VALUES (0, 1, 2), VALUES (0, 1) }, level_of_g2, make_votes },
  { TENURE_RULE_G3, 0, { GIVEN (0, 2000, 2001, 4000, 10000), BLOCS, BLOCS, BLOCS, BLOCS, BLOCS }, level_of_g3, make_board },
  { TENURE_RULE_G5, -1, { GIVEN (0), GIVEN (1), VALUES (0, 1, 2), VALUES (1, 2, 3), VALUES (2, 3, 4), VALUES (3, 4, 5) },
    level_of_g5, make_holders },
};

/* --- Worlds --- */

typedef struct
{
  TenureLevel least, most;
  gboolean possible;
} Range;

static guint
count_inputs (const Question *question)
{
  guint n = 0;

  while (n < MAX_INPUTS && question->inputs[n].n > 0)
    n++;
  return n;
}

/* Any person may hold a seat; what else is unknown has one of its values. */
static guint
count_values (const Question *question, guint input)
{
  return question->rule == TENURE_RULE_G5 ? N_PERSONS : question->inputs[input].n;
}

static gint64
value_of (const Question *question, guint input, guint i)
{
  return question->rule == TENURE_RULE_G5 ? (gint64) i : question->inputs[input].values[i];
}

/* The level of every world in which what is unknown from @input on has some value. */
static void
try_worlds (const Question *question, gint64 *inputs, guint input, Range *range)
{
  while (input < count_inputs (question) && is_known (inputs[input]))
    input++;
  if (input == count_inputs (question))
    {
      TenureLevel level = question->level (inputs);

      if (level == IMPOSSIBLE)
        return;
      range->possible = TRUE;
      range->least = MIN (range->least, level);
      range->most = MAX (range->most, level);
      return;
    }
  for (guint i = 0; i < count_values (question, input); i++)
    {
      inputs[input] = value_of (question, input, i);
      try_worlds (question, inputs, input + 1, range);
    }
  inputs[input] = UNKNOWN;
}

static void
check (const Question *question, const gint64 *inputs)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Judged) judged = { 0 };
  Range range = { TENURE_LEVEL_RED, TENURE_LEVEL_NONE, FALSE };
  gint64 world[MAX_INPUTS];
  const TenureFlag *flag;
  TenureLevel expected;

  memcpy (world, inputs, sizeof world);
  try_worlds (question, world, 0, &range);
  if (!range.possible)
    return;
  expected = range.least == TENURE_LEVEL_NONE && range.most != TENURE_LEVEL_NONE ? TENURE_LEVEL_CANNOT_TELL : range.least;

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  provider_of (fixture)->accounts.currency = TENURE_CURRENCY_GBP;
  question->make (fixture, inputs);
  judged = judge (fixture);
  flag = find_flag (&judged, question->rule, question->index);
  if ((flag != NULL ? flag->level : TENURE_LEVEL_NONE) != expected)
    g_error ("%s of %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ": %s, not %s",
             tenure_rule (question->rule)->code, inputs[0], inputs[1], inputs[2], inputs[3],
             tenure_level_code (flag != NULL ? flag->level : TENURE_LEVEL_NONE), tenure_level_code (expected));
  if (expected == TENURE_LEVEL_CANNOT_TELL || (flag != NULL && range.least != range.most))
    g_assert_cmphex (flag->missing, !=, 0);
}

/* Every combination of values and unknowns from @input on. */
static guint
check_all (const Question *question, gint64 *inputs, guint input)
{
  const Input *one = &question->inputs[input];
  guint n = 0;

  if (input == count_inputs (question))
    {
      check (question, inputs);
      return 1;
    }
  for (guint i = 0; i < one->n - one->imagined; i++)
    {
      inputs[input] = one->values[i];
      n += check_all (question, inputs, input + 1);
    }
  if (!one->always_known)
    {
      inputs[input] = UNKNOWN;
      n += check_all (question, inputs, input + 1);
    }
  return n;
}

static void
test_question (gconstpointer data)
{
  gint64 inputs[MAX_INPUTS] = { 0 };
  guint n = check_all (data, inputs, 0);

  g_test_message ("%u combinations", n);
  g_assert_cmpuint (n, >=, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/possible-worlds/%s", tenure_rule (questions[i].rule)->code);

      g_test_add_data_func (path, &questions[i], test_question);
    }
  return g_test_run ();
}
