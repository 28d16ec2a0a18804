#include "config.h"
#include "analysis/provider-parts.h"

#include "analysis/accounts.h"
#include "analysis/flags-private.h"
#include "analysis/provider-parts-private.h"
#include "base/hundredths.h"

#include "base/i18n.h"
#include <math.h>
#include <string.h>

/* --- Counts --- */

static void
explain_agreements (TenureProviderAsked *asked)
{
  for (guint i = 0; i < asked->set.n; i++)
    tenure_asked_add (asked, i, tenure_status_label ((TenureStatus) tenure_asked_figures (asked, i)->status));
}

static void
explain_active (TenureProviderAsked *asked)
{
  for (guint i = 0; i < asked->set.n; i++)
    if (tenure_asked_figures (asked, i)->running == TENURE_FACT_YES)
      tenure_asked_add (asked, i, tenure_status_label ((TenureStatus) tenure_asked_figures (asked, i)->status));
    else if (tenure_asked_figures (asked, i)->running == TENURE_FACT_UNKNOWN)
      tenure_asked_add_left_out (asked, i, TENURE_ASKED_DATES);
}

static TenureFigure
value_agreements (const TenureProviderAsked *asked)
{
  return tenure_figure_count (asked->set.n, asked->set.n, asked->set.n);
}

static TenureFigure
value_active (const TenureProviderAsked *asked)
{
  return tenure_figure_count (asked->figures.n_running, asked->set.n, asked->set.n);
}

/* --- Money and posts ahead --- */

static TenureDay
day_ahead (const TenureProviderAsked *asked)
{
  return tenure_day_add_months (asked->set.terms->as_of, tenure_ahead_months (asked->at));
}

static void
explain_paid (TenureProviderAsked *asked, guint i, TenureDay day, TenureReach reach)
{
  g_autofree char *annual = tenure_asked_dup_annual (asked, i), *end = tenure_asked_dup_end (asked, i), *value = NULL;
  gint32 lead = tenure_provider_counted_in_on (&asked->set, i, day);

  if (lead >= 0)
    tenure_asked_add_counted_in (asked, i, annual, lead);
  else if (tenure_provider_pays_on (&asked->set, i, day, TENURE_REACH_COMMITTED))
    {
      /* Translators: a yearly amount, and the last day of the term. */
      value = *end != '\0' ? g_strdup_printf (_ ("%1$s a year, until %2$s"), annual, end)
                           : g_strdup_printf (_ ("%s a year, open-ended"), annual);
      tenure_asked_add (asked, i, value);
    }
  else if (tenure_provider_pays_on (&asked->set, i, day, reach))
    {
      /* Translators: a yearly amount, and the day on which it ends unless an option is taken up. */
      value = *end != '\0' ? g_strdup_printf (_ ("%1$s a year, if extended; else until %2$s"), annual, end)
                           : g_strdup_printf (_ ("%s a year, if it runs on: it is open-ended"), annual);
      tenure_asked_add (asked, i, value);
    }
  else if (tenure_asked_figures (asked, i)->start > day)
    tenure_asked_add_apart (asked, i, _ ("nothing yet: begins later"));
  else
    {
      value = g_strdup_printf (_ ("nothing: ends %s"), end);
      tenure_asked_add_apart (asked, i, value);
    }
}

static void
explain_layer (TenureProviderAsked *asked, TenureReach reach)
{
  TenureDay day = day_ahead (asked);

  tenure_asked_add_day (asked, day);
  for (guint i = 0; i < asked->set.n; i++)
    if (tenure_asked_figures (asked, i)->live && tenure_provider_is_placed (&asked->set, i))
      explain_paid (asked, i, day, reach);
    else if (tenure_asked_figures (asked, i)->live)
      tenure_asked_add_left_out (asked, i, TENURE_ASKED_MONEY | TENURE_ASKED_DATES);
}

static void
explain_committed (TenureProviderAsked *asked)
{
  explain_layer (asked, TENURE_REACH_COMMITTED);
}

static void
explain_extended (TenureProviderAsked *asked)
{
  explain_layer (asked, TENURE_REACH_EXTENDED);
}

