/* Seats, votes and shares of each board, and who holds the voluntary sector's seats: docs/domain.md, section
 * 4, "Board". */

#include "config.h"
#include "analysis/boards.h"

#include "base/months.h"

#include "base/i18n.h"
#include <stdlib.h>

#define WHOLE_BP 10000
#define MOST_DAYS 60 /* longer vacancies are told in months */

static gboolean
holds (TenureDay from, TenureDay to, TenureDay day)
{
  return (!tenure_day_is_known (from) || from <= day) && (!tenure_day_is_known (to) || to >= day);
}

/* Of terms that overlap the one that began last: an earlier one whose end nobody recorded does not stand in its way. */
static gint32
find_holder (const TenureFacts *facts, const TenureFactSeat *seat, TenureDay as_of)
{
  TenureDay latest = TENURE_DAY_NONE;
  gint32 holder = -1;

  for (guint i = 0; i < seat->n_appointments; i++)
    {
      guint at = seat->first_appointment + i;
      const TenureFactAppointment *appointment = &facts->appointments[at];
      gboolean sooner =
          tenure_day_is_known (latest) && (!tenure_day_is_known (appointment->from_day) || appointment->from_day < latest);

      if (sooner || !holds (appointment->from_day, appointment->to_day, as_of))
        continue;
      latest = appointment->from_day;
      holder = (gint32) at;
    }
  return holder;
}

static void
count_votes (TenureBoardFigures *figures, TenureBlocFigures *bloc, const TenureFactSeat *seat)
{
  gboolean vcs = seat->bloc == TENURE_BLOC_VCS;

  if (seat->vote_weight < 0)
    {
      figures->votes_unknown++;
      figures->vcs_votes_unknown += vcs;
      bloc->votes_unknown++;
      return;
    }
  figures->votes += seat->vote_weight;
  bloc->votes += seat->vote_weight;
  if (vcs)
    figures->vcs_votes += seat->vote_weight;
}

static void
count_seat (TenureBoardFigures *figures, const TenureFactSeat *seat, gboolean filled)
{
  TenureBlocFigures *bloc = &figures->blocs[seat->bloc];

  figures->seats++;
  figures->filled += filled;
  bloc->seats++;
  bloc->filled += filled;
  if (seat->bloc == TENURE_BLOC_UNKNOWN)
    figures->bloc_unknown++;
  if (seat->bloc == TENURE_BLOC_VCS)
    {
      figures->vcs_seats++;
      figures->vcs_filled += filled;
    }
  count_votes (figures, bloc, seat);
}

static void
compute_shares (const TenureFactBoard *board, TenureBoardFigures *figures)
{
  const TenureBlocFigures *nobody = &figures->blocs[TENURE_BLOC_UNKNOWN];
  gboolean all_known = figures->votes_unknown == 0 && nobody->votes == 0;

  figures->vacant = figures->seats - figures->filled;
  figures->has_seat_share = tenure_ratio_make (figures->vcs_seats, figures->seats, &figures->seat_share);
  figures->has_filled_share = tenure_ratio_make (figures->vcs_filled, figures->filled, &figures->filled_share);
  if (board->votes == TENURE_FACT_YES && all_known)
    figures->has_vote_share = tenure_ratio_make (figures->vcs_votes, figures->votes, &figures->vote_share);
  if (board->target_bp < 0 || board->target_bp >= WHOLE_BP || figures->seats == 0)
    return;
  figures->has_target = tenure_ratio_make (board->target_bp, WHOLE_BP, &figures->target)
                        && tenure_boards_seats_short (figures->seats, figures->vcs_seats, figures->target,
                                                      &figures->short_replace, &figures->short_add);
}

static void
compute_board (TenureBoards *boards, guint index)
{
  const TenureFactBoard *board = &boards->facts->boards[index];
  TenureBoardFigures *figures = &boards->boards[index];

  figures->board = index;
  figures->exists = holds (board->from_day, board->to_day, boards->as_of);
  if (!figures->exists)
    return;
  for (guint i = 0; i < board->n_seats; i++)
    {
      guint at = board->first_seat + i;
      const TenureFactSeat *seat = &boards->facts->seats[at];

      if (!holds (seat->established, seat->abolished, boards->as_of))
        continue;
      boards->seat_exists[at] = TRUE;
      boards->holders[at] = find_holder (boards->facts, seat, boards->as_of);
      count_seat (figures, seat, boards->holders[at] >= 0);
    }
  compute_shares (board, figures);
  boards->n_existing++;
  boards->vcs_seats += figures->vcs_seats;
  boards->vcs_filled += figures->vcs_filled;
}

static int
compare_voices (const void *a, const void *b)
{
  const TenureVoice *left = a, *right = b;

  if (left->seats != right->seats)
    return left->seats > right->seats ? -1 : 1;
  return (left->person > right->person) - (left->person < right->person);
}

