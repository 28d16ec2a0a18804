#pragma once

#include <gtk/gtk.h>

#include "base/id.h"

G_BEGIN_DECLS

/* A button with what can happen to the agreement next: a new term, an option taken up, an early end, a part
 * passed on. */
GtkWidget *tenure_agreement_menu_new (TenureId agreement);

G_END_DECLS
