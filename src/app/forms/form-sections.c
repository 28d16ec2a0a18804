#include "config.h"
#include "app/forms/form-sections-private.h"

#include "app/forms/funder-shares.h"
#include "app/forms/scroll-to.h"

#include "base/i18n.h"

void
tenure_form_place_add (const TenureFormPlace *place, GtkWidget *row)
{
  if (place->expander != NULL)
    adw_expander_row_add_row (place->expander, row);
  else
    adw_preferences_group_add (place->group, row);
}

/* --- Fields -------------------------------------------------------------------------------------------------- */

TenureFieldEditor *
tenure_form_sections_add_editor (TenureFormSections *self,
                                 const TenureFormPlace *place,
                                 TenureDraft *draft,
                                 const TenureFormRow *row)
{
  TenureFieldEditor *editor = tenure_field_editor_new (draft, row, self->context);

  tenure_form_place_add (place, tenure_field_editor_get_row (editor));
  tenure_form_place_add (place, tenure_field_editor_get_note (editor));
  g_ptr_array_add (self->editors, editor);
  return editor;
}

static void
add_rows (TenureFormSections *self, const TenureFormPlace *place, TenureDraft *draft, GPtrArray *rows, gboolean secondary)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const TenureFormRow *row = g_ptr_array_index (rows, i);

      if (row->secondary == secondary)
        tenure_form_sections_add_editor (self, place, draft, row);
    }
}

static guint
count_secondary (GPtrArray *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += ((const TenureFormRow *) g_ptr_array_index (rows, i))->secondary ? 1 : 0;
  return n;
}

/* What is seldom used waits behind one row, so that a new record can be typed in without scrolling past it. */
void
tenure_form_sections_add_group (TenureFormSections *self,
                                const TenureFormPlace *place,
                                TenureDraft *draft,
                                const TenureFormGroup *group)
{
  guint n_secondary = count_secondary (group->rows);
  g_autofree char *title = NULL;
  TenureFormPlace more = { NULL };

  add_rows (self, place, draft, group->rows, FALSE);
  if (n_secondary == 0)
    return;
  if (n_secondary <= 2 || n_secondary == group->rows->len)
    {
      add_rows (self, place, draft, group->rows, TRUE);
      return;
    }
  title = g_strdup_printf (ngettext ("%u more field", "%u more fields", n_secondary), n_secondary);
  more.expander = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more.expander), title);
  tenure_form_place_add (place, GTK_WIDGET (more.expander));
  add_rows (self, &more, draft, group->rows, TRUE);
}

void
tenure_form_focus (GtkWidget *widget)
{
  /* A row that expands takes the keyboard in its head, which it does not say of itself. */
  if (ADW_IS_EXPANDER_ROW (widget))
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (widget);
  tenure_scroll_to_soon (widget);
}

static void
focus_editor (TenureFieldEditor *editor)
{
  tenure_form_focus (tenure_field_editor_get_row (editor));
}

/* --- Closed groups ------------------------------------------------------------------------------------------- */

/* What comes to matter, or has a fault, opens once; it closes by hand alone, and then stays so. */
static void
closed_group_follow (TenureClosedGroup *closed, const TenureFormGroup *group)
{
  g_autofree char *count = tenure_form_group_dup_count (group);

  adw_expander_row_set_subtitle (closed->row, count);
  if ((group->open && !closed->open) || (group->faulty && !closed->faulty))
    adw_expander_row_set_expanded (closed->row, TRUE);
  closed->open = group->open;
  closed->faulty = group->faulty;
}

static void
add_closed_group (TenureFormSections *self, AdwPreferencesGroup *box, const TenureFormGroup *group)
{
  TenureClosedGroup *closed = g_new0 (TenureClosedGroup, 1);
  TenureFormPlace inside = { NULL };

  closed->name = group->name;
  closed->row = inside.expander = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (closed->row), group->title);
  closed_group_follow (closed, group);
  adw_preferences_group_add (box, GTK_WIDGET (closed->row));
  for (guint i = 0; i < group->rows->len; i++)
    tenure_form_sections_add_editor (self, &inside, self->draft, g_ptr_array_index (group->rows, i));
  g_ptr_array_add (self->closed, closed);
}

/* --- Sections ------------------------------------------------------------------------------------------------ */

