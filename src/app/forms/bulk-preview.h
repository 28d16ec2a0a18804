#pragma once

#include "app/forms/bulk-plan.h"
#include "app/window.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a change of many records would do, before it is done: what becomes of the figures, and each record with what it was
 * and what it becomes. Worked out on workers: first the plan, which doing it waits for; then the figures.
 *
 * Signals:
 *   ::planned (): tenure_bulk_preview_get_work() has an answer */
#define TENURE_TYPE_BULK_PREVIEW (tenure_bulk_preview_get_type ())
G_DECLARE_FINAL_TYPE (TenureBulkPreview, tenure_bulk_preview, TENURE, BULK_PREVIEW, GtkBox)

GtkWidget *tenure_bulk_preview_new (TenureWindow *window);

/* @records: (element-type TenureRecord): what is changed; NULL for one that is gone. Changed by nobody from now on. */
void tenure_bulk_preview_set_records (TenureBulkPreview *self, GPtrArray *records);

/* @change: (transfer full) (nullable): what is to be shown, once it stayed the same for a moment
 * @words: what is said while there is nothing to show */
void tenure_bulk_preview_show (TenureBulkPreview *self, TenureBulkChange *change, const char *words);

/* A change with what it does, to be handed to a worker: counted by reference, changed by nobody. */
typedef struct
{
  TenureBulkChange *change;
  TenureBulkPlan *plan;
} TenureBulkWork;

TenureBulkWork *tenure_bulk_work_ref (TenureBulkWork *work);
void tenure_bulk_work_unref (gpointer work);

/* What the change that is shown does; NULL while it is being worked out, or when there is nothing to show. Lent. */
TenureBulkWork *tenure_bulk_preview_get_work (TenureBulkPreview *self);

/* Ends what is being worked out: the change is going to be made. */
void tenure_bulk_preview_stop (TenureBulkPreview *self);

G_END_DECLS
