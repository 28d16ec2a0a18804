/* The seats of one board, and all boards side by side. */

#include "config.h"
#include "report/charts-private.h"

#include "analysis/board-voice.h"
#include "chart/boards-compare.h"
#include "chart/seat-chart.h"

#include "base/i18n.h"
#include <stdlib.h>

/* --- Seats --- */

/* The blocs that have a seat, in the catalogue's order, and the place of each. */
typedef struct
{
  TenureSeatBloc blocs[TENURE_N_BLOCS];
  guint places[TENURE_N_BLOCS];
  guint n;
} Blocs;

/* A bloc has the same colour on every board: its place in the catalogue, the VCS apart. */
static guint
bloc_colour (int bloc)
{
  G_STATIC_ASSERT (TENURE_N_BLOCS - 1 <= TENURE_CHART_MAX_BLOCS);
  return (guint) bloc - (bloc > TENURE_BLOC_VCS ? 1 : 0);
}

static void
blocs_init (Blocs *blocs, const TenureBoardFigures *figures)
{
  *blocs = (Blocs){ .n = 0 };
  for (int bloc = TENURE_BLOC_UNKNOWN + 1; bloc < TENURE_N_BLOCS; bloc++)
    {
      if (figures->blocs[bloc].seats == 0)
        continue;
      blocs->places[bloc] = blocs->n;
      blocs->blocs[blocs->n++] = (TenureSeatBloc){ .label = tenure_bloc_label ((TenureBloc) bloc),
                                                   .is_vcs = bloc == TENURE_BLOC_VCS,
                                                   .colour = bloc_colour (bloc) };
    }
  /* Anything past the last place is drawn as not recorded. */
  blocs->places[TENURE_BLOC_UNKNOWN] = TENURE_N_BLOCS;
}

static TenureSeatVote
vote_of (const TenureFactBoard *board, const TenureFactSeat *seat)
{
  if (board->votes == TENURE_FACT_NO || seat->vote_weight == 0)
    return TENURE_SEAT_VOTE_NO;
  return seat->vote_weight > 0 ? TENURE_SEAT_VOTE_YES : TENURE_SEAT_VOTE_UNKNOWN;
}

static const char *
holder_of (const TenureBoards *boards, guint seat)
{
  gint32 holder = boards->holders[seat];
  gint32 person = holder >= 0 ? boards->facts->appointments[holder].person : -1;

  return person >= 0 ? boards->facts->persons[person].name : NULL;
}

static TenureSeatDatum
seat_datum (const TenureBoards *boards, const Blocs *blocs, const TenureFactBoard *board, guint at)
{
  const TenureFactSeat *seat = &boards->facts->seats[at];

  return (TenureSeatDatum){ .record = seat->id,
                            .label = seat->title,
                            .holder = holder_of (boards, at),
                            .bloc = blocs->places[seat->bloc],
                            .vote = vote_of (board, seat),
                            .vacant = boards->holders[at] < 0,
                            .chair = seat->role == TENURE_SEAT_ROLE_CHAIR };
}

TenureScene *
tenure_report_chart_seats (const TenureChartRequest *request, guint board)
{
  const TenureBoards *boards = request->analysis->boards;
  const TenureFactBoard *fact = &boards->facts->boards[board];
  const TenureBoardFigures *figures = &boards->boards[board];
  g_autofree TenureSeatDatum *seats = g_new (TenureSeatDatum, fact->n_seats);
  TenureSeatChartData data = { .board = fact->name, .seats = seats };
  Blocs blocs;

  blocs_init (&blocs, figures);
  data.blocs = blocs.blocs;
  data.n_blocs = blocs.n;
  for (guint i = 0; i < fact->n_seats; i++)
    if (boards->seat_exists[fact->first_seat + i])
      seats[data.n_seats++] = seat_datum (boards, &blocs, fact, fact->first_seat + i);
  data.notes = tenure_chart_request_notes (request, _ ("seats"), figures->seats, figures->seats, NULL);
  return tenure_chart_seats (&data, request->width, request->height, request->theme);
}

/* --- Boards compared --- */

static TenureBoardShare
cannot_tell (const char *reason)
{
  return (TenureBoardShare){ .state = TENURE_SHARE_CANNOT_TELL, .reason = reason };
}

static TenureBoardShare
does_not_apply (const char *reason)
{
  return (TenureBoardShare){ .state = TENURE_SHARE_NOT_APPLICABLE, .reason = reason };
}

static TenureBoardShare
share (gint64 part, gint64 whole)
{
  return (TenureBoardShare){ .state = TENURE_SHARE_KNOWN, .part = part, .whole = whole };
}

static TenureBoardShare
share_of_part (const TenureBoardPart *part)
{
  return (TenureBoardShare){ .state = TENURE_SHARE_KNOWN, .part = part->least, .whole = part->whole, .most = part->most };
}

