#include "base/text.h"

#include <string.h>

/* Invisible in every sheet they come from, and never meant: zero-width space, word joiner, byte order mark. */
static gboolean
is_debris (gunichar c)
{
  return c == 0x200b || c == 0x2060 || c == 0xfeff;
}

/* Joiners shape words of other scripts and pictures made of several: they belong to the word around them, and are
 * debris anywhere else. */
static gboolean
is_joiner (gunichar c)
{
  return c == 0x200c || c == 0x200d;
}

/* @text must be valid UTF-8. A joiner waits until the character after it decides whether it is inside a word. */
static char *
clean_valid (const char *text)
{
  g_autoptr (GString) clean = g_string_sized_new (32);
  const char *joiner = NULL;
  gboolean gap = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_debris (c))
        continue;
      if (g_unichar_isspace (c))
        {
          gap = TRUE;
          continue;
        }
      if (is_joiner (c))
        {
          joiner = p;
          continue;
        }
      if (clean->len > 0 && gap)
        g_string_append_c (clean, ' ');
      else if (clean->len > 0 && joiner != NULL)
        g_string_append_len (clean, joiner, g_utf8_next_char (joiner) - joiner);
      gap = FALSE;
      joiner = NULL;
      g_string_append_unichar (clean, c);
    }
  return clean->len > 0 ? g_string_free (g_steal_pointer (&clean), FALSE) : NULL;
}

char *
tenure_text_dup_clean (const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return NULL;
  if (g_utf8_validate (text, -1, NULL))
    return clean_valid (text);
  valid = g_utf8_make_valid (text, -1);
  return clean_valid (valid);
}

static gboolean
is_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;
  return TRUE;
}

static void
drop_joiners (char *text)
{
  char *to = text;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_joiner (g_utf8_get_char (p)))
      for (const char *end = g_utf8_next_char (p), *byte = p; byte < end; byte++)
        *to++ = *byte;
  *to = '\0';
}

char *
tenure_text_dup_key (const char *text)
{
  g_autofree char *clean = tenure_text_dup_clean (text);
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;

  if (clean == NULL)
    return NULL;
  /* Nearly every cell; a register of a hundred thousand rows makes several hundred thousand keys. */
  if (is_ascii (clean))
    return g_ascii_strdown (clean, -1);
  folded = g_utf8_casefold (clean, -1);
  normal = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE);
  drop_joiners (normal);
  /* Normalising may have brought out capitals and spaces of its own: "㎖" is two letters, "¨" a space and a mark. */
  g_clear_pointer (&folded, g_free);
  folded = g_utf8_casefold (normal, -1);
  return tenure_text_dup_clean (folded);
}

gboolean
tenure_text_is_same (const char *a, const char *b)
{
  g_autofree char *key_a = NULL, *key_b = NULL;

  if (a == NULL || b == NULL)
    return FALSE;
  /* Most pairs, and a timeline asks of a hundred thousand: no mark that follows makes one plain letter another. */
  if (g_ascii_isalnum (*a) && g_ascii_isalnum (*b) && g_ascii_tolower (*a) != g_ascii_tolower (*b))
    return FALSE;
  key_a = tenure_text_dup_key (a);
  key_b = tenure_text_dup_key (b);
  return key_a != NULL && g_strcmp0 (key_a, key_b) == 0;
}

char *
tenure_text_dup_header_key (const char *text)
{
  g_autofree char *key = tenure_text_dup_key (text);
  GString *bare = g_string_new (NULL);

  for (const char *p = key; p != NULL && *p != '\0'; p++)
    if (*p != ' ' && *p != '_')
      g_string_append_c (bare, *p);
  return g_string_free (bare, FALSE);
}

char *
tenure_text_dup_list (const char *text)
{
  g_auto (GStrv) items = g_strsplit_set (text != NULL ? text : "", ";\n", -1);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *item = tenure_text_dup_clean (items[i]);

      if (item == NULL || !g_hash_table_add (keys, tenure_text_dup_key (item)))
        continue;
      g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "", item);
    }
  return list->len > 0 ? g_string_free (g_steal_pointer (&list), FALSE) : NULL;
}

static void
append_escape (GString *json, char c)
{
  static const struct
  {
    char c;
    const char *escape;
  } short_escapes[] = { { '"', "\\\"" }, { '\\', "\\\\" }, { '\n', "\\n" }, { '\r', "\\r" }, { '\t', "\\t" } };

  for (gsize i = 0; i < G_N_ELEMENTS (short_escapes); i++)
    if (short_escapes[i].c == c)
      {
        g_string_append (json, short_escapes[i].escape);
        return;
      }
  g_string_append_printf (json, "\\u%04x", (guint) (guchar) c);
}

void
tenure_text_append_json (GString *json, const char *text)
{
  g_autofree char *mended = NULL;

  g_return_if_fail (json != NULL);

  if (text == NULL)
    text = "";
  if (!g_utf8_validate (text, -1, NULL))
    text = mended = g_utf8_make_valid (text, -1);
  tenure_text_append_json_valid (json, text, strlen (text));
}

void
tenure_text_append_json_valid (GString *json, const char *text, gsize length)
{
  const char *run = text, *end = text + length;

  g_return_if_fail (json != NULL && text != NULL);

  g_string_append_c (json, '"');
  /* In runs between escapes: an import writes the original cells of every row through here. */
  for (const char *p = text; p < end; p++)
    if ((guchar) *p < 0x20 || *p == '"' || *p == '\\')
      {
        g_string_append_len (json, run, p - run);
        append_escape (json, *p);
        run = p + 1;
      }
  g_string_append_len (json, run, end - run);
  g_string_append_c (json, '"');
}
