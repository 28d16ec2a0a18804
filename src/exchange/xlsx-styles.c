#include "exchange/xlsx-styles-private.h"

#include <string.h>

#include "base/error.h"
#include "exchange/sheet-xml-private.h"

#define MAX_STYLES 65536

/* The letters of a format code that stand for parts of a date or time, without quoted, escaped and bracketed text.
 * Only the first section counts: the others are for negative numbers, zero and text. */
static void
strip_code (const char *code, char *letters, gsize size, gboolean *out_currency)
{
  gsize n = 0;

  *out_currency = FALSE;
  for (const char *p = code; *p != '\0' && *p != ';' && n + 1 < size; p++)
    {
      const char *end = *p == '"' ? strchr (p + 1, '"') : *p == '[' ? strchr (p, ']') : NULL;

      if (end != NULL)
        {
          g_autofree char *quoted = g_strndup (p, (gsize) (end - p));

          *out_currency = *out_currency || g_str_has_prefix (quoted, "[$") || strstr (quoted, "£") != NULL
                          || strstr (quoted, "€") != NULL || strchr (quoted, '$') != NULL;
          p = end;
          continue;
        }
      if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
        {
          p++;
          continue;
        }
      *out_currency = *out_currency || *p == '$' || g_str_has_prefix (p, "£") || g_str_has_prefix (p, "€");
      letters[n++] = g_ascii_tolower (*p);
    }
  letters[n] = '\0';
}

TenureNumberFormat
tenure_number_format_from_code (const char *code)
{
  char letters[128];
  gboolean currency;

  g_return_val_if_fail (code != NULL, TENURE_FORMAT_PLAIN);

  strip_code (code, letters, sizeof letters, &currency);
  if (g_str_equal (letters, "general") || strpbrk (letters, "0#") != NULL)
    return currency ? TENURE_FORMAT_CURRENCY : TENURE_FORMAT_PLAIN;
  /* "m" alone is a month, beside hours or seconds it is minutes; a date has a day or a year in any case. */
  if (strpbrk (letters, "yd") != NULL || (strchr (letters, 'm') != NULL && strpbrk (letters, "hs") == NULL))
    return TENURE_FORMAT_DATE;
  return currency ? TENURE_FORMAT_CURRENCY : TENURE_FORMAT_PLAIN;
}

/* The formats that every workbook has without naming them. */
static TenureNumberFormat
built_in_format (guint id)
{
  if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return TENURE_FORMAT_DATE;
  return (id >= 5 && id <= 8) || (id >= 37 && id <= 44) ? TENURE_FORMAT_CURRENCY : TENURE_FORMAT_PLAIN;
}

static void
add_style (GByteArray *styles, GHashTable *codes, guint id)
{
  gpointer kind;
  guint8 format = g_hash_table_lookup_extended (codes, GUINT_TO_POINTER (id), NULL, &kind) ? (guint8) GPOINTER_TO_UINT (kind)
                                                                                           : (guint8) built_in_format (id);

  if (styles->len < MAX_STYLES)
    g_byte_array_append (styles, &format, 1);
}

static gboolean
read_styles (TenureXml *xml, GByteArray *styles, GError **error)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (NULL, NULL);
  g_autoptr (GError) cause = NULL;
  gboolean in_cells = FALSE;

  while (tenure_xml_step (xml, &cause))
    {
      const char *code;

      if (tenure_xml_opens (xml, "numFmt") && g_hash_table_size (codes) < MAX_STYLES)
        {
          code = tenure_xml_attribute (xml, "formatCode");
          g_hash_table_insert (codes, GUINT_TO_POINTER (tenure_xml_number (xml, "numFmtId", 0, G_MAXINT32)),
                               GUINT_TO_POINTER (tenure_number_format_from_code (code != NULL ? code : "")));
        }
      else if (tenure_xml_opens (xml, "cellXfs"))
        in_cells = !tenure_xml_is_empty (xml);
      else if (tenure_xml_closes (xml, "cellXfs"))
        in_cells = FALSE;
      else if (in_cells && tenure_xml_opens (xml, "xf"))
        add_style (styles, codes, tenure_xml_number (xml, "numFmtId", 0, G_MAXINT32));
    }
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

GByteArray *
tenure_xlsx_styles_load (TenureTable *table, GError **error)
{
  g_autoptr (GByteArray) styles = g_byte_array_new ();
  g_autoptr (GError) cause = NULL;
  g_autoptr (TenureXml) xml = tenure_xml_open (table, "xl/styles.xml", &cause);

  if (g_error_matches (cause, TENURE_ERROR, TENURE_ERROR_NOT_FOUND))
    return g_steal_pointer (&styles);
  if (xml == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  return read_styles (xml, styles, error) ? g_steal_pointer (&styles) : NULL;
}
