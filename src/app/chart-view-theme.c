#include "config.h"
#include "app/chart-view-theme.h"

#include "app/gtk/text-scale.h"

#include <adwaita.h>

static char *
dup_font_family (GtkSettings *settings)
{
  g_autofree char *name = NULL;
  g_autoptr (PangoFontDescription) font = NULL;

  g_object_get (settings, "gtk-font-name", &name, NULL);
  font = pango_font_description_from_string (name ? name : "");
  return g_strdup (pango_font_description_get_family (font));
}

void
tenure_chart_view_theme_init (TenureChartTheme *theme, GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  GtkSettings *settings = gtk_widget_get_settings (widget);
  g_autofree char *family = dup_font_family (settings);

  tenure_chart_theme_init (theme, adw_style_manager_get_dark (style), adw_style_manager_get_high_contrast (style),
                           tenure_text_scale (), family);
}

void
tenure_chart_view_theme_watch (GtkWidget *widget, GCallback callback, GObject *object)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  GtkSettings *settings = gtk_widget_get_settings (widget);

  g_signal_connect_object (style, "notify::dark", callback, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", callback, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", callback, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-font-name", callback, object, G_CONNECT_SWAPPED);
}
