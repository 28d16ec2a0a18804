#pragma once

#include "register/snapshot.h"
#include "chart/timeline.h"

G_BEGIN_DECLS

typedef enum
{
  TENURE_TIMELINE_GROUP_PROVIDER,
  TENURE_TIMELINE_GROUP_SERVICE,
  TENURE_TIMELINE_GROUP_PLACE,
  TENURE_TIMELINE_GROUP_PROGRAMME,
  TENURE_TIMELINE_GROUP_OWNER,
  TENURE_TIMELINE_N_GROUPINGS
} TenureTimelineGrouping;

/* What to show of a snapshot. */
typedef struct
{
  TenureTimelineGrouping grouping;
  TenureTimelineOrder order;
  gboolean collapsed;   /* every group closed, but for those in `toggled` */
  GHashTable *toggled;  /* (nullable) (element-type utf8): labels of groups that are the other way round */
  const char *scope;    /* (nullable): the filter in words */
  int year_start_month; /* 1–12 */
} TenureTimelineQuery;

/* The bars of a timeline with all that they borrow from, so that a frame being drawn, a worker and the page can each
 * keep it: immutable once made, counted by reference. */
typedef struct
{
  gatomicrefcount refs;
  TenureSnapshot *snapshot; /* (nullable): owns the names of the bars */
  GStringChunk *strings;    /* owns the rest */

  TenureTimelineBar *bars;
  guint n_bars;
  TenureTimelineGroup *groups;
  guint n_groups;
  TenureTimelineIndex *index;

  TenureDay as_of;
  TenureChartNotes notes;
} TenureTimelineModel;

/**
 * tenure_timeline_model_new:
 *
 * The agreements that @snapshot shows, a bar each, grouped in the order of the names of the groups, "Not recorded"
 * last where there is any such. Reads the snapshot only; made for a worker (about 0.1 s for 100,000 agreements).
 */
TenureTimelineModel *tenure_timeline_model_new (TenureSnapshot *snapshot, const TenureTimelineQuery *query);

/**
 * tenure_timeline_model_new_from_bars:
 * @bars: (transfer full): @n_bars of them, with names that outlive the model
 * @groups: (transfer full): likewise
 *
 * For tests, and for whoever has bars already.
 */
TenureTimelineModel *tenure_timeline_model_new_from_bars (TenureTimelineBar *bars,
                                                          guint n_bars,
                                                          TenureTimelineGroup *groups,
                                                          guint n_groups,
                                                          TenureTimelineOrder order,
                                                          TenureDay as_of);

TenureTimelineModel *tenure_timeline_model_ref (TenureTimelineModel *self);
void tenure_timeline_model_unref (TenureTimelineModel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureTimelineModel, tenure_timeline_model_unref)

/* The position of the bar of @record, or −1. */
int tenure_timeline_model_find (const TenureTimelineModel *self, TenureId record);

/* "By provider", "By service", …; translated, static. */
const char *tenure_timeline_grouping_label (TenureTimelineGrouping grouping);

G_END_DECLS
