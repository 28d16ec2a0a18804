/* Random portfolios against slow, obvious versions of the same figures: days are walked one by one, months counted by adding
 * them up, every month of the horizon looked at afresh, every pair of agreements compared. */

#include "analysis/analysis.h"
#include "analysis/portfolio-explain.h"

#include "random-facts.h"

#include <math.h>

#define ROUNDS 150
#define AS_OF_FIRST "2025-01-01"

/* --- Slow versions: one agreement --- */

static TenureDay
slow_end (const TenureFacts *facts, const TenureFactAgreement *agreement, TenureDay as_of, gboolean options)
{
  TenureDay after;

  if (agreement->open_ended == TENURE_FACT_YES)
    return TENURE_DAY_NONE;
  if (tenure_day_is_known (agreement->end))
    after = agreement->end + 1;
  else if (agreement->duration.known && tenure_day_is_known (agreement->start))
    after = tenure_day_add_months (agreement->start, agreement->duration.months);
  else
    return TENURE_DAY_NONE;
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < agreement->n_extensions; i++)
      {
        const TenureFactExtension *extension = &facts->extensions[agreement->first_extension + i];
        gboolean taken = tenure_day_is_known (extension->exercised) && extension->exercised <= as_of;

        if (pass == 0 ? taken : !taken && options)
          after = tenure_day_add_months (after, extension->length.months);
      }
  return after - 1;
}

static TenureDay
slow_committed (const TenureFacts *facts, const TenureFactAgreement *agreement, TenureDay as_of)
{
  TenureDay end = slow_end (facts, agreement, as_of, FALSE);

  if (!tenure_day_is_known (agreement->terminated))
    return end;
  return tenure_day_is_known (end) && end < agreement->terminated ? end : agreement->terminated;
}

/* Whole months one after the other, then the days that are left; FALSE without a term. */
static gboolean
slow_months (TenureDay start, TenureDay last, double *out_months)
{
  int whole = 0;

  if (!tenure_day_is_known (start) || !tenure_day_is_known (last) || last < start)
    return FALSE;
  /* An end that is itself addMonths (start, m) is an anniversary: m months. */
  for (int m = 1; tenure_day_add_months (start, m) <= last; m++)
    if (tenure_day_add_months (start, m) == last)
      {
        *out_months = m;
        return TRUE;
      }
  while (tenure_day_add_months (start, whole + 1) <= last + 1)
    whole++;
  *out_months = whole + (double) (last + 1 - tenure_day_add_months (start, whole))
                 / (double) (tenure_day_add_months (start, whole + 1) - tenure_day_add_months (start, whole));
  return TRUE;
}

static gboolean
slow_annual (const TenureFacts *facts, const TenureFactAgreement *agreement, TenureDay as_of, double *out_annual)
{
  double months;

  if (!agreement->value_known)
    return FALSE;
  *out_annual = (double) agreement->value_minor;
  if (agreement->basis == TENURE_BASIS_ANNUAL)
    return TRUE;
  if (!slow_months (agreement->start, slow_end (facts, agreement, as_of, FALSE), &months))
    return FALSE;
  if (months <= 12)
    return TRUE;
  *out_annual = *out_annual * 12 / months;
  return agreement->basis == TENURE_BASIS_TOTAL;
}

/* Whether the funding is promised on @on, looked at from @as_of. */
static gboolean
slow_is_promised (const TenureTerms *terms, guint index, TenureDay on)
{
  const TenureFactAgreement *agreement = &terms->facts->agreements[index];
  TenureDay end = slow_committed (terms->facts, agreement, terms->as_of);
  TenureDay from = MAX (agreement->start, terms->as_of);

  if (!tenure_day_is_known (agreement->start) || agreement->start > on)
    return FALSE;
  if (tenure_day_is_known (end))
    return end >= agreement->start && end >= terms->as_of && on <= end;
  if (agreement->open_ended != TENURE_FACT_YES)
    return FALSE;
  if (agreement->funder_notice.known)
    return on < tenure_day_add_months (from, agreement->funder_notice.months);
  return on == terms->as_of;
}

