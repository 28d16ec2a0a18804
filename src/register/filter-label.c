/* A filter in words. */

#include "config.h"
#include "register/filter.h"

#include "register/facets-private.h"

#include "base/i18n.h"

static char *
facet_label (const TenureFacetDef *def, const char *const *chosen)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  if (def->named)
    for (gsize i = 0; chosen[i] != NULL; i++)
      g_ptr_array_add (words, (gpointer) (chosen[i][0] != '\0' ? chosen[i] : tenure_facet_value_words (def, NULL, -1)));
  else
    for (gint32 v = -1; v < (gint32) def->n_values (def, NULL); v++)
      if (g_strv_contains (chosen, v < 0 ? "" : def->code (def, NULL, v)))
        g_ptr_array_add (words, (gpointer) tenure_facet_value_words (def, NULL, v));
  g_ptr_array_add (words, NULL);
  /* Translators: between several chosen values of one filter: "Grant or Contract". */
  joined = g_strjoinv (_ (" or "), (char **) words->pdata);
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
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("Changed in the last day", "Changed in the last %u days", days), days));
  if (tenure_filter_get_search (filter)[0] != '\0')
    /* Translators: words searched for, in quotation marks. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("“%s”"), tenure_filter_get_search (filter)));
  if (parts->len == 0)
    return g_strdup (_ ("All agreements"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("; ", (char **) parts->pdata);
}
