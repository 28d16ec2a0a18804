#include "config.h"
#include "analysis/flags.h"

#include "base/i18n.h"

#include "base/count.h"

typedef void (*AddLine) (TenureExplanation *explanation,
                         TenureRecordType record_type,
                         TenureId record,
                         const char *label,
                         const char *format,
                         ...);

static void
add_flag (TenureExplanation *explanation, const TenureFlags *flags, const TenureFlag *flag, AddLine add)
{
  g_autofree char *name = tenure_flag_dup_name (flags, flag), *reason = tenure_flag_dup_reason (flags, flag);

  add (explanation, (TenureRecordType) flag->record_type, flag->id, name, "%s: %s",
       _ (tenure_rule ((TenureRuleId) flag->rule)->title), reason);
}

TenureExplanation *
tenure_flags_explain_level (const TenureFlags *flags, TenureLevel level)
{
  TenureExplanation *explanation;
  g_autofree char *title = NULL;

  g_return_val_if_fail (flags != NULL && level > TENURE_LEVEL_NONE && level <= TENURE_LEVEL_RED, NULL);

  /* Translators: of which level flags are: "Flags: red". */
  title = g_strdup_printf (_ ("Flags: %s"), tenure_level_label (level));
  explanation = tenure_explanation_new (
      title,
      _ ("Rules that fire on the day: on the agreements looked at and their providers, on contacts, boards and seats, "
         "and on the portfolio as a whole. What an exemption keeps quiet stands apart."));
  for (guint i = 0; i < flags->n_flags; i++)
    if (flags->flags[i].level == level)
      add_flag (explanation, flags, &flags->flags[i], tenure_explanation_add);
  for (guint i = 0; i < flags->n_exempted; i++)
    if (flags->exempted[i].level == level)
      add_flag (explanation, flags, &flags->exempted[i], tenure_explanation_add_apart);
  explanation->summary = tenure_count_dup_label (explanation->lines->len);
  return explanation;
}

TenureExplanation *
tenure_flags_explain_exempted (const TenureFlags *flags)
{
  TenureExplanation *explanation;

  g_return_val_if_fail (flags != NULL, NULL);

  explanation = tenure_explanation_new (
      _ ("Exempted flags"), _ ("Rules that would fire on the day but for an exemption that is recorded with its reason, and "
                               "that holds from its first day to the day before its review."));
  for (guint i = 0; i < flags->n_exempted; i++)
    add_flag (explanation, flags, &flags->exempted[i], tenure_explanation_add);
  explanation->summary = tenure_count_dup_label (explanation->lines->len);
  return explanation;
}
