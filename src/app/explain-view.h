#pragma once

#include <gtk/gtk.h>

#include "analysis/explanation.h"

G_BEGIN_DECLS

/* Why: an explanation on screen. Title and reason first, then the steps and records that it rests on, the rule with its
 * threshold, what it applies to, where it comes from and how far that carries ("local setting" for a house default),
 * and what is not recorded. Rows that stand for a record open it through win.show-record.
 *
 * Behind a button of the main window it also says where each input came from, once the history was read for it.
 *
 * Long lists are cut after TENURE_EXPLAIN_MAX_ROWS with a row that says how many more there are; "Copy" copies as
 * many as the explanation holds. */
#define TENURE_EXPLAIN_MAX_ROWS 40

#define TENURE_TYPE_EXPLAIN_VIEW (tenure_explain_view_get_type ())
G_DECLARE_FINAL_TYPE (TenureExplainView, tenure_explain_view, TENURE, EXPLAIN_VIEW, GtkWidget)

/* Signals: ::record-opened (): a row opened its record; whoever pops the view up takes it down. */
GtkWidget *tenure_explain_view_new (void);

/* Reads @explanation (nullable: shows nothing) now and keeps nothing of it. */
void tenure_explain_view_set_explanation (TenureExplainView *self, const TenureExplanation *explanation);

/* Makes the explanation of something when somebody asks; (transfer full), NULL when it is gone. */
typedef TenureExplanation *(*TenureExplainFunc) (gpointer user_data);

/**
 * tenure_explain_button_new:
 * @what: (nullable): translated: what is explained, "Typical term", for the button's accessible name
 *
 * A small "Why?" button that pops an explanation up, as tall as it is up to the window. @destroy (nullable) frees
 * @user_data.
 */
GtkWidget *tenure_explain_button_new (const char *what, TenureExplainFunc func, gpointer user_data, GDestroyNotify destroy);

/* Another @what for such a button. */
void tenure_explain_button_set_what (GtkWidget *button, const char *what);

G_END_DECLS
