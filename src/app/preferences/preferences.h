#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What belongs to the person and the desk: the word for the sector, the name in the history, the month in which a
 * financial year begins. Each takes effect at once, in all windows of the program. */
#define TENURE_TYPE_PREFERENCES (tenure_preferences_get_type ())
G_DECLARE_FINAL_TYPE (TenurePreferences, tenure_preferences, TENURE, PREFERENCES, AdwPreferencesWindow)

/* A dialog over @parent. */
TenurePreferences *tenure_preferences_new (GtkWindow *parent);

G_END_DECLS
