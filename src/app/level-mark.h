#pragma once

#include <gtk/gtk.h>

#include "catalogue/rule.h"
#include "chart/theme.h"

G_BEGIN_DECLS

/* The glyph of a flag level beside a text: the same shape and colour as in charts, so that one learns it once. Nothing
 * for TENURE_LEVEL_NONE, but the room is kept.
 *
 * Property: level (int): TenureLevel. Accessible as an image named by the level. */
#define TENURE_TYPE_LEVEL_MARK (tenure_level_mark_get_type ())
G_DECLARE_FINAL_TYPE (TenureLevelMark, tenure_level_mark, TENURE, LEVEL_MARK, GtkWidget)

GtkWidget *tenure_level_mark_new (TenureLevel level);

TenureLevel tenure_level_mark_get_level (TenureLevelMark *self);
void tenure_level_mark_set_level (TenureLevelMark *self, TenureLevel level);

G_END_DECLS
