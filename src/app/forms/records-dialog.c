#include "config.h"
#include "app/forms/records-dialog.h"

#include "app/empty-state.h"
#include "app/forms/record-words.h"
#include "app/forms/set-aside.h"
#include "app/gtk/plain-rows.h"
#include "app/gtk/text-scale.h"
#include "app/gtk/toast.h"
#include "app/lookup.h"
#include "register/price-series.h"
#include "register/scenario-kept.h"
#include "store/edit.h"
#include "store/query.h"

#include "base/i18n.h"

/* What is kept and how it is told. */
typedef struct
{
  TenureRecordType type;
  const char *title;
  const char *description;
  const char *none;
  gboolean can_add;
  const char *open; /* the action of the main window that shows one, by its id; NULL: its form */
  const char *add;  /* the action that makes one; NULL: a blank form */
  char *(*dup_title) (TenureReader *reader, const TenureRecord *record);
  char *(*dup_words) (TenureSession *session, const TenureRecord *record);
} Kind;

struct _TenureRecordsDialog
{
  AdwWindow parent_instance;

  TenureSession *session;
  const Kind *kind;
  GCancellable *counting; /* of the newest request, NULL when idle */

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  GtkButton *add_button;
  GtkButton *usual_button;
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (TenureRecordsDialog, tenure_records_dialog, ADW_TYPE_WINDOW)

/* --- Kinds ---------------------------------------------------------------------------------------------------- */

static char *
dup_terms_title (TenureReader *reader, const TenureRecord *record)
{
  return tenure_usual_terms_dup_title (record);
}

static char *
dup_terms_words (TenureSession *session, const TenureRecord *record)
{
  TenureSnapshot *snapshot = tenure_session_get_snapshot (session);
  const TenureFacts *facts = snapshot != NULL ? tenure_snapshot_get_facts (snapshot) : NULL;
  g_autofree TenureUsualTermsUse *uses =
      snapshot != NULL ? tenure_terms_count_usual (tenure_snapshot_get_terms (snapshot)) : NULL;

  for (guint i = 0; facts != NULL && i < facts->n_usual_terms; i++)
    if (facts->usual_terms[i].id == record->id)
      return tenure_usual_terms_dup_use (record, &uses[i]);
  return tenure_usual_terms_dup_use (record, NULL);
}

static char *
dup_exemption_words (TenureSession *session, const TenureRecord *record)
{
  return tenure_exemption_dup_words (record, tenure_session_get_as_of (session));
}

static char *
dup_own_title (TenureReader *reader, const TenureRecord *record)
{
  return tenure_reader_dup_title (reader, record->type, record->id);
}

/* "3 yearly rates; used unless an agreement says otherwise" */
static char *
dup_index_words (TenureSession *session, const TenureRecord *record)
{
  TenureSnapshot *snapshot = tenure_session_get_snapshot (session);
  const TenureFacts *facts = snapshot != NULL ? tenure_snapshot_get_facts (snapshot) : NULL;

  for (guint i = 0; facts != NULL && i < facts->n_price_indexes; i++)
    {
      const TenureFactPriceIndex *index = &facts->price_indexes[i];
      g_autofree char *rates =
          g_strdup_printf (ngettext ("%u yearly rate", "%u yearly rates", index->n_rates), index->n_rates);

      if (index->id != record->id)
        continue;
      if (index->usual != TENURE_FACT_YES)
        return g_steal_pointer (&rates);
      /* Translators: "3 yearly rates"; used unless an agreement says otherwise */
      return g_strdup_printf (_ ("%s; used unless an agreement says otherwise"), rates);
    }
  return g_strdup ("");
}

/* "Owner: A. Okafor · Purpose: … · Rule: Kind: Grant". Who belongs to it is counted by a worker (show_members). */
static char *
dup_portfolio_words (TenureSession *session, const TenureRecord *record)
{
  return tenure_portfolio_dup_words (tenure_document_get_reader (tenure_session_get_document (session)), record, NULL);
}

/* "Extend by 12 months (3 agreements); End early on 31 Jan 2027 (1 agreement) · asked for by the panel" */
static char *
dup_scenario_words (TenureSession *session, const TenureRecord *record)
{
  TenureReader *reader = tenure_document_get_reader (tenure_session_get_document (session));
  const char *notes = tenure_record_get_text_by_name (record, "notes");
  g_autofree char *changes = tenure_scenario_kept_dup_words (reader, record->id);

  return notes != NULL ? g_strdup_printf ("%s · %s", changes, notes) : g_steal_pointer (&changes);
}

static const TenureParticipationFacts *
get_participation (TenureSession *session)
{
  TenureSnapshot *snapshot = tenure_session_get_snapshot (session);

  return snapshot != NULL ? &tenure_snapshot_get_facts (snapshot)->participation : NULL;
}

/* "£4,893 of £7,200 committed" */
static char *
dup_budget_words (TenureSession *session, const TenureRecord *record)
{
  const TenureParticipationFacts *facts = get_participation (session);
  const TenureParticipation *participation =
      facts != NULL ? tenure_snapshot_get_analysis (tenure_session_get_snapshot (session))->participation : NULL;

  for (guint i = 0; facts != NULL && i < facts->n_budgets; i++)
    if (facts->budgets[i].id == record->id)
      {
        const TenureFigure *figures = participation->budgets[i].figures;
        g_autofree char *committed = tenure_figure_dup_label (&figures[TENURE_BUDGET_COMMITTED]);
        g_autofree char *amount = tenure_figure_dup_label (&figures[TENURE_BUDGET_AMOUNT]);

        /* Translators: two amounts of money. */
        return g_strdup_printf (_ ("%1$s of %2$s committed"), committed, amount);
      }
  return g_strdup ("");
}

static char *
dup_rate_title (TenureReader *reader, const TenureRecord *record)
{
  guint payee = tenure_record_field_index (record->type, "payee"),
        from = tenure_record_field_index (record->type, "from_day");
  g_autofree char *label = tenure_record_dup_label (record, payee);
  TenureId id = tenure_record_get_reference (record, tenure_record_field_index (record->type, "organisation"));
  g_autofree char *of = id != TENURE_ID_NONE ? tenure_reader_dup_title (reader, TENURE_RECORD_ORGANISATION, id) : NULL;
  TenureDay day = tenure_record_get_day (record, from);
  g_autofree char *since = tenure_day_is_known (day) ? tenure_day_dup_label (day) : NULL;
  GString *title = g_string_new (label != NULL ? label : _ (tenure_record_def (record->type)->label));

  if (of != NULL)
    g_string_append_printf (title, ", %s", of);
  if (since != NULL)
    /* Translators: behind whom a rate is for; a day. */
    g_string_append_printf (title, _ (", from %s"), since);
  return g_string_free (title, FALSE);
}

/* "Per half day £75 · Per day £150" */
static char *
dup_fields (const TenureRecord *record, const char *const *names)
{
  GString *words = g_string_new (NULL);

  for (; *names != NULL; names++)
    {
      guint field = tenure_record_field_index (record->type, *names);
      g_autofree char *value = tenure_record_dup_label (record, field);

      if (value != NULL)
        g_string_append_printf (words, "%s%s %s", words->len > 0 ? " · " : "",
                                _ (tenure_record_def (record->type)->fields[field].label), value);
    }
  return g_string_free (words, FALSE);
}

static char *
dup_rate_words (TenureSession *session, const TenureRecord *record)
{
  static const char *const names[] = { "hour", "half_day", "day", "salary_day", "mile", NULL };

  return dup_fields (record, names);
}

static char *
dup_claim_title (TenureReader *reader, const TenureRecord *record)
{
  TenureId person = tenure_record_get_reference (record, tenure_record_field_index (record->type, "person"));
  TenureId organisation = tenure_record_get_reference (record, tenure_record_field_index (record->type, "organisation"));
  char *payee = person != TENURE_ID_NONE         ? tenure_reader_dup_title (reader, TENURE_RECORD_PERSON, person)
                : organisation != TENURE_ID_NONE ? tenure_reader_dup_title (reader, TENURE_RECORD_ORGANISATION, organisation)
                                                 : NULL;

  return payee != NULL ? payee : g_strdup (_ ("Payee not recorded"));
}

static char *
dup_claim_words (TenureSession *session, const TenureRecord *record)
{
  static const char *const names[] = {
    "state", "claimed", "approved", "paid", "submitted_on", "paid_on", "reference", NULL
  };

  return dup_fields (record, names);
}

static const Kind kinds[] = {
  { TENURE_RECORD_BUDGET, N_ ("Participation Budgets"),
    N_ ("Money that pays people and organisations for taking part. What is committed, claimed and paid is held against it, and "
        "whether it lasts is foretold."),
    N_ ("None yet. Time that nobody pays for is kept and shown all the same."), TRUE, NULL, NULL, dup_own_title,
    dup_budget_words },
  { TENURE_RECORD_PAY_RATE, N_ ("Rates for Taking Part"),
    N_ ("What time is paid at. Of several that hold, an organisation’s own comes before a budget’s, and the later before the "
        "earlier. Published for people with lived experience: £150 a day, £75 a half day, and travel (Iriss)."),
    N_ ("None yet. Without one, no time can be valued."), TRUE, NULL, NULL, dup_rate_title, dup_rate_words },
  { TENURE_RECORD_CLAIM, N_ ("Claims"), N_ ("What was claimed from participation budgets, and how far it has come."),
    N_ ("None yet."), TRUE, NULL, NULL, dup_claim_title, dup_claim_words },
  { TENURE_RECORD_USUAL_TERMS, N_ ("Usual Terms"),
    N_ ("Used where an agreement records no renewal notice or lead time of its own; every date that rests on them is marked "
        "as assumed. The most specific entry counts: funder and kind, then funder, then kind, then neither."),
    N_ ("None yet. Without them, the day by which a renewal must be decided is known only where an agreement says so."),
    TRUE, NULL, NULL, dup_terms_title, dup_terms_words },
  { TENURE_RECORD_EXEMPTION, N_ ("Exemptions"),
    N_ ("Where a rule does not fit. An exempted flag stays on show with its reason, and counts again from the day of review."),
    N_ ("None yet. Choose “Exempt…” beside a flag to record one."), FALSE, NULL, NULL, tenure_set_aside_dup_title,
    dup_exemption_words },
  { TENURE_RECORD_PRICE_INDEX, N_ ("Price Indexes"),
    N_ ("What uplifts are held against: prices, pay, the health service’s cost uplift. Each has a rate for every year, from its "
        "own source. The one marked as used counts for every agreement that names no other."),
    N_ ("None yet. Without one, no real-terms cut can be told."), TRUE, NULL, NULL, dup_own_title, dup_index_words },
  { TENURE_RECORD_PORTFOLIO, N_ ("Portfolios"),
    N_ ("Agreements that belong together, put in by hand or by a rule. Every page can be narrowed down to one; boards are "
        "judged whatever the portfolio."),
    N_ ("None yet. All agreements are seen together."), TRUE, NULL, NULL, dup_own_title, dup_portfolio_words },
  { TENURE_RECORD_SCENARIO, N_ ("Scenarios"),
    N_ ("Changes that were tried on agreements and kept by name. Choose one to see what it would come to on the day looked at, "
        "and to apply it. Until then nothing is changed."),
    N_ ("None yet. Select agreements, choose “Try a Change…” and keep what you tried."), TRUE, "win.open-scenario",
    "win.propose-extensions", dup_own_title, dup_scenario_words },
};

static const Kind *
find_kind (TenureRecordType type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].type == type)
      return &kinds[i];
  return NULL;
}

