#include "config.h"
#include "app/import/provider-list.h"

#include "app/import/provider-item.h"
#include "app/import/vcs-hint.h"

#include <adwaita.h>
#include "base/i18n.h"

struct _TenureProviderList
{
  GtkWidget parent_instance;

  GListStore *items;
  GtkFilterListModel *shown;
  GtkStringList *answers; /* shared by all drop-downs */

  GtkLabel *summary;
  GtkWidget *suggestions;
  GtkLabel *suggestions_label;
  GtkSearchEntry *search;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (TenureProviderList, tenure_provider_list, GTK_TYPE_WIDGET)

enum
{
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The order of the drop-down. */
static const TenureAnswer order[] = { TENURE_ANSWER_UNKNOWN, TENURE_ANSWER_YES, TENURE_ANSWER_NO };

static guint
position_of (TenureAnswer vcs)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i] == vcs)
      return i;
  return 0;
}

/* --- Rows ---------------------------------------------------------------------------------------------------- */

static void
give_answer (TenureProviderList *self, TenureProviderItem *item, TenureAnswer vcs)
{
  if (tenure_provider_item_get_vcs (item) == vcs)
    return;
  tenure_provider_item_set_vcs (item, vcs);
  g_signal_emit (self, signals[ANSWERED], 0, tenure_provider_item_get_name (item), (int) vcs);
}

static void
selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, GtkListItem *list_item)
{
  TenureProviderItem *item = gtk_list_item_get_item (list_item);
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (item != NULL && selected < G_N_ELEMENTS (order))
    give_answer (g_object_get_data (G_OBJECT (list_item), "list"), item, order[selected]);
}

static void
confirm_clicked_cb (GtkButton *button, GtkListItem *list_item)
{
  give_answer (g_object_get_data (G_OBJECT (list_item), "list"), gtk_list_item_get_item (list_item), TENURE_ANSWER_YES);
}

static void
setup_cb (TenureProviderList *self, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *detail = gtk_label_new (NULL);
  GtkWidget *confirm = gtk_button_new_with_label (_("Confirm"));
  GtkWidget *answer = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->answers)), NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_wrap (GTK_LABEL (detail), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (detail), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (confirm, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (answer, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (answer, 128, -1);
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), detail);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), confirm);
  gtk_box_append (GTK_BOX (box), answer);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_list_item_set_child (list_item, box);
  g_object_set_data (G_OBJECT (list_item), "list", self);
  g_object_set_data (G_OBJECT (list_item), "name", name);
  g_object_set_data (G_OBJECT (list_item), "detail", detail);
  g_object_set_data (G_OBJECT (list_item), "confirm", confirm);
  g_object_set_data (G_OBJECT (list_item), "answer", answer);
  g_signal_connect (confirm, "clicked", G_CALLBACK (confirm_clicked_cb), list_item);
  g_signal_connect (answer, "notify::selected", G_CALLBACK (selected_cb), list_item);
}

/* "3 agreements · “VCSE” says Yes": what is known of a provider and why, or what its name suggests. */
static char *
dup_detail (TenureProviderItem *item)
{
  const char *hint = tenure_provider_item_get_hint (item);
  const char *why = hint != NULL ? hint : tenure_provider_item_get_evidence (item);
  guint n = tenure_provider_item_get_agreements (item);
  g_autofree char *count = g_strdup_printf (ngettext ("%u agreement", "%u agreements", n), n);

  return why != NULL ? g_strdup_printf ("%s · %s", count, why) : g_steal_pointer (&count);
}

static void
vcs_changed_cb (GtkListItem *list_item, GParamSpec *pspec, TenureProviderItem *item)
{
  g_autofree char *detail = dup_detail (item);

  gtk_label_set_text (g_object_get_data (G_OBJECT (list_item), "detail"), detail);
  gtk_widget_set_tooltip_text (g_object_get_data (G_OBJECT (list_item), "detail"), tenure_provider_item_get_hint (item));
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (list_item), "confirm"),
                          tenure_provider_item_get_hint (item) != NULL);
  gtk_drop_down_set_selected (g_object_get_data (G_OBJECT (list_item), "answer"),
                              position_of (tenure_provider_item_get_vcs (item)));
}

static void
bind_cb (TenureProviderList *self, GtkListItem *list_item)
{
  TenureProviderItem *item = gtk_list_item_get_item (list_item);
  const char *name = tenure_provider_item_get_name (item);
  /* Translators: the name of a button, for screen readers: a provider. */
  g_autofree char *confirm = g_strdup_printf (_("Confirm that “%s” is of the sector"), name);

  gtk_label_set_text (g_object_get_data (G_OBJECT (list_item), "name"), name);
  gtk_accessible_update_property (g_object_get_data (G_OBJECT (list_item), "answer"), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_property (g_object_get_data (G_OBJECT (list_item), "confirm"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  confirm, -1);
  vcs_changed_cb (list_item, NULL, item);
  g_signal_connect_swapped (item, "notify::vcs", G_CALLBACK (vcs_changed_cb), list_item);
}

static void
unbind_cb (TenureProviderList *self, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (list_item), list_item);
}

/* --- Searching and answering ---------------------------------------------------------------------------------- */

static gboolean
matches_search (gpointer item, gpointer data)
{
  TenureProviderList *self = data;
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return *search == '\0' || g_str_match_string (search, tenure_provider_item_get_name (item), TRUE);
}

static void
search_changed_cb (TenureProviderList *self)
{
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->shown), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
answer_all (TenureProviderList *self, TenureAnswer vcs)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TenureProviderItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      give_answer (self, item, vcs);
    }
}

