/* How agreements are paid: in advance or in arrears, and the instalments that letters of award promise. */

#include "sample.h"

#include "funding-table.h"

#define QUARTER_MONTHS 3
#define MAX_INSTALMENTS 16

/* Grants come early more often than contracts; of three in ten agreements nobody has said. */
static void
set_profile (Sample *self, const SampleAgreement *agreement, TenureRecord *record)
{
  static const char *const grants[] = { "advance", "advance", "part_advance", "part_advance", "arrears", "arrears", "arrears" };
  static const char *const contracts[] = { "arrears", "arrears", "arrears", "arrears", "part_advance", "results", "advance" };
  const char *kind = sample_funding[agreement->row].kind;
  gboolean grant = g_str_equal (kind, "grant");
  int chosen = sample_between (self, 0, G_N_ELEMENTS (grants) - 1);

  if (!g_str_equal (kind, "citizen_directed") && sample_chance (self, 70))
    sample_text (record, "payment_profile", grant ? grants[chosen] : contracts[chosen]);
}

static void
write_instalment (Sample *self, TenureId agreement, TenureDay due, gint64 pounds, const char *condition)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_INSTALMENT);

  sample_reference (record, "agreement", agreement);
  sample_day (record, "due", due);
  sample_pounds (record, "amount", pounds);
  sample_text (record, "note", condition);
  sample_insert (self, record);
}

/* Quarterly, from the first day or a quarter later; the last one takes what rounding left, and waits for the report.
 * @in_arrears: 1 or 0; @left_out: quarters that nobody entered. */
static void
write_instalments (Sample *self, const SampleAgreement *agreement, gint64 value, int in_arrears, int left_out)
{
  int n = MIN (agreement->months / QUARTER_MONTHS, MAX_INSTALMENTS);
  gint64 each = n > 0 ? value / n / 10 * 10 : 0;

  for (int i = 0; i < n - left_out; i++)
    write_instalment (self, agreement->id, tenure_day_add_months (agreement->start, QUARTER_MONTHS * (i + in_arrears)),
                      i == n - 1 ? value - each * (n - 1) : each,
                      i == n - 1              ? "After the yearly report"
                      : i == 0 && !in_arrears ? "On signature"
                                              : NULL);
}

static void
schedule (Sample *self, const SampleAgreement *agreement, TenureRecord *record)
{
  gboolean has_term = tenure_day_is_known (agreement->start) && agreement->months <= 36;
  const char *profile;

  set_profile (self, agreement, record);
  profile = tenure_record_get_text_by_name (record, "payment_profile");
  if (has_term && sample_agreement_is_live (self, agreement) && g_strcmp0 (profile, "results") != 0 &&
      g_strcmp0 (tenure_record_get_text_by_name (record, "value_basis"), "total") == 0 && sample_chance (self, 32))
    write_instalments (self, agreement, sample_get_pounds (record, "value"), g_strcmp0 (profile, "arrears") == 0, 0);
}

static void
write_schedules (Sample *self, gpointer data)
{
  const SampleAgreement *short_of_one = sample_agreement_running (self, "Falls prevention classes");

  sample_for_each_agreement (self, schedule);
  write_instalments (self, short_of_one, short_of_one->annual * short_of_one->months / 12, 1, 1);
}

void
sample_write_schedules (Sample *self)
{
  sample_edit_apart (self, "2026-11-10 15:20", "Joss Penhallick", "Enter payment schedules, and how each is paid",
                     write_schedules, NULL);
}
