/* Agreements that contradict themselves or each other. */

#include "config.h"
#include "cli/check.h"

#include "analysis/contradictions.h"
#include "analysis/passed-on.h"

#include "base/i18n.h"

/* The agreement under the check, and where its problems go. */
typedef struct
{
  TenureCheck *check;
  GStringChunk *words;
  const TenureFacts *facts;
  const TenureFactAgreement *agreement;
  const TenureAgreementFigures *figures;
} Context;

static void warn (const Context *context, const char *code, const char *field, const char *format, ...) G_GNUC_PRINTF (4, 5);

static void
warn (const Context *context, const char *code, const char *field, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  tenure_check_add (context->check, TENURE_CHECK_WARNING, code, TENURE_RECORD_AGREEMENT, context->agreement->id,
                    context->agreement->title, field, "%s", message);
}

/* The day in words, lent until the check ends. */
static const char *
label (const Context *context, TenureDay day)
{
  g_autofree char *text = tenure_day_dup_label (day);

  return g_string_chunk_insert (context->words, text);
}

static gboolean
both_known (TenureDay a, TenureDay b)
{
  return tenure_day_is_known (a) && tenure_day_is_known (b);
}

/* "end", or "funder.share" of a child. */
static char *
dup_field (const TenureContradiction *contradiction)
{
  if (contradiction->record_type == TENURE_RECORD_AGREEMENT)
    return g_strdup (contradiction->field);
  return g_strdup_printf ("%s.%s", tenure_record_def (contradiction->record_type)->table, contradiction->field);
}

static void
warn_of (const Context *context, const GPtrArray *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      const TenureContradiction *contradiction = found->pdata[i];
      g_autofree char *field = dup_field (contradiction);

      warn (context, contradiction->code, field, "%s", contradiction->message);
    }
}

/* What forms and imports say of an agreement is said here in the same words. */
static void
check_contradictions (const Context *context, guint index)
{
  TenureAgreementParts parts = tenure_agreement_parts (context->facts, index);
  g_autoptr (GPtrArray) found = tenure_contradictions_find (&parts);

  warn_of (context, found);
  if (context->figures->duration_disagrees)
    warn (context, "length-disagrees", "duration",
          _ ("The stated length and the dates differ by more than a month; the dates stand."));
}

/* An amount that cannot be right may make the sums of the whole portfolio more than can be counted. */
static void
check_plausible (const Context *context, gboolean known, gint64 minor, const char *field)
{
  const TenureRecordDef *def = tenure_record_def (TENURE_RECORD_AGREEMENT);
  TenureMoney money = { minor, context->agreement->currency };
  g_autofree char *amount = tenure_money_dup_label (money, FALSE);

  if (known && !tenure_money_is_plausible (money))
    /* Translators: the name of a field, "Value", and an amount. */
    warn (context, "amount-implausible", field, _ ("%s: %s is more than any agreement is likely to be worth."),
          _ (def->fields[tenure_record_field_index (TENURE_RECORD_AGREEMENT, field)].label), amount);
}

static void
check_money (const Context *context)
{
  const TenureFactAgreement *agreement = context->agreement;

  check_plausible (context, agreement->value_known, agreement->value_minor, "value");
  check_plausible (context, agreement->annual_known, agreement->annual_minor, "annual_value");
  check_plausible (context, agreement->full_cost_known, agreement->full_cost_minor, "full_cost");
  check_plausible (context, agreement->other_funding_known, agreement->other_funding_minor, "other_funding");

  if ((agreement->value_known || agreement->annual_known) && agreement->currency == TENURE_CURRENCY_NONE)
    warn (context, "currency-missing", "currency", _ ("It has a value in no recorded currency, so it enters no sum."));
  if ((agreement->value_known && agreement->value_minor < 0) || (agreement->annual_known && agreement->annual_minor < 0))
    warn (context, "value-negative", agreement->value_known && agreement->value_minor < 0 ? "value" : "annual_value",
          _ ("Its value is less than nothing."));
  if (agreement->value_known && agreement->annual_known && agreement->basis == TENURE_BASIS_TOTAL
      && agreement->annual_minor > agreement->value_minor && agreement->value_minor >= 0)
    warn (context, "annual-above-total", "annual_value", _ ("Its yearly value is more than its value for the whole term."));
}

static int
next_of (const TenureFacts *facts, guint at, gboolean leads)
{
  return leads ? facts->agreements[at].lead : facts->agreements[at].predecessor;
}

/* Which agreements come back to themselves along their links, in one pass: every agreement is walked over
 * once, and a walk that meets its own steps has found a loop. */
static gboolean *
find_loops (const TenureFacts *facts, gboolean leads)
{
  gboolean *in_loop = g_new0 (gboolean, facts->n_agreements);
  g_autofree guint *walk = g_new0 (guint, facts->n_agreements); /* the walk that came by first, from 1; 0: none yet */

  for (guint start = 0; start < facts->n_agreements; start++)
    {
      int at = (int) start;

      while (at >= 0 && walk[at] == 0)
        {
          walk[at] = start + 1;
          at = next_of (facts, (guint) at, leads);
        }
      while (at >= 0 && walk[at] == start + 1 && !in_loop[at])
        {
          in_loop[at] = TRUE;
          at = next_of (facts, (guint) at, leads);
        }
    }
  return in_loop;
}

static void
check_links (const Context *context, gboolean renewal_loop, gboolean lead_loop, const GPtrArray *passed_on)
{
  const TenureFactAgreement *agreement = context->agreement;

  if (renewal_loop)
    warn (context, "renewal-loop", "predecessor", _ ("It is, by way of others, the renewal of itself."));
  else if (agreement->predecessor >= 0)
    {
      const TenureFactAgreement *before = &context->facts->agreements[agreement->predecessor];

      if (both_known (before->start, agreement->start) && before->start > agreement->start)
        warn (context, "renews-later", "predecessor", _ ("It started on %s and renews one that started later, on %s."),
              label (context, agreement->start), label (context, before->start));
    }
  warn_of (context, passed_on);
  if (lead_loop)
    warn (context, "lead-loop", "lead_agreement", _ ("It is, by way of others, under itself."));
}

void
tenure_check_agreements (TenureCheck *check, const TenureTerms *terms)
{
  g_autofree gboolean *renewal_loops = find_loops (terms->facts, FALSE);
  g_autofree gboolean *lead_loops = find_loops (terms->facts, TRUE);
  g_autoptr (TenureSubIndex) under = tenure_sub_index_new (terms);
  GStringChunk *words = g_string_chunk_new (1024);

  for (guint i = 0; i < terms->n_agreements; i++)
    {
      g_autoptr (GPtrArray) passed_on = tenure_contradictions_find_passed_on (terms, i, under->subs + under->first[i],
                                                                              under->first[i + 1] - under->first[i]);
      Context context = { check, words, terms->facts, &terms->facts->agreements[i], &terms->agreements[i] };

      check_contradictions (&context, i);
      check_money (&context);
      check_links (&context, renewal_loops[i], lead_loops[i], passed_on);
    }
  g_string_chunk_free (words);
}
