#include "sample.h"

#include "store/history.h"

typedef struct
{
  Sample *sample;
  SampleWrite write;
  gpointer data;
} Step;

static gboolean
write_step (TenureEdit *edit, gpointer data, GError **error)
{
  Step *step = data;
  Sample *self = step->sample;

  self->edit = edit;
  step->write (self, step->data);
  self->edit = NULL;
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

#define DAY_SECONDS (24 * 60 * 60)

/* Some minute of a working day. */
static gint64
moment_of (Sample *self, const char *when)
{
  return (gint64) sample_date (when) * DAY_SECONDS + sample_between (self, 9 * 60, 17 * 60) * 60;
}

void
sample_edit (
    Sample *self, const char *when, const char *author, const char *label, SampleWrite write, gpointer data)
{
  Step step = { self, write, data };
  g_autoptr (GError) error = NULL;

  if (self->error != NULL)
    return;
  tenure_history_set_time (moment_of (self, when));
  tenure_document_set_author (self->document, author);
  if (!tenure_document_edit (self->document, label, write_step, &step, &error))
    self->error = g_steal_pointer (&error);
}

static guint
field_of (const TenureRecord *record, const char *field)
{
  return tenure_record_field_index (record->type, field);
}

void
sample_text (TenureRecord *record, const char *field, const char *text)
{
  tenure_record_set_text (record, field_of (record, field), text);
}

void
sample_day (TenureRecord *record, const char *field, TenureDay day)
{
  tenure_record_set_day (record, field_of (record, field), day);
}

void
sample_number (TenureRecord *record, const char *field, gint64 number)
{
  tenure_record_set_integer (record, field_of (record, field), number);
}

void
sample_flag (TenureRecord *record, const char *field, int flag)
{
  tenure_record_set_flag (record, field_of (record, field), flag);
}

void
sample_reference (TenureRecord *record, const char *field, TenureId id)
{
  tenure_record_set_reference (record, field_of (record, field), id);
}

void
sample_pounds (TenureRecord *record, const char *field, gint64 pounds)
{
  tenure_record_set_money (record, field_of (record, field), pounds * 100);
  sample_text (record, "currency", "GBP");
}

TenureId
sample_insert (Sample *self, TenureRecord *record)
{
  g_autoptr (TenureRecord) owned = record;

  if (self->error == NULL)
    tenure_edit_insert (self->edit, owned, &self->error);
  return owned->id;
}

static TenureId
find_id (GHashTable *ids, const char *name)
{
  const TenureId *id = g_hash_table_lookup (ids, name);

  if (id == NULL)
    g_error ("The tables of the sample name “%s”, which is not there.", name);
  return *id;
}

TenureId
sample_organisation (Sample *self, const char *name)
{
  return find_id (self->organisations, name);
}

TenureId
sample_board (Sample *self, const char *name)
{
  return find_id (self->boards, name);
}

gboolean
sample_chance (Sample *self, int percent)
{
  return g_rand_int_range (self->random, 0, 100) < percent;
}

int
sample_between (Sample *self, int low, int high)
{
  return g_rand_int_range (self->random, low, high + 1);
}

const char *
sample_pick (Sample *self, const char *const *texts)
{
  guint n = 0;

  while (texts[n] != NULL)
    n++;
  return texts[g_rand_int_range (self->random, 0, n)];
}

TenureDay
sample_date (const char *iso)
{
  TenureDay day = TENURE_DAY_NONE;

  if (iso != NULL && !tenure_day_parse_iso (iso, &day))
    g_error ("The tables of the sample hold “%s”, which is no date.", iso);
  return day;
}
