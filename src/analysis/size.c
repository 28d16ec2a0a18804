#include "config.h"
#include "analysis/providers.h"

#include "base/i18n.h"

/* NCVO Almanac; from this income on, in minor units. */
static const struct
{
  gint64 from_minor;
  TenureSize size;
  const char *code;
  const char *label;
} bands[] = {
  { G_MININT64, TENURE_SIZE_MICRO, "micro", N_ ("micro") },
  { 10000 * 100, TENURE_SIZE_SMALL, "small", N_ ("small") },
  { 100000 * 100, TENURE_SIZE_MEDIUM, "medium", N_ ("medium") },
  { 1000000 * 100, TENURE_SIZE_LARGE, "large", N_ ("large") },
  { 10000000 * G_GINT64_CONSTANT (100), TENURE_SIZE_MAJOR, "major", N_ ("major") },
  { 100000000 * G_GINT64_CONSTANT (100), TENURE_SIZE_SUPER_MAJOR, "super_major", N_ ("super-major") },
};

TenureSize
tenure_accounts_size (const TenureFactAccounts *accounts)
{
  TenureSize size = TENURE_SIZE_UNKNOWN;

  g_return_val_if_fail (accounts != NULL, TENURE_SIZE_UNKNOWN);

  if (!accounts->income_known || accounts->currency != TENURE_CURRENCY_GBP)
    return TENURE_SIZE_UNKNOWN;
  for (gsize i = 0; i < G_N_ELEMENTS (bands) && accounts->income_minor >= bands[i].from_minor; i++)
    size = bands[i].size;
  return size;
}

const char *
tenure_size_label (TenureSize size)
{
  g_return_val_if_fail (size <= TENURE_SIZE_SUPER_MAJOR, NULL);

  return size == TENURE_SIZE_UNKNOWN ? _ ("not recorded") : _ (bands[size - 1].label);
}

const char *
tenure_size_code (TenureSize size)
{
  g_return_val_if_fail (size <= TENURE_SIZE_SUPER_MAJOR, NULL);

  return size == TENURE_SIZE_UNKNOWN ? NULL : bands[size - 1].code;
}
