#include "config.h"

#include "base/i18n.h"
#include <math.h>

#include "chart/timeline-private.h"

/* Rows thick enough to be told apart. The parts of bars are added kind by kind and level by level, so that
 * the painter finds long runs of one style; that is most of the speed of a frame. */

#define GAP_PX 2.0 /* between terms that follow each other */
#define LEAST_LABEL_PX 34.0
#define LEAST_GLYPH_PX 5.0
#define MARKER_PX 4.0 /* of a decision marker above its bar */
#define BELOW_PX 4.0  /* for the line of notice */

typedef struct
{
  const TenureTimelineItem *item;
  double x1, x2, x3; /* committed from x1 to x2, options, or what has no end, to x3; clipped to the view */
  double y, height;
  double next_x; /* where the next bar of the row begins, or the right edge */
  gint32 mark;
} Bar;

static double
left_edge (const TenureTimelineDraw *draw)
{
  return draw->places.rows.x;
}

static double
right_edge (const TenureTimelineDraw *draw)
{
  return draw->places.rows.x + draw->places.rows.width;
}

static gboolean
has_labels (const TenureTimelineDraw *draw)
{
  return draw->view->row_px >= draw->places.label_row_px;
}

static const char *
bar_name (const TenureTimelineDraw *draw, const TenureTimelineItem *item)
{
  const char *label = draw->index->data.bars[item->bar].label;

  return label != NULL ? label : _ ("No name recorded");
}

/* --- Collecting ----------------------------------------------------------------------------------------- */

/* The first item of an open row whose options end after the left edge: ends grow along a row, but for
 * options, which may reach over a later term; so from the committed ends, and one back. */
static guint
first_visible (const TenureTimelineDraw *draw, guint row)
{
  guint low = draw->index->rows[row].first_item;
  guint from = low;
  guint high = draw->index->rows[row + 1].first_item;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (draw->index->items[middle].end <= draw->view->first_day)
        low = middle + 1;
      else
        high = middle;
    }
  return low > from ? low - 1 : low;
}

static gint32
add_mark (TenureTimelineDraw *draw, const Bar *bar)
{
  const TenureTimelineBar *datum = &draw->index->data.bars[bar->item->bar];
  TenureMark mark = TENURE_MARK_INIT;

  mark.record = datum->record;
  mark.source = (gint32) bar->item->bar;
  mark.group = 1 + (gint32) MIN (datum->group, draw->index->data.n_groups);
  mark.amount = datum->annual_minor;
  mark.unit = TENURE_UNIT_MONEY;
  mark.known = datum->value_known;
  mark.x = bar->x1;
  mark.y = bar->y;
  mark.width = bar->x3 - bar->x1;
  mark.height = bar->height;
  return (gint32) tenure_scene_add_mark (draw->scene, &mark, NULL, 0);
}

TenureDay
tenure_timeline_secured_end (const TenureTimelineDraw *draw, const TenureTimelineItem *item)
{
  TenureDay secured = item->secured;

  if (!tenure_day_is_known (secured))
    secured = tenure_day_after (draw->frame->as_of);
  return tenure_day_is_known (secured) ? MAX (secured, item->start) : item->start;
}

static Bar
place_bar (const TenureTimelineDraw *draw, const TenureTimelineItem *item, double y, double height)
{
  double left = left_edge (draw) - 4, right = right_edge (draw) + 4;
  Bar bar = { .item = item, .y = y, .height = height };

  if ((item->flags & TENURE_ITEM_UNDATED) != 0)
    {
      bar.x1 = left_edge (draw);
      bar.x2 = bar.x3 = right_edge (draw);
      return bar;
    }
  bar.x1 = CLAMP (round (tenure_timeline_day_px (draw, item->start)), left, right);
  bar.x2 = CLAMP (round (tenure_timeline_day_px (draw, item->end)), left, right);
  bar.x3 = CLAMP (round (tenure_timeline_day_px (draw, item->option_end)), left, right);
  if ((item->flags & TENURE_ITEM_OPEN) != 0)
    {
      bar.x2 = CLAMP (round (tenure_timeline_day_px (draw, tenure_timeline_secured_end (draw, item))), left, right);
      bar.x3 = right;
    }
  bar.x2 = MAX (bar.x2, bar.x1 + 1);
  bar.x3 = MAX (bar.x3, bar.x2);
  return bar;
}

