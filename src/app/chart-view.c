#include "config.h"
#include "app/chart-view-private.h"

#include "app/chart-view-caption.h"
#include "app/chart-view-theme.h"
#include "chart/painter.h"

#include "base/i18n.h"

#define MIN_CHART_HEIGHT 220
#define MIN_CHART_WIDTH 240

G_DEFINE_FINAL_TYPE (TenureChartView, tenure_chart_view, GTK_TYPE_WIDGET)

enum
{
  PROP_MIN_CHART_HEIGHT = 1,
  PROP_HEADINGS,
  PROP_COMPACT,
  PROP_GROWS,
  PROP_FILE_STEM,
  N_PROPS
};

enum
{
  MARK_ACTIVATED,
  RECORD_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* --- Scene and picture ---------------------------------------------------------------------------------------- */

static TenureScene *
make_scene (TenureChartView *self, double width, double height)
{
  TenureChartTheme theme;

  if (self->func == NULL)
    return NULL;
  tenure_chart_view_theme_init (&theme, GTK_WIDGET (self));
  theme.headings = self->headings;
  if (self->compact)
    theme.type_px[TENURE_TYPE_TITLE] = (theme.type_px[TENURE_TYPE_TITLE] + theme.type_px[TENURE_TYPE_LABEL]) / 2;
  return self->func (width, height, &theme, self->func_data);
}

/* The name is the chart's title, or the mark that has the keyboard: a screen reader says the new name of the focused
 * object, and so walks along. The description is always the whole chart. */
static gboolean
update_accessible_cb (gpointer user_data)
{
  TenureChartView *self = user_data;
  g_autofree char *label = NULL;
  g_autofree char *description = NULL;

  self->accessible_source = 0;
  if (self->picture.scene == NULL)
    return G_SOURCE_REMOVE;
  if (tenure_chart_picture_has_mark (&self->picture, self->focus_mark))
    label = tenure_scene_dup_mark_text (self->picture.scene, self->focus_mark);
  else
    label = g_strdup (tenure_scene_get_title (self->picture.scene));
  description = tenure_scene_dup_accessible_text (self->picture.scene);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  return G_SOURCE_REMOVE;
}

/* Later, because nobody hears the thirty names a second of a chart being dragged. */
static void
update_accessible (TenureChartView *self)
{
  if (self->accessible_source == 0)
    self->accessible_source = g_idle_add_full (G_PRIORITY_LOW, update_accessible_cb, self, NULL);
}

/* Keeps the keyboard on the same record, or else on the same place, of the scene that replaces the present one. */
static void
replace_scene (TenureChartView *self, int width, int height)
{
  TenureId focused = tenure_chart_picture_get_record (&self->picture, self->focus_mark);
  gint64 begun = g_get_monotonic_time ();

  tenure_chart_picture_take_scene (&self->picture, make_scene (self, width, height), width, height, begun);
  self->hover_mark = self->pressed_mark = -1;
  if (self->picture.scene != NULL && focused != TENURE_ID_NONE)
    self->focus_mark = tenure_scene_find_record (self->picture.scene, focused);
  if (!tenure_chart_picture_has_mark (&self->picture, self->focus_mark))
    self->focus_mark = -1;
  update_accessible (self);
}

static TenureScene *
ensure_scene (TenureChartView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (width <= 0 || height <= 0 || self->func == NULL)
    return NULL;
  if (!tenure_chart_picture_fits (&self->picture, width, height))
    replace_scene (self, width, height);
  return self->picture.scene;
}

gboolean
tenure_chart_view_shows_focus (TenureChartView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return gtk_widget_has_focus (GTK_WIDGET (self)) && GTK_IS_WINDOW (root)
         && (self->by_keyboard || gtk_window_get_focus_visible (GTK_WINDOW (root)));
}

static void
snapshot_ring (TenureChartView *self, GtkSnapshot *snapshot, int mark, TenureRing ring)
{
  cairo_rectangle_t area;
  cairo_t *cr;

  if (!tenure_scene_get_ring_area (self->picture.scene, mark, &area))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (area.x, area.y, area.width, area.height));
  tenure_scene_paint_ring (self->picture.scene, cr, mark, ring);
  cairo_destroy (cr);
}

static void
snapshot_caption (TenureChartView *self, GtkSnapshot *snapshot, int mark)
{
  const TenureMark *m = tenure_scene_get_mark (self->picture.scene, mark);
  g_autofree char *text = tenure_scene_dup_mark_text (self->picture.scene, mark);

  tenure_chart_view_snapshot_caption (
      GTK_WIDGET (self), snapshot, tenure_scene_get_theme (self->picture.scene), text,
      &GRAPHENE_RECT_INIT (m->x, m->y, m->width, m->height),
      &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self))));
}

