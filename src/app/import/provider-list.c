#include "config.h"
#include "app/import/provider-list.h"

#include "app/import/provider-item.h"
#include "app/import/vcs-hint.h"

#include <adwaita.h>
#include "base/count.h"
#include "base/i18n.h"

struct _TenureProviderList
{
  GtkWidget parent_instance;

  GListStore *items;
  GtkFilterListModel *shown;
  GtkStringList *answers; /* shared by all drop-downs */
  GPtrArray *together;    /* the items that one button answered last, for taking that back */
  TenureAnswer together_as;

  GtkLabel *summary;
  GtkWidget *suggestions;
  GtkLabel *suggestions_label;
  GtkSearchEntry *search;
  GtkLabel *unknown;
  GtkButton *yes_button;
  GtkButton *no_button;
  GtkWidget *taken;
  GtkLabel *taken_label;
  GtkWidget *take_back_button;
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

/* --- One answer, and many ------------------------------------------------------------------------------------- */

static void
give_answer (TenureProviderList *self, TenureProviderItem *item, TenureAnswer vcs)
{
  if (tenure_provider_item_get_vcs (item) == vcs)
    return;
  tenure_provider_item_set_vcs (item, vcs);
  g_signal_emit (self, signals[ANSWERED], 0, tenure_provider_item_get_name (item), (int) vcs);
}

static guint
count_unknown (TenureProviderList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown)), unknown = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TenureProviderItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      unknown += tenure_provider_item_get_vcs (item) == TENURE_ANSWER_UNKNOWN ? 1 : 0;
    }
  return unknown;
}

/* The buttons that answer for many stand beside the number of those they would answer for. */
static void
show_unknown (TenureProviderList *self)
{
  guint n = count_unknown (self);
  g_autofree char *text =
      n > 0 ? tenure_count_dup_words (ngettext ("%s of those shown is not known:", "%s of those shown are not known:", n), n)
            : g_strdup (_ ("All of those shown are answered."));

  gtk_label_set_text (self->unknown, text);
  /* Translators: the button that answers “yes” after “3 of those shown are not known:”. */
  gtk_button_set_label (self->yes_button, ngettext ("It Is", "They Are", n));
  gtk_button_set_label (self->no_button, ngettext ("It Is Not", "They Are Not", n));
  gtk_widget_set_visible (GTK_WIDGET (self->yes_button), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->no_button), n > 0);
}

static void
show_taken (TenureProviderList *self)
{
  guint n = self->together->len;
  g_autofree char *text = NULL;

  if (self->together_as == TENURE_ANSWER_YES)
    text = tenure_count_dup_words (ngettext ("%s provider was answered “yes”.", "%s providers were answered “yes”.", n), n);
  else
    text = tenure_count_dup_words (ngettext ("%s provider was answered “no”.", "%s providers were answered “no”.", n), n);
  gtk_label_set_text (self->taken_label, text);
  gtk_widget_set_visible (self->taken, n > 0);
}

/* Of @items, those that are not known: an answer that is there was given by the file or the user, and stays. */
static void
answer_unknown (TenureProviderList *self, GListModel *items, gboolean hinted, TenureAnswer vcs)
{
  guint n = g_list_model_get_n_items (items);

  g_ptr_array_set_size (self->together, 0);
  self->together_as = vcs;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TenureProviderItem) item = g_list_model_get_item (items, i);

      if (tenure_provider_item_get_vcs (item) != TENURE_ANSWER_UNKNOWN
          || (hinted && tenure_provider_item_get_hint (item) == NULL))
        continue;
      give_answer (self, item, vcs);
      g_ptr_array_add (self->together, g_steal_pointer (&item));
    }
  show_unknown (self);
  show_taken (self);
  gtk_widget_grab_focus (self->take_back_button);
}

static void
yes_cb (TenureProviderList *self)
{
  answer_unknown (self, G_LIST_MODEL (self->shown), FALSE, TENURE_ANSWER_YES);
}

static void
no_cb (TenureProviderList *self)
{
  answer_unknown (self, G_LIST_MODEL (self->shown), FALSE, TENURE_ANSWER_NO);
}

/* Of all providers, whatever the search: the label beside the button counts them all. */
static void
confirm_all_cb (TenureProviderList *self)
{
  answer_unknown (self, G_LIST_MODEL (self->items), TRUE, TENURE_ANSWER_YES);
}

/* What was answered otherwise since is the user's own answer. */
static void
take_back_cb (TenureProviderList *self)
{
  for (guint i = 0; i < self->together->len; i++)
    if (tenure_provider_item_get_vcs (self->together->pdata[i]) == self->together_as)
      give_answer (self, self->together->pdata[i], TENURE_ANSWER_UNKNOWN);
  g_ptr_array_set_size (self->together, 0);
  show_unknown (self);
  show_taken (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* --- Rows ---------------------------------------------------------------------------------------------------- */

static void
give_one_answer (GtkListItem *list_item, TenureAnswer vcs)
{
  TenureProviderList *self = g_object_get_data (G_OBJECT (list_item), "list");
  TenureProviderItem *item = gtk_list_item_get_item (list_item);

  if (item == NULL || tenure_provider_item_get_vcs (item) == vcs)
    return;
  give_answer (self, item, vcs);
  show_unknown (self);
}

static void
selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, GtkListItem *list_item)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (selected < G_N_ELEMENTS (order))
    give_one_answer (list_item, order[selected]);
}

