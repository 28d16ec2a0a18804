/* What a month of a provider's horizon is made of, and what the parts of its figures have in common. */

#include "config.h"
#include "analysis/provider-parts-private.h"

#include "base/hundredths.h"

#include "base/i18n.h"

/* --- One agreement --- */

const TenureAgreementFigures *
tenure_asked_figures (const TenureProviderAsked *asked, guint i)
{
  return &asked->set.terms->agreements[asked->set.agreements[i]];
}

const TenureFactAgreement *
tenure_asked_fact (const TenureProviderAsked *asked, guint i)
{
  return &asked->set.terms->facts->agreements[asked->set.agreements[i]];
}

char *
tenure_asked_dup_annual (const TenureProviderAsked *asked, guint i)
{
  return tenure_money_dup_label ((TenureMoney){ tenure_asked_figures (asked, i)->annual_minor, asked->set.currency }, FALSE);
}

char *
tenure_asked_dup_end (const TenureProviderAsked *asked, guint i)
{
  return tenure_day_dup_label (tenure_asked_figures (asked, i)->committed_end);
}

void
tenure_asked_add (TenureProviderAsked *asked, guint i, const char *value)
{
  tenure_explanation_add (asked->explanation, TENURE_RECORD_AGREEMENT, tenure_asked_fact (asked, i)->id,
                          tenure_asked_fact (asked, i)->title, "%s", value);
}

void
tenure_asked_add_apart (TenureProviderAsked *asked, guint i, const char *reason)
{
  tenure_explanation_add_apart (asked->explanation, TENURE_RECORD_AGREEMENT, tenure_asked_fact (asked, i)->id,
                                tenure_asked_fact (asked, i)->title, "%s", reason);
}

/* What it would give, and the agreement of the same provider in which that is counted. */
void
tenure_asked_add_counted_in (TenureProviderAsked *asked, guint i, const char *what, gint32 lead)
{
  g_autofree char *reason =
      /* Translators: an amount or a number of posts, and the agreement through which they pass. */
      g_strdup_printf (_ ("%1$s, counted in “%2$s”"), what, asked->set.terms->facts->agreements[lead].title);

  tenure_asked_add_apart (asked, i, reason);
}

/* The first field that keeps it out; in another currency it lacks nothing and is left out all the same. */
void
tenure_asked_add_left_out (TenureProviderAsked *asked, guint i, guint64 needs)
{
  guint64 lacks = tenure_asked_figures (asked, i)->missing & needs;
  TenureRecordType type;
  const char *field;

  if (lacks == 0)
    {
      tenure_asked_add_apart (asked, i, _ ("left out: in another currency"));
      return;
    }
  field = tenure_missing_field ((guint) __builtin_ctzll (lacks), &type, NULL);
  tenure_explanation_add_missing_of (asked->explanation, type, field, tenure_asked_fact (asked, i)->id,
                                     tenure_asked_fact (asked, i)->title);
}

void
tenure_asked_add_total (TenureProviderAsked *asked, const char *label, const TenureFigure *figure)
{
  g_autofree char *value = tenure_figure_dup_label (figure);

  tenure_explanation_add (asked->explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, label, "%s", value);
}

void
tenure_asked_add_day (TenureProviderAsked *asked, TenureDay day)
{
  g_autofree char *label = tenure_day_dup_label (day);

  tenure_explanation_add (asked->explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, _ ("Reckoned on"), "%s", label);
}

/* --- A month of the horizon --- */

TenureDay
tenure_provider_part_month (TenureDay as_of, guint at)
{
  return tenure_day_add_months (tenure_day_month_start (as_of), (int) at);
}

TenureDay
tenure_asked_day_of_month (const TenureProviderAsked *asked)
{
  return MAX (tenure_provider_part_month (asked->set.terms->as_of, asked->at), asked->set.terms->as_of);
}

static gboolean
is_over_undecided (const TenureProviderSet *set, guint32 index, TenureDay day)
{
  TenureDay secured, committed, extended;

  tenure_terms_find_reach (set->terms, index, &secured, &committed, &extended);
  return tenure_terms_is_undecided (set->terms, index) && day > extended;
}

/* A lead of the same provider of which it is undecided what there is on a day. */
typedef struct
{
  const TenureProviderSet *set;
  TenureDay day;
} UndecidedOn;

