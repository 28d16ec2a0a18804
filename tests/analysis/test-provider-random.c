/* Random providers against docs/domain.md, sections 2 and 4, written out one day and one month at a time: slow and obvious. */

#include "analysis/provider.h"

#include "judged.h"

#include <math.h>

#define ROUNDS 600
#define N_FUNDERS 3

/* What a round knows of its agreements, kept apart from the facts. */
typedef struct
{
  TenureDay start, end;
  gint64 annual; /* minor units */
  gboolean valued;
  int cause;     /* TenureFact */
  int notice;    /* months, or -1 */
  int funder;    /* or -1 */
  int second;    /* the funder of all but @share, or -1: then the first pays all */
  int share;     /* basis points of the first of two */
  int posts;     /* hundredths, or -1 */
  int option;    /* months that nobody took up, or 0 */
  int successor; /* the signed agreement that renews this one, or -1 */
} Plain;

typedef struct
{
  TenureDay as_of;
  Plain agreements[8];
  int n;
  gint64 income, expenditure, reserves;
  gint64 shop; /* a year from neither, or 0 */
  int years;   /* how many accounts by year hold other amounts, of earlier years or of years to come */
  gboolean by_year; /* the accounts above are one more of these, and its own fields of a year before */
} World;

/* One that has no successor yet, now and then; renewals of renewals come about too. */
static void
renew_one_before (World *world, int successor, GRand *rand)
{
  int before = g_rand_int_range (rand, 0, 2 * world->n);
  Plain *plain = &world->agreements[successor];

  if (before >= successor || world->agreements[before].successor >= 0)
    return;
  world->agreements[before].successor = successor;
  plain->start = world->agreements[before].end + g_rand_int_range (rand, -40, 4);
  plain->end = plain->start + g_rand_int_range (rand, 0, 1500);
}

static World
random_world (GRand *rand, TenureDay as_of)
{
  World world = { .as_of = as_of, .n = g_rand_int_range (rand, 1, 9) };

  world.income = g_rand_int_range (rand, 1, 40) * 500000;
  world.expenditure = g_rand_int_range (rand, 1, 40) * 500000;
  world.reserves = g_rand_int_range (rand, 0, 20) * 300000;
  world.years = g_rand_int_range (rand, 0, 3);
  world.by_year = g_rand_boolean (rand);
  world.shop = g_rand_boolean (rand) ? g_rand_int_range (rand, 1, 20) * 200000 : 0;
  for (int i = 0; i < world.n; i++)
    {
      Plain *plain = &world.agreements[i];

      plain->start = as_of + g_rand_int_range (rand, -900, 300);
      plain->end = plain->start + g_rand_int_range (rand, 0, 1500);
      plain->annual = g_rand_int_range (rand, 0, 50) * 100004; /* of which a quarter is whole */
      plain->valued = g_rand_int_range (rand, 0, 8) != 0;
      plain->cause = g_rand_int_range (rand, -1, 2);
      plain->notice = g_rand_int_range (rand, -1, 14);
      plain->funder = g_rand_int_range (rand, -1, N_FUNDERS);
      plain->second = g_rand_boolean (rand) ? g_rand_int_range (rand, -1, N_FUNDERS) : -1;
      if (plain->second == plain->funder)
        plain->second = -1;
      plain->share = g_rand_int_range (rand, 0, 5) * 2500;
      plain->posts = g_rand_int_range (rand, -1, 5) * 50;
      plain->option = g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 25) : 0;
      plain->successor = -1;
      renew_one_before (&world, i, rand);
    }
  return world;
}

static void
add_funders (Fixture *fixture, const Plain *plain)
{
  fixture_add_funder (fixture, 1 + plain->funder);
  if (plain->second < 0)
    return;
  g_array_index (fixture->funders, TenureFactFunder, fixture->funders->len - 1).share_bp = plain->share;
  fixture_add_funder (fixture, 1 + plain->second);
  g_array_index (fixture->funders, TenureFactFunder, fixture->funders->len - 1).share_bp = 10000 - plain->share;
}

static void
set_amounts (TenureFactAccounts *accounts, TenureDay year_end, gint64 income, gint64 expenditure, gint64 reserves)
{
  accounts->year_end = year_end;
  accounts->income_known = accounts->expenditure_known = accounts->free_reserves_known = TRUE;
  accounts->income_minor = income;
  accounts->expenditure_minor = expenditure;
  accounts->free_reserves_minor = reserves;
  accounts->currency = TENURE_CURRENCY_GBP;
}

