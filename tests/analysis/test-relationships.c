#include "analysis/relationships.h"

#include "analysis/portfolio-private.h"
#include "fixture.h"

#define AS_OF "2026-11-22"

/* One term of a case: letters stand for services, 0 for none recorded; digits for the term before, counted from 1. */
typedef struct
{
  const char *start, *end;
  char service;
  gint8 renews;
  gboolean open_ended;
} Term;

typedef struct
{
  Fixture *fixture;
  gint32 provider, services[2];
} Making;

static Making
begin (void)
{
  Making making = { .fixture = fixture_new () };

  making.provider = fixture_add_organisation (making.fixture, "Lantern Trust", TENURE_FACT_YES);
  making.services[0] = fixture_add_service (making.fixture, "Befriending");
  making.services[1] = fixture_add_service (making.fixture, "Advice");
  return making;
}

static void
add (const Making *making, gint32 provider, const Term *term)
{
  TenureFactAgreement agreement = fixture_term (provider, term->start, term->end, 1000);

  agreement.service = term->service != 0 ? making->services[term->service - 'a'] : -1;
  agreement.predecessor = term->renews - 1;
  agreement.open_ended = term->open_ended ? TENURE_FACT_YES : TENURE_FACT_NO;
  fixture_add_agreement (making->fixture, agreement);
}

typedef struct
{
  TenureFacts *facts;
  TenureTerms *terms;
  TenurePortfolio *portfolio;
  TenureRelationships *relationships;
} Computed;

static Computed
compute (Making *making)
{
  Computed computed = { .facts = fixture_end (making->fixture) };

  fixture_free (making->fixture);
  computed.terms = tenure_terms_new (computed.facts, day (AS_OF), NULL);
  computed.portfolio = tenure_portfolio_new (computed.terms, TENURE_SCOPE_VCS, NULL);
  computed.relationships = tenure_relationships_new (computed.portfolio);
  return computed;
}

static void
computed_clear (Computed *computed)
{
  tenure_relationships_free (computed->relationships);
  tenure_portfolio_free (computed->portfolio);
  tenure_terms_free (computed->terms);
  tenure_facts_free (computed->facts);
}

