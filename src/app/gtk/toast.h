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

/* Shows @toast (which it takes over) at once: what was said before gives way, because by now it is about the past. */
void tenure_toast_show (AdwToastOverlay *overlay, AdwToast *toast);

G_END_DECLS
