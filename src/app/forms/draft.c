/* Drafts: a record being edited, with its children. The rows that show one are in form-model.c. */

#include "config.h"
#include "app/forms/form-model.h"

#include "app/forms/draft-check.h"
#include "app/forms/record-words.h"
#include "base/error.h"

#include "base/i18n.h"

#define AGREEMENT(name) tenure_record_field_index (TENURE_RECORD_AGREEMENT, name)

static void
record_free (gpointer data)
{
  tenure_record_free (data);
}

static TenureDraft *
draft_take (TenureRecord *record, const TenureRecord *original)
{
  TenureDraft *draft = g_new0 (TenureDraft, 1);

  draft->record = record;
  draft->original = original != NULL ? tenure_record_dup (original) : NULL;
  draft->children = g_ptr_array_new_with_free_func ((GDestroyNotify) tenure_draft_free);
  draft->created = g_ptr_array_new_with_free_func (record_free);
  draft->beside = g_ptr_array_new_with_free_func ((GDestroyNotify) tenure_draft_free);
  draft->texts = g_new0 (char *, record->n_fields);
  draft->as_of = TENURE_DAY_NONE;
  return draft;
}

TenureDraft *
tenure_draft_new (TenureRecordType type, TenureCurrency currency)
{
  TenureRecord *record = tenure_record_new (type);
  int field = tenure_record_find_field (type, "currency");
  char code[4];

  record->id = tenure_id_new ();
  if (field >= 0 && currency != TENURE_CURRENCY_NONE)
    tenure_record_set_text (record, field, tenure_currency_to_code (currency, code));
  return draft_take (record, NULL);
}

TenureDraft *
tenure_draft_new_for (const TenureRecord *record)
{
  return draft_take (tenure_record_dup (record), record);
}

/* The field by which a child refers to its parent, or -1. */
static int
parent_field (const TenureRecord *record)
{
  const TenureRecordDef *def = tenure_record_def (record->type);

  for (guint i = 0; i < def->n_fields; i++)
    if (def->fields[i].flags & TENURE_FIELD_PARENT)
      return (int) i;
  return -1;
}

TenureId
tenure_draft_parent_of (const TenureRecord *child)
{
  int field = parent_field (child);

  return field >= 0 ? tenure_record_get_reference (child, (guint) field) : TENURE_ID_NONE;
}

void
tenure_draft_set_parent (TenureDraft *draft, TenureId parent)
{
  int field = parent_field (draft->record);

  g_return_if_fail (field >= 0);
  tenure_record_set_reference (draft->record, (guint) field, parent);
}

TenureDraft *
tenure_draft_add_child (TenureDraft *draft, TenureDraft *child)
{
  tenure_draft_set_parent (child, draft->record->id);
  child->parent = draft;
  g_ptr_array_add (draft->children, child);
  return child;
}

TenureDraft *
tenure_draft_add_beside (TenureDraft *draft, TenureDraft *other, char *words, char *note)
{
  other->offer = g_new0 (TenureDraftOffer, 1);
  other->offer->words = words;
  other->offer->note = note;
  tenure_draft_propose (other);
  g_ptr_array_add (draft->beside, other);
  return other;
}

static void
offer_free (TenureDraftOffer *offer)
{
  g_free (offer->words);
  g_free (offer->note);
  g_free (offer);
}

TenureDraft *
tenure_draft_duplicate (const TenureDraft *draft)
{
  TenureRecord *record = tenure_record_dup (draft->record);
  TenureDraft *copy;

  record->id = tenure_id_new ();
  record->origin = TENURE_ID_NONE;
  copy = draft_take (record, NULL);
  for (guint i = 0; i < draft->children->len; i++)
    {
      const TenureDraft *child = g_ptr_array_index (draft->children, i);

      if (!child->removed)
        tenure_draft_add_child (copy, tenure_draft_duplicate (child));
    }
  tenure_draft_propose (copy);
  return copy;
}

void
tenure_draft_propose (TenureDraft *draft)
{
  g_clear_pointer (&draft->proposed, tenure_record_free);
  draft->proposed = tenure_record_dup (draft->record);
}

