#include "config.h"
#include "app/import/column-words.h"

#include "base/day.h"

#include "base/i18n.h"
#include <string.h>

#define ISO_LENGTH 10 /* of 2015-06-01 */

static gboolean
is_number (const char *part)
{
  return *part != '\0' && part[strspn (part, "0123456789")] == '\0';
}

/* Adds "start date" for "startDate". */
static void
append_words (GString *words, const char *name)
{
  for (const char *c = name; *c != '\0'; c++)
    {
      if (g_ascii_isupper (*c) && c > name && !g_ascii_isupper (c[-1]))
        g_string_append_c (words, ' ');
      g_string_append_c (words, g_ascii_tolower (*c));
    }
}

/* Names of JSON, which no person wrote: a word, a path, or words run together. */
static gboolean
is_json_name (const char *title)
{
  return g_ascii_islower (*title) && strpbrk (title, " _:") == NULL && g_str_is_ascii (title);
}

char *
tenure_column_dup_title (const char *title)
{
  GString *words;
  g_auto (GStrv) parts = NULL;

  if (*title == '\0')
    return g_strdup (_ ("Column without a title"));
  if (!is_json_name (title))
    return g_strdup (title);
  words = g_string_new (NULL);
  parts = g_strsplit (title, "/", -1);
  for (char **part = parts; *part != NULL; part++)
    {
      if (is_number (*part))
        continue;
      if (words->len > 0)
        g_string_append (words, ": ");
      append_words (words, *part);
    }
  words->str[0] = g_ascii_toupper (words->str[0]);
  return g_string_free (words, FALSE);
}

char *
tenure_column_dup_sample (const char *sample)
{
  g_autofree char *iso = NULL;
  g_autofree char *label = NULL;
  TenureDay day;

  if (sample == NULL)
    return g_strdup ("");
  iso = g_strndup (sample, ISO_LENGTH);
  if ((sample[strlen (iso)] == '\0' || sample[strlen (iso)] == 'T') && tenure_day_parse_iso (iso, &day))
    label = tenure_day_dup_label (day);
  /* Translators: a value from a column of a file. */
  return g_strdup_printf (_ ("For example %s"), label != NULL ? label : sample);
}
