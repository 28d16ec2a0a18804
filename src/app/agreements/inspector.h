#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

G_BEGIN_DECLS

/* What stands at the end of the window and tells about the selected record: its flags and why, what is worked out from
 * it, what is recorded, what is not, what hangs on it, and what happened to it. */
#define TENURE_TYPE_INSPECTOR (tenure_inspector_get_type ())
G_DECLARE_FINAL_TYPE (TenureInspector, tenure_inspector, TENURE, INSPECTOR, GtkWidget)

GtkWidget *tenure_inspector_new (TenureSession *session);

G_END_DECLS
