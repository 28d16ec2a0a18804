#include "config.h"
#include "analysis/figure.h"

#include "base/count.h"
#include "base/hundredths.h"
#include "base/text.h"
#include "catalogue/rule.h"

#include "base/i18n.h"
#include <math.h>

/* What is printed of a count stays far from the ends of its type. */
#define MAX_COUNT 1e15

TenureFigure
tenure_figure_count (gint64 count, guint known, guint of)
{
  return (TenureFigure){
    .kind = TENURE_FIGURE_INTEGER, .unit = TENURE_FIGURE_UNIT_COUNT, .integer = count, .known = known, .of = of
  };
}

TenureFigure
tenure_figure_minor (gint64 minor, TenureCurrency currency, guint known, guint of)
{
  return (TenureFigure){ .kind = TENURE_FIGURE_INTEGER,
                         .unit = TENURE_FIGURE_UNIT_MINOR,
                         .currency = currency,
                         .integer = minor,
                         .known = known,
                         .of = of };
}

TenureFigure
tenure_figure_sum (TenureSum sum, TenureCurrency currency, guint known, guint of)
{
  return sum.overflows ? tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MINOR, known, of)
                       : tenure_figure_minor (sum.minor, currency, known, of);
}

TenureFigure
tenure_figure_number (double number, TenureFigureUnit unit, guint known, guint of)
{
  return (TenureFigure){ .kind = TENURE_FIGURE_DOUBLE, .unit = unit, .number = number, .known = known, .of = of };
}

TenureFigure
tenure_figure_posts (gint64 hundredths, guint known, guint of)
{
  if (known == 0 && of > 0)
    return tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_COUNT, known, of);
  return tenure_figure_number ((double) hundredths / 100, TENURE_FIGURE_UNIT_COUNT, known, of);
}

TenureFigure
tenure_figure_cannot_tell (TenureFigureUnit unit, guint known, guint of)
{
  return (TenureFigure){ .kind = TENURE_FIGURE_CANNOT_TELL, .unit = unit, .known = known, .of = of };
}

const char *
tenure_figure_unit_code (TenureFigureUnit unit)
{
  static const char *const codes[] = { "count", "minor", "months", "days", "ratio", "points" };

  g_return_val_if_fail (unit < G_N_ELEMENTS (codes), NULL);

  return codes[unit];
}

static char *
number_label (double number, TenureFigureUnit unit)
{
  switch (unit)
    {
    case TENURE_FIGURE_UNIT_MONTHS:
      /* Translators: a length of time, "17.4 months". */
      return g_strdup_printf (_ ("%.1f months"), number);
    case TENURE_FIGURE_UNIT_DAYS:
      return g_strdup_printf (_ ("%.0f days"), number);
    case TENURE_FIGURE_UNIT_RATIO:
      /* Translators: a share, "61.3 %". */
      return g_strdup_printf (_ ("%.1f %%"), number * 100);
    case TENURE_FIGURE_UNIT_COUNT:
      /* Full-time equivalents and effective funders come in parts. */
      return tenure_hundredths_dup_text ((gint64) round (CLAMP (number, -MAX_COUNT, MAX_COUNT) * 100));
    case TENURE_FIGURE_UNIT_POINTS:
      /* Grouped as amounts are: points are an amount of no currency. */
      return tenure_money_dup_label (
          (TenureMoney){ (gint64) round (CLAMP (number, -MAX_COUNT, MAX_COUNT)) * 100, TENURE_CURRENCY_NONE }, FALSE);
    case TENURE_FIGURE_UNIT_MINOR:
    default:
      return g_strdup_printf ("%.0f", number);
    }
}

char *
tenure_figure_dup_label (const TenureFigure *figure)
{
  TenureMoney money;

  g_return_val_if_fail (figure != NULL, NULL);

  if (figure->kind == TENURE_FIGURE_CANNOT_TELL)
    return g_strdup (tenure_level_label (TENURE_LEVEL_CANNOT_TELL));
  if (figure->kind == TENURE_FIGURE_DOUBLE)
    return number_label (figure->number, figure->unit);
  if (figure->unit != TENURE_FIGURE_UNIT_MINOR)
    return tenure_count_dup_label ((guint64) MAX (figure->integer, 0));
  money = (TenureMoney){ .minor = figure->integer, .currency = figure->currency };
  return tenure_money_dup_label (money, FALSE);
}

char *
tenure_figure_dup_coverage (const TenureFigure *figure)
{
  g_return_val_if_fail (figure != NULL, NULL);

  if (figure->of == 0)
    return g_strdup (_ ("nothing to count"));
  /* Translators: how much of a figure is known: "180 of 214 known". */
  return tenure_count_dup_several (_ ("%1$s of %2$s known"), 2, (guint64[]){ figure->known, figure->of });
}

/* The shortest of 15, 16 and 17 digits that reads back as the same number. */
static void
append_double (GString *json, double number)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (number))
    {
      g_string_append (json, "null");
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  g_string_append (json, buffer);
}

void
tenure_figure_append_json (const TenureFigure *figure, GString *json)
{
  char code[4];

  g_return_if_fail (figure != NULL && json != NULL);

  g_string_append (json, "{\"value\":");
  if (figure->kind == TENURE_FIGURE_CANNOT_TELL)
    g_string_append (json, "null");
  else if (figure->kind == TENURE_FIGURE_INTEGER)
    g_string_append_printf (json, "%" G_GINT64_FORMAT, figure->integer);
  else
    append_double (json, figure->number);
  g_string_append_printf (json, ",\"unit\":\"%s\"", tenure_figure_unit_code (figure->unit));
  if (figure->unit == TENURE_FIGURE_UNIT_MINOR)
    {
      tenure_currency_to_code (figure->currency, code);
      g_string_append (json, ",\"currency\":");
      if (code[0] != '\0')
        tenure_text_append_json (json, code);
      else
        g_string_append (json, "null");
    }
  g_string_append_printf (json, ",\"known\":%u,\"of\":%u}", figure->known, figure->of);
}
