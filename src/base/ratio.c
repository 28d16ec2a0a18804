#include "base/ratio.h"

typedef __int128 Wide;

static guint64
gcd (guint64 a, guint64 b)
{
  while (b != 0)
    {
      guint64 rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

gboolean
tenure_ratio_make (gint64 numerator, gint64 denominator, TenureRatio *out_ratio)
{
  gint64 divisor;

  g_return_val_if_fail (out_ratio != NULL, FALSE);

  if (denominator == 0 || numerator == G_MININT64 || denominator == G_MININT64)
    return FALSE;
  divisor = (gint64) gcd ((guint64) ABS (numerator), (guint64) ABS (denominator));
  if (denominator < 0)
    divisor = -divisor;
  out_ratio->numerator = numerator / divisor;
  out_ratio->denominator = denominator / divisor;
  return TRUE;
}

int
tenure_ratio_compare (TenureRatio a, TenureRatio b)
{
  Wide left = (Wide) a.numerator * b.denominator;
  Wide right = (Wide) b.numerator * a.denominator;

  return (left > right) - (left < right);
}

double
tenure_ratio_to_double (TenureRatio ratio)
{
  return (double) ratio.numerator / (double) ratio.denominator;
}

gboolean
tenure_ratio_scale (gint64 numerator, gint64 scale, gint64 denominator, gint64 *out_value)
{
  Wide product = (Wide) numerator * scale;
  Wide divisor = denominator;
  Wide quotient, rest, twice;

  g_return_val_if_fail (out_value != NULL, FALSE);

  if (divisor == 0)
    return FALSE;
  if (divisor < 0)
    {
      divisor = -divisor;
      product = -product;
    }
  quotient = product / divisor;
  rest = product % divisor;
  twice = (rest < 0 ? -rest : rest) * 2;
  if (twice > divisor || (twice == divisor && quotient % 2 != 0))
    quotient += product < 0 ? -1 : 1;
  if (quotient > G_MAXINT64 || quotient < G_MININT64)
    return FALSE;
  *out_value = (gint64) quotient;
  return TRUE;
}
