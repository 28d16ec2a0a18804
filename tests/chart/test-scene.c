#include <math.h>
#include <string.h>

#include "chart/scene-build.h"

static TenureScene *
new_scene (double width, double height)
{
  TenureChartTheme theme;

  tenure_chart_theme_init (&theme, FALSE, FALSE, 1, "Cantarell");
  return tenure_scene_new (width, height, &theme);
}

static TenureScene *
random_scene (GRand *rand, guint n)
{
  TenureScene *scene = new_scene (800, 600);

  for (guint i = 0; i < n; i++)
    {
      TenureMark mark = TENURE_MARK_INIT;

      mark.label = "mark";
      mark.record = 1 + i;
      mark.group = g_rand_int_range (rand, 0, 9);
      mark.x = g_rand_double_range (rand, -20, 800);
      mark.y = g_rand_double_range (rand, -20, 600);
      mark.width = g_rand_double_range (rand, 0, g_rand_boolean (rand) ? 12 : 300);
      mark.height = g_rand_double_range (rand, 0, g_rand_boolean (rand) ? 12 : 200);
      tenure_scene_add_mark (scene, &mark, NULL, 0);
    }
  return tenure_scene_finish (scene);
}

/* What the header promises, the slow obvious way. */
static int
hit_slowly (TenureScene *scene, double x, double y, double reach)
{
  int inside = -1, nearest = -1;
  double best = reach;

  for (guint i = 0; i < tenure_scene_get_n_marks (scene); i++)
    {
      const TenureMark *mark = tenure_scene_get_mark (scene, i);
      double dx = MAX (MAX (mark->x - x, x - (mark->x + mark->width)), 0);
      double dy = MAX (MAX (mark->y - y, y - (mark->y + mark->height)), 0);

      if (x >= mark->x && x < mark->x + mark->width && y >= mark->y && y < mark->y + mark->height)
        inside = (int) i;
      else if (hypot (dx, dy) < best || (hypot (dx, dy) <= best && nearest < 0))
        {
          best = hypot (dx, dy);
          nearest = (int) i;
        }
    }
  return inside >= 0 ? inside : nearest;
}

static void
test_hit_random (void)
{
  static const guint sizes[] = { 0, 1, 2, 40, 900 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (TenureScene) scene = random_scene (rand, sizes[s]);

      for (guint i = 0; i < 3000; i++)
        {
          double x = g_rand_double_range (rand, -60, 860);
          double y = g_rand_double_range (rand, -60, 660);
          double reach = g_rand_int_range (rand, 0, 3) * 10;

          g_assert_cmpint (tenure_scene_hit (scene, x, y, reach), ==, hit_slowly (scene, x, y, reach));
        }
      g_assert_cmpint (tenure_scene_hit (scene, NAN, 3, 5), ==, -1);
    }
}

static void
test_walk_visits_all (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (TenureScene) scene = random_scene (rand, 300);
  gboolean seen[300] = { FALSE };
  int mark = tenure_scene_walk (scene, -1, TENURE_WALK_NEXT);

  for (guint i = 0; i < 300; i++)
    {
      int next = tenure_scene_walk (scene, mark, TENURE_WALK_NEXT);

      g_assert_false (seen[mark]);
      seen[mark] = TRUE;
      g_assert_cmpint (tenure_scene_walk (scene, next, TENURE_WALK_PREVIOUS), ==,
                       i < 299 ? mark : tenure_scene_walk (scene, mark, TENURE_WALK_PREVIOUS));
      if (i < 299)
        g_assert_cmpint (tenure_scene_get_mark (scene, (guint) next)->group, >=,
                         tenure_scene_get_mark (scene, (guint) mark)->group);
      mark = next;
    }
  g_assert_cmpint (mark, ==, tenure_scene_walk (scene, -1, TENURE_WALK_LAST));
  g_assert_cmpint (tenure_scene_walk (scene, mark, TENURE_WALK_FIRST), ==,
                   tenure_scene_walk (scene, -1, TENURE_WALK_UP));
}

static guint
add_cell (TenureScene *scene, gint32 group, gint32 row, gint32 column, double x, double y, gint64 amount)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, amount);
  TenureMark mark = TENURE_MARK_INIT;

  mark.label = "cell";
  mark.value = value;
  mark.amount = amount;
  mark.group = group;
  mark.row = row;
  mark.column = column;
  mark.x = x;
  mark.y = y;
  mark.width = mark.height = 10;
  return tenure_scene_add_mark (scene, &mark, NULL, 0);
}

