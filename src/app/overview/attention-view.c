#include "config.h"
#include "app/overview/attention-view.h"

#include "app/gtk/list-filler.h"
#include "app/gtk/row-name.h"
#include "app/gtk/table-keys.h"
#include "app/level-mark.h"
#include "app/overview/attention-item.h"
#include "app/overview/attention-settle.h"

#include "base/count.h"
#include "base/i18n.h"

/* Wrapped words are dear to lay out: fifty rows in one go took longer than all of the charts together, and four a
 * frame twice as long as two. */
#define ROWS_A_FRAME 2

struct _TenureAttentionView
{
  GtkWidget parent_instance;

  TenureAttentions *attentions; /* as given; the rows are made from it when another list is chosen */
  TenureSnapshot *snapshot;
  TenureAttentionList shown;
  GListStore *items;
  TenureListFiller *filler; /* of @items */

  GtkLabel *summary;
  GtkStack *stack;
  GtkListView *list;
  GtkToggleButton *all;
  GtkToggleButton *decisions;
  GtkToggleButton *agreements;
  GtkToggleButton *boards;
  GtkWidget *aside; /* the lists that are there while they hold anything */
  GtkToggleButton *corrections;
  GtkLabel *corrections_label;
  GtkToggleButton *snoozed;
  GtkLabel *snoozed_label;
};

G_DEFINE_FINAL_TYPE (TenureAttentionView, tenure_attention_view, GTK_TYPE_WIDGET)

/* Of records that are listed as they are, and not by what cannot be true of them. */
static guint
count_listed (const GArray *rows, gboolean contradictory)
{
  guint listed = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const TenureAttention *row = &g_array_index (rows, TenureAttention, i);

      if ((row->n_contradictions > 0) == contradictory)
        listed += row->n_records;
    }
  return listed;
}

static char *
dup_to_correct (TenureAttentionView *self)
{
  guint n = self->attentions->counts[TENURE_ATTENTION_CORRECTIONS];
  guint listed = count_listed (self->attentions->lists[TENURE_ATTENTION_CORRECTIONS], TRUE);
  g_autofree char *count = tenure_count_dup_label (n);
  g_autofree char *listed_count = tenure_count_dup_label (listed);

  if (n > listed)
    return g_strdup_printf (
        ngettext ("%1$s agreement holds what cannot be true; %2$s are shown. Each opens where it is corrected.",
                  "%1$s agreements hold what cannot be true; %2$s are shown. Each opens where it is "
                  "corrected.",
                  n),
        count, listed_count);
  return g_strdup_printf (ngettext ("%s agreement holds what cannot be true. It opens where it is corrected.",
                                    "%s agreements hold what cannot be true. Each opens where it is corrected.", n),
                          count);
}

static char *
dup_flagged (TenureAttentionView *self)
{
  guint n = self->attentions->counts[self->shown];
  guint listed = count_listed (self->attentions->lists[self->shown], FALSE);
  g_autofree char *count = tenure_count_dup_label (n);
  g_autofree char *listed_count = tenure_count_dup_label (listed);

  if (self->shown == TENURE_ATTENTION_SNOOZED)
    return g_strdup (_ ("Off the list until their day, or until they get worse. Every figure and export counts them."));
  if (self->shown == TENURE_ATTENTION_CORRECTIONS)
    return dup_to_correct (self);
  if (self->shown == TENURE_ATTENTION_DECISIONS)
    return tenure_attentions_dup_decisions (self->attentions);
  if (n > listed)
    return g_strdup_printf (
        ngettext ("%1$s record flagged, the worst %2$s shown", "%1$s records flagged, the worst %2$s shown", n), count,
        listed_count);
  return g_strdup_printf (ngettext ("%s record flagged, worst first", "%s records flagged, worst first", n), count);
}

/* "26 overdue, 3 this month; 2 snoozed": the numbers count them, the list does not. */
static char *
dup_decisions (TenureAttentionView *self, const char *decisions)
{
  guint n = self->attentions->n_put_off;
  g_autofree char *count = tenure_count_dup_label (n);

  if (n == 0)
    return g_strdup (decisions);
  /* Translators: "26 overdue, 3 this month", then how many of them are kept off the list. */
  return g_strdup_printf (ngettext ("%1$s; %2$s of them snoozed", "%1$s; %2$s of them snoozed", n), decisions, count);
}

