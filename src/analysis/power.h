#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Voting power in weighted games [quota; weights], exact: the swings are counted, not sampled. A coalition
 * wins when its weights reach the quota; a voter swings a losing coalition that wins with them.
 *
 * Banzhaf counts coalitions by weight: one addition of whole arrays for each voter, then for each voter an
 * alternating sum of prefix sums in steps of its weight. Shapley–Shubik counts by weight and size. Both use
 * the smaller of a game and its dual (quota W − q + 1), which have the same indices, and weights divided by
 * their common divisor. */

/* An exact fraction of any size, in lowest terms; decimal digits. */
typedef struct
{
  char *numerator;
  char *denominator;
  double value;
} TenureFraction;

typedef struct
{
  TenureFraction banzhaf;          /* swings ÷ swings of all: "share of decisive votes"; the shares sum to 1 */
  TenureFraction banzhaf_absolute; /* swings ÷ 2^(n − 1) */
  TenureFraction shapley_shubik;   /* share of the orderings in which this voter tips the balance */
  gboolean veto;                   /* nothing passes without this voter */
  gboolean dummy;                  /* a vote that can never decide: never a swing */
} TenurePowerVoter;

typedef struct
{
  guint n_voters;
  TenurePowerVoter *voters;
  gboolean has_shapley_shubik; /* FALSE, and the fractions NULL: the game is too large to count by size */
} TenurePower;

#define TENURE_POWER_MAX_VOTERS 1000

/**
 * tenure_power_new:
 * @weights: one a voter; a weight of 0 is a dummy
 * @n_voters: 1 to TENURE_POWER_MAX_VOTERS
 * @quota: 1 to the sum of the weights
 *
 * Returns: (transfer full): the game's indices; NULL with TENURE_ERROR_INVALID when the quota cannot be
 * reached or is 0, TENURE_ERROR_RANGE when there are too many voters or too much weight to count in seconds
 * and half a gigabyte. 200 voters with weights up to 10,000 are within it for Banzhaf, boards of any size for
 * both.
 * Worked examples, the games of docs/domain.md section 6: tests/analysis/test-power.c.
 */
TenurePower *tenure_power_new (const guint64 *weights, guint n_voters, guint64 quota, GError **error);
void tenure_power_free (TenurePower *power);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenurePower, tenure_power_free)

G_END_DECLS
