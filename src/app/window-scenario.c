#include "app/window-private.h"

#include "app/gtk/toast.h"
#include "app/scenario/scenario-dialog.h"

/* Over the list that it was chosen from. */
static void
open_scenario_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (tenure_scenario_dialog_new_kept (data, g_variant_get_int64 (parameter))));
}

static void
propose_extensions_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (tenure_scenario_dialog_new_proposal (data)));
}

/* --- What was left ------------------------------------------------------------------------------------------- */

static void
continue_scenario_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *self = data;
  GtkWindow *dialog = self->dropped_dialog;

  if (dialog == NULL)
    return;
  g_clear_weak_pointer (&self->dropped_dialog);
  gtk_window_present (dialog);
}

void
tenure_window_offer_again (TenureWindow *self, GtkWindow *dialog, const char *text, const char *button)
{
  AdwToast *toast;
  GtkWindow *former;

  g_return_if_fail (TENURE_IS_WINDOW (self) && GTK_IS_WINDOW (dialog) && text != NULL && button != NULL);

  former = self->dropped_dialog;
  if (former != NULL && former != dialog)
    gtk_window_destroy (former);
  g_set_weak_pointer (&self->dropped_dialog, dialog);
  toast = tenure_toast_new (text);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, "win.continue-scenario");
  tenure_toast_show (self->toasts, toast);
}

static const GActionEntry actions[] = {
  { .name = "open-scenario", .activate = open_scenario_cb, .parameter_type = "x" },
  { .name = "propose-extensions", .activate = propose_extensions_cb },
  { .name = "continue-scenario", .activate = continue_scenario_cb },
};

void
tenure_window_scenario_init (TenureWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
