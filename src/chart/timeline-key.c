#include "config.h"

#include "chart/timeline-key.h"

#include "base/i18n.h"
#include <math.h>

#include "chart/scene-build.h"
#include "chart/timeline-private.h"

/* The key of the timeline: painted under a picture of it, and a picture of its own beside the one on screen. */

typedef enum
{
  SIGN_TERM,
  SIGN_OPTIONS,
  SIGN_OPEN,
  SIGN_DECISION,
  SIGN_NOTICE,
  SIGN_ASSUMED_NOTICE,
  SIGN_RENEWAL,
  SIGN_GAP,
  SIGN_VARIATION,
  SIGN_UNKNOWN,
  SIGN_GHOST,
  SIGN_ENDING,
  SIGN_TO_DECIDE,
  SIGN_AS_OF,
  SIGN_RED,
  SIGN_AMBER,
  SIGN_NOTE,
  SIGN_CANNOT_TELL,
  N_SIGNS
} Sign;

static TenureChartLevel
level_of (Sign sign)
{
  switch (sign)
    {
    case SIGN_RED:
      return TENURE_CHART_LEVEL_RED;
    case SIGN_AMBER:
      return TENURE_CHART_LEVEL_AMBER;
    case SIGN_NOTE:
      return TENURE_CHART_LEVEL_NOTE;
    case SIGN_CANNOT_TELL:
      return TENURE_CHART_LEVEL_CANNOT_TELL;
    default:
      return TENURE_CHART_LEVEL_CLEAR;
    }
}

static const char *
sign_word (Sign sign)
{
  switch (sign)
    {
    case SIGN_TERM:
      return _ ("committed term");
    case SIGN_OPTIONS:
      return _ ("options not exercised");
    case SIGN_OPEN:
      return _ ("open-ended, past what notice secures");
    case SIGN_DECISION:
      return _ ("day to decide by");
    case SIGN_NOTICE:
      return _ ("renewal notice runs");
    case SIGN_ASSUMED_NOTICE:
      return _ ("assumed notice runs");
    case SIGN_RENEWAL:
      return _ ("renewed without a gap");
    case SIGN_GAP:
      return _ ("renewed after a gap");
    case SIGN_VARIATION:
      return _ ("variation");
    case SIGN_UNKNOWN:
      return _ ("date not recorded");
    case SIGN_GHOST:
      return _ ("as recorded earlier");
    case SIGN_ENDING:
      return _ ("above: ends without a signed successor (paler: has ended)");
    case SIGN_TO_DECIDE:
      return _ ("above: to be decided");
    case SIGN_AS_OF:
      return _ ("as-of day");
    default:
      return tenure_chart_level_label (level_of (sign));
    }
}

/* One line of the key: where signs are drawn. */
typedef struct
{
  TenureScene *scene;
  double x, y; /* left edge and middle of the sign */
  double width, height;
} Slot;

/* The end of a term, with the line of its notice below. */
static void
add_notice (const Slot *slot, gboolean assumed)
{
  double top = round (slot->y - slot->height * 0.35);
  double height = round (slot->height * 0.45);
  double below = top + height + 3;
  TenureShape *line;

  tenure_scene_add_rect (slot->scene, TENURE_LAYER_DATA, slot->x, top, slot->width, height, TENURE_ROLE_CLEAR);
  line = tenure_scene_add_line (slot->scene, TENURE_LAYER_DATA, slot->x + slot->width * 0.3, below, slot->x + slot->width,
                                below, TENURE_ROLE_INK_SOFT);
  line->line_width = 2;
  line->dash = assumed ? 3 : 0;
}

/* Two terms and what joins them. */
static void
add_join (const Slot *slot, gboolean gap)
{
  double top = round (slot->y - slot->height * 0.3);
  double height = round (slot->height * 0.6);
  double apart = gap ? slot->width * 0.4 : slot->width * 0.15;
  double term = (slot->width - apart) / 2;
  double middle = top + floor (height / 2);
  TenureShape *line;

  for (guint i = 0; i < 2; i++)
    tenure_scene_add_rect (slot->scene, TENURE_LAYER_DATA, slot->x + i * (term + apart), top, term, height,
                           TENURE_ROLE_CLEAR);
  line = tenure_scene_add_line (slot->scene, TENURE_LAYER_BACK, slot->x + term, middle, slot->x + term + apart, middle,
                                TENURE_ROLE_INK_SOFT);
  line->line_width = 2;
  line->dash = gap ? 3 : 0;
}

