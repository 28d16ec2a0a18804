#include "analysis/providers.h"

#include "base/ratio.h"

/* Squares of what is below, times 100, fit 128 bits: ten million million pounds. */
#define MAX_INCOME G_GINT64_CONSTANT (1000000000000000)

typedef struct
{
  TenureProviders *providers;
  const TenureFacts *facts;
  GArray *found; /* of TenureDependency, as they come */
} Gathering;

/* Of one funder, all of the agreement; of several, as their shares say. */
static gboolean
share_of (const TenureFactAgreement *agreement, const TenureFactFunder *funder, gint64 annual, gint64 *out_minor)
{
  if (funder->share_bp < 0)
    {
      *out_minor = annual;
      return agreement->n_funders == 1;
    }
  return tenure_ratio_scale (funder->share_bp, annual, TENURE_WHOLE_BP, out_minor);
}

static guint64
missing_of (const TenureFactAgreement *agreement, const TenureAgreementFigures *figures, TenureCurrency currency)
{
  guint64 missing = 0;

  if (!figures->annual_known)
    missing |= figures->missing
               & (TENURE_MISSING_VALUE | TENURE_MISSING_VALUE_BASIS | TENURE_MISSING_CURRENCY | TENURE_MISSING_START
                  | TENURE_MISSING_END);
  else if (agreement->currency != currency)
    missing |= TENURE_MISSING_ACCOUNTS_CURRENCY;
  if (agreement->n_funders == 0)
    missing |= TENURE_MISSING_FUNDER;
  return missing;
}

typedef struct
{
  const TenureTerms *terms;
  gint32 provider;
} Above;

/* Whether agreement @index tells what its funders pay the provider a year, in the currency of the provider's accounts. */
static gboolean
has_part (guint32 index, gconstpointer data)
{
  const Above *above = data;
  const TenureFactAgreement *agreement = &above->terms->facts->agreements[index];
  const TenureAgreementFigures *figures = &above->terms->agreements[index];

  return agreement->provider == above->provider && figures->running == TENURE_FACT_YES
         && missing_of (agreement, figures, above->terms->accounts[above->provider]->currency) == 0;
}

/* Whether what is paid passes through another agreement of the same provider, whose funders are counted. */
static gboolean
is_counted_above (const TenureTerms *terms, guint index)
{
  Above above = { terms, terms->facts->agreements[index].provider };

  return tenure_terms_find_lead (terms, index, has_part, &above) >= 0;
}

/* The parts whose share is recorded, whatever the others lack. */
static guint64
gather_funders (Gathering *gathering, const TenureFactAgreement *agreement, gint64 annual)
{
  guint64 missing = 0;

  for (guint i = 0; i < agreement->n_funders; i++)
    {
      const TenureFactFunder *funder = &gathering->facts->funders[agreement->first_funder + i];
      TenureDependency part = { .provider = agreement->provider, .funder = funder->organisation };

      if (!share_of (agreement, funder, annual, &part.annual_minor))
        missing = TENURE_MISSING_FUNDER_SHARE;
      else if (part.annual_minor > 0)
        g_array_append_val (gathering->found, part);
    }
  return missing;
}

static void
gather_agreement (Gathering *gathering, guint index)
{
  const TenureFactAgreement *agreement = &gathering->facts->agreements[index];
  const TenureAgreementFigures *figures = &gathering->providers->terms->agreements[index];
  TenureProviderIncome *income;
  TenureCurrency currency;
  guint64 missing;

  if (agreement->provider < 0 || figures->running != TENURE_FACT_YES)
    return;
  income = &gathering->providers->providers[agreement->provider];
  currency = gathering->providers->terms->accounts[agreement->provider]->currency;
  income->n_running++;
  if (is_counted_above (gathering->providers->terms, index))
    {
      income->n_known++;
      return;
    }
  missing = missing_of (agreement, figures, currency);
  if (missing == 0)
    missing = gather_funders (gathering, agreement, figures->annual_minor);
  income->n_known += missing == 0;
  income->missing |= missing;
}

static void
gather_other (Gathering *gathering, const TenureFactOtherIncome *other)
{
  TenureDependency part = {
    .provider = other->organisation, .funder = -1, .source = other->source, .annual_minor = other->minor
  };

  if (other->organisation < 0)
    return;
  if (other->currency != gathering->providers->terms->accounts[other->organisation]->currency)
    gathering->providers->providers[other->organisation].missing |= TENURE_MISSING_ACCOUNTS_CURRENCY;
  else if (other->minor > 0)
    g_array_append_val (gathering->found, part);
}

static int
compare_funders (const TenureDependency *a, const TenureDependency *b)
{
  if (a->provider != b->provider)
    return a->provider < b->provider ? -1 : 1;
  if (a->funder != b->funder)
    return a->funder < b->funder ? -1 : 1;
  return g_strcmp0 (a->source, b->source);
}

static int
compare_for_merging (gconstpointer a, gconstpointer b)
{
  return compare_funders (a, b);
}

