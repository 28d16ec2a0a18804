/* Of random portfolios: each part of a figure – a band, a purpose, a month, a year – is explained by as many lines, and by as
 * much money, as it is made of. */

#include "analysis/analysis.h"
#include "analysis/portfolio-explain.h"

#include "random-facts.h"

#define ROUNDS 60

/* "£5,249,300.50 a year, secured" in pence. */
static gint64
read_amount (const char *value)
{
  gint64 pence = 0;
  int decimals = -1;

  for (; *value != '\0' && *value != ' '; value++)
    if (g_ascii_isdigit (*value))
      {
        pence = pence * 10 + (*value - '0');
        decimals += decimals >= 0;
      }
    else if (*value == '.')
      decimals = 0;
  return decimals <= 0 ? pence * 100 : pence;
}

static gint64
add_lines (const TenureExplanation *explanation, const char *const *endings)
{
  gint64 sum = 0;

  for (guint i = 0; i < explanation->lines->len; i++)
    {
      const char *value = g_array_index (explanation->lines, TenureExplanationLine, i).value;

      for (guint j = 0; endings[j] != NULL; j++)
        if (g_str_has_suffix (value, endings[j]))
          sum += read_amount (value);
    }
  return sum;
}

static void
check_part (const TenurePortfolio *portfolio, TenurePortfolioFigure figure, guint part)
{
  static const char *const secured[] = { ", secured", NULL }, *const spent[] = { " in all", NULL };
  static const char *const promised[] = { ", secured", "; notice could end it by then", NULL };
  static const char *const running[] = { ", secured", "; notice could end it by then", ", only if extended",
                                         "it is open-ended", NULL };
  g_autoptr (TenureExplanation) explanation = tenure_portfolio_explain_part (portfolio, figure, part);
  guint n_lines = explanation->lines->len, n_apart = explanation->apart->len;

  switch ((int) figure)
    {
    case TENURE_PORTFOLIO_FIGURE_BANDS:
      g_assert_cmpuint (n_lines + n_apart, ==, portfolio->bands[part].count);
      break;
    case TENURE_PORTFOLIO_FIGURE_PURPOSES:
      g_assert_cmpuint (n_lines + n_apart, ==, portfolio->purposes[part].count);
      break;
    case TENURE_PORTFOLIO_FIGURE_HORIZON:
      g_assert_cmpint (add_lines (explanation, secured), ==, portfolio->horizon[part].secured.minor);
      g_assert_cmpint (add_lines (explanation, promised), ==, portfolio->horizon[part].committed.minor);
      g_assert_cmpint (add_lines (explanation, running), ==, portfolio->horizon[part].extended.minor);
      break;
    case TENURE_PORTFOLIO_FIGURE_EXPIRIES:
      g_assert_cmpuint (n_lines, ==, portfolio->expiries[part].net_count);
      g_assert_cmpuint (n_lines + n_apart, ==, portfolio->expiries[part].gross_count);
      break;
    case TENURE_PORTFOLIO_FIGURE_SPEND:
      g_assert_cmpint (add_lines (explanation, spent), ==, portfolio->years[part].spend.minor);
      break;
    default:
      break;
    }
}

static void
check_parts (const TenurePortfolio *portfolio)
{
  for (int figure = 0; figure < TENURE_N_PORTFOLIO_FIGURES; figure++)
    for (guint part = 0; part < tenure_portfolio_figure_n_parts (portfolio, (TenurePortfolioFigure) figure); part++)
      check_part (portfolio, (TenurePortfolioFigure) figure, part);
}

/* Each agreement on the horizon is told, or lacks something, or is in another currency. */
static void
check_told (const TenurePortfolio *portfolio)
{
  g_autoptr (TenureExplanation) told = tenure_portfolio_explain (portfolio, TENURE_PORTFOLIO_FIGURE_TOLD);

  g_assert_cmpuint (told->lines->len, ==, portfolio->secured_told);
  g_assert_cmpuint (told->lines->len + told->apart->len + told->missing->len, ==, portfolio->horizon_of);
}

static void
check_flags (const TenureFlags *flags)
{
  g_autoptr (TenureExplanation) exempted = tenure_flags_explain_exempted (flags);

  g_assert_cmpuint (exempted->lines->len, ==, flags->n_exempted);
  for (int level = TENURE_LEVEL_NONE + 1; level <= TENURE_LEVEL_RED; level++)
    {
      g_autoptr (TenureExplanation) explanation = tenure_flags_explain_level (flags, (TenureLevel) level);
      guint n = 0;

      for (int rule = 0; rule < TENURE_N_RULES; rule++)
        n += flags->counts[rule][level];
      g_assert_cmpuint (explanation->lines->len, ==, n);
    }
}

static void
test_random (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (TenureFacts) facts = random_facts_new ();
      TenureDay as_of = day ("2025-01-01") + g_test_rand_int_range (0, 1000);
      g_autoptr (TenureAnalysis) analysis = tenure_analysis_new (facts, as_of, NULL, NULL);

      check_parts (analysis->portfolio);
      check_told (analysis->portfolio);
      check_flags (analysis->flags);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/portfolio-parts/random", test_random);
  return g_test_run ();
}
