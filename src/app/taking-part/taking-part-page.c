#include "config.h"
#include "app/taking-part/taking-part-page.h"

#include "app/chart-view.h"
#include "app/empty-state.h"
#include "app/gtk/drop-down-name.h"
#include "app/gtk/when-shown.h"
#include "app/gtk/wrap-layout.h"
#include "app/lookup.h"
#include "report/charts.h"

#include <adwaita.h>
#include "base/i18n.h"

struct _TenureTakingPartPage
{
  GtkWidget parent_instance;

  TenureSession *session;
  TenureSnapshot *shown; /* NULL before the first */
  GCancellable *drawing; /* of what a worker is computing */
  GArray *budgets;       /* TenureId, in the order of the choice */
  gboolean filling;      /* the choice of budgets */

  GtkStack *stack;
  GtkDropDown *budget;
  GtkWidget *edit;
  GtkDropDown *by;
  AdwBin *burnup_card;
  TenureChartView *burnup;
  TenureChartView *hours;
};

G_DEFINE_FINAL_TYPE (TenureTakingPartPage, tenure_taking_part_page, GTK_TYPE_WIDGET)

/* In their order on screen. */
static const struct
{
  TenureHoursBy by;
  const char *label;
} choices[] = {
  { TENURE_HOURS_BY_MONTH, N_ ("By month") },
  { TENURE_HOURS_BY_BOARD, N_ ("By board") },
  { TENURE_HOURS_BY_ORGANISATION, N_ ("By organisation") },
  { TENURE_HOURS_BY_PERSON, N_ ("By person") },
  { TENURE_HOURS_BY_SIZE, N_ ("By size of the organisation") },
};

/* --- Pictures --------------------------------------------------------------------------------------------------- */

/* What a chart is made from. */
typedef struct
{
  TenureSnapshot *snapshot;
  TenureReportChart chart;
  TenureReportChartOptions options;
  TenureReportBurnup burnup; /* of BURNUP, worked out by a worker */
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  tenure_snapshot_unref (source->snapshot);
  g_free (source);
}

static Source *
source_new (TenureTakingPartPage *self, TenureReportChart chart)
{
  Source *source = g_new0 (Source, 1);

  source->snapshot = tenure_snapshot_ref (self->shown);
  source->chart = chart;
  source->options.board = source->options.organisation = source->options.budget = -1;
  return source;
}

static TenureScene *
draw_cb (double width, double height, const TenureChartTheme *theme, gpointer data)
{
  const Source *source = data;
  TenureReportChartOptions options = source->options;

  options.burnup = &source->burnup;
  return tenure_report_chart_new (source->chart, tenure_snapshot_get_analysis (source->snapshot), &options, width, height,
                                  theme, NULL);
}

/* A year of days is looked at from each of its months. */
static gpointer
work_out (TenureReader *reader, gpointer request, GCancellable *cancellable, GError **error)
{
  const Source *asked = request;
  Source *source = g_memdup2 (asked, sizeof *asked);

  source->snapshot = tenure_snapshot_ref (asked->snapshot);
  tenure_report_burnup_init (&source->burnup, tenure_snapshot_get_analysis (source->snapshot),
                             (guint) source->options.budget);
  return source;
}

static void
worked_out (gpointer page, gpointer request, gpointer source, const GError *error)
{
  TenureTakingPartPage *self = page;

  if (source != NULL)
    tenure_chart_view_set_provider (self->burnup, draw_cb, source, source_free);
}

static void
show_burnup (TenureTakingPartPage *self)
{
  static const TenureLookup lookup = { work_out, worked_out, source_free, source_free };
  guint chosen = gtk_drop_down_get_selected (self->budget);
  gboolean any = chosen < self->budgets->len;
  Source *source;

  gtk_widget_set_visible (GTK_WIDGET (self->budget), self->budgets->len > 0);
  gtk_widget_set_visible (self->edit, any);
  gtk_widget_set_visible (GTK_WIDGET (self->burnup_card), any);
  if (!any)
    {
      tenure_lookup_cancel (&self->drawing);
      return;
    }
  source = source_new (self, TENURE_REPORT_CHART_BURNUP);
  source->options.budget = (int) chosen;
  tenure_lookup_ask (&lookup, &self->drawing, self, NULL, source);
}

static void
show_hours (TenureTakingPartPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->by);
  Source *source = source_new (self, TENURE_REPORT_CHART_HOURS);

  source->options.hours_by = choices[MIN (chosen, G_N_ELEMENTS (choices) - 1)].by;
  tenure_chart_view_set_provider (self->hours, draw_cb, source, source_free);
}

/* --- What is shown ---------------------------------------------------------------------------------------------- */

/* The budget whose period the day is in, else the last that began. */
static guint
usual_budget (const TenureParticipationFacts *facts, TenureDay as_of)
{
  guint usual = 0;

  for (guint i = 0; i < facts->n_budgets; i++)
    {
      const TenureFactBudget *budget = &facts->budgets[i], *best = &facts->budgets[usual];

      if (tenure_day_is_known (budget->from_day) && budget->from_day <= as_of
          && (!tenure_day_is_known (best->from_day) || best->from_day > as_of || budget->from_day > best->from_day))
        usual = i;
    }
  return usual;
}

