#include "config.h"
#include "app/overview/term-card.h"

#include "app/chart-view.h"
#include "app/explain-view.h"
#include "app/lookup.h"
#include "report/charts.h"

#include "base/i18n.h"

#define MIN_CHART_HEIGHT 270
#define FOOT_MARGIN 9

/* What the chart rests on: made by a worker, drawn from by the view. */
typedef struct
{
  TenureSnapshot *snapshot; /* what the others borrow from */
  TenureReportChart chart;
  TenureTermSpreadBy by;
  char *scope;
  TenureRelationships *relationships;
  TenureSurvival *survival;
  TenureTermTrend *trend;
  TenureTermSpread *spread;
} Source;

struct _TenureTermCard
{
  GtkWidget parent_instance;

  char *chart_name;
  TenureReportChart chart;
  TenureTermSpreadBy by;

  TenureSnapshot *snapshot;
  GCancellable *computing;
  guint ticks; /* frames to wait for before it counts as shown; 0: none */

  GtkWidget *box;
  TenureChartView *view;
  const Source *shown; /* (nullable): what the view draws from and owns */
  GtkDropDown *choice; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TenureTermCard, tenure_term_card, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CHART,
  N_PROPERTIES
};

enum
{
  RECORD_ACTIVATED,
  SHOWN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* The choices of the distribution, in their order on screen. */
static const struct
{
  TenureTermSpreadBy by;
  const char *label;
} choices[] = {
  { TENURE_TERM_SPREAD_BY_SIZE, N_ ("By size of the provider") },
  { TENURE_TERM_SPREAD_BY_PLACE, N_ ("By place") },
  { TENURE_TERM_SPREAD_BY_FUNDER, N_ ("By funder") },
  { TENURE_TERM_SPREAD_BY_PURPOSE, N_ ("By purpose") },
  { TENURE_TERM_SPREAD_BY_KIND, N_ ("By kind") },
};

/* --- What the chart rests on ---------------------------------------------------------------------------------- */

static void
source_free (gpointer data)
{
  Source *source = data;

  g_clear_pointer (&source->survival, tenure_survival_free);
  g_clear_pointer (&source->relationships, tenure_relationships_free);
  g_clear_pointer (&source->trend, tenure_term_trend_free);
  g_clear_pointer (&source->spread, tenure_term_spread_free);
  g_clear_pointer (&source->snapshot, tenure_snapshot_unref);
  g_free (source->scope);
  g_free (source);
}

static Source *
source_new (TenureTermCard *self)
{
  Source *source = g_new0 (Source, 1);

  source->snapshot = tenure_snapshot_ref (self->snapshot);
  source->chart = self->chart;
  source->by = self->by;
  return source;
}

static void
source_compute (Source *source)
{
  const TenurePortfolio *portfolio = tenure_snapshot_get_portfolio (source->snapshot);

  source->scope = tenure_snapshot_dup_scope_label (source->snapshot);
  if (source->chart == TENURE_REPORT_CHART_DISTRIBUTION)
    source->spread = tenure_term_spread_new (portfolio, source->by);
  else if (source->chart == TENURE_REPORT_CHART_TREND)
    source->trend = tenure_term_trend_new (portfolio);
  else
    {
      source->relationships = tenure_relationships_new (portfolio);
      source->survival = tenure_relationships_survival (source->relationships);
    }
}

/* The request becomes the answer: what was asked for, filled in. */
static gpointer
find_source (TenureReader *reader, gpointer request, GCancellable *cancellable, GError **error)
{
  const Source *asked = request;
  Source *source = g_new0 (Source, 1);

  source->snapshot = tenure_snapshot_ref (asked->snapshot);
  source->chart = asked->chart;
  source->by = asked->by;
  source_compute (source);
  return source;
}

static TenureScene *
make_chart_cb (double width, double height, const TenureChartTheme *theme, gpointer user_data)
{
  const Source *source = user_data;
  TenureReportChartOptions options = { .scope = source->scope,
                                       .spread_by = source->by,
                                       .spread = source->spread,
                                       .trend = source->trend,
                                       .relationships = source->relationships,
                                       .survival = source->survival };

  /* These charts are about no board and no organisation that could be gone. */
  return tenure_report_chart_new (source->chart, tenure_snapshot_get_analysis (source->snapshot), &options, width, height,
                                  theme, NULL);
}

/* The first frame after the answer is the one that draws it. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  TenureTermCard *self = TENURE_TERM_CARD (widget);

  if (--self->ticks > 0)
    return G_SOURCE_CONTINUE;
  g_signal_emit (self, signals[SHOWN], 0);
  return G_SOURCE_REMOVE;
}

static void
source_found (gpointer card, gpointer request, gpointer answer, const GError *error)
{
  TenureTermCard *self = card;

  self->shown = answer;
  tenure_chart_view_set_provider (self->view, make_chart_cb, answer, source_free);
  if (self->ticks == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  self->ticks = 2;
}

static void
compute (TenureTermCard *self)
{
  static const TenureLookup lookup = { find_source, source_found, source_free, source_free };

  if (self->snapshot != NULL)
    tenure_lookup_ask (&lookup, &self->computing, self, NULL, source_new (self));
}

/* --- Why ------------------------------------------------------------------------------------------------------ */

/* Of the chart that is seen: what a worker is about to bring has no picture yet. */
static TenureExplanation *
explain_cb (gpointer user_data)
{
  const Source *source = ((TenureTermCard *) user_data)->shown;

  if (source == NULL)
    return NULL;
  if (source->spread != NULL)
    return tenure_term_spread_explain (source->spread, tenure_snapshot_get_portfolio (source->snapshot),
                                       TENURE_EXPLANATION_MAX_LINES);
  if (source->trend != NULL)
    return tenure_term_trend_explain (source->trend, TENURE_EXPLANATION_MAX_LINES);
  return tenure_relationships_explain (source->relationships, source->survival, TENURE_EXPLANATION_MAX_LINES);
}

/* --- Widget --------------------------------------------------------------------------------------------------- */

static void
choice_selected_cb (TenureTermCard *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);

