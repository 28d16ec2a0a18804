#include "config.h"
#include "app/forms/bulk-edit.h"

#include "app/change.h"
#include "app/forms/bulk-field-list.h"
#include "app/forms/bulk-preview.h"
#include "app/forms/field-editor.h"
#include "app/gtk/text-scale.h"
#include "app/lookup.h"

#include "base/count.h"
#include "base/i18n.h"

/* A field that is being set. */
typedef struct
{
  TenureBulkEdit *self;
  guint field;
  TenureFieldEditorContext context;
  TenureFieldEditor *editor;
  gboolean touched; /* something was entered: a blank field that nobody touched clears nothing */
} Entry;

struct _TenureBulkEdit
{
  AdwWindow parent_instance;

  TenureWindow *window;
  TenureDocument *document;
  TenureRecordType type;
  guint n_records;
  GPtrArray *records; /* of TenureRecord; NULL until all are read */
  GCancellable *reading;
  char *failed;         /* why they could not be read, as markup; NULL: they could */
  TenureDraft *draft;   /* holds the values; NULL until some records are read */
  GPtrArray *entries;   /* of Entry, in the order in which they were chosen; lent by @made */
  GPtrArray *made;      /* of Entry: also those that were taken away, whose rows may have a last word */
  gboolean wants_apply; /* Enter was pressed while it is being worked out what would change */

  AdwWindowTitle *title;
  GtkBox *box;
  AdwPreferencesGroup *group;
  GtkBox *choosing;
  GtkButton *another;
  TenureBulkFieldList *list;
  TenureBulkPreview *preview;
};

G_DEFINE_FINAL_TYPE (TenureBulkEdit, tenure_bulk_edit, ADW_TYPE_WINDOW)

/* --- Preview -------------------------------------------------------------------------------------------------- */

/* (element-type guint): those that are set; @entered: only those in which something was entered. */
static GArray *
list_fields (TenureBulkEdit *self, gboolean entered)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = self->entries->pdata[i];

      if (entry->touched || !entered)
        g_array_append_val (fields, entry->field);
    }
  return fields;
}

/* What stands where the changes will. */
static char *
dup_words (TenureBulkEdit *self, gboolean entered)
{
  if (self->failed != NULL)
    return g_strdup (self->failed);
  if (self->entries->len == 0)
    return g_strdup (_ ("Choose a field first."));
  if (!entered)
    return g_strdup (_ ("Enter the new value. Emptied again, it means “not recorded”."));
  return tenure_count_dup_words (ngettext ("Reading %s record…", "Reading %s records…", self->n_records), self->n_records);
}

static void
show_plan (TenureBulkEdit *self)
{
  g_autoptr (GArray) fields = list_fields (self, TRUE);
  gboolean entered = self->failed == NULL && fields->len > 0 && tenure_draft_is_valid (self->draft);
  g_autofree char *words = dup_words (self, entered);
  TenureBulkChange *change = NULL;

  self->wants_apply = FALSE;
  if (entered && self->records != NULL)
    change = tenure_bulk_change_new (self->draft->record, fields, self->draft->created);
  tenure_bulk_preview_show (self->preview, change, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bulk.apply", entered);
}

/* --- Fields --------------------------------------------------------------------------------------------------- */

/* What one field says may contradict what another one says. */
static void
refresh (TenureBulkEdit *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    tenure_field_editor_refresh (((Entry *) self->entries->pdata[i])->editor);
}

static void
changed_cb (gpointer data)
{
  Entry *entry = data;

  if (entry->editor == NULL)
    return;
  entry->touched = TRUE;
  refresh (entry->self);
  show_plan (entry->self);
}

static void
show_choosing (TenureBulkEdit *self, gboolean choosing)
{
  g_autoptr (GArray) fields = list_fields (self, FALSE);

  gtk_widget_set_visible (GTK_WIDGET (self->choosing), choosing);
  gtk_widget_set_visible (GTK_WIDGET (self->another), !choosing);
  gtk_widget_set_visible (GTK_WIDGET (self->group), self->entries->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), !choosing || self->entries->len > 0);
  if (choosing)
    tenure_bulk_field_list_start (self->list, fields);
}

