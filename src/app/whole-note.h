#pragma once

#include "app/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Portfolio, search and filters choose among agreements. A page that is about the whole document all the same must not
 * seem to be narrowed down: a line in small letters says so as long as anything is chosen. */

/**
 * tenure_whole_note_add:
 * @before: the line stands above it, in the box that holds both
 * @text: translated
 * @searched: whether the page follows the words that are searched for, so that these alone need no note
 */
void tenure_whole_note_add (GtkWidget *before, TenureSession *session, const char *text, gboolean searched);

G_END_DECLS
