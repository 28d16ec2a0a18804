#pragma once

#include "app/forms/form-sections.h"

G_BEGIN_DECLS

/* Where rows go: a section of the form, or the inside of an expander. */
typedef struct
{
  AdwPreferencesGroup *group;
  AdwExpanderRow *expander;
} TenureFormPlace;

struct _TenureFormSections
{
  const TenureFieldEditorContext *context;
  GtkWidget *box;      /* that holds all of it */
  TenureDraft *draft;  /* of the record that the form is for */
  GPtrArray *editors;  /* of TenureFieldEditor, in the order in which they were made; owned by their rows */
  GPtrArray *children; /* of TenureChildRow */
  GPtrArray *lists;    /* of TenureChildList */
  GPtrArray *closed;   /* of TenureClosedGroup */
};

/* A group that did not matter when the form was made: one row, which says how much is recorded in it. */
typedef struct
{
  const char *name; /* in the catalogue */
  AdwExpanderRow *row;
  gboolean faulty, open; /* as the model had it when it was last asked */
} TenureClosedGroup;

/* The list of one kind of child of one draft. */
typedef struct
{
  TenureFormSections *sections;
  TenureDraft *draft;
  TenureRecordType type;
  TenureFormPlace place;
  gboolean aside;         /* in an expander of its own, which says how many there are */
  GtkWidget *divide;      /* of funders: gives all of them the same share; NULL for other lists */
  GtkWidget *add;         /* the button at its head */
  GtkWidget *another;     /* the same at its end, where the keyboard comes to from the last field of a child */
  GtkWidget *another_row; /* around it; shown while a child is open. NULL until one was */
} TenureChildList;

/* One child in a list. Its fields are made when it is first opened: a board may have forty seats. */
typedef struct
{
  TenureChildList *list;
  TenureDraft *draft;
  AdwExpanderRow *row;
  gboolean built;
} TenureChildRow;

/* Puts @row at the end of @place. */
void tenure_form_place_add (const TenureFormPlace *place, GtkWidget *row);

/* The fields of @group of @draft, at the end of @place. */
void tenure_form_sections_add_group (TenureFormSections *self,
                                     const TenureFormPlace *place,
                                     TenureDraft *draft,
                                     const TenureFormGroup *group);

/* Puts the keyboard on @widget, and what is scrolled to where it can be seen. */
void tenure_form_focus (GtkWidget *widget);

/* An editor of the field that @row shows, at the end of @place. */
TenureFieldEditor *tenure_form_sections_add_editor (TenureFormSections *self,
                                                    const TenureFormPlace *place,
                                                    TenureDraft *draft,
                                                    const TenureFormRow *row);

/* form-beside.c: a section for what is beside the draft, at the head of @box; nothing where nothing is. */
void tenure_form_sections_add_beside (TenureFormSections *self, GtkBox *box);

/* form-children.c: a list for each kind of child of @draft, at the end of @box. */
void tenure_form_sections_add_lists (TenureFormSections *self, GtkBox *box, TenureDraft *draft);
void tenure_child_list_free (gpointer list);

/* Of a list aside, which is closed at first: says how many it holds; what nothing was filled into does not count. Of
 * funders: says what their shares make together. */
void tenure_child_list_refresh (TenureChildList *list);

/* Makes the fields of a child, if they are not there. */
void tenure_child_row_build (TenureChildRow *child);
void tenure_child_row_show_title (TenureChildRow *child);

G_END_DECLS