/* A month of the strip. */
static void
add_pile (const Slot *slot, gboolean to_decide)
{
  double top = round (slot->y - slot->height * 0.45), bottom = top + round (slot->height * 0.9);
  double width = round (slot->height * 0.6);
  TenureShape *shape;

  if (!to_decide)
    {
      tenure_scene_add_rect (slot->scene, TENURE_LAYER_DATA, slot->x, top, width, bottom - top, TENURE_ROLE_MEASURE_2);
      return;
    }
  shape = tenure_scene_add_rect (slot->scene, TENURE_LAYER_DATA, slot->x, (top + bottom) / 2, width, (bottom - top) / 2,
                                 TENURE_ROLE_MEASURE_2);
  shape->opacity = 0.4;
  shape =
      tenure_scene_add_line (slot->scene, TENURE_LAYER_FRONT, slot->x, top + 3, slot->x + width, top + 3, TENURE_ROLE_INK);
  shape->line_width = 2;
}

/* The sign alone, in the room of @slot. */
static void
add_sign (const Slot *slot, Sign sign)
{
  double top = slot->y - slot->height / 2;
  double bar_top = slot->y - slot->height * 0.3;
  double bar_height = slot->height * 0.6;
  double middle = slot->x + slot->width / 2;
  TenureShape *shape;

  switch (sign)
    {
    case SIGN_TERM:
      tenure_scene_add_rect (slot->scene, TENURE_LAYER_DATA, slot->x, bar_top, slot->width, bar_height, TENURE_ROLE_CLEAR);
      break;
    case SIGN_OPTIONS:
    case SIGN_OPEN:
      shape = tenure_scene_add_rect (slot->scene, TENURE_LAYER_DATA, slot->x, bar_top, slot->width, bar_height,
                                     TENURE_ROLE_AXIS);
      shape->pattern = sign == SIGN_OPEN ? TENURE_PATTERN_HORIZONTAL : TENURE_PATTERN_HATCH;
      shape->open = TRUE;
      shape->stroke = TENURE_ROLE_AXIS;
      break;
    case SIGN_UNKNOWN:
      shape = tenure_scene_add_rect (slot->scene, TENURE_LAYER_DATA, slot->x, bar_top, slot->width, bar_height,
                                     TENURE_ROLE_UNKNOWN);
      shape->pattern = TENURE_PATTERN_DOTS;
      shape->open = TRUE;
      break;
    case SIGN_VARIATION:
      tenure_scene_add_rect (slot->scene, TENURE_LAYER_DATA, slot->x, bar_top, slot->width, bar_height, TENURE_ROLE_CLEAR);
      shape =
          tenure_scene_add_line (slot->scene, TENURE_LAYER_FRONT, middle, bar_top - 3, middle, bar_top + 2, TENURE_ROLE_INK);
      shape->line_width = 2;
      break;
    case SIGN_GHOST:
      shape = tenure_scene_add_rect (slot->scene, TENURE_LAYER_DATA, slot->x, bar_top, slot->width, bar_height,
                                     TENURE_ROLE_GHOST);
      shape->stroke = TENURE_ROLE_INK_SOFT;
      shape->radius = 2;
      break;
    case SIGN_ENDING:
    case SIGN_TO_DECIDE:
      add_pile (slot, sign == SIGN_TO_DECIDE);
      break;
    case SIGN_DECISION:
      tenure_scene_add_polygon (
          slot->scene, TENURE_LAYER_FRONT,
          (double[]){ middle - slot->height * 0.3, top, middle + slot->height * 0.3, top, middle, top + slot->height * 0.5 },
          3, TENURE_ROLE_INK);
      break;
    case SIGN_NOTICE:
    case SIGN_ASSUMED_NOTICE:
      add_notice (slot, sign == SIGN_ASSUMED_NOTICE);
      break;
    case SIGN_RENEWAL:
    case SIGN_GAP:
      add_join (slot, sign == SIGN_GAP);
      break;
    case SIGN_AS_OF:
      shape = tenure_scene_add_line (slot->scene, TENURE_LAYER_FRONT, middle, top, middle, top + slot->height,
                                     TENURE_ROLE_ACCENT);
      shape->line_width = 2;
      break;
    default:
      tenure_scene_add_level_glyph (slot->scene, TENURE_LAYER_FRONT, middle, slot->y, slot->height * 0.7, level_of (sign),
                                    sign == SIGN_CANNOT_TELL ? TENURE_ROLE_UNKNOWN
                                                             : tenure_chart_level_role (level_of (sign)));
    }
}

