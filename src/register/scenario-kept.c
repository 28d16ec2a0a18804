#include "config.h"
#include "register/scenario-kept.h"

#include "base/count.h"
#include "base/i18n.h"
#include "store/edit.h"
#include "store/query.h"

/* How each kind is stored. */
static const char *const codes[] = {
  [TENURE_SCENARIO_EXTEND] = "extend",     [TENURE_SCENARIO_EXERCISE] = "exercise",   [TENURE_SCENARIO_UPLIFT] = "uplift",
  [TENURE_SCENARIO_MOVE_END] = "move_end", [TENURE_SCENARIO_END_EARLY] = "end_early", [TENURE_SCENARIO_MERGE] = "merge",
  [TENURE_SCENARIO_ADD] = "add",
};

TenureScenarioKept *
tenure_scenario_kept_new (const char *name)
{
  TenureScenarioKept *kept = g_new0 (TenureScenarioKept, 1);

  kept->name = g_strdup (name);
  kept->requests = tenure_scenario_requests_new ();
  return kept;
}

void
tenure_scenario_kept_free (TenureScenarioKept *kept)
{
  if (kept == NULL)
    return;
  g_free (kept->name);
  g_free (kept->notes);
  g_ptr_array_unref (kept->requests);
  g_free (kept);
}

static guint
field (const TenureRecord *record, const char *name)
{
  return tenure_record_field_index (record->type, name);
}

/* --- Reading -------------------------------------------------------------------------------------------------- */

static gboolean
read_kind (const TenureRecord *record, TenureScenarioKind *out_kind)
{
  const char *code = tenure_record_get_text_by_name (record, "kind");

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (codes[i], code) == 0)
      {
        *out_kind = (TenureScenarioKind) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_addition (TenureScenarioRequest *request, const TenureRecord *record)
{
  request->title = g_strdup (tenure_record_get_text_by_name (record, "title"));
  request->start = tenure_record_get_day (record, field (record, "first_day"));
  request->provider = tenure_record_get_reference (record, field (record, "provider"));
  request->annual_known = tenure_record_get_money (record, field (record, "annual_value"), &request->annual);
  return request->title != NULL && tenure_day_is_known (request->start) && tenure_day_is_known (request->day);
}

/* Whether all that its kind needs is there. */
static gboolean
read_amount (TenureScenarioRequest *request, const TenureRecord *record)
{
  TenureDuration length = tenure_record_get_duration (record, field (record, "length"));
  gint64 rate;

  request->day = tenure_record_get_day (record, field (record, "last_day"));
  switch (request->kind)
    {
    case TENURE_SCENARIO_EXTEND:
      request->months = length.months;
      return length.known && length.days == 0;
    case TENURE_SCENARIO_EXERCISE:
      return TRUE;
    case TENURE_SCENARIO_UPLIFT:
      if (!tenure_record_get_integer (record, field (record, "rate"), &rate))
        return FALSE;
      request->uplift_bp = (gint32) CLAMP (rate, G_MININT32, G_MAXINT32);
      return TRUE;
    case TENURE_SCENARIO_ADD:
      return read_addition (request, record);
    case TENURE_SCENARIO_MOVE_END:
    case TENURE_SCENARIO_END_EARLY:
    case TENURE_SCENARIO_MERGE:
    default:
      return tenure_day_is_known (request->day);
    }
}

/* Without its agreements; NULL where this program does not know it. */
static TenureScenarioRequest *
read_change (const TenureRecord *record)
{
  TenureScenarioKind kind = TENURE_SCENARIO_EXTEND;
  gboolean known = read_kind (record, &kind);
  g_autoptr (TenureScenarioRequest) request = tenure_scenario_request_new (kind, NULL);

  return known && read_amount (request, record) ? g_steal_pointer (&request) : NULL;
}

static gboolean
load_agreements (TenureScenarioRequest *request, TenureReader *reader, TenureId change, GError **error)
{
  g_autoptr (GPtrArray) rows = tenure_reader_load_children (reader, TENURE_RECORD_SCENARIO_AGREEMENT, change, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TenureId id = tenure_record_get_reference (rows->pdata[i], field (rows->pdata[i], "agreement"));

      g_array_append_val (request->agreements, id);
    }
  return rows != NULL;
}

static gboolean
load_change (TenureScenarioKept *kept, TenureReader *reader, const TenureRecord *record, GError **error)
{
  g_autoptr (TenureScenarioRequest) request = read_change (record);

  if (request == NULL)
    {
      kept->n_unread++;
      return TRUE;
    }
  if (!load_agreements (request, reader, record->id, error))
    return FALSE;
  g_ptr_array_add (kept->requests, g_steal_pointer (&request));
  return TRUE;
}

TenureScenarioKept *
tenure_scenario_kept_load (TenureReader *reader, TenureId id, GError **error)
{
  g_autoptr (TenureRecord) record = tenure_reader_load (reader, TENURE_RECORD_SCENARIO, id, error);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (TenureScenarioKept) kept = NULL;

  if (record == NULL)
    return NULL;
  changes = tenure_reader_load_children (reader, TENURE_RECORD_SCENARIO_CHANGE, id, error);
  if (changes == NULL)
    return NULL;
  kept = tenure_scenario_kept_new (tenure_record_get_text_by_name (record, "name"));
  kept->id = id;
  kept->notes = g_strdup (tenure_record_get_text_by_name (record, "notes"));
  for (guint i = 0; i < changes->len; i++)
    if (!load_change (kept, reader, changes->pdata[i], error))
      return NULL;
  return g_steal_pointer (&kept);
}

GArray *
tenure_scenario_kept_list (TenureReader *reader, GPtrArray *out_names)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_SCENARIO);
  GArray *ids;

  tenure_query_sort (query, tenure_record_field_index (TENURE_RECORD_SCENARIO, "name"), FALSE);
  ids = tenure_query_run (query, reader, NULL);
  if (ids == NULL)
    return g_array_new (FALSE, FALSE, sizeof (TenureId));
  for (guint i = 0; out_names != NULL && i < ids->len; i++)
    g_ptr_array_add (out_names, tenure_reader_dup_title (reader, TENURE_RECORD_SCENARIO, g_array_index (ids, TenureId, i)));
  return ids;
}