/* The amounts of the round are those of the year that ended last by T; all others would give other figures. */
static void
add_accounts (Fixture *fixture, const World *world)
{
  TenureFactAccounts *own = &g_array_index (fixture->organisations, TenureFactOrganisation, 0).accounts;
  TenureDay last = world->as_of - 100;

  for (int i = world->years; i > 0; i--)
    set_amounts (fixture_add_accounts (fixture, 0, NULL), last - 365 * i, 777, 777 * i, 777);
  if (world->by_year)
    {
      set_amounts (own, last - 200, 555, 5550, 555);
      set_amounts (fixture_add_accounts (fixture, 0, NULL), last, world->income, world->expenditure, world->reserves);
    }
  else
    set_amounts (own, last, world->income, world->expenditure, world->reserves);
  if (world->years > 0)
    set_amounts (fixture_add_accounts (fixture, 0, NULL), world->as_of + world->years, 333, 33300, 333);
}

static TenureFacts *
make_facts (const World *world)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  for (int i = 0; i < N_FUNDERS; i++)
    fixture_add_organisation (fixture, "Funder", TENURE_FACT_NO);
  add_accounts (fixture, world);
  if (world->shop > 0)
    fixture_add_other_income (fixture, 0, "Shop", world->shop / 100);
  for (int i = 0; i < world->n; i++)
    {
      const Plain *plain = &world->agreements[i];
      TenureFactAgreement agreement = fixture_agreement ("Random");

      agreement.provider = 0;
      agreement.start = plain->start;
      agreement.end = plain->end;
      agreement.value_known = plain->valued;
      agreement.value_minor = plain->annual;
      agreement.basis = TENURE_BASIS_ANNUAL;
      agreement.currency = TENURE_CURRENCY_GBP;
      agreement.funder_without_cause = (gint8) plain->cause;
      agreement.funder_notice = plain->notice >= 0 ? TENURE_DURATION_MONTHS (plain->notice) : TENURE_DURATION_UNKNOWN;
      agreement.posts = plain->posts;
      for (int before = 0; before < i; before++)
        if (world->agreements[before].successor == i)
          {
            agreement.predecessor = before;
            agreement.signed_day = world->as_of - 10;
          }
      fixture_add_agreement (fixture, agreement);
      if (plain->option > 0)
        fixture_add_extension (fixture, TENURE_DURATION_MONTHS ((gint16) plain->option), TENURE_DAY_NONE);
      if (plain->funder >= 0)
        add_funders (fixture, plain);
    }
  return fixture_end (fixture);
}

static gboolean
runs (const World *world, const Plain *plain)
{
  return plain->start <= world->as_of && world->as_of <= plain->end;
}

/* An end on the anniversary is read as whole months: such a term has one day less than its dates say. */
static gboolean
is_anniversary (const Plain *plain)
{
  for (int months = 1; months < 60; months++)
    if (tenure_day_add_months (plain->start, months) == plain->end)
      return TRUE;
  return FALSE;
}

/* The last day that the funder can no longer take back. Where nothing is recorded of that, the end. */
static TenureDay
secured_until (const World *world, const Plain *plain)
{
  TenureDay from = MAX (world->as_of, plain->start);

  if (plain->cause != TENURE_FACT_YES || plain->notice < 0)
    return plain->end;
  return MIN (plain->end, tenure_day_add_months (from, plain->notice) - 1);
}

static gint64
sum_on (const World *world, TenureDay day, gboolean secured)
{
  gint64 sum = 0;

  for (int i = 0; i < world->n; i++)
    {
      const Plain *plain = &world->agreements[i];
      TenureDay until = secured ? secured_until (world, plain) : plain->end;

      if (plain->end >= world->as_of && plain->valued && plain->start <= day && day <= until)
        sum += plain->annual;
    }
  return sum;
}

/* Promised, or on an option until the successor takes over. */
static gint64
sum_extended_on (const World *world, TenureDay day)
{
  gint64 sum = 0;

  for (int i = 0; i < world->n; i++)
    {
      const Plain *plain = &world->agreements[i];
      TenureDay longest = tenure_day_add_months (plain->end + 1, plain->option) - 1;
      gboolean taken_over = plain->successor >= 0 && day >= world->agreements[plain->successor].start;

      if (plain->end >= world->as_of && plain->valued && plain->start <= day
          && (day <= plain->end || (day <= longest && !taken_over)))
        sum += plain->annual;
    }
  return sum;
}

/* A signed successor has begun, or begins at the latest the day after the end. */
static gboolean
is_covered (const World *world, const Plain *plain)
{
  TenureDay begins = plain->successor >= 0 ? world->agreements[plain->successor].start : TENURE_DAY_NONE;

  return plain->successor >= 0 && (begins <= world->as_of || begins <= plain->end + 1);
}

