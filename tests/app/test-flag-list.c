/* What the line says that stands for flags which cannot be told. */

#include "config.h"

#include "app/flag-list.h"

static void
test_untold (void)
{
  static const struct
  {
    guint64 missing[4]; /* of each flag; 0 ends them */
    const char *words;
  } cases[] = {
    { { TENURE_MISSING_START, TENURE_MISSING_START, TENURE_MISSING_START },
      "3 rules cannot tell yet: start is not recorded" },
    /* What most of them lack comes first. */
    { { TENURE_MISSING_VALUE, TENURE_MISSING_START | TENURE_MISSING_END, TENURE_MISSING_END },
      "3 rules cannot tell yet: signed end, start, value are not recorded" },
    { { TENURE_MISSING_START | TENURE_MISSING_VALUE | TENURE_MISSING_PROVIDER,
        TENURE_MISSING_START | TENURE_MISSING_END | TENURE_MISSING_FUNDER_NOTICE, TENURE_MISSING_END, TENURE_MISSING_END },
      "4 rules cannot tell yet: signed end, start, provider and 2 more are not recorded" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureFlag flags[G_N_ELEMENTS (cases[i].missing)] = { 0 };
      g_autoptr (GPtrArray) list = g_ptr_array_new ();
      g_autofree char *words = NULL;

      for (gsize f = 0; f < G_N_ELEMENTS (flags) && cases[i].missing[f] != 0; f++)
        {
          flags[f] = (TenureFlag){ .level = TENURE_LEVEL_CANNOT_TELL, .exemption = -1, .missing = cases[i].missing[f] };
          g_ptr_array_add (list, &flags[f]);
        }
      words = tenure_flag_list_dup_untold (list);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flag-list/untold", test_untold);
  return g_test_run ();
}
