#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Cards in columns of one width, as many as find room, in the order of the children: rows as even as they get, each as high
 * as its highest card. A card with the style class "tenure-wide" has a row for itself. A flow box would measure all its
 * children at every width that it tries: five cards of wrapped words took it 20 ms.
 *
 * Properties:
 *   least-width (int): the least width of a column, px at text scale 1; wider where a card needs more. 240 unless set
 *   most-columns (int): however wide; 2 unless set
 * Tests: tests/app/test-cards-layout.c. */
#define TENURE_TYPE_CARDS_LAYOUT (tenure_cards_layout_get_type ())
G_DECLARE_FINAL_TYPE (TenureCardsLayout, tenure_cards_layout, TENURE, CARDS_LAYOUT, GtkLayoutManager)

GtkLayoutManager *tenure_cards_layout_new (int least_width, int most_columns);

G_END_DECLS