static void
check_agreement (const TenureTerms *terms, guint index)
{
  const TenureFactAgreement *agreement = &terms->facts->agreements[index];
  const TenureAgreementFigures *figures = &terms->agreements[index];
  TenureDay end = slow_committed (terms->facts, agreement, terms->as_of);
  double months = 0, annual = 0;

  g_assert_cmpint (figures->committed_end, ==, end);
  if (!tenure_day_is_known (agreement->terminated))
    g_assert_cmpint (figures->maximum_end, ==, slow_end (terms->facts, agreement, terms->as_of, TRUE));
  g_assert_true (figures->term_known == slow_months (agreement->start, end, &months));
  if (figures->term_known)
    g_assert_cmpfloat_with_epsilon (tenure_months_to_double (figures->term), months, 1e-9);
  if (tenure_day_is_known (agreement->signed_day) && tenure_day_is_known (agreement->start))
    {
      /* On T a signature of a later day is none yet, and what has not begun cannot want one. */
      gboolean is_signed = agreement->signed_day <= terms->as_of, begun = agreement->start <= terms->as_of;

      g_assert_true (figures->late_known == (is_signed || begun));
      if (figures->late_known)
        g_assert_cmpint (figures->late_days, ==, (is_signed ? agreement->signed_day : terms->as_of) - agreement->start);
    }
  g_assert_true (figures->annual_known == slow_annual (terms->facts, agreement, terms->as_of, &annual));
  if (figures->annual_known)
    g_assert_cmpfloat (fabs ((double) figures->annual_minor - annual), <=, 0.5 + 1e-6);
}

/* Of what is promised on @on, whether no notice given on the as-of day could have ended it by then: S = min (R, notice) where the
 * funder may end it without cause, R where it may not, and R shown meanwhile where that is not recorded. */
static gboolean
slow_is_secured (const TenureTerms *terms, guint index, TenureDay on)
{
  const TenureFactAgreement *agreement = &terms->facts->agreements[index];
  TenureDay notified = MAX (agreement->start, terms->as_of);

  if (!slow_is_promised (terms, index, on))
    return FALSE;
  if (agreement->funder_without_cause != TENURE_FACT_YES || !agreement->funder_notice.known)
    return TRUE;
  return on < tenure_day_add_months (notified, agreement->funder_notice.months);
}

/* Promised, or running on options until a signed successor takes over. */
static gboolean
slow_is_extended (const TenureTerms *terms, guint index, TenureDay on)
{
  const TenureFactAgreement *agreement = &terms->facts->agreements[index];
  TenureDay end = slow_committed (terms->facts, agreement, terms->as_of);
  TenureDay taken_over = terms->agreements[index].covered_from;
  gboolean ended = tenure_day_is_known (end) && (end < terms->as_of || end < agreement->start);

  if (slow_is_promised (terms, index, on))
    return TRUE;
  if (!tenure_day_is_known (agreement->start) || agreement->start > on || ended
      || (tenure_day_is_known (taken_over) && on >= taken_over))
    return FALSE;
  if (agreement->open_ended == TENURE_FACT_YES)
    return !tenure_day_is_known (agreement->terminated);
  return tenure_day_is_known (end) && !tenure_day_is_known (agreement->terminated)
         && on <= slow_end (terms->facts, agreement, terms->as_of, TRUE);
}

/* --- Slow versions: between agreements --- */

typedef gint32 (*RecordedLink) (const TenureFacts *facts, guint index);

static gint32
recorded_predecessor (const TenureFacts *facts, guint index)
{
  return facts->agreements[index].predecessor;
}

static gint32
recorded_lead (const TenureFacts *facts, guint index)
{
  return facts->agreements[index].lead;
}

/* A link counts when walking on from it never comes back. */
static gint32
slow_link_by (const TenureFacts *facts, guint index, RecordedLink next)
{
  gint32 link = next (facts, index), at = link;

  for (guint steps = 0; steps <= facts->n_agreements; steps++)
    {
      if (at < 0 || (guint) at >= facts->n_agreements)
        return link < 0 || (guint) link >= facts->n_agreements ? -1 : link;
      if (at == (gint32) index)
        return -1;
      at = next (facts, (guint) at);
    }
  /* Into a loop without being part of it: the link stands, the loop's own do not. */
  return link;
}

static gint32
slow_link (const TenureFacts *facts, guint index)
{
  return slow_link_by (facts, index, recorded_predecessor);
}

