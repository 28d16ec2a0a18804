#include "config.h"
#include "catalogue/rule-words.h"

#include "base/count.h"
#include "base/hundredths.h"

#include "base/i18n.h"

char *
tenure_rule_unit_dup_label (TenureRuleUnit unit, gint32 number)
{
  g_autofree char *text = NULL;

  switch (unit)
    {
    case TENURE_RULE_UNIT_MONTHS:
      return g_strdup_printf (ngettext ("%d month", "%d months", (gulong) number), number);
    case TENURE_RULE_UNIT_DAYS:
      return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) number), number);
    case TENURE_RULE_UNIT_BASIS_POINTS:
      text = tenure_hundredths_dup_text (number);
      return g_strdup_printf (_ ("%s %%"), text);
    case TENURE_RULE_UNIT_HUNDREDTHS:
      return tenure_hundredths_dup_text (number);
    default:
      return tenure_count_dup_label ((guint64) MAX (number, 0));
    }
}

const char *
tenure_rule_unit_name (TenureRuleUnit unit)
{
  switch (unit)
    {
    case TENURE_RULE_UNIT_MONTHS:
      return _ ("months");
    case TENURE_RULE_UNIT_DAYS:
      return _ ("days");
    case TENURE_RULE_UNIT_BASIS_POINTS:
      return _ ("per cent");
    default:
      return "";
    }
}

char *
tenure_rule_dup_threshold (const TenureRule *rule, TenureThreshold threshold)
{
  gint32 number;

  g_return_val_if_fail (rule != NULL, NULL);

  number = tenure_rule_get_threshold (rule, threshold);
  return number != TENURE_THRESHOLD_UNSET ? tenure_rule_unit_dup_label (tenure_rule_get_unit (rule, threshold), number)
                                          : g_strdup ("");
}

const char *
tenure_rule_threshold_label (const TenureRule *rule, TenureThreshold threshold)
{
  static const char *const labels[] = { N_ ("Note"), N_ ("Amber"), N_ ("Red") };

  g_return_val_if_fail (rule != NULL, NULL);

  if (rule->id == TENURE_RULE_Q1)
    return threshold == TENURE_THRESHOLD_EXTRA ? _ ("Tight from") : _ ("Loose up to");
  if (threshold < TENURE_THRESHOLD_EXTRA)
    return _ (labels[threshold]);
  switch (rule->id)
    {
    case TENURE_RULE_T4:
      return _ ("Longest gap");
    case TENURE_RULE_D3:
      return _ ("Judged above how many providers");
    default:
      return _ ("Judged from how many seats");
    }
}

char *
tenure_rule_dup_thresholds (const TenureRule *rule)
{
  static const TenureThreshold order[] = { TENURE_THRESHOLD_RED, TENURE_THRESHOLD_AMBER, TENURE_THRESHOLD_NOTE,
                                           TENURE_THRESHOLD_EXTRA };
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (rule != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *number = tenure_rule_dup_threshold (rule, order[i]);
      g_autofree char *label = tenure_label_dup_within_sentence (tenure_rule_threshold_label (rule, order[i]));

      if (*number != '\0')
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", label, number);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- Sentences --- */

/* The level at the start of a sentence: "Red when …". */
static const char *
level_word (TenureLevel level)
{
  switch (level)
    {
    case TENURE_LEVEL_RED:
      return _ ("Red");
    case TENURE_LEVEL_AMBER:
      return _ ("Amber");
    default:
      return _ ("Note");
    }
}

static char *
dup_filled (const TenureRule *rule, const char *words)
{
  static const char *const marks[] = { "{note}", "{amber}", "{red}", "{extra}" };
  g_autoptr (GString) text = g_string_new (words);

  for (TenureThreshold threshold = 0; threshold < TENURE_N_THRESHOLDS; threshold++)
    {
      g_autofree char *number = tenure_rule_dup_threshold (rule, threshold);

      g_string_replace (text, marks[threshold], number, 0);
    }
  g_string_replace (text, "{Level}", level_word (rule->level), 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "By more than 0 days" is no English. */
static gboolean
begins_at_zero (const TenureRule *rule)
{
  for (TenureThreshold threshold = 0; threshold < TENURE_THRESHOLD_EXTRA; threshold++)
    if (tenure_rule_get_threshold (rule, threshold) != TENURE_THRESHOLD_UNSET)
      return tenure_rule_get_threshold (rule, threshold) == 0;
  return FALSE;
}

char *
tenure_rule_dup_statement (const TenureRule *rule)
{
  g_return_val_if_fail (rule != NULL, NULL);

  if (rule->off)
    return g_strdup (_ ("Switched off: it raises no flag."));
  return dup_filled (rule, _ (rule->at_zero != NULL && begins_at_zero (rule) ? rule->at_zero : rule->statement));
}

char *
tenure_rule_dup_applies_to (const TenureRule *rule)
{
  g_return_val_if_fail (rule != NULL, NULL);

  return dup_filled (rule, _ (rule->applies_to));
}

/* What people typed is shown as it is and never looked up among the translations. */
static char *
dup_local_source (const TenureRuleSetting *setting)
{
  if (setting->source == NULL)
    /* Translators: why a rule was changed here. */
    return g_strdup_printf (_ ("Local setting: %s"), setting->reason != NULL ? setting->reason : _ ("no reason recorded"));
  /* Translators: where a rule was changed, and why: "Local setting: Grants panel, 3 March 2026 (small grants are a year)". */
  return g_strdup_printf (_ ("Local setting: %1$s (%2$s)"), setting->source,
                          setting->reason != NULL ? setting->reason : _ ("no reason recorded"));
}

char *
tenure_rule_dup_source (const TenureRule *rule)
{
  g_return_val_if_fail (rule != NULL, NULL);

  if (rule->changed)
    return dup_local_source (rule->setting);
  return g_strdup (rule->source != NULL ? _ (rule->source) : tenure_confidence_label (rule->confidence));
}
