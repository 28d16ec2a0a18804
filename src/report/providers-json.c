#include "report/providers-json.h"

#include "analysis/provider.h"
#include "report/json-private.h"
#include "report/results-json.h"

/* {"m3": …, "m6": …, "m12": …} */
static void
add_ahead (GString *json, const char *key, const TenureFigure *figures)
{
  tenure_json_add_open (json, key, '{');
  for (guint i = 0; i < TENURE_N_AHEAD; i++)
    {
      g_autofree char *name = g_strdup_printf ("m%d", tenure_ahead_months (i));

      tenure_json_add_figure (json, name, figures[i]);
    }
  g_string_append_c (json, '}');
}

/* Effective funders, of what is known of the income: between these two. */
static void
add_effective_funders (GString *json, const TenureProviderFigures *figures)
{
  const TenureFunderCount *funders = &figures->funders;
  guint known = figures->dependency.known, of = figures->dependency.of;
  TenureFigure unknown = tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_COUNT, known, of);

  tenure_json_add_figure (json, "effective_funders_at_least",
                          funders->known ? tenure_figure_number (funders->low / 100.0, TENURE_FIGURE_UNIT_COUNT, known, of)
                                         : unknown);
  tenure_json_add_figure (json, "effective_funders_at_most",
                          funders->known ? tenure_figure_number (funders->high / 100.0, TENURE_FIGURE_UNIT_COUNT, known, of)
                                         : unknown);
}

/* With all of the income of which nothing is recorded. */
static TenureFigure
dependency_at_most (const TenureProviders *providers, const TenureProviderFigures *figures)
{
  TenureFigure most = figures->dependency;

  if (most.kind == TENURE_FIGURE_DOUBLE)
    most.number = tenure_providers_dependency_most (providers, figures->organisation, &figures->dependency);
  return most;
}

/* Every funder with its yearly money; the first is the one that the dependency is on. */
static void
add_funders (GString *json, const TenureProviders *providers, guint organisation)
{
  const TenureFacts *facts = providers->terms->facts;
  const TenureProviderIncome *income = &providers->providers[organisation];
  TenureCurrency currency = providers->terms->accounts[organisation]->currency;

  tenure_json_add_open (json, "funders", '[');
  for (guint i = 0; i < income->n; i++)
    {
      const TenureDependency *part = &providers->dependencies[income->first + i];
      TenureSum sum;

      tenure_json_separate (json);
      g_string_append_c (json, '{');
      tenure_json_add_text (json, "name", part->funder >= 0 ? facts->organisations[part->funder].name : part->source);
      tenure_json_add_id (json, "record", part->funder >= 0 ? facts->organisations[part->funder].id : TENURE_ID_NONE);
      /* A sum that does not fit stays at this limit (providers.c). */
      sum = (TenureSum){ .minor = part->annual_minor, .overflows = part->annual_minor == G_MAXINT64 };
      tenure_json_add_figure (json, "annual_minor", tenure_figure_sum (sum, currency, income->n_known, income->n_running));
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

static void
add_shortfall (GString *json, const TenureProviderFigures *figures)
{
  guint known = figures->annual.known, of = figures->annual.of;

  tenure_json_add_open (json, "shortfall", '{');
  tenure_json_add_boolean (json, "known", figures->shortfall_known);
  if (tenure_day_is_known (figures->shortfall_month))
    tenure_json_add_month (json, "month", figures->shortfall_month);
  else
    tenure_json_add_text (json, "month", NULL);
  tenure_json_add_figure (json, "assumed_other_income_minor",
                          figures->shortfall_known
                              ? tenure_figure_minor (figures->other_income_minor, figures->currency, known, of)
                              : tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MINOR, known, of));
  g_string_append_c (json, '}');
}

/* Of none that is known there is no sum. */
static void
add_sum (GString *json, const char *key, TenureSum sum, TenureCurrency currency, guint known, guint of)
{
  tenure_json_add_figure (json, key,
                          known == 0 && of > 0 ? tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MINOR, known, of)
                                               : tenure_figure_sum (sum, currency, known, of));
}