static AdwPreferencesGroup *
append_section (GtkBox *box, const char *title)
{
  AdwPreferencesGroup *section = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (section, title);
  gtk_box_append (box, GTK_WIDGET (section));
  return section;
}

/* A section for each group that is open; closed ones beside each other share a section without a heading. */
static void
add_groups (TenureFormSections *self, GtkBox *box)
{
  g_autoptr (GPtrArray) groups = tenure_form_rows (self->draft);
  AdwPreferencesGroup *closed = NULL;

  for (guint i = 0; i < groups->len; i++)
    {
      const TenureFormGroup *group = g_ptr_array_index (groups, i);

      if (group->open)
        {
          TenureFormPlace place = { .group = append_section (box, group->title) };

          tenure_form_sections_add_group (self, &place, self->draft, group);
          closed = NULL;
          continue;
        }
      if (closed == NULL)
        closed = append_section (box, "");
      add_closed_group (self, closed, group);
    }
}

TenureFormSections *
tenure_form_sections_new (GtkBox *box, TenureDraft *draft, const TenureFieldEditorContext *context)
{
  TenureFormSections *self = g_new0 (TenureFormSections, 1);

  self->context = context;
  self->box = GTK_WIDGET (box);
  self->draft = draft;
  self->editors = g_ptr_array_new ();
  self->children = g_ptr_array_new_with_free_func (g_free);
  self->lists = g_ptr_array_new_with_free_func (tenure_child_list_free);
  self->closed = g_ptr_array_new_with_free_func (g_free);
  add_groups (self, box);
  tenure_form_sections_add_lists (self, box, draft);
  tenure_form_sections_add_beside (self, box);
  return self;
}

void
tenure_form_sections_free (TenureFormSections *self)
{
  g_ptr_array_unref (self->editors);
  g_ptr_array_unref (self->children);
  g_ptr_array_unref (self->lists);
  g_ptr_array_unref (self->closed);
  g_free (self);
}

void
tenure_form_sections_refresh (TenureFormSections *self)
{
  if (self->draft->record->type == TENURE_RECORD_AGREEMENT)
    tenure_funder_shares_propose (self->draft);
  for (guint i = 0; i < self->editors->len; i++)
    tenure_field_editor_refresh (g_ptr_array_index (self->editors, i));
  for (guint i = 0; i < self->children->len; i++)
    tenure_child_row_show_title (g_ptr_array_index (self->children, i));
  for (guint i = 0; i < self->lists->len; i++)
    tenure_child_list_refresh (g_ptr_array_index (self->lists, i));
  for (guint i = 0; i < self->closed->len; i++)
    {
      TenureClosedGroup *closed = g_ptr_array_index (self->closed, i);
      g_autoptr (TenureFormGroup) group = tenure_form_group (self->draft, closed->name);

      closed_group_follow (closed, group);
    }
}

/* The field in which @focus is, or NULL. */
static TenureFieldEditor *
find_around (TenureFormSections *self, GtkWidget *focus)
{
  for (guint i = 0; i < self->editors->len; i++)
    {
      GtkWidget *row = tenure_field_editor_get_row (g_ptr_array_index (self->editors, i));

      if (focus == row || gtk_widget_is_ancestor (focus, row))
        return g_ptr_array_index (self->editors, i);
    }
  return NULL;
}

void
tenure_form_sections_show_help (TenureFormSections *self, GtkWidget *focus)
{
  TenureFieldEditor *editor = find_around (self, focus);

  if (editor != NULL)
    tenure_field_editor_show_help (editor);
}

/* --- Going on ------------------------------------------------------------------------------------------------ */

/* Where Enter goes to from a field: the nearest place below it. */
typedef struct
{
  TenureFormSections *sections;
  double from; /* how far down the form it starts */
  double at;   /* how far down the nearest is */
  GtkWidget *next;
} Walk;

/* How far down the form a widget stands. Children that are opened later have their fields made later. */
static double
get_place (TenureFormSections *self, GtkWidget *widget)
{
  double x = 0, y = 0;

  gtk_widget_translate_coordinates (widget, self->box, 0, 0, &x, &y);
  return y;
}

static void
consider (Walk *walk, GtkWidget *widget)
{
  double place;

  if (widget == NULL || !gtk_widget_get_mapped (widget))
    return;
  place = get_place (walk->sections, widget);
  if (place <= walk->from || place >= walk->at)
    return;
  walk->next = widget;
  walk->at = place;
}

