/* What the work costs: full cost and its lines by activity, as far as providers shared their budgets, and what bidding and
 * monitoring took. */

#include "sample.h"

#include "funding-table.h"

/* What a hundred pounds of cost go to; delivery takes the rest. */
static const struct
{
  const char *activity;
  int low, high; /* per cent */
  const char *note;
} activities[] = {
  { "relationships", 4, 12, "Meetings with wards, practices and schools" },
  { "community", 0, 9, NULL },
  { "advocacy", 0, 6, NULL },
  { "evaluation", 1, 5, "Returns, survey, yearly report" },
  { "overhead", 9, 19, "Rent, payroll, insurance" },
};

static void
write_line (Sample *self, TenureId agreement, const char *activity, gint64 pounds, const char *note)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_COST_LINE);

  sample_reference (record, "agreement", agreement);
  sample_text (record, "activity", activity);
  sample_pounds (record, "amount", pounds);
  if (note != NULL && sample_chance (self, 50))
    sample_text (record, "note", note);
  sample_insert (self, record);
}

/* The lines make @cost exactly. */
static void
write_lines (Sample *self, TenureId agreement, gint64 cost)
{
  gint64 left = cost;

  for (guint i = 0; i < G_N_ELEMENTS (activities); i++)
    {
      gint64 pounds = cost * sample_between (self, activities[i].low, activities[i].high) / 100 / 50 * 50;

      if (pounds < 100 || cost < 20000)
        continue;
      write_line (self, agreement, activities[i].activity, pounds, activities[i].note);
      left -= pounds;
    }
  write_line (self, agreement, "delivery", left, NULL);
}

/* Money that others put in covers the gap for some and part of it for others. */
static void
set_other_funding (Sample *self, TenureRecord *record, gint64 gap)
{
  gint64 pounds = MAX (gap, 0) * sample_between (self, 20, 125) / 100;

  if (!sample_is_known (record, "other_funding") && sample_chance (self, 60))
    sample_pounds (record, "other_funding", pounds / 10 * 10);
}

/* Half of them shared what the work costs; half of those in lines. */
static void
survey (Sample *self, const SampleAgreement *agreement, TenureRecord *record)
{
  gint64 value = sample_get_pounds (record, "value");
  gint64 cost = value * sample_between (self, 88, 122) / 100 / 10 * 10;
  gboolean in_lines = sample_chance (self, 45);

  if (!sample_is_known (record, "value") || !sample_chance (self, 50))
    return;
  if (sample_is_known (record, "full_cost"))
    cost = sample_get_pounds (record, "full_cost");
  else if (!in_lines)
    sample_pounds (record, "full_cost", cost);
  if (in_lines)
    write_lines (self, agreement->id, cost);
  set_other_funding (self, record, cost - value);
}

/* A tender takes weeks, an application an afternoon; returns and meetings go on for the whole term. */
static void
set_burden (Sample *self, const SampleAgreement *agreement, TenureRecord *record)
{
  gboolean contract = g_str_equal (sample_funding[agreement->row].kind, "contract");
  gint64 value = sample_get_pounds (record, "value");
  gint64 bid = contract ? MIN (value / 100, 18000) + 1200 : value / 150 + 150;
  gint64 monitoring = value * sample_between (self, 10, 45) / 1000 + 120;

  if (value == 0)
    return;
  if (sample_chance (self, contract ? 45 : 25))
    sample_pounds (record, "bid_cost", bid / 50 * 50);
  if (sample_chance (self, 35))
    sample_pounds (record, "monitoring_cost", monitoring / 10 * 10);
}

static void
ask_for_costs (Sample *self, const SampleAgreement *agreement, TenureRecord *record)
{
  if (!sample_agreement_is_live (self, agreement))
    return;
  survey (self, agreement, record);
  set_burden (self, agreement, record);
}

static void
write_costs (Sample *self, gpointer data)
{
  sample_for_each_agreement (self, ask_for_costs);
}

void
sample_write_costs (Sample *self)
{
  sample_edit_apart (self, "2026-11-09 16:35", "Maud Oyelaran-Pike", "Enter costs that providers shared with the alliance",
                     write_costs, NULL);
}
