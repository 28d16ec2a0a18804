#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The word for the sector in what is printed and drawn (base/i18n.h). @word is that of the option --sector, "" for the usual
 * one; NULL takes the word that the person has chosen in the Preferences of the desktop program, where its settings are
 * installed, so that a chart of the command line and one of the window read alike. */
void tenure_sector_take (const char *word);

G_END_DECLS
