#include "config.h"
#include "analysis/provider-explain.h"

#include "analysis/accounts.h"
#include "analysis/anatomy.h"
#include "analysis/flags-private.h"
#include "analysis/provider-private.h"
#include "base/hundredths.h"

#include "base/i18n.h"

#define DATES (TENURE_MISSING_START | TENURE_MISSING_END | TENURE_MISSING_EXTENSION_LENGTH)
#define MONEY (TENURE_MISSING_VALUE | TENURE_MISSING_VALUE_BASIS | TENURE_MISSING_CURRENCY)

typedef struct
{
  TenureExplanation *explanation;
  const TenureProviders *providers;
  TenureProviderSet set;
  TenureProviderFigures figures;
  const TenureFactOrganisation *fact;
  const TenureFactAccounts *accounts; /* those looked at */
} Explaining;

/* --- Lines ------------------------------------------------------------------------------------------------------ */

static const TenureAgreementFigures *
figures_of (const Explaining *explaining, guint i)
{
  return &explaining->set.terms->agreements[explaining->set.agreements[i]];
}

static const TenureFactAgreement *
fact_of (const Explaining *explaining, guint i)
{
  return &explaining->set.terms->facts->agreements[explaining->set.agreements[i]];
}

static char *
dup_money (const Explaining *explaining, gint64 minor)
{
  return tenure_money_dup_label ((TenureMoney){ minor, explaining->set.currency }, TRUE);
}

/* A step of the reckoning. */
static void
add_money (Explaining *explaining, const char *label, gint64 minor)
{
  g_autofree char *money = dup_money (explaining, minor);

  tenure_explanation_add (explaining->explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, label, "%s", money);
}

static void
add_figure (Explaining *explaining, const char *label, const TenureFigure *figure)
{
  g_autofree char *value = tenure_figure_dup_label (figure);

  tenure_explanation_add (explaining->explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, label, "%s", value);
}

/* Which year the amounts below are of. */
static void
add_year (Explaining *explaining)
{
  tenure_accounts_explain (explaining->accounts, explaining->set.terms->as_of, explaining->explanation);
}

/* An amount of the accounts, or that it is not recorded. Accounts of a year call their fields as the organisation does. */
static void
add_account (Explaining *explaining, const char *field, gboolean known, gint64 minor)
{
  const char *label = tenure_flag_field_label (TENURE_RECORD_ORGANISATION, field);
  TenureRecordType type = tenure_accounts_record_type (explaining->accounts);
  g_autofree char *money = dup_money (explaining, minor);

  tenure_explanation_add (explaining->explanation, type, explaining->accounts->id, label, "%s",
                          known ? money : _ ("not recorded"));
  if (!known)
    tenure_explanation_add_missing (explaining->explanation, type, field, explaining->accounts->id);
}

static void
add_agreement (Explaining *explaining, guint i, const char *value)
{
  const TenureFactAgreement *fact = fact_of (explaining, i);

  tenure_explanation_add (explaining->explanation, TENURE_RECORD_AGREEMENT, fact->id, fact->title, "%s", value);
}

/* The same for one of which @what is counted in another agreement of the provider. */
static void
add_part_of (Explaining *explaining, guint i, const char *what, gint32 lead)
{
  /* Translators: an amount or a number of posts, and the agreement through which they pass. */
  g_autofree char *value =
      g_strdup_printf (_ ("%1$s, counted in “%2$s”"), what, explaining->set.terms->facts->agreements[lead].title);

  add_agreement (explaining, i, value);
}

static void
add_counted_in (Explaining *explaining, guint i, gint32 lead)
{
  g_autofree char *money = dup_money (explaining, figures_of (explaining, i)->annual_minor);

  add_part_of (explaining, i, money, lead);
}

/* The first field that keeps the agreement out; in another currency it lacks nothing and is left out all the same. */
static void
add_left_out (Explaining *explaining, guint i, guint64 needs)
{
  guint64 lacks = figures_of (explaining, i)->missing & needs;
  TenureRecordType type;
  const char *field;

  if (lacks == 0)
    {
      add_agreement (explaining, i, _ ("left out: in another currency"));
      return;
    }
  field = tenure_missing_field ((guint) __builtin_ctzll (lacks), &type, NULL);
  tenure_explanation_add_missing_of (explaining->explanation, type, field, fact_of (explaining, i)->id,
                                     fact_of (explaining, i)->title);
}