/* --- Changing ------------------------------------------------------------------------------------------------- */

/* Actions of the main window, which this one stands over. */
static GtkWidget *
main_window (TenureRecordsDialog *self)
{
  return GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
}

static gboolean
delete_one (TenureEdit *edit, gpointer data, GError **error)
{
  const TenureRecord *record = data;

  return tenure_edit_delete (edit, record->type, record->id, error);
}

static void
toast (TenureRecordsDialog *self, const char *text, gboolean undo)
{
  AdwToast *message = tenure_toast_new (text);

  if (undo)
    {
      adw_toast_set_button_label (message, _ ("Undo"));
      adw_toast_set_action_name (message, "records.undo");
    }
  tenure_toast_show (self->toasts, message);
}

static void
delete_record (TenureRecordsDialog *self, const TenureRecord *record)
{
  TenureDocument *document = tenure_session_get_document (self->session);
  g_autofree char *title = self->kind->dup_title (tenure_document_get_reader (document), record);
  /* Translators: what undo calls the step; the record that is deleted. */
  g_autofree char *label = g_strdup_printf (_ ("Delete “%s”"), title);
  g_autofree char *done = g_strdup_printf (_ ("Deleted “%s”"), title);
  g_autoptr (GError) error = NULL;

  if (tenure_document_edit (document, label, delete_one, (gpointer) record, &error))
    toast (self, done, TRUE);
  else
    toast (self, error->message, FALSE);
}

