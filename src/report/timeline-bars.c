#include "config.h"
#include "report/timeline-bars.h"

#include "report/charts.h"

#include "base/i18n.h"
#include <string.h>

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

/* --- All bars ------------------------------------------------------------------------------------------------- */

/* Id → 1 + index. */
static GHashTable *
index_ids (const TenureFacts *facts)
{
  GHashTable *table = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < facts->n_agreements; i++)
    g_hash_table_insert (table, &facts->agreements[i].id, GUINT_TO_POINTER (i + 1));
  return table;
}

static gint32
find_id (GHashTable *table, TenureId id)
{
  return (gint32) GPOINTER_TO_UINT (g_hash_table_lookup (table, &id)) - 1;
}

/* "Lantern Trust: Advice line": under its provider's heading, the title alone says it. */
static const char *
bar_label (TenureTimelineBars *self, const TenureFacts *facts, guint32 agreement, const TenureTimelineGroupingChoice *choice)
{
  g_autofree char *label = NULL;

  if (choice->by == TENURE_TIMELINE_GROUP_PROVIDER || choice->then_by == TENURE_TIMELINE_GROUP_PROVIDER)
    return tenure_facts_get_agreement_title (facts, agreement);
  label = tenure_facts_dup_agreement_name (facts, agreement);
  return g_string_chunk_insert (self->groups->strings, label);
}

static void
add_changes (GArray *changes, const TenureFacts *facts, guint32 agreement, TenureTimelineBar *bar)
{
  const TenureFactAgreement *fact = &facts->agreements[agreement];

  bar->first_change = changes->len;
  bar->n_changes = (guint16) MIN (fact->n_variations, G_MAXUINT16);
  for (guint i = 0; i < bar->n_changes; i++)
    g_array_append_val (changes, facts->variations[fact->first_variation + i].made);
}

static void
make_bars (TenureTimelineBars *self,
           const TenureAnalysis *analysis,
           const guint32 *shown,
           guint n_shown,
           const TenureTimelineGroupingChoice *choice)
{
  const TenureFacts *facts = analysis->facts;
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (TenureDay));
  g_autofree gint32 *place = g_new (gint32, facts->n_agreements + 1);

  memset (place, 0xff, sizeof (gint32) * (facts->n_agreements + 1));
  for (guint i = 0; i < n_shown; i++)
    place[shown[i]] = (gint32) i;
  for (guint i = 0; i < n_shown; i++)
    {
      TenureTimelineBar *bar = &self->bars[i];

      *bar = tenure_report_timeline_bar (analysis, shown[i], place);
      bar->label = bar_label (self, facts, shown[i], choice);
      bar->group = self->groups->group_of[i];
      add_changes (changes, facts, shown[i], bar);
    }
  self->n_changes = changes->len;
  self->changes = (TenureDay *) (gpointer) g_array_free (changes, FALSE);
}

static TenureTimelineGhost
make_ghost (const TenureAnalysis *past, gint32 index)
{
  const TenureAgreementFigures *figures;

  if (index < 0)
    return (TenureTimelineGhost){ .first = TENURE_DAY_NONE, .last = TENURE_DAY_NONE, .max_last = TENURE_DAY_NONE };
  figures = &past->terms->agreements[index];
  return (TenureTimelineGhost){ .first = figures->start,
                                .last = figures->committed_end,
                                .max_last = figures->maximum_end,
                                .recorded = TRUE,
                                .open_ended = figures->open_ended };
}

/* @gone (element-type guint32): indexes into the facts of @past. */
static void
make_gone (TenureTimelineBars *self, const TenureAnalysis *past, const GArray *gone, guint n_shown)
{
  TenureTimelineGroupingChoice named = { .by = TENURE_TIMELINE_N_GROUPINGS, .then_by = TENURE_TIMELINE_N_GROUPINGS };

  for (guint i = 0; i < gone->len; i++)
    {
      guint32 index = g_array_index (gone, guint32, i);

      self->bars[n_shown + i] = (TenureTimelineBar){ .record = past->facts->agreements[index].id,
                                                     .label = bar_label (self, past->facts, index, &named),
                                                     .first = TENURE_DAY_NONE,
                                                     .last = TENURE_DAY_NONE,
                                                     .max_last = TENURE_DAY_NONE,
                                                     .decision = TENURE_DAY_NONE,
                                                     .notice = TENURE_DAY_NONE,
                                                     .secured = TENURE_DAY_NONE,
                                                     .predecessor = -1,
                                                     .lead = -1,
                                                     .group = self->groups->n_groups,
                                                     .level = TENURE_CHART_LEVEL_CLEAR,
                                                     .gone = TRUE };
      self->ghosts[n_shown + i] = make_ghost (past, (gint32) index);
    }
}

