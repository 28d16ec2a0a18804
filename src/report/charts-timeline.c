/* The timeline of the agreements in scope, grouped by provider and fitted to the size: for files. The window keeps its own
 * index and view. */

#include "config.h"
#include "report/charts-private.h"

#include "chart/timeline.h"

#include <glib/gi18n-lib.h>

/* A group for each provider with an agreement here, by name, and one for those without a provider. */
typedef struct
{
  TenureTimelineGroup *groups;
  guint n;
  guint32 *place; /* by organisation; the last is for "not recorded" */
} Groups;

static TenureChartLevel
chart_level (guint8 level)
{
  static const TenureChartLevel levels[] = {
    [TENURE_LEVEL_NONE] = TENURE_CHART_LEVEL_CLEAR, [TENURE_LEVEL_CANNOT_TELL] = TENURE_CHART_LEVEL_CANNOT_TELL,
    [TENURE_LEVEL_NOTE] = TENURE_CHART_LEVEL_NOTE,  [TENURE_LEVEL_AMBER] = TENURE_CHART_LEVEL_AMBER,
    [TENURE_LEVEL_RED] = TENURE_CHART_LEVEL_RED,
  };

  return levels[level];
}

static guint
provider_slot (const TenureFacts *facts, guint32 agreement)
{
  gint32 provider = facts->agreements[agreement].provider;

  return provider >= 0 ? (guint) provider : facts->n_organisations;
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  const TenureFacts *facts = data;
  guint left = *(const guint32 *) a, right = *(const guint32 *) b;

  if (left == facts->n_organisations || right == facts->n_organisations)
    return (left == facts->n_organisations) - (right == facts->n_organisations);
  return g_utf8_collate (facts->organisations[left].name, facts->organisations[right].name);
}

static void
groups_init (Groups *groups, const TenureFacts *facts, const TenurePortfolio *portfolio)
{
  guint n = facts->n_organisations + 1, n_used = 0;
  g_autofree gboolean *used = g_new0 (gboolean, n);
  g_autofree guint32 *slots = g_new (guint32, n);

  for (guint i = 0; i < portfolio->n_agreements; i++)
    used[provider_slot (facts, portfolio->agreements[i])] = TRUE;
  for (guint32 slot = 0; slot < n; slot++)
    if (used[slot])
      slots[n_used++] = slot;
  if (n_used > 0)
    g_qsort_with_data (slots, (gint) n_used, sizeof *slots, compare_names, (gpointer) facts);
  *groups = (Groups){ .groups = g_new0 (TenureTimelineGroup, n_used), .n = n_used, .place = g_new0 (guint32, n) };
  for (guint32 i = 0; i < n_used; i++)
    {
      gboolean known = slots[i] < facts->n_organisations;

      groups->groups[i].record = known ? facts->organisations[slots[i]].id : TENURE_ID_NONE;
      groups->groups[i].label = known ? facts->organisations[slots[i]].name : _ ("Not recorded");
      groups->place[slots[i]] = i;
    }
}

static void
groups_clear (Groups *groups)
{
  g_free (groups->groups);
  g_free (groups->place);
}

static TenureTimelineBar
make_bar (const TenureAnalysis *analysis, const Groups *groups, const gint32 *positions, guint32 index)
{
  const TenureFactAgreement *fact = &analysis->facts->agreements[index];
  const TenureAgreementFigures *figures = &analysis->terms->agreements[index];

  return (TenureTimelineBar){
    .record = fact->id,
    .label = fact->title,
    .first = figures->start,
    .last = figures->committed_end,
    .max_last = figures->maximum_end,
    .decision = figures->decided || !figures->live ? TENURE_DAY_NONE : figures->decision_day,
    .notice = figures->decided || !figures->live ? TENURE_DAY_NONE : figures->notice_day,
    .predecessor = figures->chain_position > 1 ? positions[fact->predecessor] : -1,
    .group = groups->place[provider_slot (analysis->facts, index)],
    .annual_minor = figures->annual_minor,
    .level = chart_level (analysis->flags->agreement_levels[index]),
    .open_ended = figures->open_ended,
    .value_known = figures->annual_known && fact->currency == analysis->portfolio->currency,
    .covered = figures->covered,
    .notice_assumed = figures->notice_assumed || figures->lead_assumed,
  };
}

/* The place among the bars of each agreement, -1 for those not shown. */
static gint32 *
find_positions (const TenureAnalysis *analysis)
{
  const TenurePortfolio *portfolio = analysis->portfolio;
  gint32 *positions = g_new (gint32, analysis->facts->n_agreements);

  for (guint i = 0; i < analysis->facts->n_agreements; i++)
    positions[i] = -1;
  for (guint i = 0; i < portfolio->n_agreements; i++)
    positions[portfolio->agreements[i]] = (gint32) i;
  return positions;
}

static TenureScene *
draw (const TenureChartRequest *request, const TenureTimelineBar *bars, const Groups *groups)
{
  const TenurePortfolio *portfolio = request->analysis->portfolio;
  TenureTimelineData data = { .bars = bars, .n_bars = portfolio->n_agreements, .groups = groups->groups,
                              .n_groups = groups->n, .order = TENURE_TIMELINE_BY_END, .currency = portfolio->currency };
  TenureTimelineFrame frame = { .width = request->width, .height = request->height, .strip = TRUE };
  g_autoptr (TenureTimelineIndex) index = NULL;
  TenureTimelineExtent extent;
  TenureTimelineView view;

  data.year_start_month = tenure_options_year_first_month (&request->analysis->terms->options);
  index = tenure_timeline_index_new (&data);
  tenure_timeline_index_get_extent (index, &extent);
  frame.as_of = request->analysis->as_of;
  frame.notes = tenure_chart_request_notes (request, _ ("agreements"), extent.n_bars - extent.n_undated, extent.n_bars,
                                            _ ("no dates recorded"));
  tenure_timeline_view_fit (&view, index, &frame, request->theme);
  return tenure_chart_timeline (index, &view, &frame, request->theme);
}

TenureScene *
tenure_report_chart_timeline (const TenureChartRequest *request)
{
  const TenureAnalysis *analysis = request->analysis;
  const TenurePortfolio *portfolio = analysis->portfolio;
  g_autofree TenureTimelineBar *bars = g_new (TenureTimelineBar, portfolio->n_agreements);
  g_autofree gint32 *positions = find_positions (analysis);
  TenureScene *scene;
  Groups groups;

  groups_init (&groups, analysis->facts, portfolio);
  for (guint i = 0; i < portfolio->n_agreements; i++)
    bars[i] = make_bar (analysis, &groups, positions, portfolio->agreements[i]);
  scene = draw (request, bars, &groups);
  groups_clear (&groups);
  return scene;
}
