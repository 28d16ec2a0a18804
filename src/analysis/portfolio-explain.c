#include "config.h"
#include "analysis/portfolio-explain.h"

#include "analysis/flags-private.h"
#include "analysis/portfolio-explain-private.h"

#include "base/i18n.h"
#include <string.h>

/* What entered, and how much it weighs in the order of the lines. */
typedef struct
{
  guint32 index; /* of the agreement, or of the organisation */
  gint64 weight;
} Entry;

static const TenureAgreementFigures *
figures_of (const TenurePortfolio *portfolio, guint32 index)
{
  return &portfolio->terms->agreements[index];
}

/* --- Which figure --- */

const char *
tenure_portfolio_figure_code (TenurePortfolioFigure figure)
{
  g_return_val_if_fail (figure < TENURE_N_PORTFOLIO_FIGURES, NULL);

  return tenure_portfolio_rows[figure].code;
}

gboolean
tenure_portfolio_figure_is_whole (TenurePortfolioFigure figure)
{
  g_return_val_if_fail (figure < TENURE_N_PORTFOLIO_FIGURES, TRUE);

  return tenure_portfolio_rows[figure].parts == TENURE_FIGURE_WHOLE;
}

guint
tenure_portfolio_figure_n_parts (const TenurePortfolio *portfolio, TenurePortfolioFigure figure)
{
  g_return_val_if_fail (portfolio != NULL && figure < TENURE_N_PORTFOLIO_FIGURES, 0);

  switch (tenure_portfolio_rows[figure].parts)
    {
    case TENURE_FIGURE_OF_BAND:
      return TENURE_N_BANDS;
    case TENURE_FIGURE_OF_PURPOSE:
      return TENURE_N_PURPOSES;
    case TENURE_FIGURE_OF_MONTH:
      return TENURE_HORIZON_MONTHS;
    case TENURE_FIGURE_OF_YEAR:
      return portfolio->n_years;
    case TENURE_FIGURE_WHOLE:
    default:
      return 0;
    }
}

/* The choice of the catalogue behind a purpose; NULL for what is not recorded. */
static const TenureChoice *
get_purpose (guint part)
{
  const TenureRecordDef *def = tenure_record_def (TENURE_RECORD_AGREEMENT);

  return part != TENURE_PURPOSE_UNKNOWN
             ? &def->fields[tenure_record_field_index (TENURE_RECORD_AGREEMENT, "purpose")].choices[part - 1]
             : NULL;
}

char *
tenure_portfolio_figure_dup_part (const TenurePortfolio *portfolio, TenurePortfolioFigure figure, guint part)
{
  char day[TENURE_DAY_ISO_SIZE];

  g_return_val_if_fail (part < tenure_portfolio_figure_n_parts (portfolio, figure), NULL);

  switch (tenure_portfolio_rows[figure].parts)
    {
    case TENURE_FIGURE_OF_BAND:
      return g_strdup (tenure_band_code ((TenureBand) part));
    case TENURE_FIGURE_OF_PURPOSE:
      return g_strdup (get_purpose (part) != NULL ? get_purpose (part)->value : "not_recorded");
    case TENURE_FIGURE_OF_MONTH:
      return g_strndup (tenure_day_to_iso (portfolio->expiries[part].month, day), strlen ("2027-03"));
    case TENURE_FIGURE_OF_YEAR:
      return g_strdup (tenure_day_to_iso (portfolio->years[part].from, day));
    case TENURE_FIGURE_WHOLE:
    default:
      return NULL;
    }
}

static gboolean
find_part (const TenurePortfolio *portfolio, TenurePortfolioFigure figure, const char *code, guint *out_part)
{
  guint n = tenure_portfolio_figure_n_parts (portfolio, figure);

  for (guint part = 0; *code == '.' && part < n; part++)
    {
      g_autofree char *name = tenure_portfolio_figure_dup_part (portfolio, figure, part);

      if (g_str_equal (name, code + 1))
        {
          *out_part = part;
          return TRUE;
        }
    }
  *out_part = 0;
  return *code == '\0' && tenure_portfolio_rows[figure].parts == TENURE_FIGURE_WHOLE;
}

