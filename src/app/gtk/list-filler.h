#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills a list that is on screen a few rows a frame, from the top. GTK 4.8 makes widgets for 200 rows however few can be
 * seen, and 70 organisations in nine columns held the window up for 60 ms; in this way the rows that can be seen come
 * first and no frame is missed for the others.
 *
 * When the list changes, items take over what is to stand in their place, and only at the end do rows come or go: GTK 4.8
 * measures every cell anew when a row is replaced. Where few come or go they alone do, and the others keep their rows.
 *
 * Rejected: a model that shows ever more of another one. It would have to go back to its beginning at every change, and
 * the place in the list would be lost. Test: tests/app/test-list-filler.c. */
typedef struct _TenureListFiller TenureListFiller;

typedef struct
{
  /* Whether both stand for the same, whatever they show of it. */
  gboolean (*same) (gpointer item, gpointer wanted, gpointer data);

  /* @item, which is listed, is as @wanted from now on, and says so where it shows something else. */
  void (*take) (gpointer item, gpointer wanted, gpointer data);

  /* (nullable): items are going to stand for others: a selection means nothing until the list is filled. */
  void (*moving) (gpointer data);

  /* (nullable): all that was wanted is there. Also called before tenure_list_filler_set() returns. */
  void (*filled) (gpointer data);
} TenureListFillerFuncs;

/**
 * tenure_list_filler_new:
 * @store: referenced; changed by nobody else from now on
 * @widget: what shows it; not referenced, and it outlives the filler. Its frames set the pace (gtk/pace.h)
 * @most: rows in a frame, where they are dear to lay out; 0: as many as there is time for
 * @funcs: lives as long as the program
 */
TenureListFiller *tenure_list_filler_new (
    GListStore *store, GtkWidget *widget, guint most, const TenureListFillerFuncs *funcs, gpointer data);
void tenure_list_filler_free (TenureListFiller *self);

/* (element-type GObject): makes the list these @items, some at once and the rest in the frames that follow. References
 * @items, which must not be changed afterwards. Whatever was still to come of an earlier call no longer does. */
void tenure_list_filler_set (TenureListFiller *self, GPtrArray *items);

G_END_DECLS
