#include "config.h"

#include "base/i18n.h"
#include <math.h>

#include "chart/format-private.h"
#include "chart/timeline-private.h"

/* Rows of group names: the arrow, the name at the left, the sum at the right, and for a collapsed group the
 * picture of what is in it. */

static void
add_arrow (TenureTimelineDraw *draw, TenureSceneLayer layer, double x, double middle, gboolean collapsed)
{
  double r = round (draw->places.line_small * 0.28);
  double down[] = { x - r, middle - r * 0.6, x + r, middle - r * 0.6, x, middle + r * 0.8 };
  double right[] = { x - r * 0.6, middle - r, x + r * 0.8, middle, x - r * 0.6, middle + r };

  tenure_scene_add_polygon (draw->scene, layer, collapsed ? right : down, 3, TENURE_ROLE_INK_SOFT);
}

static const char *
group_name (const TenureTimelineGroup *group)
{
  return group->label != NULL ? group->label : _ ("Not recorded");
}

/* "3 agreements running", "4 of 13 running", "4 of 13 running, 2 cannot tell", "13 agreements, none running". */
static char *
dup_running (const TenureGroupTotal *total)
{
  g_autofree char *agreements = tenure_format_agreements (total->n_bars);
  g_autofree char *running = tenure_format_count (total->n_running);
  g_autofree char *all = tenure_format_count (total->n_bars);
  g_autofree char *may_run = tenure_format_count (total->n_may_run);

  if (total->n_bars == 0)
    return g_steal_pointer (&agreements);
  if (total->n_running == 0)
    /* Translators: "13 agreements". */
    return g_strdup_printf (total->n_may_run > 0 ? _ ("%s, none known to be running") : _ ("%s, none running"), agreements);
  if (total->n_running == total->n_bars)
    /* Translators: "3 agreements". */
    return g_strdup_printf (_ ("%1$s running"), agreements);
  if (total->n_may_run > 0)
    /* Translators: three numbers of agreements. */
    return g_strdup_printf (_ ("%1$s of %2$s running, %3$s cannot tell"), running, all, may_run);
  return g_strdup_printf (_ ("%1$s of %2$s running"), running, all);
}

static char *
dup_total (const TenureTimelineDraw *draw, const TenureGroupTotal *total)
{
  g_autofree char *running = dup_running (total);
  g_autofree char *known = tenure_format_count (total->n_known);
  g_autofree char *money = NULL;

  if (total->n_running == 0)
    return g_steal_pointer (&running);
  if (total->n_known == 0)
    return g_strdup_printf (_ ("%s · annual value not recorded"), running);
  money = tenure_format_money_short (total->minor, draw->index->data.currency);
  if (total->n_known < total->n_running)
    return g_strdup_printf (_ ("%1$s · %2$s a year, known for %3$s"), running, money, known);
  return g_strdup_printf (_ ("%1$s · %2$s a year"), running, money);
}

static gint32
add_header_mark (TenureTimelineDraw *draw, guint group, double y, double height)
{
  const TenureTimelineGroup *datum = &draw->index->data.groups[group];
  const TenureGroupTotal *total = &draw->index->totals[group];
  g_autofree char *words = dup_total (draw, total);
  TenureMark mark = TENURE_MARK_INIT;

  mark.record = datum->record;
  mark.label = group_name (datum);
  mark.value = words;
  mark.amount = total->minor;
  mark.unit = TENURE_UNIT_MONEY;
  mark.known = total->n_known == total->n_running && total->n_may_run == 0;
  mark.group = 1 + (gint32) group;
  mark.x = draw->places.rows.x;
  mark.y = y;
  mark.width = draw->places.rows.width;
  mark.height = height;
  return (gint32) tenure_scene_add_mark (draw->scene, &mark, NULL, 0);
}

