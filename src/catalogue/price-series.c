#include "config.h"
#include "catalogue/price-series.h"

/* clang-format off */
static const TenurePriceSeries series[TENURE_N_PRICE_SERIES] = {
  { "Consumer prices (CPI)", "Office for National Statistics, Consumer price inflation, UK", "Twelve months to March.", TRUE,
    { { "2020-04-01", 70, "Bulletin for March 2021" },
      { "2021-04-01", 700, "Bulletin for March 2022" },
      { "2022-04-01", 1010, "Bulletin for March 2023" },
      { "2023-04-01", 320, "Bulletin for March 2024" },
      { "2024-04-01", 260, "Bulletin for March 2025" },
      { "2025-04-01", 330, "Bulletin for March 2026" } } },
  { "NHS cost uplift", "NHS England, NHS Payment Scheme",
    "As last revised in the year. 2024/25, 2026/27 and the years before are still to be looked up.", FALSE,
    { { "2023-04-01", 290, "NHS Payment Scheme 2023/25" },
      { "2025-04-01", 483, "Pay award prices 2025/26; 4.15 % before" } } },
  { "Real Living Wage", "Living Wage Foundation, rate outside London",
    "From one rate to the next, by the year in which it was announced.", FALSE,
    { { "2021-04-01", 421, "£9.50 to £9.90 an hour" },
      { "2022-04-01", 1010, "£9.90 to £10.90 an hour" },
      { "2023-04-01", 1009, "£10.90 to £12.00 an hour" },
      { "2024-04-01", 500, "£12.00 to £12.60 an hour" },
      { "2025-04-01", 675, "£12.60 to £13.45 an hour" } } },
};
/* clang-format on */

const TenurePriceSeries *
tenure_price_series (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (series), NULL);

  return &series[index];
}
