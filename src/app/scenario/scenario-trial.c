#include "config.h"
#include "app/scenario/scenario-trial.h"

#include "analysis/scenario-compare.h"
#include "analysis/scenario-words.h"

#include "base/i18n.h"

/* --- Changes -------------------------------------------------------------------------------------------------- */

/* What cannot be made is said and left out: it did nothing, so the others are as they were. */
static void
take_problems (TenureTrial *trial, const TenureScenario *scenario)
{
  TenureScenarioChanges *made = trial->made;
  guint n = 0;

  for (guint i = 0; i < made->problems->len; i++)
    g_ptr_array_add (trial->problems, g_strdup (made->problems->pdata[i]));
  for (guint i = 0; i < scenario->n_changes; i++)
    if (scenario->problems[i] != NULL)
      g_ptr_array_add (trial->problems, g_strdup (scenario->problems[i]));
    else
      made->changes[n++] = made->changes[i];
  made->n = n;
}

/* --- Both sides ----------------------------------------------------------------------------------------------- */

static void
free_line (gpointer data)
{
  TenureEffect *line = data;

  g_free (line->label);
  g_free (line->before);
  g_free (line->after);
  g_free (line);
}

/* Takes all three over; NULL is not known. */
static void
add_line (GPtrArray *lines, char *label, char *before, char *after)
{
  TenureEffect *line = g_new (TenureEffect, 1);

  line->label = label;
  line->before = before != NULL ? before : g_strdup (_ ("not known"));
  line->after = after != NULL ? after : g_strdup (_ ("not known"));
  g_ptr_array_add (lines, line);
}

static char *
dup_sum (TenureSum sum, const TenurePortfolio *portfolio)
{
  if (sum.overflows || portfolio->currency == TENURE_CURRENCY_NONE)
    return NULL;
  return tenure_money_dup_label ((TenureMoney){ sum.minor, portfolio->currency }, TRUE);
}

static void
add_figures (TenureTrial *trial, const TenureScenarioComparison *both)
{
  for (guint i = 0; i < both->effects->figures->len; i++)
    {
      const TenureEffect *effect = both->effects->figures->pdata[i];

      add_line (trial->figures, g_strdup (effect->label), g_strdup (effect->before), g_strdup (effect->after));
    }
  trial->all_flags = tenure_flag_change_dup_label (&both->effects->flags);
}

static void
add_ahead (TenureTrial *trial, const TenureScenarioComparison *both)
{
  static const guint ahead[] = { 3, 6, 12, 24, 35 };
  const TenurePortfolio *before = both->base->portfolio, *after = both->scenario->portfolio;

  for (guint i = 0; i < G_N_ELEMENTS (ahead); i++)
    {
      const TenureHorizonFigures *base = &before->horizon[ahead[i]], *scenario = &after->horizon[ahead[i]];
      g_autofree char *month = tenure_day_dup_month_label (base->month);

      add_line (trial->ahead, g_strdup_printf (_ ("Secured, %s"), month), dup_sum (base->secured, before),
                dup_sum (scenario->secured, after));
      add_line (trial->ahead, g_strdup_printf (_ ("Committed, %s"), month), dup_sum (base->committed, before),
                dup_sum (scenario->committed, after));
    }
}

static void
add_years (TenureTrial *trial, const TenureScenarioComparison *both)
{
  for (guint i = 0; i < both->years->len; i++)
    {
      const TenureScenarioYear *year = &g_array_index (both->years, TenureScenarioYear, i);
      g_autofree char *until = tenure_day_dup_label (year->until);

      add_line (trial->years, g_strdup_printf (_ ("Year to %s"), until), dup_sum (year->base, both->base->portfolio),
                dup_sum (year->scenario, both->scenario->portfolio));
    }
}

static char *
dup_level (const TenureFlag *flag)
{
  return g_strdup (tenure_level_label (flag != NULL ? (TenureLevel) flag->level : TENURE_LEVEL_NONE));
}

static void
add_flags (TenureTrial *trial, const TenureScenarioComparison *both)
{
  for (guint i = 0; i < both->flags->len; i++)
    {
      const TenureFlagMove *move = &g_array_index (both->flags, TenureFlagMove, i);
      const TenureFlag *flag = move->after != NULL ? move->after : move->before;
      g_autofree char *name = tenure_flag_dup_name (move->after != NULL ? both->scenario->flags : both->base->flags, flag);
      const char *rule = _ (tenure_rule ((TenureRuleId) flag->rule)->title);

      /* Translators: a rule, and the record that it flags. */
      add_line (trial->flags, g_strdup_printf (_ ("%1$s: %2$s"), rule, name), dup_level (move->before),
                dup_level (move->after));
    }
}

static void
compare (TenureTrial *trial, const TenureScenario *scenario, const TenureSnapshot *snapshot)
{
  const TenureTerms *terms = tenure_snapshot_get_terms (snapshot);
  gboolean narrowed = !tenure_filter_is_empty (tenure_snapshot_get_filter (snapshot));
  TenureSelection selection;
  g_autoptr (TenureScenarioComparison) both = NULL;

  selection.agreements = tenure_snapshot_get_shown (snapshot, &selection.n_agreements);
  both = tenure_scenario_compare (terms->facts, scenario, terms->as_of, &terms->options, narrowed ? &selection : NULL);
  add_figures (trial, both);
  add_ahead (trial, both);
  add_years (trial, both);
  add_flags (trial, both);
}

TenureTrial *
tenure_trial_new (const GPtrArray *requests, const TenureSnapshot *snapshot)
{
  TenureTrial *trial;
  const TenureFacts *facts;
  g_autoptr (TenureScenario) scenario = NULL;

  g_return_val_if_fail (requests != NULL && snapshot != NULL, NULL);

  facts = tenure_snapshot_get_facts (snapshot);
  trial = g_new0 (TenureTrial, 1);
  trial->figures = g_ptr_array_new_with_free_func (free_line);
  trial->ahead = g_ptr_array_new_with_free_func (free_line);
  trial->years = g_ptr_array_new_with_free_func (free_line);
  trial->flags = g_ptr_array_new_with_free_func (free_line);
  trial->problems = g_ptr_array_new_with_free_func (g_free);
  trial->as_of = tenure_snapshot_get_as_of (snapshot);
  trial->portfolio = tenure_filter_get_portfolio (tenure_snapshot_get_filter (snapshot));
  trial->made = tenure_scenario_changes_new (requests, facts);
  scenario = tenure_scenario_new (facts, trial->as_of, trial->made->changes, trial->made->n);
  take_problems (trial, scenario);
  if (trial->made->n > 0)
    {
      trial->label = tenure_scenario_dup_label (facts, trial->made->changes, trial->made->n);
      compare (trial, scenario, snapshot);
    }
  return trial;
}

void
tenure_trial_free (TenureTrial *trial)
{
  if (trial == NULL)
    return;
  g_ptr_array_unref (trial->figures);
  g_ptr_array_unref (trial->ahead);
  g_ptr_array_unref (trial->years);
  g_ptr_array_unref (trial->flags);
  g_ptr_array_unref (trial->problems);
  tenure_scenario_changes_free (trial->made);
  g_free (trial->all_flags);
  g_free (trial->label);
  g_free (trial);
}
