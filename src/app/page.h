#pragma once

#include <gtk/gtk.h>

#include "catalogue/field.h"

G_BEGIN_DECLS

typedef struct _TenureSession TenureSession;

/* One page of the window: a row of the table in pages.c, an entry of the sidebar, a child of the page stack. A page
 * knows the session it was made for and nothing of the window; it asks for everything else by action (actions.h). A page
 * that shows records whole, each on a page of its own, offers the action page.open-record (sx) table, id: win.show-record
 * calls it instead of selecting the record. */
typedef struct
{
  const char *name;         /* stable: "agreements"; the state of win.show-page and the value on the command line */
  const char *icon;         /* icon name */
  const char *title;        /* translatable */
  TenureRecordType counted; /* whose number stands beside the title; TENURE_RECORD_NONE for none */
  TenureRecordType shown;   /* what is selected there, and told of in the inspector; TENURE_RECORD_NONE for nothing */

  /* Makes the page, once per window, when it is first shown. It keeps a reference to @session and follows it. */
  GtkWidget *(*create) (TenureSession *session);
} TenurePage;

/* The pages in the order of the sidebar. */
const TenurePage *tenure_pages_get (guint *out_n_pages);

/* The page called @name, or NULL. */
const TenurePage *tenure_page_from_name (const char *name);

/* Makes what stands at the end of the window and tells about the selected record; NULL when there is none. */
GtkWidget *tenure_pages_create_inspector (TenureSession *session);

G_END_DECLS
