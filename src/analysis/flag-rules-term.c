/* The rules about terms: T1 to T5. Thresholds come from the rule; which side of them fires is here. */

#include "config.h"
#include "analysis/flag-rules-private.h"

#include "base/i18n.h"

/* --- T1, T2: the committed term --- */

/* Not for what is meant to be short: one-off and pilot, spot purchase, citizen-directed income. */
static gboolean
is_meant_to_last (const TenureFlags *flags, guint index)
{
  const TenureFactAgreement *fact = tenure_flags_fact (flags, index);

  return tenure_flags_is_live (flags, index) && fact->one_off != TENURE_FACT_YES && fact->kind != TENURE_KIND_SPOT
         && fact->kind != TENURE_KIND_CITIZEN_DIRECTED;
}

/* Open-ended: classed by its notice. */
static TenureLevel
judge_t1 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  const TenureAgreementFigures *figures = tenure_flags_figures (flags, index);
  const TenureFactAgreement *fact = tenure_flags_fact (flags, index);
  gboolean is_short;

  if (!figures->term_known && !(figures->open_ended && fact->funder_notice.known))
    {
      *missing = figures->open_ended ? TENURE_MISSING_FUNDER_NOTICE : tenure_flags_missing_term (figures);
      return TENURE_LEVEL_CANNOT_TELL;
    }
  is_short = figures->open_ended ? tenure_duration_compare_months (fact->funder_notice, rule->red) <= 0
                                 : tenure_months_compare (figures->term, tenure_months_whole (rule->red)) <= 0;
  return is_short ? TENURE_LEVEL_RED : TENURE_LEVEL_NONE;
}

/* Open-ended with a long notice is still never long-term. */
static TenureLevel
judge_t2 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  const TenureRule *short_rule = tenure_options_rule (&flags->terms->options, TENURE_RULE_T1);
  const TenureAgreementFigures *figures = tenure_flags_figures (flags, index);
  TenureLevel t1 = judge_t1 (flags, short_rule, index, missing);

  if (t1 == TENURE_LEVEL_CANNOT_TELL)
    return t1;
  if (t1 == TENURE_LEVEL_RED)
    return TENURE_LEVEL_NONE;
  if (figures->open_ended || tenure_months_compare (figures->term, tenure_months_whole (rule->amber)) < 0)
    return TENURE_LEVEL_AMBER;
  return TENURE_LEVEL_NONE;
}

static char *
dup_term_reason (const TenureAgreementFigures *figures, const TenureFactAgreement *fact)
{
  g_autofree char *start = tenure_day_dup_label (figures->start);
  g_autofree char *end = tenure_day_dup_label (figures->committed_end);
  g_autofree char *term = tenure_flag_dup_months (figures->term);
  g_autofree char *notice = tenure_duration_dup_label (fact->funder_notice);

  if (figures->open_ended)
    return g_strdup_printf (_ ("It is open-ended: only the notice of %s is secured."), notice);
  if (figures->end_as_anniversary)
    return g_strdup_printf (_ ("The committed term is %1$s (%2$s to %3$s, the end read as the anniversary)."), term, start,
                            end);
  return g_strdup_printf (_ ("The committed term is %1$s (%2$s to %3$s)."), term, start, end);
}

static void
describe_term (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureAgreementFigures *figures = tenure_flags_figures (words->flags, (guint) words->flag->index);
  const TenureFactAgreement *fact = tenure_flags_fact (words->flags, (guint) words->flag->index);

  words->formula = _ ("Months from the start to the committed end, both days included. The committed end is the signed "
                      "end, moved by extensions that were taken up, cut by termination. What is open-ended is classed "
                      "by its notice.");
  tenure_flag_words_add_term (words, figures);
  if (figures->open_ended)
    tenure_flag_words_add_notice (words, fact);
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    words->reason = dup_term_reason (figures, fact);
}

/* --- T3: options do not count --- */

static gboolean
has_options (const TenureFlags *flags, guint index)
{
  return tenure_flags_is_live (flags, index) && tenure_flags_figures (flags, index)->has_options;
}

