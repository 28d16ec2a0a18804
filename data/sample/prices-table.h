#pragma once

#include <glib.h>

/* Price indexes and the uplifts that were given. The yearly rates are real and public, so that uplifts are held against what
 * prices did: README.md says where each is from. The uplifts are invented. */

typedef struct
{
  const char *from; /* first day of the year */
  int rate_bp;
  const char *source;
} SampleRate;

typedef struct
{
  const char *name;
  const char *source;
  const char *notes;
  gboolean usual;
  SampleRate rates[6]; /* by year; those left out have a NULL from */
} SamplePriceIndex;

/* What one agreement was given: rates in basis points by the day from which they hold, "2025-04-01 200|2026-04-01 0". */
typedef struct
{
  const char *title;
  const char *index; /* NULL: the usual one */
  const char *uplifts;
} SampleUplifts;

/* clang-format off */
#define CPI "Consumer prices (CPI)"
#define NHS_UPLIFT "NHS cost uplift"
#define LIVING_WAGE "Real Living Wage"

static const SamplePriceIndex sample_price_indexes[] = {
  { CPI, "Office for National Statistics, Consumer price inflation, UK", "Twelve months to March.", TRUE,
    { { "2020-04-01", 70, "Bulletin for March 2021" },
      { "2021-04-01", 700, "Bulletin for March 2022" },
      { "2022-04-01", 1010, "Bulletin for March 2023" },
      { "2023-04-01", 320, "Bulletin for March 2024" },
      { "2024-04-01", 260, "Bulletin for March 2025" },
      { "2025-04-01", 330, "Bulletin for March 2026" } } },
  { NHS_UPLIFT, "NHS England, NHS Payment Scheme",
    "As last revised in the year. Earlier years are still to be looked up; the factor for 2026/27 is not entered yet.", FALSE,
    { { "2023-04-01", 290, "NHS Payment Scheme 2023/25" },
      { "2024-04-01", 500, "Pay award prices 2024/25; 1.7 % before" },
      { "2025-04-01", 483, "Pay award prices 2025/26; 4.15 % before" } } },
  { LIVING_WAGE, "Living Wage Foundation, rate outside London", "From one rate to the next, by the year in which it was announced.", FALSE,
    { { "2021-04-01", 421, "£9.50 to £9.90 an hour" },
      { "2022-04-01", 1010, "£9.90 to £10.90 an hour" },
      { "2023-04-01", 1009, "£10.90 to £12.00 an hour" },
      { "2024-04-01", 500, "£12.00 to £12.60 an hour" },
      { "2025-04-01", 675, "£12.60 to £13.45 an hour" } } },
};

static const SampleUplifts sample_uplifts[] = {
  /* Kept up, or nearly */
  { "Community mental health alliance", NHS_UPLIFT, "2025-04-01 500|2026-04-01 483" },
  { "Hospice in-patient beds", NHS_UPLIFT, "2025-04-01 500|2026-04-01 490" },
  { "Hospice at home nights", NHS_UPLIFT, "2026-04-01 500" },
  { "Drug and alcohol recovery service", NULL, "2024-04-01 320|2025-04-01 300|2026-04-01 330" },
  { "Volunteering and small-group support", NULL, "2026-04-01 330" },
  { "Domestic abuse outreach", NULL, "2026-04-01 350" },

  /* Something, and less than prices rose */
  { "Social prescribing link workers", NHS_UPLIFT, "2025-04-01 415|2026-04-01 415" },
  { "Carers’ assessment and support", NULL, "2026-04-01 200" },
  { "Alliance: community connectors", NULL, "2025-04-01 200|2026-04-01 100" },
  { "Public involvement programme", NULL, "2026-04-01 150" },
  { "Alliance infrastructure and representation", NULL, "2025-04-01 250|2026-04-01 200" },

  /* Nothing, or close to it */
  { "Alliance: employment support", LIVING_WAGE, "2025-04-01 200|2026-04-01 0" },
  { "Social prescribing link workers, west", NHS_UPLIFT, "2025-04-01 170|2026-04-01 200" },
  { "Sitting service", LIVING_WAGE, "2024-04-01 500|2025-04-01 300|2026-04-01 200" },
  { "Grounds and café at the day hospital", NULL, "2024-04-01 0|2025-04-01 0|2026-04-01 0" },
  { "Youth counselling", NULL, "2024-04-01 150|2025-04-01 150|2026-04-01 0" },

  /* A year that nobody wrote down, or an index that has no rate for it yet */
  { "Supported living, learning disability", LIVING_WAGE, "2023-10-01 900|2024-10-01 800|2025-10-01 500|2026-10-01 600" },
  { "Falls prevention classes", NULL, "2025-01-01 200" },
  { "Ten-year community wealth grant", NULL, "2022-09-01 200|2023-09-01 200|2024-09-01 200" },

  /* Beside the sector */
  { "Home care, north", LIVING_WAGE, "2023-10-01 950|2024-10-01 700" },
};
/* clang-format on */
