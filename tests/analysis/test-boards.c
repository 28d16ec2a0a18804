/* Seats, votes, shares, seats short and bloc power: the worked cases of docs/domain.md, section 6. */

#include "analysis/boards.h"

#include "fixture.h"

#define AS_OF "2026-11-21"

/* A board whose blocs have so many seats of so many votes each. */
typedef struct
{
  TenureBloc bloc;
  guint seats;
  gint32 weight;
} Bench;

static void
add_board (Fixture *fixture, TenureFactBoard board, const Bench *benches, gsize n)
{
  fixture_add_board (fixture, board);
  for (gsize b = 0; b < n; b++)
    for (guint i = 0; i < benches[b].seats; i++)
      {
        TenureFactSeat seat = fixture_seat (benches[b].bloc);

        seat.vote_weight = benches[b].weight;
        fixture_add_seat (fixture, seat);
      }
}

/* --- Shares --- */

static const struct
{
  const char *name;
  Bench benches[4];
  TenureRatio seats;
  gboolean has_votes;
  TenureRatio votes;
} shares[] = {
  { "2 of 14", { { TENURE_BLOC_NHS, 8, 1 }, { TENURE_BLOC_COUNCIL, 4, 1 }, { TENURE_BLOC_VCS, 2, 1 } }, { 1, 7 }, TRUE, { 1, 7 } },
  { "1 of 16 seats, 0 of 6 votes", { { TENURE_BLOC_NHS, 3, 1 }, { TENURE_BLOC_COUNCIL, 3, 1 }, { TENURE_BLOC_OTHER, 9, 0 },
                                     { TENURE_BLOC_VCS, 1, 0 } }, { 1, 16 }, TRUE, { 0, 1 } },
  { "1 of 9 votes", { { TENURE_BLOC_NHS, 3, 1 }, { TENURE_BLOC_COUNCIL, 3, 1 }, { TENURE_BLOC_LIVED_EXPERIENCE, 2, 1 },
                      { TENURE_BLOC_VCS, 1, 1 } }, { 1, 9 }, TRUE, { 1, 9 } },
  { "0 of 22", { { TENURE_BLOC_NHS, 22, 1 } }, { 0, 1 }, TRUE, { 0, 1 } },
  { "1 of 21, without a vote", { { TENURE_BLOC_NHS, 20, 1 }, { TENURE_BLOC_VCS, 1, 0 } }, { 1, 21 }, TRUE, { 0, 1 } },
  { "1 of 9 present, 0 of 4 deciding", { { TENURE_BLOC_COUNCIL, 4, 1 }, { TENURE_BLOC_OTHER, 4, 0 }, { TENURE_BLOC_VCS, 1, 0 } },
    { 1, 9 }, TRUE, { 0, 1 } },
  { "a weight not recorded", { { TENURE_BLOC_NHS, 3, 1 }, { TENURE_BLOC_VCS, 1, -1 } }, { 1, 4 }, FALSE },
  { "a voter of no bloc", { { TENURE_BLOC_NHS, 3, 1 }, { TENURE_BLOC_UNKNOWN, 1, 1 } }, { 0, 1 }, FALSE },
};

static void
test_shares (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (TenureBoards) boards = NULL;
      TenureFactBoard board = fixture_board (shares[i].name);

      board.votes = TENURE_FACT_YES;
      add_board (fixture, board, shares[i].benches, G_N_ELEMENTS (shares[i].benches));
      facts = fixture_end (fixture);
      boards = tenure_boards_new (facts, day (AS_OF));
      g_test_message ("%s", shares[i].name);
      g_assert_true (boards->boards[0].has_seat_share);
      g_assert_cmpint (tenure_ratio_compare (boards->boards[0].seat_share, shares[i].seats), ==, 0);
      g_assert_true (boards->boards[0].has_vote_share == shares[i].has_votes);
      if (shares[i].has_votes)
        g_assert_cmpint (tenure_ratio_compare (boards->boards[0].vote_share, shares[i].votes), ==, 0);
    }
}

