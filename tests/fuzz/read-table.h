#pragma once

#include "exchange/table.h"

/* Reads what is left of @table to its end or its first error, and every cell as every kind of value. Aborts when what
 * comes out is not what exchange/table.h promises. */
void fuzz_read_rows (TenureTable *table);

/* The same for @bytes as a CSV or JSON table called @name. */
void fuzz_read_table (const void *bytes, gsize length, const char *name);
