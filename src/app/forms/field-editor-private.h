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

  GtkWidget *row;        /* AdwEntryRow, AdwComboRow, AdwActionRow, or AdwPreferencesRow around a text view */
  GtkAccessible *spoken; /* what a screen reader speaks of: what has the keyboard within the row */
  GtkWidget *note;       /* AdwPreferencesRow */
  GtkLabel *note_label;
  GtkWidget *help;       /* pops the help up; NULL for a field without */
  GtkWidget *text_view;  /* of long text */
  GtkTextBuffer *buffer; /* of long text */
  GPtrArray *values;     /* of TenureValue: what each choice sets */
  gboolean filling;      /* the editor writes its own row */
  gboolean problem;

  /* Filters. */
  GtkWidget *use_filter;
  GtkWidget *clear_filter;
  char *refused; /* why what is on screen cannot be the rule; NULL when that was not tried */

  /* References. */
  GtkWidget *add_new; /* a button that makes a record of the name that was typed; NULL where none can be made */
  GtkPopover *popover;
  GtkListBox *matches;
};

/* reference-editor.c: makes an entry row offer the records that match what is typed. */
void tenure_field_editor_offer_matches (TenureFieldEditor *self);

/* filter-editor.c: a row with a filter in words; what the row says; and showing it. */
GtkWidget *tenure_field_editor_filter_row_new (TenureFieldEditor *self);
void tenure_field_editor_describe_filter (TenureFieldEditor *self, TenureFormRow *row);
void tenure_field_editor_show_filter (TenureFieldEditor *self, const TenureFormRow *row);

/* Tells the form that the draft was written to, and shows the consequences. */
void tenure_field_editor_changed (TenureFieldEditor *self);

G_END_DECLS
