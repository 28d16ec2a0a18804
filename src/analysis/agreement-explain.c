/* Why an agreement's figures are what they are, line by line. */

#include "config.h"
#include "analysis/analysis.h"

#include "analysis/burden.h"
#include "analysis/flags-private.h"
#include "analysis/term-private.h"

#include "base/i18n.h"

typedef struct
{
  const TenureTerms *terms;
  guint index;
  const TenureFactAgreement *fact;
  const TenureAgreementFigures *figures;
  TenureExplanation *explanation;
} Explaining;

static void
add_text (Explaining *explaining, const char *label, const char *text)
{
  tenure_explanation_add (explaining->explanation, TENURE_RECORD_AGREEMENT, explaining->fact->id, label, "%s",
                          text != NULL && text[0] != '\0' ? text : _ ("not recorded"));
}

/* The line added last is what @field holds, or was worked out (NULL). */
static void
set_from (Explaining *explaining, const char *field)
{
  if (field != NULL)
    tenure_explanation_set_input (explaining->explanation, TENURE_RECORD_AGREEMENT, explaining->fact->id, field);
  else
    tenure_explanation_set_derived (explaining->explanation);
}

static void
add_day (Explaining *explaining, const char *label, TenureDay day, const char *remark)
{
  g_autofree char *text = tenure_day_dup_label (day);
  g_autofree char *both = NULL;

  if (remark != NULL && tenure_day_is_known (day))
    /* Translators: a date and a remark on it, "31 Mar 2027 (worked out from start and stated length)". */
    both = g_strdup_printf (_ ("%1$s (%2$s)"), text, remark);
  add_text (explaining, label, both != NULL ? both : text);
}

static void
add_months (Explaining *explaining, const char *label, gboolean known, TenureMonths months)
{
  g_autofree char *text = known ? tenure_flag_dup_months (months) : NULL;

  add_text (explaining, label, known ? text : tenure_level_label (TENURE_LEVEL_CANNOT_TELL));
  if (known)
    set_from (explaining, NULL);
}

static const char *
end_remark (const TenureAgreementFigures *figures)
{
  if (figures->reversed)
    return _ ("before the start: the dates cannot both be right");
  if (figures->end_derived)
    return _ ("worked out from start and stated length");
  if (figures->duration_disagrees)
    return _ ("the stated length says otherwise; the dates stand");
  return figures->end_as_anniversary ? _ ("end read as anniversary") : NULL;
}

static void
add_as_of (Explaining *explaining)
{
  add_day (explaining, _ ("As of"), explaining->terms->as_of, NULL);
}

static void
add_status (Explaining *explaining)
{
  add_text (explaining, _ ("Status"), tenure_status_label ((TenureStatus) explaining->figures->status));
}

static void
add_start (Explaining *explaining)
{
  add_day (explaining, _ ("Start"), explaining->figures->start, NULL);
  if (tenure_day_is_known (explaining->figures->start))
    set_from (explaining, "start");
}

static void
add_committed_end (Explaining *explaining)
{
  const TenureAgreementFigures *figures = explaining->figures;

  if (figures->open_ended)
    add_text (explaining, _ ("Committed end"), _ ("none: it is open-ended"));
  else
    add_day (explaining, _ ("Committed end"), figures->committed_end, end_remark (figures));
  /* Where nothing moved it, it is what was signed. */
  if (tenure_day_is_known (figures->committed_end))
    set_from (explaining, figures->committed_end == explaining->fact->end ? "end" : NULL);
}

static void
add_maximum_end (Explaining *explaining)
{
  if (explaining->figures->has_options)
    add_day (explaining, _ ("Maximum end"), explaining->figures->maximum_end, _ ("options do not count"));
}

static void
add_term (Explaining *explaining)
{
  add_months (explaining, _ ("Committed term"), explaining->figures->term_known, explaining->figures->term);
}

static void
add_remaining (Explaining *explaining)
{
  add_months (explaining, _ ("Remaining"), explaining->figures->remaining_known, explaining->figures->remaining);
}

