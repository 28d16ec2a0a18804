#include "config.h"
#include "app/organisations/organisation-view.h"

#include "app/chart-view-report.h"
#include "app/flag-list.h"
#include "app/gtk/list-box.h"
#include "app/gtk/pace.h"
#include "app/missing-button.h"
#include "app/organisations/cards-layout.h"
#include "app/organisations/organisation-reach.h"
#include "app/organisations/organisation-words.h"
#include "app/overview/figure-card.h"
#include "app/settings.h"

#include <adwaita.h>
#include "base/count.h"
#include "base/i18n.h"

#define MAX_ROWS 25 /* of seats, and of people */

struct _TenureOrganisationView
{
  GtkWidget parent_instance;

  TenureOrganisationDetail *detail;
  TenurePace *pace;
  guint n_parts_shown; /* of the detail */
  TenureFigureCard *cards[TENURE_N_PROVIDER_FIGURES];

  GtkScrolledWindow *scroller;
  GtkLabel *name;
  GtkLabel *identity;
  GtkLabel *sector;
  GtkLabel *former;
  GtkLabel *identifiers;
  GtkLinkButton *website;
  GtkBox *reach;
  GtkLabel *funded;
  GtkBox *flags;
  GtkBox *figures;
  GtkWidget *timeline_card;
  GtkWidget *anatomy_card;
  GtkWidget *ahead_card;
  GtkWidget *income_card;
  TenureChartView *timeline;
  TenureChartView *anatomy;
  TenureChartView *ahead;
  TenureChartView *income;
  GtkWidget *accounts_part;
  GtkLabel *reserves_policy;
  GtkListBox *accounts;
  GtkLabel *seats;
  GtkListBox *people;
  GtkLabel *completeness;
  GtkBox *missing;
  GtkListBox *changes;
};

G_DEFINE_FINAL_TYPE (TenureOrganisationView, tenure_organisation_view, GTK_TYPE_WIDGET)

static const TenureAnalysis *
whole_of (TenureOrganisationView *self)
{
  return tenure_basis_get_analysis (tenure_snapshot_get_basis (self->detail->snapshot));
}

/* Takes @text; hides the label where there is none. */
static void
show_text (GtkLabel *label, char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  g_free (text);
}

/* --- Rows ----------------------------------------------------------------------------------------------------- */

/* A title, and a line under it. */
static GtkWidget *
append_words (GtkListBox *list, const char *title, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *row = tenure_list_box_append (list, box);

  gtk_box_append (GTK_BOX (box), tenure_words_new (title, NULL));
  if (*text != '\0')
    gtk_box_append (GTK_BOX (box), tenure_words_new (text, "caption"));
  return row;
}

/* Likewise, with the record that the row opens. */
static void
append_record (GtkListBox *list, const char *title, const char *text, TenureRecordType type, TenureId id)
{
  GtkWidget *row = append_words (list, title, text);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sx)", tenure_record_def (type)->table, id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-record");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* --- Head and flags ------------------------------------------------------------------------------------------- */

static void
show_website (TenureOrganisationView *self)
{
  g_autofree char *words = NULL;
  g_autofree char *link = tenure_organisation_dup_website (self->detail, &words);

  gtk_widget_set_visible (GTK_WIDGET (self->website), link != NULL);
  if (link == NULL)
    return;
  gtk_link_button_set_uri (self->website, link);
  gtk_button_set_label (GTK_BUTTON (self->website), words);
}

