#include "config.h"
#include "register/totals.h"

#include "base/count.h"
#include "base/i18n.h"
#include <string.h>

static int
compare_currencies (gconstpointer a, gconstpointer b)
{
  char left[4], right[4];

  tenure_currency_to_code (((const TenureCurrencySum *) a)->currency, left);
  tenure_currency_to_code (((const TenureCurrencySum *) b)->currency, right);
  return strcmp (left, right);
}

static void
add (GArray *sums, TenureCurrency currency, gint64 minor)
{
  TenureCurrencySum fresh = { .currency = currency };

  for (guint i = 0; i < sums->len; i++)
    if (g_array_index (sums, TenureCurrencySum, i).currency == currency)
      {
        tenure_sum_add (&g_array_index (sums, TenureCurrencySum, i).sum, minor);
        g_array_index (sums, TenureCurrencySum, i).known++;
        return;
      }
  tenure_sum_add (&fresh.sum, minor);
  fresh.known = 1;
  g_array_append_val (sums, fresh);
}

/* Which agreements are listed, by index. The caller frees. */
static guint8 *
mark_listed (const TenureTerms *terms, const guint32 *agreements, guint n)
{
  guint8 *listed = g_new0 (guint8, (gsize) terms->n_agreements + 1);

  for (guint i = 0; i < n; i++)
    listed[agreements[i]] = TRUE;
  return listed;
}

static gboolean
adds_annual (const TenureTerms *terms, guint32 index)
{
  return terms->agreements[index].running == TENURE_FACT_YES && terms->agreements[index].annual_known;
}

static gboolean
adds_value (const TenureTerms *terms, guint32 index)
{
  return terms->agreements[index].total_known;
}

static gboolean
is_ended_early (const TenureAgreementFigures *figures)
{
  return tenure_day_is_known (figures->agreed_end) && tenure_day_is_known (figures->committed_end)
         && figures->committed_end < figures->agreed_end;
}

typedef struct
{
  const TenureTerms *terms;
  const guint8 *listed;
  gboolean (*adds) (const TenureTerms *terms, guint32 index);
  TenureCurrency currency;
} Sum;

static gboolean
has_part (guint32 index, gconstpointer data)
{
  const Sum *sum = data;

  return sum->listed[index] && sum->adds (sum->terms, index)
         && sum->terms->facts->agreements[index].currency == sum->currency;
}

/* The listed agreement whose sum holds the money of @index already, because it passes through; -1 for none. */
static gint32
find_lead (const TenureTerms *terms,
           const guint8 *listed,
           guint32 index,
           gboolean (*adds) (const TenureTerms *terms, guint32 index))
{
  Sum sum = { terms, listed, adds, terms->facts->agreements[index].currency };

  return tenure_terms_find_lead (terms, index, has_part, &sum);
}

TenureTotals *
tenure_totals_new (const TenureTerms *terms, const guint32 *agreements, guint n)
{
  TenureTotals *self = g_new0 (TenureTotals, 1);
  g_autofree guint8 *listed = mark_listed (terms, agreements, n);

  self->n_agreements = n;
  self->annual = g_array_new (FALSE, FALSE, sizeof (TenureCurrencySum));
  self->value = g_array_new (FALSE, FALSE, sizeof (TenureCurrencySum));
  for (guint i = 0; i < n; i++)
    {
      const TenureAgreementFigures *figures = &terms->agreements[agreements[i]];
      TenureCurrency currency = terms->facts->agreements[agreements[i]].currency;
      gboolean passed_on = FALSE;

      self->n_running += figures->running == TENURE_FACT_YES;
      self->n_maybe_running += figures->running == TENURE_FACT_UNKNOWN;
      if (adds_annual (terms, agreements[i]))
        {
          passed_on = find_lead (terms, listed, agreements[i], adds_annual) >= 0;
          add (self->annual, currency, passed_on ? 0 : figures->annual_minor);
          self->annual_known++;
        }
      if (adds_value (terms, agreements[i]))
        {
          gboolean in_lead = find_lead (terms, listed, agreements[i], adds_value) >= 0;

          add (self->value, currency, in_lead ? 0 : figures->total_minor);
          self->value_known++;
          self->n_ended_early += is_ended_early (figures);
          passed_on |= in_lead;
        }
      else
        self->n_open_ended += figures->open_ended;
      self->n_passed_on += passed_on;
    }
  g_array_sort (self->annual, compare_currencies);
  g_array_sort (self->value, compare_currencies);
  return self;
}

void
tenure_totals_free (TenureTotals *totals)
{
  if (totals == NULL)
    return;
  g_array_unref (totals->annual);
  g_array_unref (totals->value);
  g_free (totals);
}

