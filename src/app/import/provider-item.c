#include "config.h"
#include "app/import/provider-item.h"

#include "app/import/vcs-hint.h"

struct _TenureProviderItem
{
  GObject parent_instance;

  char *name;
  char *evidence;
  char *hint;
  guint agreements;
  TenureAnswer vcs;
};

G_DEFINE_FINAL_TYPE (TenureProviderItem, tenure_provider_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_VCS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
tenure_provider_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_VCS)
    g_value_set_int (value, TENURE_PROVIDER_ITEM (object)->vcs);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tenure_provider_item_finalize (GObject *object)
{
  TenureProviderItem *self = TENURE_PROVIDER_ITEM (object);

  g_free (self->name);
  g_free (self->evidence);
  g_free (self->hint);
  G_OBJECT_CLASS (tenure_provider_item_parent_class)->finalize (object);
}

static void
tenure_provider_item_class_init (TenureProviderItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tenure_provider_item_get_property;
  object_class->finalize = tenure_provider_item_finalize;
  properties[PROP_VCS] = g_param_spec_int ("vcs", NULL, NULL, TENURE_ANSWER_UNKNOWN, TENURE_ANSWER_YES,
                                           TENURE_ANSWER_UNKNOWN, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tenure_provider_item_init (TenureProviderItem *self)
{
  self->vcs = TENURE_ANSWER_UNKNOWN;
}

TenureProviderItem *
tenure_provider_item_new (const TenureImportProvider *provider)
{
  TenureProviderItem *self = g_object_new (TENURE_TYPE_PROVIDER_ITEM, NULL);

  self->name = g_strdup (provider->name);
  self->evidence = g_strdup (provider->evidence);
  self->hint = tenure_vcs_hint_dup (provider->name);
  self->agreements = provider->agreements;
  self->vcs = provider->vcs;
  return self;
}

const char *
tenure_provider_item_get_name (TenureProviderItem *self)
{
  g_return_val_if_fail (TENURE_IS_PROVIDER_ITEM (self), NULL);
  return self->name;
}

const char *
tenure_provider_item_get_evidence (TenureProviderItem *self)
{
  g_return_val_if_fail (TENURE_IS_PROVIDER_ITEM (self), NULL);
  return self->evidence;
}

const char *
tenure_provider_item_get_hint (TenureProviderItem *self)
{
  g_return_val_if_fail (TENURE_IS_PROVIDER_ITEM (self), NULL);
  return self->vcs == TENURE_ANSWER_UNKNOWN ? self->hint : NULL;
}

guint
tenure_provider_item_get_agreements (TenureProviderItem *self)
{
  g_return_val_if_fail (TENURE_IS_PROVIDER_ITEM (self), 0);
  return self->agreements;
}

TenureAnswer
tenure_provider_item_get_vcs (TenureProviderItem *self)
{
  g_return_val_if_fail (TENURE_IS_PROVIDER_ITEM (self), TENURE_ANSWER_UNKNOWN);
  return self->vcs;
}

void
tenure_provider_item_set_vcs (TenureProviderItem *self, TenureAnswer vcs)
{
  g_return_if_fail (TENURE_IS_PROVIDER_ITEM (self));

  if (self->vcs == vcs)
    return;
  self->vcs = vcs;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VCS]);
}
