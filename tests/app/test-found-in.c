/* Where a search found an agreement, in words. */

#include "config.h"

#include "app/agreements/found-in.h"

static void
test_markup (void)
{
  TenureFoundSource sources[] = {
    { (char *) "", (char *) "Lantern Trust", TRUE },
    { (char *) "title", (char *) "Home from hospital", TRUE },
    { (char *) "notes",
      (char *) "Reviewed in May & again in June; the night sitting in Thrushby stays as it was agreed at the beginning", FALSE },
    { (char *) "a number of its provider", (char *) "GB-CHC-1155021", FALSE },
    { (char *) "a former name of its provider", (char *) "Café Llwybr", FALSE },
  };
  static const struct
  {
    const char *search, *markup;
  } cases[] = {
    { "lantern hosp", NULL },
    { "nowhere", NULL },
    { "SITT", "Found in notes: “… &amp; again in June; the night <b>sitting</b> in Thrushby stays as it …”" },
    { "may", "Found in notes: “Reviewed in <b>May</b> &amp; again in June; the night …”" },
    { "1155021", "Found in a number of its provider: “GB-CHC-<b>1155021</b>”" },
    { "GB-CHC-115", "Found in a number of its provider: “<b>GB</b>-CHC-1155021”" },
    { "cafe lantern", "Found in a former name of its provider: “<b>Café</b> Llwybr”" },
    { "beginning llw", "Found in notes: “… as it was agreed at the <b>beginning</b>”\n"
                       "Found in a former name of its provider: “Café <b>Llwybr</b>”" },
  };
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    g_ptr_array_add (list, &sources[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markup = tenure_found_in_dup_markup (list, cases[i].search);

      g_assert_cmpstr (markup, ==, cases[i].markup);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/found-in/markup", test_markup);
  return g_test_run ();
}
