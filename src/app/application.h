#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The program as a whole: it makes windows, one a document, and holds the actions that need no document. */
#define TENURE_TYPE_APPLICATION (tenure_application_get_type ())
G_DECLARE_FINAL_TYPE (TenureApplication, tenure_application, TENURE, APPLICATION, AdwApplication)

TenureApplication *tenure_application_new (void);

G_END_DECLS
