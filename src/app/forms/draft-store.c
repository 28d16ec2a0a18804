#include "config.h"
#include "app/forms/draft-store.h"

#include "app/forms/payment.h"
#include "app/forms/set-aside.h"
#include "store/edit.h"

#include "base/i18n.h"

TenureDraft *
tenure_draft_load (TenureReader *reader, TenureRecordType type, TenureId id, GError **error)
{
  g_autoptr (TenureRecord) record = tenure_reader_load (reader, type, id, error);
  g_autoptr (TenureDraft) draft = NULL;

  if (record == NULL)
    return NULL;
  draft = tenure_draft_new_for (record);
  if (type == TENURE_RECORD_EXEMPTION || type == TENURE_RECORD_SNOOZE)
    draft->about = tenure_set_aside_dup_title (reader, record);
  if (type == TENURE_RECORD_PAYMENT)
    tenure_payment_draft_look_up (draft, reader);
  for (const TenureRecordType *child = tenure_draft_child_types (type); *child != TENURE_RECORD_NONE; child++)
    {
      g_autoptr (GPtrArray) children = tenure_reader_load_children (reader, *child, id, error);

      if (children == NULL)
        return NULL;
      for (guint i = 0; i < children->len; i++)
        {
          const TenureRecord *row = g_ptr_array_index (children, i);
          TenureDraft *under = tenure_draft_load (reader, *child, row->id, error);

          if (under == NULL)
            return NULL;
          tenure_draft_add_child (draft, under);
        }
    }
  return g_steal_pointer (&draft);
}

static gboolean
refers_to (const TenureDraft *draft, const TenureRecord *record)
{
  const TenureRecordDef *def = tenure_record_def (draft->record->type);

  if (tenure_draft_is_void (draft))
    return FALSE;
  for (guint i = 0; i < def->n_fields; i++)
    if (def->fields[i].type == TENURE_FIELD_REFERENCE && tenure_record_get_reference (draft->record, i) == record->id)
      return TRUE;
  for (guint i = 0; i < draft->children->len; i++)
    if (refers_to (g_ptr_array_index (draft->children, i), record))
      return TRUE;
  return FALSE;
}

static gboolean
has_amount (const TenureRecord *record)
{
  const TenureRecordDef *def = tenure_record_def (record->type);

  for (guint i = 0; i < def->n_fields; i++)
    if (def->fields[i].type == TENURE_FIELD_MONEY && tenure_record_is_known (record, i))
      return TRUE;
  return FALSE;
}

/* The currency that a form proposes says nothing without an amount, of the record or of what hangs below it. */
static void
drop_lone_currency (TenureDraft *draft)
{
  int currency = tenure_record_find_field (draft->record->type, "currency");
  gboolean needed = has_amount (draft->record);

  for (guint i = 0; i < draft->children->len; i++)
    needed |= has_amount (((const TenureDraft *) g_ptr_array_index (draft->children, i))->record);
  if (currency >= 0 && !needed)
    tenure_record_set_text (draft->record, (guint) currency, NULL);
}

/* What a child takes from its parent: the currency of its amounts. Where the parent has none, it keeps its own. */
static void
inherit (TenureRecord *child, const TenureRecord *parent)
{
  const TenureRecordDef *def = tenure_record_def (child->type);

  for (guint i = 0; i < def->n_fields; i++)
    if (def->fields[i].flags & TENURE_FIELD_INHERITED)
      {
        int of_parent = tenure_record_find_field (parent->type, def->fields[i].name);

        g_assert (of_parent >= 0);
        if (tenure_record_is_known (parent, (guint) of_parent))
          tenure_record_set (child, i, tenure_record_get (parent, (guint) of_parent));
      }
}

/* What was changed in the form, on the record as it is by now: a form may have waited, and what it leaves alone may have
 * been changed elsewhere meanwhile. */
static gboolean
update_changed (TenureEdit *edit, const TenureDraft *draft, GError **error)
{
  const TenureRecord *record = draft->record;
  g_autoptr (TenureRecord) now = tenure_reader_load (tenure_edit_get_reader (edit), record->type, record->id, NULL);

  /* It is gone: this says so. */
  if (now == NULL)
    return tenure_edit_update (edit, record, NULL, error);
  for (guint i = 0; i < tenure_record_def (record->type)->n_fields; i++)
    if (!tenure_value_equal (tenure_record_get (record, i), tenure_record_get (draft->original, i)))
      tenure_record_set (now, i, tenure_record_get (record, i));
  return tenure_edit_update (edit, now, NULL, error);
}