/* On a board that does not vote, or may not, there is no share of votes. */
static void
test_no_vote_share (void)
{
  static const TenureFact votes[] = { TENURE_FACT_NO, TENURE_FACT_UNKNOWN };
  static const Bench bench[] = { { TENURE_BLOC_VCS, 2, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (votes); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (TenureBoards) boards = NULL;
      TenureFactBoard board = fixture_board ("Place Board");

      board.votes = (gint8) votes[i];
      add_board (fixture, board, bench, 1);
      facts = fixture_end (fixture);
      boards = tenure_boards_new (facts, day (AS_OF));
      g_assert_false (boards->boards[0].has_vote_share);
    }
}

static void
test_seats_short (void)
{
  static const struct
  {
    guint seats, vcs;
    TenureRatio target;
    guint replace, add;
  } cases[] = {
    { 22, 0, { 1, 10 }, 3, 3 },
    { 16, 1, { 1, 10 }, 1, 1 },
    { 10, 1, { 1, 10 }, 0, 0 },
    { 11, 1, { 1, 10 }, 1, 1 },
    { 8, 1, { 1, 4 }, 1, 2 },
    { 10, 5, { 1, 10 }, 0, 0 },
    { 10, 0, { 9999, 10000 }, 10, 99990 },
    { 0, 0, { 1, 2 }, 0, 0 },
    { 5, 0, { 0, 1 }, 0, 0 },
  };
  guint replace, add;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u of %u", cases[i].vcs, cases[i].seats);
      g_assert_true (tenure_boards_seats_short (cases[i].seats, cases[i].vcs, cases[i].target, &replace, &add));
      g_assert_cmpuint (replace, ==, cases[i].replace);
      g_assert_cmpuint (add, ==, cases[i].add);
    }
  g_assert_false (tenure_boards_seats_short (5, 0, (TenureRatio){ 1, 1 }, &replace, &add));
  g_assert_false (tenure_boards_seats_short (5, 0, (TenureRatio){ -1, 2 }, &replace, &add));
  g_assert_false (tenure_boards_seats_short (G_MAXUINT, 0, (TenureRatio){ 9999, 10000 }, &replace, &add));
}

/* The smallest number that reaches the target, tried one by one. */
static void
test_seats_short_one_by_one (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      guint seats = (guint) g_test_rand_int_range (1, 60), vcs = (guint) g_test_rand_int_range (0, (gint32) seats + 1);
      TenureRatio target = { g_test_rand_int_range (0, 60), 60 };
      guint replace, add, found = 0;

      g_assert_true (tenure_boards_seats_short (seats, vcs, target, &replace, &add));
      while ((gint64) (vcs + found) * 60 < target.numerator * seats)
        found++;
      g_assert_cmpuint (replace, ==, found);
      for (found = 0; (gint64) (vcs + found) * 60 < target.numerator * (gint64) (seats + found);)
        found++;
      g_assert_cmpuint (add, ==, found);
    }
}

/* --- Days --- */

