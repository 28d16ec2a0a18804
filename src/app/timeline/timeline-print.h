#pragma once

#include <gtk/gtk.h>

#include "app/timeline/timeline-model.h"
#include "chart/theme.h"

G_BEGIN_DECLS

/* Asks for a file and writes all of @model into it, over as many pages of a PDF as that takes, with the days from @from
 * to before @after. A worker does it; the window of @widget shows how far it is and says how it went. @family: of the
 * letters. */
void tenure_timeline_print (
    GtkWidget *widget, TenureTimelineModel *model, TenureDay from, TenureDay after, const char *family);

G_END_DECLS
