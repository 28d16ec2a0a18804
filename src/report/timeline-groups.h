#pragma once

#include "analysis/analysis.h"
#include "chart/timeline.h"

G_BEGIN_DECLS

/* What the bars of a timeline are grouped by. */
typedef enum
{
  TENURE_TIMELINE_GROUP_PROVIDER,
  TENURE_TIMELINE_GROUP_SERVICE,
  TENURE_TIMELINE_GROUP_PROGRAMME,
  TENURE_TIMELINE_GROUP_PLACE,
  TENURE_TIMELINE_GROUP_OWNER,
  TENURE_TIMELINE_GROUP_FUNDER,    /* all of an agreement together: "Eastley Council, North Ridge ICB" */
  TENURE_TIMELINE_GROUP_PORTFOLIO, /* likewise */
  TENURE_TIMELINE_GROUP_LEVEL,     /* the worst flag, worst first */
  TENURE_TIMELINE_N_GROUPINGS
} TenureTimelineGrouping;

/* "provider", "service", …, as commands have it; static. */
const char *tenure_timeline_grouping_name (TenureTimelineGrouping grouping);

/* FALSE, and @out_grouping unchanged, when @name is none of them. */
gboolean tenure_timeline_grouping_from_name (const char *name, TenureTimelineGrouping *out_grouping);

/* "By provider", "By service", …; translated, static. */
const char *tenure_timeline_grouping_label (TenureTimelineGrouping grouping);

/* "then by provider", …: as the second of two; translated, static. */
const char *tenure_timeline_grouping_inner_label (TenureTimelineGrouping grouping);

typedef struct
{
  TenureTimelineGrouping by;
  TenureTimelineGrouping then_by; /* inside these; N_GROUPINGS, or the same: not further */
  const char *const *portfolios;  /* (nullable): by agreement of the facts, the portfolios that it is in, in words; NULL for
                                     none. Borrowed for the call */
} TenureTimelineGroupingChoice;

/* Groups of a timeline, with what holds their labels. */
typedef struct
{
  TenureTimelineGroup *groups; /* outer groups before their inner ones; none collapsed */
  const char **keys;           /* of each: what tells it from all others, whatever else is shown */
  guint n_groups;
  guint32 *group_of; /* by position in what was grouped */
  GStringChunk *strings;
} TenureTimelineGroups;

/**
 * tenure_timeline_groups_new:
 * @shown: (array length=n_shown): agreements as indexes into the facts
 *
 * Groups with an agreement in them, by name as a dictionary has them; those without a name come last ("Not recorded").
 * Levels come by severity. Labels may be lent by the facts.
 * Test: tests/report/test-timeline-groups.c.
 */
TenureTimelineGroups *tenure_timeline_groups_new (const TenureAnalysis *analysis,
                                                  const guint32 *shown,
                                                  guint n_shown,
                                                  const TenureTimelineGroupingChoice *choice);
void tenure_timeline_groups_free (TenureTimelineGroups *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureTimelineGroups, tenure_timeline_groups_free)

G_END_DECLS
