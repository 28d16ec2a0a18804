#pragma once

#include <gtk/gtk.h>

#include "register/snapshot.h"

G_BEGIN_DECLS

/* A card of the overview about how long funding is promised and lasts: one of the charts "survival", "trend" and
 * "distribution", with a "Why?" button, and for the last with a choice of what it is by. What the chart rests on is worked
 * out by a worker once there is a snapshot, so that neither the first figures nor a frame wait for it; until then the old
 * picture stands.
 *
 * Property: chart (string, construct only), the name of the chart.
 * Signals: ::record-activated (TenureId record), as of a TenureChartView;
 *   ::shown (): the picture of the snapshot has had a frame to itself, so that the next card may draw. */
#define TENURE_TYPE_TERM_CARD (tenure_term_card_get_type ())
G_DECLARE_FINAL_TYPE (TenureTermCard, tenure_term_card, TENURE, TERM_CARD, GtkWidget)

/* Shows the chart of @snapshot, of which it keeps a reference. */
void tenure_term_card_set_snapshot (TenureTermCard *self, TenureSnapshot *snapshot);

G_END_DECLS
