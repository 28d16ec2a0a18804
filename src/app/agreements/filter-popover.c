#include "config.h"
#include "app/agreements/filter-popover.h"

#include "app/lookup.h"

#include "base/count.h"
#include "base/i18n.h"

/* Values listed for one facet; past them the search finds the rest. */
#define MAX_VALUES 60

struct _TenureFilterPopover
{
  GtkPopover parent_instance;

  TenureSession *session;
  GtkWidget *clear_button;
  GPtrArray *expanders;   /* by facet */
  GtkWidget *more;        /* holds those that are seldom used */
  GCancellable *counting; /* of the newest request, NULL when idle */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TenureFilterPopover, tenure_filter_popover, GTK_TYPE_POPOVER)

/* --- One facet ----------------------------------------------------------------------------------------------- */

static void
value_toggled_cb (GtkCheckButton *check, TenureFilterPopover *self)
{
  g_autoptr (TenureFilter) filter = NULL;

  if (self->filling)
    return;
  filter = tenure_filter_dup (tenure_session_get_filter (self->session));
  tenure_filter_toggle (filter, g_object_get_data (G_OBJECT (check), "facet"), g_object_get_data (G_OBJECT (check), "value"),
                        gtk_check_button_get_active (check));
  tenure_session_set_filter (self->session, filter);
}

static GtkWidget *
make_value (TenureFilterPopover *self, const char *facet, const TenureFacetValue *value)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (value->label);
  g_autofree char *number = tenure_count_dup_label (value->count);
  GtkWidget *count = gtk_label_new (number);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  if (value->value[0] == '\0')
    gtk_widget_add_css_class (label, "tenure-unknown");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), value->chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, value->label, -1);
  g_object_set_data_full (G_OBJECT (check), "value", g_strdup (value->value), g_free);
  g_object_set_data (G_OBJECT (check), "facet", (gpointer) facet);
  g_signal_connect (check, "toggled", G_CALLBACK (value_toggled_cb), self);
  return check;
}

static GtkWidget *
make_note (const char *text)
{
  GtkWidget *note = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_widget_add_css_class (note, "dim-label");
  return note;
}

static void
fill_facet (TenureFilterPopover *self, guint facet, GPtrArray *values)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_margin_start (list, 12);
  gtk_widget_set_margin_bottom (list, 6);
  for (guint i = 0; i < MIN (values->len, MAX_VALUES); i++)
    gtk_box_append (GTK_BOX (list), make_value (self, tenure_facet_get_name (facet), values->pdata[i]));
  if (values->len > MAX_VALUES)
    {
      g_autofree char *more = tenure_count_dup_words (
          ngettext ("and %s more; search for it by name", "and %s more; search for them by name", values->len - MAX_VALUES),
          values->len - MAX_VALUES);

      gtk_box_append (GTK_BOX (list), make_note (more));
    }
  gtk_expander_set_child (self->expanders->pdata[facet], list);
}

static void
title_facet (TenureFilterPopover *self, guint facet)
{
  const char *const *chosen =
      tenure_filter_get_facet (tenure_session_get_filter (self->session), tenure_facet_get_name (facet));
  g_autofree char *title = NULL;

  if (chosen == NULL)
    title = g_strdup (tenure_facet_get_label (facet));
  else
    /* Translators: a filter and how many of its values are chosen: "Kind (2 chosen)". */
    title = g_strdup_printf (_ ("%1$s (%2$u chosen)"), tenure_facet_get_label (facet), g_strv_length ((char **) chosen));
  gtk_expander_set_label (self->expanders->pdata[facet], title);
}

/* How many of the seldom used ones are in use is said where they are folded away. */
static void
title_more (TenureFilterPopover *self)
{
  const TenureFilter *filter = tenure_session_get_filter (self->session);
  g_autofree char *title = NULL;
  guint n = 0;

  for (guint i = 0; i < self->expanders->len; i++)
    if (!tenure_facet_is_usual (i) && tenure_filter_get_facet (filter, tenure_facet_get_name (i)) != NULL)
      n++;
  if (n == 0)
    title = g_strdup (_ ("More Filters"));
  else
    /* Translators: the fold of seldom used filters, and how many of them are in use. */
    title = g_strdup_printf (_ ("More Filters (%u in use)"), n);
  gtk_expander_set_label (GTK_EXPANDER (self->more), title);
}

/* --- All of them --------------------------------------------------------------------------------------------- */

typedef struct
{
  TenureFilter *filter;
  TenureBasis *basis;
  guint64 facets; /* those that are unfolded */
} CountRequest;

static void
count_request_free (gpointer data)
{
  CountRequest *request = data;

  tenure_filter_free (request->filter);
  tenure_basis_unref (request->basis);
  g_free (request);
}

static gpointer
find_counts (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const CountRequest *request = data;

  return tenure_filter_count_facets (request->filter, request->basis, reader, request->facets, error);
}

