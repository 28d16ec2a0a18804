#include "config.h"
#include "report/timeline-groups.h"

#include "report/charts.h"

#include "base/i18n.h"
#include <string.h>

/* Each agreement has a name for each of the two levels of grouping, a small number; names are put in order once, and the
 * agreements by counting. */

static const struct
{
  const char *name, *label, *inner_label;
} groupings[TENURE_TIMELINE_N_GROUPINGS] = {
  [TENURE_TIMELINE_GROUP_PROVIDER] = { "provider", N_ ("By provider"), N_ ("then by provider") },
  [TENURE_TIMELINE_GROUP_SERVICE] = { "service", N_ ("By service"), N_ ("then by service") },
  [TENURE_TIMELINE_GROUP_PROGRAMME] = { "programme", N_ ("By programme"), N_ ("then by programme") },
  [TENURE_TIMELINE_GROUP_PLACE] = { "place", N_ ("By place"), N_ ("then by place") },
  [TENURE_TIMELINE_GROUP_OWNER] = { "owner", N_ ("By owner"), N_ ("then by owner") },
  [TENURE_TIMELINE_GROUP_FUNDER] = { "funder", N_ ("By funder"), N_ ("then by funder") },
  [TENURE_TIMELINE_GROUP_PORTFOLIO] = { "portfolio", N_ ("By portfolio"), N_ ("then by portfolio") },
  [TENURE_TIMELINE_GROUP_LEVEL] = { "level", N_ ("By worst flag"), N_ ("then by worst flag") },
};

const char *
tenure_timeline_grouping_name (TenureTimelineGrouping grouping)
{
  g_return_val_if_fail (grouping < TENURE_TIMELINE_N_GROUPINGS, NULL);

  return groupings[grouping].name;
}

gboolean
tenure_timeline_grouping_from_name (const char *name, TenureTimelineGrouping *out_grouping)
{
  for (guint i = 0; i < TENURE_TIMELINE_N_GROUPINGS; i++)
    if (g_strcmp0 (groupings[i].name, name) == 0)
      {
        *out_grouping = (TenureTimelineGrouping) i;
        return TRUE;
      }
  return FALSE;
}

const char *
tenure_timeline_grouping_label (TenureTimelineGrouping grouping)
{
  g_return_val_if_fail (grouping < TENURE_TIMELINE_N_GROUPINGS, NULL);

  return _ (groupings[grouping].label);
}

const char *
tenure_timeline_grouping_inner_label (TenureTimelineGrouping grouping)
{
  g_return_val_if_fail (grouping < TENURE_TIMELINE_N_GROUPINGS, NULL);

  return _ (groupings[grouping].inner_label);
}

/* --- Names ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *label; /* NULL: a record without a name */
  const char *key;
  TenureId record;
  char *order; /* what it is sorted by; NULL: after all others */
  guint32 place;
} Name;

/* The names of one level of grouping. */
typedef struct
{
  const TenureAnalysis *analysis;
  const TenureTimelineGroupingChoice *choice;
  TenureTimelineGrouping by;
  GStringChunk *strings;
  GArray *names;      /* Name */
  GHashTable *by_key; /* of what is made of several: key → 1 + index into names */
  gint32 *by_index;   /* of what the facts number: index into names, −1 until it is met */
  guint32 *name_of;   /* by position in what is shown; names->len for none */
} Level;

static void
clear_name (gpointer data)
{
  g_free (((Name *) data)->order);
}

static gint32
add_name (Level *level, const char *label, const char *key, TenureId record)
{
  Name name = { .label = label, .key = g_string_chunk_insert (level->strings, key), .record = record };

  name.order = label != NULL ? g_utf8_collate_key (label, -1) : NULL;
  g_array_append_val (level->names, name);
  return (gint32) level->names->len - 1;
}

