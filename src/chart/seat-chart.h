#pragma once

#include "base/id.h"
#include "chart/notes.h"
#include "chart/scene.h"

G_BEGIN_DECLS

/* Who is in the room? The seats of one board as a hemicycle. Bloc = colour and pattern, with its name and count written
 * beside it after a swatch of it; hollow = vacant; small = without a vote; dashed = vote not recorded; ring = chair; a
 * coin (a dot with a rim) = paid. Each bloc is one contiguous wedge, in the order of the blocs array. */

typedef enum
{
  TENURE_SEAT_VOTE_UNKNOWN,
  TENURE_SEAT_VOTE_NO,
  TENURE_SEAT_VOTE_YES,
} TenureSeatVote;

typedef struct
{
  const char *label; /* "NHS", "Council"; borrowed for the call */
  gboolean is_vcs;
  guint colour; /* from 1: which of the theme's colours and patterns for blocs it has, so that it looks the same on
                   every board; 0: the next that no other bloc of this board asks for. Not used for the VCS. */
} TenureSeatBloc;

typedef struct
{
  TenureId record;
  const char *label;  /* the seat: "Alliance chair"; borrowed for the call */
  const char *holder; /* (nullable): who sits on it, with organisation; NULL when vacant or not recorded */
  guint bloc;         /* index into blocs; n_blocs or more: bloc not recorded, drawn dotted at the end */
  TenureSeatVote vote;
  gboolean vacant;
  gboolean chair;
  gboolean paid;
} TenureSeatDatum;

typedef struct
{
  const char *title; /* (nullable): NULL for the chart's own: "The VCS has 2 of 14 seats; 1 of them vacant" */
  const char *board;
  const TenureSeatBloc *blocs;
  guint n_blocs;
  const TenureSeatDatum *seats;
  guint n_seats; /* 0 draws the empty state; 1 … 500 exactly; more are drawn as smaller seats, never dropped */
  TenureChartNotes notes;
} TenureSeatChartData;

/* Marks: a group per bloc, a mark per seat. Table: a row per seat; columns bloc, holder, vote, chair. */
TenureScene *tenure_chart_seats (const TenureSeatChartData *data,
                                 double width,
                                 double height,
                                 const TenureChartTheme *theme);

/* --- Layout --------------------------------------------------------------------------------------------- */

typedef struct
{
  double x, y;  /* centre, in px from the top left of the box */
  double angle; /* 0 at the left end, π at the right end */
} TenureSeatPlace;

/**
 * tenure_seat_layout:
 * @n: seats, ≥ 1
 * @places: (out caller-allocates): @n places, ordered by angle and from the inside out at equal angles, so
 * that a run of places is a wedge
 * @out_radius: the largest radius, of those the search tries, at which no two seats overlap and all lie
 * inside the box
 *
 * Rows are concentric half circles; seats are shared out over the rows in proportion to their length (largest
 * remainder). The number of rows is the one that gives the largest seats. One seat sits in the middle.
 */
void tenure_seat_layout (guint n, double width, double height, TenureSeatPlace *places, double *out_radius);

G_END_DECLS
