#include "participation-world.h"

World
world_new (void)
{
  World world = { tenure_facts_new () };
  TenureFactPayRate rate = { .payee = TENURE_PAYEE_LIVED_EXPERIENCE, .organisation = -1, .budget = -1, .from_day = DAY0,
                             .to_day = DAY0, .half_day_known = TRUE, .half_day_minor = 75 * POUND, .day_known = TRUE,
                             .day_minor = 150 * POUND, .half_day_hours = -1, .day_hours = -1 };

  world.budgets = g_array_new (FALSE, FALSE, sizeof (TenureFactBudget));
  world.rates = g_array_new (FALSE, FALSE, sizeof (TenureFactPayRate));
  world.meetings = g_array_new (FALSE, FALSE, sizeof (TenureFactMeeting));
  world.given = g_array_new (FALSE, FALSE, sizeof (TenureFactGiven));
  world.claims = g_array_new (FALSE, FALSE, sizeof (TenureFactClaim));
  g_array_append_val (world.rates, rate);
  world.facts->boards = g_new0 (TenureFactBoard, 2);
  world.facts->n_boards = 2;
  return world;
}

gint32
world_add_budget (World *world, gint64 pounds, const char *from, const char *to)
{
  TenureFactBudget budget = { .id = world->budgets->len + 1, .name = "Taking part", .amount_minor = pounds * POUND,
                              .amount_known = pounds >= 0, .currency = TENURE_CURRENCY_GBP, .from_day = day (from),
                              .to_day = day (to), .previous = -1 };

  g_array_append_val (world->budgets, budget);
  return (gint32) world->budgets->len - 1;
}

gint32
world_add_meeting (World *world, gint32 board, TenureDay held)
{
  TenureFactMeeting meeting = { .id = 100 + world->meetings->len, .board = board, .held = held, .minutes = -1,
                                .first_given = world->given->len };

  g_array_append_val (world->meetings, meeting);
  return (gint32) world->meetings->len - 1;
}

/* At the meeting added last. @minutes below 0: not recorded. */
TenureFactGiven *
world_add_given (World *world, gint32 minutes, TenurePayer payer, gint32 budget, gint32 claim)
{
  TenureFactGiven given = { .id = 1000 + world->given->len, .meeting = (gint32) world->meetings->len - 1, .person = -1,
                            .seat = -1, .organisation = -1, .budget = budget, .claim = claim,
                            .payee = TENURE_PAYEE_LIVED_EXPERIENCE, .payer = (gint8) payer,
                            .minutes = { -1, minutes, -1, -1 }, .miles = -1 };

  g_array_append_val (world->given, given);
  g_array_index (world->meetings, TenureFactMeeting, world->meetings->len - 1).n_given++;
  return &g_array_index (world->given, TenureFactGiven, world->given->len - 1);
}

TenureFactClaim *
world_add_claim (World *world, gint32 budget, TenureClaimState state)
{
  TenureFactClaim claim = { .id = 5000 + world->claims->len, .budget = budget, .person = -1, .organisation = -1,
                            .state = (gint8) state, .submitted_on = DAY0, .decided_on = DAY0, .paid_on = DAY0 };

  g_array_append_val (world->claims, claim);
  return &g_array_index (world->claims, TenureFactClaim, world->claims->len - 1);
}

#define STEAL(array, type) (*out_n = (array)->len, (type *) (gpointer) g_array_free (array, FALSE))

TenureFacts *
world_end (World *world)
{
  TenureParticipationFacts *facts = &world->facts->participation;
  guint *out_n = &facts->n_budgets;

  facts->budgets = STEAL (world->budgets, TenureFactBudget);
  out_n = &facts->n_pay_rates;
  facts->pay_rates = STEAL (world->rates, TenureFactPayRate);
  out_n = &facts->n_meetings;
  facts->meetings = STEAL (world->meetings, TenureFactMeeting);
  out_n = &facts->n_given;
  facts->given = STEAL (world->given, TenureFactGiven);
  out_n = &facts->n_claims;
  facts->claims = STEAL (world->claims, TenureFactClaim);
  return world->facts;
}

static TenureDay
random_day (void)
{
  return g_test_rand_int_range (0, 6) == 0 ? TENURE_DAY_NONE : day ("2026-04-01") + g_test_rand_int_range (0, 365);
}

static void
set_random_claim (TenureFactClaim *claim)
{
  claim->claimed_known = g_test_rand_int_range (0, 3) > 0;
  claim->claimed_minor = claim->claimed_known ? g_test_rand_int_range (-2000, 20000) : 0;
  claim->approved_known = claim->claimed_known && g_test_rand_bit () != 0;
  claim->approved_minor = claim->approved_known ? claim->claimed_minor - g_test_rand_int_range (0, 500) : 0;
  claim->paid_known = claim->approved_known && g_test_rand_bit () != 0;
  claim->paid_minor = claim->paid_known ? claim->approved_minor - g_test_rand_int_range (0, 500) : 0;
  claim->submitted_on = random_day ();
  claim->decided_on = random_day ();
  claim->paid_on = random_day ();
}

World
world_new_random (void)
{
  World world = world_new ();
  gint32 n_budgets = g_test_rand_int_range (1, 4), n_claims = g_test_rand_int_range (0, 8);
  TenureDay held = day ("2026-04-01");

  for (gint32 b = 0; b < n_budgets; b++)
    {
      world_add_budget (&world, g_test_rand_int_range (-1, 900), "2026-04-01", g_test_rand_bit () != 0 ? "2027-03-31" : "2026-10-31");
      if (b > 0)
        g_array_index (world.budgets, TenureFactBudget, b).previous = g_test_rand_int_range (-1, b);
    }
  for (gint32 c = 0; c < n_claims; c++)
    set_random_claim (world_add_claim (&world, g_test_rand_int_range (0, n_budgets), (TenureClaimState) g_test_rand_int_range (1, TENURE_N_CLAIM_STATES)));
  for (int m = g_test_rand_int_range (0, 12); m > 0; m--)
    {
      held += g_test_rand_int_range (0, 40);
      world_add_meeting (&world, g_test_rand_int_range (0, 2), held);
      for (int i = g_test_rand_int_range (0, 5); i > 0; i--)
        {
          gint32 claim = g_test_rand_int_range (-1, n_claims);
          gint32 budget = claim >= 0 ? g_array_index (world.claims, TenureFactClaim, claim).budget : g_test_rand_int_range (-1, n_budgets);

          world_add_given (&world, g_test_rand_int_range (-60, 600), (TenurePayer) g_test_rand_int_range (0, 4), budget, claim);
        }
    }
  return world;
}