static gboolean
store_draft (TenureEdit *edit, TenureDraft *draft, GError **error)
{
  if (draft->removed && draft->original != NULL)
    return tenure_edit_delete (edit, draft->record->type, draft->record->id, error);
  if (tenure_draft_is_void (draft))
    return TRUE;
  if (draft->original == NULL)
    drop_lone_currency (draft);
  if (draft->original == NULL ? !tenure_edit_insert (edit, draft->record, error) : !update_changed (edit, draft, error))
    return FALSE;
  for (guint i = 0; i < draft->children->len; i++)
    {
      TenureDraft *child = g_ptr_array_index (draft->children, i);

      inherit (child->record, draft->record);
      if (!store_draft (edit, child, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
store_all (TenureEdit *edit, gpointer data, GError **error)
{
  TenureDraft *draft = data;

  for (guint i = 0; i < draft->created->len; i++)
    {
      TenureRecord *record = g_ptr_array_index (draft->created, i);

      if (refers_to (draft, record) && !tenure_edit_insert (edit, record, error))
        return FALSE;
    }
  if (!store_draft (edit, draft, error))
    return FALSE;
  for (guint i = 0; i < draft->beside->len; i++)
    {
      TenureDraft *other = g_ptr_array_index (draft->beside, i);

      if (!other->offer->left_out && !store_draft (edit, other, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
tenure_draft_save (TenureDraft *draft, TenureDocument *document, GError **error)
{
  g_autofree char *label = tenure_draft_dup_label (draft);

  return tenure_document_edit (document, label, store_all, draft, error);
}

char *
tenure_draft_dup_created_label (TenureRecordType type, const char *name)
{
  if (type == TENURE_RECORD_PERSON)
    return g_strdup_printf (_ ("New person: “%s”"), name);
  return g_strdup_printf (_ ("New organisation: “%s”"), name);
}

static char *
dup_done (const TenureDraft *draft)
{
  const TenureRecordDef *def = tenure_record_def (draft->record->type);
  g_autofree char *own = tenure_draft_dup_title (draft);
  g_autofree char *type = tenure_label_dup_within_sentence (_ (def->label));
  const char *title = own != NULL ? own : _ (def->label);

  if (tenure_draft_renews (draft))
    return g_strdup_printf (_ ("Renewed “%s”"), title);
  if (draft->original != NULL)
    return g_strdup_printf (_ ("Changed “%s”"), title);
  /* Translators: the kind of record, then its name: Added agreement “Home from hospital” */
  return g_strdup_printf (_ ("Added %1$s “%2$s”"), type, title);
}

/* The records of @type that saving makes: one by its name, more by their number; NULL for none. */
static char *
dup_created_of (const TenureDraft *draft, TenureRecordType type)
{
  const char *name = NULL;
  guint n = 0;

  for (guint i = 0; i < draft->created->len; i++)
    {
      const TenureRecord *record = g_ptr_array_index (draft->created, i);

      if (record->type != type || !refers_to (draft, record))
        continue;
      name = tenure_record_get_text_by_name (record, "name");
      n++;
    }
  if (n <= 1)
    return n == 1 ? tenure_draft_dup_created_label (type, name) : NULL;
  if (type == TENURE_RECORD_PERSON)
    return g_strdup_printf (ngettext ("%u new person", "%u new people", n), n);
  return g_strdup_printf (ngettext ("%u new organisation", "%u new organisations", n), n);
}

char *
tenure_draft_dup_created (const TenureDraft *draft)
{
  static const TenureRecordType types[] = { TENURE_RECORD_ORGANISATION, TENURE_RECORD_PERSON };
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (labels, dup_done (draft));
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      char *label = dup_created_of (draft, types[i]);

      if (label != NULL)
        g_ptr_array_add (labels, label);
    }
  if (labels->len == 1)
    return NULL;
  g_ptr_array_add (labels, NULL);
  return g_strjoinv (" · ", (char **) labels->pdata);
}
