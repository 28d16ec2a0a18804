#include "config.h"
#include "analysis/board-voice.h"

gboolean
tenure_board_voice_is_exempted (const TenureFlags *flags, guint board)
{
  g_return_val_if_fail (flags != NULL, FALSE);

  for (guint i = 0; i < flags->n_exempted; i++)
    if (flags->exempted[i].rule == TENURE_RULE_G1 && flags->exempted[i].record_type == TENURE_RECORD_BOARD
        && flags->exempted[i].index == (gint32) board)
      return TRUE;
  return FALSE;
}

TenureVoicePresence
tenure_board_voice_presence (const TenureFlags *flags, const TenureVoiceCount *count, guint board)
{
  const TenureBoardFigures *figures;

  g_return_val_if_fail (flags != NULL && count != NULL && board < flags->boards->n_boards, TENURE_PRESENCE_APART);

  figures = &flags->boards->boards[board];
  if (!figures->exists || (count->expected && flags->boards->facts->boards[board].voice_expected != TENURE_FACT_YES))
    return TENURE_PRESENCE_APART;
  if (figures->vcs_seats > 0)
    return TENURE_PRESENCE_PRESENT;
  if (tenure_board_voice_is_exempted (flags, board))
    return TENURE_PRESENCE_EXEMPTED;
  return figures->seats == 0 || figures->bloc_unknown > 0 ? TENURE_PRESENCE_CANNOT_TELL : TENURE_PRESENCE_MISSING;
}

static TenureVoiceCount
count_boards (const TenureFlags *flags, gboolean expected)
{
  TenureVoiceCount count = { .expected = expected };

  for (guint i = 0; i < flags->boards->n_boards; i++)
    {
      TenureVoicePresence presence = tenure_board_voice_presence (flags, &count, i);
      TenureBoardPart part;

      count.exempted += presence == TENURE_PRESENCE_EXEMPTED;
      if (presence == TENURE_PRESENCE_APART || presence == TENURE_PRESENCE_EXEMPTED)
        continue;
      count.n++;
      count.known += presence != TENURE_PRESENCE_CANNOT_TELL;
      count.missing += presence == TENURE_PRESENCE_MISSING;
      tenure_board_seat_part (&flags->boards->boards[i], &part);
      count.seats.least += part.least;
      count.seats.most += part.most;
      count.seats.whole += part.whole;
    }
  return count;
}

TenureVoiceCount
tenure_board_voice_count (const TenureFlags *flags)
{
  TenureVoiceCount none = { 0 }, count;

  g_return_val_if_fail (flags != NULL, none);

  count = count_boards (flags, TRUE);
  return count.known > 0 || count.exempted > 0 ? count : count_boards (flags, FALSE);
}
