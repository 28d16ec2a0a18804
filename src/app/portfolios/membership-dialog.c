#include "config.h"
#include "app/portfolios/membership-dialog.h"

#include "app/change.h"
#include "app/gtk/plain-rows.h"
#include "app/gtk/text-scale.h"
#include "app/lookup.h"
#include "app/session.h"
#include "register/members.h"
#include "register/membership.h"
#include "store/query.h"

#include "base/count.h"
#include "base/i18n.h"

struct _TenureMembershipDialog
{
  AdwWindow parent_instance;

  TenureWindow *window;
  GArray *ids;            /* TenureId: the agreements */
  GCancellable *counting; /* of the newest request, NULL when idle */

  AdwWindowTitle *title;
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (TenureMembershipDialog, tenure_membership_dialog, ADW_TYPE_WINDOW)

/* A portfolio, and how the agreements belong to it. */
typedef struct
{
  TenureId id;
  char *name;
  guint n;         /* of the agreements belong to it, */
  guint n_by_rule; /* so many by rule, */
  guint n_by_hand; /* and by hand */
} Portfolio;

static void
portfolio_free (gpointer data)
{
  Portfolio *portfolio = data;

  g_free (portfolio->name);
  g_free (portfolio);
}

/* --- Changing ------------------------------------------------------------------------------------------------- */

typedef struct
{
  TenureId portfolio;
  GArray *ids;
  gboolean put; /* else: take out */

  /* What came of it. */
  char *done;
  guint n;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_array_unref (work->ids);
  g_free (work->done);
  g_free (work);
}

static gboolean
do_work (TenureDocument *document, gpointer data, GError **error)
{
  Work *work = data;
  const TenureId *ids = (const TenureId *) (gpointer) work->ids->data;
  int n = work->put ? tenure_membership_put_in (document, work->portfolio, ids, work->ids->len, &work->done, error)
                    : tenure_membership_take_out (document, work->portfolio, ids, work->ids->len, &work->done, error);

  work->n = (guint) MAX (n, 0);
  return n >= 0;
}

static char *
dup_done (gpointer data, gboolean *changed)
{
  const Work *work = data;

  *changed = work->n > 0;
  return g_strdup (work->done);
}

static void
change (TenureWindow *window, TenureId portfolio, GArray *ids, gboolean put)
{
  TenureChange change = {
    .make = do_work, .free_data = work_free, .failed = _ ("Nothing Was Changed"), .dup_done = dup_done
  };
  Work *work = change.data = g_new0 (Work, 1);

  *work = (Work){ .portfolio = portfolio, .ids = g_array_ref (ids), .put = put };
  tenure_change_run (window, &change);
}

void
tenure_membership_take_out_of (TenureWindow *window, TenureId portfolio, GArray *ids)
{
  g_return_if_fail (TENURE_IS_WINDOW (window) && ids != NULL);

  change (window, portfolio, ids, FALSE);
}

static const Portfolio *
portfolio_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW)), "portfolio");
}

static void
put_in_cb (TenureMembershipDialog *self, GtkWidget *button)
{
  change (self->window, portfolio_of (button)->id, self->ids, TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

static void
take_out_cb (TenureMembershipDialog *self, GtkWidget *button)
{
  change (self->window, portfolio_of (button)->id, self->ids, FALSE);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_portfolio_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (TENURE_MEMBERSHIP_DIALOG (widget)->window), "win.add-record", "s", "portfolio");
}

/* --- Rows ----------------------------------------------------------------------------------------------------- */

/* "2 of 3 belong to it: 1 by rule, 2 by hand" */
static char *
dup_words (const Portfolio *portfolio, guint of)
{
  if (portfolio->n == 0)
    return g_strdup (of == 1 ? _ ("Does not belong to it") : _ ("None of them belongs to it"));
  if (of == 1)
    return g_strdup (portfolio->n_by_rule == 0   ? _ ("Belongs to it by hand")
                     : portfolio->n_by_hand == 0 ? _ ("Belongs to it by rule")
                                                 : _ ("Belongs to it by rule and by hand"));
  /* Translators: how many of the selected agreements belong to a portfolio; some by rule and by hand at once. */
  return tenure_count_dup_several (_ ("%1$s of %2$s belong to it: %3$s by rule, %4$s by hand"), 4,
                                   (guint64[]){ portfolio->n, of, portfolio->n_by_rule, portfolio->n_by_hand });
}

/* @name: what a screen reader says: the buttons of all rows read the same. */
static GtkWidget *
button_new (TenureMembershipDialog *self, const char *label, const char *name, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

/* @portfolio: transfer full. */
static void
add_portfolio_row (TenureMembershipDialog *self, Portfolio *portfolio)
{
  g_autofree char *words = dup_words (portfolio, self->ids->len);
  GtkWidget *row = tenure_plain_rows_add (self->group, portfolio->name, words);
  /* Translators: accessible names of buttons; the name of a portfolio. */
  g_autofree char *put = g_strdup_printf (_ ("Add to “%s”"), portfolio->name);
  g_autofree char *take = g_strdup_printf (_ ("Remove from “%s”"), portfolio->name);

  g_object_set_data_full (G_OBJECT (row), "portfolio", portfolio, portfolio_free);
  if (portfolio->n_by_hand > 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button_new (self, _ ("Remove"), take, G_CALLBACK (take_out_cb)));
  if (portfolio->n_by_hand < self->ids->len)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button_new (self, _ ("Add"), put, G_CALLBACK (put_in_cb)));
}

/* --- How they belong ------------------------------------------------------------------------------------------ */

typedef struct
{
  TenureBasis *basis;
  GArray *ids;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  tenure_basis_unref (request->basis);
  g_array_unref (request->ids);
  g_free (request);
}

static Portfolio *
count (TenureId id, const Request *request, TenureReader *reader, GError **error)
{
  g_autoptr (TenureMembers) members = tenure_members_new (id, request->basis, reader, error);
  Portfolio *portfolio;

  if (members == NULL)
    return NULL;
  portfolio = g_new0 (Portfolio, 1);
  portfolio->id = id;
  portfolio->name = tenure_reader_dup_title (reader, TENURE_RECORD_PORTFOLIO, id);
  for (guint i = 0; i < request->ids->len; i++)
    {
      int index = tenure_basis_find (request->basis, TENURE_RECORD_AGREEMENT, g_array_index (request->ids, TenureId, i));
      guint how = index >= 0 ? members->how[index] : 0;

      portfolio->n += how != 0;
      portfolio->n_by_rule += (how & TENURE_MEMBER_BY_RULE) != 0;
      portfolio->n_by_hand += (how & TENURE_MEMBER_BY_HAND) != 0;
    }
  return portfolio;
}

static gpointer
find_portfolios (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) portfolios = g_ptr_array_new_with_free_func (portfolio_free);
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_PORTFOLIO);
  g_autoptr (GArray) ids = NULL;

  tenure_query_sort (query, tenure_record_field_index (TENURE_RECORD_PORTFOLIO, "name"), FALSE);
  ids = tenure_query_run (query, reader, error);
  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      Portfolio *portfolio = count (g_array_index (ids, TenureId, i), data, reader, error);

      if (portfolio == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      g_ptr_array_add (portfolios, portfolio);
    }
  return g_steal_pointer (&portfolios);
}

