#pragma once

#include "chart/timeline.h"

G_BEGIN_DECLS

/* The committed end of a bar as a thing that can be taken hold of, to ask what would be if it were another day. Tests:
 * "/timeline/edge" and "/timeline/edge-day". */

/* Where the end of a bar is painted: the line x, from y down for @height pixels of the frame. */
typedef struct
{
  int bar; /* index into data.bars */
  double x, y, height;
} TenureTimelineEdge;

/* Whether a committed end is within @reach_px of (x, y) beside it, and within its row. Ends that are not recorded, come
 * before their start or have none cannot be taken hold of, nor can bars of closed groups, those narrower than twice
 * @reach_px, and rows thinner than a line of text. Of two ends within reach the nearer. */
gboolean tenure_timeline_edge_at (const TenureTimelineIndex *index,
                                  const TenureTimelineView *view,
                                  const TenureTimelineFrame *frame,
                                  const TenureChartTheme *theme,
                                  double x,
                                  double y,
                                  double reach_px,
                                  TenureTimelineEdge *out_edge);

/* The last day of a bar whose end is at @x: the end of a month where one is within @snap_px, and no day before @first. */
TenureDay tenure_timeline_edge_day (const TenureTimelineIndex *index,
                                    const TenureTimelineView *view,
                                    const TenureTimelineFrame *frame,
                                    const TenureChartTheme *theme,
                                    double x,
                                    double snap_px,
                                    TenureDay first);

/* Where the end of @last is: the reverse. */
double tenure_timeline_edge_x (const TenureTimelineIndex *index,
                               const TenureTimelineView *view,
                               const TenureTimelineFrame *frame,
                               const TenureChartTheme *theme,
                               TenureDay last);

G_END_DECLS
