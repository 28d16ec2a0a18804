#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Gives a combo row of strings a list whose items a screen reader can name: those of libadwaita 1.2 have none. The look
 * stays: the words, and a check mark on what is chosen. */
void tenure_combo_row_set_spoken (AdwComboRow *row);

G_END_DECLS
