/* Several terms made one: which of them go on, what the whole is worth, and everything that hangs on them. */

#include "config.h"
#include "analysis/scenario-private.h"

#include "base/i18n.h"
#include "base/ratio.h"

#include <string.h>

/* One of the terms that are merged. */
typedef struct
{
  guint32 index;
  TenureAgreementFigures before;
  gboolean goes_on; /* no other of them follows it */
} Term;

/* --- Whether they can be one ---------------------------------------------------------------------------------- */

static char *
check_term (const TenureFacts *facts, const Term *term, const TenureFactAgreement *kept, TenureDay end)
{
  const TenureFactAgreement *agreement = &facts->agreements[term->index];

  if (agreement->provider < 0 || agreement->provider != kept->provider)
    return tenure_scenario_dup_problem (facts, term->index,
                                        _ ("“%s” is not merged: its provider is another one, or not recorded."));
  if (agreement->currency != kept->currency)
    return tenure_scenario_dup_problem (facts, term->index, _ ("“%s” is not merged: its money is in another currency."));
  if (tenure_day_is_known (agreement->terminated))
    return tenure_scenario_dup_problem (facts, term->index, _ ("“%s” is not merged: it was ended early."));
  if (term->before.open_ended)
    return tenure_scenario_dup_problem (facts, term->index, _ ("“%s” is not merged: it is open-ended."));
  if (!term->before.term_known)
    return tenure_scenario_dup_problem (
        facts, term->index, _ ("“%s” is not merged: its start or end is not recorded, or the end lies before the start."));
  if (end < term->before.agreed_end)
    return tenure_scenario_dup_problem (facts, term->index,
                                        _ ("“%s” is not merged: it ends after the day on which the merged term is to end."));
  return NULL;
}

static char *
check_terms (const TenureFacts *facts, const Term *terms, guint n, TenureDay end)
{
  for (guint i = 0; i < n; i++)
    {
      char *problem = check_term (facts, &terms[i], &facts->agreements[terms[0].index], end);

      if (problem != NULL)
        return problem;
      for (guint other = 0; other < i; other++)
        if (terms[other].index == terms[i].index)
          return tenure_scenario_dup_problem (facts, terms[i].index, _ ("“%s” cannot be merged with itself."));
    }
  return n >= 2 ? NULL
                : tenure_scenario_dup_problem (facts, terms[0].index, _ ("“%s” cannot be merged alone: name two or more."));
}

/* --- What it is worth ----------------------------------------------------------------------------------------- */

static void
find_who_goes_on (Term *terms, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      terms[i].goes_on = TRUE;
      for (guint other = 0; other < n; other++)
        if (terms[other].before.start > terms[i].before.agreed_end)
          terms[i].goes_on = FALSE;
    }
}

/* A sum that is known as long as every part of it is. */
typedef struct
{
  gboolean known;
  gint64 minor;
} Known;

static void
add_part (Known *sum, gboolean known, gint64 minor)
{
  sum->known = sum->known && known && tenure_money_add (&sum->minor, minor);
}

/* The total of one term to the new end, or only to its own where another follows. */
static void
add_total (Known *total, const Term *term, TenureDay end)
{
  gint64 more = 0, minor = term->before.total_minor;
  gboolean known = term->before.total_known;

  if (term->goes_on && term->before.agreed_end < end)
    {
      TenureMonths added = tenure_months_between (term->before.agreed_end + 1, end);
      gboolean whole = term->before.annual_state == TENURE_ANNUAL_WHOLE_TOTAL;

      known = known && term->before.annual_known
              && tenure_scenario_scale (term->before.annual_minor, added,
                                        whole ? term->before.term : tenure_months_whole (12), &more)
              && tenure_money_add (&minor, more);
    }
  add_part (total, known, minor);
}

/* A cost of all the terms, grown as their money does. */
static gboolean
grow (Known cost, Known totals, Known total, gint64 *out_minor)
{
  *out_minor = 0;
  return cost.known && totals.known && total.known && totals.minor > 0
         && tenure_ratio_scale (cost.minor, total.minor, totals.minor, out_minor);
}

