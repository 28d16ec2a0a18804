#pragma once

#include "base/money.h"

G_BEGIN_DECLS

/* A figure: the form in which every number leaves the analysis for screen, report and command line.
 * "k of N known" is part of the type: a sum of the 180 yearly values that are recorded, out of 214
 * agreements, is not the same figure as a sum of 214. */

typedef enum
{
  TENURE_FIGURE_CANNOT_TELL, /* no value: nothing that it needs is known; written as null */
  TENURE_FIGURE_INTEGER,
  TENURE_FIGURE_DOUBLE, /* for printing and drawing; whatever decides something is compared exactly before */
} TenureFigureKind;

typedef enum
{
  TENURE_FIGURE_UNIT_COUNT,
  TENURE_FIGURE_UNIT_MINOR, /* minor units of `currency` */
  TENURE_FIGURE_UNIT_MONTHS,
  TENURE_FIGURE_UNIT_DAYS,
  TENURE_FIGURE_UNIT_RATIO,  /* 0 to 1 */
  TENURE_FIGURE_UNIT_POINTS, /* concentration, 0 to 10,000 */
} TenureFigureUnit;

typedef struct
{
  TenureFigureKind kind;
  TenureFigureUnit unit;
  TenureCurrency currency; /* of MINOR; NONE otherwise */
  union
  {
    gint64 integer;
    double number;
  };
  guint known; /* records that entered */
  guint of;    /* records that the figure is about; known ≤ of */
} TenureFigure;

TenureFigure tenure_figure_count (gint64 count, guint known, guint of);
TenureFigure tenure_figure_minor (gint64 minor, TenureCurrency currency, guint known, guint of);

/* As tenure_figure_minor(); cannot tell where @sum does not fit. */
TenureFigure tenure_figure_sum (TenureSum sum, TenureCurrency currency, guint known, guint of);
TenureFigure tenure_figure_number (double number, TenureFigureUnit unit, guint known, guint of);
/* Full-time equivalents of @hundredths; cannot tell where none of those there are is known. */
TenureFigure tenure_figure_posts (gint64 hundredths, guint known, guint of);
TenureFigure tenure_figure_cannot_tell (TenureFigureUnit unit, guint known, guint of);

/* "count", "minor", "months", "days", "ratio", "points": for files and the command line. */
const char *tenure_figure_unit_code (TenureFigureUnit unit);

/* The value for people: "£1,234", "17.4 months", "61.3 %", "cannot tell"; the caller frees. */
char *tenure_figure_dup_label (const TenureFigure *figure);

/* "180 of 214 known", "nothing to count" of none; the caller frees. */
char *tenure_figure_dup_coverage (const TenureFigure *figure);

/* Appends {"value":…,"unit":"…","known":k,"of":n}, with "currency" where the unit is MINOR. Numbers are
 * locale-free, with as many digits as it takes to read them back exactly. */
void tenure_figure_append_json (const TenureFigure *figure, GString *json);

G_END_DECLS
