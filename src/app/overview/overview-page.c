#include "config.h"
#include "app/overview/overview-page.h"

#include "app/chart-view-report.h"
#include "app/empty-state.h"
#include "app/gtk/pace.h"
#include "app/gtk/when-shown.h"
#include "app/lookup.h"
#include "app/overview/attention-view.h"
#include "app/overview/figure-card.h"
#include "app/overview/overview-ended.h"
#include "app/overview/overview-layout.h"
#include "app/overview/overview-recorded.h"
#include "app/overview/term-card.h"
#include "app/settings.h"

#include <adwaita.h>
#include "base/i18n.h"

struct _TenureOverviewPage
{
  GtkWidget parent_instance;

  TenureSession *session;

  /* What is on screen: figures and attention of this snapshot. */
  TenureSnapshot *snapshot;
  TenureAttentions *attentions;
  GCancellable *counting; /* of the worker that is computing newer ones */
  TenurePace *pace;
  guint n_parts_shown; /* of it: those parts of the page show it */

  GtkStack *stack;
  GtkWidget *ended;
  GtkLabel *ended_label;
  GtkButton *ended_button;
  GtkLabel *scope;
  GtkFlowBox *figures;
  GtkWidget *recorded;
  GtkLabel *recorded_label;
  GtkBox *missing;
  TenureFigureCard *cards[TENURE_N_OVERVIEW_FIGURES];
  TenureAttentionView *attention;
  TenureChartView *term_bands;
  TenureChartView *horizon;
  TenureChartView *expiries;
  TenureChartView *boards;
  TenureTermCard *survival;
  TenureTermCard *trend;
  TenureTermCard *distribution;
};

G_DEFINE_FINAL_TYPE (TenureOverviewPage, tenure_overview_page, GTK_TYPE_WIDGET)

/* --- Figures -------------------------------------------------------------------------------------------------- */

/* The input of the figures; lent by the page and by @selection, which the caller keeps. */
static TenureOverviewInput
get_input (TenureOverviewPage *self, TenureSelection *selection)
{
  selection->agreements = tenure_snapshot_get_shown (self->snapshot, &selection->n_agreements);
  return (TenureOverviewInput){ tenure_snapshot_get_analysis (self->snapshot), selection, self->attentions };
}

typedef struct
{
  TenureOverviewPage *page; /* owns the card that owns this */
  TenureOverviewFigureId figure;
} Question;

static TenureExplanation *
explain_cb (gpointer user_data)
{
  const Question *question = user_data;
  TenureSelection selection;
  TenureOverviewInput input;

  if (question->page->snapshot == NULL)
    return NULL;
  input = get_input (question->page, &selection);
  return tenure_overview_explain (&input, question->figure);
}

static void
make_cards (TenureOverviewPage *self)
{
  for (guint i = 0; i < TENURE_N_OVERVIEW_FIGURES; i++)
    {
      Question *question = g_new (Question, 1);
      GtkWidget *card;

      *question = (Question){ self, i };
      card = tenure_figure_card_new (tenure_overview_figure_title (i), explain_cb, question, g_free);
      self->cards[i] = TENURE_FIGURE_CARD (card);
      gtk_flow_box_append (self->figures, card);
      gtk_widget_set_focusable (gtk_widget_get_parent (card), FALSE);
    }
}

static void
show_figures (TenureOverviewPage *self)
{
  TenureSelection selection;
  TenureOverviewInput input = get_input (self, &selection);
  g_autofree char *scope = tenure_overview_dup_scope (input.analysis);

  gtk_label_set_text (self->scope, scope);
  for (guint i = 0; i < TENURE_N_OVERVIEW_FIGURES; i++)
    {
      TenureOverviewFigure figure = tenure_overview_figure (&input, i);

      tenure_figure_card_set_figure (self->cards[i], &figure);
      tenure_overview_figure_clear (&figure);
    }
}

/* Shows in the register the agreements of which the field is not recorded, of those that the sentence is about. */
static void
missing_clicked_cb (GtkWidget *button, TenureOverviewPage *self)
{
  static const char *const nothing[] = { "", NULL };
  static const char *const sector[] = { "1", "", NULL };
  static const char *const live[] = { "planned", "active", "ending", "open_ended", "", NULL };
  g_autoptr (TenureFilter) filter = tenure_filter_dup (tenure_session_get_filter (self->session));

  tenure_filter_set_facet (filter, "vcs", sector);
  tenure_filter_set_facet (filter, "status", live);
  tenure_filter_set_facet (filter, g_object_get_data (G_OBJECT (button), "facet"), nothing);
  tenure_session_set_filter (self->session, filter);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "agreements");
}

static GtkWidget *
missing_button_new (TenureOverviewPage *self, const TenureOverviewMissing *missing)
{
  g_autofree char *label = tenure_overview_dup_missing (missing);
  GtkWidget *button = gtk_button_new_with_label (label);

  /* Large letters make the words shorter, not the window wider. */
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Show them in the register"));
  g_object_set_data (G_OBJECT (button), "facet", (gpointer) missing->facet);
  g_signal_connect (button, "clicked", G_CALLBACK (missing_clicked_cb), self);
  return button;
}

