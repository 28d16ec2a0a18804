#include "config.h"
#include "app/timeline/timeline-page.h"

#include "app/empty-state.h"
#include "app/gtk/drop-down-name.h"
#include "app/gtk/when-shown.h"
#include "app/lookup.h"
#include "app/settings.h"
#include "app/timeline/timeline-canvas.h"
#include "chart/timeline-key.h"

#include "base/i18n.h"

#define ZOOM_STEP 1.5

struct _TenureTimelinePage
{
  GtkWidget parent_instance;

  TenureSession *session;
  GCancellable *laying_out;   /* of the worker that is laying out a newer model */
  TenureTimelineModel *model; /* on screen */
  GHashTable *toggled;        /* names of groups that are the other way round than `collapse` says */

  GtkStack *stack;
  GtkDropDown *grouping;
  GtkDropDown *order;
  GtkToggleButton *collapse;
  TenureTimelineCanvas *canvas;
  TenureChartView *key;
};

G_DEFINE_FINAL_TYPE (TenureTimelinePage, tenure_timeline_page, GTK_TYPE_WIDGET)

/* --- Making the model ----------------------------------------------------------------------------------------- */

/* What a worker is given: its own copies. */
typedef struct
{
  TenureSnapshot *snapshot;
  TenureTimelineQuery query;
  char *scope;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  tenure_snapshot_unref (request->snapshot);
  g_hash_table_unref (request->query.toggled);
  g_free (request->scope);
  g_free (request);
}

static GHashTable *
copy_names (GHashTable *names)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_hash_table_add (copy, g_strdup (name));
  return copy;
}

static Request *
request_new (TenureTimelinePage *self, TenureSnapshot *snapshot)
{
  Request *request = g_new0 (Request, 1);

  request->snapshot = tenure_snapshot_ref (snapshot);
  request->scope = tenure_snapshot_dup_scope_label (snapshot);
  request->query = (TenureTimelineQuery){
    .grouping = gtk_drop_down_get_selected (self->grouping),
    .order = gtk_drop_down_get_selected (self->order),
    .collapsed = gtk_toggle_button_get_active (self->collapse),
    .toggled = copy_names (self->toggled),
    .scope = request->scope,
    .year_start_month = tenure_settings_get_year_first_month (),
  };
  return request;
}

static gpointer
make_model (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;

  return tenure_timeline_model_new (request->snapshot, &request->query);
}

static const char *
stack_page_for (TenureSnapshot *snapshot, const TenureTimelineModel *model)
{
  if (tenure_snapshot_get_facts (snapshot)->n_agreements == 0)
    return "empty";
  return model->n_bars > 0 ? "content" : "no-match";
}

/* Laying out cannot fail: there is always a model. */
static void
model_made (gpointer page, gpointer data, gpointer model, const GError *error)
{
  TenureTimelinePage *self = page;
  const Request *request = data;

  tenure_timeline_canvas_set_model (self->canvas, model);
  gtk_stack_set_visible_child_name (self->stack, stack_page_for (request->snapshot, model));
  g_clear_pointer (&self->model, tenure_timeline_model_unref);
  self->model = model;
}

static void
load (gpointer widget)
{
  static const TenureLookup lookup = { make_model, model_made, request_free, (GDestroyNotify) tenure_timeline_model_unref };
  TenureTimelinePage *self = widget;
  TenureSnapshot *snapshot = self->session != NULL ? tenure_session_get_snapshot (self->session) : NULL;

  if (snapshot != NULL)
    tenure_lookup_ask (&lookup, &self->laying_out, self, NULL, request_new (self, snapshot));
  else
    tenure_lookup_cancel (&self->laying_out);
}

static void
refresh (TenureTimelinePage *self)
{
  tenure_when_shown (GTK_WIDGET (self), load);
}

/* --- Following controls and session --------------------------------------------------------------------------- */

/* Names of one grouping mean nothing in another. */
static void
grouping_changed_cb (TenureTimelinePage *self)
{
  g_hash_table_remove_all (self->toggled);
  refresh (self);
}

static void
order_changed_cb (TenureTimelinePage *self)
{
  refresh (self);
}

static void
group_toggled_cb (TenureTimelinePage *self, guint group)
{
  const char *name;

  if (self->model == NULL || group >= self->model->n_groups)
    return;
  name = self->model->groups[group].label;
  if (!g_hash_table_remove (self->toggled, name))
    g_hash_table_add (self->toggled, g_strdup (name));
  refresh (self);
}

static void
bar_selected_cb (TenureTimelinePage *self)
{
  TenureId record = tenure_timeline_canvas_get_selected (self->canvas);

  if (record != TENURE_ID_NONE)
    tenure_session_select (self->session, TENURE_RECORD_AGREEMENT, record);
}

