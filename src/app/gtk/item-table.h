#pragma once

#include "app/gtk/item-columns.h"
#include "base/id.h"

G_BEGIN_DECLS

/* A table of records, each an item of plain values that a worker made: it is filled a few rows a frame (gtk/list-filler.h),
 * sorted by its headings, shows its top when it is sorted or asked anew, and keeps one record selected while rows come, go
 * and move. Delete asks the window to delete that record. Test: tests/app/test-item-table.c.
 *
 * Signals: chosen (gint64 id): the user selected another record; activated (gint64 id): the user wants to see all of it. */
#define TENURE_TYPE_ITEM_TABLE (tenure_item_table_get_type ())
G_DECLARE_FINAL_TYPE (TenureItemTable, tenure_item_table, TENURE, ITEM_TABLE, GtkWidget)

/* What a table lists. */
typedef struct
{
  const char *title;  /* translatable: what a screen reader calls the table */
  const char *record; /* its type as the window's actions name it: "person" */

  GType (*get_type) (void);                      /* of the items */
  gsize id_offset;                               /* where in an item its TenureId is */
  void (*take) (gpointer item, gpointer wanted); /* as of TenureListFillerFuncs */

  const TenureItemColumn *columns;
  guint n_columns;
  guint name; /* index of the column that names a row */
} TenureItemTableKind;

/* What @self lists; once, before anything else. @kind lives as long as the program. */
void tenure_item_table_set_kind (TenureItemTable *self, const TenureItemTableKind *kind);

/* A button that sorts the table by the keyboard, too (gtk/table-keys.h). */
GtkWidget *tenure_item_table_make_sort_button (TenureItemTable *self);

/* (element-type GObject): makes the table list these @items, some at once and the rest in the frames that follow. @question:
 * what they answer, a filter as text; when it is another than before, the table shows its top, or the selected row. */
void tenure_item_table_set_items (TenureItemTable *self, GPtrArray *items, const char *question);

/* Selects the row of @id and brings it on screen, now or as soon as there is one; NONE: no row. */
void tenure_item_table_select (TenureItemTable *self, TenureId id);

/* The same, and gives that row the keyboard. */
void tenure_item_table_reveal (TenureItemTable *self, TenureId id);

/* The record in the row after that of @id, or before it, as the table is sorted; where @id is not listed, the first one is
 * next. NONE when there is none. */
TenureId tenure_item_table_get_next (TenureItemTable *self, TenureId id, gboolean forward);

G_END_DECLS