static gboolean
is_undecided_lead (guint32 index, gconstpointer data)
{
  const UndecidedOn *on = data;
  const TenureAgreementFigures *figures = &on->set->terms->agreements[index];
  const TenureFactAgreement *fact = &on->set->terms->facts->agreements[index];

  return fact->provider == on->set->terms->facts->agreements[on->set->agreements[0]].provider && figures->live
         && figures->annual_known && fact->currency == on->set->currency && figures->term_known
         && is_over_undecided (on->set, index, on->day);
}

static gint32
find_undecided_lead (const TenureProviderAsked *asked, guint i, TenureDay day)
{
  UndecidedOn on = { &asked->set, day };

  return tenure_terms_find_lead (asked->set.terms, asked->set.agreements[i], is_undecided_lead, &on);
}

static char *
dup_layer (const TenureProviderAsked *asked, guint i, TenureDay day, const char *annual)
{
  if (tenure_provider_pays_on (&asked->set, i, day, TENURE_REACH_SECURED))
    return g_strdup_printf (_ ("%s a year, secured"), annual);
  if (tenure_provider_pays_on (&asked->set, i, day, TENURE_REACH_COMMITTED))
    return g_strdup_printf (_ ("%s a year, committed; notice could end it by then"), annual);
  return g_strdup_printf (tenure_asked_figures (asked, i)->open_ended ? _ ("%s a year, only if it runs on: it is open-ended")
                                                                      : _ ("%s a year, only if extended"),
                          annual);
}

/* What runs of a lead of which the rest is undecided is no more undecided: taken from it. */
static void
explain_running (TenureProviderAsked *asked, guint i, TenureDay day, const char *annual)
{
  gint32 lead = find_undecided_lead (asked, i, day);
  g_autofree char *value = dup_layer (asked, i, day, annual);

  tenure_asked_add (asked, i, value);
  if (lead >= 0)
    tenure_explanation_add (
        asked->explanation, TENURE_RECORD_AGREEMENT, tenure_asked_fact (asked, i)->id, tenure_asked_fact (asked, i)->title,
        /* Translators: a yearly amount, and the title of an agreement that has ended. */
        _ ("%1$s a year, no more undecided of “%2$s”"), annual, asked->set.terms->facts->agreements[lead].title);
}

static void
explain_on_day (TenureProviderAsked *asked, guint i, TenureDay day)
{
  g_autofree char *annual = tenure_asked_dup_annual (asked, i), *end = tenure_asked_dup_end (asked, i), *value = NULL;
  gint32 lead = tenure_provider_counted_in_on (&asked->set, i, day);
  gboolean undecided = is_over_undecided (&asked->set, asked->set.agreements[i], day);

  if (undecided && lead < 0)
    lead = find_undecided_lead (asked, i, day);
  if (tenure_asked_figures (asked, i)->start > day && !undecided)
    tenure_asked_add_apart (asked, i, _ ("nothing yet: begins later"));
  else if (!undecided && !tenure_provider_pays_on (&asked->set, i, day, TENURE_REACH_EXTENDED))
    {
      value = g_strdup_printf (_ ("nothing: ends %s"), end);
      tenure_asked_add_apart (asked, i, value);
    }
  else if (lead >= 0)
    tenure_asked_add_counted_in (asked, i, annual, lead);
  else if (undecided)
    {
      value = g_strdup_printf (_ ("%s a year, undecided"), annual);
      tenure_asked_add (asked, i, value);
    }
  else
    explain_running (asked, i, day, annual);
}

/* Posts that nobody pays for any more on @day. */
static void
explain_posts_at_risk (TenureProviderAsked *asked, guint i, TenureDay day)
{
  TenureDay until = tenure_terms_posts_until (asked->set.terms, asked->set.agreements[i]);
  gint64 hundredths = tenure_asked_fact (asked, i)->posts;
  g_autofree char *posts = tenure_hundredths_dup_text (MAX (hundredths, 0));
  g_autofree char *label = NULL;

  if (tenure_asked_figures (asked, i)->running != TENURE_FACT_YES || hundredths <= 0 || !tenure_day_is_known (until)
      || until >= day || tenure_provider_posts_counted_in (&asked->set, i) >= 0)
    return;
  label = tenure_day_dup_label (until);
  tenure_explanation_add (asked->explanation, TENURE_RECORD_AGREEMENT, tenure_asked_fact (asked, i)->id,
                          tenure_asked_fact (asked, i)->title,
                          /* Translators: full-time equivalents, and the last day on which they are paid. */
                          _ ("%1$s posts, paid until %2$s"), posts, label);
}

