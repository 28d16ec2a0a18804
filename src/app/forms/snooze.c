#include "config.h"
#include "app/forms/snooze.h"

#include "app/forms/exemption.h"
#include "store/edit.h"

#include "base/i18n.h"

static guint
field (const char *name)
{
  return tenure_record_field_index (TENURE_RECORD_SNOOZE, name);
}

TenureDraft *
tenure_snooze_draft_new (
    TenureReader *reader, TenureRuleId rule, TenureId record, TenureLevel level, TenureDay from, const char *by)
{
  TenureDraft *draft = tenure_draft_new (TENURE_RECORD_SNOOZE, TENURE_CURRENCY_NONE);

  tenure_record_set_text (draft->record, field ("rule"), tenure_rule (rule)->code);
  tenure_record_set_integer (draft->record, field ("record"), record);
  tenure_record_set_day (draft->record, field ("from_day"), from);
  tenure_record_set_text (draft->record, field ("level"), tenure_level_code (level));
  tenure_record_set_text (draft->record, field ("put_off_by"), by);
  draft->about = tenure_exemption_dup_title (reader, draft->record);
  tenure_draft_propose (draft);
  return draft;
}

typedef struct
{
  TenureId snooze;
  TenureDay day;
} Waking;

static gboolean
wake (TenureEdit *edit, gpointer data, GError **error)
{
  const Waking *waking = data;
  char iso[TENURE_DAY_ISO_SIZE];
  TenureValue day = TENURE_VALUE_OF_TEXT (tenure_day_to_iso (waking->day, iso));

  return tenure_edit_set (edit, TENURE_RECORD_SNOOZE, waking->snooze, field ("until"), &day, error);
}

gboolean
tenure_snooze_wake (TenureDocument *document, TenureId snooze, TenureDay day, GError **error)
{
  TenureReader *reader = tenure_document_get_reader (document);
  g_autoptr (TenureRecord) record = tenure_reader_load (reader, TENURE_RECORD_SNOOZE, snooze, error);
  Waking waking = { snooze, day };
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  if (record == NULL)
    return FALSE;
  title = tenure_exemption_dup_title (reader, record);
  /* Translators: what undo calls the step; a rule and a record: Wake “No renewal decision: Home from hospital” */
  label = g_strdup_printf (_ ("Wake “%s”"), title);
  return tenure_document_edit (document, label, wake, &waking, error);
}
