#include "config.h"
#include "analysis/anatomy.h"

#include "analysis/flags-private.h"
#include "analysis/provider-private.h"

#include "base/i18n.h"

#define OF_ACCOUNTS                                                                                                         \
  (TENURE_MISSING_INCOME | TENURE_MISSING_EXPENDITURE | TENURE_MISSING_FREE_RESERVES | TENURE_MISSING_ACCOUNTS_CURRENCY)

/* --- Agreements --- */

/* The months on whose measured day the @i-th pays as far as @reach goes, and counts itself. */
static guint64
months_of (const TenureProviderSet *set, const TenureHorizon *horizon, guint i, TenureReach reach)
{
  guint64 bits = 0;

  for (guint month = 0; month < TENURE_HORIZON_MONTHS; month++)
    {
      TenureDay day = horizon->months[month].day;

      if (tenure_provider_pays_on (set, i, day, reach) && tenure_provider_counted_in_on (set, i, day) < 0)
        bits |= G_GUINT64_CONSTANT (1) << month;
    }
  return bits;
}

static gboolean
has_short_notice (const TenureProviderSet *set, guint i)
{
  const TenureFactAgreement *fact = &set->terms->facts->agreements[set->agreements[i]];

  return fact->funder_without_cause == TENURE_FACT_YES && fact->funder_notice.known
         && tenure_duration_compare_months (fact->funder_notice, TENURE_COMPACT_NOTICE_MONTHS) < 0;
}

static void
add_part (TenureAnatomy *anatomy, const TenureProviderSet *set, guint i)
{
  const TenureAgreementFigures *figures = &set->terms->agreements[set->agreements[i]];
  TenureAnatomyPart part = { .agreement = set->agreements[i],
                             .annual_minor = figures->annual_minor,
                             .end = figures->open_ended ? TENURE_DAY_NONE : figures->committed_end,
                             .secured_until = figures->open_ended ? figures->secured_until : TENURE_DAY_NONE,
                             .notice_by = TENURE_DAY_NONE };

  if (!figures->live || !tenure_provider_is_placed (set, i))
    return;
  part.extended = months_of (set, &anatomy->horizon, i, TENURE_REACH_EXTENDED);
  part.committed = months_of (set, &anatomy->horizon, i, TENURE_REACH_COMMITTED);
  part.secured = months_of (set, &anatomy->horizon, i, TENURE_REACH_SECURED);
  if (part.extended == 0)
    return;
  if (tenure_day_is_known (part.end))
    part.notice_by = tenure_day_add_months (part.end, -TENURE_COMPACT_NOTICE_MONTHS);
  part.covered = figures->covered;
  part.decided = figures->covered || figures->decided;
  part.short_notice = has_short_notice (set, i);
  g_array_append_val (anatomy->parts, part);
}

static TenureDay
lasts_until (const TenureAnatomyPart *part)
{
  return tenure_day_is_known (part->end) ? part->end : TENURE_DAY_MAX;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const TenureAnatomyPart *left = a, *right = b;

  if (lasts_until (left) != lasts_until (right))
    return lasts_until (left) > lasts_until (right) ? -1 : 1;
  return (left->agreement > right->agreement) - (left->agreement < right->agreement);
}

/* --- Money --- */

static void
set_accounts (TenureAnatomy *anatomy, const TenureProviders *providers, const TenureProviderFigures *figures)
{
  const TenureFactAccounts *accounts = providers->terms->accounts[anatomy->organisation];
  gboolean whole = figures->annual.kind == TENURE_FIGURE_INTEGER && figures->annual.known == figures->annual.of;
  gboolean ahead = anatomy->horizon.known == anatomy->horizon.of;
  gboolean same = accounts->currency == anatomy->currency && accounts->currency != TENURE_CURRENCY_NONE;

  anatomy->cost_known = same && accounts->expenditure_known && accounts->expenditure_minor > 0;
  anatomy->cost_minor = anatomy->cost_known ? accounts->expenditure_minor : 0;
  anatomy->other_known = same && whole && accounts->income_known;
  if (anatomy->other_known)
    anatomy->other_minor = MAX (accounts->income_minor - figures->annual.integer, 0);
  /* What is planned pays in later months: without its value they are not known. */
  anatomy->below_told = anatomy->cost_known && anatomy->other_known && ahead;
  anatomy->reserves_told = anatomy->below_told && accounts->free_reserves_known;
  if (anatomy->reserves_told)
    anatomy->free_reserves_minor = accounts->free_reserves_minor;
  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i++)
    if (anatomy->horizon.months[i].secured.overflows)
      anatomy->below_told = anatomy->reserves_told = FALSE;
}

/* Twelfths to whole minor units, rounded down; kept to what fits. */
static gint64
floor_twelfths (__int128 twelfths)
{
  __int128 whole = twelfths / 12 - (twelfths % 12 < 0);

  return (gint64) CLAMP (whole, G_MININT64, G_MAXINT64);
}

/* Twelfths of months' money, so that nothing is rounded on the way. */
static void
run_down (TenureAnatomy *anatomy)
{
  __int128 twelfths = (__int128) anatomy->free_reserves_minor * 12;

  for (int i = 0; anatomy->below_told && i < TENURE_HORIZON_MONTHS; i++)
    {
      __int128 income = (__int128) anatomy->horizon.months[i].secured.minor + anatomy->other_minor;

      if (income < anatomy->cost_minor && anatomy->below_month < 0)
        anatomy->below_month = i;
      if (!anatomy->reserves_told)
        continue;
      twelfths += income - anatomy->cost_minor;
      anatomy->reserves_minor[i] = floor_twelfths (twelfths);
      if (twelfths < 0 && anatomy->shortfall_month < 0)
        anatomy->shortfall_month = i;
    }
}