/* What the facts number, and under which number agreement @at has it. */
static gint32
find_index (const Level *level, const TenureFactAgreement *at, guint *out_n, const char **out_label, TenureId *out_record)
{
  const TenureFacts *facts = level->analysis->facts;
  const char *const *names = NULL;
  gint32 index = -1;

  switch (level->by)
    {
    case TENURE_TIMELINE_GROUP_SERVICE:
      index = at->service;
      names = (const char *const *) facts->services;
      *out_n = facts->n_services;
      break;
    case TENURE_TIMELINE_GROUP_PROGRAMME:
      index = at->programme;
      names = (const char *const *) facts->programmes;
      *out_n = facts->n_programmes;
      break;
    case TENURE_TIMELINE_GROUP_PLACE:
      index = at->place;
      names = (const char *const *) facts->places;
      *out_n = facts->n_places;
      break;
    case TENURE_TIMELINE_GROUP_OWNER:
      index = at->owner;
      names = (const char *const *) facts->owners;
      *out_n = facts->n_owners;
      break;
    default:
      index = at->provider;
      *out_n = facts->n_organisations;
      *out_label = index >= 0 ? facts->organisations[index].name : NULL;
      *out_record = index >= 0 ? facts->organisations[index].id : TENURE_ID_NONE;
      return index;
    }
  *out_label = index >= 0 ? names[index] : NULL;
  return index;
}

static gint32
name_numbered (Level *level, const TenureFactAgreement *at)
{
  const char *label = NULL;
  TenureId record = TENURE_ID_NONE;
  g_autofree char *key = NULL;
  guint n = 0;
  gint32 index = find_index (level, at, &n, &label, &record);

  if (index < 0)
    return -1;
  if (level->by_index == NULL)
    {
      level->by_index = g_new (gint32, n + 1);
      memset (level->by_index, 0xff, sizeof (gint32) * (n + 1));
    }
  if (level->by_index[index] >= 0)
    return level->by_index[index];
  /* Names of services and places are unique, organisations may be called alike. */
  key = record != TENURE_ID_NONE ? g_strdup_printf ("%" G_GINT64_FORMAT, record) : g_strdup (label != NULL ? label : "");
  return level->by_index[index] = add_name (level, label, key, record);
}

static gint32
name_by_key (Level *level, const char *key, const char *label, TenureId record)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (level->by_key, key));
  gint32 index;

  if (found > 0)
    return (gint32) found - 1;
  index = add_name (level, g_string_chunk_insert (level->strings, label), key, record);
  g_hash_table_insert (level->by_key, (gpointer) g_array_index (level->names, Name, index).key,
                       GUINT_TO_POINTER ((guint) index + 1));
  return index;
}

static int
compare_funders (gconstpointer a, gconstpointer b, gpointer data)
{
  const TenureFactOrganisation *organisations = data;
  gint32 left = *(const gint32 *) a, right = *(const gint32 *) b;
  int order = g_strcmp0 (organisations[left].name, organisations[right].name);

  return order != 0 ? order : (left > right) - (left < right);
}

/* All funders of an agreement, in whatever order they were recorded, are one group. */
static gint32
name_funders (Level *level, const TenureFactAgreement *at)
{
  const TenureFacts *facts = level->analysis->facts;
  g_autofree gint32 *funders = NULL;
  g_autoptr (GString) key = NULL;
  g_autoptr (GString) label = NULL;
  guint n = 0;

  if (at->n_funders == 0)
    return -1;
  funders = g_new (gint32, at->n_funders);
  for (guint i = 0; i < at->n_funders; i++)
    if (facts->funders[at->first_funder + i].organisation >= 0)
      funders[n++] = facts->funders[at->first_funder + i].organisation;
  if (n == 0)
    return -1;
  g_qsort_with_data (funders, (gint) n, sizeof *funders, compare_funders, (gpointer) facts->organisations);
  key = g_string_new (NULL);
  label = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      const TenureFactOrganisation *funder = &facts->organisations[funders[i]];

      if (i > 0 && funders[i] == funders[i - 1])
        continue;
      g_string_append_printf (key, " %" G_GINT64_FORMAT, funder->id);
      g_string_append_printf (label, "%s%s", label->len > 0 ? ", " : "",
                              funder->name != NULL ? funder->name : _ ("No name recorded"));
    }
  return name_by_key (level, key->str, label->str, n == 1 ? facts->organisations[funders[0]].id : TENURE_ID_NONE);
}

