#include "config.h"
#include "analysis/portfolio-explain.h"

#include "analysis/flags-private.h"
#include "analysis/portfolio-private.h"

#include "base/i18n.h"

/* What entered, and how much it weighs in the order of the lines. */
typedef struct
{
  guint32 index; /* of the agreement, or of the organisation */
  gint64 weight;
} Entry;

/* What a figure says of one agreement. */
typedef enum
{
  ABSENT, /* the figure is not about it */
  ENTERS,
  LACKS, /* it would enter if something were recorded */
} Part;

typedef struct
{
  const char *code;
  const char *title;
  const char *formula;
  Part (*part) (const TenurePortfolio *portfolio, guint32 index);
  char *(*dup_value) (const TenurePortfolio *portfolio, guint32 index);
  guint32 needs;                                                    /* TenureMissing that keep an agreement out */
  gint32 (*lead) (const TenurePortfolio *portfolio, guint32 index); /* where its money is counted, or -1; NULL: in itself */
} FigureRow;

static const TenureAgreementFigures *
figures_of (const TenurePortfolio *portfolio, guint32 index)
{
  return &portfolio->terms->agreements[index];
}

static gboolean
has_annual (const TenurePortfolio *portfolio, guint32 index)
{
  gint64 annual;

  return tenure_portfolio_get_annual (portfolio, index, &annual);
}

/* --- Which agreements --- */

static Part
part_all (const TenurePortfolio *portfolio, guint32 index)
{
  return ENTERS;
}

static Part
part_active (const TenurePortfolio *portfolio, guint32 index)
{
  gint8 running = figures_of (portfolio, index)->running;

  return running == TENURE_FACT_YES ? ENTERS : running == TENURE_FACT_NO ? ABSENT : LACKS;
}

static gint32
lead_of_mean (const TenurePortfolio *portfolio, guint32 index)
{
  return tenure_portfolio_find_lead (portfolio, index, tenure_portfolio_in_mean, NULL);
}

static Part
part_annual (const TenurePortfolio *portfolio, guint32 index)
{
  if (figures_of (portfolio, index)->running != TENURE_FACT_YES)
    return ABSENT;
  return has_annual (portfolio, index) ? ENTERS : LACKS;
}

static Part
part_median (const TenurePortfolio *portfolio, guint32 index)
{
  if (figures_of (portfolio, index)->running != TENURE_FACT_YES)
    return ABSENT;
  return figures_of (portfolio, index)->term_known ? ENTERS : LACKS;
}

static Part
part_mean (const TenurePortfolio *portfolio, guint32 index)
{
  Part median = part_median (portfolio, index);

  return median == ENTERS && !has_annual (portfolio, index) ? LACKS : median;
}

/* What has no value is missing from what falls or from what stands; either way the share lacks it. */
static Part
part_cliff (const TenurePortfolio *portfolio, guint32 index)
{
  Part annual = part_annual (portfolio, index);

  return annual == ENTERS && !tenure_terms_is_on_cliff (portfolio->terms, index) ? ABSENT : annual;
}

static Part
part_pile_up (const TenurePortfolio *portfolio, guint32 index)
{
  const TenureAgreementFigures *figures = figures_of (portfolio, index);

  if (!figures->live || figures->open_ended)
    return ABSENT;
  if (!tenure_day_is_known (figures->committed_end))
    return LACKS;
  return figures->committed_end == portfolio->pile_up_day && !figures->covered ? ENTERS : ABSENT;
}

/* --- In words --- */

char *
tenure_portfolio_dup_annual (const TenurePortfolio *portfolio, guint32 index)
{
  const TenureAgreementFigures *figures = figures_of (portfolio, index);
  TenureMoney money = { .minor = figures->annual_minor, .currency = portfolio->terms->facts->agreements[index].currency };

  return figures->annual_known ? tenure_money_dup_label (money, FALSE) : g_strdup (_ ("not recorded"));
}

static char *
dup_status (const TenurePortfolio *portfolio, guint32 index)
{
  return g_strdup (tenure_status_label ((TenureStatus) figures_of (portfolio, index)->status));
}

static char *
dup_term (const TenurePortfolio *portfolio, guint32 index)
{
  return tenure_flag_dup_months (figures_of (portfolio, index)->term);
}

static char *
dup_term_and_annual (const TenurePortfolio *portfolio, guint32 index)
{
  g_autofree char *term = dup_term (portfolio, index);
  g_autofree char *annual = tenure_portfolio_dup_annual (portfolio, index);

  /* Translators: a term and a yearly value, "36 months, £30,000 a year". */
  return g_strdup_printf (_ ("%1$s, %2$s a year"), term, annual);
}

