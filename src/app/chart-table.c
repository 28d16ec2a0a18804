#include "config.h"
#include "app/chart-table.h"

#include "app/gtk/heading-end.h"
#include "app/gtk/text-scale.h"
#include "app/gtk/toast.h"

#include "base/i18n.h"

/* A row of the list: the window keeps the table, the row only its place in it. */
#define TENURE_TYPE_CHART_TABLE_ROW (tenure_chart_table_row_get_type ())
G_DECLARE_FINAL_TYPE (TenureChartTableRow, tenure_chart_table_row, TENURE, CHART_TABLE_ROW, GObject)

struct _TenureChartTableRow
{
  GObject parent_instance;
  guint index;
};

G_DEFINE_FINAL_TYPE (TenureChartTableRow, tenure_chart_table_row, G_TYPE_OBJECT)

static void
tenure_chart_table_row_class_init (TenureChartTableRowClass *klass)
{
}

static void
tenure_chart_table_row_init (TenureChartTableRow *self)
{
}

struct _TenureChartTable
{
  AdwWindow parent_instance;

  TenureSceneTable *table;
  char *text; /* what "Copy" copies */

  GtkLabel *heading;
  GtkLabel *footnote;
  GtkColumnView *view;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (TenureChartTable, tenure_chart_table, ADW_TYPE_WINDOW)

enum
{
  RECORD_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define ROW_TITLES (-1) /* the column of row titles; the others count from 0 */

static int
column_of (GtkSignalListItemFactory *factory)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "tenure-column"));
}

static const char *
cell_text (const TenureSceneTable *table, guint row, int column)
{
  const char *text;

  text = column == ROW_TITLES ? table->row_titles[row] : table->cells[row * table->n_columns + column];
  return text ? text : "";
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, TenureChartTable *self)
{
  int column = column_of (factory);
  gboolean numeric = column != ROW_TITLES && self->table->column_numeric[column];
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), numeric ? 1.0f : 0.0f);
  if (numeric)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, TenureChartTable *self)
{
  TenureChartTableRow *row = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), cell_text (self->table, row->index, column_of (factory)));
}

static void
append_column (TenureChartTable *self, const char *title, int index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "tenure-column", GINT_TO_POINTER (index));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cell_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cell_cb), self, 0);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, index == ROW_TITLES);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->view, column);
  if (index != ROW_TITLES && self->table->column_numeric[index])
    tenure_heading_align_end (self->view, column);
}

static void
fill (TenureChartTable *self)
{
  GListStore *rows = g_list_store_new (TENURE_TYPE_CHART_TABLE_ROW);
  g_autoptr (GtkNoSelection) model = NULL;

  append_column (self, self->table->corner, ROW_TITLES);
  for (guint c = 0; c < self->table->n_columns; c++)
    append_column (self, self->table->column_titles[c], c);

  for (guint r = 0; r < self->table->n_rows; r++)
    {
      g_autoptr (TenureChartTableRow) row = g_object_new (TENURE_TYPE_CHART_TABLE_ROW, NULL);

      row->index = r;
      g_list_store_append (rows, row);
    }
  model = gtk_no_selection_new (G_LIST_MODEL (rows));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
}

static void
row_activated_cb (TenureChartTable *self, guint position)
{
  if (position < self->table->n_rows && self->table->row_records[position] != TENURE_ID_NONE)
    g_signal_emit (self, signals[RECORD_ACTIVATED], 0, self->table->row_records[position]);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureChartTable *self = TENURE_CHART_TABLE (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->text);
  tenure_toast_show (self->toasts, tenure_toast_new (_ ("Table copied")));
}

static void
tenure_chart_table_finalize (GObject *object)
{
  TenureChartTable *self = TENURE_CHART_TABLE (object);

  g_clear_pointer (&self->table, tenure_scene_table_free);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (tenure_chart_table_parent_class)->finalize (object);
}

static void
tenure_chart_table_class_init (TenureChartTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = tenure_chart_table_finalize;

  signals[RECORD_ACTIVATED] = g_signal_new ("record-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/chart-table.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureChartTable, heading);
  gtk_widget_class_bind_template_child (widget_class, TenureChartTable, footnote);
  gtk_widget_class_bind_template_child (widget_class, TenureChartTable, view);
  gtk_widget_class_bind_template_child (widget_class, TenureChartTable, toasts);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", NULL);
}

static void
tenure_chart_table_init (TenureChartTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_text_scale_window (GTK_WINDOW (self));
}

TenureChartTable *
tenure_chart_table_new (TenureScene *scene, GtkWindow *parent)
{
  TenureChartTable *self;
  const char *footnote;

  g_return_val_if_fail (scene != NULL, NULL);

  self = g_object_new (TENURE_TYPE_CHART_TABLE, "transient-for", parent, NULL);
  self->table = tenure_scene_dup_table (scene);
  self->text = tenure_scene_dup_text (scene);
  footnote = tenure_scene_get_footnote (scene);
  gtk_label_set_text (self->heading, tenure_scene_get_title (scene));
  gtk_label_set_text (self->footnote, footnote);
  gtk_widget_set_visible (GTK_WIDGET (self->footnote), *footnote != '\0');
  fill (self);
  return self;
}
