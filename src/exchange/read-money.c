/* Amounts as people write them, into minor units by whole-number arithmetic: figures and a power of ten, never a
 * floating-point number, so that seven times 1,000.10 is 7,000.70. */

#include "exchange/read-money.h"

#include <string.h>

#define MAX_MONEY_WORDS 80
#define MAX_FIGURES 18

typedef struct
{
  guint64 figures;
  int exponent; /* value = figures × 10^exponent */
  gboolean negative;
} Decimal;

static TenureReadMoney
no_money (TenureReadNote note)
{
  return (TenureReadMoney){ .note = note };
}

/* A comma, or a space between figures: "45 000". A text has the one or the other; @sign is the one that it has, 0 before. */
static gboolean
is_thousands (const char *p, char sign)
{
  return (*p == ',' || (*p == ' ' && g_ascii_isdigit (p[1]))) && (sign == 0 || sign == *p);
}

/* Figures with commas or spaces in thousands and one point, from *@at. FALSE when there are none, too many, or the commas
 * stand elsewhere. */
static gboolean
take_decimal (const char **at, Decimal *out)
{
  int count = 0, since_comma = -1;
  gboolean point = FALSE;
  const char *p = *at;
  char sign = 0;

  for (; g_ascii_isdigit (*p) || *p == '.' || (!point && is_thousands (p, sign)); p++)
    {
      if (*p == ',' || *p == ' ')
        {
          sign = *p;
          if (count == 0 || (since_comma < 0 ? count > 3 : since_comma != 3))
            return FALSE;
          since_comma = 0;
          continue;
        }
      if (*p == '.')
        {
          if (point)
            return FALSE;
          point = TRUE;
          continue;
        }
      if (out->figures > 0 && ++count > MAX_FIGURES)
        return FALSE;
      if (out->figures == 0)
        count = MAX (count, 1);
      out->figures = out->figures * 10 + (guint64) (*p - '0');
      out->exponent -= point;
      since_comma += since_comma >= 0 && !point;
    }
  *at = p;
  return count > 0 && (since_comma < 0 || since_comma == 3);
}

static gboolean
take_word (const char **at, const char *word)
{
  gsize length = strlen (word);

  if (strncmp (*at, word, length) != 0)
    return FALSE;
  /* A word ends where letters end: "m" is not the beginning of "maximum". */
  if (g_ascii_isalpha (word[length - 1]) && g_ascii_isalpha ((*at)[length]))
    return FALSE;
  *at += length;
  while (**at == ' ')
    (*at)++;
  return TRUE;
}

static gboolean
take_any (const char **at, const char *const *words)
{
  for (; *words != NULL; words++)
    if (take_word (at, *words))
      return TRUE;
  return FALSE;
}

static gboolean
take_approximate (const char **at)
{
  static const char *const words[] = { "approximately", "approx.", "approx", "circa", "about", "around", "estimated",
                                       "est.",          "est",     "c.",     "c",     "ca.",   "~",      NULL };

  return take_any (at, words);
}

static gboolean
take_annual (const char **at)
{
  static const char *const words[] = { "per annum", "p.a.",  "p.a",      "pa",        "per year", "a year",
                                       "/ year",    "/year", "annually", "each year", "/yr",      NULL };

  return take_any (at, words);
}

static TenureCurrency
take_currency (const char **at)
{
  static const struct
  {
    const char *sign;
    TenureCurrency currency;
  } signs[] = {
    { "£", TENURE_CURRENCY_GBP },
    { "€", TENURE_CURRENCY ('E', 'U', 'R') },
    { "us$", TENURE_CURRENCY ('U', 'S', 'D') },
    { "$", TENURE_CURRENCY ('U', 'S', 'D') },
  };
  TenureCurrency currency;
  char code[4] = "";

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (take_word (at, signs[i].sign))
      return signs[i].currency;
  if (!g_ascii_isalpha ((*at)[0]) || !g_ascii_isalpha ((*at)[1]) || !g_ascii_isalpha ((*at)[2])
      || g_ascii_isalpha ((*at)[3]))
    return TENURE_CURRENCY_NONE;
  memcpy (code, *at, 3);
  currency = tenure_currency_from_code (code);
  if (currency != TENURE_CURRENCY_NONE)
    take_word (at, code);
  return currency;
}

/* The power of ten of "k", "m", "million" …, or of "e6" as programs write it. */
static gboolean
take_scale (const char **at, int *out_power)
{
  static const char *const thousand[] = { "k", "thousand", NULL };
  static const char *const million[] = { "million", "mn", "m", NULL };
  static const char *const billion[] = { "billion", "bn", NULL };
  int power = 0, sign = 1;
  const char *p = *at;

  *out_power = take_any (at, thousand) ? 3 : take_any (at, million) ? 6 : take_any (at, billion) ? 9 : 0;
  if (*out_power != 0 || *p != 'e')
    return TRUE;
  p++;
  if (*p == '+' || *p == '-')
    sign = *p++ == '-' ? -1 : 1;
  if (!g_ascii_isdigit (*p))
    return FALSE;
  for (; g_ascii_isdigit (*p); p++)
    power = MIN (power * 10 + (*p - '0'), 1000);
  *out_power = power * sign;
  *at = p;
  return TRUE;
}