static char *
dup_end_and_annual (const TenurePortfolio *portfolio, guint32 index)
{
  g_autofree char *end = tenure_day_dup_label (figures_of (portfolio, index)->committed_end);
  g_autofree char *annual = tenure_portfolio_dup_annual (portfolio, index);

  if (!figures_of (portfolio, index)->annual_known)
    return g_strdup_printf (_ ("%s, yearly value not recorded"), end);
  /* Translators: a last day and a yearly value, "31 Mar 2027, £30,000 a year". */
  return g_strdup_printf (_ ("%1$s, %2$s a year"), end, annual);
}

/* It is one of so many that end; its money may be counted in another of them. */
static char *
dup_pile_up (const TenurePortfolio *portfolio, guint32 index)
{
  g_autofree char *value = dup_end_and_annual (portfolio, index);
  gint32 lead = tenure_portfolio_find_lead (portfolio, index, tenure_portfolio_in_pile_up, NULL);

  if (lead < 0 || !has_annual (portfolio, index))
    return g_steal_pointer (&value);
  /* Translators: what something is worth, and the title of the agreement through which its money passes. */
  return g_strdup_printf (_ ("%1$s, counted in “%2$s”"), value, portfolio->terms->facts->agreements[lead].title);
}

#define DATES (TENURE_MISSING_START | TENURE_MISSING_END | TENURE_MISSING_EXTENSION_LENGTH)
#define MONEY (TENURE_MISSING_VALUE | TENURE_MISSING_VALUE_BASIS | TENURE_MISSING_CURRENCY)

static const FigureRow rows[TENURE_N_PORTFOLIO_FIGURES] = {
  [TENURE_PORTFOLIO_FIGURE_AGREEMENTS] = { "agreements", N_ ("Agreements in scope"),
                                           N_ ("Agreements whose provider is recorded as of the {sector}."), part_all,
                                           dup_status, 0 },
  [TENURE_PORTFOLIO_FIGURE_ACTIVE] = { "active", N_ ("Running agreements"),
                                       N_ ("Agreements whose start is not after the as-of day and whose "
                                           "committed end is "
                                           "not before it."),
                                       part_active, dup_status, DATES },
  [TENURE_PORTFOLIO_FIGURE_ANNUAL_VALUE] = { "annual_value", N_ ("Yearly value"),
                                             N_ ("Sum over running agreements of the stated yearly value, "
                                                 "else total × 12 ÷ months of the agreed term, else, up "
                                                 "to 12 months, the total. Money that passes through the "
                                                 "agreement of a lead is counted there alone. Currencies are "
                                                 "never added together."),
                                             part_annual, tenure_portfolio_dup_annual, DATES | MONEY,
                                             tenure_portfolio_counted_in },
  [TENURE_PORTFOLIO_FIGURE_MEAN_TERM] = { "mean_term_months", N_ ("Mean term, by value"),
                                          N_ ("The committed terms of running agreements, each multiplied by its "
                                              "yearly value, added up and divided by all their yearly values."),
                                          part_mean, dup_term_and_annual, DATES | MONEY, lead_of_mean },
  [TENURE_PORTFOLIO_FIGURE_MEDIAN_TERM] = { "median_term_months", N_ ("Median term"),
                                            N_ ("The middle one of the committed terms of running "
                                                "agreements, each "
                                                "counted once; of an even number the mean of the two in the "
                                                "middle."),
                                            part_median, dup_term, DATES },
  [TENURE_PORTFOLIO_FIGURE_CLIFF] = { "cliff_12_months", N_ ("Ends within 12 months, not renewed"),
                                      N_ ("Yearly value of running agreements whose committed end comes "
                                          "within 12 months and that no signed successor "
                                          "covers ÷ yearly value of all that run."),
                                      part_cliff, dup_end_and_annual, DATES | MONEY, tenure_portfolio_counted_in },
  [TENURE_PORTFOLIO_FIGURE_PILE_UP] = { "largest_pile_up", N_ ("Largest single-day pile-up"),
                                        N_ ("The day from the as-of day on on which most agreements end that "
                                            "no signed successor covers."),
                                        part_pile_up, dup_pile_up, DATES },
  [TENURE_PORTFOLIO_FIGURE_HHI] = { "spend_hhi", N_ ("Concentration of spend"),
                                    N_ ("Each provider’s share of the yearly value of running agreements in per "
                                        "cent, squared; the squares added up (the Herfindahl–Hirschman index). A lead "
                                        "counts for what it keeps of the money that passes through it. One provider "
                                        "alone gives 10,000, a hundred equal ones 100."),
                                    part_annual, NULL, DATES | MONEY },
};

const char *
tenure_portfolio_figure_code (TenurePortfolioFigure figure)
{
  g_return_val_if_fail (figure < TENURE_N_PORTFOLIO_FIGURES, NULL);

  return rows[figure].code;
}

