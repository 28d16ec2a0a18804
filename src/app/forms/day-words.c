#include "config.h"
#include "app/forms/day-words.h"

#include "exchange/read-date.h"

#include <string.h>

/* What follows @word and a space in @text, or NULL. */
static const char *
skip_word (const char *text, const char *word)
{
  gsize length = strlen (word);

  if (g_ascii_strncasecmp (text, word, length) != 0 || text[length] != ' ')
    return NULL;
  return text + length + strspn (text + length, " ");
}

/* --- Months -------------------------------------------------------------------------------------------------- */

/* The first day of the month that @text names with its year: "March 2027", "3/2027". */
static gboolean
read_month_of_year (const char *text, TenureDay *out_first)
{
  g_autofree char *words = g_strconcat ("1 ", text, NULL);
  g_autofree char *figures = g_strconcat ("1/", text, NULL);
  TenureDay day = tenure_read_date_text (words).day;

  if (!tenure_day_is_known (day))
    day = tenure_read_date_text (figures).day;
  if (!tenure_day_is_known (day))
    return FALSE;
  *out_first = day;
  return TRUE;
}

static TenureDay
month_end (TenureDay first)
{
  return tenure_day_before (tenure_day_add_months (first, 1));
}

/* A month without a year is the next one of which the day that is meant has not gone. */
static gboolean
read_next_month (const char *text, TenureDay today, gboolean end, TenureDay *out_day)
{
  int year, month, day_of_month;

  tenure_day_to_civil (today, &year, &month, &day_of_month);
  for (int ahead = 0; ahead < 2; ahead++)
    {
      g_autofree char *with_year = g_strdup_printf ("%s %d", text, year + ahead);
      TenureDay first;

      if (!read_month_of_year (with_year, &first))
        return FALSE;
      *out_day = end ? month_end (first) : first;
      if (*out_day >= today)
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_month (const char *text, TenureDay today, gboolean end, TenureDay *out_day)
{
  gboolean this_month = g_ascii_strcasecmp (text, "month") == 0 || g_ascii_strcasecmp (text, "the month") == 0;
  gboolean next_month = g_ascii_strcasecmp (text, "next month") == 0;
  gboolean has_year = strpbrk (text, "0123456789") != NULL;
  TenureDay first;

  if (next_month || (end && this_month))
    first = tenure_day_add_months (tenure_day_month_start (today), next_month ? 1 : 0);
  else if (!has_year)
    return read_next_month (text, today, end, out_day);
  else if (!read_month_of_year (text, &first))
    return FALSE;
  *out_day = end ? month_end (first) : first;
  return TRUE;
}

/* "end of March", "end March", "start of …", "beginning of …". */
static gboolean
read_part_of_month (const char *text, TenureDay today, TenureDay *out_day)
{
  static const struct
  {
    const char *word;
    gboolean end;
  } parts[] = { { "end", TRUE }, { "start", FALSE }, { "beginning", FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *rest = skip_word (text, parts[i].word);
      const char *after_of = rest != NULL ? skip_word (rest, "of") : NULL;

      if (rest != NULL)
        return read_month (after_of != NULL ? after_of : rest, today, parts[i].end, out_day);
    }
  return FALSE;
}

/* "31 March", "31/3": the next one that there is, today among them; 29 February may be eight years off. */
static gboolean
read_day_of_year (const char *text, TenureDay today, TenureDay *out_day)
{
  int year;

  if (!g_ascii_isdigit (*text) || strpbrk (text, "/.-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == NULL)
    return FALSE;
  tenure_day_to_civil (today, &year, NULL, NULL);
  for (int ahead = 0; ahead <= 8; ahead++)
    {
      g_autofree char *with_year = g_strdup_printf ("%s/%d", text, year + ahead);
      TenureDay day = tenure_read_date_text (with_year).day;

      if (!tenure_day_is_known (day) || day < today)
        continue;
      *out_day = day;
      return TRUE;
    }
  return FALSE;
}

/* --- Lengths ------------------------------------------------------------------------------------------------- */

/* A century: what is longer was mistyped. */
#define MAX_MONTHS 1200
#define MAX_DAYS 36525

typedef struct
{
  int months, days;
} Length;

/* "y", "years", …: by their first letter, since no two begin alike; the whole word must be one. */
static gboolean
add_unit (const char *unit, gsize size, int count, Length *length)
{
  static const struct
  {
    const char *words;
    int months, days;
  } units[] = {
    { "|y|yr|yrs|year|years|", 12, 0 },
    { "|m|mth|mths|month|months|", 1, 0 },
    { "|w|wk|wks|week|weeks|", 0, 7 },
    { "|d|day|days|", 0, 1 },
  };
  g_autofree char *lower = g_ascii_strdown (unit, (gssize) size);
  g_autofree char *word = g_strconcat ("|", lower, "|", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (strstr (units[i].words, word) != NULL)
      {
        length->months += units[i].months * count;
        length->days += units[i].days * count;
        return TRUE;
      }
  return FALSE;
}

/* "3y", "1y6m", "3 years 2 days". */
static gboolean
read_length (const char *text, Length *out_length)
{
  const char *at = text;

  *out_length = (Length){ 0, 0 };
  while (*at != '\0')
    {
      char *end;
      guint64 count;
      gsize size;

      if (!g_ascii_isdigit (*at))
        return FALSE;
      count = g_ascii_strtoull (at, &end, 10);
      at = end + strspn (end, " ");
      size = strspn (at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
      if (count > MAX_DAYS || size == 0 || !add_unit (at, size, (int) count, out_length))
        return FALSE;
      at += size;
      at += strspn (at, " ,");
    }
  return at > text && out_length->months <= MAX_MONTHS && out_length->days <= MAX_DAYS;
}

static gboolean
in_range (gint64 day)
{
  return day >= TENURE_DAY_MIN && day <= TENURE_DAY_MAX;
}

/* The length of a term needs no sign: "3 years" is the last of the days that it covers. */
static gboolean
read_shift (const char *text, TenureDay base, gboolean last, TenureDay *out_day)
{
  gboolean back = g_str_has_prefix (text, "-") || g_str_has_prefix (text, "−");
  const char *rest = back ? g_utf8_next_char (text) : *text == '+' ? text + 1 : last ? text : NULL;
  gint64 day;
  Length length;

  if (rest == NULL || !read_length (rest + strspn (rest, " "), &length))
    return FALSE;
  day = tenure_day_add_months (base, back ? -length.months : length.months);
  day += back ? -length.days : length.days;
  /* The last of the days that such a length covers. */
  if (last && !back && (length.months > 0 || length.days > 0))
    day--;
  if (!in_range (day))
    return FALSE;
  *out_day = (TenureDay) day;
  return TRUE;
}

static gboolean
read_near_day (const char *text, TenureDay today, TenureDay *out_day)
{
  static const struct
  {
    const char *word;
    int days;
  } near[] = { { "today", 0 }, { "tomorrow", 1 }, { "yesterday", -1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (near); i++)
    if (g_ascii_strcasecmp (text, near[i].word) == 0)
      {
        *out_day = today + near[i].days;
        return TRUE;
      }
  return FALSE;
}

gboolean
tenure_day_words_read (const char *text, TenureDay today, TenureDay base, gboolean last, TenureDay *out_day)
{
  gboolean has_base = tenure_day_is_known (base);

  g_return_val_if_fail (text != NULL && tenure_day_is_known (today) && out_day != NULL, FALSE);

  return read_near_day (text, today, out_day) || read_part_of_month (text, today, out_day)
         || read_shift (text, has_base ? base : today, has_base && last, out_day) || read_day_of_year (text, today, out_day);
}
