#pragma once

#include "store/changes-private.h"
#include "store/history.h"
#include "store/sql-private.h"

G_BEGIN_DECLS

/* The stored side of history: rows of the table `history`, changesets over 64 KB packed. */

/* A changeset on its way into the log; large ones are packed on a thread of their own meanwhile. */
typedef struct _TenureHistoryPack TenureHistoryPack;

/* Borrows @bytes until it is freed. */
TenureHistoryPack *tenure_history_pack_start (GByteArray *bytes);
void tenure_history_pack_free (TenureHistoryPack *pack);

/* Appends a step that stands; steps that were undone before it are dropped. */
gboolean tenure_history_log_append (
    sqlite3 *db, TenureHistoryPack *pack, const TenureChanges *changes, const char *author, gint64 *out_seq, GError **error);

/* The changeset of step @seq, unpacked and walked to its end; @out_label may be NULL. CORRUPT, NOT_FOUND. */
GBytes *tenure_history_log_load (sqlite3 *db, gint64 seq, char **out_label, GError **error);

gboolean tenure_history_log_set_state (sqlite3 *db, gint64 seq, TenureHistoryState state, GError **error);

/* Where the document stands: the newest step that stands (0: none) and the oldest that was undone (0: none), with their
 * labels. The number of the first names the state of the whole document, since numbers are never used again. */
typedef struct
{
  gint64 done, undone;
  char *done_label, *undone_label;
} TenureHistoryPosition;

gboolean tenure_history_log_get_position (sqlite3 *db, TenureHistoryPosition *out_position, GError **error);
void tenure_history_position_clear (TenureHistoryPosition *position);

/* "done", "undone", "dropped", and back (anything else: dropped, which promises nothing). */
const char *tenure_history_state_name (TenureHistoryState state);
TenureHistoryState tenure_history_state_from_name (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureHistoryPack, tenure_history_pack_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TenureHistoryPosition, tenure_history_position_clear)

G_END_DECLS
