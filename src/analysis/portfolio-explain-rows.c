/* What each figure of the portfolio is made of, agreement by agreement. */

#include "config.h"
#include "analysis/portfolio-explain-private.h"

#include "analysis/flags-private.h"

#include "base/i18n.h"

static const TenureAgreementFigures *
figures_of (const TenureAsked *asked, guint32 index)
{
  return &asked->portfolio->terms->agreements[index];
}

static gboolean
has_annual (const TenureAsked *asked, guint32 index)
{
  gint64 annual;

  return tenure_portfolio_get_annual (asked->portfolio, index, &annual);
}

/* --- Which agreements --- */

static TenureExplainPart
part_all (const TenureAsked *asked, guint32 index)
{
  return TENURE_PART_ENTERS;
}

static TenureExplainPart
part_active (const TenureAsked *asked, guint32 index)
{
  gint8 running = figures_of (asked, index)->running;

  return running == TENURE_FACT_YES  ? TENURE_PART_ENTERS
         : running == TENURE_FACT_NO ? TENURE_PART_ABSENT
                                     : TENURE_PART_LACKS;
}

static gint32
lead_of_mean (const TenureAsked *asked, guint32 index)
{
  return tenure_portfolio_find_lead (asked->portfolio, index, tenure_portfolio_in_mean, NULL);
}

static TenureExplainPart
part_annual (const TenureAsked *asked, guint32 index)
{
  if (figures_of (asked, index)->running != TENURE_FACT_YES)
    return TENURE_PART_ABSENT;
  return has_annual (asked, index) ? TENURE_PART_ENTERS : TENURE_PART_LACKS;
}

static TenureExplainPart
part_median (const TenureAsked *asked, guint32 index)
{
  if (figures_of (asked, index)->running != TENURE_FACT_YES)
    return TENURE_PART_ABSENT;
  return figures_of (asked, index)->term_known ? TENURE_PART_ENTERS : TENURE_PART_LACKS;
}

static TenureExplainPart
part_mean (const TenureAsked *asked, guint32 index)
{
  TenureExplainPart median = part_median (asked, index);

  return median == TENURE_PART_ENTERS && !has_annual (asked, index) ? TENURE_PART_LACKS : median;
}

/* What has no value is missing from what falls or from what stands; either way the share lacks it. */
static TenureExplainPart
part_cliff (const TenureAsked *asked, guint32 index)
{
  TenureExplainPart annual = part_annual (asked, index);

  return annual == TENURE_PART_ENTERS && !tenure_terms_is_on_cliff (asked->portfolio->terms, index) ? TENURE_PART_ABSENT
                                                                                                    : annual;
}

static TenureExplainPart
part_pile_up (const TenureAsked *asked, guint32 index)
{
  const TenureAgreementFigures *figures = figures_of (asked, index);

  if (!figures->live || figures->open_ended)
    return TENURE_PART_ABSENT;
  if (!tenure_day_is_known (figures->committed_end))
    return TENURE_PART_LACKS;
  return figures->committed_end == asked->portfolio->pile_up_day && !figures->covered ? TENURE_PART_ENTERS
                                                                                      : TENURE_PART_ABSENT;
}

static TenureExplainPart
part_passed_on (const TenureAsked *asked, guint32 index)
{
  if (figures_of (asked, index)->running != TENURE_FACT_YES)
    return TENURE_PART_ABSENT;
  if (!figures_of (asked, index)->annual_known)
    return TENURE_PART_LACKS;
  return tenure_portfolio_counted_in (asked->portfolio, index) >= 0 ? TENURE_PART_ENTERS : TENURE_PART_ABSENT;
}

/* Of all suppliers; a provider that is not recorded as of the sector or not keeps its agreement out. */
static TenureExplainPart
part_vcs_share (const TenureAsked *asked, guint32 index)
{
  if (asked->portfolio->places[index] == TENURE_PLACE_NONE || figures_of (asked, index)->running != TENURE_FACT_YES)
    return TENURE_PART_ABSENT;
  if (tenure_portfolio_in_share (asked->portfolio, index, NULL))
    return TENURE_PART_ENTERS;
  return has_annual (asked, index) ? TENURE_PART_BESIDE : TENURE_PART_LACKS;
}

static TenureExplainPart
part_assumed (const TenureAsked *asked, guint32 index)
{
  const TenureAgreementFigures *figures = figures_of (asked, index);

  return figures->live && tenure_day_is_known (figures->decision_day) && (figures->notice_assumed || figures->lead_assumed)
             ? TENURE_PART_ENTERS
             : TENURE_PART_ABSENT;
}