/* Of all providers, whatever the search: the label beside the button counts them all. */
static void
confirm_all_cb (TenureProviderList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TenureProviderItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (tenure_provider_item_get_hint (item) != NULL)
        give_answer (self, item, TENURE_ANSWER_YES);
    }
}

static void
all_yes_cb (TenureProviderList *self)
{
  answer_all (self, TENURE_ANSWER_YES);
}

static void
all_no_cb (TenureProviderList *self)
{
  answer_all (self, TENURE_ANSWER_NO);
}

/* --- Object -------------------------------------------------------------------------------------------------- */

static void
tenure_provider_list_dispose (GObject *object)
{
  TenureProviderList *self = TENURE_PROVIDER_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->shown);
  g_clear_object (&self->items);
  g_clear_object (&self->answers);
  G_OBJECT_CLASS (tenure_provider_list_parent_class)->dispose (object);
}

static void
tenure_provider_list_class_init (TenureProviderListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_provider_list_dispose;
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/import/provider-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureProviderList, summary);
  gtk_widget_class_bind_template_child (widget_class, TenureProviderList, suggestions);
  gtk_widget_class_bind_template_child (widget_class, TenureProviderList, suggestions_label);
  gtk_widget_class_bind_template_child (widget_class, TenureProviderList, search);
  gtk_widget_class_bind_template_child (widget_class, TenureProviderList, view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_yes_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_no_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_all_cb);
}

static void
tenure_provider_list_init (TenureProviderList *self)
{
  const char *const answers[] = { _("Not known"), _("Yes"), _("No"), NULL };
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->items = g_list_store_new (TENURE_TYPE_PROVIDER_ITEM);
  self->answers = gtk_string_list_new (answers);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                           GTK_FILTER (gtk_custom_filter_new (matches_search, self, NULL)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (self->view,
                           GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown)))));
}

static void
show_summary (TenureProviderList *self, const TenureImportReport *report)
{
  guint n[3] = { 0 };
  g_autofree char *text = NULL;

  for (guint i = 0; i < report->providers->len; i++)
    n[position_of (g_array_index (report->providers, TenureImportProvider, i).vcs)]++;
  text = g_strdup_printf (_("Which of these are voluntary, community or social enterprise organisations? "
                            "So far %u are, %u are not, and %u are not known. What is not known is counted beside the "
                            "sector, never in it."),
                          n[1], n[2], n[0]);
  gtk_label_set_text (self->summary, text);
}

static gboolean
is_same_list (TenureProviderList *self, const TenureImportReport *report)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->items)) == report->providers->len;
}

/* The same file again: the rows stay where they are under the user's hand, only the answers follow. */
static void
update_answers (TenureProviderList *self, const TenureImportReport *report)
{
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < report->providers->len; i++)
    {
      TenureImportProvider *provider = &g_array_index (report->providers, TenureImportProvider, i);

      g_hash_table_insert (answers, provider->name, provider);
    }
  for (guint i = 0; i < report->providers->len; i++)
    {
      g_autoptr (TenureProviderItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      const TenureImportProvider *provider = g_hash_table_lookup (answers, tenure_provider_item_get_name (item));

      if (provider != NULL)
        tenure_provider_item_set_vcs (item, provider->vcs);
    }
}

/* What the names suggest is said, and waits for the user's word. */
static void
show_suggestions (TenureProviderList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items)), hints = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TenureProviderItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      hints += tenure_provider_item_get_hint (item) != NULL ? 1 : 0;
    }
  text = g_strdup_printf (ngettext ("The name of %u unknown provider suggests that it is. Nothing is taken for granted "
                                    "until you confirm it.",
                                    "The names of %u unknown providers suggest that they are. Nothing is taken for granted "
                                    "until you confirm it.",
                                    hints),
                          hints);
  gtk_label_set_text (self->suggestions_label, text);
  gtk_widget_set_visible (self->suggestions, hints > 0);
}

/* What needs the user first: suggestions to confirm, then the unknown, then the known. */
static guint
rank (const TenureImportProvider *provider)
{
  g_autofree char *hint = NULL;

  if (provider->vcs != TENURE_ANSWER_UNKNOWN)
    return 2;
  hint = tenure_vcs_hint_dup (provider->name);
  return hint != NULL ? 0 : 1;
}

static void
add_items (TenureProviderList *self, const TenureImportReport *report)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree guint *ranks = g_new (guint, report->providers->len);

  for (guint i = 0; i < report->providers->len; i++)
    ranks[i] = rank (&g_array_index (report->providers, TenureImportProvider, i));
  for (guint wanted = 0; wanted < 3; wanted++)
    for (guint i = 0; i < report->providers->len; i++)
      if (ranks[i] == wanted)
        g_ptr_array_add (items, tenure_provider_item_new (&g_array_index (report->providers, TenureImportProvider, i)));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
}

void
tenure_provider_list_set_report (TenureProviderList *self, const TenureImportReport *report)
{
  g_return_if_fail (TENURE_IS_PROVIDER_LIST (self));

  show_summary (self, report);
  if (is_same_list (self, report))
    update_answers (self, report);
  else
    add_items (self, report);
  show_suggestions (self);
}
