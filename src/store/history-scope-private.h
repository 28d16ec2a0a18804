#pragma once

#include "store/history-filter.h"
#include "store/history-names-private.h"

G_BEGIN_DECLS

/* Which rows of changesets a filter asks for. */
typedef struct
{
  const TenureHistoryFilter *filter;
  TenureHistoryNames *names;
  GHashTable *wanted; /* the records asked for by name or one by one; NULL: all */
} TenureHistoryScope;

/* Borrows @filter and @names. FALSE with @error set where the document cannot be read; to be cleared either way. */
gboolean tenure_history_scope_init (TenureHistoryScope *scope,
                                    const TenureHistoryFilter *filter,
                                    TenureHistoryNames *names,
                                    GError **error);
void tenure_history_scope_clear (TenureHistoryScope *scope);

/* Whether the step lies in the stretch that is asked for. */
gboolean tenure_history_scope_has_step (const TenureHistoryScope *scope, gint64 seq);

/* Whether the step, by what is noted of it, may have touched what is asked for; it has where no single records are. */
gboolean tenure_history_scope_may_touch (const TenureHistoryScope *scope, const TenureHistoryEntry *entry);

/* Whether the row is one that is asked for. */
gboolean tenure_history_scope_has_row (const TenureHistoryScope *scope, const TenureChangesetReader *row);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TenureHistoryScope, tenure_history_scope_clear)

G_END_DECLS
