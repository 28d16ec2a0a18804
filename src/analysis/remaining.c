#include "analysis/remaining.h"

/* Longer chains of signed renewals do not exist; a loop in hostile links ends here. */
#define MAX_STEPS 100

static gboolean
enters (const TenureTerms *terms, guint agreement)
{
  const TenureAgreementFigures *f = &terms->agreements[agreement];

  return f->running == TENURE_FACT_YES && f->annual_known && f->annual_minor > 0 && tenure_day_is_known (f->committed_end);
}

/* The last day that is promised, signed successors that follow without a gap included. */
static TenureDay
promised_end (const TenureTerms *terms, guint agreement)
{
  TenureDay end = terms->agreements[agreement].committed_end;
  gint32 next = terms->agreements[agreement].successor;

  for (int step = 0; step < MAX_STEPS && next >= 0; step++)
    {
      const TenureAgreementFigures *f = &terms->agreements[next];

      if (!tenure_day_is_known (f->start) || f->start > tenure_day_after (end) || f->committed_end < end)
        break;
      end = f->committed_end;
      next = f->successor;
    }
  return end;
}

typedef struct
{
  const TenureTerms *terms;
  GHashTable *entering; /* set of the agreements that enter, by index */
  guint32 below;
} Above;

static gboolean
has_part (guint32 index, gconstpointer data)
{
  const Above *above = data;
  const TenureFactAgreement *facts = above->terms->facts->agreements;

  return facts[index].provider == facts[above->below].provider && facts[index].currency == facts[above->below].currency
         && g_hash_table_contains (above->entering, GUINT_TO_POINTER (index));
}

static GHashTable *
list_entering (const TenureTerms *terms, const guint32 *agreements, guint n)
{
  GHashTable *entering = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++)
    if (enters (terms, agreements[i]))
      g_hash_table_add (entering, GUINT_TO_POINTER (agreements[i]));
  return entering;
}

/* Whether its money weighs in another agreement of the same provider already, through which it passes. */
static gboolean
is_counted_above (const TenureTerms *terms, GHashTable *entering, guint32 index)
{
  Above above = { terms, entering, index };

  return tenure_terms_find_lead (terms, index, has_part, &above) >= 0;
}

/* The currency that most of those that enter are in; of equals, the one met first. */
static TenureCurrency
main_currency (const TenureTerms *terms, const guint32 *agreements, guint n)
{
  TenureCurrency best = TENURE_CURRENCY_NONE;
  guint most = 0;

  for (guint i = 0; i < n; i++)
    {
      TenureCurrency currency = terms->facts->agreements[agreements[i]].currency;
      guint count = 0;

      if (!enters (terms, agreements[i]) || currency == best)
        continue;
      for (guint j = i; j < n; j++)
        count += enters (terms, agreements[j]) && terms->facts->agreements[agreements[j]].currency == currency;
      if (count > most)
        {
          best = currency;
          most = count;
        }
    }
  return best;
}

TenureFigure
tenure_remaining_mean (const TenureTerms *terms, const guint32 *agreements, guint n)
{
  g_autoptr (GHashTable) entering = NULL;
  TenureCurrency currency;
  double weighted = 0, weights = 0;
  guint known = 0, of = 0;

  g_return_val_if_fail (terms != NULL && (n == 0 || agreements != NULL),
                        tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MONTHS, 0, 0));

  entering = list_entering (terms, agreements, n);
  currency = main_currency (terms, agreements, n);
  for (guint i = 0; i < n; i++)
    {
      const TenureAgreementFigures *f = &terms->agreements[agreements[i]];
      TenureMonths left;

      of += f->running == TENURE_FACT_YES;
      if (!enters (terms, agreements[i]) || terms->facts->agreements[agreements[i]].currency != currency)
        continue;
      known++;
      if (is_counted_above (terms, entering, agreements[i]))
        continue;
      left = tenure_months_between (terms->as_of, promised_end (terms, agreements[i]));
      weighted += (double) f->annual_minor * tenure_months_to_double (left);
      weights += (double) f->annual_minor;
    }
  if (known == 0)
    return tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MONTHS, 0, of);
  return tenure_figure_number (weighted / weights, TENURE_FIGURE_UNIT_MONTHS, known, of);
}
