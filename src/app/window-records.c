/* Adding, editing, duplicating and deleting records. */

#include "config.h"
#include "app/window-private.h"

#include "app/change.h"
#include "app/forms/draft-store.h"
#include "app/forms/payment.h"
#include "app/forms/record-form.h"
#include "app/forms/records-dialog.h"
#include "app/forms/renewal.h"
#include "app/forms/step-dialog.h"
#include "app/forms/sub-contract.h"
#include "app/gtk/toast.h"
#include "app/still-there.h"
#include "store/edit.h"

#include "base/count.h"
#include "base/i18n.h"

/* --- Forms --------------------------------------------------------------------------------------------------- */

/* Whether the inspector shows records of @type: what belongs to another one is seen with that. */
static gboolean
is_selectable (TenureRecordType type)
{
  return type == TENURE_RECORD_AGREEMENT || type == TENURE_RECORD_ORGANISATION || type == TENURE_RECORD_BOARD
         || type == TENURE_RECORD_SEAT || type == TENURE_RECORD_PERSON;
}

/* What was saved is shown, unless it says something of another record: then that one stays on show. */
static void
form_saved_cb (TenureWindow *self, int type, gint64 id)
{
  if (self->session != NULL && is_selectable (type))
    tenure_session_select (self->session, type, id);
}

/* What was made new has the keyboard on the page that lists it, so that work goes on there. */
static void
new_saved_cb (TenureWindow *self, int type, gint64 id)
{
  if (self->session != NULL && is_selectable (type))
    tenure_window_reveal_record (self, type, id, FALSE);
}

/* The same from any page: whoever adds a record wants to see it. */
static void
added_cb (TenureWindow *self, int type, gint64 id)
{
  if (self->session != NULL && is_selectable (type))
    tenure_window_reveal_record (self, type, id, TRUE);
}

/* Leaving a form loses nothing: what was typed waits behind a button until the next form is left. */
static void
keep_dropped (TenureWindow *self, TenureDraft *draft, TenureStep *step)
{
  AdwToast *toast = tenure_toast_new (_ ("The changes in the form were not saved"));

  g_clear_pointer (&self->dropped_draft, tenure_draft_free);
  g_clear_pointer (&self->dropped_step, tenure_step_free);
  self->dropped_draft = draft;
  self->dropped_step = step;
  adw_toast_set_button_label (toast, _ ("Reopen the Form"));
  adw_toast_set_action_name (toast, "win.continue-form");
  tenure_toast_show (self->toasts, toast);
  tenure_window_actions_update (self);
}

static void
form_dropped_cb (TenureWindow *self, TenureRecordForm *form)
{
  keep_dropped (self, tenure_record_form_steal_draft (form), NULL);
}

/* A form stands over the window that asked for it: this one, or a list that stands over this one. */
static GtkWindow *
window_in_front (TenureWindow *self)
{
  GtkWindow *active = gtk_application_get_active_window (gtk_window_get_application (GTK_WINDOW (self)));

  return active != NULL && gtk_window_get_transient_for (active) == GTK_WINDOW (self) ? active : GTK_WINDOW (self);
}

