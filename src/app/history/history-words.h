#pragma once

#include "store/history-compare.h"

G_BEGIN_DECLS

/* What the History page says. The caller frees. Tests: tests/app/test-history-words.c. */

/* "3 agreements added, 1 organisation changed", "settings changed"; "" where nothing was touched. @counts: one of each type
 * of record. */
char *tenure_history_dup_counts (const TenureHistoryCounts *counts, gboolean settings);

/* The same by what happened alone, whatever the records are: "3 records added, 1 record changed". */
char *tenure_history_dup_totals (const TenureHistoryCounts *counts);

/* The first where few kinds of records were touched, otherwise the second; both with the settings. What a step says of
 * itself. */
char *tenure_history_dup_summary (const TenureHistoryCounts *counts, gboolean settings);

/* Of how many kinds records were touched. */
guint tenure_history_count_kinds (const TenureHistoryCounts *counts);

/* What a comparison tells in one line: the same, or "Nothing is different". */
char *tenure_history_dup_headline (const TenureHistoryComparison *comparison);

/* Whether they are too many kinds to be named one by one there. */
gboolean tenure_history_has_many_kinds (const TenureHistoryComparison *comparison);

/* The local time of day, "14:05", and day, "21 Nov 2026", of a step; NULL when what is stored is no time. */
char *tenure_history_dup_time (const TenureHistoryEntry *entry);
char *tenure_history_dup_day (const TenureHistoryEntry *entry);

/* "Agreement “Home from hospital”, Ynys Môn Carers, from 1 Apr 2026", "Funder “North Ridge Council” of “Home from hospital”", "Payment of …". */
char *tenure_history_dup_record (const TenureRecordDifference *difference);

/* What is different in it, a line a field: "Signed end: 31 Mar 2026 → 31 Mar 2027", where "not recorded" stands for
 * nothing; of a record that was added or deleted what it holds, in one line. Long values are cut. */
char *tenure_history_dup_differences (const TenureRecordDifference *difference);

/* Of one field of one record, as store/history.h tells it: "31 Mar 2026 → 31 Mar 2027"; of a record that came or went
 * "Signed end: 31 Mar 2027". */
char *tenure_history_dup_change (const TenureFieldChange *change);

/* "changed", "deleted", "added". */
const char *tenure_history_kind_word (TenureDifferenceKind kind);

/* All of @comparison that was put into words, as cells that paste into a spreadsheet: a line a field with its kind of
 * record, record, what it belongs to, field, value before and value after; below a line of headings. */
char *tenure_history_dup_cells (const TenureHistoryComparison *comparison);

G_END_DECLS
