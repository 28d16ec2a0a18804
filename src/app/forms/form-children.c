/* The lists of a form: funders, options, payments and whatever else belongs to the record that it is for. */

#include "config.h"
#include "app/forms/form-sections-private.h"

#include "app/forms/funder-shares.h"

#include "base/i18n.h"

static void
place_remove (const TenureFormPlace *place, GtkWidget *row)
{
  if (place->expander != NULL)
    adw_expander_row_remove (place->expander, row);
  else
    adw_preferences_group_remove (place->group, row);
}

/* --- Children ------------------------------------------------------------------------------------------------ */

static void add_nested_lists (TenureFormSections *self, const TenureFormPlace *place, TenureDraft *draft);

void
tenure_child_row_show_title (TenureChildRow *child)
{
  g_autofree char *own = tenure_draft_dup_title (child->draft);
  const char *title = own != NULL ? own : _ (tenure_record_def (child->draft->record->type)->new_label);
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (child->row), escaped);
}

/* What the funders' shares make together, as it stands. */
static void
show_shares (TenureChildList *list)
{
  g_autoptr (GPtrArray) funders = tenure_funder_shares_list (list->draft);
  g_autofree char *words = tenure_funder_shares_dup_words (funders);

  adw_preferences_group_set_description (list->place.group, words);
  gtk_widget_set_visible (list->divide, tenure_funder_shares_can_divide (list->draft));
}

void
tenure_child_list_refresh (TenureChildList *list)
{
  g_autofree char *count = NULL;
  guint n = 0;

  if (list->divide != NULL)
    show_shares (list);
  if (!list->aside)
    return;
  for (guint i = 0; i < list->draft->children->len; i++)
    {
      const TenureDraft *child = g_ptr_array_index (list->draft->children, i);

      n += child->record->type == list->type && !tenure_draft_is_void (child);
    }
  count = n > 0 ? g_strdup_printf (ngettext ("%u recorded", "%u recorded", n), n) : g_strdup (_ ("None recorded"));
  adw_expander_row_set_subtitle (list->place.expander, count);
}

/* Whether somebody is at work on a child of the list. */
static gboolean
has_open_child (const TenureChildList *list)
{
  for (guint i = 0; i < list->sections->children->len; i++)
    {
      const TenureChildRow *child = g_ptr_array_index (list->sections->children, i);

      if (child->list == list && gtk_widget_get_visible (GTK_WIDGET (child->row))
          && adw_expander_row_get_expanded (child->row))
        return TRUE;
    }
  return FALSE;
}

static void add_clicked_cb (TenureChildList *list);

static GtkWidget *
add_button_new (TenureChildList *list)
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

static void
make_another (TenureChildList *list)
{
  list->another = add_button_new (list);
  gtk_widget_set_halign (list->another, GTK_ALIGN_CENTER);
  list->another_row = g_object_ref_sink (adw_preferences_row_new ());
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list->another_row), list->another);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list->another_row), FALSE);
  gtk_widget_set_focusable (list->another_row, FALSE);
  tenure_form_place_add (&list->place, list->another_row);
}

static void
show_another (TenureChildList *list)
{
  gboolean show = has_open_child (list);

  if (show && list->another_row == NULL)
    make_another (list);
  if (list->another_row != NULL)
    gtk_widget_set_visible (list->another_row, show);
}

/* Behind the children again, once one was added. */
static void
move_another (TenureChildList *list)
{
  if (list->another_row == NULL)
    return;
  place_remove (&list->place, list->another_row);
  tenure_form_place_add (&list->place, list->another_row);
}

static void
remove_clicked_cb (TenureChildRow *child)
{
  const TenureFieldEditorContext *context = child->list->sections->context;

  tenure_draft_remove (child->draft);
  gtk_widget_set_visible (GTK_WIDGET (child->row), FALSE);
  show_another (child->list);
  context->changed (context->data);
}

void
tenure_child_row_build (TenureChildRow *child)
{
  TenureFormPlace inside = { .expander = child->row };
  g_autoptr (GPtrArray) groups = NULL;

  if (child->built)
    return;
  child->built = TRUE;
  groups = tenure_form_rows (child->draft);
  for (guint i = 0; i < groups->len; i++)
    tenure_form_sections_add_group (child->list->sections, &inside, child->draft, g_ptr_array_index (groups, i));
  add_nested_lists (child->list->sections, &inside, child->draft);
}

