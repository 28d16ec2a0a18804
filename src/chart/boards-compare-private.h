#pragma once

#include "chart/boards-compare.h"

G_BEGIN_DECLS

/* What the parts of the comparison of boards share: boards-compare.c lays out and draws, boards-compare-words.c holds the
 * words. */

enum
{
  COLUMN_SEATS,
  COLUMN_VOTES,
  COLUMN_POWER,
  N_BARS,
  COLUMN_TARGET = N_BARS,
  COLUMN_VOICE
};

static inline const TenureBoardShare *
tenure_boards_share_of (const TenureBoardRow *row, guint column)
{
  return column == COLUMN_SEATS ? &row->seats : column == COLUMN_VOTES ? &row->votes : &row->power;
}

static inline gboolean
tenure_boards_share_is_known (const TenureBoardShare *share)
{
  return share->state == TENURE_SHARE_KNOWN && share->whole > 0;
}

static inline double
tenure_boards_share_value (const TenureBoardShare *share)
{
  return CLAMP ((double) share->part / (double) share->whole, 0, 1);
}

static inline gboolean
tenure_boards_share_is_range (const TenureBoardShare *share)
{
  return share->most > share->part;
}

static inline double
tenure_boards_share_most (const TenureBoardShare *share)
{
  return tenure_boards_share_is_range (share) ? CLAMP ((double) share->most / (double) share->whole, 0, 1)
                                              : tenure_boards_share_value (share);
}

/* Of the chart; @n_bars columns are drawn, and with @dashes a "–" stands where a reason finds no room. The caller frees. */
char *tenure_boards_dup_title (const TenureBoardsCompareData *data);
char *tenure_boards_dup_subtitle (const TenureBoardsCompareData *data, guint n_bars, gboolean dashes);

/* Boards that have the same said of whether a voice is expected, one after the other, are a group: whether row @i begins
 * one, and how many groups have words above them. None has where the names of all boards have the same colour and the
 * title speaks of all of them. */
gboolean tenure_boards_begins_group (const TenureBoardsCompareData *data, guint i);
guint tenure_boards_count_groups (const TenureBoardsCompareData *data);

/* "Voice expected: 9 boards, 2 without a seat", of the group that row @i begins. The caller frees. */
char *tenure_boards_dup_group_words (const TenureBoardsCompareData *data, guint i);

const char *tenure_boards_column_title (guint column);
const char *tenure_boards_voice_words (TenureVoiceExpected voice);

/* What stands beside the bar; @brief without "2 of 14". The caller frees. */
char *tenure_boards_dup_figure (const TenureBoardShare *share, guint column, gboolean brief);

/* "7 % (1 of 14)", or why there is no such share, for the table and for marks. The caller frees. */
char *tenure_boards_dup_value_words (const TenureBoardShare *share, guint column);

G_END_DECLS
