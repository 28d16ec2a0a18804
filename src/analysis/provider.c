#include "config.h"
#include "analysis/provider-private.h"

#include "analysis/portfolio-private.h"
#include "analysis/remaining.h"

#include "base/i18n.h"
#include <math.h>

#define MONTHS TENURE_HORIZON_MONTHS

int
tenure_ahead_months (guint ahead)
{
  static const int months[TENURE_N_AHEAD] = { 3, 6, 12 };

  g_return_val_if_fail (ahead < TENURE_N_AHEAD, 0);

  return months[ahead];
}

static const TenureAgreementFigures *
figures_of (const TenureProviderSet *set, guint i)
{
  return &set->terms->agreements[set->agreements[i]];
}

static const TenureFactAgreement *
fact_of (const TenureProviderSet *set, guint i)
{
  return &set->terms->facts->agreements[set->agreements[i]];
}

gboolean
tenure_provider_has_annual (const TenureProviderSet *set, guint i)
{
  return figures_of (set, i)->annual_known && fact_of (set, i)->currency == set->currency;
}

/* A currency and how many agreements are in it. */
typedef struct
{
  TenureCurrency currency;
  guint count;
} CurrencyCount;

/* The currency that most agreements are in; of equals, the one met first. A provider has one or two. */
static TenureCurrency
most_common_currency (const TenureProviderSet *set)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (CurrencyCount));
  CurrencyCount best = { TENURE_CURRENCY_NONE, 0 };

  for (guint i = 0; i < set->n; i++)
    {
      TenureCurrency currency = fact_of (set, i)->currency;
      CurrencyCount new = { currency, 1 };
      guint place = 0;

      while (place < counts->len && g_array_index (counts, CurrencyCount, place).currency != currency)
        place++;
      if (place < counts->len)
        g_array_index (counts, CurrencyCount, place).count++;
      else if (currency != TENURE_CURRENCY_NONE)
        g_array_append_val (counts, new);
    }
  for (guint place = 0; place < counts->len; place++)
    if (g_array_index (counts, CurrencyCount, place).count > best.count)
      best = g_array_index (counts, CurrencyCount, place);
  return best.currency;
}

TenureProviderSet
tenure_provider_set (const TenureProviders *providers, guint organisation, const guint32 *agreements, guint n)
{
  TenureCurrency accounts = providers->terms->accounts[organisation]->currency;
  TenureProviderSet set = { providers->terms, agreements, n, accounts };

  if (accounts == TENURE_CURRENCY_NONE)
    set.currency = most_common_currency (&set);
  return set;
}

static gboolean
pays_on (const TenureTerms *terms, guint32 index, TenureDay day, TenureReach reach)
{
  TenureDay start = terms->agreements[index].start;
  TenureDay last[TENURE_N_REACHES];

  if (!tenure_day_is_known (start) || start > day)
    return FALSE;
  tenure_terms_find_reach (terms, index, &last[TENURE_REACH_SECURED], &last[TENURE_REACH_COMMITTED],
                           &last[TENURE_REACH_EXTENDED]);
  return day <= last[reach];
}

gboolean
tenure_provider_pays_on (const TenureProviderSet *set, guint i, TenureDay day, TenureReach reach)
{
  return pays_on (set->terms, set->agreements[i], day, reach);
}

static gboolean
is_dated (const TenureAgreementFigures *figures)
{
  return figures->term_known || (figures->open_ended && tenure_day_is_known (figures->start));
}

gboolean
tenure_provider_is_placed (const TenureProviderSet *set, guint i)
{
  return tenure_provider_has_annual (set, i) && is_dated (figures_of (set, i));
}

/* --- Money that passes through a lead of the same provider --- */

typedef struct
{
  const TenureProviderSet *set;
  gint32 provider;
  TenureDay day; /* NONE: what runs now */
} Sum;

static gboolean
has_part (guint32 index, gconstpointer data)
{
  const Sum *sum = data;
  const TenureAgreementFigures *figures = &sum->set->terms->agreements[index];
  const TenureFactAgreement *fact = &sum->set->terms->facts->agreements[index];

  if (fact->provider != sum->provider || !figures->annual_known || fact->currency != sum->set->currency)
    return FALSE;
  if (!tenure_day_is_known (sum->day))
    return figures->running == TENURE_FACT_YES;
  return figures->live && is_dated (figures) && pays_on (sum->set->terms, index, sum->day, TENURE_REACH_EXTENDED);
}