static void
drop_entry (TenureBulkEdit *self, Entry *entry)
{
  const TenureValue none = TENURE_VALUE_NULL_INIT;
  GtkWidget *row = tenure_field_editor_get_row (entry->editor), *note = tenure_field_editor_get_note (entry->editor);
  guint field = entry->field;

  entry->editor = NULL;
  /* A row that loses the keyboard says what was understood: while its note is there. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  adw_preferences_group_remove (self->group, note);
  adw_preferences_group_remove (self->group, row);
  g_ptr_array_remove (self->entries, entry);
  if (self->draft != NULL && (int) field != tenure_record_find_field (self->type, "currency"))
    tenure_draft_set_value (self->draft, field, &none);
}

static void
remove_clicked_cb (GtkButton *button, Entry *entry)
{
  TenureBulkEdit *self = entry->self;

  drop_entry (self, entry);
  refresh (self);
  show_choosing (self, self->entries->len == 0);
  show_plan (self);
}

static GtkWidget *
remove_button_new (Entry *entry, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Leave “%s” as It Is"), label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), entry);
  return button;
}

static void
add_remove_button (Entry *entry, const char *label)
{
  GtkWidget *row = tenure_field_editor_get_row (entry->editor);
  GtkWidget *button = remove_button_new (entry, label);

  if (ADW_IS_ENTRY_ROW (row))
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  else if (ADW_IS_ACTION_ROW (row))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  else
    {
      gtk_widget_set_halign (button, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), button);
    }
}

/* Enter goes on to the next field, and makes the change from the last. */
static void
activated_cb (gpointer data)
{
  Entry *entry = data;
  TenureBulkEdit *self = entry->self;
  guint place;

  if (g_ptr_array_find (self->entries, entry, &place) && place + 1 < self->entries->len)
    gtk_widget_grab_focus (tenure_field_editor_get_row (((Entry *) self->entries->pdata[place + 1])->editor));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "bulk.apply", NULL);
}

static void
field_chosen_cb (TenureBulkEdit *self, guint field)
{
  g_autoptr (TenureFormRow) row = NULL;
  Entry *entry;

  if (self->draft == NULL)
    return;
  row = tenure_form_row (self->draft, field);
  entry = g_new0 (Entry, 1);
  g_ptr_array_add (self->made, entry);
  entry->self = self;
  entry->field = field;
  entry->context = (TenureFieldEditorContext){
    .changed = changed_cb,
    .activated = activated_cb,
    .data = entry,
    .reader = tenure_document_get_reader (self->document),
    .created = self->draft->created,
  };
  entry->editor = tenure_field_editor_new (self->draft, row, &entry->context);
  add_remove_button (entry, row->label);
  adw_preferences_group_add (self->group, tenure_field_editor_get_row (entry->editor));
  adw_preferences_group_add (self->group, tenure_field_editor_get_note (entry->editor));
  g_ptr_array_add (self->entries, entry);
  show_choosing (self, FALSE);
  show_plan (self);
  gtk_widget_grab_focus (tenure_field_editor_get_row (entry->editor));
}

/* Escape leaves the list, and the window where no field was chosen. */
static void
list_left_cb (TenureBulkEdit *self)
{
  if (self->entries->len == 0)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  show_choosing (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->another));
}

static void
another_clicked_cb (TenureBulkEdit *self)
{
  show_choosing (self, TRUE);
}

/* A draft that holds nothing but the values; the name it must have is never stored. Amounts are in the currency of @records
 * unless somebody types another. */
static TenureDraft *
make_draft (TenureBulkEdit *self, const GPtrArray *records)
{
  const TenureRecordDef *def = tenure_record_def (self->type);
  TenureDraft *draft = tenure_draft_new (self->type, tenure_bulk_find_currency (records));

  for (guint i = 0; i < def->n_fields; i++)
    if (def->fields[i].flags & TENURE_FIELD_REQUIRED && def->fields[i].type == TENURE_FIELD_TEXT)
      tenure_draft_set_text (draft, i, "–");
  return draft;
}

/* --- Doing it ------------------------------------------------------------------------------------------------- */

static gboolean
apply (TenureDocument *document, gpointer data, GError **error)
{
  const TenureBulkWork *work = data;

  return tenure_bulk_apply (work->change, work->plan, document, error);
}

/* What would change is known: or it is done as soon as it is. */
static void
apply_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureBulkEdit *self = TENURE_BULK_EDIT (widget);
  TenureBulkWork *work = tenure_bulk_preview_get_work (self->preview);
  TenureChange change = { .make = apply, .free_data = tenure_bulk_work_unref, .failed = _ ("Nothing Was Changed") };

  self->wants_apply = work == NULL;
  if (work == NULL || work->plan->rows->len == 0)
    return;
  tenure_bulk_preview_stop (self->preview);
  change.data = tenure_bulk_work_ref (work);
  change.done = tenure_bulk_dup_label (work->change, work->plan->rows->len);
  change.form = GTK_WINDOW (self);
  tenure_change_run (self->window, &change);
}

static void
planned_cb (TenureBulkEdit *self)
{
  const TenureBulkWork *work = tenure_bulk_preview_get_work (self->preview);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bulk.apply", work->plan->rows->len > 0);
  if (self->wants_apply)
    gtk_widget_activate_action (GTK_WIDGET (self), "bulk.apply", NULL);
}

/* --- Reading the records -------------------------------------------------------------------------------------- */

/* They say what an amount is in: with that one can choose a field and type while a hundred thousand are read. */
#define FIRST_RECORDS 500

typedef struct
{
  TenureRecordType type;
  GArray *ids;
  guint n; /* of @ids: the first */
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

  return tenure_reader_load_many (reader, request->type, (const TenureId *) (gconstpointer) request->ids->data, request->n,
                                  error);
}

static void read_records (TenureBulkEdit *self, GArray *ids, guint n);

static void
begin (TenureBulkEdit *self, const GPtrArray *records)
{
  self->draft = make_draft (self, records);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), TRUE);
  show_choosing (self, TRUE);
}

