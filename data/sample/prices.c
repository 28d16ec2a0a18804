/* Price indexes with their yearly rates, and the uplifts that agreements were given. */

#include "sample.h"

#include "prices-table.h"

static TenureId
index_id (Sample *self, const char *name)
{
  return *(const TenureId *) g_hash_table_lookup (self->price_indexes, name);
}

static void
write_rate (Sample *self, TenureId index, const SampleRate *rate)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_INDEX_RATE);

  sample_reference (record, "price_index", index);
  sample_day (record, "from_day", sample_date (rate->from));
  sample_number (record, "rate", rate->rate_bp);
  sample_text (record, "source", rate->source);
  sample_insert (self, record);
}

static void
write_indexes (Sample *self, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_price_indexes); i++)
    {
      const SamplePriceIndex *row = &sample_price_indexes[i];
      TenureRecord *record = tenure_record_new (TENURE_RECORD_PRICE_INDEX);
      TenureId id;

      sample_text (record, "name", row->name);
      sample_text (record, "source", row->source);
      sample_text (record, "notes", row->notes);
      sample_flag (record, "usual", row->usual);
      id = sample_insert (self, record);
      g_hash_table_insert (self->price_indexes, (gpointer) row->name, g_memdup2 (&id, sizeof id));
      for (guint n = 0; n < G_N_ELEMENTS (row->rates) && row->rates[n].from != NULL; n++)
        write_rate (self, id, &row->rates[n]);
    }
}

void
sample_write_price_indexes (Sample *self)
{
  sample_edit_apart (self, "2026-10-06 09:35", "Odile Marchbank", "Enter three price indexes with their yearly rates",
                     write_indexes, NULL);
}

/* --- Uplifts --- */

static void
write_uplift (Sample *self, TenureId agreement, const char *from, gint64 rate_bp)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_UPLIFT);

  sample_reference (record, "agreement", agreement);
  sample_day (record, "from_day", sample_date (from));
  sample_number (record, "rate", rate_bp);
  sample_insert (self, record);
}

static void
write_uplifts (Sample *self, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_uplifts); i++)
    {
      const SampleUplifts *row = &sample_uplifts[i];
      TenureId agreement = sample_agreement_running (self, row->title)->id;
      g_auto (GStrv) years = g_strsplit (row->uplifts, "|", -1);

      if (row->index != NULL)
        sample_set (self, TENURE_RECORD_AGREEMENT, agreement, "price_index",
                    TENURE_VALUE_OF_INTEGER (index_id (self, row->index)));
      for (guint n = 0; years[n] != NULL; n++)
        {
          g_auto (GStrv) words = g_strsplit (years[n], " ", 2);

          write_uplift (self, agreement, words[0], strtol (words[1], NULL, 10));
        }
    }
}

void
sample_write_uplifts (Sample *self)
{
  sample_edit_apart (self, "2026-11-10 16:40", "Joss Penhallick", "Record the uplifts that were given", write_uplifts, NULL);
}