static void
show_recorded (TenureOverviewPage *self)
{
  const TenureAnalysis *analysis = tenure_snapshot_get_analysis (self->snapshot);
  const TenureCompletenessTally *tally = &analysis->completeness->parts[TENURE_COMPLETENESS_AGREEMENTS];
  g_autofree char *words = tenure_overview_dup_recorded (tally);
  TenureOverviewMissing missing[TENURE_OVERVIEW_MAX_MISSING];
  guint n = words != NULL ? tenure_overview_find_missing (tally, missing) : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->missing))) != NULL)
    gtk_box_remove (self->missing, child);
  gtk_widget_set_visible (self->recorded, n > 0);
  if (n == 0)
    return;
  gtk_label_set_text (self->recorded_label, words);
  for (guint i = 0; i < n; i++)
    gtk_box_append (self->missing, missing_button_new (self, &missing[i]));
}

/* Offers the last day on which there is something to see, where there is next to nothing today. */
static void
show_ended (TenureOverviewPage *self)
{
  TenureSelection selection;
  TenureOverviewInput input = get_input (self, &selection);
  TenureOverviewEnded ended = tenure_overview_find_ended (input.analysis, &selection);
  g_autofree char *sentence = NULL;
  g_autofree char *day = NULL;
  g_autofree char *label = NULL;
  char iso[TENURE_DAY_ISO_SIZE];

  gtk_widget_set_visible (self->ended, tenure_day_is_known (ended.day));
  if (!tenure_day_is_known (ended.day))
    return;
  sentence = tenure_overview_dup_ended_sentence (input.analysis->as_of, &ended);
  day = tenure_day_dup_label (ended.day);
  /* Translators: a button; the day is looked at from then on: "Show as of 31 Mar 2024". */
  label = g_strdup_printf (_ ("Show as of %s"), day);
  gtk_label_set_text (self->ended_label, sentence);
  gtk_button_set_label (self->ended_button, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->ended_button), "s", tenure_day_to_iso (ended.day, iso));
}

/* --- Following the session ------------------------------------------------------------------------------------ */

static void
show_attention (TenureOverviewPage *self)
{
  tenure_attention_view_set (self->attention, self->attentions, self->snapshot);
}

static void
show_term_bands (TenureOverviewPage *self)
{
  tenure_chart_view_show_report (self->term_bands, self->snapshot, TENURE_REPORT_CHART_TERM_BANDS, -1);
}

static void
show_horizon (TenureOverviewPage *self)
{
  tenure_chart_view_show_report (self->horizon, self->snapshot, TENURE_REPORT_CHART_HORIZON, -1);
}

static void
show_expiries (TenureOverviewPage *self)
{
  tenure_chart_view_show_report (self->expiries, self->snapshot, TENURE_REPORT_CHART_EXPIRIES, -1);
}

static void
show_boards (TenureOverviewPage *self)
{
  tenure_chart_view_show_report (self->boards, self->snapshot, TENURE_REPORT_CHART_BOARDS, -1);
}

/* The cards of terms ask a worker and draw when it has answered, one after the other, each in a frame of its own. */
static void
show_terms (TenureOverviewPage *self)
{
  tenure_term_card_set_snapshot (self->survival, self->snapshot);
}

static void
survival_shown_cb (TenureOverviewPage *self)
{
  tenure_term_card_set_snapshot (self->trend, self->snapshot);
}

static void
trend_shown_cb (TenureOverviewPage *self)
{
  tenure_term_card_set_snapshot (self->distribution, self->snapshot);
}

/* One a frame: laid out and painted together they took 40 ms. The list comes last, since it goes on filling for some
 * frames: with a chart in the same frame that was 40 ms again. */
static void (*const parts[]) (TenureOverviewPage *self) = { show_figures, show_term_bands, show_horizon,   show_expiries,
                                                            show_boards,  show_recorded,   show_attention, show_terms };

static gboolean
show_part (gpointer data, guint n)
{
  TenureOverviewPage *self = data;

  parts[self->n_parts_shown++](self);
  return self->n_parts_shown < G_N_ELEMENTS (parts);
}

/* An empty page speaks of the whole document; a filter that leaves nothing is another thing. */
static const char *
stack_page_for (TenureSnapshot *snapshot)
{
  const TenureFacts *facts = tenure_snapshot_get_facts (snapshot);
  guint n_shown;

  if (facts->n_agreements == 0 && facts->n_boards == 0)
    return "empty";
  tenure_snapshot_get_shown (snapshot, &n_shown);
  return n_shown == 0 && facts->n_agreements > 0 ? "no-match" : "content";
}

static gpointer
find_attentions (TenureReader *reader, gpointer snapshot, GCancellable *cancellable, GError **error)
{
  TenureSelection selection;

  selection.agreements = tenure_snapshot_get_shown (snapshot, &selection.n_agreements);
  return tenure_attentions_new (tenure_snapshot_get_analysis (snapshot), &selection);
}

