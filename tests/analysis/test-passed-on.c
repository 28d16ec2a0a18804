/* What an agreement passes on, what it keeps, and what cannot be true of it and those under it. */

#include "analysis/contradictions.h"
#include "analysis/passed-on.h"
#include "fixture.h"

#define AS_OF "2026-11-21"
#define MAX_SUBS 3

/* An agreement under the lead. */
typedef struct
{
  const char *start, *end; /* no start: there is none */
  gint64 pounds;           /* for its term; negative: not recorded */
  TenureCurrency currency;
} Sub;

/* -1 for a figure that cannot be told. */
typedef struct
{
  const char *name;
  const char *start, *end;
  gint64 pounds;
  Sub subs[MAX_SUBS];
  gint64 annual, kept; /* pounds */
  guint known, of;
  const char *codes; /* of the lead, then of each under it */
} Case;

static const Case cases[] = {
  { .name = "nothing is passed on", .start = "2026-04-01", .end = "2029-03-31", .pounds = 120000,
    .annual = -1, .kept = -1, .codes = "" },
  { .name = "a part of it", .start = "2026-04-01", .end = "2029-03-31", .pounds = 120000,
    .subs = { { "2026-04-01", "2027-03-31", 12000 }, { "2026-04-01", "2029-03-31", 9000 } },
    .annual = 15000, .kept = 25000, .known = 2, .of = 2, .codes = "" },
  { .name = "one of them of an unknown value", .start = "2026-04-01", .end = "2029-03-31", .pounds = 120000,
    .subs = { { "2026-04-01", "2027-03-31", 12000 }, { "2026-04-01", "2027-03-31", -1 } },
    .annual = 12000, .kept = -1, .known = 1, .of = 2, .codes = "" },
  { .name = "no value known", .start = "2026-04-01", .end = "2029-03-31", .pounds = 120000,
    .subs = { { "2026-04-01", "2027-03-31", -1 } }, .annual = -1, .kept = -1, .known = 0, .of = 1, .codes = "" },
  { .name = "in another currency", .start = "2026-04-01", .end = "2029-03-31", .pounds = 120000,
    .subs = { { "2026-04-01", "2027-03-31", 999000, TENURE_CURRENCY ('E', 'U', 'R') } },
    .annual = -1, .kept = -1, .known = 0, .of = 1, .codes = "" },
  { .name = "the lead's value is not known", .start = "2026-04-01", .end = "2029-03-31", .pounds = -1,
    .subs = { { "2026-04-01", "2027-03-31", 12000 } }, .annual = 12000, .kept = -1, .known = 1, .of = 1, .codes = "" },
  { .name = "a term before and one to come are no part of this year", .start = "2025-04-01", .end = "2028-03-31",
    .pounds = 36000,
    .subs = { { "2025-04-01", "2026-03-31", 5000 }, { "2026-04-01", "2027-03-31", 6000 }, { "2027-04-01", "2028-03-31", 7000 } },
    .annual = 6000, .kept = 6000, .known = 1, .of = 1, .codes = "" },
  { .name = "the same end", .start = "2026-04-01", .end = "2027-03-31", .pounds = 12000,
    .subs = { { "2026-10-01", "2027-03-31", 12000 } }, .annual = 12000, .kept = 0, .known = 1, .of = 1, .codes = "" },
  { .name = "a day after", .start = "2026-04-01", .end = "2027-03-31", .pounds = 12000,
    .subs = { { "2026-10-01", "2027-04-01", 1000 } }, .annual = 1000, .kept = 11000, .known = 1, .of = 1,
    .codes = "sub-after-lead" },
  { .name = "the lead's end is not known", .start = "2026-04-01", .pounds = 12000,
    .subs = { { "2026-10-01", "2036-09-30", 1000 } }, .annual = 100, .kept = -1, .known = 1, .of = 1, .codes = "" },
  { .name = "a pound more than it has", .start = "2026-04-01", .end = "2027-03-31", .pounds = 12000,
    .subs = { { "2026-04-01", "2026-09-30", 6000 }, { "2026-10-01", "2027-03-31", 6001 } },
    .annual = 6001, .kept = 5999, .known = 1, .of = 1, .codes = "subs-above-lead" },
  { .name = "more, and who knows how much", .start = "2026-04-01", .end = "2027-03-31", .pounds = 12000,
    .subs = { { "2026-04-01", "2027-03-31", 12001 }, { "2026-10-01", "2027-03-31", -1 } },
    .annual = 12001, .kept = -1, .known = 1, .of = 2, .codes = "" },
};

