/* Writes the people who speak for commissioners and providers, and the agreements that rest on one person. */

#include "sample.h"

#include "contacts-table.h"

/* Three in five have given an address: at their organisation, in a domain that does not exist. */
static void
set_address (Sample *self, TenureRecord *record, const char *name)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  if (sample_chance (self, 60))
    {
      g_autofree char *address = g_strconcat (g_strdelimit (folded, " ", '.'), "@northridge.example", NULL);

      sample_text (record, "email", address);
    }
}

static void
write_colleagues (Sample *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_colleagues); i++)
    {
      const SampleColleague *row = &sample_colleagues[i];
      TenureRecord *record = tenure_record_new (TENURE_RECORD_PERSON);
      TenureId id;

      sample_text (record, "name", row->name);
      sample_reference (record, "organisation", sample_organisation (self, row->organisation));
      sample_text (record, "role", row->role);
      set_address (self, record, row->name);
      id = sample_insert (self, record);
      g_hash_table_insert (self->people, g_strdup (row->name), g_memdup2 (&id, sizeof id));
    }
}

static void
write_contacts (Sample *self, gpointer data)
{
  write_colleagues (self);
  for (guint i = 0; i < G_N_ELEMENTS (sample_contacts); i++)
    {
      const SampleContact *row = &sample_contacts[i];
      TenureRecord *record = tenure_record_new (TENURE_RECORD_CONTACT);

      sample_reference (record, "organisation", sample_organisation (self, row->organisation));
      sample_reference (record, "person", sample_person (self, row->person));
      sample_text (record, "role", row->role);
      sample_day (record, "from_day", sample_date (row->from_day));
      sample_day (record, "to_day", sample_date (row->to_day));
      sample_text (record, "handover", row->handover);
      sample_insert (self, record);
    }
}

static void
write_key_people (Sample *self, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_key_people); i++)
    {
      const SampleKeyPerson *row = &sample_key_people[i];
      TenureRecord *record =
          sample_load (self, TENURE_RECORD_AGREEMENT, sample_agreement_running (self, row->title)->id);

      sample_reference (record, "key_person", sample_person (self, row->person));
      if (row->cover != NULL)
        sample_reference (record, "key_cover", sample_person (self, row->cover));
      sample_flag (record, "key_clause", row->clause);
      sample_update (self, record);
    }
}

void
sample_write_contacts (Sample *self)
{
  sample_edit_apart (self, "2026-11-06 16:20", "Lalita Cawthray", "Enter contacts on both sides and their handovers",
                     write_contacts, NULL);
  sample_edit_apart (self, "2026-11-06 16:50", "Lalita Cawthray", "Record key people and who covers for them",
                     write_key_people, NULL);
}
