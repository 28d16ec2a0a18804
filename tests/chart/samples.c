#include "samples.h"

#define POUNDS(n) ((gint64) (n) *100)

/* 21 Nov 2026, 1 Dec 2026 and 1 Nov 2026. */
#define AS_OF 20778
#define DECEMBER_2026 20788

TenureDay
sample_as_of (void)
{
  return AS_OF;
}

#define NOTES(counted, n_counted, n_of, why)                                                                 \
  {                                                                                                          \
    .as_of = AS_OF, .scope = "North Ridge ICS, running agreements", .things = counted, .n = n_counted,       \
    .of = n_of, .left_out = why                                                                              \
  }

const TenureTermBandsData sample_term_bands = {
  .bands = {
    [TENURE_TERM_BAND_LE12] = { .count = 118, .value_known = 112, .annual_minor = POUNDS (4120000) },
    [TENURE_TERM_BAND_GT12_LT36] = { .count = 47, .value_known = 47, .annual_minor = POUNDS (3480000) },
    [TENURE_TERM_BAND_GE36] = { .count = 21, .value_known = 21, .annual_minor = POUNDS (5230000) },
    [TENURE_TERM_BAND_OPEN] = { .count = 9, .value_known = 8, .annual_minor = POUNDS (410000) },
    [TENURE_TERM_BAND_UNKNOWN] = { .count = 19, .value_known = 12, .annual_minor = POUNDS (890000) },
  },
  .currency = TENURE_CURRENCY_GBP,
  .notes = NOTES ("agreements", 195, 214, "no end recorded"),
};

/* --- Months ahead --------------------------------------------------------------------------------------- */

#define H(secured, extended, undecided, n)                                                                   \
  {                                                                                                          \
    .secured_minor = POUNDS (secured), .extended_minor = POUNDS (extended),                                  \
    .undecided_minor = POUNDS (undecided), .n_ending = n                                                     \
  }

static const TenureHorizonMonth horizon_months[36] = {
  H (13240000, 0, 0, 1),
  H (13180000, 0, 60000, 2),
  H (12950000, 80000, 120000, 2),
  H (12900000, 80000, 150000, 41),
  H (8120000, 1450000, 2100000, 0),
  H (8120000, 1450000, 2100000, 1),
  H (8060000, 1450000, 2150000, 2),
  H (7890000, 1520000, 2150000, 1),
  H (7840000, 1520000, 2180000, 0),
  H (7840000, 1520000, 2180000, 4),
  H (7510000, 1610000, 2300000, 0),
  H (7510000, 1610000, 2300000, 1),
  H (7480000, 1610000, 2300000, 2),
  H (7310000, 1690000, 2380000, 1),
  H (7260000, 1690000, 2400000, 0),
  H (7260000, 1690000, 2400000, 19),
  H (4630000, 2380000, 2950000, 0),
  H (4630000, 2380000, 2950000, 0),
  H (4630000, 2380000, 2950000, 2),
  H (4480000, 2380000, 3000000, 1),
  H (4420000, 2410000, 3010000, 0),
  H (4420000, 2410000, 3010000, 2),
  H (4260000, 2410000, 3080000, 0),
  H (4260000, 2410000, 3080000, 0),
  H (4260000, 2410000, 3080000, 1),
  H (4210000, 2410000, 3100000, 0),
  H (4210000, 2410000, 3100000, 0),
  H (4210000, 2410000, 3100000, 11),
  H (2240000, 2730000, 3400000, 0),
  H (2240000, 2730000, 3400000, 0),
  H (2240000, 2730000, 3400000, 1),
  H (2190000, 2730000, 3410000, 0),
  H (2190000, 2730000, 3410000, 0),
  H (2190000, 2730000, 3410000, 0),
  H (2190000, 2700000, 3410000, 0),
  H (2190000, 2700000, 3410000, 0),
};