void
tenure_draft_free (TenureDraft *draft)
{
  if (draft == NULL)
    return;
  for (guint i = 0; i < draft->record->n_fields; i++)
    g_free (draft->texts[i]);
  g_free (draft->texts);
  g_ptr_array_unref (draft->children);
  g_ptr_array_unref (draft->created);
  g_ptr_array_unref (draft->beside);
  g_clear_pointer (&draft->offer, offer_free);
  g_clear_pointer (&draft->original, tenure_record_free);
  g_clear_pointer (&draft->proposed, tenure_record_free);
  g_clear_pointer (&draft->under, tenure_facts_free);
  g_free (draft->label);
  g_free (draft->about);
  tenure_record_free (draft->record);
  g_free (draft);
}

void
tenure_draft_remove (TenureDraft *child)
{
  child->removed = TRUE;
}

const TenureRecordType *
tenure_draft_child_types (TenureRecordType type)
{
  static TenureRecordType children[TENURE_N_RECORDS][TENURE_N_RECORDS + 1];
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      for (int parent = 0; parent < TENURE_N_RECORDS; parent++)
        {
          guint n = 0;

          for (int child = 0; child < TENURE_N_RECORDS; child++)
            {
              const TenureRecordDef *def = tenure_record_def ((TenureRecordType) child);

              if (def->add_label != NULL && def->parent == (TenureRecordType) parent)
                children[parent][n++] = (TenureRecordType) child;
            }
          children[parent][n] = TENURE_RECORD_NONE;
        }
      g_once_init_leave (&made, 1);
    }
  return children[type];
}

/* How many fields differ from what they were, and one of them. */
static guint
count_changes (const TenureDraft *draft, const TenureRecord *before, guint *out_field)
{
  int parent = parent_field (draft->record);
  guint n = 0;

  for (guint i = 0; i < draft->record->n_fields; i++)
    if ((int) i == parent)
      continue;
    else if (draft->texts[i] != NULL || !tenure_record_field_equal (draft->record, before, i))
      {
        *out_field = i;
        n++;
      }
  return n;
}

/* Whether the user has put anything into a new draft: more than the currency and the link to its parent. */
static gboolean
has_content (const TenureDraft *draft)
{
  const TenureRecordDef *def = tenure_record_def (draft->record->type);

  for (guint i = 0; i < def->n_fields; i++)
    if (draft->texts[i] != NULL
        || (tenure_record_is_known (draft->record, i) && def->fields[i].type != TENURE_FIELD_CURRENCY
            && !(def->fields[i].flags & TENURE_FIELD_PARENT)))
      return TRUE;
  return FALSE;
}

static gboolean
children_are_void (const TenureDraft *draft)
{
  for (guint i = 0; i < draft->children->len; i++)
    if (!tenure_draft_is_void (g_ptr_array_index (draft->children, i)))
      return FALSE;
  return TRUE;
}

gboolean
tenure_draft_is_void (const TenureDraft *draft)
{
  if (draft->removed || (draft->parent != NULL && draft->parent->removed))
    return TRUE;
  return draft->parent != NULL && draft->original == NULL && !has_content (draft) && children_are_void (draft);
}

