/* Dates, security and decision day of each agreement: docs/domain.md, sections 1 and 2. Money is in
 * term-money.c, what runs between agreements in succession.c, usual terms in usual-terms.c. */

#include "config.h"
#include "analysis/term.h"

#include "analysis/term-private.h"

#include "base/i18n.h"

TenureMonths
tenure_term_months (TenureDay first, TenureDay last, gboolean *out_anniversary)
{
  TenureMonths months = tenure_months_between (first, last);

  /* On the anniversary the day after the last is one day into the next month; only then is a look worth its
   * time. */
  *out_anniversary = months.whole >= 1 && months.part == 1 && tenure_day_add_months (first, months.whole) == last;
  return *out_anniversary ? tenure_months_whole (months.whole) : months;
}

/* The inclusive @last moved on by @length: counted from the day after it, so that a month's end stays a
 * month's end. */
static TenureDay
move_end (TenureDay last, TenureDuration length)
{
  if (last >= TENURE_DAY_MAX)
    return TENURE_DAY_MAX;
  return tenure_duration_after (length, last + 1) - 1;
}

static TenureDay
earlier (TenureDay a, TenureDay b)
{
  if (a == TENURE_DAY_NONE || b == TENURE_DAY_NONE)
    return a == TENURE_DAY_NONE ? b : a;
  return MIN (a, b);
}

/* Stated length and dates differ when one lies more than a month past the other. */
static gboolean
disagree (TenureDay signed_end, TenureDay stated_end)
{
  TenureDay sooner = MIN (signed_end, stated_end);
  TenureDay later = MAX (signed_end, stated_end);

  return later > tenure_day_add_months (sooner, 1);
}

static TenureDay
compute_signed_end (const TenureFactAgreement *agreement, TenureAgreementFigures *figures)
{
  TenureDay stated = TENURE_DAY_NONE;

  if (agreement->duration.known && tenure_day_is_known (agreement->start))
    stated = tenure_duration_after (agreement->duration, agreement->start) - 1;
  if (!tenure_day_is_known (agreement->end))
    {
      figures->end_derived = tenure_day_is_known (stated);
      return stated;
    }
  figures->duration_disagrees = tenure_day_is_known (stated) && disagree (agreement->end, stated);
  return agreement->end;
}

gboolean
tenure_term_first_agreed (const TenureFactAgreement *agreement, TenureMonths *out_term)
{
  TenureAgreementFigures unused = { 0 };
  TenureDay end = compute_signed_end (agreement, &unused);
  gboolean anniversary;

  if (agreement->open_ended == TENURE_FACT_YES || !tenure_day_is_known (agreement->start) || !tenure_day_is_known (end)
      || end < agreement->start)
    return FALSE;
  *out_term = tenure_term_months (agreement->start, end, &anniversary);
  return TRUE;
}

static gboolean
is_exercised (const TenureTermContext *context, const TenureFactExtension *extension)
{
  return tenure_day_is_known (extension->exercised) && extension->exercised <= context->as_of;
}

/* The signed end moved by the extensions exercised by T; NONE when one of them has no recorded length. */
static TenureDay
compute_agreed_end (const TenureTermContext *context, const TenureFactAgreement *agreement, TenureAgreementFigures *figures)
{
  TenureDay end = compute_signed_end (agreement, figures);

  for (guint i = 0; i < agreement->n_extensions; i++)
    {
      const TenureFactExtension *extension = &context->facts->extensions[agreement->first_extension + i];

      if (!is_exercised (context, extension))
        continue;
      if (!extension->length.known)
        figures->missing |= TENURE_MISSING_EXTENSION_LENGTH;
      else if (tenure_day_is_known (end))
        end = move_end (end, extension->length);
    }
  return figures->missing & TENURE_MISSING_EXTENSION_LENGTH ? TENURE_DAY_NONE : end;
}

/* The agreed end plus every option, or the published latest end where that is later or an option has no
 * length. */
