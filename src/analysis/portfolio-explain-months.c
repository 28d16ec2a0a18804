/* What the months of the horizon, the ends of a month and the spend of a year are made of. */

#include "config.h"
#include "analysis/portfolio-explain-private.h"

#include "base/i18n.h"

static const TenureAgreementFigures *
figures_of (const TenureAsked *asked, guint32 index)
{
  return &asked->portfolio->terms->agreements[index];
}

char *
tenure_explain_dup_end_and_annual (const TenureAsked *asked, guint32 index)
{
  g_autofree char *end = tenure_day_dup_label (figures_of (asked, index)->committed_end);
  g_autofree char *annual = tenure_portfolio_dup_annual (asked->portfolio, index);

  if (!figures_of (asked, index)->annual_known)
    return g_strdup_printf (_ ("%s, yearly value not recorded"), end);
  /* Translators: a last day and a yearly value, "31 Mar 2027, £30,000 a year". */
  return g_strdup_printf (_ ("%1$s, %2$s a year"), end, annual);
}

/* @value, and where its money is counted instead; @lead -1: nowhere else. */
char *
tenure_explain_dup_with_lead (const TenureAsked *asked, const char *value, gint32 lead)
{
  if (lead < 0)
    return g_strdup (value);
  /* Translators: what something is worth, and the title of the agreement through which its money passes. */
  return g_strdup_printf (_ ("%1$s, counted in “%2$s”"), value, asked->portfolio->terms->facts->agreements[lead].title);
}

/* --- Which agreements: months and years --- */

/* What an agreement has on a day of the horizon, leads apart. */
typedef enum
{
  LAYER_NONE,
  LAYER_SECURED,
  LAYER_COMMITTED,
  LAYER_EXTENDED,
  LAYER_UNDECIDED,
} Layer;

/* Live, with a yearly value in the main currency, and known from when to when. */
static gboolean
is_placed (const TenurePortfolio *portfolio, guint32 index)
{
  const TenureAgreementFigures *figures = &portfolio->terms->agreements[index];
  gint64 annual;

  return portfolio->places[index] == TENURE_PLACE_MEMBER && figures->live
         && (figures->term_known || (figures->open_ended && tenure_day_is_known (figures->start)))
         && tenure_portfolio_get_annual (portfolio, index, &annual);
}

static Layer
find_layer (const TenurePortfolio *portfolio, guint32 index, TenureDay day)
{
  TenureDay secured, committed, extended;

  if (!is_placed (portfolio, index) || portfolio->terms->agreements[index].start > day)
    return LAYER_NONE;
  tenure_terms_find_reach (portfolio->terms, index, &secured, &committed, &extended);
  if (day <= extended)
    return day <= secured ? LAYER_SECURED : day <= committed ? LAYER_COMMITTED : LAYER_EXTENDED;
  return tenure_terms_is_undecided (portfolio->terms, index) ? LAYER_UNDECIDED : LAYER_NONE;
}

static gboolean
is_paid_on (const TenurePortfolio *portfolio, guint32 index, gconstpointer day)
{
  Layer layer = find_layer (portfolio, index, *(const TenureDay *) day);

  return layer != LAYER_NONE && layer != LAYER_UNDECIDED;
}

static gboolean
has_layer_on (const TenurePortfolio *portfolio, guint32 index, gconstpointer day)
{
  return find_layer (portfolio, index, *(const TenureDay *) day) != LAYER_NONE;
}

/* What is undecided of a lead has what is undecided below it, and leaves alone what runs there. */
gint32
tenure_explain_lead_of_horizon (const TenureAsked *asked, guint32 index)
{
  const TenureDay *day = &asked->portfolio->horizon[asked->part].day;
  Layer layer = find_layer (asked->portfolio, index, *day);

  return tenure_portfolio_find_lead (asked->portfolio, index, layer == LAYER_UNDECIDED ? has_layer_on : is_paid_on, day);
}

TenureExplainPart
tenure_explain_part_horizon (const TenureAsked *asked, guint32 index)
{
  if (!figures_of (asked, index)->live)
    return TENURE_PART_ABSENT;
  if (!is_placed (asked->portfolio, index))
    return TENURE_PART_LACKS;
  return find_layer (asked->portfolio, index, asked->portfolio->horizon[asked->part].day) != LAYER_NONE ? TENURE_PART_ENTERS
                                                                                                        : TENURE_PART_ABSENT;
}

TenureExplainPart
tenure_explain_part_told (const TenureAsked *asked, guint32 index)
{
  if (!figures_of (asked, index)->live)
    return TENURE_PART_ABSENT;
  return is_placed (asked->portfolio, index) && figures_of (asked, index)->secured_state != TENURE_SECURED_CANNOT_TELL
             ? TENURE_PART_ENTERS
             : TENURE_PART_LACKS;
}

