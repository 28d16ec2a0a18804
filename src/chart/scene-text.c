#include "config.h"

#include <math.h>

#include "chart/scene-private.h"

/* The laid-out text for a style, and the width it takes. NULL when there is no room for a letter. */
static TenureTypeset *
typeset_for (const TenureScene *scene, const char *text, const TenureTextStyle *style, double *out_width)
{
  TenureTypeset *typeset = tenure_typeset_get (&scene->theme, style->type, text, style->wrap ? style->max_px : 0);

  *out_width = typeset->width;
  if (style->wrap || style->max_px <= 0 || typeset->width <= style->max_px)
    return typeset;
  if (style->max_px < typeset->ellipsis_width * 2)
    {
      tenure_typeset_unref (typeset);
      return NULL;
    }
  *out_width = style->max_px;
  if (!typeset->plain)
    {
      tenure_typeset_unref (typeset);
      typeset = tenure_typeset_get_ellipsized (&scene->theme, style->type, text, style->max_px);
      *out_width = MIN (typeset->width, style->max_px);
    }
  return typeset;
}

TenureShape *
tenure_scene_add_text (
    TenureScene *scene, TenureSceneLayer layer, double x, double y, const char *text, const TenureTextStyle *style)
{
  TenureTypeset *typeset;
  TenureShape *shape;
  double width;

  if (text == NULL || *text == '\0')
    return NULL;
  typeset = typeset_for (scene, text, style, &width);
  if (typeset == NULL)
    return NULL;
  shape = tenure_scene_add_shape (scene, layer, TENURE_SHAPE_TEXT);
  shape->width = width;
  shape->height = typeset->height;
  shape->x = x - width * style->anchor_x;
  shape->y = y - typeset->height * style->anchor_y;
  if (scene->theme.hinted)
    {
      shape->x = round (shape->x);
      shape->y = round (shape->y);
    }
  shape->type = style->type;
  shape->wrap = style->wrap;
  shape->fill = style->role != TENURE_ROLE_NONE ? style->role : TENURE_ROLE_INK;
  shape->text = tenure_scene_intern (scene, text);
  shape->data = typeset;
  return shape;
}

void
tenure_scene_measure (
    const TenureScene *scene, TenureChartType type, const char *text, double wrap_px, double *out_width, double *out_height)
{
  g_autoptr (TenureTypeset) typeset = tenure_typeset_get (&scene->theme, type, text, wrap_px);

  if (out_width != NULL)
    *out_width = typeset->width;
  if (out_height != NULL)
    *out_height = typeset->height;
}

double
tenure_scene_text_width (const TenureScene *scene, TenureChartType type, const char *text)
{
  double width;

  tenure_scene_measure (scene, type, text, 0, &width, NULL);
  return width;
}

double
tenure_scene_line_height (const TenureScene *scene, TenureChartType type)
{
  double height;

  tenure_scene_measure (scene, type, "0", 0, NULL, &height);
  return height;
}

/* --- Flag levels ---------------------------------------------------------------------------------------- */

void
tenure_scene_add_level_glyph (TenureScene *scene,
                              TenureSceneLayer layer,
                              double x,
                              double y,
                              double size,
                              TenureChartLevel level,
                              TenureChartRole fill)
{
  double r = size / 2;
  double diamond[] = { x, y - r, x + r, y, x, y + r, x - r, y };
  double triangle[] = { x, y - r, x + r, y + r * 0.8, x - r, y + r * 0.8 };
  TenureShape *shape;

  switch (level)
    {
    case TENURE_CHART_LEVEL_RED:
      tenure_scene_add_polygon (scene, layer, diamond, 4, fill);
      break;
    case TENURE_CHART_LEVEL_AMBER:
      tenure_scene_add_polygon (scene, layer, triangle, 3, fill);
      break;
    case TENURE_CHART_LEVEL_NOTE:
      tenure_scene_add_circle (scene, layer, x, y, r * 0.85, fill);
      break;
    case TENURE_CHART_LEVEL_CANNOT_TELL:
      shape = tenure_scene_add_rect (scene, layer, x - r * 0.75, y - r * 0.75, r * 1.5, r * 1.5, TENURE_ROLE_NONE);
      shape->stroke = fill;
      break;
    case TENURE_CHART_LEVEL_CLEAR:
    case TENURE_N_CHART_LEVELS:
    default:
      break;
    }
}
