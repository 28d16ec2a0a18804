#pragma once

#include <glib-object.h>

#include "app/snapshot.h"

G_BEGIN_DECLS

#define TENURE_BOARD_ITEM_ALL (-1)

/* A row of the list of boards, or, with TENURE_BOARD_ITEM_ALL, the row that stands for all of them compared.
 * Properties (read only): level (int), name, summary (strings). */
#define TENURE_TYPE_BOARD_ITEM (tenure_board_item_get_type ())
G_DECLARE_FINAL_TYPE (TenureBoardItem, tenure_board_item, TENURE, BOARD_ITEM, GObject)

/* @board: index into the facts' boards. */
TenureBoardItem *tenure_board_item_new (TenureSnapshot *snapshot, int board);

int tenure_board_item_get_board (TenureBoardItem *self);

G_END_DECLS
