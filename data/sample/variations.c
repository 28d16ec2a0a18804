/* Writes what was changed midway. */

#include "sample.h"

#include "variations-table.h"

static void
write_variations (Sample *self, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_variations); i++)
    {
      const SampleVariation *row = &sample_variations[i];
      TenureRecord *record = tenure_record_new (TENURE_RECORD_VARIATION);

      sample_reference (record, "agreement", sample_agreement_running (self, row->title)->id);
      sample_day (record, "made", sample_date (row->made));
      sample_text (record, "scope", row->scope);
      if (row->price_change != NO_PRICE)
        sample_pounds (record, "price_change", row->price_change);
      sample_text (record, "description", row->description);
      sample_insert (self, record);
    }
}

void
sample_write_variations (Sample *self)
{
  sample_edit_apart (self, "2026-11-20 14:10", "Lalita Cawthray", "Record what was changed midway", write_variations, NULL);
}
