#pragma once

#include "store/document.h"

G_BEGIN_DECLS

/* How many of the price indexes that come along (catalogue/price-series.h) no index of the document has the name of. -1
 * with @error as tenure_query_run(). */
int tenure_price_series_count_absent (TenureReader *reader, GError **error);

/**
 * tenure_price_series_add:
 *
 * Adds these with their yearly rates and sources, as one edit. The one that is usual is marked as used unless the document
 * has such an index already. From then on they are records like any other: changed, deleted and undone.
 *
 * Returns: how many were added, 0 where all are there; -1 with @error as tenure_document_edit()
 */
int tenure_price_series_add (TenureDocument *document, GError **error);

G_END_DECLS
