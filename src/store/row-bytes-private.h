#pragma once

#include "store/record.h"

G_BEGIN_DECLS

/* A row as bytes, in the form that an insertion has in a changeset (store/changeset-private.h): made once from the values
 * of a record, then bound to the statement that inserts it and kept as the recording of the edit. */

/* Appends the insertion of @record, its id and origin included. */
void tenure_row_bytes_append_record (GByteArray *bytes, const TenureRecord *record);

/* Appends a block of the log of sources: no record, and in no changeset. @size: of its rows before they were @packed. */
void tenure_row_bytes_append_source (
    GByteArray *bytes, TenureId first, TenureId origin, gsize size, const GByteArray *packed);

/* Appends the heading of the table of @type, behind which its rows make a changeset. */
void tenure_row_bytes_append_heading (GByteArray *bytes, TenureRecordType type);

G_END_DECLS
