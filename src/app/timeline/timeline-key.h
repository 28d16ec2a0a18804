#pragma once

#include "chart/scene.h"

G_BEGIN_DECLS

/* What the signs of the timeline mean: bar, options, decision day, notice and assumed notice, renewal, gap, not
 * recorded, as-of day and the glyphs of the flag levels, each drawn as the timeline draws it with its word beside it, in
 * as many lines as it takes at @width. Of the form of a provider of a chart view; @user_data is not used. */
TenureScene *
tenure_timeline_key_new (double width, double height, const TenureChartTheme *theme, gpointer user_data);

G_END_DECLS
