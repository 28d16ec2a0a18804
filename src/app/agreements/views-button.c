#include "config.h"
#include "app/agreements/views-button.h"

#include "app/agreements/views.h"
#include "app/gtk/when-shown.h"
#include "app/tooltip.h"

#include "base/text.h"

#include "base/i18n.h"

struct _TenureViewsButton
{
  GtkWidget parent_instance;

  TenureSession *session;
  TenureRegisterView *view; /* lent: stands on the same page */
  GtkMenuButton *button;
  GtkBox *list;
  GtkEntry *name;
  GtkWidget *save;
  GtkWidget *save_portfolio;
  GtkLabel *kept; /* what a view saved now would hold */
  GtkLabel *fault;
  guint later; /* source id; 0 for none */
};

G_DEFINE_FINAL_TYPE (TenureViewsButton, tenure_views_button, GTK_TYPE_WIDGET)

static TenureReader *
get_reader (TenureViewsButton *self)
{
  return tenure_document_get_reader (tenure_session_get_document (self->session));
}

static void
say_fault (TenureViewsButton *self, const GError *error)
{
  gtk_label_set_text (self->fault, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), error != NULL);
}

/* --- Choosing ------------------------------------------------------------------------------------------------ */

static TenureView *
view_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "view");
}

static void
chosen_cb (TenureViewsButton *self, GtkWidget *chosen)
{
  const TenureView *view = view_of (chosen);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureFilter) filter = tenure_filter_from_text (view->filter, &error);
  g_autoptr (TenureRegisterLayout) layout = tenure_register_layout_from_text (view->columns, view->sort);

  say_fault (self, error);
  if (filter == NULL)
    return;
  /* The portfolio is chosen elsewhere and stays, unless the view names one. */
  if (tenure_filter_get_portfolio (filter) == TENURE_ID_NONE)
    tenure_filter_set_portfolio (filter, tenure_filter_get_portfolio (tenure_session_get_filter (self->session)));
  gtk_menu_button_popdown (self->button);
  tenure_register_view_set_layout (self->view, layout);
  tenure_session_set_filter (self->session, filter);
}

static void fill (TenureViewsButton *self);

static void
delete_clicked_cb (TenureViewsButton *self, GtkWidget *button)
{
  g_autoptr (GError) error = NULL;

  if (tenure_views_delete (tenure_session_get_document (self->session), view_of (button), &error))
    fill (self);
  say_fault (self, error);
}

static void
append_line (GtkBox *lines, const char *text, gboolean small)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (small)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_lines (GTK_LABEL (label), 2);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_box_append (lines, label);
}

/* The name, and below it all that the view narrows down to: nothing is left out unseen. */
static GtkWidget *
make_choice (TenureViewsButton *self, const TenureView *view)
{
  GtkWidget *choose = gtk_button_new ();
  GtkBox *lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  g_autofree char *words = tenure_view_dup_words (view, get_reader (self));

  append_line (lines, view->name, FALSE);
  if (g_strcmp0 (words, view->name) != 0)
    append_line (lines, words, TRUE);
  gtk_button_set_child (GTK_BUTTON (choose), GTK_WIDGET (lines));
  gtk_widget_set_tooltip_text (choose, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choose), GTK_ACCESSIBLE_PROPERTY_LABEL, view->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  return choose;
}

static GtkWidget *
make_row (TenureViewsButton *self, TenureView *view)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *choose = make_choice (self, view);

  gtk_widget_add_css_class (choose, "flat");
  gtk_widget_add_css_class (choose, "tenure-view");
  gtk_widget_set_hexpand (choose, TRUE);
  g_signal_connect_swapped (choose, "clicked", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (row), choose);
  if (view->id != TENURE_ID_NONE && !tenure_document_is_read_only (tenure_session_get_document (self->session)))
    {
      GtkWidget *delete = gtk_button_new_from_icon_name ("user-trash-symbolic");
      g_autofree char *name = g_strdup_printf (_ ("Delete view “%s”"), view->name);

      gtk_widget_add_css_class (delete, "flat");
      gtk_widget_set_tooltip_text (delete, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (delete), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_object_set_data (G_OBJECT (delete), "view", view);
      g_signal_connect_swapped (delete, "clicked", G_CALLBACK (delete_clicked_cb), self);
      gtk_box_append (GTK_BOX (row), delete);
    }
  g_object_set_data_full (G_OBJECT (choose), "view", view, (GDestroyNotify) tenure_view_free);
  return row;
}

