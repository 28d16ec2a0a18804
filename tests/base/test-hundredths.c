#include "base/hundredths.h"

static const struct
{
  const char *text;
  char sign;
  gint64 hundredths; /* -1: refused */
  const char *shown;
} cases[] = {
  { "12", '\0', 1200, "12" },
  { "12.5", '\0', 1250, "12.5" },
  { "0.05", '\0', 5, "0.05" },
  { "2.50", '\0', 250, "2.5" },
  { "0", '\0', 0, "0" },
  { "12.5 %", '%', 1250, "12.5" },
  { "12.5%", '%', 1250, "12.5" },
  { "12.5", '%', 1250, "12.5" },
  { "1000000000", '\0', G_GINT64_CONSTANT (100000000000), "1000000000" },
  { "1000000001", '\0', -1, NULL },
  { "99999999999999999999", '\0', -1, NULL },
  { "12.5 %", '\0', -1, NULL },
  { "12.555", '\0', -1, NULL },
  { "-1", '\0', -1, NULL },
  { ".5", '\0', -1, NULL },
  { "2,5", '\0', -1, NULL },
  { " 2", '\0', -1, NULL },
  { "", '\0', -1, NULL },
  { "12%%", '%', -1, NULL },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 hundredths;
      g_autofree char *shown = NULL;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (tenure_hundredths_parse (cases[i].text, cases[i].sign, &hundredths), ==, cases[i].hundredths >= 0);
      if (cases[i].hundredths < 0)
        continue;
      g_assert_cmpint (hundredths, ==, cases[i].hundredths);
      shown = tenure_hundredths_dup_text (hundredths);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_negative (void)
{
  g_autofree char *small = tenure_hundredths_dup_text (-25), *least = tenure_hundredths_dup_text (G_MININT64);

  g_assert_cmpstr (small, ==, "-0.25");
  g_assert_cmpstr (least, ==, "-92233720368547758.08");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hundredths/parse", test_parse);
  g_test_add_func ("/hundredths/negative", test_negative);
  return g_test_run ();
}
