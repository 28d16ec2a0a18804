/* What happened to the record that the inspector shows, read when somebody wants to see it. */

#include "config.h"
#include "app/agreements/inspector-private.h"

#include "app/gtk/list-box.h"
#include "app/history/history-record.h"
#include "app/lookup.h"

#include "base/i18n.h"

#define MAX_LINES 30

/* What an expander knows of its record. */
typedef struct
{
  TenureSession *session;
  TenureRecordType type;
  TenureId id;
  GCancellable *reading;
  GtkBox *lines; /* in the expander */
} History;

static void
history_free (gpointer data)
{
  History *history = data;

  tenure_lookup_cancel (&history->reading);
  g_object_unref (history->session);
  g_free (history);
}

/* --- Reading ------------------------------------------------------------------------------------------------- */

typedef struct
{
  TenureRecordType type;
  TenureId id;
} Record;

static gpointer
find (TenureReader *reader, gpointer request, GCancellable *cancellable, GError **error)
{
  const Record *record = request;

  return tenure_history_list_record (reader, record->type, record->id, MAX_LINES, NULL, error);
}

static void
found (gpointer expander, gpointer request, gpointer answer, const GError *error)
{
  History *history = g_object_get_data (expander, "history");
  g_autoptr (GPtrArray) lines = answer;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (history->lines))) != NULL)
    gtk_box_remove (history->lines, child);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    gtk_box_append (history->lines, tenure_text_new (lines->pdata[i], "caption"));
  if (lines == NULL || lines->len == 0)
    gtk_box_append (history->lines,
                    tenure_text_new (error != NULL ? error->message : _ ("Nothing is recorded of it."), "caption"));
}

static const TenureLookup lookup = { find, found, g_free, (GDestroyNotify) g_ptr_array_unref };

static void
expanded_cb (GtkExpander *expander)
{
  History *history = g_object_get_data (G_OBJECT (expander), "history");
  Record *record;

  if (!gtk_expander_get_expanded (expander))
    return;
  record = g_new (Record, 1);
  *record = (Record){ history->type, history->id };
  tenure_lookup_ask (&lookup, &history->reading, expander, tenure_session_get_document (history->session), record);
}

/* --- Widgets ------------------------------------------------------------------------------------------------- */

GtkWidget *
tenure_inspector_add_history (GtkBox *content, TenureSession *session, TenureRecordType type, TenureId id)
{
  GtkWidget *expander = gtk_expander_new (_ ("History"));
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  History *history = g_new (History, 1);

  *history = (History){ g_object_ref (session), type, id, NULL, GTK_BOX (lines) };
  g_object_set_data_full (G_OBJECT (expander), "history", history, history_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("History"), -1);
  gtk_widget_set_margin_top (expander, 12);
  gtk_widget_set_margin_top (lines, 6);
  gtk_expander_set_child (GTK_EXPANDER (expander), lines);
  g_signal_connect (expander, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
  gtk_box_append (content, expander);
  return expander;
}