/* "" where there is none. */
static char *
dup_end (const Explaining *explaining, guint i)
{
  return tenure_day_dup_label (figures_of (explaining, i)->committed_end);
}

/* --- Agreements ------------------------------------------------------------------------------------------------- */

static void
explain_annual (Explaining *explaining)
{
  for (guint i = 0; i < explaining->set.n; i++)
    {
      g_autofree char *money = dup_money (explaining, figures_of (explaining, i)->annual_minor);

      if (figures_of (explaining, i)->running != TENURE_FACT_YES)
        continue;
      if (tenure_provider_counted_in (&explaining->set, i) >= 0)
        add_counted_in (explaining, i, tenure_provider_counted_in (&explaining->set, i));
      else if (tenure_provider_has_annual (&explaining->set, i))
        add_agreement (explaining, i, money);
      else
        add_left_out (explaining, i, MONEY | DATES);
    }
}

/* What the agreement gives on @day, and why no more. */
static char *
dup_ahead (const Explaining *explaining, guint i, TenureDay day)
{
  g_autofree char *money = dup_money (explaining, figures_of (explaining, i)->annual_minor);
  g_autofree char *end = dup_end (explaining, i);

  if (tenure_provider_pays_on (&explaining->set, i, day, TENURE_REACH_SECURED))
    return g_strdup_printf (_ ("%s secured"), money);
  if (tenure_provider_pays_on (&explaining->set, i, day, TENURE_REACH_COMMITTED))
    return g_strdup_printf (_ ("%s committed; notice could end it by then"), money);
  if (tenure_provider_pays_on (&explaining->set, i, day, TENURE_REACH_EXTENDED))
    /* Translators: an amount, and the day on which it ends unless an option is taken up. */
    return figures_of (explaining, i)->open_ended ? g_strdup_printf (_ ("%s if it runs on: it is open-ended"), money)
                                                  : g_strdup_printf (_ ("%1$s if extended; else ends %2$s"), money, end);
  if (figures_of (explaining, i)->start > day)
    return g_strdup (_ ("nothing yet: begins later"));
  return g_strdup_printf (_ ("nothing: ends %s"), end);
}

static void
explain_ahead (Explaining *explaining, guint ahead)
{
  TenureDay day = tenure_day_add_months (explaining->set.terms->as_of, tenure_ahead_months (ahead));
  g_autofree char *label = tenure_day_dup_label (day);

  tenure_explanation_add (explaining->explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, _ ("Reckoned on"), "%s", label);
  for (guint i = 0; i < explaining->set.n; i++)
    {
      g_autofree char *value = NULL;

      if (!figures_of (explaining, i)->live)
        continue;
      if (!tenure_provider_is_placed (&explaining->set, i))
        {
          add_left_out (explaining, i, MONEY | DATES);
          continue;
        }
      if (tenure_provider_counted_in_on (&explaining->set, i, day) >= 0)
        {
          add_counted_in (explaining, i, tenure_provider_counted_in_on (&explaining->set, i, day));
          continue;
        }
      value = dup_ahead (explaining, i, day);
      add_agreement (explaining, i, value);
    }
  add_figure (explaining, _ ("Secured"), &explaining->figures.secured[ahead]);
  add_figure (explaining, _ ("Committed"), &explaining->figures.committed[ahead]);
  add_figure (explaining, _ ("If extended"), &explaining->figures.extended[ahead]);
}

static void
explain_cliff (Explaining *explaining)
{
  for (guint i = 0; i < explaining->set.n; i++)
    {
      g_autofree char *money = dup_money (explaining, figures_of (explaining, i)->annual_minor);
      g_autofree char *end = dup_end (explaining, i);
      g_autofree char *value = NULL;

      if (figures_of (explaining, i)->running != TENURE_FACT_YES)
        continue;
      if (!tenure_provider_has_annual (&explaining->set, i))
        {
          add_left_out (explaining, i, MONEY | DATES);
          continue;
        }
      if (tenure_provider_counted_in (&explaining->set, i) >= 0)
        {
          add_counted_in (explaining, i, tenure_provider_counted_in (&explaining->set, i));
          continue;
        }
      value = tenure_terms_is_on_cliff (explaining->set.terms, explaining->set.agreements[i])
                  /* Translators: an amount and a last day. */
                  ? g_strdup_printf (_ ("%1$s, ends %2$s"), money, end)
                  : g_strdup_printf (_ ("%s stays"), money);
      add_agreement (explaining, i, value);
    }
}

