#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * tenure_flag_button_new:
 * @label: what it says
 * @name: (nullable): for screen readers, where several buttons say the same; NULL: the label
 * @action: with its @target, which is sunk: what it does
 *
 * A small button in what is said of a flag. A popover that it stands in has done its work then: a form or a page comes up.
 */
GtkWidget *tenure_flag_button_new (const char *label, const char *name, const char *action, GVariant *target);

G_END_DECLS
