#include "config.h"

#include "base/i18n.h"
#include <math.h>

#include "chart/timeline-private.h"

/* Words among the rows: names in and beside bars, and which way the bars of an empty row are. */

#define LEAST_LABEL_PX 34.0
#define LEAST_GLYPH_PX 5.0

typedef TenureTimelineBox Bar;

TenureShape *
tenure_timeline_add_words (
    TenureTimelineDraw *draw, double x, double y, const char *text, const TenureTextStyle *style, TenureChartRole ground)
{
  TenureShape *words = tenure_scene_add_text (draw->scene, TENURE_LAYER_TEXT, x, y, text, style);

  if (words != NULL && draw->as_of_px >= words->x - 3 && draw->as_of_px <= words->x + words->width + 3)
    tenure_scene_add_rect (draw->scene, TENURE_LAYER_FRONT, words->x - 2, words->y, words->width + 4, words->height, ground);
  return words;
}

static const char *
bar_name (const TenureTimelineDraw *draw, const TenureTimelineItem *item)
{
  const char *label = draw->index->data.bars[item->bar].label;

  return label != NULL ? label : _ ("No name recorded");
}

/* The part of a bar that is in view, where its words can stand. */
static double
words_x (const TenureTimelineDraw *draw, const Bar *bar)
{
  return MAX (bar->x1, tenure_timeline_left (draw)) + 4;
}

static double
glyph_size (const Bar *bar)
{
  return CLAMP (bar->height * 0.55, LEAST_GLYPH_PX, 10);
}

static TenureChartRole
ink_of (const TenureTimelineDraw *draw, const Bar *bar)
{
  return tenure_timeline_is_stub (bar) ? TENURE_ROLE_INK
                                       : tenure_chart_theme_ink_on (draw->theme, tenure_chart_level_role (bar->item->level));
}

/* The level's shape inside the bar, for colour alone says nothing; returns where the label can begin. */
static double
add_glyph (TenureTimelineDraw *draw, const Bar *bar)
{
  double x = words_x (draw, bar);
  double size = glyph_size (bar);
  double room = MIN (bar->x2 - TENURE_TIMELINE_GAP_PX, tenure_timeline_right (draw)) - x;

  if (bar->item->level == TENURE_CHART_LEVEL_CLEAR || tenure_timeline_is_undated (bar) || tenure_timeline_is_stub (bar)
      || room < size)
    return x;
  tenure_scene_add_level_glyph (draw->scene, TENURE_LAYER_FRONT, x + size / 2, bar->y + bar->height / 2, size,
                                bar->item->level, ink_of (draw, bar));
  return x + size + 4;
}

/* Lines are no ground for words: a piece of the page under them. */
static void
add_ground (TenureTimelineDraw *draw, const Bar *bar, double x, double width)
{
  tenure_scene_add_rect (draw->scene, TENURE_LAYER_FRONT, x - 3, bar->y + 1, width + 6, bar->height - 2, TENURE_ROLE_GROUND);
}

/* Inside the bar when it fits there, else beside it when there is room before the next bar, else shortened in
 * the larger of the two, else not at all: a label never runs into another bar. Beside the secured part of an open-ended bar
 * is its open part. */
static void
add_label (TenureTimelineDraw *draw, const Bar *bar, double x)
{
  const char *label = bar_name (draw, bar->item);
  TenureTextStyle style = { TENURE_TYPE_SMALL, ink_of (draw, bar), 0, 0.5, 0, FALSE };
  double inside = MIN (bar->x2 - TENURE_TIMELINE_GAP_PX, tenure_timeline_right (draw)) - x - 4;
  double beside_x = tenure_timeline_is_open (bar) ? MAX (bar->x2 + 3, x) : bar->x3 + 5;
  double beside = bar->next_x - beside_x - 4;
  TenureChartRole ground = tenure_chart_level_role (bar->item->level);
  double width;

  width = tenure_scene_text_width (draw->scene, TENURE_TYPE_SMALL, label);
  if (tenure_timeline_is_stub (bar))
    inside = 0; /* dots are no ground for words */
  if (width > inside && (beside >= width || (beside > inside && beside >= LEAST_LABEL_PX)))
    {
      x = beside_x;
      style.max_px = MAX (beside, 1);
      style.role = TENURE_ROLE_INK;
      ground = TENURE_ROLE_GROUND;
      if (tenure_timeline_is_open (bar))
        add_ground (draw, bar, x, MIN (width, beside));
    }
  else if (inside >= MIN (width, LEAST_LABEL_PX))
    style.max_px = inside;
  else
    return;
  tenure_timeline_add_words (draw, x, bar->y + bar->height / 2, label, &style, ground);
}

