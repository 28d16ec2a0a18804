#pragma once

#include "app/agreements/register-column.h"

G_BEGIN_DECLS

/* One column on screen. */
typedef struct
{
  const TenureRegisterColumn *column;
  int width_px; /* as the user set it, at text scale 1; 0 while it is the column's own and may take spare room */
} TenureRegisterPlace;

/* The nearest width that a column may be given: neither lost nor endless. */
int tenure_register_width_within_bounds (int width_px);

/* What the register shows beside the filter: the columns in their order and what the rows are sorted by. */
typedef struct
{
  GArray *places; /* element-type TenureRegisterPlace; at least one */
  TenureRegisterSort sorts[TENURE_REGISTER_MAX_SORTS];
  guint n_sorts;
} TenureRegisterLayout;

/* The columns that are shown to begin with, worst flag first. */
TenureRegisterLayout *tenure_register_layout_new (void);

/**
 * tenure_register_layout_from_text:
 * @columns: (nullable): "level; title=260; provider"
 * @sort: (nullable): "level; -committed_end": the last recorded comes first
 *
 * What these columns do not know, or name twice, is left out; without any column left, the columns are those of
 * tenure_register_layout_new(), and so is the order without any sort.
 */
TenureRegisterLayout *tenure_register_layout_from_text (const char *columns, const char *sort);
void tenure_register_layout_free (TenureRegisterLayout *layout);

/* Whether both have the same columns in the same places and widths, and the same order of rows. */
gboolean tenure_register_layout_equal (const TenureRegisterLayout *layout, const TenureRegisterLayout *other);

/* Both texts, as tenure_register_layout_from_text() reads them. The caller frees. */
char *tenure_register_layout_dup_columns (const TenureRegisterLayout *layout);
char *tenure_register_layout_dup_sort (const TenureRegisterLayout *layout);

/* "Flag, then Committed end (last first)": for people. The caller frees. */
char *tenure_register_layout_dup_sort_label (const TenureRegisterLayout *layout);

/* Moves @column by so many places: −1 towards the start, 1 towards the end. FALSE, with nothing done: there is no such
 * place, or the column is not shown. */
gboolean tenure_register_layout_move (TenureRegisterLayout *layout, const TenureRegisterColumn *column, int by);

/* Puts @column first; what was first decides ties. */
void tenure_register_layout_sort_first (TenureRegisterLayout *layout,
                                        const TenureRegisterColumn *column,
                                        gboolean descending);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureRegisterLayout, tenure_register_layout_free)

G_END_DECLS
