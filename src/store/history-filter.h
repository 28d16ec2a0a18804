#pragma once

#include "store/history.h"

G_BEGIN_DECLS

/* Which part of the history is asked for, and its steps.
 *
 * A stretch of history is told by the numbers of its steps, not by their times: a clock may have been wrong, but what lies
 * between two steps is always whole. A day becomes a number with tenure_history_find_step(). */
typedef struct
{
  gint64 after;                 /* steps after this one; 0: from the beginning */
  gint64 until;                 /* up to and with this one; 0: to the end */
  const char *author;           /* by this person; NULL: whoever */
  TenureRecordType type;        /* that touch records of this type or what belongs to them; NONE: all */
  TenureRecordType record_type; /* that touch the one record, or what belongs to it; NONE: all */
  TenureId record;
  const char *words; /* that touch records whose title holds these words, or what belongs to them; NULL: all. Records that
                        are gone are found by the title they had. Not together with @record */
} TenureHistoryFilter;

/* All of the history. */
#define TENURE_HISTORY_FILTER_INIT ((TenureHistoryFilter){ .type = TENURE_RECORD_NONE, .record_type = TENURE_RECORD_NONE })

/* The newest standing step made before @moment (UTC, as in TenureHistoryEntry); 0: none. FALSE with @error set where the
 * document cannot be read. */
gboolean tenure_history_find_step (TenureReader *reader, const char *moment, gint64 *out_seq, GError **error);

/**
 * tenure_history_find:
 * @max: at most so many (0: all)
 *
 * Reads what the steps changed only where one record or words are asked for; then it is for a worker, for an import of
 * 100,000 rows is walked row by row. A damaged step that may have touched what is asked for counts as one that did,
 * one that was undone and is no longer kept does not.
 *
 * Returns: (transfer full) (element-type TenureHistoryEntry): newest first, with `n_later`; NULL with @error set
 */
GPtrArray *tenure_history_find (TenureReader *reader, const TenureHistoryFilter *filter, guint max, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* What the record is called, or was when it went; NULL where that is not known. */
char *tenure_history_dup_title (TenureReader *reader, TenureRecordType type, TenureId id);

/* (element-type utf8): everybody who made a step, in the order of the alphabet. */
GPtrArray *tenure_history_list_authors (TenureReader *reader, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