static void
check_succession (const TenureTerms *terms, guint index)
{
  const TenureFacts *facts = terms->facts;
  TenureDay end = slow_committed (facts, &facts->agreements[index], terms->as_of);
  TenureDay covered_from = TENURE_DAY_NONE;
  gint32 position = 1;

  for (guint i = 0; i < facts->n_agreements; i++)
    {
      const TenureFactAgreement *other = &facts->agreements[i];
      gboolean is_signed = tenure_day_is_known (other->signed_day) ? other->signed_day <= terms->as_of
                                                                   : tenure_day_is_known (other->start) && other->start <= terms->as_of;

      if (slow_link (facts, i) != (gint32) index || !is_signed)
        continue;
      if (tenure_day_is_known (other->start) && (!tenure_day_is_known (covered_from) || other->start < covered_from))
        covered_from = other->start;
    }
  for (gint32 at = slow_link (facts, index); at >= 0; at = slow_link (facts, (guint) at))
    position++;
  /* Covered from the successor's start: not when a day of nothing lies before it. */
  g_assert_true (terms->agreements[index].covered
                 == (tenure_day_is_known (covered_from)
                     && (covered_from <= terms->as_of || (tenure_day_is_known (end) && covered_from <= end + 1))));
  g_assert_cmpint (terms->agreements[index].covered_from, ==, covered_from);
  g_assert_cmpint (terms->agreements[index].chain_position, ==, position);
}

/* --- Slow versions: the portfolio --- */

static gboolean
is_running (const TenureTerms *terms, guint index)
{
  const TenureFactAgreement *agreement = &terms->facts->agreements[index];
  TenureDay end = slow_committed (terms->facts, agreement, terms->as_of);

  if (!tenure_day_is_known (agreement->start) || agreement->start > terms->as_of)
    return FALSE;
  return tenure_day_is_known (end) ? end >= terms->as_of : agreement->open_ended == TENURE_FACT_YES;
}

static gint64
annual_or_nothing (const TenureTerms *terms, guint index)
{
  return terms->agreements[index].annual_known ? terms->agreements[index].annual_minor : 0;
}

static gboolean
in_scope (const TenureFacts *facts, guint index)
{
  gint32 provider = facts->agreements[index].provider;

  return provider >= 0 && facts->organisations[provider].vcs == TENURE_FACT_YES;
}

/* --- Slow versions: money that passes through a lead --- */

typedef gboolean (*SlowInSum) (const TenureTerms *terms, guint index, gconstpointer data);

/* Whether anything above @index is in the sum, so that the money is counted there. */
static gboolean
is_passed_on (const TenureTerms *terms, guint index, SlowInSum in_sum, gconstpointer data)
{
  for (gint32 at = slow_link_by (terms->facts, index, recorded_lead); at >= 0;
       at = slow_link_by (terms->facts, (guint) at, recorded_lead))
    if (in_scope (terms->facts, (guint) at) && in_sum (terms, (guint) at, data))
      return TRUE;
  return FALSE;
}

static gboolean
slow_in_annual (const TenureTerms *terms, guint index, gconstpointer data)
{
  return is_running (terms, index) && terms->agreements[index].annual_known;
}

static gboolean
slow_in_mean (const TenureTerms *terms, guint index, gconstpointer data)
{
  return slow_in_annual (terms, index, data) && terms->agreements[index].term_known;
}