static void
explain_remaining (Explaining *explaining)
{
  for (guint i = 0; i < explaining->set.n; i++)
    {
      const TenureAgreementFigures *figures = figures_of (explaining, i);
      g_autofree char *money = dup_money (explaining, figures->annual_minor);
      g_autofree char *left = NULL;
      g_autofree char *value = NULL;

      if (figures->running != TENURE_FACT_YES)
        continue;
      if (!tenure_provider_has_annual (&explaining->set, i) || !figures->remaining_known)
        {
          add_left_out (explaining, i, MONEY | DATES);
          continue;
        }
      if (tenure_provider_counted_in (&explaining->set, i) >= 0)
        {
          add_counted_in (explaining, i, tenure_provider_counted_in (&explaining->set, i));
          continue;
        }
      left = tenure_flag_dup_months (figures->remaining);
      /* Translators: what is left of a term, "4.3 months", and a yearly amount. */
      value = g_strdup_printf (
          figures->covered ? _ ("%1$s and on with its successor, %2$s a year") : _ ("%1$s, %2$s a year"), left, money);
      add_agreement (explaining, i, value);
    }
}

static void
explain_posts (Explaining *explaining)
{
  for (guint i = 0; i < explaining->set.n; i++)
    {
      const TenureFactAgreement *fact = fact_of (explaining, i);
      g_autofree char *posts = tenure_hundredths_dup_text (MAX (fact->posts, 0));
      g_autofree char *end = dup_end (explaining, i);
      g_autofree char *value = NULL;

      if (figures_of (explaining, i)->running != TENURE_FACT_YES)
        continue;
      if (fact->posts < 0)
        {
          tenure_explanation_add_missing_of (explaining->explanation, TENURE_RECORD_AGREEMENT, "posts", fact->id,
                                             fact->title);
          continue;
        }
      if (tenure_provider_posts_counted_in (&explaining->set, i) >= 0)
        {
          add_part_of (explaining, i, posts, tenure_provider_posts_counted_in (&explaining->set, i));
          continue;
        }
      value = figures_of (explaining, i)->covered ? g_strdup_printf (_ ("%s, goes on with its successor"), posts)
              : *end == '\0'                      ? g_strdup_printf (_ ("%s, with no end recorded or agreed"), posts)
                             /* Translators: posts in full-time equivalents, and the last day on which they are paid. */
                             : g_strdup_printf (_ ("%1$s, until %2$s"), posts, end);
      add_agreement (explaining, i, value);
    }
  for (guint ahead = 0; ahead < TENURE_N_AHEAD; ahead++)
    {
      int months = tenure_ahead_months (ahead);
      g_autofree char *label =
          g_strdup_printf (ngettext ("End within %d month", "End within %d months", (gulong) months), months);

      add_figure (explaining, label, &explaining->figures.posts_ending[ahead]);
    }
}

/* --- Accounts --------------------------------------------------------------------------------------------------- */

static void
add_source (Explaining *explaining, const TenureDependency *part)
{
  const TenureFacts *facts = explaining->set.terms->facts;
  const TenureFactOrganisation *funder = part->funder >= 0 ? &facts->organisations[part->funder] : NULL;
  const char *name = funder != NULL ? funder->name : part->source != NULL ? part->source : _ ("Funder not recorded");
  g_autofree char *money = dup_money (explaining, part->annual_minor);
  TenureRecordType type = funder != NULL ? TENURE_RECORD_ORGANISATION : TENURE_RECORD_NONE;
  TenureId id = funder != NULL ? funder->id : TENURE_ID_NONE;

  if (explaining->accounts->income_known && explaining->accounts->income_minor > 0)
    tenure_explanation_add (explaining->explanation, type, id, name,
                            /* Translators: an amount and its share of all, "£30,000, 12.5 %". */
                            _ ("%1$s, %2$.1f %%"), money,
                            100.0 * (double) part->annual_minor / (double) explaining->accounts->income_minor);
  else
    tenure_explanation_add (explaining->explanation, type, id, name, "%s", money);
}

/* 1 ÷ Σ of squared shares, between what one more funder and what many more would give. */
static void
add_effective_funders (Explaining *explaining)
{
  const TenureFunderCount *count = &explaining->figures.funders;
  g_autofree char *low = tenure_hundredths_dup_text (count->low);
  g_autofree char *high = tenure_hundredths_dup_text (count->high);

  if (!count->known)
    return;
  tenure_explanation_add (explaining->explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, _ ("Effective funders, at least"),
                          "%s", low);
  tenure_explanation_add (explaining->explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, _ ("Effective funders, at most"),
                          "%s", high);
}

