#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The first bytes of an SQLite file, read before SQLite sees them. */
#define TENURE_FILE_HEADER_SIZE 100

/**
 * tenure_file_header_check:
 * @header: the first @length bytes of the file; fewer than TENURE_FILE_HEADER_SIZE when the file is shorter
 * @size: of the whole file
 * @name: of the file, for messages
 * @out_version: its schema version, 1 to TENURE_SCHEMA_VERSION
 *
 * Returns: FALSE with TENURE_ERROR_FOREIGN (no SQLite file, or another program's), NEWER or CORRUPT (cut short)
 */
gboolean tenure_file_header_check (
    const guint8 *header, gsize length, guint64 size, const char *name, int *out_version, GError **error);

G_END_DECLS
