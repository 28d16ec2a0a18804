#include "config.h"
#include "app/agreements/register-copy.h"

#include "app/agreements/register-text.h"
#include "app/lookup.h"
#include "app/window.h"
#include "base/i18n.h"

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

static gpointer
find_text (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;

  return tenure_register_text (request->snapshot, request->layout, request->ids, reader, cancellable, error);
}

static void
text_found (gpointer owner, gpointer data, gpointer answer, const GError *error)
{
  g_autofree char *text = answer;
  GtkRoot *window = gtk_widget_get_root (owner);

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (owner), text);
  else if (TENURE_IS_WINDOW (window))
    tenure_window_report (TENURE_WINDOW (window), _("Nothing Was Copied"), error);
}

void
tenure_register_copy (GtkWidget *owner,
                      GCancellable **running,
                      TenureDocument *document,
                      TenureSnapshot *snapshot,
                      TenureRegisterLayout *layout,
                      GArray *ids)
{
  static const TenureLookup lookup = { find_text, text_found, request_free, g_free };
  Request *request = g_new (Request, 1);

  *request = (Request){ snapshot != NULL ? tenure_snapshot_ref (snapshot) : NULL, layout, ids };
  tenure_lookup_ask (&lookup, running, owner, document, request);
}