static void
collect_row (TenureTimelineDraw *draw, guint row, GArray *bars)
{
  double y = round (tenure_timeline_row_y (draw, row));
  double row_px = draw->view->row_px;
  double height = has_labels (draw) ? row_px - MARKER_PX - BELOW_PX : MAX (row_px - 1, 2);
  guint end = draw->index->rows[row + 1].first_item;
  double after_day = draw->view->first_day + draw->places.rows.width / draw->view->px_per_day;

  for (guint i = first_visible (draw, row); i < end; i++)
    {
      const TenureTimelineItem *item = &draw->index->items[i];
      gboolean undated = (item->flags & TENURE_ITEM_UNDATED) != 0;
      Bar bar;

      if (!undated && item->start >= after_day)
        break;
      bar = place_bar (draw, item, y + (has_labels (draw) ? MARKER_PX : 0), height);
      if (!undated && bar.x3 < left_edge (draw))
        continue;
      bar.next_x = i + 1 < end ? MIN (tenure_timeline_day_px (draw, draw->index->items[i + 1].start), right_edge (draw))
                               : right_edge (draw);
      bar.x3 = MAX (bar.x2, MIN (bar.x3, bar.next_x));
      bar.mark = add_mark (draw, &bar);
      g_array_append_val (bars, bar);
    }
}

static void
collect_bars (TenureTimelineDraw *draw, GArray *bars, GArray *empty_rows)
{
  for (guint row = draw->first_row; row < draw->after_row; row++)
    {
      guint before = bars->len;

      if (tenure_timeline_row_is_header (&draw->index->rows[row]))
        continue;
      collect_row (draw, row, bars);
      if (bars->len == before)
        g_array_append_val (empty_rows, row);
    }
}

/* --- Parts of bars -------------------------------------------------------------------------------------- */

static gboolean
is_stub (const Bar *bar)
{
  return (bar->item->flags & (TENURE_ITEM_NO_START | TENURE_ITEM_NO_END)) != 0;
}

static gboolean
is_undated (const Bar *bar)
{
  return (bar->item->flags & TENURE_ITEM_UNDATED) != 0;
}

static gboolean
is_open (const Bar *bar)
{
  return (bar->item->flags & TENURE_ITEM_OPEN) != 0;
}

static double
term_width (const Bar *bar)
{
  double width = bar->x2 - bar->x1;

  /* Neighbours in a chain are told apart by a gap, bars too thin for one are not. */
  return width > 3 * GAP_PX ? width - GAP_PX : width;
}

static void
add_terms (TenureTimelineDraw *draw, const GArray *bars, TenureChartLevel level)
{
  TenureChartRole role = tenure_chart_level_role (level);

  for (guint i = 0; i < bars->len; i++)
    {
      const Bar *bar = &g_array_index (bars, Bar, i);
      TenureShape *shape;

      if (bar->item->level != level || is_undated (bar) || is_stub (bar))
        continue;
      shape = tenure_scene_add_rect (draw->scene, TENURE_LAYER_DATA, bar->x1, bar->y, term_width (bar), bar->height, role);
      shape->mark = bar->mark;
      if (level == TENURE_CHART_LEVEL_CANNOT_TELL)
        shape->stroke = TENURE_ROLE_UNKNOWN;
    }
}

