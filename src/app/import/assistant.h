#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/* The import assistant for one file: reading, then a preview that can be corrected (columns, open questions, providers,
 * problems), then the import with progress, then a report. The preview is a rehearsal on a worker that is repeated
 * after every answer; it writes nothing. */
#define TENURE_TYPE_IMPORT_ASSISTANT (tenure_import_assistant_get_type ())
G_DECLARE_FINAL_TYPE (TenureImportAssistant, tenure_import_assistant, TENURE, IMPORT_ASSISTANT, AdwWindow)

/* Over @window, whose document takes the records. */
TenureImportAssistant *tenure_import_assistant_new (TenureWindow *window, GFile *file);

G_END_DECLS
