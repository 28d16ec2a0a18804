/* What each page of the program says of a document on a day, a figure a line: "name TAB page TAB value". The pages' own
 * loaders, without widgets; test-one-figure.py compares figures of the same name.
 *
 * Use: page-figures DOCUMENT YYYY-MM-DD STATE-DIR [PORTFOLIO] */

#include "app/organisations/organisation-load.h"
#include "app/overview/overview-figures.h"
#include "app/timeline/timeline-model.h"
#include "analysis/provider-explain.h"
#include "chart/timeline-private.h"
#include "register/totals.h"
#include "store/document.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  TenureReader *reader;
  TenureBasis *basis;
  TenureSnapshot *snapshot; /* of the portfolio */
  TenureSnapshot *sector;   /* of it, what is the sector's */
} Looking;

static void
say (const char *name, const char *page, gint64 value)
{
  g_print ("%s\t%s\t%" G_GINT64_FORMAT "\n", name, page, value);
}

static void
say_money (const char *name, const char *page, TenureSum sum, TenureCurrency currency)
{
  char code[4];
  g_autofree char *whole = NULL;

  if (sum.overflows)
    g_error ("%s of %s cannot be told", name, page);
  tenure_currency_to_code (currency, code);
  whole = g_strdup_printf ("%s %s", name, code);
  say (whole, page, sum.minor);
}

static void
say_sums (const char *page, const GArray *sums)
{
  for (guint i = 0; i < sums->len; i++)
    {
      const TenureCurrencySum *sum = &g_array_index (sums, TenureCurrencySum, i);

      say_money ("annual", page, sum->sum, sum->currency);
    }
}

/* Of hundredths, or "cannot tell". */
static void
say_figure (const char *name, TenureId record, const char *page, TenureFigure figure)
{
  double number = figure.kind == TENURE_FIGURE_DOUBLE ? figure.number : (double) figure.integer;

  if (figure.kind == TENURE_FIGURE_CANNOT_TELL)
    g_print ("%s of %" G_GINT64_FORMAT "\t%s\tcannot tell\n", name, record, page);
  else
    g_print ("%s of %" G_GINT64_FORMAT "\t%s\t%.6f\n", name, record, page, number);
}

/* --- The whole ------------------------------------------------------------------------------------------------ */

static void
say_overview (const TenurePortfolio *portfolio)
{
  TenureSum banded = { 0 }, meant = { 0 };
  guint running = 0, running_by_purpose = 0;

  say ("agreements in scope", "overview", portfolio->n_agreements);
  say ("running", "overview", portfolio->n_running);
  say_sums ("overview", portfolio->annual);
  for (int band = 0; band < TENURE_N_BANDS; band++)
    if (band != TENURE_BAND_UNKNOWN)
      {
        running += portfolio->bands[band].count;
        tenure_sum_add (&banded, portfolio->bands[band].annual.minor);
      }
  for (int purpose = 0; purpose < TENURE_N_PURPOSES; purpose++)
    {
      running_by_purpose += portfolio->purposes[purpose].count;
      tenure_sum_add (&meant, portfolio->purposes[purpose].annual.minor);
    }
  say ("running", "term bands", running);
  say ("running", "purposes", running_by_purpose);
  say ("passed on", "overview", tenure_portfolio_passed_on (portfolio).integer);
  say ("on the cliff", "overview", portfolio->cliff_count);
  if (portfolio->annual->len == 0)
    return;
  say ("adding yearly value", "overview",
       g_array_index (portfolio->annual, TenureCurrencySum, 0).known
           - g_array_index (portfolio->annual, TenureCurrencySum, 0).passed_on);
  say_money ("annual", "term bands", banded, portfolio->currency);
  say_money ("annual", "purposes", meant, portfolio->currency);
  say_money ("annual", "funding ahead, today", portfolio->horizon[0].committed, portfolio->currency);
  say_money ("cliff", "overview", portfolio->cliff, portfolio->currency);
}

