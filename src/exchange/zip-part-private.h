#pragma once

#include "exchange/table-private.h"

G_BEGIN_DECLS

/* One part of a packed workbook, read as a stream. Nothing is unpacked to disk and nothing is taken on trust: a part
 * that grows out of all proportion to its packed size is refused while it is read. */
typedef struct _TenureZipPart TenureZipPart;

typedef enum
{
  TENURE_ZIP_UNREADABLE, /* an error is set */
  TENURE_ZIP_OTHER,
  TENURE_ZIP_XLSX,
  TENURE_ZIP_ODS,
} TenureZipKind;

/* What the archive @table->file holds. */
TenureZipKind tenure_zip_find_kind (TenureTable *table, GError **error);

/* Opens the part called @path (case is ignored). NULL with TENURE_ERROR_NOT_FOUND when the archive has none,
 * TENURE_ERROR_UNREADABLE when it is damaged. @table must outlive the part. */
TenureZipPart *tenure_zip_part_open (TenureTable *table, const char *path, GError **error);

/* Up to @size bytes; 0 at the end, -1 on error. */
gssize tenure_zip_part_read (TenureZipPart *part, void *buffer, gsize size, GError **error);

void tenure_zip_part_free (TenureZipPart *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureZipPart, tenure_zip_part_free)

G_END_DECLS