static void
fill (TenureViewsButton *self)
{
  g_autoptr (GPtrArray) views = tenure_views_list (get_reader (self));
  GtkWidget *child;
  gboolean own = FALSE;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  g_ptr_array_set_free_func (views, NULL); /* the rows have them */
  for (guint i = 0; i < views->len; i++)
    {
      TenureView *view = views->pdata[i];

      if (view->id != TENURE_ID_NONE && !own)
        gtk_box_append (self->list, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      own = own || view->id != TENURE_ID_NONE;
      gtk_box_append (self->list, make_row (self, view));
    }
}

/* --- Saving -------------------------------------------------------------------------------------------------- */

static void
name_changed_cb (TenureViewsButton *self)
{
  g_autofree char *name = tenure_text_dup_clean (gtk_editable_get_text (GTK_EDITABLE (self->name)));

  gtk_widget_set_sensitive (self->save,
                            name != NULL && !tenure_document_is_read_only (tenure_session_get_document (self->session)));
}

static void
save_cb (TenureViewsButton *self)
{
  g_autofree char *name = tenure_text_dup_clean (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  g_autoptr (TenureRegisterLayout) layout = tenure_register_view_dup_layout (self->view);
  g_autoptr (GError) error = NULL;

  if (name == NULL)
    return;
  if (tenure_views_save (tenure_session_get_document (self->session), name, tenure_session_get_filter (self->session),
                         layout, &error))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->name), "");
      gtk_menu_button_popdown (self->button);
    }
  say_fault (self, error);
}

/* --- The name on the button ---------------------------------------------------------------------------------- */

static gboolean
is_usual (const TenureRegisterLayout *layout)
{
  g_autoptr (TenureRegisterLayout) usual = tenure_register_layout_new ();

  return tenure_register_layout_equal (layout, usual);
}

/* How much of what is on show the view says: 2 filter, columns and order, 1 the filter, 0 nothing. One that narrows
 * nothing down says something only by columns or an order that are not the usual ones. */
static guint
how_alike (const TenureView *view, const TenureFilter *filter, const TenureRegisterLayout *layout)
{
  g_autoptr (TenureFilter) of_view = tenure_filter_from_text (view->filter, NULL);
  g_autoptr (TenureRegisterLayout) its_layout = NULL;
  gboolean narrows = of_view != NULL && !tenure_filter_is_empty (of_view);

  if (of_view == NULL)
    return 0;
  if (tenure_filter_get_portfolio (of_view) == TENURE_ID_NONE)
    tenure_filter_set_portfolio (of_view, tenure_filter_get_portfolio (filter));
  if (!tenure_filter_equal (of_view, filter))
    return 0;
  its_layout = tenure_register_layout_from_text (view->columns, view->sort);
  if (tenure_register_layout_equal (its_layout, layout))
    return narrows || !is_usual (layout) ? 2 : 0;
  return narrows ? 1 : 0;
}

