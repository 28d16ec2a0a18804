#include "config.h"
#include "analysis/board-part.h"

#include "base/i18n.h"

gboolean
tenure_board_seat_part (const TenureBoardFigures *figures, TenureBoardPart *out_part)
{
  g_return_val_if_fail (figures != NULL && out_part != NULL, FALSE);

  *out_part = (TenureBoardPart){ .least = figures->vcs_seats,
                                 .most = (gint64) figures->vcs_seats + figures->bloc_unknown,
                                 .whole = figures->seats };
  return figures->seats > 0;
}

gboolean
tenure_board_vote_part (const TenureFactBoard *board, const TenureBoardFigures *figures, TenureBoardPart *out_part)
{
  g_return_val_if_fail (board != NULL && figures != NULL && out_part != NULL, FALSE);

  *out_part = (TenureBoardPart){ .least = figures->vcs_votes,
                                 .most = figures->vcs_votes + figures->blocs[TENURE_BLOC_UNKNOWN].votes,
                                 .whole = figures->votes };
  return board->votes == TENURE_FACT_YES && figures->votes_unknown == 0 && figures->votes > 0;
}

char *
tenure_board_part_dup_range (const TenureBoardPart *part)
{
  g_return_val_if_fail (part != NULL, NULL);

  if (part->least == part->most)
    return g_strdup_printf ("%" G_GINT64_FORMAT, part->least);
  if (part->most == part->least + 1)
    /* Translators: a number that is one of two, "1 or 2". */
    return g_strdup_printf (_ ("%1$" G_GINT64_FORMAT " or %2$" G_GINT64_FORMAT), part->least, part->most);
  /* Translators: the least and the most that a number can be, "1 to 3". */
  return g_strdup_printf (_ ("%1$" G_GINT64_FORMAT " to %2$" G_GINT64_FORMAT), part->least, part->most);
}

char *
tenure_board_part_dup_label (const TenureBoardPart *part)
{
  g_autofree char *range = tenure_board_part_dup_range (part);
  double least, most;

  g_return_val_if_fail (part != NULL && part->whole > 0, NULL);

  least = 100.0 * (double) part->least / (double) part->whole;
  most = 100.0 * (double) part->most / (double) part->whole;
  if (part->least == part->most)
    /* Translators: a part of a whole, and the same in per cent: "2 of 14, 14.3 %". */
    return g_strdup_printf (_ ("%1$s of %2$" G_GINT64_FORMAT ", %3$.1f %%"), range, part->whole, least);
  if (part->most == part->least + 1)
    /* Translators: a part that is one of two numbers: "1 or 2 of 14, 7.1 % or 14.3 %". */
    return g_strdup_printf (_ ("%1$s of %2$" G_GINT64_FORMAT ", %3$.1f %% or %4$.1f %%"), range, part->whole, least, most);
  /* Translators: a part that lies between two numbers: "1 to 3 of 14, 7.1 % to 21.4 %". */
  return g_strdup_printf (_ ("%1$s of %2$" G_GINT64_FORMAT ", %3$.1f %% to %4$.1f %%"), range, part->whole, least, most);
}
