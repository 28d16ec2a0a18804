#include "config.h"
#include "cli/figures-results.h"

#include "base/i18n.h"

#include "analysis/results-explain.h"

void
tenure_figures_print_results (const TenurePortfolio *portfolio)
{
  TenureResults results =
      tenure_results_new (portfolio->terms, portfolio->agreements, portfolio->n_agreements, portfolio->currency);

  if (!tenure_results_is_any (&results))
    return;
  g_print ("\n%s\n", _ ("Results so far"));
  for (int i = 0; i < TENURE_N_RESULT_FIGURES; i++)
    {
      TenureResultFigure figure = (TenureResultFigure) i;
      g_autofree char *label = tenure_results_dup_label (&results, figure);

      g_print ("  %s: %s\n", tenure_result_figure_title (figure), label);
    }
  g_print ("  %s\n",
           _ ("Of the agreements that run. “explain” tells each agreement’s part; what enters is a local setting."));
}