static const struct
{
  const char *name;
  Term terms[4];
  guint known, of; /* relationships */
  guint months;    /* of the first, whole */
  guint n_terms;
  gboolean ended;
} cases[] = {
  { "one that ended", { { "2023-04-01", "2024-03-31", 'a' } }, 1, 1, 12, 1, TRUE },
  { "one that runs", { { "2025-11-23", "2027-03-31", 'a' } }, 1, 1, 12, 1, FALSE },
  { "renewed without a link, the same service",
    { { "2021-04-01", "2022-03-31", 'a' }, { "2022-04-01", "2024-03-31", 'a' } },
    1,
    1,
    36,
    2,
    TRUE },
  { "31 days between", { { "2021-04-01", "2022-03-31", 'a' }, { "2022-05-02", "2023-05-01", 'a' } }, 1, 1, 25, 2, TRUE },
  { "32 days between", { { "2021-04-01", "2022-03-31", 'a' }, { "2022-05-03", "2023-05-02", 'a' } }, 2, 2, 12, 1, TRUE },
  { "another service", { { "2021-04-01", "2022-03-31", 'a' }, { "2022-04-01", "2023-03-31", 'b' } }, 2, 2, 12, 1, TRUE },
  { "no service, a recorded renewal", { { "2021-04-01", "2022-03-31" }, { "2022-04-01", "2023-03-31", 0, 1 } }, 1, 1, 24, 2, TRUE },
  { "no service, no link", { { "2021-04-01", "2022-03-31" }, { "2022-04-01", "2023-03-31" } }, 2, 2, 12, 1, TRUE },
  { "a recorded renewal half a year later",
    { { "2021-04-01", "2022-03-31", 'a' }, { "2022-10-01", "2023-03-31", 'a', 1 } },
    2,
    2,
    12,
    1,
    TRUE },
  { "one within another, then one after the longer",
    { { "2018-04-01", "2023-03-31", 'a' }, { "2019-04-01", "2020-03-31", 'a' }, { "2023-04-01", "2024-03-31", 'a' } },
    1,
    1,
    72,
    3,
    TRUE },
  { "ended 32 days ago: may still go on", { { "2025-10-22", "2026-10-21", 'a' } }, 1, 1, 12, 1, FALSE },
  { "ended 33 days ago", { { "2025-10-21", "2026-10-20", 'a' } }, 1, 1, 12, 1, TRUE },
  { "a planned term goes on", { { "2025-11-01", "2026-10-31", 'a' }, { "2026-11-25", "2027-10-31", 'a' } }, 1, 1, 12, 2, FALSE },
  { "only planned", { { "2027-04-01", "2028-03-31", 'a' } }, 0, 0, 0, 0, FALSE },
  { "no end agreed", { { "2020-11-23", NULL, 'a', 0, TRUE } }, 1, 1, 72, 1, FALSE },
  { "the start is not recorded", { { NULL, "2024-03-31", 'a' } }, 0, 1, 0, 0, FALSE },
  { "the end is not recorded", { { "2021-04-01", NULL, 'a' } }, 0, 1, 0, 0, FALSE },
  { "the end before the start", { { "2024-04-01", "2023-03-31", 'a' } }, 0, 1, 0, 0, FALSE },
  { "two on one day, of one the end before the start",
    { { "2021-04-01", "2020-01-31", 'a' }, { "2021-04-01", "2022-03-31", 'a' } },
    0,
    1,
    0,
    0,
    FALSE },
  { "renews itself", { { "2023-04-01", "2024-03-31", 'a', 1 } }, 1, 1, 12, 1, TRUE },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Making making = begin ();
      Computed computed;

      g_test_message ("%s", cases[i].name);
      for (guint t = 0; t < G_N_ELEMENTS (cases[i].terms); t++)
        if (cases[i].terms[t].start != NULL || cases[i].terms[t].end != NULL)
          add (&making, making.provider, &cases[i].terms[t]);
      computed = compute (&making);
      g_assert_cmpuint (computed.relationships->known->len, ==, cases[i].known);
      g_assert_cmpuint (computed.relationships->of, ==, cases[i].of);
      if (cases[i].known > 0)
        {
          const TenureRelationship *first = &g_array_index (computed.relationships->known, TenureRelationship, 0);

          g_assert_cmpint (first->lifetime.time.whole, ==, cases[i].months);
          g_assert_cmpuint (first->n_terms, ==, cases[i].n_terms);
          g_assert_cmpint (first->lifetime.ended, ==, cases[i].ended);
        }
      computed_clear (&computed);
    }
}

/* Other providers, and what is not of the sector, stand apart. */
static void
test_scope (void)
{
  Making making = begin ();
  gint32 other = fixture_add_organisation (making.fixture, "Harbour Advice", TENURE_FACT_YES);
  gint32 firm = fixture_add_organisation (making.fixture, "Brightside Ltd", TENURE_FACT_NO);
  const Term first = { "2021-04-01", "2022-03-31", 'a' }, second = { "2022-04-01", "2023-03-31", 'a' };
  Computed computed;
  g_autoptr (TenureSurvival) survival = NULL;
  g_autoptr (GPtrArray) by_size = NULL;

  add (&making, making.provider, &first);
  add (&making, other, &second);
  add (&making, firm, &second);
  computed = compute (&making);
  g_assert_cmpuint (computed.relationships->of, ==, 2);
  survival = tenure_relationships_survival (computed.relationships);
  g_assert_cmpuint (survival->n_ended, ==, 2);
  g_assert_cmpint (survival->median.whole, ==, 12);
  by_size = tenure_relationships_survivals (computed.relationships, TENURE_RELATIONSHIPS_BY_SIZE);
  g_assert_cmpuint (by_size->len, ==, TENURE_SIZE_SUPER_MAJOR + 1);
  g_assert_cmpuint (((TenureSurvival *) by_size->pdata[TENURE_SIZE_SMALL])->n, ==, 0);
  g_assert_cmpuint (((TenureSurvival *) by_size->pdata[TENURE_SIZE_UNKNOWN])->n, ==, 2);
  computed_clear (&computed);
}

