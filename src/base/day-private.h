#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/* @day_of_month, or the month's last day, of the month that begins @months months after January of the year 0, for measuring
 * a span up to its last representable day: "31/12/9999" is how some registers write "no end", and the day after it must
 * still be counted. Not clamped to the range, so the result may only be subtracted and compared; the month lies in the range
 * but for a month or two. */
TenureDay tenure_day_in_month (int months, int day_of_month);

G_END_DECLS
