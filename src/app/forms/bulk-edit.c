#include "config.h"
#include "app/forms/bulk-edit.h"

#include "app/change.h"
#include "app/forms/bulk-plan.h"
#include "app/forms/field-editor.h"
#include "app/gtk/plain-rows.h"
#include "app/gtk/text-scale.h"
#include "app/lookup.h"
#include "app/session.h"

#include "base/i18n.h"

/* Rows that the preview shows; the others are counted. */
#define SHOWN 50

struct _TenureBulkEdit
{
  AdwWindow parent_instance;

  TenureWindow *window;
  TenureDocument *document;
  TenureRecordType type;
  GPtrArray *records; /* of TenureRecord; NULL until they are read */
  GCancellable *reading;
  GArray *fields;     /* guint */
  TenureDraft *draft; /* holds the one value */
  TenureFieldEditorContext context;
  TenureFieldEditor *editor;
  gboolean touched;     /* something was entered: a blank field that nobody touched clears nothing */
  TenureBulkPlan *plan; /* NULL while there is nothing to do */

  AdwWindowTitle *title;
  AdwPreferencesGroup *group;
  AdwComboRow *field_row;
  AdwPreferencesGroup *preview;
};

G_DEFINE_FINAL_TYPE (TenureBulkEdit, tenure_bulk_edit, ADW_TYPE_WINDOW)

/* --- The change ----------------------------------------------------------------------------------------------- */

static guint
chosen_field (TenureBulkEdit *self)
{
  return g_array_index (self->fields, guint, adw_combo_row_get_selected (self->field_row));
}

/* Its value is lent by the draft. */
static TenureBulkChange
get_change (TenureBulkEdit *self)
{
  guint field = chosen_field (self);

  return (TenureBulkChange){
    .type = self->type,
    .field = field,
    .value = *tenure_record_get (self->draft->record, field),
    .currency = tenure_record_get_currency (self->draft->record),
  };
}

/* --- Preview -------------------------------------------------------------------------------------------------- */

/* What would contradict itself is marked, and said. */
static void
show_row (TenureBulkEdit *self,
          const TenureBulkChange *bulk,
          const TenureBulkRow *row,
          const TenureTerms *terms,
          const char *after)
{
  const TenureRecord *record = self->records->pdata[row->index];
  /* Translators: a value before and after a change. */
  g_autofree char *change =
      g_strdup_printf (_ ("%1$s → %2$s"), row->before != NULL ? row->before : _ ("not recorded"), after);
  g_autofree char *detail = tenure_bulk_dup_detail (record, tenure_bulk_find_commitment (bulk, record, terms));
  g_autoptr (GString) words = g_string_new (change);
  GtkWidget *shown, *mark;

  if (detail != NULL)
    g_string_append_printf (words, "\n%s", detail);
  if (row->contradiction != NULL)
    g_string_append_printf (words, "\n%s", row->contradiction);
  shown = tenure_plain_rows_add (self->preview, row->title != NULL ? row->title : "", words->str);
  if (row->contradiction == NULL)
    return;
  mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_add_css_class (mark, "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Would contradict itself"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (shown), mark);
}

/* As many as the preview has room for, those that would contradict themselves first. */
static void
show_rows (TenureBulkEdit *self, const TenureBulkChange *bulk, const TenureTerms *terms, const char *after)
{
  guint n = self->plan->rows->len, shown = 0;

  for (guint i = 0; i < 2 * n && shown < SHOWN; i++)
    {
      const TenureBulkRow *row = self->plan->rows->pdata[i % n];

      if ((row->contradiction != NULL) != (i < n))
        continue;
      show_row (self, bulk, row, terms, after);
      shown++;
    }
  if (n > SHOWN)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("and %u more", "and %u more", n - SHOWN), n - SHOWN);

      tenure_plain_rows_add (self->preview, words, "");
    }
}

/* "40 change; 2 have it already; 1 is in another currency and stays as it is; 12 would then contradict themselves" */
static char *
dup_summary (const TenureBulkPlan *plan)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u changes", "%u change", plan->rows->len), plan->rows->len);
  if (plan->n_same > 0)
    g_string_append_printf (text, ngettext ("; %u has it already", "; %u have it already", plan->n_same), plan->n_same);
  if (plan->n_other_currency > 0)
    g_string_append_printf (text,
                            ngettext ("; %u is in another currency and stays as it is",
                                      "; %u are in another currency and stay as they are", plan->n_other_currency),
                            plan->n_other_currency);
  if (plan->n_contradicting > 0)
    g_string_append_printf (
        text, ngettext ("; %u would then contradict itself", "; %u would then contradict themselves", plan->n_contradicting),
        plan->n_contradicting);
  return g_string_free (text, FALSE);
}