static gint32
name_level (Level *level, guint32 agreement)
{
  static const char rank[TENURE_N_CHART_LEVELS] = {
    [TENURE_CHART_LEVEL_RED] = '0',         [TENURE_CHART_LEVEL_AMBER] = '1', [TENURE_CHART_LEVEL_NOTE] = '2',
    [TENURE_CHART_LEVEL_CANNOT_TELL] = '3', [TENURE_CHART_LEVEL_CLEAR] = '4',
  };
  TenureChartLevel worst = tenure_level_to_chart (level->analysis->flags->agreement_levels[agreement]);
  char key[2] = { rank[worst], '\0' };
  gint32 index = name_by_key (level, key, tenure_chart_level_label (worst), TENURE_ID_NONE);
  Name *name = &g_array_index (level->names, Name, index);

  if (strcmp (name->order, key) != 0)
    {
      g_free (name->order);
      name->order = g_strdup (key);
    }
  return index;
}

static gint32
name_agreement (Level *level, guint32 agreement)
{
  const TenureFactAgreement *at = &level->analysis->facts->agreements[agreement];
  const char *portfolio;

  switch (level->by)
    {
    case TENURE_TIMELINE_GROUP_FUNDER:
      return name_funders (level, at);
    case TENURE_TIMELINE_GROUP_LEVEL:
      return name_level (level, agreement);
    case TENURE_TIMELINE_GROUP_PORTFOLIO:
      portfolio = level->choice->portfolios != NULL ? level->choice->portfolios[agreement] : NULL;
      return portfolio != NULL ? name_by_key (level, portfolio, portfolio, TENURE_ID_NONE) : -1;
    default:
      return name_numbered (level, at);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Name *left = *(const Name *const *) a, *right = *(const Name *const *) b;
  int order;

  if (left->order == NULL || right->order == NULL)
    order = (left->order == NULL) - (right->order == NULL);
  else
    order = strcmp (left->order, right->order);
  return order != 0 ? order : strcmp (left->key, right->key);
}

/* Gives every name its place in the order, and one to having none, after all of them. */
static void
place_names (Level *level)
{
  g_autofree Name **sorted = g_new (Name *, level->names->len + 1);

  for (guint i = 0; i < level->names->len; i++)
    sorted[i] = &g_array_index (level->names, Name, i);
  qsort (sorted, level->names->len, sizeof *sorted, compare_names);
  for (guint i = 0; i < level->names->len; i++)
    sorted[i]->place = i;
}

static void
level_init (Level *level,
            const TenureAnalysis *analysis,
            const TenureTimelineGroupingChoice *choice,
            TenureTimelineGrouping by,
            GStringChunk *strings,
            const guint32 *shown,
            guint n_shown)
{
  *level = (Level){ .analysis = analysis, .choice = choice, .by = by, .strings = strings };
  level->names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (level->names, clear_name);
  level->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  level->name_of = g_new (guint32, n_shown + 1);
  for (guint i = 0; i < n_shown; i++)
    {
      gint32 name = name_agreement (level, shown[i]);

      level->name_of[i] = name >= 0 ? (guint32) name : G_MAXUINT32;
    }
  place_names (level);
}

static void
level_clear (Level *level)
{
  g_array_unref (level->names);
  g_hash_table_unref (level->by_key);
  g_free (level->by_index);
  g_free (level->name_of);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Level, level_clear)

static guint32
place_of (const Level *level, guint at)
{
  guint32 name = level->name_of[at];

  return name != G_MAXUINT32 ? g_array_index (level->names, Name, name).place : level->names->len;
}

static const char *
label_of (const Level *level, guint at)
{
  guint32 name = level->name_of[at];

  if (name == G_MAXUINT32)
    return level->by == TENURE_TIMELINE_GROUP_PORTFOLIO ? _ ("In no portfolio") : _ ("Not recorded");
  return g_array_index (level->names, Name, name).label != NULL ? g_array_index (level->names, Name, name).label
                                                                : _ ("No name recorded");
}

static const char *
key_of (const Level *level, guint at)
{
  guint32 name = level->name_of[at];

  return name != G_MAXUINT32 ? g_array_index (level->names, Name, name).key : "";
}

/* --- Groups --------------------------------------------------------------------------------------------------- */

/* Positions in the order of their places in @level; those alike stay as they were. */
static guint32 *
sort_by_places (const Level *level, const guint32 *order, guint n)
{
  guint n_places = level->names->len + 1;
  g_autofree guint32 *start = g_new0 (guint32, n_places + 1);
  guint32 *sorted = g_new (guint32, n + 1);

  for (guint i = 0; i < n; i++)
    start[place_of (level, order[i]) + 1]++;
  for (guint i = 0; i < n_places; i++)
    start[i + 1] += start[i];
  for (guint i = 0; i < n; i++)
    sorted[start[place_of (level, order[i])]++] = order[i];
  return sorted;
}

static void
add_group (TenureTimelineGroups *self,
           GArray *groups,
           GPtrArray *keys,
           const Level *level,
           guint at,
           guint depth,
           const char *outer)
{
  guint32 name = level->name_of[at];
  TenureTimelineGroup group = { .label = label_of (level, at), .depth = (guint8) depth };
  g_autofree char *key = g_strdup_printf ("%s%u:%s\n", outer, name != G_MAXUINT32, key_of (level, at));

  if (name != G_MAXUINT32)
    group.record = g_array_index (level->names, Name, name).record;
  g_array_append_val (groups, group);
  g_ptr_array_add (keys, g_string_chunk_insert (self->strings, key));
}

/* @inner (nullable): the second level. */
static void
make_groups (TenureTimelineGroups *self, const Level *outer, const Level *inner, const guint32 *order, guint n)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (TenureTimelineGroup));
  GPtrArray *keys = g_ptr_array_new ();
  const char *outer_key = "";

  for (guint i = 0; i < n; i++)
    {
      gboolean new_outer = i == 0 || place_of (outer, order[i]) != place_of (outer, order[i - 1]);

      if (new_outer)
        {
          add_group (self, groups, keys, outer, order[i], 0, "");
          outer_key = keys->pdata[keys->len - 1];
        }
      if (inner != NULL && (new_outer || place_of (inner, order[i]) != place_of (inner, order[i - 1])))
        add_group (self, groups, keys, inner, order[i], 1, outer_key);
      self->group_of[order[i]] = groups->len - 1;
    }
  self->n_groups = groups->len;
  self->groups = (TenureTimelineGroup *) (gpointer) g_array_free (groups, FALSE);
  self->keys = (const char **) g_ptr_array_free (keys, FALSE);
}

