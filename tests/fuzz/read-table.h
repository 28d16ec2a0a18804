#pragma once

#include <glib.h>

/* Reads @bytes as a table called @name to its end or its first error, and every cell as every kind of value. Aborts when
 * what comes out is not what exchange/table.h promises. */
void fuzz_read_table (const void *bytes, gsize length, const char *name);
