#pragma once

#include "analysis/completeness.h"
#include "base/id.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is not recorded of a record, as the way to where it is entered: a button called like the field, which opens the form
 * with the keyboard there; or like what belongs to it, which opens the form with a new one. */
GtkWidget *tenure_missing_button_new (TenureRecordType type, TenureId id, TenureCounted counted);

/* The same of an organisation whose accounts looked at are @accounts (analysis/accounts.h): where these are of one year,
 * what they lack is entered with that year, since its own fields would change nothing. */
GtkWidget *tenure_missing_accounts_button_new (TenureId id, const TenureFactAccounts *accounts, TenureCounted counted);

G_END_DECLS
