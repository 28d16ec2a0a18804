#include "app/tooltip.h"

/* All of the text of a cell that had to cut it short; NULL for others. */
static const char *
get_cut_text (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (GTK_IS_LABEL (widget))
    return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))) ? gtk_label_get_text (GTK_LABEL (widget))
                                                                                  : NULL;
  if (!GTK_IS_INSCRIPTION (widget))
    return NULL;
  layout = gtk_widget_create_pango_layout (widget, gtk_inscription_get_text (GTK_INSCRIPTION (widget)));
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width > gtk_widget_get_width (widget) ? gtk_inscription_get_text (GTK_INSCRIPTION (widget)) : NULL;
}

static gboolean
query_cb (GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip, gpointer data)
{
  const char *text = g_object_get_data (G_OBJECT (widget), "tenure-tooltip");

  if (text == NULL)
    text = get_cut_text (widget);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
answer_pointer (GtkWidget *widget)
{
  if (gtk_widget_get_has_tooltip (widget))
    return;
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_cb), NULL);
}

void
tenure_tooltip_set (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_object_set_data (G_OBJECT (widget), "tenure-tooltip", (gpointer) text);
  answer_pointer (widget);
}

void
tenure_tooltip_take (GtkWidget *widget, char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_object_set_data_full (G_OBJECT (widget), "tenure-tooltip", text, g_free);
  answer_pointer (widget);
}
