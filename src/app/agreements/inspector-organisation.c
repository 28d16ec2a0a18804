/* What the inspector says of an organisation: its money now and ahead, how it stands, and each running agreement with what
 * is left of it, what it is worth and its worst flag. */

#include "config.h"
#include "app/agreements/inspector-private.h"

#include "app/agreements/register-column.h"
#include "app/level-badge.h"
#include "analysis/provider.h"
#include "analysis/results-explain.h"
#include "app/explain-view.h"

#include "base/count.h"
#include "base/i18n.h"

#define MAX_AGREEMENTS 25

/* The agreements that it provides, shortest first; those without a known end come last. */
static int
compare_ends (gconstpointer a, gconstpointer b, gpointer data)
{
  const TenureTerms *terms = data;
  TenureDay left = terms->agreements[*(const guint32 *) a].committed_end;
  TenureDay right = terms->agreements[*(const guint32 *) b].committed_end;

  if (tenure_day_is_known (left) != tenure_day_is_known (right))
    return tenure_day_is_known (left) ? -1 : 1;
  return (left > right) - (left < right);
}

/* Over all its agreements, whatever the filter: it lives on all of them. */
static TenureProviderFigures
find_figures (TenureSnapshot *snapshot, guint organisation)
{
  guint n;
  const guint32 *provided = tenure_basis_get_provided (tenure_snapshot_get_basis (snapshot), organisation, &n);

  return tenure_provider_figures (tenure_snapshot_get_analysis (snapshot)->providers, organisation, provided, n);
}

static gboolean
is_flagged (TenureSnapshot *snapshot, guint32 agreement)
{
  TenureId id = tenure_snapshot_get_facts (snapshot)->agreements[agreement].id;

  return tenure_basis_get_level (tenure_snapshot_get_basis (snapshot), TENURE_RECORD_AGREEMENT, id) >= TENURE_LEVEL_AMBER;
}

/* What runs, and what is flagged though it has ended: the organisation bears the flag too. */
static GArray *
list_shown (TenureSnapshot *snapshot, guint organisation)
{
  const TenureTerms *terms = tenure_snapshot_get_terms (snapshot);
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n;
  const guint32 *provided = tenure_basis_get_provided (tenure_snapshot_get_basis (snapshot), organisation, &n);

  for (guint i = 0; i < n; i++)
    if (terms->agreements[provided[i]].running == TENURE_FACT_YES || is_flagged (snapshot, provided[i]))
      g_array_append_val (shown, provided[i]);
  g_array_sort_with_data (shown, compare_ends, (gpointer) terms);
  return shown;
}

static char *
dup_cell (TenureSnapshot *snapshot, guint agreement, const char *column)
{
  return tenure_register_column_find (column)->dup_text (snapshot, agreement);
}

/* "to 31 Mar 2027, 4.3 months left, £36,000 a year": what is known of it. */
static char *
dup_outlook (TenureSnapshot *snapshot, guint agreement)
{
  g_autofree char *end = dup_cell (snapshot, agreement, "committed_end");
  g_autofree char *left = dup_cell (snapshot, agreement, "remaining");
  g_autofree char *annual = dup_cell (snapshot, agreement, "annual");
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (left != NULL)
    /* Translators: "to 31 Mar 2027, 4.3 months left". */
    g_ptr_array_add (words, g_strdup_printf (_ ("to %1$s, %2$s months left"), end, left));
  else if (end != NULL)
    g_ptr_array_add (words, g_strdup (end));
  if (annual != NULL)
    g_ptr_array_add (words, g_strdup_printf (_ ("%s a year"), annual));
  if (words->len == 0)
    return g_strdup (_ ("no end and no value recorded"));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **) words->pdata);
}

static GtkWidget *
make_agreement (TenureSnapshot *snapshot, guint agreement)
{
  const TenureFactAgreement *fact = &tenure_snapshot_get_facts (snapshot)->agreements[agreement];
  TenureLevel level = tenure_basis_get_level (tenure_snapshot_get_basis (snapshot), TENURE_RECORD_AGREEMENT, fact->id);
  g_autofree char *outlook = dup_outlook (snapshot, agreement);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = tenure_level_badge_new ();
  GtkWidget *text = gtk_label_new (outlook);

  tenure_level_badge_show (TENURE_LEVEL_BADGE (title), level, fact->title);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_widget_add_css_class (text, "caption");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), text);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", "agreement", fact->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, fact->title, -1);
  return button;
}

