#include "config.h"
#include "analysis/term-trend.h"

#include "analysis/term-private.h"
#include "analysis/term-spread.h"
#include "base/count.h"

#include "base/i18n.h"

#define MONTHS_A_YEAR 12

/* One that started in a year, with what it was agreed for. */
typedef struct
{
  guint year;
  gint64 parts;
} Entry;

/* How an agreement enters. */
typedef enum
{
  TO_COME, /* or never to start: no part of the picture */
  NO_START,
  EARLIER,
  IN_A_YEAR,
} Place;

typedef struct
{
  TenureDay as_of;
  TenureDay starts[TENURE_TERM_TREND_YEARS + 1]; /* of each year, and of the one after the last */
} Years;

static Years
years_of (const TenureTerms *terms)
{
  Years years = { .as_of = terms->as_of };
  TenureDay current = tenure_day_year_start (terms->as_of, tenure_options_year_first_month (&terms->options));

  for (int i = 0; i <= TENURE_TERM_TREND_YEARS; i++)
    years.starts[i] = tenure_day_add_months (current, (i + 1 - TENURE_TERM_TREND_YEARS) * MONTHS_A_YEAR);
  return years;
}

static Place
place_of (const Years *years, TenureDay start, guint *out_year)
{
  guint year = TENURE_TERM_TREND_YEARS - 1;

  if (!tenure_day_is_known (start))
    return NO_START;
  if (start > years->as_of)
    return TO_COME;
  if (start < years->starts[0])
    return EARLIER;
  while (start < years->starts[year])
    year--;
  *out_year = year;
  return IN_A_YEAR;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = a, *right = b;

  if (left->year != right->year)
    return left->year < right->year ? -1 : 1;
  return (left->parts > right->parts) - (left->parts < right->parts);
}

static void
count_one (TenureTermTrend *trend, const Years *years, guint32 index, GArray *entries)
{
  const TenureFactAgreement *fact = &trend->portfolio->terms->facts->agreements[index];
  TenureTermTrendYear *year;
  TenureMonths term;
  Entry entry = { 0 };
  Place place = place_of (years, fact->start, &entry.year);

  trend->n_no_start += place == NO_START;
  trend->n_earlier += place == EARLIER;
  if (place != IN_A_YEAR)
    return;
  year = &trend->years[entry.year];
  year->started++;
  year->open_ended += fact->open_ended == TENURE_FACT_YES;
  if (!tenure_term_first_agreed (fact, &term))
    return;
  year->known++;
  year->le12 += tenure_months_compare (term, tenure_months_whole (12)) <= 0;
  entry.parts = tenure_months_to_parts (term);
  g_array_append_val (entries, entry);
}

static void
find_medians (TenureTermTrend *trend, GArray *entries)
{
  g_autofree gint64 *parts = g_new (gint64, entries->len);
  guint first = 0;

  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    parts[i] = g_array_index (entries, Entry, i).parts;
  for (guint i = 0; i < TENURE_TERM_TREND_YEARS; i++)
    {
      if (trend->years[i].known > 0)
        trend->years[i].median = tenure_parts_quartile (parts + first, trend->years[i].known, 2);
      first += trend->years[i].known;
    }
}

/* The first end that is recorded and has come; the day after T where none has. */
static TenureDay
first_end (const TenurePortfolio *portfolio)
{
  TenureDay first = portfolio->terms->as_of + 1;

  for (guint i = 0; i < portfolio->n_agreements; i++)
    {
      TenureDay end = portfolio->terms->facts->agreements[portfolio->agreements[i]].end;

      if (tenure_day_is_known (end))
        first = MIN (first, end);
    }
  return first;
}

static void
find_first_whole (TenureTermTrend *trend)
{
  TenureDay end = first_end (trend->portfolio);

  while (trend->first_whole < trend->n_years && trend->years[trend->first_whole].until < end)
    trend->first_whole++;
}

/* None before the first in which one started. */
static void
drop_empty_years (TenureTermTrend *trend)
{
  guint from = 0;

  while (from < TENURE_TERM_TREND_YEARS && trend->years[from].started == 0)
    from++;
  trend->n_years = TENURE_TERM_TREND_YEARS - from;
  memmove (trend->years, trend->years + from, trend->n_years * sizeof *trend->years);
}