static TenureDay
compute_maximum_end (const TenureTermContext *context, const TenureFactAgreement *agreement, TenureAgreementFigures *figures)
{
  TenureDay end = figures->agreed_end, maximum = end;
  gboolean published = tenure_day_is_known (agreement->maximum_end) && agreement->maximum_end > end;

  figures->has_options = published;
  for (guint i = 0; i < agreement->n_extensions; i++)
    {
      const TenureFactExtension *extension = &context->facts->extensions[agreement->first_extension + i];

      if (is_exercised (context, extension))
        continue;
      figures->has_options = TRUE;
      if (!extension->length.known)
        maximum = TENURE_DAY_NONE;
      else if (tenure_day_is_known (maximum))
        maximum = move_end (maximum, extension->length);
    }
  return published && tenure_day_is_known (end) ? MAX (maximum, agreement->maximum_end) : maximum;
}

/* An agreement marked open-ended has no end, whatever is left in the field, until it is terminated. */
static void
compute_commitment (const TenureTermContext *context, const TenureFactAgreement *agreement, TenureAgreementFigures *figures)
{
  figures->start = agreement->start;
  figures->agreed_end = figures->maximum_end = TENURE_DAY_NONE;
  if (agreement->open_ended != TENURE_FACT_YES)
    {
      figures->agreed_end = compute_agreed_end (context, agreement, figures);
      figures->maximum_end = compute_maximum_end (context, agreement, figures);
    }
  else
    figures->open_ended = !tenure_day_is_known (agreement->terminated);
  figures->committed_end = earlier (figures->agreed_end, agreement->terminated);
  if (tenure_day_is_known (agreement->terminated))
    {
      figures->maximum_end = figures->committed_end;
      figures->has_options = FALSE;
    }
  if (!tenure_day_is_known (figures->start))
    figures->missing |= TENURE_MISSING_START;
  if (!tenure_day_is_known (figures->committed_end) && !figures->open_ended)
    figures->missing |= TENURE_MISSING_END;
}

static TenureBand
classify (TenureMonths term)
{
  if (tenure_months_compare (term, tenure_months_whole (12)) <= 0)
    return TENURE_BAND_LE12;
  return tenure_months_compare (term, tenure_months_whole (36)) < 0 ? TENURE_BAND_GT12_LT36 : TENURE_BAND_GE36;
}

static void
compute_term (const TenureTermContext *context, TenureAgreementFigures *figures)
{
  gboolean anniversary;

  figures->band = figures->open_ended ? TENURE_BAND_OPEN : TENURE_BAND_UNKNOWN;
  if (!tenure_day_is_known (figures->start) || !tenure_day_is_known (figures->committed_end))
    return;
  if (figures->committed_end < figures->start)
    {
      figures->reversed = TRUE;
      figures->missing |= TENURE_MISSING_END;
      return;
    }
  figures->term = tenure_term_months (figures->start, figures->committed_end, &anniversary);
  figures->term_known = TRUE;
  figures->end_as_anniversary = anniversary;
  figures->band = classify (figures->term);
  figures->short_term = tenure_months_compare (figures->term, context->short_term) <= 0;
}

static TenureStatus
over_status (const TenureFactAgreement *agreement, const TenureAgreementFigures *figures)
{
  gboolean early = tenure_day_is_known (agreement->terminated)
                   && (figures->agreed_end == TENURE_DAY_NONE || agreement->terminated < figures->agreed_end);

  return early ? TENURE_STATUS_TERMINATED : TENURE_STATUS_ENDED;
}

