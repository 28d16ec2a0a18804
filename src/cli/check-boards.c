/* Boards, seats, appointments and exemptions that contradict themselves or each other. */

#include "config.h"
#include "cli/check.h"

#include "base/ratio.h"

#include "base/i18n.h"

static gboolean
reversed (TenureDay first, TenureDay last)
{
  return tenure_day_is_known (first) && tenure_day_is_known (last) && last < first;
}

/* Whether two spans share a day; an open side reaches as far as it can. */
static gboolean
overlap (const TenureFactAppointment *a, const TenureFactAppointment *b)
{
  gboolean a_before_b = tenure_day_is_known (a->to_day) && tenure_day_is_known (b->from_day) && a->to_day < b->from_day;
  gboolean b_before_a = tenure_day_is_known (b->to_day) && tenure_day_is_known (a->from_day) && b->to_day < a->from_day;

  return !a_before_b && !b_before_a;
}

static gboolean
ends_later (const TenureFactAppointment *a, const TenureFactAppointment *b)
{
  return tenure_day_is_known (b->to_day) && (!tenure_day_is_known (a->to_day) || a->to_day > b->to_day);
}

static void
check_seat (TenureCheck *check, const TenureFacts *facts, const TenureFactSeat *seat)
{
  const TenureFactAppointment *appointments = &facts->appointments[seat->first_appointment];
  const TenureFactAppointment *last = NULL;

  if (reversed (seat->established, seat->abolished))
    tenure_check_add (check, TENURE_CHECK_WARNING, "seat-reversed", TENURE_RECORD_SEAT, seat->id, seat->title, "abolished",
                      _ ("The seat was abolished before it was established."));
  /* Appointments come by first day, so that one that overlaps any overlaps the one that ends last. */
  for (guint i = 0; i < seat->n_appointments; i++)
    {
      const TenureFactAppointment *appointment = &appointments[i];

      if (reversed (appointment->from_day, appointment->to_day))
        tenure_check_add (check, TENURE_CHECK_WARNING, "appointment-reversed", TENURE_RECORD_APPOINTMENT, appointment->id,
                          seat->title, "to_day", _ ("The appointment ends before it begins."));
      if (last != NULL && overlap (last, appointment))
        tenure_check_add (
            check, TENURE_CHECK_WARNING, "appointments-overlap", TENURE_RECORD_SEAT, seat->id, seat->title, NULL,
            _ ("Two people hold the seat at one time (appointments %" G_GINT64_FORMAT " and %" G_GINT64_FORMAT ")."),
            last->id, appointment->id);
      if (last == NULL || ends_later (appointment, last))
        last = appointment;
    }
}

/* The quota and the quorum of a board against the votes and seats it has. */
static void
check_numbers (TenureCheck *check, const TenureFacts *facts, const TenureFactBoard *board)
{
  gint64 votes = 0;
  gboolean all_known = TRUE;

  for (guint i = 0; i < board->n_seats; i++)
    {
      const TenureFactSeat *seat = &facts->seats[board->first_seat + i];

      votes += MAX (seat->vote_weight, 0);
      all_known &= seat->vote_weight >= 0;
    }
  if (board->quota > 0 && board->n_seats > 0 && all_known && board->quota > votes)
    tenure_check_add (check, TENURE_CHECK_WARNING, "quota-out-of-reach", TENURE_RECORD_BOARD, board->id, board->name,
                      "quota", _ ("%d votes are needed, and all seats together have %" G_GINT64_FORMAT "."), board->quota,
                      votes);
  if (board->quorum > 0 && board->n_seats > 0 && (guint) board->quorum > board->n_seats)
    tenure_check_add (check, TENURE_CHECK_WARNING, "quorum-out-of-reach", TENURE_RECORD_BOARD, board->id, board->name,
                      "quorum", _ ("The quorum is %d, and there are %u seats."), board->quorum, board->n_seats);
  if (board->target_bp > TENURE_WHOLE_BP)
    tenure_check_add (check, TENURE_CHECK_WARNING, "target-above-whole", TENURE_RECORD_BOARD, board->id, board->name,
                      "target", _ ("The target is more than all seats."));
}

void
tenure_check_boards (TenureCheck *check, const TenureFacts *facts)
{
  for (guint i = 0; i < facts->n_boards; i++)
    {
      const TenureFactBoard *board = &facts->boards[i];

      if (reversed (board->from_day, board->to_day))
        tenure_check_add (check, TENURE_CHECK_WARNING, "board-reversed", TENURE_RECORD_BOARD, board->id, board->name,
                          "to_day", _ ("The board ends before it begins."));
      check_numbers (check, facts, board);
      for (guint n = 0; n < board->n_seats; n++)
        check_seat (check, facts, &facts->seats[board->first_seat + n]);
    }
}

/* --- Exemptions --- */

/* Seats stand by their boards and not by their ids: a table of them, made once. */
static GHashTable *
collect_seats (const TenureFacts *facts)
{
  GHashTable *seats = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < facts->n_seats; i++)
    g_hash_table_add (seats, &facts->seats[i].id);
  return seats;
}

static gboolean
is_there (const TenureFacts *facts, GHashTable *seats, TenureId id)
{
  return tenure_facts_find_agreement (facts, id) >= 0 || tenure_facts_find_organisation (facts, id) >= 0
         || tenure_facts_find_board (facts, id) >= 0 || tenure_facts_find_person (facts, id) >= 0
         || tenure_facts_find_contact (facts, id) >= 0 || g_hash_table_contains (seats, &id);
}

void
tenure_check_exemptions (TenureCheck *check, const TenureFacts *facts)
{
  g_autoptr (GHashTable) seats = collect_seats (facts);

  for (guint i = 0; i < facts->n_exemptions; i++)
    {
      const TenureFactExemption *exemption = &facts->exemptions[i];

      if (exemption->rule < 0)
        tenure_check_add (check, TENURE_CHECK_WARNING, "exemption-rule", TENURE_RECORD_EXEMPTION, exemption->id,
                          exemption->reason, "rule", _ ("It names a rule that this version does not know."));
      if (exemption->record != TENURE_ID_NONE && !is_there (facts, seats, exemption->record))
        tenure_check_add (check, TENURE_CHECK_WARNING, "exemption-record", TENURE_RECORD_EXEMPTION, exemption->id,
                          exemption->reason, "record", _ ("It exempts record %" G_GINT64_FORMAT ", which is not there."),
                          exemption->record);
      if (reversed (exemption->from_day, exemption->review))
        tenure_check_add (check, TENURE_CHECK_WARNING, "exemption-reversed", TENURE_RECORD_EXEMPTION, exemption->id,
                          exemption->reason, "review", _ ("Its review lies before its first day."));
    }
}
