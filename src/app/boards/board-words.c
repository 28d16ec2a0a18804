#include "config.h"
#include "app/boards/board-words.h"

#include <glib/gi18n.h>

/* --- Shares --------------------------------------------------------------------------------------------------- */

static char *
dup_percent (double fraction)
{
  TenureFigure figure = tenure_figure_number (fraction, TENURE_FIGURE_UNIT_RATIO, 1, 1);

  return tenure_figure_dup_label (&figure);
}

static TenureBoardShareWords
known_share (char *part, double fraction, char *note)
{
  g_autofree char *percent = dup_percent (fraction);
  g_autofree char *owned = part;

  /* Translators: a part of a whole, "2 of 14", and the same in per cent. */
  return (TenureBoardShareWords){ .shown = TRUE,
                                  .known = TRUE,
                                  .fraction = fraction,
                                  .value = g_strdup_printf (_("%s, %s"), owned, percent),
                                  .note = note };
}

static TenureBoardShareWords
unknown_share (char *value)
{
  return (TenureBoardShareWords){ .shown = TRUE, .value = value, .note = g_strdup ("") };
}

static TenureBoardShareWords
seats_share (const TenureBoardFigures *board)
{
  char *note;

  if (!board->has_seat_share)
    return unknown_share (g_strdup (_("no seats recorded")));
  if (board->bloc_unknown > 0)
    note = g_strdup_printf (g_dngettext (NULL, "The bloc of %u seat is not recorded.",
                                         "The bloc of %u seats is not recorded.", board->bloc_unknown),
                            board->bloc_unknown);
  else if (board->vacant > 0)
    note = g_strdup_printf (_("Of the %u filled seats: %u."), board->filled, board->vcs_filled);
  else
    note = g_strdup (_("Every seat is filled."));
  return known_share (g_strdup_printf (_("%u of %u"), board->vcs_seats, board->seats),
                      tenure_ratio_to_double (board->seat_share), note);
}

static TenureBoardShareWords
votes_share (const TenureFactBoard *fact, const TenureBoardFigures *board)
{
  if (fact->votes == TENURE_FACT_NO)
    return (TenureBoardShareWords){ 0 };
  if (fact->votes == TENURE_FACT_UNKNOWN)
    return unknown_share (g_strdup (_("not recorded whether it votes")));
  if (!board->has_vote_share)
    return unknown_share (
        board->votes_unknown > 0
            ? g_strdup_printf (g_dngettext (NULL, "cannot tell: the vote of %u seat is not recorded",
                                            "cannot tell: the votes of %u seats are not recorded",
                                            board->votes_unknown),
                               board->votes_unknown)
            : g_strdup (_("cannot tell: the bloc of some seats is not recorded")));
  return known_share (
      g_strdup_printf (_("%lld of %lld"), (long long) board->vcs_votes, (long long) board->votes),
      tenure_ratio_to_double (board->vote_share), g_strdup (""));
}

static const char *
power_caution (void)
{
  return _(
      "Counts blocs that vote as one. Members of a unitary board are not delegates; then it says nothing.");
}

static TenureBoardShareWords
power_share (const TenureBoards *boards, guint board)
{
  g_autoptr (TenureBlocPower) power = tenure_boards_power (boards, board);
  const TenurePowerVoter *voter;

  if (power->state == TENURE_BLOC_POWER_OFF)
    return (TenureBoardShareWords){ 0 };
  if (power->state == TENURE_BLOC_POWER_CANNOT_TELL)
    return (TenureBoardShareWords){ .shown = TRUE,
                                    .value = g_strdup (_("cannot tell: votes, blocs or quota not recorded")),
                                    .note = g_strdup (power_caution ()) };
  if (power->vcs < 0)
    return known_share (g_strdup (_("no vote")), 0.0, g_strdup (power_caution ()));
  voter = &power->power->voters[power->vcs];
  return known_share (
      voter->dummy ? g_strdup (_("a vote that can never decide"))
                   : g_strdup_printf (_("%s of %s"), voter->banzhaf.numerator, voter->banzhaf.denominator),
      voter->banzhaf.value, g_strdup (power_caution ()));
}

static char *
dup_target (const TenureBoardFigures *board, gboolean *out_met)
{
  g_autofree char *target = NULL;

  *out_met = FALSE;
  if (!board->has_target)
    return g_strdup (_("No target share is set for this board."));
  target = dup_percent (tenure_ratio_to_double (board->target));
  *out_met = board->short_replace == 0;
  if (*out_met)
    return g_strdup_printf (_("The target of %s is met."), target);
  /* Translators: a share in per cent, then two numbers of seats. */
  return g_strdup_printf (g_dngettext (NULL,
                                       "Short of the target of %s by %u seat turned over, or by %u added.",
                                       "Short of the target of %s by %u seats turned over, or by %u added.",
                                       board->short_replace),
                          target, board->short_replace, board->short_add);
}

