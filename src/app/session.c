#include "app/session.h"

#include "app/lookup.h"
#include "app/settings.h"
#include "store/query.h"

struct _TenureSession
{
  GObject parent_instance;

  TenureDocument *document;
  TenureDay as_of;
  TenureFilter *filter;
  TenureSnapshot *snapshot;

  TenureRecordType selected_type;
  TenureId selected_id;
  GArray *selected_together; /* TenureId; NULL for none */

  GCancellable *running; /* of the newest request, NULL when idle */
  guint first_later;     /* source id of the first request while it waits; 0 afterwards */
  gboolean stale;        /* the document or the day changed since the snapshot's basis was read */
};

enum
{
  PROP_DOCUMENT = 1,
  PROP_BUSY,
  N_PROPS
};

enum
{
  UPDATED,
  FAILED,
  AS_OF_CHANGED,
  FILTER_CHANGED,
  SELECTION_CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenureSession, tenure_session, G_TYPE_OBJECT)

/* --- Computing ----------------------------------------------------------------------------------------------- */

typedef struct
{
  TenureDay as_of;
  int year_first_month;
  TenureFilter *filter;
  TenureBasis *basis; /* NULL: to be read anew */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  tenure_filter_free (request->filter);
  g_clear_pointer (&request->basis, tenure_basis_unref);
  g_free (request);
}

static gpointer
find_snapshot (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;

  if (request->basis == NULL)
    request->basis = tenure_basis_new (reader, request->as_of, request->year_first_month, cancellable, error);
  return request->basis != NULL ? tenure_snapshot_new (request->basis, request->filter, reader, error) : NULL;
}

