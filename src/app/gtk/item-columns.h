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

  /* Whether there is anything to sort by; NULL: always. What has nothing comes last, whichever way the table is sorted, so
   * that @compare is asked only of two that have. */
  gboolean (*has) (gconstpointer item);
  int (*compare) (gconstpointer a, gconstpointer b);

  /* Of a column that shows something else than words, in place of @dup_text. */
  GtkWidget *(*create) (void);
  void (*show) (GtkWidget *cell, gconstpointer item);
} TenureItemColumn;

/* Gives @view these @n columns, which live as long as the program. A screen reader calls the rows by column @name. Clicking
 * a heading orders nothing by itself: see gtk/heading-sort.h, whose keys are the @columns. */
void tenure_item_columns_add (GtkColumnView *view, const TenureItemColumn *columns, guint n, guint name);

/* The order of two items in a table sorted by @column; those that it finds equal follow @name, upwards either way. */
int tenure_item_column_compare (
    const TenureItemColumn *column, const TenureItemColumn *name, gboolean descending, gconstpointer a, gconstpointer b);

/* For @compare. */
int tenure_compare_numbers (gint64 a, gint64 b);

G_END_DECLS
