#include "config.h"
#include "app/forms/form-model.h"

#include "app/forms/draft-check.h"
#include "app/forms/draft-store.h"
#include "app/forms/field-text.h"
#include "app/forms/form-groups.h"
#include "base/error.h"
#include "catalogue/identifier.h"

#include "base/i18n.h"

void
tenure_form_row_free (TenureFormRow *row)
{
  g_free (row->text);
  g_free (row->hint);
  g_free (row->remark);
  g_free (row->problem);
  g_clear_pointer (&row->options, g_ptr_array_unref);
  g_free (row);
}

void
tenure_form_group_free (TenureFormGroup *group)
{
  g_ptr_array_unref (group->rows);
  g_free (group);
}

static void
option_free (gpointer data)
{
  TenureFormOption *option = data;

  g_free (option->label);
  tenure_value_clear (&option->value);
  g_free (option);
}

static TenureFormRowKind
kind_of (const TenureField *field)
{
  if (field->flags & TENURE_FIELD_FILTER)
    return TENURE_FORM_FILTER;
  switch (field->type)
    {
    case TENURE_FIELD_LONG_TEXT:
      return TENURE_FORM_LONG_TEXT;
    case TENURE_FIELD_CHOICE:
    case TENURE_FIELD_FLAG:
      return TENURE_FORM_CHOICE;
    case TENURE_FIELD_REFERENCE:
      return TENURE_FORM_REFERENCE;
    default:
      return TENURE_FORM_ENTRY;
    }
}

/* --- Options ------------------------------------------------------------------------------------------------- */

static void
add_option (TenureFormRow *row, const char *label, const TenureValue *value, const TenureValue *current)
{
  TenureFormOption *option = g_new0 (TenureFormOption, 1);

  option->label = g_strdup (label);
  option->value = tenure_value_copy (value);
  if (tenure_value_equal (value, current))
    row->chosen = row->options->len;
  g_ptr_array_add (row->options, option);
}

static void
add_options (TenureFormRow *row, TenureRecordType type, const TenureField *field, const TenureValue *current)
{
  TenureValue null = TENURE_VALUE_NULL_INIT;
  TenureValue yes = TENURE_VALUE_OF_INTEGER (1);
  TenureValue no = TENURE_VALUE_OF_INTEGER (0);

  row->options = g_ptr_array_new_with_free_func (option_free);
  row->chosen = G_MAXUINT;
  add_option (row, type == TENURE_RECORD_USUAL_TERMS ? _ ("Every kind") : _ ("Not recorded"), &null, current);
  if (field->type == TENURE_FIELD_FLAG)
    {
      add_option (row, _ ("Yes"), &yes, current);
      add_option (row, _ ("No"), &no, current);
    }
  for (const TenureChoice *choice = field->choices; choice != NULL && choice->value != NULL; choice++)
    {
      TenureValue value = TENURE_VALUE_OF_TEXT (choice->value);

      add_option (row, _ (choice->label), &value, current);
    }
  /* A word that came in with a file and is none of the choices stays on offer as it is. */
  if (row->chosen == G_MAXUINT && current->kind == TENURE_VALUE_TEXT)
    add_option (row, current->text, current, current);
  if (row->chosen == G_MAXUINT)
    row->chosen = 0;
}

/* --- Problems ------------------------------------------------------------------------------------------------ */

static char *
dup_currency_problem (TenureCurrency typed, TenureCurrency own)
{
  char typed_code[4], own_code[4];

  tenure_currency_to_code (typed, typed_code);
  tenure_currency_to_code (own, own_code);
  return g_strdup_printf (_ ("The amounts of this record are in %s, this one is in %s."), own_code, typed_code);
}

