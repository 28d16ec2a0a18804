#include "analysis/relationships.h"
#include "base/count.h"

#include "analysis/portfolio-private.h"
#include "analysis/term-private.h"

#include "base/i18n.h"

/* What is gathered of one relationship, at the place of the agreement that stands for it. */
typedef struct
{
  guint32 first, latest;
  guint n_terms;
  TenureDay start, last; /* NONE while nothing began by T */
  gboolean begun;        /* a term began by T, or may have */
  gboolean unknown;      /* a day of one of its terms is */
  gboolean goes_on;
  gboolean selected;
} Gathered;

/* Agreements that stand together lead to one of them: @links is a forest, each at most one step from the next. */
static guint32
find (guint32 *links, guint32 at)
{
  while (links[at] != at)
    {
      links[at] = links[links[at]];
      at = links[at];
    }
  return at;
}

static void
join (guint32 *links, guint32 a, guint32 b)
{
  a = find (links, a);
  b = find (links, b);
  links[MAX (a, b)] = MIN (a, b);
}

static void
join_renewals (const TenureTerms *terms, gint32 gap_days, guint32 *links)
{
  const TenureFactAgreement *facts = terms->facts->agreements;

  for (guint i = 0; i < terms->n_agreements; i++)
    {
      gint32 before = facts[i].predecessor;

      if (before >= 0 && (guint) before < terms->n_agreements
          && tenure_succession_is_unbroken (&facts[before], &facts[i], &terms->agreements[i], gap_days))
        join (links, (guint32) before, i);
    }
}

/* --- The same provider and service --- */

typedef struct
{
  gint32 provider, service;
  TenureDay start, last; /* as last_day() has it */
  guint32 index;
} Term;

static int
compare_terms (gconstpointer a, gconstpointer b)
{
  const Term *first = a, *second = b;

  if (first->provider != second->provider)
    return first->provider < second->provider ? -1 : 1;
  if (first->service != second->service)
    return first->service < second->service ? -1 : 1;
  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return first->index < second->index ? -1 : 1;
}

/* The start where the end is not known, or lies before it. */
static TenureDay
last_day (const TenureAgreementFigures *figures)
{
  if (figures->open_ended)
    return TENURE_DAY_MAX;
  return tenure_day_is_known (figures->committed_end) && !figures->reversed ? figures->committed_end : figures->start;
}

static GArray *
collect_terms (const TenureTerms *terms)
{
  GArray *collected = g_array_new (FALSE, FALSE, sizeof (Term));

  for (guint i = 0; i < terms->n_agreements; i++)
    {
      const TenureFactAgreement *fact = &terms->facts->agreements[i];
      const TenureAgreementFigures *figures = &terms->agreements[i];
      Term term = { fact->provider, fact->service, figures->start, last_day (figures), i };

      if (term.provider >= 0 && term.service >= 0 && tenure_day_is_known (term.start))
        g_array_append_val (collected, term);
    }
  g_array_sort (collected, compare_terms);
  return collected;
}

static void
join_services (const TenureTerms *terms, gint32 gap_days, guint32 *links)
{
  g_autoptr (GArray) collected = collect_terms (terms);
  TenureDay reached = TENURE_DAY_MIN; /* by those that stand together with the one before */

  for (guint i = 0; i < collected->len; i++)
    {
      const Term *term = &g_array_index (collected, Term, i), *before = i > 0 ? term - 1 : NULL;
      gboolean follows = before != NULL && before->provider == term->provider && before->service == term->service
                         && term->start - 1 - gap_days <= reached;

      if (follows)
        join (links, before->index, term->index);
      reached = follows ? MAX (reached, term->last) : term->last;
    }
}

/* --- What becomes of each --- */

static void
gather_term (Gathered *gathered, const TenureTerms *terms, guint32 index)
{
  const TenureAgreementFigures *figures = &terms->agreements[index];
  TenureDay last = last_day (figures);

  gathered->n_terms++;
  if (!tenure_day_is_known (figures->start) || figures->reversed
      || (!figures->open_ended && !tenure_day_is_known (figures->committed_end)))
    {
      gathered->unknown = TRUE;
      gathered->begun |= !tenure_day_is_known (figures->start) || figures->start <= terms->as_of;
      return;
    }
  gathered->goes_on |= last >= terms->as_of;
  if (figures->start > terms->as_of)
    return;
  gathered->begun = TRUE;
  if (!tenure_day_is_known (gathered->start) || figures->start < gathered->start)
    {
      gathered->start = figures->start;
      gathered->first = index;
    }
  if (!tenure_day_is_known (gathered->last) || last > gathered->last)
    {
      gathered->last = last;
      gathered->latest = index;
    }
}

