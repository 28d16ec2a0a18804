#include "base/hundredths.h"

#include <string.h>

#define MAX_WHOLE 1000000000

char *
tenure_hundredths_dup_text (gint64 hundredths)
{
  const char *sign = hundredths < 0 ? "-" : "";
  guint64 size = hundredths < 0 ? (guint64) - (hundredths + 1) + 1 : (guint64) hundredths;

  if (size % 100 == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, size / 100);
  if (size % 10 == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%" G_GUINT64_FORMAT, sign, size / 100, size % 100 / 10);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02" G_GUINT64_FORMAT, sign, size / 100, size % 100);
}

gboolean
tenure_hundredths_parse (const char *text, char sign, gint64 *out_hundredths)
{
  guint64 whole;
  char *end;

  if (!g_ascii_isdigit (*text))
    return FALSE;
  whole = g_ascii_strtoull (text, &end, 10);
  if (whole > MAX_WHOLE)
    return FALSE;
  *out_hundredths = (gint64) whole * 100;
  if (*end == '.')
    {
      end++;
      for (int unit = 10; unit > 0 && g_ascii_isdigit (*end); unit /= 10)
        *out_hundredths += (*end++ - '0') * unit;
    }
  end += strspn (end, " ");
  if (sign != '\0' && *end == sign)
    end++;
  return *end == '\0';
}