TenureRecordForm *
tenure_window_present_form (TenureWindow *self, TenureDraft *draft)
{
  g_autofree char *filter = tenure_filter_dup_text (tenure_session_get_filter (self->session));
  gboolean adds = draft->original == NULL;
  TenureRecordForm *form;

  draft->as_of = tenure_session_get_as_of (self->session);
  form = tenure_record_form_new (tenure_window_get_document (self), *filter != '\0' ? filter : NULL, draft);
  gtk_window_set_transient_for (GTK_WINDOW (form), window_in_front (self));
  g_signal_connect_object (form, "created", G_CALLBACK (tenure_window_toast_undo), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "saved", G_CALLBACK (form_saved_cb), self, G_CONNECT_SWAPPED);
  if (adds)
    g_signal_connect_object (form, "saved", G_CALLBACK (new_saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "dropped", G_CALLBACK (form_dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (form));
  return form;
}

static gboolean
read_type (const char *table, TenureRecordType *out_type)
{
  *out_type = tenure_record_type_from_table (table);
  g_return_val_if_fail (*out_type != TENURE_RECORD_NONE, FALSE);
  return TRUE;
}

/* What new records begin with: the currency of most of the agreements that are there. */
static TenureCurrency
usual_currency (TenureWindow *self)
{
  TenureSnapshot *snapshot = tenure_session_get_snapshot (self->session);
  TenureCurrency currency = snapshot != NULL ? tenure_snapshot_get_portfolio (snapshot)->currency : TENURE_CURRENCY_NONE;

  return currency != TENURE_CURRENCY_NONE ? currency : TENURE_CURRENCY_GBP;
}

static void
add_record_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureRecordType type;
  TenureRecordForm *form;

  if (!read_type (g_variant_get_string (parameter, NULL), &type))
    return;
  form = tenure_window_present_form (data, tenure_draft_new (type, usual_currency (data)));
  g_signal_connect_object (form, "saved", G_CALLBACK (added_cb), data, G_CONNECT_SWAPPED);
}

/* The form of @draft (transfer full); where there is none, @heading and @error say why. */
static void
present_or_report (TenureWindow *self, TenureDraft *draft, const char *heading, const GError *error)
{
  if (draft != NULL)
    tenure_window_present_form (self, draft);
  else
    tenure_window_report (self, heading, error);
}

static void
add_payment (TenureWindow *self, TenureId agreement)
{
  g_autoptr (GError) error = NULL;
  TenureDraft *draft =
      tenure_payment_draft_new (tenure_document_get_reader (tenure_window_get_document (self)), agreement, &error);

  present_or_report (self, draft, _ ("No Payment Can Be Added"), error);
}

/* A payment is no part of an agreement, and yet stands under one; what is left out of a rule is about a record of any type,
 * or of none. */
static gboolean
can_be_added_under (TenureWindow *self, TenureRecordType type, TenureId parent)
{
  TenureRecordType above = type == TENURE_RECORD_PAYMENT ? TENURE_RECORD_AGREEMENT : tenure_record_def (type)->parent;

  return above == TENURE_RECORD_NONE || tenure_is_still_there (self, above, parent);
}

static void
add_child_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureRecordType type;
  TenureDraft *draft;
  const char *table;
  TenureId parent;

  g_variant_get (parameter, "(&sx)", &table, &parent);
  if (!read_type (table, &type) || !can_be_added_under (data, type, parent))
    return;
  if (type == TENURE_RECORD_PAYMENT)
    {
      add_payment (data, parent);
      return;
    }
  draft = tenure_draft_new (type, TENURE_CURRENCY_NONE);
  tenure_draft_set_parent (draft, parent);
  tenure_window_present_form (data, draft);
}

/* Seats have a form of their own; other children are edited with their parent. */
static gboolean
has_form (TenureRecordType type)
{
  return tenure_record_def (type)->parent == TENURE_RECORD_NONE || type == TENURE_RECORD_SEAT
         || type == TENURE_RECORD_MEETING;
}

static TenureDraft *
load_draft (TenureWindow *self, TenureRecordType type, TenureId id, GError **error)
{
  TenureReader *reader = tenure_document_get_reader (tenure_window_get_document (self));

  while (!has_form (type))
    {
      g_autoptr (TenureRecord) child = tenure_reader_load (reader, type, id, error);

      if (child == NULL)
        return NULL;
      id = tenure_draft_parent_of (child);
      type = tenure_record_def (type)->parent;
    }
  return tenure_draft_load (reader, type, id, error);
}

/* The draft of the record of @table, whose type is told in @out_type, or NULL: @title says what cannot be done, unless a
 * toast says that the record is gone. */
