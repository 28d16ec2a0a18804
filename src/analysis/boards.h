#pragma once

#include "analysis/facts.h"
#include "analysis/missing.h"
#include "analysis/power.h"
#include "base/ratio.h"

G_BEGIN_DECLS

/* Who sits on the boards on a day T: docs/domain.md, section 4, "Board". A seat exists from its establishment
 * to its abolition, both days included; it is filled when an appointment to it holds on T, vacant otherwise.
 */

typedef struct
{
  guint seats; /* established */
  guint filled;
  gint64 votes;        /* recorded vote weights of the established seats */
  guint votes_unknown; /* seats without a recorded weight */
} TenureBlocFigures;

typedef struct
{
  guint board;     /* index into the facts' boards */
  gboolean exists; /* on T; a board that does not has no other figures */
  guint seats, filled, vacant;
  guint vcs_seats, vcs_filled;
  guint bloc_unknown; /* seats of no recorded bloc: shares are then of what is known */
  gint64 votes, vcs_votes;
  guint votes_unknown, vcs_votes_unknown;                    /* seats without a recorded weight */
  gboolean has_seat_share, has_filled_share, has_vote_share; /* a share of nothing has no value */
  TenureRatio seat_share;                                    /* VCS ÷ established seats */
  TenureRatio filled_share;                                  /* VCS ÷ filled seats */
  TenureRatio vote_share; /* VCS ÷ votes; only on boards that vote, with every weight and bloc recorded */
  gboolean has_target;    /* a target below 100 % is set and there are seats */
  TenureRatio target;
  guint short_replace; /* max (0, ⌈t·n⌉ − v): seats to be turned into VCS seats */
  guint short_add;     /* max (0, ⌈(t·n − v) / (1 − t)⌉): VCS seats to be added; exact rationals */
  TenureBlocFigures blocs[TENURE_N_BLOCS];
} TenureBoardFigures;

/* One person and the voluntary-sector seats they hold on T. */
typedef struct
{
  guint person; /* index into the facts' persons */
  guint seats;
} TenureVoice;

/**
 * TenureBoards:
 * All boards of @facts on @as_of, and the voluntary-sector voice over all of them. @facts must live as long.
 */
typedef struct
{
  const TenureFacts *facts;
  TenureDay as_of;
  TenureBoardFigures *boards; /* facts->n_boards, in the same order */
  guint n_boards;
  gint32 *holders;             /* facts->n_seats: index of the appointment that holds on T, or -1 */
  guint8 *seat_exists;         /* facts->n_seats */
  guint n_existing;            /* boards that exist on T */
  guint vcs_seats, vcs_filled; /* over all existing boards */
  guint vcs_person_unknown;    /* filled, but it is not recorded by whom */
  TenureVoice *voices;         /* people with a voluntary-sector seat, most seats first, then in the order of the facts */
  guint n_voices;
} TenureBoards;

TenureBoards *tenure_boards_new (const TenureFacts *facts, TenureDay as_of);
void tenure_boards_free (TenureBoards *boards);

/* Seats short of target @target (0 ≤ t < 1) with @vcs of @seats: docs/domain.md section 6: 22 seats, none
 * VCS, 10 %: 3 either way; 16 seats, one VCS: 1. FALSE when the result does not fit. */
gboolean tenure_boards_seats_short (guint seats, guint vcs, TenureRatio target, guint *out_replace, guint *out_add);

/* VCS seats held by the two people who hold most. */
guint tenure_boards_top_two (const TenureBoards *boards);

/* Days that an existing, vacant seat has been vacant on T: T − (last day held + 1), or T − established when
 * it was never held. FALSE when that is not recorded. */
gboolean tenure_boards_vacant_days (const TenureBoards *boards, guint seat, gint32 *out_days);

/* The same in words: "45 days", and from 61 days on in whole calendar months, "5 months", "4 years and 1 month". NULL
 * when it is not recorded; the caller frees. */
char *tenure_boards_dup_vacancy (const TenureBoards *boards, guint seat);

typedef enum
{
  TENURE_BLOC_POWER_OFF,         /* not switched on for this board, or it does not vote */
  TENURE_BLOC_POWER_CANNOT_TELL, /* a weight, bloc, quota or decision rule is missing */
  TENURE_BLOC_POWER_KNOWN,
} TenureBlocPowerState;

/* Voting power of the blocs of one board. */
typedef struct
{
  TenureBlocPowerState state;
  guint64 missing; /* TenureMissing, with CANNOT_TELL */
  guint64 quota;
  TenurePower *power;               /* with KNOWN */
  TenureBloc blocs[TENURE_N_BLOCS]; /* bloc of each voter of `power` */
  int vcs;                          /* voter that is the VCS, or -1 when it has no seat */
} TenureBlocPower;

/**
 * tenure_boards_power:
 * The game of the blocs of board @board: a voter per bloc with a seat, its weight the sum of the weights of
 * its established seats. Quota: the recorded one; else ⌊W/2⌋ + 1 for a majority, ⌈2W/3⌉ for two thirds, W for
 * unanimity. A board that decides by consensus has no votes to count: OFF. Members of a unitary board are no
 * delegates, which is why this is only for boards where the user switched it on.
 */
TenureBlocPower *tenure_boards_power (const TenureBoards *boards, guint board);
void tenure_bloc_power_free (TenureBlocPower *power);

/* "NHS", "Council", "Voluntary sector", …; translated, static. */
const char *tenure_bloc_label (TenureBloc bloc);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureBoards, tenure_boards_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureBlocPower, tenure_bloc_power_free)

G_END_DECLS