TenureId
tenure_scenario_kept_find (TenureReader *reader, const char *name)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_SCENARIO);
  TenureValue value = TENURE_VALUE_OF_TEXT (name);
  g_autoptr (GArray) ids = NULL;

  tenure_query_filter (query, tenure_record_field_index (TENURE_RECORD_SCENARIO, "name"), TENURE_FILTER_IS, &value, 1);
  ids = tenure_query_run (query, reader, NULL);
  return ids != NULL && ids->len > 0 ? g_array_index (ids, TenureId, 0) : TENURE_ID_NONE;
}

/* -1 where they cannot be read. */
static int
count_agreements (TenureReader *reader, TenureId change)
{
  const TenureRecordType type = TENURE_RECORD_SCENARIO_AGREEMENT;
  g_autoptr (TenureQuery) query = tenure_query_new (type);
  TenureValue value = TENURE_VALUE_OF_INTEGER (change);
  g_autoptr (GArray) ids = NULL;

  tenure_query_filter (query, tenure_record_field_index (type, "change"), TENURE_FILTER_IS, &value, 1);
  ids = tenure_query_run (query, reader, NULL);
  return ids != NULL ? (int) ids->len : -1;
}

static char *
dup_change_words (TenureReader *reader, const TenureRecord *record)
{
  g_autoptr (TenureScenarioRequest) request = read_change (record);
  g_autofree char *label = request != NULL ? tenure_scenario_request_dup_label (request) : NULL, *count = NULL;
  int n = count_agreements (reader, record->id);

  if (request == NULL)
    return g_strdup (_ ("a change that this version does not know"));
  if (request->kind == TENURE_SCENARIO_ADD || n < 0)
    return g_steal_pointer (&label);
  count = tenure_count_dup_words (ngettext ("%s agreement", "%s agreements", (gulong) n), (gulong) n);
  /* Translators: a change and how many agreements it is tried on: "Extend by 12 months (3 agreements)". */
  return g_strdup_printf (_ ("%1$s (%2$s)"), label, count);
}

