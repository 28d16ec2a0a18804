#pragma once

#include "app/forms/field-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _TenureFieldEditor
{
  TenureDraft *draft;
  guint field;
  TenureFormRowKind kind;
  TenureRecordType refers_to;
  const TenureFieldEditorContext *context;

  GtkWidget *row;   /* AdwEntryRow, AdwComboRow, or AdwPreferencesRow around a text view */
  GtkWidget *note;  /* AdwPreferencesRow */
  GtkLabel *note_label;
  GtkWidget *help;       /* pops the help up; NULL for a field without */
  GtkWidget *text_view;  /* of long text */
  GtkTextBuffer *buffer; /* of long text */
  GPtrArray *values;     /* of TenureValue: what each choice sets */
  gboolean filling;      /* the editor writes its own row */
  gboolean problem;

  /* References. */
  GtkPopover *popover;
  GtkListBox *matches;
};

/* reference-editor.c: makes an entry row offer the records that match what is typed. */
void tenure_field_editor_offer_matches (TenureFieldEditor *self);

/* Tells the form that the draft was written to, and shows the consequences. */
void tenure_field_editor_changed (TenureFieldEditor *self);

G_END_DECLS