static double
sign_width (Sign sign, double line)
{
  if (sign >= SIGN_ENDING || sign == SIGN_DECISION)
    return line;
  return sign == SIGN_RENEWAL || sign == SIGN_GAP ? line * 2.6 : line * 1.8;
}

/* --- In lines ------------------------------------------------------------------------------------------- */

static double
text_width (const TenureChartTheme *theme, const char *text)
{
  g_autoptr (TenureTypeset) typeset = tenure_typeset_get (theme, TENURE_TYPE_SMALL, text, 0);

  return ceil (typeset->width);
}

static double
line_height (const TenureChartTheme *theme)
{
  g_autoptr (TenureTypeset) typeset = tenure_typeset_get (theme, TENURE_TYPE_SMALL, "0", 0);

  return ceil (typeset->height);
}

/* What is nowhere in the picture is not explained. */
static gboolean
is_in (const TenureTimelineIndex *index, gboolean strip, Sign sign)
{
  if (sign == SIGN_ENDING || sign == SIGN_TO_DECIDE)
    return strip;
  if (sign == SIGN_GHOST)
    return index != NULL && index->data.ghosts != NULL;
  return sign != SIGN_VARIATION || index == NULL || index->data.n_changes > 0;
}

/* Lays the key out in lines of @width from @left and @top on; adds it to @scene when there is one. Returns its height. */
static double
flow (const TenureTimelineIndex *index,
      gboolean strip,
      const TenureChartTheme *theme,
      TenureScene *scene,
      double left,
      double top,
      double width)
{
  double line = line_height (theme), space = theme->space_px;
  TenureTextStyle style = { .type = TENURE_TYPE_SMALL, .role = TENURE_ROLE_INK_SOFT, .anchor_y = 0.5 };
  Slot slot = { .scene = scene, .x = left, .y = top + line / 2, .height = line };

  for (guint i = 0; i < N_SIGNS; i++)
    {
      const char *word = sign_word (i);
      double needed;

      if (!is_in (index, strip, i))
        continue;
      slot.width = sign_width (i, line);
      needed = slot.width + space + text_width (theme, word);
      if (slot.x > left && slot.x + needed > left + width)
        {
          slot.x = left;
          slot.y += line + space;
        }
      if (scene != NULL)
        {
          style.max_px = width - slot.width - space;
          add_sign (&slot, i);
          tenure_scene_add_text (scene, TENURE_LAYER_TEXT, slot.x + slot.width + space, slot.y, word, &style);
        }
      slot.x += needed + space * 3;
    }
  return slot.y + line / 2 - top;
}

double
tenure_timeline_key_height (const TenureTimelineIndex *index, const TenureChartTheme *theme, double width, gboolean strip)
{
  return flow (index, strip, theme, NULL, 0, 0, width);
}

void
tenure_timeline_draw_key (TenureTimelineDraw *draw)
{
  if (draw->places.key_y >= 0)
    flow (draw->index, draw->frame->strip, draw->theme, draw->scene, draw->places.margin, draw->places.key_y,
          draw->places.text_px);
}

TenureScene *
tenure_chart_timeline_key (const TenureTimelineIndex *index, double width, double height, const TenureChartTheme *theme)
{
  TenureScene *scene = tenure_scene_new (width, height, theme);
  double side = 3 * theme->space_px, above = 2 * theme->space_px;

  tenure_scene_set_title (scene, _ ("Key to the timeline"));
  tenure_scene_set_height (scene, 2 * above + flow (index, TRUE, theme, scene, side, above, width - 2 * side));
  return tenure_scene_finish (scene);
}
