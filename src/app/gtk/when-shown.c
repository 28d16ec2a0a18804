#include "app/gtk/when-shown.h"

static GQuark
func_quark (void)
{
  return g_quark_from_static_string ("tenure-when-shown");
}

static void
mapped_cb (GtkWidget *widget)
{
  TenureWhenShownFunc func = (TenureWhenShownFunc) g_object_steal_qdata (G_OBJECT (widget), func_quark ());

  g_signal_handlers_disconnect_by_func (widget, mapped_cb, NULL);
  if (func != NULL)
    func (widget);
}

void
tenure_when_shown (GtkWidget *widget, TenureWhenShownFunc func)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (func != NULL);

  if (gtk_widget_get_mapped (widget))
    {
      func (widget);
      return;
    }
  if (g_object_get_qdata (G_OBJECT (widget), func_quark ()) == NULL)
    g_signal_connect (widget, "map", G_CALLBACK (mapped_cb), NULL);
  g_object_set_qdata (G_OBJECT (widget), func_quark (), (gpointer) func);
}
