#pragma once

#include "app/forms/form-model.h"
#include "store/reader.h"
#include "store/document.h"

G_BEGIN_DECLS

/* Between drafts and the document. */

/* The draft of a stored record with all the children that its form edits; NULL with the errors of
 * tenure_reader_load(). */
TenureDraft *tenure_draft_load (TenureReader *reader, TenureRecordType type, TenureId id, GError **error);

/**
 * tenure_draft_save:
 * @draft: valid
 *
 * Stores the draft, its children, what is beside it and not left out, and those of the created records that are referred to,
 * as one edit with the label of tenure_draft_dup_label().
 *
 * Returns: FALSE, with the document as it was, on the errors of tenure_document_edit()
 */
gboolean tenure_draft_save (TenureDraft *draft, TenureDocument *document, GError **error);

/* "New organisation: “Lantern Trust”": what a form offers to make beside its own record, an organisation or a person. Free. */
char *tenure_draft_dup_created_label (TenureRecordType type, const char *name);

/* What saving @draft did, where it makes records beside its own: "Added agreement “Choir” · New organisation: “Lantern
 * Trust”", or "· 3 new organisations". NULL when it makes nothing else: its own record is then shown, and needs no word. Free. */
char *tenure_draft_dup_created (const TenureDraft *draft);

G_END_DECLS
