#pragma once

#include "store/record.h"

G_BEGIN_DECLS

/* Source rows of one import, many together: packed they take a sixth of the room, in the document and on the way to it. */
typedef struct _TenureOriginBlock TenureOriginBlock;

TenureOriginBlock *tenure_origin_block_new (void);
void tenure_origin_block_free (TenureOriginBlock *block);

/* Adds a row to those that wait, of one import all. @cells: JSON on one line. */
void tenure_origin_block_add (TenureOriginBlock *block, TenureId id, TenureId origin, guint row, const char *cells);

/* The import of the rows that wait; TENURE_ID_NONE when none does. */
TenureId tenure_origin_block_get_origin (const TenureOriginBlock *block);

/* Whether so many wait that they should be taken. */
gboolean tenure_origin_block_is_full (const TenureOriginBlock *block);

/* Appends to @bytes, as store/row-bytes-private.h has it, the row of origin_block that holds those that wait; none waits
 * then. FALSE without memory. */
gboolean tenure_origin_block_take (TenureOriginBlock *block, GByteArray *bytes);

/* Of the rows of a block, unpacked, that with @id: its number and its cells, to be freed. NULL when there is none. */
char *tenure_origin_block_find (GBytes *rows, TenureId id, guint *out_row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureOriginBlock, tenure_origin_block_free)

G_END_DECLS