static void
add_with_remark (Explaining *explaining, const char *label, const char *text, const char *remark)
{
  /* Translators: what is recorded, and a remark on it. */
  g_autofree char *both = g_strdup_printf (_ ("%1$s (%2$s)"), text != NULL ? text : _ ("not recorded"), remark);

  add_text (explaining, label, both);
}

static const char *
without_cause_remark (TenureFact without_cause)
{
  switch (without_cause)
    {
    case TENURE_FACT_YES:
      return _ ("the funder may end it without cause");
    case TENURE_FACT_NO:
      return _ ("the funder may not end it without cause");
    case TENURE_FACT_UNKNOWN:
    default:
      return _ ("whether the funder may end it without cause is not recorded");
    }
}

static void
add_funder_notice (Explaining *explaining)
{
  const TenureFactAgreement *fact = explaining->fact;
  g_autofree char *notice = fact->funder_notice.known ? tenure_duration_dup_label (fact->funder_notice) : NULL;

  add_with_remark (explaining, _ ("Funder’s notice"), notice,
                   without_cause_remark ((TenureFact) fact->funder_without_cause));
  if (fact->funder_notice.known)
    set_from (explaining, "funder_notice");
}

static void
add_secured (Explaining *explaining)
{
  const TenureAgreementFigures *figures = explaining->figures;

  add_months (explaining, _ ("Secured"), figures->secured_state != TENURE_SECURED_CANNOT_TELL, figures->secured);
}

static const char *
annual_remark (TenureAnnualState state)
{
  switch (state)
    {
    case TENURE_ANNUAL_STATED:
      return _ ("as recorded");
    case TENURE_ANNUAL_FROM_TOTAL:
      return _ ("total × 12 ÷ months of the agreed term");
    case TENURE_ANNUAL_WHOLE_TOTAL:
      return _ ("the whole total, for a term of 12 months or less");
    case TENURE_ANNUAL_NO_VALUE:
      return _ ("cannot tell: no value is recorded");
    case TENURE_ANNUAL_NO_BASIS:
      return _ ("cannot tell: it is not recorded whether the value is for the term or for a year");
    case TENURE_ANNUAL_NO_TERM:
      return _ ("cannot tell: the term of the total is not known");
    case TENURE_ANNUAL_NO_CURRENCY:
      return _ ("cannot tell: no currency is recorded");
    case TENURE_ANNUAL_OUT_OF_RANGE:
    default:
      return _ ("cannot tell: the value is too large");
    }
}

static const char *
basis_remark (guint basis)
{
  switch (basis)
    {
    case TENURE_BASIS_TOTAL:
      return _ ("for the term");
    case TENURE_BASIS_ANNUAL:
      return _ ("for a year");
    default:
      return _ ("whether for the term or for a year is not recorded");
    }
}

/* As recorded: a yearly value stated beside a total stands on a line of its own. */
static void
add_value (Explaining *explaining)
{
  const TenureFactAgreement *fact = explaining->fact;
  TenureMoney value = { fact->value_minor, fact->currency }, stated = { fact->annual_minor, fact->currency };
  g_autofree char *amount = tenure_money_dup_label (value, FALSE);
  g_autofree char *yearly = tenure_money_dup_label (stated, FALSE);

  if (fact->value_known)
    {
      add_with_remark (explaining, _ ("Value"), amount, basis_remark (fact->basis));
      set_from (explaining, "value");
    }
  else
    add_text (explaining, _ ("Value"), NULL);
  if (fact->annual_known)
    {
      add_text (explaining, _ ("Yearly value, stated"), yearly);
      set_from (explaining, "annual_value");
    }
}

