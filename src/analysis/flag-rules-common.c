/* What the rules about agreements share. */

#include "config.h"
#include "analysis/flag-rules-private.h"

#include "base/i18n.h"

gboolean
tenure_flags_is_live (const TenureFlags *flags, guint index)
{
  return tenure_flags_figures (flags, index)->live;
}

gboolean
tenure_flags_may_be_covered (const TenureFlags *flags, guint index)
{
  const TenureAgreementFigures *figures = tenure_flags_figures (flags, index);

  return figures->successor >= 0 && !tenure_day_is_known (figures->covered_from);
}

guint64
tenure_flags_missing_term (const TenureAgreementFigures *figures)
{
  return figures->missing & (TENURE_MISSING_START | TENURE_MISSING_END | TENURE_MISSING_EXTENSION_LENGTH);
}

void
tenure_flag_words_add_field_day (TenureFlagWords *words, const char *field, TenureDay day)
{
  tenure_flag_words_add_day (words, field, tenure_flag_field_label (TENURE_RECORD_AGREEMENT, field), words->flag->id, day);
}

void
tenure_flag_words_add_committed_end (TenureFlagWords *words, const TenureAgreementFigures *figures)
{
  const TenureFactAgreement *fact = tenure_flags_fact (words->flags, (guint) words->flag->index);

  tenure_flag_words_add_day (words, "committed_end", _ ("Committed end"), words->flag->id, figures->committed_end);
  /* Where nothing moved it, it is what was signed. */
  if (words->explanation != NULL && tenure_day_is_known (fact->end) && figures->committed_end == fact->end)
    tenure_explanation_set_input (words->explanation, TENURE_RECORD_AGREEMENT, fact->id, "end");
  if (figures->end_derived)
    tenure_flag_words_add_text (words, "end_source", _ ("Where the end comes from"), words->flag->id, "derived",
                                _ ("worked out from start and stated length"));
  if (figures->end_as_anniversary)
    tenure_flag_words_add_text (words, "end_reading", _ ("How the end is read"), words->flag->id, "anniversary",
                                _ ("end read as anniversary"));
}

void
tenure_flag_words_add_term (TenureFlagWords *words, const TenureAgreementFigures *figures)
{
  tenure_flag_words_add_field_day (words, "start", figures->start);
  if (figures->open_ended)
    {
      tenure_flag_words_add_text (words, "open_ended", tenure_flag_field_label (TENURE_RECORD_AGREEMENT, "open_ended"),
                                  words->flag->id, "yes", _ ("Yes"));
      return;
    }
  tenure_flag_words_add_committed_end (words, figures);
  tenure_flag_words_add_months (words, "term_months", _ ("Committed term"), words->flag->id,
                                figures->term_known ? &figures->term : NULL);
}

void
tenure_flag_words_add_notice (TenureFlagWords *words, const TenureFactAgreement *fact)
{
  tenure_flag_words_add_duration (words, "funder_notice", tenure_flag_field_label (TENURE_RECORD_AGREEMENT, "funder_notice"),
                                  words->flag->id, fact->funder_notice);
}