static void
explain_ending_posts (TenureProviderAsked *asked, guint i, TenureDay day)
{
  const TenureAgreementFigures *figures = tenure_asked_figures (asked, i);
  g_autofree char *posts = tenure_hundredths_dup_text (tenure_asked_fact (asked, i)->posts);
  g_autofree char *end = tenure_asked_dup_end (asked, i);
  g_autofree char *until = *end != '\0' ? g_strdup_printf (_ ("%1$s, until %2$s"), posts, end)
                                        : g_strdup_printf (_ ("%s, with no end recorded or agreed"), posts);
  g_autofree char *on = g_strdup_printf (_ ("%s, goes on with its successor"), posts);
  gint32 lead = tenure_provider_posts_counted_in (&asked->set, i);

  if (lead >= 0)
    tenure_asked_add_counted_in (asked, i, posts, lead);
  else if (figures->covered)
    tenure_asked_add_apart (asked, i, on);
  else if (tenure_day_is_known (figures->committed_end) && figures->committed_end <= day)
    tenure_asked_add (asked, i, until);
  else
    tenure_asked_add_apart (asked, i, until);
}

static void
explain_posts_ending (TenureProviderAsked *asked)
{
  TenureDay day = day_ahead (asked);

  tenure_asked_add_day (asked, day);
  for (guint i = 0; i < asked->set.n; i++)
    if (tenure_asked_figures (asked, i)->running == TENURE_FACT_YES && tenure_asked_fact (asked, i)->posts >= 0)
      explain_ending_posts (asked, i, day);
    else if (tenure_asked_figures (asked, i)->running == TENURE_FACT_YES)
      tenure_explanation_add_missing_of (asked->explanation, TENURE_RECORD_AGREEMENT, "posts",
                                         tenure_asked_fact (asked, i)->id, tenure_asked_fact (asked, i)->title);
}

static TenureFigure
value_committed (const TenureProviderAsked *asked)
{
  return asked->figures.committed[asked->at];
}

static TenureFigure
value_extended (const TenureProviderAsked *asked)
{
  return asked->figures.extended[asked->at];
}

static TenureFigure
value_posts_ending (const TenureProviderAsked *asked)
{
  return asked->figures.posts_ending[asked->at];
}

/* --- Accounts --- */

static const TenureFactAccounts *
accounts_of (const TenureProviderAsked *asked)
{
  return asked->set.terms->accounts[asked->figures.organisation];
}

static void
add_income (TenureProviderAsked *asked)
{
  const TenureFactAccounts *accounts = accounts_of (asked);
  TenureRecordType type = tenure_accounts_record_type (accounts);
  g_autofree char *money = tenure_money_dup_label ((TenureMoney){ accounts->income_minor, accounts->currency }, FALSE);

  tenure_accounts_explain (accounts, asked->set.terms->as_of, asked->explanation);
  tenure_explanation_add (asked->explanation, type, accounts->id,
                          tenure_flag_field_label (TENURE_RECORD_ORGANISATION, "income"), "%s",
                          accounts->income_known ? money : _ ("not recorded"));
  if (!accounts->income_known)
    tenure_explanation_add_missing (asked->explanation, type, "income", accounts->id);
  if (accounts->currency == TENURE_CURRENCY_NONE)
    tenure_explanation_add_missing (asked->explanation, TENURE_RECORD_ORGANISATION, "currency",
                                    asked->set.terms->facts->organisations[asked->figures.organisation].id);
}

/* Shares are of the income, or of what is known where that has grown past it. */
static void
add_share (TenureProviderAsked *asked, const TenureDependency *part, double whole)
{
  const TenureFacts *facts = asked->set.terms->facts;
  const TenureFactOrganisation *funder = part->funder >= 0 ? &facts->organisations[part->funder] : NULL;
  TenureMoney annual = { part->annual_minor, accounts_of (asked)->currency };
  g_autofree char *money = tenure_money_dup_label (annual, FALSE);
  double share = whole > 0 ? (double) part->annual_minor / whole : 0;

  tenure_explanation_add (asked->explanation, funder != NULL ? TENURE_RECORD_ORGANISATION : TENURE_RECORD_NONE,
                          funder != NULL ? funder->id : TENURE_ID_NONE,
                          funder != NULL         ? funder->name
                          : part->source != NULL ? part->source
                                                 : _ ("Funder not recorded"),
                          /* Translators: an amount, its share of all in per cent, and the square of that share. */
                          _ ("%1$s, %2$.1f %%; squared %3$.6f"), money, 100 * share, share * share);
}

static void
explain_funders (TenureProviderAsked *asked)
{
  const TenureProviderIncome *income = &asked->providers->providers[asked->figures.organisation];
  const TenureFunderCount *count = &asked->figures.funders;
  g_autofree char *low = tenure_hundredths_dup_text (count->low), *high = tenure_hundredths_dup_text (count->high);
  double whole = (double) MAX (accounts_of (asked)->income_minor, income->known_minor);

  add_income (asked);
  for (guint i = 0; i < income->n; i++)
    add_share (asked, &asked->providers->dependencies[income->first + i], whole);
  tenure_explanation_set_rule (asked->explanation, tenure_options_rule (&asked->set.terms->options, TENURE_RULE_D2));
  if (!count->known)
    return;
  tenure_explanation_add (asked->explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, _ ("Effective funders, at least"), "%s",
                          low);
  tenure_explanation_add (asked->explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, _ ("Effective funders, at most"), "%s",
                          high);
}