/* One of 24 months in two terms that is over, and one that goes on. */
static void
test_explanation (void)
{
  Making making = begin ();
  gint32 other = fixture_add_organisation (making.fixture, "Harbour Advice", TENURE_FACT_YES);
  const Term first = { "2021-04-01", "2022-03-31", 'a' }, second = { "2022-04-01", "2023-03-31", 'a' };
  const Term running = { "2023-11-23", "2027-03-31", 'a' };
  Computed computed;
  g_autoptr (TenureSurvival) survival = NULL;
  g_autoptr (TenureExplanation) explanation = NULL;

  add (&making, making.provider, &first);
  add (&making, making.provider, &second);
  add (&making, other, &running);
  computed = compute (&making);
  survival = tenure_relationships_survival (computed.relationships);
  g_assert_cmpfloat (survival->times[0], ==, 24);
  g_assert_cmpfloat (survival->times[1], ==, 36);
  explanation = tenure_relationships_explain (computed.relationships, survival, 0);
  g_assert_cmpstr (explanation->summary, ==, "Half have ended by: 24.0 months (2 of 2 known; 1 ended)");
  g_assert_cmpuint (explanation->lines->len, ==, 3);
  g_assert_cmpstr (g_array_index (explanation->lines, TenureExplanationLine, 2).label, ==, "After 24.0 months");
  g_assert_cmpstr (g_array_index (explanation->lines, TenureExplanationLine, 2).value, ==, "1 of 2 end, 50.0 % go on");
  g_assert_cmpstr (g_array_index (explanation->lines, TenureExplanationLine, 0).value, ==,
                   "24.0 months, ended on 31 Mar 2023; 2 terms");
  g_assert_cmpstr (g_array_index (explanation->lines, TenureExplanationLine, 1).value, ==,
                   "36.0 months so far, not known to have ended; 1 term");
  computed_clear (&computed);
}

/* --- Against a slow and obvious version --- */

static gboolean
follows (const TenureTerms *terms, guint before, guint after)
{
  const TenureFactAgreement *a = &terms->facts->agreements[before], *b = &terms->facts->agreements[after];
  const TenureAgreementFigures *first = &terms->agreements[before], *second = &terms->agreements[after];
  gboolean has_end = tenure_day_is_known (first->committed_end) && first->committed_end >= first->start;
  gint64 ends = first->open_ended ? G_MAXINT64 / 2 : has_end ? first->committed_end : first->start;
  gboolean same_service = a->service >= 0 && a->service == b->service;
  gboolean in_time = tenure_day_is_known (first->start) && tenure_day_is_known (second->start) && second->start - ends - 1 <= 31;

  if (a->provider < 0 || a->provider != b->provider)
    return FALSE;
  if (same_service && in_time && second->start >= first->start)
    return TRUE;
  return b->predecessor == (gint32) before && second->gap_known && second->gap_days <= 31
         && (a->service < 0 || b->service < 0 || same_service);
}

/* Takes the number of each agreement's relationship, merging until nothing changes. */
static void
number (const TenureTerms *terms, guint *numbers)
{
  gboolean changed = TRUE;

  for (guint i = 0; i < terms->n_agreements; i++)
    numbers[i] = i;
  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < terms->n_agreements; i++)
        for (guint j = 0; j < terms->n_agreements; j++)
          if (numbers[i] != numbers[j] && (follows (terms, i, j) || follows (terms, j, i)))
            {
              numbers[i] = numbers[j] = MIN (numbers[i], numbers[j]);
              changed = TRUE;
            }
    }
}

