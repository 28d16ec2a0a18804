#include "config.h"
#include "app/forms/step-dialog.h"

#include "app/forms/field-editor.h"
#include "app/gtk/text-scale.h"
#include "app/gtk/toast.h"

#include "base/i18n.h"

struct _TenureStepDialog
{
  AdwWindow parent_instance;

  TenureDocument *document;
  TenureStep *step;
  TenureFieldEditorContext context;
  GPtrArray *editors; /* of TenureFieldEditor, owned by their rows */
  GPtrArray *notices; /* of AdwActionRow: the lines of @notice */
  GPtrArray *changes; /* of GtkLabel: the figures of @effects */
  gboolean following; /* an answer is being carried over */
  gboolean touched;
  gboolean saved;

  AdwWindowTitle *title;
  GtkButton *save_button;
  AdwToastOverlay *toasts;
  AdwPreferencesGroup *questions;
  AdwPreferencesGroup *notice;
  AdwPreferencesGroup *effects;
};

G_DEFINE_FINAL_TYPE (TenureStepDialog, tenure_step_dialog, ADW_TYPE_WINDOW)

enum
{
  SAVED,
  DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- Lines ---------------------------------------------------------------------------------------------------- */

static GtkWidget *
line_row_new (AdwPreferencesGroup *group)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
  return row;
}

/* There are as many lines each time: their rows are kept, so that a screen reader stays where it is. */
static void
show_notices (TenureStepDialog *self, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const TenureStepLine *line = lines->pdata[i];

      if (i == self->notices->len)
        g_ptr_array_add (self->notices, line_row_new (self->notice));
      adw_preferences_row_set_title (self->notices->pdata[i], line->label);
      adw_action_row_set_subtitle (self->notices->pdata[i], line->words);
    }
}

/* A figure stands at the end of its line. */
static GtkWidget *
figure_new (TenureStepDialog *self)
{
  GtkWidget *row = line_row_new (self->effects);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_widget_add_css_class (row, "tenure-figure-line");
  return label;
}

static void
show_figures (TenureStepDialog *self, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const TenureStepLine *line = lines->pdata[i];
      GtkWidget *label, *row;

      if (i == self->changes->len)
        g_ptr_array_add (self->changes, figure_new (self));
      label = self->changes->pdata[i];
      row = gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line->label);
      gtk_label_set_text (GTK_LABEL (label), line->words);
      if (line->changed)
        gtk_widget_remove_css_class (label, "dim-label");
      else
        gtk_widget_add_css_class (label, "dim-label");
    }
}

static void
show_consequences (TenureStepDialog *self)
{
  g_autoptr (GPtrArray) notice = tenure_step_notice (self->step);
  g_autoptr (GPtrArray) effects = tenure_step_effects (self->step);

  gtk_widget_set_visible (GTK_WIDGET (self->notice), notice != NULL);
  if (notice != NULL)
    show_notices (self, notice);
  show_figures (self, effects);
}

static void
refresh (TenureStepDialog *self)
{
  for (guint i = 0; i < self->editors->len; i++)
    tenure_field_editor_refresh (self->editors->pdata[i]);
  show_consequences (self);
}

/* --- Answers -------------------------------------------------------------------------------------------------- */

/* Once the step is taken out of the dialog, rows that lose the focus before they go have nothing to say. */
static void
changed_cb (gpointer data)
{
  TenureStepDialog *self = data;

  if (self->following || self->step == NULL)
    return;
  self->touched = TRUE;
  self->following = TRUE;
  tenure_step_follow (self->step);
  refresh (self);
  self->following = FALSE;
}

static void
amend_cb (gpointer data, const TenureDraft *draft, TenureFormRow *row)
{
  TenureStepDialog *self = data;

  if (self->step != NULL)
    tenure_step_amend (self->step, draft, row);
}

static void
point_at_problem (TenureStepDialog *self)
{
  for (guint i = 0; i < self->editors->len; i++)
    if (tenure_field_editor_has_problem (self->editors->pdata[i]))
      {
        gtk_widget_grab_focus (tenure_field_editor_get_row (self->editors->pdata[i]));
        return;
      }
}