static void
tenure_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TenureChartView *self = TENURE_CHART_VIEW (widget);
  gboolean focused = tenure_chart_view_shows_focus (self);
  int named = -1;

  if (ensure_scene (self) == NULL)
    return;
  tenure_chart_picture_snapshot (&self->picture, widget, snapshot);
  if (tenure_chart_picture_has_mark (&self->picture, self->hover_mark))
    {
      snapshot_ring (self, snapshot, self->hover_mark, TENURE_RING_HOVER);
      named = self->hover_mark;
    }
  if (focused && tenure_chart_picture_has_mark (&self->picture, self->focus_mark))
    {
      snapshot_ring (self, snapshot, self->focus_mark, TENURE_RING_FOCUS);
      named = named >= 0 ? named : self->focus_mark;
    }
  if (named >= 0 && !self->quiet)
    snapshot_caption (self, snapshot, named);
}

/* --- Size ----------------------------------------------------------------------------------------------------- */

static int
least_height (TenureChartView *self)
{
  TenureChartTheme theme;

  tenure_chart_view_theme_init (&theme, GTK_WIDGET (self));
  return (int) (self->min_chart_height * MAX (theme.text_scale, 1.0));
}

/* A scene that does not fit says so by being taller than it was asked to be. */
static int
grown_height (TenureChartView *self, int width)
{
  g_autoptr (TenureScene) scene = NULL;
  int least = least_height (self);
  double scene_width, scene_height;

  if (self->grown_height > 0 && self->grown_width == width)
    return self->grown_height;

  scene = make_scene (self, width, least);
  if (scene == NULL)
    return least;
  tenure_scene_get_size (scene, &scene_width, &scene_height);
  self->grown_width = width;
  self->grown_height = MAX (least, (int) ceil (scene_height));
  return self->grown_height;
}

static GtkSizeRequestMode
tenure_chart_view_get_request_mode (GtkWidget *widget)
{
  return TENURE_CHART_VIEW (widget)->grows ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
tenure_chart_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  TenureChartView *self = TENURE_CHART_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MIN_CHART_WIDTH;
  else if (self->grows && for_size >= MIN_CHART_WIDTH)
    *minimum = *natural = grown_height (self, for_size);
  else
    *minimum = *natural = least_height (self);
}

static void
tenure_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ensure_scene (TENURE_CHART_VIEW (widget));
  gtk_popover_present (GTK_POPOVER (TENURE_CHART_VIEW (widget)->menu));
}

/* --- Widget --------------------------------------------------------------------------------------------------- */