static TenureLevel
judge_t3 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  const TenureAgreementFigures *figures = tenure_flags_figures (flags, index);

  if (tenure_day_is_known (figures->committed_end) && tenure_day_is_known (figures->maximum_end))
    return figures->maximum_end > figures->committed_end ? TENURE_LEVEL_NOTE : TENURE_LEVEL_NONE;
  *missing = tenure_flags_missing_term (figures) & ~(guint64) TENURE_MISSING_START;
  if (tenure_day_is_known (figures->committed_end))
    *missing = TENURE_MISSING_EXTENSION_LENGTH;
  return TENURE_LEVEL_CANNOT_TELL;
}

static void
describe_t3 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureAgreementFigures *figures = tenure_flags_figures (words->flags, (guint) words->flag->index);
  g_autofree char *end = tenure_day_dup_label (figures->committed_end);
  g_autofree char *maximum = tenure_day_dup_label (figures->maximum_end);

  words->formula = _ ("The maximum end is the committed end plus every option that has not been taken up, or the latest "
                      "end as published.");
  tenure_flag_words_add_committed_end (words, figures);
  tenure_flag_words_add_day (words, "maximum_end", _ ("Maximum end"), words->flag->id, figures->maximum_end);
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    words->reason =
        g_strdup_printf (_ ("Funding is promised to %1$s. Options could take it to %2$s, and do not count."), end, maximum);
}

/* --- T4: annual rollover --- */

static gboolean
follows_another (const TenureFlags *flags, guint index)
{
  const TenureAgreementFigures *figures = tenure_flags_figures (flags, index);

  return tenure_flags_is_live (flags, index)
         && (figures->chain_position > 1 || figures->rollover_previous >= 0 || figures->rollover_perhaps >= 0);
}

static TenureAnswer
is_short_term (const TenureFlags *flags, guint index)
{
  const TenureAgreementFigures *figures = tenure_flags_figures (flags, index);

  return figures->open_ended ? TENURE_FACT_NO : tenure_answer (figures->term_known, figures->short_term);
}

static guint64
missing_of_predecessor (const TenureFlags *flags, guint index)
{
  guint64 lacks = tenure_flags_figures (flags, index)->missing;

  return (lacks & TENURE_MISSING_START ? TENURE_MISSING_PREDECESSOR_START : 0)
         | (lacks & (TENURE_MISSING_END | TENURE_MISSING_EXTENSION_LENGTH) ? TENURE_MISSING_PREDECESSOR_END : 0);
}

/* Whether a recorded renewal is a rollover of two short terms; with a firm "no" to one question the others do
 * not matter. */
static TenureAnswer
is_rollover (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  const TenureFactAgreement *fact = tenure_flags_fact (flags, index);
  guint before = (guint) fact->predecessor;
  const TenureFactAgreement *previous = tenure_flags_fact (flags, before);
  const TenureAgreementFigures *figures = tenure_flags_figures (flags, index);
  gboolean other_service = fact->service >= 0 && previous->service >= 0 && fact->service != previous->service;
  TenureAnswer own = is_short_term (flags, index), theirs = is_short_term (flags, before);
  TenureAnswer close = tenure_answer (figures->gap_known, figures->gap_days <= rule->extra);
  TenureAnswer same = tenure_answer (fact->provider >= 0 && previous->provider >= 0, fact->provider == previous->provider);

  if (other_service || own == TENURE_FACT_NO || theirs == TENURE_FACT_NO || close == TENURE_FACT_NO
      || same == TENURE_FACT_NO)
    return TENURE_FACT_NO;
  if (own == TENURE_FACT_UNKNOWN || (close == TENURE_FACT_UNKNOWN && !tenure_day_is_known (figures->start)))
    *missing |= tenure_flags_missing_term (figures);
  if (theirs == TENURE_FACT_UNKNOWN || close == TENURE_FACT_UNKNOWN)
    *missing |= missing_of_predecessor (flags, before);
  if (same == TENURE_FACT_UNKNOWN)
    *missing |= previous->provider < 0 ? TENURE_MISSING_PREDECESSOR_PROVIDER : TENURE_MISSING_PROVIDER;
  return *missing != 0 ? TENURE_FACT_UNKNOWN : TENURE_FACT_YES;
}

static TenureLevel
judge_t4 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  const TenureAgreementFigures *figures = tenure_flags_figures (flags, index);

  if (figures->rollover_terms >= rule->red)
    return TENURE_LEVEL_RED;
  if (figures->chain_position > 1 && is_rollover (flags, rule, index, missing) == TENURE_FACT_UNKNOWN)
    return TENURE_LEVEL_CANNOT_TELL;
  *missing = figures->rollover_perhaps >= 0 ? TENURE_MISSING_SERVICE : 0;
  return *missing != 0 ? TENURE_LEVEL_CANNOT_TELL : TENURE_LEVEL_NONE;
}