/* --- Words --------------------------------------------------------------------------------------------------- */

/* "£1,743,700 + €20,000": sums that are not added. NULL of none. */
static char *
dup_sums (const GArray *sums)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sums->len; i++)
    {
      const TenureCurrencySum *sum = &g_array_index (sums, TenureCurrencySum, i);
      g_autofree char *label = sum->sum.overflows
                                   ? g_strdup (_ ("cannot tell"))
                                   : tenure_money_dup_label ((TenureMoney){ sum->sum.minor, sum->currency }, TRUE);

      g_string_append_printf (text, "%s%s", i > 0 ? " + " : "", label);
    }
  return g_string_free (text, sums->len == 0);
}

char *
tenure_totals_dup_annual (const TenureTotals *totals)
{
  g_autofree char *sums = dup_sums (totals->annual);
  g_autofree char *known = NULL;
  g_autofree char *all = NULL;

  if (totals->n_running == 0)
    return NULL;
  if (sums == NULL)
    return g_strdup (_ ("yearly value not known"));
  /* Translators: "£4,200,000 a year (180 of 214 known)". */
  known = tenure_count_dup_label (totals->annual_known);
  all = tenure_count_dup_label (totals->n_running);
  return g_strdup_printf (_ ("%1$s a year (%2$s of %3$s known)"), sums, known, all);
}

char *
tenure_totals_dup_value (const TenureTotals *totals)
{
  guint of = totals->n_agreements - totals->n_open_ended;
  g_autofree char *sums = dup_sums (totals->value);
  g_autofree char *known = NULL;
  g_autofree char *all = NULL;

  if (of == 0)
    return NULL;
  if (sums == NULL)
    return g_strdup (_ ("value for the whole term not known"));
  /* Translators: values of the agreed terms: "£9,120,000 in all (120 of 130 known)". */
  known = tenure_count_dup_label (totals->value_known);
  all = tenure_count_dup_label (of);
  return g_strdup_printf (_ ("%1$s in all (%2$s of %3$s known)"), sums, known, all);
}

char *
tenure_totals_dup_running (const TenureTotals *totals)
{
  g_autofree char *running = NULL;
  g_autofree char *maybe = NULL;

  if (totals->n_running == 0 && totals->n_maybe_running == 0)
    return g_strdup (_ ("none running"));
  if (totals->n_maybe_running == 0)
    return tenure_count_dup_words (ngettext ("%s running", "%s running", totals->n_running), totals->n_running);
  /* Translators: of agreements: "38 running, 2 more may be". */
  running = tenure_count_dup_label (totals->n_running);
  maybe = tenure_count_dup_label (totals->n_maybe_running);
  return g_strdup_printf (_ ("%1$s running, %2$s more may be"), running, maybe);
}

char *
tenure_totals_dup_label (const TenureTotals *totals)
{
  guint n = totals->n_agreements;
  g_autofree char *count = tenure_count_dup_words (ngettext ("%s agreement", "%s agreements", n), n);
  g_autofree char *running = tenure_totals_dup_running (totals);
  g_autofree char *annual = tenure_totals_dup_annual (totals);
  g_autofree char *value = tenure_totals_dup_value (totals);
  GString *text = g_string_new (count);

  if (n == 0)
    return g_string_free (text, FALSE);
  g_string_append_printf (text, ", %s", running);
  if (annual != NULL)
    g_string_append_printf (text, ": %s", annual);
  if (value != NULL)
    g_string_append_printf (text, " · %s", value);
  if (totals->n_open_ended > 0)
    /* Translators: of agreements: "…, 6 open-ended". */
    tenure_count_append_words (text, _ (", %s open-ended"), totals->n_open_ended);
  if (totals->n_ended_early > 0)
    /* Translators: of agreements: "… · 2 end early, counted as agreed". */
    tenure_count_append_words (
        text, ngettext (" · %s ends early, counted as agreed", " · %s end early, counted as agreed", totals->n_ended_early),
        totals->n_ended_early);
  if (totals->n_passed_on > 0)
    /* Translators: of agreements whose money is in the sum of the lead agreement already. */
    tenure_count_append_words (text,
                               ngettext (" · %s counted in its lead", " · %s counted in their lead", totals->n_passed_on),
                               totals->n_passed_on);
  return g_string_free (text, FALSE);
}

/* --- Why ----------------------------------------------------------------------------------------------------- */

static char *
dup_money (gboolean known, gint64 minor, TenureCurrency currency)
{
  return known ? tenure_money_dup_label ((TenureMoney){ minor, currency }, FALSE) : g_strdup (_ ("not known"));
}

