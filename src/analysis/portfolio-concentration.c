/* Concentration of spend: the sum of squared shares, exact until it is printed. */

#include "analysis/portfolio-private.h"

#include <gmp.h>

#define WHOLE_POINTS 10000

/* Yearly value of each provider that has running agreements, less what it passes on; money that came back does not make a
 * share. */
typedef struct
{
  TenureSum *sums;
  gboolean *runs;
  guint known;
  gboolean overflow; /* of the sum of one of them */
} Providers;

static void
collect_providers (TenurePortfolio *portfolio, const TenureMembers *members, Providers *providers)
{
  g_autofree gint64 *kept = tenure_portfolio_share_out (portfolio, tenure_portfolio_in_concentration);

  for (guint i = 0; i < members->n_current; i++)
    {
      guint32 index = members->current[i];
      gint32 provider = members->terms->facts->agreements[index].provider;

      if (members->terms->agreements[index].running != TENURE_FACT_YES || provider < 0)
        continue;
      portfolio->n_providers += !providers->runs[provider];
      providers->runs[provider] = TRUE;
      if (!tenure_portfolio_in_concentration (portfolio, index, NULL))
        continue;
      tenure_sum_add (&providers->sums[provider], kept[index]);
      providers->overflow |= providers->sums[provider].overflows;
      providers->known++;
    }
}

static gboolean
reaches (const mpz_t squares, const mpz_t whole, gint32 threshold)
{
  mpz_t scaled;
  gboolean result;

  if (threshold == TENURE_THRESHOLD_UNSET)
    return FALSE;
  mpz_init (scaled);
  mpz_mul_si (scaled, whole, threshold);
  result = mpz_cmp (squares, scaled) >= 0;
  mpz_clear (scaled);
  return result;
}

/* @squares is Σa² × 10,000 and @whole is (Σa)². */
static void
judge (TenurePortfolio *portfolio, const mpz_t squares, const mpz_t whole)
{
  const TenureRule *rule = tenure_options_rule (&portfolio->terms->options, TENURE_RULE_D3);

  if (reaches (squares, whole, rule->red))
    portfolio->hhi_level = TENURE_LEVEL_RED;
  else if (reaches (squares, whole, rule->amber))
    portfolio->hhi_level = TENURE_LEVEL_AMBER;
  else if (reaches (squares, whole, rule->note))
    portfolio->hhi_level = TENURE_LEVEL_NOTE;
}

static double
quotient (const mpz_t squares, const mpz_t whole)
{
  mpq_t ratio;
  double result;

  mpq_init (ratio);
  mpz_set (mpq_numref (ratio), squares);
  mpz_set (mpq_denref (ratio), whole);
  mpq_canonicalize (ratio);
  result = mpq_get_d (ratio);
  mpq_clear (ratio);
  return result;
}

void
tenure_portfolio_compute_concentration (TenurePortfolio *portfolio, const TenureMembers *members)
{
  guint n = members->terms->facts->n_organisations;
  g_autofree TenureSum *sums = g_new0 (TenureSum, n);
  g_autofree gboolean *runs = g_new0 (gboolean, n);
  Providers providers = { .sums = sums, .runs = runs };
  mpz_t squares, whole, one;

  collect_providers (portfolio, members, &providers);
  mpz_inits (squares, whole, one, NULL);
  for (guint i = 0; i < n; i++)
    {
      mpz_set_si (one, sums[i].minor);
      mpz_add (whole, whole, one);
      mpz_addmul (squares, one, one);
    }
  mpz_mul (whole, whole, whole);
  mpz_mul_ui (squares, squares, WHOLE_POINTS);
  portfolio->hhi = tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_POINTS, providers.known, portfolio->n_running);
  if (mpz_sgn (whole) > 0 && !providers.overflow)
    {
      portfolio->hhi =
          tenure_figure_number (quotient (squares, whole), TENURE_FIGURE_UNIT_POINTS, providers.known, portfolio->n_running);
      judge (portfolio, squares, whole);
    }
  mpz_clears (squares, whole, one, NULL);
}