gint32
tenure_provider_counted_in_on (const TenureProviderSet *set, guint i, TenureDay day)
{
  Sum sum = { set, fact_of (set, i)->provider, day };

  return tenure_provider_has_annual (set, i) ? tenure_terms_find_lead (set->terms, set->agreements[i], has_part, &sum) : -1;
}

gint32
tenure_provider_counted_in (const TenureProviderSet *set, guint i)
{
  return tenure_provider_counted_in_on (set, i, TENURE_DAY_NONE);
}

static gboolean
has_posts (guint32 index, gconstpointer data)
{
  const Sum *sum = data;
  const TenureFactAgreement *fact = &sum->set->terms->facts->agreements[index];

  return fact->provider == sum->provider && fact->posts >= 0
         && sum->set->terms->agreements[index].running == TENURE_FACT_YES;
}

gint32
tenure_provider_posts_counted_in (const TenureProviderSet *set, guint i)
{
  Sum sum = { set, fact_of (set, i)->provider, TENURE_DAY_NONE };

  return fact_of (set, i)->posts >= 0 ? tenure_terms_find_lead (set->terms, set->agreements[i], has_posts, &sum) : -1;
}

/* --- Horizon --- */

static gboolean
is_provided (guint32 index, gconstpointer data)
{
  const TenureProviderSet *set = data;

  return set->n > 0 && set->terms->facts->agreements[index].provider == fact_of (set, 0)->provider;
}

static gboolean
is_provided_for_money (guint32 index, gconstpointer data)
{
  const TenureProviderSet *set = data;

  return is_provided (index, data) && set->terms->agreements[index].annual_known
         && set->terms->facts->agreements[index].currency == set->currency;
}

TenureHorizonSet
tenure_provider_horizon_set (const TenureProviderSet *set)
{
  return (TenureHorizonSet){ set->terms, is_provided, is_provided_for_money, set };
}

void
tenure_provider_horizon (const TenureProviders *providers,
                         guint organisation,
                         const guint32 *agreements,
                         guint n,
                         TenureHorizon *out_horizon,
                         TenureCurrency *out_currency)
{
  TenureProviderSet set;
  TenureHorizonSet horizon_set;

  g_return_if_fail (providers != NULL && organisation < providers->terms->facts->n_organisations);

  set = tenure_provider_set (providers, organisation, agreements, n);
  horizon_set = tenure_provider_horizon_set (&set);
  tenure_horizon_compute (&horizon_set, agreements, n, out_horizon);
  if (out_currency != NULL)
    *out_currency = set.currency;
}

/* --- Sums --- */

TenureFigure
tenure_provider_sum_on (const TenureProviderSet *set, TenureDay day, TenureReach reach)
{
  TenureSum sum = { 0 };
  guint known = 0, of = 0;

  for (guint i = 0; i < set->n; i++)
    {
      if (!figures_of (set, i)->live)
        continue;
      of++;
      if (!tenure_provider_is_placed (set, i))
        continue;
      known++;
      if (tenure_provider_pays_on (set, i, day, reach) && tenure_provider_counted_in_on (set, i, day) < 0)
        tenure_sum_add (&sum, figures_of (set, i)->annual_minor);
    }
  return of > 0 && known == 0 ? tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MINOR, 0, of)
                              : tenure_figure_sum (sum, set->currency, known, of);
}

/* Σ of the yearly values of what runs on T, of all or only of what is on the cliff. */
static gboolean
sum_running (const TenureProviderSet *set, gboolean on_cliff, gint64 *out_sum, guint *out_known, guint *out_of)
{
  *out_sum = 0;
  *out_known = *out_of = 0;
  for (guint i = 0; i < set->n; i++)
    {
      if (figures_of (set, i)->running != TENURE_FACT_YES)
        continue;
      (*out_of)++;
      if (!tenure_provider_has_annual (set, i))
        continue;
      (*out_known)++;
      if ((!on_cliff || tenure_terms_is_on_cliff (set->terms, set->agreements[i])) && tenure_provider_counted_in (set, i) < 0
          && !tenure_money_add (out_sum, figures_of (set, i)->annual_minor))
        return FALSE;
    }
  return TRUE;
}

