#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/* Days as people say them, beside the dates that imports read. Pure: @today and @base are given. */

/**
 * tenure_day_words_read:
 * @today: known
 * @base: the day that a length is counted from: the start, where the field has one; NONE: @today
 * @last: whether the field is a last day, so that +1y from 1 April is 31 March of the year after
 *
 * - "today"
 * - "end of March", "end March": the last day of the next March that has not ended on @today; "end of March 2027", "end of
 *   3/2027": of that one; "start of March", "start of March 2027" likewise, the next that begins today or later; "end of
 *   month", "end of next month"
 * - "+3y", "+18m", "+12w", "+10d", "-1d", "+1y6m", "+ 3 years": from @base; months clamped to the month's end
 *
 * Case does not matter. FALSE, with *@out_day left alone, for anything else. Cases: tests/app/test-day-words.c.
 */
gboolean tenure_day_words_read (const char *text, TenureDay today, TenureDay base, gboolean last, TenureDay *out_day);

G_END_DECLS