/* @decimal in units of 10^-@digits, rounded half to even. FALSE when it does not fit. */
static gboolean
to_minor (Decimal decimal, int digits, gint64 *out_minor, gboolean *out_rounded)
{
  int power = decimal.exponent + digits;
  guint64 rest = 0, unit = 1, value = decimal.figures;

  *out_rounded = FALSE;
  if (value == 0)
    power = 0;
  for (; power > 0; power--)
    if (!g_uint64_checked_mul (&value, value, 10))
      return FALSE;
  if (power < -MAX_FIGURES - 1)
    return FALSE;
  for (; power < 0; power++)
    unit *= 10;
  rest = value % unit;
  value /= unit;
  if (rest > 0)
    {
      *out_rounded = TRUE;
      value += rest > unit - rest || (rest == unit - rest && value % 2 == 1);
    }
  if (value > G_MAXINT64)
    return FALSE;
  *out_minor = decimal.negative ? -(gint64) value : (gint64) value;
  return TRUE;
}

/* Signs before the figures: "-", "(" and "+" in any order with the currency. */
static void
take_front (const char **at, TenureReadMoney *money, gboolean *negative, gboolean *bracket)
{
  const char *before;

  do
    {
      before = *at;
      if (take_approximate (at))
        money->note = TENURE_READ_APPROXIMATE;
      if (take_word (at, "-"))
        *negative = TRUE;
      if (take_word (at, "("))
        *negative = *bracket = TRUE;
      if (money->currency == TENURE_CURRENCY_NONE)
        money->currency = take_currency (at);
    }
  while (*at != before);
}

/* What may follow the figures, in any order. */
static void
take_back (const char **at, TenureReadMoney *money, gboolean *negative, gboolean *bracket)
{
  const char *before;

  do
    {
      before = *at;
      if (*bracket && take_word (at, ")"))
        *bracket = FALSE;
      if (!*negative && take_word (at, "-"))
        *negative = TRUE;
      if (take_annual (at))
        money->basis = TENURE_BASIS_ANNUAL;
      if (take_word (at, "in total") || take_word (at, "total"))
        money->basis = TENURE_BASIS_TOTAL;
      if (take_approximate (at))
        money->note = TENURE_READ_APPROXIMATE;
      if (money->currency == TENURE_CURRENCY_NONE)
        money->currency = take_currency (at);
    }
  while (*at != before);
}

static TenureReadMoney
written_money (const char *text, TenureCurrency currency)
{
  char words[MAX_MONEY_WORDS];
  const char *at = words;
  TenureReadMoney money = { .note = tenure_read_fold (text, words, sizeof words) };
  Decimal decimal = { 0 };
  gboolean bracket = FALSE, rounded;
  int scale;

  if (money.note != TENURE_READ_EXACT)
    return money;
  if (tenure_read_says_unknown (words))
    return no_money (TENURE_READ_UNKNOWN);
  take_front (&at, &money, &decimal.negative, &bracket);
  if (!take_decimal (&at, &decimal))
    return no_money (TENURE_READ_INVALID);
  while (*at == ' ')
    at++;
  if (!take_scale (&at, &scale))
    return no_money (TENURE_READ_INVALID);
  decimal.exponent += scale;
  take_back (&at, &money, &decimal.negative, &bracket);
  if (*at != '\0' || bracket)
    return no_money (TENURE_READ_INVALID);
  if (money.currency != TENURE_CURRENCY_NONE)
    currency = money.currency;
  if (!to_minor (decimal, tenure_currency_digits (currency), &money.minor, &rounded))
    return no_money (TENURE_READ_INVALID);
  if (rounded && money.note == TENURE_READ_EXACT)
    money.note = TENURE_READ_ROUNDED;
  return money;
}

/* Up to fifteen figures with at most @digits decimals: what nearly every amount of a large file looks like. */
static gboolean
plain_money (const char *text, int digits, gint64 *out_minor)
{
  gint64 value = 0;
  int n = 0, decimals = -1;

  for (; n < 16 && (g_ascii_isdigit (text[n]) || (text[n] == '.' && decimals < 0 && n > 0)); n++)
    if (text[n] == '.')
      decimals = 0;
    else
      {
        value = value * 10 + (text[n] - '0');
        decimals += decimals >= 0;
      }
  if (n == 0 || n == 16 || text[n] != '\0' || decimals > digits)
    return FALSE;
  for (decimals = MAX (decimals, 0); decimals < digits; decimals++)
    value *= 10;
  *out_minor = value;
  return TRUE;
}

TenureReadMoney
tenure_read_money_text (const char *text, TenureCurrency currency)
{
  TenureReadMoney money = { .note = TENURE_READ_EXACT };

  g_return_val_if_fail (text != NULL, no_money (TENURE_READ_INVALID));

  if (plain_money (text, tenure_currency_digits (currency), &money.minor))
    return money;
  return written_money (text, currency);
}

/* Whether @text has more significant figures than a spreadsheet keeps. */
static gboolean
has_binary_dust (const char *text)
{
  int figures = 0;

  for (; *text != '\0' && *text != 'e' && *text != 'E'; text++)
    figures += g_ascii_isdigit (*text) && (figures > 0 || *text != '0');
  return figures > 15;
}

TenureReadMoney
tenure_read_money (const TenureCell *cell, TenureCurrency currency)
{
  char rounded[G_ASCII_DTOSTR_BUF_SIZE];

  switch (cell->kind)
    {
    case TENURE_CELL_EMPTY:
      return no_money (TENURE_READ_BLANK);
    case TENURE_CELL_NUMBER:
    case TENURE_CELL_CURRENCY:
      if (!has_binary_dust (cell->text))
        return tenure_read_money_text (cell->text, currency);
      g_ascii_formatd (rounded, sizeof rounded, "%.15g", g_ascii_strtod (cell->text, NULL));
      return tenure_read_money_text (rounded, currency);
    case TENURE_CELL_TEXT:
      return tenure_read_money_text (cell->text, currency);
    case TENURE_CELL_DATE:
    case TENURE_CELL_BOOLEAN:
    case TENURE_CELL_ERROR:
    default:
      return no_money (TENURE_READ_INVALID);
    }
}
