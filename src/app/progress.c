#include "config.h"
#include "app/progress.h"

struct _TenureProgress
{
  GObject parent_instance;

  char *title;
  GCancellable *cancellable;
  gboolean finished;

  GMutex lock; /* over the two below, which the worker writes */
  double fraction;
  guint notify_source;
};

G_DEFINE_FINAL_TYPE (TenureProgress, tenure_progress, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_FRACTION,
  PROP_FINISHED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* A worker may report a thousand times a second; the screen hears of it twenty times. */
#define NOTIFY_INTERVAL_MS 50

static gboolean
notify_cb (gpointer data)
{
  TenureProgress *self = data;

  g_mutex_lock (&self->lock);
  self->notify_source = 0;
  g_mutex_unlock (&self->lock);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  return G_SOURCE_REMOVE;
}

static void
tenure_progress_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TenureProgress *self = TENURE_PROGRESS (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, tenure_progress_get_fraction (self));
      break;
    case PROP_FINISHED:
      g_value_set_boolean (value, self->finished);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tenure_progress_finalize (GObject *object)
{
  TenureProgress *self = TENURE_PROGRESS (object);

  g_free (self->title);
  g_object_unref (self->cancellable);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (tenure_progress_parent_class)->finalize (object);
}

static void
tenure_progress_class_init (TenureProgressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tenure_progress_get_property;
  object_class->finalize = tenure_progress_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FRACTION] =
      g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FINISHED] =
      g_param_spec_boolean ("finished", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tenure_progress_init (TenureProgress *self)
{
  g_mutex_init (&self->lock);
  self->cancellable = g_cancellable_new ();
  self->fraction = -1;
}

TenureProgress *
tenure_progress_new (const char *title)
{
  TenureProgress *self = g_object_new (TENURE_TYPE_PROGRESS, NULL);

  self->title = g_strdup (title);
  return self;
}

const char *
tenure_progress_get_title (TenureProgress *self)
{
  g_return_val_if_fail (TENURE_IS_PROGRESS (self), NULL);
  return self->title;
}

GCancellable *
tenure_progress_get_cancellable (TenureProgress *self)
{
  g_return_val_if_fail (TENURE_IS_PROGRESS (self), NULL);
  return self->cancellable;
}

void
tenure_progress_set_fraction (TenureProgress *self, double fraction)
{
  g_return_if_fail (TENURE_IS_PROGRESS (self));

  g_mutex_lock (&self->lock);
  self->fraction = CLAMP (fraction, -1, 1);
  if (self->notify_source == 0)
    self->notify_source =
        g_timeout_add_full (G_PRIORITY_DEFAULT, NOTIFY_INTERVAL_MS, notify_cb, g_object_ref (self), g_object_unref);
  g_mutex_unlock (&self->lock);
}

double
tenure_progress_get_fraction (TenureProgress *self)
{
  double fraction;

  g_return_val_if_fail (TENURE_IS_PROGRESS (self), -1);

  g_mutex_lock (&self->lock);
  fraction = self->fraction;
  g_mutex_unlock (&self->lock);
  return fraction;
}

void
tenure_progress_finish (TenureProgress *self)
{
  g_return_if_fail (TENURE_IS_PROGRESS (self));

  if (self->finished)
    return;
  self->finished = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINISHED]);
}

gboolean
tenure_progress_get_finished (TenureProgress *self)
{
  g_return_val_if_fail (TENURE_IS_PROGRESS (self), TRUE);
  return self->finished;
}
