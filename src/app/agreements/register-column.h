#pragma once

#include "register/snapshot.h"
#include "report/cells.h"

G_BEGIN_DECLS

/* The columns that the register of agreements can show: every field of the catalogue, read from the record and sorted
 * by the database, and what is computed, read from the snapshot and sorted in memory. A computed column is one row of
 * the table in register-column.c. */
typedef struct
{
  const char *name;  /* stable: "committed_end"; of a field column the field's name */
  const char *title; /* translated */
  gboolean numeric;  /* aligned at the end, with figures of one width */
  gboolean shown;    /* unless the user chooses otherwise */
  gboolean fills;    /* takes its part of the room that is left */
  int width_px;      /* to begin with, at text scale 1 */
  int field;         /* index in the catalogue, or -1 for a computed column */

  /* Of computed columns: the text, NULL when it cannot be told, "" where it does not apply; the key to sort by, FALSE when
   * there is none. A computed column without get_key cannot be sorted by. */
  char *(*dup_text) (const TenureSnapshot *snapshot, guint agreement);
  gboolean (*get_key) (const TenureSnapshot *snapshot, guint agreement, gint64 *out_key);

  /* Of computed columns: adds what is copied into a spreadsheet, one cell; NULL: the text. */
  void (*add_cell) (const TenureSnapshot *snapshot, guint agreement, TenureCells *cells);
  const char *unit; /* translatable: of the numbers copied; NULL: none */
} TenureRegisterColumn;

/* All columns, those shown first and in their order. */
const TenureRegisterColumn *tenure_register_columns (guint *out_n);

/* The column called @name, or NULL. */
const TenureRegisterColumn *tenure_register_column_find (const char *name);

/* One column to sort by. */
typedef struct
{
  const TenureRegisterColumn *column; /* one that can be sorted by */
  gboolean descending;
} TenureRegisterSort;

/* As many as people can keep in mind. */
#define TENURE_REGISTER_MAX_SORTS 3

/**
 * tenure_register_sort:
 * @sorts: (array length=n_sorts): the first decides, the next where it leaves a tie; at most TENURE_REGISTER_MAX_SORTS
 *
 * The agreements that @snapshot shows, in order; what is not recorded comes last either way, ties in the order of
 * recording. For a worker; 100,000 agreements by a field take about 100 ms.
 *
 * Returns: (transfer full) (element-type guint32): indexes into the facts' agreements
 */
GArray *tenure_register_sort (const TenureSnapshot *snapshot,
                              const TenureRegisterSort *sorts,
                              guint n_sorts,
                              TenureReader *reader,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* "24", "27.4": months to a tenth, rounded half away from zero. The caller frees. */
char *tenure_register_dup_months (TenureMonths months);

G_END_DECLS