static TenureStatus
find_status (const TenureTermContext *context, const TenureFactAgreement *agreement, const TenureAgreementFigures *figures)
{
  TenureDay start = figures->start, end = figures->committed_end;
  gboolean begun = tenure_day_is_known (start) && start <= context->as_of;
  gboolean over = tenure_day_is_known (end) && end < context->as_of;
  gboolean planned = tenure_day_is_known (start) && start > context->as_of;

  /* Between an end and a start that come in the wrong order nothing can be said. */
  if (over && planned)
    return TENURE_STATUS_UNKNOWN;
  if (over)
    return over_status (agreement, figures);
  if (planned)
    return TENURE_STATUS_PLANNED;
  if (!begun)
    return TENURE_STATUS_UNKNOWN;
  if (figures->open_ended)
    return TENURE_STATUS_OPEN_ENDED;
  if (!tenure_day_is_known (end))
    return TENURE_STATUS_UNKNOWN;
  return end + 1 < context->ending_before ? TENURE_STATUS_ENDING : TENURE_STATUS_ACTIVE;
}

static void
compute_status (const TenureTermContext *context, const TenureFactAgreement *agreement, TenureAgreementFigures *figures)
{
  figures->status = find_status (context, agreement, figures);
  switch ((TenureStatus) figures->status)
    {
    case TENURE_STATUS_ACTIVE:
    case TENURE_STATUS_ENDING:
    case TENURE_STATUS_OPEN_ENDED:
      figures->running = TENURE_FACT_YES;
      break;
    case TENURE_STATUS_UNKNOWN:
      figures->running = TENURE_FACT_UNKNOWN;
      break;
    case TENURE_STATUS_PLANNED:
    case TENURE_STATUS_ENDED:
    case TENURE_STATUS_TERMINATED:
    default:
      figures->running = TENURE_FACT_NO;
    }
  figures->live = figures->status != TENURE_STATUS_ENDED && figures->status != TENURE_STATUS_TERMINATED;
}

static TenureDay
counted_from (const TenureTermContext *context, const TenureAgreementFigures *figures)
{
  return tenure_day_is_known (figures->start) ? MAX (figures->start, context->as_of) : context->as_of;
}

static void
compute_remaining (const TenureTermContext *context, TenureAgreementFigures *figures)
{
  TenureDay end = figures->committed_end;

  if (!tenure_day_is_known (end) || (figures->reversed && figures->live))
    return;
  figures->remaining_known = TRUE;
  if (end < context->as_of)
    figures->remaining = tenure_months_whole (0);
  else if (figures->term_known && figures->start >= context->as_of)
    figures->remaining = figures->term;
  else
    figures->remaining = tenure_months_between (counted_from (context, figures), end);
}

static void
secure_to_end (TenureAgreementFigures *figures)
{
  figures->secured_state = TENURE_SECURED_TO_END;
  figures->secured_until = figures->committed_end;
  figures->secured = figures->remaining;
}

static void
secure_by_notice (const TenureTermContext *context, TenureAgreementFigures *figures, TenureDay notice_until)
{
  figures->secured_state = TENURE_SECURED_BY_NOTICE;
  figures->secured_until = notice_until;
  figures->secured = tenure_months_between (counted_from (context, figures), notice_until);
}

static void
compute_secured (const TenureTermContext *context, const TenureFactAgreement *agreement, TenureAgreementFigures *figures)
{
  gboolean notice_known = agreement->funder_notice.known;
  TenureDay notice_until = TENURE_DAY_NONE;

  figures->secured_state = TENURE_SECURED_CANNOT_TELL;
  figures->secured_until = TENURE_DAY_NONE;
  if (notice_known)
    notice_until = tenure_duration_after (agreement->funder_notice, counted_from (context, figures)) - 1;
  if (figures->open_ended)
    {
      if (notice_known)
        secure_by_notice (context, figures, notice_until);
      else
        figures->missing |= TENURE_MISSING_FUNDER_NOTICE;
      return;
    }
  if (!figures->remaining_known)
    return;
  /* A notice that reaches to the end secures the same whether or not it may be given without cause. */
  if (!figures->live || agreement->funder_without_cause == TENURE_FACT_NO
      || (notice_known && notice_until >= figures->committed_end))
    secure_to_end (figures);
  else if (agreement->funder_without_cause == TENURE_FACT_YES && notice_known)
    secure_by_notice (context, figures, notice_until);
  if (figures->secured_state == TENURE_SECURED_CANNOT_TELL && !notice_known)
    figures->missing |= TENURE_MISSING_FUNDER_NOTICE;
  if (figures->secured_state == TENURE_SECURED_CANNOT_TELL && agreement->funder_without_cause == TENURE_FACT_UNKNOWN)
    figures->missing |= TENURE_MISSING_WITHOUT_CAUSE;
}