static void
add_annual (Explaining *explaining)
{
  const TenureAgreementFigures *figures = explaining->figures;
  const char *remark = annual_remark ((TenureAnnualState) figures->annual_state);
  TenureMoney money = { .minor = figures->annual_minor, .currency = explaining->fact->currency };
  g_autofree char *amount = tenure_money_dup_label (money, FALSE);

  if (figures->annual_known)
    {
      add_with_remark (explaining, _ ("Yearly value"), amount, remark);
      set_from (explaining, NULL);
    }
  else
    add_text (explaining, _ ("Yearly value"), remark);
}

/* Why the burden cannot be told. */
static const char *
burden_doubt (const Explaining *explaining)
{
  const TenureFactAgreement *fact = explaining->fact;

  if (!fact->bid_cost_known && !fact->monitoring_cost_known)
    return _ ("cannot tell: the costs of bidding and of monitoring are not recorded");
  if (!fact->bid_cost_known)
    return _ ("cannot tell: the cost of bidding is not recorded");
  if (!fact->monitoring_cost_known)
    return _ ("cannot tell: the cost of monitoring is not recorded");
  if (!fact->value_known || !explaining->figures->total_known)
    return _ ("cannot tell: the value over the agreed term is not known");
  return _ ("cannot tell: the amounts are below zero, nothing, or too large");
}

static void
add_burden (Explaining *explaining)
{
  const TenureFactAgreement *fact = explaining->fact;
  TenureBurden burden = tenure_agreement_burden (explaining->terms, explaining->index);
  TenureMoney bid_money = { fact->bid_cost_minor, fact->currency };
  TenureMoney monitoring_money = { burden.monitoring_minor, fact->currency };
  TenureMoney value_money = { explaining->figures->total_minor, fact->currency };
  g_autofree char *ratio = tenure_figure_dup_label (&burden.ratio);
  g_autofree char *bid = tenure_money_dup_label (bid_money, FALSE);
  g_autofree char *monitoring = tenure_money_dup_label (monitoring_money, FALSE);
  g_autofree char *value = tenure_money_dup_label (value_money, FALSE);
  /* Translators: a per cent, then amounts: the cost of bidding, of monitoring, and the value over the agreed term. */
  g_autofree char *text = g_strdup_printf (_ ("%1$s ((%2$s + %3$s) ÷ %4$s)"), ratio, bid, monitoring, value);

  add_text (explaining, _ ("Burden"), burden.ratio.kind != TENURE_FIGURE_CANNOT_TELL ? text : burden_doubt (explaining));
}

/* What is recorded, or what is usual where nothing is. */
static void
add_usual (Explaining *explaining, const char *label, const char *field, TenureDuration recorded, TenureDuration usual)
{
  g_autofree char *text = tenure_duration_dup_label (recorded.known ? recorded : usual);

  if (!recorded.known && usual.known)
    add_with_remark (explaining, label, text, _ ("assumed from the usual terms"));
  else
    add_text (explaining, label, recorded.known ? text : NULL);
  if (recorded.known)
    set_from (explaining, field);
}

static void
add_notice_and_lead (Explaining *explaining)
{
  g_autoptr (TenureUsualTerms) usual = tenure_usual_terms_new (explaining->terms->facts);
  TenureDuration notice, lead;

  tenure_usual_terms_find (usual, explaining->fact, &notice, &lead);
  add_usual (explaining, _ ("Renewal notice"), "renewal_notice", explaining->fact->renewal_notice, notice);
  add_day (explaining, _ ("Last day for notice"), explaining->figures->notice_day, NULL);
  add_usual (explaining, _ ("Lead time"), "lead_time", explaining->fact->lead_time, lead);
}

static void
add_decision (Explaining *explaining)
{
  const TenureAgreementFigures *figures = explaining->figures;
  gboolean assumed = figures->notice_assumed || figures->lead_assumed;

  if (figures->open_ended)
    add_text (explaining, _ ("Decide by"), _ ("nothing is due: it is open-ended"));
  else if (tenure_day_is_known (explaining->fact->terminated))
    add_text (explaining, _ ("Decide by"), _ ("nothing is due: ending it early was the decision"));
  else
    {
      add_day (explaining, _ ("Decide by"), figures->decision_day, assumed ? _ ("assumed from the usual terms") : NULL);
      if (tenure_day_is_known (figures->decision_day))
        set_from (explaining, NULL);
    }
}