static Gathered *
gather (const TenurePortfolio *portfolio, guint32 *links)
{
  const TenureTerms *terms = portfolio->terms;
  Gathered *gathered = g_new (Gathered, terms->n_agreements);

  for (guint i = 0; i < terms->n_agreements; i++)
    gathered[i] = (Gathered){ .start = TENURE_DAY_NONE, .last = TENURE_DAY_NONE };
  for (guint i = 0; i < terms->n_agreements; i++)
    {
      Gathered *of = &gathered[find (links, i)];

      gather_term (of, terms, i);
      of->selected |= portfolio->places[i] == TENURE_PLACE_MEMBER;
    }
  return gathered;
}

static void
take (TenureRelationships *relationships, const Gathered *gathered, gint32 gap_days)
{
  TenureDay as_of = relationships->terms->as_of;
  TenureRelationship relationship = { .first = gathered->first,
                                      .latest = gathered->latest,
                                      .n_terms = gathered->n_terms,
                                      .start = gathered->start,
                                      .last = gathered->goes_on ? as_of : gathered->last };
  gboolean anniversary;

  relationships->of++;
  if (gathered->unknown)
    return;
  relationship.lifetime.ended = !gathered->goes_on && gathered->last < as_of - 1 - gap_days;
  relationship.lifetime.time = tenure_term_months (relationship.start, relationship.last, &anniversary);
  g_array_append_val (relationships->known, relationship);
}

TenureRelationships *
tenure_relationships_new (const TenurePortfolio *portfolio)
{
  TenureRelationships *relationships = g_new0 (TenureRelationships, 1);
  const TenureTerms *terms = portfolio->terms;
  gint32 gap_days = tenure_options_rule (&terms->options, TENURE_RULE_T4)->extra;
  g_autofree guint32 *links = g_new (guint32, terms->n_agreements);
  g_autofree Gathered *gathered = NULL;

  relationships->terms = terms;
  relationships->known = g_array_new (FALSE, FALSE, sizeof (TenureRelationship));
  for (guint i = 0; i < terms->n_agreements; i++)
    links[i] = i;
  join_renewals (terms, gap_days, links);
  join_services (terms, gap_days, links);
  gathered = gather (portfolio, links);
  for (guint i = 0; i < terms->n_agreements; i++)
    if (gathered[i].selected && gathered[i].begun)
      take (relationships, &gathered[i], gap_days);
  return relationships;
}

void
tenure_relationships_free (TenureRelationships *relationships)
{
  if (relationships == NULL)
    return;
  g_array_unref (relationships->known);
  g_free (relationships);
}

/* Which of the groups it belongs to; -1: to none. */
static int
group_of (const TenureRelationships *relationships, const TenureRelationship *relationship, TenureRelationshipsBy by)
{
  const TenureTerms *terms = relationships->terms;
  const TenureFactAgreement *latest = &terms->facts->agreements[relationship->latest];

  if (by == TENURE_RELATIONSHIPS_BY_PLACE)
    return latest->place;
  return latest->provider >= 0 ? (int) tenure_accounts_size (terms->accounts[latest->provider]) : TENURE_SIZE_UNKNOWN;
}

static TenureSurvival *
survival_of (const GArray *lifetimes)
{
  return tenure_survival_new ((const TenureLifetime *) (gconstpointer) lifetimes->data, lifetimes->len);
}

TenureSurvival *
tenure_relationships_survival (const TenureRelationships *relationships)
{
  g_autoptr (GArray) lifetimes = g_array_new (FALSE, FALSE, sizeof (TenureLifetime));

  for (guint i = 0; i < relationships->known->len; i++)
    g_array_append_val (lifetimes, g_array_index (relationships->known, TenureRelationship, i).lifetime);
  return survival_of (lifetimes);
}

