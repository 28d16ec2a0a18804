#pragma once

#include "base/id.h"
#include "store/sql-private.h"

G_BEGIN_DECLS

/* What an organisation is found by beside its own fields, @ID being an expression for its id. A number stands after the
 * register that it is of, as people copy it ("GB-CHC-1155021"), and is found without it, too. */
#define TENURE_SEARCH_IDENTIFIERS(ID)                                                                                       \
  "(SELECT group_concat (format ('%s-%s', scheme, value), ' ') FROM identifier WHERE organisation = " ID ")"
#define TENURE_SEARCH_FORMER_NAMES(ID) "(SELECT group_concat (name, ' ') FROM former_name WHERE organisation = " ID ")"

/* Puts agreements into an empty search index in the order of their ids: the fields of their own that the index takes, what
 * their providers are found by and the names of their funders, word for word what the statement of search-index.c makes for
 * one agreement, so that either may take out what the other put in. Two sorted reads side by side, and each organisation
 * looked up once, cost a third of what SQL's look-ups for each of 100,000 rows do. */
typedef struct _TenureSearchFill TenureSearchFill;

/* Of the index @table; nothing is put in yet. */
TenureSearchFill *tenure_search_fill_new (sqlite3 *db, const char *table, GError **error);
void tenure_search_fill_free (TenureSearchFill *fill);

/* Puts in the agreements past those of the call before, up to the id @upto. What is found by an organisation is looked at
 * when its first agreement goes in, and never again. */
gboolean tenure_search_fill_run (TenureSearchFill *fill, TenureId upto, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureSearchFill, tenure_search_fill_free)

G_END_DECLS
