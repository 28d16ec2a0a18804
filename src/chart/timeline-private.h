#pragma once

#include "chart/frame-private.h"
#include "chart/scene-build.h"
#include "chart/text-private.h"
#include "chart/timeline.h"

G_BEGIN_DECLS

/* How long a bar with one known date is drawn. */
#define TENURE_TIMELINE_STUB_DAYS 61

typedef enum
{
  TENURE_ITEM_UNDATED = 1 << 0,
  TENURE_ITEM_OPEN = 1 << 1, /* open-ended: runs on to the right */
  TENURE_ITEM_NO_START = 1 << 2,
  TENURE_ITEM_NO_END = 1 << 3,
} TenureItemFlags;

/* A bar as it lies in its row. Twenty-four bytes, all of a row together and rows in order: the density picture
 * reads a million of these from memory in one sweep. */
typedef struct
{
  TenureDay start, end; /* [start, end), end > start unless undated */
  TenureDay option_end; /* ≥ end */
  TenureDay secured;    /* the day after the last that notice secures, of an open-ended bar; NONE: cannot tell */
  guint32 bar;          /* index into data.bars */
  guint8 level;
  guint8 flags;
} TenureTimelineItem;

typedef struct
{
  guint32 first_item; /* the next row's is the end */
  gint32 group;       /* of a header row: its group; else −1 */
  gint32 owner;       /* the group that the row lies in; −1 without groups */
} TenureTimelineRow;

/* What the strip counts. */
typedef enum
{
  TENURE_DUE_END,      /* committed ends without a signed successor */
  TENURE_DUE_DECISION, /* days to decide by */
  TENURE_N_DUES
} TenureTimelineDue;

/* What falls on one day, in the strip. */
typedef struct
{
  TenureDay day;
  guint count;         /* with a known value or without */
  guint n_sector;      /* of these, the sector's */
  gint64 minor;        /* of those with one, without what a lead that counts as well has; G_MAXINT64: that or more */
  gint64 sector_minor; /* of the sector's with one, without what a lead of the sector's has; likewise */
} TenureDayEnd;

/* How many run at the same time, by spans of as many days, for the map of all years. */
#define TENURE_TIMELINE_MAP_SPAN_DAYS 30
#define TENURE_TIMELINE_MAP_FIRST -36524 /* 1 Jan 1870 */
#define TENURE_TIMELINE_MAP_SPANS 4018   /* to 2200 */

typedef struct
{
  /* Of the group and the groups inside it. */
  guint n_bars, n_running, n_may_run;
  guint n_known; /* running, with a known annual value */
  gint64 minor;  /* sum of these, without what a lead among them has */
  gint32 parent; /* the group around it; −1: none */
  guint32 header_row;
  guint32 after_row; /* the first row that is outside */
  gboolean hidden;   /* inside a collapsed group */
} TenureGroupTotal;

struct _TenureTimelineIndex
{
  gatomicrefcount refs;
  TenureTimelineData data;
  TenureTimelineExtent extent;
  TenureTimelineItem *items; /* n_bars */
  TenureTimelineRow *rows;   /* n_rows + 1 */
  guint32 *item_of_bar;
  guint32 *row_of_item;
  gint32 *predecessor;              /* of bars, bad links removed */
  TenureGroupTotal *totals;         /* n_groups */
  GArray *due[TENURE_N_DUES];       /* TenureDayEnd by day */
  GArray *due_below[TENURE_N_DUES]; /* guint32: bars with a lead whose value stands in one of the days, by day */
  guint32 *map;                     /* TENURE_TIMELINE_MAP_SPANS: bars that run */
  GHashTable *by_record;            /* made on the first look-up */
  GMutex lock;                      /* of by_record */
  gpointer owner;                   /* of bars, groups and labels, where the index keeps it */
  GDestroyNotify destroy_owner;
};

static inline gboolean
tenure_timeline_row_is_header (const TenureTimelineRow *row)
{
  return row->group >= 0;
}

/* Fills index->totals but for their header rows; part of making an index. */
void tenure_timeline_total_groups (TenureTimelineIndex *index);

