#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/* Asks for a name and writes the days to keep of the agreements that the window shows (report/calendar.h) under it, on a
 * worker. A toast says how many and of what; a dialog, what went wrong. */
void tenure_export_calendar (TenureWindow *window);

G_END_DECLS
