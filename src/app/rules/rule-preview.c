#include "config.h"
#include "app/rules/rule-preview.h"

#include "analysis/flag-moves.h"

#include "base/i18n.h"

/* Later than all that is recorded, so that it holds where two would. */
#define NEWEST G_MAXINT64

/* The document's settings as they would be. */
static GArray *
settings_after (const TenureFacts *facts, const TenureRuleSetting *setting, const TenureRuleSetting *instead_of)
{
  GArray *after = g_array_new (FALSE, FALSE, sizeof (TenureRuleSetting));

  for (guint i = 0; i < facts->n_rule_settings; i++)
    if (&facts->rule_settings[i] != instead_of)
      g_array_append_val (after, facts->rule_settings[i]);
  if (setting != NULL)
    {
      TenureRuleSetting added = *setting;

      added.id = NEWEST;
      g_array_append_val (after, added);
    }
  return after;
}

/* All of the portfolio that is looked at, whatever words and facets leave of it: the setting will hold for all of it. */
static guint32 *
list_members (TenureSnapshot *snapshot, guint *out_n)
{
  guint n_agreements = tenure_snapshot_get_facts (snapshot)->n_agreements;
  guint32 *members = g_new (guint32, n_agreements);

  *out_n = 0;
  for (guint i = 0; i < n_agreements; i++)
    if (tenure_snapshot_get_how (snapshot, i) != 0)
      members[(*out_n)++] = i;
  return members;
}

/* A selection of the agreements looked at borrows the analysis of all of them. */
typedef struct
{
  TenureAnalysis *whole, *narrowed;
} Judgement;

static const TenureFlags *
judge (Judgement *judgement,
       TenureSnapshot *snapshot,
       const TenureRuleSetting *settings,
       guint n_settings,
       TenureDay day,
       TenureId portfolio,
       TenureRule *rules)
{
  TenureAnalysisOptions options = tenure_snapshot_get_terms (snapshot)->options;
  g_autofree guint32 *members = NULL;
  TenureSelection selection;

  tenure_rules_effective (settings, n_settings, day, portfolio, rules);
  options.rules = rules;
  judgement->whole = tenure_analysis_new (tenure_snapshot_get_facts (snapshot), day, &options, NULL);
  if (portfolio == TENURE_ID_NONE)
    return judgement->whole->flags;
  members = list_members (snapshot, &selection.n_agreements);
  selection.agreements = members;
  judgement->narrowed = tenure_analysis_narrow (judgement->whole, &selection, NULL);
  return judgement->narrowed->flags;
}

static void
judgement_clear (Judgement *judgement)
{
  tenure_analysis_free (judgement->narrowed);
  tenure_analysis_free (judgement->whole);
}

static char *
dup_words (const TenureFlagMoves *moves, TenureDay day)
{
  g_autofree char *date = tenure_day_dup_label (day);
  g_autoptr (GString) text = g_string_new (NULL);

  if (!tenure_flag_moves_any (moves))
    return g_strdup_printf (_ ("No flag changes on %s."), date);
  g_string_append_printf (text, _ ("What changes on %s:"), date);
  for (int id = 0; id < TENURE_N_RULES; id++)
    {
      g_autofree char *label = tenure_flag_moves_dup_label (moves, (TenureRuleId) id);
      const TenureRule *rule = tenure_rule ((TenureRuleId) id);

      if (label != NULL)
        g_string_append_printf (text, "\n%s %s: %s", rule->code, _ (rule->title), label);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
tenure_rule_preview_dup_words (TenureSnapshot *snapshot,
                               const TenureRuleSetting *setting,
                               const TenureRuleSetting *instead_of)
{
  const TenureFacts *facts;
  const TenureRuleSetting *about = setting != NULL ? setting : instead_of;
  TenureRule rules_before[TENURE_N_RULES], rules_after[TENURE_N_RULES];
  g_autoptr (GArray) after = NULL;
  Judgement old = { 0 }, new = { 0 };
  g_autofree TenureFlagMoves *moves = NULL;
  const TenureFlags *flags_before, *flags_after;
  TenureDay day;

  g_return_val_if_fail (snapshot != NULL && about != NULL, NULL);

  facts = tenure_snapshot_get_facts (snapshot);
  day = tenure_snapshot_get_as_of (snapshot);
  if (tenure_day_is_known (about->from) && about->from > day)
    day = about->from;
  after = settings_after (facts, setting, instead_of);
  flags_before = judge (&old, snapshot, facts->rule_settings, facts->n_rule_settings, day, about->portfolio, rules_before);
  flags_after = judge (&new, snapshot, (const TenureRuleSetting *) (gpointer) after->data, after->len, day, about->portfolio,
                       rules_after);
  moves = tenure_flag_moves_new (flags_before, flags_after);
  judgement_clear (&old);
  judgement_clear (&new);
  return dup_words (moves, day);
}
