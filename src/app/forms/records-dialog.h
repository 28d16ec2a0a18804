#pragma once

#include "app/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The records of a type that has no page of its own, in a window over the main one: what they are, how they are used, and
 * adding, changing and deleting them through the catalogue's forms. A type is one row of the table in records-dialog.c;
 * of such records a document has a handful, at most some hundred. */
#define TENURE_TYPE_RECORDS_DIALOG (tenure_records_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TenureRecordsDialog, tenure_records_dialog, TENURE, RECORDS_DIALOG, AdwWindow)

/* @parent: the window whose actions (actions.h) add and edit records, lent
 * @type: portfolio, usual terms, exemption, price index or scenario */
TenureRecordsDialog *tenure_records_dialog_new (GtkWindow *parent, TenureSession *session, TenureRecordType type);

G_END_DECLS
