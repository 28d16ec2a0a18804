#pragma once

#include <cairo.h>

#include "chart/theme.h"

G_BEGIN_DECLS

/* Patterns are lines and dots on one grid fixed to the scene's origin, so that neighbouring shapes line up.
 * On images they are painted as a small repeated tile (a hundred times faster than strokes), elsewhere as
 * strokes, which stay sharp at any size. */

/* Paints @pattern in @colour over what the current path encloses, and clears the path. */
void tenure_pattern_fill (cairo_t *cr, TenureChartPattern pattern, TenureRgba colour);

/* The tone in which a pattern is laid over a fill: dark on light colours, light on dark ones. */
TenureRgba tenure_pattern_tone (TenureRgba fill);

G_END_DECLS
