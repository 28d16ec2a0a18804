#include "config.h"

#include "chart/theme.h"

#include "base/i18n.h"
#include <math.h>
#include <string.h>

#define TEXT_SCALE_MIN 0.5
#define TEXT_SCALE_MAX 3.0

/* 0xRRGGBB by role, for a light and a dark ground. The lightness (CIE L*) of each family is noted, for that
 * is what a change must keep apart. */
static const guint32 light_roles[TENURE_N_ROLES] = {
  [TENURE_ROLE_GROUND] = 0xffffff,      [TENURE_ROLE_PANEL] = 0xf4f5f7,   [TENURE_ROLE_INK] = 0x1f2328,
  [TENURE_ROLE_INK_SOFT] = 0x5b636c,    [TENURE_ROLE_AXIS] = 0x8a929b,    [TENURE_ROLE_GRID] = 0xe4e7ea,
  [TENURE_ROLE_GRID_STRONG] = 0xc6cbd1, [TENURE_ROLE_ACCENT] = 0x9b1c6b,  [TENURE_ROLE_MEASURE] = 0x1f5a93, /* 37 */
  [TENURE_ROLE_MEASURE_2] = 0x5fa8dc,                                                                       /* 66 */
  [TENURE_ROLE_MEASURE_3] = 0xb9d7ee,                                                                       /* 84 */
  [TENURE_ROLE_GHOST] = 0xd3d9df,       [TENURE_ROLE_UNKNOWN] = 0x77808a, [TENURE_ROLE_RED] = 0xb8400a,     /* 44 */
  [TENURE_ROLE_AMBER] = 0xe69f00,                                                                           /* 71 */
  [TENURE_ROLE_NOTE] = 0x5a92c8,                                                                            /* 58 */
  [TENURE_ROLE_CLEAR] = 0xc0c9d1,                                                                           /* 80 */
  [TENURE_ROLE_CANNOT_TELL] = 0xeceef0,                                                                     /* 94 */
  [TENURE_ROLE_BLOC_VCS] = 0x00a074,                                                                        /* 58 */
  [TENURE_ROLE_BLOC_1] = 0x0a4a80,                                                                          /* 31 */
  [TENURE_ROLE_BLOC_2] = 0xe3ad0a,                                                                          /* 74 */
  [TENURE_ROLE_BLOC_3] = 0x9a4f86,                                                                          /* 45 */
  [TENURE_ROLE_BLOC_4] = 0x42a5dd,                                                                          /* 65 */
  [TENURE_ROLE_BLOC_5] = 0xcf5800,                                                                          /* 52 */
  [TENURE_ROLE_BLOC_6] = 0x4a3728,                                                                          /* 25 */
  [TENURE_ROLE_BLOC_7] = 0xf0e58a,                                                                          /* 90 */
  [TENURE_ROLE_BLOC_8] = 0xefbfca,                                                                          /* 82 */
};

static const guint32 dark_roles[TENURE_N_ROLES] = {
  [TENURE_ROLE_GROUND] = 0x1e1e1e,      [TENURE_ROLE_PANEL] = 0x272829,   [TENURE_ROLE_INK] = 0xf2f3f4,
  [TENURE_ROLE_INK_SOFT] = 0xb0b6bc,    [TENURE_ROLE_AXIS] = 0x7c848c,    [TENURE_ROLE_GRID] = 0x34373a,
  [TENURE_ROLE_GRID_STRONG] = 0x53585d, [TENURE_ROLE_ACCENT] = 0xf29bd0,  [TENURE_ROLE_MEASURE] = 0x6db3ea, /* 70 */
  [TENURE_ROLE_MEASURE_2] = 0x3c77ad,                                                                       /* 48 */
  [TENURE_ROLE_MEASURE_3] = 0x2b4c69,                                                                       /* 31 */
  [TENURE_ROLE_GHOST] = 0x43484d,       [TENURE_ROLE_UNKNOWN] = 0x9aa2aa, [TENURE_ROLE_RED] = 0xff8a5c,     /* 70 */
  [TENURE_ROLE_AMBER] = 0xffc94d,                                                                           /* 84 */
  [TENURE_ROLE_NOTE] = 0x5596d6,                                                                            /* 60 */
  [TENURE_ROLE_CLEAR] = 0x5d6870,                                                                           /* 43 */
  [TENURE_ROLE_CANNOT_TELL] = 0x3a4046,                                                                     /* 27 */
  [TENURE_ROLE_BLOC_VCS] = 0x22bd8e,                                                                        /* 69 */
  [TENURE_ROLE_BLOC_1] = 0x2f6fb5,                                                                          /* 46 */
  [TENURE_ROLE_BLOC_2] = 0xf6c445,                                                                          /* 82 */
  [TENURE_ROLE_BLOC_3] = 0xb36ba0,                                                                          /* 55 */
  [TENURE_ROLE_BLOC_4] = 0x7cc4f0,                                                                          /* 76 */
  [TENURE_ROLE_BLOC_5] = 0xe67a40,                                                                          /* 62 */
  [TENURE_ROLE_BLOC_6] = 0x66533f,                                                                          /* 36 */
  [TENURE_ROLE_BLOC_7] = 0xf7efa8,                                                                          /* 93 */
  [TENURE_ROLE_BLOC_8] = 0xfad0da,                                                                          /* 87 */
};