/* A name that is no record's. What can be made of a name alone has a button for it beside the words. */
static char *
dup_reference_problem (const TenureDraft *draft, guint field)
{
  switch ((int) tenure_record_def (draft->record->type)->fields[field].refers_to)
    {
    case TENURE_RECORD_ORGANISATION:
      return g_strdup (
          _ ("No organisation has just this name. Go back and choose one with Down and Enter, or add it as a new one."));
    case TENURE_RECORD_PERSON:
      return g_strdup (
          _ ("No person has just this name. Go back and choose one with Down and Enter, or add it as a new one."));
    case TENURE_RECORD_PRICE_INDEX:
      return g_strdup (
          _ ("No price index has just this name. “Price Indexes…” in the main menu adds them, the usual ones with "
             "their rates."));
    default:
      return g_strdup (_ ("Nothing is called just so. Type a part of the name, then choose with Down and Enter."));
    }
}

/* Why the words in @texts could not be taken: the reader says, or the currency differs. */
static char *
dup_problem (const TenureDraft *draft, guint field)
{
  TenureCurrency own = tenure_record_get_currency (draft->record);
  g_autoptr (GError) error = NULL;
  TenureFieldReading reading;
  char *problem;

  if (tenure_record_def (draft->record->type)->fields[field].type == TENURE_FIELD_REFERENCE)
    return dup_reference_problem (draft, field);
  if (!tenure_draft_read (draft, field, draft->texts[field], &reading, &error))
    return g_strdup (error->message);
  problem = dup_currency_problem (reading.currency, own);
  tenure_value_clear (&reading.value);
  return problem;
}

/* --- Rows ---------------------------------------------------------------------------------------------------- */

/* That a reference points to a record that is made with the form. */
static char *
dup_created_remark (const TenureDraft *draft, guint field)
{
  TenureId id = tenure_record_get_reference (draft->record, field);
  const TenureDraft *root = draft;

  while (root->parent != NULL)
    root = root->parent;
  for (guint i = 0; id != TENURE_ID_NONE && i < root->created->len; i++)
    {
      const TenureRecord *record = root->created->pdata[i];

      if (record->id == id)
        return tenure_draft_dup_created_label (record->type, tenure_record_get_text_by_name (record, "name"));
    }
  return NULL;
}

/* What the register is called of which the code is recorded. */
static char *
dup_register_remark (const TenureDraft *draft, guint field)
{
  const char *scheme = draft->record->type == TENURE_RECORD_IDENTIFIER
                               && field == tenure_record_field_index (TENURE_RECORD_IDENTIFIER, "scheme")
                           ? tenure_record_get_text_by_name (draft->record, "scheme")
                           : NULL;

  return scheme != NULL ? g_strdup (tenure_identifier_scheme_label (scheme)) : NULL;
}

/* How a value came about that nobody typed, or what it stands for. */
static char *
dup_remark (const TenureDraft *draft, const TenureFormRow *row)
{
  if (row->kind == TENURE_FORM_REFERENCE)
    return dup_created_remark (draft, row->field);
  if (tenure_draft_is_day_proposed (draft, row->field))
    return g_strdup (_ ("Proposed: the day you look at."));
  return dup_register_remark (draft, row->field);
}

static void
describe_value (TenureFormRow *row, const TenureDraft *draft, const TenureField *field)
{
  const TenureRecord *record = draft->record;
  const TenureValue *value = tenure_record_get (record, row->field);

  if (draft->texts[row->field] != NULL)
    {
      row->text = g_strdup (draft->texts[row->field]);
      row->problem = dup_problem (draft, row->field);
      return;
    }
  if (row->kind == TENURE_FORM_REFERENCE)
    {
      const char *title = record->titles != NULL ? record->titles[row->field] : NULL;

      row->text = g_strdup (value->kind != TENURE_VALUE_NULL && title != NULL ? title : "");
    }
  else
    row->text = tenure_field_text_dup (field, value, tenure_record_get_currency (record));
  row->hint = tenure_draft_dup_contradiction (draft, row->field);
  row->remark = dup_remark (draft, row);
  if (row->required && value->kind == TENURE_VALUE_NULL && draft->insisted)
    row->problem = g_strdup (_ ("This is needed."));
}

