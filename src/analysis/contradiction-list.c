#include "config.h"
#include "analysis/contradiction-list.h"

#include "analysis/passed-on.h"

#include "base/i18n.h"

/* The agreement that is looked at, and where what is found goes. */
typedef struct
{
  GPtrArray *found;
  const TenureFacts *facts;
  const TenureFactAgreement *agreement;
  const TenureAgreementFigures *figures;
} Search;

static void add (Search *search, const char *code, const char *field, const char *format, ...) G_GNUC_PRINTF (4, 5);

static void
add (Search *search, const char *code, const char *field, const char *format, ...)
{
  TenureContradiction *contradiction = g_new (TenureContradiction, 1);
  va_list arguments;

  *contradiction = (TenureContradiction){ code, TENURE_RECORD_AGREEMENT, field, 0, NULL };
  va_start (arguments, format);
  contradiction->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (search->found, contradiction);
}

static void
find_length (Search *search)
{
  if (search->figures->duration_disagrees)
    add (search, "length-disagrees", "duration",
         _ ("The stated length and the dates differ by more than a month; the dates stand."));
}

/* An amount that cannot be right may make the sums of the whole portfolio more than can be counted. */
static void
find_implausible (Search *search, gboolean known, gint64 minor, const char *field)
{
  const TenureRecordDef *def = tenure_record_def (TENURE_RECORD_AGREEMENT);
  TenureMoney money = { minor, search->agreement->currency };
  g_autofree char *amount = NULL;

  if (!known || tenure_money_is_plausible (money))
    return;
  amount = tenure_money_dup_label (money, FALSE);
  /* Translators: the name of a field, "Value", and an amount. */
  add (search, "amount-implausible", field, _ ("%s: %s is more than any agreement is likely to be worth."),
       _ (def->fields[tenure_record_field_index (TENURE_RECORD_AGREEMENT, field)].label), amount);
}

static void
find_values (Search *search)
{
  const TenureFactAgreement *agreement = search->agreement;
  gboolean value_below = agreement->value_known && agreement->value_minor < 0;
  gboolean annual_below = agreement->annual_known && agreement->annual_minor < 0;

  find_implausible (search, agreement->value_known, agreement->value_minor, "value");
  find_implausible (search, agreement->annual_known, agreement->annual_minor, "annual_value");
  find_implausible (search, agreement->full_cost_known, agreement->full_cost_minor, "full_cost");
  find_implausible (search, agreement->other_funding_known, agreement->other_funding_minor, "other_funding");
  if (value_below || annual_below)
    add (search, "value-negative", value_below ? "value" : "annual_value", _ ("Its value is less than nothing."));
  if (agreement->value_known && agreement->annual_known && agreement->basis == TENURE_BASIS_TOTAL
      && agreement->annual_minor > agreement->value_minor && agreement->value_minor >= 0)
    add (search, "annual-above-total", "annual_value", _ ("Its yearly value is more than its value for the whole term."));
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
find_renewal (Search *search, gboolean in_loop)
{
  const TenureFactAgreement *agreement = search->agreement, *before;
  g_autofree char *start = NULL;
  g_autofree char *later = NULL;

  if (in_loop)
    {
      add (search, "renewal-loop", "predecessor", _ ("It is, by way of others, the renewal of itself."));
      return;
    }
  before = agreement->predecessor >= 0 ? &search->facts->agreements[agreement->predecessor] : NULL;
  if (before == NULL || !tenure_day_is_known (before->start) || !tenure_day_is_known (agreement->start)
      || before->start <= agreement->start)
    return;
  start = tenure_day_dup_label (agreement->start);
  later = tenure_day_dup_label (before->start);
  add (search, "renews-later", "predecessor", _ ("It started on %s and renews one that started later, on %s."), start,
       later);
}

/* Moves what @taken holds to the end of @found. */
static void
take (GPtrArray *found, GPtrArray *taken)
{
  g_ptr_array_extend_and_steal (found, taken);
}

TenureContradictionList *
tenure_contradiction_list_new (const TenureTerms *terms)
{
  g_autofree gboolean *renewal_loops = NULL;
  g_autofree gboolean *lead_loops = NULL;
  g_autoptr (TenureSubIndex) under = NULL;
  TenureContradictionList *self;

  g_return_val_if_fail (terms != NULL, NULL);

  renewal_loops = find_loops (terms->facts, FALSE);
  lead_loops = find_loops (terms->facts, TRUE);
  under = tenure_sub_index_new (terms);
  self = g_atomic_rc_box_new0 (TenureContradictionList);
  self->first = g_new0 (guint32, terms->n_agreements + 1);
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) tenure_contradiction_free);
  for (guint i = 0; i < terms->n_agreements; i++)
    {
      TenureAgreementParts parts = tenure_agreement_parts (terms->facts, i);
      Search search = { self->found, terms->facts, &terms->facts->agreements[i], &terms->agreements[i] };

      take (self->found, tenure_contradictions_find (&parts));
      find_length (&search);
      find_values (&search);
      find_renewal (&search, renewal_loops[i]);
      take (self->found, tenure_contradictions_find_passed_on (terms, i, under->subs + under->first[i],
                                                               under->first[i + 1] - under->first[i]));
      if (lead_loops[i])
        add (&search, "lead-loop", "lead_agreement", _ ("It is, by way of others, under itself."));
      self->first[i + 1] = self->found->len;
    }
  return self;
}

TenureContradictionList *
tenure_contradiction_list_ref (TenureContradictionList *list)
{
  return g_atomic_rc_box_acquire (list);
}

static void
clear (gpointer data)
{
  TenureContradictionList *self = data;

  g_free (self->first);
  g_ptr_array_unref (self->found);
}

void
tenure_contradiction_list_unref (TenureContradictionList *list)
{
  g_atomic_rc_box_release_full (list, clear);
}

guint
tenure_contradiction_list_count (const TenureContradictionList *list, guint agreement)
{
  return list->first[agreement + 1] - list->first[agreement];
}

const TenureContradiction *
tenure_contradiction_list_get (const TenureContradictionList *list, guint agreement, guint place)
{
  g_return_val_if_fail (place < tenure_contradiction_list_count (list, agreement), NULL);

  return list->found->pdata[list->first[agreement] + place];
}
