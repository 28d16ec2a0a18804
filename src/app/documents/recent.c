#include "config.h"
#include "app/documents/recent.h"

#include "store/document.h"

#include "base/i18n.h"
#include <string.h>

#define MAX_RECENT 10

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

/* A name is a label here, not a mnemonic. */
static char *
dup_menu_label (GtkRecentInfo *info)
{
  g_auto (GStrv) parts = g_strsplit (gtk_recent_info_get_display_name (info), "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);

  if (g_str_has_suffix (label, TENURE_DOCUMENT_SUFFIX))
    label[strlen (label) - strlen (TENURE_DOCUMENT_SUFFIX)] = '\0';
  return g_steal_pointer (&label);
}

static void
free_info (gpointer info)
{
  gtk_recent_info_unref (info);
}

/* (element-type GtkRecentInfo): portfolios that are there, newest first. */
static GPtrArray *
list_infos (GtkRecentManager *manager, guint max)
{
  GPtrArray *infos = g_ptr_array_new_with_free_func (free_info);
  GList *items = g_list_sort (gtk_recent_manager_get_items (manager), compare_newest_first);

  for (GList *l = items; l != NULL && infos->len < max; l = l->next)
    if (g_str_has_suffix (gtk_recent_info_get_uri (l->data), TENURE_DOCUMENT_SUFFIX) && gtk_recent_info_exists (l->data))
      g_ptr_array_add (infos, gtk_recent_info_ref (l->data));
  g_list_free_full (items, free_info);
  return infos;
}

static void
fill_cb (GtkRecentManager *manager, GMenu *menu)
{
  g_autoptr (GPtrArray) infos = list_infos (manager, MAX_RECENT);

  g_menu_remove_all (menu);
  for (guint i = 0; i < infos->len; i++)
    {
      g_autofree char *label = dup_menu_label (infos->pdata[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "app.open-recent", "s", gtk_recent_info_get_uri (infos->pdata[i]));
      g_menu_append_item (menu, item);
    }
  /* An action that is nowhere makes an entry that cannot be chosen. */
  if (infos->len == 0)
    g_menu_append (menu, _ ("None Yet"), "app.none");
}

GPtrArray *
tenure_recent_list (guint max)
{
  g_autoptr (GPtrArray) infos = list_infos (gtk_recent_manager_get_default (), max);
  GPtrArray *uris = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < infos->len; i++)
    g_ptr_array_add (uris, g_strdup (gtk_recent_info_get_uri (infos->pdata[i])));
  return uris;
}

void
tenure_recent_fill_menu (GMenu *menu, GtkWidget *owner)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();

  g_object_set_data_full (G_OBJECT (owner), "recent-menu", g_object_ref (menu), g_object_unref);
  g_signal_connect_object (manager, "changed", G_CALLBACK (fill_cb), menu, 0);
  fill_cb (manager, menu);
}