/* One date missing: dotted, without an edge on the side that is not known. */
static void
add_stubs (TenureTimelineDraw *draw, const GArray *bars)
{
  for (guint i = 0; i < bars->len; i++)
    {
      const Bar *bar = &g_array_index (bars, Bar, i);
      TenureShape *shape;

      if (is_undated (bar) || !is_stub (bar))
        continue;
      shape = tenure_scene_add_rect (draw->scene, TENURE_LAYER_DATA, bar->x1, bar->y, term_width (bar), bar->height,
                                     TENURE_ROLE_UNKNOWN);
      shape->pattern = TENURE_PATTERN_DOTS;
      shape->open = TRUE;
      shape->mark = bar->mark;
    }
  for (guint i = 0; i < bars->len; i++)
    {
      const Bar *bar = &g_array_index (bars, Bar, i);
      double x = (bar->item->flags & TENURE_ITEM_NO_START) != 0 ? bar->x2 - GAP_PX : bar->x1;
      TenureShape *shape;

      if (is_undated (bar) || !is_stub (bar))
        continue;
      shape =
          tenure_scene_add_line (draw->scene, TENURE_LAYER_DATA, x, bar->y, x, bar->y + bar->height, TENURE_ROLE_UNKNOWN);
      shape->line_width = 2;
    }
}

/* Hatched: the options. Lined: what an open-ended agreement may bring beyond its notice. */
static void
add_options (TenureTimelineDraw *draw, const GArray *bars, TenureChartLevel level)
{
  TenureChartRole role = tenure_chart_level_role (level);

  if (level == TENURE_CHART_LEVEL_CANNOT_TELL)
    role = TENURE_ROLE_UNKNOWN;
  else if (level == TENURE_CHART_LEVEL_CLEAR)
    role = TENURE_ROLE_AXIS;
  for (guint i = 0; i < bars->len; i++)
    {
      const Bar *bar = &g_array_index (bars, Bar, i);
      TenureShape *shape;

      if (bar->item->level != level || bar->x3 - bar->x2 < 1 || is_undated (bar))
        continue;
      shape = tenure_scene_add_rect (draw->scene, TENURE_LAYER_DATA, bar->x2 - (bar->height > 4 ? GAP_PX : 0), bar->y,
                                     bar->x3 - bar->x2, bar->height, role);
      shape->pattern = is_open (bar) ? TENURE_PATTERN_HORIZONTAL : TENURE_PATTERN_HATCH;
      shape->open = TRUE;
      shape->stroke = bar->height > 4 ? role : TENURE_ROLE_NONE;
      shape->mark = bar->mark;
    }
}

/* From the end of a term to the start of the one that renews it: an unbroken link when there is no gap,
 * dashes over a gap, an elbow when the two overlap and lie in different rows. */
static void
add_join (TenureTimelineDraw *draw, const Bar *bar, gboolean dashed)
{
  const TenureTimelineIndex *index = draw->index;
  gint32 predecessor = index->predecessor[bar->item->bar];
  guint row = index->row_of_item[bar->item - index->items];
  guint from_item, from_row;
  const TenureTimelineItem *from;
  double x, y, from_y;
  TenureShape *shape;

  if (predecessor < 0)
    return;
  from_item = index->item_of_bar[predecessor];
  from = &index->items[from_item];
  from_row = index->row_of_item[from_item];
  if ((from->flags & TENURE_ITEM_UNDATED) != 0 || (bar->item->start > from->end) != dashed)
    return;
  x = CLAMP (tenure_timeline_day_px (draw, from->end), left_edge (draw) - 4, right_edge (draw) + 4);
  y = bar->y + floor (bar->height / 2);
  /* All bars sit alike in their rows. */
  from_y = y + ((double) from_row - row) * draw->view->row_px;
  if (from_y == y)
    shape = tenure_scene_add_line (draw->scene, TENURE_LAYER_BACK, x - GAP_PX - 1, y, MAX (bar->x1, x) + 1, y,
                                   TENURE_ROLE_INK_SOFT);
  else
    {
      double xy[] = { MIN (x, bar->x1) - 1, from_y, MIN (x, bar->x1) - 5, from_y, MIN (x, bar->x1) - 5, y, bar->x1, y };

      shape = tenure_scene_add_polyline (draw->scene, TENURE_LAYER_BACK, xy, 4, TENURE_ROLE_INK_SOFT);
    }
  shape->line_width = 2;
  shape->dash = dashed ? 3 : 0;
}

