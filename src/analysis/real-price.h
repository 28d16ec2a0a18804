#pragma once

#include "analysis/term.h"

G_BEGIN_DECLS

/**
 * TenureRealPrice:
 * What the uplifts of an agreement are worth after prices rose, over the years it has completed by T.
 * @years: completed years, at most 50
 * @known: every one of them has an uplift and an index rate; else @missing says what lacks
 * @change: Π (1 + uplift) ÷ Π (1 + index) − 1, for printing
 * @series: index into price_indexes, or -1
 */
typedef struct
{
  int years;
  gboolean known;
  guint64 missing; /* TenureMissing */
  gint32 series;
  double uplift, index; /* Π (1 + …) − 1, of what is recorded */
  double change;
} TenureRealPrice;

/**
 * tenure_real_price:
 *
 * Year k begins on A = addMonths (start, 12 k), k ≥ 1, A ≤ min (T, committed end). Its uplift is the product of those that
 * begin in it: from A to the day before the next A. The index rate is that of the index year in which the day before A
 * lies: the rise of the year just completed. Formula: docs/domain.md, section 2, "Real price". Doubles, and 0.000001 % of
 * room at the cuts, where 2.7 % against 2.7 % must not come out as a cut.
 * Worked example (2.7 % against 8.7 %: −5.52 %): tests/analysis/test-flag-rules-price.c.
 */
TenureRealPrice tenure_real_price (const TenureTerms *terms, guint index);

/* One of those years. */
typedef struct
{
  TenureDay from;       /* A, the first day of the year that the uplift is for */
  guint n_uplifts;      /* that begin in it; 0: not recorded */
  double uplift;        /* Π (1 + …) of them */
  TenureDay index_from; /* first day of the index year; NONE where its rate is not recorded */
  double index;         /* 1 + its rate */
} TenureRealPriceYear;

/* @year: from 1 to the years completed. */
TenureRealPriceYear tenure_real_price_year (const TenureTerms *terms, guint index, int year);

/* "+1.20 %", "-5.52 %", "0.00 %"; only of a known one. The caller frees. */
char *tenure_real_price_dup_label (const TenureRealPrice *price);

/* The change in hundredths of a per cent, half away from zero; only of a known one. */
gint64 tenure_real_price_get_hundredths (const TenureRealPrice *price);

/* < 0, 0 or > 0 as the change is below, at or above @basis_points; only of a known one. */
int tenure_real_price_compare (const TenureRealPrice *price, int basis_points);

G_END_DECLS
