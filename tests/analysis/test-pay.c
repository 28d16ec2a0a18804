/* Rates and what time comes to: worked by hand, and held against slow obvious versions. */

#include "analysis/pay.h"

#define POUND 100

static TenureDay
day (const char *text)
{
  TenureDay day;

  g_assert_true (tenure_day_parse_iso (text, &day));
  return day;
}

static gint64
pay (const TenureFactPayRate *rate, gint32 minutes)
{
  gint64 minor;

  g_assert_cmpint (tenure_pay_of_minutes (rate, minutes, &minor), ==, TENURE_PAY_KNOWN);
  return minor;
}

/* --- What time comes to --- */

/* Iriss: £150 a day, £75 a half day. */
static void
test_days_and_half_days (void)
{
  const TenureFactPayRate rate = {
    .half_day_known = TRUE, .half_day_minor = 75 * POUND, .day_known = TRUE, .day_minor = 150 * POUND,
    .half_day_hours = -1, .day_hours = -1,
  };
  static const struct
  {
    gint32 minutes;
    gint64 pounds;
  } cases[] = {
    { 0, 0 },     { 1, 75 },    { 150, 75 },  { 240, 75 },  { 241, 150 },
    { 450, 150 }, { 451, 225 }, { 690, 225 }, { 691, 300 }, { 900, 300 },
  };
  TenureFactPayRate longer = rate;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (pay (&rate, cases[i].minutes), ==, cases[i].pounds * POUND);

  /* A half day of three and a half hours, a day of seven. */
  longer.half_day_hours = 350;
  longer.day_hours = 700;
  g_assert_cmpint (pay (&longer, 210), ==, 75 * POUND);
  g_assert_cmpint (pay (&longer, 211), ==, 150 * POUND);
  g_assert_cmpint (pay (&longer, 420), ==, 150 * POUND);
  g_assert_cmpint (pay (&longer, 421), ==, 225 * POUND);
}

static void
test_half_days_alone (void)
{
  const TenureFactPayRate rate = { .half_day_known = TRUE, .half_day_minor = 75 * POUND, .half_day_hours = -1 };

  g_assert_cmpint (pay (&rate, 240), ==, 75 * POUND);
  g_assert_cmpint (pay (&rate, 241), ==, 150 * POUND);
  g_assert_cmpint (pay (&rate, 480), ==, 150 * POUND);
}

static void
test_by_the_hour (void)
{
  TenureFactPayRate rate = { .hour_known = TRUE, .hour_minor = 2250, .day_known = TRUE, .day_minor = 1 };

  g_assert_cmpint (pay (&rate, 100), ==, 3750); /* 22.50 × 100 ÷ 60 */
  rate.hour_minor = 1;
  g_assert_cmpint (pay (&rate, 30), ==, 0); /* a half goes to the even */
  g_assert_cmpint (pay (&rate, 90), ==, 2);
}

static void
test_share_of_a_day (void)
{
  const TenureFactPayRate rate = { .day_known = TRUE, .day_minor = 120 * POUND, .day_hours = -1 };

  g_assert_cmpint (pay (&rate, 225), ==, 60 * POUND);
  g_assert_cmpint (pay (&rate, 100), ==, 2667); /* 120 × 100 ÷ 450 = 26.666… */
  g_assert_cmpint (pay (&rate, 900), ==, 240 * POUND);
}

/* £160 a day, a quarter for the employer's part, 15 % for rent and management. */
static void
test_worked_out_from_pay (void)
{
  TenureFactPayRate rate = {
    .salary_day_known = TRUE, .salary_day_minor = 160 * POUND, .on_cost_known = TRUE, .on_cost_bp = 2500,
    .overhead_known = TRUE, .overhead_bp = 1500, .day_hours = -1,
  };
  gint64 minor;

  g_assert_true (tenure_pay_get_day_minor (&rate, &minor));
  g_assert_cmpint (minor, ==, 230 * POUND);
  g_assert_cmpint (pay (&rate, 450), ==, 230 * POUND);
  rate.day_known = TRUE;
  rate.day_minor = 200 * POUND; /* entered, it comes first */
  g_assert_cmpint (pay (&rate, 450), ==, 200 * POUND);
  rate.day_known = FALSE;
  rate.overhead_known = FALSE; /* not recorded is not nothing */
  g_assert_cmpint (tenure_pay_of_minutes (&rate, 60, &minor), ==, TENURE_PAY_NO_AMOUNT);
  rate.overhead_known = TRUE;
  rate.salary_day_minor = G_MAXINT64;
  g_assert_false (tenure_pay_get_day_minor (&rate, &minor));
}

