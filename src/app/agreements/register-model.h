#pragma once

#include "app/agreements/register-row.h"
#include "store/document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The register as a list: a GListModel over an array of indexes that a worker sorted. Rows are made when they are
 * looked at and their records are loaded a screenful at a time, so the model costs the same at 5,000 and at 1,000,000
 * agreements. */
#define TENURE_TYPE_REGISTER_MODEL (tenure_register_model_get_type ())
G_DECLARE_FINAL_TYPE (TenureRegisterModel, tenure_register_model, TENURE, REGISTER_MODEL, GObject)

TenureRegisterModel *tenure_register_model_new (TenureDocument *document);

/**
 * tenure_register_model_set:
 * @order: (element-type guint32): indexes into the agreements of @snapshot
 *
 * What is to be listed from now on. The list becomes it piece by piece, by tenure_register_model_advance(); until then
 * the positions that it has not come to list what they did.
 */
void tenure_register_model_set (TenureRegisterModel *self, TenureSnapshot *snapshot, GArray *order);

/**
 * tenure_register_model_set_first:
 * @ids: (element-type TenureId): the first records, a screenful; not changed afterwards
 *
 * The same until there is a snapshot: rows with their recorded fields, and nothing where a column is computed.
 */
void tenure_register_model_set_first (TenureRegisterModel *self, GArray *ids);

/**
 * tenure_register_model_advance:
 *
 * Does the next piece: replaces up to @n of the rows between those that stay by id at the top and at the bottom, so that
 * an edit announces the smallest range; or tells up to @n of the rows that somebody holds to show themselves anew. Selection
 * and scroll position survive both.
 *
 * Returns: whether anything is left to do
 */
gboolean tenure_register_model_advance (TenureRegisterModel *self, guint n);

/* The position of the agreement, or GTK's invalid position (G_MAXUINT). */
guint tenure_register_model_find (TenureRegisterModel *self, TenureId id);

/* The id at @position, which must be inside the list; makes no row. */
TenureId tenure_register_model_get_id (TenureRegisterModel *self, guint position);

/* The snapshot behind the rows, lent; NULL at first. */
TenureSnapshot *tenure_register_model_get_snapshot (TenureRegisterModel *self);

G_END_DECLS
