#include "config.h"
#include "app/documents/file-filters.h"

#include "store/document.h"

#include "base/i18n.h"

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_all_files (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("All files"));
  gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (chooser, filter);
}

void
tenure_file_filters_add_portfolio (GtkFileChooser *chooser)
{
  static const char *const suffixes[] = { "tenure", NULL };

  add_filter (chooser, _ ("Portfolios"), suffixes);
  add_all_files (chooser);
}

void
tenure_file_filters_add_calendar (GtkFileChooser *chooser)
{
  static const char *const suffixes[] = { "ics", NULL };

  add_filter (chooser, _ ("Calendars"), suffixes);
  add_all_files (chooser);
}

void
tenure_file_filters_add_import (GtkFileChooser *chooser)
{
  static const char *const suffixes[] = { "csv", "tsv", "txt", "xlsx", "ods", "json", NULL };

  add_filter (chooser, _ ("Registers, grants and spreadsheets"), suffixes);
  add_all_files (chooser);
}

gboolean
tenure_file_is_portfolio (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, TENURE_DOCUMENT_SUFFIX);
}