/* Minute by minute: never less for more time, and whole days as many as fit. */
static void
test_never_less_for_more (void)
{
  for (guint round = 0; round < 200; round++)
    {
      TenureFactPayRate rate = {
        .half_day_known = g_test_rand_bit () != 0, .half_day_minor = g_test_rand_int_range (0, 10000), .day_known = TRUE,
        .half_day_hours = g_test_rand_int_range (-1, 500), .day_hours = g_test_rand_int_range (-1, 1000),
        .hour_known = g_test_rand_int_range (0, 4) == 0, .hour_minor = g_test_rand_int_range (0, 5000),
      };
      gint64 before = 0;

      rate.day_minor = rate.half_day_minor + g_test_rand_int_range (0, 10000);
      for (gint32 minutes = 0; minutes < 3000; minutes += g_test_rand_int_range (1, 40))
        {
          gint64 now = pay (&rate, minutes);

          g_assert_cmpint (now, >=, before);
          before = now;
        }
    }
}

/* --- Which rate holds --- */

static void
test_change_in_the_middle_of_a_year (void)
{
  TenureFactPayRate rates[] = {
    { .payee = TENURE_PAYEE_LIVED_EXPERIENCE, .organisation = -1, .budget = -1, .from_day = TENURE_DAY_NONE,
      .to_day = TENURE_DAY_NONE },
    { .payee = TENURE_PAYEE_LIVED_EXPERIENCE, .organisation = -1, .budget = -1, .from_day = day ("2026-10-01"),
      .to_day = TENURE_DAY_NONE },
    { .payee = TENURE_PAYEE_STAFF, .organisation = 3, .budget = -1, .from_day = TENURE_DAY_NONE,
      .to_day = day ("2026-12-31") },
  };
  const TenureParticipationFacts facts = { .pay_rates = rates, .n_pay_rates = G_N_ELEMENTS (rates) };

  g_assert_cmpint (tenure_pay_find_rate (&facts, TENURE_PAYEE_LIVED_EXPERIENCE, -1, -1, day ("2026-09-30")), ==, 0);
  g_assert_cmpint (tenure_pay_find_rate (&facts, TENURE_PAYEE_LIVED_EXPERIENCE, -1, -1, day ("2026-10-01")), ==, 1);
  g_assert_cmpint (tenure_pay_find_rate (&facts, TENURE_PAYEE_STAFF, 3, -1, day ("2026-12-31")), ==, 2);
  g_assert_cmpint (tenure_pay_find_rate (&facts, TENURE_PAYEE_STAFF, 3, -1, day ("2027-01-01")), ==, -1);
  g_assert_cmpint (tenure_pay_find_rate (&facts, TENURE_PAYEE_STAFF, 4, -1, day ("2026-12-31")), ==, -1);
  g_assert_cmpint (tenure_pay_find_rate (&facts, TENURE_PAYEE_CHAIR, -1, -1, day ("2026-12-31")), ==, -1);
}

static gboolean
holds (const TenureParticipationFacts *facts, const TenureFactPayRate *rate, int payee, int organisation, int budget, TenureDay on)
{
  if (rate->payee != payee || (rate->organisation >= 0 && rate->organisation != organisation))
    return FALSE;
  if ((rate->from_day != TENURE_DAY_NONE && rate->from_day > on) || (rate->to_day != TENURE_DAY_NONE && rate->to_day < on))
    return FALSE;
  if (rate->budget < 0 || rate->budget == budget)
    return TRUE;
  return budget < 0 && facts->budgets[rate->budget].from_day <= on && facts->budgets[rate->budget].to_day >= on;
}

