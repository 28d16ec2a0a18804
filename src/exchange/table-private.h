#pragma once

#include "exchange/table.h"

G_BEGIN_DECLS

/* What a reader of one format brings. Each format's struct begins with TenureTable. */
typedef struct
{
  gboolean (*load) (TenureTable *table, GError **error); /* lists the sheets; NULL for formats with one */
  gboolean (*select) (TenureTable *table, guint sheet, GError **error);
  gboolean (*next) (TenureTable *table, TenureRow *out_row, GError **error);
  void (*close) (TenureTable *table); /* releases what the format owns, not the struct */
} TenureTableClass;

struct _TenureTable
{
  const TenureTableClass *klass;
  TenureTableFormat format;
  GFile *file;          /* NULL when opened from a stream */
  GInputStream *stream; /* the stream to read first; taken by the first select */
  char *name;
  GCancellable *cancellable;
  GPtrArray *sheets; /* of char * */
  GPtrArray *titles; /* of char *; NULL when titles are in a row */
  guint sheet;
  guint64 bytes_read;
  guint64 bytes_total;
};

/* The formats: a new table with class and format set, nothing read yet. */
TenureTable *tenure_csv_new (void);
TenureTable *tenure_json_new (void);
TenureTable *tenure_xlsx_new (void);
TenureTable *tenure_ods_new (void);

/* Reads up to @size bytes of the file: the one place where bytes come in, counted for progress, cancellable, and
 * failing with TENURE_ERROR_STORAGE and the file's name. -1 on error, 0 at the end. */
gssize tenure_table_read (TenureTable *table, GInputStream *stream, void *buffer, gsize size, GError **error);

/* The text of @table from its start as UTF-8 bytes: without byte order mark, UTF-16 converted. CSV that is neither
 * is given as it is. Takes @table->stream, or opens the file again. */
GInputStream *tenure_table_open_text (TenureTable *table, GError **error);

/* For tests: makes the @n-th read from now on fail (0: none). Returns how many reads there were since the last call. */
guint tenure_table_fail_read (guint n);

/* "Row 12 of sheet “Register” in grants.xlsx"; @column from 1, or 0. For the beginning of messages. */
char *tenure_table_dup_place (const TenureTable *table, guint row, guint column);

/* Sets TENURE_ERROR_UNREADABLE with the place and @what is wrong there, and returns FALSE. */
gboolean tenure_table_refuse (const TenureTable *table, guint row, guint column, const char *what, GError **error);

G_END_DECLS
