#pragma once

#include "analysis/provider-parts.h"
#include "analysis/provider-private.h"

G_BEGIN_DECLS

/* Between the parts of a provider's figures (provider-parts.c) and a month of its horizon (provider-parts-month.c). */

#define TENURE_ASKED_DATES (TENURE_MISSING_START | TENURE_MISSING_END | TENURE_MISSING_EXTENSION_LENGTH)
#define TENURE_ASKED_MONEY (TENURE_MISSING_VALUE | TENURE_MISSING_VALUE_BASIS | TENURE_MISSING_CURRENCY)

/* A figure that is asked about, and where its lines go. */
typedef struct
{
  TenureExplanation *explanation;
  const TenureProviders *providers;
  TenureProviderSet set;
  TenureProviderFigures figures;
  guint at;
} TenureProviderAsked;

/* The @i-th agreement of the provider. What is dup'ed the caller frees. */
const TenureAgreementFigures *tenure_asked_figures (const TenureProviderAsked *asked, guint i);
const TenureFactAgreement *tenure_asked_fact (const TenureProviderAsked *asked, guint i);
char *tenure_asked_dup_annual (const TenureProviderAsked *asked, guint i);
/* "" where there is none. */
char *tenure_asked_dup_end (const TenureProviderAsked *asked, guint i);

/* Adds it: to what enters; apart, with the reason; apart, as @what that is counted in agreement @lead; or with the first of
 * @needs (TenureMissing) that it lacks, where it lacks none as in another currency. */
void tenure_asked_add (TenureProviderAsked *asked, guint i, const char *value);
void tenure_asked_add_apart (TenureProviderAsked *asked, guint i, const char *reason);
void tenure_asked_add_counted_in (TenureProviderAsked *asked, guint i, const char *what, gint32 lead);
void tenure_asked_add_left_out (TenureProviderAsked *asked, guint i, guint64 needs);

/* Adds a plain step. */
void tenure_asked_add_total (TenureProviderAsked *asked, const char *label, const TenureFigure *figure);
void tenure_asked_add_day (TenureProviderAsked *asked, TenureDay day);

/* The first day of the @at-th month from that of @as_of on, and the day on which the month asked about is measured. */
TenureDay tenure_provider_part_month (TenureDay as_of, guint at);
TenureDay tenure_asked_day_of_month (const TenureProviderAsked *asked);

void tenure_asked_explain_horizon (TenureProviderAsked *asked);
TenureFigure tenure_asked_value_horizon (const TenureProviderAsked *asked);
void tenure_asked_explain_told (TenureProviderAsked *asked);
TenureFigure tenure_asked_value_told (const TenureProviderAsked *asked);

G_END_DECLS
