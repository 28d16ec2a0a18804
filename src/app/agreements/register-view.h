#pragma once

#include <gtk/gtk.h>

#include "app/agreements/register-layout.h"
#include "app/agreements/register-model.h"

G_BEGIN_DECLS

/* The grid of the register: a GtkColumnView over a TenureRegisterModel with the columns of register-column.h. It knows
 * cells, headings and selection; what is listed and in which order is decided by the page. */
#define TENURE_TYPE_REGISTER_VIEW (tenure_register_view_get_type ())
G_DECLARE_FINAL_TYPE (TenureRegisterView, tenure_register_view, TENURE, REGISTER_VIEW, GtkWidget)

/* Without columns until a layout is set. */
GtkWidget *tenure_register_view_new (TenureRegisterModel *model);

/* Lists what @snapshot shows in @order (element-type guint32), a few rows a frame; see tenure_register_model_set(). Where
 * that gives rows other records, nothing is selected until the list is filled, and then what is still listed of what was. */
void tenure_register_view_list (TenureRegisterView *self, TenureSnapshot *snapshot, GArray *order);

/* Lists @ids (element-type TenureId) until there is a snapshot. */
void tenure_register_view_list_first (TenureRegisterView *self, GArray *ids);

/* What the rows are to be sorted by, lent: the heading that was clicked last comes first, those before it decide ties. */
const TenureRegisterSort *tenure_register_view_get_sorts (TenureRegisterView *self, guint *out_n);

/* The columns in their order, the widths that the user set, and the sorts. */
TenureRegisterLayout *tenure_register_view_dup_layout (TenureRegisterView *self);
void tenure_register_view_set_layout (TenureRegisterView *self, const TenureRegisterLayout *layout);

/* A button that sorts as the headings do, for whoever has no pointer. */
GtkWidget *tenure_register_view_make_sort_button (TenureRegisterView *self);

gboolean tenure_register_view_get_column_shown (TenureRegisterView *self, const TenureRegisterColumn *column);
void tenure_register_view_set_column_shown (TenureRegisterView *self, const TenureRegisterColumn *column, gboolean shown);

/* Makes a shown column so many pixels wider, or narrower below 0, within the bounds that columns have. Returns how wide it
 * is now, at text scale 1; by 0 it stays as it is. */
int tenure_register_view_widen_column (TenureRegisterView *self, const TenureRegisterColumn *column, int by_px);

/* (element-type TenureId): the selected agreements, in the order on screen. The caller frees. */
GArray *tenure_register_view_dup_selection (TenureRegisterView *self);
guint tenure_register_view_count_selected (TenureRegisterView *self);

/* Selects the agreement alone and scrolls to it; NONE, or one that is not listed, selects nothing. */
void tenure_register_view_select (TenureRegisterView *self, TenureId id);

/* Scrolls to the agreement, or to the top when it is not listed, whatever is selected. */
void tenure_register_view_go_to (TenureRegisterView *self, TenureId id);

/* Gives the keyboard to the row that was selected or walked to last, the first one to begin with. FALSE: there is none. */
gboolean tenure_register_view_focus (TenureRegisterView *self);

/* The same to the row that is selected. */
void tenure_register_view_focus_selected (TenureRegisterView *self);

/* Signals:
 *   ::filled (): the list is as the model was set
 *   ::sort-changed (): a heading was clicked, or a layout set
 *   ::layout-changed (): a column was moved, shown, hidden or made wider, or a layout set
 *   ::selection-changed ()
 *   ::agreement-activated (TenureId): Enter or double click */

G_END_DECLS