static void
add_lead_days (Explaining *explaining)
{
  const TenureAgreementFigures *figures = explaining->figures;

  if (figures->lead_known)
    tenure_explanation_add (explaining->explanation, TENURE_RECORD_AGREEMENT, explaining->fact->id,
                            figures->decided ? _ ("Days from decision to end") : _ ("Days to the end, undecided"), "%d",
                            figures->lead_days);
}

static void
add_linked (Explaining *explaining, const char *label, gint32 index)
{
  const TenureFactAgreement *linked = &explaining->terms->facts->agreements[index];

  tenure_explanation_add (explaining->explanation, TENURE_RECORD_AGREEMENT, linked->id, label, "%s", linked->title);
}

static void
add_chain (Explaining *explaining)
{
  const TenureAgreementFigures *figures = explaining->figures;

  tenure_explanation_add (explaining->explanation, TENURE_RECORD_AGREEMENT,
                          explaining->terms->facts->agreements[figures->chain].id, _ ("Renewal chain"),
                          /* Translators: place in a chain of renewals, "term 2 of 3". */
                          _ ("term %1$d of %2$d"), figures->chain_position, figures->chain_length);
}

static void
add_neighbours (Explaining *explaining)
{
  const TenureAgreementFigures *figures = explaining->figures;

  if (figures->chain_position > 1)
    add_linked (explaining, _ ("Renews"), explaining->fact->predecessor);
  if (figures->successor >= 0)
    add_linked (explaining, _ ("Covered by"), figures->successor);
}

/* @asked: TenureMissing. */
static void
add_missing (Explaining *explaining, guint64 asked)
{
  for (guint bit = 0; bit < TENURE_N_MISSING; bit++)
    if (explaining->figures->missing & asked & (G_GUINT64_CONSTANT (1) << bit))
      {
        TenureRecordType type;
        const char *code;
        const char *field = tenure_missing_field (bit, &type, &code);

        tenure_explanation_add_missing (explaining->explanation, type, field, explaining->fact->id);
      }
}

static Explaining
begin (const TenureTerms *terms, guint index, const char *title, const char *formula)
{
  return (Explaining){ .terms = terms,
                       .index = index,
                       .fact = &terms->facts->agreements[index],
                       .figures = &terms->agreements[index],
                       .explanation = tenure_explanation_new (title, formula) };
}

TenureExplanation *
tenure_agreement_explain (const TenureTerms *terms, guint index)
{
  static void (*const lines[]) (Explaining *) = { add_status,    add_start,   add_committed_end, add_maximum_end, add_term,
                                                  add_remaining, add_secured, add_annual,        add_burden };
  Explaining explaining;

  g_return_val_if_fail (terms != NULL && index < terms->n_agreements, NULL);

  explaining = begin (terms, index, terms->facts->agreements[index].title,
                      _ ("Term: months from start to committed end, both included. Remaining: from "
                         "the as-of day. Secured: remaining, or "
                         "the funder’s notice where it may end without cause. Decide by: committed "
                         "end − renewal notice − lead time. Burden: costs of bidding and of monitoring ÷ value, over the "
                         "agreed term."));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    lines[i](&explaining);
  if (!explaining.figures->open_ended)
    add_decision (&explaining);
  add_lead_days (&explaining);
  if (explaining.figures->chain_length > 1)
    add_chain (&explaining);
  add_neighbours (&explaining);
  add_missing (&explaining, G_MAXUINT64);
  return explaining.explanation;
}

/* --- One of them --------------------------------------------------------------------------------------------- */

#define MISSING_DATES (TENURE_MISSING_START | TENURE_MISSING_END | TENURE_MISSING_EXTENSION_LENGTH)
#define MISSING_MONEY (TENURE_MISSING_VALUE | TENURE_MISSING_VALUE_BASIS | TENURE_MISSING_CURRENCY)