static TenureBoardShare
seat_share (const TenureBoardFigures *figures)
{
  TenureBoardPart part;

  return tenure_board_seat_part (figures, &part) ? share_of_part (&part) : cannot_tell (_ ("no seats recorded"));
}

static TenureBoardShare
vote_share (const TenureFactBoard *board, const TenureBoardFigures *figures)
{
  TenureBoardPart part;

  if (board->votes == TENURE_FACT_NO)
    return does_not_apply (_ ("does not vote"));
  if (board->votes == TENURE_FACT_UNKNOWN)
    return cannot_tell (_ ("not recorded whether it votes"));
  return tenure_board_vote_part (board, figures, &part) ? share_of_part (&part) : cannot_tell (_ ("votes not recorded"));
}

/* Blocs are few, so that the fraction fits. */
static TenureBoardShare
power_share (const TenureBoards *boards, guint board)
{
  g_autoptr (TenureBlocPower) power = tenure_boards_power (boards, board);
  const TenureFraction *banzhaf;

  if (power->state == TENURE_BLOC_POWER_OFF)
    return does_not_apply (_ ("not switched on"));
  if (power->state == TENURE_BLOC_POWER_CANNOT_TELL)
    return cannot_tell (_ ("votes or quota not recorded"));
  if (boards->boards[board].vcs_votes == 0)
    return does_not_apply (_ ("has no vote"));
  banzhaf = &power->power->voters[power->vcs].banzhaf;
  return share (g_ascii_strtoll (banzhaf->numerator, NULL, 10), g_ascii_strtoll (banzhaf->denominator, NULL, 10));
}

static TenureVoiceExpected
voice_of (const TenureFlags *flags, guint board)
{
  switch ((TenureFact) flags->boards->facts->boards[board].voice_expected)
    {
    case TENURE_FACT_YES:
      return tenure_board_voice_is_exempted (flags, board) ? TENURE_VOICE_EXEMPTED : TENURE_VOICE_EXPECTED;
    case TENURE_FACT_NO:
      return TENURE_VOICE_NOT_EXPECTED;
    case TENURE_FACT_UNKNOWN:
    default:
      return TENURE_VOICE_NOT_RECORDED;
    }
}

static TenureBoardRow
board_row (const TenureFlags *flags, guint board)
{
  const TenureFactBoard *fact = &flags->boards->facts->boards[board];
  const TenureBoardFigures *figures = &flags->boards->boards[board];

  return (TenureBoardRow){ .record = fact->id,
                           .name = fact->name,
                           .seats = seat_share (figures),
                           .votes = vote_share (fact, figures),
                           .power = power_share (flags->boards, board),
                           .has_target = figures->has_target,
                           .target = figures->target,
                           .voice = voice_of (flags, board) };
}

static int
voice_rank (TenureVoiceExpected voice)
{
  switch (voice)
    {
    case TENURE_VOICE_EXPECTED:
      return 0;
    case TENURE_VOICE_NOT_RECORDED:
      return 1;
    case TENURE_VOICE_EXEMPTED:
      return 2;
    case TENURE_VOICE_NOT_EXPECTED:
    default:
      return 3;
    }
}

/* Boards where a voice is expected first, as rule G1 judges these alone, and those that are exempted or where none is
 * last; among them the smallest share first, what cannot be told last. */
static int
compare_rows (const void *a, const void *b)
{
  const TenureBoardRow *left = a, *right = b;
  gboolean left_known = left->seats.state == TENURE_SHARE_KNOWN, right_known = right->seats.state == TENURE_SHARE_KNOWN;
  gint64 order;

  if (left->voice != right->voice)
    return voice_rank (left->voice) - voice_rank (right->voice);
  if (left_known != right_known)
    return left_known ? -1 : 1;
  order = left_known ? left->seats.part * right->seats.whole - right->seats.part * left->seats.whole : 0;
  if (order != 0)
    return order < 0 ? -1 : 1;
  return g_strcmp0 (left->name, right->name);
}

TenureScene *
tenure_report_chart_boards (const TenureChartRequest *request)
{
  const TenureBoards *boards = request->analysis->boards;
  g_autofree TenureBoardRow *rows = g_new (TenureBoardRow, boards->n_boards);
  TenureBoardsCompareData data = { .rows = rows, .brief = request->brief };
  guint known = 0;

  for (guint i = 0; i < boards->n_boards; i++)
    if (boards->boards[i].exists)
      {
        rows[data.n_rows] = board_row (request->analysis->flags, i);
        known += rows[data.n_rows++].seats.state == TENURE_SHARE_KNOWN;
      }
  if (data.n_rows > 0)
    qsort (rows, data.n_rows, sizeof *rows, compare_rows);
  data.notes =
      tenure_chart_request_notes (request, _ ("boards with known shares"), known, data.n_rows, _ ("seats not recorded"));
  return tenure_chart_boards_compare (&data, request->width, request->height, request->theme);
}
