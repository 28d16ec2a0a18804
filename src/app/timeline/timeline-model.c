#include "config.h"
#include "app/timeline/timeline-model.h"

#include "report/timeline-bars.h"

#include "base/i18n.h"
#include <string.h>

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

/* --- Groups --------------------------------------------------------------------------------------------------- */

/* The names that agreements are grouped by, and where an agreement says which one it has. */
typedef struct
{
  TenureTimelineGrouping grouping;
  const TenureFacts *facts;
} Names;

static guint
names_count (const Names *names)
{
  switch (names->grouping)
    {
    case TENURE_TIMELINE_GROUP_SERVICE:
      return names->facts->n_services;
    case TENURE_TIMELINE_GROUP_PLACE:
      return names->facts->n_places;
    case TENURE_TIMELINE_GROUP_PROGRAMME:
      return names->facts->n_programmes;
    case TENURE_TIMELINE_GROUP_OWNER:
      return names->facts->n_owners;
    default:
      return names->facts->n_organisations;
    }
}

static const char *
names_get (const Names *names, guint i)
{
  switch (names->grouping)
    {
    case TENURE_TIMELINE_GROUP_SERVICE:
      return names->facts->services[i];
    case TENURE_TIMELINE_GROUP_PLACE:
      return names->facts->places[i];
    case TENURE_TIMELINE_GROUP_PROGRAMME:
      return names->facts->programmes[i];
    case TENURE_TIMELINE_GROUP_OWNER:
      return names->facts->owners[i];
    default:
      return names->facts->organisations[i].name;
    }
}

static gint32
names_of (const Names *names, const TenureFactAgreement *agreement)
{
  switch (names->grouping)
    {
    case TENURE_TIMELINE_GROUP_SERVICE:
      return agreement->service;
    case TENURE_TIMELINE_GROUP_PLACE:
      return agreement->place;
    case TENURE_TIMELINE_GROUP_PROGRAMME:
      return agreement->programme;
    case TENURE_TIMELINE_GROUP_OWNER:
      return agreement->owner;
    default:
      return agreement->provider;
    }
}

typedef struct
{
  guint name;
  char *key; /* NULL: no name, after all others */
} SortedName;

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const SortedName *left = a;
  const SortedName *right = b;

  if (left->key == NULL || right->key == NULL)
    return (left->key == NULL) - (right->key == NULL);
  return strcmp (left->key, right->key);
}

static void
clear_name (gpointer data)
{
  g_free (((SortedName *) data)->key);
}

/* The names in use, in the order of a dictionary. */
static GArray *
sort_used_names (const Names *names, const guint32 *shown, guint n_shown)
{
  guint n = names_count (names);
  g_autofree guint8 *used = g_new0 (guint8, n + 1);
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (SortedName));

  g_array_set_clear_func (sorted, clear_name);
  for (guint i = 0; i < n_shown; i++)
    {
      gint32 name = names_of (names, &names->facts->agreements[shown[i]]);

      if (name >= 0)
        used[name] = 1;
    }
  for (guint i = 0; i < n; i++)
    if (used[i])
      {
        const char *text = names_get (names, i);
        SortedName entry = { .name = i, .key = text != NULL ? g_utf8_collate_key (text, -1) : NULL };

        g_array_append_val (sorted, entry);
      }
  g_array_sort (sorted, compare_names);
  return sorted;
}

static gboolean
is_collapsed (const TenureTimelineQuery *query, const char *label)
{
  gboolean toggled = query->toggled != NULL && g_hash_table_contains (query->toggled, label);

  return query->collapsed != toggled;
}

static gboolean
has_nameless (const Names *names, const guint32 *shown, guint n_shown)
{
  for (guint i = 0; i < n_shown; i++)
    if (names_of (names, &names->facts->agreements[shown[i]]) < 0)
      return TRUE;
  return FALSE;
}

/* Fills the groups, with one more at the end where any agreement is without a name, and @group_of by name. */
static void
make_groups (TenureTimelineModel *self,
             const Names *names,
             const TenureTimelineQuery *query,
             GArray *sorted,
             gboolean any_nameless,
             guint32 *group_of)
{
  self->n_groups = sorted->len + (any_nameless ? 1 : 0);
  self->groups = g_new0 (TenureTimelineGroup, self->n_groups + 1);
  for (guint i = 0; i < sorted->len; i++)
    {
      guint name = g_array_index (sorted, SortedName, i).name;
      TenureTimelineGroup *group = &self->groups[i];

      group->label = names_get (names, name);
      if (group->label == NULL)
        group->label = _ ("No name recorded");
      if (names->grouping == TENURE_TIMELINE_GROUP_PROVIDER)
        group->record = names->facts->organisations[name].id;
      group->collapsed = is_collapsed (query, group->label);
      group_of[name] = i;
    }
  if (!any_nameless)
    return;
  self->groups[sorted->len].label = _ ("Not recorded");
  self->groups[sorted->len].collapsed = is_collapsed (query, self->groups[sorted->len].label);
}

