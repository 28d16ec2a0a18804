#include <string.h>

#include "chart/painter.h"
#include "chart/scene-build.h"
#include "samples.h"

typedef struct
{
  cairo_surface_t *surface;
  int scale;
} Picture;

static TenureChartTheme
plain_theme (void)
{
  TenureChartTheme theme;

  tenure_chart_theme_init (&theme, FALSE, FALSE, 1, "Cantarell");
  return theme;
}

static Picture
paint (const TenureScene *scene, int scale)
{
  Picture picture = { NULL, scale };
  double width, height;
  cairo_t *cr;

  tenure_scene_get_size (scene, &width, &height);
  picture.surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width * scale, (int) height * scale);
  cr = cairo_create (picture.surface);
  cairo_scale (cr, scale, scale);
  tenure_scene_paint (scene, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (picture.surface);
  return picture;
}

/* The pixel at scene position (x, y), as painted. */
static guint32
pixel (const Picture *picture, double x, double y)
{
  const guint8 *data = cairo_image_surface_get_data (picture->surface);
  int stride = cairo_image_surface_get_stride (picture->surface);
  guint32 value;

  memcpy (&value, data + (int) (y * picture->scale) * stride + (int) (x * picture->scale) * 4, sizeof value);
  return value;
}

static guint32
role_pixel (const TenureScene *scene, TenureChartRole role)
{
  TenureRgba colour = tenure_scene_get_theme (scene)->roles[role];

  return 0xff000000u | (guint32) (colour.red * 255 + 0.5) << 16 | (guint32) (colour.green * 255 + 0.5) << 8 |
         (guint32) (colour.blue * 255 + 0.5);
}

static void
test_fill_and_layers (void)
{
  TenureChartTheme theme = plain_theme ();
  g_autoptr (TenureScene) scene = tenure_scene_new (60, 40, &theme);
  Picture picture;

  tenure_scene_add_rect (scene, TENURE_LAYER_FRONT, 20, 10, 10, 10, TENURE_ROLE_AMBER);
  tenure_scene_add_rect (scene, TENURE_LAYER_DATA, 10, 10, 40, 20, TENURE_ROLE_RED);
  tenure_scene_finish (scene);
  picture = paint (scene, 1);
  g_assert_cmphex (pixel (&picture, 12, 12), ==, role_pixel (scene, TENURE_ROLE_RED));
  g_assert_cmphex (pixel (&picture, 25, 15), ==, role_pixel (scene, TENURE_ROLE_AMBER));
  g_assert_cmphex (pixel (&picture, 5, 5), ==, 0); /* the window shows through */
  cairo_surface_destroy (picture.surface);
}

static void
test_opaque (void)
{
  TenureChartTheme theme = plain_theme ();
  g_autoptr (TenureScene) scene = NULL;
  Picture picture;

  theme.opaque = TRUE;
  scene = tenure_scene_finish (tenure_scene_new (20, 20, &theme));
  picture = paint (scene, 1);
  g_assert_cmphex (pixel (&picture, 10, 10), ==, 0xffffffff);
  cairo_surface_destroy (picture.surface);
}

/* Pixels of an area that are not its most frequent colour. */
static double
texture (const Picture *picture, double x, double y, double size)
{
  guint differing = 0, n = 0;
  guint32 first = pixel (picture, x, y);

  for (double dy = 0; dy < size; dy += 1.0 / picture->scale)
    for (double dx = 0; dx < size; dx += 1.0 / picture->scale, n++)
      differing += pixel (picture, x + dx, y + dy) != first;
  return (double) differing / n;
}

/* Patterns can be told from a solid fill and from each other at one and two pixels per pixel, as tiles and,
 * at a scale that is not whole, as strokes. */
static void
test_patterns (void)
{
  TenureChartTheme theme = plain_theme ();

  for (int scale = 1; scale <= 2; scale++)
    {
      g_autoptr (TenureScene) scene = tenure_scene_new (30 * TENURE_N_PATTERNS, 30, &theme);
      g_autofree guint32 *rows = g_new (guint32, TENURE_N_PATTERNS * 24 * 24);
      Picture picture;

      for (guint i = 0; i < TENURE_N_PATTERNS; i++)
        tenure_scene_add_rect (scene, TENURE_LAYER_DATA, 30 * i, 0, 24, 24, TENURE_ROLE_MEASURE)->pattern = i;
      tenure_scene_finish (scene);
      picture = paint (scene, scale);
      g_assert_cmpfloat (texture (&picture, 0, 0, 24), ==, 0);
      for (guint i = 1; i < TENURE_N_PATTERNS; i++)
        {
          g_assert_cmpfloat (texture (&picture, 30 * i, 0, 24), >, 0.1);
          for (guint k = 0; k < 24 * 24; k++)
            rows[i * 24 * 24 + k] = pixel (&picture, 30 * i + k % 24, k / 24);
          for (guint k = 1; k < i; k++)
            g_assert_cmpint (memcmp (rows + i * 24 * 24, rows + k * 24 * 24, 24 * 24 * sizeof *rows), !=, 0);
        }
      cairo_surface_destroy (picture.surface);
    }
}