static void
check_numbers (const Computed *computed, const guint *numbers)
{
  const GArray *known = computed->relationships->known;

  for (guint i = 0; i < known->len; i++)
    {
      const TenureRelationship *relationship = &g_array_index (known, TenureRelationship, i);
      guint n_terms = 0;

      for (guint j = 0; j < computed->terms->n_agreements; j++)
        n_terms += numbers[j] == numbers[relationship->first];
      g_assert_cmpuint (relationship->n_terms, ==, n_terms);
      g_assert_cmpuint (numbers[relationship->latest], ==, numbers[relationship->first]);
      for (guint j = 0; j < i; j++)
        g_assert_cmpuint (numbers[g_array_index (known, TenureRelationship, j).first], !=, numbers[relationship->first]);
    }
}

static guint
count_lines (const TenureExplanation *explanation, TenureRecordType type)
{
  guint n = 0;

  for (guint i = 0; i < explanation->lines->len; i++)
    n += g_array_index (explanation->lines, TenureExplanationLine, i).record_type == type;
  return n;
}

/* Each relationship has a line, and one in the sizes of providers; each time at which any ended has a step. */
static void
check_explained (const TenureRelationships *relationships)
{
  g_autoptr (TenureSurvival) survival = tenure_relationships_survival (relationships);
  g_autoptr (TenureExplanation) whole = tenure_relationships_explain (relationships, survival, 0);
  guint by_size = 0;

  g_assert_cmpuint (count_lines (whole, TENURE_RECORD_AGREEMENT), ==, survival->n);
  g_assert_cmpuint (count_lines (whole, TENURE_RECORD_NONE), ==, survival->n_steps);
  for (guint size = 0; size <= TENURE_SIZE_SUPER_MAJOR; size++)
    {
      g_autoptr (TenureExplanation) group
          = tenure_relationships_explain_group (relationships, TENURE_RELATIONSHIPS_BY_SIZE, size);

      by_size += count_lines (group, TENURE_RECORD_AGREEMENT);
    }
  g_assert_cmpuint (by_size, ==, survival->n);
}

static char *
random_day (int from_year)
{
  return g_strdup_printf ("%d-%02d-%02d", from_year + g_test_rand_int_range (0, 6), g_test_rand_int_range (1, 13),
                          g_test_rand_int_range (1, 29));
}

static void
test_random (void)
{
  for (guint round = 0; round < 300; round++)
    {
      Making making = begin ();
      gint32 other = fixture_add_organisation (making.fixture, "Harbour Advice", TENURE_FACT_YES);
      guint n = (guint) g_test_rand_int_range (1, 14);
      guint numbers[14], of = 0;
      Computed computed;

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *start = random_day (2018), *end = random_day (2019);
          Term term = { g_test_rand_int_range (0, 12) == 0 ? NULL : start, g_test_rand_int_range (0, 12) == 0 ? NULL : end,
                        "\0ab"[g_test_rand_int_range (0, 3)], (gint8) g_test_rand_int_range (0, (int) n + 1),
                        g_test_rand_int_range (0, 15) == 0 };

          add (&making, g_test_rand_bit () ? making.provider : other, &term);
        }
      computed = compute (&making);
      number (computed.terms, numbers);
      check_numbers (&computed, numbers);
      for (guint i = 0; i < n; i++)
        {
          gboolean begun = FALSE;

          for (guint j = 0; j < n; j++)
            begun |= numbers[j] == i && !(computed.terms->agreements[j].start > day (AS_OF));
          of += begun;
        }
      g_assert_cmpuint (computed.relationships->of, ==, of);
      check_explained (computed.relationships);
      computed_clear (&computed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/relationships/cases", test_cases);
  g_test_add_func ("/relationships/scope", test_scope);
  g_test_add_func ("/relationships/explanation", test_explanation);
  g_test_add_func ("/relationships/random", test_random);
  return g_test_run ();
}
