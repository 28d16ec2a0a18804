#pragma once

#include "chart/anatomy.h"
#include "chart/boards-compare.h"
#include "chart/burnup.h"
#include "chart/distribution.h"
#include "chart/expiries.h"
#include "chart/horizon.h"
#include "chart/hours.h"
#include "chart/income.h"
#include "chart/seat-chart.h"
#include "chart/survival-curve.h"
#include "chart/term-bands.h"
#include "chart/timeline.h"
#include "chart/trend.h"

/* Invented data for the tests of charts, the gallery and the benchmark: the same every time. All of it is
 * static and lives as long as the program, except what says otherwise. */

extern const TenureTermBandsData sample_term_bands;
extern const TenureHorizonData sample_horizon;
extern const TenureExpiriesData sample_expiries;
extern const TenureIncomeData sample_income;
extern const TenureSurvivalData sample_survival;
extern const TenureDistributionData sample_distribution;
extern const TenureTrendData sample_trend;
extern const TenureBurnupData sample_burnup;
extern const TenureHoursData sample_hours;
extern const TenureSeatChartData sample_seats;
extern const TenureSeatChartData sample_seats_small;
extern const TenureBoardsCompareData sample_boards;

/* A board of @n seats over nine blocs with every kind of seat. */
typedef struct
{
  TenureSeatBloc blocs[TENURE_CHART_MAX_BLOCS];
  TenureSeatDatum *seats;
  TenureSeatChartData data;
} SampleSeats;

void sample_seats_fill (SampleSeats *sample, guint n);
void sample_seats_clear (SampleSeats *sample);

/* @n agreements in renewal chains over @n_groups providers, with options, decision dates, gaps, unknown
 * dates. */
typedef struct
{
  TenureTimelineBar *bars;
  TenureTimelineGroup *groups;
  char **labels; /* NULL-terminated; bars and groups borrow them */
  TenureTimelineData data;
} SampleTimeline;

void sample_timeline_fill (SampleTimeline *sample, guint n, guint n_groups);
void sample_timeline_clear (SampleTimeline *sample);

/* A running bar of £1,000 a year without options, notice or flag, for timelines written by hand; days as ISO text, NULL for
 * not recorded. */
TenureTimelineBar sample_timeline_bar (
    TenureId record, guint32 group, gint32 predecessor, const char *first, const char *last);
TenureDay sample_day (const char *iso);

/* Every chart of the sample, with the size in which it is looked at: for the gallery and for what every chart owes. */
typedef struct
{
  const char *name;
  TenureScene *(*make) (double width, double height, const TenureChartTheme *theme);
  double width, height;
} SampleChart;

extern const SampleChart sample_charts[];
extern const guint sample_n_charts;

/* 21 November 2026. */
TenureDay sample_as_of (void);
