#include "random-facts.h"

#define MAX_AGREEMENTS 40

gboolean
random_facts_chance (int in)
{
  return g_test_rand_int_range (0, in) == 0;
}

static TenureDay
random_facts_day (void)
{
  return random_facts_chance (7) ? TENURE_DAY_NONE : day ("2023-01-01") + g_test_rand_int_range (0, 2000);
}

static gint8
random_facts_answer (void)
{
  return (gint8) g_test_rand_int_range (-1, 2);
}

TenureFactAgreement
random_facts_agreement (gint32 index)
{
  TenureFactAgreement agreement = fixture_term (g_test_rand_int_range (-1, 6), NULL, NULL, g_test_rand_int_range (-1, 5000));

  agreement.start = random_facts_day ();
  agreement.end = random_facts_chance (6) || agreement.start == TENURE_DAY_NONE
                      ? random_facts_day ()
                      : tenure_day_add_months (agreement.start, g_test_rand_int_range (1, 50)) - g_test_rand_int_range (0, 3);
  if (random_facts_chance (10))
    agreement.duration = TENURE_DURATION_MONTHS ((gint16) g_test_rand_int_range (1, 40));
  agreement.terminated = random_facts_chance (10) ? random_facts_day () : TENURE_DAY_NONE;
  agreement.signed_day = random_facts_day ();
  agreement.open_ended = (gint8) (random_facts_chance (10) ? TENURE_FACT_YES : TENURE_FACT_UNKNOWN);
  agreement.funder_without_cause = random_facts_answer ();
  if (random_facts_chance (2))
    agreement.funder_notice = TENURE_DURATION_MONTHS ((gint16) g_test_rand_int_range (0, 8));
  agreement.predecessor = random_facts_chance (3) ? g_test_rand_int_range (-1, index + 3) : -1;
  agreement.lead = random_facts_chance (3) ? g_test_rand_int_range (-1, index + 3) : -1;
  agreement.basis = (gint8) g_test_rand_int_range (0, 3);
  agreement.service = g_test_rand_int_range (-1, 2);
  agreement.purpose = (gint8) g_test_rand_int_range (0, TENURE_N_PURPOSES);
  agreement.renewal = (gint8) g_test_rand_int_range (0, 5);
  return agreement;
}

TenureFacts *
random_facts_new (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  guint n = (guint) g_test_rand_int_range (0, MAX_AGREEMENTS);

  for (int i = 0; i < 6; i++)
    fixture_add_organisation (fixture, "Lantern House", i == 4 ? TENURE_FACT_NO : i == 5 ? TENURE_FACT_UNKNOWN : TENURE_FACT_YES);
  for (guint i = 0; i < n; i++)
    {
      fixture_add_agreement (fixture, random_facts_agreement ((gint32) i));
      for (int option = g_test_rand_int_range (0, 3); option > 0; option--)
        fixture_add_extension (fixture, TENURE_DURATION_MONTHS ((gint16) g_test_rand_int_range (1, 24)),
                               random_facts_chance (2) ? TENURE_DAY_NONE : random_facts_day ());
    }
  return fixture_end (fixture);
}