static char *
dup_rollover_reason (const TenureFlags *flags, const TenureAgreementFigures *figures)
{
  /* As long as a multi-year term is. */
  int long_months = tenure_options_rule (&flags->terms->options, TENURE_RULE_T2)->amber;
  TenureDay first = tenure_flags_figures (flags, (guint) figures->rollover_first)->start;
  TenureMonths total = tenure_months_between (first, figures->committed_end);
  g_autofree char *since = tenure_day_dup_label (first);
  g_autofree char *length = tenure_flag_dup_months (total);
  g_autofree char *reason = g_strdup_printf (ngettext ("%1$d short term since %2$s, %3$s in all.",
                                                       "%1$d short terms, one after the other, since %2$s, %3$s in all.",
                                                       (gulong) figures->rollover_terms),
                                             figures->rollover_terms, since, length);

  if (tenure_months_compare (total, tenure_months_whole (long_months)) < 0)
    return g_steal_pointer (&reason);
  /* Translators: the sentence before it is "Three short terms …, 36 months in all." */
  return g_strdup_printf (_ ("%s Long-term in fact, short-term on paper."), reason);
}

/* The term before, as far as one is known or may be. */
static gint32
previous_of (const TenureFlags *flags, guint index)
{
  const TenureAgreementFigures *figures = tenure_flags_figures (flags, index);

  if (figures->rollover_previous >= 0)
    return figures->rollover_previous;
  return figures->chain_position > 1 ? tenure_flags_fact (flags, index)->predecessor : figures->rollover_perhaps;
}

/* How it is known that the term follows another: a code for files and, returned, in words. */
static const char *
link_words (const TenureAgreementFigures *figures, const char **out_code)
{
  if (figures->rollover_inferred)
    {
      *out_code = "inferred";
      return _ ("same provider and service; no renewal is recorded");
    }
  if (figures->rollover_perhaps >= 0)
    {
      *out_code = "perhaps";
      return _ ("same provider; no renewal is recorded, and not which service both are for");
    }
  *out_code = "recorded";
  return _ ("recorded as a renewal");
}

static void
describe_t4 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureAgreementFigures *figures = tenure_flags_figures (words->flags, (guint) words->flag->index);
  gint32 before = previous_of (words->flags, (guint) words->flag->index);
  const char *code, *link = link_words (figures, &code);

  words->formula = _ ("Terms that rule T1 calls short and that follow each other: recorded as renewals, or with the same "
                      "provider and service where no renewal is recorded.");
  tenure_flag_words_add_term (words, figures);
  tenure_flag_words_add_number (words, "terms", _ ("Terms in the run"), TENURE_ID_NONE, figures->rollover_terms > 0,
                                figures->rollover_terms);
  tenure_flag_words_add_text (words, "link", _ ("How the renewal is known"), TENURE_ID_NONE, code, link);
  tenure_flag_words_add_day (words, "previous_end", _ ("Committed end of the term before"),
                             tenure_flags_fact (words->flags, (guint) before)->id,
                             tenure_flags_figures (words->flags, (guint) before)->committed_end);
  if (figures->rollover_terms > 0)
    tenure_flag_words_add_day (words, "first_start", _ ("Start of the first term"),
                               tenure_flags_fact (words->flags, (guint) figures->rollover_first)->id,
                               tenure_flags_figures (words->flags, (guint) figures->rollover_first)->start);
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    words->reason = dup_rollover_reason (words->flags, figures);
}

/* --- T5: gap or late signature --- */

static TenureAnswer
has_gap (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  const TenureAgreementFigures *figures = tenure_flags_figures (flags, index);

  if (figures->chain_position <= 1)
    return TENURE_FACT_NO;
  if (!figures->gap_known)
    {
      *missing |= figures->missing & TENURE_MISSING_START;
      *missing |= missing_of_predecessor (flags, (guint) tenure_flags_fact (flags, index)->predecessor)
                  & TENURE_MISSING_PREDECESSOR_END;
      /* An open-ended predecessor has no end that could leave a gap. */
      if (*missing == 0)
        return TENURE_FACT_NO;
    }
  return tenure_answer (figures->gap_known, figures->gap_days > rule->amber);
}

