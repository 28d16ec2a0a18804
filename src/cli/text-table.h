#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows of text in aligned columns, for people who read in a terminal. Widths count characters as a terminal shows them;
 * the last column is never padded and nothing is cut. */
typedef struct _TenureTextTable TenureTextTable;

typedef struct
{
  const char *title; /* NULL in every column: no heading */
  gboolean right;    /* aligned to the right: numbers */
} TenureTextColumn;

TenureTextTable *tenure_text_table_new (const TenureTextColumn *columns, guint n_columns);
void tenure_text_table_free (TenureTextTable *table);

/* Adds a row: as many strings as there are columns, copied; NULL shows "–", which stands for "not recorded". */
void tenure_text_table_add (TenureTextTable *table, ...);

guint tenure_text_table_get_n_rows (const TenureTextTable *table);

/* Prints it to stdout in the user's character set, each line indented by two spaces. */
void tenure_text_table_print (const TenureTextTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureTextTable, tenure_text_table_free)

G_END_DECLS
