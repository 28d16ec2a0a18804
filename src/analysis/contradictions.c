#include "config.h"
#include "analysis/contradictions.h"

#include "analysis/term.h"
#include "base/hundredths.h"
#include "base/ratio.h"

#include "base/i18n.h"

typedef struct
{
  GPtrArray *found;
  GPtrArray *labels; /* days in words, for as long as the search takes */
  const TenureAgreementParts *parts;
  const TenureFactAgreement *agreement;
} Search;

void
tenure_contradiction_free (TenureContradiction *contradiction)
{
  if (contradiction == NULL)
    return;
  g_free (contradiction->message);
  g_free (contradiction);
}

static void
free_contradiction (gpointer contradiction)
{
  tenure_contradiction_free (contradiction);
}

TenureAgreementParts
tenure_agreement_parts (const TenureFacts *facts, guint index)
{
  const TenureFactAgreement *agreement = &facts->agreements[index];

  return (TenureAgreementParts){
    .agreement = agreement,
    .funders = facts->funders + agreement->first_funder,
    .extensions = facts->extensions + agreement->first_extension,
    .payments = facts->payments + agreement->first_payment,
    .variations = facts->variations + agreement->first_variation,
    .uplifts = facts->uplifts + agreement->first_uplift,
    .instalments = facts->instalments + agreement->first_instalment,
  };
}

static void add (
    Search *search, const char *code, TenureRecordType type, const char *field, guint index, const char *format, ...)
    G_GNUC_PRINTF (6, 7);

static void
add (Search *search, const char *code, TenureRecordType type, const char *field, guint index, const char *format, ...)
{
  TenureContradiction *contradiction = g_new (TenureContradiction, 1);
  va_list arguments;

  *contradiction = (TenureContradiction){ code, type, field, index, NULL };
  va_start (arguments, format);
  contradiction->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (search->found, contradiction);
}

/* Takes @text and lends it until the search ends. */
static const char *
lend (Search *search, char *text)
{
  g_ptr_array_add (search->labels, text);
  return text;
}

static const char *
label (Search *search, TenureDay day)
{
  return lend (search, tenure_day_dup_label (day));
}

static const char *
label_money (Search *search, gint64 minor)
{
  return lend (search, tenure_money_dup_label ((TenureMoney){ minor, search->agreement->currency }, FALSE));
}

static gboolean
lies_before (TenureDay later, TenureDay earlier)
{
  return tenure_day_is_known (later) && tenure_day_is_known (earlier) && later < earlier;
}

static void
find_dates (Search *search)
{
  const TenureFactAgreement *agreement = search->agreement;

  if (lies_before (agreement->end, agreement->start))
    add (search, "end-before-start", TENURE_RECORD_AGREEMENT, "end", 0, _ ("The end, %s, lies before the start, %s."),
         label (search, agreement->end), label (search, agreement->start));
  if (lies_before (agreement->terminated, agreement->start))
    add (search, "terminated-before-start", TENURE_RECORD_AGREEMENT, "terminated", 0,
         _ ("It was ended early on %s, before it started on %s."), label (search, agreement->terminated),
         label (search, agreement->start));
  if (lies_before (agreement->maximum_end, agreement->end))
    add (search, "maximum-before-end", TENURE_RECORD_AGREEMENT, "maximum_end", 0,
         _ ("The latest end, %s, lies before the signed end, %s."), label (search, agreement->maximum_end),
         label (search, agreement->end));
  if (agreement->open_ended == TENURE_FACT_YES && tenure_day_is_known (agreement->end))
    add (search, "open-ended-with-end", TENURE_RECORD_AGREEMENT, "open_ended", 0, _ ("It is open-ended and has an end."));
}

static void
find_key_person (Search *search)
{
  if (search->agreement->key_person >= 0 && search->agreement->rests_on_one == TENURE_FACT_NO)
    add (search, "key-person-and-none", TENURE_RECORD_AGREEMENT, "rests_on_one", 0,
         _ ("A key person is named, and it is said that it rests on nobody."));
}

static gboolean
is_named_before (const Search *search, guint funder)
{
  const TenureFactFunder *funders = search->parts->funders;

  for (guint n = 0; n < funder; n++)
    if (funders[funder].organisation >= 0 && funders[n].organisation == funders[funder].organisation)
      return TRUE;
  return FALSE;
}

