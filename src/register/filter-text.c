/* Filters as text, so that a saved view and a portfolio by rule can keep one: written as the query of an address is
 * ("kind=grant&kind=contract&renewal=&words=advice"), each key one of the facets or a word of the table below. */

#include "config.h"
#include "register/filter.h"

#include "register/facets-private.h"

#include "base/error.h"
#include "base/id.h"

#include "base/i18n.h"
#include <string.h>

#define WORDS "words"
#define PORTFOLIO "portfolio"
#define CHANGED "changed-days"

static void
append (GString *text, const char *key, const char *value)
{
  if (text->len > 0)
    g_string_append_c (text, '&');
  g_string_append (text, key);
  g_string_append_c (text, '=');
  g_string_append_uri_escaped (text, value, NULL, TRUE);
}

char *
tenure_filter_dup_text (const TenureFilter *filter)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (filter != NULL, g_string_free (text, FALSE));

  if (tenure_filter_get_portfolio (filter) != TENURE_ID_NONE)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, tenure_filter_get_portfolio (filter));

      append (text, PORTFOLIO, id);
    }
  for (guint i = 0; i < tenure_facets_count (); i++)
    {
      const char *const *values = tenure_filter_get_facet (filter, tenure_facet_get_name (i));

      for (gsize v = 0; values != NULL && values[v] != NULL; v++)
        append (text, tenure_facet_get_name (i), values[v]);
    }
  if (tenure_filter_get_changed_days (filter) > 0)
    {
      g_autofree char *days = g_strdup_printf ("%u", tenure_filter_get_changed_days (filter));

      append (text, CHANGED, days);
    }
  if (tenure_filter_get_search (filter)[0] != '\0')
    append (text, WORDS, tenure_filter_get_search (filter));
  return g_string_free (text, FALSE);
}

/* A filter that is not understood would show more than was meant. */
static gboolean
read_pair (TenureFilter *filter, const char *key, const char *value, GError **error)
{
  guint64 number;

  if (strcmp (key, WORDS) == 0)
    tenure_filter_set_search (filter, value);
  else if (tenure_facet_find (key) >= 0 && tenure_facet_has_value ((guint) tenure_facet_find (key), value))
    tenure_filter_toggle (filter, key, value, TRUE);
  else if (strcmp (key, PORTFOLIO) == 0 && g_ascii_string_to_unsigned (value, 10, 1, G_MAXINT64, &number, NULL))
    tenure_filter_set_portfolio (filter, (TenureId) number);
  else if (strcmp (key, CHANGED) == 0 && g_ascii_string_to_unsigned (value, 10, 1, 36500, &number, NULL))
    tenure_filter_set_changed_days (filter, (guint) number);
  else
    {
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID,
                   _ ("The filter “%1$s: %2$s” is not known to this version of Tenure."), key, value);
      return FALSE;
    }
  return TRUE;
}

TenureFilter *
tenure_filter_from_text (const char *text, GError **error)
{
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  GUriParamsIter iter;
  g_autoptr (GError) failure = NULL;
  char *key, *value;

  g_return_val_if_fail (text != NULL, NULL);

  if (strlen (text) > TENURE_FILTER_MAX_TEXT)
    {
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID, _ ("The filter is too long: it has more than %d characters."),
                   TENURE_FILTER_MAX_TEXT);
      return NULL;
    }
  g_uri_params_iter_init (&iter, text, -1, "&", G_URI_PARAMS_NONE);
  while (g_uri_params_iter_next (&iter, &key, &value, &failure))
    {
      g_autofree char *own_key = key;
      g_autofree char *own_value = value;

      if (!read_pair (filter, own_key, own_value, error))
        return NULL;
    }
  if (failure != NULL)
    {
      g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_INVALID, _ ("The filter cannot be read."));
      return NULL;
    }
  return g_steal_pointer (&filter);
}
