#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * tenure_toast_new:
 * @text: plain words, shown as they are
 *
 * What a toast shows is markup, and words that hold "&" or "<" (a title that somebody typed, the reason of an error) would be
 * a blank toast. All toasts are made here; build-aux/check-style.py sees to it. Test: tests/app/test-toast.c.
 *
 * Returns: (transfer full): of the usual duration, without a button
 */
AdwToast *tenure_toast_new (const char *text);

/**
 * tenure_toast_show:
 * @overlay: where toasts are shown by this function alone
 * @toast: (transfer full): of any duration and with any button
 *
 * Shows @toast. What was said before gives way, because by now it is about the past: it is taken away as soon as it may be
 * (see tenure_toast_dismiss()), and of those that wait for that only the newest is ever shown.
 */
void tenure_toast_show (AdwToastOverlay *overlay, AdwToast *toast);

/**
 * tenure_toast_dismiss:
 * @overlay: what @toast was given to
 * @toast: one that is shown, waits, or went long ago
 *
 * Takes @toast away, once it has come whole: libadwaita before 1.3 frees what it knows of a toast when it has gone, and then
 * ends the animation of its coming with it, so that a toast that is taken away in its first third of a second ends the
 * program. Test: tests/app/test-toast.c.
 */
void tenure_toast_dismiss (AdwToastOverlay *overlay, AdwToast *toast);

G_END_DECLS
