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
 * Lists this from now on. Where few records come or go the smallest range of rows is announced. Where many do, as in another
 * order, the rows that are there take other records and will say that they changed: GTK 4.8 measures the cells of 200
 * rows anew when a row is replaced, 60 ms, and none when a cell draws another text. What remains is done by
 * tenure_register_model_advance(); the ids are right at once but at the end of the list.
 *
 * Returns: whether positions stand for other records than before, so that a selection of positions means nothing any more
 */
gboolean tenure_register_model_set (TenureRegisterModel *self, TenureSnapshot *snapshot, GArray *order);

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
 * Does the next piece: tells up to @n of the rows that somebody holds to show themselves anew, those at the top first; when
 * all are told, adds or removes up to @n rows at the end.
 *
 * Returns: whether anything is left to do
 */
gboolean tenure_register_model_advance (TenureRegisterModel *self, guint n);

/* The position of the agreement, or GTK's invalid position (G_MAXUINT). */
guint tenure_register_model_find (TenureRegisterModel *self, TenureId id);

/* The id at @position, which must be inside the list; makes no row. */
TenureId tenure_register_model_get_id (TenureRegisterModel *self, guint position);

/* (element-type TenureId): all that is listed, with those at the end that have no row yet. The caller unrefs. */
GArray *tenure_register_model_dup_ids (TenureRegisterModel *self);

/* The snapshot behind the rows, lent; NULL at first. */
TenureSnapshot *tenure_register_model_get_snapshot (TenureRegisterModel *self);

G_END_DECLS