static void
show_head (TenureOrganisationView *self)
{
  const char *name = tenure_record_get_text_by_name (self->detail->record, "name");

  gtk_label_set_text (self->name, name != NULL ? name : _ ("No name recorded"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : _ ("No name recorded"), -1);
  show_text (self->identity, tenure_organisation_dup_identity (self->detail));
  show_text (self->sector, tenure_organisation_dup_sector (self->detail));
  show_text (self->former, tenure_organisation_dup_former_names (self->detail));
  show_text (self->identifiers, tenure_organisation_dup_identifiers (self->detail));
  show_website (self);
  tenure_organisation_reach_show (self->reach, self->detail);
  show_text (self->funded, self->detail->n_funded == 0 && self->detail->figures.n_agreements == 0
                               ? g_strdup (_ ("No agreement here is with it, and it pays for none."))
                               : tenure_organisation_dup_funded (self->detail));
}

/* Its own; those of its agreements stand in the timeline. */
static void
show_flags (TenureOrganisationView *self)
{
  const TenureFlags *flags = whole_of (self)->flags;
  TenureId id = self->detail->record->id;
  g_autoptr (GPtrArray) raised = tenure_flags_find (flags, TENURE_RECORD_ORGANISATION, id);
  g_autoptr (GPtrArray) exempted = tenure_flags_find_exempted (flags, TENURE_RECORD_ORGANISATION, id);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->flags))) != NULL)
    gtk_box_remove (self->flags, child);
  g_ptr_array_extend (raised, exempted, NULL, NULL);
  tenure_flag_list_append (self->flags, self->detail->snapshot, raised, "tenure-explain-row");
  gtk_widget_set_visible (GTK_WIDGET (self->flags), raised->len > 0);
}

/* --- Figures -------------------------------------------------------------------------------------------------- */

typedef struct
{
  TenureOrganisationView *view; /* owns the card that owns this */
  TenureProviderFigure figure;
} Question;

static TenureExplanation *
explain_cb (gpointer data)
{
  const Question *question = data;
  const TenureOrganisationDetail *detail = question->view->detail;
  const guint32 *provided;
  guint n;

  if (detail == NULL)
    return NULL;
  provided = tenure_organisation_detail_get_provided (detail, &n);
  return tenure_provider_explain (whole_of (question->view)->providers, detail->organisation, provided, n, question->figure);
}

static void
make_cards (TenureOrganisationView *self)
{
  for (guint i = 0; i < tenure_organisation_n_figures; i++)
    {
      TenureProviderFigure figure = tenure_organisation_figures[i];
      Question *question = g_new (Question, 1);
      GtkWidget *card;

      *question = (Question){ self, figure };
      card = tenure_figure_card_new (tenure_provider_figure_title (figure), explain_cb, question, g_free);
      self->cards[figure] = TENURE_FIGURE_CARD (card);
      gtk_box_append (self->figures, card);
    }
}

static void
show_figures (TenureOrganisationView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->figures), self->detail->figures.n_agreements > 0);
  for (guint i = 0; i < tenure_organisation_n_figures; i++)
    {
      TenureOverviewFigure figure = tenure_organisation_figure (self->detail, tenure_organisation_figures[i]);

      tenure_figure_card_set_figure (self->cards[tenure_organisation_figures[i]], &figure);
      tenure_overview_figure_clear (&figure);
    }
}

/* --- Charts --------------------------------------------------------------------------------------------------- */

static void
show_chart (TenureOrganisationView *self, TenureChartView *view, GtkWidget *card, TenureReportChart chart, gboolean any)
{
  gtk_widget_set_visible (card, any);
  tenure_chart_view_show_organisation (view, any ? self->detail->snapshot : NULL, chart, self->detail->organisation);
}

static void
show_timeline (TenureOrganisationView *self)
{
  show_chart (self, self->timeline, self->timeline_card, TENURE_REPORT_CHART_ORGANISATION_TIMELINE,
              self->detail->figures.n_agreements > 0);
}

static void
show_anatomy (TenureOrganisationView *self)
{
  show_chart (self, self->anatomy, self->anatomy_card, TENURE_REPORT_CHART_ORGANISATION_ANATOMY,
              self->detail->figures.n_running + self->detail->figures.n_planned > 0);
}

static void
show_ahead (TenureOrganisationView *self)
{
  show_chart (self, self->ahead, self->ahead_card, TENURE_REPORT_CHART_ORGANISATION_AHEAD,
              self->detail->figures.n_running + self->detail->figures.n_planned > 0);
}

/* Of a body that provides nothing here and of which no income is recorded there is nothing to ask. */
static void
show_income (TenureOrganisationView *self)
{
  const TenureProviderIncome *income = &whole_of (self)->providers->providers[self->detail->organisation];

  show_chart (self, self->income, self->income_card, TENURE_REPORT_CHART_ORGANISATION_INCOME,
              income->n > 0 || self->detail->figures.n_running > 0);
}

/* --- Accounts ------------------------------------------------------------------------------------------------- */

