#include "config.h"
#include "app/level-mark.h"

#include "app/chart-view-theme.h"
#include "app/gtk/text-scale.h"
#include "app/tooltip.h"
#include "chart/painter.h"
#include "chart/scene-build.h"
#include "report/charts.h"

#define SIZE_PX 16 /* beside words of the usual size; it grows with them */

struct _TenureLevelMark
{
  GtkWidget parent_instance;
  TenureLevel level;
};

G_DEFINE_FINAL_TYPE (TenureLevelMark, tenure_level_mark, GTK_TYPE_WIDGET)

enum
{
  PROP_LEVEL = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
tenure_level_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TenureLevelMark *self = TENURE_LEVEL_MARK (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autoptr (TenureScene) scene = NULL;
  TenureChartLevel level = tenure_level_to_chart (self->level);
  TenureChartTheme theme;
  cairo_t *cr;

  tenure_chart_view_theme_init (&theme, widget);
  scene = tenure_scene_new (width, height, &theme);
  tenure_scene_add_level_glyph (scene, TENURE_LAYER_DATA, width / 2.0, height / 2.0, MIN (width, height) - 2.0, level,
                                level == TENURE_CHART_LEVEL_CANNOT_TELL ? TENURE_ROLE_UNKNOWN
                                                                        : tenure_chart_level_role (level));
  tenure_scene_finish (scene);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  tenure_scene_paint (scene, cr);
  cairo_destroy (cr);
}

static void
tenure_level_mark_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = (int) (SIZE_PX * MAX (tenure_text_scale (), 1));
}

static void
tenure_level_mark_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LEVEL)
    tenure_level_mark_set_level (TENURE_LEVEL_MARK (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tenure_level_mark_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LEVEL)
    g_value_set_int (value, TENURE_LEVEL_MARK (object)->level);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tenure_level_mark_class_init (TenureLevelMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = tenure_level_mark_set_property;
  object_class->get_property = tenure_level_mark_get_property;
  props[PROP_LEVEL] = g_param_spec_int ("level", NULL, NULL, TENURE_LEVEL_NONE, TENURE_LEVEL_RED, TENURE_LEVEL_NONE,
                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  widget_class->snapshot = tenure_level_mark_snapshot;
  widget_class->measure = tenure_level_mark_measure;
  gtk_widget_class_set_css_name (widget_class, "levelmark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
changed_cb (GtkWidget *mark)
{
  gtk_widget_queue_resize (mark);
  gtk_widget_queue_draw (mark);
}

static void
tenure_level_mark_init (TenureLevelMark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  tenure_chart_view_theme_watch (GTK_WIDGET (self), G_CALLBACK (changed_cb), G_OBJECT (self));
}

GtkWidget *
tenure_level_mark_new (TenureLevel level)
{
  return g_object_new (TENURE_TYPE_LEVEL_MARK, "level", level, NULL);
}

TenureLevel
tenure_level_mark_get_level (TenureLevelMark *self)
{
  g_return_val_if_fail (TENURE_IS_LEVEL_MARK (self), TENURE_LEVEL_NONE);

  return self->level;
}

void
tenure_level_mark_set_level (TenureLevelMark *self, TenureLevel level)
{
  g_return_if_fail (TENURE_IS_LEVEL_MARK (self));

  if (self->level == level)
    return;
  self->level = level;
  tenure_tooltip_set (GTK_WIDGET (self), level == TENURE_LEVEL_NONE ? NULL : tenure_level_label (level));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  level == TENURE_LEVEL_NONE ? "" : tenure_level_label (level), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEVEL]);
}