/* The price indexes that come along, those that are not there yet. */
static void
add_usual_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureRecordsDialog *self = TENURE_RECORDS_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  int n = tenure_price_series_add (tenure_session_get_document (self->session), &error);
  g_autofree char *done = g_strdup_printf (ngettext ("Added %d price index", "Added %d price indexes", MAX (n, 0)), n);

  if (n < 0)
    toast (self, error->message, FALSE);
  else if (n > 0)
    toast (self, done, TRUE);
}

static void
undo_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (main_window (TENURE_RECORDS_DIALOG (widget)), "win.undo", NULL);
}

static void
redo_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (main_window (TENURE_RECORDS_DIALOG (widget)), "win.redo", NULL);
}

static void
add_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureRecordsDialog *self = TENURE_RECORDS_DIALOG (widget);

  if (self->kind->add != NULL)
    gtk_widget_activate_action (main_window (self), self->kind->add, NULL);
  else if (self->kind->can_add)
    gtk_widget_activate_action (main_window (self), "win.add-record", "s", tenure_record_def (self->kind->type)->table);
}

/* --- Rows ----------------------------------------------------------------------------------------------------- */

static TenureRecord *
record_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "record");
}

static void
activated_cb (TenureRecordsDialog *self, GtkWidget *row)
{
  if (self->kind->open != NULL)
    gtk_widget_activate_action (main_window (self), self->kind->open, "x", record_of (row)->id);
  else
    gtk_widget_activate_action (main_window (self), "win.edit-record", "(sx)", tenure_record_def (self->kind->type)->table,
                                record_of (row)->id);
}

