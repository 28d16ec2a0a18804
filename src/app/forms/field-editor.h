#pragma once

#include "app/forms/form-model.h"
#include "store/reader.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The widgets of one field of a draft: a row to type or choose in, and under it a line that says what is wrong or how
 * the words are understood. It writes to the draft as the user types; what it shows comes from tenure_form_row().
 * Ctrl+Shift+Backspace makes the field not recorded. */
typedef struct _TenureFieldEditor TenureFieldEditor;

typedef struct
{
  void (*changed) (gpointer data);   /* the draft was written to */
  void (*activated) (gpointer data); /* Enter was pressed in an entry */
  /* What the form says of a row beyond the field: label, hint, problem; NULL for nothing. */
  void (*amend) (gpointer data, const TenureDraft *draft, TenureFormRow *row);
  gpointer data;
  TenureReader *reader; /* where references are looked for */
  GPtrArray *created;   /* of TenureRecord: records made on the way */
  const char *filter;   /* what the pages are narrowed down to, as text; NULL for nothing */
} TenureFieldEditorContext;

/* @draft and @context are lent and outlive the editor. The editor is freed with its row. */
TenureFieldEditor *tenure_field_editor_new (TenureDraft *draft,
                                            const TenureFormRow *row,
                                            const TenureFieldEditorContext *context);

/* The two rows, to be put under one another. */
GtkWidget *tenure_field_editor_get_row (TenureFieldEditor *self);
GtkWidget *tenure_field_editor_get_note (TenureFieldEditor *self);

/* Shows the draft as it is now; words that are being typed are left alone. */
void tenure_field_editor_refresh (TenureFieldEditor *self);

/* Pops up what the field means; nothing for a field without help. */
void tenure_field_editor_show_help (TenureFieldEditor *self);

/* Whether it edits @field of @draft. */
gboolean tenure_field_editor_edits (TenureFieldEditor *self, const TenureDraft *draft, guint field);

/* Whether the field is needed and nothing is recorded in it. */
gboolean tenure_field_editor_is_wanting (TenureFieldEditor *self);

/* Whether nothing is recorded in the field. */
gboolean tenure_field_editor_is_blank (TenureFieldEditor *self);

/* Whether the field has a problem. */
gboolean tenure_field_editor_has_problem (TenureFieldEditor *self);

G_END_DECLS
