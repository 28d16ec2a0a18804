#include <math.h>

#include "chart/theme.h"

typedef struct
{
  const char *name;
  gboolean dark, high_contrast;
} Variant;

static const Variant variants[] = {
  { "light", FALSE, FALSE },
  { "dark", TRUE, FALSE },
  { "light, high contrast", FALSE, TRUE },
  { "dark, high contrast", TRUE, TRUE },
};

static const TenureChartRole levels[] = { TENURE_ROLE_RED, TENURE_ROLE_AMBER, TENURE_ROLE_NOTE,
                                          TENURE_ROLE_CLEAR, TENURE_ROLE_CANNOT_TELL };
static const TenureChartRole blocs[] = { TENURE_ROLE_BLOC_VCS, TENURE_ROLE_BLOC_1, TENURE_ROLE_BLOC_2,
                                         TENURE_ROLE_BLOC_3,   TENURE_ROLE_BLOC_4, TENURE_ROLE_BLOC_5,
                                         TENURE_ROLE_BLOC_6,   TENURE_ROLE_BLOC_7, TENURE_ROLE_BLOC_8 };
static const TenureChartRole measures[] = { TENURE_ROLE_MEASURE, TENURE_ROLE_MEASURE_2,
                                            TENURE_ROLE_MEASURE_3 };

static void
check_family (const Variant *variant, const TenureChartRole *family, guint n)
{
  TenureChartTheme theme;

  tenure_chart_theme_init (&theme, variant->dark, variant->high_contrast, 1, NULL);
  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      {
        double gap = fabs (tenure_rgba_lightness (theme.roles[family[i]]) -
                           tenure_rgba_lightness (theme.roles[family[k]]));

        if (gap < TENURE_THEME_MIN_LIGHTNESS_GAP)
          g_error ("%s: roles %u and %u are only %.1f apart in grey", variant->name, family[i], family[k],
                   gap);
      }
}

/* Whatever the colour vision, and in greyscale: no two of a family have the same lightness. */
static void
test_lightness (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      check_family (&variants[i], levels, G_N_ELEMENTS (levels));
      check_family (&variants[i], blocs, G_N_ELEMENTS (blocs));
      check_family (&variants[i], measures, G_N_ELEMENTS (measures));
    }
}

/* Colour is never alone: every bloc has a pattern of its own. */
static void
test_patterns (void)
{
  G_STATIC_ASSERT (G_N_ELEMENTS (blocs) == TENURE_CHART_MAX_BLOCS);
  for (guint i = 0; i < G_N_ELEMENTS (blocs); i++)
    for (guint k = i + 1; k < G_N_ELEMENTS (blocs); k++)
      g_assert_cmpint (tenure_chart_role_pattern (blocs[i]), !=, tenure_chart_role_pattern (blocs[k]));
  g_assert_cmpint (tenure_chart_role_pattern (TENURE_ROLE_UNKNOWN), ==, TENURE_PATTERN_DOTS);
  g_assert_cmpint (tenure_chart_role_pattern (TENURE_ROLE_INK), ==, TENURE_PATTERN_SOLID);
}

static void
test_contrast (void)
{
  static const TenureChartRole texts[] = { TENURE_ROLE_INK, TENURE_ROLE_INK_SOFT, TENURE_ROLE_ACCENT };
  static const TenureChartRole grounds[] = { TENURE_ROLE_GROUND, TENURE_ROLE_PANEL };

  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      TenureChartTheme theme;

      tenure_chart_theme_init (&theme, variants[i].dark, variants[i].high_contrast, 1, NULL);
      for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
        for (guint g = 0; g < G_N_ELEMENTS (grounds); g++)
          g_assert_cmpfloat (tenure_rgba_contrast (theme.roles[texts[t]], theme.roles[grounds[g]]), >=,
                             variants[i].high_contrast ? 7.0 : 4.5);
      /* Words inside bars. */
      for (guint level = 0; level < G_N_ELEMENTS (levels); level++)
        g_assert_cmpfloat (
            tenure_rgba_contrast (theme.roles[tenure_chart_theme_ink_on (&theme, levels[level])],
                                  theme.roles[levels[level]]),
            >=, 4.5);
    }
}

static void
test_measuring (void)
{
  TenureRgba white = { 1, 1, 1, 1 }, black = { 0, 0, 0, 1 }, grey = { 0.5, 0.5, 0.5, 1 };

  g_assert_cmpfloat_with_epsilon (tenure_rgba_contrast (white, black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (tenure_rgba_contrast (grey, grey), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (tenure_rgba_lightness (white), 100, 1e-6);
  g_assert_cmpfloat_with_epsilon (tenure_rgba_lightness (black), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (tenure_rgba_lightness (grey), 53.39, 0.01);
}

static void
test_sizes (void)
{
  TenureChartTheme theme, twice, export;

  tenure_chart_theme_init (&theme, FALSE, FALSE, 1, "Cantarell");
  tenure_chart_theme_init (&twice, TRUE, FALSE, 2, "");
  for (guint i = 0; i < TENURE_N_TYPES; i++)
    g_assert_cmpfloat_with_epsilon (twice.type_px[i], 2 * theme.type_px[i], 1e-9);
  g_assert_cmpstr (theme.family, ==, "Cantarell");
  g_assert_cmpstr (twice.family, ==, "Sans");
  tenure_chart_theme_init (&theme, FALSE, FALSE, NAN, NULL);
  g_assert_cmpfloat (theme.text_scale, ==, 1);
  tenure_chart_theme_init (&theme, FALSE, FALSE, 1000, NULL);
  g_assert_cmpfloat (theme.text_scale, ==, 3);
  tenure_chart_theme_init_export (&export, &twice, FALSE);
  g_assert_true (export.opaque && export.headings && !export.hinted && !export.dark);
  g_assert_cmpfloat (export.text_scale, ==, 2);
  tenure_chart_theme_init_export (&export, &twice, TRUE);
  g_assert_true (export.dark);
}

static void
test_roles (void)
{
  g_assert_cmpint (tenure_chart_bloc_role (TRUE, 3), ==, TENURE_ROLE_BLOC_VCS);
  g_assert_cmpint (tenure_chart_bloc_role (FALSE, 0), ==, TENURE_ROLE_BLOC_1);
  g_assert_cmpint (tenure_chart_bloc_role (FALSE, 7), ==, TENURE_ROLE_BLOC_8);
  g_assert_cmpint (tenure_chart_bloc_role (FALSE, 8), ==, TENURE_ROLE_BLOC_1);
  for (guint i = 0; i < TENURE_N_CHART_LEVELS; i++)
    for (guint k = i + 1; k < TENURE_N_CHART_LEVELS; k++)
      {
        g_assert_cmpint (tenure_chart_level_role (i), !=, tenure_chart_level_role (k));
        g_assert_cmpstr (tenure_chart_level_label (i), !=, tenure_chart_level_label (k));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theme/lightness", test_lightness);
  g_test_add_func ("/theme/patterns", test_patterns);
  g_test_add_func ("/theme/contrast", test_contrast);
  g_test_add_func ("/theme/measuring", test_measuring);
  g_test_add_func ("/theme/sizes", test_sizes);
  g_test_add_func ("/theme/roles", test_roles);
  return g_test_run ();
}
