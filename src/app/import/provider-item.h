#pragma once

#include "exchange/import.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* One provider of the file in the list "which are VCS?". Properties: vcs (int, TenureAnswer). */
#define TENURE_TYPE_PROVIDER_ITEM (tenure_provider_item_get_type ())
G_DECLARE_FINAL_TYPE (TenureProviderItem, tenure_provider_item, TENURE, PROVIDER_ITEM, GObject)

TenureProviderItem *tenure_provider_item_new (const TenureImportProvider *provider);

const char *tenure_provider_item_get_name (TenureProviderItem *self);

/* Why the file thinks so; NULL when it says nothing. */
const char *tenure_provider_item_get_evidence (TenureProviderItem *self);

/* What the name suggests, for the user to confirm (vcs-hint.h); NULL when that is nothing or an answer is there. */
const char *tenure_provider_item_get_hint (TenureProviderItem *self);
guint tenure_provider_item_get_agreements (TenureProviderItem *self);
TenureAnswer tenure_provider_item_get_vcs (TenureProviderItem *self);
void tenure_provider_item_set_vcs (TenureProviderItem *self, TenureAnswer vcs);

G_END_DECLS
