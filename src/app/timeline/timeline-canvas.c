#include "config.h"
#include "app/timeline/timeline-canvas-private.h"

#include "app/chart-view-caption.h"
#include "app/chart-view-theme.h"

#include "base/count.h"
#include "base/i18n.h"

G_DEFINE_FINAL_TYPE (TenureTimelineCanvas, tenure_timeline_canvas, GTK_TYPE_WIDGET)

enum
{
  PROP_SELECTED = 1,
  N_PROPS
};

enum
{
  RECORD_ACTIVATED,
  GROUP_TOGGLED,
  END_PULLED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* --- The frame ------------------------------------------------------------------------------------------------ */

TenureTimelineStage
tenure_timeline_canvas_get_stage (TenureTimelineCanvas *self)
{
  TenureTimelineStage stage = { .frame = { .width = MAX (1, gtk_widget_get_width (GTK_WIDGET (self->chart))),
                                           .height = MAX (1, gtk_widget_get_height (GTK_WIDGET (self->chart))),
                                           .selected = self->selected,
                                           .strip = TRUE,
                                           .minimap = TRUE } };

  if (self->model != NULL)
    {
      stage.frame.as_of = self->model->as_of;
      stage.frame.notes = self->model->notes;
    }
  tenure_chart_view_theme_init (&stage.theme, GTK_WIDGET (self));
  stage.theme.headings = FALSE;
  return stage;
}

static void update_scroll (TenureTimelineCanvas *self);

static gboolean
update_scroll_cb (gpointer user_data)
{
  TenureTimelineCanvas *self = user_data;

  self->scroll_source = 0;
  update_scroll (self);
  return G_SOURCE_REMOVE;
}

/* A picture for a letter is of what is on screen: where that is a part, how much of it. NULL for all. */
static char *
dup_part (TenureTimelineCanvas *self, const TenureTimelineFrame *frame, const TenureChartTheme *theme)
{
  g_autofree char *shown = NULL, *all = NULL;
  double total, page;

  tenure_timeline_view_get_scroll (&self->view, self->model->index, frame, theme, &total, &page);
  if (!theme->headings || total <= page || self->view.row_px <= 0)
    return NULL;
  shown = tenure_count_dup_label ((guint64) (page / self->view.row_px));
  all = tenure_count_dup_label ((guint64) round (total / self->view.row_px));
  /* Translators: two numbers of rows. */
  return g_strdup_printf (_ ("Here: %1$s of %2$s rows"), shown, all);
}

/* Also called while sizes are being given out, when the scroll bar must not be touched: hence the idle. */
static TenureScene *
make_frame_cb (double width, double height, const TenureChartTheme *theme, gpointer user_data)
{
  TenureTimelineCanvas *self = user_data;
  TenureTimelineStage stage = tenure_timeline_canvas_get_stage (self);
  g_autofree char *part = NULL;

  if (self->model == NULL)
    return NULL;
  stage.frame.width = width;
  stage.frame.height = height;
  stage.frame.minimap = !theme->headings; /* a picture for a letter has nobody to find a way */
  if (!self->placed)
    {
      tenure_timeline_view_today (&self->view, self->model->index, &stage.frame, theme);
      self->placed = TRUE;
    }
  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add (update_scroll_cb, self);
  stage.frame.page = part = dup_part (self, &stage.frame, theme);
  return tenure_chart_timeline (self->model->index, &self->view, &stage.frame, theme);
}

static void
update_scroll (TenureTimelineCanvas *self)
{
  TenureTimelineStage stage = tenure_timeline_canvas_get_stage (self);
  double total = 1, page = 1;

  if (self->model != NULL && self->placed)
    tenure_timeline_view_get_scroll (&self->view, self->model->index, &stage.frame, &stage.theme, &total, &page);
  self->updating_scroll = TRUE;
  gtk_adjustment_configure (self->scroll, self->view.scroll_px, 0, MAX (total, page), self->view.row_px, page * 0.9, page);
  self->updating_scroll = FALSE;
}

/* Bars have marks too, in the group of theirs; but those have a source. */
static int
find_header (TenureScene *scene, int group)
{
  for (guint i = 0; i < tenure_scene_get_n_marks (scene); i++)
    {
      const TenureMark *mark = tenure_scene_get_mark (scene, i);

      if (mark->source < 0 && mark->group == 1 + group)
        return (int) i;
    }
  return -1;
}

static int
find_selected (TenureTimelineCanvas *self, TenureScene *scene)
{
  if (self->group >= 0)
    return find_header (scene, self->group);
  return self->selected != TENURE_ID_NONE ? tenure_scene_find_record (scene, self->selected) : -1;
}

/* The keyboard's ring sits on the selected bar or a header, when the frame shows it. A canvas that nobody sees draws no
 * frame for it. */
static void
update_focus_mark (TenureTimelineCanvas *self)
{
  TenureScene *scene = gtk_widget_get_mapped (GTK_WIDGET (self)) ? tenure_chart_view_get_scene (self->chart) : NULL;

  if (scene != NULL)
    tenure_chart_view_set_focus_mark (self->chart, find_selected (self, scene));
}

static void
view_changed (TenureTimelineCanvas *self)
{
  tenure_timeline_stretch_drop (self);
  self->hover_bar = -1;
  tenure_chart_view_invalidate (self->chart);
}

gboolean
tenure_timeline_canvas_is_ready (TenureTimelineCanvas *self)
{
  return self->model != NULL && self->placed;
}

/* --- Moving --------------------------------------------------------------------------------------------------- */

void
tenure_timeline_canvas_pan (TenureTimelineCanvas *self, double dx, double dy)
{
  TenureTimelineStage stage = tenure_timeline_canvas_get_stage (self);

  if (!tenure_timeline_canvas_is_ready (self))
    return;
  tenure_timeline_view_pan (&self->view, self->model->index, &stage.frame, &stage.theme, dx, dy);
  view_changed (self);
}

void
tenure_timeline_canvas_zoom_days_at (TenureTimelineCanvas *self, double factor, double x)
{
  TenureTimelineStage stage = tenure_timeline_canvas_get_stage (self);

  if (!tenure_timeline_canvas_is_ready (self))
    return;
  tenure_timeline_view_zoom_days (&self->view, self->model->index, &stage.frame, &stage.theme, factor, x);
  view_changed (self);
}

void
tenure_timeline_canvas_zoom_rows_at (TenureTimelineCanvas *self, double factor, double y)
{
  TenureTimelineStage stage = tenure_timeline_canvas_get_stage (self);

  if (!tenure_timeline_canvas_is_ready (self))
    return;
  tenure_timeline_view_zoom_rows (&self->view, self->model->index, &stage.frame, &stage.theme, factor, y);
  view_changed (self);
}

void
tenure_timeline_canvas_select_bar (TenureTimelineCanvas *self, int bar)
{
  if (bar < 0)
    return;
  tenure_timeline_canvas_set_selected (self, self->model->bars[bar].record);
}

void
tenure_timeline_canvas_set_view (TenureTimelineCanvas *self, const TenureTimelineView *view)
{
  self->view = *view;
  view_changed (self);
}

/* The header of @group takes the keyboard; the selected record stays what it is for all pages. */
static void
go_to_group (TenureTimelineCanvas *self, guint group)
{
  TenureTimelineStage stage = tenure_timeline_canvas_get_stage (self);

  self->group = (int) group;
  tenure_timeline_view_reveal_group (&self->view, self->model->index, &stage.frame, &stage.theme, group);
  view_changed (self);
  update_focus_mark (self);
}

/* As in a tree: from a closed group forwards opens it, from an open one backwards closes it. */
static gboolean
fold_group (TenureTimelineCanvas *self, TenureWalk step)
{
  gboolean collapsed = self->group >= 0 && self->model->groups[self->group].collapsed;

  if (self->group < 0 || !((step == TENURE_WALK_NEXT && collapsed) || (step == TENURE_WALK_PREVIOUS && !collapsed)))
    return FALSE;
  tenure_timeline_canvas_toggle_group (self, (guint) self->group);
  return TRUE;
}

void
tenure_timeline_canvas_walk (TenureTimelineCanvas *self, TenureWalk step)
{
  TenureTimelinePlace place = { self->group < 0 ? tenure_timeline_model_find (self->model, self->selected) : -1,
                                self->group };

  if (fold_group (self, step))
    return;
  place = tenure_timeline_walk_places (self->model->index, place, step);
  tenure_chart_view_use_keyboard (self->chart);
  self->hover_bar = -1;
  if (place.group >= 0)
    {
      go_to_group (self, (guint) place.group);
      return;
    }
  self->group = -1;
  if (place.bar < 0)
    return;
  tenure_timeline_canvas_select_bar (self, place.bar);
  tenure_timeline_canvas_reveal_selected (self);
}

void
tenure_timeline_canvas_open_selected (TenureTimelineCanvas *self)
{
  if (self->group >= 0)
    tenure_timeline_canvas_toggle_group (self, (guint) self->group);
  else if (self->selected != TENURE_ID_NONE)
    g_signal_emit (self, signals[RECORD_ACTIVATED], 0, self->selected);
}

void
tenure_timeline_canvas_toggle_group (TenureTimelineCanvas *self, guint group)
{
  g_signal_emit (self, signals[GROUP_TOGGLED], 0, group);
}

void
tenure_timeline_canvas_end_pulled (TenureTimelineCanvas *self, TenureId record, TenureDay day)
{
  g_signal_emit (self, signals[END_PULLED], 0, record, (int) day);
}

/* --- Widget --------------------------------------------------------------------------------------------------- */

static void
tenure_timeline_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TenureTimelineCanvas *self = TENURE_TIMELINE_CANVAS (widget);
  g_autofree char *text = NULL;
  TenureTimelineStage stage;

