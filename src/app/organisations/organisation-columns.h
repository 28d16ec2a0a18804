#pragma once

#include "app/gtk/item-table.h"

G_BEGIN_DECLS

/* The table of the Organisations page, of TenureOrganisationItem: its columns and how each sorts. */
extern const TenureItemTableKind tenure_organisation_table;

G_END_DECLS