static void
check_sums (const TenureTerms *terms, const TenurePortfolio *portfolio)
{
  gint64 annual = 0, bands = 0, purposes[TENURE_N_PURPOSES] = { 0 };
  guint purpose_counts[TENURE_N_PURPOSES] = { 0 };
  double weighted = 0, weight = 0;
  guint running = 0, passed_on = 0;

  for (guint i = 0; i < terms->n_agreements; i++)
    {
      const TenureAgreementFigures *figures = &terms->agreements[i];

      if (!in_scope (terms->facts, i) || !is_running (terms, i))
        continue;
      running++;
      purpose_counts[terms->facts->agreements[i].purpose]++;
      if (!is_passed_on (terms, i, slow_in_annual, NULL))
        {
          annual += annual_or_nothing (terms, i);
          purposes[terms->facts->agreements[i].purpose] += annual_or_nothing (terms, i);
        }
      else
        passed_on += figures->annual_known;
      if (!figures->term_known || !figures->annual_known || is_passed_on (terms, i, slow_in_mean, NULL))
        continue;
      weighted += (double) figures->annual_minor * tenure_months_to_double (figures->term);
      weight += (double) figures->annual_minor;
    }
  for (int band = 0; band < TENURE_BAND_UNKNOWN; band++)
    bands += portfolio->bands[band].annual.minor;
  for (int purpose = 0; purpose < TENURE_N_PURPOSES; purpose++)
    {
      g_assert_cmpint (portfolio->purposes[purpose].annual.minor, ==, purposes[purpose]);
      g_assert_cmpuint (portfolio->purposes[purpose].count, ==, purpose_counts[purpose]);
    }
  g_assert_cmpint (tenure_portfolio_passed_on (portfolio).integer, ==, passed_on);
  g_assert_cmpuint (portfolio->n_running, ==, running);
  g_assert_cmpint (bands, ==, annual);
  if (portfolio->annual->len > 0)
    g_assert_cmpint (tenure_portfolio_annual (portfolio, 0).integer, ==, annual);
  g_assert_true ((portfolio->mean_term.kind == TENURE_FIGURE_DOUBLE) == (weight > 0));
  if (weight > 0)
    g_assert_cmpfloat_with_epsilon (portfolio->mean_term.number, weighted / weight, 1e-9);
}

/* While a lead may pay, options and all, the money is its. */
static gboolean
slow_may_pay (const TenureTerms *terms, guint index, gconstpointer data)
{
  return terms->agreements[index].annual_known && slow_is_extended (terms, index, *(const TenureDay *) data);
}

static void
check_horizon (const TenureTerms *terms, const TenurePortfolio *portfolio)
{
  for (guint month = 0; month < TENURE_HORIZON_MONTHS; month++)
    {
      const TenureHorizonFigures *figures = &portfolio->horizon[month];
      gint64 secured = 0, committed = 0, extended = 0;

      for (guint i = 0; i < terms->n_agreements; i++)
        if (in_scope (terms->facts, i) && !is_passed_on (terms, i, slow_may_pay, &figures->day))
          {
            gint64 annual = annual_or_nothing (terms, i);

            secured += slow_is_secured (terms, i, figures->day) ? annual : 0;
            committed += slow_is_promised (terms, i, figures->day) ? annual : 0;
            extended += slow_is_extended (terms, i, figures->day) ? annual : 0;
          }
      g_assert_cmpint (figures->secured.minor, ==, secured);
      g_assert_cmpint (figures->committed.minor, ==, committed);
      g_assert_cmpint (figures->extended.minor, ==, extended);
    }
}

typedef struct
{
  TenureDay from, until;
  gboolean net;
} SlowEnds;

static gboolean
slow_ends (const TenureTerms *terms, guint index, gconstpointer data)
{
  const SlowEnds *ends = data;
  TenureDay end = slow_committed (terms->facts, &terms->facts->agreements[index], terms->as_of);

  return terms->agreements[index].annual_known && tenure_day_is_known (end) && end >= MAX (ends->from, terms->as_of)
         && end < ends->until && !(ends->net && terms->agreements[index].covered);
}

/* What ends on one day, net, counted once. */
static gint64
slow_pile (const TenureTerms *terms, TenureDay on)
{
  const SlowEnds ends = { on, on + 1, TRUE };
  gint64 sum = 0;

  for (guint i = 0; i < terms->n_agreements; i++)
    if (in_scope (terms->facts, i) && slow_ends (terms, i, &ends) && !is_passed_on (terms, i, slow_ends, &ends))
      sum += annual_or_nothing (terms, i);
  return sum;
}