/* Up and down keep the row of the table where groups are columns, and the column where groups are rows. */
static void
test_walk_kin (void)
{
  g_autoptr (TenureScene) scene = new_scene (400, 400);
  guint a0 = add_cell (scene, 0, 0, 0, 0, 0, 1);
  guint a1 = add_cell (scene, 0, 1, 0, 0, 300, 2);
  guint b0 = add_cell (scene, 3, 0, 1, 300, 290, 3);
  guint b1 = add_cell (scene, 3, 1, 1, 300, 10, 4);

  tenure_scene_finish (scene);
  g_assert_cmpint (tenure_scene_walk (scene, (int) a0, TENURE_WALK_DOWN), ==, (int) b0);
  g_assert_cmpint (tenure_scene_walk (scene, (int) a1, TENURE_WALK_DOWN), ==, (int) b1);
  g_assert_cmpint (tenure_scene_walk (scene, (int) b1, TENURE_WALK_UP), ==, (int) a1);
  g_assert_cmpint (tenure_scene_walk (scene, (int) b0, TENURE_WALK_DOWN), ==, (int) b0);
  g_assert_cmpint (tenure_scene_walk (scene, (int) a0, TENURE_WALK_UP), ==, (int) a0);
}

static void
test_empty (void)
{
  g_autoptr (TenureScene) scene = tenure_scene_finish (new_scene (-5, NAN));
  g_autoptr (TenureSceneTable) table = tenure_scene_dup_table (scene);
  g_autofree char *text = tenure_scene_dup_accessible_text (scene);
  double width, height;

  tenure_scene_get_size (scene, &width, &height);
  g_assert_cmpfloat (width, >=, 1);
  g_assert_cmpfloat (height, >=, 1);
  g_assert_cmpint (tenure_scene_walk (scene, -1, TENURE_WALK_NEXT), ==, -1);
  g_assert_cmpint (tenure_scene_hit (scene, 0, 0, 100), ==, -1);
  g_assert_cmpint (tenure_scene_find_record (scene, 5), ==, -1);
  g_assert_cmpuint (table->n_rows, ==, 0);
  g_assert_cmpstr (text, ==, "");
}

static void
test_words (void)
{
  g_autoptr (TenureScene) scene = new_scene (100, 100);
  g_autoptr (TenureSceneTable) table = NULL;
  g_autofree char *spoken = NULL;
  g_autofree char *copied = NULL;
  g_autofree char *mark_text = NULL;
  TenureMark mark = TENURE_MARK_INIT;

  tenure_scene_set_title (scene, "Most money ends in March");
  tenure_scene_set_subtitle (scene, "Annual value ending.");
  tenure_scene_set_summary (scene, "Three months are shown");
  tenure_scene_set_footnote (scene, "As of today");
  tenure_scene_set_table_corner (scene, "Month");
  tenure_scene_add_column (scene, "Value", TRUE);
  tenure_scene_add_column (scene, "Note", FALSE);
  tenure_scene_add_row (scene, "March", 9);
  tenure_scene_add_row (scene, "April\tor later", TENURE_ID_NONE);
  mark.label = "March";
  mark.series = "Secured";
  mark.value = "£5 a year";
  mark.cell = "£5";
  mark.row = mark.column = 0;
  tenure_scene_add_mark (scene, &mark, NULL, 0);
  tenure_scene_set_cell (scene, 1, 1, "line\nbreak");
  tenure_scene_set_cell (scene, 7, 7, "nowhere");
  tenure_scene_finish (scene);
  spoken = tenure_scene_dup_accessible_text (scene);
  g_assert_cmpstr (spoken, ==,
                   "Most money ends in March. Annual value ending. Three months are shown. As of today.");
  mark_text = tenure_scene_dup_mark_text (scene, 0);
  g_assert_cmpstr (mark_text, ==, "Secured, March: £5 a year");
  copied = tenure_scene_dup_text (scene);
  g_assert_cmpstr (
      copied, ==,
      "Most money ends in March\nAnnual value ending.\nMonth\tValue\tNote\nMarch\t£5\t\nApril or "
      "later\t\tline break\nAs of today\n");
  table = tenure_scene_dup_table (scene);
  g_assert_cmpint (table->row_records[0], ==, 9);
  g_assert_true (table->column_numeric[0]);
}

