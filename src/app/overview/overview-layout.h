#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lays out the overview in the room there is. Children in order: the figures, the list, then the charts.
 *
 *   wide (from 980 px)      figures across; the list at the side, about a third; charts beside it, two in a row
 *   middle (from 620 px)    figures; the list; charts two in a row
 *   narrow                  one below the other
 *
 * Room that is left over below goes to the charts (and, when wide, to the list): no empty areas on large screens.
 * Tests: tests/app/test-overview-layout.c. */
#define TENURE_TYPE_OVERVIEW_LAYOUT (tenure_overview_layout_get_type ())
G_DECLARE_FINAL_TYPE (TenureOverviewLayout, tenure_overview_layout, TENURE, OVERVIEW_LAYOUT, GtkLayoutManager)

G_END_DECLS
