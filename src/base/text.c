#include "base/text.h"

static gboolean
is_blank (gunichar c)
{
  /* Zero-width space, joiners, word joiner and byte order mark are invisible in every sheet they come from. */
  return g_unichar_isspace (c) || c == 0x00a0 || (c >= 0x200b && c <= 0x200d) || c == 0x2060 || c == 0xfeff;
}

char *
tenure_text_dup_clean (const char *text)
{
  g_autoptr (GString) clean = NULL;
  gboolean gap = FALSE;

  if (text == NULL)
    return NULL;
  clean = g_string_sized_new (32);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_blank (c))
        {
          gap = clean->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (clean, ' ');
      gap = FALSE;
      g_string_append_unichar (clean, c);
    }
  return clean->len > 0 ? g_string_free (g_steal_pointer (&clean), FALSE) : NULL;
}

char *
tenure_text_dup_key (const char *text)
{
  g_autofree char *clean = tenure_text_dup_clean (text);
  g_autofree char *normal = NULL;

  if (clean == NULL)
    return NULL;
  normal = g_utf8_normalize (clean, -1, G_NORMALIZE_ALL_COMPOSE);
  return g_utf8_casefold (normal != NULL ? normal : clean, -1);
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

void
tenure_text_append_json (GString *json, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  g_return_if_fail (json != NULL);

  g_string_append_c (json, '"');
  for (const char *p = valid; *p != '\0'; p++)
    switch (*p)
      {
      case '"':
        g_string_append (json, "\\\"");
        break;
      case '\\':
        g_string_append (json, "\\\\");
        break;
      case '\n':
        g_string_append (json, "\\n");
        break;
      case '\r':
        g_string_append (json, "\\r");
        break;
      case '\t':
        g_string_append (json, "\\t");
        break;
      default:
        if ((guchar) *p < 0x20)
          g_string_append_printf (json, "\\u%04x", (guint) (guchar) *p);
        else
          g_string_append_c (json, *p);
      }
  g_string_append_c (json, '"');
}
