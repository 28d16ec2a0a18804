/* What the inspector says of a person: the seats, organisations and agreements that hang on this one. */

#include "config.h"
#include "app/agreements/inspector-private.h"

#include "app/gtk/list-box.h"
#include "app/lookup.h"
#include "app/people/person-ties.h"

#include "base/count.h"
#include "base/i18n.h"

#define MAX_TIES 25 /* of a kind */

static const char *
heading_of (TenurePersonTieKind kind)
{
  switch (kind)
    {
    case TENURE_PERSON_SEAT:
      return _ ("Seats");
    case TENURE_PERSON_DEPUTY:
      return _ ("Deputy");
    case TENURE_PERSON_CONTACT:
      return _ ("Contact for");
    default:
      return _ ("Key person in");
    }
}

static void
add_ties (GtkBox *content, const GPtrArray *ties, TenurePersonTieKind kind)
{
  guint n = 0;

  for (guint i = 0; i < ties->len; i++)
    {
      const TenurePersonTie *tie = ties->pdata[i];

      if (tie->kind != kind)
        continue;
      if (n == 0)
        tenure_inspector_add_section (content, heading_of (kind));
      if (n++ < MAX_TIES)
        tenure_inspector_add_record (content, tie->title, tie->text, tie->type, tie->id);
    }
  if (n > MAX_TIES)
    {
      g_autofree char *more = tenure_count_dup_more (n - MAX_TIES);

      gtk_box_append (content, tenure_text_new (more, "dim-label"));
    }
}

/* --- Reading ------------------------------------------------------------------------------------------------- */

typedef struct
{
  TenureSnapshot *snapshot;
  guint person;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  tenure_snapshot_unref (request->snapshot);
  g_free (request);
}

static gpointer
find (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  GPtrArray **all = tenure_person_ties_load (request->snapshot, reader, (int) request->person, error);
  GPtrArray *ties = all != NULL ? g_steal_pointer (&all[request->person]) : NULL;

  tenure_person_ties_free (all, tenure_snapshot_get_facts (request->snapshot)->n_persons);
  return ties;
}

static void
found (gpointer box, gpointer request, gpointer answer, const GError *error)
{
  g_autoptr (GPtrArray) ties = answer;

  if (ties == NULL)
    gtk_box_append (box, tenure_text_new (error->message, NULL));
  for (int kind = TENURE_PERSON_SEAT; ties != NULL && kind <= TENURE_PERSON_ESSENTIAL; kind++)
    add_ties (box, ties, (TenurePersonTieKind) kind);
  gtk_widget_set_visible (box, gtk_widget_get_first_child (box) != NULL);
  tenure_inspector_filled (box);
}

static const TenureLookup lookup = { find, found, request_free, (GDestroyNotify) g_ptr_array_unref };

/* --- Widgets ------------------------------------------------------------------------------------------------- */

static void
running_free (gpointer data)
{
  tenure_lookup_cancel (data);
  g_free (data);
}

/* The worker keeps the box: it is taken out when the inspector shows somebody else. */
static void
parent_cb (GtkWidget *box)
{
  if (gtk_widget_get_parent (box) == NULL)
    tenure_lookup_cancel (g_object_get_data (G_OBJECT (box), "running"));
}

void
tenure_inspector_add_person (GtkBox *content, TenureSession *session, TenureSnapshot *snapshot, guint person)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, gtk_box_get_spacing (content));
  GCancellable **running = g_new0 (GCancellable *, 1);
  Request *request = g_new (Request, 1);

  *request = (Request){ tenure_snapshot_ref (snapshot), person };
  g_object_set_data_full (G_OBJECT (box), "running", running, running_free);
  gtk_widget_set_visible (box, FALSE);
  gtk_box_append (content, box);
  g_signal_connect (box, "notify::parent", G_CALLBACK (parent_cb), NULL);
  tenure_lookup_ask (&lookup, running, box, tenure_session_get_document (session), request);
}
