#include "config.h"
#include "app/timeline/timeline-page.h"

#include "app/empty-state.h"
#include "app/gtk/drop-down-name.h"
#include "app/gtk/when-shown.h"
#include "app/gtk/wrap-layout.h"
#include "app/lookup.h"
#include "app/scenario/scenario-dialog.h"
#include "app/settings.h"
#include "app/chart-view-theme.h"
#include "app/timeline/timeline-canvas.h"
#include "app/timeline/timeline-compare.h"
#include "app/timeline/timeline-portfolios.h"
#include "app/timeline/timeline-print.h"
#include "chart/timeline-key.h"

#include "base/i18n.h"
#include <math.h>

#define ZOOM_STEP 1.5

struct _TenureTimelinePage
{
  GtkWidget parent_instance;

  TenureSession *session;
  gboolean can_write;
  GCancellable *laying_out;   /* of the worker that is laying out a newer model */
  TenureTimelineModel *model; /* on screen */
  TenureDocument *past;       /* (nullable): an earlier record, to stand behind */
  TenureDay recorded;         /* the day of that */
  GHashTable *toggled;        /* keys of groups that are the other way round than `collapse` says */

  GtkStack *stack;
  GtkDropDown *grouping;
  GtkDropDown *then_by; /* the first: not further */
  GtkDropDown *order;
  GtkToggleButton *collapse;
  GtkMenuButton *compare;
  TenureTimelineCanvas *canvas;
  GtkToggleButton *explain;
  GtkScrolledWindow *key_window;
  TenureChartView *key;
  int key_height;       /* that it takes at its width */
  gboolean key_offered; /* or not, once, by its size */
  guint key_source;     /* an idle that gives it that room */
};

G_DEFINE_FINAL_TYPE (TenureTimelinePage, tenure_timeline_page, GTK_TYPE_WIDGET)

/* --- Making the model ----------------------------------------------------------------------------------------- */

