#include "config.h"
#include "analysis/agreement-figure.h"

#include "analysis/flags-private.h"
#include "analysis/full-cost.h"
#include "analysis/real-price.h"
#include "analysis/results-explain.h"
#include "base/ratio.h"

#include "base/i18n.h"
#include <math.h>

/* Hundredths of a per cent that no price moves by. */
#define MOST 1e15

typedef struct
{
  const TenureTerms *terms;
  guint index;
  const TenureFactAgreement *fact;
  TenureExplanation *explanation;
} Explaining;

/* --- Lines ------------------------------------------------------------------------------------------------------ */

static void
add_text (Explaining *explaining, const char *label, const char *text)
{
  tenure_explanation_add (explaining->explanation, TENURE_RECORD_AGREEMENT, explaining->fact->id, label, "%s", text);
}

static void
add_money (Explaining *explaining, const char *label, gboolean known, gint64 minor)
{
  g_autofree char *money = tenure_money_dup_label ((TenureMoney){ minor, explaining->fact->currency }, FALSE);

  add_text (explaining, label, known ? money : _ ("not recorded"));
}

static void
add_missing (Explaining *explaining, guint64 missing)
{
  for (guint bit = 0; bit < TENURE_N_MISSING; bit++)
    if (missing & (G_GUINT64_CONSTANT (1) << bit))
      {
        TenureRecordType type;
        const char *field = tenure_missing_field (bit, &type, NULL);

        tenure_explanation_add_missing (explaining->explanation, type, field, explaining->fact->id);
      }
}

static void
set_summary (Explaining *explaining, const char *text)
{
  g_free (explaining->explanation->summary);
  explaining->explanation->summary = g_strdup (text != NULL ? text : tenure_level_label (TENURE_LEVEL_CANNOT_TELL));
}

static void
set_rule (Explaining *explaining, TenureRuleId rule)
{
  tenure_explanation_set_rule (explaining->explanation, tenure_options_rule (&explaining->terms->options, rule));
}

/* --- Full cost -------------------------------------------------------------------------------------------------- */

static gboolean
always_applies (const TenureTerms *terms, guint index)
{
  return TRUE;
}

static char *
dup_full_cost (const TenureTerms *terms, guint index)
{
  TenureFullCost cost = tenure_full_cost (terms, index);

  return cost.known ? tenure_full_cost_dup_label (&cost) : NULL;
}

/* "Delivery", as the catalogue has it. */
static const char *
activity_label (const TenureFactCost *cost)
{
  const TenureRecordDef *def = tenure_record_def (TENURE_RECORD_COST_LINE);
  const TenureField *field = &def->fields[tenure_record_field_index (TENURE_RECORD_COST_LINE, "activity")];

  return cost->activity > 0 ? _ (field->choices[cost->activity - 1].label) : _ (def->label);
}

/* The lines by activity: they make the cost, or stand beside one that is recorded as a whole. */
static void
add_cost_lines (Explaining *explaining)
{
  const TenureFactAgreement *fact = explaining->fact;

  for (guint i = 0; i < fact->n_costs; i++)
    {
      const TenureFactCost *cost = &explaining->terms->facts->costs[fact->first_cost + i];
      g_autofree char *money = tenure_money_dup_label ((TenureMoney){ cost->minor, cost->currency }, FALSE);

      if (fact->full_cost_known)
        tenure_explanation_add_apart (explaining->explanation, TENURE_RECORD_AGREEMENT, fact->id, activity_label (cost),
                                      /* Translators: an amount, and why it does not count. */
                                      _ ("%s; the full cost is recorded as a whole"), money);
      else if (cost->currency != fact->currency)
        tenure_explanation_add_apart (explaining->explanation, TENURE_RECORD_AGREEMENT, fact->id, activity_label (cost),
                                      _ ("%s; in another currency than the agreement"), money);
      else
        add_text (explaining, activity_label (cost), money);
    }
}

static void
explain_full_cost (Explaining *explaining)
{
  const TenureFactAgreement *fact = explaining->fact;
  TenureFullCost cost = tenure_full_cost (explaining->terms, explaining->index);
  g_autofree char *label = cost.known ? tenure_full_cost_dup_label (&cost) : NULL;

  add_money (explaining, tenure_flag_field_label (TENURE_RECORD_AGREEMENT, "value"), fact->value_known, cost.value_minor);
  add_money (explaining, tenure_flag_field_label (TENURE_RECORD_AGREEMENT, "other_funding"), fact->other_funding_known,
             cost.other_minor);
  add_cost_lines (explaining);
  add_money (explaining, cost.n_lines > 0 ? _ ("Full cost, from its lines") : _ ("Full cost"), cost.cost_known,
             cost.cost_minor);
  add_missing (explaining, cost.missing);
  set_summary (explaining, label);
  set_rule (explaining, TENURE_RULE_P3);
}

