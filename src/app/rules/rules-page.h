#pragma once

#include "app/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The rules as they are on the day looked at, in the portfolio looked at: each with its source, what it raises now and who
 * is exempted, to be changed, switched off and reset (rule-dialog.h). */
#define TENURE_TYPE_RULES_PAGE (tenure_rules_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureRulesPage, tenure_rules_page, TENURE, RULES_PAGE, GtkWidget)

GtkWidget *tenure_rules_page_new (TenureSession *session);

G_END_DECLS