static void
expanded_cb (TenureChildRow *child)
{
  if (adw_expander_row_get_expanded (child->row))
    tenure_child_row_build (child);
  show_another (child->list);
}

static GtkWidget *
remove_button_new (TenureChildRow *child)
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
add_child_row (TenureChildList *list, TenureDraft *draft, gboolean expand)
{
  TenureChildRow *child = g_new0 (TenureChildRow, 1);

  child->list = list;
  child->draft = draft;
  child->row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  g_ptr_array_add (list->sections->children, child);
  tenure_child_row_show_title (child);
  adw_expander_row_add_action (child->row, remove_button_new (child));
  g_signal_connect_swapped (child->row, "notify::expanded", G_CALLBACK (expanded_cb), child);
  tenure_form_place_add (&list->place, GTK_WIDGET (child->row));
  move_another (list);
  adw_expander_row_set_expanded (child->row, expand);
}

static void
add_clicked_cb (TenureChildList *list)
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
    tenure_form_focus (tenure_field_editor_get_row (g_ptr_array_index (list->sections->editors, first)));
}

/* The button at the head of a list. */
static GtkWidget *
make_add (TenureChildList *list)
{
  list->add = add_button_new (list);
  return list->add;
}

void
tenure_child_list_free (gpointer data)
{
  TenureChildList *list = data;

  g_clear_object (&list->another_row);
  g_free (list);
}

static TenureChildList *
child_list_new (TenureFormSections *self, TenureDraft *draft, TenureRecordType type)
{
  TenureChildList *list = g_new0 (TenureChildList, 1);

  list->sections = self;
  list->draft = draft;
  list->type = type;
  g_ptr_array_add (self->lists, list);
  return list;
}

static void
fill_child_list (TenureChildList *list)
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
add_nested_lists (TenureFormSections *self, const TenureFormPlace *place, TenureDraft *draft)
{
  for (const TenureRecordType *type = tenure_draft_child_types (draft->record->type); *type != TENURE_RECORD_NONE; type++)
    {
      TenureChildList *list = child_list_new (self, draft, *type);
      GtkWidget *head = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (head), _ (tenure_record_def (*type)->label_plural));
      adw_action_row_add_suffix (ADW_ACTION_ROW (head), make_add (list));
      list->place = *place;
      tenure_form_place_add (place, head);
      fill_child_list (list);
    }
}

static void
divide_clicked_cb (TenureChildList *list)
{
  const TenureFieldEditorContext *context = list->sections->context;

  tenure_funder_shares_divide (list->draft);
  context->changed (context->data);
}

/* Beside the button that adds one. */
static GtkWidget *
divide_new (TenureChildList *list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  list->divide = gtk_button_new_with_label (_ ("Share Equally"));
  gtk_widget_add_css_class (list->divide, "flat");
  gtk_widget_set_valign (list->divide, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (list->divide, "clicked", G_CALLBACK (divide_clicked_cb), list);
  gtk_box_append (GTK_BOX (box), list->divide);
  gtk_box_append (GTK_BOX (box), make_add (list));
  return box;
}

/* A list with a group of its own. */
static void
add_list (TenureFormSections *self, GtkBox *box, TenureDraft *draft, TenureRecordType type)
{
  TenureChildList *list = child_list_new (self, draft, type);

  list->place.group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (list->place.group, _ (tenure_record_def (type)->label_plural));
  adw_preferences_group_set_header_suffix (list->place.group,
                                           type == TENURE_RECORD_FUNDER ? divide_new (list) : make_add (list));
  gtk_box_append (box, GTK_WIDGET (list->place.group));
  fill_child_list (list);
  tenure_child_list_refresh (list);
}

/* A list that most records leave empty: one closed row that says how many there are. */
static void
add_list_aside (TenureFormSections *self, AdwPreferencesGroup *group, TenureDraft *draft, TenureRecordType type)
{
  TenureChildList *list = child_list_new (self, draft, type);

  list->place.expander = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (list->place.expander), _ (tenure_record_def (type)->label_plural));
  list->aside = TRUE;
  tenure_child_list_refresh (list);
  adw_expander_row_add_action (list->place.expander, make_add (list));
  adw_preferences_group_add (group, GTK_WIDGET (list->place.expander));
  fill_child_list (list);
}

void
tenure_form_sections_add_lists (TenureFormSections *self, GtkBox *box, TenureDraft *draft)
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
