/* The rules about agreements: term (T1–T5), notice and renewal (N1, N2), full cost (P3). Thresholds come from the rule; which
 * side of them fires is here. Each row ends this file. */

#include "config.h"
#include "analysis/flags-private.h"

#include "base/ratio.h"

#include <glib/gi18n-lib.h>

#define WHOLE_BP 10000

/* What follows from what is known: yes, no, or not to be told without more. */
typedef TenureFact Answer;

static Answer
answer (gboolean known, gboolean yes)
{
  return !known ? TENURE_FACT_UNKNOWN : yes ? TENURE_FACT_YES : TENURE_FACT_NO;
}

static const TenureAgreementFigures *
figures_of (const TenureFlags *flags, guint index)
{
  return &flags->terms->agreements[index];
}

static const TenureFactAgreement *
fact_of (const TenureFlags *flags, guint index)
{
  return &flags->terms->facts->agreements[index];
}

/* The day from which lengths are compared: T, or the start of what is planned. */
static TenureDay
base_day (const TenureFlags *flags, guint index)
{
  TenureDay start = figures_of (flags, index)->start;

  return tenure_day_is_known (start) ? MAX (start, flags->terms->as_of) : flags->terms->as_of;
}

/* < 0, 0 or > 0 as @duration is shorter than, as long as, or longer than @months, counted from @from. */
static int
compare_duration (TenureDuration duration, int months, TenureDay from)
{
  TenureDay reached = tenure_duration_after (duration, from);
  TenureDay limit = tenure_day_add_months (from, months);

  return (reached > limit) - (reached < limit);
}

static gboolean
is_live (const TenureFlags *flags, guint index)
{
  return figures_of (flags, index)->live;
}

/* --- Described by every rule -------------------------------------------------------------------------------------- */

static void
add_field_day (TenureFlagWords *words, const char *field, TenureDay day)
{
  tenure_flag_words_add_day (words, field, tenure_flag_field_label (TENURE_RECORD_AGREEMENT, field), words->flag->id, day);
}

static void
add_committed_end (TenureFlagWords *words, const TenureAgreementFigures *figures)
{
  tenure_flag_words_add_day (words, "committed_end", _ ("Committed end"), words->flag->id, figures->committed_end);
  if (figures->end_derived)
    tenure_flag_words_add_text (words, "end_source", _ ("Where the end comes from"), words->flag->id, "derived",
                                _ ("worked out from start and stated length"));
  if (figures->end_as_anniversary)
    tenure_flag_words_add_text (words, "end_reading", _ ("How the end is read"), words->flag->id, "anniversary",
                                _ ("end read as anniversary"));
}

static void
add_term (TenureFlagWords *words, const TenureAgreementFigures *figures)
{
  add_field_day (words, "start", figures->start);
  add_committed_end (words, figures);
  tenure_flag_words_add_months (words, "term_months", _ ("Committed term"), words->flag->id,
                                figures->term_known ? &figures->term : NULL);
}

static void
add_notice (TenureFlagWords *words, const TenureFactAgreement *fact)
{
  tenure_flag_words_add_duration (words, "funder_notice",
                                  tenure_flag_field_label (TENURE_RECORD_AGREEMENT, "funder_notice"), words->flag->id,
                                  fact->funder_notice);
}

/* --- T1, T2: the committed term ----------------------------------------------------------------------------------- */

/* Not for what is meant to be short: one-off and pilot, spot purchase, citizen-directed income. */
static gboolean
is_meant_to_last (const TenureFlags *flags, guint index)
{
  const TenureFactAgreement *fact = fact_of (flags, index);

  return is_live (flags, index) && fact->one_off != TENURE_FACT_YES && fact->kind != TENURE_KIND_SPOT
         && fact->kind != TENURE_KIND_CITIZEN_DIRECTED;
}

static guint32
missing_term (const TenureAgreementFigures *figures)
{
  return figures->missing & (TENURE_MISSING_START | TENURE_MISSING_END | TENURE_MISSING_EXTENSION_LENGTH);
}

