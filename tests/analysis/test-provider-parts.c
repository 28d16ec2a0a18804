/* Of random providers: what enters the lines adds up to the figure, to the penny, in every layer and every month. */

#include "analysis/analysis.h"
#include "analysis/provider-parts.h"

#include "random-facts.h"

#include <math.h>
#include <string.h>

#define ROUNDS 80

typedef struct
{
  const TenureProviders *providers;
  guint organisation;
  const guint32 *agreements;
  guint n;
} Provider;

/* The number that @value begins with, in hundredths: pence, or hundredths of a post. */
static gint64
read_amount (const char *value)
{
  gint64 hundredths = 0;
  int decimals = -1;

  for (; *value != '\0' && *value != ' ' && *value != ';' && !(*value == ',' && value[1] == ' '); value++)
    if (g_ascii_isdigit (*value) && decimals < 2)
      {
        hundredths = hundredths * 10 + (*value - '0');
        decimals += decimals >= 0;
      }
    else if (*value == '.')
      decimals = 0;
  for (; decimals < 2; decimals = MAX (decimals, 0) + 1)
    hundredths *= 10;
  return hundredths;
}

/* Of the lines that are an agreement's and hold @words. */
static gint64
add_lines (const TenureExplanation *explanation, const char *words)
{
  gint64 sum = 0;

  for (guint i = 0; i < explanation->lines->len; i++)
    {
      const TenureExplanationLine *line = &g_array_index (explanation->lines, TenureExplanationLine, i);

      if (line->record_type == TENURE_RECORD_AGREEMENT && strstr (line->value, words) != NULL)
        sum += read_amount (line->value);
    }
  return sum;
}

/* A sentence ends with the day that it speaks of, or is another one where there is none. */
static void
check_sentences (const TenureExplanation *explanation)
{
  for (guint i = 0; i < explanation->lines->len; i++)
    g_assert_false (g_str_has_suffix (g_array_index (explanation->lines, TenureExplanationLine, i).value, " "));
}

static guint
count_agreements (const TenureExplanation *explanation)
{
  guint n = 0;

  check_sentences (explanation);
  for (guint i = 0; i < explanation->lines->len; i++)
    n += g_array_index (explanation->lines, TenureExplanationLine, i).record_type == TENURE_RECORD_AGREEMENT;
  return n;
}

static TenureExplanation *
explain (const Provider *provider, TenureProviderPart part, guint at)
{
  return tenure_provider_part_explain (provider->providers, provider->organisation, provider->agreements, provider->n, part, at);
}

static void
assert_sum (const TenureFigure *figure, gint64 sum)
{
  if (figure->kind == TENURE_FIGURE_CANNOT_TELL)
    g_assert_cmpint (sum, ==, 0);
  else
    g_assert_cmpint (figure->integer, ==, sum);
}

static void
check_ahead (const Provider *provider, const TenureProviderFigures *figures, guint at)
{
  g_autoptr (TenureExplanation) committed = explain (provider, TENURE_PROVIDER_PART_COMMITTED, at);
  g_autoptr (TenureExplanation) extended = explain (provider, TENURE_PROVIDER_PART_EXTENDED, at);
  g_autoptr (TenureExplanation) posts = explain (provider, TENURE_PROVIDER_PART_POSTS_ENDING, at);

  assert_sum (&figures->committed[at], add_lines (committed, ""));
  assert_sum (&figures->extended[at], add_lines (extended, ""));
  g_assert_cmpuint (count_agreements (extended) + extended->apart->len + extended->missing->len, ==, figures->extended[at].of);
  if (figures->posts_ending[at].kind == TENURE_FIGURE_CANNOT_TELL)
    g_assert_cmpint (add_lines (posts, ""), ==, 0);
  else
    g_assert_cmpint ((gint64) round (figures->posts_ending[at].number * 100), ==, add_lines (posts, ""));
  g_assert_cmpuint (count_agreements (posts) + posts->apart->len + posts->missing->len, ==, figures->posts_ending[at].of);
}

