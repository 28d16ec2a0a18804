#pragma once

#include <gtk/gtk.h>

#include "chart/theme.h"

G_BEGIN_DECLS

/* The look of charts as the desktop asks for it: dark or light and high contrast from AdwStyleManager, text scale from
 * the resolution of fonts (gtk-xft-dpi), family from the interface font. */

/* A screen theme for @widget's settings. */
void tenure_chart_view_theme_init (TenureChartTheme *theme, GtkWidget *widget);

/* Calls @callback (the object first, as for a swapped signal) whenever one of those changes, for the life of
 * @object. */
void tenure_chart_view_theme_watch (GtkWidget *widget, GCallback callback, GObject *object);

G_END_DECLS
