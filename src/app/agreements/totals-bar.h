#pragma once

#include "app/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the agreements that the filter shows come to, or, of several selected ones, those: a line with "Why?" beside it. It
 * follows the session; sums are made on a worker. */
#define TENURE_TYPE_TOTALS_BAR (tenure_totals_bar_get_type ())
G_DECLARE_FINAL_TYPE (TenureTotalsBar, tenure_totals_bar, TENURE, TOTALS_BAR, GtkWidget)

GtkWidget *tenure_totals_bar_new (TenureSession *session);

/* (element-type TenureId): the selected agreements; fewer than two are as good as none. */
void tenure_totals_bar_set_selection (TenureTotalsBar *self, GArray *agreements);

G_END_DECLS
