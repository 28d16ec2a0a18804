#pragma once

#include "app/forms/field-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The widgets of a draft, put together: a section a group, or one closed row where it does not matter for the record, and a
 * list with an Add button for each kind of child. */
typedef struct _TenureFormSections TenureFormSections;

/* Fills @box. @draft and @context are lent and outlive the sections; free with tenure_form_sections_free() once the
 * widgets are gone. */
TenureFormSections *tenure_form_sections_new (GtkBox *box, TenureDraft *draft, const TenureFieldEditorContext *context);
void tenure_form_sections_free (TenureFormSections *self);

/* Shows the draft as it is now, titles of children included; opens the groups that have come to matter. */
void tenure_form_sections_refresh (TenureFormSections *self);

/* Pops up the help of the field in which @focus is. */
void tenure_form_sections_show_help (TenureFormSections *self, GtkWidget *focus);

/* Puts the keyboard where it goes on after the field in which @focus is: into the next field of those that are open, onto a
 * group that is closed, or onto the button that adds to a list; so the last field of a funder leads to “Add a Funder”. FALSE
 * where nothing comes after it, in a form without lists. */
gboolean tenure_form_sections_focus_next (TenureFormSections *self, GtkWidget *focus);

/* Opens what hides the first field that has a problem and puts the keyboard there; without a problem, where something that
 * is needed is blank, into the first blank field, otherwise into the first of all. */
void tenure_form_sections_focus (TenureFormSections *self);

/* Opens what hides @field of the record itself and puts the keyboard there. */
void tenure_form_sections_focus_field (TenureFormSections *self, guint field);

/* The same for the child of @type that stands at @place among those of its type, from 0; nothing where there is none. */
void tenure_form_sections_focus_child (TenureFormSections *self, TenureRecordType type, guint place, guint field);

/* The same of @field of a child of the record. */
void tenure_form_sections_focus_child_field (TenureFormSections *self, TenureRecordType type, TenureId id, guint field);

G_END_DECLS
