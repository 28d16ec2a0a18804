#pragma once

#include "base/id.h"
#include "chart/notes.h"
#include "chart/scale.h"
#include "chart/scene.h"

G_BEGIN_DECLS

/* The timeline of agreements: bars = committed term, hatched = unexercised options, lined = open-ended, past what
 * notice secures, marker = decision date, line below the bar = renewal notice running, thin joins = renewal chain,
 * dashed joins = gaps between terms, ticks on the upper edge = variations, vertical line = as-of day, grid = financial
 * years. A strip above shows the annual value that ends each month and what is to be decided in it; a map of all years below
 * (timeline-minimap.h) says which are in view. An earlier record of the same agreements can stand behind them as ghosts.
 *
 * Sizes: made for 5,000 agreements, smooth at 100,000, usable at 1,000,000. So the work is split:
 *   TenureTimelineIndex  made once per data (off the main thread if large): rows, groups, joins, months of
 * the strip; tenure_chart_timeline()  one frame: binary search of the visible rows and days, at most about a
 * thousand labelled bars; where rows are thinner than a line of text, a density picture. A frame's scene
 * holds marks for what it shows; the index finds, walks and reveals every bar, shown or not.
 *
 * Rejected: one scene with all bars that is scrolled (a million shapes, and text laid out for nobody); a
 * widget per row (density pictures, joins and the common grid cross rows). */

/* --- Data ----------------------------------------------------------------------------------------------- */

/* Leads above leads that are followed. */
#define TENURE_TIMELINE_LEADS 32

typedef struct
{
  TenureId record;      /* unique within the data */
  const char *label;    /* borrowed for the life of the index; NULL: "No name recorded" */
  TenureDay first;      /* NONE: not recorded */
  TenureDay last;       /* committed end, inclusive; NONE: not recorded, unless open_ended */
  TenureDay max_last;   /* last + unexercised options; NONE or ≤ last: no options */
  TenureDay decision;   /* NONE: cannot tell or not needed */
  TenureDay notice;     /* the day by which renewal notice is due; NONE: cannot tell or not needed */
  TenureDay secured;    /* last day that notice secures; asked of open-ended bars only. NONE: cannot tell */
  gint32 predecessor;   /* index of the agreement that this one renews; −1: none */
  gint32 lead;          /* index of the agreement that its money passes through; −1: none */
  guint32 group;        /* index into groups */
  gint64 annual_minor;  /* meaningless unless value_known */
  guint32 first_change; /* a run in changes: the days of its variations */
  guint16 n_changes;
  guint8 level; /* TenureChartLevel: the worst flag */
  guint8 open_ended : 1;
  guint8 value_known : 1;    /* and in the currency of the data */
  guint8 covered : 1;        /* has a signed successor: does not count in the strip */
  guint8 notice_assumed : 1; /* notice and decision rest on the user's usual notice */
  guint8 running : 1;        /* known to run on the as-of day: what the totals of groups are about */
  guint8 may_run : 1;        /* its dates do not say; never with running */
  guint8 in_sector : 1;      /* counts among those that the words of the strip call the sector's */
  guint8 gone : 1;           /* no longer recorded: its ghost alone is drawn. No dates, not running, value not known */
} TenureTimelineBar;

/* A bar as it was recorded earlier. */
typedef struct
{
  TenureDay first, last, max_last; /* as in the bar */
  guint8 recorded : 1;             /* it was there at all; the rest means nothing otherwise */
  guint8 open_ended : 1;
} TenureTimelineGhost;

typedef struct
{
  TenureId record;    /* TENURE_ID_NONE when it is no record ("Not recorded") */
  const char *label;  /* borrowed for the life of the index */
  guint8 depth;       /* 0 = outermost; groups come in the order in which they are drawn, children after their
                         parent */
  gboolean collapsed; /* bars (and inner groups) share the header's row as a density picture */
} TenureTimelineGroup;

typedef enum
{
  TENURE_TIMELINE_BY_END, /* chains by the committed end of their last term; unknown ends last */
  TENURE_TIMELINE_BY_START,
  TENURE_TIMELINE_BY_VALUE, /* largest first; unknown last */
  TENURE_TIMELINE_BY_LEVEL, /* worst first, then by end */
} TenureTimelineOrder;

typedef struct
{
  const TenureTimelineBar *bars; /* borrowed for the life of the index */
  guint n_bars;
  const TenureTimelineGroup *groups; /* borrowed for the life of the index */
  guint n_groups;
  TenureTimelineOrder order; /* of chains within their group; ties by start, then by position in bars */
  int year_start_month;      /* 1–12 */
  TenureCurrency currency;
  gboolean counts_sector;   /* strip and title say how many are the sector's, the title also where all are */
  const TenureDay *changes; /* (nullable): what bars have runs in; borrowed as well */
  guint n_changes;
  const TenureTimelineGhost *ghosts; /* (nullable): one for each bar; borrowed as well */
  TenureDay recorded;                /* the day that the ghosts stand for; NONE without ghosts */
} TenureTimelineData;