const TenureHorizonData sample_horizon = {
  .first_month = DECEMBER_2026,
  .months = horizon_months,
  .n_months = G_N_ELEMENTS (horizon_months),
  .year_start_month = 4,
  .currency = TENURE_CURRENCY_GBP,
  .notes = NOTES ("agreements", 195, 214, "no end recorded"),
};

#define E(net_n, gross_n, net, gross)                                                                        \
  {                                                                                                          \
    .net_count = net_n, .gross_count = gross_n, .net_minor = POUNDS (net), .gross_minor = POUNDS (gross)     \
  }

static const TenureExpiryMonth expiry_months[24] = {
  E (1, 1, 60000, 60000),   E (2, 3, 230000, 290000), E (2, 2, 50000, 50000),   E (41, 52, 4780000, 5900000),
  E (0, 0, 0, 0),           E (1, 1, 60000, 60000),   E (2, 4, 170000, 420000), E (1, 1, 50000, 50000),
  E (0, 0, 0, 0),           E (4, 4, 330000, 330000), E (0, 0, 0, 0),           E (1, 1, 30000, 30000),
  E (2, 2, 170000, 170000), E (1, 1, 50000, 50000),   E (0, 0, 0, 0),           E (19, 20, 2630000, 2700000),
  E (0, 0, 0, 0),           E (0, 0, 0, 0),           E (2, 2, 150000, 150000), E (1, 1, 60000, 60000),
  E (0, 0, 0, 0),           E (2, 2, 160000, 160000), E (0, 0, 0, 0),           E (0, 0, 0, 0),
};

const TenureExpiriesData sample_expiries = {
  .first_month = DECEMBER_2026,
  .months = expiry_months,
  .n_months = G_N_ELEMENTS (expiry_months),
  .year_start_month = 4,
  .currency = TENURE_CURRENCY_GBP,
  .pile_up_date = 20908, /* 31 Mar 2027 */
  .pile_up_count = 38,
  .pile_up_known = 38,
  .pile_up_minor = POUNDS (4610000),
  .notes = NOTES ("agreements", 195, 214, "no end recorded"),
};

/* --- Income --------------------------------------------------------------------------------------------- */

static const TenureIncomeSource income_sources[] = {
  { 301, "North Ridge Integrated Care Board", POUNDS (184000), FALSE },
  { 302, "Ashby District Council", POUNDS (52500), FALSE },
  { TENURE_ID_NONE, "Donations and legacies", POUNDS (38000), TRUE },
  { 303, "Ridgeway Community Foundation", POUNDS (12000), FALSE },
};

const TenureIncomeData sample_income = {
  .sources = income_sources,
  .n_sources = G_N_ELEMENTS (income_sources),
  .income_known = TRUE,
  .income_minor = POUNDS (341000),
  .amber_bp = 5000,
  .red_bp = 7000,
  .currency = TENURE_CURRENCY_GBP,
  .notes = NOTES ("running agreements", 3, 4, "no yearly value recorded"),
};

/* --- Survival: the remission of leukaemia under 6-MP, test-survival.c ------------------------------------- */

static const TenureSurvivalPoint survival_points[] = {
  { 6, 21, 3, 0.857, 0.620, 0.952, TRUE },  { 7, 17, 1, 0.807, 0.563, 0.923, TRUE },  { 10, 15, 1, 0.753, 0.503, 0.889, TRUE },
  { 13, 12, 1, 0.690, 0.432, 0.849, TRUE }, { 16, 11, 1, 0.627, 0.368, 0.805, TRUE }, { 22, 7, 1, 0.538, 0.268, 0.747, TRUE },
  { 23, 6, 1, 0.448, 0.188, 0.680, TRUE },
};

const TenureSurvivalData sample_survival = {
  .points = survival_points,
  .n_points = G_N_ELEMENTS (survival_points),
  .longest = 35,
  .n = 21,
  .median_known = TRUE,
  .median = 23,
  .notes = NOTES ("funding relationships", 21, 24, "a start or an end is not recorded"),
};

/* --- Terms, by size and by year --------------------------------------------------------------------------- */

