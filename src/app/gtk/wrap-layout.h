#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children one after the other in lines, as words stand in a paragraph: as many to a line as there is room for, each
 * as wide as it likes to be, but no wider than the line, and in the middle of the line's height. (GtkFlowBox would set
 * them in columns.) Mirrored from right to left. Test: tests/app/test-wrap-layout.c. */
#define TENURE_TYPE_WRAP_LAYOUT (tenure_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (TenureWrapLayout, tenure_wrap_layout, TENURE, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *tenure_wrap_layout_new (void);

G_END_DECLS
