#include "config.h"
#include "cli/figures-participation.h"

#include "analysis/participation-explain.h"
#include "base/i18n.h"
#include "cli/text-table.h"

/* When it is used up, and how that was foretold. */
static void
print_end (const TenureFactBudget *fact, const TenureBudgetFigures *budget)
{
  g_autofree char *day = tenure_day_is_known (budget->exhausted) ? tenure_day_dup_label (budget->exhausted) : NULL;

  if (day != NULL)
    g_print (_ ("  %s: more is committed than there is from %s on.\n"), fact->name, day);
  g_print ("  %s: %s\n", fact->name, tenure_forecast_method_sentence (budget->method));
}

void
tenure_figures_print_participation (const TenureParticipation *participation)
{
  const TenureFacts *facts = participation->facts;
  static const TenureBudgetFigure shown[] = { TENURE_BUDGET_AMOUNT,   TENURE_BUDGET_COMMITTED, TENURE_BUDGET_CLAIMED,
                                              TENURE_BUDGET_APPROVED, TENURE_BUDGET_PAID,      TENURE_BUDGET_FORECAST };
  TenureTextColumn columns[G_N_ELEMENTS (shown) + 1] = { { _ ("Participation budget"), FALSE } };
  g_autoptr (TenureTextTable) table = NULL;

  if (facts->participation.n_budgets == 0)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    columns[i + 1] = (TenureTextColumn){ tenure_budget_figure_label (shown[i]), TRUE };
  table = tenure_text_table_new (columns, G_N_ELEMENTS (columns));
  for (guint b = 0; b < facts->participation.n_budgets; b++)
    {
      const TenureFigure *figures = participation->budgets[b].figures;
      g_autofree char *amount = tenure_figure_dup_label (&figures[shown[0]]);
      g_autofree char *committed = tenure_figure_dup_label (&figures[shown[1]]);
      g_autofree char *claimed = tenure_figure_dup_label (&figures[shown[2]]);
      g_autofree char *approved = tenure_figure_dup_label (&figures[shown[3]]);
      g_autofree char *paid = tenure_figure_dup_label (&figures[shown[4]]);
      g_autofree char *forecast = tenure_figure_dup_label (&figures[shown[5]]);

      tenure_text_table_add (table, facts->participation.budgets[b].name, amount, committed, claimed, approved, paid,
                             forecast);
    }
  g_print ("\n%s\n", _ ("Paying for taking part"));
  tenure_text_table_print (table);
  for (guint b = 0; b < facts->participation.n_budgets; b++)
    print_end (&facts->participation.budgets[b], &participation->budgets[b]);
}
