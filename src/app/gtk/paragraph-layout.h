#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lays out one child, a label that wraps, and asks it for its height at the width that there is, nothing else. A wrapping
 * label in a box is measured by the toolkit at many widths each time its words change: for the sentence below the register
 * this took 35 of the 45 ms in which the page was laid out. The child takes what width it is given.
 * Test: tests/app/test-paragraph-layout.c. */
#define TENURE_TYPE_PARAGRAPH_LAYOUT (tenure_paragraph_layout_get_type ())
G_DECLARE_FINAL_TYPE (TenureParagraphLayout, tenure_paragraph_layout, TENURE, PARAGRAPH_LAYOUT, GtkLayoutManager)

GtkLayoutManager *tenure_paragraph_layout_new (void);

/* A widget with such a layout round @label. */
GtkWidget *tenure_paragraph_new (GtkLabel *label);

G_END_DECLS
