#include "config.h"
#include "report/timeline-bars.h"

#include "report/charts.h"

static gboolean
has_bar (guint32 index, gconstpointer data)
{
  const gint32 *places = data;

  return places[index] >= 0;
}

static gint32
find_lead (const TenureAnalysis *analysis, guint32 index, const gint32 *places)
{
  gint32 lead = tenure_terms_find_lead (analysis->terms, index, has_bar, places);

  return lead >= 0 ? places[lead] : -1;
}

TenureTimelineBar
tenure_report_timeline_bar (const TenureAnalysis *analysis, guint32 index, const gint32 *places)
{
  const TenureFactAgreement *fact = &analysis->facts->agreements[index];
  const TenureAgreementFigures *figures = &analysis->terms->agreements[index];
  gboolean to_decide = figures->live && !figures->covered && !figures->decided;

  return (TenureTimelineBar){
    .record = fact->id,
    .first = figures->start,
    .last = figures->committed_end,
    .max_last = figures->maximum_end,
    .decision = to_decide ? figures->decision_day : TENURE_DAY_NONE,
    .notice = to_decide ? figures->notice_day : TENURE_DAY_NONE,
    .secured = figures->secured_until,
    .predecessor = fact->predecessor >= 0 ? places[fact->predecessor] : -1,
    .lead = find_lead (analysis, index, places),
    .annual_minor = figures->annual_minor,
    .level = tenure_level_to_chart (analysis->flags->agreement_levels[index]),
    .open_ended = figures->open_ended,
    .value_known = figures->annual_known && fact->currency == analysis->portfolio->currency,
    .covered = figures->covered,
    .notice_assumed = figures->notice_assumed || figures->lead_assumed,
    .in_sector = tenure_terms_in_scope (analysis->terms, index, TENURE_SCOPE_VCS),
    .running = figures->running == TENURE_FACT_YES,
    .may_run = figures->running == TENURE_FACT_UNKNOWN,
  };
}
