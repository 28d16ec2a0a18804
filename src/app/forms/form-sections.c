#include "config.h"
#include "app/forms/form-sections.h"

#include "app/forms/scroll-to.h"

#include "base/i18n.h"

/* Where rows go: a section of the form, or the inside of an expander. */
typedef struct
{
  AdwPreferencesGroup *group;
  AdwExpanderRow *expander;
} Place;

struct _TenureFormSections
{
  const TenureFieldEditorContext *context;
  GtkWidget *box;      /* that holds all of it */
  TenureDraft *draft;  /* of the record that the form is for */
  GPtrArray *editors;  /* of TenureFieldEditor, in the order in which they were made; owned by their rows */
  GPtrArray *children; /* of ChildRow */
  GPtrArray *lists;    /* of ChildList */
};

/* The list of one kind of child of one draft. */
typedef struct
{
  TenureFormSections *sections;
  TenureDraft *draft;
  TenureRecordType type;
  Place place;
} ChildList;

/* One child in a list. Its fields are made when it is first opened: a board may have forty seats. */
typedef struct
{
  TenureFormSections *sections;
  TenureDraft *draft;
  AdwExpanderRow *row;
  gboolean built;
} ChildRow;

static void
place_add (const Place *place, GtkWidget *row)
{
  if (place->expander != NULL)
    adw_expander_row_add_row (place->expander, row);
  else
    adw_preferences_group_add (place->group, row);
}

/* --- Fields -------------------------------------------------------------------------------------------------- */

static void
add_editor (TenureFormSections *self, const Place *place, TenureDraft *draft, const TenureFormRow *row)
{
  TenureFieldEditor *editor = tenure_field_editor_new (draft, row, self->context);

  place_add (place, tenure_field_editor_get_row (editor));
  place_add (place, tenure_field_editor_get_note (editor));
  g_ptr_array_add (self->editors, editor);
}

static void
add_rows (TenureFormSections *self, const Place *place, TenureDraft *draft, GPtrArray *rows, gboolean secondary)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const TenureFormRow *row = g_ptr_array_index (rows, i);

      if (row->secondary == secondary)
        add_editor (self, place, draft, row);
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
static void
add_group_rows (TenureFormSections *self, const Place *place, TenureDraft *draft, const TenureFormGroup *group)
{
  guint n_secondary = count_secondary (group->rows);
  g_autofree char *title = NULL;
  Place more = { NULL };

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
  place_add (place, GTK_WIDGET (more.expander));
  add_rows (self, &more, draft, group->rows, TRUE);
}

/* --- Children ------------------------------------------------------------------------------------------------ */

static void add_nested_lists (TenureFormSections *self, const Place *place, TenureDraft *draft);

static void
show_child_title (ChildRow *child)
{
  g_autofree char *own = tenure_draft_dup_title (child->draft);
  const char *title = own != NULL ? own : _ (tenure_record_def (child->draft->record->type)->new_label);
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (child->row), escaped);
}

static void
remove_clicked_cb (ChildRow *child)
{
  const TenureFieldEditorContext *context = child->sections->context;

  tenure_draft_remove (child->draft);
  gtk_widget_set_visible (GTK_WIDGET (child->row), FALSE);
  context->changed (context->data);
}

static void
build_child (ChildRow *child)
{
  Place inside = { .expander = child->row };
  g_autoptr (GPtrArray) groups = NULL;

  if (child->built)
    return;
  child->built = TRUE;
  groups = tenure_form_rows (child->draft);
  for (guint i = 0; i < groups->len; i++)
    add_group_rows (child->sections, &inside, child->draft, g_ptr_array_index (groups, i));
  add_nested_lists (child->sections, &inside, child->draft);
}

static void
expanded_cb (ChildRow *child)
{
  if (adw_expander_row_get_expanded (child->row))
    build_child (child);
}

static GtkWidget *
remove_button_new (ChildRow *child)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remove"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_clicked_cb), child);
  return button;
}

static void
add_child_row (ChildList *list, TenureDraft *draft, gboolean expand)
{
  ChildRow *child = g_new0 (ChildRow, 1);

  child->sections = list->sections;
  child->draft = draft;
  child->row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  g_ptr_array_add (list->sections->children, child);
  show_child_title (child);
  adw_expander_row_add_action (child->row, remove_button_new (child));
  g_signal_connect_swapped (child->row, "notify::expanded", G_CALLBACK (expanded_cb), child);
  place_add (&list->place, GTK_WIDGET (child->row));
  adw_expander_row_set_expanded (child->row, expand);
}