static void
save (TenureStepDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (self->saved)
    return;
  if (!tenure_step_is_valid (self->step))
    {
      self->step->insisted = TRUE;
      refresh (self);
      point_at_problem (self);
      return;
    }
  if (!tenure_step_save (self->step, self->document, &error))
    {
      tenure_toast_show (self->toasts, tenure_toast_new (error->message));
      return;
    }
  self->saved = TRUE;
  g_signal_emit (self, signals[SAVED], 0, (gint64) self->step->agreement->record->id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save (TENURE_STEP_DIALOG (widget));
}

/* Enter: on to the next question; from the last one, saved. */
static void
activated_cb (gpointer data)
{
  TenureStepDialog *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  for (guint i = 0; focus != NULL && i + 1 < self->editors->len; i++)
    if (gtk_widget_is_ancestor (focus, tenure_field_editor_get_row (self->editors->pdata[i])))
      {
        gtk_widget_grab_focus (tenure_field_editor_get_row (self->editors->pdata[i + 1]));
        return;
      }
  save (self);
}

static void
help_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureStepDialog *self = TENURE_STEP_DIALOG (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  for (guint i = 0; focus != NULL && i < self->editors->len; i++)
    if (gtk_widget_is_ancestor (focus, tenure_field_editor_get_row (self->editors->pdata[i])))
      tenure_field_editor_show_help (self->editors->pdata[i]);
}

/* --- Window --------------------------------------------------------------------------------------------------- */

static gboolean
tenure_step_dialog_close_request (GtkWindow *window)
{
  TenureStepDialog *self = TENURE_STEP_DIALOG (window);

  if (!self->saved && self->touched && self->step != NULL)
    g_signal_emit (self, signals[DROPPED], 0);
  return GTK_WINDOW_CLASS (tenure_step_dialog_parent_class)->close_request (window);
}

/* The editors write to the drafts as long as their rows are there. */
static void
tenure_step_dialog_dispose (GObject *object)
{
  TenureStepDialog *self = TENURE_STEP_DIALOG (object);

  for (guint i = 0; i < self->editors->len; i++)
    {
      adw_preferences_group_remove (self->questions, tenure_field_editor_get_note (self->editors->pdata[i]));
      adw_preferences_group_remove (self->questions, tenure_field_editor_get_row (self->editors->pdata[i]));
    }
  g_ptr_array_set_size (self->editors, 0);
  G_OBJECT_CLASS (tenure_step_dialog_parent_class)->dispose (object);
}

static void
tenure_step_dialog_finalize (GObject *object)
{
  TenureStepDialog *self = TENURE_STEP_DIALOG (object);

  g_ptr_array_unref (self->editors);
  g_ptr_array_unref (self->notices);
  g_ptr_array_unref (self->changes);
  g_clear_pointer (&self->step, tenure_step_free);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (tenure_step_dialog_parent_class)->finalize (object);
}

static void
tenure_step_dialog_class_init (TenureStepDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tenure_step_dialog_dispose;
  object_class->finalize = tenure_step_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tenure_step_dialog_close_request;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_INT64);
  signals[DROPPED] =
      g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/forms/step-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureStepDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TenureStepDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TenureStepDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, TenureStepDialog, questions);
  gtk_widget_class_bind_template_child (widget_class, TenureStepDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, TenureStepDialog, effects);
  gtk_widget_class_install_action (widget_class, "step.save", NULL, save_action_cb);
  gtk_widget_class_install_action (widget_class, "step.help", NULL, help_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, 0, "step.help", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "step.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "step.save", NULL);
}

static void
tenure_step_dialog_init (TenureStepDialog *self)
{
  self->editors = g_ptr_array_new ();
  self->notices = g_ptr_array_new ();
  self->changes = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_text_scale_window (GTK_WINDOW (self));
}

static void
add_questions (TenureStepDialog *self)
{
  TenureStepQuestion questions[TENURE_STEP_MAX_QUESTIONS];
  guint n = tenure_step_get_questions (self->step, questions);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TenureFormRow) row = tenure_form_row (questions[i].draft, questions[i].field);
      TenureFieldEditor *editor;

      tenure_step_amend (self->step, questions[i].draft, row);
      editor = tenure_field_editor_new (questions[i].draft, row, &self->context);
      adw_preferences_group_add (self->questions, tenure_field_editor_get_row (editor));
      adw_preferences_group_add (self->questions, tenure_field_editor_get_note (editor));
      g_ptr_array_add (self->editors, editor);
    }
}

static const char *
explain_total (const TenureStep *step)
{
  switch (step->total)
    {
    case TENURE_STEP_TOTAL_FOLLOWS:
      return _ ("The value is recorded for each year, so the total follows the new end.");
    case TENURE_STEP_TOTAL_NO_BASIS:
      return _ ("Whether the value is for the whole term or for each year is not recorded: it stays as it is.");
    case TENURE_STEP_TOTAL_NO_VALUE:
      return _ ("No value is recorded, so there is no total to change.");
    case TENURE_STEP_TOTAL_ASKED:
    case TENURE_STEP_TOTAL_NONE:
    default:
      return NULL;
    }
}

TenureStepDialog *
tenure_step_dialog_new (TenureDocument *document, TenureStep *step)
{
  TenureStepDialog *self = g_object_new (TENURE_TYPE_STEP_DIALOG, NULL);
  gboolean ends = step->kind == TENURE_STEP_END_EARLY;
  const char *heading = ends ? _ ("End the Agreement Early") : _ ("Take Up an Option");
  const char *title = tenure_record_get_text_by_name (step->agreement->record, "title");

  self->document = g_object_ref (document);
  self->step = step;
  self->context = (TenureFieldEditorContext){
    .changed = changed_cb,
    .activated = activated_cb,
    .amend = amend_cb,
    .data = self,
    .reader = tenure_document_get_reader (document),
    .created = step->agreement->created,
  };
  adw_window_title_set_title (self->title, heading);
  adw_window_title_set_subtitle (self->title, title != NULL ? title : "");
  gtk_window_set_title (GTK_WINDOW (self), heading);
  gtk_button_set_label (self->save_button, ends ? _ ("End Early") : _ ("Take Up"));
  adw_preferences_group_set_description (self->questions, explain_total (step));
  add_questions (self);
  show_consequences (self);
  gtk_widget_grab_focus (tenure_field_editor_get_row (self->editors->pdata[0]));
  return self;
}

TenureStep *
tenure_step_dialog_steal_step (TenureStepDialog *self)
{
  g_return_val_if_fail (TENURE_IS_STEP_DIALOG (self), NULL);
  return g_steal_pointer (&self->step);
}