/* --- Real price ------------------------------------------------------------------------------------------------- */

static gboolean
has_run_a_year (const TenureTerms *terms, guint index)
{
  return tenure_real_price (terms, index).years > 0;
}

static char *
dup_real_price (const TenureTerms *terms, guint index)
{
  TenureRealPrice price = tenure_real_price (terms, index);

  return price.known ? tenure_real_price_dup_label (&price) : NULL;
}

static char *
dup_change (double factor)
{
  /* By way of a whole number, which has no nought below zero. */
  gint64 hundredths = (gint64) round (CLAMP ((factor - 1) * TENURE_WHOLE_BP, -MOST, MOST));

  return g_strdup_printf (_ ("%.2f %%"), (double) hundredths / 100);
}

/* "1 Apr 2026: uplift 2.70 % against 8.70 % from 1 Apr 2025". */
static void
add_year (Explaining *explaining, const TenureRealPriceYear *year)
{
  g_autofree char *from = tenure_day_dup_label (year->from);
  g_autofree char *index_from = tenure_day_dup_label (year->index_from);
  g_autofree char *uplift = year->n_uplifts > 0 ? dup_change (year->uplift) : g_strdup (_ ("not recorded"));
  g_autofree char *index = dup_change (year->index);
  /* Translators: the first day of a year. */
  g_autofree char *label = g_strdup_printf (_ ("Year from %s"), from);
  g_autofree char *text = NULL;

  if (tenure_day_is_known (year->index_from))
    /* Translators: an uplift, the rise of prices, and the first day of the twelve months in which they rose. */
    text = g_strdup_printf (_ ("uplift %1$s; prices %2$s in the year from %3$s"), uplift, index, index_from);
  else
    text = g_strdup_printf (_ ("uplift %s; rise of prices not recorded"), uplift);
  add_text (explaining, label, text);
}

/* An uplift before the first anniversary is part of the first price; one of a year to come is not due yet. */
static void
add_uplifts_apart (Explaining *explaining, int years)
{
  const TenureFactAgreement *fact = explaining->fact;
  TenureDay start = explaining->terms->agreements[explaining->index].start;
  TenureDay first = tenure_day_add_months (start, 12);
  TenureDay until = tenure_day_add_months (start, 12 * (years + 1));

  for (guint i = 0; i < fact->n_uplifts; i++)
    {
      const TenureFactRate *uplift = &explaining->terms->facts->uplifts[fact->first_uplift + i];
      g_autofree char *day = tenure_day_dup_label (uplift->from_day);
      g_autofree char *rate = dup_change (1 + uplift->rate_bp / (double) TENURE_WHOLE_BP);

      if (!tenure_day_is_known (uplift->from_day) || (uplift->from_day >= first && uplift->from_day < until))
        continue;
      tenure_explanation_add_apart (explaining->explanation, TENURE_RECORD_AGREEMENT, fact->id, _ ("Uplift"),
                                    /* Translators: an uplift, the day from which it counts, and why it does not enter. */
                                    uplift->from_day < first ? _ ("%1$s from %2$s, within the first year")
                                                             : _ ("%1$s from %2$s, after the years completed"),
                                    rate, day);
    }
}

static void
explain_real_price (Explaining *explaining)
{
  TenureRealPrice price = tenure_real_price (explaining->terms, explaining->index);
  gboolean started = tenure_day_is_known (explaining->terms->agreements[explaining->index].start);
  g_autofree char *label = price.known ? tenure_real_price_dup_label (&price) : NULL;
  g_autofree char *uplift = dup_change (1 + price.uplift);
  g_autofree char *index = dup_change (1 + price.index);

  tenure_explanation_add (explaining->explanation, TENURE_RECORD_AGREEMENT, explaining->fact->id, _ ("Years completed"),
                          "%d", price.years);
  add_text (explaining, tenure_flag_field_label (TENURE_RECORD_AGREEMENT, "price_index"),
            price.series >= 0 ? explaining->terms->facts->price_indexes[price.series].name : _ ("not recorded"));
  for (int number = 1; number <= price.years; number++)
    {
      TenureRealPriceYear year = tenure_real_price_year (explaining->terms, explaining->index, number);

      add_year (explaining, &year);
    }
  if (price.known)
    {
      add_text (explaining, _ ("All uplifts"), uplift);
      add_text (explaining, _ ("Rise of the index"), index);
    }
  if (started)
    add_uplifts_apart (explaining, price.years);
  add_missing (explaining, started ? price.missing : price.missing | TENURE_MISSING_START);
  set_summary (explaining, started && price.years == 0 ? _ ("No year is completed yet.") : label);
  set_rule (explaining, TENURE_RULE_P2);
}

