#include "config.h"
#include "app/boards/board-item.h"

#include "app/boards/board-words.h"
#include "app/settings.h"
#include "base/count.h"

#include "base/i18n.h"

#define DIM 0.55 /* as a dim label of the theme */

struct _TenureBoardItem
{
  GObject parent_instance;

  TenureSnapshot *snapshot;
  int board;
};

G_DEFINE_FINAL_TYPE (TenureBoardItem, tenure_board_item, G_TYPE_OBJECT)

enum
{
  PROP_LEVEL = 1,
  PROP_NAME,
  PROP_SUMMARY,
  PROP_OPACITY,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* "11 boards compared; 1 does not exist on this day": with those that have ended or are to come. */
static char *
dup_compared (guint n, guint n_others)
{
  g_autofree char *compared = tenure_count_dup_words (ngettext ("%s board compared", "%s boards compared", n), n);
  g_autofree char *others = tenure_count_dup_label (n_others);

  if (n_others == 0)
    return g_steal_pointer (&compared);
  /* Translators: "11 boards compared", and how many have ended or are to come. */
  return g_strdup_printf (
      ngettext ("%1$s; %2$s does not exist on this day", "%1$s; %2$s do not exist on this day", n_others), compared, others);
}

static char *
dup_board_summary (TenureBoardItem *self, const TenureAnalysis *analysis)
{
  guint n = analysis->boards->n_existing;

  if (self->board == TENURE_BOARD_ITEM_ALL)
    return dup_compared (n, analysis->boards->n_boards - n);
  return tenure_board_dup_summary (analysis, self->board);
}

static TenureLevel
get_level (TenureBoardItem *self, const TenureAnalysis *analysis)
{
  return self->board == TENURE_BOARD_ITEM_ALL ? TENURE_LEVEL_NONE : analysis->flags->board_levels[self->board];
}

static const char *
get_name (TenureBoardItem *self, const TenureAnalysis *analysis)
{
  return self->board == TENURE_BOARD_ITEM_ALL ? _ ("All boards") : analysis->facts->boards[self->board].name;
}

/* A board that is over, or has not begun, stands back. */
static double
get_opacity (TenureBoardItem *self, const TenureAnalysis *analysis)
{
  return self->board == TENURE_BOARD_ITEM_ALL || analysis->boards->boards[self->board].exists ? 1.0 : DIM;
}

static void
tenure_board_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TenureBoardItem *self = TENURE_BOARD_ITEM (object);
  const TenureAnalysis *analysis = tenure_snapshot_get_analysis (self->snapshot);

  switch (id)
    {
    case PROP_LEVEL:
      g_value_set_int (value, get_level (self, analysis));
      break;
    case PROP_NAME:
      g_value_set_string (value, get_name (self, analysis));
      break;
    case PROP_SUMMARY:
      g_value_take_string (value, dup_board_summary (self, analysis));
      break;
    case PROP_OPACITY:
      g_value_set_double (value, get_opacity (self, analysis));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tenure_board_item_finalize (GObject *object)
{
  tenure_snapshot_unref (TENURE_BOARD_ITEM (object)->snapshot);
  G_OBJECT_CLASS (tenure_board_item_parent_class)->finalize (object);
}

static void
tenure_board_item_class_init (TenureBoardItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tenure_board_item_get_property;
  object_class->finalize = tenure_board_item_finalize;
  props[PROP_LEVEL] = g_param_spec_int ("level", NULL, NULL, TENURE_LEVEL_NONE, TENURE_LEVEL_RED, TENURE_LEVEL_NONE, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  props[PROP_OPACITY] = g_param_spec_double ("opacity", NULL, NULL, 0, 1, 1, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tenure_board_item_init (TenureBoardItem *self)
{
}

TenureBoardItem *
tenure_board_item_new (TenureSnapshot *snapshot, int board)
{
  TenureBoardItem *self = g_object_new (TENURE_TYPE_BOARD_ITEM, NULL);

  self->snapshot = tenure_snapshot_ref (snapshot);
  self->board = board;
  return self;
}

int
tenure_board_item_get_board (TenureBoardItem *self)
{
  g_return_val_if_fail (TENURE_IS_BOARD_ITEM (self), TENURE_BOARD_ITEM_ALL);

  return self->board;
}

TenureId
tenure_board_item_get_id (TenureBoardItem *self)
{
  g_return_val_if_fail (TENURE_IS_BOARD_ITEM (self), TENURE_ID_NONE);

  if (self->board == TENURE_BOARD_ITEM_ALL)
    return TENURE_ID_NONE;
  return tenure_snapshot_get_facts (self->snapshot)->boards[self->board].id;
}

void
tenure_board_item_take (TenureBoardItem *self, TenureBoardItem *other)
{
  const TenureAnalysis *before, *after;
  g_autofree char *summary_before = NULL;
  g_autofree char *summary_after = NULL;
  g_autoptr (TenureSnapshot) old = NULL;
  gboolean changed[N_PROPS] = { FALSE };

  g_return_if_fail (TENURE_IS_BOARD_ITEM (self) && TENURE_IS_BOARD_ITEM (other));

  before = tenure_snapshot_get_analysis (self->snapshot);
  after = tenure_snapshot_get_analysis (other->snapshot);
  summary_before = dup_board_summary (self, before);
  summary_after = dup_board_summary (other, after);
  changed[PROP_LEVEL] = get_level (self, before) != get_level (other, after);
  changed[PROP_NAME] = g_strcmp0 (get_name (self, before), get_name (other, after)) != 0;
  changed[PROP_SUMMARY] = g_strcmp0 (summary_before, summary_after) != 0;
  changed[PROP_OPACITY] =
      get_opacity (self, before) < get_opacity (other, after) || get_opacity (self, before) > get_opacity (other, after);
  old = g_steal_pointer (&self->snapshot);
  self->snapshot = tenure_snapshot_ref (other->snapshot);
  self->board = other->board;
  for (guint i = PROP_LEVEL; i < N_PROPS; i++)
    if (changed[i])
      g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}