static int
compare_largest_first (gconstpointer a, gconstpointer b)
{
  const TenureDependency *left = a, *right = b;

  if (left->provider != right->provider)
    return left->provider < right->provider ? -1 : 1;
  if (left->annual_minor != right->annual_minor)
    return left->annual_minor > right->annual_minor ? -1 : 1;
  return compare_funders (a, b);
}

/* Adds up what one funder pays one provider. A sum beyond 63 bits stays at its limit: no income is near it. */
static void
merge (GArray *found)
{
  guint kept = 0;

  g_array_sort (found, compare_for_merging);
  for (guint i = 0; i < found->len; i++)
    {
      TenureDependency *part = &g_array_index (found, TenureDependency, i);
      TenureDependency *last = kept > 0 ? &g_array_index (found, TenureDependency, kept - 1) : NULL;

      if (last == NULL || compare_funders (last, part) != 0)
        g_array_index (found, TenureDependency, kept++) = *part;
      else if (__builtin_add_overflow (last->annual_minor, part->annual_minor, &last->annual_minor))
        last->annual_minor = G_MAXINT64;
    }
  g_array_set_size (found, kept);
  g_array_sort (found, compare_largest_first);
}

static void
set_runs (TenureProviders *providers)
{
  for (guint i = 0; i < providers->n_dependencies; i++)
    {
      const TenureDependency *part = &providers->dependencies[i];
      TenureProviderIncome *income = &providers->providers[part->provider];

      if (income->n++ == 0)
        income->first = i;
      if (__builtin_add_overflow (income->known_minor, part->annual_minor, &income->known_minor))
        income->known_minor = G_MAXINT64;
    }
}

static void
set_missing_accounts (TenureProviders *providers)
{
  for (guint i = 0; i < providers->terms->facts->n_organisations; i++)
    {
      const TenureFactAccounts *accounts = providers->terms->accounts[i];

      if (!accounts->income_known || accounts->income_minor <= 0)
        providers->providers[i].missing |= TENURE_MISSING_INCOME;
      else if (accounts->currency == TENURE_CURRENCY_NONE)
        providers->providers[i].missing |= TENURE_MISSING_ACCOUNTS_CURRENCY;
    }
}

TenureProviders *
tenure_providers_new (const TenureTerms *terms)
{
  TenureProviders *providers;
  Gathering gathering;

  g_return_val_if_fail (terms != NULL, NULL);

  providers = g_new0 (TenureProviders, 1);
  providers->terms = terms;
  providers->providers = g_new0 (TenureProviderIncome, terms->facts->n_organisations);
  gathering = (Gathering){ providers, terms->facts, g_array_new (FALSE, FALSE, sizeof (TenureDependency)) };
  for (guint i = 0; i < terms->n_agreements; i++)
    gather_agreement (&gathering, i);
  for (guint i = 0; i < terms->facts->n_other_incomes; i++)
    gather_other (&gathering, &terms->facts->other_incomes[i]);
  merge (gathering.found);
  providers->n_dependencies = gathering.found->len;
  providers->dependencies = (TenureDependency *) g_array_free (gathering.found, FALSE);
  set_runs (providers);
  set_missing_accounts (providers);
  return providers;
}

void
tenure_providers_free (TenureProviders *providers)
{
  if (providers == NULL)
    return;
  g_free (providers->providers);
  g_free (providers->dependencies);
  g_free (providers);
}

/* 100 × whole² ÷ squares, rounded down; in 128 bits, since incomes squared pass 64. */
static gint64
effective_number (gint64 whole, unsigned __int128 squares)
{
  unsigned __int128 of = (unsigned __int128) whole * (unsigned __int128) whole * 100;

  return squares > 0 ? (gint64) MIN (of / squares, (unsigned __int128) G_MAXINT64) : G_MAXINT64;
}

TenureFunderCount
tenure_providers_count_funders (const TenureProviders *providers, guint organisation)
{
  const TenureProviderIncome *income;
  TenureFunderCount count = { FALSE };
  unsigned __int128 squares = 0, rest;
  gint64 whole;

  g_return_val_if_fail (providers != NULL && organisation < providers->terms->facts->n_organisations, count);

  income = &providers->providers[organisation];
  if (income->missing & (TENURE_MISSING_INCOME | TENURE_MISSING_ACCOUNTS_CURRENCY) || income->n == 0)
    return count;
  whole = MAX (providers->terms->accounts[organisation]->income_minor, income->known_minor);
  if (whole > MAX_INCOME)
    return count;
  for (guint i = 0; i < income->n; i++)
    {
      unsigned __int128 part = (unsigned __int128) providers->dependencies[income->first + i].annual_minor;

      squares += part * part;
    }
  rest = (unsigned __int128) (whole - income->known_minor);
  count.known = TRUE;
  count.high = effective_number (whole, squares);
  count.low = effective_number (whole, squares + rest * rest);
  return count;
}
