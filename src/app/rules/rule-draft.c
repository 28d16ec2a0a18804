#include "config.h"
#include "app/rules/rule-draft.h"

#include "base/hundredths.h"
#include "base/text.h"
#include "exchange/read-date.h"
#include "store/edit.h"

#include "base/i18n.h"

G_STATIC_ASSERT ((int) TENURE_RULE_DRAFT_EXTRA == (int) TENURE_THRESHOLD_EXTRA);

static void
set_day (TenureRuleDraft *draft, TenureRuleDraftField field, TenureDay day)
{
  if (tenure_day_is_known (day))
    draft->texts[field] = tenure_day_dup_label (day);
}

TenureRuleDraft *
tenure_rule_draft_new (const TenureRule *rule, TenureId portfolio)
{
  TenureRuleDraft *draft = g_new0 (TenureRuleDraft, 1);
  const TenureRuleSetting *setting = rule->setting;

  draft->rule = rule->id;
  draft->portfolio = portfolio;
  draft->off = rule->off;
  draft->level = rule->level;
  for (TenureThreshold threshold = 0; threshold < TENURE_N_THRESHOLDS; threshold++)
    {
      gint32 number = tenure_rule_get_threshold (rule, threshold);
      TenureRuleUnit unit = tenure_rule_get_unit (rule, threshold);

      if (number != TENURE_THRESHOLD_UNSET)
        draft->texts[threshold] = tenure_hundredths_dup_text (tenure_rule_unit_to_hundredths (unit, number));
    }
  if (setting == NULL || setting->portfolio != portfolio)
    return draft;
  draft->own = portfolio != TENURE_ID_NONE ? setting->id : TENURE_ID_NONE;
  set_day (draft, TENURE_RULE_DRAFT_FROM, setting->from);
  set_day (draft, TENURE_RULE_DRAFT_UNTIL, setting->until);
  draft->texts[TENURE_RULE_DRAFT_REASON] = g_strdup (setting->reason);
  draft->texts[TENURE_RULE_DRAFT_SOURCE] = g_strdup (setting->source);
  return draft;
}

TenureRuleDraft *
tenure_rule_draft_copy (const TenureRuleDraft *draft)
{
  TenureRuleDraft *copy = g_new (TenureRuleDraft, 1);

  *copy = *draft;
  for (guint i = 0; i < TENURE_RULE_DRAFT_N_FIELDS; i++)
    copy->texts[i] = g_strdup (draft->texts[i]);
  return copy;
}

void
tenure_rule_draft_free (TenureRuleDraft *draft)
{
  if (draft == NULL)
    return;
  for (guint i = 0; i < TENURE_RULE_DRAFT_N_FIELDS; i++)
    g_free (draft->texts[i]);
  g_free (draft);
}

void
tenure_rule_draft_set_text (TenureRuleDraft *draft, TenureRuleDraftField field, const char *text)
{
  g_return_if_fail (draft != NULL && field < TENURE_RULE_DRAFT_N_FIELDS);

  g_free (draft->texts[field]);
  draft->texts[field] = tenure_text_dup_clean (text);
}

gboolean
tenure_rule_draft_asks (const TenureRuleDraft *draft, TenureRuleDraftField field)
{
  return field > TENURE_RULE_DRAFT_EXTRA
         || tenure_rule_get_threshold (tenure_rule (draft->rule), (TenureThreshold) field) != TENURE_THRESHOLD_UNSET;
}

/* --- Reading --- */

/* The program's own number is not said: a later program may have another. */
static void
read_threshold (const TenureRuleDraft *draft, TenureThreshold threshold, TenureRuleSetting *setting, char **faults)
{
  const TenureRule *own = tenure_rule (draft->rule);
  const char *text = draft->texts[threshold];
  TenureRuleUnit unit = tenure_rule_get_unit (own, threshold);
  gint64 hundredths;

  if (text == NULL || !tenure_rule_draft_asks (draft, (TenureRuleDraftField) threshold))
    return;
  if (!tenure_hundredths_parse (text, unit == TENURE_RULE_UNIT_BASIS_POINTS ? '%' : '\0', &hundredths))
    {
      faults[threshold] = g_strdup (_ ("Write a number like 12 or 2.5, with two decimals at most."));
      return;
    }
  hundredths = CLAMP (hundredths, 0, G_MAXINT32);
  if (hundredths != tenure_rule_unit_to_hundredths (unit, tenure_rule_get_threshold (own, threshold)))
    setting->thresholds[threshold] = (gint32) hundredths;
}

static void
read_day (const TenureRuleDraft *draft, TenureRuleDraftField field, TenureDay *day, char **faults)
{
  g_autoptr (GError) error = NULL;

  if (draft->texts[field] != NULL && !tenure_read_day (draft->texts[field], day, &error))
    faults[field] = g_strdup (error->message);
}

static gboolean
any (char **faults)
{
  for (guint i = 0; i < TENURE_RULE_DRAFT_N_FIELDS; i++)
    if (faults[i] != NULL)
      return TRUE;
  return FALSE;
}

/* What the numbers are together can only be said once each is read. */
static void
check_together (const TenureRuleSetting *setting, char **faults)
{
  TenureThreshold threshold;
  TenureRuleFault fault = tenure_rule_setting_find_fault (setting, &threshold);

  if (fault == TENURE_RULE_FAULT_NONE)
    return;
  faults[threshold < TENURE_N_THRESHOLDS ? (guint) threshold : TENURE_RULE_DRAFT_UNTIL] =
      tenure_rule_fault_dup_label (fault, setting, threshold);
}

