#include "config.h"
#include "app/overview/attention-settle.h"

#include "app/flag-button.h"
#include "app/flag-row.h"
#include "app/gtk/list-box.h"

#include "base/count.h"
#include "base/i18n.h"

struct _TenureAttentionSettle
{
  GtkWidget parent_instance;

  TenureAttentionItem *item;
  GtkWidget *button;
  GtkWidget *popover; /* while it is open */
};

G_DEFINE_FINAL_TYPE (TenureAttentionSettle, tenure_attention_settle, GTK_TYPE_WIDGET)

enum
{
  PROP_ITEM = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* --- What the record has -------------------------------------------------------------------------------------- */

/* "Mandate not recorded: Alliance chair"; of others the rule. */
static char *
dup_flag_name (const TenureFlags *flags, const TenureFlag *flag)
{
  const char *rule = _ (tenure_rule ((TenureRuleId) flag->rule)->title);
  g_autofree char *name = NULL;

  if (flag->record_type != TENURE_RECORD_SEAT && flag->record_type != TENURE_RECORD_CONTACT)
    return g_strdup (rule);
  name = tenure_flag_dup_name (flags, flag);
  /* Translators: a rule, then the seat or the contact that it flags: "Mandate not recorded: Alliance chair". */
  return g_strdup_printf (_ ("%1$s: %2$s"), rule, name);
}

static void
append_flag (GtkBox *box, TenureSnapshot *snapshot, const TenureFlag *flag)
{
  g_autofree char *name = dup_flag_name (tenure_snapshot_get_flags (snapshot), flag);

  gtk_box_append (box, tenure_flag_row_new (snapshot, flag, name));
}

/* Whether @flag is of the record that @row stands for: a seat's is its board's, a contact's its organisation's. */
static gboolean
is_of (const TenureFacts *facts, const TenureFlag *flag, const TenureAttention *row)
{
  if (flag->record_type == TENURE_RECORD_SEAT)
    return row->type == TENURE_RECORD_BOARD && facts->seats[flag->index].board == row->index;
  if (flag->record_type == TENURE_RECORD_CONTACT)
    return row->type == TENURE_RECORD_ORGANISATION && facts->contacts[flag->index].organisation == row->index;
  return (TenureRecordType) flag->record_type == row->type && flag->index == row->index;
}

static int
compare_worst (gconstpointer a, gconstpointer b)
{
  const TenureFlag *left = *(const TenureFlag *const *) a, *right = *(const TenureFlag *const *) b;

  return left->level != right->level ? right->level - left->level : left->rule - right->rule;
}

static GPtrArray *
flags_of (const TenureFlags *flags, const TenureAttention *row)
{
  GPtrArray *found = g_ptr_array_new ();

  if (row->type == TENURE_RECORD_PORTFOLIO)
    g_ptr_array_add (found, &flags->flags[row->flag]);
  for (guint i = 0; row->type != TENURE_RECORD_PORTFOLIO && i < flags->n_flags; i++)
    if (is_of (flags->terms->facts, &flags->flags[i], row))
      g_ptr_array_add (found, &flags->flags[i]);
  g_ptr_array_sort (found, compare_worst);
  return found;
}

/* --- The popover ---------------------------------------------------------------------------------------------- */

#define POPOVER_WIDTH 400
#define POPOVER_MOST_HEIGHT 460

static void
append_button (GtkBox *box, const char *label, const char *action, GVariant *target)
{
  gtk_box_append (box, tenure_flag_button_new (label, NULL, action, target));
}

static GtkBox *
append_buttons (GtkBox *box)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (box, buttons);
  return GTK_BOX (buttons);
}

/* A decision that no rule flags yet has no flag to settle, and is recorded or put off all the same. */
static void
append_decision (GtkBox *box, TenureSnapshot *snapshot, const TenureAttention *row)
{
  const TenureAnalysis *analysis = tenure_snapshot_get_analysis (snapshot);
  g_autofree char *words =
      row->snooze >= 0 ? tenure_attention_dup_snooze (row, analysis) : tenure_attention_dup_decision (row, analysis);
  GtkBox *buttons;

  gtk_box_append (box, tenure_text_new (words, "body"));
  buttons = append_buttons (box);
  append_button (buttons, _ ("Record the Decision…"), "win.edit-field",
                 g_variant_new ("(sxs)", "agreement", (gint64) row->id, "renewal_status"));
  if (row->snooze >= 0)
    append_button (buttons, _ ("Wake"), "win.wake", g_variant_new_int64 (analysis->facts->snoozes[row->snooze].id));
  else
    append_button (buttons, _ ("Snooze…"), "win.snooze",
                   g_variant_new ("(sxs)", tenure_rule (TENURE_RULE_N2)->code, (gint64) row->id,
                                  tenure_level_code (TENURE_LEVEL_NONE)));
}

