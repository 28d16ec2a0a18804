#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A line under a field that says how it was understood or what is wrong with it. Of the keyboard it is no stop: a list of
 * rows only tries the next visible one, and would be left through a row that takes no focus; this one hands it on. */
#define TENURE_TYPE_NOTE_ROW (tenure_note_row_get_type ())
G_DECLARE_FINAL_TYPE (TenureNoteRow, tenure_note_row, TENURE, NOTE_ROW, AdwPreferencesRow)

GtkWidget *tenure_note_row_new (void);

G_END_DECLS
