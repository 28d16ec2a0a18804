/* Words, months and answers. Everything is compared in a small buffer on the stack: a cell that does not fit one is
 * prose, not a value, and a register of a hundred thousand rows allocates nothing here. */

#include "exchange/read-value.h"

#include <string.h>

#define MAX_WORDS 80
#define MAX_MONTHS 1200

const char *
tenure_read_note_code (TenureReadNote note)
{
  static const char *const codes[] = {
    [TENURE_READ_EXACT] = "exact",           [TENURE_READ_BLANK] = "blank",
    [TENURE_READ_UNKNOWN] = "unknown",       [TENURE_READ_OPEN_ENDED] = "open-ended",
    [TENURE_READ_MONTH_ONLY] = "month-only", [TENURE_READ_MONTH_MAYBE] = "month-maybe",
    [TENURE_READ_YEAR_ONLY] = "year-only",   [TENURE_READ_NO_YEAR] = "no-year",
    [TENURE_READ_INVALID] = "invalid",       [TENURE_READ_SHORT_YEAR] = "short-year",
    [TENURE_READ_SERIAL] = "serial",         [TENURE_READ_APPROXIMATE] = "approximate",
    [TENURE_READ_ROUNDED] = "rounded",       [TENURE_READ_REPAIRED] = "repaired",
  };

  g_return_val_if_fail ((guint) note < G_N_ELEMENTS (codes), "invalid");

  return codes[note];
}

gboolean
tenure_read_says_unknown (const char *text)
{
  static const char *const words[] = { "tbc",
                                       "tba",
                                       "tbd",
                                       "t.b.c.",
                                       "to be confirmed",
                                       "to be agreed",
                                       "to be determined",
                                       "n/a",
                                       "na",
                                       "n.a.",
                                       "not applicable",
                                       "not available",
                                       "not known",
                                       "unknown",
                                       "undefined",
                                       "not stated",
                                       "not specified",
                                       "none",
                                       "null",
                                       "-",
                                       "--",
                                       "?",
                                       "various",
                                       NULL };

  return g_strv_contains (words, text);
}

/* The plain twin of a typographic character, 0 for one that is left out, or the character itself. */
static gunichar
plain_twin (gunichar c)
{
  if (c == 0x2212 || (c >= 0x2010 && c <= 0x2014))
    return '-';
  if (c == 0x200b || c == 0x200c || c == 0x200d || c == 0x2060 || c == 0xfeff)
    return 0;
  return c == 0x00a0 || g_unichar_isspace (c) ? ' ' : c;
}

TenureReadNote
tenure_read_fold (const char *text, char *buffer, gsize size)
{
  gsize length = 0;

  buffer[0] = '\0';
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = plain_twin (g_utf8_get_char (p));

      if (c == 0 || (c == ' ' && (length == 0 || buffer[length - 1] == ' ')))
        continue;
      if (length + 7 > size)
        return TENURE_READ_INVALID;
      if (c < 0x80)
        buffer[length++] = g_ascii_tolower ((char) c);
      else
        length += (gsize) g_unichar_to_utf8 (c, buffer + length);
    }
  if (length > 0 && buffer[length - 1] == ' ')
    length--;
  buffer[length] = '\0';
  return length > 0 ? TENURE_READ_EXACT : TENURE_READ_BLANK;
}

char *
tenure_read_dup_without_footnote (const char *text)
{
  g_autoptr (GRegex) mark = NULL;
  g_autoptr (GMatchInfo) found = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;
  mark = g_regex_new ("^(.*?\\S)\\s*(?:\\*+|[†‡§]+|[¹²³⁰⁴⁵⁶⁷⁸⁹]+|\\[[0-9a-z]{1,2}\\])\\s*$", G_REGEX_CASELESS, 0, NULL);
  return g_regex_match (mark, text, 0, &found) ? g_match_info_fetch (found, 1) : NULL;
}

/* "month", "months", "mths", "yrs", "year" … at *@at: 1, 12, or 0 for no unit. */
static int
read_unit (const char **at)
{
  static const struct
  {
    const char *word;
    int months;
  } units[] = {
    { "months", 1 }, { "month", 1 }, { "mths", 1 }, { "mth", 1 }, { "mo", 1 }, { "m", 1 },
    { "years", 12 }, { "year", 12 }, { "yrs", 12 }, { "yr", 12 }, { "y", 12 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gsize length = strlen (units[i].word);

      if (strncmp (*at, units[i].word, length) != 0 || g_ascii_isalpha ((*at)[length]))
        continue;
      *at += length;
      return units[i].months;
    }
  return 0;
}

/* The number and unit at *@at in months: a bare number counts months. -1 when there is none. */
static int
read_months_part (const char **at)
{
  gint64 number = 0;
  int unit;

  if (!g_ascii_isdigit (**at))
    return -1;
  for (; g_ascii_isdigit (**at); (*at)++)
    number = MIN (number * 10 + (**at - '0'), MAX_MONTHS + 1);
  if (**at == '.')
    for ((*at)++; **at == '0'; (*at)++)
      continue;
  *at += **at == ' ';
  unit = read_unit (at);
  if (unit == 0 && **at != '\0')
    return -1;
  number *= unit == 0 ? 1 : unit;
  return number > MAX_MONTHS ? -1 : (int) number;
}

int
tenure_read_months_text (const char *text, TenureReadNote *out_note)
{
  char words[MAX_WORDS];
  const char *at = words;
  int months = 0;

  g_return_val_if_fail (text != NULL && out_note != NULL, -1);

  *out_note = tenure_read_fold (text, words, sizeof words);
  if (*out_note != TENURE_READ_EXACT)
    return -1;
  *out_note = TENURE_READ_UNKNOWN;
  if (tenure_read_says_unknown (words))
    return -1;
  *out_note = TENURE_READ_INVALID;
  do
    {
      int part = read_months_part (&at);

      if (part < 0 || months + part > MAX_MONTHS)
        return -1;
      months += part;
      while (*at == ' ' || *at == ',' || g_str_has_prefix (at, "and "))
        at += *at == 'a' ? 4 : 1;
    }
  while (*at != '\0');
  *out_note = TENURE_READ_EXACT;
  return months;
}

int
tenure_read_months (const TenureCell *cell, TenureReadNote *out_note)
{
  return tenure_read_months_text (cell->text, out_note);
}

TenureAnswer
tenure_read_answer_text (const char *text, TenureReadNote *out_note)
{
  static const char *const yes[] = { "yes", "y", "true", "1", "1.0", NULL };
  static const char *const no[] = { "no", "n", "false", "0", "0.0", NULL };
  char words[MAX_WORDS];

  g_return_val_if_fail (text != NULL && out_note != NULL, TENURE_ANSWER_UNKNOWN);

  *out_note = tenure_read_fold (text, words, sizeof words);
  if (*out_note != TENURE_READ_EXACT)
    return TENURE_ANSWER_UNKNOWN;
  if (g_strv_contains (yes, words))
    return TENURE_ANSWER_YES;
  if (g_strv_contains (no, words))
    return TENURE_ANSWER_NO;
  *out_note = tenure_read_says_unknown (words) ? TENURE_READ_UNKNOWN : TENURE_READ_INVALID;
  return TENURE_ANSWER_UNKNOWN;
}

TenureAnswer
tenure_read_answer (const TenureCell *cell, TenureReadNote *out_note)
{
  return tenure_read_answer_text (cell->text, out_note);
}