static void
add_horizon (GString *json,
             const TenureProviders *providers,
             const guint32 *agreements,
             const TenureProviderFigures *figures)
{
  TenureHorizon horizon;
  guint known, of;

  tenure_provider_horizon (providers, figures->organisation, agreements, figures->n_agreements, &horizon, NULL);
  known = horizon.known;
  of = horizon.of;
  tenure_json_add_open (json, "horizon", '[');
  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i++)
    {
      const TenureHorizonFigures *month = &horizon.months[i];

      tenure_json_separate (json);
      g_string_append_c (json, '{');
      tenure_json_add_month (json, "month", month->month);
      add_sum (json, "secured_minor", month->secured, figures->currency, known, of);
      add_sum (json, "committed_minor", month->committed, figures->currency, known, of);
      add_sum (json, "extended_minor", month->extended, figures->currency, known, of);
      add_sum (json, "undecided_minor", month->undecided, figures->currency, known, of);
      tenure_json_add_figure (json, "posts_at_risk",
                              tenure_figure_posts (horizon.months[i].posts_at_risk, horizon.posts_known, horizon.posts_of));
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
  tenure_json_add_figure (json, "horizon_secured_told", tenure_figure_count (horizon.secured_told, known, of));
}

/* Which year size, dependency, reserves and shortfall rest on, the record that says it, and whether to mind it. */
static void
add_accounts (GString *json, const TenureTerms *terms, guint organisation)
{
  const TenureFactAccounts *accounts = terms->accounts[organisation];
  gboolean any = tenure_accounts_say_something (accounts);

  tenure_json_add_open (json, "accounts", '{');
  tenure_json_add_day (json, "year_end", any ? accounts->year_end : TENURE_DAY_NONE);
  tenure_json_add_text (json, "record_type", any ? tenure_record_def (tenure_accounts_record_type (accounts))->table : NULL);
  tenure_json_add_id (json, "record", any ? accounts->id : TENURE_ID_NONE);
  tenure_json_add_text (json, "age", any ? tenure_accounts_age_code (tenure_accounts_age (accounts, terms->as_of)) : NULL);
  g_string_append_c (json, '}');
}

static void
add_provider (GString *json,
              const TenureProviders *providers,
              const guint32 *agreements,
              const TenureProviderFigures *figures)
{
  const TenureFactOrganisation *organisation = &providers->terms->facts->organisations[figures->organisation];
  guint n = figures->n_agreements;

  tenure_json_separate (json);
  g_string_append_c (json, '{');
  tenure_json_add_text (json, "name", organisation->name);
  tenure_json_add_id (json, "record", organisation->id);
  add_accounts (json, providers->terms, figures->organisation);
  tenure_json_add_text (json, "size", tenure_size_code (figures->size));
  tenure_json_add_currency (json, "currency", figures->currency);
  tenure_json_add_figure (json, "agreements", tenure_figure_count (n, n, n));
  tenure_json_add_figure (json, "active", tenure_figure_count (figures->n_running, n, n));
  tenure_json_add_figure (json, "annual_minor", figures->annual);
  add_ahead (json, "secured_minor", figures->secured);
  add_ahead (json, "committed_minor", figures->committed);
  add_ahead (json, "extended_minor", figures->extended);
  add_horizon (json, providers, agreements, figures);
  tenure_json_add_figure (json, "cliff_12_months", figures->cliff);
  tenure_json_add_figure (json, "remaining_months", figures->remaining);
  tenure_json_add_figure (json, "posts", figures->posts);
  add_ahead (json, "posts_ending", figures->posts_ending);
  tenure_json_add_figure (json, "dependency", figures->dependency);
  tenure_json_add_figure (json, "dependency_at_most", dependency_at_most (providers, figures));
  add_funders (json, providers, figures->organisation);
  add_effective_funders (json, figures);
  tenure_json_add_figure (json, "reserve_months", figures->reserve_months);
  add_shortfall (json, figures);
  tenure_report_append_results_json (providers->terms, agreements, n, figures->currency, json);
  g_string_append_c (json, '}');
}

void
tenure_report_append_providers_json (const TenureAnalysis *analysis, GString *json)
{
  const TenureFacts *facts = analysis->facts;
  g_autoptr (TenureProviderIndex) index = tenure_provider_index_new (facts);

  tenure_json_add_open (json, "providers", '[');
  for (guint i = 0; i < facts->n_organisations; i++)
    {
      const guint32 *agreements = &index->agreements[index->first[i]];
      guint n = index->first[i + 1] - index->first[i];
      gboolean live = FALSE;

      for (guint j = 0; j < n; j++)
        live |= analysis->terms->agreements[agreements[j]].live;
      if (live && facts->organisations[i].vcs == TENURE_FACT_YES)
        {
          TenureProviderFigures figures = tenure_provider_figures (analysis->providers, i, agreements, n);

          add_provider (json, analysis->providers, agreements, &figures);
        }
    }
  g_string_append_c (json, ']');
}
