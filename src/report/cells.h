#pragma once

#include "base/day.h"
#include "base/money.h"

G_BEGIN_DECLS

/**
 * TenureCells:
 * A table to be pasted into a spreadsheet: numbers as numbers, days as days, text as text and never as a formula. Built cell
 * by cell from the left and row by row, then written twice, since a clipboard offers both:
 *
 * - as text with tabs, which every spreadsheet reads but guesses at: days as 2027-03-31, numbers with a point and without
 *   marks between thousands. Text that begins with = + - @, a tab or a line end, or one of those signs in full width, gets
 *   an apostrophe before it, because Excel would calculate it; what holds tabs or line ends, or begins with a quotation
 *   mark, stands in quotation marks. A number is never touched: -500 stays a number.
 * - as an HTML table, which carries the kind of each cell, so that nothing has to be guessed and no text altered: “00123”
 *   keeps its noughts. LibreOffice reads sdval and sdnum, Excel x:num, x:str and mso-number-format.
 *
 * OWASP advises the apostrophe for files that anybody may open; LibreOffice asks before it calculates what was pasted as
 * text. Rejected: ="text", which Excel reads and everybody else shows.
 *
 * A cell may carry a note, such as the currency of an amount or that a day is assumed. Where all amounts of a column are of
 * one currency the heading says it; other notes, and mixed ones, have a column of their own behind.
 *
 * Test: tests/report/test-cells.c
 */
typedef struct _TenureCells TenureCells;

TenureCells *tenure_cells_new (void);
void tenure_cells_free (TenureCells *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureCells, tenure_cells_free)

/* All columns come before the first cell. @unit: (nullable): said in the heading: "Posts paid for (full-time)". */
void tenure_cells_add_column (TenureCells *self, const char *title, const char *unit);

/* The next cell. Text is copied; NULL, "", TENURE_DAY_NONE are an empty cell. @note: (nullable). */
void tenure_cells_add_text (TenureCells *self, const char *text);
void tenure_cells_add_day (TenureCells *self, TenureDay day, const char *note);

/* @number × 10^-@digits, with @digits from 0 to 3. */
void tenure_cells_add_number (TenureCells *self, gint64 number, int digits);
void tenure_cells_add_money (TenureCells *self, TenureMoney money);

guint tenure_cells_get_n_rows (const TenureCells *self);

/* Both with the headings first. The last row may be short. The caller frees. */
char *tenure_cells_dup_text (const TenureCells *self);
char *tenure_cells_dup_html (const TenureCells *self);

G_END_DECLS
