#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lists of rows that only say something, and the words in them. */

/* Takes all rows out. */
void tenure_list_box_clear (GtkListBox *list);

/* Adds a row around @child, which cannot be activated. Lends the row. */
GtkWidget *tenure_list_box_append (GtkListBox *list, GtkWidget *child);

/* Words that wrap, at the side where reading begins. @css_class: (nullable). */
GtkWidget *tenure_text_new (const char *text, const char *css_class);

/* The same, and as wide as is good to read, where nothing else says how wide. */
GtkWidget *tenure_words_new (const char *text, const char *css_class);

/* The same in a popover of an entry and a button or two: as many letters a line as it gets, or the popover would be measured
 * for fewer lines than it has. */
GtkWidget *tenure_popover_words_new (const char *text, const char *css_class);

G_END_DECLS