static TenureExplainPart
part_band (const TenureAsked *asked, guint32 index)
{
  const TenureAgreementFigures *figures = figures_of (asked, index);
  guint band = figures->running == TENURE_FACT_YES ? figures->band : TENURE_BAND_UNKNOWN;

  if (figures->running == TENURE_FACT_NO)
    return TENURE_PART_ABSENT;
  if (band == asked->part)
    return TENURE_PART_ENTERS;
  return figures->running == TENURE_FACT_UNKNOWN ? TENURE_PART_LACKS : TENURE_PART_ABSENT;
}

static TenureExplainPart
part_purpose (const TenureAsked *asked, guint32 index)
{
  return figures_of (asked, index)->running == TENURE_FACT_YES
                 && (guint) asked->portfolio->terms->facts->agreements[index].purpose == asked->part
             ? TENURE_PART_ENTERS
             : TENURE_PART_ABSENT;
}

static gint32
lead_of_annual (const TenureAsked *asked, guint32 index)
{
  return tenure_portfolio_counted_in (asked->portfolio, index);
}

/* --- In words --- */

static char *
dup_annual (const TenureAsked *asked, guint32 index)
{
  return tenure_portfolio_dup_annual (asked->portfolio, index);
}

static char *
dup_status (const TenureAsked *asked, guint32 index)
{
  return g_strdup (tenure_status_label ((TenureStatus) figures_of (asked, index)->status));
}

static char *
dup_term (const TenureAsked *asked, guint32 index)
{
  return tenure_flag_dup_months (figures_of (asked, index)->term);
}

static char *
dup_term_and_annual (const TenureAsked *asked, guint32 index)
{
  g_autofree char *term = dup_term (asked, index);
  g_autofree char *annual = tenure_portfolio_dup_annual (asked->portfolio, index);

  /* Translators: a term and a yearly value, "36 months, £30,000 a year". */
  return g_strdup_printf (_ ("%1$s, %2$s a year"), term, annual);
}

/* It is one of so many that end; its money may be counted in another of them. */
static char *
dup_pile_up (const TenureAsked *asked, guint32 index)
{
  g_autofree char *value = tenure_explain_dup_end_and_annual (asked, index);
  gint32 lead = tenure_portfolio_find_lead (asked->portfolio, index, tenure_portfolio_in_pile_up, NULL);

  return tenure_explain_dup_with_lead (asked, value, has_annual (asked, index) ? lead : -1);
}

/* What runs without an end, or may run, has no term. */
static char *
dup_band (const TenureAsked *asked, guint32 index)
{
  return figures_of (asked, index)->term_known ? dup_term_and_annual (asked, index) : dup_annual (asked, index);
}

static char *
dup_counted_in (const TenureAsked *asked, guint32 index)
{
  g_autofree char *annual = dup_annual (asked, index);

  return tenure_explain_dup_with_lead (asked, annual, tenure_portfolio_counted_in (asked->portfolio, index));
}

static char *
dup_share (const TenureAsked *asked, guint32 index)
{
  TenureMoney money = { .minor = asked->kept[index], .currency = asked->portfolio->currency };
  g_autofree char *kept = tenure_money_dup_label (money, FALSE);

  switch (figures_of (asked, index)->scope)
    {
    case TENURE_SCOPE_VCS:
      /* Translators: what of its money an agreement does not pass on */
      return g_strdup_printf (_ ("%s a year kept, of the {sector}"), kept);
    case TENURE_SCOPE_OTHER:
      /* Translators: what of its money an agreement does not pass on */
      return g_strdup_printf (_ ("%s a year kept, another supplier"), kept);
    default:
      return g_strdup (_ ("whether the provider is of the {sector} is not recorded"));
    }
}

static char *
dup_decision (const TenureAsked *asked, guint32 index)
{
  g_autofree char *day = tenure_day_dup_label (figures_of (asked, index)->decision_day);

  /* Translators: a day */
  return g_strdup_printf (_ ("decide by %s, by usual terms"), day);
}

/* --- The figures themselves --- */

static TenureFigure
value_agreements (const TenureAsked *asked)
{
  return tenure_portfolio_agreements (asked->portfolio);
}

static TenureFigure
value_active (const TenureAsked *asked)
{
  return tenure_portfolio_active (asked->portfolio);
}

static TenureFigure
value_annual (const TenureAsked *asked)
{
  return asked->portfolio->annual->len > 0
             ? tenure_portfolio_annual (asked->portfolio, 0)
             : tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MINOR, 0, asked->portfolio->n_running);
}

static TenureFigure
value_mean (const TenureAsked *asked)
{
  return asked->portfolio->mean_term;
}

