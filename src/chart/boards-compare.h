#pragma once

#include "base/id.h"
#include "base/ratio.h"
#include "chart/notes.h"
#include "chart/scene.h"

G_BEGIN_DECLS

/* Seats, votes, power: three aligned columns of bars, one row per board, each on a zero baseline with one shared
 * scale in per cent. A target is a vertical line across the row. What cannot be told is an outlined dotted stub with
 * its reason, never an empty bar; what lies between two numbers is a bar as long as the least and a dotted one from
 * there to the most. Rows are drawn in the caller's order; boards of which the same is recorded on whether a
 * voluntary-sector voice is expected belong together, and stand under words that say so and count those without a
 * seat, unless all are alike; the names of boards where none is expected, or that are exempted from the rule that
 * expects one, are drawn softer, and such boards belong last. Where figures beside the bars would leave these no
 * room, names and figures stand above them. The column of voting power is left out of the picture where no row has any, and
 * where it is drawn a dash stands for boards without. A wide picture has larger words. */

typedef enum
{
  TENURE_VOICE_NOT_RECORDED,
  TENURE_VOICE_NOT_EXPECTED,
  TENURE_VOICE_EXPECTED,
  TENURE_VOICE_EXEMPTED, /* expected, and its lack exempted: not in the headline */
} TenureVoiceExpected;

typedef enum
{
  TENURE_SHARE_CANNOT_TELL,    /* an input is missing; `reason` says which */
  TENURE_SHARE_NOT_APPLICABLE, /* the board does not vote, the sector has no vote, or power is not switched on */
  TENURE_SHARE_KNOWN,
} TenureShareState;

typedef struct
{
  TenureShareState state;
  gint64 part, whole; /* "2 of 14"; for power the fraction in lowest terms. whole > 0 when KNOWN */
  const char *reason; /* (nullable): "votes not recorded", "board does not vote"; borrowed for the call */
  gint64 most;        /* "1 or 2 of 14": the most that the part can be; part or less: it is exactly that */
} TenureBoardShare;

typedef struct
{
  TenureId record;
  const char *name;
  TenureBoardShare seats, votes, power;
  gboolean has_target;
  TenureRatio target; /* share of seats, when has_target */
  TenureVoiceExpected voice;
} TenureBoardRow;

typedef struct
{
  const char *title; /* (nullable): NULL for the chart's own: "The VCS has no seat on 2 of 5 boards where its voice is
                         expected"; of all boards where it is recorded for none that a voice is expected */
  const TenureBoardRow *rows;
  guint n_rows;   /* 0 draws the empty state */
  gboolean brief; /* no taller than asked for: the first rows, as many as it holds, without groups and voting power, and how
                     many more there are */
  TenureChartNotes notes;
} TenureBoardsCompareData;

/* Draws at @width and at least @height; with more boards than fit, and not brief, the scene is as tall as it must be, and
 * the view scrolls. Marks: a group per board that is drawn, a mark per column. Table: a row per board, all of them; columns
 * seats, votes, voting power, target, voice expected. Test: tests/chart/test-boards.c. */
TenureScene *tenure_chart_boards_compare (const TenureBoardsCompareData *data,
                                          double width,
                                          double height,
                                          const TenureChartTheme *theme);

G_END_DECLS
