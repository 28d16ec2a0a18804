#include "config.h"
#include "analysis/results.h"

#include "base/ratio.h"
#include "base/text.h"

#include "base/i18n.h"

/* What people write for hours, and for currencies beside their code. */
static const char *const hour_words[] = { "hours", "hour", "hrs", "h", NULL };
static const char *const pound_words[] = { "pounds", "pound", "£", NULL };
static const char *const euro_words[] = { "euros", "euro", "€", NULL };

static gboolean
is_word_of (const char *const *words, const char *text)
{
  for (; *words != NULL; words++)
    if (tenure_text_is_same (*words, text))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_hours (const char *unit)
{
  return unit == NULL || is_word_of (hour_words, unit) || tenure_text_is_same (_ ("hours"), unit);
}

static gboolean
is_in_currency (const char *unit, TenureCurrency currency)
{
  char code[4];

  if (unit == NULL || tenure_text_is_same (tenure_currency_to_code (currency, code), unit))
    return TRUE;
  return (currency == TENURE_CURRENCY_GBP && is_word_of (pound_words, unit))
         || (currency == TENURE_CURRENCY ('E', 'U', 'R') && is_word_of (euro_words, unit));
}

/* --- One agreement ---------------------------------------------------------------------------------------------- */

static gboolean
has_begun (const TenureTerms *terms, const TenureFactOutcome *outcome)
{
  return !tenure_day_is_known (outcome->from_day) || outcome->from_day <= terms->as_of;
}

static TenureResultPart
find_outcome_part (const TenureTerms *terms, const TenureFactOutcome *outcome)
{
  if (outcome->kind != TENURE_OUTCOME_OUTCOME)
    return TENURE_RESULT_OTHER_KIND;
  if (!has_begun (terms, outcome))
    return TENURE_RESULT_TO_COME;
  return outcome->target_known && outcome->actual_known ? TENURE_RESULT_ENTERS : TENURE_RESULT_UNKNOWN;
}

TenureOutcomes
tenure_agreement_outcomes (const TenureTerms *terms, guint index, guint8 *out_parts)
{
  TenureOutcomes outcomes = { 0 };
  guint n;
  const TenureFactOutcome *rows = tenure_facts_get_outcomes (terms->facts, index, &n);

  for (guint i = 0; i < n; i++)
    {
      TenureResultPart part = find_outcome_part (terms, &rows[i]);

      if (out_parts != NULL)
        out_parts[i] = (guint8) part;
      if (part != TENURE_RESULT_ENTERS && part != TENURE_RESULT_UNKNOWN)
        continue;
      outcomes.n++;
      outcomes.n_targets += rows[i].target_known;
      outcomes.n_measured += part == TENURE_RESULT_ENTERS;
      outcomes.n_met += part == TENURE_RESULT_ENTERS && rows[i].actual >= rows[i].target;
    }
  return outcomes;
}

/* Hundredths of a whole are the minor unit of most currencies; of the others it takes another nought, or two fewer,
 * half-even. */
static gboolean
get_minor (const TenureFactOutcome *outcome, TenureCurrency currency, gint64 *out_minor)
{
  static const gint64 tens[] = { 1, 10, 100, 1000 };

  return tenure_ratio_scale (outcome->actual, tens[CLAMP (tenure_currency_digits (currency), 0, 3)], 100, out_minor);
}

/* Rows of one measure stand together, by their first day: it overlaps where the last that counted has not ended. */
static gboolean
overlaps (const TenureFactOutcome *last, const TenureFactOutcome *outcome)
{
  return last != NULL && tenure_day_is_known (last->from_day) && tenure_day_is_known (last->to_day)
         && tenure_day_is_known (outcome->from_day) && outcome->from_day <= last->to_day
         && g_strcmp0 (last->measure, outcome->measure) == 0;
}

static TenureResultPart
find_added_part (const TenureTerms *terms,
                 const TenureFactOutcome *outcome,
                 const TenureFactOutcome *last,
                 TenureOutcomeKind kind,
                 TenureCurrency currency)
{
  if (outcome->kind != (gint8) kind)
    return TENURE_RESULT_OTHER_KIND;
  if (!has_begun (terms, outcome))
    return TENURE_RESULT_TO_COME;
  if (kind == TENURE_OUTCOME_VOLUNTEER_HOURS ? !is_in_hours (outcome->unit) : !is_in_currency (outcome->unit, currency))
    return TENURE_RESULT_OTHER_UNIT;
  if (overlaps (last, outcome))
    return TENURE_RESULT_OVERLAPS;
  return outcome->actual_known && (kind == TENURE_OUTCOME_VOLUNTEER_HOURS || currency != TENURE_CURRENCY_NONE)
             ? TENURE_RESULT_ENTERS
             : TENURE_RESULT_UNKNOWN;
}

TenureAdded
tenure_agreement_added (const TenureTerms *terms, guint index, TenureOutcomeKind kind, guint8 *out_parts)
{
  TenureAdded added = { 0 };
  TenureCurrency currency = terms->facts->agreements[index].currency;
  const TenureFactOutcome *last = NULL;
  guint n;
  const TenureFactOutcome *rows = tenure_facts_get_outcomes (terms->facts, index, &n);

  for (guint i = 0; i < n; i++)
    {
      TenureResultPart part = find_added_part (terms, &rows[i], last, kind, currency);
      gint64 amount = rows[i].actual;

      if (out_parts != NULL)
        out_parts[i] = (guint8) part;
      added.of += part == TENURE_RESULT_ENTERS || part == TENURE_RESULT_UNKNOWN || part == TENURE_RESULT_OTHER_UNIT;
      if (part != TENURE_RESULT_ENTERS)
        continue;
      last = &rows[i];
      added.known++;
      if (kind == TENURE_OUTCOME_LEVERED_INCOME && !get_minor (&rows[i], currency, &amount))
        added.sum.overflows = TRUE;
      else
        tenure_sum_add (&added.sum, amount);
    }
  return added;
}

static TenureResultPart
find_referrals_part (const TenureTerms *terms, const TenureFactReferrals *period, const TenureReferrals *so_far)
{
  if (!tenure_day_is_known (period->to_day) || period->to_day > terms->as_of)
    return TENURE_RESULT_TO_COME;
  if (so_far->known > 0 && tenure_day_is_known (period->from_day) && period->from_day <= so_far->to)
    return TENURE_RESULT_OVERLAPS;
  return period->received >= 0 && period->capacity >= 0 ? TENURE_RESULT_ENTERS : TENURE_RESULT_UNKNOWN;
}

TenureReferrals
tenure_agreement_referrals (const TenureTerms *terms, guint index, guint8 *out_parts)
{
  TenureReferrals referrals = { .from = TENURE_DAY_NONE, .to = TENURE_DAY_NONE };
  guint n;
  const TenureFactReferrals *rows = tenure_facts_get_referrals (terms->facts, index, &n);

  for (guint i = 0; i < n; i++)
    {
      TenureResultPart part = find_referrals_part (terms, &rows[i], &referrals);

      if (out_parts != NULL)
        out_parts[i] = (guint8) part;
      referrals.of += part == TENURE_RESULT_ENTERS || part == TENURE_RESULT_UNKNOWN;
      if (part != TENURE_RESULT_ENTERS)
        continue;
      if (referrals.known++ == 0)
        referrals.from = rows[i].from_day;
      referrals.to = MAX (referrals.to, rows[i].to_day);
      /* 31 bits each, and fewer rows than that. */
      referrals.received += rows[i].received;
      referrals.capacity += rows[i].capacity;
    }
  return referrals;
}

TenureFigure
tenure_referrals_share (const TenureReferrals *referrals)
{
  if (referrals->known == 0 || referrals->capacity == 0)
    return tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_RATIO, referrals->known, referrals->of);
  return tenure_figure_number ((double) referrals->received / (double) referrals->capacity, TENURE_FIGURE_UNIT_RATIO,
                               referrals->known, referrals->of);
}

