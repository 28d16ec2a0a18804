#pragma once

#include "analysis/explanation.h"
#include "analysis/results.h"

G_BEGIN_DECLS

/* What an agreement, or those of a list, brought, in words, and why it is what it is: each row that enters, and apart each
 * that does not with the reason. Each says that what enters is a local setting. */

typedef enum
{
  TENURE_RESULT_FIGURE_OUTCOMES,
  TENURE_RESULT_FIGURE_VOLUNTEER_HOURS,
  TENURE_RESULT_FIGURE_LEVERED_INCOME,
  TENURE_RESULT_FIGURE_REFERRALS,
  TENURE_N_RESULT_FIGURES,
} TenureResultFigure;

/* "outcomes", "volunteer_hours", "levered_income", "referrals"; static. */
const char *tenure_result_figure_code (TenureResultFigure figure);

/* The key that `tenure-cli figures --json` has for it is read as well: "results.targets_met", …, "results.referrals". FALSE,
 * and @out_figure unchanged, when @code is none of them. */
gboolean tenure_result_figure_from_code (const char *code, TenureResultFigure *out_figure);

/* "Outcomes", "Volunteer hours", …; translated, static. */
const char *tenure_result_figure_title (TenureResultFigure figure);

/* Whether anything of the kind is recorded of agreement @index. */
gboolean tenure_result_figure_applies (const TenureTerms *terms, guint index, TenureResultFigure figure);

/* "3 of 5 targets met; 1 not measured", "1 target, not measured", "1,240 hours (2 of 3 known)", "£18,000",
 * "412 of a capacity of 400, 103.0 % (1 Apr 2025 – 31 Mar 2026)"; NULL when it cannot be told. The caller frees. */
char *tenure_result_figure_dup_label (const TenureTerms *terms, guint index, TenureResultFigure figure);

/* Why, of one agreement. Examples: tests/analysis/test-results.c. (transfer full) */
TenureExplanation *tenure_result_figure_explain (const TenureTerms *terms, guint index, TenureResultFigure figure);

/* What tenure_results_new() makes of the same list, in words, with its coverage: "cannot tell (0 of 3 known)". */
char *tenure_results_dup_label (const TenureResults *results, TenureResultFigure figure);

/* Why, of all that run of a list; lines are agreements. (transfer full) */
TenureExplanation *tenure_results_explain (
    const TenureTerms *terms, const guint32 *agreements, guint n, TenureCurrency currency, TenureResultFigure figure);

G_END_DECLS