/* What its cards say and, asked why, list. */
static void
say_cards (const Looking *looking)
{
  TenureSelection selection;
  g_autoptr (TenureAttentions) attentions = NULL;
  g_autoptr (TenureExplanation) funding = NULL;
  TenureOverviewInput input = { tenure_snapshot_get_analysis (looking->snapshot), &selection, NULL };

  selection.agreements = tenure_snapshot_get_shown (looking->snapshot, &selection.n_agreements);
  input.attentions = attentions = tenure_attentions_new (input.analysis, &selection);
  for (TenureOverviewFigureId id = TENURE_OVERVIEW_FUNDING; id <= TENURE_OVERVIEW_TERM; id++)
    {
      TenureOverviewFigure figure = tenure_overview_figure (&input, id);

      g_print ("card %d says\toverview\t%s\n", id, figure.value);
      g_print ("card %d knows\toverview\t%s\n", id, figure.coverage);
      tenure_overview_figure_clear (&figure);
    }
  funding = tenure_overview_explain (&input, TENURE_OVERVIEW_FUNDING);
  say ("running, without those in a lead", "why", funding->lines->len + funding->more_lines);
}

/* Narrowed down to the sector, whose figures the overview has, without what goes to individuals, which it names apart. */
static void
say_register (const Looking *looking)
{
  const TenureTerms *terms = tenure_snapshot_get_terms (looking->sector);
  guint n, n_in_scope = 0;
  const guint32 *shown = tenure_snapshot_get_shown (looking->sector, &n);
  g_autofree guint32 *in_scope = g_new (guint32, n + 1);
  g_autoptr (TenureTotals) totals = NULL;

  for (guint i = 0; i < n; i++)
    if (tenure_terms_in_scope (terms, shown[i], TENURE_SCOPE_VCS))
      in_scope[n_in_scope++] = shown[i];
  totals = tenure_totals_new (terms, in_scope, n_in_scope);
  say ("agreements in scope", "register", n_in_scope);
  say ("agreements of the sector", "register", n);
  say ("running", "register", totals->n_running);
  say_sums ("register", totals->annual);
}

static TenureTimelineModel *
make_timeline (TenureSnapshot *snapshot)
{
  TenureTimelineQuery query = { .choice = { .by = TENURE_TIMELINE_GROUP_PROVIDER, .then_by = TENURE_TIMELINE_N_GROUPINGS },
                                .year_start_month = 4 };

  return tenure_timeline_model_new (snapshot, &query);
}

static void
say_timeline (const Looking *looking)
{
  g_autoptr (TenureTimelineModel) model = make_timeline (looking->sector);
  guint running = 0;

  for (guint i = 0; i < model->n_groups; i++)
    running += model->index->totals[i].n_running;
  say ("agreements of the sector", "timeline", model->n_bars);
  say ("running, individuals included", "timeline", running);
}

/* --- Each provider -------------------------------------------------------------------------------------------- */

static void
say_provider_money (const char *name, TenureId record, const char *page, gint64 minor, TenureCurrency currency)
{
  g_autofree char *whole = g_strdup_printf ("%s of %" G_GINT64_FORMAT, name, record);

  say_money (whole, page, (TenureSum){ .minor = minor }, currency);
}