static TenureFigure
value_median (const TenureAsked *asked)
{
  return asked->portfolio->median_term;
}

static TenureFigure
value_cliff (const TenureAsked *asked)
{
  return asked->portfolio->cliff_share;
}

static TenureFigure
value_pile_up (const TenureAsked *asked)
{
  const TenurePortfolio *portfolio = asked->portfolio;

  return tenure_figure_count (portfolio->pile_up_count, portfolio->expiries_known, portfolio->expiries_of);
}

static TenureFigure
value_hhi (const TenureAsked *asked)
{
  return asked->portfolio->hhi;
}

static TenureFigure
value_passed_on (const TenureAsked *asked)
{
  return tenure_portfolio_passed_on (asked->portfolio);
}

static TenureFigure
value_vcs_share (const TenureAsked *asked)
{
  return asked->portfolio->vcs_share;
}

static TenureFigure
value_assumed (const TenureAsked *asked)
{
  const TenureTerms *terms = asked->portfolio->terms;

  return tenure_figure_count (terms->n_assumed, terms->n_agreements, terms->n_agreements);
}

static TenureFigure
value_band (const TenureAsked *asked)
{
  const TenurePortfolio *portfolio = asked->portfolio;

  return tenure_figure_count (portfolio->bands[asked->part].count, portfolio->n_running,
                              portfolio->n_running + portfolio->n_maybe_running);
}

static TenureFigure
value_purpose (const TenureAsked *asked)
{
  const TenurePortfolio *portfolio = asked->portfolio;

  return tenure_figure_count (portfolio->purposes[asked->part].count,
                              portfolio->n_running - portfolio->purposes[TENURE_PURPOSE_UNKNOWN].count,
                              portfolio->n_running);
}

#define DATES (TENURE_MISSING_START | TENURE_MISSING_END | TENURE_MISSING_EXTENSION_LENGTH)
#define MONEY (TENURE_MISSING_VALUE | TENURE_MISSING_VALUE_BASIS | TENURE_MISSING_CURRENCY)
#define NOTICE (TENURE_MISSING_FUNDER_NOTICE | TENURE_MISSING_WITHOUT_CAUSE)