static void
add_figure (GtkWidget *grid, const char *name, const TenureFigure *figure)
{
  g_autofree char *value = tenure_figure_dup_label (figure);
  g_autofree char *coverage = tenure_figure_dup_coverage (figure);
  /* Translators: a figure and how much of it is known: "7.3 months (4 of 5 known)". */
  g_autofree char *text =
      figure->known < figure->of ? g_strdup_printf (_ ("%1$s (%2$s)"), value, coverage) : g_strdup (value);

  tenure_inspector_add_row (grid, name, text);
}

/* Amounts of the same day side by side, each said only where it is more than the one before it. */
static char *
dup_layers (const char *secured, const char *committed, const char *extended)
{
  gboolean same = g_str_equal (secured, committed);

  if (g_str_equal (committed, extended))
    /* Translators: two yearly amounts: what the funder cannot end by notice, and what runs to its agreed end. */
    return same ? g_strdup_printf (_ ("%s secured"), secured)
                : g_strdup_printf (_ ("%1$s secured, %2$s committed"), secured, committed);
  if (same)
    /* Translators: two yearly amounts: what is secured, and what it is with every option taken up. */
    return g_strdup_printf (_ ("%1$s secured, %2$s if extended"), secured, extended);
  return g_strdup_printf (_ ("%1$s secured, %2$s committed, %3$s if extended"), secured, committed, extended);
}

static void
add_ahead (GtkWidget *grid, const TenureProviderFigures *figures, guint ahead)
{
  int months = tenure_ahead_months (ahead);
  g_autofree char *name = g_strdup_printf (ngettext ("In %d month", "In %d months", (gulong) months), months);
  g_autofree char *secured = tenure_figure_dup_label (&figures->secured[ahead]);
  g_autofree char *committed = tenure_figure_dup_label (&figures->committed[ahead]);
  g_autofree char *extended = tenure_figure_dup_label (&figures->extended[ahead]);
  g_autofree char *text = dup_layers (secured, committed, extended);

  tenure_inspector_add_row (grid, name, text);
}

static void
add_funding (GtkBox *content, const TenureProviderFigures *figures)
{
  GtkWidget *grid = tenure_inspector_add_section (content, _ ("Funding a year"));
  g_autofree char *count = tenure_count_dup_label (figures->n_running);

  tenure_inspector_add_row (grid, _ ("Running agreements"), count);
  add_figure (grid, _ ("Today"), &figures->annual);
  for (guint i = 0; i < TENURE_N_AHEAD; i++)
    add_ahead (grid, figures, i);
  add_figure (grid, _ ("Left, by value"), &figures->remaining);
  if (figures->posts.kind != TENURE_FIGURE_CANNOT_TELL)
    add_figure (grid, _ ("Posts that end in 12 months"), &figures->posts_ending[TENURE_N_AHEAD - 1]);
}

/* The year that the rows below rest on, and what to mind about it. */
static void
add_accounts (GtkWidget *grid, const TenureFactAccounts *accounts, TenureDay as_of)
{
  const char *caution = tenure_accounts_caution (tenure_accounts_age (accounts, as_of));
  g_autofree char *year = tenure_accounts_dup_year (accounts);

  tenure_inspector_add_row (grid, _ ("Accounts to"), year);
  if (caution != NULL)
    tenure_inspector_add_row (grid, tenure_accounts_caution_label (), caution);
}

