#pragma once

#include "chart/scene.h"

G_BEGIN_DECLS

/**
 * tenure_chart_timeline_key:
 * @width: in px; as many lines are taken as it needs
 * @height: in px; the scene is as tall as its lines, whatever this says
 *
 * What the signs of the timeline mean: term, options, open end, decision day, notice and assumed notice, renewal, gap,
 * not recorded, as-of day and the glyphs of the flag levels, each drawn as the timeline draws it with its word beside it.
 * The same key is painted under a picture of the timeline that has headings.
 */
TenureScene *tenure_chart_timeline_key (double width,
                                        double height,
                                        const TenureChartTheme *theme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