TenureExplainPart
tenure_explain_part_expiries (const TenureAsked *asked, guint32 index)
{
  const TenureAgreementFigures *figures = figures_of (asked, index);
  TenureDay month = asked->portfolio->expiries[asked->part].month;

  if (!figures->live || figures->open_ended)
    return TENURE_PART_ABSENT;
  if (!tenure_day_is_known (figures->committed_end))
    return TENURE_PART_LACKS;
  if (figures->committed_end < MAX (month, asked->portfolio->terms->as_of)
      || figures->committed_end >= tenure_day_add_months (month, 1))
    return TENURE_PART_ABSENT;
  return figures->covered ? TENURE_PART_BESIDE : TENURE_PART_ENTERS;
}

TenureExplainPart
tenure_explain_part_spend (const TenureAsked *asked, guint32 index)
{
  gint64 minor;

  if (!tenure_portfolio_spend_in (asked->portfolio, index, asked->portfolio->years[asked->part].from, &minor))
    return TENURE_PART_LACKS;
  return minor != 0 ? TENURE_PART_ENTERS : TENURE_PART_ABSENT;
}

/* --- In words --- */

char *
tenure_explain_dup_layer (const TenureAsked *asked, guint32 index)
{
  g_autofree char *annual = tenure_portfolio_dup_annual (asked->portfolio, index);

  switch (find_layer (asked->portfolio, index, asked->portfolio->horizon[asked->part].day))
    {
    case LAYER_SECURED:
      return g_strdup_printf (_ ("%s a year, secured"), annual);
    case LAYER_COMMITTED:
      return g_strdup_printf (_ ("%s a year, committed; notice could end it by then"), annual);
    case LAYER_EXTENDED:
      return g_strdup_printf (asked->portfolio->terms->agreements[index].open_ended
                                  ? _ ("%s a year, only if it runs on: it is open-ended")
                                  : _ ("%s a year, only if extended"),
                              annual);
    case LAYER_UNDECIDED:
    case LAYER_NONE:
    default:
      return g_strdup_printf (_ ("%s a year, undecided"), annual);
    }
}

char *
tenure_explain_dup_secured (const TenureAsked *asked, guint32 index)
{
  TenureDay secured, committed, extended;
  g_autofree char *label = NULL;

  tenure_terms_find_reach (asked->portfolio->terms, index, &secured, &committed, &extended);
  label = tenure_day_dup_label (secured);
  return g_strdup_printf (_ ("secured until %s"), label);
}

/* What a signed next term follows is named beside. */
char *
tenure_explain_dup_expiry (const TenureAsked *asked, guint32 index)
{
  g_autofree char *value = tenure_explain_dup_end_and_annual (asked, index);

  if (figures_of (asked, index)->covered)
    /* Translators: a last day and a yearly value */
    return g_strdup_printf (_ ("%s; a signed next term follows"), value);
  return tenure_explain_dup_with_lead (asked, value,
                                       tenure_portfolio_find_ending_lead (asked->portfolio, index, asked->part));
}

char *
tenure_explain_dup_spend (const TenureAsked *asked, guint32 index)
{
  TenureMoney money = { .currency = asked->portfolio->currency };
  g_autofree char *spend = NULL, *total = NULL;

  tenure_portfolio_spend_in (asked->portfolio, index, asked->portfolio->years[asked->part].from, &money.minor);
  spend = tenure_money_dup_label (money, FALSE);
  money.minor = figures_of (asked, index)->total_minor;
  total = tenure_money_dup_label (money, FALSE);
  /* Translators: what of a total falls into a year, and the total */
  return g_strdup_printf (_ ("%1$s of %2$s in all"), spend, total);
}

/* --- The figures themselves --- */

TenureFigure
tenure_explain_value_horizon (const TenureAsked *asked)
{
  const TenurePortfolio *portfolio = asked->portfolio;

  return tenure_figure_sum (portfolio->horizon[asked->part].secured, portfolio->currency, portfolio->horizon_known,
                            portfolio->horizon_of);
}

TenureFigure
tenure_explain_value_told (const TenureAsked *asked)
{
  const TenurePortfolio *portfolio = asked->portfolio;

  return tenure_figure_count (portfolio->secured_told, portfolio->horizon_known, portfolio->horizon_of);
}

TenureFigure
tenure_explain_value_expiries (const TenureAsked *asked)
{
  const TenurePortfolio *portfolio = asked->portfolio;

  return tenure_figure_count (portfolio->expiries[asked->part].net_count, portfolio->expiries_known, portfolio->expiries_of);
}

TenureFigure
tenure_explain_value_spend (const TenureAsked *asked)
{
  const TenurePortfolio *portfolio = asked->portfolio;

  return tenure_figure_sum (portfolio->years[asked->part].spend, portfolio->currency, portfolio->spend_known,
                            portfolio->spend_of);
}
