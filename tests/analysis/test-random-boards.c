/* Random boards against a slow, obvious version of each rule about them, of docs/domain.md, section 3, as in
 * test-random-rules.c: every seat has a bloc and a vote or none, and days that lie near to where a rule turns. */

#include "analysis/analysis.h"

#include "judged.h"

#define ROUNDS 200
#define MAX_BOARDS 6
#define N_PERSONS 4

typedef struct
{
  const TenureFacts *facts;
  TenureDay t;
} World;

static int
roll (int from, int to)
{
  return g_test_rand_int_range (from, to + 1);
}

static TenureDay
day_near (TenureDay t, int before, int after)
{
  return t + roll (-before, after);
}

/* --- Slow versions --- */

static gboolean
is_there (TenureDay from, TenureDay until, TenureDay t)
{
  return (!tenure_day_is_known (from) || from <= t) && (!tenure_day_is_known (until) || until >= t);
}

static gboolean
board_is_there (const World *world, gint32 index)
{
  return is_there (world->facts->boards[index].from_day, world->facts->boards[index].to_day, world->t);
}

static gboolean
seat_is_there (const World *world, gint32 index)
{
  const TenureFactSeat *seat = &world->facts->seats[index];

  return board_is_there (world, seat->board) && is_there (seat->established, seat->abolished, world->t);
}

static gboolean
is_voluntary_seat (const World *world, guint index)
{
  return seat_is_there (world, (gint32) index) && world->facts->seats[index].bloc == TENURE_BLOC_VCS;
}

/* Who holds the seat on @t: of those that overlap, who began last; NULL while it is vacant. */
static const TenureFactAppointment *
holder_on (const World *world, guint index, TenureDay t)
{
  const TenureFactSeat *seat = &world->facts->seats[index];
  const TenureFactAppointment *holder = NULL;

  for (guint i = 0; i < seat->n_appointments; i++)
    {
      const TenureFactAppointment *appointment = &world->facts->appointments[seat->first_appointment + i];

      if (is_there (appointment->from_day, appointment->to_day, t)
          && (holder == NULL || appointment->from_day >= holder->from_day))
        holder = appointment;
    }
  return holder;
}

/* On a board: seats, those of the sector, and the votes that these have. */
typedef struct
{
  int seats, voluntary, votes;
} Counted;

static Counted
count_seats (const World *world, gint32 board)
{
  Counted counted = { 0 };

  for (guint i = 0; i < world->facts->n_seats; i++)
    if (world->facts->seats[i].board == board && seat_is_there (world, (gint32) i))
      {
        counted.seats++;
        counted.voluntary += is_voluntary_seat (world, i);
        counted.votes += is_voluntary_seat (world, i) ? world->facts->seats[i].vote_weight : 0;
      }
  return counted;
}

static TenureLevel
level_of_g1 (const World *world, gint32 board)
{
  Counted counted = count_seats (world, board);

  if (world->facts->boards[board].voice_expected != TENURE_FACT_YES || counted.voluntary > 0)
    return TENURE_LEVEL_NONE;
  return counted.seats > 0 ? TENURE_LEVEL_RED : TENURE_LEVEL_CANNOT_TELL;
}

static TenureLevel
level_of_g2 (const World *world, gint32 board)
{
  Counted counted = count_seats (world, board);

  if (world->facts->boards[board].votes != TENURE_FACT_YES || counted.voluntary == 0)
    return TENURE_LEVEL_NONE;
  return counted.votes == 0 ? TENURE_LEVEL_RED : TENURE_LEVEL_NONE;
}

