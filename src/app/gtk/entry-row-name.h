#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Lets a screen reader follow the keyboard into an entry row. In libadwaita 1.2 the text inside, which has the keyboard, is
 * kept from it, and the row, which it knows, never tells that the keyboard is in it: so the text is made known, by the
 * title that the row has when this is called, and the row becomes the group around it.
 *
 * With GTK 4.8 the words themselves are still told by the row; from 4.14 on by the text, too.
 *
 * To be called before @row is shown. Returns (transfer none): the text: what is said of the field is said of it. */
GtkAccessible *tenure_entry_row_set_spoken (AdwEntryRow *row);

G_END_DECLS
