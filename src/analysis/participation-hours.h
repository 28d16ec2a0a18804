#pragma once

#include "analysis/participation.h"

G_BEGIN_DECLS

/* The hours that the voluntary sector gives to boards, paid and unpaid, and what the unpaid ones are worth.
 * Worked by hand, and random ones against a slow obvious version: tests/analysis/test-participation-hours.c. */

typedef enum
{
  TENURE_HOURS_ALL,             /* one group */
  TENURE_HOURS_BY_MONTH,        /* key: the first day of the month in which the meeting was held */
  TENURE_HOURS_BY_BOARD,        /* key: index into the facts' boards */
  TENURE_HOURS_BY_ORGANISATION, /* key: index, −1 where none is recorded */
  TENURE_HOURS_BY_PERSON,       /* key: index, −1 where nobody is recorded */
  TENURE_HOURS_BY_SIZE,         /* key: a TenureSize of the organisation, by the accounts that stand on the day looked at */
  TENURE_N_HOURS_BY,
} TenureHoursBy;

/**
 * TenureHours:
 * @key: as TenureHoursBy says
 * @paid: minutes that somebody pays; @unpaid: that nobody does, what was refused among them; @untold: of which that is not
 *   recorded
 * @n: parts of one person in one meeting; @n_timeless: of those, without any time; @n_partly: with some of the four kinds of
 *   time and not all, so that it may be more
 * @value_minor: what the unpaid minutes come to at the rates that hold (pay.h), miles and expenses left aside
 * @n_unpaid: parts that are unpaid and have a time; @n_valued: of those, how many a rate in @currency could be found for
 * @currency: of the first that could be valued; NONE where none could
 */
typedef struct
{
  gint32 key;
  gint64 paid, unpaid, untold;
  guint n, n_timeless, n_partly;
  gint64 value_minor;
  guint n_unpaid, n_valued;
  TenureCurrency currency;
  gboolean overflows; /* the value does not fit */
} TenureHours;

typedef struct
{
  TenureHoursBy by;
  gboolean sector_only;
  TenureDay from, until; /* inclusive */
  GArray *groups;   /* TenureHours: months in order; the others most minutes first, then by key. Those without a part are
                            not there; of ALL there is always one */
  guint n_left_out; /* parts of the span that are not known to be the sector's or another's; only with @sector_only */
} TenureHoursTable;

/**
 * tenure_hours_new:
 * @sector_only: the parts of those who speak for the sector (TenureGivenFigures.vcs); otherwise everybody's
 * @from, @until: of meetings held in this span, both days included, and by the day looked at; NONE: from the first, to that
 *   day
 *
 * One pass over what is recorded, whatever the number of groups.
 *
 * Returns: (transfer full)
 */
TenureHoursTable *tenure_hours_new (const TenureParticipation *participation,
                                    TenureHoursBy by,
                                    gboolean sector_only,
                                    TenureDay from,
                                    TenureDay until) G_GNUC_WARN_UNUSED_RESULT;
void tenure_hours_free (TenureHoursTable *table);

/**
 * tenure_hours_get_paid_share:
 *
 * Paid ÷ all minutes, in basis points. What is untold may be either, so the share lies between two: @out_low as if none of
 * it were paid, rounded down, @out_high as if all were, rounded up. Rule B1; source: domain.md section 4.
 *
 * Returns: FALSE, and nothing set, where no minute is recorded
 */
gboolean tenure_hours_get_paid_share (const TenureHours *hours, gint32 *out_low, gint32 *out_high);

/* "month", "board", "organisation", "person", "size", "all"; static. */
const char *tenure_hours_by_code (TenureHoursBy by);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureHoursTable, tenure_hours_free)

G_END_DECLS
