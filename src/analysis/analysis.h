#pragma once

#include "analysis/completeness.h"
#include "analysis/flags.h"

G_BEGIN_DECLS

/**
 * TenureAnalysis:
 * Everything about one day, computed together in the order in which the parts need each other: what a window
 * or a command asks for. @facts is borrowed and must live as long. Immutable once made, so made on a worker
 * and read anywhere.
 */
typedef struct
{
  const TenureFacts *facts;
  TenureDay as_of;
  TenureTerms *terms;
  TenureBoards *boards;
  TenureProviders *providers;
  TenureParticipation *participation;
  TenurePortfolio *portfolio; /* agreements in scope */
  TenurePortfolio *beside;    /* agreements whose provider is not recorded as VCS or not: shown beside */
  TenureFlags *flags;
  TenurePortfolioCompleteness *completeness;
  gboolean borrows; /* terms, boards, providers and participation are those of another analysis */
} TenureAnalysis;

/**
 * tenure_analysis_new:
 * @selection: (nullable): the portfolio and filter; boards are whole
 *
 * Sums of money that do not fit make their own figure cannot tell and leave the rest as it is.
 *
 * Returns: (transfer full)
 */
TenureAnalysis *tenure_analysis_new (const TenureFacts *facts,
                                     TenureDay as_of,
                                     const TenureAnalysisOptions *options,
                                     const TenureSelection *selection) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tenure_analysis_narrow:
 * @whole: of all agreements; must live as long as the result, which borrows its terms and boards
 * @selection: the portfolio and filter
 * @judged: (nullable): where @selection is a part of a portfolio that somebody searched or filtered for, that portfolio,
 *   computed with TENURE_SCOPE_VCS: rule D3, which is about a whole portfolio, goes by it. Must live as long as the result.
 *   NULL: @selection is all there is to judge
 *
 * The same day over some of the agreements: only what depends on which they are is computed, portfolio and flags. Without
 * @judged equal to tenure_analysis_new() with @selection (tests: tests/analysis/test-analysis.c).
 *
 * Returns: (transfer full)
 */
TenureAnalysis *tenure_analysis_narrow (const TenureAnalysis *whole,
                                        const TenureSelection *selection,
                                        const TenurePortfolio *judged) G_GNUC_WARN_UNUSED_RESULT;
void tenure_analysis_free (TenureAnalysis *analysis);

/* Why an agreement's figures are what they are, each line with its step: term, remaining, secured, yearly
 * value, decision day, status, chain. The caller frees. */
TenureExplanation *tenure_agreement_explain (const TenureTerms *terms, guint index);

/* The codes of those figures, "term", "remaining", "secured", "annual", "burden", "decision", "status" and "chain", by number
 * from 0; NULL past the last. Static. */
const char *tenure_agreement_part_code (guint i);

/* One of them: the summary is the figure, the lines are what it rests on and, last, itself. NULL when @code is none.
 * The caller frees. Worked examples: tests/analysis/test-agreement-part.c. */
TenureExplanation *tenure_agreement_explain_part (const TenureTerms *terms, guint index, const char *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureAnalysis, tenure_analysis_free)

G_END_DECLS