TenureFormRow *
tenure_form_row (const TenureDraft *draft, guint field)
{
  const TenureField *def = &tenure_record_def (draft->record->type)->fields[field];
  TenureFormRow *row;

  if (def->flags & (TENURE_FIELD_PARENT | TENURE_FIELD_FIXED | TENURE_FIELD_INHERITED))
    return NULL;
  row = g_new0 (TenureFormRow, 1);
  row->field = field;
  row->kind = kind_of (def);
  row->label = _ (def->label);
  row->help = def->help != NULL ? _ (def->help) : NULL;
  row->unit = def->unit != NULL ? _ (def->unit) : NULL;
  row->required = (def->flags & TENURE_FIELD_REQUIRED) != 0;
  row->refers_to = def->type == TENURE_FIELD_REFERENCE ? def->refers_to : TENURE_RECORD_NONE;
  row->secondary =
      row->kind != TENURE_FORM_FILTER && draft->texts[field] == NULL && !tenure_record_is_known (draft->record, field)
      && !(def->flags & (TENURE_FIELD_REQUIRED | TENURE_FIELD_COLUMN | TENURE_FIELD_CORE | TENURE_FIELD_IN_VIEW));
  describe_value (row, draft, def);
  if (row->kind == TENURE_FORM_CHOICE)
    add_options (row, draft->record->type, def, tenure_record_get (draft->record, field));
  return row;
}

/* --- Groups -------------------------------------------------------------------------------------------------- */

static TenureFormGroup *
group_new (const char *name)
{
  TenureFormGroup *group = g_new0 (TenureFormGroup, 1);

  group->name = name;
  group->title = name != NULL ? _ (name) : "";
  group->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) tenure_form_row_free);
  return group;
}

static void
group_take_row (TenureFormGroup *group, const TenureDraft *draft, TenureFormRow *row)
{
  gboolean counted = tenure_record_def (draft->record->type)->fields[row->field].type != TENURE_FIELD_CURRENCY;

  group->n_counted += counted;
  group->n_recorded += counted && tenure_record_is_known (draft->record, row->field);
  group->faulty |= row->problem != NULL || row->hint != NULL;
  g_ptr_array_add (group->rows, row);
}

static void
group_judge (TenureFormGroup *group, const TenureDraft *draft)
{
  group->open =
      group->faulty || group->n_recorded > 0 || tenure_form_group_matters (draft, group->name, tenure_day_today ());
}

static TenureFormGroup *
find_group (GPtrArray *groups, const char *name)
{
  for (guint i = 0; i < groups->len; i++)
    {
      TenureFormGroup *group = g_ptr_array_index (groups, i);

      if (g_strcmp0 (group->name, name) == 0)
        return group;
    }
  g_ptr_array_add (groups, group_new (name));
  return g_ptr_array_index (groups, groups->len - 1);
}

GPtrArray *
tenure_form_rows (const TenureDraft *draft)
{
  const TenureRecordDef *def = tenure_record_def (draft->record->type);
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) tenure_form_group_free);

  for (guint i = 0; i < def->n_fields; i++)
    {
      guint field = tenure_record_field_of_place (def->type, i);
      TenureFormRow *row = tenure_form_row (draft, field);

      if (row != NULL)
        group_take_row (find_group (groups, def->fields[field].group), draft, row);
    }
  for (guint i = 0; i < groups->len; i++)
    group_judge (g_ptr_array_index (groups, i), draft);
  return groups;
}

TenureFormGroup *
tenure_form_group (const TenureDraft *draft, const char *name)
{
  const TenureRecordDef *def = tenure_record_def (draft->record->type);
  TenureFormGroup *group = group_new (name);

  for (guint i = 0; i < def->n_fields; i++)
    {
      guint field = tenure_record_field_of_place (def->type, i);
      TenureFormRow *row = g_strcmp0 (def->fields[field].group, name) == 0 ? tenure_form_row (draft, field) : NULL;

      if (row != NULL)
        group_take_row (group, draft, row);
    }
  group_judge (group, draft);
  return group;
}

char *
tenure_form_group_dup_count (const TenureFormGroup *group)
{
  if (group->n_recorded == 0)
    return g_strdup (_ ("Nothing recorded"));
  return g_strdup_printf (ngettext ("%u of %u recorded", "%u of %u recorded", group->n_recorded), group->n_recorded,
                          group->n_counted);
}
