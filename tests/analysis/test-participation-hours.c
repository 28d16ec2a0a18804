/* Hours paid and unpaid: worked by hand, and random ones against a slow version. */

#include "analysis/participation-hours.h"
#include "participation-world.h"

/* Two meetings of board 0 in May and June, one of board 1 in June. Of the sector by their seats: 120 minutes paid in May,
 * 90 unpaid in June (a half day: £75), 60 unpaid in June at the other board as staff, for whom there is no rate; 30 of which
 * it is not said. The council's 500 are none of the sector's, and of 45 it is not known whose they are. */
static TenureFacts *
make_facts (void)
{
  World world = world_new ();
  TenureFacts *facts;

  world_add_budget (&world, 1000, "2026-04-01", "2027-03-31");
  world_add_meeting (&world, 0, day ("2026-05-12"));
  world_add_given (&world, 120, TENURE_PAYER_BUDGET, 0, -1)->seat = 0;
  world_add_given (&world, 500, TENURE_PAYER_OWN, -1, -1)->seat = 1;
  world_add_given (&world, 45, TENURE_PAYER_OWN, -1, -1);
  world_add_given (&world, -1, TENURE_PAYER_OWN, -1, -1)->seat = 0;
  world_add_meeting (&world, 0, day ("2026-06-09"));
  world_add_given (&world, 90, TENURE_PAYER_OWN, -1, -1)->seat = 0;
  world_add_given (&world, 30, TENURE_PAYER_UNKNOWN, -1, -1)->seat = 0;
  world_add_meeting (&world, 1, day ("2026-06-30"));
  {
    TenureFactGiven *given = world_add_given (&world, 60, TENURE_PAYER_OWN, -1, -1);

    given->seat = 0;
    given->payee = TENURE_PAYEE_STAFF;
  }
  world_add_meeting (&world, 1, day ("2026-12-01"));
  world_add_given (&world, 600, TENURE_PAYER_OWN, -1, -1)->seat = 0;
  facts = world_end (&world);
  facts->seats = g_new0 (TenureFactSeat, 2);
  facts->n_seats = 2;
  facts->seats[0].bloc = TENURE_BLOC_VCS;
  facts->seats[1].bloc = TENURE_BLOC_NHS;
  return facts;
}

static const TenureHours *
group (const TenureHoursTable *table, guint i)
{
  return &g_array_index (table->groups, TenureHours, i);
}

static void
test_worked (void)
{
  g_autoptr (TenureFacts) facts = make_facts ();
  g_autoptr (TenureParticipation) participation = tenure_participation_new (facts, day ("2026-11-21"));
  g_autoptr (TenureHoursTable) all = tenure_hours_new (participation, TENURE_HOURS_ALL, TRUE, DAY0, DAY0);
  g_autoptr (TenureHoursTable) months = tenure_hours_new (participation, TENURE_HOURS_BY_MONTH, TRUE, DAY0, DAY0);
  g_autoptr (TenureHoursTable) june =
      tenure_hours_new (participation, TENURE_HOURS_BY_BOARD, TRUE, day ("2026-06-01"), day ("2026-06-30"));
  gint32 low, high;

  g_assert_cmpuint (all->groups->len, ==, 1);
  g_assert_cmpint (group (all, 0)->paid, ==, 120);
  g_assert_cmpint (group (all, 0)->unpaid, ==, 150);
  g_assert_cmpint (group (all, 0)->untold, ==, 30);
  g_assert_cmpuint (group (all, 0)->n, ==, 5);
  g_assert_cmpuint (group (all, 0)->n_timeless, ==, 1);
  g_assert_cmpuint (group (all, 0)->n_partly, ==, 4);
  g_assert_cmpuint (group (all, 0)->n_unpaid, ==, 2);
  g_assert_cmpuint (group (all, 0)->n_valued, ==, 1);
  g_assert_cmpint (group (all, 0)->value_minor, ==, 75 * POUND);
  g_assert_cmpuint (all->n_left_out, ==, 1);
  /* 120 of 300: 40 %, or with the 30 half. */
  g_assert_true (tenure_hours_get_paid_share (group (all, 0), &low, &high));
  g_assert_cmpint (low, ==, 4000);
  g_assert_cmpint (high, ==, 5000);
  g_assert_cmpuint (months->groups->len, ==, 2);
  g_assert_cmpint (group (months, 0)->key, ==, day ("2026-05-01"));
  g_assert_cmpint (group (months, 1)->unpaid, ==, 150);
  g_assert_cmpuint (june->groups->len, ==, 2);
  g_assert_cmpint (group (june, 0)->key, ==, 0);
  g_assert_cmpint (group (june, 0)->unpaid, ==, 90);
  g_assert_cmpint (group (june, 1)->key, ==, 1);
}

