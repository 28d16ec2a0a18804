#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/* The time that the History page looks at. A day is one of the user's time zone, from midnight to midnight; both days of a
 * period belong to it. Tests: tests/app/test-history-period.c. */
typedef enum
{
  TENURE_HISTORY_ANY_TIME,
  TENURE_HISTORY_SINCE_SAVED,
  TENURE_HISTORY_TODAY,
  TENURE_HISTORY_THIS_WEEK, /* from Monday */
  TENURE_HISTORY_THIS_MONTH,
  TENURE_HISTORY_DAYS, /* from one day to another, either of which may be left open */
  TENURE_HISTORY_N_PERIODS,
} TenureHistoryPeriod;

/* What the choice is called. */
const char *tenure_history_period_label (TenureHistoryPeriod period);

/* The first and the last day of @period, looked at on @today; TENURE_DAY_NONE where it is open. Of DAYS it is what they
 * hold already. */
void tenure_history_period_get_days (TenureHistoryPeriod period,
                                     TenureDay today,
                                     TenureDay *inout_from,
                                     TenureDay *inout_to);

/* The moment at which @day begins, as history tells moments (UTC, ISO 8601). NULL for NONE. The caller frees. */
char *tenure_history_dup_moment (TenureDay day);

/* From which day on “What Changed” is shown before anybody chose a time: a month before the day of the newest step, @newest
 * as history tells moments, (nullable) where there is none; a month is what lies between two papers to most boards. All
 * time would list everything as new. */
TenureDay tenure_history_offer_day (const char *newest, TenureDay today);

/* The period within a sentence, without a full stop: "since 1 Oct 2026", "from 1 Oct 2026 to 3 Nov 2026", "until 3 Nov
 * 2026", "today", "since the portfolio was last saved"; NULL when it is all time. The caller frees. */
char *tenure_history_dup_period (TenureHistoryPeriod period, TenureDay from, TenureDay to);

G_END_DECLS
