#include "config.h"
#include "base/count.h"

#include "base/i18n.h"
#include <string.h>

void
tenure_count_append (GString *text, guint64 n)
{
  char digits[24];
  int length = g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, n);

  g_return_if_fail (text != NULL);

  for (int i = 0; i < length; i++)
    {
      g_string_append_c (text, digits[i]);
      if ((length - i) % 3 == 1 && i + 1 < length)
        /* Translators: the mark between thousands, as in £1,234. */
        g_string_append (text, C_ ("thousands separator", ","));
    }
}

char *
tenure_count_dup_label (guint64 n)
{
  GString *text = g_string_new (NULL);

  tenure_count_append (text, n);
  return g_string_free (text, FALSE);
}

void
tenure_count_append_words (GString *text, const char *words, guint64 n)
{
  const char *mark;

  g_return_if_fail (text != NULL && words != NULL);

  mark = strstr (words, "%s");
  g_string_append_len (text, words, mark != NULL ? mark - words : -1);
  if (mark == NULL)
    return;
  tenure_count_append (text, n);
  g_string_append (text, mark + strlen ("%s"));
}

char *
tenure_count_dup_words (const char *words, guint64 n)
{
  GString *text = g_string_new (NULL);

  tenure_count_append_words (text, words, n);
  return g_string_free (text, FALSE);
}

char *
tenure_count_dup_several (const char *words, guint n, const guint64 *counts)
{
  GString *text = g_string_new (NULL);
  const char *rest = words;

  g_return_val_if_fail (words != NULL && n < 10, g_string_free (text, FALSE));

  for (const char *mark = strchr (rest, '%'); mark != NULL; mark = strchr (mark + 1, '%'))
    {
      if (mark[1] < '1' || mark[1] >= (char) ('1' + n) || !g_str_has_prefix (mark + 2, "$s"))
        continue;
      g_string_append_len (text, rest, mark - rest);
      tenure_count_append (text, counts[mark[1] - '1']);
      rest = mark + strlen ("%1$s");
    }
  g_string_append (text, rest);
  return g_string_free (text, FALSE);
}

char *
tenure_count_dup_more (guint64 n)
{
  /* Translators: after the first of a list of things. */
  return tenure_count_dup_words (ngettext ("and %s more", "and %s more", (gulong) n), n);
}