/* The page of the record, as of those that lack the same; of what is judged over everything, the one on which it is seen. */
static const char *
page_of (const TenureFlags *flags, const TenureAttention *row)
{
  if (row->type == TENURE_RECORD_PORTFOLIO)
    return flags->flags[row->flag].rule == TENURE_RULE_D3 ? "organisations" : "boards";
  if (row->type == TENURE_RECORD_AGREEMENT)
    return "agreements";
  return row->type == TENURE_RECORD_BOARD ? "boards" : "organisations";
}

static void
append_show (GtkBox *box, TenureSnapshot *snapshot, const TenureAttention *row)
{
  GtkBox *buttons = append_buttons (box);

  if (row->type == TENURE_RECORD_PORTFOLIO || row->n_records > 1)
    append_button (buttons, _ ("Show the Page"), "win.show-page",
                   g_variant_new_string (page_of (tenure_snapshot_get_flags (snapshot), row)));
  if (row->type != TENURE_RECORD_PORTFOLIO)
    append_button (buttons, _ ("Show the Record"), "win.show-record",
                   g_variant_new ("(sx)", tenure_record_def (row->type)->table, (gint64) row->id));
}

/* The same is missing of several records: this is one of them. */
static void
append_others (GtkBox *box, const TenureAttention *row)
{
  g_autofree char *count = tenure_count_dup_label (row->n_records - 1);
  g_autofree char *words = g_strdup_printf (
      ngettext ("The same is missing of %s other.", "The same is missing of %s others.", row->n_records - 1), count);

  gtk_box_append (box, tenure_text_new (words, "dim-label"));
}

static gboolean
says_undecided (const TenureFlag *flag)
{
  return flag->rule == TENURE_RULE_N2;
}

/* What there is to decide, ahead of the other flags; whether a rule says it. */
static gboolean
append_undecided (GtkBox *box, TenureSnapshot *snapshot, const GPtrArray *flags)
{
  for (guint i = 0; i < flags->len; i++)
    if (says_undecided (flags->pdata[i]))
      {
        append_flag (box, snapshot, flags->pdata[i]);
        return TRUE;
      }
  return FALSE;
}

static void
append_flags (GtkBox *box, TenureSnapshot *snapshot, const TenureAttention *row, TenureAttentionList list)
{
  const TenureFlags *flags = tenure_snapshot_get_flags (snapshot);
  g_autoptr (GPtrArray) found = flags_of (flags, row);

  if (list == TENURE_ATTENTION_SNOOZED)
    {
      if (row->flag >= 0)
        append_flag (box, snapshot, &flags->flags[row->flag]);
      else
        append_decision (box, snapshot, row);
      return;
    }
  if (tenure_day_is_known (row->decision) && !append_undecided (box, snapshot, found))
    append_decision (box, snapshot, row);
  for (guint i = 0; i < found->len; i++)
    if (!tenure_day_is_known (row->decision) || !says_undecided (found->pdata[i]))
      append_flag (box, snapshot, found->pdata[i]);
  if (row->n_records > 1)
    append_others (box, row);
}

/* What cannot be true, each with the way to its field. */
static void
append_contradictions (GtkBox *box, TenureAttentionItem *item)
{
  const TenureContradictionList *contradictions = tenure_attention_item_get_contradictions (item);
  const TenureAttention *row = tenure_attention_item_get (item);

  for (guint i = 0; i < row->n_contradictions; i++)
    {
      const TenureContradiction *contradiction = tenure_contradiction_list_get (contradictions, (guint) row->index, i);
      g_autofree char *label = tenure_attention_dup_correction (contradiction);
      GVariant *target;
      const char *action = tenure_attention_get_correction (contradiction, row->id, &target);

      gtk_box_append (box, tenure_text_new (contradiction->message, "body"));
      append_button (append_buttons (box), label, action, target);
    }
}

