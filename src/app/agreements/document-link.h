#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * tenure_document_link_dup_uri:
 * @location: where a document is, as it was typed or imported (nullable)
 *
 * What can be opened of a place that people wrote down, and portfolios come from strangers: an http or https address with a
 * host, a file address of this machine, or a whole path, which is read as one. Anything else (a relative path, a place on
 * another system, "in the red folder", any other scheme, an address with a name and password or with characters that do
 * not show) is text. Nothing here looks whether it is there.
 *
 * Returns: (transfer full) (nullable): a URI; NULL for text. Cases: tests/app/test-document-link.c.
 */
char *tenure_document_link_dup_uri (const char *location) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
