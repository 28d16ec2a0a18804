/* What was due beside what was paid, up to a day. */

#include "analysis/schedule.h"
#include "fixture.h"

#define EUR TENURE_CURRENCY ('E', 'U', 'R')

typedef struct
{
  const char *day; /* NULL: not recorded; of an instalment: no more */
  int pounds;      /* 0: no more */
  gboolean euros;
} Amount;

static const struct
{
  const char *name;
  Amount due[3], paid[3];
  gboolean told;
  int due_pounds, paid_pounds;
  guint n_undated;
} cases[] = {
  { "nothing recorded", { { 0 } }, { { 0 } }, FALSE, 0, 0, 0 },
  { "a schedule alone", { { "2026-10-01", 100, FALSE } }, { { 0 } }, FALSE, 0, 0, 0 },
  { "payments alone", { { 0 } }, { { "2026-10-01", 100, FALSE } }, FALSE, 0, 0, 0 },
  { "on the day", { { "2026-10-01", 100, FALSE } }, { { "2026-10-01", 90, FALSE } }, TRUE, 100, 90, 0 },
  { "a day later", { { "2026-10-02", 100, FALSE } }, { { "2026-10-02", 90, FALSE } }, TRUE, 0, 0, 0 },
  { "each on its side", { { "2026-04-01", 100, FALSE }, { "2026-07-01", 100, FALSE }, { "2026-12-01", 100, FALSE } },
    { { "2026-04-20", 100, FALSE }, { "2026-12-01", 100, FALSE } }, TRUE, 200, 100, 0 },
  { "what came back", { { "2026-04-01", 100, FALSE } }, { { "2026-04-20", 100, FALSE }, { "2026-05-20", -30, FALSE } }, TRUE,
    100, 70, 0 },
  { "a payment of no day", { { "2026-04-01", 100, FALSE } }, { { "2026-04-20", 60, FALSE }, { NULL, 40, FALSE } }, TRUE, 100,
    60, 1 },
  { "no payment of a day", { { "2026-04-01", 100, FALSE } }, { { NULL, 60, FALSE }, { NULL, 40, FALSE } }, FALSE, 0, 0, 0 },
  { "due in two currencies", { { "2026-04-01", 100, FALSE }, { "2027-04-01", 100, TRUE } }, { { "2026-04-20", 60, FALSE } },
    FALSE, 0, 0, 0 },
  { "paid in another", { { "2026-04-01", 100, FALSE } }, { { "2026-04-20", 60, TRUE } }, FALSE, 0, 0, 0 },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (TenureFacts) facts = NULL;
      TenureAgreementParts parts;
      TenureSchedule schedule;

      fixture_add_agreement (fixture, fixture_agreement ("Choir"));
      for (int n = 0; n < 3 && cases[i].due[n].pounds != 0; n++)
        {
          fixture_add_instalment (fixture, cases[i].due[n].day, cases[i].due[n].pounds);
          if (cases[i].due[n].euros)
            g_array_index (fixture->instalments, TenureFactInstalment, n).currency = EUR;
        }
      for (int n = 0; n < 3 && cases[i].paid[n].pounds != 0; n++)
        {
          fixture_add_payment (fixture, NULL, cases[i].paid[n].day, cases[i].paid[n].pounds);
          if (cases[i].paid[n].euros)
            g_array_index (fixture->payments, TenureFactPayment, n).currency = EUR;
        }
      facts = fixture_end (fixture);
      parts = tenure_agreement_parts (facts, 0);
      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (tenure_schedule_compare (&parts, day ("2026-10-01"), &schedule), ==, cases[i].told);
      if (!cases[i].told)
        continue;
      g_assert_cmpint (schedule.due_minor, ==, cases[i].due_pounds * 100);
      g_assert_cmpint (schedule.paid_minor, ==, cases[i].paid_pounds * 100);
      g_assert_cmpint (schedule.currency, ==, TENURE_CURRENCY_GBP);
      g_assert_cmpuint (schedule.n_undated, ==, cases[i].n_undated);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/cases", test_cases);
  return g_test_run ();
}
