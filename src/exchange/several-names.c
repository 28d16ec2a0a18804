#include "config.h"
#include "exchange/several-names-private.h"

#include "base/i18n.h"
#include <string.h>

#include "base/count.h"
#include "base/text.h"

#define MAX_NAMED 4 /* in a label */

/* The patterns are constant: one that does not compile is a fault of the program. */
static char *
replace (const char *pattern, const char *text, const char *by)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, by, 0, NULL);
}

/* --- What is a name ------------------------------------------------------------------------------------------- */

/* Words that go on about the name before them. */
static gboolean
goes_on (const char *part)
{
  return g_regex_match_simple ("^(t/?a|trading as|formerly|previously|now|known as|a\\.?k\\.?a\\.?|c/o|part of|on behalf of|"
                               "including|reg(istered)?|charity|company|no|nos|number|ref|tel|email|www|https?|unit|suite|"
                               "floor|po box)\\b|@",
                               part, G_REGEX_CASELESS, 0);
}

/* "12 High Street", which is no name, beside "42nd Street", which is. */
static gboolean
is_address (const char *part)
{
  return g_regex_match_simple ("^[0-9]+[a-z]?,? .*\\b(street|st|road|rd|lane|avenue|way|court|house|place|square|park|"
                               "drive|close)\\b",
                               part, G_REGEX_CASELESS, 0);
}

static gboolean
begins_as_name (const char *part)
{
  gunichar first = g_utf8_get_char (part);

  return g_unichar_isupper (first) || g_unichar_isdigit (first);
}

static gboolean
is_name (const char *part)
{
  guint letters = 0;

  for (const char *c = part; *c != '\0'; c = g_utf8_next_char (c))
    letters += g_unichar_isalpha (g_utf8_get_char (c));
  return letters >= 2 && begins_as_name (part) && !goes_on (part) && !is_address (part);
}

/* --- Taking apart --------------------------------------------------------------------------------------------- */

static gboolean
is_numbered (const char *text)
{
  return g_regex_match_simple ("(^|[\\s;,])\\(?1[).]\\s*[[:alpha:]].*[\\s;,]\\(?2[).]\\s*[[:alpha:]]", text, G_REGEX_DOTALL,
                               0);
}

/* One postcode is that of an address; several belong to several. */
static gboolean
is_name_with_address (const char *text)
{
  g_autoptr (GRegex) postcode = g_regex_new ("\\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\\b", 0, 0, NULL);
  g_autoptr (GMatchInfo) found = NULL;

  return g_regex_match (postcode, text, 0, &found) && !g_match_info_next (found, NULL);
}

/* The parts of @text between what stands between names. */
static char **
split_at_signs (const char *text)
{
  g_autofree char *plain = replace ("&#?[a-z0-9]{1,8};", text, "&");
  g_autofree char *unnumbered = NULL;

  if (is_numbered (plain))
    unnumbered = replace ("(^|[\\s;,])\\(?[0-9]{1,2}[).]\\s*(?=[[:alpha:]])", plain, "\n");
  return g_regex_split_simple ("\\s*(?:[;\\n\\r•|]|\\s/\\s)\\s*", unnumbered != NULL ? unnumbered : plain, 0, 0);
}

static gboolean
is_legal_form (const char *word, gsize length)
{
  static const char *const forms[] = { "ltd", "limited", "cic", "cio", "plc", "llp" };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (strlen (forms[i]) == length && g_ascii_strncasecmp (forms[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

static guint
count_legal_forms (const char *text)
{
  static const char between[] = " ,&+.()\t";
  guint n = 0;

  for (const char *word = text + strspn (text, between); *word != '\0'; word += strspn (word, between))
    {
      gsize length = strcspn (word, between);

      n += is_legal_form (word, length);
      word += length;
    }
  return n;
}

static gboolean
ends_in_legal_form (const char *part)
{
  gsize end = strlen (part), start;

  while (end > 0 && part[end - 1] == '.')
    end--;
  start = end;
  while (start > 0 && g_ascii_isalpha (part[start - 1]))
    start--;
  return start > 0 && is_legal_form (part + start, end - start);
}

/* "A Ltd, B Ltd and C CIC": NULL unless each part has a legal form. */
static char **
split_at_legal_forms (const char *text)
{
  g_auto (GStrv) parts = g_regex_split_simple ("\\s*(?:,|&|\\+|\\band\\b)\\s*", text, G_REGEX_CASELESS, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    if (!ends_in_legal_form (parts[i]))
      return NULL;
  return g_steal_pointer (&parts);
}

/* @part as a name, without the comma that a list leaves behind; NULL where it is none. */
static char *
dup_name (const char *part)
{
  g_autofree char *name = tenure_text_dup_clean (part);

  while (name != NULL && g_str_has_suffix (name, ","))
    name[strlen (name) - 1] = '\0';
  return name != NULL && is_name (name) ? g_steal_pointer (&name) : NULL;
}

/* What "Lark Ltd" and "LARK LIMITED" have in common. */
static char *
dup_key (const char *name)
{
  char *key = tenure_text_dup_key (name);

  if (g_str_has_suffix (key, " limited"))
    key[strlen (key) - strlen (" limited")] = '\0';
  else if (g_str_has_suffix (key, " ltd"))
    key[strlen (key) - strlen (" ltd")] = '\0';
  return key;
}

/* Those of @parts that are names, each once; NULL where that is one. */
static char **
keep_names (char **parts)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      g_autofree char *name = dup_name (parts[i]);

      if (name != NULL && g_hash_table_add (seen, dup_key (name)))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  if (names->len < 2)
    return NULL;
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/* Whether it is worth looking closer: a register has a hundred thousand rows, and patterns are slow. */
static gboolean
has_signs (const char *text)
{
  return strpbrk (text, ";\n\r|") != NULL || strstr (text, " / ") != NULL || strstr (text, "•") != NULL
         || (strpbrk (text, "1") != NULL && (strstr (text, "2)") != NULL || strstr (text, "2.") != NULL));
}

char **
tenure_several_names_find (const char *text)
{
  gboolean signs;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  signs = has_signs (text);
  if ((!signs && count_legal_forms (text) < 2) || !g_utf8_validate (text, -1, NULL) || is_name_with_address (text))
    return NULL;
  parts = signs ? split_at_signs (text) : split_at_legal_forms (text);
  return keep_names (parts);
}

char *
tenure_several_names_dup_label (char **names)
{
  guint n = g_strv_length (names), named = n > MAX_NAMED + 1 ? MAX_NAMED : n;
  GString *label = g_string_new (NULL);

  for (guint i = 0; i < named; i++)
    /* Translators: one of several names in a list. */
    g_string_append_printf (label, i > 0 ? _ (", “%s”") : _ ("“%s”"), names[i]);
  if (named < n)
    /* Translators: after a list of names: "“A”, “B” and 15 others". */
    tenure_count_append_words (label, ngettext (" and %s other", " and %s others", n - named), n - named);
  return g_string_free (label, FALSE);
}