/* --- Many ------------------------------------------------------------------------------------------------------- */

/* Sums so far; of each, `of` agreements run. */
typedef struct
{
  TenureOutcomes outcomes;
  TenureAdded hours, income;
  TenureReferrals referrals;
} Sums;

static void
add_added (TenureAdded *sum, const TenureAdded *added)
{
  if (added->known == 0)
    return;
  sum->known++;
  sum->sum.overflows |= added->sum.overflows;
  tenure_sum_add (&sum->sum, added->sum.minor);
}

static void
add_agreement (Sums *sums, const TenureTerms *terms, guint32 index, TenureCurrency currency)
{
  TenureOutcomes outcomes = tenure_agreement_outcomes (terms, index, NULL);
  TenureAdded hours = tenure_agreement_added (terms, index, TENURE_OUTCOME_VOLUNTEER_HOURS, NULL);
  TenureAdded income = tenure_agreement_added (terms, index, TENURE_OUTCOME_LEVERED_INCOME, NULL);
  TenureReferrals referrals = tenure_agreement_referrals (terms, index, NULL);

  sums->outcomes.n_targets += outcomes.n_targets;
  sums->outcomes.n_measured += outcomes.n_measured;
  sums->outcomes.n_met += outcomes.n_met;
  add_added (&sums->hours, &hours);
  if (terms->facts->agreements[index].currency == currency)
    add_added (&sums->income, &income);
  sums->referrals.known += referrals.known > 0;
  sums->referrals.received += referrals.received;
  sums->referrals.capacity += referrals.capacity;
}

static TenureFigure
hours_figure (const TenureAdded *hours, guint of)
{
  if (hours->known == 0 || hours->sum.overflows)
    return tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_COUNT, hours->known, of);
  return tenure_figure_number ((double) hours->sum.minor / 100, TENURE_FIGURE_UNIT_COUNT, hours->known, of);
}

static TenureFigure
people_figure (gint64 people, guint known, guint of)
{
  return known > 0 ? tenure_figure_count (people, known, of) : tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_COUNT, 0, of);
}

TenureResults
tenure_results_new (const TenureTerms *terms, const guint32 *agreements, guint n, TenureCurrency currency)
{
  TenureResults results;
  Sums sums = { 0 };
  guint of = 0;

  for (guint i = 0; i < n; i++)
    if (terms->agreements[agreements[i]].running == TENURE_FACT_YES)
      {
        add_agreement (&sums, terms, agreements[i], currency);
        of++;
      }
  sums.referrals.of = of;
  results.targets_met = people_figure (sums.outcomes.n_met, sums.outcomes.n_measured, sums.outcomes.n_targets);
  results.volunteer_hours = hours_figure (&sums.hours, of);
  results.levered_income = sums.income.known > 0 ? tenure_figure_sum (sums.income.sum, currency, sums.income.known, of)
                                                 : tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MINOR, 0, of);
  results.received = people_figure (sums.referrals.received, sums.referrals.known, of);
  results.capacity = people_figure (sums.referrals.capacity, sums.referrals.known, of);
  results.referrals = tenure_referrals_share (&sums.referrals);
  return results;
}

gboolean
tenure_results_is_any (const TenureResults *results)
{
  return results->targets_met.known > 0 || results->volunteer_hours.known > 0 || results->levered_income.known > 0
         || results->received.known > 0;
}
