#include "config.h"
#include "app/gtk/text-scale.h"

/* Xft counts dots per inch in 1024ths, and 96 of them are text at its natural size. */
#define USUAL_DPI (96.0 * 1024)

double
tenure_text_scale (void)
{
  int dpi = 0;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / USUAL_DPI : 1;
}

void
tenure_text_scale_window (GtkWindow *window)
{
  double scale = MAX (tenure_text_scale (), 1);
  int width, height;

  g_return_if_fail (GTK_IS_WINDOW (window));

  gtk_window_get_default_size (window, &width, &height);
  if (scale > 1)
    gtk_window_set_default_size (window, width > 0 ? (int) (width * scale) : width,
                                 height > 0 ? (int) (height * scale) : height);
}

void
tenure_text_scale_clamp (AdwClamp *clamp)
{
  double scale = MAX (tenure_text_scale (), 1);

  g_return_if_fail (ADW_IS_CLAMP (clamp));

  adw_clamp_set_maximum_size (clamp, (int) (adw_clamp_get_maximum_size (clamp) * scale));
  adw_clamp_set_tightening_threshold (clamp, (int) (adw_clamp_get_tightening_threshold (clamp) * scale));
}
