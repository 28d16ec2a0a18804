#pragma once

#include "store/changes-private.h"
#include "store/record.h"

G_BEGIN_DECLS

/* Reading the bytes of a changeset (SQLite's session extension) without SQLite.
 *
 * Stored bytes may come from anywhere, and SQLite's own reader trusts them: on some corrupted ones it never returns
 * (tests/data/corrupt-changeset-that-hangs.bin). So every changeset is walked here first, to its last byte, and only a
 * well-formed one of known tables reaches a session call. The same walk tells what an edit did.
 *
 * Format: for each table 'T', a varint with the number of columns, one byte a column that says whether it belongs to the
 * primary key, the name with its NUL; then the rows: one byte for the operation, one that is 1 for changes made by
 * triggers (there are none here), the old record for updates and deletions, the new one for updates and insertions. A
 * record has one value a column: a type byte, then 8 bytes for integers and reals, a varint length and bytes for text
 * and blobs, nothing for NULL and for "not part of this change". */

/* A column of a row: absent, or a value that borrows the bytes. Text is not NUL-terminated. */
typedef struct
{
  gboolean present;
  TenureValueKind kind;
  gint64 integer;
  const char *text;
  gsize length;
} TenureChangesetValue;

typedef struct
{
  const guint8 *bytes, *end;
  /* The row that tenure_changeset_next() stands on. */
  TenureRecordType type; /* NONE for the table of settings */
  TenureRowOp op;
  TenureId id;       /* NONE for settings */
  const guint8 *row; /* where it begins */
  guint n_columns;   /* of the stored row; fewer than today's when the step is older than a column */
  TenureChangesetValue *old_values, *new_values; /* by column; absent where the operation has none */
  /* private */
  guint capacity;
  gboolean in_table;
} TenureChangesetReader;

void tenure_changeset_reader_init (TenureChangesetReader *reader, const void *bytes, gsize length);
void tenure_changeset_reader_clear (TenureChangesetReader *reader);

/* TRUE with a row; FALSE at the end without an error, or with TENURE_ERROR_CORRUPT. */
gboolean tenure_changeset_next (TenureChangesetReader *reader, GError **error);

/* Makes the next row the one that begins at @row of the same bytes, which tenure_changeset_next() stood on before, in the
 * table of @type with @n_columns. */
void tenure_changeset_reader_seek (TenureChangesetReader *reader, TenureRecordType type, guint n_columns, const guint8 *row);

/* The values of one inserted row of @n_columns, which @bytes begin with, and what follows it; NULL when they are damaged. */
const guint8 *tenure_changeset_read_inserted (const guint8 *bytes,
                                              const guint8 *end,
                                              TenureChangesetValue *out_values,
                                              guint n_columns);

/* The column of @field in the table of @type, and back (-1 for id and origin). */
guint tenure_changeset_column (TenureRecordType type, guint field);
int tenure_changeset_field (TenureRecordType type, guint column);

/* The columns of the table of @type today; of the settings for NONE. */
guint tenure_changeset_count_columns (TenureRecordType type);

/* The id in @column of @values, which are the old or the new ones of @row; NONE where the row, which may be damaged or older
 * than the column, has none. */
TenureId tenure_changeset_get_reference (const TenureChangesetReader *row, const TenureChangesetValue *values, guint column);

/* A copy of @value; NULL for an absent one. The caller clears it. */
TenureValue tenure_changeset_dup_value (const TenureChangesetValue *value);

/* Walks all of @bytes; adds what they change to @changes (nullable). FALSE with TENURE_ERROR_CORRUPT. */
gboolean tenure_changeset_check (const void *bytes, gsize length, TenureChanges *changes, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TenureChangesetReader, tenure_changeset_reader_clear)

G_END_DECLS