/* Larger text asks for more room. */
static void
look_changed_cb (TenureChartView *self)
{
  tenure_chart_view_invalidate (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
tenure_chart_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TenureChartView *self = TENURE_CHART_VIEW (object);

  switch (id)
    {
    case PROP_MIN_CHART_HEIGHT:
      self->min_chart_height = g_value_get_int (value);
      break;
    case PROP_HEADINGS:
      self->headings = g_value_get_boolean (value);
      break;
    case PROP_COMPACT:
      self->compact = g_value_get_boolean (value);
      break;
    case PROP_GROWS:
      self->grows = g_value_get_boolean (value);
      break;
    case PROP_FILE_STEM:
      g_free (self->file_stem);
      self->file_stem = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  tenure_chart_view_invalidate (self);
}

static void
tenure_chart_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TenureChartView *self = TENURE_CHART_VIEW (object);

  switch (id)
    {
    case PROP_MIN_CHART_HEIGHT:
      g_value_set_int (value, self->min_chart_height);
      break;
    case PROP_HEADINGS:
      g_value_set_boolean (value, self->headings);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    case PROP_GROWS:
      g_value_set_boolean (value, self->grows);
      break;
    case PROP_FILE_STEM:
      g_value_set_string (value, self->file_stem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tenure_chart_view_dispose (GObject *object)
{
  TenureChartView *self = TENURE_CHART_VIEW (object);

  g_clear_handle_id (&self->accessible_source, g_source_remove);
  tenure_chart_picture_clear (&self->picture);
  if (self->func_destroy != NULL)
    self->func_destroy (self->func_data);
  self->func = NULL;
  self->func_data = NULL;
  self->func_destroy = NULL;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  G_OBJECT_CLASS (tenure_chart_view_parent_class)->dispose (object);
}

static void
tenure_chart_view_finalize (GObject *object)
{
  g_free (TENURE_CHART_VIEW (object)->file_stem);
  G_OBJECT_CLASS (tenure_chart_view_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  props[PROP_MIN_CHART_HEIGHT] = g_param_spec_int ("min-chart-height", NULL, NULL, 40, 4000, MIN_CHART_HEIGHT, flags);
  props[PROP_HEADINGS] = g_param_spec_boolean ("headings", NULL, NULL, TRUE, flags);
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  props[PROP_GROWS] = g_param_spec_boolean ("grows", NULL, NULL, FALSE, flags);
  props[PROP_FILE_STEM] = g_param_spec_string ("file-stem", NULL, NULL, "chart", flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tenure_chart_view_class_init (TenureChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = tenure_chart_view_set_property;
  object_class->get_property = tenure_chart_view_get_property;
  object_class->dispose = tenure_chart_view_dispose;
  object_class->finalize = tenure_chart_view_finalize;
  install_properties (object_class);

  widget_class->snapshot = tenure_chart_view_snapshot;
  widget_class->get_request_mode = tenure_chart_view_get_request_mode;
  widget_class->measure = tenure_chart_view_measure;
  widget_class->size_allocate = tenure_chart_view_size_allocate;

  signals[MARK_ACTIVATED] = g_signal_new ("mark-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[RECORD_ACTIVATED] = g_signal_new ("record-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  tenure_chart_view_class_install_actions (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/chart-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureChartView, menu);
  tenure_chart_view_class_bind_input (widget_class);
}

static void
tenure_chart_view_init (TenureChartView *self)
{
  self->hover_mark = self->focus_mark = self->pressed_mark = -1;
  self->min_chart_height = MIN_CHART_HEIGHT;
  self->headings = TRUE;
  self->file_stem = g_strdup ("chart");
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_chart_view_theme_watch (GTK_WIDGET (self), G_CALLBACK (look_changed_cb), G_OBJECT (self));
}

GtkWidget *
tenure_chart_view_new (void)
{
  return g_object_new (TENURE_TYPE_CHART_VIEW, NULL);
}

void
tenure_chart_view_set_provider (TenureChartView *self, TenureChartViewFunc func, gpointer user_data, GDestroyNotify destroy)
{
  GDestroyNotify old_destroy;
  gpointer old_data;

  g_return_if_fail (TENURE_IS_CHART_VIEW (self));

  old_destroy = self->func_destroy;
  old_data = self->func_data;
  self->func = func;
  self->func_data = user_data;
  self->func_destroy = destroy;
  tenure_chart_picture_clear (&self->picture);
  if (old_destroy != NULL)
    old_destroy (old_data);
  tenure_chart_view_invalidate (self);
}

void
tenure_chart_view_invalidate (TenureChartView *self)
{
  g_return_if_fail (TENURE_IS_CHART_VIEW (self));

  tenure_chart_picture_invalidate (&self->picture);
  self->grown_height = 0;
  if (self->grows)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

TenureScene *
tenure_chart_view_get_scene (TenureChartView *self)
{
  g_return_val_if_fail (TENURE_IS_CHART_VIEW (self), NULL);

  return ensure_scene (self);
}

int
tenure_chart_view_get_focus_mark (TenureChartView *self)
{
  g_return_val_if_fail (TENURE_IS_CHART_VIEW (self), -1);

  return self->focus_mark;
}

void
tenure_chart_view_set_focus_mark (TenureChartView *self, int mark)
{
  g_return_if_fail (TENURE_IS_CHART_VIEW (self));

  ensure_scene (self);
  if (!tenure_chart_picture_has_mark (&self->picture, mark))
    mark = -1;
  if (self->focus_mark == mark)
    return;
  self->focus_mark = mark;
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

TenureChartViewCosts
tenure_chart_view_get_costs (TenureChartView *self)
{
  g_return_val_if_fail (TENURE_IS_CHART_VIEW (self), (TenureChartViewCosts){ 0 });

  return self->picture.costs;
}

TenureScene *
tenure_chart_view_make_export (TenureChartView *self, double width, double height)
{
  TenureChartTheme screen, theme;

  if (self->func == NULL)
    return NULL;
  tenure_chart_view_theme_init (&screen, GTK_WIDGET (self));
  tenure_chart_theme_init_export (&theme, &screen, FALSE);
  return self->func (width, height, &theme, self->func_data);
}

const char *
tenure_chart_view_get_file_stem (TenureChartView *self)
{
  return self->file_stem;
}

void
tenure_chart_view_emit_record (TenureChartView *self, TenureId record)
{
  g_signal_emit (self, signals[RECORD_ACTIVATED], 0, record);
}

void
tenure_chart_view_activate_mark (TenureChartView *self, int mark)
{
  TenureId record = tenure_chart_picture_get_record (&self->picture, mark);

  if (!tenure_chart_picture_has_mark (&self->picture, mark))
    return;
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, mark);
  if (record != TENURE_ID_NONE)
    tenure_chart_view_emit_record (self, record);
}
