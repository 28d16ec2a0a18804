#pragma once

#include "analysis/facts.h"
#include "base/money.h"
#include "exchange/read-value.h"

G_BEGIN_DECLS

/* What an amount of a file is: the basis of the agreement that it becomes, unknown where nothing says it. */
typedef TenureValueBasis TenureReadBasis;

typedef struct
{
  gint64 minor;            /* 0 when there is no value: look at @note */
  TenureCurrency currency; /* NONE when the cell does not say */
  TenureReadBasis basis;
  TenureReadNote note;
} TenureReadMoney;

/* Forms: 45000, 45000.5, 4.5e4, £3,712,490.00, GBP 45,000, 45,000 GBP, £45,000 per annum / p.a. / a year, £120k,
 * £1.2m, approx. / c. / about / circa / ~, -12.50, 12.50-, (12.50). Commas group thousands, or spaces do ("45 000");
 * "12,50" is INVALID. @currency decides the number of decimals where the cell names none. A number cell is first taken
 * to 15 significant figures, which is what spreadsheets keep, so 1168920.4500000001 is exact. */
TenureReadMoney tenure_read_money (const TenureCell *cell, TenureCurrency currency);
TenureReadMoney tenure_read_money_text (const char *text, TenureCurrency currency);

G_END_DECLS
