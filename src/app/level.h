#pragma once

#include <gtk/gtk.h>

#include "catalogue/rule.h"

G_BEGIN_DECLS

/* Flag levels in lists and forms: a shape, a word and a colour, the shapes being those of the charts (chart/theme.h), so
 * that colour never carries the meaning alone. */

/* "◆", "▲", "●", "□"; "" for NONE. */
const char *tenure_level_get_glyph (TenureLevel level);

/* Makes @label show glyph and word ("◆ red"), or nothing for NONE, in the colour of the level. */
void tenure_level_show (GtkLabel *label, TenureLevel level);

/* The same with @text in place of the word: "◆ Short term". */
void tenure_level_show_text (GtkLabel *label, TenureLevel level, const char *text);

G_END_DECLS
