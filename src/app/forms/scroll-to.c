#include "config.h"
#include "app/forms/scroll-to.h"

/* As long as libadwaita's expander rows take to open. */
#define SETTLE_MS 260

#define MARGIN_PX 24

static void
scroll_to (GtkWidget *widget)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *viewport = window != NULL ? gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (window)) : NULL;
  GtkAdjustment *adjustment;
  double x, y;

  if (viewport == NULL || !gtk_widget_translate_coordinates (widget, viewport, 0, 0, &x, &y))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
  y += gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, y - MARGIN_PX, y + gtk_widget_get_height (widget) + MARGIN_PX);
}

static gboolean
settled_cb (gpointer data)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (data);

  if (widget != NULL && gtk_widget_get_mapped (widget))
    scroll_to (widget);
  return G_SOURCE_REMOVE;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

void
tenure_scroll_to_soon (GtkWidget *widget)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, widget);
  g_timeout_add_full (G_PRIORITY_DEFAULT, SETTLE_MS, settled_cb, ref, weak_ref_free);
}
