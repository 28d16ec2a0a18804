#pragma once

#include "app/people/person-item.h"
#include "register/snapshot.h"
#include "store/reader.h"

G_BEGIN_DECLS

/**
 * tenure_people_load:
 * @reader: asked for whom they work for, their roles, and deputies
 *
 * The lines of the People page: all people, or those in whose line each searched word begins a word. Portfolio and facets
 * choose among agreements and leave people alone. For a worker.
 *
 * Returns: (transfer full) (element-type TenurePersonItem): by name; NULL with @error set
 */
GPtrArray *tenure_people_load (TenureSnapshot *snapshot, TenureReader *reader, GError **error);

G_END_DECLS
