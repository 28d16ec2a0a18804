/* The timeline of the agreements in scope, grouped by provider and fitted to the size: for files. The window
 * keeps its own index and view. */

#include "config.h"
#include "report/charts-private.h"
#include "report/timeline-bars.h"

#include "base/i18n.h"

/* What the index draws from; it lives as long as the scene does, longer than facts or analysis may. Groups:
 * one for each provider with an agreement here, by name, and one for those without a provider. */
typedef struct
{
  TenureTimelineBar *bars;
  TenureTimelineGroup *groups;
  guint n_groups;
  guint32 *place; /* of the group, by organisation; the last is for "not recorded" */
  GStringChunk *strings;
} Picture;

#define STRINGS_BLOCK_BYTES 4096

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_free (picture->bars);
  g_free (picture->groups);
  g_free (picture->place);
  g_string_chunk_free (picture->strings);
  g_free (picture);
}

static const char *
keep (Picture *picture, const char *label)
{
  return label != NULL ? g_string_chunk_insert (picture->strings, label) : NULL;
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

/* The slots with an agreement, in the order of their groups. */
static guint
list_slots (const TenureFacts *facts, const TenurePortfolio *portfolio, guint32 *slots)
{
  guint n = facts->n_organisations + 1, n_used = 0;
  g_autofree gboolean *used = g_new0 (gboolean, n);

  for (guint i = 0; i < portfolio->n_agreements; i++)
    used[provider_slot (facts, portfolio->agreements[i])] = TRUE;
  for (guint32 slot = 0; slot < n; slot++)
    if (used[slot])
      slots[n_used++] = slot;
  if (n_used > 0)
    g_qsort_with_data (slots, (gint) n_used, sizeof *slots, compare_names, (gpointer) facts);
  return n_used;
}

static void
make_groups (Picture *picture, const TenureFacts *facts, const TenurePortfolio *portfolio)
{
  g_autofree guint32 *slots = g_new (guint32, facts->n_organisations + 1);

  picture->n_groups = list_slots (facts, portfolio, slots);
  picture->groups = g_new0 (TenureTimelineGroup, picture->n_groups);
  picture->place = g_new0 (guint32, facts->n_organisations + 1);
  for (guint32 i = 0; i < picture->n_groups; i++)
    {
      gboolean known = slots[i] < facts->n_organisations;

      picture->groups[i].record = known ? facts->organisations[slots[i]].id : TENURE_ID_NONE;
      picture->groups[i].label = known ? keep (picture, facts->organisations[slots[i]].name) : _ ("Not recorded");
      picture->place[slots[i]] = i;
    }
}

static TenureTimelineBar
make_bar (Picture *picture, const TenureAnalysis *analysis, const gint32 *positions, guint32 index)
{
  TenureTimelineBar bar = tenure_report_timeline_bar (analysis, index, positions);

  bar.label = keep (picture, analysis->facts->agreements[index].title);
  bar.group = picture->place[provider_slot (analysis->facts, index)];
  return bar;
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

static Picture *
make_picture (const TenureAnalysis *analysis)
{
  const TenurePortfolio *portfolio = analysis->portfolio;
  g_autofree gint32 *positions = find_positions (analysis);
  Picture *picture = g_new0 (Picture, 1);

  picture->strings = g_string_chunk_new (STRINGS_BLOCK_BYTES);
  make_groups (picture, analysis->facts, portfolio);
  picture->bars = g_new (TenureTimelineBar, portfolio->n_agreements);
  for (guint i = 0; i < portfolio->n_agreements; i++)
    picture->bars[i] = make_bar (picture, analysis, positions, portfolio->agreements[i]);
  return picture;
}

/* @counts_sector: the picture says how much is the sector's. */
static TenureTimelineIndex *
make_index (const TenureAnalysis *analysis, gboolean counts_sector)
{
  Picture *picture = make_picture (analysis);
  TenureTimelineData data = { .bars = picture->bars,
                              .n_bars = analysis->portfolio->n_agreements,
                              .groups = picture->groups,
                              .n_groups = picture->n_groups,
                              .order = TENURE_TIMELINE_BY_END,
                              .currency = analysis->portfolio->currency,
                              .counts_sector = counts_sector };
  TenureTimelineIndex *index;

  data.year_start_month = tenure_options_year_first_month (&analysis->terms->options);
  index = tenure_timeline_index_new (&data);
  tenure_timeline_index_take_owner (index, picture, picture_free);
  return index;
}

static TenureTimelineFrame
make_frame (const TenureChartRequest *request, const TenureTimelineIndex *index, const char *things)
{
  TenureTimelineFrame frame = { .width = request->width, .height = request->height };
  TenureTimelineExtent extent;

  tenure_timeline_index_get_extent (index, &extent);
  frame.as_of = request->analysis->as_of;
  frame.notes =
      tenure_chart_request_notes (request, things, extent.n_bars - extent.n_undated, extent.n_bars, _ ("no dates recorded"));
  return frame;
}

TenureScene *
tenure_report_chart_timeline (const TenureChartRequest *request)
{
  g_autoptr (TenureTimelineIndex) index = make_index (request->analysis, TRUE);
  TenureTimelineFrame frame = make_frame (request, index, _ ("agreements with {sector} organisations"));
  TenureTimelineView view;

  frame.strip = TRUE;
  tenure_timeline_view_fit (&view, index, &frame, request->theme);
  return tenure_chart_timeline (index, &view, &frame, request->theme);
}

TenureScene *
tenure_report_chart_small_timeline (const TenureChartRequest *request, double most_px, const char *things)
{
  g_autoptr (TenureTimelineIndex) index = make_index (request->analysis, FALSE);
  TenureTimelineFrame frame = make_frame (request, index, things);
  TenureTimelineView view;
  double total_px, page_px;

  /* What headings and axis take is asked where there is room for all of them. */
  frame.height = most_px;
  tenure_timeline_view_today (&view, index, &frame, request->theme);
  tenure_timeline_view_get_scroll (&view, index, &frame, request->theme, &total_px, &page_px);
  frame.height = MAX (request->height, MIN (most_px - page_px + total_px, most_px));
  tenure_timeline_view_fit (&view, index, &frame, request->theme);
  return tenure_chart_timeline (index, &view, &frame, request->theme);
}