static TenureLevel
level_of_g3 (const World *world, gint32 board)
{
  Counted counted = count_seats (world, board);
  int target_bp = world->facts->boards[board].target_bp;

  if (target_bp < 0)
    return TENURE_LEVEL_NONE;
  if (counted.seats == 0)
    return TENURE_LEVEL_CANNOT_TELL;
  return counted.voluntary * 10000 < target_bp * counted.seats ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

static TenureLevel
level_of_g6 (const World *world, gint32 seat)
{
  const TenureFactAppointment *holder = holder_on (world, (guint) seat, world->t);

  return is_voluntary_seat (world, (guint) seat) && holder != NULL && holder->mandate == TENURE_MANDATE_UNKNOWN
             ? TENURE_LEVEL_AMBER
             : TENURE_LEVEL_NONE;
}

/* Day by day back to when somebody held it, or to when it was established. */
static TenureLevel
level_of_g8 (const World *world, gint32 seat)
{
  TenureDay vacant = world->t;

  if (!is_voluntary_seat (world, (guint) seat) || holder_on (world, (guint) seat, world->t) != NULL)
    return TENURE_LEVEL_NONE;
  while (vacant > world->facts->seats[seat].established && holder_on (world, (guint) seat, vacant - 1) == NULL)
    vacant--;
  return world->t - vacant > 90 ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

/* Of all the sector's seats, vacant ones among them. */
static TenureLevel
level_of_g5 (const World *world)
{
  int held[N_PERSONS] = { 0 }, seats = 0, most = 0;

  for (guint i = 0; i < world->facts->n_seats; i++)
    if (is_voluntary_seat (world, i))
      {
        const TenureFactAppointment *holder = holder_on (world, i, world->t);

        seats++;
        if (holder != NULL)
          held[holder->person]++;
      }
  for (int first = 0; first < N_PERSONS; first++)
    for (int second = 0; second < first; second++)
      most = MAX (most, held[first] + held[second]);
  if (seats < 5)
    return TENURE_LEVEL_NONE;
  return 4 * most >= 3 * seats ? TENURE_LEVEL_RED : 2 * most >= seats ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

typedef struct
{
  TenureRuleId rule;
  TenureLevel (*level) (const World *world, gint32 index);
} Rule;

static const Rule board_rules[] = {
  { TENURE_RULE_G1, level_of_g1 },
  { TENURE_RULE_G2, level_of_g2 },
  { TENURE_RULE_G3, level_of_g3 },
};
static const Rule seat_rules[] = { { TENURE_RULE_G6, level_of_g6 }, { TENURE_RULE_G8, level_of_g8 } };

/* --- Random boards --- */

static void
add_appointments (Fixture *fixture, TenureDay established, TenureDay t)
{
  TenureDay from = MIN (established, t - 900) + roll (0, 300);

  for (int n = roll (0, 3); n > 0; n--)
    {
      TenureFactAppointment appointment = fixture_appointment (roll (0, N_PERSONS - 1));

      appointment.from_day = MAX (from, established);
      appointment.to_day = roll (0, 1) ? t - 91 + roll (-1, 1) : from + roll (0, 500);
      appointment.to_day = MAX (appointment.to_day, appointment.from_day);
      if (roll (0, 2) == 0)
        appointment.to_day = TENURE_DAY_NONE;
      appointment.mandate = (gint8) roll (TENURE_MANDATE_UNKNOWN, TENURE_MANDATE_FOR);
      fixture_add_appointment (fixture, appointment);
      from += roll (1, 400);
    }
}

static void
add_board_of_seats (Fixture *fixture, TenureDay t)
{
  TenureFactBoard board = fixture_board ("Place Board");

  board.voice_expected = (gint8) roll (-1, 1);
  board.votes = (gint8) roll (0, 1);
  board.target_bp = roll (0, 2) == 0 ? -1 : roll (0, 20) * 500;
  board.from_day = t - roll (-20, 3000);
  board.to_day = roll (0, 3) == 0 ? day_near (t, 10, 300) : TENURE_DAY_NONE;
  fixture_add_board (fixture, board);
  for (int n = roll (0, 5); n > 0; n--)
    {
      TenureFactSeat seat = fixture_seat (roll (0, 2) ? TENURE_BLOC_VCS : TENURE_BLOC_NHS);

      seat.vote_weight = roll (0, 3) ? 0 : roll (0, 2);
      seat.established = t - (roll (0, 1) ? 90 + roll (-1, 2) : roll (-20, 2000));
      seat.abolished = roll (0, 4) == 0 ? t + roll (-3, 30) : TENURE_DAY_NONE;
      fixture_add_seat (fixture, seat);
      add_appointments (fixture, seat.established, t);
    }
}

static TenureFacts *
make_facts (TenureDay t)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  for (int i = 0; i < N_PERSONS; i++)
    fixture_add_person (fixture, "Ann Example");
  for (int i = roll (0, MAX_BOARDS); i > 0; i--)
    add_board_of_seats (fixture, t);
  return fixture_end (fixture);
}

/* --- Against the rules --- */

static void
check_boards (const World *world, const Judged *judged)
{
  for (gint32 board = 0; board < (gint32) world->facts->n_boards; board++)
    for (gsize rule = 0; rule < G_N_ELEMENTS (board_rules); rule++)
      assert_judged (judged, board_rules[rule].rule, board,
                     board_is_there (world, board) ? board_rules[rule].level (world, board) : TENURE_LEVEL_NONE);
  for (gint32 seat = 0; seat < (gint32) world->facts->n_seats; seat++)
    for (gsize rule = 0; rule < G_N_ELEMENTS (seat_rules); rule++)
      assert_judged (judged, seat_rules[rule].rule, seat, seat_rules[rule].level (world, seat));
  assert_judged (judged, TENURE_RULE_G5, -1, level_of_g5 (world));
}

static void
test_random (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      TenureDay t = day ("2025-01-01") + roll (0, 1000);
      g_auto (Judged) judged = { .facts = make_facts (t) };
      World world = { judged.facts, t };

      judged.analysis = tenure_analysis_new (judged.facts, t, NULL, NULL);
      check_boards (&world, &judged);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random-boards/random", test_random);
  return g_test_run ();
}
