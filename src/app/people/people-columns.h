#pragma once

#include "app/gtk/item-table.h"

G_BEGIN_DECLS

/* The table of the People page, of TenurePersonItem: its columns and how each sorts. */
extern const TenureItemTableKind tenure_people_table;

G_END_DECLS
