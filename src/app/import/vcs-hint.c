#include "config.h"
#include "app/import/vcs-hint.h"

#include "base/text.h"

#include "base/i18n.h"
#include <string.h>

/* Words by which a name tells a legal form. They are looked for as whole words, in the order of the table. */
static const struct
{
  const char *words; /* folded, one space between words */
  const char *shown;
  const char *meaning; /* translatable */
} forms[] = {
  { "community interest company", "Community Interest Company", N_ ("a company bound to serve its community") },
  { "cic", "CIC", N_ ("a community interest company") },
  { "c.i.c", "C.I.C.", N_ ("a community interest company") },
  { "charitable incorporated organisation", "Charitable Incorporated Organisation", N_ ("a form that only charities have") },
  { "scottish charitable incorporated organisation", "Scottish Charitable Incorporated Organisation",
    N_ ("a form that only charities have") },
  { "cio", "CIO", N_ ("a charitable incorporated organisation") },
  { "scio", "SCIO", N_ ("a Scottish charitable incorporated organisation") },
  { "community benefit society", "Community Benefit Society", N_ ("a society for the benefit of its community") },
  { "registered charity", "Registered Charity", N_ ("on a register of charities") },
  { "charity no", "Charity No.", N_ ("on a register of charities") },
  { "charity number", "Charity Number", N_ ("on a register of charities") },
};

static gboolean
ends_word (const char *at)
{
  return !g_unichar_isalnum (g_utf8_get_char (at));
}

static gboolean
begins_word (const char *text, const char *at)
{
  return at == text || ends_word (g_utf8_prev_char (at));
}

static gboolean
has_words (const char *text, const char *words)
{
  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    if (begins_word (text, at) && ends_word (at + strlen (words)))
      return TRUE;
  return FALSE;
}

char *
tenure_vcs_hint_dup (const char *name)
{
  g_autofree char *key = name != NULL ? tenure_text_dup_key (name) : NULL;

  for (gsize i = 0; key != NULL && i < G_N_ELEMENTS (forms); i++)
    if (has_words (key, forms[i].words))
      /* Translators: what the name of an organisation contains, and what that means. */
      return g_strdup_printf (_ ("The name says “%1$s”: %2$s."), forms[i].shown, _ (forms[i].meaning));
  return NULL;
}
