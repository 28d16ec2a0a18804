/* The context menu of a chart: the table twin, the chart in words, and the picture as a file. */

#include "config.h"
#include "app/chart-view-private.h"

#include "app/chart-table.h"
#include "app/gtk/chosen-file.h"
#include "chart/export.h"

#include "base/i18n.h"
#include <string.h>

/* A picture for a letter: what is on screen, but never smaller than this. */
#define EXPORT_MIN_WIDTH 800
#define EXPORT_MIN_HEIGHT 480
#define EXPORT_PNG_SCALE 2.0

static void
show_table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureChartView *self = TENURE_CHART_VIEW (widget);
  TenureScene *scene = tenure_chart_view_get_scene (self);
  GtkRoot *root = gtk_widget_get_root (widget);
  TenureChartTable *table;

  if (scene == NULL)
    return;
  table = tenure_chart_table_new (scene, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  g_signal_connect_object (table, "record-activated", G_CALLBACK (tenure_chart_view_emit_record), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (table));
}

static void
copy_text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureScene *scene = tenure_chart_view_get_scene (TENURE_CHART_VIEW (widget));
  g_autofree char *text = NULL;

  if (scene == NULL)
    return;
  text = tenure_scene_dup_text (scene);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
report (TenureChartView *self, GFile *file, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  tenure_file_report_unwritten (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _ ("Picture Not Saved"), file, error);
}

/* A name without an ending gets the one of the filter that was chosen. */
static GFile *
complete_name (GFile *file, GtkFileFilter *filter, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  const char *suffix = filter != NULL ? g_object_get_data (G_OBJECT (filter), "suffix") : NULL;
  g_autofree char *ending = g_strconcat (".", suffix, NULL);

  return strchr (name, '.') != NULL || suffix == NULL ? g_object_ref (file) : tenure_file_complete (file, ending, error);
}

static void
save (TenureChartView *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (TenureScene) scene = NULL;
  g_autoptr (GError) error = NULL;
  TenureExportFormat format;

  scene = tenure_chart_view_make_export (self, MAX (EXPORT_MIN_WIDTH, gtk_widget_get_width (GTK_WIDGET (self))),
                                         MAX (EXPORT_MIN_HEIGHT, gtk_widget_get_height (GTK_WIDGET (self))));
  if (scene == NULL)
    return;
  if (!tenure_export_format_from_name (name, &format, &error)
      || !tenure_scene_export_file (scene, file, format, EXPORT_PNG_SCALE, NULL, &error))
    report (self, file, error);
}

static void
save_response_cb (TenureChartView *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GFile) whole = complete_name (file, gtk_file_chooser_get_filter (GTK_FILE_CHOOSER (dialog)), &error);

      if (whole != NULL)
        save (self, whole);
      else
        report (self, file, error);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const char *label, const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, label);
  gtk_file_filter_add_suffix (filter, suffix);
  g_object_set_data (G_OBJECT (filter), "suffix", (gpointer) suffix);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
save_picture_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureChartView *self = TENURE_CHART_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *file_name = g_strconcat (tenure_chart_view_get_file_stem (self), ".png", NULL);
  GtkFileChooserNative *dialog;

  dialog = gtk_file_chooser_native_new (_ ("Save Picture"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), file_name);
  add_filter (GTK_FILE_CHOOSER (dialog), _ ("Picture (PNG)"), "png");
  add_filter (GTK_FILE_CHOOSER (dialog), _ ("Drawing (SVG)"), "svg");
  add_filter (GTK_FILE_CHOOSER (dialog), _ ("Page (PDF)"), "pdf");
  g_signal_connect_object (dialog, "response", G_CALLBACK (save_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
tenure_chart_view_class_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "chart.show-table", NULL, show_table_action);
  gtk_widget_class_install_action (klass, "chart.copy-text", NULL, copy_text_action);
  gtk_widget_class_install_action (klass, "chart.save-picture", NULL, save_picture_action);
}
