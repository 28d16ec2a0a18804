#pragma once

#include "app/forms/form-model.h"
#include "store/document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A dialog that edits a draft: a section for each group of the catalogue, a list for each kind of child. Enter goes on to
 * the next field and saves in the last one, Ctrl+Enter saves from anywhere, Escape leaves, F1 explains the field. What is
 * wrong is said beside the field. Saving is one edit of the document.
 *
 * Signals:
 *   ::created (const char *words), before that: what was made beside it, "New organisation: “Lantern Trust”"
 *   ::saved (int type, gint64 id): the draft is in the document
 *   ::dropped (): left without saving although something was changed; tenure_record_form_steal_draft() keeps it */
#define TENURE_TYPE_RECORD_FORM (tenure_record_form_get_type ())
G_DECLARE_FINAL_TYPE (TenureRecordForm, tenure_record_form, TENURE, RECORD_FORM, AdwWindow)

/* @filter: (nullable): what the pages are narrowed down to, as text: what a rule can be replaced by
 * @draft: transfer full. */
TenureRecordForm *tenure_record_form_new (TenureDocument *document, const char *filter, TenureDraft *draft);

/* Opens what hides @field and puts the keyboard there. */
void tenure_record_form_focus_field (TenureRecordForm *self, guint field);

/* The same for the child of @type at @place among those of its type, from 0; nothing where there is none. */
void tenure_record_form_focus_child (TenureRecordForm *self, TenureRecordType type, guint place, guint field);

/* The same of @field of a stored record of @type that is edited in the form of what it belongs to. */
void tenure_record_form_focus_child_field (TenureRecordForm *self, TenureRecordType type, TenureId id, guint field);

/* The draft with everything in it; the form is empty afterwards. Within ::dropped. */
TenureDraft *tenure_record_form_steal_draft (TenureRecordForm *self);

G_END_DECLS
