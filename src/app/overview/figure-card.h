#pragma once

#include <gtk/gtk.h>

#include "app/explain-view.h"
#include "app/overview/overview-figures.h"

G_BEGIN_DECLS

/* One big figure: title, value, a line that says more, how much of it is known, and a "Why?" button. */
#define TENURE_TYPE_FIGURE_CARD (tenure_figure_card_get_type ())
G_DECLARE_FINAL_TYPE (TenureFigureCard, tenure_figure_card, TENURE, FIGURE_CARD, GtkWidget)

/* @why explains the figure when somebody asks; it lives as long as the card. */
GtkWidget *tenure_figure_card_new (const char *title, TenureExplainFunc why, gpointer user_data, GDestroyNotify destroy);

/* Copies the texts. */
void tenure_figure_card_set_figure (TenureFigureCard *self, const TenureOverviewFigure *figure);

G_END_DECLS
