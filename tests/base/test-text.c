/* Text as it comes out of spreadsheets: invisible characters, wide letters, titles spelt a hundred ways, and bytes
 * that are no text at all. */

#include "base/text.h"

#include <string.h>

typedef char *(*Fold) (const char *text);

typedef struct
{
  const char *text, *expected;
} Case;

static void
check (Fold fold, const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *actual = fold (cases[i].text);
      g_autofree char *again = fold (actual);

      g_test_message ("“%s”", cases[i].text != NULL ? cases[i].text : "(null)");
      g_assert_cmpstr (actual, ==, cases[i].expected);
      /* Folding what is folded changes nothing. */
      g_assert_cmpstr (again, ==, cases[i].expected);
    }
}

static void
test_clean (void)
{
  static const Case cases[] = {
    { "Harbour Lights", "Harbour Lights" },
    { "  Harbour \t\r\n Lights \n", "Harbour Lights" },
    { "\u00a0Harbour\u00a0\u2003Lights\u00a0", "Harbour Lights" },
    { "\ufeffIdentifier", "Identifier" },
    { "Harbour\u200b Lights\u200b", "Harbour Lights" },
    { "Har\u200bbour\ufeff Lights", "Harbour Lights" },
    /* Joiners shape words of other scripts and pictures; inside a word they belong to it. */
    { "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645" },
    { "\u200dHarbour\u200c", "Harbour" },
    { "Harbour \u200d Lights", "Harbour Lights" },
    { "Café Éire – “Ty’r Môr”", "Café Éire – “Ty’r Môr”" },
    { "", NULL },
    { " \t\u00a0\u200b\ufeff\n", NULL },
    { "\u200d", NULL },
    { NULL, NULL },
  };

  check (tenure_text_dup_clean, cases, G_N_ELEMENTS (cases));
}