static void
set_annual (TenureProviderFigures *provider, const TenureProviderSet *set)
{
  gint64 all, ending;
  guint known, of;

  provider->annual = tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MINOR, 0, provider->n_running);
  provider->cliff = tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_RATIO, 0, provider->n_running);
  if (!sum_running (set, FALSE, &all, &known, &of) || (of > 0 && known == 0))
    return;
  provider->annual = tenure_figure_minor (all, set->currency, known, of);
  if (all > 0 && sum_running (set, TRUE, &ending, &known, &of))
    provider->cliff = tenure_figure_number ((double) ending / (double) all, TENURE_FIGURE_UNIT_RATIO, known, of);
}

/* Posts of running agreements that end, uncovered, by @day; NONE for all. Counted once, in the lead, as their money is. */
static TenureFigure
sum_posts (const TenureProviderSet *set, TenureDay day)
{
  gint64 hundredths = 0;
  guint known = 0, of = 0;

  for (guint i = 0; i < set->n; i++)
    {
      const TenureAgreementFigures *figures = figures_of (set, i);
      gboolean ends =
          !tenure_day_is_known (day)
          || (!figures->covered && tenure_day_is_known (figures->committed_end) && figures->committed_end <= day);

      if (figures->running != TENURE_FACT_YES)
        continue;
      of++;
      if (fact_of (set, i)->posts < 0)
        continue;
      known++;
      if (ends && tenure_provider_posts_counted_in (set, i) < 0)
        hundredths += fact_of (set, i)->posts;
    }
  if (known == 0)
    return tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_COUNT, 0, of);
  return tenure_figure_number ((double) hundredths / 100, TENURE_FIGURE_UNIT_COUNT, known, of);
}

static void
set_ahead (TenureProviderFigures *provider, const TenureProviderSet *set)
{
  provider->posts = sum_posts (set, TENURE_DAY_NONE);
  for (guint i = 0; i < TENURE_N_AHEAD; i++)
    {
      TenureDay day = tenure_day_add_months (set->terms->as_of, tenure_ahead_months (i));

      provider->secured[i] = tenure_provider_sum_on (set, day, TENURE_REACH_SECURED);
      provider->committed[i] = tenure_provider_sum_on (set, day, TENURE_REACH_COMMITTED);
      provider->extended[i] = tenure_provider_sum_on (set, day, TENURE_REACH_EXTENDED);
      provider->posts_ending[i] = sum_posts (set, day);
    }
}

TenureFigure
tenure_providers_dependency (const TenureProviders *providers, guint organisation)
{
  gint64 whole = providers->terms->accounts[organisation]->income_minor;
  const TenureProviderIncome *income = &providers->providers[organisation];

  if (income->n == 0 || (income->missing & (TENURE_MISSING_INCOME | TENURE_MISSING_ACCOUNTS_CURRENCY)) != 0)
    return tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_RATIO, income->n_known, income->n_running);
  return tenure_figure_number ((double) providers->dependencies[income->first].annual_minor / (double) whole,
                               TENURE_FIGURE_UNIT_RATIO, income->n_known, income->n_running);
}

double
tenure_providers_dependency_most (const TenureProviders *providers, guint organisation, const TenureFigure *dependency)
{
  gint64 whole = providers->terms->accounts[organisation]->income_minor;
  gint64 unknown = whole - providers->providers[organisation].known_minor;

  if (dependency->kind != TENURE_FIGURE_DOUBLE || unknown <= 0)
    return dependency->number;
  return dependency->number + (double) unknown / (double) whole;
}

char *
tenure_dependency_dup_label (const TenureFigure *dependency, double most)
{
  if (dependency->kind != TENURE_FIGURE_DOUBLE)
    return tenure_figure_dup_label (dependency);
  if (most <= dependency->number || round (100 * most) == round (100 * dependency->number))
    return g_strdup_printf (_ ("%.0f %%"), 100 * dependency->number);
  /* Translators: the least and the most that a share can be, in per cent: "54–70 %". */
  return g_strdup_printf (_ ("%1$.0f–%2$.0f %%"), floor (100 * dependency->number), ceil (100 * most));
}

static gboolean
spends (const TenureFactAccounts *accounts)
{
  return accounts->expenditure_known && accounts->expenditure_minor > 0;
}

TenureFigure
tenure_accounts_reserve_months (const TenureFactAccounts *accounts)
{
  if (!spends (accounts) || !accounts->free_reserves_known)
    return tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MONTHS, 0, 1);
  return tenure_figure_number (12.0 * (double) accounts->free_reserves_minor / (double) accounts->expenditure_minor,
                               TENURE_FIGURE_UNIT_MONTHS, 1, 1);
}