static void
append_accounts (TenureOrganisationView *self, const TenureRecord *accounts)
{
  g_autofree char *title = tenure_organisation_dup_accounts_title (accounts);
  g_autofree char *text = tenure_organisation_dup_accounts_text (accounts);

  if (text != NULL)
    append_words (self->accounts, title, text);
}

/* Those of the organisation itself stand among the years, unless their year has its own. */
static void
show_accounts (TenureOrganisationView *self)
{
  const GPtrArray *accounts = self->detail->accounts;
  TenureDay own = tenure_organisation_accounts_day (self->detail->record);
  gboolean is_shown = FALSE;

  tenure_list_box_clear (self->accounts);
  show_text (self->reserves_policy, tenure_organisation_dup_reserves_policy (self->detail));
  for (guint i = 0; i < accounts->len; i++)
    {
      TenureDay day = tenure_organisation_accounts_day (accounts->pdata[i]);

      if (!is_shown && day < own)
        append_accounts (self, self->detail->record);
      is_shown = is_shown || day <= own;
      append_accounts (self, accounts->pdata[i]);
    }
  if (!is_shown)
    append_accounts (self, self->detail->record);
  gtk_widget_set_visible (self->accounts_part, gtk_list_box_get_row_at_index (self->accounts, 0) != NULL);
}

/* --- People and record ---------------------------------------------------------------------------------------- */

/* What is not listed any more is counted. */
static void
append_more (GtkListBox *list, guint n)
{
  g_autofree char *more = tenure_count_dup_more (n);

  if (n > 0)
    tenure_list_box_append (list, tenure_words_new (more, "dim-label"));
}

static void
append_seats (TenureOrganisationView *self)
{
  const TenureFacts *facts = tenure_snapshot_get_facts (self->detail->snapshot);
  guint n = MIN (self->detail->seats->len, MAX_ROWS);

  for (guint i = 0; i < n; i++)
    {
      const TenureOrganisationSeat *seat = &g_array_index (self->detail->seats, TenureOrganisationSeat, i);
      g_autofree char *title = tenure_organisation_dup_seat_title (self->detail, seat);
      g_autofree char *text = tenure_organisation_dup_seat_text (self->detail, seat);

      append_record (self->people, title, text, TENURE_RECORD_BOARD, facts->boards[facts->seats[seat->seat].board].id);
    }
  append_more (self->people, self->detail->seats->len - n);
}

/* Of someone whose seats are listed and who is nothing else here, all is said. */
static gboolean
is_listed (const TenureOrganisationPerson *person)
{
  return person->n_seats == 0 || person->is_contact || person->n_essential > 0;
}

static void
append_people (TenureOrganisationView *self)
{
  const GPtrArray *people = self->detail->people;
  guint n = 0;

  for (guint i = 0; i < people->len; i++)
    {
      const TenureOrganisationPerson *person = people->pdata[i];
      g_autofree char *text = tenure_organisation_dup_person_text (person);

      if (is_listed (person) && n++ < MAX_ROWS)
        append_record (self->people, person->name != NULL ? person->name : _ ("No name recorded"), text,
                       TENURE_RECORD_PERSON, person->id);
    }
  append_more (self->people, n > MAX_ROWS ? n - MAX_ROWS : 0);
}

static void
show_people (TenureOrganisationView *self)
{
  show_text (self->seats, tenure_organisation_dup_seats (self->detail));
  tenure_list_box_clear (self->people);
  append_seats (self);
  append_people (self);
  gtk_widget_set_visible (GTK_WIDGET (self->people), gtk_list_box_get_row_at_index (self->people, 0) != NULL);
}

/* Each leads to its field in the form. */
static void
show_missing (TenureOrganisationView *self)
{
  const TenureCompleteness *completeness = &self->detail->completeness;
  const TenureTerms *terms = tenure_snapshot_get_terms (self->detail->snapshot);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->missing))) != NULL)
    gtk_box_remove (self->missing, child);
  for (guint i = 0; i < completeness->n_missing; i++)
    gtk_box_append (self->missing, tenure_missing_accounts_button_new (self->detail->record->id,
                                                                       terms->accounts[self->detail->organisation],
                                                                       completeness->missing[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->missing), completeness->n_missing > 0);
}