/* What an exemption keeps quiet is left out of the list, and said. */
static char *
dup_summary (TenureAttentionView *self)
{
  g_autofree char *flagged = dup_flagged (self);
  guint n = tenure_snapshot_get_flags (self->snapshot)->n_exempted;
  g_autofree char *count = tenure_count_dup_label (n);

  if (self->shown == TENURE_ATTENTION_DECISIONS)
    return dup_decisions (self, flagged);
  if (n == 0 || self->shown == TENURE_ATTENTION_SNOOZED || self->shown == TENURE_ATTENTION_CORRECTIONS)
    return g_steal_pointer (&flagged);
  /* Translators: "214 records flagged, the worst 50 shown", then how many flags a recorded exemption keeps quiet. */
  return g_strdup_printf (ngettext ("%1$s; %2$s flag exempted", "%1$s; %2$s flags exempted", n), flagged, count);
}

static GPtrArray *
make_items (TenureAttentionView *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  const GArray *rows = self->attentions != NULL ? self->attentions->lists[self->shown] : NULL;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    g_ptr_array_add (items, tenure_attention_item_new (&g_array_index (rows, TenureAttention, i), self->shown,
                                                       self->snapshot, self->attentions->contradictions));
  return items;
}

static gboolean
is_same (gpointer item, gpointer wanted, gpointer data)
{
  return tenure_attention_item_is_same (item, wanted);
}

static void
take (gpointer item, gpointer wanted, gpointer data)
{
  tenure_attention_item_take (item, wanted);
}

static const TenureListFillerFuncs filler_funcs = { .same = is_same, .take = take };

/* A list that is there while it holds anything, with how much. When the last of it is gone, so is the list. Takes @label. */
static void
show_count (TenureAttentionView *self, TenureAttentionList list, GtkToggleButton *button, GtkLabel *shown, char *label)
{
  gboolean any = self->attentions != NULL && self->attentions->counts[list] > 0;

  gtk_label_set_text (shown, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (button), any);
  g_free (label);
  if (!any && self->shown == list)
    gtk_toggle_button_set_active (self->all, TRUE);
}

static char *
dup_count (TenureAttentionView *self, TenureAttentionList list)
{
  return tenure_count_dup_label (self->attentions != NULL ? self->attentions->counts[list] : 0);
}

static void
show_counts (TenureAttentionView *self)
{
  g_autofree char *corrections = dup_count (self, TENURE_ATTENTION_CORRECTIONS);
  g_autofree char *snoozed = dup_count (self, TENURE_ATTENTION_SNOOZED);

  show_count (self, TENURE_ATTENTION_CORRECTIONS, self->corrections, self->corrections_label,
              /* Translators: a button that lists agreements that hold what cannot be true: "To correct (3)". */
              g_strdup_printf (_ ("To correct (%s)"), corrections));
  show_count (self, TENURE_ATTENTION_SNOOZED, self->snoozed, self->snoozed_label,
              /* Translators: a button that lists what is put off: "Snoozed (3)". */
              g_strdup_printf (_ ("Snoozed (%s)"), snoozed));
  gtk_widget_set_visible (self->aside, gtk_widget_get_visible (GTK_WIDGET (self->corrections))
                                           || gtk_widget_get_visible (GTK_WIDGET (self->snoozed)));
}

static void
show_list (TenureAttentionView *self)
{
  g_autoptr (GPtrArray) items = make_items (self);
  g_autofree char *summary = NULL;

  tenure_list_filler_set (self->filler, items);
  if (self->attentions == NULL)
    return;

  summary = dup_summary (self);
  gtk_label_set_text (self->summary, summary);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "list" : "empty");
}

static void
list_chosen_cb (TenureAttentionView *self, GtkToggleButton *button)
{
  GtkToggleButton *buttons[TENURE_N_ATTENTION_LISTS] = {
    [TENURE_ATTENTION_ALL] = self->all,
    [TENURE_ATTENTION_DECISIONS] = self->decisions,
    [TENURE_ATTENTION_AGREEMENTS] = self->agreements,
    [TENURE_ATTENTION_BOARDS] = self->boards,
    [TENURE_ATTENTION_CORRECTIONS] = self->corrections,
    [TENURE_ATTENTION_SNOOZED] = self->snoozed,
  };

  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (buttons[i] == button)
      self->shown = i;
  if (self->attentions == NULL)
    return;
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)), 0);
  show_list (self);
}

/* What several records lack is looked at among all of them. What is judged over the whole portfolio has no record: spend
 * is looked at by organisation, voices on boards. */
