#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether the desktop runs "tenure --tell-due" when the user logs in. In a sandbox the desktop is asked, which may ask the user
 * and may say no (the Background portal); otherwise a file in the user's autostart folder says so. */

/* @refused: the desktop does not allow it, or the file cannot be written: then nothing changed. */
typedef void (*TenureAutostartFunc) (gpointer owner, gboolean refused);

/* @owner: (type GObject): kept until @done is called, which is always later. */
void tenure_autostart_set (gboolean on, TenureAutostartFunc done, gpointer owner);

/* The same by the portal on @bus, wherever the program runs. Test: tests/app/test-autostart.c. */
void tenure_autostart_ask (GDBusConnection *bus, gboolean on, TenureAutostartFunc done, gpointer owner);

G_END_DECLS
