#include "config.h"
#include "app/agreements/agreement-menu.h"

#include "base/i18n.h"

static void
add_item (GMenu *menu, const char *label, const char *action, TenureId agreement)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", agreement);
  g_menu_append_item (menu, item);
}

GtkWidget *
tenure_agreement_menu_new (TenureId agreement)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  add_item (menu, _ ("_Renew…"), "win.renew", agreement);
  add_item (menu, _ ("_Take Up an Option…"), "win.take-up-option", agreement);
  add_item (menu, _ ("E_nd Early…"), "win.end-early", agreement);
  add_item (menu, _ ("Add a _Sub-contract…"), "win.add-sub-contract", agreement);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("What happens next"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What happens next"), -1);
  return button;
}
