#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Work for a widget that is too long for one frame, done in pieces: some of them at once, then some in each frame of the
 * widget until there are none left. Making widgets is such work; it has to be done on the main thread. */
typedef struct _TenurePace TenurePace;

/* Does a piece of @n units, or fewer when fewer are left. Returns: whether anything is left to do. */
typedef gboolean (*TenurePaceFunc) (gpointer data, guint n);

/**
 * tenure_pace_new:
 * @widget: not referenced; it outlives the pace. As long as it is not on a window, all is done at once
 * @most: units in a frame, where what is dear is not the work itself but laying out its result; 0: no limit
 * @func: called with @data
 *
 * What a frame may take is time, not a number of pieces. A piece begins with one unit and doubles as long as pieces take
 * next to no time: where nobody looks there are no widgets to make, and 100,000 units are a dozen pieces.
 */
TenurePace *tenure_pace_new (GtkWidget *widget, guint most, TenurePaceFunc func, gpointer data);
void tenure_pace_free (TenurePace *self);

/* There is something to do: does the first pieces before it returns. Also while work is under way. */
void tenure_pace_start (TenurePace *self);

/* What is left is not done any more. */
void tenure_pace_stop (TenurePace *self);

G_END_DECLS
