#include "exchange/read-money.h"

#define EUR TENURE_CURRENCY ('E', 'U', 'R')
#define USD TENURE_CURRENCY ('U', 'S', 'D')
#define JPY TENURE_CURRENCY ('J', 'P', 'Y')
#define KWD TENURE_CURRENCY ('K', 'W', 'D')
#define GBP TENURE_CURRENCY_GBP
#define NONE TENURE_CURRENCY_NONE

static void
test_text (void)
{
  static const struct
  {
    const char *text;
    TenureCurrency wanted;
    gint64 minor;
    TenureCurrency currency;
    TenureReadBasis basis;
    TenureReadNote note;
  } cases[] = {
    { "45000", GBP, 4500000, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "45000.5", GBP, 4500050, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "0", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "0.00", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "007.50", GBP, 750, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "70667.0", GBP, 7066700, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "£3,712,490.00", NONE, 371249000, GBP, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { " £1,234.00 ", NONE, 123400, GBP, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "£ 1,234", NONE, 123400, GBP, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "17,075.40", GBP, 1707540, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "GBP 45,000", NONE, 4500000, GBP, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "45,000 gbp", NONE, 4500000, GBP, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "45 000", GBP, 4500000, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "£1\xc2\xa0" "234 567.50 a year", NONE, 123456750, GBP, TENURE_BASIS_ANNUAL, TENURE_READ_EXACT },
    { "45 00", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_INVALID },
    { "4500 000", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_INVALID },
    { "1,234 567", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_INVALID },
    { "€12.50", NONE, 1250, EUR, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "US$12", NONE, 1200, USD, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "1200", JPY, 1200, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "JPY 1,200", GBP, 1200, JPY, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "1.234", KWD, 1234, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "£45,000 per annum", NONE, 4500000, GBP, TENURE_BASIS_ANNUAL, TENURE_READ_EXACT },
    { "£45,000 p.a.", NONE, 4500000, GBP, TENURE_BASIS_ANNUAL, TENURE_READ_EXACT },
    { "45k pa", GBP, 4500000, NONE, TENURE_BASIS_ANNUAL, TENURE_READ_EXACT },
    { "£45,000 a year", NONE, 4500000, GBP, TENURE_BASIS_ANNUAL, TENURE_READ_EXACT },
    { "£45,000 in total", NONE, 4500000, GBP, TENURE_BASIS_TOTAL, TENURE_READ_EXACT },
    { "£120k", NONE, 12000000, GBP, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "£1.2m", NONE, 120000000, GBP, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "£1.25 million", NONE, 125000000, GBP, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "4.5e4", GBP, 4500000, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "1E+3", GBP, 100000, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "approx. £120k", NONE, 12000000, GBP, TENURE_BASIS_UNKNOWN, TENURE_READ_APPROXIMATE },
    { "c. £5,000", NONE, 500000, GBP, TENURE_BASIS_UNKNOWN, TENURE_READ_APPROXIMATE },
    { "~5000", GBP, 500000, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_APPROXIMATE },
    { "£5,000 approx", NONE, 500000, GBP, TENURE_BASIS_UNKNOWN, TENURE_READ_APPROXIMATE },
    { "-12.50", GBP, -1250, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "-1,296.06", GBP, -129606, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "106,396.00-", GBP, -10639600, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "(12.50)", GBP, -1250, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "£(12.50)", NONE, -1250, GBP, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "-£12.50", NONE, -1250, GBP, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    { "\xe2\x88\x92" "12.50", GBP, -1250, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_EXACT },
    /* Half to even. */
    { "0.125", GBP, 12, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_ROUNDED },
    { "0.135", GBP, 14, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_ROUNDED },
    { "0.1251", GBP, 13, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_ROUNDED },
    { "1.5", JPY, 2, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_ROUNDED },
    { "2.5", JPY, 2, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_ROUNDED },
    { "92233720368547758.07", GBP, G_MAXINT64, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_INVALID },

    { "", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_BLANK },
    { " \t", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_BLANK },
    { "TBC", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_UNKNOWN },
    { "n/a", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_UNKNOWN },
    { "12,50", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_INVALID },
    { "1.234,56", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_INVALID },
    { "1,2345", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_INVALID },
    { "1234,567", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_INVALID },
    { ",123", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_INVALID },
    { "1.2.3", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_INVALID },
    { "(12.50", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_INVALID },
    { "12.50)", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_INVALID },
    { "£", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_INVALID },
    { "£10,000 - £20,000", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_INVALID },
    { "£45,000 maximum", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_INVALID },
    { "1e", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_INVALID },
    { "1e999999999", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_INVALID },
    { "1e-999999999", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_INVALID },
    { "123456789012345678901", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_INVALID },
    { "This should be a number", GBP, 0, NONE, TENURE_BASIS_UNKNOWN, TENURE_READ_INVALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureReadMoney money = tenure_read_money_text (cases[i].text, cases[i].wanted);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (tenure_read_note_code (money.note), ==, tenure_read_note_code (cases[i].note));
      if (!tenure_read_has_value (money.note))
        continue;
      g_assert_cmpint (money.minor, ==, cases[i].minor);
      g_assert_cmpuint (money.currency, ==, cases[i].currency);
      g_assert_cmpint (money.basis, ==, cases[i].basis);
    }
}

static void
test_cells (void)
{
  static const struct
  {
    const char *text;
    TenureCellKind kind;
    gint64 minor;
    TenureReadNote note;
  } cases[] = {
    { "1168920.4500000001", TENURE_CELL_NUMBER, 116892045, TENURE_READ_EXACT },
    { "2905078.69", TENURE_CELL_CURRENCY, 290507869, TENURE_READ_EXACT },
    { "1000.1", TENURE_CELL_NUMBER, 100010, TENURE_READ_EXACT },
    { "1000.1", TENURE_CELL_TEXT, 100010, TENURE_READ_EXACT },
    { "3.579457553760001E9", TENURE_CELL_NUMBER, 357945755376, TENURE_READ_EXACT },
    { "0.1", TENURE_CELL_NUMBER, 10, TENURE_READ_EXACT },
    { "12.345", TENURE_CELL_NUMBER, 1234, TENURE_READ_ROUNDED },
    { "true", TENURE_CELL_BOOLEAN, 0, TENURE_READ_INVALID },
    { "2020-01-01", TENURE_CELL_DATE, 0, TENURE_READ_INVALID },
    { "#DIV/0!", TENURE_CELL_ERROR, 0, TENURE_READ_INVALID },
    { "", TENURE_CELL_EMPTY, 0, TENURE_READ_BLANK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureCell cell = { .text = cases[i].text, .kind = cases[i].kind, .day = TENURE_DAY_NONE };
      TenureReadMoney money = tenure_read_money (&cell, GBP);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (tenure_read_note_code (money.note), ==, tenure_read_note_code (cases[i].note));
      g_assert_cmpint (money.minor, ==, cases[i].minor);
    }
}

/* Seven times 1,000.10 is 7,000.70: no binary fraction comes near. */
static void
test_exact_sum (void)
{
  gint64 sum = 0;

  for (int i = 0; i < 7; i++)
    sum += tenure_read_money_text ("1000.1", GBP).minor;
  g_assert_cmpint (sum, ==, 700070);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read-money/text", test_text);
  g_test_add_func ("/read-money/cells", test_cells);
  g_test_add_func ("/read-money/exact-sum", test_exact_sum);
  return g_test_run ();
}
