#pragma once

#include "base/money.h"

G_BEGIN_DECLS

/* Numbers as charts write them, in the user's locale. All are freed by the caller. */

/* "1,234". */
char *tenure_format_count (gint64 count);

/* @part of @whole as "61 %": whole per cents, half up, but never "0 %" for something or "100 %" for less than
 * all: then "<1 %" and ">99 %". "–" when @whole is 0. Of two non-negative amounts. */
char *tenure_format_percent (gint64 part, gint64 whole);

/* The same rounded down, or @up: the least and the most that a share can be. "0 %" and "100 %" are true of those. */
char *tenure_format_percent_bound (gint64 part, gint64 whole, gboolean up);

/* "£1.2m" and "£1,234,567". */
char *tenure_format_money_short (gint64 minor, TenureCurrency currency);
char *tenure_format_money (gint64 minor, TenureCurrency currency);

/* "14 agreements". */
char *tenure_format_agreements (guint n);

/* What stands in place of a picture whose amounts come to more than can be counted; translated, static. */
const char *tenure_format_too_large (void);

G_END_DECLS