static void
explain_size (TenureProviderAsked *asked)
{
  add_income (asked);
}

/* --- Figures --- */

typedef enum
{
  OF_ALL,
  OF_AHEAD, /* days 3, 6 and 12 months from T */
  OF_MONTHS,
} PartsOf;

typedef struct
{
  const char *code;
  const char *title;   /* translatable */
  const char *formula; /* translatable */
  void (*explain) (TenureProviderAsked *asked);
  TenureFigure (*value) (const TenureProviderAsked *asked); /* NULL: in words (dup_words) */
  PartsOf of;
} PartRow;

static const PartRow rows[TENURE_N_PROVIDER_PARTS] = {
  [TENURE_PROVIDER_PART_AGREEMENTS] = { "agreements", N_ ("Agreements"),
                                        N_ ("All agreements that it provides, also what is over and what is planned."),
                                        explain_agreements, value_agreements, OF_ALL },
  [TENURE_PROVIDER_PART_ACTIVE] = { "active", N_ ("Running agreements"),
                                    N_ ("Agreements whose start is not after the as-of day and whose committed end is not before it."),
                                    explain_active, value_active, OF_ALL },
  [TENURE_PROVIDER_PART_COMMITTED] = { "committed_minor", N_ ("Committed ahead"),
                                       N_ ("Yearly values of its agreements that pay on the day, up to the agreed end. What passes through another of its own is counted in that one alone."),
                                       explain_committed, value_committed, OF_AHEAD },
  [TENURE_PROVIDER_PART_EXTENDED] = { "extended_minor", N_ ("If extended, ahead"),
                                      N_ ("Yearly values of its agreements that pay on the day, with every option that nobody has taken up yet. What passes through another of its own is counted in that one alone."),
                                      explain_extended, value_extended, OF_AHEAD },
  [TENURE_PROVIDER_PART_POSTS_ENDING] = { "posts_ending", N_ ("Posts that end"),
                                          N_ ("Full-time equivalents that its running agreements pay for and that end with them by the day, uncovered by a successor. Posts of an agreement under another of its own are counted in that one alone."),
                                          explain_posts_ending, value_posts_ending, OF_AHEAD },
  [TENURE_PROVIDER_PART_HORIZON] = { "horizon", N_ ("Funding horizon"),
                                     N_ ("Yearly value of its agreements on one day, the first of the month or the as-of day: secured up to the end that no notice given today can bring forward, then committed, then only if options are taken up. Undecided is what has ended by then and of which nothing is decided, less what runs of it under agreements of its own. Posts at risk are those that nobody pays for any more. The sum is of what is secured."),
                                     tenure_asked_explain_horizon, tenure_asked_value_horizon, OF_MONTHS },
  [TENURE_PROVIDER_PART_TOLD] = { "horizon_secured_told", N_ ("Of which what is secured is recorded"),
                                  N_ ("Agreements on the horizon of which it is recorded whether, and with what notice, "
                                      "the funder may end them. The others count to their committed end."),
                                  tenure_asked_explain_told, tenure_asked_value_told, OF_ALL },
  [TENURE_PROVIDER_PART_FUNDERS] = { "effective_funders", N_ ("Effective funders"),
                                     N_ ("1 ÷ the sum of the squared shares of all income. Income of which nothing is recorded may come from one more funder, which gives the least number, or from so many that none counts, which gives the most."),
                                     explain_funders, NULL, OF_ALL },
  [TENURE_PROVIDER_PART_SIZE] = { "size", N_ ("Size"),
                                  N_ ("By the yearly income of the last accounts: micro below £10,000, small below £100,000, medium below £1 million, large below £10 million, major below £100 million, super-major from there on."),
                                  explain_size, NULL, OF_ALL },
};

const char *
tenure_provider_part_code (TenureProviderPart part)
{
  g_return_val_if_fail (part < TENURE_N_PROVIDER_PARTS, NULL);

  return rows[part].code;
}

guint
tenure_provider_part_count (TenureProviderPart part)
{
  g_return_val_if_fail (part < TENURE_N_PROVIDER_PARTS, 0);

  return rows[part].of == OF_AHEAD ? TENURE_N_AHEAD : rows[part].of == OF_MONTHS ? TENURE_HORIZON_MONTHS : 0;
}