/* Only where there are accounts to tell it from. */
static void
add_resilience (GtkBox *content, const TenureProviders *providers, const TenureProviderFigures *figures)
{
  const TenureTerms *terms = providers->terms;
  const TenureFigure *largest = &figures->dependency;
  g_autofree char *dependency =
      tenure_dependency_dup_label (largest, tenure_providers_dependency_most (providers, figures->organisation, largest));
  gboolean any =
      figures->dependency.kind != TENURE_FIGURE_CANNOT_TELL || figures->reserve_months.kind != TENURE_FIGURE_CANNOT_TELL;
  GtkWidget *grid = any ? tenure_inspector_add_section (content, _ ("Standing")) : NULL;

  if (!any)
    return;
  add_accounts (grid, terms->accounts[figures->organisation], terms->as_of);
  tenure_inspector_add_row (grid, _ ("Size"), tenure_size_label (figures->size));
  tenure_inspector_add_row (grid, _ ("From its largest funder"), dependency);
  add_figure (grid, _ ("Reserves last"), &figures->reserve_months);
  if (figures->shortfall_known)
    {
      g_autofree char *month = tenure_day_dup_month_label (figures->shortfall_month);
      g_autofree char *text = tenure_day_is_known (figures->shortfall_month)
                                  ? g_strdup_printf (_ ("%s, if other income goes on as it was"), month)
                                  : g_strdup (_ ("not within 36 months, if other income goes on as it was"));

      tenure_inspector_add_row (grid, _ ("Short of money from"), text);
    }
}

/* --- What it brought --- */

typedef struct
{
  TenureSnapshot *snapshot;
  guint organisation;
  TenureCurrency currency;
  TenureResultFigure figure;
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  tenure_snapshot_unref (subject->snapshot);
  g_free (subject);
}

static TenureExplanation *
explain_results (gpointer data)
{
  const Subject *subject = data;
  guint n;
  const guint32 *provided =
      tenure_basis_get_provided (tenure_snapshot_get_basis (subject->snapshot), subject->organisation, &n);

  return tenure_results_explain (tenure_snapshot_get_terms (subject->snapshot), provided, n, subject->currency,
                                 subject->figure);
}

static gboolean
is_told (const TenureResults *results, TenureResultFigure figure)
{
  const TenureFigure *const figures[] = { &results->targets_met, &results->volunteer_hours, &results->levered_income,
                                          &results->received };

  return figures[figure]->known > 0;
}

/* Only what anything is known of, over its running agreements. */
static void
add_results (GtkBox *content, TenureSnapshot *snapshot, guint organisation, TenureCurrency currency)
{
  guint n;
  const guint32 *provided = tenure_basis_get_provided (tenure_snapshot_get_basis (snapshot), organisation, &n);
  TenureResults results = tenure_results_new (tenure_snapshot_get_terms (snapshot), provided, n, currency);
  GtkWidget *grid = tenure_results_is_any (&results) ? tenure_inspector_add_section (content, _ ("Results so far")) : NULL;

  for (int i = 0; grid != NULL && i < TENURE_N_RESULT_FIGURES; i++)
    {
      TenureResultFigure figure = (TenureResultFigure) i;
      const char *title = tenure_result_figure_title (figure);
      g_autofree char *text = tenure_results_dup_label (&results, figure);
      Subject *subject;

      if (!is_told (&results, figure))
        continue;
      subject = g_new (Subject, 1);
      *subject = (Subject){ tenure_snapshot_ref (snapshot), organisation, currency, figure };
      tenure_inspector_add_figure (grid, title, text,
                                   tenure_explain_button_new (title, explain_results, subject, subject_free));
    }
}

void
tenure_inspector_add_organisation (GtkBox *content, TenureSnapshot *snapshot, guint organisation)
{
  g_autoptr (GArray) shown = list_shown (snapshot, organisation);
  TenureProviderFigures figures;

  if (shown->len == 0)
    return;
  figures = find_figures (snapshot, organisation);
  add_funding (content, &figures);
  add_resilience (content, tenure_snapshot_get_analysis (snapshot)->providers, &figures);
  add_results (content, snapshot, organisation, figures.currency);
  for (guint i = 0; i < MIN (shown->len, MAX_AGREEMENTS); i++)
    gtk_box_append (content, make_agreement (snapshot, g_array_index (shown, guint32, i)));
  if (shown->len > MAX_AGREEMENTS)
    {
      g_autofree char *more = tenure_count_dup_more (shown->len - MAX_AGREEMENTS);

      gtk_box_append (content, gtk_label_new (more));
    }
}
