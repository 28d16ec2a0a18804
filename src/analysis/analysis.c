#include "analysis/analysis.h"

/* What depends on which agreements are looked at; terms and boards are there. @judged: (nullable): the portfolio that rules
 * about a whole portfolio go by; NULL: the selection's. */
static void
compute_selection (TenureAnalysis *analysis, const TenureSelection *selection, const TenurePortfolio *judged)
{
  analysis->portfolio = tenure_portfolio_new (analysis->terms, TENURE_SCOPE_VCS, selection);
  analysis->beside = tenure_portfolio_new (analysis->terms, TENURE_SCOPE_UNKNOWN, selection);
  analysis->flags = tenure_flags_new (analysis->terms, analysis->boards, judged != NULL ? judged : analysis->portfolio,
                                      analysis->providers, analysis->participation, selection);
  analysis->completeness = tenure_completeness_new (analysis->terms, analysis->boards, selection);
}

TenureAnalysis *
tenure_analysis_new (const TenureFacts *facts,
                     TenureDay as_of,
                     const TenureAnalysisOptions *options,
                     const TenureSelection *selection)
{
  TenureAnalysis *analysis;

  g_return_val_if_fail (facts != NULL && tenure_day_is_known (as_of), NULL);

  analysis = g_new0 (TenureAnalysis, 1);
  analysis->facts = facts;
  analysis->as_of = as_of;
  analysis->terms = tenure_terms_new (facts, as_of, options);
  analysis->boards = tenure_boards_new (facts, as_of);
  analysis->providers = tenure_providers_new (analysis->terms);
  analysis->participation = tenure_participation_new (facts, as_of);
  compute_selection (analysis, selection, NULL);
  return analysis;
}

TenureAnalysis *
tenure_analysis_narrow (const TenureAnalysis *whole, const TenureSelection *selection, const TenurePortfolio *judged)
{
  TenureAnalysis *analysis;

  g_return_val_if_fail (whole != NULL && selection != NULL, NULL);

  analysis = g_new0 (TenureAnalysis, 1);
  analysis->facts = whole->facts;
  analysis->as_of = whole->as_of;
  analysis->terms = whole->terms;
  analysis->boards = whole->boards;
  analysis->providers = whole->providers;
  analysis->participation = whole->participation;
  analysis->borrows = TRUE;
  compute_selection (analysis, selection, judged);
  return analysis;
}

void
tenure_analysis_free (TenureAnalysis *analysis)
{
  if (analysis == NULL)
    return;
  g_free (analysis->completeness);
  tenure_flags_free (analysis->flags);
  tenure_portfolio_free (analysis->portfolio);
  tenure_portfolio_free (analysis->beside);
  if (!analysis->borrows)
    {
      tenure_participation_free (analysis->participation);
      tenure_providers_free (analysis->providers);
      tenure_boards_free (analysis->boards);
      tenure_terms_free (analysis->terms);
    }
  g_free (analysis);
}