/* What is no longer recorded says so, beside its ghost where that has dates. */
static void
add_undated_label (TenureTimelineDraw *draw, const Bar *bar)
{
  gboolean gone = draw->index->data.bars[bar->item->bar].gone;
  /* Translators: the name of an agreement that has no dates. */
  g_autofree char *text =
      g_strdup_printf (gone ? _ ("%s – no longer recorded") : _ ("%s – no dates recorded"), bar_name (draw, bar->item));

  tenure_timeline_add_words (
      draw, tenure_timeline_left (draw) + 4 + 2 * draw->theme->space_px, bar->y + bar->height / 2, text,
      &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0, 0.5, draw->places.rows.width - 8, FALSE },
      TENURE_ROLE_GROUND);
}

/* A row whose bars all lie outside the view says which way they are. */
static void
add_hint (TenureTimelineDraw *draw, guint row)
{
  const TenureTimelineIndex *index = draw->index;
  guint first = index->rows[row].first_item;
  guint last = index->rows[row + 1].first_item;
  double after_day = draw->view->first_day + draw->places.rows.width / draw->view->px_per_day;
  double y = round (tenure_timeline_row_y (draw, row));
  double margin = 4 + 2 * draw->theme->space_px;
  TenureTextStyle style = { TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0, 0.5, draw->places.rows.width - 2 * margin, FALSE };
  const TenureTimelineItem *item;
  gboolean past;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;
  TenureShape *shape;
  Bar bar;

  if (first == last || (index->items[first].flags & TENURE_ITEM_UNDATED) != 0)
    return;
  past = index->items[last - 1].start < after_day;
  item = &index->items[past ? last - 1 : first];
  day = tenure_day_dup_label (past ? tenure_day_before (item->end) : item->start);
  /* Translators: a term that ended before, or begins after, what is in view: name and date. */
  text = past ? g_strdup_printf (_ ("‹ %1$s, to %2$s"), bar_name (draw, item), day)
              : g_strdup_printf (_ ("%1$s, from %2$s ›"), bar_name (draw, item), day);
  style.anchor_x = past ? 0 : 1;
  shape =
      tenure_timeline_add_words (draw, past ? tenure_timeline_left (draw) + margin : tenure_timeline_right (draw) - margin,
                                 y + floor (draw->view->row_px / 2), text, &style, TENURE_ROLE_GROUND);
  if (shape == NULL)
    return;
  bar = (Bar){ .item = item, .x1 = shape->x, .x2 = shape->x + shape->width, .y = y, .height = draw->view->row_px };
  bar.x3 = bar.x2;
  shape->mark = tenure_timeline_add_bar_mark (draw, &bar);
}

void
tenure_timeline_draw_labels (TenureTimelineDraw *draw, const GArray *bars, const GArray *empty_rows)
{
  for (guint i = 0; i < bars->len; i++)
    {
      const Bar *bar = &g_array_index (bars, Bar, i);

      if (tenure_timeline_is_undated (bar))
        add_undated_label (draw, bar);
      else
        add_label (draw, bar, add_glyph (draw, bar));
    }
  for (guint i = 0; i < empty_rows->len; i++)
    add_hint (draw, g_array_index (empty_rows, guint, i));
}