static void
test_everybody (void)
{
  g_autoptr (TenureFacts) facts = make_facts ();
  g_autoptr (TenureParticipation) participation = tenure_participation_new (facts, day ("2026-11-21"));
  g_autoptr (TenureHoursTable) all = tenure_hours_new (participation, TENURE_HOURS_ALL, FALSE, DAY0, DAY0);

  g_assert_cmpint (group (all, 0)->unpaid, ==, 150 + 500 + 45);
  g_assert_cmpuint (all->n_left_out, ==, 0);
}

static void
test_nothing (void)
{
  World world = world_new ();
  g_autoptr (TenureFacts) facts = world_end (&world);
  g_autoptr (TenureParticipation) participation = tenure_participation_new (facts, day ("2026-11-21"));
  g_autoptr (TenureHoursTable) all = tenure_hours_new (participation, TENURE_HOURS_ALL, TRUE, DAY0, DAY0);
  g_autoptr (TenureHoursTable) months = tenure_hours_new (participation, TENURE_HOURS_BY_MONTH, TRUE, DAY0, DAY0);
  gint32 low, high;

  g_assert_cmpuint (all->groups->len, ==, 1);
  g_assert_false (tenure_hours_get_paid_share (group (all, 0), &low, &high));
  g_assert_cmpuint (months->groups->len, ==, 0);
}

/* Whatever they are grouped by, the groups add up to what one pass by hand finds. */
static void
check (const TenureParticipation *participation, TenureHoursBy by, TenureDay from, TenureDay until)
{
  const TenureParticipationFacts *facts = &participation->facts->participation;
  g_autoptr (TenureHoursTable) table = tenure_hours_new (participation, by, FALSE, from, until);
  gint64 minutes = 0, found = 0;
  guint n = 0, n_found = 0;

  for (guint i = 0; i < facts->n_given; i++)
    {
      TenureDay held = facts->meetings[facts->given[i].meeting].held;

      if (held > participation->as_of || held > until || held < from)
        continue;
      n++;
      for (guint time = 0; time < TENURE_N_TIMES; time++)
        minutes += MAX (facts->given[i].minutes[time], 0);
    }
  for (guint i = 0; i < table->groups->len; i++)
    {
      const TenureHours *hours = group (table, i);

      found += hours->paid + hours->unpaid + hours->untold;
      n_found += hours->n;
      g_assert_cmpuint (hours->n_valued, <=, hours->n_unpaid);
      for (guint k = 0; k < i; k++)
        g_assert_cmpint (group (table, k)->key, !=, hours->key);
    }
  g_assert_cmpint (found, ==, minutes);
  g_assert_cmpuint (n_found, ==, n);
}

static void
test_random (void)
{
  for (guint i = 0; i < 500; i++)
    {
      World world = world_new_random ();
      g_autoptr (TenureFacts) facts = world_end (&world);
      g_autoptr (TenureParticipation) participation = tenure_participation_new (facts, day ("2026-11-21"));

      for (TenureHoursBy by = TENURE_HOURS_ALL; by < TENURE_N_HOURS_BY; by++)
        check (participation, by, day ("2026-05-01"), day ("2026-04-30") + g_test_rand_int_range (0, 300));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/participation-hours/worked", test_worked);
  g_test_add_func ("/participation-hours/everybody", test_everybody);
  g_test_add_func ("/participation-hours/nothing", test_nothing);
  g_test_add_func ("/participation-hours/random", test_random);
  return g_test_run ();
}