  GTK_WIDGET_CLASS (tenure_timeline_canvas_parent_class)->snapshot (widget, snapshot);
  if (tenure_timeline_stretch_snapshot (self, snapshot) || self->hover_bar < 0 || self->model == NULL)
    return;
  stage = tenure_timeline_canvas_get_stage (self);
  text = tenure_timeline_dup_bar_text (self->model->index, self->hover_bar);
  tenure_chart_view_snapshot_caption (widget, snapshot, &stage.theme, text,
                                      &GRAPHENE_RECT_INIT (self->pointer.x, self->pointer.y, 1, 12),
                                      &GRAPHENE_RECT_INIT (0, 0, stage.frame.width, stage.frame.height));
}

static void
tenure_timeline_canvas_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tenure_timeline_canvas_parent_class)->map (widget);
  update_focus_mark (TENURE_TIMELINE_CANVAS (widget));
}

static gboolean
tenure_timeline_canvas_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TENURE_TIMELINE_CANVAS (widget)->chart));
}

/* By itself the toolkit would call the above when Tab is to leave, and stay for ever. */
static gboolean
tenure_timeline_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (TENURE_TIMELINE_CANVAS (widget)->chart), direction);
}

static void
tenure_timeline_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTED)
    tenure_timeline_canvas_set_selected (TENURE_TIMELINE_CANVAS (object), g_value_get_int64 (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tenure_timeline_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTED)
    g_value_set_int64 (value, TENURE_TIMELINE_CANVAS (object)->selected);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tenure_timeline_canvas_dispose (GObject *object)
{
  TenureTimelineCanvas *self = TENURE_TIMELINE_CANVAS (object);
  GtkWidget *child;

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->model, tenure_timeline_model_unref);
  G_OBJECT_CLASS (tenure_timeline_canvas_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/tenure_app/Tenure/timeline/timeline-canvas.ui");
  gtk_widget_class_bind_template_child (klass, TenureTimelineCanvas, chart);
  gtk_widget_class_bind_template_child (klass, TenureTimelineCanvas, scroll);
  tenure_timeline_canvas_class_bind_input (klass);
}

static void
tenure_timeline_canvas_class_init (TenureTimelineCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = tenure_timeline_canvas_set_property;
  object_class->get_property = tenure_timeline_canvas_get_property;
  object_class->dispose = tenure_timeline_canvas_dispose;
  props[PROP_SELECTED] = g_param_spec_int64 ("selected", NULL, NULL, 0, G_MAXINT64, TENURE_ID_NONE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[RECORD_ACTIVATED] = g_signal_new ("record-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[GROUP_TOGGLED] = g_signal_new ("group-toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[END_PULLED] = g_signal_new ("end-pulled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT);

  widget_class->map = tenure_timeline_canvas_map;
  widget_class->snapshot = tenure_timeline_canvas_snapshot;
  widget_class->grab_focus = tenure_timeline_canvas_grab_focus;
  widget_class->focus = tenure_timeline_canvas_focus;
  gtk_widget_class_set_css_name (widget_class, "timelinecanvas");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  g_type_ensure (TENURE_TYPE_CHART_VIEW);
  bind_template (widget_class);
}

static void
tenure_timeline_canvas_init (TenureTimelineCanvas *self)
{
  self->group = self->hover_bar = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_chart_view_set_provider (self->chart, make_frame_cb, self, NULL);
}

GtkWidget *
tenure_timeline_canvas_new (void)
{
  return g_object_new (TENURE_TYPE_TIMELINE_CANVAS, NULL);
}

static gboolean
shows_day (TenureTimelineCanvas *self, TenureDay day)
{
  TenureTimelineStage stage = tenure_timeline_canvas_get_stage (self);
  double px = (day - self->view.first_day) * self->view.px_per_day;

  return tenure_day_is_known (day) && px >= 0 && px <= stage.frame.width;
}

/* The keyboard stays on its header when groups open, close, come and go. */
static int
group_after (const TenureTimelineModel *old, const TenureTimelineModel *model, int group)
{
  if (old == NULL || model == NULL || group < 0 || (guint) group >= old->n_groups)
    return -1;
  for (guint i = 0; i < model->n_groups; i++)
    if (model->groups[i].depth == old->groups[group].depth
        && g_str_equal (tenure_timeline_model_get_key (model, i), tenure_timeline_model_get_key (old, (guint) group)))
      return (int) i;
  return -1;
}

void
tenure_timeline_canvas_set_model (TenureTimelineCanvas *self, TenureTimelineModel *model)
{
  g_autoptr (TenureTimelineModel) old = NULL;

  g_return_if_fail (TENURE_IS_TIMELINE_CANVAS (self));

  tenure_timeline_stretch_drop (self);
  old = g_steal_pointer (&self->model);
  self->group = group_after (old, model, self->group);
  self->model = model != NULL ? tenure_timeline_model_ref (model) : NULL;
  self->hover_bar = -1;
  /* Setting the provider drops the scene that may still read the old bars. */
  tenure_chart_view_set_provider (self->chart, make_frame_cb, self, NULL);
  /* Who looks at another day wants to see it. */
  if (old != NULL && model != NULL && old->as_of != model->as_of && !shows_day (self, model->as_of))
    self->placed = FALSE;
  if (self->placed)
    tenure_timeline_canvas_pan (self, 0, 0);
  update_focus_mark (self);
}

void
tenure_timeline_canvas_set_stretchable (TenureTimelineCanvas *self, gboolean stretchable)
{
  g_return_if_fail (TENURE_IS_TIMELINE_CANVAS (self));

  self->stretchable = stretchable;
}

void
tenure_timeline_canvas_fit (TenureTimelineCanvas *self)
{
  TenureTimelineStage stage = tenure_timeline_canvas_get_stage (self);

  g_return_if_fail (TENURE_IS_TIMELINE_CANVAS (self));

  if (!tenure_timeline_canvas_is_ready (self))
    return;
  tenure_timeline_view_fit (&self->view, self->model->index, &stage.frame, &stage.theme);
  view_changed (self);
}

void
tenure_timeline_canvas_today (TenureTimelineCanvas *self)
{
  TenureTimelineStage stage = tenure_timeline_canvas_get_stage (self);

  g_return_if_fail (TENURE_IS_TIMELINE_CANVAS (self));

  if (!tenure_timeline_canvas_is_ready (self))
    return;
  tenure_timeline_view_today (&self->view, self->model->index, &stage.frame, &stage.theme);
  view_changed (self);
}

gboolean
tenure_timeline_canvas_reveal_selected (TenureTimelineCanvas *self)
{
  TenureTimelineStage stage = tenure_timeline_canvas_get_stage (self);

  g_return_val_if_fail (TENURE_IS_TIMELINE_CANVAS (self), FALSE);

  if (!tenure_timeline_canvas_is_ready (self) || self->selected == TENURE_ID_NONE
      || !tenure_timeline_view_reveal (&self->view, self->model->index, &stage.frame, &stage.theme, self->selected))
    return FALSE;
  view_changed (self);
  update_focus_mark (self);
  return TRUE;
}

void
tenure_timeline_canvas_zoom (TenureTimelineCanvas *self, double factor)
{
  TenureScene *scene;
  int mark;
  double x;

  g_return_if_fail (TENURE_IS_TIMELINE_CANVAS (self));

  if (!tenure_timeline_canvas_is_ready (self))
    return;
  scene = tenure_chart_view_get_scene (self->chart);
  mark = scene != NULL && self->selected != TENURE_ID_NONE ? tenure_scene_find_record (scene, self->selected) : -1;
  x = gtk_widget_get_width (GTK_WIDGET (self->chart)) / 2.0;
  if (mark >= 0)
    {
      const TenureMark *m = tenure_scene_get_mark (scene, mark);

      x = m->x + m->width / 2.0;
    }
  else if (shows_day (self, self->model->as_of))
    x = (self->model->as_of - self->view.first_day) * self->view.px_per_day;
  tenure_timeline_canvas_zoom_days_at (self, factor, x);
}

TenureId
tenure_timeline_canvas_get_selected (TenureTimelineCanvas *self)
{
  g_return_val_if_fail (TENURE_IS_TIMELINE_CANVAS (self), TENURE_ID_NONE);

  return self->selected;
}

void
tenure_timeline_canvas_set_selected (TenureTimelineCanvas *self, TenureId record)
{
  g_return_if_fail (TENURE_IS_TIMELINE_CANVAS (self));

  if (self->selected == record)
    return;
  self->selected = record;
  self->group = -1;
  tenure_chart_view_invalidate (self->chart);
  update_focus_mark (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

TenureChartView *
tenure_timeline_canvas_get_chart (TenureTimelineCanvas *self)
{
  g_return_val_if_fail (TENURE_IS_TIMELINE_CANVAS (self), NULL);

  return self->chart;
}

TenureTimelineView
tenure_timeline_canvas_get_view (TenureTimelineCanvas *self)
{
  g_return_val_if_fail (TENURE_IS_TIMELINE_CANVAS (self), (TenureTimelineView){ 0 });

  return self->view;
}

void
tenure_timeline_canvas_get_days (TenureTimelineCanvas *self, TenureDay *out_from, TenureDay *out_after)
{
  g_return_if_fail (TENURE_IS_TIMELINE_CANVAS (self));

  *out_from = *out_after = TENURE_DAY_NONE;
  if (!tenure_timeline_canvas_is_ready (self))
    return;
  *out_from = (TenureDay) CLAMP (floor (self->view.first_day), TENURE_DAY_MIN, TENURE_DAY_MAX - 1);
  *out_after = (TenureDay) CLAMP (
      ceil (self->view.first_day + gtk_widget_get_width (GTK_WIDGET (self->chart)) / self->view.px_per_day), *out_from + 1,
      TENURE_DAY_MAX);
}
