#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An ISO 4217 code packed into an integer ("GBP"), so that amounts compare cheaply. 0 is "not recorded".
 * Amounts in different currencies are never added: sums are kept per currency. */
typedef guint32 TenureCurrency;

#define TENURE_CURRENCY(a, b, c) (((guint32) (a) << 16) | ((guint32) (b) << 8) | (guint32) (c))
#define TENURE_CURRENCY_NONE 0u
#define TENURE_CURRENCY_GBP TENURE_CURRENCY ('G', 'B', 'P')

typedef struct
{
  gint64 minor; /* pence, cents: the currency's smallest unit */
  TenureCurrency currency;
} TenureMoney;

/* Three capital letters (case is folded); NONE when @code is NULL or anything else. */
TenureCurrency tenure_currency_from_code (const char *code);

/* Writes the three letters and a NUL into @buffer (4 bytes) and returns it; "" for NONE. */
char *tenure_currency_to_code (TenureCurrency currency, char *buffer);

/* Digits after the decimal point: 2 for most, 0 for JPY and the like, 3 for KWD and the like. */
int tenure_currency_digits (TenureCurrency currency);

/* Sets *@sum += @minor; FALSE, and *@sum unchanged, on overflow. */
gboolean tenure_money_add (gint64 *sum, gint64 minor);

/* A sum that may come to more than 63 bits. From then on @minor says nothing, and the sum cannot be told. */
typedef struct
{
  gint64 minor;
  gboolean overflows;
} TenureSum;

void tenure_sum_add (TenureSum *sum, gint64 minor);

/* FALSE beyond ten thousand million of the currency, either way: more than one agreement is ever likely to be worth. */
gboolean tenure_money_is_plausible (TenureMoney money);

/* Splits @total over @n weights ≥ 0 so that the parts sum to @total exactly (largest remainder; ties go to the
 * earlier part). FALSE when the weights sum to 0 or overflow. */
gboolean tenure_money_apportion (gint64 total, const gint64 *weights, gsize n, gint64 *out_parts);

/* "£1,234.56", "€12", "1,234.50 SEK" in the user's locale; pence only when there are any. With @whole no pence: rounded
 * half away from zero, for what was worked out and stands in a column. The caller frees. */
char *tenure_money_dup_label (TenureMoney money, gboolean whole);

/* For charts and tiles: "£950", "£12.3k", "£1.2m", "£3.4bn"; half away from zero at the shown digit. Less than half a
 * pound reads "£0". The caller frees. */
char *tenure_money_dup_short (TenureMoney money);

G_END_DECLS