/* What has not begun cannot have been signed late yet. */
static TenureAnswer
is_signed_late (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  const TenureAgreementFigures *figures = tenure_flags_figures (flags, index);
  gboolean signed_known = tenure_day_is_known (tenure_flags_fact (flags, index)->signed_day);

  if (figures->late_known)
    return tenure_answer (TRUE, figures->late_days > rule->amber);
  if (figures->status == TENURE_STATUS_PLANNED)
    return TENURE_FACT_NO;
  *missing |= figures->missing & TENURE_MISSING_START;
  if (!signed_known)
    *missing |= TENURE_MISSING_SIGNED;
  return TENURE_FACT_UNKNOWN;
}

static TenureLevel
judge_t5 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  TenureAnswer gap = has_gap (flags, rule, index, missing);
  TenureAnswer late = is_signed_late (flags, rule, index, missing);

  if (gap == TENURE_FACT_YES || late == TENURE_FACT_YES)
    return TENURE_LEVEL_AMBER;
  return gap == TENURE_FACT_UNKNOWN || late == TENURE_FACT_UNKNOWN ? TENURE_LEVEL_CANNOT_TELL : TENURE_LEVEL_NONE;
}

static char *
dup_late_words (const TenureAgreementFigures *figures, gboolean is_signed)
{
  gulong days = (gulong) figures->late_days;

  if (is_signed)
    return g_strdup_printf (
        ngettext ("It was signed %d day after it had started.", "It was signed %d days after it had started.", days),
        figures->late_days);
  return g_strdup_printf (
      ngettext ("It has run for %d day without a signature.", "It has run for %d days without a signature.", days),
      figures->late_days);
}

static char *
dup_t5_reason (const TenureAgreementFigures *figures, const TenureRule *rule, gboolean is_signed)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  char *reason;

  if (figures->gap_known && figures->gap_days > rule->amber)
    g_ptr_array_add (
        sentences, g_strdup_printf (ngettext ("Funding stopped for %d day before it started.",
                                              "Funding stopped for %d days before it started.", (gulong) figures->gap_days),
                                    figures->gap_days));
  if (figures->late_known && figures->late_days > rule->amber)
    g_ptr_array_add (sentences, dup_late_words (figures, is_signed));
  g_ptr_array_add (sentences, NULL);
  reason = g_strjoinv (" ", (char **) sentences->pdata);
  g_ptr_array_unref (sentences);
  return reason;
}

static void
describe_t5 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureAgreementFigures *figures = tenure_flags_figures (words->flags, (guint) words->flag->index);
  const TenureFactAgreement *fact = tenure_flags_fact (words->flags, (guint) words->flag->index);

  words->formula = _ (
      "Gap: start − (committed end of the agreement that it renews + 1 day). Late: signed, or the as-of day where the signature is still to come, "
      "− start.");
  tenure_flag_words_add_field_day (words, "start", figures->start);
  tenure_flag_words_add_field_day (words, "signed", fact->signed_day);
  if (figures->chain_position > 1)
    tenure_flag_words_add_day (words, "predecessor_end", _ ("Committed end of the agreement that it renews"),
                               tenure_flags_fact (words->flags, (guint) fact->predecessor)->id,
                               tenure_flags_figures (words->flags, (guint) fact->predecessor)->committed_end);
  tenure_flag_words_add_number (words, "gap_days", _ ("Days without funding"), TENURE_ID_NONE, figures->gap_known,
                                figures->gap_days);
  tenure_flag_words_add_number (words, "late_days", _ ("Days from start to signature, or without one"), TENURE_ID_NONE,
                                figures->late_known, figures->late_days);
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    words->reason = dup_t5_reason (figures, rule, fact->signed_day <= words->flags->terms->as_of);
}

const TenureFlagRule tenure_flag_rules_term[] = {
  { TENURE_RULE_T1, is_meant_to_last, judge_t1, describe_term },
  { TENURE_RULE_T2, is_meant_to_last, judge_t2, describe_term },
  { TENURE_RULE_T3, has_options, judge_t3, describe_t3 },
  { TENURE_RULE_T4, follows_another, judge_t4, describe_t4 },
  { TENURE_RULE_T5, tenure_flags_is_live, judge_t5, describe_t5 },
  { TENURE_N_RULES },
};
