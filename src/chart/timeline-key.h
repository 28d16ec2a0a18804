#pragma once

#include "chart/timeline.h"

G_BEGIN_DECLS

/**
 * tenure_chart_timeline_key:
 * @index: (nullable): what the key is beside; signs that are nowhere in it are left out. NULL: all but the ghosts
 * @width: in px; as many lines are taken as it needs
 * @height: in px; the scene is as tall as its lines, whatever this says
 *
 * What the signs of the timeline mean: term, options, open end, decision day, notice and assumed notice, renewal, gap,
 * variation, not recorded, an earlier record, the bars and lines of the strip, as-of day and the glyphs of the flag levels,
 * each drawn as the timeline draws it with its word beside it.
 * The same key is painted under a picture of the timeline that has headings.
 */
TenureScene *tenure_chart_timeline_key (const TenureTimelineIndex *index,
                                        double width,
                                        double height,
                                        const TenureChartTheme *theme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