/* Open-ended: classed by its notice. */
static TenureLevel
judge_t1 (const TenureFlags *flags, const TenureRule *rule, guint index, guint32 *missing)
{
  const TenureAgreementFigures *figures = figures_of (flags, index);
  const TenureFactAgreement *fact = fact_of (flags, index);
  gboolean is_short;

  if (!figures->term_known && !(figures->open_ended && fact->funder_notice.known))
    {
      *missing = figures->open_ended ? TENURE_MISSING_FUNDER_NOTICE : missing_term (figures);
      return TENURE_LEVEL_CANNOT_TELL;
    }
  is_short = figures->open_ended ? compare_duration (fact->funder_notice, rule->red, base_day (flags, index)) <= 0
                                 : tenure_months_compare (figures->term, tenure_months_whole (rule->red)) <= 0;
  return is_short ? TENURE_LEVEL_RED : TENURE_LEVEL_NONE;
}

/* Open-ended with a long notice is still never long-term. */
static TenureLevel
judge_t2 (const TenureFlags *flags, const TenureRule *rule, guint index, guint32 *missing)
{
  const TenureRule *short_rule = tenure_options_rule (&flags->terms->options, TENURE_RULE_T1);
  const TenureAgreementFigures *figures = figures_of (flags, index);
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
    return g_strdup_printf (_ ("The committed term is %1$s (%2$s to %3$s, the end read as the anniversary)."), term,
                            start, end);
  return g_strdup_printf (_ ("The committed term is %1$s (%2$s to %3$s)."), term, start, end);
}

static void
describe_term (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureAgreementFigures *figures = figures_of (words->flags, (guint) words->flag->index);
  const TenureFactAgreement *fact = fact_of (words->flags, (guint) words->flag->index);

  words->formula = _ ("Months from the start to the committed end, both days included. The committed end is the signed "
                      "end, moved by extensions that were taken up, cut by termination. What is open-ended is classed "
                      "by its notice.");
  add_term (words, figures);
  if (figures->open_ended)
    add_notice (words, fact);
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    words->reason = dup_term_reason (figures, fact);
}

/* --- T3: options do not count ------------------------------------------------------------------------------------- */

static gboolean
has_options (const TenureFlags *flags, guint index)
{
  return is_live (flags, index) && figures_of (flags, index)->has_options;
}

static TenureLevel
judge_t3 (const TenureFlags *flags, const TenureRule *rule, guint index, guint32 *missing)
{
  const TenureAgreementFigures *figures = figures_of (flags, index);

  if (tenure_day_is_known (figures->committed_end) && tenure_day_is_known (figures->maximum_end))
    return figures->maximum_end > figures->committed_end ? TENURE_LEVEL_NOTE : TENURE_LEVEL_NONE;
  *missing = missing_term (figures) & ~(guint32) TENURE_MISSING_START;
  if (tenure_day_is_known (figures->committed_end))
    *missing = TENURE_MISSING_EXTENSION_LENGTH;
  return TENURE_LEVEL_CANNOT_TELL;
}

static void
describe_t3 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureAgreementFigures *figures = figures_of (words->flags, (guint) words->flag->index);
  g_autofree char *end = tenure_day_dup_label (figures->committed_end);
  g_autofree char *maximum = tenure_day_dup_label (figures->maximum_end);

  words->formula = _ ("The maximum end is the committed end plus every option that has not been taken up, or the latest "
                      "end as published.");
  add_committed_end (words, figures);
  tenure_flag_words_add_day (words, "maximum_end", _ ("Maximum end"), words->flag->id, figures->maximum_end);
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    words->reason = g_strdup_printf (_ ("Funding is promised to %1$s. Options could take it to %2$s, and do not count."),
                                     end, maximum);
}

/* --- T4: annual rollover ------------------------------------------------------------------------------------------ */

static gboolean
follows_another (const TenureFlags *flags, guint index)
{
  const TenureAgreementFigures *figures = figures_of (flags, index);

  return is_live (flags, index) && (figures->chain_position > 1 || figures->rollover_previous >= 0);
}

static Answer
is_short_term (const TenureFlags *flags, guint index)
{
  const TenureAgreementFigures *figures = figures_of (flags, index);

  return figures->open_ended ? TENURE_FACT_NO : answer (figures->term_known, figures->short_term);
}

static guint32
missing_of_predecessor (const TenureFlags *flags, guint index)
{
  guint32 lacks = figures_of (flags, index)->missing;

  return (lacks & TENURE_MISSING_START ? TENURE_MISSING_PREDECESSOR_START : 0)
         | (lacks & (TENURE_MISSING_END | TENURE_MISSING_EXTENSION_LENGTH) ? TENURE_MISSING_PREDECESSOR_END : 0);
}

