/* The chart widget and its table twin, with a chart of two groups of two bars. */

#include "config.h"

#include "app/chart-table.h"
#include "app/chart-view-private.h"
#include "chart/scene-build.h"
#include "widget-test.h"

#define N_MARKS 4
#define FIRST_RECORD 101

/* What a test counts: scenes asked for, whether the data was let go, and a height that the scene may insist on. */
typedef struct
{
  guint n_made, n_freed;
  double tall;
  TenureId first_record;
} Source;

static void
source_freed_cb (gpointer data)
{
  ((Source *) data)->n_freed++;
}

static void
add_bar (TenureScene *scene, guint i, TenureId record, double width, double height)
{
  TenureMark mark = TENURE_MARK_INIT;
  g_autofree char *label = g_strdup_printf ("Bar %u", i);
  g_autofree char *value = g_strdup_printf ("%u agreements", i * 10);
  TenureShape *shape;

  mark.record = record;
  mark.label = label;
  mark.value = value;
  mark.amount = i * 10;
  mark.unit = TENURE_UNIT_COUNT;
  mark.known = TRUE;
  mark.group = i / 2;
  mark.row = i;
  mark.column = 0;
  mark.x = width / N_MARKS * i;
  mark.y = height / 2;
  mark.width = width / N_MARKS - 4;
  mark.height = height / 2;
  shape = tenure_scene_add_rect (scene, TENURE_LAYER_DATA, mark.x, mark.y, mark.width, mark.height,
                                 TENURE_ROLE_MEASURE);
  shape->mark = tenure_scene_add_mark (scene, &mark, NULL, 0);
}

static TenureScene *
make_bars (double width, double height, const TenureChartTheme *theme, gpointer data)
{
  Source *source = data;
  TenureScene *scene = tenure_scene_new (width, height, theme);

  source->n_made++;
  tenure_scene_set_title (scene, "Four bars");
  tenure_scene_set_subtitle (scene, "made for a test");
  tenure_scene_set_footnote (scene, "As of 21 Nov 2026");
  tenure_scene_set_table_corner (scene, "Bar");
  tenure_scene_add_column (scene, "Agreements", TRUE);
  for (guint i = 0; i < N_MARKS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Row %u", i);

      tenure_scene_add_row (scene, title, source->first_record + i);
      add_bar (scene, i, source->first_record + i, width, height);
    }
  if (source->tall > height)
    tenure_scene_set_height (scene, source->tall);
  return tenure_scene_finish (scene);
}

static TenureChartView *
view_new (Source *source)
{
  TenureChartView *view = TENURE_CHART_VIEW (tenure_chart_view_new ());

  source->first_record = FIRST_RECORD;
  tenure_chart_view_set_provider (view, make_bars, source, source_freed_cb);
  return view;
}

static guint
paints (TenureChartView *view)
{
  return tenure_chart_view_get_costs (view).n_paints;
}

static void
test_costs (void)
{
  Source source = { 0 };
  TenureChartView *view = view_new (&source);
  GtkWindow *window = widget_test_window (GTK_WIDGET (view), 480, 320);

  widget_test_wait (paints (view) == 1);
  g_assert_cmpuint (source.n_made, ==, 1);

  /* Walking all marks repaints rings only. */
  for (int i = 0; i < N_MARKS; i++)
    {
      tenure_chart_view_set_focus_mark (view, i);
      widget_test_settle ();
    }
  g_assert_cmpuint (paints (view), ==, 1);
  g_assert_cmpuint (source.n_made, ==, 1);

  /* New data: one scene, one picture, however often it was said. */
  for (int i = 0; i < 10; i++)
    tenure_chart_view_invalidate (view);
  widget_test_wait (paints (view) == 2);
  g_assert_cmpuint (source.n_made, ==, 2);
  g_assert_cmpint (tenure_chart_view_get_costs (view).worst_us, >=, tenure_chart_view_get_costs (view).last_us);

  widget_test_assert_finalized (window, GTK_WIDGET (view));
  g_assert_cmpuint (source.n_freed, ==, 1);
}

static void
test_dark (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  Source source = { 0 };
  TenureChartView *view = view_new (&source);
  GtkWindow *window = widget_test_window (GTK_WIDGET (view), 480, 320);
  TenureScene *scene;

  widget_test_wait (paints (view) == 1);
  g_assert_false (tenure_scene_get_theme (tenure_chart_view_get_scene (view))->dark);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  widget_test_wait (paints (view) == 2);
  g_assert_true (tenure_scene_get_theme (tenure_chart_view_get_scene (view))->dark);

  /* A picture for a letter is light, opaque and has its headings. */
  g_object_set (view, "headings", FALSE, NULL);
  g_assert_false (tenure_scene_get_theme (tenure_chart_view_get_scene (view))->headings);
  scene = tenure_chart_view_make_export (view, 800, 480);
  g_assert_false (tenure_scene_get_theme (scene)->dark);
  g_assert_true (tenure_scene_get_theme (scene)->opaque);
  g_assert_true (tenure_scene_get_theme (scene)->headings);
  tenure_scene_free (scene);

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
  widget_test_assert_finalized (window, GTK_WIDGET (view));
}