static void
find_horizon (const TenureProviderAsked *asked, TenureHorizon *horizon)
{
  TenureHorizonSet set = tenure_provider_horizon_set (&asked->set);

  tenure_horizon_compute (&set, asked->set.agreements, asked->set.n, horizon);
}

/* Of none that is known there is no sum. */
static TenureFigure
sum_of (const TenureProviderAsked *asked, const TenureHorizon *horizon, TenureSum sum)
{
  if (horizon->known == 0 && horizon->of > 0)
    return tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MINOR, 0, horizon->of);
  return tenure_figure_sum (sum, asked->set.currency, horizon->known, horizon->of);
}

static void
add_layers (TenureProviderAsked *asked)
{
  TenureHorizon horizon;
  const TenureHorizonFigures *month = &horizon.months[asked->at];
  TenureFigure secured, committed, extended, undecided, posts;

  find_horizon (asked, &horizon);
  secured = sum_of (asked, &horizon, month->secured);
  committed = sum_of (asked, &horizon, month->committed);
  extended = sum_of (asked, &horizon, month->extended);
  undecided = sum_of (asked, &horizon, month->undecided);
  posts = tenure_figure_posts (month->posts_at_risk, horizon.posts_known, horizon.posts_of);
  tenure_asked_add_total (asked, _ ("Secured"), &secured);
  tenure_asked_add_total (asked, _ ("Committed"), &committed);
  tenure_asked_add_total (asked, _ ("If extended"), &extended);
  tenure_asked_add_total (asked, _ ("Undecided"), &undecided);
  tenure_asked_add_total (asked, _ ("Posts at risk"), &posts);
}

void
tenure_asked_explain_horizon (TenureProviderAsked *asked)
{
  TenureDay day = tenure_asked_day_of_month (asked);

  tenure_asked_add_day (asked, day);
  for (guint i = 0; i < asked->set.n; i++)
    if (tenure_asked_figures (asked, i)->live && tenure_provider_is_placed (&asked->set, i))
      explain_on_day (asked, i, day);
    else if (tenure_asked_figures (asked, i)->live)
      tenure_asked_add_left_out (asked, i, TENURE_ASKED_MONEY | TENURE_ASKED_DATES);
  for (guint i = 0; i < asked->set.n; i++)
    explain_posts_at_risk (asked, i, day);
  add_layers (asked);
}

TenureFigure
tenure_asked_value_horizon (const TenureProviderAsked *asked)
{
  TenureHorizon horizon;

  find_horizon (asked, &horizon);
  return sum_of (asked, &horizon, horizon.months[asked->at].secured);
}

/* --- Of how many it is recorded what is secured --- */

static void
explain_told (TenureProviderAsked *asked, guint i)
{
  TenureDay secured, committed, extended;
  g_autofree char *label = NULL, *value = NULL;

  tenure_terms_find_reach (asked->set.terms, asked->set.agreements[i], &secured, &committed, &extended);
  label = tenure_day_dup_label (secured);
  value = g_strdup_printf (_ ("secured until %s"), label);
  tenure_asked_add (asked, i, value);
}

void
tenure_asked_explain_told (TenureProviderAsked *asked)
{
  for (guint i = 0; i < asked->set.n; i++)
    if (!tenure_asked_figures (asked, i)->live)
      continue;
    else if (tenure_provider_is_placed (&asked->set, i)
             && tenure_asked_figures (asked, i)->secured_state != TENURE_SECURED_CANNOT_TELL)
      explain_told (asked, i);
    else
      tenure_asked_add_left_out (
          asked, i, TENURE_ASKED_DATES | TENURE_ASKED_MONEY | TENURE_MISSING_FUNDER_NOTICE | TENURE_MISSING_WITHOUT_CAUSE);
}

TenureFigure
tenure_asked_value_told (const TenureProviderAsked *asked)
{
  TenureHorizon horizon;

  find_horizon (asked, &horizon);
  return tenure_figure_count (horizon.secured_told, horizon.known, horizon.of);
}
