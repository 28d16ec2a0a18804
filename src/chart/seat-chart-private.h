#pragma once

#include "chart/frame-private.h"
#include "chart/seat-chart.h"

G_BEGIN_DECLS

/* What the parts of the seat chart share: seat-chart.c lays out and draws, seat-chart-labels.c names the blocs at the sides,
 * seat-chart-words.c holds the words and the table. */

typedef struct
{
  guint first, n; /* the wedge: places first … first + n − 1 */
  char *label;    /* "NHS 4" */
  double width;   /* of the label */
  TenureChartRole role;
  TenureChartPattern pattern;
} TenureSeatWedge;

typedef struct
{
  TenureScene *scene;
  const TenureSeatChartData *data;
  double space;
  guint n_wedges; /* blocs, and one more for seats without one */
  TenureSeatWedge *wedges;
  guint *order; /* seats by wedge */
  TenureSeatPlace *places;
  double radius;
  double ring;               /* distance from the arch's centre to the outer edge of the seats */
  double arch_x, arch_y;     /* what places are counted from */
  double centre_x, centre_y; /* of the arch */
} TenureSeatDraw;

/* --- Words ---------------------------------------------------------------------------------------------- */

/* Seats of the sector's blocs, vacant ones too. */
guint tenure_seats_count_vcs (const TenureSeatChartData *data);
guint tenure_seats_count_unknown (const TenureSeatChartData *data); /* of no recorded bloc */

/* The title: the caller's, or "The VCS holds 2 of 14 seats". */
char *tenure_seats_dup_title (const TenureSeatChartData *data);

/* Static or borrowed words; a bloc outside the array is one that is not recorded. */
const char *tenure_seats_bloc_label (const TenureSeatChartData *data, guint bloc);
const char *tenure_seats_vote_label (const TenureSeatDatum *seat);
const char *tenure_seats_holder_label (const TenureSeatDatum *seat);

/* "Ada Marsh; votes; chair": what a mark says of its seat. */
char *tenure_seats_dup_words (const TenureSeatDatum *seat);

/* "hollow: vacant · small: no vote": the signs that occur; NULL when none does. */
char *tenure_seats_dup_signs (const TenureSeatChartData *data);

/* The rows of the table twin, in the order of the wedges. */
void tenure_seats_add_table (TenureSeatDraw *draw);

/* --- Labels --------------------------------------------------------------------------------------------- */

/* The side of the square of a bloc's look beside its name. */
double tenure_seats_swatch_size (const TenureSeatDraw *draw);

/* Names the blocs at both sides of the arch, inside @box. FALSE, with nothing drawn, when they do not find room. */
gboolean tenure_seats_add_side_labels (TenureSeatDraw *draw, const TenureBox *box);

G_END_DECLS
