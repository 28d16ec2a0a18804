#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*TenureWhenShownFunc) (gpointer widget);

/**
 * tenure_when_shown:
 * @func: called with @widget; it lives as long as the program
 *
 * Calls @func now if @widget is on screen, otherwise once when it comes there; asked twice meanwhile, the later function
 * counts. A page that stands behind another one need not follow every letter of a search: six pages that did held the
 * window up for 200 ms when the day changed. It catches up when it is shown again.
 */
void tenure_when_shown (GtkWidget *widget, TenureWhenShownFunc func);

G_END_DECLS