static void
explain_dependency (Explaining *explaining)
{
  const TenureProviderIncome *income = &explaining->providers->providers[explaining->figures.organisation];

  add_year (explaining);
  add_account (explaining, "income", explaining->accounts->income_known, explaining->accounts->income_minor);
  if (explaining->accounts->currency == TENURE_CURRENCY_NONE)
    tenure_explanation_add_missing (explaining->explanation, TENURE_RECORD_ORGANISATION, "currency", explaining->fact->id);
  for (guint i = 0; i < income->n; i++)
    add_source (explaining, &explaining->providers->dependencies[income->first + i]);
  if (explaining->accounts->income_known && explaining->accounts->income_minor > income->known_minor)
    add_money (explaining, _ ("Not recorded from whom"), explaining->accounts->income_minor - income->known_minor);
  add_effective_funders (explaining);
  tenure_explanation_set_rule (explaining->explanation,
                               tenure_options_rule (&explaining->set.terms->options, TENURE_RULE_D1));
}

static void
explain_reserves (Explaining *explaining)
{
  const TenureFactOrganisation *fact = explaining->fact;
  const TenureFactAccounts *accounts = explaining->accounts;

  add_year (explaining);
  add_account (explaining, "free_reserves", accounts->free_reserves_known, accounts->free_reserves_minor);
  add_account (explaining, "expenditure", accounts->expenditure_known, accounts->expenditure_minor);
  if (fact->reserves_policy >= 0)
    tenure_explanation_add (explaining->explanation, TENURE_RECORD_ORGANISATION, fact->id,
                            tenure_flag_field_label (TENURE_RECORD_ORGANISATION, "reserves_policy"),
                            ngettext ("%d month", "%d months", (gulong) fact->reserves_policy), fact->reserves_policy);
  tenure_explanation_set_rule (explaining->explanation,
                               tenure_options_rule (&explaining->set.terms->options, TENURE_RULE_R1));
}

/* What is left at the end of each month until it is less than nothing; tenure_provider_figures() stops at the same. */
static void
add_months (Explaining *explaining)
{
  TenureDay as_of = explaining->set.terms->as_of;
  __int128 twelfths = (__int128) explaining->accounts->free_reserves_minor * 12;

  for (int i = 0; i < TENURE_HORIZON_MONTHS && twelfths >= 0; i++)
    {
      TenureDay first = tenure_day_add_months (tenure_day_month_start (as_of), i);
      TenureFigure secured = tenure_provider_sum_on (&explaining->set, MAX (first, as_of), TENURE_REACH_SECURED);
      g_autofree char *month = tenure_day_dup_month_label (first);
      g_autofree char *money = dup_money (explaining, secured.integer);
      g_autofree char *left = NULL;

      twelfths +=
          (__int128) secured.integer + explaining->figures.other_income_minor - explaining->accounts->expenditure_minor;
      left = dup_money (explaining, (gint64) (twelfths / 12));
      tenure_explanation_add (explaining->explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, month,
                              /* Translators: yearly amount secured in a month, and what is left at its end. */
                              _ ("%1$s a year secured, %2$s left"), money, left);
    }
}

static void
explain_shortfall (Explaining *explaining)
{
  const TenureFactAccounts *accounts = explaining->accounts;
  g_autoptr (TenureAnatomy) anatomy = tenure_anatomy_new (explaining->providers, explaining->figures.organisation,
                                                          explaining->set.agreements, explaining->set.n);

  add_year (explaining);
  add_account (explaining, "income", accounts->income_known, accounts->income_minor);
  add_account (explaining, "expenditure", accounts->expenditure_known, accounts->expenditure_minor);
  add_account (explaining, "free_reserves", accounts->free_reserves_known, accounts->free_reserves_minor);
  add_figure (explaining, _ ("Agreements that run, a year"), &explaining->figures.annual);
  tenure_anatomy_explain (anatomy, explaining->set.terms, explaining->explanation);
  if (explaining->figures.shortfall_known)
    {
      add_money (explaining, _ ("Other income, assumed to go on, a year"), explaining->figures.other_income_minor);
      add_months (explaining);
    }
  else
    for (guint i = 0; i < explaining->set.n; i++)
      if ((figures_of (explaining, i)->running == TENURE_FACT_YES && !tenure_provider_has_annual (&explaining->set, i))
          || (figures_of (explaining, i)->live && !tenure_provider_is_placed (&explaining->set, i)))
        add_left_out (explaining, i, MONEY | DATES);
}