gboolean
tenure_rule_draft_read (const TenureRuleDraft *draft, TenureRuleSetting *out_setting, char **out_faults)
{
  char *faults[TENURE_RULE_DRAFT_N_FIELDS] = { NULL };
  TenureRuleSetting setting = TENURE_RULE_SETTING_INIT;
  gboolean fine;

  g_return_val_if_fail (draft != NULL && out_setting != NULL, FALSE);

  setting.rule = (int) draft->rule;
  setting.portfolio = draft->portfolio;
  setting.off = draft->off;
  setting.level = draft->level != tenure_rule (draft->rule)->level ? draft->level : TENURE_LEVEL_NONE;
  setting.reason = draft->texts[TENURE_RULE_DRAFT_REASON];
  setting.source = draft->texts[TENURE_RULE_DRAFT_SOURCE];
  for (TenureThreshold threshold = 0; threshold < TENURE_N_THRESHOLDS; threshold++)
    read_threshold (draft, threshold, &setting, faults);
  read_day (draft, TENURE_RULE_DRAFT_FROM, &setting.from, faults);
  read_day (draft, TENURE_RULE_DRAFT_UNTIL, &setting.until, faults);
  if (!any (faults))
    check_together (&setting, faults);
  if (setting.reason == NULL)
    faults[TENURE_RULE_DRAFT_REASON] = g_strdup (_ ("Say why: it stands wherever the rule is cited."));
  fine = !any (faults);
  *out_setting = setting;
  for (guint i = 0; i < TENURE_RULE_DRAFT_N_FIELDS; i++)
    if (out_faults != NULL)
      out_faults[i] = faults[i];
    else
      g_free (faults[i]);
  return fine;
}

const TenureRuleSetting *
tenure_rule_draft_find_same (const TenureRuleSetting *settings, guint n_settings, const TenureRuleSetting *setting)
{
  const TenureRuleSetting *same = NULL;

  for (guint i = 0; i < n_settings; i++)
    if (settings[i].rule == setting->rule && settings[i].portfolio == setting->portfolio
        && settings[i].from == setting->from)
      same = &settings[i];
  return same;
}

TenureId
tenure_rule_draft_find_gone (const TenureRuleDraft *draft, const TenureRuleSetting *setting)
{
  return setting->portfolio == TENURE_ID_NONE ? draft->own : TENURE_ID_NONE;
}

/* --- Storing --- */

typedef struct
{
  const TenureRuleSetting *setting;
  TenureId id, gone;
} Storing;

static void
set_number (TenureRecord *record, const char *name, gint32 hundredths)
{
  guint field = tenure_record_field_index (TENURE_RECORD_RULE_SETTING, name);

  if (hundredths != TENURE_THRESHOLD_UNSET)
    tenure_record_set_integer (record, field, hundredths);
}

static TenureRecord *
record_new (const TenureRuleSetting *setting, TenureId id)
{
  static const char *const names[] = { "note", "amber", "red", "extra" };
  TenureRecord *record = tenure_record_new (TENURE_RECORD_RULE_SETTING);

  record->id = id;
  tenure_record_set_text_by_name (record, "rule", tenure_rule ((TenureRuleId) setting->rule)->code);
  if (setting->portfolio != TENURE_ID_NONE)
    tenure_record_set_integer (record, tenure_record_field_index (record->type, "portfolio"), setting->portfolio);
  tenure_record_set_day (record, tenure_record_field_index (record->type, "from_day"), setting->from);
  tenure_record_set_day (record, tenure_record_field_index (record->type, "until_day"), setting->until);
  if (setting->off)
    tenure_record_set_flag (record, tenure_record_field_index (record->type, "in_use"), FALSE);
  for (TenureThreshold threshold = 0; threshold < TENURE_N_THRESHOLDS; threshold++)
    set_number (record, names[threshold], setting->thresholds[threshold]);
  if (setting->level != TENURE_LEVEL_NONE)
    tenure_record_set_text_by_name (record, "level", tenure_level_code (setting->level));
  tenure_record_set_text_by_name (record, "reason", setting->reason);
  if (setting->source != NULL)
    tenure_record_set_text_by_name (record, "source", setting->source);
  return record;
}

static gboolean
store (TenureEdit *edit, gpointer data, GError **error)
{
  const Storing *storing = data;
  g_autoptr (TenureRecord) record = record_new (storing->setting, storing->id);
  gboolean changed;

  if (storing->gone != TENURE_ID_NONE && !tenure_edit_delete (edit, TENURE_RECORD_RULE_SETTING, storing->gone, error))
    return FALSE;
  return storing->id != TENURE_ID_NONE ? tenure_edit_update (edit, record, &changed, error)
                                       : tenure_edit_insert (edit, record, error);
}

gboolean
tenure_rule_setting_store (
    TenureDocument *document, const TenureRuleSetting *setting, TenureId id, TenureId gone, GError **error)
{
  const TenureRule *rule = tenure_rule ((TenureRuleId) setting->rule);
  Storing storing = { setting, id, gone };
  /* Translators: what undo calls the step: Change rule “T1 Short term” */
  g_autofree char *label = g_strdup_printf (_ ("Change rule “%1$s %2$s”"), rule->code, _ (rule->title));

  return tenure_document_edit (document, label, store, &storing, error);
}

static gboolean
take_away (TenureEdit *edit, gpointer data, GError **error)
{
  return tenure_edit_delete (edit, TENURE_RECORD_RULE_SETTING, *(const TenureId *) data, error);
}

gboolean
tenure_rule_setting_reset (TenureDocument *document, TenureRuleId rule, TenureId id, GError **error)
{
  const TenureRule *own = tenure_rule (rule);
  /* Translators: what undo calls the step: Reset rule “T1 Short term” */
  g_autofree char *label = g_strdup_printf (_ ("Reset rule “%1$s %2$s”"), own->code, _ (own->title));

  return tenure_document_edit (document, label, take_away, &id, error);
}