/* What a worker is given: its own copies. */
typedef struct
{
  TenureSnapshot *snapshot;
  TenureTimelineQuery query;
  TenureDocument *past;  /* (nullable): likewise */
  GPtrArray *portfolios; /* (nullable): read by the worker */
  char *scope;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  tenure_snapshot_unref (request->snapshot);
  g_hash_table_unref (request->query.toggled);
  g_clear_pointer (&request->portfolios, g_ptr_array_unref);
  g_clear_pointer (&request->query.past, tenure_snapshot_unref);
  g_clear_object (&request->past);
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

static TenureTimelineGroupingChoice
get_choice (TenureTimelinePage *self)
{
  guint then_by = gtk_drop_down_get_selected (self->then_by);

  return (TenureTimelineGroupingChoice){
    .by = gtk_drop_down_get_selected (self->grouping),
    .then_by = then_by > 0 && then_by <= TENURE_TIMELINE_N_GROUPINGS ? then_by - 1 : TENURE_TIMELINE_N_GROUPINGS,
  };
}

static gboolean
needs_portfolios (const TenureTimelineGroupingChoice *choice)
{
  return choice->by == TENURE_TIMELINE_GROUP_PORTFOLIO || choice->then_by == TENURE_TIMELINE_GROUP_PORTFOLIO;
}

static Request *
request_new (TenureTimelinePage *self, TenureSnapshot *snapshot)
{
  Request *request = g_new0 (Request, 1);

  request->snapshot = tenure_snapshot_ref (snapshot);
  request->scope = tenure_snapshot_dup_scope_label (snapshot);
  g_set_object (&request->past, self->past);
  request->query = (TenureTimelineQuery){
    .choice = get_choice (self),
    .order = gtk_drop_down_get_selected (self->order),
    .collapsed = gtk_toggle_button_get_active (self->collapse),
    .toggled = copy_names (self->toggled),
    .scope = request->scope,
    .year_start_month = tenure_settings_get_year_first_month (),
    .recorded = self->recorded,
  };
  return request;
}

/* The same filter on the same day, of what was recorded earlier. */
static gboolean
read_past (Request *request, GCancellable *cancellable, GError **error)
{
  g_autoptr (TenureReader) reader = tenure_document_open_reader (request->past, error);
  g_autoptr (TenureBasis) basis = NULL;

  if (reader == NULL)
    return FALSE;
  basis = tenure_basis_new (reader, tenure_snapshot_get_as_of (request->snapshot), request->query.year_start_month,
                            cancellable, error);
  if (basis == NULL)
    return FALSE;
  request->query.past = tenure_snapshot_new (basis, tenure_snapshot_get_filter (request->snapshot), reader, error);
  return request->query.past != NULL;
}

static gpointer
make_model (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;

  if (request->past != NULL && !read_past (request, cancellable, error))
    return NULL;
  if (needs_portfolios (&request->query.choice))
    {
      request->portfolios =
          tenure_timeline_read_portfolios (reader, tenure_snapshot_get_basis (request->snapshot), cancellable, error);
      if (request->portfolios == NULL)
        return NULL;
      request->query.choice.portfolios = (const char *const *) request->portfolios->pdata;
    }
  return tenure_timeline_model_new (request->snapshot, &request->query);
}

static const char *
stack_page_for (TenureSnapshot *snapshot, const TenureTimelineModel *model)
{
  if (tenure_snapshot_get_facts (snapshot)->n_agreements == 0)
    return "empty";
  return model->n_bars > 0 ? "content" : "no-match";
}

/* Only portfolios and an earlier record have to be read; where that fails, what is on screen stays. */
static void
model_made (gpointer page, gpointer data, gpointer model, const GError *error)
{
  TenureTimelinePage *self = page;
  const Request *request = data;

  if (model == NULL)
    return;
  tenure_timeline_canvas_set_model (self->canvas, model);
  gtk_stack_set_visible_child_name (self->stack, stack_page_for (request->snapshot, model));
  g_clear_pointer (&self->model, tenure_timeline_model_unref);
  self->model = model;
  tenure_chart_view_invalidate (self->key);
}

static void
load (gpointer widget)
{
  static const TenureLookup lookup = { make_model, model_made, request_free, (GDestroyNotify) tenure_timeline_model_unref };
  TenureTimelinePage *self = widget;
  TenureSnapshot *snapshot = self->session != NULL ? tenure_session_get_snapshot (self->session) : NULL;

  TenureTimelineGroupingChoice choice = get_choice (self);
  TenureDocument *document =
      snapshot != NULL && needs_portfolios (&choice) ? tenure_session_get_document (self->session) : NULL;

  if (snapshot != NULL)
    tenure_lookup_ask (&lookup, &self->laying_out, self, document, request_new (self, snapshot));
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
  name = tenure_timeline_model_get_key (self->model, group);
  if (!g_hash_table_remove (self->toggled, name))
    g_hash_table_add (self->toggled, g_strdup (name));
  refresh (self);
}

/* --- What leaves the page, and what comes from elsewhere ------------------------------------------------------- */

static void
compare_changed (TenureDocument *past, TenureDay day, gpointer page)
{
  TenureTimelinePage *self = page;

  g_set_object (&self->past, past);
  self->recorded = day;
  refresh (self);
}

static TenureDocument *
compare_get_document (gpointer page)
{
  TenureTimelinePage *self = page;

  return self->session != NULL ? tenure_session_get_document (self->session) : NULL;
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureTimelinePage *self = TENURE_TIMELINE_PAGE (widget);
  TenureChartTheme theme;
  TenureDay from, after;

  if (self->model == NULL)
    return;
  tenure_chart_view_theme_init (&theme, widget);
  tenure_timeline_canvas_get_days (self->canvas, &from, &after);
  tenure_timeline_print (widget, self->model, from, after, theme.family);
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
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.try-change", agreement && self->can_write);
}

static void
record_activated_cb (TenureTimelinePage *self, TenureId record)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)",
                              tenure_record_def (TENURE_RECORD_AGREEMENT)->table, record);
}

/* What would be, were the selected agreement changed; with @day, were that its end. Nothing is changed by asking. */
static void
try_change (TenureTimelinePage *self, TenureId record, TenureDay day)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TenureId));
  TenureScenarioDialog *dialog;

  g_array_append_val (ids, record);
  dialog = tenure_scenario_dialog_new (TENURE_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), ids);
  if (tenure_day_is_known (day))
    tenure_scenario_dialog_move_end (dialog, day);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
end_pulled_cb (TenureTimelinePage *self, TenureId record, int day)
{
  tenure_timeline_canvas_set_selected (self->canvas, record);
  try_change (self, record, (TenureDay) day);
}