static void
show_plan (TenureBulkEdit *self)
{
  TenureBulkChange change = get_change (self);
  g_autofree char *after = tenure_record_dup_label (self->draft->record, change.field);
  g_autofree char *summary = NULL;
  gboolean ready = self->touched && tenure_draft_is_valid (self->draft);
  TenureSnapshot *snapshot = tenure_session_get_snapshot (tenure_window_get_session (self->window));
  const TenureTerms *terms = snapshot != NULL ? tenure_snapshot_get_terms (snapshot) : NULL;

  tenure_plain_rows_clear (self->preview);
  g_clear_pointer (&self->plan, tenure_bulk_plan_free);
  if (ready)
    {
      self->plan = tenure_bulk_plan_new (&change, self->records);
      tenure_bulk_plan_find_contradictions (self->plan, &change, self->records, terms != NULL ? terms->facts : NULL);
      summary = dup_summary (self->plan);
      show_rows (self, &change, terms, after != NULL ? after : _ ("not recorded"));
    }
  adw_preferences_group_set_description (
      self->preview, summary != NULL ? summary : _ ("Enter the new value. Emptied again, it means “not recorded”."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bulk.apply", self->plan != NULL && self->plan->rows->len > 0);
}

/* --- The field ------------------------------------------------------------------------------------------------ */

static void
changed_cb (gpointer data)
{
  TenureBulkEdit *self = data;

  if (self->editor == NULL)
    return;
  self->touched = TRUE;
  tenure_field_editor_refresh (self->editor);
  show_plan (self);
}

static void
drop_editor (TenureBulkEdit *self)
{
  GtkWidget *row, *note;

  if (self->editor == NULL)
    return;
  row = tenure_field_editor_get_row (self->editor);
  note = tenure_field_editor_get_note (self->editor);
  self->editor = NULL;
  adw_preferences_group_remove (self->group, note);
  adw_preferences_group_remove (self->group, row);
}

/* A draft that holds nothing but the one field; the name it must have is never stored. */
static TenureDraft *
make_draft (TenureBulkEdit *self)
{
  const TenureRecordDef *def = tenure_record_def (self->type);
  TenureDraft *draft = tenure_draft_new (self->type, tenure_bulk_find_currency (self->records));

  for (guint i = 0; i < def->n_fields; i++)
    if (def->fields[i].flags & TENURE_FIELD_REQUIRED && def->fields[i].type == TENURE_FIELD_TEXT)
      tenure_draft_set_text (draft, i, "–");
  return draft;
}

static void
field_chosen_cb (TenureBulkEdit *self)
{
  g_autoptr (TenureFormRow) row = NULL;

  if (self->records == NULL)
    return;
  drop_editor (self);
  self->touched = FALSE;
  g_clear_pointer (&self->draft, tenure_draft_free);
  self->draft = make_draft (self);
  self->context.created = self->draft->created;
  row = tenure_form_row (self->draft, chosen_field (self));
  self->editor = tenure_field_editor_new (self->draft, row, &self->context);
  adw_preferences_group_add (self->group, tenure_field_editor_get_row (self->editor));
  adw_preferences_group_add (self->group, tenure_field_editor_get_note (self->editor));
  show_plan (self);
}

static void
fill_fields (TenureBulkEdit *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const TenureRecordDef *def = tenure_record_def (self->type);
  guint owner = 0;

  self->fields = tenure_bulk_list_fields (self->type);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const TenureField *field = &def->fields[g_array_index (self->fields, guint, i)];

      gtk_string_list_append (names, _ (field->label));
      if (g_str_equal (field->name, "owner"))
        owner = i;
    }
  adw_combo_row_set_model (self->field_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->field_row, owner);
}

/* --- Doing it ------------------------------------------------------------------------------------------------- */

typedef struct
{
  TenureDraft *draft;
  TenureBulkPlan *plan;
  TenureBulkChange change; /* lends its value from the draft */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  tenure_bulk_plan_free (work->plan);
  tenure_draft_free (work->draft);
  g_free (work);
}

static gboolean
apply (TenureDocument *document, gpointer data, GError **error)
{
  const Work *work = data;

  return tenure_bulk_apply (&work->change, work->plan, work->draft->created, document, error);
}

static void
apply_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureBulkEdit *self = TENURE_BULK_EDIT (widget);
  TenureChange change = { .make = apply, .free_data = work_free, .failed = _ ("Nothing Was Changed") };
  Work *work = change.data = g_new0 (Work, 1);
  guint n = self->plan->rows->len;

  change.done = g_strdup_printf (ngettext ("Changed %u record", "Changed %u records", n), n);
  work->change = get_change (self);
  work->plan = g_steal_pointer (&self->plan);
  drop_editor (self); /* it writes to the draft */
  work->draft = g_steal_pointer (&self->draft);
  tenure_change_run (self->window, &change);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_cb (gpointer data)
{
  gtk_widget_activate_action (data, "bulk.apply", NULL);
}

/* --- Reading the records -------------------------------------------------------------------------------------- */

typedef struct
{
  TenureRecordType type;
  GArray *ids;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_array_unref (request->ids);
  g_free (request);
}

static gpointer
find_records (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  const TenureId *ids = (const TenureId *) (gconstpointer) request->ids->data;

  return tenure_reader_load_many (reader, request->type, ids, request->ids->len, error);
}

static void
records_found (gpointer owner, gpointer data, gpointer records, const GError *error)
{
  TenureBulkEdit *self = owner;

  if (records == NULL)
    {
      g_autofree char *words = g_markup_escape_text (error->message, -1);

      adw_preferences_group_set_description (self->preview, words);
      return;
    }
  self->records = records;
  field_chosen_cb (self);
}

static void
read_records (TenureBulkEdit *self, GArray *ids)
{
  static const TenureLookup lookup = { find_records, records_found, request_free, (GDestroyNotify) g_ptr_array_unref };
  Request *request = g_new (Request, 1);

  *request = (Request){ self->type, g_array_ref (ids) };
  tenure_lookup_ask (&lookup, &self->reading, self, self->document, request);
}

/* --- Object --------------------------------------------------------------------------------------------------- */

static void
tenure_bulk_edit_dispose (GObject *object)
{
  TenureBulkEdit *self = TENURE_BULK_EDIT (object);

  tenure_lookup_cancel (&self->reading);
  if (self->draft != NULL)
    drop_editor (self);
  g_clear_object (&self->window);
  g_clear_object (&self->document);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_pointer (&self->plan, tenure_bulk_plan_free);
  g_clear_pointer (&self->draft, tenure_draft_free);
  G_OBJECT_CLASS (tenure_bulk_edit_parent_class)->dispose (object);
}

static void
tenure_bulk_edit_class_init (TenureBulkEditClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_bulk_edit_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/forms/bulk-edit.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureBulkEdit, title);
  gtk_widget_class_bind_template_child (widget_class, TenureBulkEdit, group);
  gtk_widget_class_bind_template_child (widget_class, TenureBulkEdit, field_row);
  gtk_widget_class_bind_template_child (widget_class, TenureBulkEdit, preview);
  gtk_widget_class_install_action (widget_class, "bulk.apply", NULL, apply_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "bulk.apply", NULL);
}