static void
delete_clicked_cb (TenureRecordsDialog *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  g_autoptr (TenureRecord) record = tenure_record_dup (record_of (row)); /* the row goes with it */

  delete_record (self, record);
}

static GtkWidget *
delete_button_new (TenureRecordsDialog *self, const char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Delete “%s”"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Delete"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_record (TenureRecordsDialog *self, TenureReader *reader, TenureRecord *record)
{
  g_autofree char *title = self->kind->dup_title (reader, record);
  g_autofree char *words = self->kind->dup_words (self->session, record);
  GtkWidget *row = tenure_plain_rows_add (self->group, title, words);
  gboolean writable = !tenure_document_is_read_only (tenure_session_get_document (self->session));

  g_object_set_data_full (G_OBJECT (row), "record", record, (GDestroyNotify) tenure_record_free);
  if (writable || self->kind->open != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
    }
  if (writable)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), delete_button_new (self, title));
}

/* --- Who belongs to a portfolio ------------------------------------------------------------------------------- */

typedef struct
{
  TenureBasis *basis;
  GArray *portfolios; /* TenureId */
} CountRequest;

static void
count_request_free (gpointer data)
{
  CountRequest *request = data;

  tenure_basis_unref (request->basis);
  g_array_unref (request->portfolios);
  g_free (request);
}

static void
free_members (gpointer members)
{
  tenure_members_free (members);
}