static const guint32 light_contrast_roles[TENURE_N_ROLES] = {
  [TENURE_ROLE_INK] = 0x000000,     [TENURE_ROLE_INK_SOFT] = 0x2b3036,    [TENURE_ROLE_AXIS] = 0x2b3036,
  [TENURE_ROLE_GRID] = 0xa9b0b7,    [TENURE_ROLE_GRID_STRONG] = 0x6a727a, [TENURE_ROLE_ACCENT] = 0x7a0c50,
  [TENURE_ROLE_UNKNOWN] = 0x3d444b,
};

static const guint32 dark_contrast_roles[TENURE_N_ROLES] = {
  [TENURE_ROLE_GROUND] = 0x0b0b0b, [TENURE_ROLE_INK] = 0xffffff,     [TENURE_ROLE_INK_SOFT] = 0xe2e5e8,
  [TENURE_ROLE_AXIS] = 0xe2e5e8,   [TENURE_ROLE_GRID] = 0x6a7178,    [TENURE_ROLE_GRID_STRONG] = 0x9aa2aa,
  [TENURE_ROLE_ACCENT] = 0xffb8e2, [TENURE_ROLE_UNKNOWN] = 0xd0d5da,
};

static const double type_px[TENURE_N_TYPES] = {
  [TENURE_TYPE_TITLE] = 17, [TENURE_TYPE_TITLE_SMALL] = 14.5, [TENURE_TYPE_SUBTITLE] = 13, [TENURE_TYPE_LABEL] = 13,
  [TENURE_TYPE_VALUE] = 13, [TENURE_TYPE_SMALL] = 11.5,       [TENURE_TYPE_BIG] = 30,
};

static TenureRgba
rgba_from_hex (guint32 hex)
{
  return (TenureRgba){
    ((hex >> 16) & 0xff) / 255.0,
    ((hex >> 8) & 0xff) / 255.0,
    (hex & 0xff) / 255.0,
    1.0,
  };
}

static void
set_colours (TenureChartTheme *theme)
{
  const guint32 *roles = theme->dark ? dark_roles : light_roles;
  const guint32 *contrast = theme->dark ? dark_contrast_roles : light_contrast_roles;

  for (guint i = 0; i < TENURE_N_ROLES; i++)
    theme->roles[i] = rgba_from_hex (theme->high_contrast && contrast[i] != 0 ? contrast[i] : roles[i]);
  if (theme->high_contrast && !theme->dark)
    theme->roles[TENURE_ROLE_INK] = rgba_from_hex (0x000000);
  theme->roles[TENURE_ROLE_NONE].alpha = 0;
}

static void
set_sizes (TenureChartTheme *theme)
{
  for (guint i = 0; i < TENURE_N_TYPES; i++)
    theme->type_px[i] = type_px[i] * theme->text_scale;
  theme->space_px = round (4.5 * theme->text_scale);
  theme->line_px = theme->high_contrast ? 2 : 1;
}

void
tenure_chart_theme_init (
    TenureChartTheme *theme, gboolean dark, gboolean high_contrast, double text_scale, const char *family)
{
  g_return_if_fail (theme != NULL);

  memset (theme, 0, sizeof *theme);
  theme->dark = dark;
  theme->high_contrast = high_contrast;
  theme->headings = TRUE;
  theme->hinted = TRUE;
  theme->text_scale = isfinite (text_scale) ? CLAMP (text_scale, TEXT_SCALE_MIN, TEXT_SCALE_MAX) : 1.0;
  g_strlcpy (theme->family, family != NULL && *family != '\0' ? family : "Sans", sizeof theme->family);
  set_colours (theme);
  set_sizes (theme);
}