/* What was entered meanwhile is worked out, and done if that was asked for. */
static void
take_records (TenureBulkEdit *self, GPtrArray *records)
{
  gboolean wants_apply = self->wants_apply;

  self->records = records;
  tenure_bulk_preview_set_records (self->preview, self->records);
  show_plan (self);
  self->wants_apply = wants_apply;
}

static void
records_found (gpointer owner, gpointer data, gpointer records, const GError *error)
{
  TenureBulkEdit *self = owner;
  const Request *request = data;

  if (records == NULL)
    {
      self->failed = g_markup_escape_text (error->message, -1);
      show_plan (self);
      gtk_widget_set_visible (GTK_WIDGET (self->preview), TRUE);
      return;
    }
  if (self->draft == NULL)
    begin (self, records);
  if (request->n == request->ids->len)
    {
      take_records (self, records);
      return;
    }
  g_ptr_array_unref (records);
  read_records (self, request->ids, request->ids->len);
}

static void
read_records (TenureBulkEdit *self, GArray *ids, guint n)
{
  static const TenureLookup lookup = { find_records, records_found, request_free, (GDestroyNotify) g_ptr_array_unref };
  Request *request = g_new (Request, 1);

  *request = (Request){ self->type, g_array_ref (ids), n };
  tenure_lookup_ask (&lookup, &self->reading, self, self->document, request);
}

/* --- Object --------------------------------------------------------------------------------------------------- */

static void
tenure_bulk_edit_dispose (GObject *object)
{
  TenureBulkEdit *self = TENURE_BULK_EDIT (object);

  tenure_lookup_cancel (&self->reading);
  /* The editors write to the draft as long as their rows are there. */
  while (self->entries->len > 0)
    drop_entry (self, self->entries->pdata[self->entries->len - 1]);
  g_clear_object (&self->window);
  g_clear_object (&self->document);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  G_OBJECT_CLASS (tenure_bulk_edit_parent_class)->dispose (object);
}

static void
tenure_bulk_edit_finalize (GObject *object)
{
  TenureBulkEdit *self = TENURE_BULK_EDIT (object);

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->made);
  g_free (self->failed);
  g_clear_pointer (&self->draft, tenure_draft_free);
  G_OBJECT_CLASS (tenure_bulk_edit_parent_class)->finalize (object);
}

static void
tenure_bulk_edit_class_init (TenureBulkEditClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_bulk_edit_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenure_bulk_edit_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/forms/bulk-edit.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureBulkEdit, title);
  gtk_widget_class_bind_template_child (widget_class, TenureBulkEdit, box);
  gtk_widget_class_bind_template_child (widget_class, TenureBulkEdit, group);
  gtk_widget_class_bind_template_child (widget_class, TenureBulkEdit, choosing);
  gtk_widget_class_bind_template_child (widget_class, TenureBulkEdit, another);
  gtk_widget_class_bind_template_callback (widget_class, another_clicked_cb);
  gtk_widget_class_install_action (widget_class, "bulk.apply", NULL, apply_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "bulk.apply", NULL);
}

static void
tenure_bulk_edit_init (TenureBulkEdit *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_text_scale_window (GTK_WINDOW (self));
  self->entries = g_ptr_array_new ();
  self->made = g_ptr_array_new_with_free_func (g_free);
}

static void
show_title (TenureBulkEdit *self, guint n)
{
  const TenureRecordDef *def = tenure_record_def (self->type);
  g_autofree char *count = tenure_count_dup_label (n);
  /* Translators: a title: how many of what are edited together: "Edit 40 Agreements". */
  g_autofree char *title = g_strdup_printf (_ ("Edit %1$s %2$s"), count, n == 1 ? _ (def->label) : _ (def->label_plural));

  adw_window_title_set_title (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
add_parts (TenureBulkEdit *self)
{
  self->list = TENURE_BULK_FIELD_LIST (tenure_bulk_field_list_new (self->type));
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), FALSE);
  g_signal_connect_swapped (self->list, "chosen", G_CALLBACK (field_chosen_cb), self);
  g_signal_connect_swapped (self->list, "left", G_CALLBACK (list_left_cb), self);
  gtk_box_append (self->choosing, GTK_WIDGET (self->list));
  self->preview = TENURE_BULK_PREVIEW (tenure_bulk_preview_new (self->window));
  g_signal_connect_swapped (self->preview, "planned", G_CALLBACK (planned_cb), self);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), FALSE);
  gtk_box_append (self->box, GTK_WIDGET (self->preview));
}

TenureBulkEdit *
tenure_bulk_edit_new (TenureWindow *window, TenureRecordType type, GArray *ids)
{
  TenureBulkEdit *self = g_object_new (TENURE_TYPE_BULK_EDIT, "transient-for", window, NULL);

  self->window = g_object_ref (window);
  self->document = g_object_ref (tenure_window_get_document (window));
  self->type = type;
  self->n_records = ids->len;
  show_title (self, ids->len);
  add_parts (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bulk.apply", FALSE);
  read_records (self, ids, MIN (ids->len, FIRST_RECORDS));
  return self;
}