/* Whether bar @lead has a part in the sum that @data says something of. */
typedef gboolean (*TenureTimelineHasPart) (const TenureTimelineIndex *index, guint32 lead, gconstpointer data);

/* Whether the money of @bar is counted in a lead of its that has a part in the sum. */
gboolean tenure_timeline_is_passed_on (const TenureTimelineIndex *index,
                                       guint32 bar,
                                       TenureTimelineHasPart has_part,
                                       gconstpointer data);

/* Fills index->due and due_below; part of making an index. */
void tenure_timeline_collect_due (TenureTimelineIndex *index);

/* What is due in [from, after): sums over the days of the strip. */
TenureDayEnd tenure_timeline_index_due (const TenureTimelineIndex *index,
                                        TenureTimelineDue due,
                                        TenureDay from,
                                        TenureDay after);

/* The single day in [from, after) on which the most value ends (most agreements when no value is known);
 * count 0 when nothing does. */
TenureDayEnd tenure_timeline_index_pile_up (const TenureTimelineIndex *index, TenureDay from, TenureDay after);

/* Fills index->map; part of making an index. */
void tenure_timeline_collect_map (TenureTimelineIndex *index);

/* "£8.1m", or @in_full "£8,100,000"; at the limit of a sum "more than …". Free. */
char *tenure_timeline_dup_worth (const TenureTimelineIndex *index, gint64 minor, gboolean in_full);

/* "41 with VCS organisations (£8.1m)"; NULL where the data do not count the sector's, or all are its. Free. */
char *tenure_timeline_dup_sector_part (const TenureTimelineIndex *index, const TenureDayEnd *end);

/* "44 agreements, 41 with VCS organisations (£8.1m)"; the second half where the data count the sector's and some are not
 * its. Free. */
char *tenure_timeline_dup_count (const TenureTimelineIndex *index, const TenureDayEnd *end);

/* --- Places of a frame ---------------------------------------------------------------------------------- */

typedef struct
{
  TenureBox strip; /* height 0: none */
  TenureBox axis;
  TenureBox rows;
  TenureBox minimap; /* height 0: none */
  double height;     /* of the frame, or what it needs at least */
  TenureChartType title_type;
  double title_y, subtitle_y, key_y, footnote_y; /* < 0: not painted */
  double margin, text_px;                        /* width of headings */
  double line_small, line_label;
  double label_row_px; /* the row height from which rows carry labels */
} TenureTimelinePlaces;

typedef struct
{
  char *title, *subtitle, *footnote;
} TenureTimelineWords;

TenureTimelineWords tenure_timeline_words (const TenureTimelineIndex *index, const TenureTimelineFrame *frame);
void tenure_timeline_words_clear (TenureTimelineWords *words);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TenureTimelineWords, tenure_timeline_words_clear)

TenureTimelinePlaces tenure_timeline_places (const TenureTimelineIndex *index,
                                             const TenureTimelineFrame *frame,
                                             const TenureChartTheme *theme);

/* --- Drawing a frame ------------------------------------------------------------------------------------ */

typedef struct _TenureDensity TenureDensity;

typedef struct
{
  TenureScene *scene;
  TenureTimelineIndex *index;
  const TenureTimelineView *view;
  const TenureTimelineFrame *frame;
  const TenureChartTheme *theme;
  TenureTimelinePlaces places;
  TenureTimeScale scale;
  guint first_row, after_row; /* visible rows */
  double as_of_px;            /* of the line; far outside when there is none */
  TenureDensity *density;     /* (nullable): working space of the density pictures of this frame */
} TenureTimelineDraw;

static inline double
tenure_timeline_day_px (const TenureTimelineDraw *draw, TenureDay day)
{
  return tenure_time_scale_px (&draw->scale, day);
}

static inline double
tenure_timeline_row_y (const TenureTimelineDraw *draw, guint row)
{
  return draw->places.rows.y + row * draw->view->row_px - draw->view->scroll_px;
}

/* Words among the rows. Where the as-of line would go through them they get a ground of their own in the colour of what they
 * stand on, @ground. NULL where tenure_scene_add_text() says so. */
TenureShape *tenure_timeline_add_words (
    TenureTimelineDraw *draw, double x, double y, const char *text, const TenureTextStyle *style, TenureChartRole ground);

