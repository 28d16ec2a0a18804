#pragma once

#include "app/organisations/organisation-item.h"
#include "register/snapshot.h"

G_BEGIN_DECLS

/**
 * tenure_organisation_items_load:
 * @reader: asked for kind, place and search
 *
 * The lines of the Organisations page: all organisations, or, where the filter of @snapshot narrows anything, those that
 * provide an agreement that it lets through and those whose own words match the search. For a worker.
 *
 * Returns: (transfer full) (element-type TenureOrganisationItem): by name; NULL with @error set
 */
GPtrArray *tenure_organisation_items_load (TenureSnapshot *snapshot, TenureReader *reader, GError **error);

G_END_DECLS