static void
show_record (TenureOrganisationView *self)
{
  const GPtrArray *changes = self->detail->changes;

  show_text (self->completeness, tenure_organisation_dup_completeness (self->detail));
  show_missing (self);
  tenure_list_box_clear (self->changes);
  for (guint i = 0; i < changes->len; i++)
    tenure_list_box_append (self->changes, tenure_words_new (changes->pdata[i], NULL));
  if (self->detail->more_changes)
    tenure_list_box_append (self->changes, tenure_words_new (_ ("There are older changes."), "dim-label"));
  gtk_widget_set_visible (GTK_WIDGET (self->changes), changes->len > 0);
}

/* --- Whole ---------------------------------------------------------------------------------------------------- */

/* One a frame, from the top. */
static void (*const parts[]) (TenureOrganisationView *self) = { show_head,    show_flags, show_figures, show_timeline,
                                                                show_anatomy, show_ahead, show_income,  show_accounts,
                                                                show_people,  show_record };

static gboolean
show_part (gpointer data, guint n)
{
  TenureOrganisationView *self = data;

  if (self->detail == NULL)
    return FALSE;
  parts[self->n_parts_shown++](self);
  return self->n_parts_shown < G_N_ELEMENTS (parts);
}

static void
agreement_activated_cb (TenureOrganisationView *self, TenureId record)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)", "agreement", record);
}

static void
organisation_activated_cb (TenureOrganisationView *self, TenureId record)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)", "organisation", record);
}

/* What the buttons do, in the words of the window's actions. */
static const struct
{
  const char *name, *action;
} commands[] = {
  { "organisation.edit", "win.edit-record" },
  { "organisation.duplicate", "win.duplicate-record" },
  { "organisation.delete", "win.delete-record" },
  { "organisation.history", "win.show-history" },
};

static void
command_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureId id = tenure_organisation_view_get_id (TENURE_ORGANISATION_VIEW (widget));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name) && id != TENURE_ID_NONE)
      gtk_widget_activate_action (widget, commands[i].action, "(sx)", "organisation", id);
}

static void
tenure_organisation_view_dispose (GObject *object)
{
  TenureOrganisationView *self = TENURE_ORGANISATION_VIEW (object);
  GtkWidget *child;

  g_clear_pointer (&self->pace, tenure_pace_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->detail, tenure_organisation_detail_free);
  G_OBJECT_CLASS (tenure_organisation_view_parent_class)->dispose (object);
}

static void
tenure_organisation_view_class_init (TenureOrganisationViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_organisation_view_dispose;

  g_type_ensure (TENURE_TYPE_CARDS_LAYOUT);
  g_type_ensure (TENURE_TYPE_CHART_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tenure_app/Tenure/organisations/organisation-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, scroller);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, name);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, identity);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, sector);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, former);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, identifiers);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, website);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, reach);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, funded);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, flags);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, figures);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, timeline_card);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, anatomy_card);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, ahead_card);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, income_card);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, timeline);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, anatomy);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, ahead);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, income);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, accounts_part);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, reserves_policy);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, accounts);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, seats);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, people);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, completeness);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, missing);
  gtk_widget_class_bind_template_child (widget_class, TenureOrganisationView, changes);
  gtk_widget_class_bind_template_callback (widget_class, agreement_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, organisation_activated_cb);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    gtk_widget_class_install_action (widget_class, commands[i].name, NULL, command_action);
}

static void
tenure_organisation_view_init (TenureOrganisationView *self)
{
  self->pace = tenure_pace_new (GTK_WIDGET (self), 1, show_part, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  make_cards (self);
}

void
tenure_organisation_view_take (TenureOrganisationView *self, TenureOrganisationDetail *detail)
{
  TenureId before = tenure_organisation_view_get_id (self);

  g_return_if_fail (TENURE_IS_ORGANISATION_VIEW (self));

  tenure_pace_stop (self->pace);
  g_clear_pointer (&self->detail, tenure_organisation_detail_free);
  self->detail = detail;
  if (detail == NULL)
    return;
  if (detail->record->id != before)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  self->n_parts_shown = 0;
  tenure_pace_start (self->pace);
}

TenureId
tenure_organisation_view_get_id (TenureOrganisationView *self)
{
  return self->detail != NULL ? self->detail->record->id : TENURE_ID_NONE;
}