char *
tenure_scenario_kept_dup_words (TenureReader *reader, TenureId id)
{
  g_autoptr (GPtrArray) changes = tenure_reader_load_children (reader, TENURE_RECORD_SCENARIO_CHANGE, id, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      g_autofree char *label = dup_change_words (reader, changes->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", label);
    }
  if (text->len == 0)
    g_string_append (text, _ ("no changes"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- Keeping -------------------------------------------------------------------------------------------------- */

static void
write_addition (TenureRecord *record, const TenureScenarioRequest *request)
{
  char code[4];

  tenure_record_set_text_by_name (record, "title", request->title);
  tenure_record_set_day (record, field (record, "first_day"), request->start);
  tenure_record_set_reference (record, field (record, "provider"), request->provider);
  if (!request->annual_known)
    return;
  tenure_record_set_money (record, field (record, "annual_value"), request->annual.minor);
  if (request->annual.currency != TENURE_CURRENCY_NONE)
    tenure_record_set_text_by_name (record, "currency", tenure_currency_to_code (request->annual.currency, code));
}

static TenureRecord *
write_change (const TenureScenarioRequest *request, TenureId scenario)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_SCENARIO_CHANGE);

  tenure_record_set_reference (record, field (record, "scenario"), scenario);
  tenure_record_set_text_by_name (record, "kind", codes[request->kind]);
  if (request->kind == TENURE_SCENARIO_EXTEND)
    tenure_record_set_duration (record, field (record, "length"), TENURE_DURATION_MONTHS (request->months));
  else if (request->kind == TENURE_SCENARIO_UPLIFT)
    tenure_record_set_integer (record, field (record, "rate"), request->uplift_bp);
  else if (request->kind != TENURE_SCENARIO_EXERCISE)
    tenure_record_set_day (record, field (record, "last_day"), request->day);
  if (request->kind == TENURE_SCENARIO_ADD)
    write_addition (record, request);
  return record;
}

static gboolean
insert_agreement (TenureEdit *edit, TenureId change, TenureId agreement, GError **error)
{
  g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_SCENARIO_AGREEMENT);

  tenure_record_set_reference (record, field (record, "change"), change);
  tenure_record_set_reference (record, field (record, "agreement"), agreement);
  return tenure_edit_insert (edit, record, error);
}

static gboolean
insert_change (TenureEdit *edit, const TenureScenarioRequest *request, TenureId scenario, GError **error)
{
  g_autoptr (TenureRecord) record = write_change (request, scenario);

  if (!tenure_edit_insert (edit, record, error))
    return FALSE;
  for (guint i = 0; i < request->agreements->len; i++)
    if (!insert_agreement (edit, record->id, g_array_index (request->agreements, TenureId, i), error))
      return FALSE;
  return TRUE;
}

/* A list of changes is replaced as a whole. Those that cannot be read stay: a newer program wrote them. */
static gboolean
delete_changes (TenureEdit *edit, TenureId scenario, GError **error)
{
  g_autoptr (GPtrArray) changes =
      tenure_reader_load_children (tenure_edit_get_reader (edit), TENURE_RECORD_SCENARIO_CHANGE, scenario, error);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const TenureRecord *record = changes->pdata[i];
      g_autoptr (TenureScenarioRequest) request = read_change (record);

      if (request != NULL && !tenure_edit_delete (edit, record->type, record->id, error))
        return FALSE;
    }
  return changes != NULL;
}

static gboolean
save (TenureEdit *edit, gpointer data, GError **error)
{
  const TenureScenarioKept *kept = data;
  TenureReader *reader = tenure_edit_get_reader (edit);
  g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_SCENARIO);
  gboolean there;

  record->id = kept->id != TENURE_ID_NONE ? kept->id : tenure_scenario_kept_find (reader, kept->name);
  tenure_record_set_text_by_name (record, "name", kept->name);
  tenure_record_set_text_by_name (record, "notes", kept->notes);
  if (record->id != TENURE_ID_NONE && !tenure_reader_has (reader, TENURE_RECORD_SCENARIO, record->id, &there, error))
    return FALSE;
  /* Somebody may have deleted it meanwhile. */
  if (record->id != TENURE_ID_NONE && there
          ? !tenure_edit_update (edit, record, NULL, error) || !delete_changes (edit, record->id, error)
          : !tenure_edit_insert (edit, record, error))
    return FALSE;
  for (guint i = 0; i < kept->requests->len; i++)
    if (!insert_change (edit, kept->requests->pdata[i], record->id, error))
      return FALSE;
  return TRUE;
}

gboolean
tenure_scenario_kept_save (TenureDocument *document, const TenureScenarioKept *kept, GError **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (TENURE_IS_DOCUMENT (document) && kept != NULL && kept->name != NULL, FALSE);

  /* Translators: what undo calls the step; the name that the user gave. */
  label = g_strdup_printf (_ ("Keep scenario “%s”"), kept->name);
  return tenure_document_edit (document, label, save, (gpointer) kept, error);
}
