#pragma once

#include <gtk/gtk.h>

#include "app/agreements/register-column.h"

G_BEGIN_DECLS

/* What makes the cells of @column, for rows that are TenureRegisterRow. */
GtkListItemFactory *tenure_register_factory_new (const TenureRegisterColumn *column);

G_END_DECLS