static void
selection_changed_cb (TenureTimelinePage *self)
{
  gboolean agreement = tenure_session_get_selected_type (self->session) == TENURE_RECORD_AGREEMENT;

  tenure_timeline_canvas_set_selected (self->canvas,
                                       agreement ? tenure_session_get_selected_id (self->session) : TENURE_ID_NONE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.selection", agreement);
}

static void
record_activated_cb (TenureTimelinePage *self, TenureId record)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)",
                              tenure_record_def (TENURE_RECORD_AGREEMENT)->table, record);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureTimelinePage *self = TENURE_TIMELINE_PAGE (widget);

  if (g_str_equal (name, "timeline.fit"))
    tenure_timeline_canvas_fit (self->canvas);
  else if (g_str_equal (name, "timeline.today"))
    tenure_timeline_canvas_today (self->canvas);
  else if (g_str_equal (name, "timeline.group"))
    g_signal_emit_by_name (self->grouping, "activate");
  else if (g_str_equal (name, "timeline.order"))
    g_signal_emit_by_name (self->order, "activate");
  else if (g_str_equal (name, "timeline.selection"))
    tenure_timeline_canvas_reveal_selected (self->canvas);
  else
    tenure_timeline_canvas_zoom (self->canvas, g_str_equal (name, "timeline.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP);
}

/* --- Widget --------------------------------------------------------------------------------------------------- */

static gboolean
tenure_timeline_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TENURE_TIMELINE_PAGE (widget)->canvas));
}

/* Tab goes through the toolbar to the chart and out again. What the toolkit does by itself ends in grab_focus above,
 * that is, always in the chart. */
static gboolean
tenure_timeline_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (TENURE_TIMELINE_PAGE (widget)->stack), direction);
}

static void
tenure_timeline_page_dispose (GObject *object)
{
  TenureTimelinePage *self = TENURE_TIMELINE_PAGE (object);
  GtkWidget *child;

  tenure_lookup_cancel (&self->laying_out);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->model, tenure_timeline_model_unref);
  g_clear_pointer (&self->toggled, g_hash_table_unref);
  G_OBJECT_CLASS (tenure_timeline_page_parent_class)->dispose (object);
}

static void
tenure_timeline_page_class_init (TenureTimelinePageClass *klass)
{
  static const char *const moves[] = { "timeline.fit",      "timeline.today", "timeline.selection", "timeline.zoom-in",
                                       "timeline.zoom-out", "timeline.group", "timeline.order" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_timeline_page_dispose;
  widget_class->grab_focus = tenure_timeline_page_grab_focus;
  widget_class->focus = tenure_timeline_page_focus;

  g_type_ensure (TENURE_TYPE_TIMELINE_CANVAS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/timeline/timeline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureTimelinePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TenureTimelinePage, grouping);
  gtk_widget_class_bind_template_child (widget_class, TenureTimelinePage, order);
  gtk_widget_class_bind_template_child (widget_class, TenureTimelinePage, collapse);
  gtk_widget_class_bind_template_child (widget_class, TenureTimelinePage, canvas);
  gtk_widget_class_bind_template_child (widget_class, TenureTimelinePage, key);
  gtk_widget_class_bind_template_callback (widget_class, grouping_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, bar_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_activated_cb);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_install_action (widget_class, moves[i], NULL, move_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, 0, "timeline.group", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, 0, "timeline.order", NULL);
}

static GtkStringList *
list_groupings (void)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < TENURE_TIMELINE_N_GROUPINGS; i++)
    gtk_string_list_append (labels, tenure_timeline_grouping_label (i));
  return labels;
}

/* Of the form of a provider of a chart view. */
static TenureScene *
draw_key (double width, double height, const TenureChartTheme *theme, gpointer data)
{
  return tenure_chart_timeline_key (width, height, theme);
}

static void
tenure_timeline_page_init (TenureTimelinePage *self)
{
  g_autoptr (GtkStringList) groupings = list_groupings ();

  self->toggled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->grouping, G_LIST_MODEL (groupings));
  tenure_drop_down_set_name (self->grouping, _ ("Group by"));
  tenure_drop_down_set_name (self->order, _ ("Order"));
  tenure_chart_view_set_provider (self->key, draw_key, NULL, NULL);
  tenure_empty_states_add (self->stack, "tenure-timeline-symbolic", _ ("No Agreements Yet"),
                           _ ("The timeline shows each agreement as a bar from its first day to its "
                              "committed end, with options, notice and the day to decide by."),
                           TENURE_RECORD_AGREEMENT, _ ("No agreement passes the filter."));
}

GtkWidget *
tenure_timeline_page_new (TenureSession *session)
{
  TenureTimelinePage *self;

  g_return_val_if_fail (TENURE_IS_SESSION (session), NULL);

  self = g_object_new (TENURE_TYPE_TIMELINE_PAGE, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "updated", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  selection_changed_cb (self);
  refresh (self);
  return GTK_WIDGET (self);
}