/* Whether a recorded renewal is a rollover of two short terms; with a firm "no" to one question the others do not matter. */
static Answer
is_rollover (const TenureFlags *flags, const TenureRule *rule, guint index, guint32 *missing)
{
  const TenureFactAgreement *fact = fact_of (flags, index);
  guint before = (guint) fact->predecessor;
  const TenureFactAgreement *previous = fact_of (flags, before);
  const TenureAgreementFigures *figures = figures_of (flags, index);
  gboolean other_service = fact->service >= 0 && previous->service >= 0 && fact->service != previous->service;
  Answer own = is_short_term (flags, index), theirs = is_short_term (flags, before);
  Answer close = answer (figures->gap_known, figures->gap_days <= rule->extra);
  Answer same = answer (fact->provider >= 0 && previous->provider >= 0, fact->provider == previous->provider);

  if (other_service || own == TENURE_FACT_NO || theirs == TENURE_FACT_NO || close == TENURE_FACT_NO
      || same == TENURE_FACT_NO)
    return TENURE_FACT_NO;
  if (own == TENURE_FACT_UNKNOWN || (close == TENURE_FACT_UNKNOWN && !tenure_day_is_known (figures->start)))
    *missing |= missing_term (figures);
  if (theirs == TENURE_FACT_UNKNOWN || close == TENURE_FACT_UNKNOWN)
    *missing |= missing_of_predecessor (flags, before);
  if (same == TENURE_FACT_UNKNOWN)
    *missing |= previous->provider < 0 ? TENURE_MISSING_PREDECESSOR_PROVIDER : TENURE_MISSING_PROVIDER;
  return *missing != 0 ? TENURE_FACT_UNKNOWN : TENURE_FACT_YES;
}

static TenureLevel
judge_t4 (const TenureFlags *flags, const TenureRule *rule, guint index, guint32 *missing)
{
  const TenureAgreementFigures *figures = figures_of (flags, index);

  if (figures->rollover_terms >= rule->red)
    return TENURE_LEVEL_RED;
  if (figures->chain_position > 1 && is_rollover (flags, rule, index, missing) == TENURE_FACT_UNKNOWN)
    return TENURE_LEVEL_CANNOT_TELL;
  *missing = 0;
  return TENURE_LEVEL_NONE;
}

#define LONG_IN_FACT_MONTHS 36

static char *
dup_rollover_reason (const TenureFlags *flags, const TenureAgreementFigures *figures)
{
  TenureDay first = figures_of (flags, (guint) figures->rollover_first)->start;
  TenureMonths total = tenure_months_between (first, figures->committed_end);
  g_autofree char *since = tenure_day_dup_label (first);
  g_autofree char *length = tenure_flag_dup_months (total);
  g_autofree char *reason = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%1$d short term since %2$s, %3$s in all.",
                   "%1$d short terms, one after the other, since %2$s, %3$s in all.", (gulong) figures->rollover_terms),
      figures->rollover_terms, since, length);

  if (tenure_months_compare (total, tenure_months_whole (LONG_IN_FACT_MONTHS)) < 0)
    return g_steal_pointer (&reason);
  /* Translators: the sentence before it is "Three short terms …, 36 months in all." */
  return g_strdup_printf (_ ("%s Long-term in fact, short-term on paper."), reason);
}

static void
describe_t4 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureAgreementFigures *figures = figures_of (words->flags, (guint) words->flag->index);
  gint32 before = figures->rollover_previous >= 0 ? figures->rollover_previous
                                                  : fact_of (words->flags, (guint) words->flag->index)->predecessor;

  words->formula = _ ("Terms of 12 months or less that follow each other: recorded as renewals, or with the same "
                      "provider and service where no renewal is recorded.");
  add_term (words, figures);
  tenure_flag_words_add_number (words, "terms", _ ("Terms in the run"), TENURE_ID_NONE, figures->rollover_terms > 0,
                                figures->rollover_terms);
  tenure_flag_words_add_text (words, "link", _ ("How the renewal is known"), TENURE_ID_NONE,
                              figures->rollover_inferred ? "inferred" : "recorded",
                              figures->rollover_inferred ? _ ("same provider and service; no renewal is recorded")
                                                         : _ ("recorded as a renewal"));
  tenure_flag_words_add_day (words, "previous_end", _ ("Committed end of the term before"),
                             fact_of (words->flags, (guint) before)->id,
                             figures_of (words->flags, (guint) before)->committed_end);
  if (figures->rollover_terms > 0)
    tenure_flag_words_add_day (words, "first_start", _ ("Start of the first term"),
                               fact_of (words->flags, (guint) figures->rollover_first)->id,
                               figures_of (words->flags, (guint) figures->rollover_first)->start);
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    words->reason = dup_rollover_reason (words->flags, figures);
}