static void
test_records (void)
{
  static const TenureId several[] = { 11, 12, 13 };
  g_autoptr (TenureScene) scene = new_scene (100, 100);
  TenureMark mark = TENURE_MARK_INIT;

  mark.label = "several";
  tenure_scene_add_mark (scene, &mark, several, 3);
  mark.record = 12;
  tenure_scene_add_mark (scene, &mark, NULL, 0);
  mark.record = TENURE_ID_NONE;
  tenure_scene_add_mark (scene, &mark, several, 1);
  tenure_scene_finish (scene);
  g_assert_cmpint (tenure_scene_find_record (scene, 13), ==, 0);
  g_assert_cmpint (tenure_scene_find_record (scene, 12), ==, 1); /* alone wins */
  g_assert_cmpint (tenure_scene_find_record (scene, 11), ==, 2); /* a mark for one record is that record's */
  g_assert_cmpint (tenure_scene_get_records (scene, tenure_scene_get_mark (scene, 0))[2], ==, 13);
}

static void
test_text (void)
{
  g_autoptr (TenureScene) scene = new_scene (300, 100);
  TenureTextStyle style = { TENURE_TYPE_LABEL, TENURE_ROLE_INK, 0, 0, 0, FALSE };
  TenureShape *shape = tenure_scene_add_text (scene, TENURE_LAYER_TEXT, 10, 10, "Befriending", &style);
  double full = shape->width;

  g_assert_cmpfloat (full, >, 20);
  g_assert_cmpfloat (full, ==, tenure_scene_text_width (scene, TENURE_TYPE_LABEL, "Befriending"));
  style.max_px = 40;
  shape = tenure_scene_add_text (scene, TENURE_LAYER_TEXT, 10, 30, "Befriending", &style);
  g_assert_cmpfloat (shape->width, <=, 40);
  g_assert_cmpstr (shape->text, ==, "Befriending");
  /* Arabic is shortened by the text engine, and fits as well. */
  shape = tenure_scene_add_text (scene, TENURE_LAYER_TEXT, 10, 50, "خدمات دعم المجتمع المحلي", &style);
  g_assert_cmpfloat (shape->width, <=, 40);
  style.max_px = 4;
  g_assert_null (tenure_scene_add_text (scene, TENURE_LAYER_TEXT, 10, 30, "Befriending", &style));
  g_assert_null (tenure_scene_add_text (scene, TENURE_LAYER_TEXT, 10, 30, "", &style));
  style = (TenureTextStyle){ TENURE_TYPE_LABEL, TENURE_ROLE_INK, 1, 0.5, 0, FALSE };
  shape = tenure_scene_add_text (scene, TENURE_LAYER_TEXT, 290, 50, "Befriending", &style);
  g_assert_cmpfloat_with_epsilon (shape->x + shape->width, 290, 1);
  g_assert_cmpfloat_with_epsilon (shape->y + shape->height / 2, 50, 1);
  style = (TenureTextStyle){ TENURE_TYPE_LABEL, TENURE_ROLE_INK, 0, 0, 60, TRUE };
  shape = tenure_scene_add_text (scene, TENURE_LAYER_TEXT, 0, 0, "several words on several lines", &style);
  g_assert_cmpfloat (shape->height, >, 2 * tenure_scene_line_height (scene, TENURE_TYPE_LABEL) - 1);
  tenure_scene_finish (scene);
}

/* Hostile names: broken UTF-8, a megabyte, control characters. */
static void
test_hostile_text (void)
{
  g_autoptr (TenureScene) scene = new_scene (300, 100);
  g_autofree char *huge = g_strnfill (1 << 20, 'x');
  static const char *const names[] = { "\xff\xfe broken", "a\nb\tc\x01",
                                       "\u202e reversed" };
  TenureTextStyle style = { TENURE_TYPE_SMALL, TENURE_ROLE_INK, 0, 0, 120, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      TenureShape *shape = tenure_scene_add_text (scene, TENURE_LAYER_TEXT, 0, 0, names[i], &style);

      g_assert_cmpfloat (shape->width, <=, 120);
      g_assert_cmpfloat (shape->height, <, 40);
    }
  g_assert_nonnull (tenure_scene_add_text (scene, TENURE_LAYER_TEXT, 0, 0, huge, &style));
  tenure_scene_finish (scene);
}

