/* Counting coalitions by weight, and by weight and size.
 *
 * The coalitions of a game are the terms of Π (1 + x^w), or of Π (1 + y·x^w) when their size matters. The
 * coefficients are kept as one long row of fixed slots of whole limbs, wide enough for 2^n, so that a voter
 * joins by adding the row to itself a few slots further on: one run of GMP's addition, in which no slot ever
 * carries into the next. */

#include "config.h"
#include "analysis/power.h"

#include "base/error.h"

#include "base/i18n.h"
#include <gmp.h>
#include <stdlib.h>
#include <string.h>

/* Bounds on one count: limbs added, and bytes kept. A few seconds at the most. */
#define MAX_WORK_LIMBS 4e9
#define MAX_ROW_BYTES (512.0 * 1024 * 1024)

/* A game made small: no weights of 0, no common divisor, the smaller of quota and dual quota. */
typedef struct
{
  guint64 *weights;
  guint n;
  guint64 quota;
  guint slot_limbs; /* for the number of all coalitions */
} Game;

/* The number of coalitions with less than the quota, by weight and, when sizes > 1, by size: slot weight ×
 * sizes + size. */
typedef struct
{
  const Game *game;
  guint sizes;
  guint limbs; /* of a slot: as many as the voters counted so far need */
  mp_limb_t *row;
} Counts;

static void
game_clear (Game *game)
{
  g_free (game->weights);
}