TenureBoardWords
tenure_board_words (const TenureAnalysis *analysis, guint board, const char *sector)
{
  const TenureBoardFigures *figures = &analysis->boards->boards[board];
  TenureBoardWords words = {
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

char *
tenure_board_dup_summary (const TenureAnalysis *analysis, guint board, const char *sector)
{
  const TenureBoardFigures *figures = &analysis->boards->boards[board];
  const TenureFactBoard *fact = &analysis->facts->boards[board];

  if (!figures->exists)
    return g_strdup (_("does not exist on this day"));
  if (fact->votes == TENURE_FACT_YES && figures->has_vote_share)
    /* Translators: seats of a board, seats of the sector (%s: "VCS"), its votes, all votes. */
    return g_strdup_printf (g_dngettext (NULL, "%u seat, %u %s; %lld of %lld votes",
                                         "%u seats, %u %s; %lld of %lld votes", figures->seats),
                            figures->seats, figures->vcs_seats, sector, (long long) figures->vcs_votes,
                            (long long) figures->votes);
  if (fact->votes == TENURE_FACT_NO)
    return g_strdup_printf (
        g_dngettext (NULL, "%u seat, %u %s; does not vote", "%u seats, %u %s; does not vote", figures->seats),
        figures->seats, figures->vcs_seats, sector);
  return g_strdup_printf (g_dngettext (NULL, "%u seat, %u %s; votes not recorded",
                                       "%u seats, %u %s; votes not recorded", figures->seats),
                          figures->seats, figures->vcs_seats, sector);
}

static const char *
decision_words (TenureDecisionRule rule)
{
  switch (rule)
    {
    case TENURE_DECIDES_MAJORITY:
      return _("decides by majority");
    case TENURE_DECIDES_TWO_THIRDS:
      return _("decides by two thirds");
    case TENURE_DECIDES_UNANIMITY:
      return _("decides unanimously");
    case TENURE_DECIDES_CONSENSUS:
      return _("decides by consensus");
    case TENURE_DECIDES_CUSTOM:
      return _("decides by its own rule");
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

      g_ptr_array_add (parts, g_strdup_printf (_("since %s"), day));
    }
  if (tenure_day_is_known (fact->to_day))
    {
      g_autofree char *day = tenure_day_dup_label (fact->to_day);

      g_ptr_array_add (parts, g_strdup_printf (_("until %s"), day));
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
  const char *title = fact->title != NULL ? fact->title : _("Seat without a title");

  if (fact->role == TENURE_SEAT_ROLE_CHAIR)
    return g_strdup_printf (_("%s (chair)"), title);
  if (fact->role == TENURE_SEAT_ROLE_VICE_CHAIR)
    return g_strdup_printf (_("%s (vice chair)"), title);
  return g_strdup (title);
}

char *
tenure_seat_dup_holder (const TenureAnalysis *analysis, guint seat)
{
  const TenureFactAppointment *appointment = holder_of (analysis, seat);
  gint32 days;

  if (appointment != NULL)
    {
      const char *name = appointment->person >= 0 ? analysis->facts->persons[appointment->person].name : NULL;

      return g_strdup (name != NULL ? name : _("filled; by whom is not recorded"));
    }
  if (tenure_boards_vacant_days (analysis->boards, seat, &days))
    return g_strdup_printf (g_dngettext (NULL, "vacant for %d day", "vacant for %d days", days), days);
  return g_strdup (_("vacant"));
}

char *
tenure_seat_dup_since (const TenureAnalysis *analysis, guint seat)
{
  const TenureFactAppointment *appointment = holder_of (analysis, seat);

  if (appointment == NULL)
    return g_strdup ("");
  if (!tenure_day_is_known (appointment->from_day))
    return g_strdup (_("not recorded"));
  return tenure_day_dup_label (appointment->from_day);
}

char *
tenure_seat_dup_vote (const TenureAnalysis *analysis, guint seat)
{
  const TenureFactSeat *fact = &analysis->facts->seats[seat];

  if (analysis->facts->boards[fact->board].votes == TENURE_FACT_NO)
    return g_strdup ("–");
  if (fact->vote_weight < 0)
    return g_strdup (_("not recorded"));
  if (fact->vote_weight == 0)
    return g_strdup (_("none"));
  return g_strdup_printf ("%d", fact->vote_weight);
}
