#pragma once

#include "exchange/profile-private.h"

G_BEGIN_DECLS

/* Whether @header is that of a list of payments. They have references and departments as agreements have, and no term: what
 * has no term is taken for such a list where a title says so, or where nobody is named who is paid. @titles: those of a
 * profile of agreements. Test: "/import-rows/payments". */
gboolean tenure_titles_are_of_payments (const TenureTitles *titles, const GPtrArray *header);

G_END_DECLS