static void
check_month (const Provider *provider, const TenureHorizonFigures *month, guint at)
{
  g_autoptr (TenureExplanation) explanation = explain (provider, TENURE_PROVIDER_PART_HORIZON, at);
  gint64 secured = add_lines (explanation, "a year, secured");
  gint64 committed = secured + add_lines (explanation, "a year, committed");
  gint64 undecided = add_lines (explanation, "a year, undecided") - add_lines (explanation, "no more undecided");

  g_assert_cmpint (month->secured.minor, ==, secured);
  g_assert_cmpint (month->committed.minor, ==, committed);
  g_assert_cmpint (month->extended.minor, ==, committed + add_lines (explanation, "only if "));
  g_assert_cmpint (month->undecided.minor, ==, MAX (undecided, 0));
  g_assert_cmpint (month->posts_at_risk, ==, add_lines (explanation, "posts, paid until"));
}

static void
check_counts (const Provider *provider, const TenureProviderFigures *figures)
{
  g_autoptr (TenureExplanation) all = explain (provider, TENURE_PROVIDER_PART_AGREEMENTS, 0);
  g_autoptr (TenureExplanation) active = explain (provider, TENURE_PROVIDER_PART_ACTIVE, 0);

  g_assert_cmpuint (all->lines->len, ==, figures->n_agreements);
  g_assert_cmpuint (active->lines->len, ==, figures->n_running);
}

/* 1 ÷ Σ of the squares that stand in the lines is the most that it can be. */
static void
check_funders (const Provider *provider, const TenureProviderFigures *figures)
{
  g_autoptr (TenureExplanation) explanation = explain (provider, TENURE_PROVIDER_PART_FUNDERS, 0);
  double squares = 0;

  for (guint i = 0; i < explanation->lines->len; i++)
    {
      const char *squared = strstr (g_array_index (explanation->lines, TenureExplanationLine, i).value, "; squared ");

      if (squared != NULL)
        squares += g_ascii_strtod (squared + strlen ("; squared "), NULL);
    }
  if (figures->funders.known && squares > 0.01)
    g_assert_cmpfloat_with_epsilon (100 / squares, (double) figures->funders.high, 1 + 100 * 1e-5 / (squares * squares));
}

static void
check_told (const Provider *provider, const TenureHorizon *horizon)
{
  g_autoptr (TenureExplanation) explanation = explain (provider, TENURE_PROVIDER_PART_TOLD, 0);

  g_assert_cmpuint (explanation->lines->len, ==, horizon->secured_told);
  g_assert_cmpuint (explanation->lines->len + explanation->apart->len + explanation->missing->len, ==, horizon->of);
}

static void
check_provider (const Provider *provider)
{
  TenureProviderFigures figures
      = tenure_provider_figures (provider->providers, provider->organisation, provider->agreements, provider->n);
  TenureHorizon horizon;

  tenure_provider_horizon (provider->providers, provider->organisation, provider->agreements, provider->n, &horizon, NULL);
  check_counts (provider, &figures);
  check_funders (provider, &figures);
  check_told (provider, &horizon);
  for (guint at = 0; at < TENURE_N_AHEAD; at++)
    check_ahead (provider, &figures, at);
  for (guint at = 0; at < TENURE_HORIZON_MONTHS; at += 1 + (guint) g_test_rand_int_range (0, 4))
    check_month (provider, &horizon.months[at], at);
}

/* Six providers, with posts, other currencies, funders and accounts of an income now and then. */
static TenureFacts *
make_facts (void)
{
  TenureFacts *facts = random_facts_new ();

  for (guint i = 0; i < facts->n_agreements; i++)
    {
      facts->agreements[i].posts = random_facts_chance (4) ? -1 : g_test_rand_int_range (0, 700);
      if (random_facts_chance (8))
        facts->agreements[i].currency = TENURE_CURRENCY ('E', 'U', 'R');
    }
  for (guint i = 0; i < facts->n_organisations; i++)
    {
      facts->organisations[i].accounts.income_known = random_facts_chance (2);
      facts->organisations[i].accounts.income_minor = g_test_rand_int_range (1, 2000000);
    }
  return facts;
}

static void
test_random (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (TenureFacts) facts = make_facts ();
      TenureDay as_of = day ("2025-01-01") + g_test_rand_int_range (0, 1000);
      g_autoptr (TenureAnalysis) analysis = tenure_analysis_new (facts, as_of, NULL, NULL);
      g_autoptr (TenureProviderIndex) index = tenure_provider_index_new (facts);

      for (guint i = 0; i < facts->n_organisations; i++)
        {
          Provider provider = { analysis->providers, i, &index->agreements[index->first[i]], index->first[i + 1] - index->first[i] };

          check_provider (&provider);
        }
    }
}

/* --- By hand --- */

