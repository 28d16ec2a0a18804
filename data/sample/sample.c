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

static void
run_step (Sample *self, gint64 moment, const char *author, const char *label, Step *step)
{
  g_autoptr (GError) error = NULL;

  tenure_history_set_time (moment);
  tenure_document_set_author (self->document, author);
  if (!tenure_document_edit (self->document, label, write_step, step, &error))
    self->error = g_steal_pointer (&error);
}

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

  if (self->error == NULL)
    run_step (self, moment_of (self, when), author, label, &step);
}

/* "2026-11-03 14:25" */
static gint64
stated_moment (const char *moment)
{
  g_auto (GStrv) words = g_strsplit (moment, " ", 2);
  g_auto (GStrv) clock = g_strsplit (words[1], ":", 2);

  return (gint64) sample_date (words[0]) * DAY_SECONDS + strtol (clock[0], NULL, 10) * 3600 +
         strtol (clock[1], NULL, 10) * 60;
}

void
sample_edit_apart (
    Sample *self, const char *moment, const char *author, const char *label, SampleWrite write, gpointer data)
{
  Step step = { self, write, data };
  gint64 seconds = stated_moment (moment);
  g_autoptr (GRand) apart = g_rand_new_with_seed (self->seed + (guint32) (seconds / 60));
  GRand *common = self->random;

  if (self->error != NULL)
    return;
  self->random = apart;
  run_step (self, seconds, author, label, &step);
  self->random = common;
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

TenureRecord *
sample_load (Sample *self, TenureRecordType type, TenureId id)
{
  TenureRecord *record = NULL;

  if (self->error == NULL)
    record = tenure_reader_load (tenure_edit_get_reader (self->edit), type, id, &self->error);
  return record != NULL ? record : tenure_record_new (type);
}

void
sample_update (Sample *self, TenureRecord *record)
{
  g_autoptr (TenureRecord) owned = record;

  if (self->error == NULL)
    tenure_edit_update (self->edit, owned, NULL, &self->error);
}

void
sample_set (Sample *self, TenureRecordType type, TenureId id, const char *field, TenureValue value)
{
  if (self->error == NULL)
    tenure_edit_set (self->edit, type, id, tenure_record_field_index (type, field), &value, &self->error);
}

gboolean
sample_is_known (const TenureRecord *record, const char *field)
{
  return tenure_record_is_known (record, field_of (record, field));
}

gint64
sample_get_pounds (const TenureRecord *record, const char *field)
{
  gint64 minor = 0;

  tenure_record_get_integer (record, field_of (record, field), &minor);
  return minor / 100;
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
sample_person (Sample *self, const char *name)
{
  return find_id (self->people, name);
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
