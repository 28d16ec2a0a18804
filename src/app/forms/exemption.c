#include "config.h"
#include "app/forms/exemption.h"

#include "store/edit.h"

#include "base/i18n.h"

static guint
field (const char *name)
{
  return tenure_record_field_index (TENURE_RECORD_EXEMPTION, name);
}

/* An exemption points at its record by number alone. */
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
tenure_exemption_dup_title (TenureReader *reader, const TenureRecord *exemption)
{
  const char *code = tenure_record_get_text_by_name (exemption, "rule");
  const TenureRule *rule = tenure_rule_from_code (code);
  g_autofree char *record = NULL;
  gint64 id = TENURE_ID_NONE;

  tenure_record_get_integer (exemption, tenure_record_field_index (exemption->type, "record"), &id);
  record = dup_record_title (reader, id);
  /* Translators: a rule, then the record that it leaves out: “Short term: Home from hospital”. */
  return g_strdup_printf (_ ("%1$s: %2$s"), rule != NULL ? _ (rule->title) : code != NULL ? code : "", record);
}

TenureDraft *
tenure_exemption_draft_new (TenureReader *reader, TenureRuleId rule, TenureId record, TenureDay from)
{
  TenureDraft *draft = tenure_draft_new (TENURE_RECORD_EXEMPTION, TENURE_CURRENCY_NONE);

  tenure_record_set_text (draft->record, field ("rule"), tenure_rule (rule)->code);
  tenure_record_set_integer (draft->record, field ("record"), record);
  tenure_record_set_day (draft->record, field ("from_day"), from);
  draft->about = tenure_exemption_dup_title (reader, draft->record);
  tenure_draft_propose (draft);
  return draft;
}

typedef struct
{
  TenureId exemption;
  TenureDay day;
} Ending;

static gboolean
end_exemption (TenureEdit *edit, gpointer data, GError **error)
{
  const Ending *ending = data;
  char iso[TENURE_DAY_ISO_SIZE];
  TenureValue day = TENURE_VALUE_OF_TEXT (tenure_day_to_iso (ending->day, iso));

  return tenure_edit_set (edit, TENURE_RECORD_EXEMPTION, ending->exemption, field ("review"), &day, error);
}

gboolean
tenure_exemption_end (TenureDocument *document, TenureId exemption, TenureDay day, GError **error)
{
  TenureReader *reader = tenure_document_get_reader (document);
  g_autoptr (TenureRecord) record = tenure_reader_load (reader, TENURE_RECORD_EXEMPTION, exemption, error);
  Ending ending = { exemption, day };
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  if (record == NULL)
    return FALSE;
  title = tenure_exemption_dup_title (reader, record);
  /* Translators: what undo calls the step; a rule and a record: End exemption “Short term: Home from hospital” */
  label = g_strdup_printf (_ ("End exemption “%s”"), title);
  return tenure_document_edit (document, label, end_exemption, &ending, error);
}