TenureAnatomy *
tenure_anatomy_new (const TenureProviders *providers, guint organisation, const guint32 *agreements, guint n)
{
  TenureAnatomy *anatomy;
  TenureProviderFigures figures;
  TenureProviderSet set;

  g_return_val_if_fail (providers != NULL && organisation < providers->terms->facts->n_organisations, NULL);

  anatomy = g_new0 (TenureAnatomy, 1);
  anatomy->organisation = organisation;
  anatomy->parts = g_array_new (FALSE, FALSE, sizeof (TenureAnatomyPart));
  anatomy->below_month = anatomy->shortfall_month = -1;
  tenure_provider_horizon (providers, organisation, agreements, n, &anatomy->horizon, &anatomy->currency);
  set = tenure_provider_set (providers, organisation, agreements, n);
  for (guint i = 0; i < n; i++)
    add_part (anatomy, &set, i);
  g_array_sort (anatomy->parts, compare_parts);
  figures = tenure_provider_figures (providers, organisation, agreements, n);
  anatomy->missing = figures.missing;
  set_accounts (anatomy, providers, &figures);
  run_down (anatomy);
  return anatomy;
}

void
tenure_anatomy_free (TenureAnatomy *anatomy)
{
  if (anatomy == NULL)
    return;
  g_array_unref (anatomy->parts);
  g_free (anatomy);
}

/* --- Words --- */

char *
tenure_anatomy_dup_missing (const TenureAnatomy *anatomy)
{
  guint64 missing = anatomy->missing & OF_ACCOUNTS;

  return missing != 0 ? tenure_missing_dup_list (missing) : NULL;
}

char *
tenure_anatomy_dup_notice (const TenureAnatomyPart *part, TenureDay as_of)
{
  g_autofree char *day = NULL;

  if (part->decided || !tenure_day_is_known (part->notice_by))
    return NULL;
  day = tenure_day_dup_label (part->notice_by);
  if (part->notice_by < as_of)
    /* Translators: a day that has gone. */
    return g_strdup_printf (_ ("notice was due by %s"), day);
  /* Translators: a day. */
  return g_strdup_printf (_ ("notice by %s"), day);
}

/* What three months' notice takes, or would have taken. */
static char *
dup_notice_words (const TenureAnatomyPart *part, TenureDay as_of)
{
  g_autofree char *day = tenure_day_dup_label (part->notice_by);

  if (part->decided)
    return g_strdup (_ ("what follows is decided"));
  if (part->notice_by < as_of)
    /* Translators: a day that has gone. The Compact was an agreement of government and sector in Britain. */
    return g_strdup_printf (
        _ ("the Compact’s three months’ notice would have meant saying so by %s, and no decision is recorded"), day);
  return g_strdup_printf (_ ("the Compact’s three months’ notice means saying so by %s"), day);
}

char *
tenure_anatomy_dup_end_words (const TenureAnatomy *anatomy, const TenureAnatomyPart *part, TenureDay as_of)
{
  g_autofree char *money = NULL, *end = NULL, *notice = NULL, *words = NULL;

  if (!tenure_day_is_known (part->end) && !tenure_day_is_known (part->secured_until))
    return NULL;
  money = tenure_money_dup_label ((TenureMoney){ part->annual_minor, anatomy->currency }, TRUE);
  if (!tenure_day_is_known (part->end))
    {
      end = tenure_day_dup_label (part->secured_until);
      /* Translators: a yearly amount, a day. */
      return g_strdup_printf (_ ("%1$s a year, open-ended; its notice secures it until %2$s"), money, end);
    }
  end = tenure_day_dup_label (part->end);
  notice = dup_notice_words (part, as_of);
  /* Translators: a yearly amount, a day, what notice that takes. */
  words = g_strdup_printf (_ ("%1$s a year until %2$s; %3$s"), money, end, notice);
  if (!part->short_notice)
    return g_steal_pointer (&words);
  /* Translators: what was said of the end of an agreement. */
  return g_strdup_printf (_ ("%s; its funder may end it by less than three months’ notice"), words);
}

void
tenure_anatomy_explain (const TenureAnatomy *anatomy, const TenureTerms *terms, TenureExplanation *explanation)
{
  TenureDay last = tenure_day_add_months (anatomy->horizon.months[0].month, TENURE_HORIZON_MONTHS) - 1;

  if (anatomy->below_told)
    {
      g_autofree char *month = anatomy->below_month >= 0
                                   ? tenure_day_dup_month_label (anatomy->horizon.months[anatomy->below_month].month)
                                   : g_strdup (_ ("not within 36 months"));

      tenure_explanation_add (explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, _ ("Secured income below cost from"), "%s",
                              month);
    }
  for (guint i = anatomy->parts->len; i-- > 0;)
    {
      const TenureAnatomyPart *part = &g_array_index (anatomy->parts, TenureAnatomyPart, i);
      g_autofree char *words = tenure_anatomy_dup_end_words (anatomy, part, terms->as_of);

      if (words != NULL && MAX (part->end, part->secured_until) <= last)
        tenure_explanation_add_agreement (explanation, terms->facts, part->agreement, words);
    }
}
