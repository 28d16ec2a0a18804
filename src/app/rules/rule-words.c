#include "config.h"
#include "app/rules/rule-words.h"

#include "base/count.h"

#include "base/i18n.h"

#define SHOWN_EXEMPTIONS 5

static void
add_count (GString *text, guint n, const char *word)
{
  if (n == 0)
    return;
  if (text->len > 0)
    g_string_append (text, ", ");
  tenure_count_append (text, n);
  g_string_append_printf (text, " %s", word);
}

static guint
count_exempted (const TenureFlags *flags, TenureRuleId rule)
{
  guint n = 0;

  for (guint i = 0; i < flags->n_exempted; i++)
    n += flags->exempted[i].rule == rule;
  return n;
}

char *
tenure_rule_words_dup_raised (const TenureFlags *flags, TenureRuleId rule)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (flags != NULL && rule < TENURE_N_RULES, NULL);

  for (TenureLevel level = TENURE_LEVEL_RED; level > TENURE_LEVEL_NONE; level--)
    add_count (text, flags->counts[rule][level], tenure_level_label (level));
  add_count (text, count_exempted (flags, rule), _ ("exempted"));
  return text->len > 0 ? g_strdup (text->str) : g_strdup (_ ("No flag now"));
}

/* --- Settings --- */

static char *
dup_when (const TenureRuleSetting *setting)
{
  g_autofree char *from = tenure_day_dup_label (setting->from);
  g_autofree char *until = tenure_day_dup_label (setting->until);

  if (!tenure_day_is_known (setting->from) && !tenure_day_is_known (setting->until))
    return g_strdup (_ ("until it is changed"));
  if (!tenure_day_is_known (setting->until))
    return g_strdup_printf (_ ("from %s on"), from);
  if (!tenure_day_is_known (setting->from))
    return g_strdup_printf (_ ("until %s"), until);
  return g_strdup_printf (_ ("from %1$s until %2$s"), from, until);
}

/* The words of what the program says carry its own source: that authority is named for its own number alone. */
char *
tenure_rule_words_dup_setting (const TenureRule *rule, const char *portfolio)
{
  const TenureRule *own;
  g_autofree char *when = NULL, *where = NULL, *statement = NULL, *source = NULL;

  g_return_val_if_fail (rule != NULL, NULL);

  if (rule->setting == NULL)
    return NULL;
  own = tenure_rule (rule->id);
  when = dup_when (rule->setting);
  where = rule->setting->portfolio != TENURE_ID_NONE && portfolio != NULL ? g_strdup_printf (_ ("in “%s”"), portfolio)
                                                                          : g_strdup (_ ("everywhere"));
  if (!rule->changed)
    /* Translators: where ("everywhere", "in “North place”") and when ("from 1 Apr 2026 on") the program's own rule is kept. */
    return g_strdup_printf (_ ("Kept as the program has it, %1$s, %2$s."), where, when);
  statement = tenure_rule_dup_statement (own);
  source = tenure_rule_dup_source (own);
  /* Translators: where, when; then the rule as the program has it, and where that comes from. */
  return g_strdup_printf (_ ("Changed here, %1$s, %2$s. The program’s own: %3$s (%4$s)"), where, when, statement, source);
}

/* --- Settings to come --- */

const TenureRuleSetting *
tenure_rule_words_find_later (const TenureFacts *facts, TenureRuleId rule, TenureId portfolio, TenureDay as_of)
{
  const TenureRuleSetting *first = NULL;

  g_return_val_if_fail (facts != NULL && rule < TENURE_N_RULES, NULL);

  for (guint i = 0; i < facts->n_rule_settings; i++)
    {
      const TenureRuleSetting *setting = &facts->rule_settings[i];

      if (setting->rule == (int) rule && tenure_day_is_known (setting->from) && setting->from > as_of
          && (setting->portfolio == TENURE_ID_NONE || setting->portfolio == portfolio)
          && (first == NULL || setting->from < first->from))
        first = setting;
    }
  return first;
}

char *
tenure_rule_words_dup_later (const TenureFacts *facts, TenureRuleId rule, TenureId portfolio, TenureDay as_of)
{
  const TenureRuleSetting *later = tenure_rule_words_find_later (facts, rule, portfolio, as_of);
  TenureRule rules[TENURE_N_RULES];
  g_autofree char *day = NULL, *statement = NULL;

  if (later == NULL)
    return NULL;
  day = tenure_day_dup_label (later->from);
  tenure_rules_effective (facts->rule_settings, facts->n_rule_settings, later->from, portfolio, rules);
  statement = rules[rule].off ? g_strdup (_ ("The rule is not used.")) : tenure_rule_dup_statement (&rules[rule]);
  /* Translators: a day, and what a rule will say from then on. */
  return g_strdup_printf (_ ("From %1$s on: %2$s"), day, statement);
}

/* --- Exemptions and faults --- */

static void
add_line (GString *text, const char *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static char *
dup_exemption (const TenureFlags *flags, const TenureFlag *flag)
{
  const TenureFactExemption *exemption = &flags->terms->facts->exemptions[flag->exemption];
  g_autofree char *name = tenure_flag_dup_name (flags, flag);
  g_autofree char *until = tenure_day_dup_label (exemption->review);

  /* Translators: a record, why a rule leaves it out, who decided, until when. */
  return g_strdup_printf (_ ("Exempted: %1$s: %2$s (%3$s, until %4$s)"), name,
                          exemption->reason != NULL ? exemption->reason : _ ("no reason recorded"),
                          exemption->granted_by != NULL ? exemption->granted_by : _ ("nobody named"), until);
}

char *
tenure_rule_words_dup_exempted (const TenureFlags *flags, TenureRuleId rule)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  g_return_val_if_fail (flags != NULL, NULL);

  for (guint i = 0; i < flags->n_exempted; i++)
    {
      g_autofree char *line = NULL;

      if (flags->exempted[i].rule != rule || n++ >= SHOWN_EXEMPTIONS)
        continue;
      line = dup_exemption (flags, &flags->exempted[i]);
      add_line (text, line);
    }
  if (n > SHOWN_EXEMPTIONS)
    {
      g_autofree char *more = tenure_count_dup_more (n - SHOWN_EXEMPTIONS);

      add_line (text, more);
    }
  return n > 0 ? g_strdup (text->str) : NULL;
}

char *
tenure_rule_words_dup_faults (const TenureFacts *facts, TenureRuleId rule)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree TenureRuleFaultFound *found = NULL;

  g_return_val_if_fail (facts != NULL, NULL);

  found = tenure_rule_settings_find_faults (facts->rule_settings, facts->n_rule_settings);
  for (guint i = 0; i < facts->n_rule_settings; i++)
    {
      const TenureRuleSetting *setting = &facts->rule_settings[i];
      g_autofree char *label = NULL, *line = NULL;

      if (setting->rule != (int) rule || found[i].fault == TENURE_RULE_FAULT_NONE)
        continue;
      label = tenure_rule_fault_dup_label (found[i].fault, setting, found[i].threshold);
      /* Translators: the reason given for a setting, then what is wrong with it. */
      line = g_strdup_printf (_ ("The setting “%1$s” is not followed: %2$s"), setting->reason != NULL ? setting->reason : "",
                              label);
      add_line (text, line);
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}
