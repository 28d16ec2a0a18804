#pragma once

#include "analysis/portfolio.h"

#include "fixture.h"

G_BEGIN_DECLS

/* A portfolio of facts built by hand, as seen on one day. */

#define AS_OF "2026-11-21"

typedef struct
{
  TenureFacts *facts;
  TenureTerms *terms;
  TenurePortfolio *portfolio;
} Summed;

/* The fixture is empty afterwards. Of agreements with voluntary organisations, or of another scope or a selection. */
Summed summed_new (Fixture *fixture);
Summed summed_scope (Fixture *fixture, TenureScope scope, const TenureSelection *selection);
void summed_clear (Summed *summed);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Summed, summed_clear)

/* With one voluntary organisation. */
Fixture *fixture_with_provider (void);

void assert_figure (TenureFigure figure, double number, guint known, guint of);

/* Of the month that begins on a day. */
const TenureHorizonFigures *summed_month (const Summed *summed, const char *iso);
const TenureExpiryFigures *summed_expiry (const Summed *summed, const char *iso);

/* Pounds. */
void assert_horizon (const Summed *summed, const char *iso, gint64 secured, gint64 committed, gint64 extended);

G_END_DECLS
