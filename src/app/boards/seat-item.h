#pragma once

#include <glib-object.h>

#include "register/snapshot.h"

G_BEGIN_DECLS

/* A row of the list of seats. Properties (read only): level (int), title, bloc, holder, since, vote (strings). */
#define TENURE_TYPE_SEAT_ITEM (tenure_seat_item_get_type ())
G_DECLARE_FINAL_TYPE (TenureSeatItem, tenure_seat_item, TENURE, SEAT_ITEM, GObject)

/* @seat: index into the facts' seats. */
TenureSeatItem *tenure_seat_item_new (TenureSnapshot *snapshot, guint seat);

TenureId tenure_seat_item_get_id (TenureSeatItem *self);

G_END_DECLS
