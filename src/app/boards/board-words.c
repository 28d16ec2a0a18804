#include "config.h"
#include "app/boards/board-words.h"

#include "analysis/board-part.h"

#include "base/i18n.h"

/* --- Shares --------------------------------------------------------------------------------------------------- */

/* Of a share that is no part of a number of things. */
static char *
dup_percent (double fraction)
{
  TenureFigure figure = tenure_figure_number (fraction, TENURE_FIGURE_UNIT_RATIO, 1, 1);

  return tenure_figure_dup_label (&figure);
}

static TenureBoardShareWords
known_share (const TenureBoardPart *part, char *note)
{
  return (TenureBoardShareWords){ .shown = TRUE,
                                  .known = TRUE,
                                  .fraction = (double) part->least / (double) part->whole,
                                  .value = tenure_board_part_dup_label (part),
                                  .note = note };
}

static TenureBoardShareWords
unknown_share (char *value)
{
  return (TenureBoardShareWords){ .shown = TRUE, .value = value, .note = g_strdup ("") };
}

static char *
dup_filled (const TenureBoardFigures *board)
{
  if (board->vacant == 0)
    return g_strdup (_ ("Every seat is filled."));
  if (board->filled == 0)
    return g_strdup (_ ("No seat is filled."));
  return g_strdup_printf (_ ("Of the %u filled seats: %u."), board->filled, board->vcs_filled);
}

static TenureBoardShareWords
seats_share (const TenureBoardFigures *board)
{
  g_autofree char *filled = dup_filled (board);
  g_autofree char *unknown = NULL;
  TenureBoardPart part;

  if (!tenure_board_seat_part (board, &part))
    return unknown_share (g_strdup (_ ("no seats recorded")));
  if (board->bloc_unknown == 0)
    return known_share (&part, g_steal_pointer (&filled));
  unknown = g_strdup_printf (
      ngettext ("The bloc of %u seat is not recorded.", "The bloc of %u seats is not recorded.", board->bloc_unknown),
      board->bloc_unknown);
  return known_share (&part, g_strdup_printf ("%s %s", filled, unknown));
}

/* Why there is no share of votes on a board that votes. */
static char *
dup_lack_of_votes (const TenureBoardFigures *board)
{
  if (board->votes_unknown == 0)
    return g_strdup (_ ("no seat has a vote"));
  return g_strdup_printf (ngettext ("cannot tell: the votes of %u seat are not recorded",
                                    "cannot tell: the votes of %u seats are not recorded", board->votes_unknown),
                          board->votes_unknown);
}

static TenureBoardShareWords
votes_share (const TenureFactBoard *fact, const TenureBoardFigures *board)
{
  TenureBoardPart part;

  if (fact->votes == TENURE_FACT_NO)
    return (TenureBoardShareWords){ 0 };
  if (fact->votes == TENURE_FACT_UNKNOWN)
    return unknown_share (g_strdup (_ ("not recorded whether it votes")));
  if (!tenure_board_vote_part (fact, board, &part))
    return unknown_share (dup_lack_of_votes (board));
  return known_share (&part, g_strdup (""));
}

static TenureBoardShareWords
power_share (const TenureBoards *boards, guint board)
{
  g_autoptr (TenureBlocPower) power = tenure_boards_power (boards, board);
  const TenurePowerVoter *voter;
  TenureBoardShareWords words = { .shown = TRUE };
  g_autofree char *percent = NULL;

  if (power->state == TENURE_BLOC_POWER_OFF)
    return (TenureBoardShareWords){ 0 };
  words.note = g_strdup (_ ("This counts how often a bloc that votes as one decides. It says nothing of a board whose "
                            "members decide each for themselves."));
  if (power->state == TENURE_BLOC_POWER_CANNOT_TELL)
    {
      words.value = g_strdup (_ ("cannot tell: votes, blocs or votes needed not recorded"));
      return words;
    }
  words.known = TRUE;
  if (boards->boards[board].vcs_votes == 0)
    {
      words.value = g_strdup (_ ("has no vote"));
      return words;
    }
  voter = &power->power->voters[power->vcs];
  words.fraction = voter->banzhaf.value;
  percent = dup_percent (voter->banzhaf.value);
  if (voter->dummy)
    words.value = g_strdup (_ ("a vote that can never decide"));
  else
    /* Translators: a part of a whole, and the same in per cent: "1 of 6, 16.7 %". */
    words.value = g_strdup_printf (_ ("%s of %s, %s"), voter->banzhaf.numerator, voter->banzhaf.denominator, percent);
  return words;
}

