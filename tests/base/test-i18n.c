/* The word for the sector, in texts and as people type it. */

#include "base/i18n.h"

typedef struct
{
  const char *typed, *clean;
} Case;

static void
test_clean (void)
{
  static const Case cases[] = {
    { NULL, NULL },
    { "", NULL },
    { " \t ", NULL },
    { "VCSE", "VCSE" },
    { "  third\nsector ", "third sector" },
    { "100 %s {sector}", "100 s sector" },
    { "%%%", NULL },
    { "voluntary & community sector", "voluntary and community sector" },
    { "R&D", "R and D" },
    { "& partners", "partners" },
    { "<b>third</b> sector", "b third /b sector" },
    { "\xff", "\xef\xbf\xbd" },
    { "voluntary, community, faith and social enterprise organisations", "voluntary, community, faith and social e" },
    { "voluntary, community, faith and social é enterprise", "voluntary, community, faith and social é" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = tenure_sector_word_clean (cases[i].typed);

      g_assert_cmpstr (clean, ==, cases[i].clean);
    }
}

static void
test_texts (void)
{
  tenure_sector_word_set (NULL);
  g_assert_cmpstr (tenure_sector_word (), ==, "VCS");
  g_assert_cmpstr (_ ("No {sector} seat"), ==, "No VCS seat");
  g_assert_cmpstr (_ ("No seat"), ==, "No seat");
  g_assert_cmpstr (_ ("A {brace} is kept"), ==, "A {brace} is kept");

  tenure_sector_word_set ("third sector");
  g_assert_cmpstr (_ ("{Sector} seats of the {sector}"), ==, "Third sector seats of the third sector");
  g_assert_cmpstr (ngettext ("%u {sector} seat", "%u {sector} seats", 1), ==, "%u third sector seat");
  g_assert_cmpstr (ngettext ("%u {sector} seat", "%u {sector} seats", 2), ==, "%u third sector seats");
}

static void
test_within_sentence (void)
{
  static const Case cases[] = {
    { "Signed end", "signed end" }, { "VAT", "VAT" }, { "Écart", "écart" }, { "A", "A" }, { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = tenure_label_dup_within_sentence (cases[i].typed);

      g_assert_cmpstr (label, ==, cases[i].clean);
    }
}

/* What a person types never becomes a part of a format. */
static void
test_format (void)
{
  g_autofree char *text = NULL;

  tenure_sector_word_set ("%s%n");
  text = g_strdup_printf (_ ("%u {sector} seats"), 3u);
  g_assert_cmpstr (text, ==, "3 s n seats");
}

/* Texts that were handed out stay as they were. */
static void
test_kept (void)
{
  const char *before;

  tenure_sector_word_set ("VCSE");
  before = _ ("No {sector} seat");
  tenure_sector_word_set ("third sector");
  g_assert_cmpstr (before, ==, "No VCSE seat");
  g_assert_true (_ ("No {sector} seat") == _ ("No {sector} seat"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/i18n/clean", test_clean);
  g_test_add_func ("/i18n/texts", test_texts);
  g_test_add_func ("/i18n/within-sentence", test_within_sentence);
  g_test_add_func ("/i18n/format", test_format);
  g_test_add_func ("/i18n/kept", test_kept);
  return g_test_run ();
}
