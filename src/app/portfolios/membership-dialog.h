#pragma once

#include "app/window.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Which portfolios the selected agreements belong to, by rule and by hand, in a window over the main one: each portfolio is
 * a row with buttons that put all of them in by hand, or take out those that were put in. One press is one step. */
#define TENURE_TYPE_MEMBERSHIP_DIALOG (tenure_membership_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TenureMembershipDialog, tenure_membership_dialog, TENURE, MEMBERSHIP_DIALOG, AdwWindow)

/* @ids: (element-type TenureId): the agreements, at least one; referenced */
TenureMembershipDialog *tenure_membership_dialog_new (TenureWindow *window, GArray *ids);

/* Without the dialog: takes those of @ids out of @portfolio that were put in by hand, with a toast in @window. */
void tenure_membership_take_out_of (TenureWindow *window, TenureId portfolio, GArray *ids);

G_END_DECLS
