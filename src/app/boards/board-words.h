#pragma once

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* What the page of a board says, computed without widgets. Tests: tests/app/test-board-words.c. */

/* A share of a board in words and as a length. */
typedef struct
{
  gboolean shown; /* FALSE: the board has no such share (it does not vote, power is not switched on) */
  gboolean known;
  double fraction; /* 0 … 1, when known: for drawing */
  char *value;     /* "2 of 14, 14.3 %", or why it cannot be told */
  char *note;      /* one more sentence, or "" */
} TenureBoardShareWords;

typedef struct
{
  TenureBoardShareWords seats, votes, power;
  char *target; /* "Target 20 %: 2 seats short …", "No target is set." */
  gboolean target_met;
} TenureBoardWords;

/* Board @board of @analysis. Free the texts with tenure_board_words_clear(). */
TenureBoardWords tenure_board_words (const TenureAnalysis *analysis, guint board);
void tenure_board_words_clear (TenureBoardWords *words);

/* "14 seats, 2 VCS; 1 of 9 votes": a line in a list. */
char *tenure_board_dup_summary (const TenureAnalysis *analysis, guint board);

/* "Place board, since 1 Apr 2024, decides by majority": what is recorded of it; "" when nothing is. */
char *tenure_board_dup_facts (const TenureAnalysis *analysis, guint board);

/* One seat: "Dr A Person", "vacant for 120 days", "since 1 Apr 2024", "no vote", "1 vote", "not recorded". */
char *tenure_seat_dup_title (const TenureAnalysis *analysis, guint seat);
char *tenure_seat_dup_holder (const TenureAnalysis *analysis, guint seat);
char *tenure_seat_dup_since (const TenureAnalysis *analysis, guint seat);
char *tenure_seat_dup_vote (const TenureAnalysis *analysis, guint seat);

G_END_DECLS