static void
test_layers_and_clip (void)
{
  g_autoptr (TenureScene) scene = new_scene (300, 100);
  const TenureShape *shapes;
  double x, y, width, height;
  TenureMark mark = TENURE_MARK_INIT;
  guint n, i;

  tenure_scene_add_rect (scene, TENURE_LAYER_TOP, 0, 0, 1, 1, TENURE_ROLE_INK);
  tenure_scene_begin_clip (scene, 50, 20, 100, 60);
  tenure_scene_add_rect (scene, TENURE_LAYER_GROUND, 0, 0, 2, 2, TENURE_ROLE_INK);
  mark.x = 0;
  mark.y = 0;
  mark.width = 70;
  mark.height = 500;
  i = tenure_scene_add_mark (scene, &mark, NULL, 0);
  tenure_scene_end_clip (scene);
  tenure_scene_add_rect (scene, TENURE_LAYER_DATA, 0, 0, 3, 3, TENURE_ROLE_INK);
  tenure_scene_finish (scene);
  shapes = tenure_scene_get_shapes (scene, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpfloat (shapes[0].width, ==, 2);
  g_assert_cmpfloat (shapes[1].width, ==, 3);
  g_assert_cmpfloat (shapes[2].width, ==, 1);
  g_assert_true (shapes[0].clipped && !shapes[1].clipped);
  g_assert_true (tenure_scene_get_clip (scene, &x, &y, &width, &height));
  g_assert_cmpfloat (tenure_scene_get_mark (scene, i)->x, ==, 50);
  g_assert_cmpfloat (tenure_scene_get_mark (scene, i)->width, ==, 20);
  g_assert_cmpfloat (tenure_scene_get_mark (scene, i)->height, ==, 60);
}

/* Flag levels differ in shape, so that colour is not needed to tell them apart. */
static void
test_level_glyphs (void)
{
  static const struct
  {
    TenureChartLevel level;
    guint shapes;
    TenureShapeKind kind;
    guint points;
  } cases[] = {
    { TENURE_CHART_LEVEL_CLEAR, 0, 0, 0 },
    { TENURE_CHART_LEVEL_RED, 1, TENURE_SHAPE_POLYGON, 4 },
    { TENURE_CHART_LEVEL_AMBER, 1, TENURE_SHAPE_POLYGON, 3 },
    { TENURE_CHART_LEVEL_NOTE, 1, TENURE_SHAPE_CIRCLE, 0 },
    { TENURE_CHART_LEVEL_CANNOT_TELL, 1, TENURE_SHAPE_RECT, 0 },
  };

  g_assert_cmpuint (G_N_ELEMENTS (cases), ==, TENURE_N_CHART_LEVELS);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureScene) scene = new_scene (40, 40);
      const TenureShape *shapes;
      guint n;

      tenure_scene_add_level_glyph (scene, TENURE_LAYER_FRONT, 20, 20, 10, cases[i].level, TENURE_ROLE_INK);
      tenure_scene_finish (scene);
      shapes = tenure_scene_get_shapes (scene, &n);
      g_assert_cmpuint (n, ==, cases[i].shapes);
      if (n == 0)
        continue;
      g_assert_cmpint (shapes[0].kind, ==, cases[i].kind);
      g_assert_cmpuint (shapes[0].n_points, ==, cases[i].points);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/hit-random", test_hit_random);
  g_test_add_func ("/scene/walk-visits-all", test_walk_visits_all);
  g_test_add_func ("/scene/walk-kin", test_walk_kin);
  g_test_add_func ("/scene/empty", test_empty);
  g_test_add_func ("/scene/words", test_words);
  g_test_add_func ("/scene/records", test_records);
  g_test_add_func ("/scene/text", test_text);
  g_test_add_func ("/scene/hostile-text", test_hostile_text);
  g_test_add_func ("/scene/layers-and-clip", test_layers_and_clip);
  g_test_add_func ("/scene/level-glyphs", test_level_glyphs);
  return g_test_run ();
}