static gpointer
find_members (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const CountRequest *request = data;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (free_members);

  for (guint i = 0; i < request->portfolios->len; i++)
    {
      TenureMembers *members =
          tenure_members_new (g_array_index (request->portfolios, TenureId, i), request->basis, reader, error);

      if (members == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      g_ptr_array_add (all, members);
    }
  return g_steal_pointer (&all);
}

static void
members_found (gpointer owner, gpointer data, gpointer answer, const GError *error)
{
  TenureRecordsDialog *self = owner;
  TenureReader *reader = tenure_document_get_reader (tenure_session_get_document (self->session));
  const CountRequest *request = data;
  const GPtrArray *rows = tenure_plain_rows_get (self->group);
  g_autoptr (GPtrArray) all = answer;

  for (guint i = 0; all != NULL && i < rows->len; i++)
    {
      const TenureRecord *record = record_of (rows->pdata[i]);

      for (guint p = 0; record != NULL && p < all->len; p++)
        if (g_array_index (request->portfolios, TenureId, p) == record->id)
          {
            g_autofree char *words = tenure_portfolio_dup_words (reader, record, all->pdata[p]);

            adw_action_row_set_subtitle (ADW_ACTION_ROW (rows->pdata[i]), words);
          }
    }
}

static void
show_members (TenureRecordsDialog *self, GArray *portfolios)
{
  static const TenureLookup lookup = { find_members, members_found, count_request_free, (GDestroyNotify) g_ptr_array_unref };
  TenureSnapshot *snapshot = tenure_session_get_snapshot (self->session);
  CountRequest *request;

  if (snapshot == NULL || portfolios == NULL)
    return;
  request = g_new0 (CountRequest, 1);
  request->basis = tenure_basis_ref (tenure_snapshot_get_basis (snapshot));
  request->portfolios = g_array_ref (portfolios);
  tenure_lookup_ask (&lookup, &self->counting, self, tenure_session_get_document (self->session), request);
}

/* --- All of them ---------------------------------------------------------------------------------------------- */

static void
show_records (TenureRecordsDialog *self)
{
  TenureReader *reader = tenure_document_get_reader (tenure_session_get_document (self->session));
  g_autoptr (TenureQuery) query = tenure_query_new (self->kind->type);
  g_autoptr (GArray) ids = tenure_query_run (query, reader, NULL);

  tenure_plain_rows_clear (self->group);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      TenureRecord *record = tenure_reader_load (reader, self->kind->type, g_array_index (ids, TenureId, i), NULL);

      if (record != NULL)
        add_record (self, reader, record);
    }
  if (tenure_plain_rows_get (self->group)->len == 0)
    tenure_plain_rows_add (self->group, _ (self->kind->none), "");
  if (self->kind->type == TENURE_RECORD_PORTFOLIO)
    show_members (self, ids);
  gtk_widget_set_visible (GTK_WIDGET (self->usual_button), self->kind->type == TENURE_RECORD_PRICE_INDEX
                                                               && tenure_price_series_count_absent (reader, NULL) > 0);
}

/* --- Object --------------------------------------------------------------------------------------------------- */

static void
tenure_records_dialog_dispose (GObject *object)
{
  TenureRecordsDialog *self = TENURE_RECORDS_DIALOG (object);

  tenure_lookup_cancel (&self->counting);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tenure_records_dialog_parent_class)->dispose (object);
}

static void
tenure_records_dialog_class_init (TenureRecordsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_records_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/forms/records-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureRecordsDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TenureRecordsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, TenureRecordsDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, TenureRecordsDialog, usual_button);
  gtk_widget_class_bind_template_child (widget_class, TenureRecordsDialog, group);
  gtk_widget_class_install_action (widget_class, "records.add", NULL, add_action_cb);
  gtk_widget_class_install_action (widget_class, "records.add-usual", NULL, add_usual_action_cb);
  gtk_widget_class_install_action (widget_class, "records.undo", NULL, undo_action_cb);
  gtk_widget_class_install_action (widget_class, "records.redo", NULL, redo_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "records.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "records.redo", NULL);
}

static void
tenure_records_dialog_init (TenureRecordsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_text_scale_window (GTK_WINDOW (self));
}

TenureRecordsDialog *
tenure_records_dialog_new (GtkWindow *parent, TenureSession *session, TenureRecordType type)
{
  const Kind *kind = find_kind (type);
  TenureRecordsDialog *self;
  gboolean writable;

  g_return_val_if_fail (kind != NULL && TENURE_IS_SESSION (session), NULL);

  self = g_object_new (TENURE_TYPE_RECORDS_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->kind = kind;
  gtk_window_set_title (GTK_WINDOW (self), _ (kind->title));
  adw_window_title_set_title (self->title, _ (kind->title));
  adw_preferences_group_set_description (self->group, _ (kind->description));
  gtk_button_set_label (self->add_button, tenure_add_record_label (type));
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), kind->can_add);
  writable = !tenure_document_is_read_only (tenure_session_get_document (session));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.add", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.add-usual", writable);
  g_signal_connect_swapped (session, "updated", G_CALLBACK (show_records), self);
  show_records (self);
  return self;
}