static void
focus_editor (TenureFieldEditor *editor)
{
  GtkWidget *row = tenure_field_editor_get_row (editor);

  gtk_widget_grab_focus (row);
  tenure_scroll_to_soon (row);
}

static void
add_clicked_cb (ChildList *list)
{
  const TenureFieldEditorContext *context = list->sections->context;
  TenureDraft *draft = tenure_draft_new (list->type, tenure_record_get_currency (list->draft->record));
  guint first = list->sections->editors->len;

  tenure_draft_add_child (list->draft, draft);
  if (list->place.expander != NULL)
    adw_expander_row_set_expanded (list->place.expander, TRUE);
  add_child_row (list, draft, TRUE);
  context->changed (context->data);
  if (first < list->sections->editors->len)
    focus_editor (g_ptr_array_index (list->sections->editors, first));
}

static GtkWidget *
add_button_new (ChildList *list)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  const char *label = _ (tenure_record_def (list->type)->add_label);

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_clicked_cb), list);
  return button;
}

static ChildList *
child_list_new (TenureFormSections *self, TenureDraft *draft, TenureRecordType type)
{
  ChildList *list = g_new0 (ChildList, 1);

  list->sections = self;
  list->draft = draft;
  list->type = type;
  g_ptr_array_add (self->lists, list);
  return list;
}

static void
fill_child_list (ChildList *list)
{
  for (guint i = 0; i < list->draft->children->len; i++)
    {
      TenureDraft *child = g_ptr_array_index (list->draft->children, i);

      if (child->record->type == list->type && !child->removed)
        add_child_row (list, child, FALSE);
    }
}

/* Within an expander: a row with the Add button, the children under it. */
static void
add_nested_lists (TenureFormSections *self, const Place *place, TenureDraft *draft)
{
  for (const TenureRecordType *type = tenure_draft_child_types (draft->record->type); *type != TENURE_RECORD_NONE; type++)
    {
      ChildList *list = child_list_new (self, draft, *type);
      GtkWidget *head = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (head), _ (tenure_record_def (*type)->label_plural));
      adw_action_row_add_suffix (ADW_ACTION_ROW (head), add_button_new (list));
      list->place = *place;
      place_add (place, head);
      fill_child_list (list);
    }
}

/* A list with a group of its own. */
static void
add_list (TenureFormSections *self, GtkBox *box, TenureDraft *draft, TenureRecordType type)
{
  ChildList *list = child_list_new (self, draft, type);

  list->place.group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (list->place.group, _ (tenure_record_def (type)->label_plural));
  adw_preferences_group_set_header_suffix (list->place.group, add_button_new (list));
  gtk_box_append (box, GTK_WIDGET (list->place.group));
  fill_child_list (list);
}

static guint
count_children (const TenureDraft *draft, TenureRecordType type)
{
  guint n = 0;

  for (guint i = 0; i < draft->children->len; i++)
    n += ((const TenureDraft *) g_ptr_array_index (draft->children, i))->record->type == type;
  return n;
}

/* A list that most records leave empty: one closed row that says how many there are. */
static void
add_list_aside (TenureFormSections *self, AdwPreferencesGroup *group, TenureDraft *draft, TenureRecordType type)
{
  ChildList *list = child_list_new (self, draft, type);
  guint n = count_children (draft, type);
  g_autofree char *count =
      n > 0 ? g_strdup_printf (ngettext ("%u recorded", "%u recorded", n), n) : g_strdup (_ ("None recorded"));

  list->place.expander = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (list->place.expander), _ (tenure_record_def (type)->label_plural));
  adw_expander_row_set_subtitle (list->place.expander, count);
  adw_expander_row_add_action (list->place.expander, add_button_new (list));
  adw_preferences_group_add (group, GTK_WIDGET (list->place.expander));
  fill_child_list (list);
}

static void
add_lists (TenureFormSections *self, GtkBox *box, TenureDraft *draft)
{
  AdwPreferencesGroup *aside = NULL;

  for (const TenureRecordType *type = tenure_draft_child_types (draft->record->type); *type != TENURE_RECORD_NONE; type++)
    {
      if (!tenure_record_def (*type)->aside)
        {
          add_list (self, box, draft, *type);
          continue;
        }
      if (aside == NULL)
        {
          aside = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (aside, _ ("More to record"));
          gtk_box_append (box, GTK_WIDGET (aside));
        }
      add_list_aside (self, aside, draft, *type);
    }
}

