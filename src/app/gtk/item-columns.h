#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Columns of a table whose rows are items of plain values that a worker made (gtk/list-filler.h). An item has a signal
 * “changed”: it shows something else. Cells are inscriptions: they ask for the same room whatever they say. */
typedef struct
{
  const char *title; /* translatable */
  gboolean numeric;
  int width_chars;     /* where there is room; words get at least half of it, numbers all: a number is never cut */
  int min_width_chars; /* at least this many instead; 0 for none */
  gboolean expands;    /* takes of the room that is left */

  char *(*dup_text) (gconstpointer item); /* NULL: not recorded */
  int (*compare) (gconstpointer a, gconstpointer b);

  /* Of a column that shows something else than words, in place of @dup_text. */
  GtkWidget *(*create) (void);
  void (*show) (GtkWidget *cell, gconstpointer item);
} TenureItemColumn;

/**
 * tenure_item_columns_add:
 * @columns: @n of them, each with its sorter; they live as long as the program
 * @name: index of the column that a screen reader calls the rows by, and that decides where another column finds two items
 *   equal
 */
void tenure_item_columns_add (GtkColumnView *view, const TenureItemColumn *columns, guint n, guint name);

/* For @compare. What is not recorded comes after all that is; a NULL text is not recorded. */
int tenure_compare_numbers (gint64 a, gint64 b);
int tenure_compare_words (const char *a, const char *b);

G_END_DECLS