static TenureDraft *
load_or_report (TenureWindow *self, const char *table, TenureId id, const char *title, TenureRecordType *out_type)
{
  g_autoptr (GError) error = NULL;
  TenureDraft *draft;

  if (!read_type (table, out_type) || !tenure_is_still_there (self, *out_type, id))
    return NULL;
  draft = load_draft (self, *out_type, id, &error);
  if (draft == NULL)
    tenure_window_report (self, title, error);
  return draft;
}

static void
edit_record_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureRecordType type;
  TenureDraft *draft;
  const char *table;
  TenureId id;

  g_variant_get (parameter, "(&sx)", &table, &id);
  draft = load_or_report (data, table, id, _ ("The Record Cannot Be Edited"), &type);
  if (draft != NULL)
    tenure_window_present_form (data, draft);
}

static void
edit_field_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *table, *name;
  TenureRecordForm *form;
  TenureRecordType type;
  TenureDraft *draft;
  TenureId id;
  guint field;

  g_variant_get (parameter, "(&sx&s)", &table, &id, &name);
  draft = load_or_report (data, table, id, _ ("The Record Cannot Be Edited"), &type);
  if (draft == NULL)
    return;
  form = tenure_window_present_form (data, draft);
  field = tenure_record_field_index (type, name);
  if (has_form (type))
    tenure_record_form_focus_field (form, field);
  else
    tenure_record_form_focus_child_field (form, type, id, field);
}

static void
edit_child_field_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *table, *child_table, *name;
  TenureRecordType type, child;
  TenureDraft *draft;
  TenureId id;
  guint place;

  g_variant_get (parameter, "(&sx&su&s)", &table, &id, &child_table, &place, &name);
  draft =
      read_type (child_table, &child) ? load_or_report (data, table, id, _ ("The Record Cannot Be Edited"), &type) : NULL;
  if (draft != NULL)
    tenure_record_form_focus_child (tenure_window_present_form (data, draft), child, place,
                                    tenure_record_field_index (child, name));
}

static void
duplicate_record_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (TenureDraft) draft = NULL;
  TenureRecordType type;
  const char *table;
  TenureId id;

  g_variant_get (parameter, "(&sx)", &table, &id);
  draft = load_or_report (data, table, id, _ ("The Record Cannot Be Duplicated"), &type);
  if (draft != NULL)
    tenure_window_present_form (data, tenure_draft_duplicate (draft));
}

/* --- What happens to an agreement next ------------------------------------------------------------------------ */

static TenureDay
committed_end_of (TenureWindow *self, TenureId agreement)
{
  TenureSnapshot *snapshot = tenure_session_get_snapshot (self->session);
  int index =
      snapshot != NULL ? tenure_basis_find (tenure_snapshot_get_basis (snapshot), TENURE_RECORD_AGREEMENT, agreement) : -1;

  return index >= 0 ? tenure_snapshot_get_terms (snapshot)->agreements[index].committed_end : TENURE_DAY_NONE;
}

static void
renew (TenureWindow *self, TenureId agreement)
{
  TenureReader *reader = tenure_document_get_reader (tenure_window_get_document (self));
  g_autoptr (GError) error = NULL;
  TenureDraft *draft =
      tenure_renewal_draft_new (reader, agreement, committed_end_of (self, agreement), tenure_day_today (), &error);

  present_or_report (self, draft, _ ("The Agreement Cannot Be Renewed"), error);
}

static void
renew_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureId id = g_variant_get_int64 (parameter);

  if (tenure_is_still_there (data, TENURE_RECORD_AGREEMENT, id))
    renew (data, id);
}

static void
add_sub_contract (TenureWindow *self, TenureId agreement)
{
  TenureReader *reader = tenure_document_get_reader (tenure_window_get_document (self));
  g_autoptr (GError) error = NULL;
  TenureDraft *draft = tenure_sub_contract_draft_new (reader, agreement, committed_end_of (self, agreement), &error);

  present_or_report (self, draft, _ ("No Sub-contract Can Be Added"), error);
}

static void
add_sub_contract_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureId id = g_variant_get_int64 (parameter);

  if (tenure_is_still_there (data, TENURE_RECORD_AGREEMENT, id))
    add_sub_contract (data, id);
}

