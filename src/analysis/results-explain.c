#include "config.h"
#include "analysis/results-explain.h"

#include "base/count.h"
#include "base/hundredths.h"

#include "base/i18n.h"
#include <math.h>

/* Hundredths of hours that nobody gives, and that a double holds. */
#define MOST 1e15

typedef struct
{
  const char *code;
  const char *title;      /* translatable */
  const char *formula;    /* translatable */
  TenureOutcomeKind kind; /* of its rows; UNKNOWN: referrals */
  const char *key;        /* as `tenure-cli figures --json` has it */
} FigureRow;

static const FigureRow figures[TENURE_N_RESULT_FIGURES] = {
  [TENURE_RESULT_FIGURE_OUTCOMES] = { "outcomes", N_ ("Outcomes"),
                                      N_ ("Targets of outcomes that were reached, of all that are recorded for periods that have begun. Local setting: a "
                                          "target is met when what was reached is as much or more."),
                                      TENURE_OUTCOME_OUTCOME, "results.targets_met" },
  [TENURE_RESULT_FIGURE_VOLUNTEER_HOURS] = { "volunteer_hours", N_ ("Volunteer hours"),
                                             N_ ("What was reached of each measure of volunteer hours, added up over the periods that have begun. Local "
                                                 "setting: of periods of one measure that overlap, the one that begins first counts; what is not counted "
                                                 "in hours is left out."),
                                             TENURE_OUTCOME_VOLUNTEER_HOURS, "results.volunteer_hours" },
  [TENURE_RESULT_FIGURE_LEVERED_INCOME] = { "levered_income", N_ ("Levered income"),
                                            N_ ("What was reached of each measure of income levered in, added up over the periods that have begun. Local "
                                                "setting: of periods of one measure that overlap, the one that begins first counts; what is not counted "
                                                "in the currency of the agreement is left out."),
                                            TENURE_OUTCOME_LEVERED_INCOME, "results.levered_income_minor" },
  [TENURE_RESULT_FIGURE_REFERRALS] = { "referrals", N_ ("Referrals"),
                                       N_ ("People referred ÷ capacity, over the periods that are over and of which both are recorded. Local setting: of "
                                           "periods that overlap, the one that begins first counts."),
                                       TENURE_OUTCOME_UNKNOWN, "results.referrals" },
};

const char *
tenure_result_figure_code (TenureResultFigure figure)
{
  g_return_val_if_fail (figure < TENURE_N_RESULT_FIGURES, NULL);

  return figures[figure].code;
}

gboolean
tenure_result_figure_from_code (const char *code, TenureResultFigure *out_figure)
{
  g_return_val_if_fail (code != NULL && out_figure != NULL, FALSE);

  for (int figure = 0; figure < TENURE_N_RESULT_FIGURES; figure++)
    if (g_str_equal (figures[figure].code, code) || g_str_equal (figures[figure].key, code))
      {
        *out_figure = (TenureResultFigure) figure;
        return TRUE;
      }
  return FALSE;
}

const char *
tenure_result_figure_title (TenureResultFigure figure)
{
  g_return_val_if_fail (figure < TENURE_N_RESULT_FIGURES, NULL);

  return _ (figures[figure].title);
}

gboolean
tenure_result_figure_applies (const TenureTerms *terms, guint index, TenureResultFigure figure)
{
  guint n;
  const TenureFactOutcome *outcomes;

  g_return_val_if_fail (terms != NULL && figure < TENURE_N_RESULT_FIGURES, FALSE);

  if (figure == TENURE_RESULT_FIGURE_REFERRALS)
    return tenure_facts_get_referrals (terms->facts, index, &n) != NULL;
  outcomes = tenure_facts_get_outcomes (terms->facts, index, &n);
  for (guint i = 0; i < n; i++)
    if (outcomes[i].kind == (gint8) figures[figure].kind)
      return TRUE;
  return FALSE;
}

/* --- Words ------------------------------------------------------------------------------------------------------ */