/* Question after question, the last of which is which one was recorded last. */
static int
find_slowly (const TenureParticipationFacts *facts, int payee, int organisation, int budget, TenureDay on)
{
  for (int of_organisation = 1; of_organisation >= 0; of_organisation--)
    for (int under = 0; under < 3; under++)
      {
        int found = -1;

        for (guint i = 0; i < facts->n_pay_rates; i++)
          {
            const TenureFactPayRate *rate = &facts->pay_rates[i];
            gboolean asked_for = rate->budget >= 0 && rate->budget == budget;
            int group = asked_for ? 0 : rate->budget < 0 ? 1 : 2;
            TenureDay from = rate->from_day == TENURE_DAY_NONE ? G_MININT32 + 1 : rate->from_day;
            TenureDay best = found < 0                                                   ? G_MININT32
                             : facts->pay_rates[found].from_day == TENURE_DAY_NONE ? G_MININT32 + 1
                                                                                         : facts->pay_rates[found].from_day;

            if (holds (facts, rate, payee, organisation, budget, on) && (rate->organisation >= 0) == of_organisation
                && group == under && from >= best)
              found = (int) i;
          }
        if (found >= 0)
          return found;
      }
  return -1;
}

static TenureDay
random_day (void)
{
  return g_test_rand_int_range (0, 5) == 0 ? TENURE_DAY_NONE : day ("2026-04-01") + g_test_rand_int_range (0, 12);
}

static void
test_random_rates (void)
{
  TenureFactBudget budgets[2] = { { .from_day = day ("2026-04-01"), .to_day = day ("2026-04-06") },
                                  { .from_day = day ("2026-04-04"), .to_day = day ("2026-04-30") } };

  for (guint round = 0; round < 3000; round++)
    {
      TenureFactPayRate rates[8];
      const TenureParticipationFacts facts = {
        .budgets = budgets, .n_budgets = 2, .pay_rates = rates, .n_pay_rates = (guint) g_test_rand_int_range (0, 9),
      };
      int organisation = g_test_rand_int_range (-1, 2), budget = g_test_rand_int_range (-1, 2);
      TenureDay on = day ("2026-04-01") + g_test_rand_int_range (0, 12);

      for (guint i = 0; i < facts.n_pay_rates; i++)
        rates[i] = (TenureFactPayRate){ .payee = (gint8) g_test_rand_int_range (1, 3),
                                        .organisation = g_test_rand_int_range (-1, 2),
                                        .budget = g_test_rand_int_range (-1, 2),
                                        .from_day = random_day (),
                                        .to_day = random_day () };
      g_assert_cmpint (tenure_pay_find_rate (&facts, TENURE_PAYEE_STAFF, organisation, budget, on), ==,
                       find_slowly (&facts, TENURE_PAYEE_STAFF, organisation, budget, on));
    }
}

/* --- One person at one meeting --- */

typedef struct
{
  TenureFactBudget budget;
  TenureFactMeeting meeting;
  TenureFactPayRate rate;
  TenureFactGiven given;
  TenureParticipationFacts facts;
} Meeting;

/* An hour of preparation, an hour and a half of meeting, 40 minutes of travel, 20 of follow-up; 12.5 miles; a fare of £4.20. */
static void
meeting_init (Meeting *self)
{
  *self = (Meeting){
    .budget = { .currency = TENURE_CURRENCY_GBP, .from_day = TENURE_DAY_NONE, .to_day = TENURE_DAY_NONE },
    .meeting = { .held = day ("2026-10-07") },
    .rate = { .payee = TENURE_PAYEE_LIVED_EXPERIENCE, .organisation = -1, .budget = -1, .from_day = TENURE_DAY_NONE,
              .to_day = TENURE_DAY_NONE, .half_day_known = TRUE, .half_day_minor = 75 * POUND, .day_known = TRUE,
              .day_minor = 150 * POUND, .mile_known = TRUE, .mile_minor = 45, .half_day_hours = -1, .day_hours = -1 },
    .given = { .person = 0, .seat = -1, .organisation = -1, .budget = 0, .claim = -1,
               .payee = TENURE_PAYEE_LIVED_EXPERIENCE, .payer = TENURE_PAYER_BUDGET, .minutes = { 60, 90, 40, 20 },
               .miles = 1250, .expenses_known = TRUE, .expenses_minor = 420 },
  };
  self->facts = (TenureParticipationFacts){ .budgets = &self->budget, .n_budgets = 1, .meetings = &self->meeting,
                                            .n_meetings = 1, .pay_rates = &self->rate, .n_pay_rates = 1,
                                            .given = &self->given, .n_given = 1 };
}

