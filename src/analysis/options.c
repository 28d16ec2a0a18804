#include "analysis/options.h"

#define APRIL 4

const TenureRule *
tenure_options_rule (const TenureAnalysisOptions *options, TenureRuleId id)
{
  g_return_val_if_fail (id >= 0 && id < TENURE_N_RULES, NULL);

  return options != NULL && options->rules != NULL ? &options->rules[id] : tenure_rule (id);
}

int
tenure_options_year_first_month (const TenureAnalysisOptions *options)
{
  int month = options != NULL ? options->year_first_month : 0;

  return month >= 1 && month <= 12 ? month : APRIL;
}