static void
set_money (TenureFactAgreement *kept, const TenureFacts *facts, const Term *terms, guint n, TenureDay end)
{
  Known total = { TRUE, 0 }, annual = total, so_far = total, cost = total, other = total, monitoring = total;

  for (guint i = 0; i < n; i++)
    {
      const TenureFactAgreement *agreement = &facts->agreements[terms[i].index];

      add_total (&total, &terms[i], end);
      add_part (&so_far, terms[i].before.total_known, terms[i].before.total_minor);
      add_part (&cost, agreement->full_cost_known, agreement->full_cost_minor);
      add_part (&other, agreement->other_funding_known, agreement->other_funding_minor);
      add_part (&monitoring, agreement->monitoring_cost_known, agreement->monitoring_cost_minor);
      if (terms[i].goes_on)
        add_part (&annual, terms[i].before.annual_known, terms[i].before.annual_minor);
    }
  kept->value_known = total.known;
  kept->value_minor = total.known ? total.minor : 0;
  kept->basis = TENURE_BASIS_TOTAL;
  kept->annual_known = annual.known;
  kept->annual_minor = annual.known ? annual.minor : 0;
  kept->full_cost_known = grow (cost, so_far, total, &kept->full_cost_minor);
  kept->other_funding_known = grow (other, so_far, total, &kept->other_funding_minor);
  kept->monitoring_cost_known = grow (monitoring, so_far, total, &kept->monitoring_cost_minor);
}

static void
set_term (TenureFactAgreement *kept, const TenureFacts *facts, const Term *terms, guint n, TenureDay end)
{
  const Term *first = &terms[0];
  gint32 posts = 0;

  for (guint i = 0; i < n; i++)
    {
      gint32 own = facts->agreements[terms[i].index].posts;

      if (terms[i].before.start < first->before.start)
        first = &terms[i];
      if (terms[i].goes_on)
        posts = posts < 0 || own < 0 || own > G_MAXINT32 - posts ? -1 : posts + own;
    }
  kept->predecessor = facts->agreements[first->index].predecessor;
  kept->posts = posts;
  kept->start = first->before.start;
  kept->end = end;
  kept->maximum_end = TENURE_DAY_NONE;
  kept->n_extensions = 0;
  tenure_scenario_follow_duration (kept);
}

/* --- What hangs on them --------------------------------------------------------------------------------------- */

/* Puts the runs of all terms behind each other at the end of an array. @first and @count say where an agreement keeps its
 * run. */
static gpointer
join_runs (gpointer records,
           guint *n_records,
           gsize size,
           const TenureFacts *facts,
           const Term *terms,
           guint n,
           gsize first,
           gsize count)
{
  guint total = 0, from = *n_records;
  char *joined;

#define RUN(i, field) (*(const guint32 *) (gconstpointer) ((const char *) &facts->agreements[terms[i].index] + (field)))
  for (guint i = 0; i < n; i++)
    total += RUN (i, count);
  joined = g_realloc_n (records, (gsize) from + total + 1, size);
  for (guint i = 0; i < n; i++)
    {
      memcpy (joined + (gsize) *n_records * size, joined + (gsize) RUN (i, first) * size, (gsize) RUN (i, count) * size);
      *n_records += RUN (i, count);
    }
#undef RUN
  return joined;
}

