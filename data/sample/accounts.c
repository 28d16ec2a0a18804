/* What the last accounts and those before them say, and who else pays: what D1, D2 and R1 rest on. */

#include "sample.h"

#include "funding-table.h"
#include "organisations-table.h"

/* A post in the sector costs about this much a year. */
#define POST_POUNDS 41000

static void
set_pounds_if_blank (TenureRecord *record, const char *field, gint64 pounds)
{
  if (!sample_is_known (record, field))
    sample_pounds (record, field, pounds);
}

/* Half of those whose accounts nobody had read: from the website of the regulator, so not for groups without one. */
static void
fill_last_accounts (Sample *self, TenureRecord *record, const SampleOrganisation *row)
{
  gint64 expenditure = row->income * sample_between (self, 93, 105) / 100;
  gint64 reserves = expenditure * sample_between (self, 10, 70) / 100;

  if (row->identifiers == NULL || !sample_chance (self, 50))
    return;
  set_pounds_if_blank (record, "expenditure", expenditure);
  set_pounds_if_blank (record, "free_reserves", reserves);
  if (!sample_is_known (record, "accounts_end"))
    sample_day (record, "accounts_end", sample_date ("2026-03-31"));
}

static void
set_staff (Sample *self, TenureRecord *record, gint64 income)
{
  gint64 tenths = income * 7 / POST_POUNDS;

  if (tenths > 0 && sample_chance (self, 60))
    sample_number (record, "staff", tenths * 10);
}

static void
set_policy (Sample *self, TenureRecord *record, const SampleOrganisation *row)
{
  static const int months[] = { 3, 3, 6, 4, 6, 2 };
  int chosen = months[sample_between (self, 0, G_N_ELEMENTS (months) - 1)];

  if (row->income >= 100000 && sample_chance (self, 45))
    sample_number (record, "reserves_policy", chosen);
}

/* The years before, newest first: income grew towards today, and costs ran close to it. */
static void
write_earlier_accounts (Sample *self, const TenureRecord *organisation, gint64 income)
{
  TenureDay end =
      tenure_record_get_day (organisation, tenure_record_field_index (TENURE_RECORD_ORGANISATION, "accounts_end"));
  int years = sample_chance (self, 70) ? sample_between (self, 1, 3) : 0;

  for (int year = 1; tenure_day_is_known (end) && year <= years; year++)
    {
      TenureRecord *record = tenure_record_new (TENURE_RECORD_ACCOUNTS);
      gint64 expenditure;

      income = income * sample_between (self, 92, 102) / 100;
      expenditure = income * sample_between (self, 94, 105) / 100;
      sample_reference (record, "organisation", organisation->id);
      sample_day (record, "year_end", tenure_day_add_months (end, -12 * year));
      sample_pounds (record, "income", income);
      if (sample_chance (self, 85))
        sample_pounds (record, "expenditure", expenditure);
      if (sample_is_known (organisation, "free_reserves") && sample_chance (self, 70))
        sample_pounds (record, "free_reserves",
                       sample_get_pounds (organisation, "free_reserves") * sample_between (self, 80, 115) / 100);
      set_staff (self, record, income);
      sample_insert (self, record);
    }
}

static void
write_accounts (Sample *self, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_organisations); i++)
    {
      const SampleOrganisation *row = &sample_organisations[i];
      TenureRecord *record;

      if (row->vcs != 1 || row->income == 0)
        continue;
      record = sample_load (self, TENURE_RECORD_ORGANISATION, sample_organisation (self, row->name));
      fill_last_accounts (self, record, row);
      set_policy (self, record, row);
      set_staff (self, record, row->income);
      write_earlier_accounts (self, record, row->income);
      sample_update (self, record);
    }
}

/* --- Income from others --- */

/* What runs today brings in this much a year, as far as the tables know. */
static gint64
income_from_agreements (Sample *self, const char *provider)
{
  gint64 pounds = 0;

  for (guint i = 0; i < self->agreements->len; i++)
    {
      const SampleAgreement *agreement = &g_array_index (self->agreements, SampleAgreement, i);

      if (sample_agreement_runs (self, agreement) && g_str_equal (sample_funding[agreement->row].provider, provider))
        pounds += agreement->annual;
    }
  return pounds;
}

static void
write_source (Sample *self, const char *organisation, const char *source, gint64 pounds)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_OTHER_INCOME);

  sample_reference (record, "organisation", sample_organisation (self, organisation));
  sample_text (record, "source", source);
  sample_pounds (record, "amount", pounds);
  sample_insert (self, record);
}

static gint64
round_to_hundred (gint64 pounds)
{
  return pounds >= 10000 ? pounds / 100 * 100 : pounds / 10 * 10;
}

/* All but a small rest of the income: from one source for the smallest, from four alike for the others. */
static void
write_sources (Sample *self, const SampleOrganisation *row, gint64 rest)
{
  static const char *const small[] = { "Subscriptions", "Collections and raffles", "The Tallowfield Trust", "Parish councils" };
  static const char *const large[] = { "Councils elsewhere", "Donations", "Shops and trading", "NHS bodies elsewhere",
                                       "Legacies", "The Tallowfield Trust", "Training and room hire", "Fundraising events" };
  const char *const *sources = row->income < 100000 ? small : large;
  guint n_sources = row->income < 100000    ? G_N_ELEMENTS (small)
                    : row->income > 3000000 ? 5 /* no trust gives so much */
                                            : G_N_ELEMENTS (large);
  guint first = (guint) sample_between (self, 0, (int) n_sources - 1);
  guint n = row->income < 50000 ? 1 : 4;
  gint64 left = rest * sample_between (self, 90, 99) / 100;

  for (guint i = 0; i < n; i++)
    {
      gint64 part = i == n - 1 ? left : rest * sample_between (self, 18, 30) / 100;

      left -= part;
      if (round_to_hundred (part) > 0)
        write_source (self, row->name, sources[(first + i) % n_sources], round_to_hundred (part));
    }
}

static void
write_other_income (Sample *self, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_organisations); i++)
    {
      const SampleOrganisation *row = &sample_organisations[i];
      gint64 own = income_from_agreements (self, row->name);

      if (row->vcs == 1 && own > 0 && own < row->income && sample_chance (self, 58))
        write_sources (self, row, row->income - own);
    }
}

void
sample_write_accounts (Sample *self)
{
  sample_edit_apart (self, "2026-11-03 14:25", "Wren Hathersedge", "Look up accounts, staff and reserves policies",
                     write_accounts, NULL);
  sample_edit_apart (self, "2026-11-03 16:05", "Maud Oyelaran-Pike", "Enter who else pays the providers", write_other_income,
                     NULL);
}