static GArray *
find_gone (const TenureFacts *facts, const TenureFacts *past, const guint32 *past_shown, guint n_past_shown)
{
  g_autoptr (GHashTable) now = index_ids (facts);
  GArray *gone = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < n_past_shown; i++)
    if (find_id (now, past->agreements[past_shown[i]].id) < 0)
      g_array_append_val (gone, past_shown[i]);
  return gone;
}

static void
add_past (TenureTimelineBars *self, const TenureAnalysis *past, const GArray *gone, guint n_shown)
{
  g_autoptr (GHashTable) then = index_ids (past->facts);

  self->ghosts = g_new0 (TenureTimelineGhost, self->n_bars + 1);
  for (guint i = 0; i < n_shown; i++)
    self->ghosts[i] = make_ghost (past, find_id (then, self->bars[i].record));
  make_gone (self, past, gone, n_shown);
}

/* The groups of what is shown, and one more where anything is gone. */
static void
take_groups (TenureTimelineBars *self, gboolean any_gone)
{
  const TenureTimelineGroups *groups = self->groups;

  self->n_groups = groups->n_groups + any_gone;
  self->all_groups = g_new0 (TenureTimelineGroup, self->n_groups + 1);
  self->keys = g_new0 (const char *, self->n_groups + 1);
  for (guint i = 0; i < groups->n_groups; i++)
    {
      self->all_groups[i] = groups->groups[i];
      self->keys[i] = groups->keys[i];
    }
  if (!any_gone)
    return;
  self->all_groups[groups->n_groups].label = _ ("No longer recorded");
  self->keys[groups->n_groups] = "gone";
}

TenureTimelineBars *
tenure_report_timeline_bars_new (const TenureAnalysis *analysis,
                                 const guint32 *shown,
                                 guint n_shown,
                                 const TenureTimelineGroupingChoice *choice,
                                 const TenureAnalysis *past,
                                 const guint32 *past_shown,
                                 guint n_past_shown)
{
  TenureTimelineBars *self;
  g_autoptr (GArray) gone = NULL;

  g_return_val_if_fail (analysis != NULL && choice != NULL, NULL);

  self = g_new0 (TenureTimelineBars, 1);
  self->groups = tenure_timeline_groups_new (analysis, shown, n_shown, choice);
  gone = past != NULL ? find_gone (analysis->facts, past->facts, past_shown, n_past_shown)
                      : g_array_new (FALSE, FALSE, sizeof (guint32));
  self->n_gone = gone->len;
  self->n_bars = n_shown + gone->len;
  self->bars = g_new0 (TenureTimelineBar, self->n_bars + 1);
  take_groups (self, gone->len > 0);
  make_bars (self, analysis, shown, n_shown, choice);
  if (past != NULL)
    add_past (self, past, gone, n_shown);
  return self;
}

void
tenure_report_timeline_bars_free (TenureTimelineBars *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->groups, tenure_timeline_groups_free);
  g_free (self->all_groups);
  g_free (self->keys);
  g_free (self->bars);
  g_free (self->changes);
  g_free (self->ghosts);
  g_free (self);
}

TenureTimelineData
tenure_report_timeline_bars_get_data (const TenureTimelineBars *self)
{
  return (TenureTimelineData){ .bars = self->bars,
                               .n_bars = self->n_bars,
                               .groups = self->all_groups,
                               .n_groups = self->n_groups,
                               .changes = self->changes,
                               .n_changes = self->n_changes,
                               .ghosts = self->ghosts };
}
