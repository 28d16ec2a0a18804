#pragma once

#include "app/application.h"

G_BEGIN_DECLS

typedef struct _TenureSession TenureSession;

/* One window on one document: sidebar, pages, inspector, and the header with what all pages share – undo, the as-of
 * day, the search. */
#define TENURE_TYPE_WINDOW (tenure_window_get_type ())
G_DECLARE_FINAL_TYPE (TenureWindow, tenure_window, TENURE, WINDOW, AdwApplicationWindow)

TenureWindow *tenure_window_new (TenureApplication *application);

/* Shows @session's document; pages are made anew. NULL shows none. */
void tenure_window_set_session (TenureWindow *self, TenureSession *session);
TenureSession *tenure_window_get_session (TenureWindow *self);

/* A line at the bottom that goes away by itself. @button and @action (with a target in detailed form) may be NULL. */
void tenure_window_toast (TenureWindow *self, const char *text, const char *button, const char *action);

/* Says what went wrong in a dialog: @heading, a translated title; @error, whose message is a whole sentence. Nothing
 * for a cancelled operation. */
void tenure_window_report (TenureWindow *self, const char *heading, const GError *error);

G_END_DECLS