gboolean
tenure_portfolio_figure_from_code (const TenurePortfolio *portfolio,
                                   const char *code,
                                   TenurePortfolioFigure *out_figure,
                                   guint *out_part)
{
  g_return_val_if_fail (portfolio != NULL && code != NULL && out_figure != NULL && out_part != NULL, FALSE);

  for (int figure = 0; figure < TENURE_N_PORTFOLIO_FIGURES; figure++)
    {
      gsize length = strlen (tenure_portfolio_rows[figure].code);

      if (strncmp (code, tenure_portfolio_rows[figure].code, length) == 0
          && find_part (portfolio, (TenurePortfolioFigure) figure, code + length, out_part))
        {
          *out_figure = (TenurePortfolioFigure) figure;
          return TRUE;
        }
    }
  return FALSE;
}

static char *
dup_year (const TenureYearFigures *year)
{
  g_autofree char *from = tenure_day_dup_label (year->from), *until = tenure_day_dup_label (year->until);

  return g_strdup_printf ("%s – %s", from, until);
}

static char *
dup_part_label (const TenurePortfolio *portfolio, TenurePortfolioFigure figure, guint part)
{
  static const char *const bands[TENURE_N_BANDS] = { N_ ("12 months or less"), N_ ("over 12, under 36 months"),
                                                     N_ ("36 months or more"), N_ ("open-ended"), N_ ("not known") };

  switch (tenure_portfolio_rows[figure].parts)
    {
    case TENURE_FIGURE_OF_BAND:
      return g_strdup (_ (bands[part]));
    case TENURE_FIGURE_OF_PURPOSE:
      return g_strdup (get_purpose (part) != NULL ? _ (get_purpose (part)->label) : _ ("not recorded"));
    case TENURE_FIGURE_OF_MONTH:
      return figure == TENURE_PORTFOLIO_FIGURE_HORIZON ? tenure_day_dup_label (portfolio->horizon[part].day)
                                                       : tenure_day_dup_month_label (portfolio->expiries[part].month);
    case TENURE_FIGURE_OF_YEAR:
      return dup_year (&portfolio->years[part]);
    case TENURE_FIGURE_WHOLE:
    default:
      return NULL;
    }
}

static char *
dup_title (const TenurePortfolio *portfolio, TenurePortfolioFigure figure, guint part)
{
  g_autofree char *label = dup_part_label (portfolio, figure, part);

  /* Translators: a figure and the month, year or group it is of: "Ends in the month: March 2027" */
  return label != NULL ? g_strdup_printf (_ ("%1$s: %2$s"), _ (tenure_portfolio_rows[figure].title), label)
                       : g_strdup (_ (tenure_portfolio_rows[figure].title));
}