/* Shares contradict only where all are recorded, or where those that are exceed the whole. */
static void
find_shares (Search *search)
{
  guint n = search->agreement->n_funders, known = 0, last = 0;
  gint64 sum = 0;

  for (guint i = 0; i < n; i++)
    {
      gint32 share = search->parts->funders[i].share_bp;

      if (is_named_before (search, i))
        add (search, "funder-twice", TENURE_RECORD_FUNDER, "organisation", i, _ ("One funder is named twice."));
      if (share < 0)
        continue;
      known++;
      last = i;
      sum += share;
    }
  if (known > 0 && (sum > TENURE_WHOLE_BP || (known == n && sum != TENURE_WHOLE_BP)))
    add (search, "shares-not-whole", TENURE_RECORD_FUNDER, "share", last, _ ("The funders’ shares make %s %%, not 100 %%."),
         lend (search, tenure_hundredths_dup_text (sum)));
}

/* The first day after the term as signed; NONE when it is not known. */
static TenureDay
signed_outside (const TenureFactAgreement *agreement)
{
  if (tenure_day_is_known (agreement->end))
    return tenure_day_after (agreement->end);
  if (tenure_day_is_known (agreement->start) && agreement->duration.known)
    return tenure_duration_after (agreement->duration, agreement->start);
  return TENURE_DAY_NONE;
}

static void
find_options (Search *search)
{
  const TenureFactAgreement *agreement = search->agreement;
  TenureDay outside = agreement->open_ended == TENURE_FACT_YES ? TENURE_DAY_NONE : signed_outside (agreement);

  for (guint i = 0; i < agreement->n_extensions; i++)
    {
      const TenureFactExtension *extension = &search->parts->extensions[i];

      if (!tenure_day_is_known (extension->exercised))
        continue;
      if (tenure_day_is_known (agreement->start) && extension->exercised < agreement->start)
        add (search, "option-before-start", TENURE_RECORD_EXTENSION, "exercised", i,
             _ ("An option was taken up on %s, before the start on %s."), label (search, extension->exercised),
             label (search, agreement->start));
      if (tenure_day_is_known (outside) && extension->exercised >= outside)
        add (search, "option-after-end", TENURE_RECORD_EXTENSION, "exercised", i,
             _ ("An option was taken up on %s, after the agreement had ended on %s."), label (search, extension->exercised),
             label (search, tenure_day_before (outside)));
      if (tenure_day_is_known (outside) && extension->length.known)
        outside = tenure_duration_after (extension->length, outside);
      else
        outside = TENURE_DAY_NONE;
    }
}

/* --- Money --- */

/* What the arithmetic of terms makes of the agreement alone, nothing of other records. An option that was taken up counts,
 * whenever that was. */
static TenureAgreementFigures
compute_alone (const Search *search)
{
  TenureFactAgreement agreement = *search->agreement;
  TenureFacts facts = {
    .agreements = &agreement,
    .n_agreements = 1,
    .extensions = (TenureFactExtension *) search->parts->extensions,
    .n_extensions = agreement.n_extensions,
  };
  TenureDay as_of = 0;
  g_autoptr (TenureTerms) terms = NULL;

  agreement.provider = agreement.predecessor = agreement.lead = -1;
  agreement.first_extension = 0;
  agreement.n_funders = 0;
  for (guint i = 0; i < agreement.n_extensions; i++)
    if (tenure_day_is_known (facts.extensions[i].exercised))
      as_of = MAX (as_of, facts.extensions[i].exercised);
  terms = tenure_terms_new (&facts, as_of, NULL);
  return terms->agreements[0];
}

/* What the whole term is worth at the most; FALSE where that is not certain. */
static gboolean
get_award (const Search *search, const TenureAgreementFigures *figures, gint64 *out_minor)
{
  const TenureFactAgreement *agreement = search->agreement;
  gint64 award = figures->total_minor;

  if (!figures->total_known)
    return FALSE;
  for (guint i = 0; i < agreement->n_uplifts; i++)
    if (search->parts->uplifts[i].rate_bp > 0)
      return FALSE;
  for (guint i = 0; i < agreement->n_variations; i++)
    {
      const TenureFactVariation *variation = &search->parts->variations[i];

      if (!variation->price_known || variation->currency != agreement->currency
          || !tenure_money_add (&award, MAX (variation->price_minor, 0)))
        return FALSE;
    }
  *out_minor = award;
  return TRUE;
}

/* One of several amounts that are added up in the order of their days. */
typedef struct
{
  guint index;
  TenureDay day; /* NONE: last */
  gint64 minor;
  TenureCurrency currency;
} Amount;

