#pragma once

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* The days of a portfolio that nobody must miss, as an iCalendar file (RFC 5545) for the calendar that people look at. */

/* How long before a day its alarm rings where nobody says otherwise: a local setting. */
#define TENURE_CALENDAR_ALARM_DAYS 14

typedef struct
{
  const char *name; /* of the calendar: the document's */
  gint64 stamp;     /* when it is written, in seconds since 1970 UTC; a calendar takes the later of two of one event */
  int alarm_days;   /* how long before a day that needs an act its alarm rings, the day after the one looked at being the
                       first; below 0: none has an alarm */
} TenureCalendarOptions;

/**
 * tenure_calendar_dup:
 * @out_n_events: (out) (optional): how many events it has
 *
 * Events of whole days, without a time zone, of the agreements of @analysis->portfolio that are not over:
 *
 *   decision  the day by which to decide on renewal, while nothing is decided (domain, section 1: committed end less notice
 *             less lead time; where usual terms were assumed the event says so)
 *   notice    the last day on which notice of renewal can be given, while nothing is decided
 *   end       the committed end
 *   review    the day on which the agreement is to be reviewed
 *   exemption the day until which a record is left out of a rule: of the agreements above and, where all of them were
 *             selected, of whatever is no agreement
 *
 * Days before @analysis->as_of are left out, but for those of decisions that are overdue: these are asked for on that day.
 * An event's UID is made of what it is and of the record's id, which no two documents share by chance; so it is the same in
 * every copy, and reading a newer file in moves the events of the older. What is no longer due is not in a newer file:
 * subscribed calendars drop it, calendars into which files are read keep it until somebody deletes it.
 *
 * No names of persons are written. Lines are folded and marks escaped by libical. Tests: tests/report/test-calendar.c.
 *
 * Returns: (transfer full): the file's text, UTF-8, lines ended by CR LF
 */
char *tenure_calendar_dup (const TenureAnalysis *analysis, const TenureCalendarOptions *options, guint *out_n_events);

G_END_DECLS