static void
append_codes (GString *codes, const TenureTerms *terms, const TenureSubIndex *under)
{
  for (guint i = 0; i < terms->n_agreements; i++)
    {
      g_autoptr (GPtrArray) found = tenure_contradictions_find_passed_on (terms, i, under->subs + under->first[i],
                                                                          under->first[i + 1] - under->first[i]);

      for (guint k = 0; k < found->len; k++)
        {
          const TenureContradiction *contradiction = found->pdata[k];

          g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "", contradiction->code);
          g_assert_true (g_str_has_suffix (contradiction->message, "."));
          tenure_record_field_index (contradiction->record_type, contradiction->field);
        }
    }
}

static void
assert_pounds (const TenureFigure *figure, gint64 pounds)
{
  if (pounds < 0)
    g_assert_cmpint (figure->kind, ==, TENURE_FIGURE_CANNOT_TELL);
  else
    {
      g_assert_cmpint (figure->kind, ==, TENURE_FIGURE_INTEGER);
      g_assert_cmpint (figure->integer, ==, pounds * 100);
    }
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureTerms) terms = NULL;
  g_autoptr (TenureSubIndex) under = NULL;
  g_autoptr (GString) codes = g_string_new (NULL);
  TenurePassedOn passed_on;

  fixture_add_agreement (fixture, fixture_term (-1, c->start, c->end, c->pounds));
  for (guint i = 0; i < MAX_SUBS && c->subs[i].start != NULL; i++)
    {
      TenureFactAgreement sub = fixture_term (-1, c->subs[i].start, c->subs[i].end, c->subs[i].pounds);

      sub.lead = 0;
      if (c->subs[i].currency != TENURE_CURRENCY_NONE)
        sub.currency = c->subs[i].currency;
      fixture_add_agreement (fixture, sub);
    }
  facts = fixture_end (fixture);
  terms = tenure_terms_new (facts, day (AS_OF), NULL);
  under = tenure_sub_index_new (terms);
  passed_on = tenure_passed_on (terms, 0, under->subs + under->first[0], under->first[1] - under->first[0]);
  assert_pounds (&passed_on.annual, c->annual);
  assert_pounds (&passed_on.kept, c->kept);
  g_assert_cmpuint (passed_on.annual.known, ==, c->known);
  g_assert_cmpuint (passed_on.annual.of, ==, c->of);
  append_codes (codes, terms, under);
  g_assert_cmpstr (codes->str, ==, c->codes);
}

/* Those directly under each, in their order; what is under itself is under nothing. */
static void
test_index (void)
{
  static const gint32 leads[] = { -1, 0, 1, 0, 4, -1 };
  static const guint32 first[] = { 0, 2, 3, 3, 3, 3, 3 }, subs[] = { 1, 3, 2 };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureTerms) terms = NULL;
  g_autoptr (TenureSubIndex) under = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      TenureFactAgreement agreement = fixture_term (-1, "2026-04-01", "2027-03-31", 1000);

      agreement.lead = leads[i];
      fixture_add_agreement (fixture, agreement);
    }
  facts = fixture_end (fixture);
  terms = tenure_terms_new (facts, day (AS_OF), NULL);
  under = tenure_sub_index_new (terms);
  g_assert_cmpmem (under->first, sizeof first, first, sizeof first);
  g_assert_cmpmem (under->subs, sizeof subs, subs, sizeof subs);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/passed-on/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/passed-on/index", test_index);
  return g_test_run ();
}