static void
test_existence (void)
{
  static const struct
  {
    const char *board_from, *board_to, *established, *abolished;
    gboolean board, seat;
  } cases[] = {
    { NULL, NULL, NULL, NULL, TRUE, TRUE },
    { "2026-11-21", "2026-11-21", "2026-11-21", "2026-11-21", TRUE, TRUE },
    { "2026-11-22", NULL, NULL, NULL, FALSE, FALSE },
    { NULL, "2026-11-20", NULL, NULL, FALSE, FALSE },
    { NULL, NULL, "2026-11-22", NULL, TRUE, FALSE },
    { NULL, NULL, NULL, "2026-11-20", TRUE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (TenureBoards) boards = NULL;
      TenureFactBoard board = fixture_board ("Place Board");
      TenureFactSeat seat = fixture_seat (TENURE_BLOC_VCS);

      board.from_day = day (cases[i].board_from);
      board.to_day = day (cases[i].board_to);
      seat.established = day (cases[i].established);
      seat.abolished = day (cases[i].abolished);
      fixture_add_board (fixture, board);
      fixture_add_seat (fixture, seat);
      facts = fixture_end (fixture);
      boards = tenure_boards_new (facts, day (AS_OF));
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_true (boards->boards[0].exists == cases[i].board);
      g_assert_cmpuint (boards->boards[0].seats, ==, cases[i].seat ? 1 : 0);
      g_assert_cmpuint (boards->n_existing, ==, cases[i].board ? 1 : 0);
    }
}

static void
test_holders_and_voices (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureBoards) boards = NULL;
  TenureFactAppointment past = fixture_appointment (2);

  fixture_add_person (fixture, "Robin Vale");
  fixture_add_person (fixture, "Sam Okoro");
  fixture_add_person (fixture, "Wren Ashby");
  past.to_day = day ("2026-11-20");
  fixture_add_board (fixture, fixture_board ("Place Board"));
  for (int i = 0; i < 3; i++)
    {
      fixture_add_seat (fixture, fixture_seat (TENURE_BLOC_VCS));
      fixture_add_appointment (fixture, past);
      fixture_add_appointment (fixture, fixture_appointment (i == 0 ? 0 : 1));
    }
  fixture_add_seat (fixture, fixture_seat (TENURE_BLOC_VCS));
  fixture_add_appointment (fixture, past);
  fixture_add_seat (fixture, fixture_seat (TENURE_BLOC_NHS));
  fixture_add_appointment (fixture, fixture_appointment (2));
  facts = fixture_end (fixture);
  boards = tenure_boards_new (facts, day (AS_OF));
  g_assert_cmpuint (boards->boards[0].seats, ==, 5);
  g_assert_cmpuint (boards->boards[0].filled, ==, 4);
  g_assert_cmpuint (boards->boards[0].vacant, ==, 1);
  g_assert_cmpuint (boards->boards[0].vcs_filled, ==, 3);
  g_assert_cmpuint (boards->n_voices, ==, 2);
  g_assert_cmpuint (boards->voices[0].person, ==, 1);
  g_assert_cmpuint (boards->voices[0].seats, ==, 2);
  g_assert_cmpuint (tenure_boards_top_two (boards), ==, 3);
  g_assert_cmpint (boards->holders[0], ==, 1);
  g_assert_cmpint (boards->holders[3], ==, -1);
}

/* --- Power of blocs --- */