static void
check_expiries (const TenureTerms *terms, const TenurePortfolio *portfolio)
{
  for (guint month = 0; month < TENURE_HORIZON_MONTHS; month++)
    {
      const TenureExpiryFigures *figures = &portfolio->expiries[month];
      TenureDay after = tenure_day_add_months (figures->month, 1);
      SlowEnds all = { figures->month, after, FALSE }, uncovered = { figures->month, after, TRUE };
      gint64 net_sum = 0, gross_sum = 0;
      guint net = 0, gross = 0;

      for (guint i = 0; i < terms->n_agreements; i++)
        {
          TenureDay end = slow_committed (terms->facts, &terms->facts->agreements[i], terms->as_of);
          gboolean here = in_scope (terms->facts, i) && tenure_day_is_known (end) && end >= terms->as_of
                          && end >= figures->month && end < after;

          gross += here;
          net += here && !terms->agreements[i].covered;
          if (here && !is_passed_on (terms, i, slow_ends, &all))
            gross_sum += annual_or_nothing (terms, i);
          if (here && !terms->agreements[i].covered && !is_passed_on (terms, i, slow_ends, &uncovered))
            net_sum += annual_or_nothing (terms, i);
        }
      g_assert_cmpint (figures->net.minor, ==, net_sum);
      g_assert_cmpint (figures->gross.minor, ==, gross_sum);
      g_assert_cmpuint (figures->gross_count, ==, gross);
      g_assert_cmpuint (figures->net_count, ==, net);
    }
  if (tenure_day_is_known (portfolio->pile_up_day))
    g_assert_cmpint (portfolio->pile_up.minor, ==, slow_pile (terms, portfolio->pile_up_day));
}

static gboolean
slow_spends (const TenureTerms *terms, guint index, gconstpointer data)
{
  const TenureAgreementFigures *figures = &terms->agreements[index];
  TenureDay agreed = slow_end (terms->facts, &terms->facts->agreements[index], terms->as_of, FALSE);
  TenureDay at = *(const TenureDay *) data;

  return figures->total_known && tenure_day_is_known (figures->start) && tenure_day_is_known (agreed)
         && agreed >= figures->start && at >= figures->start && at <= MIN (agreed, figures->committed_end);
}

/* Every day of every agreement, one by one: its share of the total goes to the year of that day. */
static void
check_years (const TenureTerms *terms, const TenurePortfolio *portfolio)
{
  g_autofree double *spend = g_new0 (double, portfolio->n_years);

  for (guint i = 0; i < terms->n_agreements; i++)
    {
      const TenureAgreementFigures *figures = &terms->agreements[i];
      TenureDay agreed = slow_end (terms->facts, &terms->facts->agreements[i], terms->as_of, FALSE);

      if (!in_scope (terms->facts, i) || !figures->total_known || !tenure_day_is_known (figures->start)
          || !tenure_day_is_known (agreed) || agreed < figures->start)
        continue;
      for (TenureDay at = figures->start; at <= MIN (agreed, figures->committed_end); at++)
        for (guint year = 0; year < portfolio->n_years; year++)
          if (at >= portfolio->years[year].from && at <= portfolio->years[year].until
              && !is_passed_on (terms, i, slow_spends, &at))
            spend[year] += (double) figures->total_minor / (double) (agreed - figures->start + 1);
    }
  /* Each agreement may be off by less than a penny. */
  for (guint year = 0; year < portfolio->n_years; year++)
    g_assert_cmpfloat (fabs ((double) portfolio->years[year].spend.minor - spend[year]), <=, terms->n_agreements);
}

static gboolean
slow_in_concentration (const TenureTerms *terms, guint index, gconstpointer data)
{
  return slow_in_annual (terms, index, data) && terms->facts->agreements[index].provider >= 0;
}

/* The nearest above @index that is in the sum; -1 for none. */
static gint32
slow_holder (const TenureTerms *terms, guint index)
{
  gint32 at = slow_link_by (terms->facts, index, recorded_lead);

  while (at >= 0 && !(in_scope (terms->facts, (guint) at) && slow_in_concentration (terms, (guint) at, NULL)))
    at = slow_link_by (terms->facts, (guint) at, recorded_lead);
  return at;
}

/* Its yearly value less what is passed on from it. */
static double
slow_kept (const TenureTerms *terms, guint index)
{
  gint64 kept = annual_or_nothing (terms, index);

  for (guint i = 0; i < terms->n_agreements; i++)
    if (in_scope (terms->facts, i) && slow_in_concentration (terms, i, NULL) && slow_holder (terms, i) == (gint32) index)
      kept -= annual_or_nothing (terms, i);
  return (double) MAX (kept, 0);
}

