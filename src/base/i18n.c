#include "config.h"
#include "base/i18n.h"

#include "base/text.h"

#include <string.h>

#define USUAL_WORD "VCS"

/* Interned, so that readers on other threads always find a whole word. */
static const char *word = NULL;

const char *
tenure_sector_word (void)
{
  const char *set = g_atomic_pointer_get (&word);

  return set != NULL ? set : USUAL_WORD;
}

/* Without the signs that mean something in a format or in markup. */
static char *
dup_plain (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "&", -1);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = tenure_text_dup_clean (g_strdelimit (parts[i], "%{}<>", ' '));

      if (part != NULL && plain->len > 0)
        /* Translators: stands for "&" in what somebody typed as the word for the sector: "voluntary & community sector". */
        g_string_append_printf (plain, " %s ", _ ("and"));
      if (part != NULL)
        g_string_append (plain, part);
    }
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

char *
tenure_sector_word_clean (const char *text)
{
  g_autofree char *plain = text != NULL ? dup_plain (text) : NULL;
  g_autofree char *clean = NULL;
  g_autofree char *start = NULL;

  if (plain == NULL)
    return NULL;
  clean = tenure_text_dup_clean (plain);
  if (clean == NULL)
    return NULL;
  start = g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), TENURE_SECTOR_WORD_MAX));
  return tenure_text_dup_clean (start);
}

void
tenure_sector_word_set (const char *text)
{
  g_autofree char *clean = tenure_sector_word_clean (text);

  g_atomic_pointer_set (&word, clean != NULL ? g_intern_string (clean) : NULL);
}

/* "third sector" at the start of a sentence: "Third sector". */
static char *
dup_capital (const char *text)
{
  const char *rest = g_utf8_next_char (text);
  g_autofree char *first = g_utf8_strup (text, rest - text);

  return g_strconcat (first, rest, NULL);
}

static const char *
with_word (const char *text)
{
  const char *sector = tenure_sector_word ();
  g_autoptr (GString) filled = NULL;
  g_autofree char *capital = NULL;

  if (strchr (text, '{') == NULL)
    return text;
  filled = g_string_new (text);
  capital = dup_capital (sector);
  g_string_replace (filled, "{sector}", sector, 0);
  g_string_replace (filled, "{Sector}", capital, 0);
  return g_intern_string (filled->str);
}

const char *
tenure_gettext (const char *text)
{
  return with_word (g_dgettext (GETTEXT_PACKAGE, text));
}

const char *
tenure_ngettext (const char *one, const char *many, gulong n)
{
  return with_word (g_dngettext (GETTEXT_PACKAGE, one, many, n));
}

const char *
tenure_pgettext (const char *context, const char *text)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, context, text);
}

char *
tenure_label_dup_within_sentence (const char *label)
{
  const char *rest = g_utf8_next_char (label);
  g_autofree char *first = NULL;

  if (*label == '\0' || *rest == '\0' || g_unichar_isupper (g_utf8_get_char (rest)))
    return g_strdup (label);
  first = g_utf8_strdown (label, rest - label);
  return g_strconcat (first, rest, NULL);
}