static const double small_terms[] = { 6, 9, 12, 12, 12, 12, 18, 24 };
static const double medium_terms[] = { 12, 12, 12, 24, 24, 36, 36, 36, 60, 1200 };
static const double large_terms[] = { 24, 36, 36 };

static const TenureDistributionGroup distribution_groups[] = {
  { .label = "small", .terms = small_terms, .known = 8, .of = 9, .le12 = 6, .lower = 10.5, .median = 12, .upper = 15 },
  { .label = "medium", .terms = medium_terms, .known = 10, .open_ended = 2, .of = 12, .le12 = 3, .lower = 12, .median = 30, .upper = 36 },
  { .label = "large", .terms = large_terms, .known = 3, .of = 3, .lower = 24, .median = 36, .upper = 36 },
  { .label = "Not recorded", .of = 4, .unnamed = TRUE },
};

const TenureDistributionData sample_distribution = {
  .subtitle = "Committed terms of running agreements by size of the provider",
  .corner = "Size",
  .groups = distribution_groups,
  .n_groups = G_N_ELEMENTS (distribution_groups),
  .notes = NOTES ("running agreements", 21, 28, "open-ended, or a start or an end is not recorded"),
};

/* Days of 1 April: 2021 to 2026. */
static const TenureTrendYear trend_years[] = {
  { .from = 18718, .started = 3, .known = 3, .le12 = 1, .median = 24 },
  { .from = 19083, .started = 14, .known = 12, .le12 = 9, .median = 12 },
  { .from = 19448 },
  { .from = 19814, .started = 30, .known = 12, .le12 = 3, .median = 18 },
  { .from = 20179, .started = 40, .open_ended = 8, .known = 30, .le12 = 27, .median = 12 },
  { .from = 20544, .started = 22, .known = 20, .le12 = 17, .median = 11.5 },
};

const TenureTrendData sample_trend = {
  .years = trend_years,
  .n_years = G_N_ELEMENTS (trend_years),
  .year_start_month = 4,
  .last_goes_on = TRUE,
  .reference = 0.8,
  .reference_label = "Reference, no target: nearly 8 in 10 grants sought were for a year or less (SCVO survey, Scotland, 2017)",
  .notes = NOTES ("agreements", 77, 109, "open-ended, started earlier, or a start or an end is not recorded"),
};

/* --- Taking part ---------------------------------------------------------------------------------------- */

/* £1,000 from April 2026 on, looked at on 21 November 2026: £300 paid by June, £600 committed by now. */
static const TenureBurnupMonth burnup_months[] = {
  { .parts = { 0, 0, 10000, 5000 } },
  { .parts = { 10000, 0, 10000, 0 } },
  { .parts = { 30000, 0, 0, 0 } },
  { .parts = { 30000, 5000, 5000, 5000 } },
  { .parts = { 30000, 10000, 10000, 0 } },
  { .parts = { 40000, 0, 10000, 0 } },
  { .parts = { 40000, 10000, 0, 5000 } },
  { .parts = { 40000, 10000, 5000, 5000 } },
  { .foretold = TRUE, .low = 65000, .middle = 70000, .high = 80000 },
  { .foretold = TRUE, .low = 70000, .middle = 85000, .high = 95000 },
  { .foretold = TRUE, .low = 80000, .middle = 105000, .high = 120000 },
  { .foretold = TRUE, .low = 90000, .middle = 115000, .high = 140000 },
};

const TenureBurnupData sample_burnup = {
  .name = "Taking part 2026/27",
  .first_month = 20544,
  .months = burnup_months,
  .n_months = G_N_ELEMENTS (burnup_months),
  .amount_known = TRUE,
  .amount_minor = 100000,
  .committed_known = TRUE,
  .committed_minor = 60000,
  .exhausted = 20869, /* 20 Feb 2027 */
  .method = "Foretold from what a day has cost so far.",
  .year_start_month = 4,
  .currency = TENURE_CURRENCY_GBP,
  .notes = NOTES ("claims and unclaimed times", 24, 25, "no rate"),
};