/* The last line is the figure, those before it what it rests on. */
static const struct
{
  const char *code;
  const char *title;
  const char *formula;
  guint64 missing;
  void (*lines[8]) (Explaining *);
} parts[] = {
  { "term",
    N_ ("Committed term"),
    N_ ("Months from start to committed end, both included. Options count once they are taken up."),
    MISSING_DATES,
    { add_start, add_committed_end, add_maximum_end, add_term } },
  { "remaining",
    N_ ("Remaining"),
    N_ ("Months from the as-of day, or the start where that is later, to the committed end; none after it."),
    MISSING_DATES,
    { add_as_of, add_start, add_committed_end, add_remaining } },
  { "secured",
    N_ ("Secured"),
    N_ ("What remains, or the funder’s notice where the funder may end it without cause, whichever is shorter."),
    MISSING_DATES | TENURE_MISSING_FUNDER_NOTICE | TENURE_MISSING_WITHOUT_CAUSE,
    { add_as_of, add_committed_end, add_remaining, add_funder_notice, add_secured } },
  { "annual",
    N_ ("Yearly value"),
    N_ ("The yearly value as recorded, or total × 12 ÷ months of the agreed term; the whole total for 12 months or less."),
    MISSING_DATES | MISSING_MONEY,
    { add_start, add_committed_end, add_term, add_value, add_annual } },
  { "burden",
    N_ ("Burden"),
    N_ ("Costs of bidding and of monitoring ÷ value, over the agreed term."),
    MISSING_DATES | MISSING_MONEY,
    { add_term, add_value, add_burden } },
  { "decision",
    N_ ("Decide by"),
    N_ ("Committed end − renewal notice − lead time."),
    MISSING_DATES | TENURE_MISSING_RENEWAL_NOTICE | TENURE_MISSING_LEAD_TIME,
    { add_as_of, add_committed_end, add_notice_and_lead, add_lead_days, add_decision } },
  { "status",
    N_ ("Status"),
    N_ ("From the dates, never typed: planned before the start, ended after the committed end, ending in its last months."),
    MISSING_DATES,
    { add_as_of, add_start, add_committed_end, add_status } },
  { "chain",
    N_ ("Renewal chain"),
    N_ ("Terms that renew each other, counted from the first."),
    TENURE_MISSING_PREDECESSOR_START | TENURE_MISSING_PREDECESSOR_END | TENURE_MISSING_SUCCESSOR_START,
    { add_start, add_committed_end, add_neighbours, add_chain } },
};

const char *
tenure_agreement_part_code (guint i)
{
  return i < G_N_ELEMENTS (parts) ? parts[i].code : NULL;
}

/* What the last line says is what was asked for. */
static void
sum_up (TenureExplanation *explanation)
{
  const TenureExplanationLine *last =
      &g_array_index (explanation->lines, TenureExplanationLine, explanation->lines->len - 1);

  g_free (explanation->summary);
  explanation->summary = g_strdup (last->value);
}

TenureExplanation *
tenure_agreement_explain_part (const TenureTerms *terms, guint index, const char *code)
{
  g_return_val_if_fail (terms != NULL && index < terms->n_agreements && code != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *title = NULL;
      Explaining explaining;

      if (!g_str_equal (parts[i].code, code))
        continue;
      /* Translators: a record and one of its figures, "Crisis café: Committed term". */
      title = g_strdup_printf (_ ("%1$s: %2$s"), terms->facts->agreements[index].title, _ (parts[i].title));
      explaining = begin (terms, index, title, _ (parts[i].formula));
      for (guint line = 0; line < G_N_ELEMENTS (parts[i].lines) && parts[i].lines[line] != NULL; line++)
        parts[i].lines[line](&explaining);
      sum_up (explaining.explanation);
      add_missing (&explaining, parts[i].missing);
      return explaining.explanation;
    }
  return NULL;
}