static void
add_notice (TenureTimelineDraw *draw, const Bar *bar, gboolean assumed)
{
  const TenureTimelineBar *datum = &draw->index->data.bars[bar->item->bar];
  double x, y;
  TenureShape *shape;

  if (!tenure_day_is_known (datum->notice) || (bar->item->flags & (TENURE_ITEM_NO_END | TENURE_ITEM_OPEN)) != 0
      || datum->notice_assumed != assumed || datum->notice >= bar->item->end || is_undated (bar))
    return;
  x = MAX (round (tenure_timeline_day_px (draw, datum->notice)), bar->x1);
  y = bar->y + bar->height + BELOW_PX / 2;
  if (bar->x2 - GAP_PX - x < 2)
    return;
  shape = tenure_scene_add_line (draw->scene, TENURE_LAYER_DATA, x, y, bar->x2 - GAP_PX, y, TENURE_ROLE_INK_SOFT);
  shape->line_width = 2;
  shape->dash = assumed ? 3 : 0;
}

static void
add_decision (TenureTimelineDraw *draw, const Bar *bar)
{
  const TenureTimelineBar *datum = &draw->index->data.bars[bar->item->bar];
  double size = 2 * MARKER_PX;
  double top = bar->y - MARKER_PX;
  double x = tenure_day_is_known (datum->decision) ? round (tenure_timeline_day_px (draw, datum->decision)) : -1;
  double xy[] = { x - size * 0.6, top, x + size * 0.6, top, x, top + size };
  TenureShape *shape;

  if (is_undated (bar) || x < left_edge (draw) || x > right_edge (draw))
    return;
  shape = tenure_scene_add_polygon (draw->scene, TENURE_LAYER_FRONT, xy, 3, TENURE_ROLE_INK);
  shape->stroke = TENURE_ROLE_GROUND;
  shape->line_width = 1;
  shape->mark = bar->mark;
}

/* --- Labels --------------------------------------------------------------------------------------------- */

/* The part of a bar that is in view, where its words can stand. */
static double
words_x (const TenureTimelineDraw *draw, const Bar *bar)
{
  return MAX (bar->x1, left_edge (draw)) + 4;
}

static double
glyph_size (const Bar *bar)
{
  return CLAMP (bar->height * 0.55, LEAST_GLYPH_PX, 10);
}

static TenureChartRole
ink_of (const TenureTimelineDraw *draw, const Bar *bar)
{
  return is_stub (bar) ? TENURE_ROLE_INK
                       : tenure_chart_theme_ink_on (draw->theme, tenure_chart_level_role (bar->item->level));
}

/* The level's shape inside the bar, for colour alone says nothing; returns where the label can begin. */
static double
add_glyph (TenureTimelineDraw *draw, const Bar *bar)
{
  double x = words_x (draw, bar);
  double size = glyph_size (bar);
  double room = MIN (bar->x2 - GAP_PX, right_edge (draw)) - x;

  if (bar->item->level == TENURE_CHART_LEVEL_CLEAR || is_undated (bar) || is_stub (bar) || room < size)
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
  double inside = MIN (bar->x2 - GAP_PX, right_edge (draw)) - x - 4;
  double beside_x = is_open (bar) ? MAX (bar->x2 + 3, x) : bar->x3 + 5;
  double beside = bar->next_x - beside_x - 4;
  double width;

  width = tenure_scene_text_width (draw->scene, TENURE_TYPE_SMALL, label);
  if (is_stub (bar))
    inside = 0; /* dots are no ground for words */
  if (width > inside && (beside >= width || (beside > inside && beside >= LEAST_LABEL_PX)))
    {
      x = beside_x;
      style.max_px = MAX (beside, 1);
      style.role = TENURE_ROLE_INK;
      if (is_open (bar))
        add_ground (draw, bar, x, MIN (width, beside));
    }
  else if (inside >= MIN (width, LEAST_LABEL_PX))
    style.max_px = inside;
  else
    return;
  tenure_scene_add_text (draw->scene, TENURE_LAYER_TEXT, x, bar->y + bar->height / 2, label, &style);
}

