#include "config.h"
#include "app/forms/record-form.h"

#include "app/empty-state.h"
#include "app/forms/draft-lead.h"
#include "app/forms/draft-store.h"
#include "app/forms/form-sections.h"
#include "app/forms/procurement-words.h"
#include "app/forms/renewal.h"
#include "app/gtk/text-scale.h"
#include "app/gtk/toast.h"

#include "base/i18n.h"

struct _TenureRecordForm
{
  AdwWindow parent_instance;

  TenureDocument *document;
  TenureDraft *draft;
  TenureFieldEditorContext context;
  char *filter;
  TenureFormSections *sections;
  TenureDraftLead *lead; /* of an agreement; NULL for others */
  gboolean saved;

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  GtkBox *groups;
};

G_DEFINE_FINAL_TYPE (TenureRecordForm, tenure_record_form, ADW_TYPE_WINDOW)

enum
{
  CREATED,
  SAVED,
  DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Whether saving adds an agreement through which another one's money passes on. */
static gboolean
adds_sub_contract (const TenureDraft *draft)
{
  return draft->original == NULL && draft->record->type == TENURE_RECORD_AGREEMENT
         && tenure_record_is_known (draft->record, tenure_record_field_index (TENURE_RECORD_AGREEMENT, "lead_agreement"));
}

static void
show_title (TenureRecordForm *self)
{
  const TenureRecordDef *def = tenure_record_def (self->draft->record->type);
  const char *heading = tenure_draft_renews (self->draft) ? _ ("Renew the Agreement")
                        : adds_sub_contract (self->draft) ? _ ("Add a Sub-contract")
                        : self->draft->original == NULL   ? tenure_add_record_label (def->type)
                                                          : _ (def->label);
  g_autofree char *title = tenure_draft_dup_title (self->draft);

  adw_window_title_set_title (self->title, heading);
  adw_window_title_set_subtitle (self->title, title != NULL ? title : "");
  gtk_window_set_title (GTK_WINDOW (self), heading);
}

/* Saving can be tried at any time: what is missing is then pointed out. */
static void
changed_cb (gpointer data)
{
  TenureRecordForm *self = data;

  if (self->sections == NULL)
    return;
  tenure_form_sections_refresh (self->sections);
  show_title (self);
}

/* What contradicts the agreements above and below; beside the regime, what begins at which value. */
static void
amend_cb (gpointer data, const TenureDraft *draft, TenureFormRow *row)
{
  TenureRecordForm *self = data;

  if (draft == self->draft && self->lead != NULL && row->hint == NULL && row->problem == NULL)
    row->hint = tenure_draft_lead_dup_contradiction (self->lead, row->field);
  if (draft->record->type == TENURE_RECORD_AGREEMENT && row->remark == NULL
      && row->field == tenure_record_field_index (TENURE_RECORD_AGREEMENT, "regime"))
    row->remark = tenure_procurement_dup_lines (draft, self->context.reader, FALSE);
}

static void
save (TenureRecordForm *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *created = NULL;

  if (self->saved)
    return;
  if (!tenure_draft_is_valid (self->draft))
    {
      tenure_draft_insist (self->draft);
      tenure_form_sections_refresh (self->sections);
      tenure_form_sections_focus (self->sections);
      return;
    }
  if (!tenure_draft_save (self->draft, self->document, &error))
    {
      tenure_toast_show (self->toasts, tenure_toast_new (error->message));
      return;
    }
  self->saved = TRUE;
  created = tenure_draft_dup_created (self->draft);
  if (created != NULL)
    g_signal_emit (self, signals[CREATED], 0, created);
  g_signal_emit (self, signals[SAVED], 0, (int) self->draft->record->type, (gint64) self->draft->record->id);
  gtk_window_close (GTK_WINDOW (self));
}

/* Enter goes on; where there is nothing to go on to, it saves. */
static void
activated_cb (gpointer data)
{
  TenureRecordForm *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !tenure_form_sections_focus_next (self->sections, focus))
    save (self);
}

