#include "config.h"

#include "chart/timeline.h"

#include "base/i18n.h"
#include <math.h>

#include "chart/timeline-private.h"

/* Beyond this many bars in view they are drawn as a density picture, whatever the height of a row. */
#define MAX_BARS 3000u
/* Rows thinner than this cannot be told apart. */
#define LEAST_ROW_PX 3.0

static void
find_rows (TenureTimelineDraw *draw)
{
  double first = floor (draw->view->scroll_px / draw->view->row_px);
  double after = ceil ((draw->view->scroll_px + draw->places.rows.height) / draw->view->row_px);
  guint n_rows = draw->index->extent.n_rows;

  draw->first_row = (guint) CLAMP (first, 0, n_rows);
  draw->after_row = (guint) CLAMP (after, draw->first_row, n_rows);
}

/* The bars of the visible open rows, on screen or beside it: an upper bound that costs little. */
static gboolean
is_dense (const TenureTimelineDraw *draw)
{
  const TenureTimelineRow *rows = draw->index->rows;
  guint n = 0;

  if (draw->view->row_px < LEAST_ROW_PX)
    return TRUE;
  for (guint row = draw->first_row; row < draw->after_row; row++)
    if (!tenure_timeline_row_is_header (&rows[row]))
      n += rows[row + 1].first_item - rows[row].first_item;
  return n > MAX_BARS;
}

static void
add_headings (TenureTimelineDraw *draw)
{
  const TenureTimelinePlaces *places = &draw->places;
  g_auto (TenureTimelineWords) words = tenure_timeline_words (draw->index, draw->frame);
  TenureTextStyle style = { places->title_type, TENURE_ROLE_INK, 0, 0, places->text_px, TRUE };

  tenure_scene_set_title (draw->scene, words.title);
  tenure_scene_set_subtitle (draw->scene, words.subtitle);
  tenure_scene_set_footnote (draw->scene, words.footnote);
  if (places->title_y < 0)
    return;
  tenure_scene_add_text (draw->scene, TENURE_LAYER_TEXT, places->margin, places->title_y, words.title, &style);
  style.type = TENURE_TYPE_SUBTITLE;
  style.role = TENURE_ROLE_INK_SOFT;
  if (places->subtitle_y >= 0)
    tenure_scene_add_text (draw->scene, TENURE_LAYER_TEXT, places->margin, places->subtitle_y, words.subtitle, &style);
  style.type = TENURE_TYPE_SMALL;
  if (places->footnote_y >= 0)
    tenure_scene_add_text (draw->scene, TENURE_LAYER_TEXT, places->margin, places->footnote_y, words.footnote, &style);
  tenure_timeline_draw_key (draw);
}

static gboolean
view_is_usable (const TenureTimelineView *view)
{
  return isfinite (view->first_day) && isfinite (view->px_per_day) && view->px_per_day > 0 && isfinite (view->scroll_px)
         && view->scroll_px >= 0 && isfinite (view->row_px) && view->row_px > 0;
}

TenureScene *
tenure_chart_timeline (TenureTimelineIndex *index,
                       const TenureTimelineView *view,
                       const TenureTimelineFrame *frame,
                       const TenureChartTheme *theme)
{
  TenureTimelineDraw draw = { .index = index, .view = view, .frame = frame, .theme = theme };

  g_return_val_if_fail (index != NULL && view != NULL && frame != NULL && theme != NULL, NULL);
  g_return_val_if_fail (view_is_usable (view), NULL);

  draw.places = tenure_timeline_places (index, frame, theme);
  draw.scene = tenure_scene_new (frame->width, draw.places.height, theme);
  draw.scale = (TenureTimeScale){ view->first_day, view->px_per_day, draw.places.rows.x };
  tenure_scene_set_currency (draw.scene, index->data.currency);
  add_headings (&draw);
  if (index->data.n_bars == 0)
    {
      tenure_chart_add_empty (draw.scene, &draw.places.rows, _ ("There are no agreements to show."));
      return tenure_scene_finish (draw.scene);
    }
  draw.as_of_px = -G_MAXINT16;
  if (tenure_day_is_known (frame->as_of))
    draw.as_of_px = round (tenure_timeline_day_px (&draw, frame->as_of));
  find_rows (&draw);
  tenure_timeline_describe (&draw);
  tenure_timeline_draw_strip (&draw);
  tenure_timeline_draw_axis (&draw);
  tenure_scene_begin_clip (draw.scene, draw.places.rows.x, draw.places.rows.y, draw.places.rows.width,
                           draw.places.rows.height);
  if (is_dense (&draw))
    tenure_timeline_draw_density (&draw);
  else
    {
      tenure_timeline_draw_headers (&draw);
      tenure_timeline_draw_bars (&draw);
      if (view->row_px < draw.places.label_row_px)
        tenure_timeline_draw_group_names (&draw);
    }
  tenure_scene_end_clip (draw.scene);
  tenure_timeline_draw_minimap (&draw);
  tenure_density_free (draw.density);
  return tenure_scene_finish (draw.scene);
}