static void
test_meeting (void)
{
  Meeting meeting;
  TenurePay pay;

  meeting_init (&meeting);
  pay = tenure_pay_of_given (&meeting.facts, 0);
  g_assert_cmpint (pay.status, ==, TENURE_PAY_KNOWN);
  g_assert_cmpint (pay.minutes, ==, 210);
  g_assert_true (pay.all_times);
  g_assert_cmpint (pay.time_minor, ==, 75 * POUND);
  g_assert_cmpint (pay.miles_minor, ==, 562); /* 562.5, half to the even */
  g_assert_cmpint (pay.cost_minor, ==, 7500 + 562 + 420);
  g_assert_cmpuint (pay.currency, ==, TENURE_CURRENCY_GBP); /* the budget's */

  meeting.given.expenses_minor = -10000; /* given back */
  g_assert_cmpint (tenure_pay_of_given (&meeting.facts, 0).cost_minor, ==, 7500 + 562 - 10000);
  meeting.given.minutes[TENURE_TIME_FOLLOW_UP] = -1;
  g_assert_false (tenure_pay_of_given (&meeting.facts, 0).all_times);
}

static void
test_what_is_wanting (void)
{
  Meeting meeting;

  meeting_init (&meeting);
  meeting.rate.mile_known = FALSE;
  g_assert_cmpint (tenure_pay_of_given (&meeting.facts, 0).status, ==, TENURE_PAY_NO_MILE);
  meeting.given.miles = -1;
  g_assert_cmpint (tenure_pay_of_given (&meeting.facts, 0).status, ==, TENURE_PAY_KNOWN);
  meeting.rate.currency = TENURE_CURRENCY ('E', 'U', 'R');
  g_assert_cmpint (tenure_pay_of_given (&meeting.facts, 0).status, ==, TENURE_PAY_CURRENCIES);
  meeting.given.expenses_known = FALSE;
  g_assert_cmpint (tenure_pay_of_given (&meeting.facts, 0).status, ==, TENURE_PAY_KNOWN);
  meeting.rate.half_day_known = meeting.rate.day_known = FALSE;
  g_assert_cmpint (tenure_pay_of_given (&meeting.facts, 0).status, ==, TENURE_PAY_NO_AMOUNT);
  meeting.given.payee = TENURE_PAYEE_STAFF; /* a rate of organisations is blank until entered */
  g_assert_cmpint (tenure_pay_of_given (&meeting.facts, 0).status, ==, TENURE_PAY_NO_RATE);
  meeting.given.payee = TENURE_PAYEE_UNKNOWN;
  g_assert_cmpint (tenure_pay_of_given (&meeting.facts, 0).status, ==, TENURE_PAY_NO_PAYEE);
  for (int time = 0; time < TENURE_N_TIMES; time++)
    meeting.given.minutes[time] = -1;
  g_assert_cmpint (tenure_pay_of_given (&meeting.facts, 0).status, ==, TENURE_PAY_NO_TIME);
  meeting.given.expenses_known = TRUE; /* a fare needs no rate */
  g_assert_cmpint (tenure_pay_of_given (&meeting.facts, 0).cost_minor, ==, 420);
  for (TenurePayStatus status = TENURE_PAY_NO_TIME; status <= TENURE_PAY_TOO_LARGE; status++)
    g_assert_true (g_str_has_suffix (tenure_pay_status_sentence (status), "."));
  g_assert_null (tenure_pay_status_sentence (TENURE_PAY_KNOWN));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pay/days-and-half-days", test_days_and_half_days);
  g_test_add_func ("/pay/half-days-alone", test_half_days_alone);
  g_test_add_func ("/pay/by-the-hour", test_by_the_hour);
  g_test_add_func ("/pay/share-of-a-day", test_share_of_a_day);
  g_test_add_func ("/pay/worked-out-from-pay", test_worked_out_from_pay);
  g_test_add_func ("/pay/never-less-for-more", test_never_less_for_more);
  g_test_add_func ("/pay/change-in-the-middle-of-a-year", test_change_in_the_middle_of_a_year);
  g_test_add_func ("/pay/random-rates", test_random_rates);
  g_test_add_func ("/pay/meeting", test_meeting);
  g_test_add_func ("/pay/what-is-wanting", test_what_is_wanting);
  return g_test_run ();
}