static void
step_saved_cb (TenureWindow *self, gint64 id)
{
  if (self->session != NULL)
    tenure_session_select (self->session, TENURE_RECORD_AGREEMENT, id);
}

static void
step_dropped_cb (TenureWindow *self, TenureStepDialog *dialog)
{
  keep_dropped (self, NULL, tenure_step_dialog_steal_step (dialog));
}

static void
present_step (TenureWindow *self, TenureStep *step)
{
  TenureStepDialog *dialog = tenure_step_dialog_new (tenure_window_get_document (self), step);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), window_in_front (self));
  g_signal_connect_object (dialog, "saved", G_CALLBACK (step_saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "dropped", G_CALLBACK (step_dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
begin_step (TenureWindow *self, TenureStepKind kind, TenureId agreement, const char *heading)
{
  TenureReader *reader = tenure_document_get_reader (tenure_window_get_document (self));
  g_autoptr (GError) error = NULL;
  TenureStep *step;

  if (!tenure_is_still_there (self, TENURE_RECORD_AGREEMENT, agreement))
    return;
  step = tenure_step_new (reader, kind, agreement, tenure_session_get_as_of (self->session), &error);
  if (step != NULL)
    present_step (self, step);
  else
    tenure_window_report (self, heading, error);
}

static void
take_up_option_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  begin_step (data, TENURE_STEP_TAKE_UP_OPTION, g_variant_get_int64 (parameter), _ ("There Is No Option to Take Up"));
}

static void
end_early_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  begin_step (data, TENURE_STEP_END_EARLY, g_variant_get_int64 (parameter), _ ("The Agreement Cannot Be Ended"));
}

static void
continue_form_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *self = data;

  if (self->dropped_draft != NULL)
    tenure_window_present_form (self, g_steal_pointer (&self->dropped_draft));
  else if (self->dropped_step != NULL)
    present_step (self, g_steal_pointer (&self->dropped_step));
  tenure_window_actions_update (self);
}

/* --- Deleting ------------------------------------------------------------------------------------------------ */

typedef struct
{
  TenureRecordType type;
  TenureId *ids;
  gsize n;
  char *label;
} Deletion;

static Deletion *
deletion_new (TenureRecordType type, const TenureId *ids, gsize n)
{
  Deletion *deletion = g_new (Deletion, 1);

  *deletion = (Deletion){ type, g_memdup2 (ids, n * sizeof *ids), n, NULL };
  return deletion;
}

static void
deletion_free (gpointer data)
{
  Deletion *deletion = data;

  g_free (deletion->ids);
  g_free (deletion->label);
  g_free (deletion);
}

