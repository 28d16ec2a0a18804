#include "config.h"
#include "app/gtk/row-name.h"

static gboolean
is_row (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  return role == GTK_ACCESSIBLE_ROLE_ROW || role == GTK_ACCESSIBLE_ROLE_LIST_ITEM;
}

/* NULL for what does not stand in a row. */
static GtkAccessible *
row_of (GtkWidget *inside)
{
  GtkWidget *row = inside;

  while (row != NULL && !is_row (row))
    row = gtk_widget_get_parent (row);
  return row != NULL ? GTK_ACCESSIBLE (row) : NULL;
}

void
tenure_row_set_name (GtkWidget *inside, const char *name)
{
  GtkAccessible *row;

  g_return_if_fail (GTK_IS_WIDGET (inside));
  g_return_if_fail (name != NULL);

  row = row_of (inside);
  if (row != NULL)
    gtk_accessible_update_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* --- Box ----------------------------------------------------------------------------------------------------- */

enum
{
  PROP_ROW_NAME = 1,
  PROP_ROW_DESCRIPTION,
  N_PROPS
};

struct _TenureRowBox
{
  GtkBox parent_instance;

  char *texts[N_PROPS];
};

static GParamSpec *props[N_PROPS];

static const GtkAccessibleProperty spoken[N_PROPS] = {
  [PROP_ROW_NAME] = GTK_ACCESSIBLE_PROPERTY_LABEL,
  [PROP_ROW_DESCRIPTION] = GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
};

G_DEFINE_FINAL_TYPE (TenureRowBox, tenure_row_box, GTK_TYPE_BOX)

/* What is to be said may be known before the box stands in its row, or after. */
static void
tell_row (TenureRowBox *self)
{
  GtkAccessible *row = row_of (GTK_WIDGET (self));

  for (guint i = PROP_ROW_NAME; row != NULL && i < N_PROPS; i++)
    if (self->texts[i] != NULL)
      gtk_accessible_update_property (row, spoken[i], self->texts[i], -1);
}

static void
tenure_row_box_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TenureRowBox *self = TENURE_ROW_BOX (object);

  switch (id)
    {
    case PROP_ROW_NAME:
    case PROP_ROW_DESCRIPTION:
      g_free (self->texts[id]);
      self->texts[id] = g_value_dup_string (value);
      tell_row (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tenure_row_box_finalize (GObject *object)
{
  for (guint i = PROP_ROW_NAME; i < N_PROPS; i++)
    g_free (TENURE_ROW_BOX (object)->texts[i]);
  G_OBJECT_CLASS (tenure_row_box_parent_class)->finalize (object);
}

static void
tenure_row_box_class_init (TenureRowBoxClass *klass)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = tenure_row_box_set_property;
  object_class->finalize = tenure_row_box_finalize;
  props[PROP_ROW_NAME] = g_param_spec_string ("row-name", NULL, NULL, NULL, flags);
  props[PROP_ROW_DESCRIPTION] = g_param_spec_string ("row-description", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tenure_row_box_init (TenureRowBox *self)
{
  g_signal_connect (self, "notify::parent", G_CALLBACK (tell_row), NULL);
}