/* --- Sections ------------------------------------------------------------------------------------------------ */

TenureFormSections *
tenure_form_sections_new (GtkBox *box, TenureDraft *draft, const TenureFieldEditorContext *context)
{
  TenureFormSections *self = g_new0 (TenureFormSections, 1);
  g_autoptr (GPtrArray) groups = tenure_form_rows (draft);

  self->context = context;
  self->box = GTK_WIDGET (box);
  self->draft = draft;
  self->editors = g_ptr_array_new ();
  self->children = g_ptr_array_new_with_free_func (g_free);
  self->lists = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < groups->len; i++)
    {
      const TenureFormGroup *group = g_ptr_array_index (groups, i);
      Place place = { .group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ()) };

      adw_preferences_group_set_title (place.group, group->title);
      add_group_rows (self, &place, draft, group);
      gtk_box_append (box, GTK_WIDGET (place.group));
    }
  add_lists (self, box, draft);
  return self;
}

void
tenure_form_sections_free (TenureFormSections *self)
{
  g_ptr_array_unref (self->editors);
  g_ptr_array_unref (self->children);
  g_ptr_array_unref (self->lists);
  g_free (self);
}

void
tenure_form_sections_refresh (TenureFormSections *self)
{
  for (guint i = 0; i < self->editors->len; i++)
    tenure_field_editor_refresh (g_ptr_array_index (self->editors, i));
  for (guint i = 0; i < self->children->len; i++)
    show_child_title (g_ptr_array_index (self->children, i));
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

/* How far down the form a field stands. Children that are opened later have their editors made later. */
static double
get_place (TenureFormSections *self, TenureFieldEditor *editor)
{
  GtkWidget *row = tenure_field_editor_get_row (editor);
  double x = 0, y = 0;

  gtk_widget_translate_coordinates (row, self->box, 0, 0, &x, &y);
  return y;
}

gboolean
tenure_form_sections_focus_next (TenureFormSections *self, GtkWidget *focus)
{
  TenureFieldEditor *here = find_around (self, focus), *next = NULL;
  double from = here != NULL ? get_place (self, here) : 0, nearest = G_MAXDOUBLE;

  for (guint i = 0; here != NULL && i < self->editors->len; i++)
    {
      TenureFieldEditor *editor = g_ptr_array_index (self->editors, i);
      double place = get_place (self, editor);

      if (!gtk_widget_get_mapped (tenure_field_editor_get_row (editor)) || place <= from || place >= nearest)
        continue;
      next = editor;
      nearest = place;
    }
  if (next != NULL)
    focus_editor (next);
  return next != NULL;
}

static void
open_around (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (ADW_IS_EXPANDER_ROW (widget))
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
}

/* Where a new record lacks something that is needed; otherwise, at the first field. */
static void
focus_first (TenureFormSections *self)
{
  TenureFieldEditor *first = self->editors->len > 0 ? g_ptr_array_index (self->editors, 0) : NULL;

  for (guint i = 0; i < self->editors->len; i++)
    if (tenure_field_editor_is_wanting (g_ptr_array_index (self->editors, i)))
      {
        first = g_ptr_array_index (self->editors, i);
        break;
      }
  if (first != NULL)
    gtk_widget_grab_focus (tenure_field_editor_get_row (first));
}

void
tenure_form_sections_focus (TenureFormSections *self)
{
  /* Children that were never opened have no fields to point at yet. */
  for (guint i = 0; i < self->children->len; i++)
    {
      ChildRow *child = g_ptr_array_index (self->children, i);

      if (!tenure_draft_is_void (child->draft) && !tenure_draft_is_valid (child->draft))
        build_child (child);
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

void
tenure_form_sections_focus_field (TenureFormSections *self, guint field)
{
  for (guint i = 0; i < self->editors->len; i++)
    {
      TenureFieldEditor *editor = g_ptr_array_index (self->editors, i);

      if (!tenure_field_editor_edits (editor, self->draft, field))
        continue;
      open_around (tenure_field_editor_get_row (editor));
      focus_editor (editor);
      return;
    }
}