static int
least_height (TenureChartView *view, int width)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Twice the text: the scene knows, and the view asks for more room. */
static void
test_text_scale (void)
{
  Source source = { 0 };
  TenureChartView *view = view_new (&source);
  GtkWindow *window = widget_test_window (GTK_WIDGET (view), 480, 320);
  int dpi, height;

  widget_test_wait (paints (view) == 1);
  height = least_height (view, -1);
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  widget_test_wait (paints (view) > 1);
  g_assert_cmpfloat_with_epsilon (tenure_scene_get_theme (tenure_chart_view_get_scene (view))->text_scale, 2.0, 1e-9);
  g_assert_cmpint (least_height (view, -1), ==, 2 * height);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  widget_test_assert_finalized (window, GTK_WIDGET (view));
}

static void
test_focus (void)
{
  Source source = { 0 };
  TenureChartView *view = view_new (&source);
  GtkWindow *window = widget_test_window (GTK_WIDGET (view), 480, 320);

  widget_test_wait (paints (view) == 1);
  g_assert_cmpint (tenure_chart_view_get_focus_mark (view), ==, -1);
  tenure_chart_view_set_focus_mark (view, N_MARKS);
  g_assert_cmpint (tenure_chart_view_get_focus_mark (view), ==, -1);
  tenure_chart_view_set_focus_mark (view, 2);
  g_assert_cmpint (tenure_chart_view_get_focus_mark (view), ==, 2);

  /* The keyboard stays with the record when the data changes, and lets go when the record is gone. */
  source.first_record = FIRST_RECORD + 1;
  tenure_chart_view_invalidate (view);
  widget_test_wait (paints (view) == 2);
  g_assert_cmpint (tenure_chart_view_get_focus_mark (view), ==, 1);
  source.first_record = FIRST_RECORD + 100;
  tenure_chart_view_invalidate (view);
  widget_test_wait (paints (view) == 3);
  g_assert_cmpint (tenure_chart_view_get_focus_mark (view), ==, -1);

  widget_test_assert_finalized (window, GTK_WIDGET (view));
}

static void
test_accessible (void)
{
  Source source = { 0 };
  TenureChartView *view = view_new (&source);
  GtkWindow *window = widget_test_window (GTK_WIDGET (view), 480, 320);

  widget_test_wait (paints (view) == 1);
  widget_test_settle ();
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Four bars");
  tenure_chart_view_set_focus_mark (view, 2);
  widget_test_settle ();
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Bar 2: 20 agreements");
  tenure_chart_view_set_focus_mark (view, -1);
  widget_test_settle ();
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Four bars");

  widget_test_assert_finalized (window, GTK_WIDGET (view));
}

typedef struct
{
  guint n_marks, n_records;
  int mark;
  TenureId record;
} Opened;

static void
mark_activated_cb (Opened *opened, int mark)
{
  opened->n_marks++;
  opened->mark = mark;
}

static void
record_activated_cb (Opened *opened, TenureId record)
{
  opened->n_records++;
  opened->record = record;
}

static void
test_activate (void)
{
  Source source = { 0 };
  Opened opened = { 0 };
  TenureChartView *view = view_new (&source);
  GtkWindow *window = widget_test_window (GTK_WIDGET (view), 480, 320);

  g_signal_connect_swapped (view, "mark-activated", G_CALLBACK (mark_activated_cb), &opened);
  g_signal_connect_swapped (view, "record-activated", G_CALLBACK (record_activated_cb), &opened);
  widget_test_wait (paints (view) == 1);

  tenure_chart_view_activate_mark (view, -1);
  g_assert_cmpuint (opened.n_marks + opened.n_records, ==, 0);
  tenure_chart_view_activate_mark (view, 3);
  g_assert_cmpuint (opened.n_marks, ==, 1);
  g_assert_cmpint (opened.mark, ==, 3);
  g_assert_cmpuint (opened.n_records, ==, 1);
  g_assert_cmpint (opened.record, ==, FIRST_RECORD + 3);

  /* A mark that stands for no record. */
  source.first_record = -3;
  tenure_chart_view_invalidate (view);
  tenure_chart_view_get_scene (view);
  tenure_chart_view_activate_mark (view, 3);
  g_assert_cmpuint (opened.n_marks, ==, 2);
  g_assert_cmpuint (opened.n_records, ==, 1);

  widget_test_assert_finalized (window, GTK_WIDGET (view));
}

