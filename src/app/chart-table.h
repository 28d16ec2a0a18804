#pragma once

#include <adwaita.h>

#include "base/id.h"
#include "chart/scene.h"

G_BEGIN_DECLS

/* The table twin of a chart, in a window of its own: the marks of a scene as rows and columns, made of the same
 * figures. Columns of numbers align at their end; a row that stands for a record opens it. "Copy" puts the table, with
 * title and footnote, on the clipboard, for a letter as well as for a spreadsheet.
 *
 * Signals: ::record-activated (TenureId record). */

#define TENURE_TYPE_CHART_TABLE (tenure_chart_table_get_type ())
G_DECLARE_FINAL_TYPE (TenureChartTable, tenure_chart_table, TENURE, CHART_TABLE, AdwWindow)

/* Reads @scene now and keeps nothing of it. Not yet shown. */
TenureChartTable *tenure_chart_table_new (TenureScene *scene, GtkWindow *parent);

G_END_DECLS
