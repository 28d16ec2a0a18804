#include "config.h"

#include "chart/timeline-pages.h"

#include "base/i18n.h"
#include <math.h>

#include "base/error.h"
#include "chart/export.h"
#include "chart/timeline-private.h"

#define MOST_DAYS_A_PAGE 1461
#define MOST_ACROSS 12u
#define YEARS_BEFORE 3
#define YEARS_AFTER 6

/* The rows of one page: of each column of pages the same. */
typedef struct
{
  guint first, after; /* new ones */
  guint top;          /* the row at the upper edge: the one before `first` where the name of its group lies over that */
} Rows;

struct _TenureTimelinePages
{
  TenureTimelineIndex *index;
  TenureTimelinePaper paper;
  TenureChartTheme theme;
  GArray *rows;   /* Rows, from page to page downwards */
  guint n_across; /* columns of pages */
  double from, days_a_page, row_px;
};

/* Of a page of its place, with the longest words that can stand on one. */
static TenureTimelineFrame
frame_of (const TenureTimelinePages *self, gboolean first)
{
  TenureTimelineFrame frame = self->paper.frame;

  frame.strip = frame.strip && first;
  frame.minimap = FALSE;
  frame.selected = TENURE_ID_NONE;
  frame.page = NULL;
  return frame;
}

static char *
dup_page_words (const TenureTimelinePages *self, guint page)
{
  guint down = page % self->rows->len, across = page / self->rows->len;

  if (self->n_across == 1)
    return g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, self->rows->len);
  /* Translators: pages lie side by side: 2nd of 3 across, 1st of 4 down. */
  return g_strdup_printf (_ ("Page %1$u of %2$u: %3$u of %4$u across, %5$u of %6$u down"), page + 1,
                          self->rows->len * self->n_across, across + 1, self->n_across, down + 1, self->rows->len);
}

/* How many rows a page has room for. */
static guint
room_for_rows (const TenureTimelinePages *self, gboolean first)
{
  TenureTimelineFrame frame = frame_of (self, first);
  TenureTimelinePlaces places;

  frame.page = _ ("Page 8888 of 8888: 88 of 88 across, 8888 of 8888 down");
  places = tenure_timeline_places (self->index, &frame, &self->theme);
  return (guint) MAX (floor (places.rows.height / self->row_px), 2);
}

/* A page that begins among the rows of a group repeats its name, over the last row of the page before. */
static void
share_out_rows (TenureTimelinePages *self)
{
  const TenureTimelineIndex *index = self->index;
  guint n = index->extent.n_rows;
  guint room = room_for_rows (self, TRUE), others = room_for_rows (self, FALSE);
  Rows rows = { 0 };

  do
    {
      gboolean goes_on =
          rows.first > 0 && !tenure_timeline_row_is_header (&index->rows[rows.first]) && index->rows[rows.first].owner >= 0;

      rows.top = rows.first - (goes_on ? 1 : 0);
      rows.after = MIN (rows.top + room, n);
      g_array_append_val (self->rows, rows);
      rows.first = rows.after;
      room = others;
    }
  while (rows.first < n && self->rows->len <= TENURE_TIMELINE_MOST_PAGES);
}

/* Whole financial years, where nobody asked for others. */
static void
choose_days (TenureTimelinePages *self)
{
  const TenureTimelineExtent *extent = &self->index->extent;
  int month = self->index->data.year_start_month;
  TenureDay as_of = self->paper.frame.as_of, from = self->paper.from, after = self->paper.after;

  if (!tenure_day_is_known (from) || !tenure_day_is_known (after) || after <= from)
    {
      if (!tenure_day_is_known (as_of))
        as_of = tenure_day_is_known (extent->first) ? extent->first : 0;
      from = MAX (tenure_day_is_known (extent->first) ? extent->first : as_of,
                  tenure_day_add_months (as_of, -12 * YEARS_BEFORE));
      after =
          MIN (tenure_day_is_known (extent->first) ? extent->after : as_of, tenure_day_add_months (as_of, 12 * YEARS_AFTER));
      from = tenure_day_year_start (MIN (from, as_of), month);
      after = tenure_day_add_months (tenure_day_year_start (MAX (after, as_of + 1) - 1, month), 12);
    }
  self->from = from;
  self->n_across = (guint) CLAMP (ceil (((double) after - from) / MOST_DAYS_A_PAGE), 1, MOST_ACROSS);
  self->days_a_page = ((double) after - from) / self->n_across;
}