char *
tenure_portfolio_dup_annual (const TenurePortfolio *portfolio, guint32 index)
{
  const TenureAgreementFigures *figures = &portfolio->terms->agreements[index];
  TenureMoney money = { .minor = figures->annual_minor, .currency = portfolio->terms->facts->agreements[index].currency };

  return figures->annual_known ? tenure_money_dup_label (money, FALSE) : g_strdup (_ ("not recorded"));
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
add_left_out (TenureExplanation *explanation, const TenurePortfolio *portfolio, const TenurePortfolioRow *row, guint32 index)
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
lead_of (const TenurePortfolioRow *row, const TenureAsked *asked, guint32 index)
{
  return row->lead != NULL ? row->lead (asked, index) : -1;
}

/* How many agreements the figure asks, and the n-th of them. */
static guint
count_asked (const TenurePortfolioRow *row, const TenurePortfolio *portfolio)
{
  return row->all ? portfolio->terms->n_agreements : portfolio->n_agreements;
}

static guint32
get_asked (const TenurePortfolioRow *row, const TenurePortfolio *portfolio, guint n)
{
  return row->all ? n : portfolio->agreements[n];
}

static GArray *
collect (const TenurePortfolioRow *row, const TenureAsked *asked)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < count_asked (row, asked->portfolio); i++)
    {
      guint32 index = get_asked (row, asked->portfolio, i);
      const TenureAgreementFigures *figures = figures_of (asked->portfolio, index);
      Entry entry = { .index = index, .weight = figures->annual_known ? figures->annual_minor : -1 };

      if (row == &tenure_portfolio_rows[TENURE_PORTFOLIO_FIGURE_MEDIAN_TERM])
        entry.weight = figures->term.whole;
      if (row->part (asked, index) == TENURE_PART_ENTERS && lead_of (row, asked, index) < 0)
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
add_providers (TenureExplanation *explanation, const TenurePortfolio *portfolio)
{
  g_autoptr (GArray) entries = collect_providers (portfolio);
  double all = 0;

  for (guint i = 0; i < entries->len; i++)
    all += (double) g_array_index (entries, Entry, i).weight;
  for (guint i = 0; i < entries->len; i++)
    add_provider (explanation, portfolio, &g_array_index (entries, Entry, i), all);
}

static void
add_agreements (TenureExplanation *explanation, const TenurePortfolioRow *row, const TenureAsked *asked)
{
  g_autoptr (GArray) entries = collect (row, asked);

  for (guint i = 0; i < entries->len; i++)
    {
      guint32 index = g_array_index (entries, Entry, i).index;
      g_autofree char *value = row->dup_value (asked, index);

      tenure_explanation_add_agreement (explanation, asked->portfolio->terms->facts, index, value);
    }
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
add_beside (TenureExplanation *explanation, const TenurePortfolioRow *row, const TenureAsked *asked, guint32 index)
{
  g_autofree char *value = row->dup_value (asked, index);

  tenure_explanation_add_agreement_apart (explanation, asked->portfolio->terms->facts, index, value);
}

static void
add_apart (TenureExplanation *explanation, const TenurePortfolioRow *row, const TenureAsked *asked)
{
  for (guint i = 0; i < count_asked (row, asked->portfolio); i++)
    {
      guint32 index = get_asked (row, asked->portfolio, i);
      TenureExplainPart part = row->part (asked, index);
      gint32 lead = part == TENURE_PART_ENTERS ? lead_of (row, asked, index) : -1;

      if (lead >= 0)
        tenure_portfolio_explain_lead (asked->portfolio, index, lead, explanation);
      else if (part == TENURE_PART_BESIDE)
        add_beside (explanation, row, asked, index);
      else if (part == TENURE_PART_LACKS)
        add_left_out (explanation, asked->portfolio, row, index);
    }
}

static gboolean
leaves_out_individuals (TenurePortfolioFigure figure)
{
  return figure == TENURE_PORTFOLIO_FIGURE_ACTIVE || figure == TENURE_PORTFOLIO_FIGURE_ANNUAL_VALUE
         || figure == TENURE_PORTFOLIO_FIGURE_HHI;
}

TenureExplanation *
tenure_portfolio_explain_part (const TenurePortfolio *portfolio, TenurePortfolioFigure figure, guint part)
{
  const TenurePortfolioRow *row;
  g_autofree gint64 *kept = NULL;
  g_autofree char *title = NULL, *label = NULL, *coverage = NULL;
  TenureExplanation *explanation;
  TenureAsked asked = { portfolio, part, NULL };
  TenureFigure value;

  g_return_val_if_fail (portfolio != NULL && figure < TENURE_N_PORTFOLIO_FIGURES, NULL);
  g_return_val_if_fail (part < MAX (tenure_portfolio_figure_n_parts (portfolio, figure), 1), NULL);

  row = &tenure_portfolio_rows[figure];
  if (figure == TENURE_PORTFOLIO_FIGURE_VCS_SHARE)
    asked.kept = kept = tenure_portfolio_share_out (portfolio, tenure_portfolio_in_share);
  title = dup_title (portfolio, figure, part);
  explanation = tenure_explanation_new (title, _ (row->formula));
  value = row->value (&asked);
  label = tenure_figure_dup_label (&value);
  coverage = tenure_figure_dup_coverage (&value);
  /* Translators: a figure and how much of it is known, "17.4 months (180 of 214 known)". */
  explanation->summary = g_strdup_printf (_ ("%1$s (%2$s)"), label, coverage);
  if (figure == TENURE_PORTFOLIO_FIGURE_HHI)
    add_providers (explanation, portfolio);
  else
    add_agreements (explanation, row, &asked);
  add_apart (explanation, row, &asked);
  if (leaves_out_individuals (figure))
    tenure_portfolio_explain_individuals (portfolio, explanation);
  return explanation;
}

TenureExplanation *
tenure_portfolio_explain (const TenurePortfolio *portfolio, TenurePortfolioFigure figure)
{
  return tenure_portfolio_explain_part (portfolio, figure, 0);
}
