#include "base/count.h"

static void
test_label (void)
{
  static const struct
  {
    guint64 n;
    const char *label;
  } cases[] = {
    { 0, "0" },
    { 999, "999" },
    { 1000, "1,000" },
    { 100000, "100,000" },
    { 1234567, "1,234,567" },
    { G_MAXUINT64, "18,446,744,073,709,551,615" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = tenure_count_dup_label (cases[i].n);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_words (void)
{
  g_autofree char *many = tenure_count_dup_words ("; %s seats of 100 %", 1234);
  g_autofree char *none = tenure_count_dup_words ("seats", 2);
  g_autoptr (GString) text = g_string_new ("all");

  g_assert_cmpstr (many, ==, "; 1,234 seats of 100 %");
  g_assert_cmpstr (none, ==, "seats");
  tenure_count_append_words (text, " %s", 12000);
  g_assert_cmpstr (text->str, ==, "all 12,000");
}

static void
test_several (void)
{
  static const struct
  {
    const char *words, *text;
  } cases[] = {
    { "%1$s of %2$s known", "1,000 of 23,456 known" },
    { "of %2$s known: %1$s", "of 23,456 known: 1,000" },
    { "%1$s%2$s, %1$s", "1,00023,456, 1,000" },
    { "5 % of %3$s, %0$s, %s, %1$u, %", "5 % of %3$s, %0$s, %s, %1$u, %" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tenure_count_dup_several (cases[i].words, 2, (guint64[]){ 1000, 23456 });

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_more (void)
{
  g_autofree char *one = tenure_count_dup_more (1);
  g_autofree char *many = tenure_count_dup_more (12000);

  g_assert_cmpstr (one, ==, "and 1 more");
  g_assert_cmpstr (many, ==, "and 12,000 more");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/count/label", test_label);
  g_test_add_func ("/count/words", test_words);
  g_test_add_func ("/count/several", test_several);
  g_test_add_func ("/count/more", test_more);
  return g_test_run ();
}
