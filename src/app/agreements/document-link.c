#include "config.h"
#include "app/agreements/document-link.h"

/* Space, a line end or an invisible sign inside would make what is read differ from what is opened. */
static gboolean
shows_all (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (!g_unichar_isprint (character) || g_unichar_type (character) == G_UNICODE_FORMAT)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
is_web (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);

  return (g_str_equal (scheme, "http") || g_str_equal (scheme, "https")) && has_text (g_uri_get_host (uri))
         && g_uri_get_userinfo (uri) == NULL;
}

static gboolean
is_local_file (GUri *uri)
{
  const char *host = g_uri_get_host (uri);

  return g_str_equal (g_uri_get_scheme (uri), "file") && (!has_text (host) || g_ascii_strcasecmp (host, "localhost") == 0)
         && g_path_is_absolute (g_uri_get_path (uri));
}

char *
tenure_document_link_dup_uri (const char *location)
{
  g_autofree char *text = g_strstrip (g_strdup (location != NULL ? location : ""));
  g_autoptr (GUri) uri = NULL;

  if (!shows_all (text))
    return NULL;
  if (g_path_is_absolute (text) && !g_str_has_prefix (text, "//"))
    return g_filename_to_uri (text, NULL, NULL);
  uri = g_uri_parse (text, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (uri == NULL || (!is_web (uri) && !is_local_file (uri)))
    return NULL;
  return g_uri_to_string (uri);
}
