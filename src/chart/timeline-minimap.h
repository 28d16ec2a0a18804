#pragma once

#include "chart/timeline.h"

G_BEGIN_DECLS

/* The map of all years below the rows, where the frame asks for it: how many agreements run, and a window over the days in
 * view that can be moved, widened, narrowed or drawn anew. It covers the days of the data, but not more than thirty years on
 * either side of the as-of day: one term of centuries would leave no room for the others. Test: "/timeline/minimap". */

typedef enum
{
  TENURE_BRUSH_NONE,    /* not on the map */
  TENURE_BRUSH_WINDOW,  /* inside the window: moves it */
  TENURE_BRUSH_LEFT,    /* on an edge: moves that one alone */
  TENURE_BRUSH_RIGHT,   /* likewise */
  TENURE_BRUSH_OUTSIDE, /* beside the window: draws a new one; a click brings the middle of the window there */
} TenureTimelineBrush;

/* What a press at (x, y) takes hold of. */
TenureTimelineBrush tenure_timeline_brush_at (const TenureTimelineIndex *index,
                                              const TenureTimelineView *view,
                                              const TenureTimelineFrame *frame,
                                              const TenureChartTheme *theme,
                                              double x,
                                              double y);

/* The view after a drag from @from_x to @to_x, given the @view at its beginning. */
void tenure_timeline_view_brush (TenureTimelineView *view,
                                 const TenureTimelineIndex *index,
                                 const TenureTimelineFrame *frame,
                                 const TenureChartTheme *theme,
                                 TenureTimelineBrush brush,
                                 double from_x,
                                 double to_x);

G_END_DECLS
