#include "summed.h"

Summed
summed_scope (Fixture *fixture, TenureScope scope, const TenureSelection *selection)
{
  Summed summed = { .facts = fixture_end (fixture) };

  summed.terms = tenure_terms_new (summed.facts, day (AS_OF), NULL);
  summed.portfolio = tenure_portfolio_new (summed.terms, scope, selection);
  return summed;
}

Summed
summed_new (Fixture *fixture)
{
  return summed_scope (fixture, TENURE_SCOPE_VCS, NULL);
}

void
summed_clear (Summed *summed)
{
  tenure_portfolio_free (summed->portfolio);
  tenure_terms_free (summed->terms);
  tenure_facts_free (summed->facts);
}

Fixture *
fixture_with_provider (void)
{
  Fixture *fixture = fixture_new ();

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  return fixture;
}

void
assert_figure (TenureFigure figure, double number, guint known, guint of)
{
  g_assert_cmpint (figure.kind, ==, TENURE_FIGURE_DOUBLE);
  g_assert_cmpfloat_with_epsilon (figure.number, number, 1e-9);
  g_assert_cmpuint (figure.known, ==, known);
  g_assert_cmpuint (figure.of, ==, of);
}

const TenureHorizonFigures *
summed_month (const Summed *summed, const char *iso)
{
  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i++)
    if (summed->portfolio->horizon[i].month == day (iso))
      return &summed->portfolio->horizon[i];
  g_assert_not_reached ();
}

const TenureExpiryFigures *
summed_expiry (const Summed *summed, const char *iso)
{
  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i++)
    if (summed->portfolio->expiries[i].month == day (iso))
      return &summed->portfolio->expiries[i];
  g_assert_not_reached ();
}

void
assert_horizon (const Summed *summed, const char *iso, gint64 secured, gint64 committed, gint64 extended)
{
  const TenureHorizonFigures *figures = summed_month (summed, iso);

  g_test_message ("%s", iso);
  g_assert_cmpint (figures->secured.minor, ==, secured * 100);
  g_assert_cmpint (figures->committed.minor, ==, committed * 100);
  g_assert_cmpint (figures->extended.minor, ==, extended * 100);
}
