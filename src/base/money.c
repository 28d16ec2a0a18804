#include "config.h"
#include "base/money.h"

#include "base/count.h"
#include "base/i18n.h"

#include <string.h>

/* In whole units of any currency. */
#define LARGEST_PLAUSIBLE G_GINT64_CONSTANT (10000000000)

TenureCurrency
tenure_currency_from_code (const char *code)
{
  if (code == NULL || strlen (code) != 3)
    return TENURE_CURRENCY_NONE;
  if (!g_ascii_isalpha (code[0]) || !g_ascii_isalpha (code[1]) || !g_ascii_isalpha (code[2]))
    return TENURE_CURRENCY_NONE;
  return TENURE_CURRENCY (g_ascii_toupper (code[0]), g_ascii_toupper (code[1]), g_ascii_toupper (code[2]));
}

char *
tenure_currency_to_code (TenureCurrency currency, char *buffer)
{
  g_return_val_if_fail (buffer != NULL, NULL);

  buffer[0] = (char) (currency >> 16 & 0xff);
  buffer[1] = (char) (currency >> 8 & 0xff);
  buffer[2] = (char) (currency & 0xff);
  buffer[3] = '\0';
  return buffer;
}

int
tenure_currency_digits (TenureCurrency currency)
{
  static const char *const none[] = { "JPY", "KRW", "VND", "CLP", "ISK", "XAF", "XOF", "XPF",
                                      "UGX", "PYG", "RWF", "BIF", "DJF", "GNF", "KMF", "VUV" };
  static const char *const three[] = { "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND" };
  char code[4];

  tenure_currency_to_code (currency, code);
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    if (strcmp (code, none[i]) == 0)
      return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (three); i++)
    if (strcmp (code, three[i]) == 0)
      return 3;
  return 2;
}

gboolean
tenure_money_add (gint64 *sum, gint64 minor)
{
  gint64 result;

  g_return_val_if_fail (sum != NULL, FALSE);

  if (__builtin_add_overflow (*sum, minor, &result))
    return FALSE;
  *sum = result;
  return TRUE;
}

void
tenure_sum_add (TenureSum *sum, gint64 minor)
{
  sum->overflows = sum->overflows || !tenure_money_add (&sum->minor, minor);
}

gboolean
tenure_money_is_plausible (TenureMoney money)
{
  gint64 limit = LARGEST_PLAUSIBLE;

  for (int i = tenure_currency_digits (money.currency); i > 0; i--)
    limit *= 10;
  return money.minor <= limit && money.minor >= -limit;
}

typedef struct
{
  gsize index;
  guint64 remainder;
} Rest;

static int
compare_rests (const void *a, const void *b)
{
  const Rest *left = a, *right = b;

  if (left->remainder != right->remainder)
    return left->remainder > right->remainder ? -1 : 1;
  return left->index < right->index ? -1 : 1;
}

gboolean
tenure_money_apportion (gint64 total, const gint64 *weights, gsize n, gint64 *out_parts)
{
  g_autofree Rest *rests = g_new (Rest, n);
  gint64 sum = 0, given = 0;
  gint64 sign = total < 0 ? -1 : 1;

  g_return_val_if_fail (n == 0 || (weights != NULL && out_parts != NULL), FALSE);

  for (gsize i = 0; i < n; i++)
    if (weights[i] < 0 || !tenure_money_add (&sum, weights[i]))
      return FALSE;
  if (sum == 0 || total == G_MININT64)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      __int128 share = (__int128) (total * sign) * weights[i];

      out_parts[i] = (gint64) (share / sum);
      rests[i] = (Rest){ .index = i, .remainder = (guint64) (share % sum) };
      given += out_parts[i];
    }
  qsort (rests, n, sizeof *rests, compare_rests);
  for (gsize i = 0; given < total * sign; i++, given++)
    out_parts[rests[i].index]++;
  for (gsize i = 0; i < n; i++)
    out_parts[i] *= sign;
  return TRUE;
}

static const char *
currency_sign (TenureCurrency currency)
{
  if (currency == TENURE_CURRENCY_GBP)
    return "£";
  if (currency == TENURE_CURRENCY ('E', 'U', 'R'))
    return "€";
  if (currency == TENURE_CURRENCY ('U', 'S', 'D'))
    return "$";
  return NULL;
}

static char *
with_currency (gboolean negative, const char *number, TenureCurrency currency)
{
  const char *sign = currency_sign (currency);
  char code[4];

  if (sign != NULL)
    return g_strconcat (negative ? "−" : "", sign, number, NULL);
  tenure_currency_to_code (currency, code);
  return g_strconcat (negative ? "−" : "", number, code[0] != '\0' ? " " : "", code, NULL);
}

static guint64
minor_per_major (TenureCurrency currency)
{
  int digits = tenure_currency_digits (currency);

  return digits == 0 ? 1 : digits == 2 ? 100 : 1000;
}

static const char *
decimal_mark (void)
{
  /* Translators: the decimal mark, as in £1.50. */
  return C_ ("decimal mark", ".");
}

char *
tenure_money_dup_label (TenureMoney money, gboolean whole)
{
  int digits = tenure_currency_digits (money.currency);
  gboolean negative = money.minor < 0;
  guint64 size = negative ? -(guint64) money.minor : (guint64) money.minor;
  guint64 unit = minor_per_major (money.currency);
  g_autoptr (GString) number = g_string_new (NULL);

  if (whole)
    size = size / unit * unit + (size % unit >= (unit + 1) / 2 ? unit : 0);
  tenure_count_append (number, size / unit);
  if (size % unit != 0)
    g_string_append_printf (number, "%s%0*" G_GUINT64_FORMAT, decimal_mark (), digits, size % unit);
  return with_currency (negative && size > 0, number->str, money.currency);
}

/* @size / @unit, rounded half away from zero; the intermediate needs more than 64 bits. */
static guint64
divide_rounded (unsigned __int128 size, unsigned __int128 unit)
{
  return (guint64) ((size + unit / 2) / unit);
}

char *
tenure_money_dup_short (TenureMoney money)
{
  static const struct
  {
    guint64 size;
    const char *suffix;
  } steps[] = {
    /* Translators: a thousand million after an amount, as in £3.4bn. */
    { 1000000000, N_ ("bn") },
    /* Translators: a million after an amount, as in £1.2m. */
    { 1000000, N_ ("m") },
    /* Translators: a thousand after an amount, as in £12.3k. */
    { 1000, N_ ("k") },
  };
  unsigned __int128 size = money.minor < 0 ? -(guint64) money.minor : (guint64) money.minor;
  guint64 unit = minor_per_major (money.currency);
  guint64 whole = divide_rounded (size, unit);
  guint64 tenths = 0;
  const char *suffix = "";
  g_autoptr (GString) number = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      unsigned __int128 step = (unsigned __int128) unit * steps[i].size;

      /* A step is taken when the next smaller one would need four digits: £999,500 reads £1m and not £1000k. */
      if (size * 10000 < step * 9995)
        continue;
      suffix = _ (steps[i].suffix);
      tenths = divide_rounded (size * 10, step);
      whole = tenths < 1000 ? tenths / 10 : divide_rounded (size, step);
      tenths = tenths < 1000 ? tenths % 10 : 0;
      break;
    }
  number = g_string_new (NULL);
  tenure_count_append (number, whole);
  if (tenths > 0)
    g_string_append_printf (number, "%s%d", decimal_mark (), (int) tenths);
  g_string_append (number, suffix);
  return with_currency (money.minor < 0 && (whole > 0 || tenths > 0), number->str, money.currency);
}
