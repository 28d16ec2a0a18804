/* How long the analysis of 100,000 agreements takes. Times depend on the machine, so each is also given as a ratio to sorting
 * as many random numbers, which like the analysis is work of the processor. (A copy of memory is not: some machines copy
 * three times as fast beside their reckoning as others do.) Fails when terms and flags take more than MAX_SORTS of them,
 * 5.3 to 6.0 when measured, or the horizons of all providers, of ten agreements each, more than MAX_HORIZON_SORTS, 2.5 to
 * 2.7 when measured. */

#include "analysis/analysis.h"
#include "analysis/provider.h"

#include "fixture.h"

#include <stdlib.h>
#include <time.h>

#define N_AGREEMENTS 100000
#define N_PROVIDERS 4000
#define N_SMALL_PROVIDERS 10000
#define N_SERVICES 60
#define ROUNDS 7
#define MAX_SORTS 8
#define MAX_HORIZON_SORTS 4

/* As a large register looks: terms of months to years that mostly end on 31 March, half of them linked to the one before, some
 * fields blank. */
static TenureFacts *
make_facts (int n_providers)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261121);
  g_autoptr (Fixture) fixture = fixture_new ();
  const TenureDay first = day ("2019-04-01");

  for (int i = 0; i < n_providers; i++)
    fixture_add_organisation (fixture, "Lantern House", i % 10 == 0 ? TENURE_FACT_UNKNOWN : i % 11 == 0 ? TENURE_FACT_NO
                                                                                                         : TENURE_FACT_YES);
  for (int i = 0; i < N_SERVICES; i++)
    fixture_add_service (fixture, "Advice");
  for (int i = 0; i < N_AGREEMENTS; i++)
    {
      TenureFactAgreement agreement = fixture_term (g_rand_int_range (random, 0, n_providers), NULL, NULL,
                                                    g_rand_int_range (random, 0, 500000));
      int months = (int[]){ 3, 12, 12, 12, 24, 36, 60 }[g_rand_int_range (random, 0, 7)];

      agreement.service = g_rand_int_range (random, -1, N_SERVICES);
      agreement.kind = (gint8) g_rand_int_range (random, 0, 6);
      agreement.start = tenure_day_add_months (first, 12 * g_rand_int_range (random, 0, 9)) + g_rand_int_range (random, 0, 20);
      agreement.end = i % 13 == 0 ? TENURE_DAY_NONE : tenure_day_add_months (agreement.start, months) - 1;
      agreement.signed_day = i % 3 == 0 ? TENURE_DAY_NONE : agreement.start + g_rand_int_range (random, -60, 30);
      agreement.predecessor = i % 2 == 0 && i > 0 ? g_rand_int_range (random, 0, i) : -1;
      agreement.funder_without_cause = (gint8) g_rand_int_range (random, -1, 2);
      agreement.funder_notice = i % 3 == 1 ? TENURE_DURATION_MONTHS (3) : TENURE_DURATION_UNKNOWN;
      agreement.renewal = (gint8) g_rand_int_range (random, 0, 5);
      fixture_add_agreement (fixture, agreement);
      fixture_add_funder (fixture, g_rand_int_range (random, 0, n_providers));
      if (i % 4 == 0)
        fixture_add_extension (fixture, TENURE_DURATION_MONTHS (12), TENURE_DAY_NONE);
    }
  fixture_add_usual_terms (fixture, (TenureFactUsualTerms){ -1, TENURE_KIND_UNKNOWN, TENURE_DURATION_MONTHS (6),
                                                            TENURE_DURATION_MONTHS (3) });
  return fixture_end (fixture);
}

typedef struct
{
  gint64 sort, terms, portfolio, providers, flags, horizons; /* µs; the best of all rounds */
} Times;

/* Processor time: one thread does it all, and other work on the machine does not count. */
static gint64
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gint64
since (gint64 *start)
{
  gint64 now = processor_time (), elapsed = now - *start;

  *start = now;
  return elapsed;
}

static void
keep_best (gint64 *best, gint64 time)
{
  *best = MIN (*best, time);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint64 left = *(const guint64 *) a, right = *(const guint64 *) b;

  return (left > right) - (left < right);
}