static gboolean
delete_all (TenureEdit *edit, gpointer data, GError **error)
{
  const Deletion *deletion = data;

  for (gsize i = 0; i < deletion->n; i++)
    if (!tenure_edit_delete (edit, deletion->type, deletion->ids[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
make_deletion (TenureDocument *document, gpointer data, GError **error)
{
  const Deletion *deletion = data;

  return tenure_document_edit (document, deletion->label, delete_all, data, error);
}

/* Whole sentences a language can inflect, for the kinds of record that people delete. */
static char *
dup_deleted_sentence (TenureRecordType type, gsize n)
{
  g_autofree char *count = tenure_count_dup_label (n);

  switch ((int) type)
    {
    case TENURE_RECORD_AGREEMENT:
      return g_strdup_printf (ngettext ("Deleted %s agreement", "Deleted %s agreements", n), count);
    case TENURE_RECORD_ORGANISATION:
      return g_strdup_printf (ngettext ("Deleted %s organisation", "Deleted %s organisations", n), count);
    case TENURE_RECORD_BOARD:
      return g_strdup_printf (ngettext ("Deleted %s board", "Deleted %s boards", n), count);
    case TENURE_RECORD_SEAT:
      return g_strdup_printf (ngettext ("Deleted %s seat", "Deleted %s seats", n), count);
    case TENURE_RECORD_PERSON:
      return g_strdup_printf (ngettext ("Deleted %s person", "Deleted %s people", n), count);
    default:
      return g_strdup_printf (ngettext ("Deleted %s record", "Deleted %s records", n), count);
    }
}

static char *
dup_delete_label (TenureWindow *self, const Deletion *deletion)
{
  TenureReader *reader = tenure_document_get_reader (tenure_window_get_document (self));
  const TenureRecordDef *def = tenure_record_def (deletion->type);
  g_autofree char *title = deletion->n == 1 ? tenure_reader_dup_title (reader, deletion->type, deletion->ids[0]) : NULL;

  if (title != NULL)
    /* Translators: what is deleted is called by its name */
    return g_strdup_printf (_ ("Delete “%s”"), title);
  if (deletion->n == 1)
    return g_strdup_printf (_ ("Delete %s"), _ (def->label));
  return g_strdup_printf (_ ("Delete %zu %s"), deletion->n, _ (def->label_plural));
}

/* On a worker: a thousand records, with all that hangs on them, take a fifth of a second. */
static void
delete_records (TenureWindow *self, TenureRecordType type, const TenureId *ids, gsize n)
{
  TenureChange change = { .make = make_deletion, .free_data = deletion_free, .failed = _ ("Nothing Was Deleted") };
  g_autoptr (GArray) there = tenure_still_there (self, type, ids, n);
  Deletion *deletion;

  if (there == NULL)
    return;
  deletion = change.data = deletion_new (type, (const TenureId *) (gpointer) there->data, there->len);
  deletion->label = dup_delete_label (self, deletion);
  change.done = dup_deleted_sentence (type, there->len);
  tenure_change_run (self, &change);
}

static void
delete_record_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureRecordType type;
  const char *table;
  TenureId id;

  g_variant_get (parameter, "(&sx)", &table, &id);
  if (read_type (table, &type))
    delete_records (data, type, &id, 1);
}

static void
delete_records_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GVariant) list = g_variant_get_child_value (parameter, 1);
  TenureRecordType type;
  const TenureId *ids;
  const char *table;
  gsize n;

  g_variant_get_child (parameter, 0, "&s", &table);
  ids = g_variant_get_fixed_array (list, &n, sizeof (gint64));
  if (n > 0 && read_type (table, &type))
    delete_records (data, type, ids, n);
}

/* --- Lists --------------------------------------------------------------------------------------------------- */

static void
list_records_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *self = data;
  TenureRecordType type;

  if (read_type (g_variant_get_string (parameter, NULL), &type))
    gtk_window_present (GTK_WINDOW (tenure_records_dialog_new (GTK_WINDOW (self), self->session, type)));
}

static const GActionEntry actions[] = {
  { .name = "add-record", .activate = add_record_cb, .parameter_type = "s" },
  { .name = "add-child", .activate = add_child_cb, .parameter_type = "(sx)" },
  { .name = "edit-record", .activate = edit_record_cb, .parameter_type = "(sx)" },
  { .name = "edit-field", .activate = edit_field_cb, .parameter_type = "(sxs)" },
  { .name = "edit-child-field", .activate = edit_child_field_cb, .parameter_type = "(sxsus)" },
  { .name = "duplicate-record", .activate = duplicate_record_cb, .parameter_type = "(sx)" },
  { .name = "list-records", .activate = list_records_cb, .parameter_type = "s" },
  { .name = "renew", .activate = renew_cb, .parameter_type = "x" },
  { .name = "add-sub-contract", .activate = add_sub_contract_cb, .parameter_type = "x" },
  { .name = "take-up-option", .activate = take_up_option_cb, .parameter_type = "x" },
  { .name = "end-early", .activate = end_early_cb, .parameter_type = "x" },
  { .name = "continue-form", .activate = continue_form_cb },
  { .name = "delete-record", .activate = delete_record_cb, .parameter_type = "(sx)" },
  { .name = "delete-records", .activate = delete_records_cb, .parameter_type = "(sax)" },
};

void
tenure_window_records_init (TenureWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
