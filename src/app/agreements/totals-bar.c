#include "config.h"
#include "app/agreements/totals-bar.h"

#include "app/explain-view.h"
#include "app/gtk/paragraph-layout.h"
#include "app/gtk/when-shown.h"
#include "app/lookup.h"
#include "register/totals.h"

#include "base/i18n.h"
#include <string.h>

struct _TenureTotalsBar
{
  GtkWidget parent_instance;

  TenureSession *session;
  GArray *selection; /* TenureId; empty for what the filter shows */
  GtkLabel *label;
  GtkWidget *why;
  GCancellable *adding; /* of the newest request, NULL when idle */
};

G_DEFINE_FINAL_TYPE (TenureTotalsBar, tenure_totals_bar, GTK_TYPE_WIDGET)

/* --- What is added up ---------------------------------------------------------------------------------------- */

typedef struct
{
  TenureSnapshot *snapshot;
  GArray *selection;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  tenure_snapshot_unref (request->snapshot);
  g_array_unref (request->selection);
  g_free (request);
}

/* Indexes into the facts; the caller frees. What is selected and no longer there is left out. */
static guint32 *
dup_agreements (TenureSnapshot *snapshot, const GArray *selection, guint *out_n)
{
  const guint32 *shown = tenure_snapshot_get_shown (snapshot, out_n);
  guint32 *agreements;

  if (selection->len == 0)
    return g_memdup2 (shown, *out_n * sizeof *shown);
  agreements = g_new (guint32, selection->len);
  *out_n = 0;
  for (guint i = 0; i < selection->len; i++)
    {
      int index = tenure_basis_find (tenure_snapshot_get_basis (snapshot), TENURE_RECORD_AGREEMENT,
                                     g_array_index (selection, TenureId, i));

      if (index >= 0)
        agreements[(*out_n)++] = (guint32) index;
    }
  return agreements;
}

static gpointer
find_totals (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  guint n;
  g_autofree guint32 *agreements = dup_agreements (request->snapshot, request->selection, &n);

  return tenure_totals_new (tenure_snapshot_get_terms (request->snapshot), agreements, n);
}

static void
free_totals (gpointer totals)
{
  tenure_totals_free (totals);
}

static void
totals_found (gpointer owner, gpointer data, gpointer answer, const GError *error)
{
  TenureTotalsBar *self = owner;
  const Request *request = data;
  g_autoptr (TenureTotals) totals = answer;
  g_autofree char *label = totals != NULL ? tenure_totals_dup_label (totals) : NULL;
  g_autofree char *selected = NULL;

  if (totals == NULL)
    return;
  if (request->selection->len > 0)
    /* Translators: what selected agreements come to: "Selected: 3 agreements, 2 running: …". */
    selected = g_strdup_printf (_ ("Selected: %s"), label);
  gtk_label_set_text (self->label, selected != NULL ? selected : label);
  gtk_widget_set_visible (self->why, totals->n_agreements > 0);
}

static void
add_up (gpointer widget)
{
  static const TenureLookup lookup = { find_totals, totals_found, request_free, free_totals };
  TenureTotalsBar *self = widget;
  TenureSnapshot *snapshot = tenure_session_get_snapshot (self->session);
  Request *request;

  if (snapshot == NULL)
    return;
  request = g_new (Request, 1);
  request->snapshot = tenure_snapshot_ref (snapshot);
  request->selection = g_array_ref (self->selection);
  tenure_lookup_ask (&lookup, &self->adding, self, tenure_session_get_document (self->session), request);
}

static TenureExplanation *
explain (gpointer data)
{
  TenureTotalsBar *self = data;
  TenureSnapshot *snapshot = tenure_session_get_snapshot (self->session);
  guint n;
  g_autofree guint32 *agreements = snapshot != NULL ? dup_agreements (snapshot, self->selection, &n) : NULL;

  return agreements != NULL ? tenure_totals_explain (tenure_snapshot_get_terms (snapshot), agreements, n) : NULL;
}

static void
session_updated_cb (TenureTotalsBar *self)
{
  tenure_when_shown (GTK_WIDGET (self), add_up);
}

/* --- Widget -------------------------------------------------------------------------------------------------- */

static void
tenure_totals_bar_dispose (GObject *object)
{
  TenureTotalsBar *self = TENURE_TOTALS_BAR (object);
  GtkWidget *child;

  tenure_lookup_cancel (&self->adding);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_pointer (&self->selection, g_array_unref);
  G_OBJECT_CLASS (tenure_totals_bar_parent_class)->dispose (object);
}

static void
tenure_totals_bar_class_init (TenureTotalsBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenure_totals_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
tenure_totals_bar_init (TenureTotalsBar *self)
{
  GtkWidget *paragraph;

  self->selection = g_array_new (FALSE, FALSE, sizeof (TenureId));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->why = tenure_explain_button_new (_ ("Totals"), explain, self, NULL);
  gtk_label_set_xalign (self->label, 0);
  paragraph = tenure_paragraph_new (self->label);
  gtk_widget_set_hexpand (paragraph, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  gtk_widget_set_visible (self->why, FALSE);
  gtk_widget_set_valign (self->why, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (paragraph, GTK_WIDGET (self));
  gtk_widget_set_parent (self->why, GTK_WIDGET (self));
}

GtkWidget *
tenure_totals_bar_new (TenureSession *session)
{
  TenureTotalsBar *self = g_object_new (TENURE_TYPE_TOTALS_BAR, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "updated", G_CALLBACK (session_updated_cb), self);
  session_updated_cb (self);
  return GTK_WIDGET (self);
}

void
tenure_totals_bar_set_selection (TenureTotalsBar *self, GArray *agreements)
{
  guint n = agreements->len > 1 ? agreements->len : 0;

  g_return_if_fail (TENURE_IS_TOTALS_BAR (self));

  if (n == 0 && self->selection->len == 0)
    return;
  /* The worker may still read the one before. */
  g_array_unref (self->selection);
  self->selection = g_array_sized_new (FALSE, FALSE, sizeof (TenureId), n);
  g_array_append_vals (self->selection, agreements->data, n);
  add_up (self);
}
