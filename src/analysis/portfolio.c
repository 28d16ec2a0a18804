/* Counts, yearly values, term bands and shares of a portfolio on a day. Horizon and expiries are in
 * portfolio-horizon.c, spend by year in portfolio-years.c, concentration in portfolio-concentration.c, what passes through a
 * lead in portfolio-leads.c. */

#include "analysis/portfolio.h"

#include "analysis/portfolio-private.h"
#include "analysis/term-spread.h"
#include "base/ratio.h"

#include <stdlib.h>

#define CLIFF_MONTHS 12

gboolean
tenure_portfolio_get_annual (const TenurePortfolio *portfolio, guint32 index, gint64 *out_minor)
{
  const TenureAgreementFigures *figures = &portfolio->terms->agreements[index];

  if (!figures->annual_known || portfolio->terms->facts->agreements[index].currency != portfolio->currency)
    return FALSE;
  *out_minor = figures->annual_minor;
  return TRUE;
}

gboolean
tenure_portfolio_in_other_currency (const TenurePortfolio *portfolio, guint32 index)
{
  gint64 annual;

  g_return_val_if_fail (portfolio != NULL && index < portfolio->terms->n_agreements, FALSE);

  return portfolio->terms->agreements[index].annual_known && !tenure_portfolio_get_annual (portfolio, index, &annual);
}

/* --- Who is in it --- */

static void
count_member (TenurePortfolio *portfolio, const TenureAgreementFigures *figures)
{
  portfolio->n_live += figures->live;
  portfolio->n_planned += figures->status == TENURE_STATUS_PLANNED;
  portfolio->n_running += figures->running == TENURE_FACT_YES;
  portfolio->n_maybe_running += figures->running == TENURE_FACT_UNKNOWN;
}

static void
collect_members (TenurePortfolio *portfolio, const TenureSelection *selection, TenureMembers *members)
{
  const TenureTerms *terms = portfolio->terms;
  guint n = selection != NULL ? selection->n_agreements : terms->n_agreements;

  members->terms = terms;
  members->indexes = g_new (guint32, n);
  members->current = g_new (guint32, n);
  portfolio->places = g_new0 (guint8, terms->n_agreements);
  for (guint i = 0; i < n; i++)
    {
      guint32 index = selection != NULL ? selection->agreements[i] : i;

      if (index >= terms->n_agreements)
        continue;
      portfolio->n_selected++;
      portfolio->n_scope_known += terms->agreements[index].scope != TENURE_SCOPE_UNKNOWN;
      portfolio->places[index] = TENURE_PLACE_SELECTED;
      if (!tenure_terms_in_scope (terms, index, portfolio->scope))
        continue;
      portfolio->places[index] = TENURE_PLACE_MEMBER;
      members->indexes[members->n++] = index;
      if (terms->agreements[index].running != TENURE_FACT_NO)
        members->current[members->n_current++] = index;
      count_member (portfolio, &terms->agreements[index]);
    }
  portfolio->n_agreements = members->n;
  portfolio->agreements = members->indexes;
}

/* --- Money by currency --- */

/* For the choice of the main currency running agreements count before live ones, and those before all. */
typedef struct
{
  TenureCurrency currency;
  guint running, live, all;
} CurrencyUse;

static gboolean
is_used_more (const CurrencyUse *a, const CurrencyUse *b)
{
  if (a->running != b->running)
    return a->running > b->running;
  if (a->live != b->live)
    return a->live > b->live;
  if (a->all != b->all)
    return a->all > b->all;
  return a->currency < b->currency;
}

static guint
find_or_add (GHashTable *places, GArray *array, TenureCurrency currency, gconstpointer empty)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, GUINT_TO_POINTER (currency)));

  if (place == 0)
    {
      g_array_append_vals (array, empty, 1);
      place = array->len;
      g_hash_table_insert (places, GUINT_TO_POINTER (currency), GUINT_TO_POINTER (place));
    }
  return place - 1;
}

