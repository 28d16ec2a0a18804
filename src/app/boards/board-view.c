#include "config.h"
#include "app/boards/board-view.h"

#include "app/boards/board-words.h"
#include "app/boards/seat-item.h"
#include "app/chart-view-report.h"
#include "app/flag-row.h"
#include "app/gtk/list-box.h"
#include "app/level-mark.h"
#include "app/settings.h"

#include <adwaita.h>
#include "base/i18n.h"

struct _TenureBoardView
{
  GtkWidget parent_instance;

  TenureSnapshot *snapshot;
  guint board;
  GListStore *seats;

  GtkLabel *name;
  GtkLabel *facts;
  GtkWidget *picture; /* around the chart */
  TenureChartView *chart;
  GtkListBox *shares;
  GtkLabel *target;
  GtkWidget *flags_section;
  GtkListBox *flags;
  GtkColumnView *seat_list;
};

G_DEFINE_FINAL_TYPE (TenureBoardView, tenure_board_view, GTK_TYPE_WIDGET)

/* --- Shares --------------------------------------------------------------------------------------------------- */

static void
append_share (TenureBoardView *self, const char *title, const TenureBoardShareWords *share)
{
  GtkWidget *box, *head, *label;

  if (!share->shown)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  label = tenure_words_new (title, NULL);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), label);
  label = tenure_words_new (share->value, share->known ? "numeric" : "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), 1.0f);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (box), head);
  if (share->known)
    {
      GtkWidget *bar = gtk_level_bar_new ();

      gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), share->fraction);
      gtk_widget_add_css_class (bar, "tenure-share");
      gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      gtk_box_append (GTK_BOX (box), bar);
    }
  if (share->note != NULL && *share->note != '\0')
    gtk_box_append (GTK_BOX (box), tenure_words_new (share->note, "caption"));
  tenure_list_box_append (self->shares, box);
}

static void
show_shares (TenureBoardView *self, const TenureAnalysis *analysis)
{
  TenureBoardWords words = tenure_board_words (analysis, self->board);

  tenure_list_box_clear (self->shares);
  append_share (self, _ ("Seats"), &words.seats);
  append_share (self, _ ("Votes"), &words.votes);
  append_share (self, _ ("Voting power"), &words.power);
  gtk_label_set_text (self->target, words.target);
  gtk_widget_set_visible (GTK_WIDGET (self->target), *words.target != '\0');
  tenure_board_words_clear (&words);
}

/* --- Flags ---------------------------------------------------------------------------------------------------- */

/* A seat's flag says whose it is; the board's own are all the board's. */
static char *
dup_flag_title (const TenureFlags *flags, const TenureFlag *flag)
{
  const char *title = _ (tenure_rule (flag->rule)->title);

  if (flag->record_type != TENURE_RECORD_SEAT)
    return g_strdup (title);
  /* Translators: a rule, then the seat that it flags: "Mandate not recorded: Alliance chair". */
  return g_strdup_printf (_ ("%s: %s"), title,
                          flags->terms->facts->seats[flag->index].title != NULL
                              ? flags->terms->facts->seats[flag->index].title
                              : _ ("seat without a title"));
}

static void
append_flags (TenureBoardView *self, const TenureFlags *flags, const GPtrArray *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *title = dup_flag_title (flags, found->pdata[i]);

      tenure_list_box_append (self->flags, tenure_flag_row_new (self->snapshot, found->pdata[i], title));
    }
}

/* What fires on a record, and after it what an exemption keeps quiet. Returns how many flags that is. */
static guint
append_flags_of (TenureBoardView *self, const TenureFlags *flags, TenureRecordType type, TenureId id)
{
  g_autoptr (GPtrArray) raised = tenure_flags_find (flags, type, id);
  g_autoptr (GPtrArray) exempted = tenure_flags_find_exempted (flags, type, id);

  append_flags (self, flags, raised);
  append_flags (self, flags, exempted);
  return raised->len + exempted->len;
}

/* The board's own flags, then those of its seats. */
static void
show_flags (TenureBoardView *self, const TenureAnalysis *analysis)
{
  const TenureFactBoard *board = &analysis->facts->boards[self->board];
  guint n;

  tenure_list_box_clear (self->flags);
  n = append_flags_of (self, analysis->flags, TENURE_RECORD_BOARD, board->id);
  for (guint i = 0; i < board->n_seats; i++)
    n += append_flags_of (self, analysis->flags, TENURE_RECORD_SEAT, analysis->facts->seats[board->first_seat + i].id);
  gtk_widget_set_visible (self->flags_section, n > 0);
}

/* --- Seats ---------------------------------------------------------------------------------------------------- */

