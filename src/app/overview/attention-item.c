#include "config.h"
#include "app/overview/attention-item.h"

#include "base/i18n.h"

struct _TenureAttentionItem
{
  GObject parent_instance;

  TenureAttention attention;
  TenureAttentionList list;
  TenureSnapshot *snapshot;
  TenureContradictionList *contradictions;
  char *name, *reason; /* made when they are asked for */
};

G_DEFINE_FINAL_TYPE (TenureAttentionItem, tenure_attention_item, G_TYPE_OBJECT)

enum
{
  PROP_LEVEL = 1,
  PROP_HAS_LEVEL,
  PROP_CONTRADICTORY,
  PROP_NAME,
  PROP_REASON,
  PROP_MORE,
  PROP_HAS_MORE,
  PROP_SETTLE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static char *
dup_words (TenureAttentionItem *self, const TenureAnalysis *analysis)
{
  if (self->list == TENURE_ATTENTION_SNOOZED)
    return tenure_attention_dup_snooze (&self->attention, analysis);
  if (self->list == TENURE_ATTENTION_DECISIONS)
    return tenure_attention_dup_decision (&self->attention, analysis);
  return tenure_attention_dup_reason (&self->attention, analysis);
}

/* "Lantern Trust. The committed term is 12 months." */
static char *
dup_reason (TenureAttentionItem *self, const TenureAnalysis *analysis)
{
  const char *provider = tenure_attention_get_provider (&self->attention, analysis);
  g_autofree char *reason = dup_words (self, analysis);

  if (provider == NULL)
    return g_steal_pointer (&reason);
  /* Translators: the name of a provider, then a sentence. */
  return g_strdup_printf (_ ("%s. %s"), provider, reason);
}

static const char *
ensure_name (TenureAttentionItem *self)
{
  if (self->name == NULL)
    self->name = tenure_attention_dup_name (&self->attention, tenure_snapshot_get_analysis (self->snapshot));
  return self->name;
}

static const char *
ensure_reason (TenureAttentionItem *self)
{
  if (self->reason == NULL)
    self->reason = dup_reason (self, tenure_snapshot_get_analysis (self->snapshot));
  return self->reason;
}

static guint
count_more (TenureAttentionItem *self)
{
  gboolean one;

  if (self->attention.n_contradictions > 0)
    return self->attention.n_contradictions - 1;
  one = self->list != TENURE_ATTENTION_DECISIONS && self->attention.n_records == 1;

  return one && self->attention.n_flags > 1 ? self->attention.n_flags - 1 : 0;
}

static char *
dup_more (TenureAttentionItem *self)
{
  guint more = count_more (self);

  /* Translators: so many flags, or faults, more than the one that is shown. */
  return g_strdup_printf (_ ("+%u"), more);
}

/* What the button of the row is called. */
static char *
dup_settle (TenureAttentionItem *self)
{
  /* Translators: what a button does, for screen readers; the name of a record: "Settle “Advice line”". */
  return g_strdup_printf (_ ("Settle “%s”"), ensure_name (self));
}

static void
tenure_attention_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TenureAttentionItem *self = TENURE_ATTENTION_ITEM (object);

