#pragma once

#include "store/changes.h"
#include "store/record.h"
#include "store/sql-private.h"

G_BEGIN_DECLS

/* Keeps the search index with the rows, within the transaction that changes them.
 *
 * The index does not hold the text a second time, so a row's old text must be taken out while the old text is still
 * there: whoever is about to change a row says so first (touch), and when all is changed the new texts go in (finish).
 * Past a few thousand rows the index of a type is emptied and built anew instead, which is ten times faster a row.
 *
 * What is indexed: an agreement's own searched fields, the names of its provider and funders, its provider's identifiers
 * and former names; an organisation's fields with its identifiers and former names; the searched fields of portfolios,
 * people, payments, boards, seats and meetings. Whoever changes what is indexed makes documents of older versions index
 * it anew (document.c). */
typedef struct _TenureSearchIndex TenureSearchIndex;

TenureSearchIndex *tenure_search_index_new (sqlite3 *db);
void tenure_search_index_free (TenureSearchIndex *index);

/* The table that is searched for @type, or NULL when the type is not searched. Static. */
const char *tenure_search_index_table (TenureRecordType type);

/* The type of the parents that are found by the words of such a child; TENURE_RECORD_NONE for types whose words find
 * none. By those of an organisation the agreements are found, too, that it provides. */
TenureRecordType tenure_search_index_found_by (TenureRecordType child);

/* A row of @type below @parent is about to be inserted: an agreement is found by its funders. */
gboolean tenure_search_index_touch_parent (TenureSearchIndex *index, TenureRecordType type, TenureId parent, GError **error);

/* @id was inserted: nothing was found under it before. */
void tenure_search_index_touch_new (TenureSearchIndex *index, TenureRecordType type, TenureId id);

/* @id is about to be changed or deleted, or brought back. @title: whether what the record is called may change, so
 * that others are found under its name no more. @parent: the parent of a child record, before or after; NONE for
 * other types. */
gboolean tenure_search_index_touch (
    TenureSearchIndex *index, TenureRecordType type, TenureId id, TenureId parent, gboolean title, GError **error);

/* Thousands of rows of @type are to come: its index is built anew at the end, and touching costs nothing. */
void tenure_search_index_rebuild (TenureSearchIndex *index, TenureRecordType type);

/* The same for each type of which @changes, about to be made or taken back, has more rows than are worth touching. */
void tenure_search_index_expect (TenureSearchIndex *index, const TenureChanges *changes);

/* Thousands of agreements are to come, their ids growing: their index is emptied now, and they are indexed on the way by the
 * thread that inserts them, while the edit makes the next. If what they are found by changes afterwards, because a later
 * row of a file adds to a provider of an earlier one, their index is built anew at the end, as after rebuild(); always so
 * where records come from a clock that was ahead. */
gboolean tenure_search_index_go_along (TenureSearchIndex *index, GError **error);

/* By the thread of the edit: what was inserted up to the id @upto is all there is of it, children too. Whether it is worth
 * while to reach it. */
gboolean tenure_search_index_settle (TenureSearchIndex *index, TenureId upto);

/* By the thread that inserts, once the rows up to @upto are in: indexes the agreements among them. */
gboolean tenure_search_index_reach (TenureSearchIndex *index, TenureId upto, GError **error);

/* Everything is changed: indexes what was touched, and is ready for the next edit. */
gboolean tenure_search_index_finish (TenureSearchIndex *index, GError **error);

/* The edit was rolled back, the index with it: forgets what was touched. */
void tenure_search_index_forget (TenureSearchIndex *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureSearchIndex, tenure_search_index_free)

G_END_DECLS
