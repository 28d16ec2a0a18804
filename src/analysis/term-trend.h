#pragma once

#include "analysis/explanation.h"
#include "analysis/portfolio.h"

G_BEGIN_DECLS

/* Is it getting better? What was agreed in each financial year, by the year of its start. */

/* The year of T and so many before it; earlier ones are counted together. */
#define TENURE_TERM_TREND_YEARS 15

typedef struct
{
  TenureDay from, until; /* first day, last day */
  guint started;         /* agreements that started in it, by T */
  guint open_ended;      /* of those, agreed without an end */
  guint known;           /* of those, with a known term at first */
  guint le12;            /* of the known, at most 12 months */
  double median;         /* months, when known > 0 */
} TenureTermTrendYear;

typedef struct
{
  const TenurePortfolio *portfolio;
  TenureTermTrendYear *years; /* from the first in which one started to the year of T, without a hole */
  guint n_years;
  guint n_earlier;   /* started before the years that are looked at */
  guint n_no_start;  /* the start is not recorded */
  guint first_whole; /* the first year by whose end nothing had ended that is not recorded; n_years: none */
} TenureTermTrend;

/**
 * tenure_term_trend_new:
 *
 * Of the portfolio's agreements that have started by T, running or over: how long each was agreed for *at first*, M
 * (start, signed end, or start + stated length), before extensions and terminations. So a year is not made longer by
 * options that later years have not had the time to exercise. Share: le12 ÷ known. Median: as tenure_term_spread_new() has
 * it. Each agreement is one, whatever it is worth: money that is passed on plays no part. The year of T is not over.
 *
 * What a document does not go back to is not in it: of old years those may be left that were long. Records are taken to
 * begin with the first recorded end that has come; a year that was over by then may have lost its short terms, and the
 * first that was not is `first_whole`.
 * Test: tests/analysis/test-term-trend.c.
 *
 * Returns: (transfer full): borrows the portfolio
 */
TenureTermTrend *tenure_term_trend_new (const TenurePortfolio *portfolio) G_GNUC_WARN_UNUSED_RESULT;
void tenure_term_trend_free (TenureTermTrend *trend);

/* Why: each year with its counts, what started earlier, then the agreements that lack a start or a term. Of each
 * list the first @most, 0: all. The caller frees. */
TenureExplanation *tenure_term_trend_explain (const TenureTermTrend *trend, guint most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureTermTrend, tenure_term_trend_free)

G_END_DECLS