static char *
dup_target (const TenureBoardFigures *board, gboolean *out_met)
{
  g_autofree char *target = NULL;

  *out_met = FALSE;
  if (!board->has_target)
    return g_strdup (_ ("No target share is set for this board."));
  target = dup_percent (tenure_ratio_to_double (board->target));
  *out_met = board->short_replace == 0;
  if (*out_met)
    return g_strdup_printf (_ ("The target of %s is met."), target);
  /* Translators: a share in per cent, then two numbers of seats: some pass from others to the sector, or are new. */
  return g_strdup_printf (ngettext ("Short of the target of %s: %u seat must change hands, or %u be added.",
                                    "Short of the target of %s: %u seats must change hands, or %u be added.",
                                    board->short_replace),
                          target, board->short_replace, board->short_add);
}

/* A board that is over, or has not begun. */
static char *
dup_existence (const TenureFactBoard *fact, TenureDay as_of)
{
  g_autofree char *day = NULL;

  if (tenure_day_is_known (fact->to_day) && fact->to_day < as_of)
    {
      day = tenure_day_dup_label (fact->to_day);
      return g_strdup_printf (_ ("ended on %s"), day);
    }
  day = tenure_day_dup_label (fact->from_day);
  return g_strdup_printf (_ ("begins on %s"), day);
}

TenureBoardWords
tenure_board_words (const TenureAnalysis *analysis, guint board)
{
  const TenureBoardFigures *figures = &analysis->boards->boards[board];
  TenureBoardWords words = { 0 };

  if (!figures->exists)
    {
      words.seats = unknown_share (dup_existence (&analysis->facts->boards[board], analysis->as_of));
      words.target = g_strdup ("");
      return words;
    }
  words = (TenureBoardWords){
    .seats = seats_share (figures),
    .votes = votes_share (&analysis->facts->boards[board], figures),
    .power = power_share (analysis->boards, board),
  };

  words.target = dup_target (figures, &words.target_met);
  return words;
}

static void
clear_share (TenureBoardShareWords *share)
{
  g_clear_pointer (&share->value, g_free);
  g_clear_pointer (&share->note, g_free);
}

void
tenure_board_words_clear (TenureBoardWords *words)
{
  clear_share (&words->seats);
  clear_share (&words->votes);
  clear_share (&words->power);
  g_clear_pointer (&words->target, g_free);
}

/* --- Lines ---------------------------------------------------------------------------------------------------- */

/* "1 of 9 votes", or why there is no such number. */
static char *
dup_votes (const TenureFactBoard *fact, const TenureBoardFigures *figures)
{
  TenureBoardPart part;
  g_autofree char *range = NULL;

  if (fact->votes == TENURE_FACT_NO)
    return g_strdup (_ ("does not vote"));
  if (!tenure_board_vote_part (fact, figures, &part))
    return g_strdup (_ ("votes not recorded"));
  range = tenure_board_part_dup_range (&part);
  return g_strdup_printf (_ ("%1$s of %2$" G_GINT64_FORMAT " votes"), range, part.whole);
}

char *
tenure_board_dup_summary (const TenureAnalysis *analysis, guint board)
{
  const TenureBoardFigures *figures = &analysis->boards->boards[board];
  const TenureFactBoard *fact = &analysis->facts->boards[board];

  TenureBoardPart seats;
  g_autofree char *of_sector = NULL;
  g_autofree char *of_votes = NULL;

  if (!figures->exists)
    return dup_existence (fact, analysis->as_of);
  tenure_board_seat_part (figures, &seats);
  of_sector = tenure_board_part_dup_range (&seats);
  of_votes = dup_votes (fact, figures);
  /* Translators: seats of a board; of them, "2" or "1 or 2", the sector's; what is known of its votes. */
  return g_strdup_printf (ngettext ("%1$u seat, %2$s {sector}; %3$s", "%1$u seats, %2$s {sector}; %3$s", figures->seats),
                          figures->seats, of_sector, of_votes);
}