static const TenureHoursRow hours_rows[] = {
  { .label = "Place Board", .record = 31, .paid = 600, .unpaid = 900, .untold = 60, .value_known = TRUE, .value_minor = 45000 },
  { .label = "Mental Health, Learning Disability and Autism Collaborative", .record = 32, .unpaid = 630, .untold = 90 },
  { .label = "Forum", .record = 33, .paid = 90, .value_known = TRUE },
};

const TenureHoursData sample_hours = {
  .corner = "Board",
  .rows = hours_rows,
  .n_rows = G_N_ELEMENTS (hours_rows),
  .paid = 690,
  .unpaid = 1530,
  .untold = 150,
  .n_unpaid = 9,
  .n_valued = 5,
  .value_minor = 45000,
  .currency = TENURE_CURRENCY_GBP,
  .notes = NOTES ("times that somebody took part", 20, 22, "no time recorded"),
};

/* --- Boards --------------------------------------------------------------------------------------------- */

static const TenureSeatBloc board_blocs[] = {
  { .label = "NHS" },          { .label = "Council" },          { .label = "VCS", .is_vcs = TRUE },
  { .label = "Primary care" }, { .label = "Lived experience" },
};

#define YES TENURE_SEAT_VOTE_YES
#define NO TENURE_SEAT_VOTE_NO
#define UNKNOWN TENURE_SEAT_VOTE_UNKNOWN

static const TenureSeatDatum board_seats[] = {
  { 101, "Chair", "Independent chair", 0, YES, FALSE, TRUE, TRUE },
  { 102, "Chief executive", "North Ridge ICB", 0, YES, FALSE, FALSE, FALSE },
  { 103, "Medical director", "North Ridge ICB", 0, YES, FALSE, FALSE, FALSE },
  { 104, "Director of finance", "North Ridge ICB", 0, YES, FALSE, FALSE, FALSE },
  { 105, "Trust member", "Brackenfield Hospitals", 0, YES, FALSE, FALSE, FALSE },
  { 106, "Mental health trust member", NULL, 0, YES, TRUE, FALSE, FALSE },
  { 107, "Community trust member", "Dale Community Health", 0, YES, FALSE, FALSE, FALSE },
  { 108, "Leader", "Ashby Council", 1, YES, FALSE, FALSE, FALSE },
  { 109, "Director of adult services", "Ashby Council", 1, YES, FALSE, FALSE, FALSE },
  { 110, "Director of public health", "Wold Council", 1, YES, FALSE, FALSE, FALSE },
  { 111, "Director of children’s services", "Wold Council", 1, UNKNOWN, FALSE, FALSE, FALSE },
  { 112, "Alliance lead", "North Ridge VCS Alliance", 2, NO, FALSE, FALSE, TRUE },
  { 113, "Alliance deputy", NULL, 2, NO, TRUE, FALSE, FALSE },
  { 114, "GP member", "Dale Primary Care Network", 3, YES, FALSE, FALSE, FALSE },
  { 115, "Pharmacy member", "Local pharmaceutical committee", 3, NO, FALSE, FALSE, FALSE },
  { 116, "Citizen partner", "Appointed by panel", 4, NO, FALSE, FALSE, TRUE },
};

const TenureSeatChartData sample_seats = {
  .board = "North Ridge Integrated Care Partnership",
  .blocs = board_blocs,
  .n_blocs = G_N_ELEMENTS (board_blocs),
  .seats = board_seats,
  .n_seats = G_N_ELEMENTS (board_seats),
  .notes = { .as_of = AS_OF, .things = "seats", .n = 16, .of = 16 },
};

const TenureSeatChartData sample_seats_small = {
  .board = "Dale Place Committee",
  .blocs = board_blocs,
  .n_blocs = G_N_ELEMENTS (board_blocs),
  .seats = board_seats + 8,
  .n_seats = 5,
  .notes = { .as_of = AS_OF, .things = "seats", .n = 5, .of = 5 },
};