/* "1 Apr 2025 – 31 Mar 2026", or what is known of it; NULL of nothing. */
static char *
dup_period (TenureDay from_day, TenureDay to_day)
{
  g_autofree char *from = tenure_day_dup_label (from_day);
  g_autofree char *to = tenure_day_dup_label (to_day);

  if (tenure_day_is_known (from_day) && tenure_day_is_known (to_day))
    return g_strdup_printf ("%s – %s", from, to);
  if (tenure_day_is_known (from_day))
    return g_strdup_printf (_ ("from %s"), from);
  return tenure_day_is_known (to_day) ? g_strdup_printf (_ ("to %s"), to) : NULL;
}

/* "1,240 hours", "12.5 hours". */
static char *
dup_hours (gint64 hundredths)
{
  gboolean whole = hundredths >= 0 && hundredths % 100 == 0;
  g_autofree char *number =
      whole ? tenure_count_dup_label ((guint64) hundredths / 100) : tenure_hundredths_dup_text (hundredths);

  return g_strdup_printf (ngettext ("%s hour", "%s hours", whole ? (gulong) hundredths / 100 : 2), number);
}

static char *
dup_met (guint met, guint of)
{
  return tenure_count_dup_several (ngettext ("%1$s of %2$s target met", "%1$s of %2$s targets met", of), 2,
                                   (guint64[]){ met, of });
}

