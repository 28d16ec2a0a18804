#pragma once

#include "analysis/flags-private.h"

G_BEGIN_DECLS

/* What the rules about agreements share. */

static inline const TenureAgreementFigures *
tenure_flags_figures (const TenureFlags *flags, guint index)
{
  return &flags->terms->agreements[index];
}

static inline const TenureFactAgreement *
tenure_flags_fact (const TenureFlags *flags, guint index)
{
  return &flags->terms->facts->agreements[index];
}

/* Planned, running, or not known to have ended. */
gboolean tenure_flags_is_live (const TenureFlags *flags, guint index);

/* Whether a signed successor exists of which nobody recorded when it starts, so that nobody can tell whether it covers. */
gboolean tenure_flags_may_be_covered (const TenureFlags *flags, guint index);

/* Of what the figures lack, what stands between them and a committed term. */
guint64 tenure_flags_missing_term (const TenureAgreementFigures *figures);

/* Inputs that several rules describe: a day recorded in @field, the committed end and how it was read, start
 * with end and term, the funder's notice. */
void tenure_flag_words_add_field_day (TenureFlagWords *words, const char *field, TenureDay day);
void tenure_flag_words_add_committed_end (TenureFlagWords *words, const TenureAgreementFigures *figures);
void tenure_flag_words_add_term (TenureFlagWords *words, const TenureAgreementFigures *figures);
void tenure_flag_words_add_notice (TenureFlagWords *words, const TenureFactAgreement *fact);

G_END_DECLS
