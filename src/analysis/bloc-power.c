#include "analysis/boards.h"

static guint64
quota_of (const TenureFactBoard *board, guint64 votes, guint64 *missing)
{
  if (board->quota > 0)
    return (guint64) board->quota;
  switch ((TenureDecisionRule) board->decision_rule)
    {
    case TENURE_DECIDES_MAJORITY:
      return votes / 2 + 1;
    case TENURE_DECIDES_TWO_THIRDS:
      return (2 * votes + 2) / 3;
    case TENURE_DECIDES_UNANIMITY:
      return votes;
    case TENURE_DECIDES_CUSTOM:
      *missing |= TENURE_MISSING_QUOTA;
      return 0;
    case TENURE_DECIDES_UNKNOWN:
    case TENURE_DECIDES_CONSENSUS:
    default:
      *missing |= TENURE_MISSING_DECISION_RULE;
      return 0;
    }
}

static gboolean
is_switched_on (const TenureFactBoard *board, const TenureBoardFigures *figures)
{
  return figures->exists && board->bloc_power == TENURE_FACT_YES && board->votes != TENURE_FACT_NO
         && board->decision_rule != TENURE_DECIDES_CONSENSUS;
}

static guint64
find_missing (const TenureFactBoard *board, const TenureBoardFigures *figures)
{
  const TenureBlocFigures *nobody = &figures->blocs[TENURE_BLOC_UNKNOWN];
  guint64 missing = 0;

  if (board->votes == TENURE_FACT_UNKNOWN)
    missing |= TENURE_MISSING_BOARD_VOTES;
  if (figures->seats == 0)
    missing |= TENURE_MISSING_SEATS;
  if (figures->votes_unknown > 0 || figures->votes == 0)
    missing |= TENURE_MISSING_VOTE_WEIGHT;
  if (nobody->votes > 0 || nobody->votes_unknown > 0)
    missing |= TENURE_MISSING_BLOC;
  return missing;
}

/* A voter for each named bloc with a seat; seats of no bloc have no vote here. Returns their number. */
static guint
list_voters (const TenureBoardFigures *figures, TenureBlocPower *power, guint64 *weights)
{
  guint n = 0;

  for (int bloc = TENURE_BLOC_UNKNOWN + 1; bloc < TENURE_N_BLOCS; bloc++)
    {
      if (figures->blocs[bloc].seats == 0)
        continue;
      if (bloc == TENURE_BLOC_VCS)
        power->vcs = (int) n;
      power->blocs[n] = (TenureBloc) bloc;
      weights[n++] = (guint64) figures->blocs[bloc].votes;
    }
  return n;
}

TenureBlocPower *
tenure_boards_power (const TenureBoards *boards, guint board)
{
  const TenureFactBoard *fact;
  const TenureBoardFigures *figures;
  guint64 weights[TENURE_N_BLOCS];
  TenureBlocPower *power;

  g_return_val_if_fail (boards != NULL && board < boards->n_boards, NULL);

  fact = &boards->facts->boards[board];
  figures = &boards->boards[board];
  power = g_new0 (TenureBlocPower, 1);
  power->vcs = -1;
  if (!is_switched_on (fact, figures))
    return power;
  power->missing = find_missing (fact, figures);
  power->quota = quota_of (fact, (guint64) figures->votes, &power->missing);
  power->state = TENURE_BLOC_POWER_CANNOT_TELL;
  if (power->missing != 0)
    return power;
  /* What can fail here is a recorded quota that the votes cannot reach, or votes by the million. */
  power->power = tenure_power_new (weights, list_voters (figures, power, weights), power->quota, NULL);
  if (power->power != NULL)
    power->state = TENURE_BLOC_POWER_KNOWN;
  else
    power->missing = TENURE_MISSING_QUOTA;
  return power;
}

void
tenure_bloc_power_free (TenureBlocPower *power)
{
  if (power == NULL)
    return;
  tenure_power_free (power->power);
  g_free (power);
}
