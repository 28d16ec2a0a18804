#pragma once

#include "store/document.h"

G_BEGIN_DECLS

/**
 * tenure_membership_put_in:
 * @agreements: (array length=n)
 * @done: (out) (optional): what was done, in words, also where it was nothing: “Put 2 agreements into “North””; freed by the
 *   caller, NULL on error
 *
 * Puts agreements into a portfolio by hand, as one edit; those that are in it by hand already are left alone, and one that
 * is there by rule stays when the rule lets go of it.
 *
 * Returns: how many were put in; -1 with @error as tenure_document_edit()
 */
int tenure_membership_put_in (
    TenureDocument *document, TenureId portfolio, const TenureId *agreements, guint n, char **done, GError **error);

/* Takes agreements out that were put in by hand, as one edit. What the rule lets through belongs to it all the same. Returns
 * how many were taken out; fails likewise. */
int tenure_membership_take_out (
    TenureDocument *document, TenureId portfolio, const TenureId *agreements, guint n, char **done, GError **error);

G_END_DECLS