gboolean
tenure_portfolio_figure_from_code (const char *code, TenurePortfolioFigure *out_figure)
{
  g_return_val_if_fail (code != NULL && out_figure != NULL, FALSE);

  for (int figure = 0; figure < TENURE_N_PORTFOLIO_FIGURES; figure++)
    if (g_str_equal (rows[figure].code, code))
      {
        *out_figure = (TenurePortfolioFigure) figure;
        return TRUE;
      }
  return FALSE;
}

/* --- Lines --- */

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = a, *right = b;

  if (left->weight != right->weight)
    return left->weight > right->weight ? -1 : 1;
  return (left->index > right->index) - (left->index < right->index);
}

/* The first field that keeps the agreement out; in another currency it lacks nothing but is left out all the
 * same. */
static void
add_left_out (TenureExplanation *explanation, const TenurePortfolio *portfolio, const FigureRow *row, guint32 index)
{
  const TenureFacts *facts = portfolio->terms->facts;
  gint bit = g_bit_nth_lsf (figures_of (portfolio, index)->missing & row->needs, -1);
  TenureRecordType type;
  const char *field;

  if (bit < 0)
    {
      tenure_explanation_add_agreement_apart (explanation, facts, index, _ ("in another currency"));
      return;
    }
  field = tenure_missing_field ((guint) bit, &type, NULL);
  tenure_explanation_add_agreement_missing (explanation, facts, index, type, field);
}

static gint32
lead_of (const FigureRow *row, const TenurePortfolio *portfolio, guint32 index)
{
  return row->lead != NULL ? row->lead (portfolio, index) : -1;
}

