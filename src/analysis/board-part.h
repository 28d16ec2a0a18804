#pragma once

#include "analysis/boards.h"

G_BEGIN_DECLS

/* The voluntary sector's part of a board's seats or votes. A seat whose bloc is not recorded may be the sector's or
 * not: then the part lies between two numbers, and both are said wherever it is shown. docs/domain.md, section 4,
 * "Board". Tests: tests/analysis/test-board-voice.c. */
typedef struct
{
  gint64 least; /* what is recorded as the sector's */
  gint64 most;  /* and what may be beside it: least ≤ most ≤ whole */
  gint64 whole; /* > 0 */
} TenureBoardPart;

/* Of the established seats. FALSE where the board has none. */
gboolean tenure_board_seat_part (const TenureBoardFigures *figures, TenureBoardPart *out_part);

/* Of the votes. FALSE where the board does not vote or that is not recorded, the weight of a seat is not recorded, or
 * nobody has a vote. */
gboolean tenure_board_vote_part (const TenureFactBoard *board, const TenureBoardFigures *figures, TenureBoardPart *out_part);

/* "2", or "1 or 2"; the caller frees. */
char *tenure_board_part_dup_range (const TenureBoardPart *part);

/* "2 of 14, 14.3 %", or "1 or 2 of 14, 7.1 % or 14.3 %"; the caller frees. */
char *tenure_board_part_dup_label (const TenureBoardPart *part);

G_END_DECLS
