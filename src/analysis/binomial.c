#include "analysis/binomial.h"

#include <gmp.h>

#define MAX_N 5000

/* Σ_{k ≤ v} C (n, k) a^k (b − a)^(n − k), for t = a / b. */
static void
sum_lower (mpz_t sum, guint v, guint n, guint64 a, guint64 rest)
{
  mpz_t term, power;

  mpz_inits (term, power, NULL);
  mpz_set_ui (sum, 0);
  for (guint k = 0; k <= v; k++)
    {
      mpz_bin_uiui (term, n, k);
      mpz_ui_pow_ui (power, a, k);
      mpz_mul (term, term, power);
      mpz_ui_pow_ui (power, rest, n - k);
      mpz_addmul (sum, term, power);
    }
  mpz_clears (term, power, NULL);
}

gboolean
tenure_binomial_lower_tail (guint v, guint n, TenureRatio t, double *out_probability)
{
  mpq_t probability;

  g_return_val_if_fail (out_probability != NULL, FALSE);

  if (v > n || n > MAX_N || t.numerator < 0 || t.denominator <= 0 || t.numerator > t.denominator)
    return FALSE;
  mpq_init (probability);
  sum_lower (mpq_numref (probability), v, n, (guint64) t.numerator, (guint64) (t.denominator - t.numerator));
  mpz_ui_pow_ui (mpq_denref (probability), (unsigned long) t.denominator, n);
  mpq_canonicalize (probability);
  *out_probability = mpq_get_d (probability);
  mpq_clear (probability);
  return TRUE;
}