/* A termination is a decision too. */
static gboolean
is_decided (const TenureTermContext *context, const TenureFactAgreement *agreement)
{
  if (tenure_day_is_known (agreement->terminated))
    return TRUE;
  if (tenure_day_is_known (agreement->decided))
    return agreement->decided <= context->as_of;
  return agreement->renewal == TENURE_RENEWAL_RENEWED || agreement->renewal == TENURE_RENEWAL_NOT_RENEWING;
}

static void
compute_decision (const TenureTermContext *context,
                  const TenureUsualTerms *usual,
                  const TenureFactAgreement *agreement,
                  TenureAgreementFigures *figures)
{
  TenureDuration notice = agreement->renewal_notice, lead = agreement->lead_time;
  TenureDuration usual_notice = TENURE_DURATION_UNKNOWN, usual_lead = TENURE_DURATION_UNKNOWN;

  figures->notice_day = figures->decision_day = TENURE_DAY_NONE;
  figures->decided = is_decided (context, agreement);
  if (!tenure_day_is_known (figures->committed_end) || tenure_day_is_known (agreement->terminated))
    return;
  if (!notice.known || !lead.known)
    tenure_usual_terms_find (usual, agreement, &usual_notice, &usual_lead);
  figures->notice_assumed = !notice.known && usual_notice.known;
  figures->lead_assumed = !lead.known && usual_lead.known;
  notice = notice.known ? notice : usual_notice;
  lead = lead.known ? lead : usual_lead;
  if (notice.known)
    figures->notice_day = tenure_duration_before (notice, figures->committed_end);
  else
    figures->missing |= TENURE_MISSING_RENEWAL_NOTICE;
  if (!lead.known)
    figures->missing |= TENURE_MISSING_LEAD_TIME;
  else if (notice.known)
    figures->decision_day = tenure_duration_before (lead, figures->notice_day);
  figures->lead_known = TRUE;
  figures->lead_days = figures->committed_end - context->as_of;
  if (tenure_day_is_known (agreement->decided) && figures->decided)
    figures->lead_days = figures->committed_end - agreement->decided;
}

/* On T a signature of a later day is none yet; what has not begun is not late for the want of it. */
static void
compute_lateness (const TenureTermContext *context, const TenureFactAgreement *agreement, TenureAgreementFigures *figures)
{
  TenureDay until = MIN (agreement->signed_day, context->as_of);

  if (!tenure_day_is_known (agreement->signed_day) || !tenure_day_is_known (figures->start)
      || (agreement->signed_day > context->as_of && figures->start > context->as_of))
    return;
  figures->late_known = TRUE;
  figures->late_days = until - figures->start;
}

static TenureScope
find_scope (const TenureFacts *facts, const TenureFactAgreement *agreement)
{
  TenureFact vcs = agreement->provider >= 0 ? facts->organisations[agreement->provider].vcs : TENURE_FACT_UNKNOWN;

  if (agreement->to_individual == TENURE_FACT_YES || vcs == TENURE_FACT_NO)
    return TENURE_SCOPE_OTHER;
  return vcs == TENURE_FACT_YES ? TENURE_SCOPE_VCS : TENURE_SCOPE_UNKNOWN;
}

static void
compute_one (const TenureTermContext *context,
             const TenureUsualTerms *usual,
             const TenureFactAgreement *agreement,
             TenureAgreementFigures *figures)
{
  figures->scope = find_scope (context->facts, agreement);
  compute_commitment (context, agreement, figures);
  compute_term (context, figures);
  compute_status (context, agreement, figures);
  compute_remaining (context, figures);
  compute_secured (context, agreement, figures);
  compute_decision (context, usual, agreement, figures);
  tenure_term_compute_money (agreement, figures);
  compute_lateness (context, agreement, figures);
}