static GArray *
collect (const TenurePortfolio *portfolio, TenurePortfolioFigure figure)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < portfolio->n_agreements; i++)
    {
      guint32 index = portfolio->agreements[i];
      const TenureAgreementFigures *figures = figures_of (portfolio, index);
      Entry entry = { .index = index, .weight = figures->annual_known ? figures->annual_minor : -1 };

      if (figure == TENURE_PORTFOLIO_FIGURE_MEDIAN_TERM)
        entry.weight = figures->term.whole;
      if (rows[figure].part (portfolio, index) == ENTERS && lead_of (&rows[figure], portfolio, index) < 0)
        g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

/* Their yearly values together, by provider, as in the concentration itself. */
static GArray *
collect_providers (const TenurePortfolio *portfolio)
{
  const TenureFacts *facts = portfolio->terms->facts;
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autofree TenureSum *sums = g_new0 (TenureSum, facts->n_organisations);
  g_autofree gint64 *kept = tenure_portfolio_share_out (portfolio, tenure_portfolio_in_concentration);

  for (guint i = 0; i < portfolio->n_agreements; i++)
    {
      guint32 index = portfolio->agreements[i];

      if (tenure_portfolio_in_concentration (portfolio, index, NULL))
        tenure_sum_add (&sums[facts->agreements[index].provider], kept[index]);
    }
  for (guint32 i = 0; i < facts->n_organisations; i++)
    {
      Entry entry = { .index = i, .weight = sums[i].minor };

      if (sums[i].minor > 0 && !sums[i].overflows)
        g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

static void
add_agreement (TenureExplanation *explanation, const TenurePortfolio *portfolio, const FigureRow *row, const Entry *entry)
{
  g_autofree char *value = row->dup_value (portfolio, entry->index);

  tenure_explanation_add_agreement (explanation, portfolio->terms->facts, entry->index, value);
}

static void
add_provider (TenureExplanation *explanation, const TenurePortfolio *portfolio, const Entry *entry, double all)
{
  const TenureFactOrganisation *fact = &portfolio->terms->facts->organisations[entry->index];
  TenureMoney money = { .minor = entry->weight, .currency = portfolio->currency };
  g_autofree char *annual = tenure_money_dup_label (money, FALSE);

  /* Translators: an amount and its share of all, "£30,000, 12.5 %". */
  tenure_explanation_add (explanation, TENURE_RECORD_ORGANISATION, fact->id, fact->name, _ ("%1$s, %2$.1f %%"), annual,
                          100 * (double) entry->weight / all);
}

static void
add_entries (TenureExplanation *explanation, const TenurePortfolio *portfolio, TenurePortfolioFigure figure)
{
  gboolean by_provider = figure == TENURE_PORTFOLIO_FIGURE_HHI;
  g_autoptr (GArray) entries = by_provider ? collect_providers (portfolio) : collect (portfolio, figure);
  double all = 0;

  for (guint i = 0; i < entries->len; i++)
    all += (double) g_array_index (entries, Entry, i).weight;
  for (guint i = 0; i < entries->len; i++)
    if (by_provider)
      add_provider (explanation, portfolio, &g_array_index (entries, Entry, i), all);
    else
      add_agreement (explanation, portfolio, &rows[figure], &g_array_index (entries, Entry, i));
}

void
tenure_portfolio_explain_lead (const TenurePortfolio *portfolio, guint32 index, gint32 lead, TenureExplanation *explanation)
{
  g_autofree char *annual = NULL, *value = NULL;

  g_return_if_fail (portfolio != NULL && explanation != NULL && lead >= 0);

  annual = tenure_portfolio_dup_annual (portfolio, index);
  /* Translators: what something is worth, and the title of what its money passes through. */
  value = g_strdup_printf (_ ("%1$s, counted in “%2$s”"), annual, portfolio->terms->facts->agreements[lead].title);
  tenure_explanation_add_agreement_apart (explanation, portfolio->terms->facts, index, value);
}

void
tenure_portfolio_explain_individuals (const TenurePortfolio *portfolio, TenureExplanation *explanation)
{
  g_return_if_fail (portfolio != NULL && explanation != NULL);

  for (guint32 i = 0; i < portfolio->terms->n_agreements; i++)
    {
      const TenureFactAgreement *fact = &portfolio->terms->facts->agreements[i];
      g_autofree char *annual = NULL, *reason = NULL;

      if (fact->to_individual != TENURE_FACT_YES || portfolio->places[i] != TENURE_PLACE_SELECTED
          || figures_of (portfolio, i)->running != TENURE_FACT_YES)
        continue;
      annual = tenure_portfolio_dup_annual (portfolio, i);
      /* Translators: what something is worth, or "not recorded", and why it is left out. */
      reason = g_strdup_printf (_ ("%s; goes to an individual, not to an organisation of the sector"), annual);
      tenure_explanation_add_agreement_apart (explanation, portfolio->terms->facts, i, reason);
    }
}

static void
add_apart (TenureExplanation *explanation, const TenurePortfolio *portfolio, const FigureRow *row)
{
  for (guint i = 0; i < portfolio->n_agreements; i++)
    {
      guint32 index = portfolio->agreements[i];
      Part part = row->part (portfolio, index);
      gint32 lead = part == ENTERS ? lead_of (row, portfolio, index) : -1;

      if (lead >= 0)
        tenure_portfolio_explain_lead (portfolio, index, lead, explanation);
      else if (part == LACKS)
        add_left_out (explanation, portfolio, row, index);
    }
  if (row->part == part_active || row->part == part_annual)
    tenure_portfolio_explain_individuals (portfolio, explanation);
}

static TenureFigure
figure_value (const TenurePortfolio *portfolio, TenurePortfolioFigure figure)
{
  switch (figure)
    {
    case TENURE_PORTFOLIO_FIGURE_AGREEMENTS:
      return tenure_portfolio_agreements (portfolio);
    case TENURE_PORTFOLIO_FIGURE_ACTIVE:
      return tenure_portfolio_active (portfolio);
    case TENURE_PORTFOLIO_FIGURE_ANNUAL_VALUE:
      return portfolio->annual->len > 0 ? tenure_portfolio_annual (portfolio, 0)
                                        : tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MINOR, 0, portfolio->n_running);
    case TENURE_PORTFOLIO_FIGURE_MEAN_TERM:
      return portfolio->mean_term;
    case TENURE_PORTFOLIO_FIGURE_MEDIAN_TERM:
      return portfolio->median_term;
    case TENURE_PORTFOLIO_FIGURE_CLIFF:
      return portfolio->cliff_share;
    case TENURE_PORTFOLIO_FIGURE_PILE_UP:
      return tenure_figure_count (portfolio->pile_up_count, portfolio->expiries_known, portfolio->expiries_of);
    case TENURE_PORTFOLIO_FIGURE_HHI:
    default:
      return portfolio->hhi;
    }
}

TenureExplanation *
tenure_portfolio_explain (const TenurePortfolio *portfolio, TenurePortfolioFigure figure)
{
  TenureExplanation *explanation;
  TenureFigure value;
  g_autofree char *label = NULL, *coverage = NULL;

  g_return_val_if_fail (portfolio != NULL && figure < TENURE_N_PORTFOLIO_FIGURES, NULL);

  explanation = tenure_explanation_new (_ (rows[figure].title), _ (rows[figure].formula));
  value = figure_value (portfolio, figure);
  label = tenure_figure_dup_label (&value);
  coverage = tenure_figure_dup_coverage (&value);
  /* Translators: a figure and how much of it is known, "17.4 months (180 of 214 known)". */
  explanation->summary = g_strdup_printf (_ ("%1$s (%2$s)"), label, coverage);
  add_entries (explanation, portfolio, figure);
  add_apart (explanation, portfolio, &rows[figure]);
  return explanation;
}