/* The last day that is promised, with the successors that follow at once. */
static TenureDay
end_with_successors (const World *world, const Plain *plain)
{
  TenureDay end = plain->end;

  while (plain->successor >= 0)
    {
      plain = &world->agreements[plain->successor];
      if (plain->start > end + 1 || plain->end < end)
        break;
      end = plain->end;
    }
  return end;
}

static void
assert_sum (const TenureFigure *figure, gint64 expected)
{
  if (figure->kind == TENURE_FIGURE_INTEGER)
    g_assert_cmpint (figure->integer, ==, expected);
  else
    g_assert_cmpint (expected, ==, 0);
}

static void
check_ahead (const World *world, const TenureProviderFigures *found)
{
  static const int months[TENURE_N_AHEAD] = { 3, 6, 12 };

  for (int i = 0; i < TENURE_N_AHEAD; i++)
    {
      TenureDay day = tenure_day_add_months (world->as_of, months[i]);

      assert_sum (&found->secured[i], sum_on (world, day, TRUE));
      assert_sum (&found->committed[i], sum_on (world, day, FALSE));
      assert_sum (&found->extended[i], sum_extended_on (world, day));
    }
}

static void
check_posts (const World *world, const TenureProviderFigures *found)
{
  static const int months[TENURE_N_AHEAD] = { 3, 6, 12 };
  double all = 0, ending[TENURE_N_AHEAD] = { 0 };
  guint known = 0;

  for (int i = 0; i < world->n; i++)
    {
      const Plain *plain = &world->agreements[i];

      if (!runs (world, plain) || plain->posts < 0)
        continue;
      known++;
      all += plain->posts / 100.0;
      for (int n = 0; n < TENURE_N_AHEAD; n++)
        if (!is_covered (world, plain) && plain->end <= tenure_day_add_months (world->as_of, months[n]))
          ending[n] += plain->posts / 100.0;
    }
  g_assert_true ((found->posts.kind == TENURE_FIGURE_CANNOT_TELL) == (known == 0));
  if (known == 0)
    return;
  g_assert_cmpuint (found->posts.known, ==, known);
  g_assert_cmpfloat_with_epsilon (found->posts.number, all, 1e-9);
  for (int n = 0; n < TENURE_N_AHEAD; n++)
    g_assert_cmpfloat_with_epsilon (found->posts_ending[n].number, ending[n], 1e-9);
}

/* M (T, E): whole months as long as they fit, then the days left over the length of the month they lie in. */
static double
months_left (TenureDay from, TenureDay end)
{
  TenureDay outside = end + 1;
  int whole = 0;
  TenureDay at;

  while (tenure_day_add_months (from, whole + 1) <= outside)
    whole++;
  at = tenure_day_add_months (from, whole);
  return whole + (double) (outside - at) / (tenure_day_add_months (from, whole + 1) - at);
}

static void
check_ratios (const World *world, const TenureProviderFigures *found)
{
  TenureDay horizon = tenure_day_add_months (world->as_of, 12);
  double ending = 0, all = 0, weighted = 0;

  for (int i = 0; i < world->n; i++)
    {
      const Plain *plain = &world->agreements[i];

      if (!runs (world, plain) || !plain->valued)
        continue;
      all += (double) plain->annual;
      ending += plain->end <= horizon && !is_covered (world, plain) ? (double) plain->annual : 0;
      weighted += (double) plain->annual * months_left (world->as_of, end_with_successors (world, plain));
    }
  if (all == 0)
    return;
  g_assert_cmpint (found->cliff.kind, ==, TENURE_FIGURE_DOUBLE);
  g_assert_cmpfloat_with_epsilon (found->cliff.number, ending / all, 1e-9);
  g_assert_cmpfloat_with_epsilon (found->remaining.number, weighted / all, 1e-6);
}

