#include "config.h"
#include "analysis/board-part.h"
#include "analysis/portfolio-explain.h"

#include "base/i18n.h"

typedef struct
{
  const TenureBoards *boards;
  const TenureFactBoard *fact;
  const TenureBoardFigures *figures;
  TenureExplanation *explanation;
} Explaining;

/* A line about the board itself. */
static void
add_text (Explaining *explaining, const char *label, const char *text)
{
  tenure_explanation_add (explaining->explanation, TENURE_RECORD_BOARD, explaining->fact->id, label, "%s", text);
}

/* @part: (nullable): NULL: it cannot be told */
static void
add_part (Explaining *explaining, const char *label, const TenureBoardPart *part)
{
  g_autofree char *text = part != NULL ? tenure_board_part_dup_label (part) : NULL;

  add_text (explaining, label, text != NULL ? text : tenure_level_label (TENURE_LEVEL_CANNOT_TELL));
}

static void
explain_filled (Explaining *explaining)
{
  const TenureBoardFigures *figures = explaining->figures;
  TenureBoardPart part = { .least = figures->vcs_filled,
                           .most = (gint64) figures->vcs_filled + figures->blocs[TENURE_BLOC_UNKNOWN].filled,
                           .whole = figures->filled };

  if (figures->seats > 0 && figures->filled == 0)
    add_text (explaining, _ ("Of the seats that are filled"), _ ("no seat is filled"));
  else
    add_part (explaining, _ ("Of the seats that are filled"), figures->filled > 0 ? &part : NULL);
}

static void
explain_target (Explaining *explaining)
{
  const TenureBoardFigures *figures = explaining->figures;
  double share = tenure_ratio_to_double (figures->target);

  tenure_explanation_add (explaining->explanation, TENURE_RECORD_BOARD, explaining->fact->id, _ ("Target share of seats"),
                          _ ("%1$g %%; of %2$u seats that is %3$g"), 100 * share, figures->seats, figures->seats * share);
  tenure_explanation_add (explaining->explanation, TENURE_RECORD_BOARD, explaining->fact->id, _ ("Seats short"),
                          _ ("%1$u to change hands, or %2$u to be added"), figures->short_replace, figures->short_add);
}

static void
explain_shares (Explaining *explaining)
{
  TenureBoardPart part;
  gboolean known = tenure_board_seat_part (explaining->figures, &part);

  add_part (explaining, _ ("{Sector} seats"), known ? &part : NULL);
  explain_filled (explaining);
  known = tenure_board_vote_part (explaining->fact, explaining->figures, &part);
  if (explaining->fact->votes == TENURE_FACT_NO)
    add_text (explaining, _ ("Votes"), _ ("the board does not vote"));
  else
    add_part (explaining, _ ("{Sector} votes"), known ? &part : NULL);
  if (explaining->figures->has_target)
    explain_target (explaining);
}

static void
explain_power (Explaining *explaining)
{
  g_autoptr (TenureBlocPower) power = tenure_boards_power (explaining->boards, explaining->figures->board);

  if (power->state != TENURE_BLOC_POWER_KNOWN)
    return;
  tenure_explanation_add (explaining->explanation, TENURE_RECORD_BOARD, explaining->fact->id, _ ("Votes needed"),
                          "%" G_GUINT64_FORMAT, power->quota);
  for (guint i = 0; i < power->power->n_voters; i++)
    {
      const TenurePowerVoter *voter = &power->power->voters[i];
      gint64 votes = explaining->figures->blocs[power->blocs[i]].votes;
      g_autofree char *words = g_strdup_printf ("%" G_GINT64_FORMAT, votes);

      if (votes == 0)
        add_text (explaining, tenure_bloc_label (power->blocs[i]), _ ("has no vote"));
      else
        /* Translators: votes of a bloc, and as a fraction how often they decide. */
        tenure_explanation_add (explaining->explanation, TENURE_RECORD_BOARD, explaining->fact->id,
                                tenure_bloc_label (power->blocs[i]), _ ("votes %1$s, voting power (Banzhaf) %2$s/%3$s"),
                                words, voter->banzhaf.numerator, voter->banzhaf.denominator);
    }
}

static char *
dup_holder (const TenureBoards *boards, guint seat)
{
  gint32 holder = boards->holders[seat];
  gint32 person = holder >= 0 ? boards->facts->appointments[holder].person : -1;

  if (holder < 0)
    return g_strdup (_ ("vacant"));
  return g_strdup (person >= 0 ? boards->facts->persons[person].name : _ ("not recorded"));
}

static void
explain_seats (Explaining *explaining)
{
  const TenureFacts *facts = explaining->boards->facts;

  for (guint i = 0; i < explaining->fact->n_seats; i++)
    {
      guint at = explaining->fact->first_seat + i;
      const TenureFactSeat *seat = &facts->seats[at];
      g_autofree char *holder = NULL;

      if (!explaining->boards->seat_exists[at])
        continue;
      holder = dup_holder (explaining->boards, at);
      /* Translators: the bloc of a seat and who holds it. */
      tenure_explanation_add (explaining->explanation, TENURE_RECORD_SEAT, seat->id,
                              seat->title != NULL ? seat->title : _ ("Seat"), _ ("%1$s; %2$s"),
                              tenure_bloc_label ((TenureBloc) seat->bloc), holder);
      if (seat->bloc == TENURE_BLOC_UNKNOWN)
        tenure_explanation_add_missing (explaining->explanation, TENURE_RECORD_SEAT, "bloc", seat->id);
      if (seat->vote_weight < 0 && explaining->fact->votes != TENURE_FACT_NO)
        tenure_explanation_add_missing (explaining->explanation, TENURE_RECORD_SEAT, "vote_weight", seat->id);
    }
}

TenureExplanation *
tenure_board_explain (const TenureBoards *boards, guint board)
{
  Explaining explaining = { .boards = boards };

  g_return_val_if_fail (boards != NULL && board < boards->n_boards, NULL);

  explaining.fact = &boards->facts->boards[board];
  explaining.figures = &boards->boards[board];
  explaining.explanation = tenure_explanation_new (
      explaining.fact->name,
      _ ("Seats that exist on the day, from their establishment to their abolition, held or vacant. Where it is not "
         "recorded whose a seat is, a share lies between two numbers. The share of votes is told only where the "
         "board votes and the votes of every seat are recorded. Seats short: target × seats, rounded up, − the "
         "sector’s seats, if seats change hands; (target × seats − the sector’s seats) ÷ (1 − target), rounded up, "
         "if seats are added."));
  if (!explaining.figures->exists)
    {
      explaining.explanation->summary = g_strdup (_ ("The board does not exist on the day."));
      return explaining.explanation;
    }
  explain_shares (&explaining);
  explain_power (&explaining);
  explain_seats (&explaining);
  if (explaining.fact->votes == TENURE_FACT_UNKNOWN)
    tenure_explanation_add_missing (explaining.explanation, TENURE_RECORD_BOARD, "votes", explaining.fact->id);
  return explaining.explanation;
}