void
tenure_chart_theme_init_export (TenureChartTheme *theme, const TenureChartTheme *screen, gboolean keep_dark)
{
  g_return_if_fail (theme != NULL);
  g_return_if_fail (screen != NULL);

  tenure_chart_theme_init (theme, screen->dark && keep_dark, screen->high_contrast, screen->text_scale, screen->family);
  theme->opaque = TRUE;
  theme->hinted = FALSE;
}

TenureChartRole
tenure_chart_level_role (TenureChartLevel level)
{
  switch (level)
    {
    case TENURE_CHART_LEVEL_RED:
      return TENURE_ROLE_RED;
    case TENURE_CHART_LEVEL_AMBER:
      return TENURE_ROLE_AMBER;
    case TENURE_CHART_LEVEL_NOTE:
      return TENURE_ROLE_NOTE;
    case TENURE_CHART_LEVEL_CLEAR:
      return TENURE_ROLE_CLEAR;
    case TENURE_CHART_LEVEL_CANNOT_TELL:
    case TENURE_N_CHART_LEVELS:
    default:
      return TENURE_ROLE_CANNOT_TELL;
    }
}

TenureChartRole
tenure_chart_bloc_role (gboolean is_vcs, guint index)
{
  if (is_vcs)
    return TENURE_ROLE_BLOC_VCS;
  return TENURE_ROLE_BLOC_1 + (TenureChartRole) (index % (TENURE_CHART_MAX_BLOCS - 1));
}

TenureChartPattern
tenure_chart_role_pattern (TenureChartRole role)
{
  static const TenureChartPattern patterns[TENURE_N_ROLES] = {
    [TENURE_ROLE_UNKNOWN] = TENURE_PATTERN_DOTS,      [TENURE_ROLE_CANNOT_TELL] = TENURE_PATTERN_DOTS,
    [TENURE_ROLE_BLOC_1] = TENURE_PATTERN_HATCH,      [TENURE_ROLE_BLOC_2] = TENURE_PATTERN_DOTS,
    [TENURE_ROLE_BLOC_3] = TENURE_PATTERN_HORIZONTAL, [TENURE_ROLE_BLOC_4] = TENURE_PATTERN_CROSS,
    [TENURE_ROLE_BLOC_5] = TENURE_PATTERN_VERTICAL,   [TENURE_ROLE_BLOC_6] = TENURE_PATTERN_BACK_HATCH,
    [TENURE_ROLE_BLOC_7] = TENURE_PATTERN_GRID,       [TENURE_ROLE_BLOC_8] = TENURE_PATTERN_ZIGZAG,
  };

  g_return_val_if_fail (role < TENURE_N_ROLES, TENURE_PATTERN_SOLID);
  return patterns[role];
}

const char *
tenure_chart_level_label (TenureChartLevel level)
{
  switch (level)
    {
    case TENURE_CHART_LEVEL_RED:
      return C_ ("flag level", "Red");
    case TENURE_CHART_LEVEL_AMBER:
      return C_ ("flag level", "Amber");
    case TENURE_CHART_LEVEL_NOTE:
      return C_ ("flag level", "Note");
    case TENURE_CHART_LEVEL_CLEAR:
      return C_ ("flag level", "Clear");
    case TENURE_CHART_LEVEL_CANNOT_TELL:
    case TENURE_N_CHART_LEVELS:
    default:
      return C_ ("flag level", "Cannot tell");
    }
}

/* --- Measuring colours ---------------------------------------------------------------------------------- */

static double
linear_light (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* Relative luminance, 0 … 1. */
static double
luminance (TenureRgba c)
{
  return 0.2126 * linear_light (c.red) + 0.7152 * linear_light (c.green) + 0.0722 * linear_light (c.blue);
}

double
tenure_rgba_lightness (TenureRgba colour)
{
  double y = luminance (colour);

  return y > 216.0 / 24389.0 ? 116 * cbrt (y) - 16 : y * 24389.0 / 27.0;
}

double
tenure_rgba_contrast (TenureRgba a, TenureRgba b)
{
  double ya = luminance (a);
  double yb = luminance (b);

  return (MAX (ya, yb) + 0.05) / (MIN (ya, yb) + 0.05);
}

TenureChartRole
tenure_chart_theme_ink_on (const TenureChartTheme *theme, TenureChartRole role)
{
  TenureRgba fill;

  g_return_val_if_fail (theme != NULL && role < TENURE_N_ROLES, TENURE_ROLE_INK);

  fill = theme->roles[role];
  return tenure_rgba_contrast (theme->roles[TENURE_ROLE_INK], fill)
                 >= tenure_rgba_contrast (theme->roles[TENURE_ROLE_GROUND], fill)
             ? TENURE_ROLE_INK
             : TENURE_ROLE_GROUND;
}