static void
add_undated_label (TenureTimelineDraw *draw, const Bar *bar)
{
  /* Translators: the name of an agreement that has no dates. */
  g_autofree char *text = g_strdup_printf (_ ("%s – no dates recorded"), bar_name (draw, bar->item));

  tenure_scene_add_text (
      draw->scene, TENURE_LAYER_TEXT, left_edge (draw) + 4 + 2 * draw->theme->space_px, bar->y + bar->height / 2, text,
      &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0, 0.5, draw->places.rows.width - 8, FALSE });
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
      tenure_scene_add_text (draw->scene, TENURE_LAYER_TEXT, past ? left_edge (draw) + margin : right_edge (draw) - margin,
                             y + floor (draw->view->row_px / 2), text, &style);
  if (shape == NULL)
    return;
  bar = (Bar){ .item = item, .x1 = shape->x, .x2 = shape->x + shape->width, .y = y, .height = draw->view->row_px };
  bar.x3 = bar.x2;
  shape->mark = add_mark (draw, &bar);
}

static void
add_words (TenureTimelineDraw *draw, const GArray *bars)
{
  for (guint i = 0; i < bars->len; i++)
    {
      const Bar *bar = &g_array_index (bars, Bar, i);

      if (is_undated (bar))
        add_undated_label (draw, bar);
      else
        add_label (draw, bar, add_glyph (draw, bar));
    }
}

static void
add_selection (TenureTimelineDraw *draw, const GArray *bars)
{
  for (guint i = 0; draw->frame->selected != TENURE_ID_NONE && i < bars->len; i++)
    {
      const Bar *bar = &g_array_index (bars, Bar, i);
      TenureShape *ring;

      if (draw->index->data.bars[bar->item->bar].record != draw->frame->selected)
        continue;
      ring = tenure_scene_add_rect (draw->scene, TENURE_LAYER_FRONT, bar->x1 - 2, bar->y - 2, bar->x3 - bar->x1 + 4,
                                    bar->height + 4, TENURE_ROLE_NONE);
      ring->stroke = TENURE_ROLE_ACCENT;
      ring->line_width = 2;
      ring->radius = 3;
    }
}

void
tenure_timeline_draw_bars (TenureTimelineDraw *draw)
{
  g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  g_autoptr (GArray) empty_rows = g_array_new (FALSE, FALSE, sizeof (guint));

  collect_bars (draw, bars, empty_rows);
  for (TenureChartLevel level = 0; level < TENURE_N_CHART_LEVELS; level++)
    add_terms (draw, bars, level);
  for (TenureChartLevel level = 0; level < TENURE_N_CHART_LEVELS; level++)
    add_options (draw, bars, level);
  add_stubs (draw, bars);
  add_selection (draw, bars);
  if (!has_labels (draw))
    return;
  for (guint dashed = 0; dashed < 2; dashed++)
    for (guint i = 0; i < bars->len; i++)
      {
        add_join (draw, &g_array_index (bars, Bar, i), dashed != 0);
        add_notice (draw, &g_array_index (bars, Bar, i), dashed != 0);
      }
  for (guint i = 0; i < bars->len; i++)
    add_decision (draw, &g_array_index (bars, Bar, i));
  add_words (draw, bars);
  for (guint i = 0; i < empty_rows->len; i++)
    add_hint (draw, g_array_index (empty_rows, guint, i));
}
