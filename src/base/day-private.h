#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/* tenure_day_add_months() without the clamp to the range, for measuring a span up to its last representable day:
 * "31/12/9999" is how some registers write "no end", and the day after it must still be counted. The result may only
 * be subtracted and compared. @day lies in the range and so does @day + @months but for a month or two. */
TenureDay tenure_day_add_months_unclamped (TenureDay day, int months);

G_END_DECLS
