#include "config.h"
#include "app/gtk/plain-rows.h"

static GPtrArray *
rows_of (AdwPreferencesGroup *group)
{
  GPtrArray *rows = g_object_get_data (G_OBJECT (group), "tenure-plain-rows");

  if (rows != NULL)
    return rows;
  rows = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (group), "tenure-plain-rows", rows, (GDestroyNotify) g_ptr_array_unref);
  return rows;
}

GtkWidget *
tenure_plain_rows_add (AdwPreferencesGroup *group, const char *title, const char *words)
{
  GtkWidget *row;

  g_return_val_if_fail (ADW_IS_PREFERENCES_GROUP (group), NULL);

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows_of (group), row);
  return row;
}

const GPtrArray *
tenure_plain_rows_get (AdwPreferencesGroup *group)
{
  g_return_val_if_fail (ADW_IS_PREFERENCES_GROUP (group), NULL);

  return rows_of (group);
}

void
tenure_plain_rows_clear (AdwPreferencesGroup *group)
{
  GPtrArray *rows;

  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));

  rows = rows_of (group);
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}