#define KNOWN(part, whole)                                                                                   \
  {                                                                                                          \
    TENURE_SHARE_KNOWN, part, whole, NULL                                                                    \
  }
#define CANNOT(reason)                                                                                       \
  {                                                                                                          \
    TENURE_SHARE_CANNOT_TELL, 0, 0, reason                                                                   \
  }
#define NOT(reason)                                                                                          \
  {                                                                                                          \
    TENURE_SHARE_NOT_APPLICABLE, 0, 0, reason                                                                \
  }

static const TenureBoardRow board_rows[] = {
  { 201, "North Ridge Integrated Care Board", KNOWN (0, 22), KNOWN (0, 18), NOT (NULL), TRUE, { 1, 10 } },
  { 202,
    "North Ridge Integrated Care Partnership",
    KNOWN (2, 16),
    KNOWN (0, 11),
    KNOWN (0, 15),
    TRUE,
    { 1, 10 } },
  { 203, "Dale Place Committee", KNOWN (1, 5), KNOWN (1, 4), KNOWN (1, 7), FALSE, { 0, 1 } },
  { 204,
    "Wold Health and Wellbeing Board",
    KNOWN (1, 14),
    CANNOT ("votes not recorded"),
    CANNOT ("votes not recorded"),
    TRUE,
    { 1, 10 } },
  { 205, "Ashby Place Partnership", KNOWN (3, 19), KNOWN (3, 19), KNOWN (2, 15), TRUE, { 1, 5 } },
  { 206,
    "Mental Health Provider Collaborative",
    KNOWN (0, 9),
    NOT ("board does not vote"),
    NOT ("board does not vote"),
    FALSE,
    { 0, 1 },
    TENURE_VOICE_NOT_EXPECTED },
  { 207,
    "Ageing Well Programme Board",
    KNOWN (4, 12),
    NOT ("board does not vote"),
    NOT ("board does not vote"),
    FALSE,
    { 0, 1 },
    TENURE_VOICE_NOT_EXPECTED },
  { 208,
    "Community Transport Working Group",
    CANNOT ("seats not recorded"),
    CANNOT ("seats not recorded"),
    NOT (NULL),
    FALSE,
    { 0, 1 },
    TENURE_VOICE_NOT_EXPECTED },
};

const TenureBoardsCompareData sample_boards = {
  .rows = board_rows,
  .n_rows = G_N_ELEMENTS (board_rows),
  .notes = { .as_of = AS_OF,
             .scope = "North Ridge ICS",
             .things = "boards",
             .n = 7,
             .of = 8,
             .left_out = "seats not recorded" },
};

void
sample_seats_fill (SampleSeats *sample, guint n)
{
  static const char *const names[] = { "NHS",       "Council", "VCS",    "Primary care", "Lived experience",
                                       "Education", "Police",  "Housing", "Other" };

  sample->seats = g_new0 (TenureSeatDatum, MAX (n, 1u));
  for (guint i = 0; i < G_N_ELEMENTS (sample->blocs); i++)
    sample->blocs[i] = (TenureSeatBloc){ .label = names[i], .is_vcs = i == 2 };
  for (guint i = 0; i < n; i++)
    sample->seats[i] = (TenureSeatDatum){
      .record = 1000 + i,
      .label = "Member",
      .bloc = i * 7 % 10, /* the tenth: not recorded */
      .vote = i % 3,
      .vacant = i % 11 == 0,
      .chair = i == 0,
      .paid = i % 5 == 0,
    };
  sample->data = (TenureSeatChartData){
    .board = "Assembly",
    .blocs = sample->blocs,
    .n_blocs = G_N_ELEMENTS (sample->blocs),
    .seats = sample->seats,
    .n_seats = n,
    .notes = { .as_of = AS_OF, .things = "seats", .n = n, .of = n },
  };
}

void
sample_seats_clear (SampleSeats *sample)
{
  g_clear_pointer (&sample->seats, g_free);
}