static void
find_main_currency (TenurePortfolio *portfolio, const TenureMembers *members)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (CurrencyUse));
  const CurrencyUse *best = NULL;

  for (guint i = 0; i < members->n; i++)
    {
      const TenureAgreementFigures *figures = &members->terms->agreements[members->indexes[i]];
      CurrencyUse empty = { .currency = members->terms->facts->agreements[members->indexes[i]].currency };
      CurrencyUse *use;
      guint place;

      if (empty.currency == TENURE_CURRENCY_NONE || (!figures->annual_known && !figures->total_known))
        continue;
      place = find_or_add (places, uses, empty.currency, &empty);
      use = &g_array_index (uses, CurrencyUse, place);
      use->running += figures->running == TENURE_FACT_YES && figures->annual_known;
      use->live += figures->live;
      use->all++;
    }
  for (guint i = 0; i < uses->len; i++)
    {
      const CurrencyUse *use = &g_array_index (uses, CurrencyUse, i);

      if (best == NULL || is_used_more (use, best))
        best = use;
    }
  portfolio->currency = best != NULL ? best->currency : TENURE_CURRENCY_NONE;
}

static int
compare_sums (gconstpointer a, gconstpointer b, gpointer main_currency)
{
  const TenureCurrencySum *left = a, *right = b;
  TenureCurrency first = GPOINTER_TO_UINT (main_currency);

  if ((left->currency == first) != (right->currency == first))
    return left->currency == first ? -1 : 1;
  return (left->currency > right->currency) - (left->currency < right->currency);
}

static void
sum_annual (TenurePortfolio *portfolio, const TenureMembers *members)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < members->n_current; i++)
    {
      const TenureAgreementFigures *figures = &members->terms->agreements[members->current[i]];
      TenureCurrencySum empty = { .currency = members->terms->facts->agreements[members->current[i]].currency };
      TenureCurrencySum *sum;
      guint place;

      if (figures->running != TENURE_FACT_YES || !figures->annual_known)
        continue;
      place = find_or_add (places, portfolio->annual, empty.currency, &empty);
      sum = &g_array_index (portfolio->annual, TenureCurrencySum, place);
      sum->known++;
      if (tenure_portfolio_counted_in (portfolio, members->current[i]) >= 0)
        sum->passed_on++;
      else
        tenure_sum_add (&sum->sum, figures->annual_minor);
    }
  g_array_sort_with_data (portfolio->annual, compare_sums, GUINT_TO_POINTER (portfolio->currency));
}

/* --- Terms --- */

static void
add_to_band (const TenurePortfolio *portfolio, guint32 index, TenureBandFigures *band)
{
  gint64 annual;

  band->count++;
  if (!tenure_portfolio_get_annual (portfolio, index, &annual))
    return;
  band->annual_known++;
  if (tenure_portfolio_counted_in (portfolio, index) < 0)
    tenure_sum_add (&band->annual, annual);
}

static void
sum_bands (TenurePortfolio *portfolio, const TenureMembers *members)
{
  for (guint i = 0; i < members->n_current; i++)
    {
      const TenureAgreementFigures *figures = &members->terms->agreements[members->current[i]];
      gboolean runs = figures->running == TENURE_FACT_YES;
      gint8 purpose = members->terms->facts->agreements[members->current[i]].purpose;

      add_to_band (portfolio, members->current[i], &portfolio->bands[runs ? figures->band : TENURE_BAND_UNKNOWN]);
      if (runs)
        add_to_band (portfolio, members->current[i], &portfolio->purposes[purpose]);
    }
}

/* Money that came back has no term to weigh; it is left out of the mean and of its "known". What is passed on is weighed with
 * the lead's term. */