static void
counts_found (gpointer owner, gpointer data, gpointer answer, const GError *error)
{
  TenureFilterPopover *self = owner;
  const CountRequest *request = data;
  g_autoptr (GPtrArray) lists = answer;

  self->filling = TRUE;
  for (guint i = 0; i < self->expanders->len; i++)
    if (lists != NULL && request->facets & G_GUINT64_CONSTANT (1) << i)
      fill_facet (self, i, lists->pdata[i]);
    else if (lists == NULL && request->facets & G_GUINT64_CONSTANT (1) << i)
      gtk_expander_set_child (self->expanders->pdata[i], make_note (error->message));
  self->filling = FALSE;
}

static gboolean
is_unfolded (TenureFilterPopover *self, guint facet)
{
  return gtk_expander_get_expanded (self->expanders->pdata[facet])
         && (tenure_facet_is_usual (facet) || gtk_expander_get_expanded (GTK_EXPANDER (self->more)));
}

static void
count (TenureFilterPopover *self)
{
  static const TenureLookup lookup = { find_counts, counts_found, count_request_free, (GDestroyNotify) g_ptr_array_unref };
  TenureSnapshot *snapshot = tenure_session_get_snapshot (self->session);
  guint64 facets = 0;
  CountRequest *request;

  for (guint i = 0; i < self->expanders->len; i++)
    if (is_unfolded (self, i))
      facets |= G_GUINT64_CONSTANT (1) << i;
  if (snapshot == NULL || facets == 0)
    {
      tenure_lookup_cancel (&self->counting);
      return;
    }
  request = g_new0 (CountRequest, 1);
  request->filter = tenure_filter_dup (tenure_session_get_filter (self->session));
  request->basis = tenure_basis_ref (tenure_snapshot_get_basis (snapshot));
  request->facets = facets;
  tenure_lookup_ask (&lookup, &self->counting, self, tenure_session_get_document (self->session), request);
}

static void
refresh (TenureFilterPopover *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  for (guint i = 0; i < self->expanders->len; i++)
    title_facet (self, i);
  title_more (self);
  count (self);
  gtk_widget_set_sensitive (self->clear_button, !tenure_filter_is_empty (tenure_session_get_filter (self->session)));
}

static void
expanded_cb (GtkExpander *expander, GParamSpec *pspec, TenureFilterPopover *self)
{
  refresh (self);
}

static void
clear_clicked_cb (TenureFilterPopover *self)
{
  g_autoptr (TenureFilter) none = tenure_filter_new ();

  /* The portfolio is chosen elsewhere and stays. */
  tenure_filter_set_portfolio (none, tenure_filter_get_portfolio (tenure_session_get_filter (self->session)));
  tenure_session_set_filter (self->session, none);
}

/* Those of everyday use stand in @list, the others below one more fold. */
static void
add_expanders (TenureFilterPopover *self, GtkBox *list)
{
  GtkWidget *seldom = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  for (guint i = 0; i < tenure_facets_count (); i++)
    {
      GtkWidget *expander = gtk_expander_new (tenure_facet_get_label (i));

      g_ptr_array_add (self->expanders, expander);
      g_signal_connect (expander, "notify::expanded", G_CALLBACK (expanded_cb), self);
      gtk_box_append (tenure_facet_is_usual (i) ? list : GTK_BOX (seldom), expander);
    }
  gtk_widget_set_margin_start (seldom, 12);
  gtk_widget_set_margin_top (seldom, 4);
  self->more = gtk_expander_new (NULL);
  gtk_expander_set_child (GTK_EXPANDER (self->more), seldom);
  g_signal_connect (self->more, "notify::expanded", G_CALLBACK (expanded_cb), self);
  gtk_box_append (list, self->more);
}

static void
tenure_filter_popover_dispose (GObject *object)
{
  TenureFilterPopover *self = TENURE_FILTER_POPOVER (object);

  tenure_lookup_cancel (&self->counting);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->expanders, g_ptr_array_unref);
  G_OBJECT_CLASS (tenure_filter_popover_parent_class)->dispose (object);
}

static void
tenure_filter_popover_class_init (TenureFilterPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenure_filter_popover_dispose;
}

static void
tenure_filter_popover_init (TenureFilterPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->expanders = g_ptr_array_new ();
  add_expanders (self, GTK_BOX (list));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 520);
  gtk_widget_set_size_request (scroller, 320, 200);
  self->clear_button = gtk_button_new_with_label (_ ("Show All Agreements"));
  g_signal_connect_swapped (self->clear_button, "clicked", G_CALLBACK (clear_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), self->clear_button);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect (self, "map", G_CALLBACK (refresh), NULL);
}

GtkWidget *
tenure_filter_popover_new (TenureSession *session)
{
  TenureFilterPopover *self = g_object_new (TENURE_TYPE_FILTER_POPOVER, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "updated", G_CALLBACK (refresh), self);
  return GTK_WIDGET (self);
}
