#include "analysis/passed-on.h"

static gboolean
is_counted (const TenureTerms *terms, guint lead, guint32 sub)
{
  const TenureAgreementFigures *figures = &terms->agreements[sub];

  return figures->running == TENURE_FACT_YES && figures->annual_known
         && terms->facts->agreements[sub].currency == terms->facts->agreements[lead].currency;
}

TenurePassedOn
tenure_passed_on (const TenureTerms *terms, guint lead, const guint32 *subs, guint n)
{
  TenureCurrency currency = terms->facts->agreements[lead].currency;
  const TenureAgreementFigures *figures = &terms->agreements[lead];
  TenureSum sum = { 0 }, kept = { 0 };
  guint known = 0, of = 0;
  TenurePassedOn passed_on;

  for (guint i = 0; i < n; i++)
    {
      of += terms->agreements[subs[i]].running != TENURE_FACT_NO;
      if (!is_counted (terms, lead, subs[i]))
        continue;
      known++;
      tenure_sum_add (&sum, terms->agreements[subs[i]].annual_minor);
    }
  passed_on.annual = known > 0 ? tenure_figure_sum (sum, currency, known, of)
                               : tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MINOR, known, of);
  passed_on.kept = tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MINOR, known, of);
  if (known < of || known == 0 || figures->running != TENURE_FACT_YES || !figures->annual_known || sum.overflows)
    return passed_on;
  tenure_sum_add (&kept, figures->annual_minor);
  /* The least there is has no opposite. */
  if (sum.minor == G_MININT64)
    kept.overflows = TRUE;
  else
    tenure_sum_add (&kept, -sum.minor);
  passed_on.kept = tenure_figure_sum (kept, currency, known, of);
  return passed_on;
}

TenureSubIndex *
tenure_sub_index_new (const TenureTerms *terms)
{
  TenureSubIndex *index = g_new (TenureSubIndex, 1);
  g_autofree guint32 *next = g_new0 (guint32, terms->n_agreements + 1);

  index->first = g_new0 (guint32, terms->n_agreements + 1);
  index->subs = g_new (guint32, MAX (terms->n_agreements, 1));
  for (guint i = 0; i < terms->n_agreements; i++)
    if (terms->agreements[i].lead >= 0)
      index->first[terms->agreements[i].lead + 1]++;
  for (guint i = 0; i < terms->n_agreements; i++)
    next[i + 1] = index->first[i + 1] += index->first[i];
  for (guint i = 0; i < terms->n_agreements; i++)
    if (terms->agreements[i].lead >= 0)
      index->subs[next[terms->agreements[i].lead]++] = i;
  return index;
}

void
tenure_sub_index_free (TenureSubIndex *index)
{
  if (index == NULL)
    return;
  g_free (index->first);
  g_free (index->subs);
  g_free (index);
}
