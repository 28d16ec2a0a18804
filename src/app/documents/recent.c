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
fill_cb (GtkRecentManager *manager, GMenu *menu)
{
  GList *items = gtk_recent_manager_get_items (manager);
  guint n = 0;

  items = g_list_sort (items, compare_newest_first);
  g_menu_remove_all (menu);
  for (GList *l = items; l != NULL && n < MAX_RECENT; l = l->next)
    {
      const char *uri = gtk_recent_info_get_uri (l->data);
      g_autofree char *label = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (!g_str_has_suffix (uri, TENURE_DOCUMENT_SUFFIX) || !gtk_recent_info_exists (l->data))
        continue;
      label = dup_menu_label (l->data);
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "app.open-recent", "s", uri);
      g_menu_append_item (menu, item);
      n++;
    }
  /* An action that is nowhere makes an entry that cannot be chosen. */
  if (n == 0)
    g_menu_append (menu, _ ("None Yet"), "app.none");
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

void
tenure_recent_fill_menu (GMenu *menu, GtkWidget *owner)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();

  g_object_set_data_full (G_OBJECT (owner), "recent-menu", g_object_ref (menu), g_object_unref);
  g_signal_connect_object (manager, "changed", G_CALLBACK (fill_cb), menu, 0);
  fill_cb (manager, menu);
}