static void
test_key (void)
{
  static const Case cases[] = {
    { "  HARBOUR  Lights ", "harbour lights" },
    { "ＨＡＲＢＯＵＲ　Ｌｉｇｈｔｓ", "harbour lights" },
    { "Cafe\u0301", "café" },
    { "Caf\u00c9", "café" },
    { "o\ufb03ce", "office" },
    { "Har\u200cbour", "harbour" },
    { "\u00a8", "\u0308" },
    { "\u3000", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  check (tenure_text_dup_key, cases, G_N_ELEMENTS (cases));
}

static void
test_header_key (void)
{
  static const Case cases[] = {
    { "Identifier", "identifier" },
    { "IdeNtif      ier", "identifier" },
    { "Recipient Org:Identifier", "recipientorg:identifier" },
    { "Recipient Org : Department", "recipientorg:department" },
    { "Grant Programme: Title", "grantprogramme:title" },
    { "CONTRACT_TITLE", "contracttitle" },
    { "Contract Title", "contracttitle" },
    { "\ufeffContract\u00a0Title\n", "contracttitle" },
    { "Net Amount(£)", "netamount(£)" },
    { "Planned Dates:Duration (months)", "planneddates:duration(months)" },
    { "VCSE?", "vcse?" },
    { " ", "" },
    { NULL, "" },
  };

  check (tenure_text_dup_header_key, cases, G_N_ELEMENTS (cases));
}

/* Bytes of a file are hostile until read: nothing may run past the end of the text or hand on what is no UTF-8. */
static void
test_broken_bytes (void)
{
  static const Fold folds[] = { tenure_text_dup_clean, tenure_text_dup_key, tenure_text_dup_header_key };
  static const char *const cases[] = { "\xe2", "abc\xe2\x82", "\xff\xfe", "\xc0\x80", "a\xf0\x9f\x92", "\xed\xa0\x80" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize f = 0; f < G_N_ELEMENTS (folds); f++)
      {
        /* On the heap without slack, where a sanitizer sees the first byte read too far. */
        g_autofree char *text = g_memdup2 (cases[i], strlen (cases[i]) + 1);
        g_autofree char *folded = folds[f](text);

        g_test_message ("case %" G_GSIZE_FORMAT, i);
        g_assert_nonnull (folded);
        g_assert_true (g_utf8_validate (folded, -1, NULL));
        g_assert_nonnull (strstr (folded, "\ufffd"));
      }
}

static void
test_random_bytes (void)
{
  static const Fold folds[] = { tenure_text_dup_clean, tenure_text_dup_key, tenure_text_dup_header_key };

  for (int round = 0; round < 20000; round++)
    {
      gsize length = (gsize) g_test_rand_int_range (0, 24);
      g_autofree char *text = g_malloc (length + 1);

      for (gsize i = 0; i < length; i++)
        text[i] = (char) g_test_rand_int_range (1, 256);
      text[length] = '\0';
      for (gsize f = 0; f < G_N_ELEMENTS (folds); f++)
        {
          g_autofree char *folded = folds[f](text);

          g_assert_true (folded == NULL || g_utf8_validate (folded, -1, NULL));
        }
    }
}

/* Matching by key only works when the key of a key is itself, for every character there is. */
static void
test_key_of_every_character (void)
{
  for (gunichar c = 1; c <= 0x10ffff; c++)
    {
      char text[16] = "a";
      g_autofree char *key = NULL;
      g_autofree char *again = NULL;

      if (!g_unichar_validate (c))
        continue;
      text[1 + g_unichar_to_utf8 (c, text + 1)] = 'Z';
      key = tenure_text_dup_key (text);
      again = tenure_text_dup_key (key);
      if (g_strcmp0 (key, again) != 0)
        g_error ("U+%04X: “%s” became “%s”", c, key, again);
    }
}

static void
test_json (void)
{
  static const Case cases[] = {
    { "plain", "\"plain\"" },
    { "", "\"\"" },
    { NULL, "\"\"" },
    { "say \"hi\" \\ bye", "\"say \\\"hi\\\" \\\\ bye\"" },
    { "a\nb\rc\td", "\"a\\nb\\rc\\td\"" },
    { "\x01\x1f\x7f", "\"\\u0001\\u001f\x7f\"" },
    { "£ – “é” 😀", "\"£ – “é” 😀\"" },
    { "</script>", "\"</script>\"" },
    { "a\xff" "b", "\"a\ufffd" "b\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) json = g_string_new ("[");

      tenure_text_append_json (json, cases[i].text);
      g_assert_cmpint (json->str[0], ==, '[');
      g_assert_cmpstr (json->str + 1, ==, cases[i].expected);
    }
}

static void
test_list (void)
{
  static const Case cases[] = {
    { "loneliness;  advice; Advice", "loneliness; advice" },
    { ";; one ;", "one" },
    { "a\nb;c", "a; b; c" },
    { " ; \n", NULL },
    { "", NULL },
    { NULL, NULL },
    { "Advice, and more; Ynys M\303\264n", "Advice, and more; Ynys M\303\264n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *list = tenure_text_dup_list (cases[i].text);
      g_autofree char *again = tenure_text_dup_list (list);

      g_assert_cmpstr (list, ==, cases[i].expected);
      g_assert_cmpstr (again, ==, list);
    }
}

static void
test_same (void)
{
  static const struct
  {
    const char *a, *b;
    gboolean same;
  } cases[] = {
    { "Lantern Trust", "LANTERN  trust ", TRUE },
    { "Chœur d’été", "CHŒUR D’E\u0301TE\u0301", TRUE },
    { "e\u0301clat", "Éclat", TRUE },
    { " Lantern", "Lantern", TRUE },
    { "\u212aelvin", "kelvin", TRUE },
    { "Lantern", "Lanterns", FALSE },
    { "Lantern", "Harbour", FALSE },
    { "E\u0301clat", "Eclat", FALSE },
    { "", " ", FALSE },
    { NULL, NULL, FALSE },
    { "Lantern", NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”, “%s”", cases[i].a != NULL ? cases[i].a : "(null)", cases[i].b != NULL ? cases[i].b : "(null)");
      g_assert_cmpint (tenure_text_is_same (cases[i].a, cases[i].b), ==, cases[i].same);
      g_assert_cmpint (tenure_text_is_same (cases[i].b, cases[i].a), ==, cases[i].same);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/key", test_key);
  g_test_add_func ("/text/same", test_same);
  g_test_add_func ("/text/header-key", test_header_key);
  g_test_add_func ("/text/broken-bytes", test_broken_bytes);
  g_test_add_func ("/text/random-bytes", test_random_bytes);
  g_test_add_func ("/text/key-of-every-character", test_key_of_every_character);
  g_test_add_func ("/text/list", test_list);
  g_test_add_func ("/text/json", test_json);
  return g_test_run ();
}