static void
show_seats (TenureBoardView *self, const TenureAnalysis *analysis)
{
  const TenureFactBoard *board = &analysis->facts->boards[self->board];

  g_list_store_remove_all (self->seats);
  for (guint i = board->first_seat; i < board->first_seat + board->n_seats; i++)
    if (analysis->boards->seat_exists[i])
      {
        g_autoptr (TenureSeatItem) item = tenure_seat_item_new (self->snapshot, i);

        g_list_store_append (self->seats, item);
      }
}

static void
seat_activated_cb (TenureBoardView *self, guint position)
{
  g_autoptr (TenureSeatItem) item = g_list_model_get_item (G_LIST_MODEL (self->seats), position);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-record", "(sx)", tenure_record_def (TENURE_RECORD_SEAT)->table,
                                tenure_seat_item_get_id (item));
}

static void
seat_mark_activated_cb (TenureBoardView *self, TenureId seat)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-record", "(sx)", tenure_record_def (TENURE_RECORD_SEAT)->table,
                              seat);
}

/* What the buttons do, in the words of the window's actions. */
static const struct
{
  const char *name, *action;
  TenureRecordType type;
} commands[] = {
  { "board.add-seat", "win.add-child", TENURE_RECORD_SEAT },
  { "board.edit", "win.edit-record", TENURE_RECORD_BOARD },
  { "board.duplicate", "win.duplicate-record", TENURE_RECORD_BOARD },
  { "board.delete", "win.delete-record", TENURE_RECORD_BOARD },
};

static void
command_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureBoardView *self = TENURE_BOARD_VIEW (widget);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name) && self->snapshot != NULL)
      gtk_widget_activate_action (widget, commands[i].action, "(sx)", tenure_record_def (commands[i].type)->table,
                                  tenure_snapshot_get_facts (self->snapshot)->boards[self->board].id);
}

/* --- Widget --------------------------------------------------------------------------------------------------- */

static void
tenure_board_view_dispose (GObject *object)
{
  TenureBoardView *self = TENURE_BOARD_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->seats);
  g_clear_pointer (&self->snapshot, tenure_snapshot_unref);
  G_OBJECT_CLASS (tenure_board_view_parent_class)->dispose (object);
}

static void
tenure_board_view_class_init (TenureBoardViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_board_view_dispose;

  g_type_ensure (TENURE_TYPE_CHART_VIEW);
  g_type_ensure (TENURE_TYPE_LEVEL_MARK);
  g_type_ensure (TENURE_TYPE_SEAT_ITEM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/boards/board-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureBoardView, name);
  gtk_widget_class_bind_template_child (widget_class, TenureBoardView, facts);
  gtk_widget_class_bind_template_child (widget_class, TenureBoardView, picture);
  gtk_widget_class_bind_template_child (widget_class, TenureBoardView, chart);
  gtk_widget_class_bind_template_child (widget_class, TenureBoardView, shares);
  gtk_widget_class_bind_template_child (widget_class, TenureBoardView, target);
  gtk_widget_class_bind_template_child (widget_class, TenureBoardView, flags_section);
  gtk_widget_class_bind_template_child (widget_class, TenureBoardView, flags);
  gtk_widget_class_bind_template_child (widget_class, TenureBoardView, seat_list);
  gtk_widget_class_bind_template_callback (widget_class, seat_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, seat_mark_activated_cb);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    gtk_widget_class_install_action (widget_class, commands[i].name, NULL, command_action);
}

static void
tenure_board_view_init (TenureBoardView *self)
{
  g_autoptr (GtkNoSelection) model = NULL;

  self->seats = g_list_store_new (TENURE_TYPE_SEAT_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->seats)));
  gtk_column_view_set_model (self->seat_list, GTK_SELECTION_MODEL (model));
}

void
tenure_board_view_set_board (TenureBoardView *self, TenureSnapshot *snapshot, guint board)
{
  const TenureAnalysis *analysis;
  g_autofree char *facts = NULL;

  g_return_if_fail (TENURE_IS_BOARD_VIEW (self));

  g_clear_pointer (&self->snapshot, tenure_snapshot_unref);
  g_list_store_remove_all (self->seats);
  tenure_chart_view_show_report (self->chart, snapshot, TENURE_REPORT_CHART_SEATS, board);
  if (snapshot == NULL)
    return;
  self->snapshot = tenure_snapshot_ref (snapshot);
  self->board = board;
  analysis = tenure_snapshot_get_analysis (snapshot);
  facts = tenure_board_dup_facts (analysis, board);
  gtk_label_set_text (self->name, analysis->facts->boards[board].name);
  gtk_label_set_text (self->facts, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), *facts != '\0');
  /* Of a board that is over or has not begun there is nothing to draw. */
  gtk_widget_set_visible (self->picture, analysis->boards->boards[board].exists);
  show_shares (self, analysis);
  show_flags (self, analysis);
  show_seats (self, analysis);
}