static void
check_funders (const World *world, const TenureProviderFigures *found)
{
  double by_funder[N_FUNDERS + 1] = { 0 }, known = (double) world->shop, whole, squares = 0, largest = 0;

  by_funder[N_FUNDERS] = known;
  for (int i = 0; i < world->n; i++)
    if (runs (world, &world->agreements[i]) && world->agreements[i].valued && world->agreements[i].funder >= 0)
      {
        const Plain *plain = &world->agreements[i];
        double first = plain->second < 0 ? 1 : plain->share / 10000.0;

        by_funder[plain->funder] += first * (double) plain->annual;
        if (plain->second >= 0)
          by_funder[plain->second] += (1 - first) * (double) plain->annual;
        known += (double) plain->annual;
      }
  whole = MAX ((double) world->income, known);
  for (int i = 0; i <= N_FUNDERS; i++)
    {
      squares += by_funder[i] / whole * (by_funder[i] / whole);
      largest = MAX (largest, by_funder[i]);
    }
  if (known == 0)
    return;
  g_assert_cmpfloat_with_epsilon (found->dependency.number, largest / (double) world->income, 1e-9);
  g_assert_true (found->funders.known);
  /* What is not known comes from one more, or from so many that none counts. Hundredths, rounded down. */
  g_assert_cmpfloat (fabs (found->funders.high - floor (100 / squares)), <=, 1);
  squares += (whole - known) / whole * ((whole - known) / whole);
  g_assert_cmpfloat (fabs (found->funders.low - floor (100 / squares)), <=, 1);
  g_assert_cmpint (found->funders.low, <=, found->funders.high);
}

/* Twelfths of pence, so that nothing is rounded. */
static void
check_shortfall (const World *world, const TenureProviderFigures *found)
{
  gint64 explained = 0, other, left = world->reserves * 12;
  TenureDay month = tenure_day_month_start (world->as_of), expected = TENURE_DAY_NONE;

  if (!found->shortfall_known)
    return;
  for (int i = 0; i < world->n; i++)
    if (runs (world, &world->agreements[i]))
      explained += world->agreements[i].annual;
  other = MAX (0, world->income - explained);
  g_assert_cmpint (found->other_income_minor, ==, other);
  for (int i = 0; i < 36 && !tenure_day_is_known (expected); i++)
    {
      TenureDay first = tenure_day_add_months (month, i);

      left += sum_on (world, i == 0 ? world->as_of : first, TRUE) + other - world->expenditure;
      if (left < 0)
        expected = first;
    }
  g_assert_cmpint (found->shortfall_month, ==, expected);
}

static gboolean
all_valued (const World *world)
{
  for (int i = 0; i < world->n; i++)
    if (!world->agreements[i].valued)
      return FALSE;
  return TRUE;
}

static gboolean
has_anniversary (const World *world)
{
  for (int i = 0; i < world->n; i++)
    if (is_anniversary (&world->agreements[i]))
      return TRUE;
  return FALSE;
}

static void
test_random (void)
{
  guint n_shortfalls = 0, n_told = 0, n_checked = 0, n_covered = 0, n_shared = 0, n_optional = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (round);
      World world = random_world (rand, day ("2026-11-21"));
      g_autoptr (TenureFacts) facts = make_facts (&world);
      g_autoptr (TenureTerms) terms = tenure_terms_new (facts, world.as_of, NULL);
      g_autoptr (TenureProviders) providers = tenure_providers_new (terms);
      g_autoptr (TenureProviderIndex) index = tenure_provider_index_new (facts);
      TenureProviderFigures found;

      if (has_anniversary (&world))
        continue;
      found = tenure_provider_figures (providers, 0, index->agreements + index->first[0], index->first[1] - index->first[0]);
      g_test_message ("seed %u", round);
      n_checked++;
      check_ahead (&world, &found);
      check_posts (&world, &found);
      check_ratios (&world, &found);
      check_funders (&world, &found);
      check_shortfall (&world, &found);
      g_assert_cmpfloat_with_epsilon (found.reserve_months.number, 12.0 * (double) world.reserves / (double) world.expenditure,
                                      1e-9);
      n_told += found.shortfall_known;
      for (int i = 0; i < world.n; i++)
        {
          n_covered += runs (&world, &world.agreements[i]) && is_covered (&world, &world.agreements[i]);
          n_shared += runs (&world, &world.agreements[i]) && world.agreements[i].second >= 0;
        }
      n_optional += found.extended[2].kind == TENURE_FIGURE_INTEGER && found.extended[2].integer > found.committed[2].integer;
      n_shortfalls += found.shortfall_known && tenure_day_is_known (found.shortfall_month);
      if (all_valued (&world))
        g_assert_true (found.shortfall_known);
    }
  /* The rounds are about something. */
  g_assert_cmpuint (n_checked, >, ROUNDS / 2);
  g_assert_cmpuint (n_shortfalls, >, ROUNDS / 10);
  g_assert_cmpuint (n_told, >, n_shortfalls);
  g_assert_cmpuint (n_covered, >, ROUNDS / 10);
  g_assert_cmpuint (n_shared, >, ROUNDS / 10);
  g_assert_cmpuint (n_optional, >, ROUNDS / 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/provider-random/all", test_random);
  return g_test_run ();
}
