#include "config.h"

#include "base/i18n.h"
#include <math.h>

#include "chart/format-private.h"
#include "chart/timeline-private.h"

#define LEAST_DAYS 28.0 /* in the width of the rows */
/* Looking out ends where all of it is seen, and not before ten years are. */
#define MOST_DAYS_OUT 3653.0
#define STRIP_PX 64.0
#define MINIMAP_PX 20.0 /* beside a line of text */
#define TODAY_BEFORE_DAYS 365.0
#define TODAY_AFTER_DAYS 1096.0
#define REVEAL_MARGIN_PX 24.0
#define LEAST_ROWS 3.0

/* --- Words ---------------------------------------------------------------------------------------------- */

/* "38 agreements" or, where all of them are the sector's, "38 agreements with VCS organisations". */
static char *
dup_piled_up (const TenureTimelineIndex *index, const TenureDayEnd *end)
{
  g_autofree char *count = tenure_format_count (end->count);

  if (!index->data.counts_sector || end->n_sector < end->count)
    return tenure_format_agreements (end->count);
  /* Translators: a number of agreements. */
  return g_strdup_printf (
      ngettext ("%s agreement with a {sector} organisation", "%s agreements with {sector} organisations", end->count),
      count);
}

/* "38 agreements worth £4.6m a year end on 31 Mar 2027". */
static char *
dup_piled_up_on (const TenureTimelineIndex *index, const TenureDayEnd *end)
{
  g_autofree char *piled_up = dup_piled_up (index, end), *day = tenure_day_dup_label (end->day);
  g_autofree char *money = NULL;

  if (end->minor <= 0)
    /* Translators: "38 agreements", a day. */
    return g_strdup_printf (ngettext ("%1$s ends on %2$s", "%1$s end on %2$s", end->count), piled_up, day);
  money = tenure_timeline_dup_worth (index, end->minor, FALSE);
  /* Translators: "38 agreements", an amount of money, a day. */
  return g_strdup_printf (ngettext ("%1$s worth %2$s a year ends on %3$s", "%1$s worth %2$s a year end on %3$s", end->count),
                          piled_up, money, day);
}

static char *
dup_title (const TenureTimelineIndex *index, const TenureTimelineFrame *frame)
{
  TenureDayEnd end = tenure_timeline_index_pile_up (
      index, tenure_day_is_known (frame->as_of) ? frame->as_of : TENURE_DAY_MIN, TENURE_DAY_MAX);
  g_autofree char *whole = NULL, *part = NULL;

  if (frame->title != NULL)
    return g_strdup (frame->title);
  if (end.count == 0)
    return g_strdup (_ ("Agreements over time"));
  whole = dup_piled_up_on (index, &end);
  part = tenure_timeline_dup_sector_part (index, &end);
  if (part == NULL)
    return g_steal_pointer (&whole);
  /* Translators: "44 agreements worth £8.3m a year end on 31 Mar 2027", "41 with VCS organisations (£8.1m)". */
  return g_strdup_printf (_ ("%1$s, %2$s"), whole, part);
}