static void
confirm_clicked_cb (GtkButton *button, GtkListItem *list_item)
{
  give_one_answer (list_item, TENURE_ANSWER_YES);
}

static void
setup_cb (TenureProviderList *self, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *detail = gtk_label_new (NULL);
  GtkWidget *confirm = gtk_button_new_with_label (_ ("Confirm"));
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
  g_autofree char *count = tenure_count_dup_words (ngettext ("%s agreement", "%s agreements", n), n);

  return why != NULL ? g_strdup_printf ("%s · %s", count, why) : g_steal_pointer (&count);
}

static void
vcs_changed_cb (GtkListItem *list_item, GParamSpec *pspec, TenureProviderItem *item)
{
  g_autofree char *detail = dup_detail (item);

  gtk_label_set_text (g_object_get_data (G_OBJECT (list_item), "detail"), detail);
  gtk_widget_set_tooltip_text (g_object_get_data (G_OBJECT (list_item), "detail"), tenure_provider_item_get_hint (item));
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (list_item), "confirm"), tenure_provider_item_get_hint (item) != NULL);
  gtk_drop_down_set_selected (g_object_get_data (G_OBJECT (list_item), "answer"),
                              position_of (tenure_provider_item_get_vcs (item)));
}

static void
bind_cb (TenureProviderList *self, GtkListItem *list_item)
{
  TenureProviderItem *item = gtk_list_item_get_item (list_item);
  const char *name = tenure_provider_item_get_name (item);
  /* Translators: the name of a button, for screen readers: a provider. */
  g_autofree char *confirm = g_strdup_printf (_ ("Confirm that “%s” is of the sector"), name);

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

/* --- Searching ------------------------------------------------------------------------------------------------ */

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
  show_unknown (self);
}

/* --- Object -------------------------------------------------------------------------------------------------- */

static void
tenure_provider_list_dispose (GObject *object)
{
  TenureProviderList *self = TENURE_PROVIDER_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->together, g_ptr_array_unref);
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
  gtk_widget_class_bind_template_child (widget_class, TenureProviderList, unknown);
  gtk_widget_class_bind_template_child (widget_class, TenureProviderList, yes_button);
  gtk_widget_class_bind_template_child (widget_class, TenureProviderList, no_button);
  gtk_widget_class_bind_template_child (widget_class, TenureProviderList, taken);
  gtk_widget_class_bind_template_child (widget_class, TenureProviderList, taken_label);
  gtk_widget_class_bind_template_child (widget_class, TenureProviderList, take_back_button);
  gtk_widget_class_bind_template_child (widget_class, TenureProviderList, view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, yes_cb);
  gtk_widget_class_bind_template_callback (widget_class, no_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_all_cb);
}

static void
tenure_provider_list_init (TenureProviderList *self)
{
  const char *const answers[] = { _ ("Not known"), _ ("Yes"), _ ("No"), NULL };
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->items = g_list_store_new (TENURE_TYPE_PROVIDER_ITEM);
  self->together = g_ptr_array_new_with_free_func (g_object_unref);
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
  text = tenure_count_dup_several (_ ("Which of these are voluntary, community or social enterprise organisations? "
                                      "So far yes: %1$s, no: %2$s, not known: %3$s. What is not known is counted beside "
                                      "the sector, never in it."),
                                   3, (guint64[]){ n[1], n[2], n[0] });
  gtk_label_set_text (self->summary, text);
}

/* The same file again: the rows stay where they are under the user's hand, only the answers follow. FALSE, with nothing
 * done, for another one. */
static gboolean
update_answers (TenureProviderList *self, const TenureImportReport *report)
{
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  gboolean same = n == report->providers->len;

  for (guint i = 0; i < report->providers->len; i++)
    {
      TenureImportProvider *provider = &g_array_index (report->providers, TenureImportProvider, i);

      g_hash_table_insert (answers, provider->name, provider);
    }
  for (guint i = 0; i < n && same; i++)
    {
      g_autoptr (TenureProviderItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      same = g_hash_table_contains (answers, tenure_provider_item_get_name (item));
    }
  for (guint i = 0; i < n && same; i++)
    {
      g_autoptr (TenureProviderItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      const TenureImportProvider *provider = g_hash_table_lookup (answers, tenure_provider_item_get_name (item));

      tenure_provider_item_set_vcs (item, provider->vcs);
    }
  return same;
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
  text = tenure_count_dup_words (ngettext ("The name of %s unknown provider suggests that it is. Nothing is taken for "
                                           "granted until you confirm it.",
                                           "The names of %s unknown providers suggest that they are. Nothing is taken for "
                                           "granted until you confirm it.",
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
  g_ptr_array_set_size (self->together, 0);
  show_taken (self);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
}

void
tenure_provider_list_set_report (TenureProviderList *self, const TenureImportReport *report)
{
  g_return_if_fail (TENURE_IS_PROVIDER_LIST (self));

  show_summary (self, report);
  if (!update_answers (self, report))
    add_items (self, report);
  show_suggestions (self);
  show_unknown (self);
}
