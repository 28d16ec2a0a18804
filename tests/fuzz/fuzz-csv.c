#include "fuzz.h"
#include "read-table.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  fuzz_read_table (data, size, "fuzz.csv");
  return 0;
}
