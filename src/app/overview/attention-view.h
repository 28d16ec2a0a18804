#pragma once

#include <gtk/gtk.h>

#include "app/overview/overview-figures.h"
#include "register/snapshot.h"

G_BEGIN_DECLS

/* "Needs attention": a list of records, worst first, with the reason in words; one of five lists is shown at a time,
 * the last of them what is snoozed. Activating a row opens its record through win.show-record; its button, Menu or
 * Shift+F10 offer what settles it (attention-settle.h). */
#define TENURE_TYPE_ATTENTION_VIEW (tenure_attention_view_get_type ())
G_DECLARE_FINAL_TYPE (TenureAttentionView, tenure_attention_view, TENURE, ATTENTION_VIEW, GtkWidget)

/* Shows @attentions of @snapshot; both NULL: nothing. Rows are made here, words when a row becomes visible; @attentions
 * is copied from, @snapshot referenced. */
void tenure_attention_view_set (TenureAttentionView *self, const TenureAttentions *attentions, TenureSnapshot *snapshot);

G_END_DECLS