char *
tenure_provider_part_dup_code (TenureProviderPart part, TenureDay as_of, guint at)
{
  char day[TENURE_DAY_ISO_SIZE];

  g_return_val_if_fail (at < tenure_provider_part_count (part), NULL);

  if (rows[part].of == OF_AHEAD)
    return g_strdup_printf ("m%d", tenure_ahead_months (at));
  return g_strndup (tenure_day_to_iso (tenure_provider_part_month (as_of, at), day), strlen ("2027-03"));
}

/* Whether @code names the figure as a whole, or one of its parts. */
static gboolean
is_code (TenureProviderPart part, const char *code, TenureDay as_of, guint *out_at)
{
  gsize length = strlen (rows[part].code);
  guint n = tenure_provider_part_count (part);

  *out_at = 0;
  if (part == TENURE_PROVIDER_PART_FUNDERS && g_str_equal (code, "funders"))
    return TRUE;
  if (strncmp (code, rows[part].code, length) != 0)
    return FALSE;
  for (guint at = 0; code[length] == '.' && at < n; at++)
    {
      g_autofree char *name = tenure_provider_part_dup_code (part, as_of, at);

      if (g_str_equal (name, code + length + 1))
        {
          *out_at = at;
          return TRUE;
        }
    }
  return n == 0
         && (code[length] == '\0'
             || (part == TENURE_PROVIDER_PART_FUNDERS
                 && (g_str_equal (code + length, "_at_least") || g_str_equal (code + length, "_at_most"))));
}

gboolean
tenure_provider_part_from_code (const char *code, TenureDay as_of, TenureProviderPart *out_part, guint *out_at)
{
  guint at;

  g_return_val_if_fail (code != NULL && out_part != NULL && out_at != NULL, FALSE);

  for (int part = 0; part < TENURE_N_PROVIDER_PARTS; part++)
    if (is_code ((TenureProviderPart) part, code, as_of, &at))
      {
        *out_part = (TenureProviderPart) part;
        *out_at = at;
        return TRUE;
      }
  return FALSE;
}

static char *
dup_title (const TenureProviderAsked *asked, TenureProviderPart part)
{
  const PartRow *row = &rows[part];
  g_autofree char *of = row->of == OF_AHEAD ? tenure_day_dup_label (day_ahead (asked)) : NULL;

  if (row->of == OF_MONTHS)
    of = tenure_day_dup_label (tenure_asked_day_of_month (asked));
  return of != NULL ? g_strdup_printf (_ ("%1$s: %2$s"), _ (row->title), of) : g_strdup (_ (row->title));
}

static char *
dup_words (const TenureProviderAsked *asked, TenureProviderPart part)
{
  const TenureFunderCount *count = &asked->figures.funders;
  g_autofree char *low = tenure_hundredths_dup_text (count->low), *high = tenure_hundredths_dup_text (count->high);

  if (part == TENURE_PROVIDER_PART_SIZE)
    return g_strdup (tenure_size_label (asked->figures.size));
  if (!count->known)
    return g_strdup (_ ("cannot tell"));
  /* Translators: the least and the most that it can be: "1.33 to 2.50" */
  return count->low == count->high ? g_steal_pointer (&low) : g_strdup_printf (_ ("%1$s to %2$s"), low, high);
}

static char *
dup_summary (const TenureProviderAsked *asked, TenureProviderPart part)
{
  TenureFigure value;
  g_autofree char *label = NULL, *coverage = NULL;

  if (rows[part].value == NULL)
    return dup_words (asked, part);
  value = rows[part].value (asked);
  label = tenure_figure_dup_label (&value);
  coverage = tenure_figure_dup_coverage (&value);
  /* Translators: a figure and how much of it is known: "£36,000 (4 of 5 known)". */
  return g_strdup_printf (_ ("%1$s (%2$s)"), label, coverage);
}

TenureExplanation *
tenure_provider_part_explain (const TenureProviders *providers,
                              guint organisation,
                              const guint32 *agreements,
                              guint n,
                              TenureProviderPart part,
                              guint at)
{
  TenureProviderAsked asked = { .providers = providers, .at = at };
  g_autofree char *title = NULL;

  g_return_val_if_fail (providers != NULL && organisation < providers->terms->facts->n_organisations, NULL);
  g_return_val_if_fail (part < TENURE_N_PROVIDER_PARTS && at < MAX (tenure_provider_part_count (part), 1), NULL);

  asked.set = tenure_provider_set (providers, organisation, agreements, n);
  asked.figures = tenure_provider_figures (providers, organisation, agreements, n);
  title = dup_title (&asked, part);
  asked.explanation = tenure_explanation_new (title, _ (rows[part].formula));
  g_free (asked.explanation->summary);
  asked.explanation->summary = dup_summary (&asked, part);
  rows[part].explain (&asked);
  return asked.explanation;
}
