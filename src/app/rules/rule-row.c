#include "config.h"
#include "app/rules/rule-row.h"

#include "app/gtk/list-box.h"
#include "app/rules/rule-words.h"

#include "base/i18n.h"

struct _TenureRuleRow
{
  GtkListBoxRow parent_instance;

  TenureRuleId rule;
  GtkLabel *chip;
  GtkLabel *raised;
  GtkLabel *statement;
  GtkLabel *applies_to;
  GtkLabel *source;
  GtkLabel *setting;
  GtkLabel *later;
  GtkLabel *exempted;
  GtkLabel *faults;
  GtkWidget *change;
  GtkWidget *reset;
};

G_DEFINE_FINAL_TYPE (TenureRuleRow, tenure_rule_row, GTK_TYPE_LIST_BOX_ROW)

static void
tenure_rule_row_class_init (TenureRuleRowClass *klass)
{
}

static void
tenure_rule_row_init (TenureRuleRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
}

static GtkLabel *
add_text (GtkBox *box, const char *css_class)
{
  GtkWidget *label = tenure_text_new ("", css_class);

  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* @what: what a screen reader says: the buttons of all rows read the same. */
static GtkWidget *
button_new (const char *label, const char *what, const char *action, const char *code)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", code);
  return button;
}

static GtkWidget *
head_new (TenureRuleRow *self, const TenureRule *rule)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *name = g_strdup_printf ("%s  %s", rule->code, _ (rule->title));
  g_autofree char *change = g_strdup_printf (_ ("Change rule %s"), name),
                  *reset = g_strdup_printf (_ ("Reset rule %s"), name);
  GtkWidget *title = tenure_text_new (name, "heading"), *chip = gtk_label_new (NULL);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (chip, "tenure-chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  self->chip = GTK_LABEL (chip);
  self->reset = button_new (_ ("Reset"), reset, "page.reset-rule", rule->code);
  self->change = button_new (_ ("Change…"), change, "page.change-rule", rule->code);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), chip);
  gtk_box_append (GTK_BOX (head), self->reset);
  gtk_box_append (GTK_BOX (head), self->change);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return head;
}

GtkWidget *
tenure_rule_row_new (TenureRuleId id)
{
  TenureRuleRow *self = g_object_new (TENURE_TYPE_RULE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->rule = id;
  gtk_widget_add_css_class (box, "tenure-rule-row");
  gtk_box_append (GTK_BOX (box), head_new (self, tenure_rule (id)));
  self->statement = add_text (GTK_BOX (box), NULL);
  self->raised = add_text (GTK_BOX (box), "caption-heading");
  self->setting = add_text (GTK_BOX (box), "caption");
  self->later = add_text (GTK_BOX (box), "caption");
  self->faults = add_text (GTK_BOX (box), "caption");
  self->exempted = add_text (GTK_BOX (box), "caption");
  self->applies_to = add_text (GTK_BOX (box), "caption");
  self->source = add_text (GTK_BOX (box), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->faults), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->applies_to), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->source), "dim-label");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  return GTK_WIDGET (self);
}

static void
show_source (TenureRuleRow *self, const TenureRule *rule)
{
  g_autofree char *source = tenure_rule_dup_source (rule);
  g_autofree char *words = g_strdup_printf (_ ("Source: %s"), source);

  set_text (self->source, rule->changed ? source : rule->source != NULL ? words : NULL);
  gtk_label_set_text (self->chip, rule->changed ? _ ("changed here") : tenure_confidence_label (rule->confidence));
}

void
tenure_rule_row_show (TenureRuleRow *self, const TenureSnapshot *snapshot, const char *portfolio, gboolean editable)
{
  const TenureFlags *flags;
  const TenureRule *rule;
  g_autofree char *statement = NULL, *applies_to = NULL, *words = NULL, *raised = NULL, *setting = NULL, *exempted = NULL;
  g_autofree char *faults = NULL, *later = NULL;
  TenureId in;

  g_return_if_fail (TENURE_IS_RULE_ROW (self) && snapshot != NULL);

  flags = tenure_snapshot_get_flags (snapshot);
  rule = tenure_options_rule (&flags->terms->options, self->rule);
  statement = tenure_rule_dup_statement (rule);
  applies_to = tenure_rule_dup_applies_to (rule);
  words = g_strdup_printf (_ ("Applies to: %s"), applies_to);
  raised = tenure_rule_words_dup_raised (flags, self->rule);
  setting = tenure_rule_words_dup_setting (rule, portfolio);
  exempted = tenure_rule_words_dup_exempted (flags, self->rule);
  faults = tenure_rule_words_dup_faults (flags->terms->facts, self->rule);
  in = tenure_filter_get_portfolio (tenure_snapshot_get_filter (snapshot));
  later = tenure_rule_words_dup_later (flags->terms->facts, self->rule, in, tenure_snapshot_get_as_of (snapshot));
  set_text (self->statement, statement);
  set_text (self->raised, raised);
  set_text (self->setting, setting);
  set_text (self->later, later);
  set_text (self->faults, faults);
  set_text (self->exempted, exempted);
  set_text (self->applies_to, words);
  show_source (self, rule);
  gtk_widget_set_sensitive (self->change, editable);
  gtk_widget_set_visible (self->reset, (rule->setting != NULL || later != NULL) && editable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, statement, -1);
}