static guint
place_of (TenureTakingPartPage *self, TenureId id)
{
  for (guint i = 0; i < self->budgets->len; i++)
    if (g_array_index (self->budgets, TenureId, i) == id)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* The one that was chosen stays chosen. */
static void
fill_budgets (TenureTakingPartPage *self)
{
  const TenureParticipationFacts *facts = &tenure_snapshot_get_facts (self->shown)->participation;
  guint chosen = gtk_drop_down_get_selected (self->budget);
  TenureId before = chosen < self->budgets->len ? g_array_index (self->budgets, TenureId, chosen) : TENURE_ID_NONE;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_array_set_size (self->budgets, 0);
  for (guint i = 0; i < facts->n_budgets; i++)
    {
      g_array_append_val (self->budgets, facts->budgets[i].id);
      gtk_string_list_append (names, facts->budgets[i].name != NULL ? facts->budgets[i].name : _ ("No name recorded"));
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->budget, G_LIST_MODEL (names));
  chosen = place_of (self, before);
  if (chosen == GTK_INVALID_LIST_POSITION && facts->n_budgets > 0)
    chosen = usual_budget (facts, tenure_snapshot_get_as_of (self->shown));
  if (facts->n_budgets > 0)
    gtk_drop_down_set_selected (self->budget, chosen);
  self->filling = FALSE;
}

static void
show (gpointer page)
{
  TenureTakingPartPage *self = page;
  TenureSnapshot *snapshot = tenure_session_get_snapshot (self->session);
  const TenureParticipationFacts *facts;

  if (snapshot == NULL)
    return;
  g_clear_pointer (&self->shown, tenure_snapshot_unref);
  self->shown = tenure_snapshot_ref (snapshot);
  facts = &tenure_snapshot_get_facts (snapshot)->participation;
  fill_budgets (self);
  gtk_stack_set_visible_child_name (self->stack, facts->n_budgets == 0 && facts->n_given == 0 ? "empty" : "content");
  show_burnup (self);
  show_hours (self);
}

static void
session_updated_cb (TenureTakingPartPage *self)
{
  tenure_when_shown (GTK_WIDGET (self), show);
}

static void
budget_chosen_cb (TenureTakingPartPage *self)
{
  if (self->shown != NULL && !self->filling)
    show_burnup (self);
}

static void
by_chosen_cb (TenureTakingPartPage *self)
{
  if (self->shown != NULL)
    show_hours (self);
}

static void
record_activated_cb (TenureTakingPartPage *self, gint64 record)
{
  static const char *const tables[] = { "board", "organisation", "person" };
  guint chosen = gtk_drop_down_get_selected (self->by);
  TenureHoursBy by = choices[MIN (chosen, G_N_ELEMENTS (choices) - 1)].by;

  if (by >= TENURE_HOURS_BY_BOARD && by <= TENURE_HOURS_BY_PERSON)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)", tables[by - TENURE_HOURS_BY_BOARD], record);
}

static void
edit_clicked_cb (TenureTakingPartPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->budget);

  if (chosen < self->budgets->len)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-record", "(sx)", "participation_budget",
                                g_array_index (self->budgets, TenureId, chosen));
}

/* --- Object ----------------------------------------------------------------------------------------------------- */

static void
tenure_taking_part_page_dispose (GObject *object)
{
  TenureTakingPartPage *self = TENURE_TAKING_PART_PAGE (object);
  GtkWidget *child;

  tenure_lookup_cancel (&self->drawing);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->shown, tenure_snapshot_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tenure_taking_part_page_parent_class)->dispose (object);
}

static void
tenure_taking_part_page_finalize (GObject *object)
{
  g_array_unref (TENURE_TAKING_PART_PAGE (object)->budgets);
  G_OBJECT_CLASS (tenure_taking_part_page_parent_class)->finalize (object);
}

static void
tenure_taking_part_page_class_init (TenureTakingPartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TENURE_TYPE_CHART_VIEW);
  g_type_ensure (TENURE_TYPE_WRAP_LAYOUT);
  G_OBJECT_CLASS (klass)->dispose = tenure_taking_part_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenure_taking_part_page_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/taking-part/taking-part-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureTakingPartPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TenureTakingPartPage, budget);
  gtk_widget_class_bind_template_child (widget_class, TenureTakingPartPage, edit);
  gtk_widget_class_bind_template_child (widget_class, TenureTakingPartPage, by);
  gtk_widget_class_bind_template_child (widget_class, TenureTakingPartPage, burnup_card);
  gtk_widget_class_bind_template_child (widget_class, TenureTakingPartPage, burnup);
  gtk_widget_class_bind_template_child (widget_class, TenureTakingPartPage, hours);
  gtk_widget_class_bind_template_callback (widget_class, budget_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, by_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_activated_cb);
}

static void
tenure_taking_part_page_init (TenureTakingPartPage *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->budgets = g_array_new (FALSE, FALSE, sizeof (TenureId));
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_string_list_append (labels, _ (choices[i].label));
  gtk_drop_down_set_model (self->by, G_LIST_MODEL (labels));
  tenure_drop_down_set_name (self->by, _ ("Hours by"));
  tenure_drop_down_set_name (self->budget, _ ("Participation budget"));
  gtk_stack_add_named (
      self->stack,
      tenure_empty_state_new (
          "tenure-taking-part-symbolic", _ ("Nobody Is Paid for Taking Part Yet"),
          _ ("A participation budget pays people and organisations for sitting on boards. Record it, what it pays, and who "
             "took part in which meeting; what nobody pays for shows too."),
          TENURE_RECORD_BUDGET),
      "empty");
}

GtkWidget *
tenure_taking_part_page_new (TenureSession *session)
{
  TenureTakingPartPage *self = g_object_new (TENURE_TYPE_TAKING_PART_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "updated", G_CALLBACK (session_updated_cb), self, G_CONNECT_SWAPPED);
  session_updated_cb (self);
  return GTK_WIDGET (self);
}
