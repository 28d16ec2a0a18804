#pragma once

#include "analysis/explanation.h"
#include "analysis/term.h"

G_BEGIN_DECLS

/* Figures of one agreement that stand on rows of their own, and that are asked why one by one: docs/domain.md, section 4,
 * "Agreement". Those that rest on each other (term, remaining, secured, …): tenure_agreement_explain_part().
 * Worked out when somebody looks, from what facts hold. */

typedef enum
{
  TENURE_AGREEMENT_FIGURE_FULL_COST,  /* full-cost.h */
  TENURE_AGREEMENT_FIGURE_REAL_PRICE, /* real-price.h; of agreements that have run for a year */
  TENURE_AGREEMENT_FIGURE_OUTCOMES,   /* from here on results.h; of agreements of which any are recorded */
  TENURE_AGREEMENT_FIGURE_VOLUNTEER_HOURS,
  TENURE_AGREEMENT_FIGURE_LEVERED_INCOME,
  TENURE_AGREEMENT_FIGURE_REFERRALS,
  TENURE_N_AGREEMENT_FIGURES,
} TenureAgreementFigure;

/* "full_cost_ratio", "real_price", "outcomes", …; static. Columns of the register and `tenure-cli explain` go by it. */
const char *tenure_agreement_figure_code (TenureAgreementFigure figure);

/* FALSE, and @out_figure unchanged, when @code is none of them. */
gboolean tenure_agreement_figure_from_code (const char *code, TenureAgreementFigure *out_figure);

/* "Full cost covered", "Real price"; translated, static. */
const char *tenure_agreement_figure_title (TenureAgreementFigure figure);

/* Whether there is anything to tell of agreement @index, or that could be told if more were recorded. */
gboolean tenure_agreement_figure_applies (const TenureTerms *terms, guint index, TenureAgreementFigure figure);

/* "94.3 %"; NULL when it cannot be told or does not apply. The caller frees. */
char *tenure_agreement_figure_dup_label (const TenureTerms *terms, guint index, TenureAgreementFigure figure);

/**
 * tenure_agreement_figure_explain:
 *
 * The summary is the figure; lines are what it is reckoned from, apart what is recorded and does not enter, with the reason.
 * Worked examples: tests/analysis/test-agreement-figure.c.
 *
 * Returns: (transfer full)
 */
TenureExplanation *tenure_agreement_figure_explain (const TenureTerms *terms, guint index, TenureAgreementFigure figure);

G_END_DECLS