TenureTerms *
tenure_terms_new (const TenureFacts *facts, TenureDay as_of, const TenureAnalysisOptions *options)
{
  g_autoptr (TenureUsualTerms) usual = NULL;
  TenureTerms *terms;
  TenureTermContext context;

  g_return_val_if_fail (facts != NULL && tenure_day_is_known (as_of), NULL);

  terms = g_new0 (TenureTerms, 1);
  terms->facts = facts;
  terms->as_of = as_of;
  if (options != NULL)
    terms->options = *options;
  terms->n_agreements = facts->n_agreements;
  terms->agreements = g_new0 (TenureAgreementFigures, facts->n_agreements);
  terms->accounts = g_new (const TenureFactAccounts *, MAX (facts->n_organisations, 1));
  for (guint i = 0; i < facts->n_organisations; i++)
    terms->accounts[i] = tenure_accounts_find (facts, i, as_of);

  usual = tenure_usual_terms_new (facts);
  context = (TenureTermContext){ .facts = facts, .options = &terms->options, .as_of = as_of };
  context.short_term = tenure_months_whole (tenure_options_rule (options, TENURE_RULE_T1)->red);
  context.ending_before = tenure_day_add_months (as_of, tenure_options_rule (options, TENURE_RULE_N2)->amber);
  for (guint i = 0; i < facts->n_agreements; i++)
    compute_one (&context, usual, &facts->agreements[i], &terms->agreements[i]);
  tenure_succession_compute (&context, terms->agreements);
  for (guint i = 0; i < terms->n_agreements; i++)
    {
      const TenureAgreementFigures *figures = &terms->agreements[i];

      terms->n_assumed +=
          figures->live && tenure_day_is_known (figures->decision_day) && (figures->notice_assumed || figures->lead_assumed);
    }
  return terms;
}

void
tenure_terms_free (TenureTerms *terms)
{
  if (terms == NULL)
    return;
  g_free (terms->agreements);
  g_free (terms->accounts);
  g_free (terms);
}

gboolean
tenure_terms_in_scope (const TenureTerms *terms, guint index, TenureScope scope)
{
  g_return_val_if_fail (terms != NULL && index < terms->n_agreements, FALSE);

  return scope == TENURE_SCOPE_ALL || terms->agreements[index].scope == scope;
}

gint32
tenure_terms_find_lead (const TenureTerms *terms, guint32 index, TenureHasPart has_part, gconstpointer data)
{
  gint32 above;

  g_return_val_if_fail (terms != NULL && index < terms->n_agreements, -1);

  above = terms->agreements[index].lead;
  for (guint steps = 0; above >= 0 && steps < TENURE_LEADS_ABOVE; steps++)
    {
      if (has_part ((guint32) above, data))
        return above;
      above = terms->agreements[above].lead;
    }
  return -1;
}

const char *
tenure_status_label (TenureStatus status)
{
  static const char *const labels[] = {
    N_ ("cannot tell"), N_ ("planned"), N_ ("active"), N_ ("ending"), N_ ("ended"), N_ ("terminated"), N_ ("open-ended"),
  };

  g_return_val_if_fail (status < G_N_ELEMENTS (labels), NULL);

  return _ (labels[status]);
}

const char *
tenure_status_code (TenureStatus status)
{
  static const char *const codes[] = {
    "unknown", "planned", "active", "ending", "ended", "terminated", "open_ended",
  };

  g_return_val_if_fail (status < G_N_ELEMENTS (codes), NULL);

  return codes[status];
}

const char *
tenure_band_code (TenureBand band)
{
  static const char *const codes[] = { "le12", "gt12_lt36", "ge36", "open", "unknown" };

  g_return_val_if_fail (band < G_N_ELEMENTS (codes), NULL);

  return codes[band];
}
