#include "config.h"
#include "app/timeline/timeline-model.h"

#include "base/i18n.h"

static TenureTimelineModel *
model_new (TenureSnapshot *snapshot)
{
  TenureTimelineModel *self = g_new0 (TenureTimelineModel, 1);

  g_atomic_ref_count_init (&self->refs);
  self->snapshot = snapshot != NULL ? tenure_snapshot_ref (snapshot) : NULL;
  self->strings = g_string_chunk_new (256);
  self->as_of = TENURE_DAY_NONE;
  return self;
}

static void
collapse_groups (TenureTimelineModel *self, const TenureTimelineQuery *query)
{
  for (guint i = 0; i < self->n_groups; i++)
    {
      gboolean toggled =
          query->toggled != NULL && g_hash_table_contains (query->toggled, tenure_timeline_model_get_key (self, i));

      self->groups[i].collapsed = query->collapsed != toggled;
    }
}

static void
make_notes (TenureTimelineModel *self, const TenureTimelineQuery *query)
{
  guint n = self->n_bars - (self->own != NULL ? self->own->n_gone : 0);
  self->notes = (TenureChartNotes){
    .as_of = self->as_of,
    .scope = query->scope != NULL ? g_string_chunk_insert (self->strings, query->scope) : NULL,
    .things = _ ("agreements"),
    .n = n,
    .of = n,
  };
}

static TenureTimelineBars *
make_bars (TenureSnapshot *snapshot, const TenureTimelineQuery *query)
{
  const guint32 *shown, *past_shown = NULL;
  guint n_shown, n_past_shown = 0;

  shown = tenure_snapshot_get_shown (snapshot, &n_shown);
  if (query->past != NULL)
    past_shown = tenure_snapshot_get_shown (query->past, &n_past_shown);
  return tenure_report_timeline_bars_new (tenure_snapshot_get_analysis (snapshot), shown, n_shown, &query->choice,
                                          query->past != NULL ? tenure_snapshot_get_analysis (query->past) : NULL,
                                          past_shown, n_past_shown);
}

TenureTimelineModel *
tenure_timeline_model_new (TenureSnapshot *snapshot, const TenureTimelineQuery *query)
{
  TenureTimelineModel *self = model_new (snapshot);
  TenureTimelineData data;

  self->as_of = tenure_snapshot_get_as_of (snapshot);
  self->past = query->past != NULL ? tenure_snapshot_ref (query->past) : NULL;
  self->own = make_bars (snapshot, query);
  self->bars = self->own->bars;
  self->n_bars = self->own->n_bars;
  self->groups = self->own->all_groups;
  self->keys = self->own->keys;
  self->n_groups = self->own->n_groups;
  collapse_groups (self, query);
  data = tenure_report_timeline_bars_get_data (self->own);
  data.order = query->order;
  data.year_start_month = query->year_start_month;
  data.currency = tenure_snapshot_get_portfolio (snapshot)->currency;
  data.counts_sector = TRUE;
  data.recorded = query->recorded;
  self->index = tenure_timeline_index_new (&data);
  make_notes (self, query);
  return self;
}

TenureTimelineModel *
tenure_timeline_model_new_from_bars (TenureTimelineBar *bars,
                                     guint n_bars,
                                     TenureTimelineGroup *groups,
                                     guint n_groups,
                                     TenureTimelineOrder order,
                                     TenureDay as_of)
{
  TenureTimelineModel *self = model_new (NULL);
  TenureTimelineQuery query = { .order = order };

  self->as_of = as_of;
  self->bars = bars;
  self->n_bars = n_bars;
  self->groups = groups;
  self->n_groups = n_groups;
  self->index = tenure_timeline_index_new (&(TenureTimelineData){ .bars = bars,
                                                                  .n_bars = n_bars,
                                                                  .groups = groups,
                                                                  .n_groups = n_groups,
                                                                  .order = order,
                                                                  .year_start_month = 4,
                                                                  .currency = TENURE_CURRENCY_GBP });
  make_notes (self, &query);
  return self;
}

TenureTimelineModel *
tenure_timeline_model_ref (TenureTimelineModel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
tenure_timeline_model_unref (TenureTimelineModel *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->index, tenure_timeline_index_unref);
  if (self->own == NULL)
    {
      g_free (self->bars);
      g_free (self->groups);
    }
  g_clear_pointer (&self->own, tenure_report_timeline_bars_free);
  g_string_chunk_free (self->strings);
  g_clear_pointer (&self->snapshot, tenure_snapshot_unref);
  g_clear_pointer (&self->past, tenure_snapshot_unref);
  g_free (self);
}

int
tenure_timeline_model_find (const TenureTimelineModel *self, TenureId record)
{
  g_return_val_if_fail (self != NULL, -1);

  return record != TENURE_ID_NONE ? tenure_timeline_index_find (self->index, record) : -1;
}

const char *
tenure_timeline_model_get_key (const TenureTimelineModel *self, guint group)
{
  g_return_val_if_fail (self != NULL && group < self->n_groups, NULL);

  return self->keys != NULL ? self->keys[group] : self->groups[group].label;
}