static const struct
{
  const char *code;
  const char *summary;
  const char *lines[6];
} cases[] = {
  { "agreements", "3 (3 of 3 known)", { "ending", "active", "ended" } },
  { "active", "2 (3 of 3 known)", { "ending", "active" } },
  { "committed_minor.m3", "£60,000 (2 of 2 known)",
    { "21 Feb 2027", "£36,000 a year, until 31 Mar 2027", "£24,000 a year, until 31 Mar 2029" } },
  { "committed_minor.m6", "£24,000 (2 of 2 known)", { "21 May 2027", "£24,000 a year, until 31 Mar 2029" } },
  { "extended_minor.m6", "£60,000 (2 of 2 known)",
    { "21 May 2027", "£36,000 a year, if extended; else until 31 Mar 2027", "£24,000 a year, until 31 Mar 2029" } },
  { "posts_ending.m6", "1.5 (1 of 2 known)", { "21 May 2027", "1.5, until 31 Mar 2027" } },
  { "horizon.2027-05", "£24,000 (2 of 2 known)",
    { "1 May 2027", "£36,000 a year, only if extended", "£24,000 a year, secured", "1.5 posts, paid until 31 Mar 2027", "£24,000" } },
  { "effective_funders_at_least", "cannot tell", { NULL } },
  { "size", "not recorded", { NULL } },
};

static TenureFacts *
make_case (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint32 provider = fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  TenureFactAgreement ending = fixture_term (provider, "2026-04-01", "2027-03-31", 36000);
  TenureFactAgreement long_term = fixture_term (provider, "2026-04-01", "2029-03-31", 72000);

  ending.posts = 150;
  ending.funder_without_cause = long_term.funder_without_cause = TENURE_FACT_NO;
  fixture_add_agreement (fixture, ending);
  fixture_add_extension (fixture, TENURE_DURATION_MONTHS (12), TENURE_DAY_NONE);
  fixture_add_agreement (fixture, long_term);
  fixture_add_agreement (fixture, fixture_term (provider, "2024-04-01", "2025-03-31", 1000));
  return fixture_end (fixture);
}

static void
test_cases (void)
{
  g_autoptr (TenureFacts) facts = make_case ();
  g_autoptr (TenureAnalysis) analysis = tenure_analysis_new (facts, day ("2026-11-21"), NULL, NULL);
  Provider provider = { analysis->providers, 0, (const guint32[]){ 0, 1, 2 }, 3 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureProviderPart part;
      guint at;
      g_autoptr (TenureExplanation) explanation = NULL;

      g_test_message ("%s", cases[i].code);
      g_assert_true (tenure_provider_part_from_code (cases[i].code, day ("2026-11-21"), &part, &at));
      explanation = explain (&provider, part, at);
      g_assert_cmpstr (explanation->summary, ==, cases[i].summary);
      for (guint n = 0; n < 6 && cases[i].lines[n] != NULL; n++)
        g_assert_cmpstr (g_array_index (explanation->lines, TenureExplanationLine, n).value, ==, cases[i].lines[n]);
    }
}

static void
test_codes (void)
{
  static const char *const none[] = { "", "happiness", "active.", "active.m3", "committed_minor", "committed_minor.m4", "horizon",
                                      "horizon.2026-10", "size_at_least", "effective_funders_at" };
  TenureDay as_of = day ("2026-11-21");
  TenureProviderPart found;
  guint at;

  for (int part = 0; part < TENURE_N_PROVIDER_PARTS; part++)
    for (guint i = 0; i < MAX (tenure_provider_part_count ((TenureProviderPart) part), 1); i++)
      {
        const char *code = tenure_provider_part_code ((TenureProviderPart) part);
        gboolean whole = tenure_provider_part_count ((TenureProviderPart) part) == 0;
        g_autofree char *name = whole ? NULL : tenure_provider_part_dup_code ((TenureProviderPart) part, as_of, i);
        g_autofree char *full = whole ? g_strdup (code) : g_strdup_printf ("%s.%s", code, name);

        g_assert_true (tenure_provider_part_from_code (full, as_of, &found, &at));
        g_assert_cmpint (found, ==, part);
        g_assert_cmpuint (at, ==, i);
      }
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_false (tenure_provider_part_from_code (none[i], as_of, &found, &at));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/provider-parts/cases", test_cases);
  g_test_add_func ("/provider-parts/codes", test_codes);
  g_test_add_func ("/provider-parts/random", test_random);
  return g_test_run ();
}
