/* How agreements are set up: specification, remit, themes and tags, posts and roles they pay for, where the papers are. */

#include "sample.h"

#include "funding-table.h"
#include "specifications-table.h"

/* A post costs this much a year with its share of rent and management. */
#define POST_POUNDS 44000

static TenureId
running (Sample *self, const char *title)
{
  return sample_agreement_running (self, title)->id;
}

static void
set_words (Sample *self, const char *title, const char *field, const char *words)
{
  if (words != NULL)
    sample_set (self, TENURE_RECORD_AGREEMENT, running (self, title), field, TENURE_VALUE_OF_TEXT ((char *) words));
}

/* --- The specification --- */

static void
set_tightness (Sample *self, TenureRecord *record)
{
  static const int degrees[] = { 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5 };
  int degree = degrees[sample_between (self, 0, G_N_ELEMENTS (degrees) - 1)];

  if (sample_chance (self, 45))
    sample_number (record, "tightness", degree);
}

/* Yes for most of those of which somebody has said it. */
static void
set_agreed (Sample *self, TenureRecord *record, const char *field)
{
  int chance = sample_between (self, 0, 99);

  if (chance < 50)
    sample_flag (record, field, chance < 42);
}

static void
specify (Sample *self, const SampleAgreement *agreement, TenureRecord *record)
{
  if (sample_agreement_is_live (self, agreement))
    set_tightness (self, record);
  if (!sample_agreement_runs (self, agreement))
    return;
  set_agreed (self, record, "specification_agreed");
  set_agreed (self, record, "measures_agreed");
  set_agreed (self, record, "variation_agreed");
}

/* The last agreement of the title, which is still to begin. */
static const SampleAgreement *
planned (Sample *self, const char *title)
{
  for (guint i = self->agreements->len; i > 0; i--)
    {
      const SampleAgreement *agreement = &g_array_index (self->agreements, SampleAgreement, i - 1);

      if (g_str_equal (sample_funding[agreement->row].title, title) && agreement->start > self->today)
        return agreement;
    }
  g_error ("The tables of the sample have no agreement “%s” that is still to begin.", title);
}

static void
write_specifications (Sample *self, gpointer data)
{
  sample_for_each_agreement (self, specify);
  for (guint i = 0; i < G_N_ELEMENTS (sample_readiness); i++)
    {
      const SampleReadiness *row = &sample_readiness[i];
      const SampleAgreement *agreement = planned (self, row->title);
      TenureRecord *record = sample_load (self, TENURE_RECORD_AGREEMENT, agreement->id);

      sample_flag (record, "specification_agreed", row->specification);
      sample_flag (record, "measures_agreed", row->measures);
      sample_flag (record, "variation_agreed", row->variation);
      if (row->serves)
        sample_text (record, "communities", sample_funding[agreement->row].communities);
      sample_update (self, record);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sample_remits); i++)
    {
      set_words (self, sample_remits[i].title, "remit_in", sample_remits[i].in);
      set_words (self, sample_remits[i].title, "remit_out", sample_remits[i].out);
    }
}

/* --- What it is about, and what it pays --- */

static const char *
themes_of (const char *service)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_themes); i++)
    if (g_str_equal (sample_themes[i].service, service))
      return sample_themes[i].themes;
  return NULL;
}

static void
label (Sample *self, const SampleAgreement *agreement, TenureRecord *record)
{
  gint64 tenths = agreement->annual * 10 / POST_POUNDS;

  if (sample_chance (self, 70))
    sample_text (record, "themes", themes_of (sample_funding[agreement->row].service));
  if (!sample_agreement_is_live (self, agreement))
    return;
  if (tenths > 0 && sample_chance (self, 50))
    sample_number (record, "posts", tenths * 10);
  if (sample_is_known (record, "provider_notice") && sample_chance (self, 50))
    sample_flag (record, "provider_without_cause", 1);
}

static void
write_labels (Sample *self, gpointer data)
{
  sample_for_each_agreement (self, label);
  for (guint i = 0; i < G_N_ELEMENTS (sample_tags); i++)
    set_words (self, sample_tags[i].title, "tags", sample_tags[i].tags);
  for (guint i = 0; i < G_N_ELEMENTS (sample_funded_roles); i++)
    set_words (self, sample_funded_roles[i].title, "funded_role", sample_funded_roles[i].role);
}

/* --- The papers --- */

static void
write_documents (Sample *self, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_documents); i++)
    {
      TenureRecord *record = tenure_record_new (TENURE_RECORD_DOCUMENT_LINK);

      sample_reference (record, "agreement", running (self, sample_documents[i].title));
      sample_text (record, "title", sample_documents[i].document);
      sample_text (record, "location", sample_documents[i].location);
      sample_insert (self, record);
    }
}

void
sample_write_specifications (Sample *self)
{
  sample_edit_apart (self, "2026-11-09 11:15", "Sunniva Arkwell", "Enter what the specifications say", write_specifications,
                     NULL);
  sample_edit_apart (self, "2026-11-09 12:05", "Piers Underhay", "Add themes, tags, posts and funded roles", write_labels,
                     NULL);
  sample_edit_apart (self, "2026-11-09 14:30", "Joss Penhallick", "Link letters and contracts", write_documents, NULL);
}