/* --- Figures ---------------------------------------------------------------------------------------------------- */

static void
explain_ahead_3 (Explaining *explaining)
{
  explain_ahead (explaining, 0);
}

static void
explain_ahead_6 (Explaining *explaining)
{
  explain_ahead (explaining, 1);
}

static void
explain_ahead_12 (Explaining *explaining)
{
  explain_ahead (explaining, 2);
}

#define AHEAD_FORMULA                                                                                                       \
  N_ ("Yearly values of its agreements that pay on the day. Secured: neither ended by then nor by notice that the funder "  \
      "may give today. Committed: to the agreed end. If extended: with every option that nobody has taken up yet.")

typedef struct
{
  const char *code;
  const char *title;   /* translatable */
  const char *formula; /* translatable */
  void (*explain) (Explaining *explaining);
  const char *key; /* as figures --json has it, where that is another */
} FigureRow;

static const FigureRow rows[TENURE_N_PROVIDER_FIGURES] = {
  [TENURE_PROVIDER_FIGURE_ANNUAL] = { "annual", N_ ("Yearly funding"),
                                      N_ ("Sum over its running agreements of the stated yearly value, else total × 12 ÷ months of the agreed term, else, "
                                          "up to 12 months, the total. What passes through another of its own is counted in that one alone. Currencies are never added together."),
                                      explain_annual, "annual_minor" },
  [TENURE_PROVIDER_FIGURE_AHEAD_3] = { "ahead_3", N_ ("Still secured in 3 months"), AHEAD_FORMULA, explain_ahead_3,
                                       "secured_minor.m3" },
  [TENURE_PROVIDER_FIGURE_AHEAD_6] = { "ahead_6", N_ ("Still secured in 6 months"), AHEAD_FORMULA, explain_ahead_6,
                                       "secured_minor.m6" },
  [TENURE_PROVIDER_FIGURE_AHEAD_12] = { "ahead_12", N_ ("Still secured in 12 months"), AHEAD_FORMULA, explain_ahead_12,
                                        "secured_minor.m12" },
  [TENURE_PROVIDER_FIGURE_CLIFF] = { "cliff", N_ ("Ends within 12 months"),
                                     N_ ("Yearly value of its running agreements whose committed end comes within 12 months and that no signed successor "
                                         "covers ÷ yearly value of all that run."),
                                     explain_cliff, "cliff_12_months" },
  [TENURE_PROVIDER_FIGURE_REMAINING] = { "remaining", N_ ("Left, by value"),
                                         N_ ("What is left of each running agreement’s committed term, multiplied by its yearly value, added up and divided by "
                                             "all their yearly values."),
                                         explain_remaining, "remaining_months" },
  [TENURE_PROVIDER_FIGURE_POSTS] = { "posts", N_ ("Posts that end"),
                                     N_ ("Full-time equivalents that its running agreements pay for and that end with them, uncovered by a successor. Posts of an agreement under another of its own are counted in that one alone."),
                                     explain_posts, "posts_ending" },
  [TENURE_PROVIDER_FIGURE_DEPENDENCY] = { "dependency", N_ ("From its largest funder"),
                                          N_ ("The largest funder’s yearly money ÷ total income of the last accounts. Above 100 % when the money has grown since."),
                                          explain_dependency, "dependency_at_most" },
  [TENURE_PROVIDER_FIGURE_RESERVES] = { "reserves", N_ ("Reserves last"),
                                        N_ ("Free reserves ÷ (yearly expenditure ÷ 12), from the last accounts."),
                                        explain_reserves, "reserve_months" },
  [TENURE_PROVIDER_FIGURE_SHORTFALL] = { "shortfall", N_ ("Short of money from"),
                                         N_ ("The first of 36 months at whose end reserves and income so far are less than cost so far. Cost is expenditure ÷ "
                                             "12 a month; income is what is secured on the first of the month ÷ 12 and, as an assumption, the income of the "
                                             "accounts that running agreements do not explain, going on as it was."),
                                         explain_shortfall },
};