static void
collect_voices (TenureBoards *boards)
{
  const TenureFacts *facts = boards->facts;
  g_autofree guint *held = g_new0 (guint, facts->n_persons);

  for (guint i = 0; i < facts->n_seats; i++)
    {
      gint32 person;

      if (!boards->seat_exists[i] || boards->holders[i] < 0 || facts->seats[i].bloc != TENURE_BLOC_VCS)
        continue;
      person = facts->appointments[boards->holders[i]].person;
      if (person >= 0)
        held[person]++;
      else
        boards->vcs_person_unknown++;
    }
  boards->voices = g_new (TenureVoice, facts->n_persons);
  for (guint i = 0; i < facts->n_persons; i++)
    if (held[i] > 0)
      boards->voices[boards->n_voices++] = (TenureVoice){ .person = i, .seats = held[i] };
  if (boards->n_voices > 0)
    qsort (boards->voices, boards->n_voices, sizeof *boards->voices, compare_voices);
}

TenureBoards *
tenure_boards_new (const TenureFacts *facts, TenureDay as_of)
{
  TenureBoards *boards;

  g_return_val_if_fail (facts != NULL && tenure_day_is_known (as_of), NULL);

  boards = g_new0 (TenureBoards, 1);
  boards->facts = facts;
  boards->as_of = as_of;
  boards->n_boards = facts->n_boards;
  boards->boards = g_new0 (TenureBoardFigures, facts->n_boards);
  boards->seat_exists = g_new0 (guint8, facts->n_seats);
  boards->holders = g_new (gint32, facts->n_seats);
  for (guint i = 0; i < facts->n_seats; i++)
    boards->holders[i] = -1;
  for (guint i = 0; i < facts->n_boards; i++)
    compute_board (boards, i);
  collect_voices (boards);
  return boards;
}

void
tenure_boards_free (TenureBoards *boards)
{
  if (boards == NULL)
    return;
  g_free (boards->boards);
  g_free (boards->seat_exists);
  g_free (boards->holders);
  g_free (boards->voices);
  g_free (boards);
}

/* max (0, ⌈numerator / denominator⌉), for a positive denominator. */
static gboolean
ceiling (__int128 numerator, __int128 denominator, guint *out_value)
{
  __int128 quotient = numerator <= 0 ? 0 : (numerator + denominator - 1) / denominator;

  if (quotient > G_MAXUINT)
    return FALSE;
  *out_value = (guint) quotient;
  return TRUE;
}

gboolean
tenure_boards_seats_short (guint seats, guint vcs, TenureRatio target, guint *out_replace, guint *out_add)
{
  /* t·n − v over the target's denominator; an integer v goes inside the ceiling unchanged. */
  __int128 lacking = (__int128) target.numerator * seats - (__int128) target.denominator * vcs;
  guint replace, add;

  g_return_val_if_fail (out_replace != NULL && out_add != NULL, FALSE);

  if (target.numerator < 0 || target.numerator >= target.denominator)
    return FALSE;
  if (!ceiling (lacking, target.denominator, &replace) || !ceiling (lacking, target.denominator - target.numerator, &add))
    return FALSE;
  *out_replace = replace;
  *out_add = add;
  return TRUE;
}

guint
tenure_boards_top_two (const TenureBoards *boards)
{
  guint seats = 0;

  g_return_val_if_fail (boards != NULL, 0);

  for (guint i = 0; i < MIN (2, boards->n_voices); i++)
    seats += boards->voices[i].seats;
  return seats;
}

gboolean
tenure_boards_vacant_days (const TenureBoards *boards, guint seat, gint32 *out_days)
{
  const TenureFactSeat *fact;
  TenureDay since;

  g_return_val_if_fail (boards != NULL && seat < boards->facts->n_seats && out_days != NULL, FALSE);

  fact = &boards->facts->seats[seat];
  since = fact->established;
  for (guint i = 0; i < fact->n_appointments; i++)
    {
      TenureDay last = boards->facts->appointments[fact->first_appointment + i].to_day;

      if (tenure_day_is_known (last) && last < boards->as_of && (!tenure_day_is_known (since) || last + 1 > since))
        since = last + 1;
    }
  if (!tenure_day_is_known (since))
    return FALSE;
  *out_days = boards->as_of - since;
  return TRUE;
}

static char *
dup_years_and_months (int months)
{
  g_autofree char *years = g_strdup_printf (ngettext ("%d year", "%d years", (gulong) (months / 12)), months / 12);
  g_autofree char *rest = g_strdup_printf (ngettext ("%d month", "%d months", (gulong) (months % 12)), months % 12);

  if (months < 12)
    return g_steal_pointer (&rest);
  if (months % 12 == 0)
    return g_steal_pointer (&years);
  /* Translators: a length, "4 years and 1 month". */
  return g_strdup_printf (_ ("%1$s and %2$s"), years, rest);
}

char *
tenure_boards_dup_vacancy (const TenureBoards *boards, guint seat)
{
  gint32 days;

  if (!tenure_boards_vacant_days (boards, seat, &days))
    return NULL;
  if (days <= MOST_DAYS)
    return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) days), days);
  return dup_years_and_months (tenure_months_between (boards->as_of - days, boards->as_of - 1).whole);
}

const char *
tenure_bloc_label (TenureBloc bloc)
{
  const TenureRecordDef *seat = tenure_record_def (TENURE_RECORD_SEAT);
  const TenureChoice *choices = seat->fields[tenure_record_field_index (TENURE_RECORD_SEAT, "bloc")].choices;

  g_return_val_if_fail (bloc < TENURE_N_BLOCS, NULL);

  /* The choices are those of TenureBloc in order, without "not recorded". */
  return bloc == TENURE_BLOC_UNKNOWN ? _ ("not recorded") : _ (choices[bloc - 1].label);
}