/* Counting cannot fail: there is always an answer. */
static void
attentions_found (gpointer page, gpointer snapshot, gpointer attentions, const GError *error)
{
  TenureOverviewPage *self = page;

  g_clear_pointer (&self->attentions, tenure_attentions_free);
  self->attentions = attentions;
  g_clear_pointer (&self->snapshot, tenure_snapshot_unref);
  self->snapshot = tenure_snapshot_ref (snapshot);
  show_ended (self);
  self->n_parts_shown = 0;
  tenure_pace_start (self->pace);
  gtk_stack_set_visible_child_name (self->stack, stack_page_for (snapshot));
}

static void
load (gpointer widget)
{
  static const TenureLookup lookup = { find_attentions, attentions_found, (GDestroyNotify) tenure_snapshot_unref,
                                       (GDestroyNotify) tenure_attentions_free };
  TenureOverviewPage *self = widget;
  TenureSnapshot *snapshot = tenure_session_get_snapshot (self->session);

  if (snapshot != NULL)
    tenure_lookup_ask (&lookup, &self->counting, self, NULL, tenure_snapshot_ref (snapshot));
  else
    tenure_lookup_cancel (&self->counting);
}

static void
session_updated_cb (TenureOverviewPage *self)
{
  tenure_when_shown (GTK_WIDGET (self), load);
}

static void
agreement_activated_cb (TenureOverviewPage *self, TenureId record)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)",
                              tenure_record_def (TENURE_RECORD_AGREEMENT)->table, record);
}

static void
board_activated_cb (TenureOverviewPage *self, TenureId record)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)", tenure_record_def (TENURE_RECORD_BOARD)->table,
                              record);
}

/* --- Widget --------------------------------------------------------------------------------------------------- */

static void
tenure_overview_page_dispose (GObject *object)
{
  TenureOverviewPage *self = TENURE_OVERVIEW_PAGE (object);
  GtkWidget *child;

  tenure_lookup_cancel (&self->counting);
  g_clear_object (&self->session);
  g_clear_pointer (&self->pace, tenure_pace_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->attentions, tenure_attentions_free);
  g_clear_pointer (&self->snapshot, tenure_snapshot_unref);
  G_OBJECT_CLASS (tenure_overview_page_parent_class)->dispose (object);
}

static void
tenure_overview_page_class_init (TenureOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_overview_page_dispose;

  g_type_ensure (TENURE_TYPE_ATTENTION_VIEW);
  g_type_ensure (TENURE_TYPE_CHART_VIEW);
  g_type_ensure (TENURE_TYPE_OVERVIEW_LAYOUT);
  g_type_ensure (TENURE_TYPE_TERM_CARD);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/overview/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TenureOverviewPage, ended);
  gtk_widget_class_bind_template_child (widget_class, TenureOverviewPage, ended_label);
  gtk_widget_class_bind_template_child (widget_class, TenureOverviewPage, ended_button);
  gtk_widget_class_bind_template_child (widget_class, TenureOverviewPage, scope);
  gtk_widget_class_bind_template_child (widget_class, TenureOverviewPage, figures);
  gtk_widget_class_bind_template_child (widget_class, TenureOverviewPage, recorded);
  gtk_widget_class_bind_template_child (widget_class, TenureOverviewPage, recorded_label);
  gtk_widget_class_bind_template_child (widget_class, TenureOverviewPage, missing);
  gtk_widget_class_bind_template_child (widget_class, TenureOverviewPage, attention);
  gtk_widget_class_bind_template_child (widget_class, TenureOverviewPage, term_bands);
  gtk_widget_class_bind_template_child (widget_class, TenureOverviewPage, horizon);
  gtk_widget_class_bind_template_child (widget_class, TenureOverviewPage, expiries);
  gtk_widget_class_bind_template_child (widget_class, TenureOverviewPage, boards);
  gtk_widget_class_bind_template_child (widget_class, TenureOverviewPage, survival);
  gtk_widget_class_bind_template_child (widget_class, TenureOverviewPage, trend);
  gtk_widget_class_bind_template_child (widget_class, TenureOverviewPage, distribution);
  gtk_widget_class_bind_template_callback (widget_class, agreement_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, board_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, survival_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, trend_shown_cb);
}

static void
tenure_overview_page_init (TenureOverviewPage *self)
{
  self->pace = tenure_pace_new (GTK_WIDGET (self), 1, show_part, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  make_cards (self);
  tenure_empty_states_add (self->stack, "tenure-overview-symbolic", _ ("Nothing to See Yet"),
                           _ ("The overview shows what funding ends when, who lives from one short "
                              "agreement to the next, and which boards lack the {sector}."),
                           TENURE_RECORD_AGREEMENT, _ ("No agreement passes the filter."));
}

GtkWidget *
tenure_overview_page_new (TenureSession *session)
{
  TenureOverviewPage *self;

  g_return_val_if_fail (TENURE_IS_SESSION (session), NULL);

  self = g_object_new (TENURE_TYPE_OVERVIEW_PAGE, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "updated", G_CALLBACK (session_updated_cb), self, G_CONNECT_SWAPPED);
  session_updated_cb (self);
  return GTK_WIDGET (self);
}
