#pragma once

#include <gio/gio.h>

#include "chart/timeline.h"

G_BEGIN_DECLS

/* The whole timeline on paper: all rows, a line of text high, over as many pages as they take, and the years side by side.
 * Each page has the title, the key, the dates and the name of the group that it goes on with, so that it can be read alone;
 * the strip stands on the first pages. Rows that have nothing in the years of a page say where their bars are. */

#define TENURE_TIMELINE_A4_WIDTH_PX 1123.0 /* lying */
#define TENURE_TIMELINE_A4_HEIGHT_PX 794.0
#define TENURE_TIMELINE_MOST_PAGES 5000u

typedef struct
{
  TenureTimelineFrame frame; /* its width and height are those of a page; `page` is not looked at */
  TenureDay from, after; /* the days to print; both NONE: the financial years of the data, but not further back than three
                                years before the as-of day, nor further on than six after it */
} TenureTimelinePaper;

/* Which rows and days are on which page. */
typedef struct _TenureTimelinePages TenureTimelinePages;

/* @theme: as for any file, with text at its usual size: a sheet has room for 1.5 times that, larger text leaves out key and
 * footnote. @index is referred to; what @paper and @theme point at must live as long. Pages go down all rows before they go
 * on to later years. NULL with TENURE_ERROR_RANGE when there would be more than TENURE_TIMELINE_MOST_PAGES. */
TenureTimelinePages *tenure_timeline_pages_new (TenureTimelineIndex *index,
                                                const TenureTimelinePaper *paper,
                                                const TenureChartTheme *theme,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tenure_timeline_pages_free (TenureTimelinePages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureTimelinePages, tenure_timeline_pages_free)

guint tenure_timeline_pages_get_n (const TenureTimelinePages *self);

/* Page @page, from 0. At most as large as a page. */
TenureScene *tenure_timeline_pages_make (const TenureTimelinePages *self, guint page);

/* All of them as a PDF, as tenure_scene_export_pages() does. For a worker. Test: "/timeline-pages/". */
gboolean tenure_timeline_pages_export (const TenureTimelinePages *self,
                                       GFile *file,
                                       void (*progress) (double fraction, gpointer data),
                                       gpointer progress_data,
                                       GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