static char *
dup_outcomes (const TenureOutcomes *outcomes)
{
  guint not_measured = outcomes->n_targets - outcomes->n_measured, without = outcomes->n - outcomes->n_targets;
  g_autofree char *met = dup_met (outcomes->n_met, outcomes->n_targets);
  g_autoptr (GString) text = g_string_new (NULL);

  if (outcomes->n_targets == 0)
    return NULL;
  if (outcomes->n_measured == 0)
    tenure_count_append_words (
        text, ngettext ("%s target, not measured", "%s targets, none measured", (gulong) outcomes->n_targets),
        outcomes->n_targets);
  else
    g_string_append (text, met);
  if (outcomes->n_measured > 0 && not_measured > 0)
    /* Translators: behind "3 of 5 targets met". */
    tenure_count_append_words (text, _ ("; %s not measured"), not_measured);
  if (without > 0)
    /* Translators: behind "3 of 5 targets met", of outcomes that have none. */
    tenure_count_append_words (text, _ ("; %s without a target"), without);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* NULL where nothing of it is known, or it does not fit. */
static char *
dup_added (const TenureAdded *added, TenureOutcomeKind kind, TenureCurrency currency)
{
  g_autofree char *amount = NULL, *coverage = NULL;

  if (added->known == 0 || added->sum.overflows)
    return NULL;
  amount = kind == TENURE_OUTCOME_VOLUNTEER_HOURS
               ? dup_hours (added->sum.minor)
               : tenure_money_dup_label ((TenureMoney){ added->sum.minor, currency }, FALSE);
  if (added->known == added->of)
    return g_steal_pointer (&amount);
  coverage = tenure_figure_dup_coverage (&(TenureFigure){ .known = added->known, .of = added->of });
  /* Translators: a figure and how much of it is known: "£36,000 (4 of 5 known)". */
  return g_strdup_printf (_ ("%1$s (%2$s)"), amount, coverage);
}

/* "412 of a capacity of 400, 103.0 %". */
static char *
dup_share (gint64 n_received, gint64 n_capacity)
{
  g_autofree char *received = tenure_count_dup_label ((guint64) n_received);
  g_autofree char *capacity = tenure_count_dup_label ((guint64) n_capacity);
  TenureReferrals referrals = { .known = 1, .of = 1, .received = n_received, .capacity = n_capacity };
  TenureFigure share = tenure_referrals_share (&referrals);
  g_autofree char *label = tenure_figure_dup_label (&share);

  if (share.kind == TENURE_FIGURE_CANNOT_TELL)
    /* Translators: people referred, and places for them, of which there were none. */
    return g_strdup_printf (_ ("%1$s of a capacity of %2$s"), received, capacity);
  /* Translators: people referred, places for them, and the one as a share of the other. */
  return g_strdup_printf (_ ("%1$s of a capacity of %2$s, %3$s"), received, capacity, label);
}

static char *
dup_referrals (const TenureReferrals *referrals)
{
  g_autofree char *share = referrals->known > 0 ? dup_share (referrals->received, referrals->capacity) : NULL;
  g_autofree char *period = dup_period (referrals->from, referrals->to);
  g_autofree char *text = NULL;

  if (share == NULL)
    return NULL;
  text = g_strdup_printf ("%s (%s)", share, period);
  if (referrals->known == referrals->of)
    return g_steal_pointer (&text);
  /* Translators: of how many periods something is known, behind it. */
  return g_strdup_printf (_ ("%1$s; %2$u of %3$u periods known"), text, referrals->known, referrals->of);
}

static char *
dup_label (const TenureTerms *terms, guint index, TenureResultFigure figure, guint8 *out_parts)
{
  TenureOutcomeKind kind = figures[figure].kind;

  if (figure == TENURE_RESULT_FIGURE_REFERRALS)
    {
      TenureReferrals referrals = tenure_agreement_referrals (terms, index, out_parts);

      return dup_referrals (&referrals);
    }
  if (figure == TENURE_RESULT_FIGURE_OUTCOMES)
    {
      TenureOutcomes outcomes = tenure_agreement_outcomes (terms, index, out_parts);

      return dup_outcomes (&outcomes);
    }
  {
    TenureAdded added = tenure_agreement_added (terms, index, kind, out_parts);

    return dup_added (&added, kind, terms->facts->agreements[index].currency);
  }
}

char *
tenure_result_figure_dup_label (const TenureTerms *terms, guint index, TenureResultFigure figure)
{
  g_return_val_if_fail (terms != NULL && figure < TENURE_N_RESULT_FIGURES, NULL);

  return dup_label (terms, index, figure, NULL);
}

/* --- Why, of one agreement -------------------------------------------------------------------------------------- */

typedef struct
{
  TenureExplanation *explanation;
  const TenureTerms *terms;
  guint index;
  TenureId id;
} Explaining;

/* A row by its label; what it gives, and its period behind that: referrals, which go by their period, have none there. */
static void
add_row (Explaining *explaining, TenureResultPart part, const char *label, const char *value, const char *period)
{
  /* Translators: what was counted, and the period in which. */
  g_autofree char *text = period != NULL ? g_strdup_printf (_ ("%1$s, %2$s"), value, period) : g_strdup (value);

  if (part == TENURE_RESULT_ENTERS || part == TENURE_RESULT_UNKNOWN)
    tenure_explanation_add (explaining->explanation, TENURE_RECORD_AGREEMENT, explaining->id, label, "%s", text);
  else if (part == TENURE_RESULT_TO_COME)
    tenure_explanation_add_apart (explaining->explanation, TENURE_RECORD_AGREEMENT, explaining->id, label,
                                  period != NULL ? _ ("%s; the period has not begun") : _ ("%s; the period is not over"),
                                  text);
  else if (part == TENURE_RESULT_OVERLAPS)
    tenure_explanation_add_apart (explaining->explanation, TENURE_RECORD_AGREEMENT, explaining->id, label,
                                  _ ("%s; within a period that counts"), text);
  else
    tenure_explanation_add_apart (explaining->explanation, TENURE_RECORD_AGREEMENT, explaining->id, label,
                                  _ ("%s; counted in something else"), text);
}

static void
add_missing (Explaining *explaining, TenureRecordType type, const char *field, TenureId id, const char *of)
{
  tenure_explanation_add_missing_of (explaining->explanation, type, field, id, of);
}

/* "7 people", or that it is not recorded. */
static char *
dup_counted (gboolean known, gint64 hundredths, const char *unit)
{
  g_autofree char *number = tenure_hundredths_dup_text (hundredths);

  if (!known)
    return g_strdup (_ ("not recorded"));
  return unit != NULL ? g_strdup_printf ("%s %s", number, unit) : g_steal_pointer (&number);
}

/* What was counted; of an outcome, against its target. */
static char *
dup_outcome_value (const TenureFactOutcome *outcome)
{
  g_autofree char *target = dup_counted (outcome->target_known, outcome->target, NULL);
  g_autofree char *actual = dup_counted (outcome->actual_known, outcome->actual, outcome->unit);

  if (outcome->kind != TENURE_OUTCOME_OUTCOME)
    return g_steal_pointer (&actual);
  if (!outcome->target_known || !outcome->actual_known)
    /* Translators: what was agreed and what was counted, either of which may be "not recorded". */
    return g_strdup_printf (_ ("target %1$s, reached %2$s"), target, actual);
  return outcome->actual >= outcome->target ? g_strdup_printf (_ ("target %1$s, reached %2$s: met"), target, actual)
                                            : g_strdup_printf (_ ("target %1$s, reached %2$s: not met"), target, actual);
}

static void
add_outcome (Explaining *explaining, const TenureFactOutcome *outcome, TenureResultPart part)
{
  const char *label = outcome->measure != NULL ? outcome->measure : _ ("Measure not recorded");
  g_autofree char *value = dup_outcome_value (outcome);
  g_autofree char *period = dup_period (outcome->from_day, outcome->to_day);

  if (part == TENURE_RESULT_OTHER_KIND)
    return;
  add_row (explaining, part, label, value, period);
  if (part == TENURE_RESULT_UNKNOWN && outcome->kind == TENURE_OUTCOME_OUTCOME && !outcome->target_known)
    add_missing (explaining, TENURE_RECORD_OUTCOME, "target", outcome->id, label);
  if (part == TENURE_RESULT_UNKNOWN && !outcome->actual_known)
    add_missing (explaining, TENURE_RECORD_OUTCOME, "actual", outcome->id, label);
}

static char *
dup_people (gint32 people)
{
  return people >= 0 ? tenure_count_dup_label ((guint64) people) : g_strdup (_ ("not recorded"));
}

static void
add_period (Explaining *explaining, const TenureFactReferrals *period, TenureResultPart part)
{
  g_autofree char *when = dup_period (period->from_day, period->to_day);
  g_autofree char *received = dup_people (period->received);
  g_autofree char *capacity = dup_people (period->capacity);
  g_autofree char *value = period->received >= 0 && period->capacity >= 0
                               ? dup_share (period->received, period->capacity)
                               /* Translators: people referred and places, either of which may be "not recorded". */
                               : g_strdup_printf (_ ("received %1$s, capacity %2$s"), received, capacity);
  const char *label = when != NULL ? when : _ ("Period not recorded");

  add_row (explaining, part, label, value, NULL);
  if (part == TENURE_RESULT_UNKNOWN && period->received < 0)
    add_missing (explaining, TENURE_RECORD_REFERRALS, "received", period->id, label);
  if (part == TENURE_RESULT_UNKNOWN && period->capacity < 0)
    add_missing (explaining, TENURE_RECORD_REFERRALS, "capacity", period->id, label);
}

static void
set_summary (TenureExplanation *explanation, const char *text)
{
  g_free (explanation->summary);
  explanation->summary = g_strdup (text != NULL ? text : tenure_level_label (TENURE_LEVEL_CANNOT_TELL));
}

TenureExplanation *
tenure_result_figure_explain (const TenureTerms *terms, guint index, TenureResultFigure figure)
{
  Explaining explaining = { .terms = terms, .index = index };
  guint n_outcomes, n_referrals;
  const TenureFactOutcome *outcomes;
  const TenureFactReferrals *referrals;
  g_autofree guint8 *parts = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (terms != NULL && index < terms->n_agreements && figure < TENURE_N_RESULT_FIGURES, NULL);

  outcomes = tenure_facts_get_outcomes (terms->facts, index, &n_outcomes);
  referrals = tenure_facts_get_referrals (terms->facts, index, &n_referrals);
  parts = g_new0 (guint8, MAX (n_outcomes, n_referrals) + 1);
  label = dup_label (terms, index, figure, parts);
  explaining.id = terms->facts->agreements[index].id;
  explaining.explanation = tenure_explanation_new (_ (figures[figure].title), _ (figures[figure].formula));
  set_summary (explaining.explanation, label);
  for (guint i = 0; figure == TENURE_RESULT_FIGURE_REFERRALS && i < n_referrals; i++)
    add_period (&explaining, &referrals[i], (TenureResultPart) parts[i]);
  for (guint i = 0; figure != TENURE_RESULT_FIGURE_REFERRALS && i < n_outcomes; i++)
    add_outcome (&explaining, &outcomes[i], (TenureResultPart) parts[i]);
  if (figure == TENURE_RESULT_FIGURE_LEVERED_INCOME && terms->facts->agreements[index].currency == TENURE_CURRENCY_NONE)
    tenure_explanation_add_missing (explaining.explanation, TENURE_RECORD_AGREEMENT, "currency", explaining.id);
  if (explaining.explanation->lines->len == 0)
    tenure_explanation_add (explaining.explanation, TENURE_RECORD_AGREEMENT, explaining.id, _ (figures[figure].title), "%s",
                            _ ("not recorded"));
  return explaining.explanation;
}

/* --- Why, of many ----------------------------------------------------------------------------------------------- */

static char *
dup_with_coverage (const char *label, const TenureFigure *figure)
{
  g_autofree char *coverage = tenure_figure_dup_coverage (figure);

  /* Translators: a figure and how much of it is known: "£36,000 (4 of 5 known)". */
  return g_strdup_printf (_ ("%1$s (%2$s)"), label, coverage);
}

char *
tenure_results_dup_label (const TenureResults *results, TenureResultFigure figure)
{
  const TenureFigure *value = figure == TENURE_RESULT_FIGURE_OUTCOMES          ? &results->targets_met
                              : figure == TENURE_RESULT_FIGURE_VOLUNTEER_HOURS ? &results->volunteer_hours
                              : figure == TENURE_RESULT_FIGURE_LEVERED_INCOME  ? &results->levered_income
                                                                               : &results->received;
  g_autofree char *label = NULL;

  g_return_val_if_fail (results != NULL && figure < TENURE_N_RESULT_FIGURES, NULL);

  if (value->kind == TENURE_FIGURE_CANNOT_TELL)
    label = tenure_figure_dup_label (value);
  else if (figure == TENURE_RESULT_FIGURE_OUTCOMES)
    label = dup_met ((guint) value->integer, value->of);
  else if (figure == TENURE_RESULT_FIGURE_VOLUNTEER_HOURS)
    label = dup_hours ((gint64) round (CLAMP (value->number * 100, -MOST, MOST)));
  else if (figure == TENURE_RESULT_FIGURE_REFERRALS)
    label = dup_share (results->received.integer, results->capacity.integer);
  else
    label = tenure_figure_dup_label (value);
  return dup_with_coverage (label, value);
}

TenureExplanation *
tenure_results_explain (
    const TenureTerms *terms, const guint32 *agreements, guint n, TenureCurrency currency, TenureResultFigure figure)
{
  TenureExplanation *explanation;
  TenureResults results;
  g_autofree char *summary = NULL, *count = NULL;
  guint running = 0;

  g_return_val_if_fail (terms != NULL && figure < TENURE_N_RESULT_FIGURES, NULL);

  explanation = tenure_explanation_new (_ (figures[figure].title), _ (figures[figure].formula));
  results = tenure_results_new (terms, agreements, n, currency);
  summary = tenure_results_dup_label (&results, figure);
  set_summary (explanation, summary);
  for (guint i = 0; i < n; i++)
    if (terms->agreements[agreements[i]].running == TENURE_FACT_YES)
      running++;
  count = tenure_count_dup_label (running);
  tenure_explanation_add (explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, _ ("Running agreements"), "%s", count);
  for (guint i = 0; i < n; i++)
    {
      guint32 index = agreements[i];
      g_autofree char *label = NULL;

      if (terms->agreements[index].running != TENURE_FACT_YES || !tenure_result_figure_applies (terms, index, figure))
        continue;
      label = dup_label (terms, index, figure, NULL);
      if (figure == TENURE_RESULT_FIGURE_LEVERED_INCOME && terms->facts->agreements[index].currency != currency)
        tenure_explanation_add_agreement_apart (explanation, terms->facts, index, _ ("in another currency"));
      else
        tenure_explanation_add_agreement (explanation, terms->facts, index,
                                          label != NULL ? label : tenure_level_label (TENURE_LEVEL_CANNOT_TELL));
    }
  return explanation;
}
