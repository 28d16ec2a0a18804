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

static void
scale_clamp (AdwClamp *clamp, double scale)
{
  adw_clamp_set_maximum_size (clamp, (int) (adw_clamp_get_maximum_size (clamp) * scale));
  adw_clamp_set_tightening_threshold (clamp, (int) (adw_clamp_get_tightening_threshold (clamp) * scale));
}

/* Those of the toolkit's own pages, too. */
static void
scale_clamps (GtkWidget *widget, double scale)
{
  if (ADW_IS_CLAMP (widget))
    scale_clamp (ADW_CLAMP (widget), scale);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    scale_clamps (child, scale);
}

void
tenure_text_scale_window (GtkWindow *window)
{
  double scale = MAX (tenure_text_scale (), 1);
  int width, height;

  g_return_if_fail (GTK_IS_WINDOW (window));

  gtk_window_get_default_size (window, &width, &height);
  if (scale <= 1)
    return;
  gtk_window_set_default_size (window, width > 0 ? (int) (width * scale) : width,
                               height > 0 ? (int) (height * scale) : height);
  scale_clamps (GTK_WIDGET (window), scale);
}
