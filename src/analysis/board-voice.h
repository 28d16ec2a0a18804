#pragma once

#include "analysis/board-part.h"
#include "analysis/flags.h"

G_BEGIN_DECLS

/* On how many boards the voluntary sector has no seat, counted as rule G1 judges: of the boards where its voice is
 * expected, and none that is exempted from the rule. Tests: tests/analysis/test-board-voice.c. */

typedef enum
{
  TENURE_PRESENCE_APART,       /* the board does not exist on the day, or is not one of those that are counted */
  TENURE_PRESENCE_EXEMPTED,    /* without a seat, and exempted from rule G1 on the day */
  TENURE_PRESENCE_PRESENT,     /* a seat at least is the sector's, filled or vacant */
  TENURE_PRESENCE_CANNOT_TELL, /* no seats recorded, or none the sector's but some of no recorded bloc */
  TENURE_PRESENCE_MISSING,
} TenureVoicePresence;

typedef struct
{
  gboolean expected;     /* counted are the boards marked "VCS voice expected"; FALSE: all, as none is marked */
  guint n;               /* boards counted, exempted ones not */
  guint known, missing;  /* of them */
  guint exempted;        /* beside them */
  TenureBoardPart seats; /* over the n boards; whole 0 where there are none */
} TenureVoiceCount;

TenureVoiceCount tenure_board_voice_count (const TenureFlags *flags);

/* How board @board enters @count. */
TenureVoicePresence tenure_board_voice_presence (const TenureFlags *flags, const TenureVoiceCount *count, guint board);

/* Whether board @board would be flagged by rule G1 were it not exempted on the day. */
gboolean tenure_board_voice_is_exempted (const TenureFlags *flags, guint board);

G_END_DECLS