const TenurePortfolioRow tenure_portfolio_rows[TENURE_N_PORTFOLIO_FIGURES] = {
  [TENURE_PORTFOLIO_FIGURE_AGREEMENTS] = { "agreements", N_ ("Agreements in scope"),
                                           N_ ("Agreements whose provider is recorded as of the {sector}."), part_all,
                                           dup_status, value_agreements, 0 },
  [TENURE_PORTFOLIO_FIGURE_ACTIVE] = { "active", N_ ("Running agreements"),
                                       N_ ("Agreements whose start is not after the as-of day and whose "
                                           "committed end is "
                                           "not before it."),
                                       part_active, dup_status, value_active, DATES },
  [TENURE_PORTFOLIO_FIGURE_ANNUAL_VALUE] = { "annual_value", N_ ("Yearly value"),
                                             N_ ("Sum over running agreements of the stated yearly value, "
                                                 "else total × 12 ÷ months of the agreed term, else, up "
                                                 "to 12 months, the total. Money that passes through the "
                                                 "agreement of a lead is counted there alone. Currencies are "
                                                 "never added together."),
                                             part_annual, dup_annual, value_annual, DATES | MONEY, lead_of_annual },
  [TENURE_PORTFOLIO_FIGURE_MEAN_TERM] = { "mean_term_months", N_ ("Mean term, by value"),
                                          N_ ("The committed terms of running agreements, each multiplied by its "
                                              "yearly value, added up and divided by all their yearly values."),
                                          part_mean, dup_term_and_annual, value_mean, DATES | MONEY, lead_of_mean },
  [TENURE_PORTFOLIO_FIGURE_MEDIAN_TERM] = { "median_term_months", N_ ("Median term"),
                                            N_ ("The middle one of the committed terms of running "
                                                "agreements, each "
                                                "counted once; of an even number the mean of the two in the "
                                                "middle."),
                                            part_median, dup_term, value_median, DATES },
  [TENURE_PORTFOLIO_FIGURE_CLIFF] = { "cliff_12_months", N_ ("Ends within 12 months, not renewed"),
                                      N_ ("Yearly value of running agreements whose committed end comes "
                                          "within 12 months and that no signed successor "
                                          "covers ÷ yearly value of all that run."),
                                      part_cliff, tenure_explain_dup_end_and_annual, value_cliff, DATES | MONEY,
                                      lead_of_annual },
  [TENURE_PORTFOLIO_FIGURE_PILE_UP] = { "largest_pile_up", N_ ("Largest single-day pile-up"),
                                        N_ ("The day from the as-of day on on which most agreements end that "
                                            "no signed successor covers."),
                                        part_pile_up, dup_pile_up, value_pile_up, DATES },
  [TENURE_PORTFOLIO_FIGURE_HHI] = { "spend_hhi", N_ ("Concentration of spend"),
                                    N_ ("Each provider’s share of the yearly value of running agreements in per "
                                        "cent, squared; the squares added up (the Herfindahl–Hirschman index). A lead "
                                        "counts for what it keeps of the money that passes through it. One provider "
                                        "alone gives 10,000, a hundred equal ones 100."),
                                    part_annual, NULL, value_hhi, DATES | MONEY },
  [TENURE_PORTFOLIO_FIGURE_PASSED_ON] = { "passed_on", N_ ("Passed on through a lead"),
                                          N_ ("Running agreements whose yearly value is part of that of an agreement above "
                                              "them, their lead’s, and is counted there alone."),
                                          part_passed_on, dup_counted_in, value_passed_on, DATES | MONEY },
  [TENURE_PORTFOLIO_FIGURE_VCS_SHARE] = { "vcs_share", N_ ("Share of the {sector}"),
                                          N_ ("Yearly value of running agreements with the {sector} ÷ that with all "
                                              "suppliers that are recorded. A lead counts for what it keeps of the money "
                                              "that passes through it."),
                                          part_vcs_share, dup_share, value_vcs_share, DATES | MONEY, .all = TRUE },
  [TENURE_PORTFOLIO_FIGURE_ASSUMED] = { "assumed_decision_days", N_ ("Decision days that rest on usual terms"),
                                        N_ ("Of all agreements that are not over, those of which the renewal notice or the "
                                            "lead time is not recorded and the usual one was taken."),
                                        part_assumed, dup_decision, value_assumed, 0, .all = TRUE },
  [TENURE_PORTFOLIO_FIGURE_TOLD] = { "horizon_secured_told", N_ ("Of which what is secured is recorded"),
                                     N_ ("Agreements on the horizon of which it is recorded whether, and with what notice, "
                                         "the funder may end them. The others count to their committed end."),
                                     tenure_explain_part_told, tenure_explain_dup_secured, tenure_explain_value_told,
                                     DATES | MONEY | NOTICE },
  [TENURE_PORTFOLIO_FIGURE_BANDS] = { "term_bands", N_ ("Committed term"),
                                      N_ ("Running agreements whose committed term lies in the band; unknown are those that "
                                          "may be running."),
                                      part_band, dup_band, value_band, DATES, lead_of_annual, TENURE_FIGURE_OF_BAND },
  [TENURE_PORTFOLIO_FIGURE_PURPOSES] = { "purpose_mix", N_ ("What the money is for"),
                                         N_ ("Running agreements by their purpose."), part_purpose, dup_annual,
                                         value_purpose, 0, lead_of_annual, TENURE_FIGURE_OF_PURPOSE },
  [TENURE_PORTFOLIO_FIGURE_HORIZON] = { "horizon", N_ ("Funding horizon"),
                                        N_ ("Yearly value on one day, the first of the month or the as-of day: secured up "
                                            "to the end that no notice given today can bring forward, then committed, then "
                                            "only if options are taken up; undecided is what has ended by then and of which "
                                            "nothing is decided, less what runs of it under agreements of its own. The sum "
                                            "is of what is secured."),
                                        tenure_explain_part_horizon, tenure_explain_dup_layer, tenure_explain_value_horizon,
                                        DATES | MONEY, tenure_explain_lead_of_horizon, TENURE_FIGURE_OF_MONTH },
  [TENURE_PORTFOLIO_FIGURE_EXPIRIES] = { "expiries", N_ ("Ends in the month"),
                                         N_ ("Agreements that are not over and whose committed end falls into the month, "
                                             "from the as-of day on; those that a signed next term follows are named "
                                             "beside."),
                                         tenure_explain_part_expiries, tenure_explain_dup_expiry,
                                         tenure_explain_value_expiries, DATES, NULL, TENURE_FIGURE_OF_MONTH },
  [TENURE_PORTFOLIO_FIGURE_SPEND] = { "spend_by_year", N_ ("Spend in the year"),
                                      N_ ("Each agreement’s total, spread evenly over the days of the term that was agreed; "
                                          "after a termination nothing is spent, and days on which a lead has the money "
                                          "count there."),
                                      tenure_explain_part_spend, tenure_explain_dup_spend, tenure_explain_value_spend,
                                      DATES | MONEY, NULL, TENURE_FIGURE_OF_YEAR },
};