  switch (id)
    {
    case PROP_LEVEL:
      g_value_set_int (value, self->attention.level);
      break;
    case PROP_HAS_LEVEL:
      g_value_set_boolean (value, self->attention.contradiction == NULL);
      break;
    case PROP_CONTRADICTORY:
      g_value_set_boolean (value, self->attention.contradiction != NULL);
      break;
    case PROP_NAME:
      g_value_set_string (value, ensure_name (self));
      break;
    case PROP_REASON:
      g_value_set_string (value, ensure_reason (self));
      break;
    case PROP_MORE:
      g_value_take_string (value, dup_more (self));
      break;
    case PROP_HAS_MORE:
      g_value_set_boolean (value, count_more (self) > 0);
      break;
    case PROP_SETTLE:
      g_value_take_string (value, dup_settle (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tenure_attention_item_finalize (GObject *object)
{
  TenureAttentionItem *self = TENURE_ATTENTION_ITEM (object);

  tenure_snapshot_unref (self->snapshot);
  tenure_contradiction_list_unref (self->contradictions);
  g_free (self->name);
  g_free (self->reason);
  G_OBJECT_CLASS (tenure_attention_item_parent_class)->finalize (object);
}

static void
tenure_attention_item_class_init (TenureAttentionItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tenure_attention_item_get_property;
  object_class->finalize = tenure_attention_item_finalize;
  props[PROP_LEVEL] = g_param_spec_int ("level", NULL, NULL, TENURE_LEVEL_NONE, TENURE_LEVEL_RED, TENURE_LEVEL_NONE, flags);
  props[PROP_HAS_LEVEL] = g_param_spec_boolean ("has-level", NULL, NULL, TRUE, flags);
  props[PROP_CONTRADICTORY] = g_param_spec_boolean ("contradictory", NULL, NULL, FALSE, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, flags);
  props[PROP_MORE] = g_param_spec_string ("more", NULL, NULL, NULL, flags);
  props[PROP_HAS_MORE] = g_param_spec_boolean ("has-more", NULL, NULL, FALSE, flags);
  props[PROP_SETTLE] = g_param_spec_string ("settle", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tenure_attention_item_init (TenureAttentionItem *self)
{
}

TenureAttentionItem *
tenure_attention_item_new (const TenureAttention *attention,
                           TenureAttentionList list,
                           TenureSnapshot *snapshot,
                           TenureContradictionList *contradictions)
{
  TenureAttentionItem *self = g_object_new (TENURE_TYPE_ATTENTION_ITEM, NULL);

  self->attention = *attention;
  self->list = list;
  self->snapshot = tenure_snapshot_ref (snapshot);
  self->contradictions = tenure_contradiction_list_ref (contradictions);
  return self;
}

gboolean
tenure_attention_item_is_same (TenureAttentionItem *self, TenureAttentionItem *other)
{
  return self->attention.type == other->attention.type && self->attention.id == other->attention.id
         && (self->attention.contradiction != NULL) == (other->attention.contradiction != NULL)
         && self->attention.snooze == other->attention.snooze;
}

void
tenure_attention_item_take (TenureAttentionItem *self, TenureAttentionItem *other)
{
  gboolean changed[N_PROPS] = { FALSE };

  g_return_if_fail (TENURE_IS_ATTENTION_ITEM (self) && TENURE_IS_ATTENTION_ITEM (other));

  changed[PROP_HAS_LEVEL] = changed[PROP_CONTRADICTORY] =
      (self->attention.contradiction != NULL) != (other->attention.contradiction != NULL);
  changed[PROP_LEVEL] = self->attention.level != other->attention.level;
  changed[PROP_NAME] = changed[PROP_SETTLE] = !g_str_equal (ensure_name (self), ensure_name (other));
  changed[PROP_REASON] = !g_str_equal (ensure_reason (self), ensure_reason (other));
  changed[PROP_MORE] = changed[PROP_HAS_MORE] = count_more (self) != count_more (other);
  self->attention = other->attention;
  self->list = other->list;
  tenure_snapshot_ref (other->snapshot);
  tenure_snapshot_unref (self->snapshot);
  self->snapshot = other->snapshot;
  tenure_contradiction_list_ref (other->contradictions);
  tenure_contradiction_list_unref (self->contradictions);
  self->contradictions = other->contradictions;
  g_free (self->name);
  self->name = g_strdup (other->name);
  g_free (self->reason);
  self->reason = g_strdup (other->reason);
  for (guint i = PROP_LEVEL; i < N_PROPS; i++)
    if (changed[i])
      g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

const TenureAttention *
tenure_attention_item_get (TenureAttentionItem *self)
{
  g_return_val_if_fail (TENURE_IS_ATTENTION_ITEM (self), NULL);

  return &self->attention;
}

TenureAttentionList
tenure_attention_item_get_list (TenureAttentionItem *self)
{
  g_return_val_if_fail (TENURE_IS_ATTENTION_ITEM (self), TENURE_ATTENTION_ALL);

  return self->list;
}

TenureSnapshot *
tenure_attention_item_get_snapshot (TenureAttentionItem *self)
{
  g_return_val_if_fail (TENURE_IS_ATTENTION_ITEM (self), NULL);

  return self->snapshot;
}

const TenureContradictionList *
tenure_attention_item_get_contradictions (TenureAttentionItem *self)
{
  g_return_val_if_fail (TENURE_IS_ATTENTION_ITEM (self), NULL);

  return self->contradictions;
}