/* --- Index ---------------------------------------------------------------------------------------------- */

/* Rows of the timeline: a header row for each group, with how many of its agreements run and the sum of their
 * annual values ("4 of 13 running · £280k a year": earlier and later terms of a chain are counted, not added;
 * tests/chart/test-timeline.c, /timeline/group-totals; money that passes through a lead that runs in the same group stands
 * in the lead's value alone, and so it does in the strip where both end in the days of one bar: docs/domain.md section 2,
 * "Passed on", /timeline/passed-on), then a row for each renewal chain (terms of one chain
 * share a row; a term that overlaps an earlier one takes the next). Bars without a first day are drawn from
 * their last day backwards as a fading stub, bars without a last day as a stub from their first day, both
 * dotted; an open-ended bar is solid as far as notice secures it, or to the as-of day when the notice is not known
 * (docs/domain.md section 2: secured is the notice, and nothing is committed beyond it), and lined from there to the
 * right edge (tests/chart/test-timeline.c, /timeline/open-ended); bars without any date have a row with the words
 * "no dates recorded". Nothing is dropped: an end before its start is drawn as a one-day bar and counted in n_reversed.
 * Immutable once made; may be made on a worker and read from any thread. Reference counted: a frame's scene keeps the
 * index alive. Bad links (predecessor or lead out of range, itself, a loop of predecessors) are
 * treated as no link; of leads above leads TENURE_TIMELINE_LEADS are followed. */
typedef struct _TenureTimelineIndex TenureTimelineIndex;

TenureTimelineIndex *tenure_timeline_index_new (const TenureTimelineData *data);
TenureTimelineIndex *tenure_timeline_index_ref (TenureTimelineIndex *index);
void tenure_timeline_index_unref (TenureTimelineIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureTimelineIndex, tenure_timeline_index_unref)

/* Gives the index what owns its bars, groups and labels, to be let go with it: for a scene that outlives its
 * maker. Once. */
void tenure_timeline_index_take_owner (TenureTimelineIndex *index, gpointer owner, GDestroyNotify destroy);

typedef struct
{
  guint n_bars;
  guint n_rows;           /* headers included */
  guint n_undated;        /* no date at all */
  guint n_reversed;       /* last day before first day */
  TenureDay first, after; /* [first, after) covers every known day of the data; both NONE without any */
} TenureTimelineExtent;

/* The bar with this record as an index into data.bars, −1 when there is none. The first call makes a table of
 * all. */
int tenure_timeline_index_find (TenureTimelineIndex *index, TenureId record);

void tenure_timeline_index_get_extent (const TenureTimelineIndex *index, TenureTimelineExtent *out_extent);

/* --- View ----------------------------------------------------------------------------------------------- */

/* What part is looked at. The owner of the widget keeps one, changes it with the functions below and draws a
 * frame. Not part of the document: looking is not editing. */
typedef struct
{
  double first_day; /* the day at the left edge of the plot */
  double px_per_day;
  double scroll_px; /* rows scrolled out above */
  double row_px;    /* height of a row; whole pixels from 3 px up, fractions below */
} TenureTimelineView;

typedef struct
{
  double width, height;
  TenureDay as_of;   /* NONE: no line */
  TenureId selected; /* TENURE_ID_NONE: none; drawn with a ring */
  const char *title; /* (nullable): NULL for the chart's own */
  TenureChartNotes notes;
  gboolean strip;   /* the cliff strip above */
  gboolean minimap; /* all years below, with those in view framed: for screens */
  const char *page; /* (nullable): which of several pages or what part this is, said at the end of the footnote */
} TenureTimelineFrame;

/* Everything visible in width × height (long timelines: rows as thin as needed down to less than a pixel). */
void tenure_timeline_view_fit (TenureTimelineView *view,
                               const TenureTimelineIndex *index,
                               const TenureTimelineFrame *frame,
                               const TenureChartTheme *theme);

/* A readable start: rows one text line high, from a year before the as-of day to three years after it. */
void tenure_timeline_view_today (TenureTimelineView *view,
                                 const TenureTimelineIndex *index,
                                 const TenureTimelineFrame *frame,
                                 const TenureChartTheme *theme);

/* Multiplies the day scale, or the row height, keeping what is under (x, y) where it is. Limits: one month
 * at most fills the width and a century takes at least 50 px; a row is at most three text lines, and at least as thick as
 * fit needs. */
