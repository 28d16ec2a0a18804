#pragma once

#include "analysis/explanation.h"
#include "analysis/participation.h"

G_BEGIN_DECLS

/* What the figures of participation budgets are called, and why they are what they are. Test:
 * tests/analysis/test-participation.c. */

/* "committed_minor", …: stable, in files and on the command line; static. */
const char *tenure_budget_figure_code (TenureBudgetFigure figure);
gboolean tenure_budget_figure_from_code (const char *code, TenureBudgetFigure *out_figure);

/* "Committed"; translated, static. */
const char *tenure_budget_figure_label (TenureBudgetFigure figure);

/* Why @figure of budget @index is what it is: the claims, and the time that nobody has claimed for, that enter it, each with
 * its amount; what was refused or comes later stands apart, with why; what cannot be worked out is named with what it lacks.
 * Of a forecast its method and its steps. The caller frees. */
TenureExplanation *tenure_budget_explain (const TenureParticipation *participation, guint index, TenureBudgetFigure figure);

G_END_DECLS