static guint64
common_divisor (guint64 a, guint64 b)
{
  while (b != 0)
    {
      guint64 rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

static guint
limbs_for (guint n_voters)
{
  return n_voters / GMP_NUMB_BITS + 1;
}

static void
game_init (Game *game, const guint64 *weights, guint n, guint64 total, guint64 quota)
{
  guint64 divisor = 0;

  *game = (Game){ .weights = g_new (guint64, n) };
  for (guint i = 0; i < n; i++)
    divisor = common_divisor (divisor, weights[i]);
  for (guint i = 0; i < n; i++)
    if (weights[i] > 0)
      game->weights[game->n++] = weights[i] / divisor;
  /* Coalitions weigh multiples of the divisor, so a quota between two of them is the upper one. */
  game->quota = quota / divisor + (quota % divisor != 0);
  game->quota = MIN (game->quota, total / divisor - game->quota + 1);
  game->slot_limbs = limbs_for (game->n);
}

static gboolean
game_fits (const Game *game, guint sizes)
{
  double limbs = (double) game->quota * sizes * game->slot_limbs;

  return limbs * sizeof (mp_limb_t) <= MAX_ROW_BYTES && limbs * game->n <= MAX_WORK_LIMBS;
}

/* Adds the first slots of the row to those @shift further on, up to @end: from the top down in runs no longer
 * than the shift, so that what is added has not been added to yet. */
static void
add_shifted (Counts *counts, gsize shift, gsize end)
{
  while (end > shift)
    {
      gsize from = end - shift > shift ? end - shift : shift;

      mpn_add_n (counts->row + from * counts->limbs, counts->row + from * counts->limbs,
                 counts->row + (from - shift) * counts->limbs, (mp_size_t) ((end - from) * counts->limbs));
      end = from;
    }
}

/* Makes each of the first @n slots as wide as @limbs: from the top down, into room that is there from the
 * start. */
static void
widen (Counts *counts, guint limbs, gsize n)
{
  if (limbs == counts->limbs)
    return;
  for (gsize slot = n; slot-- > 0;)
    {
      mp_limb_t *to = counts->row + slot * limbs;

      memmove (to, counts->row + slot * counts->limbs, counts->limbs * sizeof *to);
      memset (to + counts->limbs, 0, (limbs - counts->limbs) * sizeof *to);
    }
  counts->limbs = limbs;
}

static int
compare_weights (const void *a, const void *b)
{
  guint64 left = *(const guint64 *) a, right = *(const guint64 *) b;

  return (left > right) - (left < right);
}

/* The lightest first: while the coalitions are light and few, the row in use is short and its slots are
 * narrow. */
static void
add_voters (Counts *counts)
{
  const Game *game = counts->game;
  g_autofree guint64 *weights = g_memdup2 (game->weights, game->n * sizeof *weights);
  guint64 reached = 1;

  qsort (weights, game->n, sizeof *weights, compare_weights);
  for (guint i = 0; i < game->n; i++)
    {
      gsize shift = (gsize) MIN (weights[i], game->quota) * counts->sizes + (counts->sizes > 1 ? 1 : 0);

      widen (counts, limbs_for (i + 1), (gsize) reached * counts->sizes);
      reached = game->quota - reached < weights[i] ? game->quota : reached + weights[i];
      add_shifted (counts, shift, (gsize) reached * counts->sizes);
    }
}

/* Counts, then sums up over the weights: slot (weight, size) ends as the coalitions of that size and at most
 * that weight. */
static void
counts_init (Counts *counts, const Game *game, guint sizes)
{
  gsize slots = (gsize) game->quota * sizes;

  *counts = (Counts){ .game = game, .sizes = sizes, .limbs = 1 };
  counts->row = g_new0 (mp_limb_t, slots * game->slot_limbs);
  counts->row[0] = 1;
  add_voters (counts);
  for (guint64 weight = 1; weight < game->quota; weight++)
    {
      mp_limb_t *at = counts->row + weight * sizes * counts->limbs;

      mpn_add_n (at, at, at - sizes * counts->limbs, (mp_size_t) (sizes * counts->limbs));
    }
}

static void
counts_clear (Counts *counts)
{
  g_free (counts->row);
}

/* Adds to @sum, or takes from it, @times the coalitions of @size and at most @weight. */
static void
add_count (mpz_t sum, const Counts *counts, guint64 weight, guint size, int times)
{
  mpz_t count;
  const mp_limb_t *at = counts->row + (weight * counts->sizes + size) * counts->limbs;

  mpz_roinit_n (count, at, counts->limbs);
  if (times > 0)
    mpz_addmul_ui (sum, count, (unsigned long) times);
  else
    mpz_submul_ui (sum, count, (unsigned long) -times);
}

/* Swings of a voter of @weight: coalitions without it that lack at most @weight. Those without it are all,
 * less those of the others with it once, plus …: an alternating sum over steps of its weight, in which the
 * end of each window is the start of the next. */
static void
count_swings (mpz_t swings, const Counts *counts, guint64 weight)
{
  guint64 at = counts->game->quota - 1;
  int times = 1;

  mpz_set_ui (swings, 0);
  add_count (swings, counts, at, 0, times);
  for (times = -2; at >= weight; times = -times)
    {
      at -= weight;
      add_count (swings, counts, at, 0, times);
    }
}

/* The same among coalitions of @size others; each step takes one voter out of the size as well. */
static void
count_swings_of_size (mpz_t swings, const Counts *counts, guint64 weight, guint size)
{
  guint64 at = counts->game->quota - 1;
  int sign = 1;

  mpz_set_ui (swings, 0);
  for (guint left = size + 1; left-- > 0; sign = -sign)
    {
      add_count (swings, counts, at, left, sign);
      if (at < weight)
        return;
      at -= weight;
      add_count (swings, counts, at, left, -sign);
    }
}

/* n! × the Shapley–Shubik index: Σ size! (n − 1 − size)! × swings of that size. */
static void
count_orderings (mpz_t orderings, const Counts *counts, guint64 weight, const mpz_t *factorials)
{
  guint n = counts->game->n;
  mpz_t swings;

  mpz_init (swings);
  mpz_set_ui (orderings, 0);
  for (guint size = 0; size < n; size++)
    {
      count_swings_of_size (swings, counts, weight, size);
      mpz_mul (swings, swings, factorials[size]);
      mpz_addmul (orderings, swings, factorials[n - 1 - size]);
    }
  mpz_clear (swings);
}

static char *
dup_digits (const mpz_t number)
{
  g_autofree char *digits = g_malloc (mpz_sizeinbase (number, 10) + 2);

  return g_strdup (mpz_get_str (digits, 10, number));
}

static TenureFraction
make_fraction (const mpz_t numerator, const mpz_t denominator)
{
  TenureFraction fraction;
  mpq_t quotient;

  mpq_init (quotient);
  mpz_set (mpq_numref (quotient), numerator);
  mpz_set (mpq_denref (quotient), denominator);
  mpq_canonicalize (quotient);
  fraction.numerator = dup_digits (mpq_numref (quotient));
  fraction.denominator = dup_digits (mpq_denref (quotient));
  fraction.value = mpq_get_d (quotient);
  mpq_clear (quotient);
  return fraction;
}

static void
fraction_clear (TenureFraction *fraction)
{
  g_free (fraction->numerator);
  g_free (fraction->denominator);
}

/* --- Indices --- */

/* One number for each voter of the caller's game; voters of equal weight share the counting. */
typedef struct
{
  mpz_t *values;
  guint n;
} Tally;

static void
tally_init (Tally *tally, guint n)
{
  *tally = (Tally){ .values = g_new (mpz_t, n), .n = n };
  for (guint i = 0; i < n; i++)
    mpz_init (tally->values[i]);
}

static void
tally_clear (Tally *tally)
{
  for (guint i = 0; i < tally->n; i++)
    mpz_clear (tally->values[i]);
  g_free (tally->values);
}

static void
factorials_init (mpz_t *factorials, guint n)
{
  mpz_init_set_ui (factorials[0], 1);
  for (guint i = 1; i <= n; i++)
    {
      mpz_init (factorials[i]);
      mpz_mul_ui (factorials[i], factorials[i - 1], i);
    }
}

static void
factorials_clear (mpz_t *factorials, guint n)
{
  for (guint i = 0; i <= n; i++)
    mpz_clear (factorials[i]);
}

/* Index in @weights of the first voter of the weight of voter @i. */
static guint
first_of_weight (const guint64 *weights, guint i)
{
  for (guint j = 0; j < i; j++)
    if (weights[j] == weights[i])
      return j;
  return i;
}

static void
tally_swings (Tally *tally, const Game *game, const guint64 *weights)
{
  Counts counts;

  counts_init (&counts, game, 1);
  for (guint i = 0, at = 0; i < tally->n; i++)
    {
      guint first = first_of_weight (weights, i);

      if (weights[i] == 0)
        continue;
      if (first < i)
        mpz_set (tally->values[i], tally->values[first]);
      else
        count_swings (tally->values[i], &counts, game->weights[at]);
      at++;
    }
  counts_clear (&counts);
}

static void
tally_orderings (Tally *tally, const Game *game, const guint64 *weights)
{
  g_autofree mpz_t *factorials = g_new (mpz_t, game->n + 1);
  Counts counts;

  factorials_init (factorials, game->n);
  counts_init (&counts, game, game->n + 1);
  for (guint i = 0, at = 0; i < tally->n; i++)
    {
      guint first = first_of_weight (weights, i);

      if (weights[i] == 0)
        continue;
      if (first < i)
        mpz_set (tally->values[i], tally->values[first]);
      else
        count_orderings (tally->values[i], &counts, game->weights[at], factorials);
      at++;
    }
  counts_clear (&counts);
  factorials_clear (factorials, game->n);
}

static void
fill_banzhaf (TenurePower *power, const Game *game, const guint64 *weights)
{
  mpz_t all, coalitions;
  Tally swings;

  tally_init (&swings, power->n_voters);
  tally_swings (&swings, game, weights);
  mpz_init (all);
  for (guint i = 0; i < swings.n; i++)
    mpz_add (all, all, swings.values[i]);
  mpz_init (coalitions);
  mpz_ui_pow_ui (coalitions, 2, game->n - 1);
  for (guint i = 0; i < swings.n; i++)
    {
      power->voters[i].banzhaf = make_fraction (swings.values[i], all);
      power->voters[i].banzhaf_absolute = make_fraction (swings.values[i], coalitions);
      power->voters[i].dummy = mpz_sgn (swings.values[i]) == 0;
    }
  mpz_clear (coalitions);
  mpz_clear (all);
  tally_clear (&swings);
}

static void
fill_shapley_shubik (TenurePower *power, const Game *game, const guint64 *weights)
{
  mpz_t all;
  Tally orderings;

  power->has_shapley_shubik = game_fits (game, game->n + 1);
  if (!power->has_shapley_shubik)
    return;
  tally_init (&orderings, power->n_voters);
  tally_orderings (&orderings, game, weights);
  mpz_init (all);
  mpz_fac_ui (all, game->n);
  for (guint i = 0; i < orderings.n; i++)
    power->voters[i].shapley_shubik = make_fraction (orderings.values[i], all);
  mpz_clear (all);
  tally_clear (&orderings);
}

static gboolean
check_game (const guint64 *weights, guint n, guint64 quota, guint64 *out_total, GError **error)
{
  guint64 total = 0;

  if (n > TENURE_POWER_MAX_VOTERS)
    {
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_RANGE,
                   _ ("The game has %u voters; voting power is worked out for up to %d."), n, TENURE_POWER_MAX_VOTERS);
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    if (__builtin_add_overflow (total, weights[i], &total))
      {
        g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_RANGE, _ ("The votes are too many to be added up."));
        return FALSE;
      }
  if (quota == 0 || quota > total)
    {
      g_autofree char *needed = g_strdup_printf ("%" G_GUINT64_FORMAT, quota);
      g_autofree char *all = g_strdup_printf ("%" G_GUINT64_FORMAT, total);

      g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID,
                   _ ("The votes needed (%1$s) must be between 1 and all votes together (%2$s)."), needed, all);
      return FALSE;
    }
  *out_total = total;
  return TRUE;
}