static const struct
{
  const char *name;
  TenureFact switched_on, votes;
  TenureDecisionRule rule;
  gint32 quota;
  Bench benches[4];
  TenureBlocPowerState state;
  guint64 missing;
  guint64 expected_quota;
  const char *vcs; /* Banzhaf */
} powers[] = {
  { "majority", TENURE_FACT_YES, TENURE_FACT_YES, TENURE_DECIDES_MAJORITY, -1,
    { { TENURE_BLOC_NHS, 3, 1 }, { TENURE_BLOC_COUNCIL, 2, 1 }, { TENURE_BLOC_VCS, 1, 1 } }, TENURE_BLOC_POWER_KNOWN, 0, 4, "1/5" },
  { "two thirds", TENURE_FACT_YES, TENURE_FACT_YES, TENURE_DECIDES_TWO_THIRDS, -1,
    { { TENURE_BLOC_NHS, 3, 1 }, { TENURE_BLOC_COUNCIL, 3, 1 }, { TENURE_BLOC_VCS, 1, 1 } }, TENURE_BLOC_POWER_KNOWN, 0, 5, "0/1" },
  { "unanimity", TENURE_FACT_YES, TENURE_FACT_YES, TENURE_DECIDES_UNANIMITY, -1,
    { { TENURE_BLOC_NHS, 3, 1 }, { TENURE_BLOC_VCS, 1, 1 } }, TENURE_BLOC_POWER_KNOWN, 0, 4, "1/2" },
  { "own quota", TENURE_FACT_YES, TENURE_FACT_YES, TENURE_DECIDES_CUSTOM, 5,
    { { TENURE_BLOC_NHS, 3, 1 }, { TENURE_BLOC_COUNCIL, 3, 1 }, { TENURE_BLOC_LIVED_EXPERIENCE, 2, 1 }, { TENURE_BLOC_VCS, 1, 1 } },
    TENURE_BLOC_POWER_KNOWN, 0, 5, "0/1" },
  { "not switched on", TENURE_FACT_UNKNOWN, TENURE_FACT_YES, TENURE_DECIDES_MAJORITY, -1, { { TENURE_BLOC_VCS, 1, 1 } },
    TENURE_BLOC_POWER_OFF },
  { "does not vote", TENURE_FACT_YES, TENURE_FACT_NO, TENURE_DECIDES_MAJORITY, -1, { { TENURE_BLOC_VCS, 1, 1 } },
    TENURE_BLOC_POWER_OFF },
  { "by consensus", TENURE_FACT_YES, TENURE_FACT_YES, TENURE_DECIDES_CONSENSUS, -1, { { TENURE_BLOC_VCS, 1, 1 } },
    TENURE_BLOC_POWER_OFF },
  { "rule not recorded", TENURE_FACT_YES, TENURE_FACT_YES, TENURE_DECIDES_UNKNOWN, -1, { { TENURE_BLOC_VCS, 1, 1 } },
    TENURE_BLOC_POWER_CANNOT_TELL, TENURE_MISSING_DECISION_RULE },
  { "quota not recorded", TENURE_FACT_YES, TENURE_FACT_YES, TENURE_DECIDES_CUSTOM, -1, { { TENURE_BLOC_VCS, 1, 1 } },
    TENURE_BLOC_POWER_CANNOT_TELL, TENURE_MISSING_QUOTA },
  { "quota out of reach", TENURE_FACT_YES, TENURE_FACT_YES, TENURE_DECIDES_CUSTOM, 2, { { TENURE_BLOC_VCS, 1, 1 } },
    TENURE_BLOC_POWER_CANNOT_TELL, TENURE_MISSING_QUOTA },
  { "whether it votes", TENURE_FACT_YES, TENURE_FACT_UNKNOWN, TENURE_DECIDES_MAJORITY, -1, { { TENURE_BLOC_VCS, 1, 1 } },
    TENURE_BLOC_POWER_CANNOT_TELL, TENURE_MISSING_BOARD_VOTES },
  { "a weight", TENURE_FACT_YES, TENURE_FACT_YES, TENURE_DECIDES_MAJORITY, -1, { { TENURE_BLOC_VCS, 1, 1 }, { TENURE_BLOC_NHS, 1, -1 } },
    TENURE_BLOC_POWER_CANNOT_TELL, TENURE_MISSING_VOTE_WEIGHT },
  { "a bloc", TENURE_FACT_YES, TENURE_FACT_YES, TENURE_DECIDES_MAJORITY, -1, { { TENURE_BLOC_VCS, 1, 1 }, { TENURE_BLOC_UNKNOWN, 1, 1 } },
    TENURE_BLOC_POWER_CANNOT_TELL, TENURE_MISSING_BLOC },
  { "no seats", TENURE_FACT_YES, TENURE_FACT_YES, TENURE_DECIDES_MAJORITY, -1, { { TENURE_BLOC_VCS, 0, 0 } },
    TENURE_BLOC_POWER_CANNOT_TELL, TENURE_MISSING_SEATS | TENURE_MISSING_VOTE_WEIGHT },
};

static void
test_power (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (powers); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (TenureBoards) boards = NULL;
      g_autoptr (TenureBlocPower) power = NULL;
      g_autofree char *vcs = NULL;
      TenureFactBoard board = fixture_board (powers[i].name);

      board.bloc_power = (gint8) powers[i].switched_on;
      board.votes = (gint8) powers[i].votes;
      board.decision_rule = (gint8) powers[i].rule;
      board.quota = powers[i].quota;
      add_board (fixture, board, powers[i].benches, G_N_ELEMENTS (powers[i].benches));
      facts = fixture_end (fixture);
      boards = tenure_boards_new (facts, day (AS_OF));
      power = tenure_boards_power (boards, 0);
      g_test_message ("%s", powers[i].name);
      g_assert_cmpint (power->state, ==, powers[i].state);
      g_assert_cmphex (power->missing, ==, powers[i].missing);
      if (powers[i].state != TENURE_BLOC_POWER_KNOWN)
        continue;
      g_assert_cmpuint (power->quota, ==, powers[i].expected_quota);
      g_assert_cmpint (power->blocs[power->vcs], ==, TENURE_BLOC_VCS);
      vcs = g_strdup_printf ("%s/%s", power->power->voters[power->vcs].banzhaf.numerator,
                             power->power->voters[power->vcs].banzhaf.denominator);
      g_assert_cmpstr (vcs, ==, powers[i].vcs);
    }
}

