#pragma once

#include "store/edit.h"

G_BEGIN_DECLS

/* Where records came from: each import, and the original cells of each row that made or changed a record.
 *
 * This is a log, not a fact: rows are only ever added, within the edit that imports them, and are not part of what undo
 * takes back. The link from a record (TenureRecord.origin) is part of it: undoing an import takes record and link away
 * and leaves the log, redoing brings both again and finds the row still there. An edit that fails or changes nothing
 * logs nothing. Rejected: logging through changesets, which would store every cell twice, once in history. */
typedef struct
{
  TenureId id;
  char *file;    /* display name */
  char *sha256;  /* of the file's bytes, in hex; NULL when not known */
  char *profile; /* "register", … */
  char *sheet;   /* NULL where there is but one without a name */
  char *at;      /* UTC, ISO 8601 */
  char *header;  /* the column titles, a JSON array */
  char *mapping; /* which column was taken for what, JSON; NULL when nothing was mapped */
  guint records_read, added, updated, unchanged, refused;
} TenureOrigin;

/* A new one has its id, so that rows can name it before it is logged itself. */
TenureOrigin *tenure_origin_new (void);
void tenure_origin_free (TenureOrigin *origin);

/* Logs an import, once, when its counts are known; sets @origin->at when it is NULL. To be called after its rows: a row of
 * the database that is written first and again at the end makes SQLite read and sign all between anew. */
gboolean tenure_edit_add_origin (TenureEdit *edit, TenureOrigin *origin, GError **error);

/**
 * tenure_edit_add_origin_row:
 * @origin: its id; to be logged by tenure_edit_add_origin() in the same edit
 * @row: its number as people count it, from 1
 * @cells: the cells as a JSON array of strings, on one line
 *
 * Returns: the id for TenureRecord.origin; TENURE_ID_NONE with @error set on failure
 */
TenureId tenure_edit_add_origin_row (TenureEdit *edit, TenureId origin, guint row, const char *cells, GError **error);

/* (element-type TenureOrigin): all imports, newest first. */
GPtrArray *tenure_origin_list (TenureReader *reader, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The source row behind a record. */
typedef struct
{
  TenureOrigin *import;
  guint row;
  char *cells; /* JSON array of strings, in the order of import->header */
} TenureOriginRow;

void tenure_origin_row_free (TenureOriginRow *row);

/* @id: a record's origin. NULL with TENURE_ERROR_NOT_FOUND when the log has no such row, CORRUPT when it is
 * damaged. */
TenureOriginRow *tenure_origin_load_row (TenureReader *reader, TenureId id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureOrigin, tenure_origin_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureOriginRow, tenure_origin_row_free)

G_END_DECLS