/* What the ghosts are, and which of several pages this is. */
static void
add_pages (TenureTimelineWords *words, const TenureTimelineIndex *index, const TenureTimelineFrame *frame)
{
  GString *text = g_string_new (words->footnote);

  if (index->data.ghosts != NULL)
    {
      g_autofree char *day = tenure_day_dup_label (index->data.recorded);

      g_string_append (text, text->len > 0 ? " · " : "");
      /* Translators: a day. */
      g_string_append_printf (text, _ ("Behind: as recorded on %s"), day);
    }
  if (frame->page != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", frame->page);
  g_free (words->footnote);
  words->footnote = g_string_free (text, FALSE);
}

TenureTimelineWords
tenure_timeline_words (const TenureTimelineIndex *index, const TenureTimelineFrame *frame)
{
  TenureTimelineWords words = { 0 };

  words.title = dup_title (index, frame);
  words.subtitle = g_strdup (_ ("Committed terms of agreements, with options, decision dates and notice"));
  words.footnote = tenure_chart_notes_dup_text (&frame->notes);
  if (index->extent.n_undated > 0)
    {
      g_autofree char *count = tenure_chart_dup_count (index->extent.n_undated);
      /* Translators: a number of agreements, behind how many there are in all. */
      g_autofree char *undated =
          g_strdup_printf (ngettext ("%s has no dates recorded and so no bar", "%s have no dates recorded and so no bar",
                                     index->extent.n_undated),
                           count);
      char *more = *words.footnote != '\0' ? g_strdup_printf ("%s · %s", words.footnote, undated) : g_strdup (undated);

      g_free (words.footnote);
      words.footnote = more;
    }
  add_pages (&words, index, frame);
  return words;
}

void
tenure_timeline_words_clear (TenureTimelineWords *words)
{
  g_clear_pointer (&words->title, g_free);
  g_clear_pointer (&words->subtitle, g_free);
  g_clear_pointer (&words->footnote, g_free);
}

/* --- Places --------------------------------------------------------------------------------------------- */

static double
text_height (const TenureChartTheme *theme, TenureChartType type, const char *text, double wrap_px)
{
  g_autoptr (TenureTypeset) typeset = NULL;

  if (text == NULL || *text == '\0')
    return 0;
  typeset = tenure_typeset_get (theme, type, text, wrap_px);
  return ceil (typeset->height);
}

/* What is left out, one after the other, when the rows would not find room. */
enum
{
  LEAVE_NOTHING,
  LEAVE_FOOTNOTE,
  LEAVE_KEY,
  LEAVE_SUBTITLE,
};

/* Headings above; returns where they end. */
static double
place_headings (TenureTimelinePlaces *places,
                const TenureTimelineIndex *index,
                const TenureTimelineWords *words,
                const TenureChartTheme *theme,
                gboolean strip,
                guint leave)
{
  double space = theme->space_px;
  double y = places->margin;

  places->subtitle_y = places->key_y = places->footnote_y = -1;
  places->title_y = y;
  places->title_type = tenure_chart_title_type (theme, words->title, places->text_px);
  y += text_height (theme, places->title_type, words->title, places->text_px) + round (space * 0.5);
  if (leave < LEAVE_SUBTITLE)
    {
      places->subtitle_y = y;
      y += text_height (theme, TENURE_TYPE_SUBTITLE, words->subtitle, places->text_px) + round (space * 1.5);
    }
  if (leave < LEAVE_KEY)
    {
      places->key_y = y;
      y += tenure_timeline_key_height (index, theme, places->text_px, strip) + round (space * 2);
    }
  return y;
}

/* The rest, from the headings down; the height of the rows says whether there is room. */
static void
place_plot (TenureTimelinePlaces *places,
            const TenureTimelineFrame *frame,
            const TenureChartTheme *theme,
            double y,
            double footnote_px)
{
  double width = MAX (frame->width - 2 * places->margin, 1);
  double strip = frame->strip ? round (STRIP_PX * theme->text_scale) : 0;
  double axis = 2 * places->line_small + round (theme->space_px * 1.5);
  double bottom = places->height - places->margin;

  if (footnote_px > 0)
    {
      places->footnote_y = bottom - footnote_px;
      bottom = places->footnote_y - round (theme->space_px * 2);
    }
  if (frame->minimap)
    {
      double map = places->line_small + round (MINIMAP_PX * theme->text_scale);

      places->minimap = (TenureBox){ places->margin, bottom - map, width, map };
      bottom -= map;
    }
  places->strip = (TenureBox){ places->margin, y, width, strip };
  places->axis = (TenureBox){ places->margin, y + strip, width, axis };
  places->rows = (TenureBox){ places->margin, y + strip + axis, width, bottom - y - strip - axis };
}

TenureTimelinePlaces
tenure_timeline_places (const TenureTimelineIndex *index, const TenureTimelineFrame *frame, const TenureChartTheme *theme)
{
  TenureTimelinePlaces places = { .title_y = -1, .subtitle_y = -1, .key_y = -1, .footnote_y = -1 };
  g_auto (TenureTimelineWords) words = { 0 };
  double least_rows, footnote, y = 0;

  places.height = isfinite (frame->height) ? MAX (frame->height, 1) : 1;
  places.line_small = text_height (theme, TENURE_TYPE_SMALL, "0", 0);
  places.line_label = text_height (theme, TENURE_TYPE_LABEL, "0", 0);
  places.label_row_px = places.line_small + 7;
  least_rows = LEAST_ROWS * places.label_row_px;
  if (!theme->headings)
    place_plot (&places, frame, theme, 0, 0);
  else
    {
      words = tenure_timeline_words (index, frame);
      places.margin = round (3 * theme->space_px);
      places.text_px = MAX (frame->width - 2 * places.margin, 1);
      footnote = text_height (theme, TENURE_TYPE_SMALL, words.footnote, places.text_px);
      for (guint leave = LEAVE_NOTHING; leave <= LEAVE_SUBTITLE; leave++)
        {
          y = place_headings (&places, index, &words, theme, frame->strip, leave);
          place_plot (&places, frame, theme, y, leave < LEAVE_FOOTNOTE ? footnote : 0);
          if (places.rows.height >= least_rows)
            break;
        }
    }
  if (places.rows.height < least_rows)
    {
      places.height += least_rows - places.rows.height;
      places.minimap.y += least_rows - places.rows.height;
      places.rows.height = least_rows;
    }
  return places;
}

/* --- Limits --------------------------------------------------------------------------------------------- */

/* Whole pixels where a row can be told from its neighbours. */
static double
whole_row (double row_px)
{
  return row_px >= 3 ? round (row_px) : row_px;
}

static double
fit_row (const TenureTimelineIndex *index, const TenureTimelinePlaces *places)
{
  double row_px = places->rows.height / MAX (index->extent.n_rows, 1u);

  return row_px >= 3 ? floor (row_px) : row_px;
}

static double
usual_row (const TenureTimelinePlaces *places)
{
  return places->label_row_px + 2;
}

/* The span that a view may look at: the data and the as-of day. */
static void
get_span (const TenureTimelineIndex *index, const TenureTimelineFrame *frame, double *out_first, double *out_after)
{
  TenureDay first = index->extent.first;
  TenureDay after = index->extent.after;

  if (!tenure_day_is_known (first))
    {
      first = tenure_day_is_known (frame->as_of) ? frame->as_of : 0;
      after = first + 1;
    }
  if (tenure_day_is_known (frame->as_of))
    {
      first = MIN (first, frame->as_of);
      after = MAX (after, frame->as_of + 1);
    }
  *out_first = first;
  *out_after = after;
}

static double
fit_px_per_day (const TenureTimelineIndex *index, const TenureTimelineFrame *frame, const TenureTimelinePlaces *places)
{
  double first, after;

  get_span (index, frame, &first, &after);
  return places->rows.width / MAX (after - first, LEAST_DAYS);
}

void
tenure_timeline_view_limit (TenureTimelineView *view,
                            const TenureTimelineIndex *index,
                            const TenureTimelineFrame *frame,
                            const TenureTimelinePlaces *places)
{
  double least_px = MIN (places->rows.width / MOST_DAYS_OUT, fit_px_per_day (index, frame, places));
  double least_row = MIN (fit_row (index, places), usual_row (places));
  double first, after, page_days, total;

  if (!isfinite (view->px_per_day) || view->px_per_day <= 0)
    view->px_per_day = fit_px_per_day (index, frame, places);
  view->px_per_day = CLAMP (view->px_per_day, least_px, MAX (places->rows.width / LEAST_DAYS, least_px));
  view->row_px = isfinite (view->row_px) ? CLAMP (view->row_px, least_row, 3 * places->line_label) : least_row;
  get_span (index, frame, &first, &after);
  page_days = places->rows.width / view->px_per_day;
  if (!isfinite (view->first_day))
    view->first_day = first;
  /* A screen of empty time on either side. */
  view->first_day = CLAMP (view->first_day, first - page_days, after);
  total = index->extent.n_rows * view->row_px;
  if (!isfinite (view->scroll_px))
    view->scroll_px = 0;
  view->scroll_px = CLAMP (view->scroll_px, 0, MAX (total - places->rows.height, 0));
  if (view->row_px >= 3)
    view->scroll_px = round (view->scroll_px);
}

/* Rows of bars that are thinner than a line become a picture of many; headings alone would become nothing. */
static gboolean
has_headers_alone (const TenureTimelineIndex *index)
{
  for (guint i = 0; i < index->extent.n_rows; i++)
    if (!tenure_timeline_row_is_header (&index->rows[i]))
      return FALSE;
  return TRUE;
}

/* --- Moving --------------------------------------------------------------------------------------------- */

void
tenure_timeline_view_fit (TenureTimelineView *view,
                          const TenureTimelineIndex *index,
                          const TenureTimelineFrame *frame,
                          const TenureChartTheme *theme)
{
  TenureTimelinePlaces places;
  double first, after;

  g_return_if_fail (view != NULL && index != NULL && frame != NULL && theme != NULL);

  places = tenure_timeline_places (index, frame, theme);
  get_span (index, frame, &first, &after);
  view->px_per_day = fit_px_per_day (index, frame, &places);
  view->first_day = first - (places.rows.width / view->px_per_day - (after - first)) / 2;
  view->row_px = has_headers_alone (index) ? usual_row (&places) : MIN (fit_row (index, &places), usual_row (&places));
  view->scroll_px = 0;
  tenure_timeline_view_limit (view, index, frame, &places);
}

void
tenure_timeline_view_today (TenureTimelineView *view,
                            const TenureTimelineIndex *index,
                            const TenureTimelineFrame *frame,
                            const TenureChartTheme *theme)
{
  TenureTimelinePlaces places;
  double first, after;

  g_return_if_fail (view != NULL && index != NULL && frame != NULL && theme != NULL);

  places = tenure_timeline_places (index, frame, theme);
  get_span (index, frame, &first, &after);
  if (tenure_day_is_known (frame->as_of))
    first = frame->as_of;
  view->first_day = first - TODAY_BEFORE_DAYS;
  view->px_per_day = places.rows.width / (TODAY_BEFORE_DAYS + TODAY_AFTER_DAYS);
  view->row_px = usual_row (&places);
  tenure_timeline_view_limit (view, index, frame, &places);
}

void
tenure_timeline_view_zoom_days (TenureTimelineView *view,
                                const TenureTimelineIndex *index,
                                const TenureTimelineFrame *frame,
                                const TenureChartTheme *theme,
                                double factor,
                                double x)
{
  TenureTimelinePlaces places;
  TenureTimelineView asked;
  double day;

  g_return_if_fail (view != NULL && index != NULL && frame != NULL && theme != NULL);

  places = tenure_timeline_places (index, frame, theme);
  if (!isfinite (factor) || factor <= 0)
    return;
  tenure_timeline_view_limit (view, index, frame, &places);
  day = view->first_day + (x - places.rows.x) / view->px_per_day;
  asked = *view;
  asked.px_per_day *= factor;
  tenure_timeline_view_limit (&asked, index, frame, &places);
  view->px_per_day = asked.px_per_day;
  view->first_day = day - (x - places.rows.x) / view->px_per_day;
  tenure_timeline_view_limit (view, index, frame, &places);
}

void
tenure_timeline_view_zoom_rows (TenureTimelineView *view,
                                const TenureTimelineIndex *index,
                                const TenureTimelineFrame *frame,
                                const TenureChartTheme *theme,
                                double factor,
                                double y)
{
  TenureTimelinePlaces places;
  double row, asked;

  g_return_if_fail (view != NULL && index != NULL && frame != NULL && theme != NULL);

  places = tenure_timeline_places (index, frame, theme);
  if (!isfinite (factor) || factor <= 0)
    return;
  tenure_timeline_view_limit (view, index, frame, &places);
  y = CLAMP (y - places.rows.y, 0, places.rows.height);
  row = (view->scroll_px + y) / view->row_px;
  asked = whole_row (view->row_px * factor);
  /* A step that rounding would swallow is taken all the same. */
  if (asked == view->row_px && factor != 1)
    asked += factor > 1 ? 1 : -1;
  view->row_px = asked;
  tenure_timeline_view_limit (view, index, frame, &places);
  view->scroll_px = row * view->row_px - y;
  tenure_timeline_view_limit (view, index, frame, &places);
}

void
tenure_timeline_view_pan (TenureTimelineView *view,
                          const TenureTimelineIndex *index,
                          const TenureTimelineFrame *frame,
                          const TenureChartTheme *theme,
                          double dx,
                          double dy)
{
  TenureTimelinePlaces places;

  g_return_if_fail (view != NULL && index != NULL && frame != NULL && theme != NULL);

  places = tenure_timeline_places (index, frame, theme);
  tenure_timeline_view_limit (view, index, frame, &places);
  view->first_day += dx / view->px_per_day;
  view->scroll_px += dy;
  tenure_timeline_view_limit (view, index, frame, &places);
}

/* Moves [from, to] into [low, high] by as little as possible; the beginning wins when it does not fit. */
static double
shift_into (double from, double to, double low, double high)
{
  if (to > high)
    {
      double shift = high - to;

      return from + shift < low ? low - from : shift;
    }
  return from < low ? low - from : 0;
}

void
tenure_timeline_view_reveal_group (TenureTimelineView *view,
                                   const TenureTimelineIndex *index,
                                   const TenureTimelineFrame *frame,
                                   const TenureChartTheme *theme,
                                   guint group)
{
  TenureTimelinePlaces places;
  double y;

  g_return_if_fail (view != NULL && index != NULL && frame != NULL && theme != NULL && group < index->data.n_groups);

  places = tenure_timeline_places (index, frame, theme);
  tenure_timeline_view_limit (view, index, frame, &places);
  y = index->totals[group].header_row * view->row_px - view->scroll_px;
  view->scroll_px -= shift_into (y, y + view->row_px, 0, places.rows.height);
  tenure_timeline_view_limit (view, index, frame, &places);
}

gboolean
tenure_timeline_view_reveal (TenureTimelineView *view,
                             TenureTimelineIndex *index,
                             const TenureTimelineFrame *frame,
                             const TenureChartTheme *theme,
                             TenureId record)
{
  TenureTimelinePlaces places;
  const TenureTimelineItem *item;
  int bar;
  double y, top;

  g_return_val_if_fail (view != NULL && index != NULL && frame != NULL && theme != NULL, FALSE);

  bar = tenure_timeline_index_find (index, record);
  if (bar < 0)
    return FALSE;
  places = tenure_timeline_places (index, frame, theme);
  tenure_timeline_view_limit (view, index, frame, &places);
  item = &index->items[index->item_of_bar[bar]];
  y = index->row_of_item[index->item_of_bar[bar]] * view->row_px - view->scroll_px;
  /* Below the header that stays at the top. */
  top = view->row_px >= places.label_row_px ? view->row_px : 0;
  view->scroll_px -= shift_into (y, y + view->row_px, MIN (top, places.rows.height / 2), places.rows.height);
  if ((item->flags & TENURE_ITEM_UNDATED) == 0)
    {
      double from = (item->start - view->first_day) * view->px_per_day;
      double to = (item->option_end - view->first_day) * view->px_per_day;
      double margin = MIN (REVEAL_MARGIN_PX, places.rows.width / 4);
      double width = places.rows.width;

      /* A bar that crosses the whole view is in view. */
      if (!(from <= margin && to >= width - margin))
        view->first_day -= shift_into (from, to, margin, width - margin) / view->px_per_day;
    }
  tenure_timeline_view_limit (view, index, frame, &places);
  return TRUE;
}

void
tenure_timeline_view_get_scroll (const TenureTimelineView *view,
                                 const TenureTimelineIndex *index,
                                 const TenureTimelineFrame *frame,
                                 const TenureChartTheme *theme,
                                 double *out_total_px,
                                 double *out_page_px)
{
  TenureTimelinePlaces places;

  g_return_if_fail (view != NULL && index != NULL && frame != NULL && theme != NULL);

  places = tenure_timeline_places (index, frame, theme);
  if (out_total_px != NULL)
    *out_total_px = index->extent.n_rows * view->row_px;
  if (out_page_px != NULL)
    *out_page_px = places.rows.height;
}
