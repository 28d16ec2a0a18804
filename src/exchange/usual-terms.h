#pragma once

#include "base/duration.h"
#include "store/edit.h"

G_BEGIN_DECLS

/* Records, within @edit, the usual renewal notice and lead time of every funder and kind of agreement: used where an
 * agreement records none, and marked as assumed wherever they are. An unknown length leaves what is recorded. Fails as
 * tenure_edit_insert() does. */
gboolean tenure_usual_terms_write (TenureEdit *edit,
                                   TenureDuration renewal_notice,
                                   TenureDuration lead_time,
                                   GError **error);

G_END_DECLS