/* --- Bars ----------------------------------------------------------------------------------------------------- */

/* "Lantern Trust: Advice line": under its provider's heading, the title alone says it. */
static const char *
bar_label (TenureTimelineModel *self, const Names *names, guint32 agreement)
{
  g_autofree char *label = NULL;

  if (names->grouping == TENURE_TIMELINE_GROUP_PROVIDER)
    return tenure_facts_get_agreement_title (names->facts, agreement);
  label = tenure_facts_dup_agreement_name (names->facts, agreement);
  return g_string_chunk_insert (self->strings, label);
}

static void
make_bars (TenureTimelineModel *self, const Names *names, const guint32 *shown, const guint32 *group_of)
{
  const TenureFacts *facts = names->facts;
  const TenureAnalysis *analysis = tenure_snapshot_get_analysis (self->snapshot);
  g_autofree gint32 *bar_of = g_new (gint32, facts->n_agreements + 1);

  memset (bar_of, 0xff, sizeof (gint32) * (facts->n_agreements + 1));
  for (guint i = 0; i < self->n_bars; i++)
    bar_of[shown[i]] = i;
  for (guint i = 0; i < self->n_bars; i++)
    {
      const TenureFactAgreement *agreement = &facts->agreements[shown[i]];
      gint32 name = names_of (names, agreement);
      TenureTimelineBar *bar = &self->bars[i];

      *bar = tenure_report_timeline_bar (analysis, shown[i], bar_of);
      bar->label = bar_label (self, names, shown[i]);
      bar->group = name >= 0 ? group_of[name] : self->n_groups - 1;
    }
}

static void
make_notes (TenureTimelineModel *self, const TenureTimelineQuery *query)
{
  TenureTimelineExtent extent;

  tenure_timeline_index_get_extent (self->index, &extent);
  self->notes = (TenureChartNotes){
    .as_of = self->as_of,
    .scope = query->scope != NULL ? g_string_chunk_insert (self->strings, query->scope) : NULL,
    .things = _ ("agreements"),
    .n = self->n_bars - extent.n_undated,
    .of = self->n_bars,
    .left_out = extent.n_undated > 0 ? _ ("no dates recorded") : NULL,
  };
}

static void
make_index (TenureTimelineModel *self,
            TenureTimelineOrder order,
            int year_start_month,
            TenureCurrency currency,
            gboolean counts_sector)
{
  TenureTimelineData data = {
    .bars = self->bars,
    .n_bars = self->n_bars,
    .groups = self->groups,
    .n_groups = self->n_groups,
    .order = order,
    .year_start_month = year_start_month,
    .currency = currency,
    .counts_sector = counts_sector,
  };

  self->index = tenure_timeline_index_new (&data);
}

TenureTimelineModel *
tenure_timeline_model_new (TenureSnapshot *snapshot, const TenureTimelineQuery *query)
{
  Names names = { .grouping = query->grouping, .facts = tenure_snapshot_get_facts (snapshot) };
  TenureTimelineModel *self = model_new (snapshot);
  g_autofree guint32 *group_of = g_new0 (guint32, names_count (&names) + 1);
  g_autoptr (GArray) sorted = NULL;
  const guint32 *shown;

  self->as_of = tenure_snapshot_get_as_of (snapshot);
  shown = tenure_snapshot_get_shown (snapshot, &self->n_bars);
  sorted = sort_used_names (&names, shown, self->n_bars);
  make_groups (self, &names, query, sorted, has_nameless (&names, shown, self->n_bars), group_of);
  self->bars = g_new0 (TenureTimelineBar, self->n_bars + 1);
  make_bars (self, &names, shown, group_of);
  make_index (self, query->order, query->year_start_month, tenure_snapshot_get_portfolio (snapshot)->currency, TRUE);
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
  make_index (self, order, 4, TENURE_CURRENCY_GBP, FALSE);
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
  g_free (self->bars);
  g_free (self->groups);
  g_string_chunk_free (self->strings);
  g_clear_pointer (&self->snapshot, tenure_snapshot_unref);
  g_free (self);
}

int
tenure_timeline_model_find (const TenureTimelineModel *self, TenureId record)
{
  g_return_val_if_fail (self != NULL, -1);

  return record != TENURE_ID_NONE ? tenure_timeline_index_find (self->index, record) : -1;
}

const char *
tenure_timeline_grouping_label (TenureTimelineGrouping grouping)
{
  switch (grouping)
    {
    case TENURE_TIMELINE_GROUP_SERVICE:
      return _ ("By service");
    case TENURE_TIMELINE_GROUP_PLACE:
      return _ ("By place");
    case TENURE_TIMELINE_GROUP_PROGRAMME:
      return _ ("By programme");
    case TENURE_TIMELINE_GROUP_OWNER:
      return _ ("By owner");
    default:
      return _ ("By provider");
    }
}
