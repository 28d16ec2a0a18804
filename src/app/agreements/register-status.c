#include "config.h"
#include "app/agreements/register-status.h"

#include "base/count.h"

#include "base/i18n.h"

static char *
dup_count (guint n, guint of)
{
  g_autofree char *shown = tenure_count_dup_label (n);
  g_autofree char *all = tenure_count_dup_label (of);

  /* Translators: how many of how many are listed: "120 of 214 agreements". */
  return g_strdup_printf (ngettext ("%1$s of %2$s agreement", "%1$s of %2$s agreements", of), shown, all);
}

void
tenure_register_status_show (TenureRegisterStatus *self, const TenureSnapshot *snapshot, const TenureRegisterLayout *layout)
{
  guint n;
  guint of = tenure_snapshot_get_facts (snapshot)->n_agreements;
  g_autofree char *day = tenure_day_dup_label (tenure_snapshot_get_as_of (snapshot));
  g_autofree char *label = tenure_snapshot_dup_scope_label (snapshot);
  g_autofree char *order = tenure_register_layout_dup_sort_label (layout);
  g_autofree char *scope = NULL;
  g_autofree char *count = NULL;
  g_autofree char *sorted = NULL;

  tenure_snapshot_get_shown (snapshot, &n);
  /* Translators: what a page shows: "As of 21 Nov 2026 · Kind: Grant", and beside it how many. */
  scope = g_strdup_printf (_ ("As of %1$s · %2$s"), day, label);
  gtk_label_set_text (self->scope, scope);
  count = dup_count (n, of);
  gtk_label_set_text (self->count, count);
  /* Translators: the columns that decide the order: "Sorted by Flag, then Committed end". */
  sorted = g_strdup_printf (_ ("Sorted by %s"), order);
  gtk_label_set_text (self->order, sorted);
}

static GtkLabel *
label_new (gboolean dim)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  if (dim)
    gtk_widget_add_css_class (label, "dim-label");
  return GTK_LABEL (label);
}

void
tenure_register_status_init (TenureRegisterStatus *self, TenureSession *session)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->scope = label_new (FALSE);
  self->count = label_new (FALSE);
  self->order = label_new (TRUE);
  self->totals = TENURE_TOTALS_BAR (tenure_totals_bar_new (session));
  gtk_label_set_ellipsize (self->scope, PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (self->order, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->order, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->order), TRUE);
  gtk_widget_add_css_class (self->bar, "tenure-status-bar");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->scope));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->order));
  gtk_box_append (GTK_BOX (self->bar), line);
  gtk_box_append (GTK_BOX (self->bar), GTK_WIDGET (self->totals));
}