static int
compare_amounts (gconstpointer a, gconstpointer b)
{
  const Amount *left = a, *right = b;
  TenureDay left_day = tenure_day_is_known (left->day) ? left->day : TENURE_DAY_MAX;
  TenureDay right_day = tenure_day_is_known (right->day) ? right->day : TENURE_DAY_MAX;

  if (left_day != right_day)
    return left_day < right_day ? -1 : 1;
  return (left->index > right->index) - (left->index < right->index);
}

static GArray *
sort_payments (const Search *search)
{
  GArray *amounts = g_array_new (FALSE, FALSE, sizeof (Amount));

  for (guint i = 0; i < search->agreement->n_payments; i++)
    {
      const TenureFactPayment *payment = &search->parts->payments[i];
      Amount amount = { i, payment->paid, payment->minor, payment->currency };

      g_array_append_val (amounts, amount);
    }
  g_array_sort (amounts, compare_amounts);
  return amounts;
}

static GArray *
sort_instalments (const Search *search)
{
  GArray *amounts = g_array_new (FALSE, FALSE, sizeof (Amount));

  for (guint i = 0; i < search->agreement->n_instalments; i++)
    {
      const TenureFactInstalment *instalment = &search->parts->instalments[i];
      Amount amount = { i, instalment->due, instalment->minor, instalment->currency };

      g_array_append_val (amounts, amount);
    }
  g_array_sort (amounts, compare_amounts);
  return amounts;
}

/* Where @amounts together pass the award: what came back later does not undo what was too much before, and only what is
 * still too much in the end is told. FALSE as well where they are not all of the agreement's currency. */
static gboolean
pass_award (const Search *search,
            const TenureAgreementFigures *figures,
            const GArray *amounts,
            guint *out_index,
            gint64 *out_sum,
            gint64 *out_award)
{
  gint64 award, sum = 0;
  guint passing = 0;

  if (!get_award (search, figures, &award))
    return FALSE;
  for (guint i = 0; i < amounts->len; i++)
    {
      const Amount *amount = &g_array_index (amounts, Amount, i);
      gint64 before = sum;

      if (amount->currency != search->agreement->currency || !tenure_money_add (&sum, amount->minor))
        return FALSE;
      if (before <= award && sum > award)
        passing = amount->index;
    }
  *out_index = passing;
  *out_sum = sum;
  *out_award = award;
  return sum > award;
}

static void
find_payments (Search *search, const TenureAgreementFigures *figures)
{
  g_autoptr (GArray) payments = sort_payments (search);
  gint64 sum, award;
  guint index;

  if (pass_award (search, figures, payments, &index, &sum, &award))
    add (search, "paid-above-award", TENURE_RECORD_PAYMENT, "amount", index,
         _ ("The payments come to %1$s, more than the %2$s of the agreement."), label_money (search, sum),
         label_money (search, award));
}

static void
find_scheduled (Search *search, const TenureAgreementFigures *figures, const GArray *instalments)
{
  gint64 sum, award;
  guint index;

  if (pass_award (search, figures, instalments, &index, &sum, &award))
    add (search, "scheduled-above-award", TENURE_RECORD_INSTALMENT, "amount", index,
         _ ("The scheduled payments come to %1$s, more than the %2$s of the agreement."), label_money (search, sum),
         label_money (search, award));
}

/* One instalment against the agreed term; the way of paying says what may lie outside it. */
static void
find_due_outside (Search *search, const TenureAgreementFigures *figures, const Amount *due)
{
  int profile = search->agreement->payment_profile;
  gboolean in_advance = profile == TENURE_PAID_ADVANCE || profile == TENURE_PAID_PART_ADVANCE;
  gboolean afterwards =
      profile == TENURE_PAID_ARREARS || profile == TENURE_PAID_PART_ADVANCE || profile == TENURE_PAID_RESULTS;

  if (!in_advance && lies_before (due->day, figures->start))
    add (search, "due-before-start", TENURE_RECORD_INSTALMENT, "due", due->index,
         _ ("A payment is due on %1$s, before the start on %2$s, and it is not recorded as paid in advance."),
         label (search, due->day), label (search, figures->start));
  if (!afterwards && lies_before (figures->agreed_end, due->day))
    add (search, "due-after-end", TENURE_RECORD_INSTALMENT, "due", due->index,
         _ ("A payment is due on %1$s, after the end on %2$s, and it is not recorded as paid in arrears."),
         label (search, due->day), label (search, figures->agreed_end));
}