/* --- Bars of a frame --- */

#define TENURE_TIMELINE_GAP_PX 2.0    /* between terms that follow each other */
#define TENURE_TIMELINE_MARKER_PX 4.0 /* of a decision marker above its bar */
#define TENURE_TIMELINE_BELOW_PX 4.0  /* for the line of notice */

/* Where a bar is painted. */
typedef struct
{
  const TenureTimelineItem *item;
  double x1, x2, x3; /* committed from x1 to x2, options, or what has no end, to x3; clipped to the view */
  double y, height;
  double next_x; /* where the next bar of the row begins, or the right edge */
  gint32 mark;
} TenureTimelineBox;

static inline double
tenure_timeline_left (const TenureTimelineDraw *draw)
{
  return draw->places.rows.x;
}

static inline double
tenure_timeline_right (const TenureTimelineDraw *draw)
{
  return draw->places.rows.x + draw->places.rows.width;
}

static inline gboolean
tenure_timeline_has_labels (const TenureTimelineDraw *draw)
{
  return draw->view->row_px >= draw->places.label_row_px;
}

static inline gboolean
tenure_timeline_is_stub (const TenureTimelineBox *bar)
{
  return (bar->item->flags & (TENURE_ITEM_NO_START | TENURE_ITEM_NO_END)) != 0;
}

static inline gboolean
tenure_timeline_is_undated (const TenureTimelineBox *bar)
{
  return (bar->item->flags & TENURE_ITEM_UNDATED) != 0;
}

static inline gboolean
tenure_timeline_is_open (const TenureTimelineBox *bar)
{
  return (bar->item->flags & TENURE_ITEM_OPEN) != 0;
}

/* A mark for a bar, or for words that stand for it; returns its place in the scene. */
gint32 tenure_timeline_add_bar_mark (TenureTimelineDraw *draw, const TenureTimelineBox *bar);

/* Names of @bars (element-type TenureTimelineBox), and of @empty_rows (element-type guint) where their bars are. */
void tenure_timeline_draw_labels (TenureTimelineDraw *draw, const GArray *bars, const GArray *empty_rows);

/* The tick of @step on or before the left edge. */
TenureDay tenure_timeline_first_tick (const TenureTimelineDraw *draw, TenureTimeStep step);

void tenure_timeline_draw_axis (TenureTimelineDraw *draw);
void tenure_timeline_draw_strip (TenureTimelineDraw *draw);
void tenure_timeline_draw_bars (TenureTimelineDraw *draw);

/* The day after the last that an open-ended agreement is secured for: by its notice, or, when that is not known, the as-of
 * day, until which it has run. */
TenureDay tenure_timeline_secured_end (const TenureTimelineDraw *draw, const TenureTimelineItem *item);
void tenure_timeline_draw_headers (TenureTimelineDraw *draw);
void tenure_timeline_draw_density (TenureTimelineDraw *draw);

/* All bars of one row in one strip. */
void tenure_timeline_draw_density_row (TenureTimelineDraw *draw, guint row, double y, double height);

void tenure_density_free (TenureDensity *density);

/* Names of groups over rows that are too thin for headers. */
void tenure_timeline_draw_group_names (TenureTimelineDraw *draw);

/* The map of all years (timeline-minimap.c). */
void tenure_timeline_draw_minimap (TenureTimelineDraw *draw);

/* Puts the view inside its limits. */
void tenure_timeline_view_limit (TenureTimelineView *view,
                                 const TenureTimelineIndex *index,
                                 const TenureTimelineFrame *frame,
                                 const TenureTimelinePlaces *places);

/* The key of the picture of @index, under it in lines of @width px; @strip: with what the strip shows (timeline-key.c). */
double tenure_timeline_key_height (const TenureTimelineIndex *index,
                                   const TenureChartTheme *theme,
                                   double width,
                                   gboolean strip);
void tenure_timeline_draw_key (TenureTimelineDraw *draw);

/* Words of marks and the table, on demand; takes a reference to the index. */
void tenure_timeline_describe (TenureTimelineDraw *draw);

G_END_DECLS
