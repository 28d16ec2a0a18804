#pragma once

#include <glib-object.h>

#include "register/snapshot.h"

G_BEGIN_DECLS

#define TENURE_BOARD_ITEM_ALL (-1)

/* A row of the list of boards, or, with TENURE_BOARD_ITEM_ALL, the row that stands for all of them compared.
 * Properties (read only): level (int), name, summary (strings), opacity (of the name: less for a board that does not
 * exist on the day). */
#define TENURE_TYPE_BOARD_ITEM (tenure_board_item_get_type ())
G_DECLARE_FINAL_TYPE (TenureBoardItem, tenure_board_item, TENURE, BOARD_ITEM, GObject)

/* The id of the board; NONE for all of them. */
TenureId tenure_board_item_get_id (TenureBoardItem *self);

/* Is as @other from now on; notifies of the properties that differ. */
void tenure_board_item_take (TenureBoardItem *self, TenureBoardItem *other);

/* @board: index into the facts' boards. */
TenureBoardItem *tenure_board_item_new (TenureSnapshot *snapshot, int board);

int tenure_board_item_get_board (TenureBoardItem *self);

G_END_DECLS
