#include "config.h"
#include "app/agreements/register-copy.h"

#include "app/agreements/register-sheet.h"
#include "app/lookup.h"
#include "app/window.h"
#include "base/count.h"

#include "base/i18n.h"
#include <string.h>

/* A longer table goes as text alone: as HTML it is five times as long, and a spreadsheet reads text as fast as it can. */
#define MOST_HTML_ROWS 10000

typedef struct
{
  TenureSnapshot *snapshot; /* NULL until there is one */
  TenureRegisterLayout *layout;
  GArray *ids;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->snapshot, tenure_snapshot_unref);
  tenure_register_layout_free (request->layout);
  g_array_unref (request->ids);
  g_free (request);
}

/* What goes to the clipboard. */
typedef struct
{
  char *text;
  char *html; /* NULL where the table is too long for it */
  guint n_rows;
} Copied;

static void
copied_free (gpointer data)
{
  Copied *copied = data;

  g_free (copied->text);
  g_free (copied->html);
  g_free (copied);
}

static gpointer
find_cells (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  g_autoptr (TenureCells) cells =
      tenure_register_sheet (request->snapshot, request->layout, request->ids, reader, cancellable, error);
  Copied *copied;

  if (cells == NULL)
    return NULL;
  copied = g_new0 (Copied, 1);
  copied->n_rows = request->ids->len;
  copied->text = tenure_cells_dup_text (cells);
  if (copied->n_rows <= MOST_HTML_ROWS)
    copied->html = tenure_cells_dup_html (cells);
  return copied;
}

/* A spreadsheet takes the table, all else the text. */
static void
fill_clipboard (GtkWidget *owner, Copied *copied)
{
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) both = NULL;
  guint n = 0;

  if (copied->html != NULL)
    {
      gsize length = strlen (copied->html);
      g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&copied->html), length);

      providers[n++] = gdk_content_provider_new_for_bytes ("text/html", bytes);
    }
  providers[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, copied->text);
  both = gdk_content_provider_new_union (providers, n);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (owner), both);
}

static void
cells_found (gpointer owner, gpointer data, gpointer answer, const GError *error)
{
  GtkRoot *window = gtk_widget_get_root (owner);
  const Request *request = data;
  Copied *copied = answer;
  g_autofree char *count = NULL;
  g_autofree char *done = NULL;

  if (copied == NULL)
    {
      if (TENURE_IS_WINDOW (window))
        tenure_window_report (TENURE_WINDOW (window), _ ("Nothing Was Copied"), error);
      return;
    }
  fill_clipboard (owner, copied);
  count = tenure_count_dup_label (copied->n_rows);
  done = g_strdup_printf (ngettext ("Copied %s agreement with the columns on screen",
                                    "Copied %s agreements with the columns on screen", request->ids->len),
                          count);
  if (TENURE_IS_WINDOW (window))
    tenure_window_toast (TENURE_WINDOW (window), done);
  copied_free (copied);
}

void
tenure_register_copy (GtkWidget *owner,
                      GCancellable **running,
                      TenureDocument *document,
                      TenureSnapshot *snapshot,
                      TenureRegisterLayout *layout,
                      GArray *ids)
{
  static const TenureLookup lookup = { find_cells, cells_found, request_free, copied_free };
  Request *request = g_new (Request, 1);

  *request = (Request){ snapshot != NULL ? tenure_snapshot_ref (snapshot) : NULL, layout, ids };
  tenure_lookup_ask (&lookup, running, owner, document, request);
}
