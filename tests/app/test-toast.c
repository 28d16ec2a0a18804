/* A toast shows the words that it is given, whatever they hold. */

#include "config.h"

#include "app/gtk/toast.h"

static void
test_words (void)
{
  static const char *const cases[] = {
    "Table copied",
    "“Health & Care” is used by 2 agreements",
    "<b>5 < 6</b> & \"so on\"",
    "&amp;",
    "",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AdwToast) toast = tenure_toast_new (cases[i]);
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = NULL;

      pango_parse_markup (adw_toast_get_title (toast), -1, 0, NULL, &shown, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (shown, ==, cases[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/toast/words", test_words);
  return g_test_run ();
}