static void
test_bloc_labels (void)
{
  g_assert_cmpstr (tenure_bloc_label (TENURE_BLOC_UNKNOWN), ==, "not recorded");
  g_assert_cmpstr (tenure_bloc_label (TENURE_BLOC_NHS), ==, "NHS");
  g_assert_cmpstr (tenure_bloc_label (TENURE_BLOC_VCS), ==, "VCS");
  g_assert_cmpstr (tenure_bloc_label (TENURE_BLOC_OTHER), ==, "Other");
}

/* An appointment of 2019 that nobody ended, and one of 2026: the later holds from its first day, for G5, G6 and all else, in
 * whatever order they are recorded. One of no recorded start began before any. */
static void
test_overlapping_terms (void)
{
  static const struct
  {
    const char *from[2], *to[2], *as_of;
    gint32 holder;
  } cases[] = {
    { { "2019-04-01", "2026-04-01" }, { NULL, NULL }, "2026-11-21", 1 },
    { { "2026-04-01", "2019-04-01" }, { NULL, NULL }, "2026-11-21", 0 },
    { { "2019-04-01", "2026-04-01" }, { NULL, NULL }, "2026-03-31", 0 },
    { { "2019-04-01", "2026-04-01" }, { NULL, "2026-10-31" }, "2026-11-21", 0 },
    { { NULL, "2026-04-01" }, { NULL, NULL }, "2026-11-21", 1 },
    { { "2026-04-01", NULL }, { NULL, NULL }, "2026-11-21", 0 },
    { { NULL, NULL }, { NULL, NULL }, "2026-11-21", 1 },
    { { "2019-04-01", "2027-04-01" }, { "2025-03-31", NULL }, "2026-11-21", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (TenureBoards) boards = NULL;

      fixture_add_person (fixture, "Maud");
      fixture_add_person (fixture, "Odile");
      fixture_add_board (fixture, fixture_board ("Place Board"));
      fixture_add_seat (fixture, fixture_seat (TENURE_BLOC_VCS));
      for (gint32 person = 0; person < 2; person++)
        {
          TenureFactAppointment appointment = fixture_appointment (person);

          appointment.from_day = day (cases[i].from[person]);
          appointment.to_day = day (cases[i].to[person]);
          fixture_add_appointment (fixture, appointment);
        }
      facts = fixture_end (fixture);
      boards = tenure_boards_new (facts, day (cases[i].as_of));
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (boards->holders[0], ==, cases[i].holder);
      g_assert_cmpuint (boards->n_voices, ==, cases[i].holder >= 0);
      if (boards->n_voices > 0)
        g_assert_cmpuint (boards->voices[0].person, ==, (guint) cases[i].holder);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/boards/shares", test_shares);
  g_test_add_func ("/boards/no-vote-share", test_no_vote_share);
  g_test_add_func ("/boards/seats-short", test_seats_short);
  g_test_add_func ("/boards/seats-short-one-by-one", test_seats_short_one_by_one);
  g_test_add_func ("/boards/existence", test_existence);
  g_test_add_func ("/boards/holders-and-voices", test_holders_and_voices);
  g_test_add_func ("/boards/power", test_power);
  g_test_add_func ("/boards/bloc-labels", test_bloc_labels);
  g_test_add_func ("/boards/overlapping-terms", test_overlapping_terms);
  return g_test_run ();
}
