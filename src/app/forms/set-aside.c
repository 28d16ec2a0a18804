#include "config.h"
#include "app/forms/set-aside.h"

#include "store/edit.h"

#include "base/i18n.h"

/* What is set aside is pointed at by number alone. */
static char *
dup_record_title (TenureReader *reader, TenureId id)
{
  static const TenureRecordType types[] = { TENURE_RECORD_AGREEMENT, TENURE_RECORD_BOARD, TENURE_RECORD_SEAT,
                                            TENURE_RECORD_ORGANISATION, TENURE_RECORD_PERSON };
  char *title = NULL;

  if (id == TENURE_ID_NONE)
    return g_strdup (_ ("the whole portfolio"));
  for (gsize i = 0; i < G_N_ELEMENTS (types) && title == NULL; i++)
    title = tenure_reader_dup_title (reader, types[i], id);
  return title != NULL ? title : g_strdup (_ ("a record that is not there"));
}

char *
tenure_set_aside_dup_title (TenureReader *reader, const TenureRecord *record)
{
  const char *code = tenure_record_get_text_by_name (record, "rule");
  const TenureRule *rule = tenure_rule_from_code (code);
  g_autofree char *about = NULL;
  gint64 id = TENURE_ID_NONE;

  tenure_record_get_integer (record, tenure_record_field_index (record->type, "record"), &id);
  about = dup_record_title (reader, id);
  /* Translators: a rule, then the record that it leaves out: “Short term: Home from hospital”. */
  return g_strdup_printf (_ ("%1$s: %2$s"), rule != NULL ? _ (rule->title) : code != NULL ? code : "", about);
}

/* --- Making --------------------------------------------------------------------------------------------------- */

static TenureDraft *
draft_new (TenureRecordType type, TenureRuleId rule, TenureId record, TenureDay from)
{
  TenureDraft *draft = tenure_draft_new (type, TENURE_CURRENCY_NONE);

  tenure_record_set_text_by_name (draft->record, "rule", tenure_rule (rule)->code);
  tenure_record_set_integer (draft->record, tenure_record_field_index (type, "record"), record);
  tenure_record_set_day (draft->record, tenure_record_field_index (type, "from_day"), from);
  return draft;
}

static TenureDraft *
complete (TenureReader *reader, TenureDraft *draft)
{
  draft->about = tenure_set_aside_dup_title (reader, draft->record);
  tenure_draft_propose (draft);
  return draft;
}

TenureDraft *
tenure_exemption_draft_new (TenureReader *reader, TenureRuleId rule, TenureId record, TenureDay from)
{
  return complete (reader, draft_new (TENURE_RECORD_EXEMPTION, rule, record, from));
}

TenureDraft *
tenure_snooze_draft_new (
    TenureReader *reader, TenureRuleId rule, TenureId record, TenureLevel level, TenureDay from, const char *by)
{
  TenureDraft *draft = draft_new (TENURE_RECORD_SNOOZE, rule, record, from);

  tenure_record_set_text_by_name (draft->record, "level", tenure_level_code (level));
  tenure_record_set_text_by_name (draft->record, "put_off_by", by);
  return complete (reader, draft);
}

/* --- Ending --------------------------------------------------------------------------------------------------- */

typedef struct
{
  TenureRecordType type;
  TenureId record;
  const char *field; /* the first day on which it holds no longer */
  TenureDay day;
} Ending;

static gboolean
set_end (TenureEdit *edit, gpointer data, GError **error)
{
  const Ending *ending = data;
  char iso[TENURE_DAY_ISO_SIZE];
  TenureValue day = TENURE_VALUE_OF_TEXT (tenure_day_to_iso (ending->day, iso));

  return tenure_edit_set (edit, ending->type, ending->record, tenure_record_field_index (ending->type, ending->field), &day,
                          error);
}

gboolean
tenure_set_aside_end (TenureDocument *document, TenureRecordType type, TenureId id, TenureDay day, GError **error)
{
  gboolean exemption = type == TENURE_RECORD_EXEMPTION;
  Ending ending = { type, id, exemption ? "review" : "until", day };
  TenureReader *reader = tenure_document_get_reader (document);
  g_autoptr (TenureRecord) record = NULL;
  g_autofree char *title = NULL, *label = NULL;

  g_return_val_if_fail (exemption || type == TENURE_RECORD_SNOOZE, FALSE);

  record = tenure_reader_load (reader, type, id, error);
  if (record == NULL)
    return FALSE;
  title = tenure_set_aside_dup_title (reader, record);
  if (exemption)
    /* Translators: what undo calls the step; a rule and a record: End exemption “Short term: Home from hospital” */
    label = g_strdup_printf (_ ("End exemption “%s”"), title);
  else
    /* Translators: what undo calls the step; a rule and a record: Wake “No renewal decision: Home from hospital” */
    label = g_strdup_printf (_ ("Wake “%s”"), title);
  return tenure_document_edit (document, label, set_end, &ending, error);
}