/* The page of an organisation, and a register narrowed down to it. */
static void
say_page (const Looking *looking, guint organisation)
{
  const TenureAnalysis *whole = tenure_basis_get_analysis (looking->basis);
  guint n;
  const guint32 *provided = tenure_basis_get_provided (looking->basis, organisation, &n);
  TenureProviderFigures page = tenure_provider_figures (whole->providers, organisation, provided, n);
  g_autoptr (TenureTotals) totals = tenure_totals_new (whole->terms, provided, n);
  TenureId record = whole->facts->organisations[organisation].id;
  const TenureFigure figures[] = { page.remaining, page.posts, page.posts_ending[TENURE_N_AHEAD - 1], page.dependency,
                                   page.reserve_months };
  static const char *const names[] = { "months left", "posts", "posts ending", "largest funder", "reserves" };

  if (n == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    say_figure (names[i], record, "organisation page", figures[i]);
  if (page.annual.kind == TENURE_FIGURE_INTEGER && page.annual.known > 0)
    say_provider_money ("annual", record, "organisation page", page.annual.integer, page.currency);
  for (guint i = 0; i < totals->annual->len; i++)
    {
      const TenureCurrencySum *sum = &g_array_index (totals->annual, TenureCurrencySum, i);

      say_provider_money ("annual", record, "register of one", sum->sum.minor, sum->currency);
    }
}

static void
say_list (const Looking *looking)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = tenure_organisation_items_load (looking->snapshot, looking->reader, &error);
  gint64 running = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    {
      const TenureOrganisationItem *item = items->pdata[i];

      running += item->vcs == TRUE ? item->running : 0;
      if (item->agreements == 0)
        continue;
      if (item->annual_known > 0)
        say_provider_money ("annual", item->id, "organisations", item->annual_minor, item->currency);
      say_figure ("months left", item->id, "organisations", item->months_left);
      say_figure ("largest funder", item->id, "organisations", item->largest);
      say_figure ("reserves", item->id, "organisations", item->reserves);
    }
  say ("running, individuals included", "organisations", running);
}

static void
say_groups (const Looking *looking)
{
  g_autoptr (TenureTimelineModel) model = make_timeline (looking->snapshot);

  for (guint i = 0; i < model->n_groups; i++)
    if (model->groups[i].record != TENURE_ID_NONE && model->index->totals[i].n_known > 0)
      say_provider_money ("annual", model->groups[i].record, "timeline", model->index->totals[i].minor,
                          tenure_snapshot_get_portfolio (looking->snapshot)->currency);
}

/* --- The document --------------------------------------------------------------------------------------------- */

static TenureSnapshot *
look (const Looking *looking, TenureId portfolio, gboolean of_sector)
{
  static const char *const yes[] = { "1", NULL };
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autoptr (GError) error = NULL;
  TenureSnapshot *snapshot;

  tenure_filter_set_portfolio (filter, portfolio);
  if (of_sector)
    tenure_filter_set_facet (filter, "vcs", yes);
  snapshot = tenure_snapshot_new (looking->basis, filter, looking->reader, &error);
  g_assert_no_error (error);
  return snapshot;
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_path (argv[1]);
  g_autoptr (GError) error = NULL;
  TenureDocument *document;
  Looking looking = { 0 };
  TenureDay as_of = TENURE_DAY_NONE;
  TenureId portfolio = argc > 4 ? (TenureId) g_ascii_strtoll (argv[4], NULL, 10) : TENURE_ID_NONE;

  setlocale (LC_ALL, "");
  g_assert_true (argc > 3 && tenure_day_parse_iso (argv[2], &as_of));
  document = tenure_document_open (file, TENURE_OPEN_READ_ONLY, argv[3], NULL, &error);
  g_assert_no_error (error);
  looking.reader = tenure_document_open_reader (document, &error);
  g_assert_no_error (error);
  looking.basis = tenure_basis_new (looking.reader, as_of, 4, NULL, &error);
  g_assert_no_error (error);
  looking.snapshot = look (&looking, portfolio, FALSE);
  looking.sector = look (&looking, portfolio, TRUE);
  say_overview (tenure_snapshot_get_portfolio (looking.snapshot));
  say_cards (&looking);
  say_register (&looking);
  say_timeline (&looking);
  if (portfolio == TENURE_ID_NONE)
    {
      say_list (&looking);
      say_groups (&looking);
      for (guint i = 0; i < tenure_basis_get_facts (looking.basis)->n_organisations; i++)
        say_page (&looking, i);
    }
  tenure_snapshot_unref (looking.snapshot);
  tenure_snapshot_unref (looking.sector);
  tenure_basis_unref (looking.basis);
  tenure_reader_free (looking.reader);
  tenure_document_close (document, TRUE);
  g_object_unref (document);
  return 0;
}