void
tenure_session_report (TenureSession *self, const GError *error)
{
  g_return_if_fail (TENURE_IS_SESSION (self) && error != NULL);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
snapshot_found (gpointer owner, gpointer data, gpointer answer, const GError *error)
{
  TenureSession *self = owner;

  g_object_notify_by_pspec (owner, props[PROP_BUSY]);
  if (answer != NULL)
    {
      g_clear_pointer (&self->snapshot, tenure_snapshot_unref);
      self->snapshot = answer;
      self->stale = FALSE;
      g_signal_emit (self, signals[UPDATED], 0);
    }
  else
    tenure_session_report (self, error);
}

static void
compute (TenureSession *self)
{
  static const TenureLookup lookup = { find_snapshot, snapshot_found, request_free, (GDestroyNotify) tenure_snapshot_unref };
  Request *request = g_new0 (Request, 1);
  gboolean was_idle = self->running == NULL;

  g_clear_handle_id (&self->first_later, g_source_remove);
  request->as_of = self->as_of;
  request->year_first_month = tenure_settings_get_year_first_month ();
  request->filter = tenure_filter_dup (self->filter);
  if (!self->stale && self->snapshot != NULL)
    request->basis = tenure_basis_ref (tenure_snapshot_get_basis (self->snapshot));
  tenure_lookup_ask (&lookup, &self->running, self, self->document, request);
  if (was_idle)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

void
tenure_session_refresh (TenureSession *self)
{
  g_return_if_fail (TENURE_IS_SESSION (self));

  self->stale = TRUE;
  compute (self);
}

static gboolean
was_deleted (TenureChanges *changes, TenureRecordType type, TenureId id)
{
  return tenure_ids_contain (tenure_changes_get (changes, type)->deleted, id);
}

static void
document_changed_cb (TenureDocument *document, TenureChanges *changes, TenureSession *self)
{
  if (self->selected_type != TENURE_RECORD_NONE && was_deleted (changes, self->selected_type, self->selected_id))
    tenure_session_select (self, TENURE_RECORD_NONE, TENURE_ID_NONE);
  self->stale = TRUE;
  if (was_deleted (changes, TENURE_RECORD_PORTFOLIO, tenure_filter_get_portfolio (self->filter)))
    tenure_session_set_portfolio (self, TENURE_ID_NONE);
  else
    compute (self);
}

/* --- Object -------------------------------------------------------------------------------------------------- */

static gboolean
first_cb (gpointer data)
{
  TenureSession *self = data;

  self->first_later = 0; /* removed by returning */
  compute (self);
  return G_SOURCE_REMOVE;
}

static void
tenure_session_constructed (GObject *object)
{
  TenureSession *self = TENURE_SESSION (object);

  G_OBJECT_CLASS (tenure_session_parent_class)->constructed (object);
  g_signal_connect_object (self->document, "changed", G_CALLBACK (document_changed_cb), self, 0);
  /* Not at once: reading uses all cores, and the first rows can be shown without it. */
  self->stale = TRUE;
  self->first_later = g_idle_add_full (G_PRIORITY_LOW, first_cb, self, NULL);
}

static void
tenure_session_dispose (GObject *object)
{
  TenureSession *self = TENURE_SESSION (object);

  g_clear_handle_id (&self->first_later, g_source_remove);
  tenure_lookup_cancel (&self->running);
  g_clear_pointer (&self->snapshot, tenure_snapshot_unref);
  g_clear_pointer (&self->selected_together, g_array_unref);
  g_clear_pointer (&self->filter, tenure_filter_free);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (tenure_session_parent_class)->dispose (object);
}

static void
tenure_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TenureSession *self = TENURE_SESSION (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, tenure_session_get_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tenure_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TenureSession *self = TENURE_SESSION (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      self->document = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tenure_session_class_init (TenureSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = TENURE_TYPE_SESSION;

  object_class->constructed = tenure_session_constructed;
  object_class->dispose = tenure_session_dispose;
  object_class->get_property = tenure_session_get_property;
  object_class->set_property = tenure_session_set_property;

  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, TENURE_TYPE_DOCUMENT,
                                              G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[UPDATED] = g_signal_new ("updated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[AS_OF_CHANGED] = g_signal_new ("as-of-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FILTER_CHANGED] = g_signal_new ("filter-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTION_CHANGED] =
      g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenure_session_init (TenureSession *self)
{
  self->as_of = tenure_day_today ();
  self->filter = tenure_filter_new ();
  self->selected_type = TENURE_RECORD_NONE;
}

TenureSession *
tenure_session_new (TenureDocument *document)
{
  g_return_val_if_fail (TENURE_IS_DOCUMENT (document), NULL);

  return g_object_new (TENURE_TYPE_SESSION, "document", document, NULL);
}

TenureDocument *
tenure_session_get_document (TenureSession *self)
{
  g_return_val_if_fail (TENURE_IS_SESSION (self), NULL);

  return self->document;
}

TenureDay
tenure_session_get_as_of (TenureSession *self)
{
  g_return_val_if_fail (TENURE_IS_SESSION (self), TENURE_DAY_NONE);

  return self->as_of;
}

void
tenure_session_set_as_of (TenureSession *self, TenureDay as_of)
{
  g_return_if_fail (TENURE_IS_SESSION (self));
  g_return_if_fail (as_of != TENURE_DAY_NONE);

  if (self->as_of == as_of)
    return;
  self->as_of = as_of;
  g_signal_emit (self, signals[AS_OF_CHANGED], 0);
  tenure_session_refresh (self);
}

TenureSnapshot *
tenure_session_get_snapshot (TenureSession *self)
{
  g_return_val_if_fail (TENURE_IS_SESSION (self), NULL);

  return self->snapshot;
}

GArray *
tenure_session_list_first (TenureSession *self, TenureRecordType type, guint n)
{
  g_autoptr (TenureQuery) query = NULL;
  GArray *ids;

  g_return_val_if_fail (TENURE_IS_SESSION (self), NULL);

  query = tenure_query_new (type);
  tenure_query_set_limit (query, n);
  ids = tenure_query_run (query, tenure_document_get_reader (self->document), NULL);
  return ids != NULL ? ids : g_array_new (FALSE, FALSE, sizeof (TenureId));
}

gboolean
tenure_session_get_busy (TenureSession *self)
{
  g_return_val_if_fail (TENURE_IS_SESSION (self), FALSE);

  return self->running != NULL || self->first_later != 0;
}

const TenureFilter *
tenure_session_get_filter (TenureSession *self)
{
  g_return_val_if_fail (TENURE_IS_SESSION (self), NULL);

  return self->filter;
}

void
tenure_session_set_filter (TenureSession *self, const TenureFilter *filter)
{
  g_return_if_fail (TENURE_IS_SESSION (self));
  g_return_if_fail (filter != NULL);

  if (tenure_filter_equal (self->filter, filter))
    return;
  tenure_filter_free (self->filter);
  self->filter = tenure_filter_dup (filter);
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
  compute (self);
}

void
tenure_session_set_search (TenureSession *self, const char *search)
{
  g_autoptr (TenureFilter) filter = NULL;

  g_return_if_fail (TENURE_IS_SESSION (self));

  filter = tenure_filter_dup (self->filter);
  tenure_filter_set_search (filter, search);
  tenure_session_set_filter (self, filter);
}

void
tenure_session_set_portfolio (TenureSession *self, TenureId portfolio)
{
  g_autoptr (TenureFilter) filter = NULL;

  g_return_if_fail (TENURE_IS_SESSION (self));

  filter = tenure_filter_dup (self->filter);
  tenure_filter_set_portfolio (filter, portfolio);
  tenure_session_set_filter (self, filter);
}

void
tenure_session_set_facet (TenureSession *self, const char *facet, const char *const *values)
{
  g_autoptr (TenureFilter) filter = NULL;

  g_return_if_fail (TENURE_IS_SESSION (self));

  filter = tenure_filter_dup (self->filter);
  tenure_filter_set_facet (filter, facet, values);
  tenure_session_set_filter (self, filter);
}

char *
tenure_session_dup_scope_label (TenureSession *self)
{
  g_return_val_if_fail (TENURE_IS_SESSION (self), NULL);

  return self->snapshot != NULL ? tenure_snapshot_dup_scope_label (self->snapshot) : g_strdup ("");
}

void
tenure_session_select (TenureSession *self, TenureRecordType type, TenureId id)
{
  g_return_if_fail (TENURE_IS_SESSION (self));

  if (self->selected_type == type && self->selected_id == id && self->selected_together == NULL)
    return;
  g_clear_pointer (&self->selected_together, g_array_unref);
  self->selected_type = type;
  self->selected_id = id;
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

void
tenure_session_select_together (TenureSession *self, GArray *agreements)
{
  g_return_if_fail (TENURE_IS_SESSION (self));
  g_return_if_fail (agreements != NULL && agreements->len > 1);

  g_array_ref (agreements);
  g_clear_pointer (&self->selected_together, g_array_unref);
  self->selected_together = agreements;
  if (self->selected_type != TENURE_RECORD_AGREEMENT || !tenure_ids_contain (agreements, self->selected_id))
    self->selected_id = g_array_index (agreements, TenureId, 0);
  self->selected_type = TENURE_RECORD_AGREEMENT;
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

GArray *
tenure_session_get_selected_together (TenureSession *self)
{
  g_return_val_if_fail (TENURE_IS_SESSION (self), NULL);

  return self->selected_together;
}

TenureRecordType
tenure_session_get_selected_type (TenureSession *self)
{
  g_return_val_if_fail (TENURE_IS_SESSION (self), TENURE_RECORD_NONE);

  return self->selected_type;
}

TenureId
tenure_session_get_selected_id (TenureSession *self)
{
  g_return_val_if_fail (TENURE_IS_SESSION (self), TENURE_ID_NONE);

  return self->selected_id;
}
