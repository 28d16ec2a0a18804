#pragma once

#include "register/snapshot.h"
#include "report/timeline-bars.h"

G_BEGIN_DECLS

/* What to show of a snapshot. */
typedef struct
{
  TenureTimelineGroupingChoice choice;
  TenureTimelineOrder order;
  gboolean collapsed;   /* every group closed, but for those in `toggled` */
  GHashTable *toggled;  /* (nullable) (element-type utf8): keys of groups that are the other way round */
  const char *scope;    /* (nullable): the filter in words */
  int year_start_month; /* 1–12 */
  TenureSnapshot *past; /* (nullable): the same filter on what was recorded earlier, to stand behind */
  TenureDay recorded;   /* the day that `past` stands for */
} TenureTimelineQuery;

/* The bars of a timeline with all that they borrow from, so that a frame being drawn, a worker and the page can each
 * keep it: immutable once made, counted by reference. */
typedef struct
{
  gatomicrefcount refs;
  TenureSnapshot *snapshot, *past; /* (nullable): own the names of the bars */
  TenureTimelineBars *own;         /* (nullable): owns the arrays below, of a model of a snapshot */
  GStringChunk *strings;           /* owns the rest */

  TenureTimelineBar *bars;
  guint n_bars;
  TenureTimelineGroup *groups;
  const char **keys; /* (nullable): of the groups; NULL: their labels are */
  guint n_groups;
  TenureTimelineIndex *index;

  TenureDay as_of;
  TenureChartNotes notes;
} TenureTimelineModel;

/**
 * tenure_timeline_model_new:
 *
 * The agreements that @snapshot shows, a bar each, grouped as report/timeline-groups.h says. Reads the snapshot only; made
 * for a worker.
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

/* What tells group @group from all others, whatever else is shown: its names, outermost first. Lent. */
const char *tenure_timeline_model_get_key (const TenureTimelineModel *self, guint group);

/* The position of the bar of @record, or −1. */
int tenure_timeline_model_find (const TenureTimelineModel *self, TenureId record);

G_END_DECLS