static const char *
page_of (TenureAttentionView *self, const TenureAttention *row)
{
  const TenureFlags *flags = tenure_snapshot_get_flags (self->snapshot);

  if (row->type == TENURE_RECORD_AGREEMENT)
    return "agreements";
  if (row->type != TENURE_RECORD_PORTFOLIO)
    return row->type == TENURE_RECORD_BOARD ? "boards" : "organisations";
  return flags->flags[row->flag].rule == TENURE_RULE_D3 ? "organisations" : "boards";
}

static void
row_activated_cb (TenureAttentionView *self, guint position)
{
  g_autoptr (TenureAttentionItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  const TenureAttention *row = item != NULL ? tenure_attention_item_get (item) : NULL;

  if (row == NULL)
    return;
  if (row->contradiction != NULL)
    {
      GVariant *target;
      const char *action = tenure_attention_get_correction (row->contradiction, row->id, &target);

      gtk_widget_activate_action_variant (GTK_WIDGET (self), action, target);
      return;
    }
  if (row->type == TENURE_RECORD_PORTFOLIO || row->n_records > 1)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", page_of (self, row));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)", tenure_record_def (row->type)->table, row->id);
}

/* The row that has the keyboard: what can be done about it. */
static gboolean
settle_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  TenureAttentionView *self = TENURE_ATTENTION_VIEW (widget);

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return GDK_EVENT_PROPAGATE;
  return tenure_attention_settle_popup_in (focus);
}

static void
tenure_attention_view_dispose (GObject *object)
{
  TenureAttentionView *self = TENURE_ATTENTION_VIEW (object);
  GtkWidget *child;

  g_clear_pointer (&self->filler, tenure_list_filler_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->items);
  g_clear_pointer (&self->attentions, tenure_attentions_free);
  g_clear_pointer (&self->snapshot, tenure_snapshot_unref);
  G_OBJECT_CLASS (tenure_attention_view_parent_class)->dispose (object);
}

static void
tenure_attention_view_class_init (TenureAttentionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_attention_view_dispose;

  g_type_ensure (TENURE_TYPE_LEVEL_MARK);
  g_type_ensure (TENURE_TYPE_ATTENTION_ITEM);
  g_type_ensure (TENURE_TYPE_ROW_BOX);
  g_type_ensure (TENURE_TYPE_ATTENTION_SETTLE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, settle_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, settle_cb, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/overview/attention-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureAttentionView, summary);
  gtk_widget_class_bind_template_child (widget_class, TenureAttentionView, stack);
  gtk_widget_class_bind_template_child (widget_class, TenureAttentionView, list);
  gtk_widget_class_bind_template_child (widget_class, TenureAttentionView, all);
  gtk_widget_class_bind_template_child (widget_class, TenureAttentionView, decisions);
  gtk_widget_class_bind_template_child (widget_class, TenureAttentionView, agreements);
  gtk_widget_class_bind_template_child (widget_class, TenureAttentionView, boards);
  gtk_widget_class_bind_template_child (widget_class, TenureAttentionView, aside);
  gtk_widget_class_bind_template_child (widget_class, TenureAttentionView, corrections);
  gtk_widget_class_bind_template_child (widget_class, TenureAttentionView, corrections_label);
  gtk_widget_class_bind_template_child (widget_class, TenureAttentionView, snoozed);
  gtk_widget_class_bind_template_child (widget_class, TenureAttentionView, snoozed_label);
  gtk_widget_class_bind_template_callback (widget_class, list_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tenure_attention_view_init (TenureAttentionView *self)
{
  g_autoptr (GtkNoSelection) model = NULL;

  self->items = g_list_store_new (TENURE_TYPE_ATTENTION_ITEM);
  self->filler = tenure_list_filler_new (self->items, GTK_WIDGET (self), ROWS_A_FRAME, &filler_funcs, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  tenure_list_let_tab_leave (self->list);
}

void
tenure_attention_view_set (TenureAttentionView *self, const TenureAttentions *attentions, TenureSnapshot *snapshot)
{
  g_return_if_fail (TENURE_IS_ATTENTION_VIEW (self));
  g_return_if_fail ((attentions == NULL) == (snapshot == NULL));

  g_clear_pointer (&self->attentions, tenure_attentions_free);
  g_clear_pointer (&self->snapshot, tenure_snapshot_unref);
  if (attentions != NULL)
    {
      self->attentions = tenure_attentions_copy (attentions);
      self->snapshot = tenure_snapshot_ref (snapshot);
    }
  show_counts (self);
  show_list (self);
}