  g_return_if_fail (selected < G_N_ELEMENTS (choices));

  self->by = choices[selected].by;
  compute (self);
}

static GtkWidget *
choice_new (TenureTermCard *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *choice;

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_string_list_append (labels, _ (choices[i].label));
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Terms by"), -1);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (choice_selected_cb), self);
  return choice;
}

/* What Why? explains. */
static const char *
title_of (TenureReportChart chart)
{
  switch ((int) chart)
    {
    case TENURE_REPORT_CHART_DISTRIBUTION:
      return _ ("Where terms lie");
    case TENURE_REPORT_CHART_TREND:
      return _ ("Terms agreed, year by year");
    default:
      return _ ("How long funding lasts");
    }
}

static void
record_activated_cb (TenureTermCard *self, TenureId record)
{
  g_signal_emit (self, signals[RECORD_ACTIVATED], 0, record);
}

static GtkWidget *
foot_new (TenureTermCard *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *why = tenure_explain_button_new (title_of (self->chart), explain_cb, self, NULL);

  if (self->chart == TENURE_REPORT_CHART_DISTRIBUTION)
    {
      self->choice = GTK_DROP_DOWN (choice_new (self));
      gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->choice));
    }
  gtk_widget_set_margin_start (foot, FOOT_MARGIN);
  gtk_widget_set_margin_end (foot, FOOT_MARGIN);
  gtk_widget_set_margin_bottom (foot, FOOT_MARGIN);
  gtk_widget_set_hexpand (why, TRUE);
  gtk_widget_set_halign (why, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (foot), why);
  return foot;
}

static void
tenure_term_card_constructed (GObject *object)
{
  TenureTermCard *self = TENURE_TERM_CARD (object);

  G_OBJECT_CLASS (tenure_term_card_parent_class)->constructed (object);
  if (!tenure_report_chart_from_name (self->chart_name, &self->chart))
    g_assert_not_reached ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->view = TENURE_CHART_VIEW (tenure_chart_view_new ());
  g_object_set (self->view, "min-chart-height", MIN_CHART_HEIGHT, "compact", TRUE, "grows", TRUE, "file-stem",
                self->chart_name, "vexpand", TRUE, NULL);
  g_signal_connect_swapped (self->view, "record-activated", G_CALLBACK (record_activated_cb), self);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->view));
  gtk_box_append (GTK_BOX (self->box), foot_new (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
tenure_term_card_set_property (GObject *object, guint property, const GValue *value, GParamSpec *spec)
{
  TenureTermCard *self = TENURE_TERM_CARD (object);

  if (property == PROP_CHART)
    self->chart_name = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, spec);
}

static void
tenure_term_card_dispose (GObject *object)
{
  TenureTermCard *self = TENURE_TERM_CARD (object);

  tenure_lookup_cancel (&self->computing);
  self->shown = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->snapshot, tenure_snapshot_unref);
  g_clear_pointer (&self->chart_name, g_free);
  G_OBJECT_CLASS (tenure_term_card_parent_class)->dispose (object);
}

static void
tenure_term_card_class_init (TenureTermCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = tenure_term_card_constructed;
  object_class->set_property = tenure_term_card_set_property;
  object_class->dispose = tenure_term_card_dispose;
  properties[PROP_CHART] = g_param_spec_string ("chart", NULL, NULL, "survival",
                                                G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[RECORD_ACTIVATED] = g_signal_new ("record-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SHOWN] = g_signal_new ("shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tenure_term_card_init (TenureTermCard *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "tenure-chart-card");
}

void
tenure_term_card_set_snapshot (TenureTermCard *self, TenureSnapshot *snapshot)
{
  g_return_if_fail (TENURE_IS_TERM_CARD (self) && snapshot != NULL);

  tenure_snapshot_ref (snapshot);
  g_clear_pointer (&self->snapshot, tenure_snapshot_unref);
  self->snapshot = snapshot;
  compute (self);
}