TenureTimelineGroups *
tenure_timeline_groups_new (const TenureAnalysis *analysis,
                            const guint32 *shown,
                            guint n_shown,
                            const TenureTimelineGroupingChoice *choice)
{
  TenureTimelineGroups *self;
  g_auto (Level) outer = { 0 };
  g_autofree guint32 *all = NULL, *order = NULL;

  g_return_val_if_fail (analysis != NULL && choice != NULL && choice->by < TENURE_TIMELINE_N_GROUPINGS, NULL);

  self = g_new0 (TenureTimelineGroups, 1);
  self->strings = g_string_chunk_new (4096);
  self->group_of = g_new0 (guint32, n_shown + 1);
  all = g_new (guint32, n_shown + 1);
  for (guint i = 0; i < n_shown; i++)
    all[i] = i;
  level_init (&outer, analysis, choice, choice->by, self->strings, shown, n_shown);
  if (choice->then_by < TENURE_TIMELINE_N_GROUPINGS && choice->then_by != choice->by)
    {
      g_auto (Level) inner = { 0 };
      g_autofree guint32 *by_inner = NULL;

      level_init (&inner, analysis, choice, choice->then_by, self->strings, shown, n_shown);
      by_inner = sort_by_places (&inner, all, n_shown);
      order = sort_by_places (&outer, by_inner, n_shown);
      make_groups (self, &outer, &inner, order, n_shown);
      return self;
    }
  order = sort_by_places (&outer, all, n_shown);
  make_groups (self, &outer, NULL, order, n_shown);
  return self;
}

void
tenure_timeline_groups_free (TenureTimelineGroups *self)
{
  if (self == NULL)
    return;
  g_free (self->groups);
  g_free (self->keys);
  g_free (self->group_of);
  g_string_chunk_free (self->strings);
  g_free (self);
}