static void
show_name (gpointer widget)
{
  TenureViewsButton *self = widget;
  g_autoptr (GPtrArray) views = tenure_views_list (get_reader (self));
  g_autoptr (TenureRegisterLayout) layout = tenure_register_view_dup_layout (self->view);
  const char *name = NULL;
  guint most = 0;
  GtkAccessible *inner;

  for (guint i = 0; i < views->len; i++)
    {
      const TenureView *view = views->pdata[i];
      guint alike = how_alike (view, tenure_session_get_filter (self->session), layout);

      if (alike == 0 || alike < most)
        continue;
      most = alike;
      name = view->name;
    }
  gtk_menu_button_set_label (self->button, name != NULL ? name : _ ("Views"));
  /* The keyboard is on the button inside. Spoken before the name: "View: Renewal undecided". */
  inner = GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->button)));
  if (name != NULL)
    gtk_accessible_update_property (inner, GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("View:"), -1);
  else
    gtk_accessible_reset_property (inner, GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* It reads the document's views: not at each letter of a search on another page. */
static void
session_changed_cb (TenureViewsButton *self)
{
  tenure_when_shown (GTK_WIDGET (self), show_name);
}

static void
show_name_later_cb (gpointer data)
{
  TenureViewsButton *self = data;

  self->later = 0;
  session_changed_cb (self);
}

/* Nor at each step of a column that is made wider. */
static void
layout_changed_cb (TenureViewsButton *self)
{
  if (self->later == 0)
    self->later = g_idle_add_once (show_name_later_cb, self);
}

/* "Keeps: “zephyr”; Kind: Grant. 10 columns, sorted by Flag." */
static void
say_kept (TenureViewsButton *self)
{
  g_autoptr (TenureRegisterLayout) layout = tenure_register_view_dup_layout (self->view);
  g_autofree char *narrowed = tenure_filter_dup_label (tenure_session_get_filter (self->session), get_reader (self));
  g_autofree char *order = tenure_register_layout_dup_sort_label (layout);
  guint n = layout->places->len;
  /* Translators: what a view that is saved now will hold: the filter in words, how many columns, what rows are sorted by. */
  g_autofree char *text = g_strdup_printf (
      ngettext ("Will hold: %1$s. %2$u column, sorted by %3$s.", "Will hold: %1$s. %2$u columns, sorted by %3$s.", n),
      narrowed, n, order);

  gtk_label_set_text (self->kept, text);
}

static void
popped_up_cb (TenureViewsButton *self)
{
  say_fault (self, NULL);
  fill (self);
  say_kept (self);
  name_changed_cb (self);
  gtk_widget_set_sensitive (self->save_portfolio,
                            !tenure_filter_is_empty (tenure_session_get_filter (self->session))
                                && !tenure_document_is_read_only (tenure_session_get_document (self->session)));
}

/* --- Widget -------------------------------------------------------------------------------------------------- */

static void
tenure_views_button_dispose (GObject *object)
{
  TenureViewsButton *self = TENURE_VIEWS_BUTTON (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_handle_id (&self->later, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tenure_views_button_parent_class)->dispose (object);
}

static void
tenure_views_button_class_init (TenureViewsButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenure_views_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_naming_row (TenureViewsButton *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->name = GTK_ENTRY (gtk_entry_new ());
  self->save = gtk_button_new_with_label (_ ("Save View"));
  gtk_entry_set_placeholder_text (self->name, _ ("Name for this view"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name for this view"), -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (name_changed_cb), self);
  g_signal_connect_swapped (self->name, "activate", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (row), self->save);
  return row;
}

static void
portfolio_clicked_cb (TenureViewsButton *self)
{
  gtk_menu_button_popdown (self->button);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.save-as-portfolio", NULL);
}

/* A portfolio narrows down every page, a view this one. */
static GtkWidget *
make_portfolio_button (TenureViewsButton *self)
{
  self->save_portfolio = gtk_button_new_with_label (_ ("Save as Portfolio…"));
  gtk_widget_set_tooltip_text (self->save_portfolio, _ ("Every page can be narrowed down to what this filter lets through"));
  g_signal_connect_swapped (self->save_portfolio, "clicked", G_CALLBACK (portfolio_clicked_cb), self);
  return self->save_portfolio;
}

static GtkLabel *
make_caption (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static GtkWidget *
make_scroller (GtkWidget *list)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());

  gtk_scrolled_window_set_child (scroller, list);
  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (scroller, TRUE);
  gtk_scrolled_window_set_max_content_height (scroller, 560);
  return GTK_WIDGET (scroller);
}

/* When it is first asked for. */
static void
make_popover (GtkMenuButton *button, gpointer data)
{
  TenureViewsButton *self = data;
  GtkBox *box;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->kept = make_caption ("dim-label");
  gtk_label_set_max_width_chars (self->kept, 44);
  gtk_widget_add_css_class (GTK_WIDGET (self->kept), "caption");
  self->fault = make_caption ("error");
  gtk_box_append (box, make_scroller (GTK_WIDGET (self->list)));
  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (box, make_naming_row (self));
  gtk_box_append (box, GTK_WIDGET (self->kept));
  gtk_box_append (box, make_portfolio_button (self));
  gtk_box_append (box, GTK_WIDGET (self->fault));
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (box));
  g_signal_connect_swapped (popover, "show", G_CALLBACK (popped_up_cb), self);
  gtk_menu_button_set_popover (button, popover);
}

static void
tenure_views_button_init (TenureViewsButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_create_popup_func (self->button, make_popover, self, NULL);
  tenure_tooltip_set (GTK_WIDGET (self->button), _ ("Filter, columns and order under a name"));
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

GtkWidget *
tenure_views_button_new (TenureSession *session, TenureRegisterView *view)
{
  TenureViewsButton *self = g_object_new (TENURE_TYPE_VIEWS_BUTTON, NULL);

  self->session = g_object_ref (session);
  self->view = view;
  g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (session_changed_cb), self);
  g_signal_connect_swapped (session, "updated", G_CALLBACK (session_changed_cb), self);
  g_signal_connect_object (view, "layout-changed", G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "sort-changed", G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
  show_name (self);
  return GTK_WIDGET (self);
}
