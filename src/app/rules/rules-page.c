#include "config.h"
#include "app/rules/rules-page.h"

#include "app/change.h"
#include "app/gtk/pace.h"
#include "app/gtk/text-scale.h"
#include "app/gtk/when-shown.h"
#include "app/rules/rule-dialog.h"
#include "app/rules/rule-draft.h"
#include "app/rules/rule-row.h"
#include "app/rules/rule-words.h"

#include <adwaita.h>
#include "base/i18n.h"

/* A row is a dozen labels that wrap: what costs is laying them out, 29 ms for the longest frame of these and 75 for as many
 * as there is time to make. */
#define ROWS_A_FRAME 2

struct _TenureRulesPage
{
  GtkWidget parent_instance;

  TenureSession *session;
  TenurePace *pace;
  TenureSnapshot *shown; /* by the rows up to @n_shown; NULL before the first */
  char *portfolio;       /* (nullable): the name of what is looked at */
  GPtrArray *rows;       /* TenureRuleRow, lent, in the order of TenureRuleId */
  guint n_shown;

  AdwClamp *clamp;
  GtkLabel *scope;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (TenureRulesPage, tenure_rules_page, GTK_TYPE_WIDGET)

/* --- Rows ----------------------------------------------------------------------------------------------------- */

static void
show_row (TenureRulesPage *self, guint i)
{
  gboolean editable = !tenure_document_is_read_only (tenure_session_get_document (self->session));

  if (i == self->rows->len)
    {
      g_ptr_array_add (self->rows, tenure_rule_row_new ((TenureRuleId) i));
      gtk_list_box_append (self->list, self->rows->pdata[i]);
    }
  tenure_rule_row_show (self->rows->pdata[i], self->shown, self->portfolio, editable);
}

static gboolean
show_some (gpointer page, guint n)
{
  TenureRulesPage *self = page;

  for (; n > 0 && self->n_shown < TENURE_N_RULES; n--)
    show_row (self, self->n_shown++);
  return self->n_shown < TENURE_N_RULES;
}

static char *
dup_portfolio_name (TenureRulesPage *self)
{
  TenureId portfolio = tenure_filter_get_portfolio (tenure_snapshot_get_filter (self->shown));
  TenureReader *reader = tenure_document_get_reader (tenure_session_get_document (self->session));

  return portfolio != TENURE_ID_NONE ? tenure_reader_dup_title (reader, TENURE_RECORD_PORTFOLIO, portfolio) : NULL;
}

static void
show_scope (TenureRulesPage *self)
{
  g_autofree char *day = tenure_day_dup_label (tenure_snapshot_get_as_of (self->shown));
  g_autofree char *scope = tenure_snapshot_dup_scope_label (self->shown);
  /* Translators: a day and what is looked at: "As of 21 Nov 2026 · All agreements. …". */
  g_autofree char *text = g_strdup_printf (
      _ ("As of %1$s · %2$s. A rule that is changed here is cited as a local setting, and never as an authority."), day,
      scope);

  gtk_label_set_text (self->scope, text);
}

static void
show (gpointer page)
{
  TenureRulesPage *self = page;
  TenureSnapshot *snapshot = tenure_session_get_snapshot (self->session);

  if (snapshot == NULL)
    return;
  g_clear_pointer (&self->shown, tenure_snapshot_unref);
  g_clear_pointer (&self->portfolio, g_free);
  self->shown = tenure_snapshot_ref (snapshot);
  self->portfolio = dup_portfolio_name (self);
  self->n_shown = 0;
  show_scope (self);
  tenure_pace_start (self->pace);
}

static void
session_updated_cb (TenureRulesPage *self)
{
  tenure_when_shown (GTK_WIDGET (self), show);
}

/* --- Changing ------------------------------------------------------------------------------------------------- */

static void
change_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureRulesPage *self = TENURE_RULES_PAGE (widget);
  const TenureRule *rule = tenure_rule_from_code (g_variant_get_string (parameter, NULL));
  TenureWindow *window = TENURE_WINDOW (gtk_widget_get_root (widget));

  if (rule != NULL && self->shown != NULL)
    gtk_window_present (GTK_WINDOW (tenure_rule_dialog_new (window, self->shown, rule->id, self->portfolio)));
}

typedef struct
{
  TenureRuleId rule;
  TenureId id;
} Resetting;

static gboolean
reset (TenureDocument *document, gpointer data, GError **error)
{
  const Resetting *resetting = data;

  return tenure_rule_setting_reset (document, resetting->rule, resetting->id, error);
}

static void
reset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureRulesPage *self = TENURE_RULES_PAGE (widget);
  const TenureRule *own = tenure_rule_from_code (g_variant_get_string (parameter, NULL)), *rule;
  TenureChange change = { .make = reset, .free_data = g_free, .failed = _ ("The Rule Was Not Reset") };
  const TenureRuleSetting *setting;
  Resetting *resetting;

  if (own == NULL || self->shown == NULL)
    return;
  rule = tenure_options_rule (&tenure_snapshot_get_terms (self->shown)->options, own->id);
  setting = rule->setting;
  if (setting == NULL)
    setting = tenure_rule_words_find_later (tenure_snapshot_get_facts (self->shown), own->id,
                                            tenure_filter_get_portfolio (tenure_snapshot_get_filter (self->shown)),
                                            tenure_snapshot_get_as_of (self->shown));
  if (setting == NULL)
    return;
  resetting = change.data = g_new (Resetting, 1);
  *resetting = (Resetting){ own->id, setting->id };
  change.done = g_strdup_printf (_ ("Reset rule %1$s %2$s"), own->code, _ (own->title));
  tenure_change_run (TENURE_WINDOW (gtk_widget_get_root (widget)), &change);
}

/* --- Object --------------------------------------------------------------------------------------------------- */

static void
tenure_rules_page_dispose (GObject *object)
{
  TenureRulesPage *self = TENURE_RULES_PAGE (object);
  GtkWidget *child;

  g_clear_pointer (&self->pace, tenure_pace_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->shown, tenure_snapshot_unref);
  g_clear_pointer (&self->portfolio, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tenure_rules_page_parent_class)->dispose (object);
}

static void
tenure_rules_page_class_init (TenureRulesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_rules_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/rules/rules-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureRulesPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, TenureRulesPage, scope);
  gtk_widget_class_bind_template_child (widget_class, TenureRulesPage, list);
  gtk_widget_class_install_action (widget_class, "page.change-rule", "s", change_action);
  gtk_widget_class_install_action (widget_class, "page.reset-rule", "s", reset_action);
}

static void
tenure_rules_page_init (TenureRulesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_clamp_set_maximum_size (self->clamp, (int) (adw_clamp_get_maximum_size (self->clamp) * tenure_text_scale ()));
  self->rows = g_ptr_array_new ();
  self->pace = tenure_pace_new (GTK_WIDGET (self), ROWS_A_FRAME, show_some, self);
}

GtkWidget *
tenure_rules_page_new (TenureSession *session)
{
  TenureRulesPage *self = g_object_new (TENURE_TYPE_RULES_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "updated", G_CALLBACK (session_updated_cb), self, G_CONNECT_SWAPPED);
  session_updated_cb (self);
  return GTK_WIDGET (self);
}
