#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills a list that is on screen a few rows a frame, from the top. GTK 4.8 makes widgets for 200 rows however few can be
 * seen, and 70 organisations in nine columns held the window up for 60 ms; in this way the rows that can be seen come
 * first and no frame is missed for the others. When the list changes, rows that show the same stay as they are, and with
 * them the selection; the others are replaced where they stand, so the list keeps its place.
 *
 * Rejected: a model that shows ever more of another one. It would have to go back to its beginning at every change, and
 * the place in the list would be lost. Test: tests/app/test-list-filler.c. */
typedef struct _TenureListFiller TenureListFiller;

/* Whether @item, which is listed, can stay for @wanted because it shows the same. It may take over from @wanted what is not
 * shown. */
typedef gboolean (*TenureListKeepFunc) (gpointer item, gpointer wanted);

/* All that was wanted is there. */
typedef void (*TenureListFilledFunc) (gpointer data);

/**
 * tenure_list_filler_new:
 * @store: referenced; changed by nobody else from now on
 * @widget: what shows it; not referenced, and it outlives the filler. Its frames set the pace (gtk/pace.h)
 * @filled: (nullable): called with @data whenever the list is as it was last asked to be, also before
 *   tenure_list_filler_set() returns
 */
TenureListFiller *tenure_list_filler_new (
    GListStore *store, GtkWidget *widget, TenureListKeepFunc keep, TenureListFilledFunc filled, gpointer data);
void tenure_list_filler_free (TenureListFiller *self);

/* (element-type GObject): makes the list these @items, some at once and the rest in the frames that follow. References
 * @items, which must not be changed afterwards. Whatever was still to come of an earlier call no longer does. */
void tenure_list_filler_set (TenureListFiller *self, GPtrArray *items);

G_END_DECLS