static void
save_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save (TENURE_RECORD_FORM (widget));
}

static void
help_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));

  if (focus != NULL)
    tenure_form_sections_show_help (TENURE_RECORD_FORM (widget)->sections, focus);
}

static gboolean
tenure_record_form_close_request (GtkWindow *window)
{
  TenureRecordForm *self = TENURE_RECORD_FORM (window);

  if (!self->saved && self->draft != NULL && tenure_draft_is_modified (self->draft))
    g_signal_emit (self, signals[DROPPED], 0);
  return GTK_WINDOW_CLASS (tenure_record_form_parent_class)->close_request (window);
}

static void
tenure_record_form_dispose (GObject *object)
{
  TenureRecordForm *self = TENURE_RECORD_FORM (object);
  GtkWidget *child;

  /* The editors write to the draft as long as their rows are there. */
  while (self->groups != NULL && (child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  self->groups = NULL;
  G_OBJECT_CLASS (tenure_record_form_parent_class)->dispose (object);
}

static void
tenure_record_form_finalize (GObject *object)
{
  TenureRecordForm *self = TENURE_RECORD_FORM (object);

  g_clear_pointer (&self->sections, tenure_form_sections_free);
  g_clear_pointer (&self->lead, tenure_draft_lead_free);
  g_clear_pointer (&self->draft, tenure_draft_free);
  g_free (self->filter);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (tenure_record_form_parent_class)->finalize (object);
}

static void
tenure_record_form_class_init (TenureRecordFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tenure_record_form_dispose;
  object_class->finalize = tenure_record_form_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tenure_record_form_close_request;

  signals[CREATED] = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, G_TYPE_STRING);
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_INT, G_TYPE_INT64);
  signals[DROPPED] =
      g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/forms/record-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureRecordForm, title);
  gtk_widget_class_bind_template_child (widget_class, TenureRecordForm, toasts);
  gtk_widget_class_bind_template_child (widget_class, TenureRecordForm, groups);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action_cb);
  gtk_widget_class_install_action (widget_class, "form.help", NULL, help_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, 0, "form.help", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.save", NULL);
}

static void
tenure_record_form_init (TenureRecordForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_text_scale_window (GTK_WINDOW (self));
}

TenureRecordForm *
tenure_record_form_new (TenureDocument *document, const char *filter, TenureDraft *draft)
{
  TenureRecordForm *self = g_object_new (TENURE_TYPE_RECORD_FORM, NULL);

  self->document = g_object_ref (document);
  self->draft = draft;
  self->filter = g_strdup (filter);
  self->context = (TenureFieldEditorContext){
    .changed = changed_cb,
    .activated = activated_cb,
    .amend = amend_cb,
    .data = self,
    .reader = tenure_document_get_reader (document),
    .created = draft->created,
    .filter = self->filter,
  };
  if (draft->record->type == TENURE_RECORD_AGREEMENT)
    self->lead = tenure_draft_lead_new (draft, self->context.reader);
  self->sections = tenure_form_sections_new (self->groups, draft, &self->context);
  show_title (self);
  tenure_form_sections_focus (self->sections);
  return self;
}

void
tenure_record_form_focus_field (TenureRecordForm *self, guint field)
{
  tenure_form_sections_focus_field (self->sections, field);
}

void
tenure_record_form_focus_child (TenureRecordForm *self, TenureRecordType type, guint place, guint field)
{
  tenure_form_sections_focus_child (self->sections, type, place, field);
}

void
tenure_record_form_focus_child_field (TenureRecordForm *self, TenureRecordType type, TenureId id, guint field)
{
  tenure_form_sections_focus_child_field (self->sections, type, id, field);
}

TenureDraft *
tenure_record_form_steal_draft (TenureRecordForm *self)
{
  g_return_val_if_fail (TENURE_IS_RECORD_FORM (self), NULL);
  return g_steal_pointer (&self->draft);
}
