#pragma once

#include "exchange/table.h"

/* Reads @cell as every kind of value that a column can hold. Aborts when what comes out is not what the headers of
 * the readers promise. */
void fuzz_read_cell (const TenureCell *cell);
