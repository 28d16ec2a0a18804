/* The table of procurement hints, and regimes as registers spell them. */

#include "catalogue/procurement-hint.h"

#include <string.h>

/* As in docs/domain.md, section 3. */
static const struct
{
  const char *code, *from, *until;
  gint64 pounds;
  gboolean above;
} rows[] = {
  { "publication", "2015-02-27", NULL, 5000, TRUE },
  { "notice-central", "2025-02-24", NULL, 12000, FALSE },
  { "notice", "2025-02-24", NULL, 30000, FALSE },
  { "services-central-2025", "2025-02-24", "2025-12-31", 139688, FALSE },
  { "services-central-2026", "2026-01-01", NULL, 135018, FALSE },
  { "services-2025", "2025-02-24", "2025-12-31", 214904, FALSE },
  { "services-2026", "2026-01-01", NULL, 207720, FALSE },
  { "light-touch", "2025-02-24", NULL, 663540, FALSE },
  { "change", "2024-01-01", NULL, 500000, FALSE },
};

static void
test_rows (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (rows), ==, TENURE_N_PROCUREMENT_HINTS);
  for (guint i = 0; i < TENURE_N_PROCUREMENT_HINTS; i++)
    {
      const TenureProcurementHint *hint = tenure_procurement_hint (i);

      g_test_message ("%s", rows[i].code);
      g_assert_cmpstr (hint->code, ==, rows[i].code);
      g_assert_cmpint (hint->minor, ==, rows[i].pounds * 100);
      g_assert_cmpint (hint->above, ==, rows[i].above);
      g_assert_cmpstr (hint->from, ==, rows[i].from);
      g_assert_cmpstr (hint->until, ==, rows[i].until);
      g_assert_true (hint->regimes != 0 && hint->buyers != 0);
      /* What has no source is a local setting; nobody is told what to do. */
      g_assert_true ((hint->source == NULL) == (hint->confidence == TENURE_CONFIDENCE_HOUSE));
      g_assert_null (strstr (hint->statement, "must"));
      /* What begins, at which amount, and since when, in a sentence. */
      g_assert_true (g_str_has_suffix (hint->statement, "."));
      g_assert_nonnull (strstr (hint->statement, "{amount}"));
      g_assert_nonnull (strstr (hint->statement, "{from}"));
      g_assert_true ((strstr (hint->statement, "{until}") != NULL) == (hint->until != NULL));
    }
}

/* The days on which a hint begins and ends, and those beside them. */
static void
test_days (void)
{
  for (guint i = 0; i < TENURE_N_PROCUREMENT_HINTS; i++)
    {
      const TenureProcurementHint *hint = tenure_procurement_hint (i);
      TenureDay from, until;

      g_test_message ("%s", hint->code);
      g_assert_true (tenure_day_parse_iso (hint->from, &from));
      g_assert_false (tenure_procurement_hint_holds (hint, from - 1));
      g_assert_true (tenure_procurement_hint_holds (hint, from));
      if (hint->until == NULL)
        {
          g_assert_true (tenure_procurement_hint_holds (hint, TENURE_DAY_MAX));
          continue;
        }
      g_assert_true (tenure_day_parse_iso (hint->until, &until));
      g_assert_true (tenure_procurement_hint_holds (hint, until));
      g_assert_false (tenure_procurement_hint_holds (hint, until + 1));
    }
}

#define ACT TENURE_REGIME_PROCUREMENT_ACT
#define LIGHT TENURE_REGIME_LIGHT_TOUCH
#define SELECTION TENURE_REGIME_PROVIDER_SELECTION

static void
test_regimes (void)
{
  static const struct
  {
    const char *regime, *procedure;
    TenureRegime expected;
  } cases[] = {
    { NULL, NULL, TENURE_REGIME_UNKNOWN },
    { "", "Light touch", TENURE_REGIME_UNKNOWN },
    { "Procurement Act 2023", NULL, ACT },
    { "  procurement  ACT 2023 ", "Open", ACT },
    { "PA23", NULL, ACT },
    { "Procurement Act 2023", "Direct award, light-touch", LIGHT },
    { "Procurement Act 2023 (light touch)", NULL, LIGHT },
    { "Light Touch Regime", NULL, LIGHT },
    { "Provider Selection Regime", "Most suitable provider", SELECTION },
    { "PSR direct award C", NULL, SELECTION },
    { "Public Contracts Regulations 2015", "Light touch", TENURE_REGIME_OTHER },
    { "PCR2015", NULL, TENURE_REGIME_OTHER },
    { "Standing orders", NULL, TENURE_REGIME_OTHER },
    { "None: a grant", NULL, TENURE_REGIME_NONE },
    { "Procurement Act 2023, exempt", NULL, TENURE_REGIME_NONE },
    { "N/A", NULL, TENURE_REGIME_NONE },
    { "Not exempt: Procurement Act 2023", NULL, ACT },
    { "Procurement Act 2023, none of the exceptions", NULL, ACT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s, %s", cases[i].regime, cases[i].procedure);
      g_assert_cmpint (tenure_regime_from_words (cases[i].regime, cases[i].procedure), ==, cases[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/procurement-hint/rows", test_rows);
  g_test_add_func ("/procurement-hint/days", test_days);
  g_test_add_func ("/procurement-hint/regimes", test_regimes);
  return g_test_run ();
}
