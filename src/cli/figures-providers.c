#include "config.h"
#include "cli/figures-providers.h"

#include "base/i18n.h"

#include "analysis/provider.h"
#include "cli/command.h"
#include "cli/text-table.h"

#define SHOWN 20

/* Whether it provides anything that is not over. */
static gboolean
provides (const TenureAnalysis *analysis, const TenureProviderIndex *index, guint organisation)
{
  if (analysis->facts->organisations[organisation].vcs != TENURE_FACT_YES)
    return FALSE;
  for (guint i = index->first[organisation]; i < index->first[organisation + 1]; i++)
    if (analysis->terms->agreements[index->agreements[i]].live)
      return TRUE;
  return FALSE;
}

static GArray *
collect (const TenureAnalysis *analysis)
{
  g_autoptr (TenureProviderIndex) index = tenure_provider_index_new (analysis->facts);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TenureProviderFigures));

  for (guint i = 0; i < analysis->facts->n_organisations; i++)
    if (provides (analysis, index, i))
      {
        TenureProviderFigures figures = tenure_provider_figures (analysis->providers, i, &index->agreements[index->first[i]],
                                                                 index->first[i + 1] - index->first[i]);

        g_array_append_val (found, figures);
      }
  return found;
}

/* What cannot be told comes last. */
static gint64
annual_of (const TenureProviderFigures *figures)
{
  return figures->annual.kind == TENURE_FIGURE_INTEGER ? figures->annual.integer : G_MININT64;
}

static int
compare_annual (gconstpointer a, gconstpointer b)
{
  const TenureProviderFigures *left = a, *right = b;

  if (annual_of (left) != annual_of (right))
    return annual_of (left) > annual_of (right) ? -1 : 1;
  return (left->organisation > right->organisation) - (left->organisation < right->organisation);
}

/* NULL for "not recorded". */
static char *
dup_figure (const TenureFigure *figure)
{
  return figure->kind == TENURE_FIGURE_CANNOT_TELL ? NULL : tenure_figure_dup_label (figure);
}

static char *
dup_shortfall (const TenureProviderFigures *figures)
{
  if (!figures->shortfall_known)
    return NULL;
  return tenure_day_is_known (figures->shortfall_month) ? tenure_day_dup_month_label (figures->shortfall_month)
                                                        : g_strdup (_ ("none in sight"));
}

static void
add_provider (TenureTextTable *table, const TenureAnalysis *analysis, const TenureProviderFigures *figures)
{
  g_autofree char *annual = dup_figure (&figures->annual);
  g_autofree char *secured = dup_figure (&figures->secured[TENURE_N_AHEAD - 1]);
  g_autofree char *cliff = dup_figure (&figures->cliff);
  g_autofree char *dependency =
      figures->dependency.kind == TENURE_FIGURE_CANNOT_TELL
          ? NULL
          : tenure_dependency_dup_label (
              &figures->dependency,
              tenure_providers_dependency_most (analysis->providers, figures->organisation, &figures->dependency));
  g_autofree char *reserves = dup_figure (&figures->reserve_months);
  g_autofree char *shortfall = dup_shortfall (figures);

  tenure_text_table_add (table, analysis->facts->organisations[figures->organisation].name, annual, secured, cliff,
                         dependency, reserves, shortfall);
}

void
tenure_figures_print_providers (const TenureAnalysis *analysis)
{
  const TenureTextColumn columns[] = {
    { _ ("Provider"), FALSE },      { _ ("Yearly value"), TRUE },   { _ ("Still secured in 12 months"), TRUE },
    { _ ("Ends within 12"), TRUE }, { _ ("Largest funder"), TRUE }, { _ ("Reserves last"), TRUE },
    { _ ("Short from"), FALSE },
  };
  g_autoptr (TenureTextTable) table = tenure_text_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GArray) providers = collect (analysis);

  if (providers->len == 0)
    return;
  g_array_sort (providers, compare_annual);
  for (guint i = 0; i < MIN (providers->len, SHOWN); i++)
    add_provider (table, analysis, &g_array_index (providers, TenureProviderFigures, i));
  g_print ("\n%s\n", _ ("Providers"));
  tenure_text_table_print (table);
  if (providers->len > SHOWN)
    tenure_command_print_count (ngettext ("  And %s more; the JSON has it.\n", "  And %s more; the JSON has each of them.\n",
                                          (gulong) providers->len - SHOWN),
                                providers->len - SHOWN);
  g_print ("  %s\n", _ ("Of the providers of the {sector} whose agreements are not all over. “–”: cannot tell."));
}
