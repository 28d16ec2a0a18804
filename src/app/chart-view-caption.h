#pragma once

#include <gtk/gtk.h>

#include "chart/theme.h"

G_BEGIN_DECLS

/* The words beside a mark that is pointed at or has the keyboard: a dark label on a light chart and the reverse, above
 * @anchor when there is room, below it otherwise, kept inside @bounds. Drawn by the chart itself rather than as a
 * tooltip window, so that it is there at once, follows the arrow keys as it follows the pointer, and costs no
 * surface. */
void tenure_chart_view_snapshot_caption (GtkWidget *widget,
                                         GtkSnapshot *snapshot,
                                         const TenureChartTheme *theme,
                                         const char *text,
                                         const graphene_rect_t *anchor,
                                         const graphene_rect_t *bounds);

G_END_DECLS