const char *
tenure_provider_figure_code (TenureProviderFigure figure)
{
  g_return_val_if_fail (figure < TENURE_N_PROVIDER_FIGURES, NULL);

  return rows[figure].code;
}

gboolean
tenure_provider_figure_from_code (const char *code, TenureProviderFigure *out_figure)
{
  g_return_val_if_fail (code != NULL && out_figure != NULL, FALSE);

  for (int figure = 0; figure < TENURE_N_PROVIDER_FIGURES; figure++)
    if (g_str_equal (rows[figure].code, code) || g_strcmp0 (rows[figure].key, code) == 0)
      {
        *out_figure = (TenureProviderFigure) figure;
        return TRUE;
      }
  return FALSE;
}

const char *
tenure_provider_figure_title (TenureProviderFigure figure)
{
  g_return_val_if_fail (figure < TENURE_N_PROVIDER_FIGURES, NULL);

  return _ (rows[figure].title);
}

/* --- Summary ---------------------------------------------------------------------------------------------------- */

static char *
dup_shortfall_summary (const TenureProviderFigures *figures)
{
  if (!figures->shortfall_known)
    return g_strdup (_ ("Cannot tell: it takes the accounts and the yearly value of every running agreement."));
  if (!tenure_day_is_known (figures->shortfall_month))
    return g_strdup (_ ("Not within 36 months, if other income goes on as it was."));
  {
    g_autofree char *month = tenure_day_dup_month_label (figures->shortfall_month);

    return g_strdup_printf (_ ("%s, if other income goes on as it was."), month);
  }
}

static const TenureFigure *
figure_of (const TenureProviderFigures *figures, TenureProviderFigure figure)
{
  switch (figure)
    {
    case TENURE_PROVIDER_FIGURE_ANNUAL:
      return &figures->annual;
    case TENURE_PROVIDER_FIGURE_AHEAD_3:
    case TENURE_PROVIDER_FIGURE_AHEAD_6:
    case TENURE_PROVIDER_FIGURE_AHEAD_12:
      return &figures->secured[figure - TENURE_PROVIDER_FIGURE_AHEAD_3];
    case TENURE_PROVIDER_FIGURE_CLIFF:
      return &figures->cliff;
    case TENURE_PROVIDER_FIGURE_REMAINING:
      return &figures->remaining;
    case TENURE_PROVIDER_FIGURE_POSTS:
      return &figures->posts_ending[TENURE_N_AHEAD - 1];
    case TENURE_PROVIDER_FIGURE_DEPENDENCY:
      return &figures->dependency;
    default:
      return &figures->reserve_months;
    }
}

static char *
dup_summary (const Explaining *explaining, TenureProviderFigure figure)
{
  const TenureProviderFigures *figures = &explaining->figures;
  const TenureFigure *value = figure_of (figures, figure);
  g_autofree char *label = NULL;
  g_autofree char *coverage = NULL;

  if (figure == TENURE_PROVIDER_FIGURE_SHORTFALL)
    return dup_shortfall_summary (figures);
  label = figure == TENURE_PROVIDER_FIGURE_DEPENDENCY ? tenure_dependency_dup_label (
              value, tenure_providers_dependency_most (explaining->providers, figures->organisation, value))
                                                      : tenure_figure_dup_label (value);
  coverage = tenure_figure_dup_coverage (value);
  /* Translators: a figure and how much of it is known: "£36,000 (4 of 5 known)". */
  return g_strdup_printf (_ ("%1$s (%2$s)"), label, coverage);
}

TenureExplanation *
tenure_provider_explain (
    const TenureProviders *providers, guint organisation, const guint32 *agreements, guint n, TenureProviderFigure figure)
{
  Explaining explaining = { .providers = providers };

  g_return_val_if_fail (providers != NULL && organisation < providers->terms->facts->n_organisations, NULL);
  g_return_val_if_fail (figure < TENURE_N_PROVIDER_FIGURES, NULL);

  explaining.fact = &providers->terms->facts->organisations[organisation];
  explaining.accounts = providers->terms->accounts[organisation];
  explaining.set = tenure_provider_set (providers, organisation, agreements, n);
  explaining.figures = tenure_provider_figures (providers, organisation, agreements, n);
  explaining.explanation = tenure_explanation_new (_ (rows[figure].title), _ (rows[figure].formula));
  g_free (explaining.explanation->summary);
  explaining.explanation->summary = dup_summary (&explaining, figure);
  rows[figure].explain (&explaining);
  return explaining.explanation;
}
