#pragma once

#include "exchange/table-private.h"

G_BEGIN_DECLS

/* What the number formats of a workbook say about its numbers: only that tells a date from a number in XLSX. */
typedef enum
{
  TENURE_FORMAT_PLAIN,
  TENURE_FORMAT_DATE,
  TENURE_FORMAT_CURRENCY,
} TenureNumberFormat;

/* The kind of a format code such as "dd/mm/yyyy" or "[$£-809]#,##0.00". */
TenureNumberFormat tenure_number_format_from_code (const char *code);

/* One TenureNumberFormat a cell style (as guint8), in order. A workbook without styles has none. */
GByteArray *tenure_xlsx_styles_load (TenureTable *table, GError **error);

G_END_DECLS
