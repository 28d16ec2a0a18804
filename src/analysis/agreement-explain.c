/* Why an agreement's figures are what they are, line by line. */

#include "config.h"
#include "analysis/analysis.h"

#include "analysis/burden.h"
#include "analysis/flags-private.h"

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
explain_term (Explaining *explaining)
{
  const TenureAgreementFigures *figures = explaining->figures;

  add_text (explaining, _ ("Status"), tenure_status_label ((TenureStatus) figures->status));
  add_day (explaining, _ ("Start"), figures->start, NULL);
  if (figures->open_ended)
    add_text (explaining, _ ("Committed end"), _ ("none: it is open-ended"));
  else
    add_day (explaining, _ ("Committed end"), figures->committed_end, end_remark (figures));
  if (figures->has_options)
    add_day (explaining, _ ("Maximum end"), figures->maximum_end, _ ("options do not count"));
  add_months (explaining, _ ("Committed term"), figures->term_known, figures->term);
  add_months (explaining, _ ("Remaining"), figures->remaining_known, figures->remaining);
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

static void
explain_money (Explaining *explaining)
{
  const TenureAgreementFigures *figures = explaining->figures;
  const char *remark = annual_remark ((TenureAnnualState) figures->annual_state);
  TenureMoney money = { .minor = figures->annual_minor, .currency = explaining->fact->currency };
  g_autofree char *amount = tenure_money_dup_label (money, FALSE);
  /* Translators: an amount and how it came about. */
  g_autofree char *text = g_strdup_printf (_ ("%1$s (%2$s)"), amount, remark);

  add_text (explaining, _ ("Yearly value"), figures->annual_known ? text : remark);
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
explain_burden (Explaining *explaining)
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

static void
explain_decision (Explaining *explaining)
{
  const TenureAgreementFigures *figures = explaining->figures;
  gboolean assumed = figures->notice_assumed || figures->lead_assumed;

  if (figures->open_ended)
    return;
  if (tenure_day_is_known (explaining->fact->terminated))
    {
      add_text (explaining, _ ("Decide by"), _ ("nothing is due: ending it early was the decision"));
      return;
    }
  add_day (explaining, _ ("Decide by"), figures->decision_day, assumed ? _ ("assumed from the usual terms") : NULL);
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
explain_succession (Explaining *explaining)
{
  const TenureAgreementFigures *figures = explaining->figures;

  if (figures->chain_length > 1)
    tenure_explanation_add (explaining->explanation, TENURE_RECORD_AGREEMENT,
                            explaining->terms->facts->agreements[figures->chain].id, _ ("Renewal chain"),
                            /* Translators: place in a chain of renewals, "term 2 of 3". */
                            _ ("term %1$d of %2$d"), figures->chain_position, figures->chain_length);
  if (figures->chain_position > 1)
    add_linked (explaining, _ ("Renews"), explaining->fact->predecessor);
  if (figures->successor >= 0)
    add_linked (explaining, _ ("Covered by"), figures->successor);
}

static void
explain_missing (Explaining *explaining)
{
  for (guint bit = 0; bit < TENURE_N_MISSING; bit++)
    if (explaining->figures->missing & (G_GUINT64_CONSTANT (1) << bit))
      {
        TenureRecordType type;
        const char *code;
        const char *field = tenure_missing_field (bit, &type, &code);

        tenure_explanation_add_missing (explaining->explanation, type, field, explaining->fact->id);
      }
}

TenureExplanation *
tenure_agreement_explain (const TenureTerms *terms, guint index)
{
  Explaining explaining = { .terms = terms, .index = index };

  g_return_val_if_fail (terms != NULL && index < terms->n_agreements, NULL);

  explaining.fact = &terms->facts->agreements[index];
  explaining.figures = &terms->agreements[index];
  explaining.explanation = tenure_explanation_new (
      explaining.fact->title,
      _ ("Term: months from start to committed end, both included. Remaining: from "
         "the as-of day. Secured: remaining, or "
         "the funder’s notice where it may end without cause. Decide by: committed "
         "end − renewal notice − lead time. Burden: costs of bidding and of monitoring ÷ value, over the "
         "agreed term."));
  explain_term (&explaining);
  explain_money (&explaining);
  explain_burden (&explaining);
  explain_decision (&explaining);
  explain_succession (&explaining);
  explain_missing (&explaining);
  return explaining.explanation;
}
