#pragma once

#include "app/agreements/register-layout.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* A list of agreements that is asked for: of which figures and filter, and in which order. */
typedef struct
{
  TenureSnapshot *snapshot;
  TenureRegisterSort sorts[TENURE_REGISTER_MAX_SORTS];
  guint n_sorts;
} TenureRegisterOrder;

TenureRegisterOrder *tenure_register_order_new (TenureSnapshot *snapshot, const TenureRegisterSort *sorts, guint n_sorts);
void tenure_register_order_free (gpointer order);

/* Whether somebody who looks at @before asked for something else: another filter or another order. An edit, or another day,
 * leaves people where they are. */
gboolean tenure_register_order_is_another (const TenureRegisterOrder *order, const TenureRegisterOrder *before);

/* (element-type guint32): indexes into the facts, as listed. For a worker: the `find` of a TenureLookup. */
gpointer tenure_register_order_find (TenureReader *reader, gpointer order, GCancellable *cancellable, GError **error);

G_END_DECLS