/* Twelfths of months' money, so that nothing is rounded on the way. */
static void
find_shortfall (TenureProviderFigures *provider, const TenureProviderSet *set, const TenureFactAccounts *accounts)
{
  TenureDay month = tenure_day_month_start (set->terms->as_of);
  __int128 twelfths = (__int128) accounts->free_reserves_minor * 12;

  provider->shortfall_known = TRUE;
  for (int i = 0; i < MONTHS; i++)
    {
      TenureDay first = tenure_day_add_months (month, i);
      TenureFigure secured = tenure_provider_sum_on (set, MAX (first, set->terms->as_of), TENURE_REACH_SECURED);

      if (secured.kind != TENURE_FIGURE_INTEGER)
        {
          provider->shortfall_known = FALSE;
          return;
        }
      twelfths += (__int128) secured.integer + provider->other_income_minor - accounts->expenditure_minor;
      if (twelfths < 0)
        {
          provider->shortfall_month = first;
          return;
        }
    }
}

static void
set_shortfall (TenureProviderFigures *provider, const TenureProviders *providers, const TenureProviderSet *set)
{
  const TenureFactAccounts *accounts = providers->terms->accounts[provider->organisation];
  TenureFigure ahead = tenure_provider_sum_on (set, set->terms->as_of, TENURE_REACH_EXTENDED);
  /* What is planned pays in later months: without its value they are not known. */
  gboolean whole = provider->annual.kind == TENURE_FIGURE_INTEGER && provider->annual.known == provider->annual.of
                   && ahead.known == ahead.of;

  provider->missing |= providers->providers[provider->organisation].missing;
  if (!accounts->free_reserves_known)
    provider->missing |= TENURE_MISSING_FREE_RESERVES;
  if (!spends (accounts))
    provider->missing |= TENURE_MISSING_EXPENDITURE;
  if (provider->reserve_months.kind == TENURE_FIGURE_CANNOT_TELL || !whole || !accounts->income_known
      || accounts->currency != set->currency)
    return;
  provider->other_income_minor = MAX (accounts->income_minor - provider->annual.integer, 0);
  find_shortfall (provider, set, accounts);
}

TenureProviderFigures
tenure_provider_figures (const TenureProviders *providers, guint organisation, const guint32 *agreements, guint n)
{
  TenureProviderFigures provider = { .organisation = organisation, .shortfall_month = TENURE_DAY_NONE };
  TenureProviderSet set;

  g_return_val_if_fail (providers != NULL && organisation < providers->terms->facts->n_organisations, provider);

  set = tenure_provider_set (providers, organisation, agreements, n);
  provider.currency = set.currency;
  provider.size = tenure_accounts_size (providers->terms->accounts[organisation]);
  provider.n_agreements = n;
  for (guint i = 0; i < n; i++)
    {
      provider.n_running += figures_of (&set, i)->running == TENURE_FACT_YES;
      provider.n_planned += figures_of (&set, i)->status == TENURE_STATUS_PLANNED;
    }
  set_annual (&provider, &set);
  set_ahead (&provider, &set);
  provider.remaining = tenure_remaining_mean (set.terms, agreements, n);
  provider.funders = tenure_providers_count_funders (providers, organisation);
  provider.dependency = tenure_providers_dependency (providers, organisation);
  provider.reserve_months = tenure_accounts_reserve_months (providers->terms->accounts[organisation]);
  set_shortfall (&provider, providers, &set);
  return provider;
}

TenureProviderIndex *
tenure_provider_index_new (const TenureFacts *facts)
{
  TenureProviderIndex *index = g_new (TenureProviderIndex, 1);
  g_autofree guint32 *next = g_new0 (guint32, facts->n_organisations + 1);

  index->first = g_new0 (guint32, facts->n_organisations + 1);
  index->agreements = g_new (guint32, MAX (facts->n_agreements, 1));
  for (guint i = 0; i < facts->n_agreements; i++)
    if (facts->agreements[i].provider >= 0)
      index->first[facts->agreements[i].provider + 1]++;
  for (guint i = 0; i < facts->n_organisations; i++)
    next[i + 1] = index->first[i + 1] += index->first[i];
  for (guint i = 0; i < facts->n_agreements; i++)
    if (facts->agreements[i].provider >= 0)
      index->agreements[next[facts->agreements[i].provider]++] = i;
  return index;
}

void
tenure_provider_index_free (TenureProviderIndex *index)
{
  if (index == NULL)
    return;
  g_free (index->first);
  g_free (index->agreements);
  g_free (index);
}