static void
test_keys (void)
{
  static const struct
  {
    guint key;
    gboolean steps;
    TenureWalk step;
  } cases[] = {
    { GDK_KEY_Right, TRUE, TENURE_WALK_NEXT },   { GDK_KEY_Left, TRUE, TENURE_WALK_PREVIOUS },
    { GDK_KEY_Up, TRUE, TENURE_WALK_UP },        { GDK_KEY_KP_Down, TRUE, TENURE_WALK_DOWN },
    { GDK_KEY_Home, TRUE, TENURE_WALK_FIRST },   { GDK_KEY_KP_End, TRUE, TENURE_WALK_LAST },
    { GDK_KEY_a, FALSE, TENURE_WALK_FIRST },     { GDK_KEY_Tab, FALSE, TENURE_WALK_FIRST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureWalk step = TENURE_WALK_FIRST;

      g_test_message ("row %u", i);
      g_assert_cmpint (tenure_chart_step_for_key (cases[i].key, &step), ==, cases[i].steps);
      if (cases[i].steps)
        g_assert_cmpint (step, ==, cases[i].step);
    }
}

static void
test_grows (void)
{
  Source source = { .tall = 900 };
  TenureChartView *view = view_new (&source);

  g_object_ref_sink (view);
  g_object_set (view, "min-chart-height", 200, NULL);
  g_assert_cmpint (least_height (view, 400), ==, 200);
  g_assert_cmpuint (source.n_made, ==, 0);
  g_object_set (view, "grows", TRUE, NULL);
  g_assert_cmpint (least_height (view, 400), ==, 900);
  g_assert_cmpint (least_height (view, 400), ==, 900);
  g_assert_cmpuint (source.n_made, ==, 1);
  g_object_unref (view);
  g_assert_cmpuint (source.n_freed, ==, 1);
}

static void
test_provider (void)
{
  Source source = { 0 }, other = { .first_record = 7 };
  TenureChartView *view = view_new (&source);
  GtkWindow *window = widget_test_window (GTK_WIDGET (view), 480, 320);

  widget_test_wait (paints (view) == 1);
  tenure_chart_view_set_provider (view, make_bars, &other, source_freed_cb);
  g_assert_cmpuint (source.n_freed, ==, 1);
  g_assert_cmpint (tenure_scene_get_mark (tenure_chart_view_get_scene (view), 0)->record, ==, 7);

  tenure_chart_view_set_provider (view, NULL, NULL, NULL);
  g_assert_cmpuint (other.n_freed, ==, 1);
  g_assert_null (tenure_chart_view_get_scene (view));
  widget_test_assert_finalized (window, GTK_WIDGET (view));
}

static void
test_table (void)
{
  Source source = { .first_record = FIRST_RECORD };
  g_autoptr (TenureScene) scene = NULL;
  TenureChartTheme theme;
  TenureChartTable *table;
  GtkWidget *list;
  Opened opened = { 0 };

  tenure_chart_theme_init (&theme, FALSE, FALSE, 1.0, NULL);
  scene = make_bars (400, 300, &theme, &source);
  table = tenure_chart_table_new (scene, NULL);
  g_signal_connect_swapped (table, "record-activated", G_CALLBACK (record_activated_cb), &opened);
  gtk_window_present (GTK_WINDOW (table));
  widget_test_wait (widget_test_has_label (GTK_WIDGET (table), "Row 3"));
  g_assert_true (widget_test_has_label (GTK_WIDGET (table), "Four bars"));
  g_assert_true (widget_test_has_label (GTK_WIDGET (table), "As of 21 Nov 2026"));
  g_assert_true (widget_test_has_label (GTK_WIDGET (table), "30 agreements"));

  list = widget_test_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW);
  g_assert_nonnull (list);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (GTK_COLUMN_VIEW (list))), ==, 2);
  g_signal_emit_by_name (list, "activate", 2u);
  g_assert_cmpuint (opened.n_records, ==, 1);
  g_assert_cmpint (opened.record, ==, FIRST_RECORD + 2);
  widget_test_assert_finalized (GTK_WINDOW (table), list);
}

int
main (int argc, char **argv)
{
  widget_test_init (&argc, &argv);
  g_test_add_func ("/chart-view/costs", test_costs);
  g_test_add_func ("/chart-view/dark", test_dark);
  g_test_add_func ("/chart-view/text-scale", test_text_scale);
  g_test_add_func ("/chart-view/focus", test_focus);
  g_test_add_func ("/chart-view/accessible", test_accessible);
  g_test_add_func ("/chart-view/activate", test_activate);
  g_test_add_func ("/chart-view/keys", test_keys);
  g_test_add_func ("/chart-view/grows", test_grows);
  g_test_add_func ("/chart-view/provider", test_provider);
  g_test_add_func ("/chart-view/table", test_table);
  return g_test_run ();
}