static const char *
decision_words (TenureDecisionRule rule)
{
  switch (rule)
    {
    case TENURE_DECIDES_MAJORITY:
      return _ ("decides by majority");
    case TENURE_DECIDES_TWO_THIRDS:
      return _ ("decides by two thirds");
    case TENURE_DECIDES_UNANIMITY:
      return _ ("decides unanimously");
    case TENURE_DECIDES_CONSENSUS:
      return _ ("decides by consensus");
    case TENURE_DECIDES_CUSTOM:
      return _ ("decides by its own rule");
    default:
      return NULL;
    }
}

char *
tenure_board_dup_facts (const TenureAnalysis *analysis, guint board)
{
  const TenureFactBoard *fact = &analysis->facts->boards[board];
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (fact->type != NULL)
    g_ptr_array_add (parts, g_strdup (fact->type));
  if (tenure_day_is_known (fact->from_day))
    {
      g_autofree char *day = tenure_day_dup_label (fact->from_day);

      g_ptr_array_add (parts, g_strdup_printf (_ ("since %s"), day));
    }
  if (tenure_day_is_known (fact->to_day))
    {
      g_autofree char *day = tenure_day_dup_label (fact->to_day);

      g_ptr_array_add (parts, g_strdup_printf (_ ("until %s"), day));
    }
  if (decision_words (fact->decision_rule) != NULL)
    g_ptr_array_add (parts, g_strdup (decision_words (fact->decision_rule)));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

/* --- Seats ---------------------------------------------------------------------------------------------------- */

static const TenureFactAppointment *
holder_of (const TenureAnalysis *analysis, guint seat)
{
  gint32 appointment = analysis->boards->holders[seat];

  return appointment >= 0 ? &analysis->facts->appointments[appointment] : NULL;
}

char *
tenure_seat_dup_title (const TenureAnalysis *analysis, guint seat)
{
  const TenureFactSeat *fact = &analysis->facts->seats[seat];
  const char *title = fact->title != NULL ? fact->title : _ ("Seat without a title");

  if (fact->role == TENURE_SEAT_ROLE_CHAIR)
    return g_strdup_printf (_ ("%s (chair)"), title);
  if (fact->role == TENURE_SEAT_ROLE_VICE_CHAIR)
    return g_strdup_printf (_ ("%s (vice chair)"), title);
  return g_strdup (title);
}

char *
tenure_seat_dup_holder (const TenureAnalysis *analysis, guint seat)
{
  const TenureFactAppointment *appointment = holder_of (analysis, seat);
  g_autofree char *span = NULL;

  if (appointment != NULL)
    {
      const char *name = appointment->person >= 0 ? analysis->facts->persons[appointment->person].name : NULL;

      return g_strdup (name != NULL ? name : _ ("filled; by whom is not recorded"));
    }
  span = tenure_boards_dup_vacancy (analysis->boards, seat);
  if (span != NULL)
    /* Translators: a span of time: "12 days", "4 years and 1 month". */
    return g_strdup_printf (_ ("vacant for %s"), span);
  return g_strdup (_ ("vacant"));
}

char *
tenure_seat_dup_since (const TenureAnalysis *analysis, guint seat)
{
  const TenureFactAppointment *appointment = holder_of (analysis, seat);

  if (appointment == NULL)
    return g_strdup ("");
  if (!tenure_day_is_known (appointment->from_day))
    return g_strdup (_ ("not recorded"));
  return tenure_day_dup_label (appointment->from_day);
}

char *
tenure_seat_dup_vote (const TenureAnalysis *analysis, guint seat)
{
  const TenureFactSeat *fact = &analysis->facts->seats[seat];

  if (analysis->facts->boards[fact->board].votes == TENURE_FACT_NO)
    return g_strdup ("–");
  if (fact->vote_weight < 0)
    return g_strdup (_ ("not recorded"));
  if (fact->vote_weight == 0)
    return g_strdup (_ ("none"));
  return g_strdup_printf ("%d", fact->vote_weight);
}
