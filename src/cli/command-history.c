/* tenure-cli history: who changed what and when; of the whole document, or of one record. */

#include "config.h"
#include "cli/command.h"

#include "base/i18n.h"

#include "base/count.h"
#include "base/error.h"
#include "base/text.h"
#include "cli/reading.h"
#include "cli/text-table.h"
#include "store/history.h"

static const char *
state_code (TenureHistoryState state)
{
  static const char *const codes[] = { "done", "undone", "dropped" };

  return codes[state];
}

/* --- The steps of the document --- */

static void
append_count_json (GString *json, const char *key, guint count, gboolean last)
{
  g_string_append_printf (json, "\"%s\":%u%s", key, count, last ? "" : ",");
}

static void
append_entry_json (const TenureHistoryEntry *entry, GString *json)
{
  const char *separator = "";

  g_string_append_printf (json, "{\"seq\":%" G_GINT64_FORMAT ",\"at\":", entry->seq);
  tenure_text_append_json (json, entry->at);
  g_string_append (json, ",\"author\":");
  tenure_text_append_json (json, entry->author);
  g_string_append (json, ",\"label\":");
  tenure_text_append_json (json, entry->label);
  g_string_append_printf (json, ",\"state\":\"%s\",\"changes\":{", state_code (entry->state));
  for (int type = 0; type < TENURE_N_RECORDS; type++)
    {
      const TenureHistoryCounts *counts = &entry->counts[type];

      if (counts->inserted + counts->updated + counts->deleted == 0)
        continue;
      g_string_append_printf (json, "%s\"%s\":{", separator, tenure_record_def ((TenureRecordType) type)->table);
      append_count_json (json, "inserted", counts->inserted, FALSE);
      append_count_json (json, "updated", counts->updated, FALSE);
      append_count_json (json, "deleted", counts->deleted, TRUE);
      g_string_append_c (json, '}');
      separator = ",";
    }
  g_string_append (json, "}}");
}

static void
print_entries_json (const GPtrArray *entries)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < entries->len; i++)
    {
      if (i > 0)
        g_string_append (json, ",\n");
      append_entry_json (entries->pdata[i], json);
    }
  g_string_append_c (json, ']');
  tenure_command_print_json (json);
}

/* "2026-11-21T22:15:30Z" as "21 Nov 2026 22:15", in the user's time zone. */
static char *
dup_moment (const char *at)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (at, utc);
  g_autoptr (GDateTime) here = moment != NULL ? g_date_time_to_local (moment) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *iso = NULL;
  TenureDay civil;

  if (here == NULL)
    return g_strdup (at);
  iso = g_date_time_format (here, "%Y-%m-%d");
  if (!tenure_day_parse_iso (iso, &civil))
    return g_strdup (at);
  day = tenure_day_dup_label (civil);
  return g_strdup_printf ("%s %02d:%02d", day, g_date_time_get_hour (here), g_date_time_get_minute (here));
}

static void
print_entries (const GPtrArray *entries)
{
  const TenureTextColumn columns[] = {
    { _ ("Step"), TRUE }, { _ ("When"), FALSE }, { _ ("Who"), FALSE }, { _ ("Records"), TRUE }, { _ ("What"), FALSE },
  };
  g_autoptr (TenureTextTable) table = tenure_text_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < entries->len; i++)
    {
      const TenureHistoryEntry *entry = entries->pdata[i];
      g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, entry->seq);
      g_autofree char *moment = dup_moment (entry->at);
      g_autofree char *what = NULL;
      g_autofree char *records = NULL;
      guint touched = 0;

      for (int type = 0; type < TENURE_N_RECORDS; type++)
        touched += entry->counts[type].inserted + entry->counts[type].updated + entry->counts[type].deleted;
      records = tenure_count_dup_label (touched);
      /* Translators: a step of history that was taken back. */
      what =
          entry->state == TENURE_HISTORY_DONE ? g_strdup (entry->label) : g_strdup_printf (_ ("%s (undone)"), entry->label);
      tenure_text_table_add (table, seq, moment, entry->author, records, what);
    }
  tenure_text_table_print (table);
}

