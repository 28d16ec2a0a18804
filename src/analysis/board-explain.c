#include "config.h"
#include "analysis/portfolio-explain.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const TenureBoards *boards;
  const TenureFactBoard *fact;
  const TenureBoardFigures *figures;
  TenureExplanation *explanation;
} Explaining;

static void
add_share (Explaining *explaining, const char *label, gboolean known, gint64 part, gint64 whole)
{
  g_autofree char *parts = g_strdup_printf ("%" G_GINT64_FORMAT, part);
  g_autofree char *all = g_strdup_printf ("%" G_GINT64_FORMAT, whole);

  if (known)
    /* Translators: a share, "2 of 14, 14.3 %". */
    tenure_explanation_add (explaining->explanation, TENURE_RECORD_BOARD, explaining->fact->id, label,
                            _ ("%1$s of %2$s, %3$.1f %%"), parts, all,
                            100.0 * (double) part / (double) whole);
  else
    tenure_explanation_add (explaining->explanation, TENURE_RECORD_BOARD, explaining->fact->id, label, "%s",
                            tenure_level_label (TENURE_LEVEL_CANNOT_TELL));
}

static void
explain_shares (Explaining *explaining)
{
  const TenureBoardFigures *figures = explaining->figures;

  add_share (explaining, _ ("Voluntary-sector seats"), figures->has_seat_share && figures->bloc_unknown == 0,
             figures->vcs_seats, figures->seats);
  add_share (explaining, _ ("Of the seats that are filled"),
             figures->has_filled_share && figures->bloc_unknown == 0, figures->vcs_filled, figures->filled);
  if (explaining->fact->votes == TENURE_FACT_NO)
    tenure_explanation_add (explaining->explanation, TENURE_RECORD_BOARD, explaining->fact->id, _ ("Votes"),
                            "%s", _ ("the board does not vote"));
  else
    add_share (explaining, _ ("Voluntary-sector votes"), figures->has_vote_share, figures->vcs_votes,
               figures->votes);
  if (!figures->has_target)
    return;
  tenure_explanation_add (explaining->explanation, TENURE_RECORD_BOARD, explaining->fact->id,
                          _ ("Target share of seats"), "%.1f %%",
                          100 * tenure_ratio_to_double (figures->target));
  tenure_explanation_add (explaining->explanation, TENURE_RECORD_BOARD, explaining->fact->id,
                          _ ("Seats short"), _ ("%1$u to change hands, or %2$u to be added"),
                          figures->short_replace, figures->short_add);
}

static void
explain_power (Explaining *explaining)
{
  g_autoptr (TenureBlocPower) power = tenure_boards_power (explaining->boards, explaining->figures->board);

  if (power->state != TENURE_BLOC_POWER_KNOWN)
    return;
  tenure_explanation_add (explaining->explanation, TENURE_RECORD_BOARD, explaining->fact->id,
                          _ ("Votes needed"), "%" G_GUINT64_FORMAT, power->quota);
  for (guint i = 0; i < power->power->n_voters; i++)
    {
      const TenurePowerVoter *voter = &power->power->voters[i];
      g_autofree char *votes =
          g_strdup_printf ("%" G_GINT64_FORMAT, explaining->figures->blocs[power->blocs[i]].votes);

      /* Translators: votes of a bloc, and its share of decisive votes as a fraction. */
      tenure_explanation_add (explaining->explanation, TENURE_RECORD_BOARD, explaining->fact->id,
                              tenure_bloc_label (power->blocs[i]),
                              _ ("weight %1$s, share of decisive votes (Banzhaf) %2$s/%3$s"), votes,
                              voter->banzhaf.numerator, voter->banzhaf.denominator);
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
      _ ("Seats that exist on the day, from their establishment to their abolition, held or vacant. "
         "Share of votes only where the board votes and every weight is recorded. Seats short of "
         "target t: ⌈t·n⌉ − v by replacement, ⌈(t·n − v) ÷ (1 − t)⌉ by addition."));
  if (!explaining.figures->exists)
    {
      explaining.explanation->summary = g_strdup (_ ("The board does not exist on the day."));
      return explaining.explanation;
    }
  explain_shares (&explaining);
  explain_power (&explaining);
  explain_seats (&explaining);
  if (explaining.fact->votes == TENURE_FACT_UNKNOWN)
    tenure_explanation_add_missing (explaining.explanation, TENURE_RECORD_BOARD, "votes",
                                    explaining.fact->id);
  return explaining.explanation;
}