TenureTimelinePages *
tenure_timeline_pages_new (TenureTimelineIndex *index,
                           const TenureTimelinePaper *paper,
                           const TenureChartTheme *theme,
                           GError **error)
{
  TenureTimelinePages *self;
  TenureTimelinePlaces places;

  g_return_val_if_fail (index != NULL && paper != NULL && theme != NULL, NULL);

  self = g_new0 (TenureTimelinePages, 1);
  self->index = tenure_timeline_index_ref (index);
  self->paper = *paper;
  self->theme = *theme;
  self->theme.headings = TRUE;
  self->rows = g_array_new (FALSE, FALSE, sizeof (Rows));
  places = tenure_timeline_places (index, &paper->frame, &self->theme);
  self->row_px = places.label_row_px + 2;
  choose_days (self);
  share_out_rows (self);
  if (self->rows->len * self->n_across <= TENURE_TIMELINE_MOST_PAGES)
    return self;
  g_set_error (error, TENURE_ERROR, TENURE_ERROR_RANGE,
               _ ("The timeline would take more than %u pages. Show fewer agreements with a filter, or collapse groups."),
               TENURE_TIMELINE_MOST_PAGES);
  tenure_timeline_pages_free (self);
  return NULL;
}

void
tenure_timeline_pages_free (TenureTimelinePages *self)
{
  if (self == NULL)
    return;
  tenure_timeline_index_unref (self->index);
  g_array_free (self->rows, TRUE);
  g_free (self);
}

guint
tenure_timeline_pages_get_n (const TenureTimelinePages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len * self->n_across;
}

TenureScene *
tenure_timeline_pages_make (const TenureTimelinePages *self, guint page)
{
  guint down = page % self->rows->len, across = page / self->rows->len;
  const Rows *rows = &g_array_index (self->rows, Rows, down);
  TenureTimelineFrame frame = frame_of (self, down == 0);
  g_autofree char *words = dup_page_words (self, page);
  TenureTimelinePlaces places;
  TenureTimelineView view;

  g_return_val_if_fail (self != NULL && page < tenure_timeline_pages_get_n (self), NULL);

  frame.page = words;
  places = tenure_timeline_places (self->index, &frame, &self->theme);
  /* No row is cut in two. */
  frame.height += MAX (rows->after - rows->top, 1) * self->row_px - places.rows.height;
  view = (TenureTimelineView){ .first_day = self->from + across * self->days_a_page,
                               .px_per_day = places.rows.width / self->days_a_page,
                               .scroll_px = rows->top * self->row_px,
                               .row_px = self->row_px };
  return tenure_chart_timeline (self->index, &view, &frame, &self->theme);
}

/* --- Into a file --- */

typedef struct
{
  const TenureTimelinePages *pages;
  void (*progress) (double fraction, gpointer data);
  gpointer progress_data;
} Export;

static TenureScene *
make_page (guint page, gpointer data)
{
  const Export *job = data;

  return tenure_timeline_pages_make (job->pages, page);
}

static void
tell_progress (double fraction, gpointer data)
{
  const Export *job = data;

  if (job->progress != NULL)
    job->progress (fraction, job->progress_data);
}

gboolean
tenure_timeline_pages_export (const TenureTimelinePages *self,
                              GFile *file,
                              void (*progress) (double fraction, gpointer data),
                              gpointer progress_data,
                              GCancellable *cancellable,
                              GError **error)
{
  Export job = { self, progress, progress_data };

  g_return_val_if_fail (self != NULL && G_IS_FILE (file), FALSE);

  return tenure_scene_export_pages (file, tenure_timeline_pages_get_n (self), self->paper.frame.width,
                                    self->paper.frame.height, make_page, tell_progress, &job, cancellable, error);
}