static gboolean
show_document (TenureReader *reader, gboolean json, GError **error)
{
  g_autoptr (GPtrArray) entries = tenure_history_list (reader, 0, error);

  if (entries == NULL)
    return FALSE;
  if (json)
    print_entries_json (entries);
  else if (entries->len == 0)
    g_print ("%s\n", _ ("Nothing was changed yet."));
  else
    print_entries (entries);
  return TRUE;
}

/* --- The changes of one record --- */

static void
append_value_json (const TenureValue *value, GString *json)
{
  if (value->kind == TENURE_VALUE_NULL)
    g_string_append (json, "null");
  else if (value->kind == TENURE_VALUE_INTEGER)
    g_string_append_printf (json, "%" G_GINT64_FORMAT, value->integer);
  else
    tenure_text_append_json (json, value->text);
}

static const char *
change_kind (const TenureFieldChange *change)
{
  return change->inserted ? "inserted" : change->deleted ? "deleted" : "updated";
}

static void
print_changes_json (const GPtrArray *changes)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < changes->len; i++)
    {
      const TenureFieldChange *change = changes->pdata[i];

      g_string_append_printf (
          json, "%s{\"seq\":%" G_GINT64_FORMAT ",\"kind\":\"%s\",\"field\":\"%s\",\"before\":", i > 0 ? ",\n" : "",
          change->seq, change_kind (change), tenure_record_def (change->type)->fields[change->field].name);
      append_value_json (&change->before, json);
      g_string_append (json, ",\"after\":");
      append_value_json (&change->after, json);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
  tenure_command_print_json (json);
}

static void
print_changes (const GPtrArray *changes)
{
  const TenureTextColumn columns[] = {
    { _ ("Step"), TRUE },
    { _ ("Field"), FALSE },
    { _ ("Before"), FALSE },
    { _ ("After"), FALSE },
  };
  g_autoptr (TenureTextTable) table = tenure_text_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < changes->len; i++)
    {
      const TenureFieldChange *change = changes->pdata[i];
      g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, change->seq);

      if (change->before_label != NULL || change->after_label != NULL)
        tenure_text_table_add (table, seq, _ (tenure_record_def (change->type)->fields[change->field].label),
                               change->before_label, change->after_label);
    }
  tenure_text_table_print (table);
}

static gboolean
show_record (TenureReader *reader, const char *number, gboolean json, GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  TenureRecordType type = TENURE_RECORD_NONE;
  gint64 id;

  if (g_ascii_string_to_signed (number, 10, 1, G_MAXINT64, &id, NULL))
    type = tenure_reading_find_type (reader, id);
  if (type == TENURE_RECORD_NONE)
    {
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND, _ ("No record has the number “%s”."), number);
      return FALSE;
    }
  changes = tenure_history_load_record (reader, type, id, error);
  if (changes == NULL)
    return FALSE;
  if (json)
    print_changes_json (changes);
  else
    {
      g_autofree char *title = tenure_reader_dup_title (reader, type, id);

      g_print ("%s: %s\n\n", _ (tenure_record_def (type)->label), title != NULL ? title : number);
      print_changes (changes);
    }
  return TRUE;
}

TenureExit
tenure_command_history (const TenureCommand *command, int argc, char **argv)
{
  gboolean json = FALSE;
  g_autofree char *record = NULL;
  const GOptionEntry entries[] = {
    { "record", 0, 0, G_OPTION_ARG_FILENAME, &record, N_ ("What happened to one record, field by field"), N_ ("NUMBER") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON for programs"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_auto (TenureReading) reading = TENURE_READING_INIT;
  TenureReader *reader;

  if (!tenure_command_parse (command, entries, &argc, &argv, 1, 1))
    return TENURE_EXIT_WRONG_USE;
  reading.document = tenure_reading_open_document (argv[1], &error);
  if (reading.document == NULL)
    return tenure_command_fail (argv[1], error);
  reader = tenure_document_get_reader (reading.document);
  if (record != NULL ? show_record (reader, record, json, &error) : show_document (reader, json, &error))
    return TENURE_EXIT_DONE;
  return tenure_command_fail (argv[1], error);
}
