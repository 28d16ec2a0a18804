#include "config.h"
#include "analysis/participation-facts.h"

#include <string.h>

void
tenure_participation_facts_clear (TenureParticipationFacts *facts)
{
  g_free (facts->budgets);
  g_free (facts->allocations);
  g_free (facts->pay_rates);
  g_free (facts->meetings);
  g_free (facts->given);
  g_free (facts->claims);
  *facts = (TenureParticipationFacts){ 0 };
}

#define COPY(name) copy.name = g_memdup2 (facts->name, facts->n_##name * sizeof *facts->name)

TenureParticipationFacts
tenure_participation_facts_copy (const TenureParticipationFacts *facts)
{
  TenureParticipationFacts copy = *facts;

  COPY (budgets);
  COPY (allocations);
  COPY (pay_rates);
  COPY (meetings);
  COPY (given);
  COPY (claims);
  return copy;
}

#undef COPY
