#pragma once

#include "app/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What pays people and organisations for taking part, and who is not paid: a budget's burn-up, hours paid and unpaid, and
 * the way to budgets, rates and claims. */
#define TENURE_TYPE_TAKING_PART_PAGE (tenure_taking_part_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureTakingPartPage, tenure_taking_part_page, TENURE, TAKING_PART_PAGE, GtkWidget)

GtkWidget *tenure_taking_part_page_new (TenureSession *session);

G_END_DECLS