/* Words over a collapsed group's picture stand on a ground of their own. */
static void
add_header_words (TenureTimelineDraw *draw,
                  TenureSceneLayer layer,
                  double x,
                  double middle,
                  const char *text,
                  const TenureTextStyle *style,
                  gboolean collapsed)
{
  TenureShape *words = layer == TENURE_LAYER_TEXT
                           ? tenure_timeline_add_words (draw, x, middle, text, style, TENURE_ROLE_PANEL)
                           : tenure_scene_add_text (draw->scene, layer, x, middle, text, style);
  double space = draw->theme->space_px;
  TenureShape *pill;

  if (words == NULL || !collapsed)
    return;
  pill = tenure_scene_add_rect (draw->scene, layer - 1, words->x - space, words->y, words->width + 2 * space, words->height,
                                TENURE_ROLE_PANEL);
  pill->opacity = 0.85;
  pill->radius = 3;
}

/* The name at the left, the sum at the right. @fixed: it stays at the top while its rows scroll under it. */
static void
add_header (TenureTimelineDraw *draw, guint group, double y, gboolean fixed)
{
  const TenureTimelineGroup *datum = &draw->index->data.groups[group];
  double space = draw->theme->space_px;
  double height = draw->view->row_px;
  double middle = y + floor (height / 2);
  double x = draw->places.rows.x + space * 2 + datum->depth * 3 * space;
  TenureSceneLayer ground = fixed ? TENURE_LAYER_TOP : TENURE_LAYER_GROUND;
  TenureSceneLayer words = fixed ? TENURE_LAYER_TOP_TEXT : TENURE_LAYER_TEXT;
  g_autofree char *total = dup_total (draw, &draw->index->totals[group]);
  double total_px = tenure_scene_text_width (draw->scene, TENURE_TYPE_SMALL, total);
  TenureTextStyle style = { TENURE_TYPE_VALUE, TENURE_ROLE_INK, 0, 0.5, 0, FALSE };
  double right = tenure_timeline_right (draw) - 2 * space;
  double name_px;
  TenureShape *shape;

  shape = tenure_scene_add_rect (draw->scene, ground, draw->places.rows.x, y, draw->places.rows.width, height,
                                 TENURE_ROLE_PANEL);
  shape->mark = add_header_mark (draw, group, y, height);
  add_arrow (draw, words, x, middle, datum->collapsed);
  x += space * 2.5;
  name_px = tenure_scene_text_width (draw->scene, TENURE_TYPE_VALUE, group_name (datum));
  style.max_px = MAX (right - x, 1);
  add_header_words (draw, words, x, middle, group_name (datum), &style, datum->collapsed);
  if (x + name_px + 4 * space + total_px > right)
    return;
  style = (TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 1, 0.5, 0, FALSE };
  add_header_words (draw, words, right, middle, total, &style, datum->collapsed);
}

/* The bars of a collapsed group as one line of density. */
static void
add_collapsed (TenureTimelineDraw *draw, guint row)
{
  double y = round (tenure_timeline_row_y (draw, row));

  tenure_timeline_draw_density_row (draw, row, y + 3, draw->view->row_px - 6);
}

void
tenure_timeline_draw_headers (TenureTimelineDraw *draw)
{
  const TenureTimelineIndex *index = draw->index;
  gint32 owner;

  if (draw->view->row_px < draw->places.label_row_px || index->extent.n_rows == 0)
    return;
  for (guint row = draw->first_row; row < draw->after_row; row++)
    if (tenure_timeline_row_is_header (&index->rows[row]) && tenure_timeline_row_y (draw, row) >= draw->places.rows.y)
      {
        add_header (draw, (guint) index->rows[row].group, round (tenure_timeline_row_y (draw, row)), FALSE);
        add_collapsed (draw, row);
      }
  /* The group whose rows are at the top keeps its name there, pushed out by the next header. */
  owner = index->rows[draw->first_row].owner;
  if (owner >= 0 && tenure_timeline_row_y (draw, index->totals[owner].header_row) < draw->places.rows.y)
    {
      double y = draw->places.rows.y;
      guint next = draw->first_row + 1;

      if (next < index->extent.n_rows && tenure_timeline_row_is_header (&index->rows[next]))
        y = MIN (y, tenure_timeline_row_y (draw, next) - draw->view->row_px);
      add_header (draw, (guint) owner, round (y), TRUE);
    }
}