/* Those of one day stand together. */
static gboolean
is_due_before (const GArray *instalments, guint place)
{
  const Amount *due = &g_array_index (instalments, Amount, place);

  for (guint i = place; i > 0 && g_array_index (instalments, Amount, i - 1).day == due->day; i--)
    if (g_array_index (instalments, Amount, i - 1).minor == due->minor
        && g_array_index (instalments, Amount, i - 1).currency == due->currency)
      return TRUE;
  return FALSE;
}

static void
find_schedule (Search *search, const TenureAgreementFigures *figures)
{
  g_autoptr (GArray) instalments = sort_instalments (search);

  find_scheduled (search, figures, instalments);
  for (guint i = 0; i < instalments->len; i++)
    {
      const Amount *due = &g_array_index (instalments, Amount, i);

      if (!tenure_day_is_known (due->day))
        continue;
      find_due_outside (search, figures, due);
      if (is_due_before (instalments, i))
        add (search, "due-twice", TENURE_RECORD_INSTALMENT, "due", due->index, _ ("The same amount is due twice on %s."),
             label (search, due->day));
    }
}

static void
find_money (Search *search)
{
  TenureAgreementFigures figures;

  if (search->agreement->n_payments == 0 && search->agreement->n_instalments == 0)
    return;
  figures = compute_alone (search);
  if (search->agreement->n_payments > 0)
    find_payments (search, &figures);
  if (search->agreement->n_instalments > 0)
    find_schedule (search, &figures);
}

GPtrArray *
tenure_contradictions_find (const TenureAgreementParts *parts)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  Search search = { .labels = labels, .parts = parts };

  g_return_val_if_fail (parts != NULL && parts->agreement != NULL, NULL);

  search.found = g_ptr_array_new_with_free_func (free_contradiction);
  search.agreement = parts->agreement;
  find_dates (&search);
  find_key_person (&search);
  find_shares (&search);
  find_options (&search);
  find_money (&search);
  return search.found;
}

/* --- An agreement and its lead ------------------------------------------------------------------------------- */

static void
find_after_lead (Search *search, const TenureTerms *terms, guint index)
{
  gint32 lead = terms->agreements[index].lead;
  TenureDay end = terms->agreements[index].committed_end, above;

  if (lead < 0)
    return;
  above = terms->agreements[lead].committed_end;
  if (lies_before (above, end))
    add (search, "sub-after-lead", TENURE_RECORD_AGREEMENT, "lead_agreement", 0,
         _ ("It runs to %s, and the agreement that it is under to %s."), label (search, end), label (search, above));
}

/* FALSE where one of the values is not known, or is in another currency. */
static gboolean
add_up (const TenureTerms *terms, TenureCurrency currency, const guint32 *subs, guint n, gint64 *out_minor)
{
  *out_minor = 0;
  for (guint i = 0; i < n; i++)
    if (!terms->agreements[subs[i]].total_known || terms->facts->agreements[subs[i]].currency != currency
        || !tenure_money_add (out_minor, terms->agreements[subs[i]].total_minor))
      return FALSE;
  return n > 0;
}

static void
find_above_lead (Search *search, const TenureTerms *terms, guint index, const guint32 *subs, guint n)
{
  const TenureAgreementFigures *figures = &terms->agreements[index];
  TenureCurrency currency = search->agreement->currency;
  g_autofree char *passed_on = NULL;
  g_autofree char *own = NULL;
  gint64 sum;

  if (!figures->total_known || !add_up (terms, currency, subs, n, &sum) || sum <= figures->total_minor)
    return;
  passed_on = tenure_money_dup_label ((TenureMoney){ sum, currency }, FALSE);
  own = tenure_money_dup_label ((TenureMoney){ figures->total_minor, currency }, FALSE);
  add (search, "subs-above-lead", TENURE_RECORD_AGREEMENT, search->agreement->value_known ? "value" : "annual_value", 0,
       _ ("The agreements under it come to %1$s, more than its own %2$s."), passed_on, own);
}

GPtrArray *
tenure_contradictions_find_passed_on (const TenureTerms *terms, guint index, const guint32 *subs, guint n)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  Search search = { .labels = labels };

  g_return_val_if_fail (terms != NULL && index < terms->n_agreements, NULL);

  search.found = g_ptr_array_new_with_free_func (free_contradiction);
  search.agreement = &terms->facts->agreements[index];
  find_after_lead (&search, terms, index);
  find_above_lead (&search, terms, index, subs, n);
  return search.found;
}