#define JOIN(kind)                                                                                                          \
  G_STMT_START                                                                                                              \
  {                                                                                                                         \
    guint from = facts->n_##kind##s;                                                                                        \
    facts->kind##s = join_runs (facts->kind##s, &facts->n_##kind##s, sizeof *facts->kind##s, facts, terms, n,               \
                                G_STRUCT_OFFSET (TenureFactAgreement, first_##kind),                                        \
                                G_STRUCT_OFFSET (TenureFactAgreement, n_##kind##s));                                        \
    kept->first_##kind = from;                                                                                              \
    kept->n_##kind##s = facts->n_##kind##s - from;                                                                          \
  }                                                                                                                         \
  G_STMT_END

static int
compare_variations (gconstpointer a, gconstpointer b, gpointer unused)
{
  TenureDay left = ((const TenureFactVariation *) a)->made, right = ((const TenureFactVariation *) b)->made;

  return (left > right) - (left < right);
}

static int
compare_rates (gconstpointer a, gconstpointer b, gpointer unused)
{
  TenureDay left = ((const TenureFactRate *) a)->from_day, right = ((const TenureFactRate *) b)->from_day;

  return (left > right) - (left < right);
}

static void
join_children (TenureFacts *facts, TenureFactAgreement *kept, const Term *terms, guint n)
{
  JOIN (variation);
  JOIN (uplift);
  JOIN (cost);
  JOIN (payment);
  JOIN (instalment);
  g_qsort_with_data (facts->variations + kept->first_variation, (int) kept->n_variations, sizeof *facts->variations,
                     compare_variations, NULL);
  g_qsort_with_data (facts->uplifts + kept->first_uplift, (int) kept->n_uplifts, sizeof *facts->uplifts, compare_rates,
                     NULL);
}

static gboolean
has_funder (const TenureFacts *facts, guint from, gint32 organisation)
{
  for (guint i = from; i < facts->n_funders; i++)
    if (facts->funders[i].organisation == organisation)
      return TRUE;
  return FALSE;
}

static gboolean
same_funders (const TenureFacts *facts, const TenureFactAgreement *a, const TenureFactAgreement *b)
{
  if (a->n_funders != b->n_funders)
    return FALSE;
  for (guint i = 0; i < a->n_funders; i++)
    if (facts->funders[a->first_funder + i].organisation != facts->funders[b->first_funder + i].organisation
        || facts->funders[a->first_funder + i].share_bp != facts->funders[b->first_funder + i].share_bp)
      return FALSE;
  return TRUE;
}

/* The same funders stay as they are; of different ones all, with shares that nobody has agreed yet. */
static void
join_funders (TenureFacts *facts, TenureFactAgreement *kept, const Term *terms, guint n)
{
  guint from = facts->n_funders, total = 0;
  gboolean same = TRUE;

  for (guint i = 0; i < n; i++)
    {
      same = same && same_funders (facts, kept, &facts->agreements[terms[i].index]);
      total += facts->agreements[terms[i].index].n_funders;
    }
  if (same)
    return;
  facts->funders = g_renew (TenureFactFunder, facts->funders, from + total);
  for (guint i = 0; i < n; i++)
    {
      const TenureFactAgreement *agreement = &facts->agreements[terms[i].index];

      for (guint funder = 0; funder < agreement->n_funders; funder++)
        {
          gint32 organisation = facts->funders[agreement->first_funder + funder].organisation;

          if (!has_funder (facts, from, organisation))
            facts->funders[facts->n_funders++] = (TenureFactFunder){ organisation, -1 };
        }
    }
  kept->first_funder = from;
  kept->n_funders = facts->n_funders - from;
}

/* --- Taking the others out ------------------------------------------------------------------------------------ */

static gint32
move_link (const guint32 *places, gint32 link, gint32 self)
{
  if (link < 0 || (gint32) places[link] == self)
    return -1;
  return (gint32) places[link];
}

static int
compare_periods (TenureDay a_from, TenureDay a_to, TenureDay b_from, TenureDay b_to)
{
  if (a_from != b_from)
    return a_from < b_from ? -1 : 1;
  return (a_to < b_to) - (a_to > b_to);
}

static int
compare_outcomes (gconstpointer a, gconstpointer b, gpointer unused)
{
  const TenureFactOutcome *left = a, *right = b;
  int order;

  if (left->agreement != right->agreement)
    return left->agreement < right->agreement ? -1 : 1;
  order = g_strcmp0 (left->measure, right->measure);
  return order != 0 ? order : compare_periods (left->from_day, left->to_day, right->from_day, right->to_day);
}

static int
compare_referrals (gconstpointer a, gconstpointer b, gpointer unused)
{
  const TenureFactReferrals *left = a, *right = b;

  if (left->agreement != right->agreement)
    return left->agreement < right->agreement ? -1 : 1;
  return compare_periods (left->from_day, left->to_day, right->from_day, right->to_day);
}

static void
move_records (TenureFacts *facts, const guint32 *places)
{
  for (guint i = 0; i < facts->n_agreements; i++)
    {
      facts->agreements[i].predecessor = move_link (places, facts->agreements[i].predecessor, (gint32) i);
      facts->agreements[i].lead = move_link (places, facts->agreements[i].lead, (gint32) i);
    }
  for (guint i = 0; i < facts->n_outcomes; i++)
    facts->outcomes[i].agreement = places[facts->outcomes[i].agreement];
  for (guint i = 0; i < facts->n_referrals; i++)
    facts->referrals[i].agreement = places[facts->referrals[i].agreement];
  g_qsort_with_data (facts->outcomes, (int) facts->n_outcomes, sizeof *facts->outcomes, compare_outcomes, NULL);
  g_qsort_with_data (facts->referrals, (int) facts->n_referrals, sizeof *facts->referrals, compare_referrals, NULL);
}

/* What is said of a record by its number. */
static void
move_remarks (TenureFacts *facts, TenureId from, TenureId to)
{
  for (guint i = 0; i < facts->n_exemptions; i++)
    if (facts->exemptions[i].record == from)
      facts->exemptions[i].record = to;
  for (guint i = 0; i < facts->n_snoozes; i++)
    if (facts->snoozes[i].record == from)
      facts->snoozes[i].record = to;
}

static void
take_out_added (TenureScenario *scenario, const guint8 *goes, guint first_added)
{
  guint n = 0;

  for (guint i = 0; i < scenario->n_added; i++)
    if (!goes[first_added + i])
      scenario->likes[n++] = scenario->likes[i];
  scenario->n_added = n;
}

/* All but the first go; what pointed at them points at it. */
static void
take_out (TenureScenario *scenario, const Term *terms, guint n)
{
  TenureFacts *facts = scenario->facts;
  guint n_before = facts->n_agreements, first_added = n_before - scenario->n_added, n_kept = 0;
  g_autofree guint32 *places = g_new (guint32, n_before + 1);
  g_autofree guint8 *goes = g_new0 (guint8, n_before + 1);

  for (guint i = 1; i < n; i++)
    {
      goes[terms[i].index] = 1;
      move_remarks (facts, facts->agreements[terms[i].index].id, facts->agreements[terms[0].index].id);
    }
  take_out_added (scenario, goes, first_added);
  for (guint i = 0; i < n_before; i++)
    if (!goes[i])
      {
        places[i] = n_kept;
        facts->agreements[n_kept++] = facts->agreements[i];
      }
  facts->n_agreements = n_kept;
  for (guint i = 1; i < n; i++)
    places[terms[i].index] = places[terms[0].index];
  for (guint i = 0; i < scenario->n_base; i++)
    {
      scenario->gone[i] = scenario->gone[i] || goes[scenario->places[i]];
      scenario->places[i] = places[scenario->places[i]];
    }
  move_records (facts, places);
}

char *
tenure_scenario_merge (TenureScenario *scenario, const guint32 *indexes, guint n, TenureDay end, TenureDay as_of)
{
  TenureFacts *facts = scenario->facts;
  g_autofree Term *terms = g_new0 (Term, n);
  TenureFactAgreement kept = facts->agreements[indexes[0]];
  char *problem;

  for (guint i = 0; i < n; i++)
    {
      terms[i].index = indexes[i];
      terms[i].before = tenure_scenario_figures (facts, indexes[i], as_of);
    }
  problem = check_terms (facts, terms, n, end);
  if (problem != NULL)
    return problem;
  find_who_goes_on (terms, n);
  set_money (&kept, facts, terms, n, end);
  set_term (&kept, facts, terms, n, end);
  join_children (facts, &kept, terms, n);
  join_funders (facts, &kept, terms, n);
  facts->agreements[indexes[0]] = kept;
  take_out (scenario, terms, n);
  return NULL;
}