static void
tenure_bulk_edit_init (TenureBulkEdit *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_text_scale_window (GTK_WINDOW (self));
}

static void
show_title (TenureBulkEdit *self, guint n)
{
  const TenureRecordDef *def = tenure_record_def (self->type);
  /* Translators: a title: how many of what are edited together: "Edit 40 Agreements". */
  g_autofree char *title = g_strdup_printf (_ ("Edit %1$u %2$s"), n, n == 1 ? _ (def->label) : _ (def->label_plural));

  adw_window_title_set_title (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

TenureBulkEdit *
tenure_bulk_edit_new (TenureWindow *window, TenureRecordType type, GArray *ids)
{
  TenureBulkEdit *self = g_object_new (TENURE_TYPE_BULK_EDIT, "transient-for", window, NULL);

  self->window = g_object_ref (window);
  self->document = g_object_ref (tenure_window_get_document (window));
  self->type = type;
  self->context = (TenureFieldEditorContext){
    .changed = changed_cb,
    .activated = save_cb,
    .data = self,
    .reader = tenure_document_get_reader (self->document),
  };
  show_title (self, ids->len);
  fill_fields (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bulk.apply", FALSE);
  g_signal_connect_swapped (self->field_row, "notify::selected", G_CALLBACK (field_chosen_cb), self);
  gtk_widget_grab_focus (GTK_WIDGET (self->field_row));
  read_records (self, ids);
  return self;
}
