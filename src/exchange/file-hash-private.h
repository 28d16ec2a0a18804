#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The SHA-256 of a file that is being read for an import, reckoned on a thread beside it: an archive is not read from end
 * to end, and a table not always to its last byte. */
typedef struct _TenureFileHash TenureFileHash;

TenureFileHash *tenure_file_hash_start (GFile *file);

/* Waits for it. Hexadecimal; NULL when the file could not be read to its end. The caller frees. */
char *tenure_file_hash_wait (TenureFileHash *hash);

/* Ends it, wherever it is. */
void tenure_file_hash_free (TenureFileHash *hash);

G_END_DECLS
