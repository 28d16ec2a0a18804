#pragma once

#include "store/sql-private.h"

G_BEGIN_DECLS

/* Puts every agreement into the empty search index @table: the fields of its own that the index takes, the name of its
 * provider and those of its funders, word for word what the statement of search-index.c makes for one agreement, so that
 * either may take out what the other put in. Three sorted reads side by side cost a third of what SQL's look-ups of
 * provider and funders for each of 100,000 rows do. */
gboolean tenure_search_fill_agreements (sqlite3 *db, const char *table, GError **error);

G_END_DECLS