static void
portfolios_found (gpointer owner, gpointer data, gpointer answer, const GError *error)
{
  TenureMembershipDialog *self = owner;
  g_autoptr (GPtrArray) portfolios = answer;
  g_autofree gpointer *all = NULL;
  gsize n = 0;

  tenure_plain_rows_clear (self->group);
  if (portfolios == NULL || portfolios->len == 0)
    {
      tenure_plain_rows_add (self->group, portfolios == NULL ? error->message : _ ("There is no portfolio yet"), "");
      return;
    }
  all = g_ptr_array_steal (portfolios, &n);
  for (gsize i = 0; i < n; i++)
    add_portfolio_row (self, all[i]);
}

/* Also after a portfolio was added from here. */
static void
show_portfolios (TenureMembershipDialog *self)
{
  static const TenureLookup lookup = { find_portfolios, portfolios_found, request_free, (GDestroyNotify) g_ptr_array_unref };
  TenureSession *session = tenure_window_get_session (self->window);
  TenureSnapshot *snapshot = session != NULL ? tenure_session_get_snapshot (session) : NULL;
  Request *request;

  if (snapshot == NULL)
    return;
  request = g_new (Request, 1);
  *request = (Request){ tenure_basis_ref (tenure_snapshot_get_basis (snapshot)), g_array_ref (self->ids) };
  tenure_lookup_ask (&lookup, &self->counting, self, tenure_session_get_document (session), request);
}

/* --- Object --------------------------------------------------------------------------------------------------- */

static void
tenure_membership_dialog_dispose (GObject *object)
{
  TenureMembershipDialog *self = TENURE_MEMBERSHIP_DIALOG (object);

  tenure_lookup_cancel (&self->counting);
  g_clear_object (&self->window);
  g_clear_pointer (&self->ids, g_array_unref);
  G_OBJECT_CLASS (tenure_membership_dialog_parent_class)->dispose (object);
}

static void
tenure_membership_dialog_class_init (TenureMembershipDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_membership_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/portfolios/membership-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureMembershipDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TenureMembershipDialog, group);
  gtk_widget_class_install_action (widget_class, "membership.add-portfolio", NULL, add_portfolio_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tenure_membership_dialog_init (TenureMembershipDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_text_scale_window (GTK_WINDOW (self));
}

TenureMembershipDialog *
tenure_membership_dialog_new (TenureWindow *window, GArray *ids)
{
  TenureMembershipDialog *self;
  g_autofree char *title = NULL;
  TenureSession *session;

  g_return_val_if_fail (TENURE_IS_WINDOW (window) && ids != NULL && ids->len > 0, NULL);

  session = tenure_window_get_session (window);
  self = g_object_new (TENURE_TYPE_MEMBERSHIP_DIALOG, "transient-for", window, NULL);
  self->window = g_object_ref (window);
  self->ids = g_array_ref (ids);
  title =
      tenure_count_dup_words (ngettext ("Portfolios of %s Agreement", "Portfolios of %s Agreements", ids->len), ids->len);
  adw_window_title_set_title (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  if (session != NULL)
    g_signal_connect_object (session, "updated", G_CALLBACK (show_portfolios), self, G_CONNECT_SWAPPED);
  show_portfolios (self);
  return self;
}