static void
compute_mean_term (TenurePortfolio *portfolio, const TenureMembers *members)
{
  double weighted = 0, weight = 0;
  guint known = 0;

  for (guint i = 0; i < members->n_current; i++)
    {
      const TenureAgreementFigures *figures = &members->terms->agreements[members->current[i]];

      if (!tenure_portfolio_in_mean (portfolio, members->current[i], NULL))
        continue;
      known++;
      if (tenure_portfolio_find_lead (portfolio, members->current[i], tenure_portfolio_in_mean, NULL) >= 0)
        continue;
      weighted += (double) figures->annual_minor * tenure_months_to_double (figures->term);
      weight += (double) figures->annual_minor;
    }
  portfolio->mean_term =
      weight > 0 ? tenure_figure_number (weighted / weight, TENURE_FIGURE_UNIT_MONTHS, known, portfolio->n_running)
                 : tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MONTHS, 0, portfolio->n_running);
}

static int
compare_parts (const void *a, const void *b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static void
compute_median_term (TenurePortfolio *portfolio, const TenureMembers *members)
{
  g_autofree gint64 *parts = g_new (gint64, members->n_current);
  guint n = 0;

  for (guint i = 0; i < members->n_current; i++)
    {
      const TenureAgreementFigures *figures = &members->terms->agreements[members->current[i]];

      if (figures->running == TENURE_FACT_YES && figures->term_known)
        parts[n++] = tenure_months_to_parts (figures->term);
    }
  portfolio->median_term = tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MONTHS, 0, portfolio->n_running);
  if (n == 0)
    return;
  qsort (parts, n, sizeof *parts, compare_parts);
  portfolio->median_term =
      tenure_figure_number (tenure_parts_quartile (parts, n, 2), TENURE_FIGURE_UNIT_MONTHS, n, portfolio->n_running);
}

/* --- Shares --- */

gboolean
tenure_terms_is_on_cliff (const TenureTerms *terms, guint index)
{
  const TenureAgreementFigures *figures;

  g_return_val_if_fail (terms != NULL && index < terms->n_agreements, FALSE);

  figures = &terms->agreements[index];
  return figures->running == TENURE_FACT_YES && !figures->covered && tenure_day_is_known (figures->committed_end)
         && figures->committed_end <= tenure_day_add_months (terms->as_of, CLIFF_MONTHS);
}

/* @part ÷ @all, where both fit and there is anything. */
static TenureFigure
share_of (TenureSum part, TenureSum all, guint known, guint of)
{
  if (part.overflows || all.overflows || all.minor <= 0)
    return tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_RATIO, known, of);
  return tenure_figure_number ((double) part.minor / (double) all.minor, TENURE_FIGURE_UNIT_RATIO, known, of);
}

static void
compute_cliff (TenurePortfolio *portfolio, const TenureMembers *members)
{
  TenureSum all = { 0 };
  guint known = 0;

  for (guint i = 0; i < members->n_current; i++)
    {
      const TenureAgreementFigures *figures = &members->terms->agreements[members->current[i]];
      gboolean falls = tenure_terms_is_on_cliff (members->terms, members->current[i]);
      gint64 annual;

      portfolio->cliff_count += falls;
      if (figures->running != TENURE_FACT_YES || !tenure_portfolio_get_annual (portfolio, members->current[i], &annual))
        continue;
      known++;
      if (tenure_portfolio_counted_in (portfolio, members->current[i]) >= 0)
        continue;
      tenure_sum_add (&all, annual);
      if (falls)
        tenure_sum_add (&portfolio->cliff, annual);
    }
  portfolio->cliff_share = share_of (portfolio->cliff, all, known, portfolio->n_running);
}

/* Over the whole selection, whatever the portfolio's own scope; each pound with the provider that has it last. Where no
 * other supplier is recorded a share of 100 % would say nothing but that nobody recorded them. */
