#pragma once

#include <gio/gio.h>

#include "store/record.h"

G_BEGIN_DECLS

/* A view of a document's rows on a connection of its own. One thread at a time. Every function that reads takes one:
 * the document's own for its thread, a worker's own, or the edit's. */
typedef struct _TenureReader TenureReader;

void tenure_reader_free (TenureReader *reader);

/* Makes whatever is read next stop with G_IO_ERROR_CANCELLED soon after @cancellable is cancelled; NULL to stop that. */
void tenure_reader_set_cancellable (TenureReader *reader, GCancellable *cancellable);

/* The record, with the titles of its references; NULL with TENURE_ERROR_NOT_FOUND when there is none. */
TenureRecord *tenure_reader_load (TenureReader *reader, TenureRecordType type, TenureId id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * tenure_reader_load_many:
 * @ids: @n of them; made for the visible rows of a list
 *
 * Returns: (transfer full) (element-type TenureRecord): in the order of @ids, with the titles of references; NULL for
 *   an id that is not there (any more)
 */
GPtrArray *tenure_reader_load_many (
    TenureReader *reader, TenureRecordType type, const TenureId *ids, guint n, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (element-type TenureRecord): the @child records of @parent, in the order in which they were made. */
GPtrArray *tenure_reader_load_children (TenureReader *reader, TenureRecordType child, TenureId parent, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* What a record is called: its title field, or for types without one the title of what it links (a funder is called by
 * its organisation). NULL when there is no such record. */
char *tenure_reader_dup_title (TenureReader *reader, TenureRecordType type, TenureId id);

/* Whether there is such a record. */
gboolean tenure_reader_has (TenureReader *reader, TenureRecordType type, TenureId id, gboolean *out_there, GError **error);

/* How many records of @type there are; -1 with @error set on failure. */
gint64 tenure_reader_count (TenureReader *reader, TenureRecordType type, GError **error);

/* A document-wide option, or NULL when it is not set. The caller frees. */
char *tenure_reader_dup_setting (TenureReader *reader, const char *key);

/**
 * TenureCursor:
 * All records of a type, by growing id, some fields of each: for matching, exporting, counting. Values are lent until
 * the next call. The reader is busy until the cursor is freed only in so far as it must outlive it.
 */
typedef struct _TenureCursor TenureCursor;

/* @fields: @n_fields indexes. NULL, 0 for all fields. */
TenureCursor *tenure_reader_select (TenureReader *reader,
                                    TenureRecordType type,
                                    const guint *fields,
                                    guint n_fields,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* FALSE at the end without an error, or with one. @out_values has one value for each field asked for, in that order. */
gboolean tenure_cursor_next (TenureCursor *cursor, TenureId *out_id, const TenureValue **out_values, GError **error);
void tenure_cursor_free (TenureCursor *cursor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureReader, tenure_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureCursor, tenure_cursor_free)

G_END_DECLS