/* Of several records, the one that stands for the others. */
static char *
dup_heading (const TenureAttention *row, const TenureAnalysis *analysis)
{
  TenureAttention one = *row;

  one.n_records = 1;
  return tenure_attention_dup_full_name (&one, analysis);
}

static GtkWidget *
content_new (TenureAttentionSettle *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  TenureSnapshot *snapshot = tenure_attention_item_get_snapshot (self->item);
  const TenureAttention *row = tenure_attention_item_get (self->item);
  g_autofree char *name = dup_heading (row, tenure_snapshot_get_analysis (snapshot));

  gtk_box_append (GTK_BOX (box), tenure_text_new (name, "heading"));
  if (row->n_contradictions > 0)
    append_contradictions (GTK_BOX (box), self->item);
  else
    append_flags (GTK_BOX (box), snapshot, row, tenure_attention_item_get_list (self->item));
  append_show (GTK_BOX (box), snapshot, row);
  return box;
}

static void
drop_popover (TenureAttentionSettle *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

/* Not at once: the button in it that closed it is still at work. */
static gboolean
drop_later_cb (gpointer data)
{
  TenureAttentionSettle *self = data;

  if (self->popover != NULL && !gtk_widget_get_visible (self->popover))
    drop_popover (self);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (TenureAttentionSettle *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_later_cb, g_object_ref (self), g_object_unref);
}

static void
popup (TenureAttentionSettle *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *content;
  int width, height;

  if (self->item == NULL)
    return;
  drop_popover (self);
  self->popover = gtk_popover_new ();
  content = content_new (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), content);
  gtk_widget_set_size_request (scroll, POPOVER_WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scroll);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_RIGHT);
  gtk_widget_add_css_class (self->popover, "tenure-explain");
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  /* Words that wrap are taller than a scrolled window would think. */
  gtk_widget_measure (scroll, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroll), MIN (height, POPOVER_MOST_HEIGHT));
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll), MIN (height, POPOVER_MOST_HEIGHT));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* --- Widget --------------------------------------------------------------------------------------------------- */

static TenureAttentionSettle *
find_in (GtkWidget *widget)
{
  if (TENURE_IS_ATTENTION_SETTLE (widget))
    return TENURE_ATTENTION_SETTLE (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      TenureAttentionSettle *found = find_in (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
tenure_attention_settle_popup_in (GtkWidget *row)
{
  TenureAttentionSettle *found;

  g_return_val_if_fail (GTK_IS_WIDGET (row), FALSE);

  found = find_in (row);
  if (found == NULL)
    return FALSE;
  popup (found);
  return TRUE;
}

static void
name_button (TenureAttentionSettle *self)
{
  g_autofree char *name = NULL;

  if (self->item == NULL)
    return;
  g_object_get (self->item, "settle", &name, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* A row that stands for another record has nothing of the former one open. */
static void
take_item (TenureAttentionSettle *self, TenureAttentionItem *item)
{
  if (self->item == item)
    return;
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  drop_popover (self);
  if (item == NULL)
    return;
  g_signal_connect_object (item, "notify::settle", G_CALLBACK (name_button), self, G_CONNECT_SWAPPED);
  name_button (self);
}

static void
tenure_attention_settle_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TenureAttentionSettle *self = TENURE_ATTENTION_SETTLE (object);

  switch (id)
    {
    case PROP_ITEM:
      take_item (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tenure_attention_settle_dispose (GObject *object)
{
  TenureAttentionSettle *self = TENURE_ATTENTION_SETTLE (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
  drop_popover (self);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (tenure_attention_settle_parent_class)->dispose (object);
}

static void
tenure_attention_settle_class_init (TenureAttentionSettleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = tenure_attention_settle_set_property;
  object_class->dispose = tenure_attention_settle_dispose;
  props[PROP_ITEM] =
      g_param_spec_object ("item", NULL, NULL, TENURE_TYPE_ATTENTION_ITEM, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
tenure_attention_settle_init (TenureAttentionSettle *self)
{
  self->button = gtk_button_new_from_icon_name ("view-more-symbolic");
  gtk_button_set_has_frame (GTK_BUTTON (self->button), FALSE);
  gtk_widget_set_focusable (self->button, FALSE);
  gtk_widget_set_tooltip_text (self->button, _ ("Settle: record, snooze or exempt"));
  gtk_widget_add_css_class (self->button, "tenure-settle-button");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (popup), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}