static gboolean
children_are_modified (const TenureDraft *draft)
{
  for (guint i = 0; i < draft->children->len; i++)
    {
      const TenureDraft *child = g_ptr_array_index (draft->children, i);
      gboolean known = child->original != NULL || child->proposed != NULL;

      if (child->removed ? known : !tenure_draft_is_void (child) && (!known || tenure_draft_is_modified (child)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
beside_is_modified (const TenureDraft *draft)
{
  for (guint i = 0; i < draft->beside->len; i++)
    {
      const TenureDraft *other = g_ptr_array_index (draft->beside, i);

      if (!other->offer->left_out && tenure_draft_is_modified (other))
        return TRUE;
    }
  return FALSE;
}

gboolean
tenure_draft_is_modified (const TenureDraft *draft)
{
  guint field;

  if (children_are_modified (draft) || beside_is_modified (draft))
    return TRUE;
  if (draft->original == NULL && draft->proposed == NULL)
    return has_content (draft);
  return count_changes (draft, draft->proposed != NULL ? draft->proposed : draft->original, &field) > 0;
}

gboolean
tenure_draft_is_valid (const TenureDraft *draft)
{
  if (tenure_draft_is_void (draft))
    return TRUE;
  for (guint i = 0; i < draft->record->n_fields; i++)
    if (draft->texts[i] != NULL)
      return FALSE;
  for (guint i = 0; i < draft->children->len; i++)
    if (!tenure_draft_is_valid (g_ptr_array_index (draft->children, i)))
      return FALSE;
  for (guint i = 0; i < draft->beside->len; i++)
    {
      const TenureDraft *other = g_ptr_array_index (draft->beside, i);

      if (!other->offer->left_out && !tenure_draft_is_valid (other))
        return FALSE;
    }
  return tenure_record_check (draft->record, NULL);
}

gboolean
tenure_draft_renews (const TenureDraft *draft)
{
  return draft->original == NULL && draft->record->type == TENURE_RECORD_AGREEMENT
         && tenure_record_is_known (draft->record, tenure_record_field_index (TENURE_RECORD_AGREEMENT, "predecessor"));
}

void
tenure_draft_insist (TenureDraft *draft)
{
  draft->insisted = TRUE;
  for (guint i = 0; i < draft->children->len; i++)
    tenure_draft_insist (g_ptr_array_index (draft->children, i));
  for (guint i = 0; i < draft->beside->len; i++)
    tenure_draft_insist (g_ptr_array_index (draft->beside, i));
}

/* --- Words --------------------------------------------------------------------------------------------------- */

/* The first two things that are filled in tell a funder, an option or an appointment from its siblings. */
static char *
dup_first_values (const TenureDraft *draft)
{
  const TenureRecordDef *def = tenure_record_def (draft->record->type);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < def->n_fields && parts->len < 2; i++)
    {
      char *label = NULL;

      if (!(def->fields[i].flags & (TENURE_FIELD_PARENT | TENURE_FIELD_FILTER))
          && def->fields[i].type != TENURE_FIELD_CURRENCY)
        label = tenure_record_dup_label (draft->record, i);
      if (label != NULL)
        g_ptr_array_add (parts, label);
    }
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

char *
tenure_draft_dup_title (const TenureDraft *draft)
{
  const TenureRecordDef *def = tenure_record_def (draft->record->type);

  if (draft->about != NULL)
    return g_strdup (draft->about);
  if (draft->record->type == TENURE_RECORD_USUAL_TERMS)
    return tenure_usual_terms_dup_title (draft->record);
  if (def->title_field != NULL && draft->record->type != TENURE_RECORD_IDENTIFIER)
    {
      const char *title = tenure_record_get_text_by_name (draft->record, def->title_field);

      if (title != NULL)
        return g_strdup (title);
    }
  return dup_first_values (draft);
}

char *
tenure_draft_dup_label (const TenureDraft *draft)
{
  const TenureRecordDef *def = tenure_record_def (draft->record->type);
  g_autofree char *own = tenure_draft_dup_title (draft);
  const char *title = own != NULL ? own : _ (def->label);
  guint field = 0;

  if (draft->label != NULL)
    return g_strdup (draft->label);
  if (tenure_draft_renews (draft))
    /* Translators: what undo calls the step; an agreement: Renew “Home from hospital” */
    return g_strdup_printf (_ ("Renew “%s”"), title);
  if (draft->original == NULL)
    {
      g_autofree char *type = tenure_label_dup_within_sentence (_ (def->label));

      /* Translators: the kind of record, then its name: Add agreement “Home from hospital” */
      return g_strdup_printf (_ ("Add %s “%s”"), type, title);
    }
  if (count_changes (draft, draft->original, &field) == 1 && !children_are_modified (draft))
    {
      g_autofree char *name = tenure_label_dup_within_sentence (_ (def->fields[field].label));

      /* Translators: the field, then the record: Change signed end of “Home from hospital” */
      return g_strdup_printf (_ ("Change %s of “%s”"), name, title);
    }
  return g_strdup_printf (_ ("Change “%s”"), title);
}

/* --- Changing ------------------------------------------------------------------------------------------------ */

static void
keep_unreadable (TenureDraft *draft, guint field, const char *text)
{
  TenureValue null = TENURE_VALUE_NULL_INIT;

  tenure_record_set (draft->record, field, &null);
  g_free (draft->texts[field]);
  draft->texts[field] = g_strdup (text);
}

gboolean
tenure_draft_is_day_proposed (const TenureDraft *draft, guint field)
{
  return draft->record->type == TENURE_RECORD_AGREEMENT && field == AGREEMENT ("decided")
         && tenure_day_is_known (draft->as_of) && tenure_record_get_day (draft->record, field) == draft->as_of
         && (draft->original == NULL || !tenure_record_is_known (draft->original, field));
}

/* A decision has a day, most often that on which it is recorded; one in progress has none yet. */
static void
propose_day_of_decision (TenureDraft *draft)
{
  const char *status = tenure_record_get_text_by_name (draft->record, "renewal_status");
  gboolean is_decision = g_strcmp0 (status, "renewed") == 0 || g_strcmp0 (status, "not_renewing") == 0;
  guint decided = AGREEMENT ("decided");

  if (draft->texts[decided] != NULL)
    return;
  if (is_decision && !tenure_record_is_known (draft->record, decided))
    tenure_record_set_day (draft->record, decided, draft->as_of);
  else if (!is_decision && tenure_draft_is_day_proposed (draft, decided))
    tenure_record_set_day (draft->record, decided, TENURE_DAY_NONE);
}

void
tenure_draft_set_value (TenureDraft *draft, guint field, const TenureValue *value)
{
  g_clear_pointer (&draft->texts[field], g_free);
  tenure_record_set (draft->record, field, value);
  if (draft->record->type == TENURE_RECORD_AGREEMENT && field == AGREEMENT ("renewal_status"))
    propose_day_of_decision (draft);
}

/* "45k a year" also says what the value is. */
static void
take_basis (TenureDraft *draft, guint field, TenureReadBasis basis)
{
  int of_value = tenure_record_find_field (draft->record->type, "value_basis");

  if (basis == TENURE_BASIS_UNKNOWN || of_value < 0
      || (int) field != tenure_record_find_field (draft->record->type, "value"))
    return;
  tenure_record_set_text (draft->record, (guint) of_value, basis == TENURE_BASIS_ANNUAL ? "annual" : "total");
}

void
tenure_draft_set_text (TenureDraft *draft, guint field, const char *text)
{
  TenureFieldReading reading;
  TenureCurrency own = tenure_record_get_currency (draft->record);
  int currency = tenure_record_find_field (draft->record->type, "currency");

  if (!tenure_draft_read (draft, field, text, &reading, NULL)
      || (reading.currency != TENURE_CURRENCY_NONE && own != TENURE_CURRENCY_NONE && reading.currency != own))
    {
      keep_unreadable (draft, field, text);
      return;
    }
  tenure_draft_set_value (draft, field, &reading.value);
  take_basis (draft, field, reading.basis);
  if (reading.currency != TENURE_CURRENCY_NONE && own == TENURE_CURRENCY_NONE && currency >= 0)
    {
      char code[4];

      tenure_record_set_text (draft->record, (guint) currency, tenure_currency_to_code (reading.currency, code));
    }
  tenure_value_clear (&reading.value);
}

void
tenure_draft_set_reference (TenureDraft *draft, guint field, TenureId id, const char *title)
{
  g_clear_pointer (&draft->texts[field], g_free);
  tenure_record_set_reference (draft->record, field, id);
  if (draft->record->titles == NULL)
    draft->record->titles = g_new0 (char *, draft->record->n_fields);
  g_free (draft->record->titles[field]);
  draft->record->titles[field] = id != TENURE_ID_NONE ? g_strdup (title) : NULL;
}