/* --- T5: gap or late signature ------------------------------------------------------------------------------------ */

static Answer
has_gap (const TenureFlags *flags, const TenureRule *rule, guint index, guint32 *missing)
{
  const TenureAgreementFigures *figures = figures_of (flags, index);

  if (figures->chain_position <= 1)
    return TENURE_FACT_NO;
  if (!figures->gap_known)
    {
      *missing |= figures->missing & TENURE_MISSING_START;
      *missing |= missing_of_predecessor (flags, (guint) fact_of (flags, index)->predecessor)
                  & TENURE_MISSING_PREDECESSOR_END;
      /* An open-ended predecessor has no end that could leave a gap. */
      if (*missing == 0)
        return TENURE_FACT_NO;
    }
  return answer (figures->gap_known, figures->gap_days > rule->amber);
}

/* What has not begun cannot have been signed late yet. */
static Answer
is_signed_late (const TenureFlags *flags, const TenureRule *rule, guint index, guint32 *missing)
{
  const TenureAgreementFigures *figures = figures_of (flags, index);
  gboolean signed_known = tenure_day_is_known (fact_of (flags, index)->signed_day);

  if (figures->late_known)
    return answer (TRUE, figures->late_days > rule->amber);
  if (figures->status == TENURE_STATUS_PLANNED)
    return TENURE_FACT_NO;
  *missing |= figures->missing & TENURE_MISSING_START;
  if (!signed_known)
    *missing |= TENURE_MISSING_SIGNED;
  return TENURE_FACT_UNKNOWN;
}

static TenureLevel
judge_t5 (const TenureFlags *flags, const TenureRule *rule, guint index, guint32 *missing)
{
  Answer gap = has_gap (flags, rule, index, missing);
  Answer late = is_signed_late (flags, rule, index, missing);

  if (gap == TENURE_FACT_YES || late == TENURE_FACT_YES)
    return TENURE_LEVEL_AMBER;
  return gap == TENURE_FACT_UNKNOWN || late == TENURE_FACT_UNKNOWN ? TENURE_LEVEL_CANNOT_TELL : TENURE_LEVEL_NONE;
}

static char *
dup_t5_reason (const TenureAgreementFigures *figures, const TenureRule *rule)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  char *reason;

  if (figures->gap_known && figures->gap_days > rule->amber)
    g_ptr_array_add (sentences,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Funding stopped for %d day before it started.",
                                                   "Funding stopped for %d days before it started.",
                                                   (gulong) figures->gap_days),
                                      figures->gap_days));
  if (figures->late_known && figures->late_days > rule->amber)
    g_ptr_array_add (sentences,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "It was signed %d day after it had started.",
                                                   "It was signed %d days after it had started.",
                                                   (gulong) figures->late_days),
                                      figures->late_days));
  g_ptr_array_add (sentences, NULL);
  reason = g_strjoinv (" ", (char **) sentences->pdata);
  g_ptr_array_unref (sentences);
  return reason;
}

static void
describe_t5 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureAgreementFigures *figures = figures_of (words->flags, (guint) words->flag->index);
  const TenureFactAgreement *fact = fact_of (words->flags, (guint) words->flag->index);

  words->formula = _ ("Gap: start − (committed end of the agreement that it renews + 1 day). Late: signed − start.");
  add_field_day (words, "start", figures->start);
  add_field_day (words, "signed", fact->signed_day);
  if (figures->chain_position > 1)
    tenure_flag_words_add_day (words, "predecessor_end", _ ("Committed end of the agreement that it renews"),
                               fact_of (words->flags, (guint) fact->predecessor)->id,
                               figures_of (words->flags, (guint) fact->predecessor)->committed_end);
  tenure_flag_words_add_number (words, "gap_days", _ ("Days without funding"), TENURE_ID_NONE, figures->gap_known,
                                figures->gap_days);
  tenure_flag_words_add_number (words, "late_days", _ ("Days from start to signature"), TENURE_ID_NONE,
                                figures->late_known, figures->late_days);
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    words->reason = dup_t5_reason (figures, rule);
}

/* --- N1: short notice --------------------------------------------------------------------------------------------- */