static void
check_concentration (const TenureTerms *terms, const TenurePortfolio *portfolio)
{
  double all = 0, squares = 0;

  for (guint provider = 0; provider < terms->facts->n_organisations; provider++)
    {
      double sum = 0;

      for (guint i = 0; i < terms->n_agreements; i++)
        if (terms->facts->agreements[i].provider == (gint32) provider && in_scope (terms->facts, i) && is_running (terms, i))
          sum += slow_kept (terms, i);
      all += sum;
      squares += sum * sum;
    }
  g_assert_true ((portfolio->hhi.kind == TENURE_FIGURE_DOUBLE) == (all > 0));
  if (all > 0)
    g_assert_cmpfloat_with_epsilon (portfolio->hhi.number, squares / all / all * 10000, 1e-6);
}

/* --- Slow versions: flags --- */

static TenureLevel
level_of (const TenureFlags *flags, TenureRuleId rule, guint index)
{
  for (guint i = 0; i < flags->n_flags; i++)
    if (flags->flags[i].rule == rule && flags->flags[i].index == (gint32) index)
      return (TenureLevel) flags->flags[i].level;
  return TENURE_LEVEL_NONE;
}

static gboolean
is_live (const TenureTerms *terms, guint index)
{
  const TenureFactAgreement *agreement = &terms->facts->agreements[index];
  TenureDay end = slow_committed (terms->facts, agreement, terms->as_of);

  return !tenure_day_is_known (end) || end >= terms->as_of
         || (tenure_day_is_known (agreement->start) && agreement->start > terms->as_of);
}

static void
check_flags (const TenureTerms *terms, const TenureFlags *flags, guint index)
{
  const TenureFactAgreement *agreement = &terms->facts->agreements[index];
  gboolean applies = in_scope (terms->facts, index) && is_live (terms, index);
  gboolean open_ended = agreement->open_ended == TENURE_FACT_YES && !tenure_day_is_known (agreement->terminated);
  TenureDay end = slow_committed (terms->facts, agreement, terms->as_of);
  TenureLevel t1 = TENURE_LEVEL_NONE;
  double months;

  if (open_ended)
    t1 = agreement->funder_notice.known ? TENURE_LEVEL_RED : TENURE_LEVEL_CANNOT_TELL; /* at most 8 months here */
  else if (!slow_months (agreement->start, end, &months))
    t1 = TENURE_LEVEL_CANNOT_TELL;
  else if (months <= 12)
    t1 = TENURE_LEVEL_RED;
  g_assert_cmpint (level_of (flags, TENURE_RULE_T1, index), ==, applies ? t1 : TENURE_LEVEL_NONE);
  if (!applies)
    g_assert_cmpint (level_of (flags, TENURE_RULE_N1, index), ==, TENURE_LEVEL_NONE);
  else if (agreement->funder_without_cause == TENURE_FACT_YES && agreement->funder_notice.known)
    g_assert_cmpint (level_of (flags, TENURE_RULE_N1, index), ==,
                     agreement->funder_notice.months < 3 ? TENURE_LEVEL_RED : TENURE_LEVEL_NONE);
}

/* --- Rounds --- */

static void
check_words (const TenureAnalysis *analysis)
{
  for (guint i = 0; i < analysis->flags->n_flags; i++)
    {
      g_autofree char *reason = tenure_flag_dup_reason (analysis->flags, &analysis->flags->flags[i]);
      g_autoptr (TenureExplanation) explanation = tenure_flag_explain (analysis->flags, &analysis->flags->flags[i]);

      g_assert_nonnull (reason);
      g_assert_cmpuint (explanation->lines->len, >, 0);
    }
  for (int figure = 0; figure < TENURE_N_PORTFOLIO_FIGURES; figure++)
    {
      guint n = tenure_portfolio_figure_n_parts (analysis->portfolio, (TenurePortfolioFigure) figure);

      /* A figure of years has no part where nothing is spent. */
      for (guint part = 0; part < (tenure_portfolio_figure_is_whole ((TenurePortfolioFigure) figure) ? 1 : n); part += 1 + n / 8)
        {
          g_autoptr (TenureExplanation) explanation
              = tenure_portfolio_explain_part (analysis->portfolio, (TenurePortfolioFigure) figure, part);

          g_assert_nonnull (explanation->summary);
        }
    }
  for (guint i = 0; i < analysis->terms->n_agreements; i++)
    {
      g_autoptr (TenureExplanation) explanation = tenure_agreement_explain (analysis->terms, i);

      g_assert_cmpuint (explanation->lines->len, >=, 6);
    }
}

