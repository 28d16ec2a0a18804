#include "exchange/header-key-private.h"

#include <string.h>

#include "base/text.h"

/* The JSON names of the 360Giving standard beside the spreadsheet titles that mean the same; both as header keys. */
static const struct
{
  const char *json;
  const char *title;
} synonyms[] = {
  { "recipientorganization", "recipientorg" },
  { "recipientindividual", "recipientind" },
  { "fundingorganization", "fundingorg" },
  { "id", "identifier" },
  { "addresslocality", "city" },
  { "url", "webaddress" },
  { "duration", "duration(months)" },
  { "fromopencall", "fromanopencall?" },
};

/* Camel-case names that need no translation but show that a title with slashes is a path. */
static const char *const path_roots[] = { "planneddates",        "actualdates", "grantprogramme",
                                          "beneficiarylocation", "fundingtype", "classifications",
                                          "relatedactivity",     "members",     NULL };

static const char *
translate (const char *segment)
{
  for (gsize i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (g_str_equal (segment, synonyms[i].json))
      return synonyms[i].title;
  return segment;
}

static gboolean
is_path (const char *key)
{
  g_autofree char *root = g_strndup (key, strcspn (key, "/"));

  if (g_strv_contains (path_roots, root))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (g_str_equal (root, synonyms[i].json))
      return TRUE;
  return FALSE;
}

/* Stars before and colons after a title are ornament: "* Date", "Name:". */
static char *
strip_ornament (char *key)
{
  gsize length;

  while (*key == '*')
    key++;
  for (length = strlen (key); length > 0 && (key[length - 1] == ':' || key[length - 1] == '*'); length--)
    key[length - 1] = '\0';
  return key;
}

char *
tenure_header_key (const char *title, guint *out_item)
{
  g_autofree char *whole = tenure_text_dup_header_key (title);
  const char *key = strip_ornament (whole);
  g_auto (GStrv) segments = NULL;
  GString *canonical = g_string_new (NULL);
  guint item = 0;

  segments = g_strsplit (key, strchr (key, ':') == NULL && strchr (key, '/') != NULL && is_path (key) ? "/" : ":", -1);
  for (char **segment = segments; *segment != NULL; segment++)
    {
      guint64 number;

      if (segment != segments && g_ascii_string_to_unsigned (*segment, 10, 0, G_MAXINT32, &number, NULL))
        {
          item = MAX (item, (guint) number);
          continue;
        }
      if (canonical->len > 0)
        g_string_append_c (canonical, ':');
      g_string_append (canonical, translate (*segment));
    }
  if (out_item != NULL)
    *out_item = item;
  return g_string_free (canonical, FALSE);
}
