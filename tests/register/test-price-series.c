/* The price indexes that come along: what a document gets, once, and how it is taken back. */

#include "register/price-series.h"

#include "analysis/real-price.h"
#include "catalogue/price-series.h"
#include "register-fixture.h"
#include "store/history.h"

static guint
count (RegisterFixture *fixture, TenureRecordType type)
{
  return (guint) tenure_reader_count (tenure_document_get_reader (fixture->document), type, NULL);
}

/* Each rate is of a year, has a source, and comes after the one before. */
static void
test_table (void)
{
  guint n_usual = 0;

  for (guint i = 0; i < TENURE_N_PRICE_SERIES; i++)
    {
      const TenurePriceSeries *series = tenure_price_series (i);
      TenureDay before = TENURE_DAY_MIN;

      g_test_message ("%s", series->name);
      n_usual += series->usual ? 1 : 0;
      g_assert_nonnull (series->source);
      for (guint r = 0; r < TENURE_PRICE_SERIES_MAX_RATES && series->rates[r].from != NULL; r++)
        {
          TenureDay from = TENURE_DAY_NONE;

          g_assert_true (tenure_day_parse_iso (series->rates[r].from, &from));
          g_assert_cmpint (from, >, before);
          g_assert_nonnull (series->rates[r].source);
          before = from;
        }
      g_assert_cmpint (before, >, TENURE_DAY_MIN);
    }
  g_assert_cmpuint (n_usual, ==, 1);
}

/* One step, taken back as one; a second time there is nothing to add, and no step either. */
static void
test_once (RegisterFixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);

  g_assert_cmpint (tenure_price_series_count_absent (reader, NULL), ==, TENURE_N_PRICE_SERIES);
  g_assert_cmpint (tenure_price_series_add (fixture->document, NULL), ==, TENURE_N_PRICE_SERIES);
  g_assert_cmpuint (count (fixture, TENURE_RECORD_PRICE_INDEX), ==, 3);
  g_assert_cmpuint (count (fixture, TENURE_RECORD_INDEX_RATE), ==, 13);
  g_assert_cmpint (tenure_price_series_count_absent (reader, NULL), ==, 0);
  g_assert_cmpint (tenure_price_series_add (fixture->document, NULL), ==, 0);

  g_assert_true (tenure_document_undo (fixture->document, NULL, NULL));
  g_assert_cmpuint (count (fixture, TENURE_RECORD_PRICE_INDEX), ==, 0);
  g_assert_cmpuint (count (fixture, TENURE_RECORD_INDEX_RATE), ==, 0);
}

/* What somebody has made is left as it is, also what is called almost the same, and stays the one that is used. */
static void
test_beside_own (RegisterFixture *fixture, gconstpointer data)
{
  const TenureFacts *facts;
  guint n_usual = 0;

  register_fixture_insert (fixture, TENURE_RECORD_PRICE_INDEX, "name", " nhs  Cost uplift", "usual", "1", NULL);
  g_assert_cmpint (tenure_price_series_add (fixture->document, NULL), ==, 2);
  register_fixture_read (fixture);
  facts = tenure_basis_get_facts (fixture->basis);
  g_assert_cmpuint (facts->n_price_indexes, ==, 3);
  for (guint i = 0; i < facts->n_price_indexes; i++)
    n_usual += facts->price_indexes[i].usual == TENURE_FACT_YES ? 1 : 0;
  g_assert_cmpuint (n_usual, ==, 1);
}

/* In a document that had none, an uplift can be told against prices: 2 % from April 2026, when they had risen by 3.3 %. */
static void
test_real_price (RegisterFixture *fixture, gconstpointer data)
{
  const char *agreement = register_fixture_insert (fixture, TENURE_RECORD_AGREEMENT, "title", "Advice line", "start",
                                                   "2025-04-01", "end", "2028-03-31", NULL);
  TenureRealPrice price;

  register_fixture_insert (fixture, TENURE_RECORD_UPLIFT, "agreement", agreement, "from_day", "2026-04-01", "rate", "200", NULL);
  g_assert_cmpint (tenure_price_series_add (fixture->document, NULL), ==, TENURE_N_PRICE_SERIES);
  register_fixture_read (fixture);
  price = tenure_real_price (tenure_basis_get_terms (fixture->basis), 0);
  g_assert_true (price.known);
  g_assert_cmpint (price.years, ==, 1);
  g_assert_cmpfloat_with_epsilon (price.change, 1.02 / 1.033 - 1, 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/price-series/table", test_table);
  g_test_add ("/price-series/once", RegisterFixture, NULL, register_fixture_set_up_empty, test_once, register_fixture_tear_down);
  g_test_add ("/price-series/beside-own", RegisterFixture, NULL, register_fixture_set_up_empty, test_beside_own,
              register_fixture_tear_down);
  g_test_add ("/price-series/real-price", RegisterFixture, NULL, register_fixture_set_up_empty, test_real_price,
              register_fixture_tear_down);
  return g_test_run ();
}