TenurePower *
tenure_power_new (const guint64 *weights, guint n_voters, guint64 quota, GError **error)
{
  TenurePower *power = NULL;
  guint64 total;
  Game game;

  g_return_val_if_fail (weights != NULL || n_voters == 0, NULL);

  if (!check_game (weights, n_voters, quota, &total, error))
    return NULL;
  game_init (&game, weights, n_voters, total, quota);
  if (game_fits (&game, 1))
    {
      power = g_new0 (TenurePower, 1);
      power->n_voters = n_voters;
      power->voters = g_new0 (TenurePowerVoter, n_voters);
      fill_banzhaf (power, &game, weights);
      fill_shapley_shubik (power, &game, weights);
      for (guint i = 0; i < n_voters; i++)
        power->voters[i].veto = total - weights[i] < quota;
    }
  else
    g_set_error (error, TENURE_ERROR, TENURE_ERROR_RANGE,
                 _ ("The coalitions of %u voters with so many votes are too many to count."), n_voters);
  game_clear (&game);
  return power;
}

void
tenure_power_free (TenurePower *power)
{
  if (power == NULL)
    return;
  for (guint i = 0; i < power->n_voters; i++)
    {
      fraction_clear (&power->voters[i].banzhaf);
      fraction_clear (&power->voters[i].banzhaf_absolute);
      fraction_clear (&power->voters[i].shapley_shubik);
    }
  g_free (power->voters);
  g_free (power);
}
