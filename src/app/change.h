#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/* A change of the document that takes a worker. While it is made the window's document takes no other; afterwards a toast
 * says what was done, with Undo, or a dialog why nothing was. */
typedef struct
{
  /* On the worker: makes the change as one step. */
  gboolean (*make) (TenureDocument *document, gpointer change, GError **error);

  /* What it makes; owned by the change. */
  gpointer data;
  GDestroyNotify free_data;

  char *done;         /* what the toast says; owned by the change; NULL where only @dup_done knows */
  const char *failed; /* the dialog's heading, translated; static */

  /* (nullable): what the toast says once @make has returned TRUE. @changed: FALSE when there was nothing to do: then there
   * is no Undo, which would take back the step before. */
  char *(*dup_done) (gpointer change, gboolean *changed);

  GtkWindow *form; /* (nullable): the window in which it was asked for; lent */
} TenureChange;

/* Takes over what @change owns. The window is kept until the change is made. A form is hidden meanwhile, then destroyed;
 * where nothing was made it is shown again, with all that was typed. */
void tenure_change_run (TenureWindow *window, const TenureChange *change);

G_END_DECLS