static void
test_open_pattern (void)
{
  TenureChartTheme theme = plain_theme ();
  g_autoptr (TenureScene) scene = tenure_scene_new (60, 60, &theme);
  TenureShape *shape = tenure_scene_add_rect (scene, TENURE_LAYER_DATA, 0, 0, 60, 60, TENURE_ROLE_RED);
  Picture picture;
  guint clear = 0;

  shape->pattern = TENURE_PATTERN_HATCH;
  shape->open = TRUE;
  tenure_scene_finish (scene);
  picture = paint (scene, 1);
  for (guint x = 0; x < 60; x++)
    clear += pixel (&picture, x, 30) == 0;
  /* Lines with the ground between them. */
  g_assert_cmpuint (clear, >, 10);
  g_assert_cmpuint (clear, <, 50);
  cairo_surface_destroy (picture.surface);
}

static void
test_clip (void)
{
  TenureChartTheme theme = plain_theme ();
  g_autoptr (TenureScene) scene = tenure_scene_new (60, 60, &theme);
  Picture picture;

  tenure_scene_begin_clip (scene, 0, 20, 60, 20);
  tenure_scene_add_rect (scene, TENURE_LAYER_DATA, 10, 0, 10, 60, TENURE_ROLE_RED);
  tenure_scene_end_clip (scene);
  tenure_scene_add_rect (scene, TENURE_LAYER_DATA, 30, 0, 10, 60, TENURE_ROLE_RED);
  tenure_scene_finish (scene);
  picture = paint (scene, 1);
  g_assert_cmphex (pixel (&picture, 15, 10), ==, 0);
  g_assert_cmphex (pixel (&picture, 15, 30), !=, 0);
  g_assert_cmphex (pixel (&picture, 35, 10), !=, 0);
  cairo_surface_destroy (picture.surface);
}

static guint
ink_in (const Picture *picture, double x, double y, double width, double height)
{
  guint n = 0;

  for (double py = y; py < y + height; py++)
    for (double px = x; px < x + width; px++)
      n += pixel (picture, px, py) >> 24 > 40;
  return n;
}

/* Words are painted inside their box, shortened ones too. */
static void
test_text (void)
{
  TenureChartTheme theme = plain_theme ();
  g_autoptr (TenureScene) scene = tenure_scene_new (200, 60, &theme);
  TenureTextStyle style = { TENURE_TYPE_LABEL, TENURE_ROLE_INK, 0, 0, 0, FALSE };
  TenureShape whole, cut;
  Picture picture;

  whole = *tenure_scene_add_text (scene, TENURE_LAYER_TEXT, 10, 5, "Befriending", &style);
  style.max_px = 45;
  cut = *tenure_scene_add_text (scene, TENURE_LAYER_TEXT, 10, 35, "Befriending", &style);
  tenure_scene_finish (scene);
  picture = paint (scene, 1);
  g_assert_cmpuint (ink_in (&picture, whole.x, whole.y, whole.width, whole.height), >, 80);
  g_assert_cmpuint (ink_in (&picture, whole.x + whole.width + 2, whole.y, 60, whole.height), ==, 0);
  g_assert_cmpuint (ink_in (&picture, cut.x, cut.y, cut.width, cut.height), >, 30);
  g_assert_cmpuint (ink_in (&picture, cut.x + cut.width + 2, cut.y, 60, cut.height), ==, 0);
  cairo_surface_destroy (picture.surface);
}

/* The caches hold glyphs, not pictures: the second painting is the same as the first, and so is one after
 * they were dropped, and one whose typesets outlived the cache. */
static void
test_repeatable (void)
{
  TenureChartTheme theme = plain_theme ();
  TenureChartTheme other;
  g_autoptr (TenureScene) scene = tenure_chart_term_bands (&sample_term_bands, 500, 300, &theme);
  g_autoptr (TenureScene) elsewhere = NULL;
  Picture first = paint (scene, 1), second;
  gsize size = (gsize) cairo_image_surface_get_stride (first.surface) *
               (gsize) cairo_image_surface_get_height (first.surface);

  tenure_chart_theme_init (&other, TRUE, FALSE, 2, NULL);
  elsewhere = tenure_chart_term_bands (&sample_term_bands, 500, 300, &other);
  tenure_painter_drop_caches ();
  second = paint (scene, 1);
  g_assert_cmpint (memcmp (cairo_image_surface_get_data (first.surface),
                           cairo_image_surface_get_data (second.surface), size),
                   ==, 0);
  cairo_surface_destroy (first.surface);
  cairo_surface_destroy (second.surface);
}

