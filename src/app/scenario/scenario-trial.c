#include "config.h"
#include "app/scenario/scenario-trial.h"

#include "analysis/scenario-compare.h"
#include "analysis/scenario-words.h"

#include "base/i18n.h"

TenureTrialRequest *
tenure_trial_request_new (TenureScenarioKind kind, const GArray *agreements)
{
  TenureTrialRequest *request = g_new0 (TenureTrialRequest, 1);

  request->kind = kind;
  request->day = TENURE_DAY_NONE;
  request->agreements = g_array_new (FALSE, FALSE, sizeof (TenureId));
  g_array_append_vals (request->agreements, agreements->data, agreements->len);
  return request;
}

void
tenure_trial_request_free (TenureTrialRequest *request)
{
  if (request == NULL)
    return;
  g_array_unref (request->agreements);
  g_free (request);
}

/* --- Changes -------------------------------------------------------------------------------------------------- */

/* Of terms that become one, the present one says how it goes on. */
static TenureId
find_latest (const TenureFacts *facts, const GArray *agreements)
{
  TenureId latest = g_array_index (agreements, TenureId, 0);
  TenureDay start = TENURE_DAY_NONE;

  for (guint i = 0; i < agreements->len; i++)
    {
      TenureId id = g_array_index (agreements, TenureId, i);
      int index = tenure_facts_find_agreement (facts, id);

      if (index < 0 || facts->agreements[index].start <= start)
        continue;
      latest = id;
      start = facts->agreements[index].start;
    }
  return latest;
}

static TenureScenarioChange
make_change (const TenureTrialRequest *request, TenureId agreement)
{
  return (TenureScenarioChange){
    .kind = request->kind,
    .agreement = agreement,
    .months = request->months,
    .uplift_bp = request->uplift_bp,
    .day = request->day,
  };
}

static void
make_merge (TenureTrial *trial, const TenureTrialRequest *request, const TenureFacts *facts)
{
  TenureId kept = find_latest (facts, request->agreements);

  for (guint i = 0; i < request->agreements->len; i++)
    {
      TenureId id = g_array_index (request->agreements, TenureId, i);

      if (id != kept)
        g_array_append_val (trial->others, id);
    }
  trial->changes[0] = make_change (request, kept);
  trial->changes[0].others = (const TenureId *) (gpointer) trial->others->data;
  trial->changes[0].n_others = trial->others->len;
  trial->n_changes = 1;
}

static void
make_changes (TenureTrial *trial, const TenureTrialRequest *request, const TenureFacts *facts)
{
  trial->changes = g_new0 (TenureScenarioChange, request->agreements->len + 1);
  if (request->kind == TENURE_SCENARIO_MERGE)
    {
      make_merge (trial, request, facts);
      return;
    }
  for (guint i = 0; i < request->agreements->len; i++)
    trial->changes[trial->n_changes++] = make_change (request, g_array_index (request->agreements, TenureId, i));
}

/* What cannot be made is said and left out: each is about an agreement of its own, so the others are as they were. */
static void
take_problems (TenureTrial *trial, const TenureScenario *scenario)
{
  guint n = 0;

  for (guint i = 0; i < scenario->n_changes; i++)
    if (scenario->problems[i] != NULL)
      g_ptr_array_add (trial->problems, g_strdup (scenario->problems[i]));
    else
      trial->changes[n++] = trial->changes[i];
  trial->n_changes = n;
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
tenure_trial_new (const TenureTrialRequest *request, const TenureSnapshot *snapshot)
{
  TenureTrial *trial;
  const TenureFacts *facts;
  g_autoptr (TenureScenario) scenario = NULL;

  g_return_val_if_fail (request != NULL && snapshot != NULL && request->agreements->len > 0, NULL);

  facts = tenure_snapshot_get_facts (snapshot);
  trial = g_new0 (TenureTrial, 1);
  trial->figures = g_ptr_array_new_with_free_func (free_line);
  trial->ahead = g_ptr_array_new_with_free_func (free_line);
  trial->years = g_ptr_array_new_with_free_func (free_line);
  trial->flags = g_ptr_array_new_with_free_func (free_line);
  trial->problems = g_ptr_array_new_with_free_func (g_free);
  trial->others = g_array_new (FALSE, FALSE, sizeof (TenureId));
  trial->as_of = tenure_snapshot_get_as_of (snapshot);
  trial->portfolio = tenure_filter_get_portfolio (tenure_snapshot_get_filter (snapshot));
  make_changes (trial, request, facts);
  scenario = tenure_scenario_new (facts, trial->as_of, trial->changes, trial->n_changes);
  take_problems (trial, scenario);
  if (trial->n_changes > 0)
    {
      trial->label = tenure_scenario_dup_label (facts, trial->changes, trial->n_changes);
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
  g_array_unref (trial->others);
  g_free (trial->changes);
  g_free (trial->all_flags);
  g_free (trial->label);
  g_free (trial);
}