/* What it adds, or that the money is in its lead's line. */
static void
explain_passed_on (TenureExplanation *explanation, const TenureTerms *terms, guint32 index, gint32 lead)
{
  /* Translators: the title of the agreement through which the money of this one passes. */
  g_autofree char *reason = g_strdup_printf (_ ("counted in “%s”"), terms->facts->agreements[lead].title);

  tenure_explanation_add_agreement_apart (explanation, terms->facts, index, reason);
}

static char *
dup_value_of (const TenureAgreementFigures *figures, const char *total)
{
  if (figures->open_ended && !figures->total_known)
    return g_strdup (_ ("open-ended"));
  if (!figures->total_known)
    return g_strdup (_ ("value in all not known"));
  if (is_ended_early (figures))
    /* Translators: the value of one agreement that ended, or is to end, before its agreed last day. */
    return g_strdup_printf (_ ("%s in all as agreed, ends early"), total);
  /* Translators: the value of one agreement: "£60,000 in all". */
  return g_strdup_printf (_ ("%s in all"), total);
}

static void
explain_one (TenureExplanation *explanation, const TenureTerms *terms, guint32 index)
{
  const TenureAgreementFigures *figures = &terms->agreements[index];
  TenureCurrency currency = terms->facts->agreements[index].currency;
  g_autofree char *annual = dup_money (figures->annual_known, figures->annual_minor, currency);
  g_autofree char *total = dup_money (figures->total_known, figures->total_minor, currency);
  g_autofree char *in_all = dup_value_of (figures, total);
  g_autofree char *value = NULL;

  if (figures->running == TENURE_FACT_YES)
    /* Translators: of one agreement: "£30,000 a year, £60,000 in all" or "£30,000 a year, open-ended". */
    value = g_strdup_printf (_ ("%1$s a year, %2$s"), annual, in_all);
  else
    value = g_strdup_printf ("%s, %s", tenure_status_label (figures->status), in_all);
  tenure_explanation_add_agreement (explanation, terms->facts, index, value);
}

/* The field that is blank and without which an agreement has no value. */
static const char *
find_blank (const TenureAgreementFigures *figures)
{
  guint64 blank = figures->missing & (TENURE_MISSING_VALUE | TENURE_MISSING_VALUE_BASIS | TENURE_MISSING_CURRENCY);
  TenureRecordType type;

  return blank != 0 ? tenure_missing_field ((guint) g_bit_nth_lsf (blank, -1), &type, NULL) : "value";
}

/* Of all that are listed, not of those alone that have a line. */
static void
explain_missing (TenureExplanation *explanation, const TenureTerms *terms, const guint32 *agreements, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const TenureAgreementFigures *figures = &terms->agreements[agreements[i]];

      if (!figures->total_known && !figures->annual_known && !figures->open_ended)
        tenure_explanation_add_agreement_missing (explanation, terms->facts, agreements[i], TENURE_RECORD_AGREEMENT,
                                                  find_blank (figures));
    }
}

TenureExplanation *
tenure_totals_explain (const TenureTerms *terms, const guint32 *agreements, guint n)
{
  TenureExplanation *explanation = tenure_explanation_new (
      _ ("Totals"),
      _ ("A year: the yearly values of the agreements that run on the day; what is planned or over is left "
         "out. In all: the values of the agreed terms of all of them; what was ended early counts as agreed, as if "
         "it had run to its agreed end. What goes through a lead that is listed too is counted in "
         "the lead alone. Each currency by itself."));
  g_autoptr (TenureTotals) totals = tenure_totals_new (terms, agreements, n);
  g_autofree guint8 *listed = mark_listed (terms, agreements, n);

  explanation->summary = tenure_totals_dup_label (totals);
  tenure_explanation_limit (explanation, TENURE_EXPLANATION_MAX_LINES);
  for (guint i = 0; i < MIN (n, TENURE_EXPLANATION_MAX_LINES); i++)
    {
      gint32 annual_in = find_lead (terms, listed, agreements[i], adds_annual);
      gint32 value_in = find_lead (terms, listed, agreements[i], adds_value);

      if (value_in >= 0 && (annual_in == value_in || !adds_annual (terms, agreements[i])))
        explain_passed_on (explanation, terms, agreements[i], value_in);
      else
        explain_one (explanation, terms, agreements[i]);
    }
  if (n > TENURE_EXPLANATION_MAX_LINES)
    explanation->more_lines += n - TENURE_EXPLANATION_MAX_LINES;
  explain_missing (explanation, terms, agreements, n);
  return explanation;
}
