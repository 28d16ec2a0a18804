#pragma once

#include <gtk/gtk.h>

#include "register/snapshot.h"

G_BEGIN_DECLS

/* One board: its seats as a hemicycle, the sector's share of seats, votes and (where switched on) power with target and
 * shortfall in words, what is flagged and why, and the seats as a list. Editing goes through the window's actions. */
#define TENURE_TYPE_BOARD_VIEW (tenure_board_view_get_type ())
G_DECLARE_FINAL_TYPE (TenureBoardView, tenure_board_view, TENURE, BOARD_VIEW, GtkWidget)

/* Shows board @board (index into the facts' boards) of @snapshot; NULL: nothing. */
void tenure_board_view_set_board (TenureBoardView *self, TenureSnapshot *snapshot, guint board);

G_END_DECLS