gboolean
tenure_form_sections_focus_next (TenureFormSections *self, GtkWidget *focus)
{
  TenureFieldEditor *here = find_around (self, focus);
  Walk walk = { .sections = self, .at = G_MAXDOUBLE };

  if (here == NULL)
    return FALSE;
  walk.from = get_place (self, tenure_field_editor_get_row (here));
  for (guint i = 0; i < self->editors->len; i++)
    consider (&walk, tenure_field_editor_get_row (g_ptr_array_index (self->editors, i)));
  for (guint i = 0; i < self->lists->len; i++)
    {
      const TenureChildList *list = g_ptr_array_index (self->lists, i);

      consider (&walk, list->add);
      consider (&walk, list->another);
    }
  for (guint i = 0; i < self->closed->len; i++)
    {
      const TenureClosedGroup *closed = g_ptr_array_index (self->closed, i);

      if (!adw_expander_row_get_expanded (closed->row))
        consider (&walk, GTK_WIDGET (closed->row));
    }
  if (walk.next != NULL)
    tenure_form_focus (walk.next);
  return walk.next != NULL;
}

static void
open_around (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (ADW_IS_EXPANDER_ROW (widget))
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
}

static TenureFieldEditor *
find_first (TenureFormSections *self, gboolean (*is_such) (TenureFieldEditor *editor))
{
  for (guint i = 0; i < self->editors->len; i++)
    if (is_such (g_ptr_array_index (self->editors, i)))
      return g_ptr_array_index (self->editors, i);
  return NULL;
}

/* A record that is to be filled in begins at its first blank field, past what the form has filled in by itself: the
 * agreement that a payment is made under. Any other, at the first of all. */
static void
focus_first (TenureFormSections *self)
{
  gboolean filling = find_first (self, tenure_field_editor_is_wanting) != NULL;
  TenureFieldEditor *first = filling ? find_first (self, tenure_field_editor_is_blank) : NULL;

  if (first == NULL && self->editors->len > 0)
    first = g_ptr_array_index (self->editors, 0);
  if (first != NULL)
    gtk_widget_grab_focus (tenure_field_editor_get_row (first));
}

void
tenure_form_sections_focus (TenureFormSections *self)
{
  /* Children that were never opened have no fields to point at yet. */
  for (guint i = 0; i < self->children->len; i++)
    {
      TenureChildRow *child = g_ptr_array_index (self->children, i);

      if (!tenure_draft_is_void (child->draft) && !tenure_draft_is_valid (child->draft))
        tenure_child_row_build (child);
    }
  for (guint i = 0; i < self->editors->len; i++)
    {
      TenureFieldEditor *editor = g_ptr_array_index (self->editors, i);

      if (!tenure_field_editor_has_problem (editor))
        continue;
      open_around (tenure_field_editor_get_row (editor));
      focus_editor (editor);
      return;
    }
  focus_first (self);
}

static void
focus_field_of (TenureFormSections *self, const TenureDraft *draft, guint field)
{
  for (guint i = 0; i < self->editors->len; i++)
    {
      TenureFieldEditor *editor = g_ptr_array_index (self->editors, i);

      if (!tenure_field_editor_edits (editor, draft, field))
        continue;
      open_around (tenure_field_editor_get_row (editor));
      focus_editor (editor);
      return;
    }
}

void
tenure_form_sections_focus_field (TenureFormSections *self, guint field)
{
  focus_field_of (self, self->draft, field);
}

static void
focus_child_field (TenureFormSections *self, TenureChildRow *child, guint field)
{
  tenure_child_row_build (child);
  focus_field_of (self, child->draft, field);
}

void
tenure_form_sections_focus_child (TenureFormSections *self, TenureRecordType type, guint place, guint field)
{
  for (guint i = 0; i < self->children->len; i++)
    {
      TenureChildRow *child = g_ptr_array_index (self->children, i);

      if (child->list->draft != self->draft || child->list->type != type || place-- > 0)
        continue;
      focus_child_field (self, child, field);
      return;
    }
}

void
tenure_form_sections_focus_child_field (TenureFormSections *self, TenureRecordType type, TenureId id, guint field)
{
  for (guint i = 0; i < self->children->len; i++)
    {
      TenureChildRow *child = g_ptr_array_index (self->children, i);

      if (child->draft->record->type != type || child->draft->record->id != id)
        continue;
      focus_child_field (self, child, field);
      return;
    }
}
