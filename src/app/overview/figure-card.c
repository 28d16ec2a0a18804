#include "config.h"
#include "app/overview/figure-card.h"

struct _TenureFigureCard
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *value;
  GtkLabel *note;
  GtkLabel *coverage;
  GtkBox *foot;
  GtkWidget *why;
};

G_DEFINE_FINAL_TYPE (TenureFigureCard, tenure_figure_card, GTK_TYPE_WIDGET)

static void
tenure_figure_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (tenure_figure_card_parent_class)->dispose (object);
}

static void
tenure_figure_card_class_init (TenureFigureCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_figure_card_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/overview/figure-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureFigureCard, title);
  gtk_widget_class_bind_template_child (widget_class, TenureFigureCard, value);
  gtk_widget_class_bind_template_child (widget_class, TenureFigureCard, note);
  gtk_widget_class_bind_template_child (widget_class, TenureFigureCard, coverage);
  gtk_widget_class_bind_template_child (widget_class, TenureFigureCard, foot);
}

static void
tenure_figure_card_init (TenureFigureCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tenure_figure_card_new (const char *title, TenureExplainFunc why, gpointer user_data, GDestroyNotify destroy)
{
  TenureFigureCard *self = g_object_new (TENURE_TYPE_FIGURE_CARD, NULL);
  GtkWidget *button = tenure_explain_button_new (title, why, user_data, destroy);

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  self->why = button;
  gtk_box_append (self->foot, button);
  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

void
tenure_figure_card_set_figure (TenureFigureCard *self, const TenureOverviewFigure *figure)
{
  g_return_if_fail (TENURE_IS_FIGURE_CARD (self));

  gtk_label_set_text (self->title, figure->title);
  gtk_label_set_text (self->value, figure->value);
  gtk_label_set_text (self->note, figure->note);
  gtk_label_set_text (self->coverage, figure->coverage);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, figure->title, -1);
  tenure_explain_button_set_what (self->why, figure->title);
}
