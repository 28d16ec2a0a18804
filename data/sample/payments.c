/* Quarterly payments of the last two financial years for the agreements of which the ledger was shared. */

#include "sample.h"

#include "funding-table.h"

#define QUARTER_MONTHS 3

/* Most invoices are paid within the thirty days; one in nine waits on, some for more than two months. */
static int
days_to_pay (Sample *self)
{
  int days = sample_between (self, 9, 52);

  if (days >= 48)
    return 33 + 3 * (days - 48) * (days - 48);
  return days > 30 ? days - 17 : days;
}

static void
write_payment (Sample *self, const SampleAgreement *agreement, TenureDay due, guint number)
{
  const SampleFunding *funding = &sample_funding[agreement->row];
  TenureRecord *record = tenure_record_new (TENURE_RECORD_PAYMENT);
  g_autofree char *reference = g_strdup_printf ("P%06u", number);

  if (!sample_chance (self, 12))
    sample_reference (record, "agreement", agreement->id);
  sample_reference (record, "payee", sample_organisation (self, funding->provider));
  if (sample_chance (self, 70))
    sample_day (record, "invoiced", due);
  sample_day (record, "paid", due + days_to_pay (self));
  sample_pounds (record, "amount", agreement->annual / 4);
  sample_text (record, "reference", reference);
  if (sample_chance (self, 70))
    sample_text (record, "category", funding->service);
  sample_insert (self, record);
}

/* What was paid for a group that had to close for a quarter came back. */
static void
write_return (Sample *self)
{
  const SampleAgreement *agreement = sample_agreement_running (self, "Memory café");
  TenureRecord *record = tenure_record_new (TENURE_RECORD_PAYMENT);

  sample_reference (record, "agreement", agreement->id);
  sample_reference (record, "payee", sample_organisation (self, sample_funding[agreement->row].provider));
  sample_day (record, "paid", sample_date ("2026-08-14"));
  sample_pounds (record, "amount", -600);
  sample_text (record, "reference", "CR00017");
  sample_insert (self, record);
}

/* The ledger of the district has a payment that is more than the whole award: nobody has asked why. */
static void
write_overpayment (Sample *self)
{
  const SampleAgreement *agreement = sample_agreement_running (self, "Stroke exercise group");
  TenureRecord *record = tenure_record_new (TENURE_RECORD_PAYMENT);

  sample_reference (record, "agreement", agreement->id);
  sample_reference (record, "payee", sample_organisation (self, sample_funding[agreement->row].provider));
  sample_day (record, "paid", sample_date ("2026-05-28"));
  sample_pounds (record, "amount", 4070);
  sample_text (record, "reference", "E26-00914");
  sample_insert (self, record);
}

static void
write_ledger (Sample *self, gpointer data)
{
  TenureDay begin = sample_date ("2025-04-01");
  guint number = 48211;

  for (guint i = 0; i < self->agreements->len; i++)
    {
      const SampleAgreement *agreement = &g_array_index (self->agreements, SampleAgreement, i);
      TenureDay last = agreement->open_ended ? self->today : agreement->until;

      if (agreement->start == TENURE_DAY_NONE || last == TENURE_DAY_NONE || last < begin ||
          sample_chance (self, 45))
        continue;
      for (int quarter = 0; quarter < 8; quarter++)
        {
          TenureDay due = tenure_day_add_months (begin, quarter * QUARTER_MONTHS) + 9;

          if (due >= agreement->start && due <= last && due < self->today - 52)
            write_payment (self, agreement, due, number++);
        }
    }
  write_return (self);
  write_overpayment (self);
}

void
sample_write_payments (Sample *self)
{
  sample_edit (self, "2026-11-10", "Joss Penhallick", "Enter payments from the published ledgers",
               write_ledger, NULL);
}
