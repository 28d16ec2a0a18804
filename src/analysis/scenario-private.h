#pragma once

#include "analysis/scenario.h"
#include "analysis/term.h"

G_BEGIN_DECLS

/* The parts of scenario.c. Indexes are those of the scenario's facts. */

/* @format, a sentence with the name of agreement @index for its %s; the caller frees. */
char *tenure_scenario_dup_problem (const TenureFacts *facts, guint index, const char *format) G_GNUC_FORMAT (3);

/* Figures of agreement @index on @as_of, as though it were the only one and had not been ended early. */
TenureAgreementFigures tenure_scenario_figures (const TenureFacts *facts, guint index, TenureDay as_of);

/* What @agreement is worth for the longer or shorter term to @end, @before being its figures so far. */
void tenure_scenario_follow_value (TenureFactAgreement *agreement, const TenureAgreementFigures *before, TenureDay end);

/* FALSE when it does not fit. */
gboolean tenure_scenario_uplift (TenureFactAgreement *agreement, gint32 uplift_bp);

/* @minor × @months ÷ @by, half-even. FALSE when it does not fit. */
gboolean tenure_scenario_scale (gint64 minor, TenureMonths months, TenureMonths by, gint64 *out_minor);

/* The stated length, where there was one, says the same as start and end. */
void tenure_scenario_follow_duration (TenureFactAgreement *agreement);

/* Merges @indexes (@n ≥ 2, distinct) into the first. Returns why that cannot be, or NULL; the caller frees. */
char *tenure_scenario_merge (TenureScenario *scenario, const guint32 *indexes, guint n, TenureDay end, TenureDay as_of);

G_END_DECLS