TenureTermTrend *
tenure_term_trend_new (const TenurePortfolio *portfolio)
{
  TenureTermTrend *trend;
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  Years years;

  g_return_val_if_fail (portfolio != NULL, NULL);

  years = years_of (portfolio->terms);
  trend = g_new0 (TenureTermTrend, 1);
  trend->portfolio = portfolio;
  trend->years = g_new0 (TenureTermTrendYear, TENURE_TERM_TREND_YEARS);
  for (guint i = 0; i < TENURE_TERM_TREND_YEARS; i++)
    {
      trend->years[i].from = years.starts[i];
      trend->years[i].until = years.starts[i + 1] - 1;
    }
  for (guint i = 0; i < portfolio->n_agreements; i++)
    count_one (trend, &years, portfolio->agreements[i], entries);
  find_medians (trend, entries);
  drop_empty_years (trend);
  find_first_whole (trend);
  return trend;
}

void
tenure_term_trend_free (TenureTermTrend *trend)
{
  if (trend == NULL)
    return;
  g_free (trend->years);
  g_free (trend);
}

/* --- Why --- */

static void
explain_year (TenureExplanation *explanation, const TenureTermTrendYear *year)
{
  g_autofree char *label = tenure_day_dup_label (year->from);
  g_autofree char *last = tenure_day_dup_label (year->until);
  g_autofree char *span = g_strdup_printf (_ ("%1$s to %2$s"), label, last);
  g_autofree char *started = tenure_count_dup_label (year->started), *known = tenure_count_dup_label (year->known);
  g_autofree char *le12 = tenure_count_dup_label (year->le12);

  if (year->known == 0)
    tenure_explanation_add (explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, span,
                            ngettext ("%s started, its term not known", "%s started, no term known", year->started),
                            started);
  else
    /* Translators: numbers of agreements, the last a number of months. */
    tenure_explanation_add (explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, span,
                            _ ("%1$s of %2$s known terms of 12 months or less; %3$s started; median %4$.1f months"), le12,
                            known, started, year->median);
}

static void
explain_earlier (TenureExplanation *explanation, guint n)
{
  g_autofree char *count = tenure_count_dup_label (n);

  tenure_explanation_add (explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, _ ("Earlier"),
                          ngettext ("%s started before these years", "%s started before these years", n), count);
}

static void
explain_missing (TenureExplanation *explanation, const TenurePortfolio *portfolio, guint32 index, const Years *years)
{
  const TenureFacts *facts = portfolio->terms->facts;
  const TenureFactAgreement *fact = &facts->agreements[index];
  TenureMonths term;
  guint year;
  Place place = place_of (years, fact->start, &year);

  if (place == NO_START)
    tenure_explanation_add_agreement_missing (explanation, facts, index, TENURE_RECORD_AGREEMENT, "start");
  else if (place == IN_A_YEAR && fact->open_ended == TENURE_FACT_YES)
    tenure_explanation_add_agreement_apart (explanation, facts, index, _ ("open-ended: it has no term"));
  else if (place == IN_A_YEAR && !tenure_term_first_agreed (fact, &term))
    tenure_explanation_add_agreement_missing (explanation, facts, index, TENURE_RECORD_AGREEMENT, "end");
}

TenureExplanation *
tenure_term_trend_explain (const TenureTermTrend *trend, guint most)
{
  TenureExplanation *explanation;
  Years years;
  guint started = 0, known = 0;

  g_return_val_if_fail (trend != NULL, NULL);

  years = years_of (trend->portfolio->terms);
  explanation = tenure_explanation_new (
      _ ("Terms agreed, year by year"),
      _ ("Agreements by the financial year in which they started, running or over. The term is the one agreed at first, from the "
         "start to the signed end, or for the stated length, before extensions and terminations. The share is of those whose "
         "term is known."));
  tenure_explanation_limit (explanation, most);
  for (guint i = 0; i < trend->n_years; i++)
    {
      started += trend->years[i].started;
      known += trend->years[i].known;
      explain_year (explanation, &trend->years[i]);
    }
  if (trend->n_earlier > 0)
    explain_earlier (explanation, trend->n_earlier);
  explanation->summary = tenure_count_dup_several (_ ("%1$s of %2$s known"), 2, (guint64[]){ known, started });
  for (guint i = 0; i < trend->portfolio->n_agreements; i++)
    explain_missing (explanation, trend->portfolio, trend->portfolio->agreements[i], &years);
  return explanation;
}
