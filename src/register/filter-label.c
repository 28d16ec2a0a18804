/* A filter in words. */

#include "config.h"
#include "register/filter.h"

#include "base/count.h"
#include "register/facets-private.h"

#include "base/i18n.h"

/* From so many values on the few that are not chosen say more than the many that are. */
#define MANY 4

/* (element-type utf8): the words of values that are chosen, or of those that are not, where the facet has values of its own;
 * the value that stands for none of them comes last. */
static GPtrArray *
list_values (const TenureFacetDef *def, const char *const *chosen, gboolean wanted)
{
  GPtrArray *words = g_ptr_array_new ();
  gint32 n = (gint32) def->n_values (def, NULL);

  for (gint32 i = 0; i <= n; i++)
    {
      gint32 v = i < n ? i : -1;

      if (g_strv_contains (chosen, v < 0 ? "" : def->code (def, NULL, v)) == wanted)
        g_ptr_array_add (words, (gpointer) tenure_facet_value_words (def, NULL, v));
    }
  return words;
}

static GPtrArray *
list_names (const TenureFacetDef *def, const char *const *chosen)
{
  GPtrArray *words = g_ptr_array_new ();

  for (gsize i = 0; chosen[i] != NULL; i++)
    g_ptr_array_add (words, (gpointer) (chosen[i][0] != '\0' ? chosen[i] : tenure_facet_value_words (def, NULL, -1)));
  return words;
}

/* "Grant", "Grant or Contract", "Grant, Contract or Gift". */
static char *
join (const GPtrArray *words, const char *last)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0)
        /* Translators: between values of one filter, but before the last. */
        g_string_append (text, i + 1 < words->len ? _ (", ") : last);
      g_string_append (text, words->pdata[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_values (const TenureFacetDef *def, const char *const *chosen)
{
  g_autoptr (GPtrArray) words = def->named ? list_names (def, chosen) : list_values (def, chosen, TRUE);
  g_autoptr (GPtrArray) others = def->named ? NULL : list_values (def, chosen, FALSE);
  g_autofree char *but = NULL;

  if (words->len < MANY || others == NULL || others->len == 0 || others->len >= words->len)
    /* Translators: before the last of several chosen values of one filter: "Grant or Contract". */
    return join (words, _ (" or "));
  /* Translators: before the last of several values of one filter that are not chosen: "all but Grant and Contract". */
  but = join (others, _ (" and "));
  /* Translators: of one filter, the values that are not chosen: "all but ended". */
  return g_strdup_printf (_ ("all but %s"), but);
}

static char *
facet_label (const TenureFacetDef *def, const char *const *chosen)
{
  g_autofree char *joined = dup_values (def, chosen);

  /* Translators: one filter in words: "Kind: Grant". */
  return g_strdup_printf (_ ("%1$s: %2$s"), _ (def->label), joined);
}

static char *
portfolio_label (TenureId portfolio, TenureReader *reader)
{
  char *name = tenure_reader_dup_title (reader, TENURE_RECORD_PORTFOLIO, portfolio);

  return name != NULL ? name : g_strdup (_ ("A portfolio that is no longer there"));
}

char *
tenure_filter_dup_label (const TenureFilter *filter, TenureReader *reader)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint days;

  g_return_val_if_fail (filter != NULL, NULL);

  days = tenure_filter_get_changed_days (filter);
  if (tenure_filter_get_portfolio (filter) != TENURE_ID_NONE && reader != NULL)
    g_ptr_array_add (parts, portfolio_label (tenure_filter_get_portfolio (filter), reader));
  for (guint i = 0; i < tenure_facets_count (); i++)
    {
      const TenureFacetDef *def = tenure_facet_def (i);
      const char *const *chosen = tenure_filter_get_facet (filter, def->name);

      if (chosen != NULL)
        g_ptr_array_add (parts, facet_label (def, chosen));
    }
  if (days > 0)
    g_ptr_array_add (
        parts, tenure_count_dup_words (ngettext ("Changed in the last day", "Changed in the last %s days", days), days));
  if (tenure_filter_get_search (filter)[0] != '\0')
    /* Translators: words searched for, in quotation marks. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("“%s”"), tenure_filter_get_search (filter)));
  if (parts->len == 0)
    return g_strdup (_ ("All agreements"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("; ", (char **) parts->pdata);
}