static void
compute_vcs_share (TenurePortfolio *portfolio, const TenureSelection *selection)
{
  const TenureTerms *terms = portfolio->terms;
  guint n = selection != NULL ? selection->n_agreements : terms->n_agreements;
  g_autofree gint64 *kept = tenure_portfolio_share_out (portfolio, tenure_portfolio_in_share);
  TenureSum vcs = { 0 }, all = { 0 };
  guint known = 0, running = 0, others = 0;

  for (guint i = 0; i < n; i++)
    {
      guint32 index = selection != NULL ? selection->agreements[i] : i;

      if (index >= terms->n_agreements || terms->agreements[index].running != TENURE_FACT_YES)
        continue;
      running++;
      if (!tenure_portfolio_in_share (portfolio, index, NULL))
        continue;
      known++;
      others += terms->agreements[index].scope == TENURE_SCOPE_OTHER;
      tenure_sum_add (&all, kept[index]);
      if (terms->agreements[index].scope == TENURE_SCOPE_VCS)
        tenure_sum_add (&vcs, kept[index]);
    }
  portfolio->vcs_share = others > 0 ? share_of (vcs, all, known, running)
                                    : tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_RATIO, known, running);
}

TenurePortfolio *
tenure_portfolio_new (const TenureTerms *terms, TenureScope scope, const TenureSelection *selection)
{
  TenurePortfolio *portfolio;
  TenureMembers members = { 0 };

  g_return_val_if_fail (terms != NULL, NULL);

  portfolio = g_new0 (TenurePortfolio, 1);
  portfolio->terms = terms;
  portfolio->scope = scope;
  portfolio->annual = g_array_new (FALSE, FALSE, sizeof (TenureCurrencySum));
  collect_members (portfolio, selection, &members);
  find_main_currency (portfolio, &members);
  sum_annual (portfolio, &members);
  sum_bands (portfolio, &members);
  compute_cliff (portfolio, &members);
  compute_vcs_share (portfolio, selection);
  tenure_portfolio_compute_horizon (portfolio, &members);
  tenure_portfolio_compute_expiries (portfolio, &members);
  tenure_portfolio_compute_years (portfolio, &members);
  compute_mean_term (portfolio, &members);
  compute_median_term (portfolio, &members);
  tenure_portfolio_compute_concentration (portfolio, &members);
  g_free (members.current);
  return portfolio;
}

void
tenure_portfolio_free (TenurePortfolio *portfolio)
{
  if (portfolio == NULL)
    return;
  g_array_unref (portfolio->annual);
  g_free (portfolio->places);
  g_free (portfolio->agreements);
  g_free (portfolio->years);
  g_free (portfolio);
}

TenureFigure
tenure_portfolio_agreements (const TenurePortfolio *portfolio)
{
  return tenure_figure_count (portfolio->n_agreements, portfolio->n_scope_known, portfolio->n_selected);
}

TenureFigure
tenure_portfolio_active (const TenurePortfolio *portfolio)
{
  return tenure_figure_count (portfolio->n_running, portfolio->n_agreements - portfolio->n_maybe_running,
                              portfolio->n_agreements);
}

TenureFigure
tenure_portfolio_annual (const TenurePortfolio *portfolio, guint index)
{
  const TenureCurrencySum *sum;

  g_return_val_if_fail (index < portfolio->annual->len, tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MINOR, 0, 0));

  sum = &g_array_index (portfolio->annual, TenureCurrencySum, index);
  return tenure_figure_sum (sum->sum, sum->currency, sum->known, portfolio->n_running);
}

TenureFigure
tenure_portfolio_passed_on (const TenurePortfolio *portfolio)
{
  guint known = 0, passed_on = 0;

  g_return_val_if_fail (portfolio != NULL, tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_COUNT, 0, 0));

  for (guint i = 0; i < portfolio->annual->len; i++)
    {
      known += g_array_index (portfolio->annual, TenureCurrencySum, i).known;
      passed_on += g_array_index (portfolio->annual, TenureCurrencySum, i).passed_on;
    }
  return tenure_figure_count (passed_on, known, portfolio->n_running);
}
