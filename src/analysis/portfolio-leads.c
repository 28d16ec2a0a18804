/* Money that passes through a lead, so that no sum counts it twice: portfolio.h says what is counted where. */

#include "analysis/portfolio-private.h"

typedef struct
{
  const TenurePortfolio *portfolio;
  TenureInSum in_sum;
  gconstpointer data;
} Sum;

static gboolean
has_part (guint32 index, gconstpointer data)
{
  const Sum *sum = data;

  return sum->in_sum (sum->portfolio, index, sum->data);
}

gint32
tenure_portfolio_find_lead (const TenurePortfolio *portfolio, guint32 index, TenureInSum in_sum, gconstpointer data)
{
  Sum sum = { portfolio, in_sum, data };

  return tenure_terms_find_lead (portfolio->terms, index, has_part, &sum);
}

/* --- Sums of what runs --- */

static gboolean
is_member (const TenurePortfolio *portfolio, guint32 index)
{
  return portfolio->places[index] == TENURE_PLACE_MEMBER;
}

/* @data is the agreement whose money it might hold. */
static gboolean
runs_as_well (const TenurePortfolio *portfolio, guint32 index, gconstpointer data)
{
  const TenureTerms *terms = portfolio->terms;
  guint32 below = *(const guint32 *) data;

  return is_member (portfolio, index) && terms->agreements[index].annual_known
         && terms->agreements[index].running == terms->agreements[below].running
         && terms->facts->agreements[index].currency == terms->facts->agreements[below].currency;
}

gint32
tenure_portfolio_counted_in (const TenurePortfolio *portfolio, guint32 index)
{
  g_return_val_if_fail (portfolio != NULL && index < portfolio->terms->n_agreements, -1);

  if (!is_member (portfolio, index) || !portfolio->terms->agreements[index].annual_known)
    return -1;
  return tenure_portfolio_find_lead (portfolio, index, runs_as_well, &index);
}

gboolean
tenure_portfolio_in_mean (const TenurePortfolio *portfolio, guint32 index, gconstpointer unused)
{
  const TenureAgreementFigures *figures = &portfolio->terms->agreements[index];
  gint64 annual;

  return is_member (portfolio, index) && figures->running == TENURE_FACT_YES && figures->term_known
         && tenure_portfolio_get_annual (portfolio, index, &annual) && annual >= 0;
}

gboolean
tenure_portfolio_in_pile_up (const TenurePortfolio *portfolio, guint32 index, gconstpointer unused)
{
  const TenureAgreementFigures *figures = &portfolio->terms->agreements[index];
  gint64 annual;

  return is_member (portfolio, index) && figures->live && !figures->covered && !figures->open_ended
         && tenure_day_is_known (figures->committed_end) && figures->committed_end == portfolio->pile_up_day
         && tenure_portfolio_get_annual (portfolio, index, &annual);
}

/* --- Whose the money is --- */

gboolean
tenure_portfolio_in_share (const TenurePortfolio *portfolio, guint32 index, gconstpointer unused)
{
  const TenureAgreementFigures *figures = &portfolio->terms->agreements[index];
  gint64 annual;

  return portfolio->places[index] != TENURE_PLACE_NONE && figures->running == TENURE_FACT_YES
         && figures->scope != TENURE_SCOPE_UNKNOWN && tenure_portfolio_get_annual (portfolio, index, &annual);
}

gboolean
tenure_portfolio_in_concentration (const TenurePortfolio *portfolio, guint32 index, gconstpointer unused)
{
  gint64 annual;

  return is_member (portfolio, index) && portfolio->terms->agreements[index].running == TENURE_FACT_YES
         && portfolio->terms->facts->agreements[index].provider >= 0
         && tenure_portfolio_get_annual (portfolio, index, &annual) && annual >= 0;
}

/* Money that came back (below 0) is passed on by nobody. */
static void
take_from_leads (const TenurePortfolio *portfolio, TenureInSum in_sum, TenureSum *passed_on)
{
  for (guint32 i = 0; i < portfolio->terms->n_agreements; i++)
    {
      gint64 annual = portfolio->terms->agreements[i].annual_minor;
      gint32 lead;

      if (portfolio->terms->agreements[i].lead < 0 || annual < 0 || !in_sum (portfolio, i, NULL))
        continue;
      lead = tenure_portfolio_find_lead (portfolio, i, in_sum, NULL);
      if (lead >= 0)
        tenure_sum_add (&passed_on[lead], annual);
    }
}

gint64 *
tenure_portfolio_share_out (const TenurePortfolio *portfolio, TenureInSum in_sum)
{
  guint n = portfolio->terms->n_agreements;
  g_autofree TenureSum *passed_on = g_new0 (TenureSum, n);
  gint64 *kept = g_new0 (gint64, n);

  take_from_leads (portfolio, in_sum, passed_on);
  for (guint32 i = 0; i < n; i++)
    {
      gint64 annual = portfolio->terms->agreements[i].annual_minor;

      if (!in_sum (portfolio, i, NULL))
        continue;
      if (annual <= 0)
        kept[i] = annual;
      else if (!passed_on[i].overflows)
        kept[i] = MAX (annual - passed_on[i].minor, 0);
    }
  return kept;
}