/* --- The table -------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *code;
  const char *title;   /* translatable */
  const char *formula; /* translatable */
  gboolean (*applies) (const TenureTerms *terms, guint index);
  char *(*dup_label) (const TenureTerms *terms, guint index);
  void (*explain) (Explaining *explaining);
} FigureRow;

/* The figures from here on are those of results-explain.h, in the same order. */
#define FIRST_RESULT TENURE_AGREEMENT_FIGURE_OUTCOMES
#define RESULT(figure) ((TenureResultFigure) ((figure) -FIRST_RESULT))
G_STATIC_ASSERT (TENURE_N_AGREEMENT_FIGURES - FIRST_RESULT == TENURE_N_RESULT_FIGURES);

static const FigureRow rows[FIRST_RESULT] = {
  [TENURE_AGREEMENT_FIGURE_FULL_COST] = { "full_cost_ratio", N_ ("Full cost covered"),
                                          N_ ("(Value + other funders’ money) ÷ full cost, all over the same period. Where no full cost is recorded, the "
                                              "cost lines together make it, when all are in the currency of the agreement. Shown to a tenth of a per "
                                              "cent, half to even; what falls short is never shown as 100 %."),
                                          always_applies, dup_full_cost, explain_full_cost },
  [TENURE_AGREEMENT_FIGURE_REAL_PRICE] = { "real_price", N_ ("Real price"),
                                           N_ ("Product of (1 + uplift) ÷ product of (1 + rise of the index) − 1, over the years completed. A year is held "
                                               "against the rise of prices in the one before it: the index year in which its eve lies. Shown to a "
                                               "hundredth of a per cent, half away from zero."),
                                           has_run_a_year, dup_real_price, explain_real_price },
};

const char *
tenure_agreement_figure_code (TenureAgreementFigure figure)
{
  g_return_val_if_fail (figure < TENURE_N_AGREEMENT_FIGURES, NULL);

  return figure >= FIRST_RESULT ? tenure_result_figure_code (RESULT (figure)) : rows[figure].code;
}

gboolean
tenure_agreement_figure_from_code (const char *code, TenureAgreementFigure *out_figure)
{
  g_return_val_if_fail (code != NULL && out_figure != NULL, FALSE);

  for (int figure = 0; figure < TENURE_N_AGREEMENT_FIGURES; figure++)
    if (g_str_equal (tenure_agreement_figure_code ((TenureAgreementFigure) figure), code))
      {
        *out_figure = (TenureAgreementFigure) figure;
        return TRUE;
      }
  return FALSE;
}

const char *
tenure_agreement_figure_title (TenureAgreementFigure figure)
{
  g_return_val_if_fail (figure < TENURE_N_AGREEMENT_FIGURES, NULL);

  return figure >= FIRST_RESULT ? tenure_result_figure_title (RESULT (figure)) : _ (rows[figure].title);
}

gboolean
tenure_agreement_figure_applies (const TenureTerms *terms, guint index, TenureAgreementFigure figure)
{
  g_return_val_if_fail (terms != NULL && index < terms->n_agreements && figure < TENURE_N_AGREEMENT_FIGURES, FALSE);

  return figure >= FIRST_RESULT ? tenure_result_figure_applies (terms, index, RESULT (figure))
                                : rows[figure].applies (terms, index);
}

char *
tenure_agreement_figure_dup_label (const TenureTerms *terms, guint index, TenureAgreementFigure figure)
{
  g_return_val_if_fail (terms != NULL && index < terms->n_agreements && figure < TENURE_N_AGREEMENT_FIGURES, NULL);

  return figure >= FIRST_RESULT ? tenure_result_figure_dup_label (terms, index, RESULT (figure))
                                : rows[figure].dup_label (terms, index);
}

TenureExplanation *
tenure_agreement_figure_explain (const TenureTerms *terms, guint index, TenureAgreementFigure figure)
{
  Explaining explaining = { .terms = terms, .index = index };

  g_return_val_if_fail (terms != NULL && index < terms->n_agreements && figure < TENURE_N_AGREEMENT_FIGURES, NULL);

  if (figure >= FIRST_RESULT)
    return tenure_result_figure_explain (terms, index, RESULT (figure));
  explaining.fact = &terms->facts->agreements[index];
  explaining.explanation = tenure_explanation_new (_ (rows[figure].title), _ (rows[figure].formula));
  rows[figure].explain (&explaining);
  return explaining.explanation;
}