static TenureLevel
judge_n1 (const TenureFlags *flags, const TenureRule *rule, guint index, guint32 *missing)
{
  const TenureFactAgreement *fact = fact_of (flags, index);
  gboolean known = fact->funder_notice.known;
  Answer is_short = answer (known, known && compare_duration (fact->funder_notice, rule->red, base_day (flags, index)) < 0);

  if (fact->funder_without_cause == TENURE_FACT_NO || is_short == TENURE_FACT_NO)
    return TENURE_LEVEL_NONE;
  if (is_short == TENURE_FACT_UNKNOWN)
    *missing |= TENURE_MISSING_FUNDER_NOTICE;
  if (fact->funder_without_cause == TENURE_FACT_UNKNOWN)
    *missing |= TENURE_MISSING_WITHOUT_CAUSE;
  return *missing != 0 ? TENURE_LEVEL_CANNOT_TELL : TENURE_LEVEL_RED;
}

static void
describe_n1 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureFactAgreement *fact = fact_of (words->flags, (guint) words->flag->index);
  g_autofree char *notice = tenure_duration_dup_label (fact->funder_notice);

  words->formula = _ ("The funder’s notice, where it may end the agreement without cause, counted from the as-of day or "
                      "the start.");
  tenure_flag_words_add_fact (words, "funder_without_cause",
                              tenure_flag_field_label (TENURE_RECORD_AGREEMENT, "funder_without_cause"),
                              words->flag->id, (TenureFact) fact->funder_without_cause);
  add_notice (words, fact);
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    words->reason = g_strdup_printf (_ ("The funder may end it without cause, and its notice is %s."), notice);
}

/* --- N2: no renewal decision -------------------------------------------------------------------------------------- */

/* Running or ended; not covered, decided, or ended by a termination, which is a decision too. */
static gboolean
awaits_decision (const TenureFlags *flags, guint index)
{
  const TenureAgreementFigures *figures = figures_of (flags, index);

  return figures->status != TENURE_STATUS_PLANNED && !figures->open_ended && !figures->covered && !figures->decided
         && !tenure_day_is_known (fact_of (flags, index)->terminated);
}

/* Before the end a decision that is not recorded is one still to be made. After it, only a recorded renewal status can say
 * that nobody decided: a register that records none may be about funding closed long ago. */
static TenureLevel
judge_n2 (const TenureFlags *flags, const TenureRule *rule, guint index, guint32 *missing)
{
  const TenureAgreementFigures *figures = figures_of (flags, index);
  gboolean status_known = fact_of (flags, index)->renewal != TENURE_RENEWAL_UNKNOWN;
  TenureDay as_of = flags->terms->as_of, after;

  *missing = status_known ? 0 : TENURE_MISSING_RENEWAL_STATUS;
  if (!figures->live)
    return status_known ? TENURE_LEVEL_RED : TENURE_LEVEL_CANNOT_TELL;
  if (!tenure_day_is_known (figures->committed_end) || figures->reversed)
    {
      *missing |= missing_term (figures) & ~(guint32) TENURE_MISSING_START;
      return TENURE_LEVEL_CANNOT_TELL;
    }
  after = figures->committed_end + 1;
  if (after < tenure_day_add_months (as_of, rule->red))
    return TENURE_LEVEL_RED;
  if (after < tenure_day_add_months (as_of, rule->amber))
    return TENURE_LEVEL_AMBER;
  if (after < tenure_day_add_months (as_of, rule->note))
    return TENURE_LEVEL_NOTE;
  *missing = 0;
  return TENURE_LEVEL_NONE;
}

static const char *
renewal_code (gint8 renewal)
{
  static const char *const codes[] = { NULL, "not_started", "in_progress", "renewed", "not_renewing" };

  return codes[renewal];
}

static char *
dup_n2_reason (const TenureAgreementFigures *figures)
{
  g_autofree char *end = tenure_day_dup_label (figures->committed_end);
  g_autofree char *left = tenure_flag_dup_months (figures->remaining);

  if (!figures->live)
    return g_strdup_printf (_ ("It ended on %s, and no decision on renewal is recorded."), end);
  return g_strdup_printf (_ ("It ends on %1$s, in %2$s, and no decision on renewal is recorded."), end, left);
}

