/* The table of pages. To add one: write its widget in a folder of its own and give it a line here. */

#include "config.h"
#include "app/page.h"

#include <glib/gi18n.h>

static const TenurePage pages[] = {
};

const TenurePage *
tenure_pages_get (guint *out_n_pages)
{
  *out_n_pages = G_N_ELEMENTS (pages);
  return pages;
}

const TenurePage *
tenure_page_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, name) == 0)
      return &pages[i];
  return NULL;
}

GtkWidget *
tenure_pages_create_inspector (TenureSession *session)
{
  return NULL;
}
