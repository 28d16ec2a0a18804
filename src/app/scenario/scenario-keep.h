#pragma once

#include "register/scenario-kept.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @name is not blank; @notes may be NULL. */
typedef void (*TenureScenarioKeepFunc) (gpointer owner, const char *name, const char *notes);

/**
 * tenure_scenario_keep_new:
 * @kept: what it is kept as so far; read at once
 * @names: (element-type utf8): what other scenarios of the document are called: that one takes their place is said; kept
 * @keep: called when it is to be kept
 * @owner: (type GObject): lives as long as the popover
 *
 * Returns: a popover that asks what a scenario is to be kept as
 */
GtkWidget *tenure_scenario_keep_new (const TenureScenarioKept *kept,
                                     GPtrArray *names,
                                     TenureScenarioKeepFunc keep,
                                     gpointer owner);

G_END_DECLS
