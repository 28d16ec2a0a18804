#pragma once

#include "store/history.h"

G_BEGIN_DECLS

/* What the History page says. The caller frees. Tests: tests/app/test-history-words.c. */

/* "3 agreements added, 1 organisation changed"; "settings changed"; "" for a step that touched nothing of these. */
char *tenure_history_dup_counts (const TenureHistoryEntry *entry);

/* The local time of day, "14:05", and day, "21 Nov 2026", of a step; NULL when what is stored is no time. */
char *tenure_history_dup_time (const TenureHistoryEntry *entry);
char *tenure_history_dup_day (const TenureHistoryEntry *entry);

/* "Signed end of “Home from hospital”", or "“Home from hospital”" for a record that came or went. */
char *tenure_history_dup_change_title (const TenureFieldChange *change);

/* "31 Mar 2026 → 31 Mar 2027"; "not recorded" stands for nothing; "Added", "Deleted" for a whole record. */
char *tenure_history_dup_change (const TenureFieldChange *change);

G_END_DECLS
