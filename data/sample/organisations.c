#include "sample.h"

#include "organisations-table.h"

/* No post office delivers here: the area ZN does not exist. One draw after the other, because compilers
 * differ in the order in which they work out arguments. */
static void
set_address (Sample *self, TenureRecord *record, const SampleOrganisation *row)
{
  static const char letters[] = "ABDEFGHJLNPQRSTUWXYZ";
  int district, sector, first, second;
  char postcode[16];

  if (row->place == NULL || sample_chance (self, 25))
    return;
  district = sample_between (self, 1, 24);
  sector = sample_between (self, 1, 9);
  first = sample_between (self, 0, 19);
  second = sample_between (self, 0, 19);
  g_snprintf (postcode, sizeof postcode, "ZN%d %d%c%c", district, sector, letters[first], letters[second]);
  sample_text (record, "postcode", postcode);
}

/* "Age Well Aldermere" lives at https://age-well-aldermere.example */
static void
set_website (Sample *self, TenureRecord *record, const SampleOrganisation *row)
{
  g_autofree char *ascii = NULL;
  g_autoptr (GString) address = g_string_new ("https://");

  if (g_str_equal (row->kind, "unregistered") || sample_chance (self, 30))
    return;
  ascii = g_str_to_ascii (row->name, "C");
  for (const char *c = ascii; *c != '\0'; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (address, g_ascii_tolower (*c));
    else if (*c == ' ')
      g_string_append_c (address, '-');
  g_string_append (address, ".example");
  sample_text (record, "website", address->str);
}

/* Costs lie near the income, free reserves between nothing and nine months of costs. */
static void
set_accounts (Sample *self, TenureRecord *record, const SampleOrganisation *row)
{
  gint64 expenditure;

  if (row->income == 0)
    return;
  sample_pounds (record, "income", row->income);
  if (sample_chance (self, 30))
    return;
  expenditure = row->income * sample_between (self, 91, 106) / 100;
  sample_pounds (record, "expenditure", expenditure);
  sample_day (record, "accounts_end", sample_date (sample_chance (self, 70) ? "2026-03-31" : "2025-03-31"));
  if (sample_chance (self, 65))
    sample_pounds (record, "free_reserves", expenditure * sample_between (self, 0, 75) / 100);
}

static void
set_evidence (Sample *self, TenureRecord *record, const SampleOrganisation *row)
{
  if (row->vcs != 1 || sample_chance (self, 25))
    return;
  if (row->identifiers == NULL)
    sample_text (record, "vcs_evidence", "Known to the alliance");
  else if (strstr (row->identifiers, "GB-CHC") != NULL)
    sample_text (record, "vcs_evidence", "Charity number");
  else
    sample_text (record, "vcs_evidence", "Register of community interest companies");
}

static void
write_identifiers (Sample *self, TenureId organisation, const char *identifiers)
{
  g_auto (GStrv) parts = g_strsplit (identifiers != NULL ? identifiers : "", "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      TenureRecord *record = tenure_record_new (TENURE_RECORD_IDENTIFIER);
      g_auto (GStrv) pair = g_strsplit (parts[i], " ", 2);

      sample_reference (record, "organisation", organisation);
      sample_text (record, "scheme", pair[0]);
      sample_text (record, "value", pair[1]);
      sample_insert (self, record);
    }
}

static void
write_organisations (Sample *self, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_organisations); i++)
    {
      const SampleOrganisation *row = &sample_organisations[i];
      TenureRecord *record = tenure_record_new (TENURE_RECORD_ORGANISATION);

      record->id = sample_organisation (self, row->name);
      sample_text (record, "name", row->name);
      sample_flag (record, "vcs", row->vcs);
      set_evidence (self, record, row);
      sample_text (record, "kind", row->kind);
      sample_text (record, "place", row->place);
      set_address (self, record, row);
      set_website (self, record, row);
      sample_day (record, "opened", sample_date (row->opened));
      sample_day (record, "closed", sample_date (row->closed));
      if (row->successor != NULL)
        sample_reference (record, "successor", sample_organisation (self, row->successor));
      set_accounts (self, record, row);
      write_identifiers (self, sample_insert (self, record), row->identifiers);
    }
}

void
sample_write_organisations (Sample *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_organisations); i++)
    {
      TenureId id = tenure_id_new ();

      g_hash_table_insert (self->organisations, (gpointer) sample_organisations[i].name,
                           g_memdup2 (&id, sizeof id));
    }
  sample_edit (self, "2026-10-05", "Wren Hathersedge", "Enter the organisations of North Ridge",
               write_organisations, NULL);
}