static void
measure_sort (Times *best)
{
  g_autofree guint64 *numbers = g_new (guint64, N_AGREEMENTS);
  guint64 number = 1;
  gint64 clock;

  for (guint i = 0; i < N_AGREEMENTS; i++)
    numbers[i] = number = number * 6364136223846793005u + 1442695040888963407u;
  clock = processor_time ();
  qsort (numbers, N_AGREEMENTS, sizeof *numbers, compare_numbers);
  keep_best (&best->sort, since (&clock) + 1);
}

static guint
run_round (const TenureFacts *facts, Times *best)
{
  gint64 clock = processor_time ();
  g_autoptr (TenureTerms) terms = tenure_terms_new (facts, day ("2026-11-21"), NULL);
  g_autoptr (TenureBoards) boards = NULL;
  g_autoptr (TenureProviders) providers = NULL;
  g_autoptr (TenurePortfolio) portfolio = NULL;
  g_autoptr (TenureParticipation) participation = NULL;
  g_autoptr (TenureFlags) flags = NULL;

  keep_best (&best->terms, since (&clock));
  boards = tenure_boards_new (facts, terms->as_of);
  portfolio = tenure_portfolio_new (terms, TENURE_SCOPE_VCS, NULL);
  keep_best (&best->portfolio, since (&clock));
  providers = tenure_providers_new (terms);
  keep_best (&best->providers, since (&clock));
  participation = tenure_participation_new (facts, terms->as_of);
  flags = tenure_flags_new (terms, boards, portfolio, providers, participation, NULL);
  keep_best (&best->flags, since (&clock));
  return flags->n_flags;
}

/* Month by month for every provider, which costs the same whatever the agreements are. */
static gint64
measure_horizons (const TenureFacts *facts, Times *best)
{
  g_autoptr (TenureTerms) terms = tenure_terms_new (facts, day ("2026-11-21"), NULL);
  g_autoptr (TenureProviders) providers = tenure_providers_new (terms);
  gint64 undecided = 0, clock = processor_time ();
  g_autoptr (TenureProviderIndex) index = tenure_provider_index_new (facts);

  for (guint i = 0; i < facts->n_organisations; i++)
    {
      TenureHorizon horizon;

      tenure_provider_horizon (providers, i, &index->agreements[index->first[i]], index->first[i + 1] - index->first[i],
                               &horizon, NULL);
      undecided += horizon.months[12].undecided.minor;
    }
  keep_best (&best->horizons, since (&clock));
  return undecided;
}

static void
print_time (const char *what, gint64 time, const Times *best)
{
  g_print ("%-24s %8.1f ms %8.1f × the sort\n", what, (double) time / 1000, (double) time / (double) best->sort);
}

int
main (void)
{
  g_autoptr (TenureFacts) facts = make_facts (N_PROVIDERS);
  g_autoptr (TenureFacts) small = make_facts (N_SMALL_PROVIDERS);
  Times best = { G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64 };
  guint n_flags = 0;
  gint64 undecided = 0;

  for (int round = 0; round < ROUNDS; round++)
    {
      measure_sort (&best);
      n_flags = run_round (facts, &best);
      undecided = measure_horizons (small, &best);
    }
  g_print ("%d agreements, %u flags\n", N_AGREEMENTS, n_flags);
  print_time ("a sort of as many numbers", best.sort, &best);
  print_time ("terms", best.terms, &best);
  print_time ("portfolio and boards", best.portfolio, &best);
  print_time ("providers", best.providers, &best);
  print_time ("flags", best.flags, &best);
  print_time ("terms and flags", best.terms + best.flags, &best);
  g_print ("%d providers, %" G_GINT64_FORMAT " pence undecided in a year\n", N_SMALL_PROVIDERS, undecided);
  print_time ("horizon of each", best.horizons, &best);
  return (double) (best.terms + best.flags) > MAX_SORTS * (double) best.sort
         || (double) best.horizons > MAX_HORIZON_SORTS * (double) best.sort;
}