static void
describe_n2 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureAgreementFigures *figures = figures_of (words->flags, (guint) words->flag->index);
  const TenureFactAgreement *fact = fact_of (words->flags, (guint) words->flag->index);
  const TenureRecordDef *def = tenure_record_def (TENURE_RECORD_AGREEMENT);
  const TenureField *field = &def->fields[tenure_record_field_index (TENURE_RECORD_AGREEMENT, "renewal_status")];
  const char *code = renewal_code (fact->renewal);

  words->formula = _ ("Months from the as-of day to the committed end, both included, where no signed successor covers it.");
  add_committed_end (words, figures);
  tenure_flag_words_add_months (words, "remaining_months", _ ("Remaining"), words->flag->id,
                                figures->remaining_known ? &figures->remaining : NULL);
  tenure_flag_words_add_text (words, "renewal_status", _ (field->label), words->flag->id, code,
                              code != NULL ? tenure_field_choice_label (field, code) : NULL);
  tenure_flag_words_add_day (words, "decision_day", _ ("Decide by"), words->flag->id, figures->decision_day);
  if (tenure_day_is_known (figures->decision_day))
    tenure_flag_words_add_fact (words, "decision_day_assumed", _ ("Rests on the usual terms"), words->flag->id,
                                figures->notice_assumed || figures->lead_assumed ? TENURE_FACT_YES : TENURE_FACT_NO);
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    words->reason = dup_n2_reason (figures);
}

/* --- P3: below full cost ------------------------------------------------------------------------------------------ */

/* Whether @money covers the rule's share of @full_cost. */
static gboolean
covers_cost (const TenureRule *rule, __int128 money, gint64 full_cost)
{
  return money * WHOLE_BP >= (__int128) full_cost * rule->red;
}

/* Money that is not recorded can only add to what is. */
static TenureLevel
judge_p3 (const TenureFlags *flags, const TenureRule *rule, guint index, guint32 *missing)
{
  const TenureFactAgreement *fact = fact_of (flags, index);
  __int128 money = 0;

  if (fact->value_known)
    money += fact->value_minor;
  if (fact->other_funding_known)
    money += fact->other_funding_minor;
  if (fact->full_cost_known && covers_cost (rule, money, fact->full_cost_minor))
    return TENURE_LEVEL_NONE;
  if (!fact->full_cost_known)
    *missing |= TENURE_MISSING_FULL_COST;
  if (!fact->value_known)
    *missing |= TENURE_MISSING_VALUE;
  if (!fact->other_funding_known)
    *missing |= TENURE_MISSING_OTHER_FUNDING;
  return *missing != 0 ? TENURE_LEVEL_CANNOT_TELL : TENURE_LEVEL_RED;
}

static void
add_money (TenureFlagWords *words, const TenureFactAgreement *fact, const char *field, gboolean known, gint64 minor)
{
  TenureMoney money = { .minor = minor, .currency = fact->currency };

  tenure_flag_words_add_money (words, field, tenure_flag_field_label (TENURE_RECORD_AGREEMENT, field), words->flag->id,
                               known, money);
}

static void
describe_p3 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureFactAgreement *fact = fact_of (words->flags, (guint) words->flag->index);
  TenureMoney cost = { .minor = fact->full_cost_minor, .currency = fact->currency };
  g_autofree char *full_cost = tenure_money_dup_label (cost, FALSE);
  double share = ((double) fact->value_minor + (double) fact->other_funding_minor) / (double) cost.minor;

  words->formula = _ ("(Value + other funders’ money) ÷ full cost, all over the same period.");
  add_money (words, fact, "value", fact->value_known, fact->value_minor);
  add_money (words, fact, "other_funding", fact->other_funding_known, fact->other_funding_minor);
  add_money (words, fact, "full_cost", fact->full_cost_known, fact->full_cost_minor);
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    words->reason = g_strdup_printf (_ ("All funders together pay %1$.1f %% of the full cost of %2$s."), share * 100,
                                     full_cost);
}

const TenureFlagRule tenure_flag_rules_agreement[] = {
  { TENURE_RULE_T1, is_meant_to_last, judge_t1, describe_term },
  { TENURE_RULE_T2, is_meant_to_last, judge_t2, describe_term },
  { TENURE_RULE_T3, has_options, judge_t3, describe_t3 },
  { TENURE_RULE_T4, follows_another, judge_t4, describe_t4 },
  { TENURE_RULE_T5, is_live, judge_t5, describe_t5 },
  { TENURE_RULE_N1, is_live, judge_n1, describe_n1 },
  { TENURE_RULE_N2, awaits_decision, judge_n2, describe_n2 },
  { TENURE_RULE_P3, is_live, judge_p3, describe_p3 },
};
const guint tenure_n_flag_rules_agreement = G_N_ELEMENTS (tenure_flag_rules_agreement);