static void
test_ring (void)
{
  TenureChartTheme theme = plain_theme ();
  g_autoptr (TenureScene) scene = tenure_scene_new (100, 60, &theme);
  TenureMark mark = TENURE_MARK_INIT;
  cairo_rectangle_t area;
  Picture picture;
  cairo_t *cr;

  mark.label = "bar";
  mark.x = 30;
  mark.y = 20;
  mark.width = 40;
  mark.height = 20;
  tenure_scene_add_mark (scene, &mark, NULL, 0);
  tenure_scene_finish (scene);
  picture = paint (scene, 1);
  g_assert_true (tenure_scene_get_ring_area (scene, 0, &area));
  g_assert_false (tenure_scene_get_ring_area (scene, 1, &area));
  g_assert_false (tenure_scene_get_ring_area (scene, -1, &area));
  cr = cairo_create (picture.surface);
  tenure_scene_paint_ring (scene, cr, -1, TENURE_RING_FOCUS);
  g_assert_cmpuint (ink_in (&picture, 0, 0, 100, 60), ==, 0);
  for (TenureRing ring = TENURE_RING_HOVER; ring <= TENURE_RING_FOCUS; ring++)
    {
      tenure_scene_paint_ring (scene, cr, 0, ring);
      cairo_surface_flush (picture.surface);
      g_assert_cmpuint (ink_in (&picture, area.x, area.y, area.width, area.height), >, 80);
      /* Nothing outside the area that is said to be touched. */
      g_assert_cmpuint (ink_in (&picture, 0, 0, 100, area.y - 1), ==, 0);
      g_assert_cmpuint (ink_in (&picture, 0, 0, area.x - 1, 60), ==, 0);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (picture.surface);
}

/* The density picture is covered where bars are and nowhere else. */
static void
test_density (void)
{
  g_autofree TenureTimelineBar *bars = g_new0 (TenureTimelineBar, 4000);
  TenureTimelineData data = { .bars = bars, .n_bars = 4000, .year_start_month = 4 };
  TenureTimelineFrame frame = { .width = 700, .height = 400, .as_of = TENURE_DAY_NONE };
  TenureTimelineView view;
  g_autoptr (TenureTimelineIndex) index = NULL;
  g_autoptr (TenureScene) scene = NULL;
  TenureChartTheme theme = plain_theme ();
  Picture picture;

  theme.headings = FALSE;
  /* The upper half of the rows runs for 100 days, the lower for 200, half of those red. */
  for (guint i = 0; i < 4000; i++)
    bars[i] = (TenureTimelineBar){
      .record = 1 + i,
      .first = 20000,
      .last = i < 2000 ? 20099 : 20199,
      .max_last = TENURE_DAY_NONE,
      .decision = TENURE_DAY_NONE,
      .notice = TENURE_DAY_NONE,
      .predecessor = -1,
      .lead = -1,
      .level = i % 2 == 0 ? TENURE_CHART_LEVEL_RED : TENURE_CHART_LEVEL_CLEAR,
    };
  index = tenure_timeline_index_new (&data);
  tenure_timeline_view_fit (&view, index, &frame, &theme);
  scene = tenure_chart_timeline (index, &view, &frame, &theme);
  picture = paint (scene, 1);
  {
    double left = (20000 - view.first_day) * view.px_per_day;
    double short_end = left + 100 * view.px_per_day;
    double long_end = left + 200 * view.px_per_day;

    g_assert_cmphex (pixel (&picture, short_end - 3, 120) >> 24, >, 200);
    g_assert_cmphex (pixel (&picture, short_end + 3, 120), ==, 0);
    g_assert_cmphex (pixel (&picture, short_end + 3, 380) >> 24, >, 200);
    g_assert_cmphex (pixel (&picture, long_end - 3, 380) >> 24, >, 200);
    if (long_end + 3 < 700)
      g_assert_cmphex (pixel (&picture, long_end + 3, 380), ==, 0);
  }
  cairo_surface_destroy (picture.surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/painter/fill-and-layers", test_fill_and_layers);
  g_test_add_func ("/painter/opaque", test_opaque);
  g_test_add_func ("/painter/patterns", test_patterns);
  g_test_add_func ("/painter/open-pattern", test_open_pattern);
  g_test_add_func ("/painter/clip", test_clip);
  g_test_add_func ("/painter/text", test_text);
  g_test_add_func ("/painter/repeatable", test_repeatable);
  g_test_add_func ("/painter/ring", test_ring);
  g_test_add_func ("/painter/density", test_density);
  return g_test_run ();
}
