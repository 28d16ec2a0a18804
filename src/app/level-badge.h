#pragma once

#include <gtk/gtk.h>

#include "catalogue/rule.h"

G_BEGIN_DECLS

/* A flag level in words: its glyph (level-mark.h), so that colour never carries the meaning alone, and beside it the word
 * of the level or the name of what is flagged. Read aloud: the level, then the words. */
#define TENURE_TYPE_LEVEL_BADGE (tenure_level_badge_get_type ())
G_DECLARE_FINAL_TYPE (TenureLevelBadge, tenure_level_badge, TENURE, LEVEL_BADGE, GtkWidget)

GtkWidget *tenure_level_badge_new (void);

/* Shows @text with the glyph of @level. NULL for @text: the word of the level, and nothing at all for NONE. */
void tenure_level_badge_show (TenureLevelBadge *self, TenureLevel level, const char *text);

G_END_DECLS