static void
test_random (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (TenureFacts) facts = random_facts_new ();
      TenureDay as_of = day (AS_OF_FIRST) + g_test_rand_int_range (0, 1000);
      g_autoptr (TenureAnalysis) analysis = tenure_analysis_new (facts, as_of, NULL, NULL);

      for (guint i = 0; i < facts->n_agreements; i++)
        {
          check_agreement (analysis->terms, i);
          check_succession (analysis->terms, i);
          check_flags (analysis->terms, analysis->flags, i);
        }
      check_sums (analysis->terms, analysis->portfolio);
      check_horizon (analysis->terms, analysis->portfolio);
      check_expiries (analysis->terms, analysis->portfolio);
      check_years (analysis->terms, analysis->portfolio);
      check_concentration (analysis->terms, analysis->portfolio);
      check_words (analysis);
    }
}

/* --- Extremes --- */

static TenureDay
extreme_day (void)
{
  const TenureDay days[] = { TENURE_DAY_NONE, TENURE_DAY_MIN, TENURE_DAY_MAX, day ("2026-11-21"), day ("2028-02-29") };

  return days[g_test_rand_int_range (0, G_N_ELEMENTS (days))];
}

static TenureDuration
extreme_duration (void)
{
  const TenureDuration durations[] = { TENURE_DURATION_UNKNOWN, TENURE_DURATION_MONTHS (0), TENURE_DURATION_MONTHS (1200),
                                       { .months = 1200, .days = 30000, .known = TRUE } };

  return durations[g_test_rand_int_range (0, G_N_ELEMENTS (durations))];
}

static gint64
extreme_minor (void)
{
  const gint64 amounts[] = { 0, 1, -1, G_MAXINT64, G_MININT64, 100 };

  return amounts[g_test_rand_int_range (0, G_N_ELEMENTS (amounts))];
}

static TenureFactAgreement
extreme_agreement (gint32 index)
{
  TenureFactAgreement agreement = random_facts_agreement (index);

  agreement.start = extreme_day ();
  agreement.end = extreme_day ();
  agreement.maximum_end = extreme_day ();
  agreement.terminated = extreme_day ();
  agreement.signed_day = extreme_day ();
  agreement.decided = extreme_day ();
  agreement.duration = extreme_duration ();
  agreement.funder_notice = extreme_duration ();
  agreement.renewal_notice = extreme_duration ();
  agreement.lead_time = extreme_duration ();
  agreement.value_minor = extreme_minor ();
  agreement.annual_known = random_facts_chance (2);
  agreement.annual_minor = extreme_minor ();
  agreement.full_cost_known = agreement.other_funding_known = random_facts_chance (2);
  agreement.full_cost_minor = extreme_minor ();
  agreement.other_funding_minor = extreme_minor ();
  return agreement;
}

/* The ends of the calendar, the longest lengths, the largest and the most negative amounts: every figure is computed and said in
 * words, or cannot be told; nothing overflows on the way. */
static void
test_extremes (void)
{
  guint overflows = 0;

  for (guint round = 0; round < 1500; round++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (TenureAnalysis) analysis = NULL;
      TenureDay as_of = random_facts_chance (2) ? day ("2026-11-21") : random_facts_chance (2) ? TENURE_DAY_MIN : TENURE_DAY_MAX;

      for (int i = 0; i < 6; i++)
        fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      for (gint32 i = 0; i < 3; i++)
        {
          fixture_add_agreement (fixture, extreme_agreement (i));
          fixture_add_extension (fixture, extreme_duration (), extreme_day ());
        }
      facts = fixture_end (fixture);
      analysis = tenure_analysis_new (facts, as_of, NULL, NULL);
      for (int kind = TENURE_BAND_LE12; kind < TENURE_N_BANDS; kind++)
        overflows += analysis->portfolio->bands[kind].annual.overflows;
      check_words (analysis);
    }
  g_assert_cmpuint (overflows, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random/portfolios", test_random);
  g_test_add_func ("/random/extremes", test_extremes);
  return g_test_run ();
}
