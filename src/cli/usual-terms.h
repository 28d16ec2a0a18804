#pragma once

#include "store/document.h"

#include "base/duration.h"

G_BEGIN_DECLS

/* The usual renewal notice and lead time of every funder and kind of agreement: used where an agreement records none, and
 * marked as assumed wherever they are. */

/* Reads "P3M", "3 months", "2 years"; FALSE for anything else. */
gboolean tenure_usual_terms_read_length (const char *text, TenureDuration *out_length);

/* Records what is known of the two, in a step of its own; the other stays as it is. Fails as tenure_document_edit()
 * does. */
gboolean tenure_usual_terms_set (TenureDocument *document,
                                 TenureDuration renewal_notice,
                                 TenureDuration lead_time,
                                 GError **error);

G_END_DECLS
