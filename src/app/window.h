#pragma once

#include "app/application.h"
#include "app/progress.h"

#include "store/document.h"

G_BEGIN_DECLS

typedef struct _TenureSession TenureSession;

/* One window on one document: sidebar, pages, inspector, and the header with what all pages share – undo, the as-of
 * day, the search. Its commands are listed in actions.h. */
#define TENURE_TYPE_WINDOW (tenure_window_get_type ())
G_DECLARE_FINAL_TYPE (TenureWindow, tenure_window, TENURE, WINDOW, AdwApplicationWindow)

/* A window on @document (transfer none), or, with NULL, on none until tenure_window_set_document(). */
TenureWindow *tenure_window_new (TenureApplication *application, TenureDocument *document);

/* Shows another document instead: pages are made anew, what was looked at is forgotten. The old document is let go of;
 * its working copy stays unless it is clean. */
void tenure_window_set_document (TenureWindow *self, TenureDocument *document);
TenureDocument *tenure_window_get_document (TenureWindow *self);
TenureSession *tenure_window_get_session (TenureWindow *self);

/* Whether the window shows a new document in which nothing was done, so that opening another may take its place. */
gboolean tenure_window_is_pristine (TenureWindow *self);

/* Says that the document is a copy of something that is kept elsewhere: as long as it is not changed, closing asks
 * nothing. */
void tenure_window_set_disposable (TenureWindow *self, gboolean disposable);

/* Closes the window without asking. @discard: whether unsaved changes go with it. */
void tenure_window_close_now (TenureWindow *self, gboolean discard);

/* Has the desktop tell of decisions that are due, where the user asked for that. */
void tenure_window_tell_due (TenureWindow *self);

/* Shows @progress at the bottom until it is finished. */
void tenure_window_add_progress (TenureWindow *self, TenureProgress *progress);

/* Makes the pages and their figures anew, for words and settings that all of them use. What was looked at stays. */
void tenure_window_show_anew (TenureWindow *self);

/* Marks the document as taken by one long change, shown as @progress, and back: meanwhile it takes no other. NULL where
 * the progress is shown elsewhere. */
void tenure_window_begin_change (TenureWindow *self, TenureProgress *progress);
void tenure_window_end_change (TenureWindow *self, TenureProgress *progress);

/* A line at the bottom that goes away by itself. */
void tenure_window_toast (TenureWindow *self, const char *text);

/* The same with an Undo button, for what was just done; it goes when anything else changes the document. */
void tenure_window_toast_undo (TenureWindow *self, const char *text);

/* Of one step of the history, like the above, with another button; @button and @action NULL for none. */
void tenure_window_toast_step (TenureWindow *self, const char *text, const char *button, const char *action);

/* Says @text with a button called @button that shows @dialog, which was left and hid itself, again. It is destroyed when
 * another takes its place, and with the window. */
void tenure_window_offer_again (TenureWindow *self, GtkWindow *dialog, const char *text, const char *button);

/* Says what went wrong in a dialog: @heading, a translated title; @error, whose message is a whole sentence. Nothing
 * for a cancelled operation, or when the window has been closed meanwhile. */
void tenure_window_report (TenureWindow *self, const char *heading, const GError *error);

G_END_DECLS