void tenure_timeline_view_zoom_days (TenureTimelineView *view,
                                     const TenureTimelineIndex *index,
                                     const TenureTimelineFrame *frame,
                                     const TenureChartTheme *theme,
                                     double factor,
                                     double x);
void tenure_timeline_view_zoom_rows (TenureTimelineView *view,
                                     const TenureTimelineIndex *index,
                                     const TenureTimelineFrame *frame,
                                     const TenureChartTheme *theme,
                                     double factor,
                                     double y);

/* Moves by pixels and stops at the ends (a screen of empty time is allowed on either side). */
void tenure_timeline_view_pan (TenureTimelineView *view,
                               const TenureTimelineIndex *index,
                               const TenureTimelineFrame *frame,
                               const TenureChartTheme *theme,
                               double dx,
                               double dy);

/* Moves as little as needed to show the header of @group. */
void tenure_timeline_view_reveal_group (TenureTimelineView *view,
                                        const TenureTimelineIndex *index,
                                        const TenureTimelineFrame *frame,
                                        const TenureChartTheme *theme,
                                        guint group);

/* Moves as little as needed to show the bar of @record; FALSE when there is no such bar. */
gboolean tenure_timeline_view_reveal (TenureTimelineView *view,
                                      TenureTimelineIndex *index,
                                      const TenureTimelineFrame *frame,
                                      const TenureChartTheme *theme,
                                      TenureId record);

/* Height of all rows at this view, and of the part of the frame that shows rows: for a scroll bar. */
void tenure_timeline_view_get_scroll (const TenureTimelineView *view,
                                      const TenureTimelineIndex *index,
                                      const TenureTimelineFrame *frame,
                                      const TenureChartTheme *theme,
                                      double *out_total_px,
                                      double *out_page_px);

/* --- Frame ---------------------------------------------------------------------------------------------- */

/* One frame. Marks: visible bars (a group per timeline group) and the months of the strip (their own group);
 * in the density picture the group headers stand for their bars and the index answers for single ones. Table:
 * a row per visible bar; columns first day, committed end, with options, decision by, annual value, level.
 * Cost: scene and paint of 1920 × 1080 below 8 ms with 100,000 bars (tests/bench/bench-timeline.c). */
TenureScene *tenure_chart_timeline (TenureTimelineIndex *index,
                                    const TenureTimelineView *view,
                                    const TenureTimelineFrame *frame,
                                    const TenureChartTheme *theme);

/* The bar at a point of the frame, however thin, as an index into data.bars; −1 when there is none within
 * @reach_px. What joins a bar to the term before it in the same row belongs to it. */
int tenure_timeline_find (const TenureTimelineIndex *index,
                          const TenureTimelineView *view,
                          const TenureTimelineFrame *frame,
                          const TenureChartTheme *theme,
                          double x,
                          double y,
                          double reach_px);

/* The group whose header is at a point of the frame (to collapse or expand it), −1 when there is none. */
int tenure_timeline_find_group (const TenureTimelineIndex *index,
                                const TenureTimelineView *view,
                                const TenureTimelineFrame *frame,
                                const TenureChartTheme *theme,
                                double x,
                                double y);

/* Keyboard: the bar reached from the bar @bar (−1: nowhere yet). NEXT and PREVIOUS go through all rows in
 * turn and along each row; UP and DOWN to the bar of the row above or below (headers skipped) nearest in
 * time; FIRST, LAST. Stays at the ends; −1 when there are no bars. Collapsed bars are skipped. */
int tenure_timeline_walk (const TenureTimelineIndex *index, int bar, TenureWalk step);

/* Where the keyboard is: on a bar, or on the header of a group. */
typedef struct
{
  int bar;   /* −1: on no bar */
  int group; /* −1: on no header; never with a bar */
} TenureTimelinePlace;

/* The same through the headers of groups as well, which stand where they are drawn. From a header UP and DOWN go to the row
 * above or below, to its first bar. A bar that lies in a collapsed group counts as the header of that. Both −1 where there
 * is nothing to walk to. Test: "/timeline/walk-places". */
TenureTimelinePlace tenure_timeline_walk_places (const TenureTimelineIndex *index,
                                                 TenureTimelinePlace from,
                                                 TenureWalk step);

/* Where the bar is: "Lantern Trust: Advice line. 1 Apr 2024 to 31 Mar 2027, options to 31 Mar 2029. Decision
 * by 30 Sep 2026. £120,000 a year. 3rd consecutive 12-month term. Flag: red." Terms are consecutive when they are of as many
 * whole months, at least one, and each begins within 31 days after the end of the one before, as rule T4 has it
 * (docs/domain.md section 3); test "/timeline/consecutive". Free. */
char *tenure_timeline_dup_bar_text (const TenureTimelineIndex *index, guint bar);

G_END_DECLS
