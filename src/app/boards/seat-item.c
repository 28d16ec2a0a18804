#include "config.h"
#include "app/boards/seat-item.h"

#include "app/boards/board-words.h"

struct _TenureSeatItem
{
  GObject parent_instance;

  TenureSnapshot *snapshot;
  guint seat;
};

G_DEFINE_FINAL_TYPE (TenureSeatItem, tenure_seat_item, G_TYPE_OBJECT)

enum
{
  PROP_LEVEL = 1,
  PROP_TITLE,
  PROP_BLOC,
  PROP_HOLDER,
  PROP_SINCE,
  PROP_VOTE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
tenure_seat_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TenureSeatItem *self = TENURE_SEAT_ITEM (object);
  const TenureAnalysis *analysis = tenure_snapshot_get_analysis (self->snapshot);

  switch (id)
    {
    case PROP_LEVEL:
      g_value_set_int (value, analysis->flags->seat_levels[self->seat]);
      break;
    case PROP_TITLE:
      g_value_take_string (value, tenure_seat_dup_title (analysis, self->seat));
      break;
    case PROP_BLOC:
      g_value_set_string (value, tenure_bloc_label (analysis->facts->seats[self->seat].bloc));
      break;
    case PROP_HOLDER:
      g_value_take_string (value, tenure_seat_dup_holder (analysis, self->seat));
      break;
    case PROP_SINCE:
      g_value_take_string (value, tenure_seat_dup_since (analysis, self->seat));
      break;
    case PROP_VOTE:
      g_value_take_string (value, tenure_seat_dup_vote (analysis, self->seat));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tenure_seat_item_finalize (GObject *object)
{
  tenure_snapshot_unref (TENURE_SEAT_ITEM (object)->snapshot);
  G_OBJECT_CLASS (tenure_seat_item_parent_class)->finalize (object);
}

static void
tenure_seat_item_class_init (TenureSeatItemClass *klass)
{
  static const char *const texts[N_PROPS] = {
    [PROP_TITLE] = "title", [PROP_BLOC] = "bloc", [PROP_HOLDER] = "holder", [PROP_SINCE] = "since", [PROP_VOTE] = "vote",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tenure_seat_item_get_property;
  object_class->finalize = tenure_seat_item_finalize;
  props[PROP_LEVEL] = g_param_spec_int ("level", NULL, NULL, TENURE_LEVEL_NONE, TENURE_LEVEL_RED, TENURE_LEVEL_NONE, flags);
  for (guint i = PROP_TITLE; i < N_PROPS; i++)
    props[i] = g_param_spec_string (texts[i], NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tenure_seat_item_init (TenureSeatItem *self)
{
}

TenureSeatItem *
tenure_seat_item_new (TenureSnapshot *snapshot, guint seat)
{
  TenureSeatItem *self = g_object_new (TENURE_TYPE_SEAT_ITEM, NULL);

  self->snapshot = tenure_snapshot_ref (snapshot);
  self->seat = seat;
  return self;
}

TenureId
tenure_seat_item_get_id (TenureSeatItem *self)
{
  g_return_val_if_fail (TENURE_IS_SEAT_ITEM (self), TENURE_ID_NONE);

  return tenure_snapshot_get_facts (self->snapshot)->seats[self->seat].id;
}
