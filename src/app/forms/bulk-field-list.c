#include "config.h"
#include "app/forms/bulk-field-list.h"

#include "app/forms/bulk-fields.h"
#include "app/forms/scroll-to.h"

#include "base/i18n.h"

struct _TenureBulkFieldList
{
  GtkBox parent_instance;

  TenureRecordType type;
  GtkSearchEntry *search;
  GtkListBox *list;
  GtkLabel *nothing;
};

G_DEFINE_FINAL_TYPE (TenureBulkFieldList, tenure_bulk_field_list, GTK_TYPE_BOX)

enum
{
  CHOSEN,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a row stands for, kept with it. */
typedef struct
{
  guint field;
  guint place; /* among all, in the order of forms */
  gboolean taken;
  TenureBulkFieldMatch match;
} Offer;

static Offer *
offer_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "offer");
}

/* --- Finding -------------------------------------------------------------------------------------------------- */

static gboolean
is_offered (GtkListBoxRow *row, gpointer data)
{
  const Offer *offer = offer_of (row);

  return !offer->taken && offer->match != TENURE_BULK_FIELD_NO_MATCH;
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  const Offer *left = offer_of (a), *right = offer_of (b);

  if (left->match != right->match)
    return left->match < right->match ? -1 : 1;
  return left->place < right->place ? -1 : left->place > right->place;
}

/* What Enter takes: the best match, once something is typed. */
static GtkListBoxRow *
find_best (TenureBulkFieldList *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (is_offered (row, NULL))
      return row;
  return NULL;
}

static void
search_changed_cb (TenureBulkFieldList *self)
{
  const TenureRecordDef *def = tenure_record_def (self->type);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      Offer *offer = offer_of (row);

      offer->match = tenure_bulk_match_field (&def->fields[offer->field], words);
    }
  gtk_list_box_invalidate_sort (self->list);
  gtk_list_box_invalidate_filter (self->list);
  row = find_best (self);
  gtk_list_box_select_row (self->list, *words != '\0' ? row : NULL);
  if (row != NULL)
    tenure_scroll_to_soon (GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), row == NULL);
  gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_SCROLLED_WINDOW), row != NULL);
}

/* --- Choosing ------------------------------------------------------------------------------------------------- */

static void
row_activated_cb (TenureBulkFieldList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, offer_of (row)->field);
}

static void
search_activated_cb (TenureBulkFieldList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    row_activated_cb (self, row);
}

/* Escape takes back what was typed, and leaves where nothing was. */
static void
stop_search_cb (TenureBulkFieldList *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    g_signal_emit (self, signals[LEFT], 0);
}

/* --- Rows ----------------------------------------------------------------------------------------------------- */

static GtkWidget *
row_new (const TenureField *field, guint index, guint place)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ (field->label));
  GtkWidget *group = gtk_label_new (field->group != NULL ? _ (field->group) : "");
  Offer *offer = g_new0 (Offer, 1);

  *offer = (Offer){ .field = index, .place = place, .match = TENURE_BULK_FIELD_BEGINS };
  g_object_set_data_full (G_OBJECT (row), "offer", offer, g_free);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (group), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (group, "caption");
  gtk_widget_add_css_class (group, "tenure-aside");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), group);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (field->label), -1);
  return row;
}

static void
fill (TenureBulkFieldList *self)
{
  const TenureRecordDef *def = tenure_record_def (self->type);
  g_autoptr (GArray) fields = tenure_bulk_list_fields (self->type);

  for (guint i = 0; i < fields->len; i++)
    {
      guint field = g_array_index (fields, guint, i);

      gtk_list_box_append (self->list, row_new (&def->fields[field], field, i));
    }
  gtk_list_box_set_filter_func (self->list, is_offered, NULL, NULL);
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
}

/* --- Object --------------------------------------------------------------------------------------------------- */

static void
tenure_bulk_field_list_class_init (TenureBulkFieldListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
scrolled_new (TenureBulkFieldList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 240);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (scrolled, "card");
  return scrolled;
}

static void
tenure_bulk_field_list_init (TenureBulkFieldList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  g_object_set (self->search, "placeholder-text", _ ("Type to find a field"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find a field"), -1);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "tenure-matches");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Fields"), -1);
  self->nothing = GTK_LABEL (gtk_label_new (_ ("No field is called so.")));
  gtk_widget_add_css_class (GTK_WIDGET (self->nothing), "dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->nothing));
  gtk_box_append (GTK_BOX (self), scrolled_new (self));
  /* Not "search-changed", which waits: Enter takes what was typed until then. */
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_activated_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (stop_search_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

GtkWidget *
tenure_bulk_field_list_new (TenureRecordType type)
{
  TenureBulkFieldList *self = g_object_new (TENURE_TYPE_BULK_FIELD_LIST, NULL);

  self->type = type;
  fill (self);
  return GTK_WIDGET (self);
}

static gboolean
is_among (const GArray *fields, guint field)
{
  for (guint i = 0; i < fields->len; i++)
    if (g_array_index (fields, guint, i) == field)
      return TRUE;
  return FALSE;
}

void
tenure_bulk_field_list_start (TenureBulkFieldList *self, const GArray *taken)
{
  GtkListBoxRow *row;

  g_return_if_fail (TENURE_IS_BULK_FIELD_LIST (self) && taken != NULL);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    offer_of (row)->taken = is_among (taken, offer_of (row)->field);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
