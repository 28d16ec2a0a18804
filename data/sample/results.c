/* What providers reported: measures with targets, volunteers and money from elsewhere, referrals by quarter. */

#include "sample.h"

#include "funding-table.h"
#include "results-table.h"

/* --- Outcomes and added value --- */

typedef struct
{
  const char *kind, *measure, *unit;
  gint64 target; /* in whole units; 0: none was set */
  gint64 actual; /* 0: not reported */
  const char *const *evidence;
} Result;

static const char *const records[] = { "Annual report", "Quarterly return", "Case records, counted by the provider",
                                       "Survey at the end", NULL };
static const char *const rotas[] = { "Volunteer rota", "Sign-in sheets", "Estimate of the coordinator", NULL };
static const char *const letters[] = { "Letters of award", "Management accounts", NULL };

/* The last full year of the agreement, or what has passed of a first one. */
static void
set_period (Sample *self, TenureRecord *record, const SampleAgreement *agreement)
{
  TenureDay from = MAX (agreement->start, sample_date ("2025-04-01"));
  TenureDay to = from < sample_date ("2026-04-01") ? sample_date ("2026-03-31") : sample_date ("2026-09-30");

  if (sample_chance (self, 15) || to < from)
    return;
  sample_day (record, "from_day", from);
  sample_day (record, "to_day", to);
}

static void
write_result (Sample *self, const SampleAgreement *agreement, const Result *result)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_OUTCOME);

  sample_reference (record, "agreement", agreement->id);
  sample_text (record, "kind", result->kind);
  sample_text (record, "measure", result->measure);
  sample_text (record, "unit", result->unit);
  if (result->target > 0)
    sample_number (record, "target", result->target * 100);
  if (result->actual > 0)
    sample_number (record, "actual", result->actual * 100);
  set_period (self, record, agreement);
  if (result->actual > 0 && sample_chance (self, 65))
    sample_text (record, "evidence", sample_pick (self, result->evidence));
  sample_insert (self, record);
}

static gint64
two_digits (gint64 number)
{
  gint64 unit = 1;

  while (number / unit >= 100)
    unit *= 10;
  return number / unit * unit;
}

/* Targets are round; what is reached lies about them, and one in five is not reported. */
static void
write_measure (Sample *self, const SampleAgreement *agreement, const SampleMeasure *measure)
{
  gint64 target = MAX (two_digits (agreement->annual * measure->per_10k / 1000000), 4);
  gint64 actual = target * sample_between (self, 55, 130) / 100;
  Result result = { "outcome", measure->measure, measure->unit, target, actual, records };

  if (sample_chance (self, 20))
    result.actual = 0;
  if (sample_chance (self, 15))
    result.target = 0;
  write_result (self, agreement, &result);
}

/* Small groups bring hours, larger ones money as well. */
static void
write_added_value (Sample *self, const SampleAgreement *agreement)
{
  Result hours = { "volunteer_hours", "Hours given by volunteers", "hours", 0, 0, rotas };
  Result money = { "levered_income", "Raised from trusts for the same work", "pounds", 0, 0, letters };

  hours.actual = agreement->annual * sample_between (self, 8, 45) / 1000 / 10 * 10 + 60;
  money.actual = agreement->annual * sample_between (self, 5, 35) / 100 / 100 * 100;
  if (sample_chance (self, 45))
    write_result (self, agreement, &hours);
  if (agreement->annual >= 25000 && sample_chance (self, 35))
    write_result (self, agreement, &money);
}

static void
report (Sample *self, const SampleAgreement *agreement, TenureRecord *record)
{
  const char *service = sample_funding[agreement->row].service;

  if (!sample_agreement_runs (self, agreement) || sample_chance (self, 30))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (sample_measures); i++)
    if (g_str_equal (sample_measures[i].service, service) && sample_chance (self, 80))
      write_measure (self, agreement, &sample_measures[i]);
  write_added_value (self, agreement);
}

static void
write_outcomes (Sample *self, gpointer data)
{
  sample_for_each_agreement (self, report);
}

/* --- Referrals --- */

static void
write_quarter (Sample *self, TenureId agreement, TenureDay from, int received, int capacity)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_REFERRALS);

  sample_reference (record, "agreement", agreement);
  sample_day (record, "from_day", from);
  sample_day (record, "to_day", tenure_day_add_months (from, 3) - 1);
  sample_number (record, "received", received);
  if (capacity > 0)
    sample_number (record, "capacity", capacity);
  sample_insert (self, record);
}

static void
write_referrals (Sample *self, gpointer data)
{
  TenureDay first = sample_date ("2025-10-01");

  for (guint i = 0; i < G_N_ELEMENTS (sample_referrals); i++)
    {
      const SampleReferrals *row = &sample_referrals[i];
      TenureId agreement = sample_agreement_running (self, row->title)->id;

      for (int quarter = 0; (guint) quarter < G_N_ELEMENTS (row->received); quarter++)
        if (row->received[quarter] >= 0)
          write_quarter (self, agreement, tenure_day_add_months (first, 3 * quarter), row->received[quarter], row->capacity);
    }
}

void
sample_write_results (Sample *self)
{
  sample_edit_apart (self, "2026-11-09 15:10", "Bram Tolliver", "Enter what providers reported", write_outcomes, NULL);
  sample_edit_apart (self, "2026-11-09 16:00", "Bram Tolliver", "Enter referrals of the last four quarters", write_referrals,
                     NULL);
}