GPtrArray *
tenure_relationships_survivals (const TenureRelationships *relationships, TenureRelationshipsBy by)
{
  guint n = by == TENURE_RELATIONSHIPS_BY_PLACE ? relationships->terms->facts->n_places : TENURE_SIZE_SUPER_MAJOR + 1;
  GPtrArray *survivals = g_ptr_array_new_full (n, (GDestroyNotify) tenure_survival_free);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_full (n, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (groups, g_array_new (FALSE, FALSE, sizeof (TenureLifetime)));
  for (guint i = 0; i < relationships->known->len; i++)
    {
      const TenureRelationship *relationship = &g_array_index (relationships->known, TenureRelationship, i);
      int group = group_of (relationships, relationship, by);

      if (group >= 0)
        g_array_append_val (groups->pdata[group], relationship->lifetime);
    }
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (survivals, survival_of (groups->pdata[i]));
  return survivals;
}

/* --- Why --- */

static int
compare_lifetimes (gconstpointer a, gconstpointer b)
{
  const TenureRelationship *left = *(const TenureRelationship *const *) a, *right = *(const TenureRelationship *const *) b;
  int order = tenure_months_compare (left->lifetime.time, right->lifetime.time);

  return order != 0 ? order : (left->first > right->first) - (left->first < right->first);
}

static void
explain_one (TenureExplanation *explanation, const TenureFacts *facts, const TenureRelationship *relationship)
{
  double months = tenure_months_to_double (relationship->lifetime.time);
  g_autofree char *last = tenure_day_dup_label (relationship->last);
  g_autofree char *terms = g_strdup_printf (ngettext ("%u term", "%u terms", relationship->n_terms), relationship->n_terms);
  g_autofree char *value = NULL;

  if (relationship->lifetime.ended)
    /* Translators: a number of months, a day, "3 terms". */
    value = g_strdup_printf (_ ("%1$.1f months, ended on %2$s; %3$s"), months, last, terms);
  else
    /* Translators: a number of months, "3 terms". */
    value = g_strdup_printf (_ ("%1$.1f months so far, not known to have ended; %2$s"), months, terms);
  tenure_explanation_add_agreement (explanation, facts, relationship->latest, value);
}

static char *
dup_summary (const TenureSurvival *survival, guint of)
{
  g_autofree char *median = survival->median_known
                                ? g_strdup_printf (_ ("%.1f months"), tenure_months_to_double (survival->median))
                                : g_strdup (_ ("not yet"));

  g_autofree char *known = tenure_count_dup_label (survival->n), *all = tenure_count_dup_label (of);
  g_autofree char *ended = tenure_count_dup_label (survival->n_ended);

  /* Translators: "24.0 months" or "not yet", then three numbers. */
  return g_strdup_printf (_ ("Half have ended by: %1$s (%2$s of %3$s known; %4$s ended)"), median, known, all, ended);
}

static void
explain_steps (TenureExplanation *explanation, const TenureSurvival *survival)
{
  for (guint i = 0; i < survival->n_steps; i++)
    {
      const TenureSurvivalStep *step = &survival->steps[i];
      g_autofree char *label = g_strdup_printf (_ ("After %.1f months"), tenure_months_to_double (step->time));
      g_autofree char *ended = tenure_count_dup_label (step->ended), *at_risk = tenure_count_dup_label (step->at_risk);

      tenure_explanation_add (explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, label,
                              /* Translators: how many ended, of how many, and the share that still goes on, in per cent. */
                              _ ("%1$s of %2$s end, %3$.1f %% go on"), ended, at_risk, 100 * step->survival);
    }
}

/* @order: the relationships that @survival is of, in any order; it is sorted. */
static TenureExplanation *
explain (const TenureRelationships *relationships, const TenureSurvival *survival, GPtrArray *order, guint of, guint most)
{
  TenureExplanation *explanation = tenure_explanation_new (
      _ ("How long funding lasts"),
      _ ("Terms that follow one another without a real break (rule T4) are one relationship, from the start of its first term to "
         "the last day of its last. By Kaplan and Meier: at each time at which one ended, the share that still goes on is "
         "multiplied by one less the ended ÷ those that lasted so long. What still goes on counts until the as-of day and not "
         "as an end. A relationship begins with its first recorded term, and may be older."));

  tenure_explanation_limit (explanation, most);
  explanation->summary = dup_summary (survival, of);
  g_ptr_array_sort (order, compare_lifetimes);
  for (guint i = 0; i < order->len; i++)
    explain_one (explanation, relationships->terms->facts, order->pdata[i]);
  explain_steps (explanation, survival);
  return explanation;
}

TenureExplanation *
tenure_relationships_explain (const TenureRelationships *relationships, const TenureSurvival *survival, guint most)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  g_return_val_if_fail (relationships != NULL && survival != NULL, NULL);

  for (guint i = 0; i < relationships->known->len; i++)
    g_ptr_array_add (order, &g_array_index (relationships->known, TenureRelationship, i));
  return explain (relationships, survival, order, relationships->of, most);
}

const char *
tenure_relationships_by_code (TenureRelationshipsBy by)
{
  return by == TENURE_RELATIONSHIPS_BY_SIZE ? "size" : "place";
}

TenureExplanation *
tenure_relationships_explain_group (const TenureRelationships *relationships, TenureRelationshipsBy by, guint group)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GPtrArray) survivals = NULL;

  g_return_val_if_fail (relationships != NULL, NULL);

  survivals = tenure_relationships_survivals (relationships, by);
  g_return_val_if_fail (group < survivals->len, NULL);
  for (guint i = 0; i < relationships->known->len; i++)
    if (group_of (relationships, &g_array_index (relationships->known, TenureRelationship, i), by) == (int) group)
      g_ptr_array_add (order, &g_array_index (relationships->known, TenureRelationship, i));
  return explain (relationships, survivals->pdata[group], order, order->len, 0);
}