static void
try_change_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureTimelinePage *self = TENURE_TIMELINE_PAGE (widget);

  try_change (self, tenure_timeline_canvas_get_selected (self->canvas), TENURE_DAY_NONE);
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
  g_clear_handle_id (&self->key_source, g_source_remove);
  if (self->session != NULL)
    tenure_timeline_compare_give_up (self->compare);
  g_clear_object (&self->session);
  g_clear_object (&self->past);
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
  g_type_ensure (TENURE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/timeline/timeline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureTimelinePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TenureTimelinePage, grouping);
  gtk_widget_class_bind_template_child (widget_class, TenureTimelinePage, then_by);
  gtk_widget_class_bind_template_child (widget_class, TenureTimelinePage, order);
  gtk_widget_class_bind_template_child (widget_class, TenureTimelinePage, collapse);
  gtk_widget_class_bind_template_child (widget_class, TenureTimelinePage, compare);
  gtk_widget_class_bind_template_child (widget_class, TenureTimelinePage, canvas);
  gtk_widget_class_bind_template_child (widget_class, TenureTimelinePage, key);
  gtk_widget_class_bind_template_child (widget_class, TenureTimelinePage, key_window);
  gtk_widget_class_bind_template_child (widget_class, TenureTimelinePage, explain);
  gtk_widget_class_bind_template_callback (widget_class, grouping_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, bar_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_pulled_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_activated_cb);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_install_action (widget_class, moves[i], NULL, move_action);
  gtk_widget_class_install_action (widget_class, "timeline.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "timeline.try-change", NULL, try_change_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "timeline.try-change",
                                       NULL);
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

static GtkStringList *
list_inner_groupings (void)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _ ("No subgroups"));
  for (guint i = 0; i < TENURE_TIMELINE_N_GROUPINGS; i++)
    gtk_string_list_append (labels, tenure_timeline_grouping_inner_label (i));
  return labels;
}

/* All of it, as long as the bars keep two thirds of the page. Where it would take more than a fifth, with large letters or
 * in a low window, it is there when somebody asks for it. */
static gboolean
give_key_room_cb (gpointer data)
{
  TenureTimelinePage *self = data;
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  self->key_source = 0;
  if (!self->key_offered && height > 0)
    {
      self->key_offered = TRUE;
      gtk_toggle_button_set_active (self->explain, self->key_height <= height / 5);
    }
  gtk_scrolled_window_set_min_content_height (self->key_window, MIN (self->key_height, height / 3));
  return G_SOURCE_REMOVE;
}

/* Of the form of a provider of a chart view. Sizes are being given out: a scrolled window cannot ask for what its content
 * takes at a width, and must not be told before they have been. */
static TenureScene *
draw_key (double width, double height, const TenureChartTheme *theme, gpointer data)
{
  TenureTimelinePage *self = data;
  TenureScene *scene = tenure_chart_timeline_key (self->model != NULL ? self->model->index : NULL, width, height, theme);
  double needed;

  tenure_scene_get_size (scene, NULL, &needed);
  self->key_height = (int) ceil (needed);
  if (self->key_source == 0)
    self->key_source = g_idle_add (give_key_room_cb, self);
  return scene;
}

static void
tenure_timeline_page_init (TenureTimelinePage *self)
{
  g_autoptr (GtkStringList) groupings = list_groupings ();
  g_autoptr (GtkStringList) inner_groupings = list_inner_groupings ();

  const TenureTimelineCompareClient client = { compare_changed, compare_get_document, self };

  self->toggled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->recorded = TENURE_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->grouping, G_LIST_MODEL (groupings));
  gtk_drop_down_set_model (self->then_by, G_LIST_MODEL (inner_groupings));
  tenure_drop_down_set_name (self->grouping, _ ("Group by"));
  tenure_drop_down_set_name (self->then_by, _ ("Then by"));
  tenure_drop_down_set_name (self->order, _ ("Order"));
  tenure_timeline_compare_set_up (self->compare, &client);
  tenure_chart_view_set_provider (self->key, draw_key, self, NULL);
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
  self->can_write = !tenure_document_is_read_only (tenure_session_get_document (session));
  tenure_timeline_canvas_set_stretchable (self->canvas, self->can_write);
  g_signal_connect_object (session, "updated", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  selection_changed_cb (self);
  refresh (self);
  return GTK_WIDGET (self);
}
