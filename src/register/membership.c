#include "config.h"
#include "register/membership.h"

#include "base/count.h"
#include "store/edit.h"
#include "store/query.h"

#include "base/i18n.h"

/* What an edit is to do: agreements that get a place in the portfolio, or places (memberships) that go. */
typedef struct
{
  TenureId portfolio;
  GArray *put;  /* TenureId of agreements */
  GArray *take; /* TenureId of memberships */
} Plan;

static void
plan_clear (Plan *plan)
{
  g_clear_pointer (&plan->put, g_array_unref);
  g_clear_pointer (&plan->take, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

static guint
field (const char *name)
{
  return tenure_record_field_index (TENURE_RECORD_MEMBERSHIP, name);
}

/* (element-type TenureRecord): who is in it by hand. */
static GPtrArray *
load_memberships (TenureReader *reader, TenureId portfolio, GError **error)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_MEMBERSHIP);
  TenureValue value = TENURE_VALUE_OF_INTEGER (portfolio);
  g_autoptr (GArray) ids = NULL;

  tenure_query_filter (query, field ("portfolio"), TENURE_FILTER_IS, &value, 1);
  ids = tenure_query_run (query, reader, error);
  if (ids == NULL)
    return NULL;
  return tenure_reader_load_many (reader, TENURE_RECORD_MEMBERSHIP, (const TenureId *) (gpointer) ids->data, ids->len,
                                  error);
}

static GHashTable *
make_set (const TenureId *ids, guint n)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < n; i++)
    g_hash_table_add (set, (gpointer) &ids[i]);
  return set;
}

/* @put: those of @agreements that are not in it by hand get a place; else the places of those that are go. */
static gboolean
make_plan (Plan *plan, TenureDocument *document, const TenureId *agreements, guint n, gboolean put, GError **error)
{
  g_autoptr (TenureReader) reader = tenure_document_open_reader (document, error);
  g_autoptr (GPtrArray) memberships = reader != NULL ? load_memberships (reader, plan->portfolio, error) : NULL;
  g_autoptr (GHashTable) wanted = make_set (agreements, n);

  if (memberships == NULL)
    return FALSE;
  for (guint i = 0; i < memberships->len; i++)
    {
      const TenureRecord *membership = memberships->pdata[i];
      TenureId agreement =
          membership != NULL ? tenure_record_get_reference (membership, field ("agreement")) : TENURE_ID_NONE;

      if (!g_hash_table_contains (wanted, &agreement))
        continue;
      if (put)
        g_hash_table_remove (wanted, &agreement);
      else
        g_array_append_val (plan->take, membership->id);
    }
  for (guint i = 0; put && i < n; i++)
    if (g_hash_table_remove (wanted, &agreements[i]))
      g_array_append_val (plan->put, agreements[i]);
  return TRUE;
}

static gboolean
follow_plan (TenureEdit *edit, gpointer data, GError **error)
{
  const Plan *plan = data;

  for (guint i = 0; i < plan->put->len; i++)
    {
      g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_MEMBERSHIP);

      tenure_record_set_reference (record, field ("portfolio"), plan->portfolio);
      tenure_record_set_reference (record, field ("agreement"), g_array_index (plan->put, TenureId, i));
      if (!tenure_edit_insert (edit, record, error))
        return FALSE;
    }
  for (guint i = 0; i < plan->take->len; i++)
    if (!tenure_edit_delete (edit, TENURE_RECORD_MEMBERSHIP, g_array_index (plan->take, TenureId, i), error))
      return FALSE;
  return TRUE;
}

/* --- Words --------------------------------------------------------------------------------------------------- */

static char *
dup_name (TenureDocument *document, TenureId portfolio)
{
  g_autoptr (TenureReader) reader = tenure_document_open_reader (document, NULL);
  char *name = reader != NULL ? tenure_reader_dup_title (reader, TENURE_RECORD_PORTFOLIO, portfolio) : NULL;

  return name != NULL ? name : g_strdup ("");
}

static char *
dup_label (const char *name, gboolean put, guint n)
{
  g_autofree char *count = tenure_count_dup_label (n);

  if (put)
    /* Translators: what undo calls the step: how many, and the name of the portfolio. */
    return g_strdup_printf (ngettext ("Put %1$s agreement into “%2$s”", "Put %1$s agreements into “%2$s”", n), count, name);
  return g_strdup_printf (ngettext ("Take %1$s agreement out of “%2$s”", "Take %1$s agreements out of “%2$s”", n), count,
                          name);
}

static char *
dup_done (const char *name, gboolean put, guint n)
{
  g_autofree char *count = tenure_count_dup_label (n);

  if (n == 0)
    return g_strdup_printf (put ? _ ("Nothing to change: all of them are in “%s” by hand already")
                                : _ ("Nothing to change: none of them was put into “%s” by hand"),
                            name);
  if (put)
    return dup_label (name, TRUE, n);
  return g_strdup_printf (ngettext ("Took %1$s agreement out of “%2$s”", "Took %1$s agreements out of “%2$s”", n), count,
                          name);
}

/* --- Changing ------------------------------------------------------------------------------------------------ */

static int
change (TenureDocument *document,
        TenureId portfolio,
        const TenureId *agreements,
        guint n,
        gboolean put,
        char **done,
        GError **error)
{
  g_auto (Plan)
      plan = { portfolio, g_array_new (FALSE, FALSE, sizeof (TenureId)), g_array_new (FALSE, FALSE, sizeof (TenureId)) };
  g_autofree char *name = NULL, *label = NULL;
  guint changed;

  g_return_val_if_fail (TENURE_IS_DOCUMENT (document) && portfolio != TENURE_ID_NONE, -1);

  if (done != NULL)
    *done = NULL;
  if (!make_plan (&plan, document, agreements, n, put, error))
    return -1;
  changed = plan.put->len + plan.take->len;
  name = dup_name (document, portfolio);
  label = dup_label (name, put, changed);
  if (changed > 0 && !tenure_document_edit (document, label, follow_plan, &plan, error))
    return -1;
  if (done != NULL)
    *done = dup_done (name, put, changed);
  return (int) changed;
}

int
tenure_membership_put_in (
    TenureDocument *document, TenureId portfolio, const TenureId *agreements, guint n, char **done, GError **error)
{
  return change (document, portfolio, agreements, n, TRUE, done, error);
}

int
tenure_membership_take_out (
    TenureDocument *document, TenureId portfolio, const TenureId *agreements, guint n, char **done, GError **error)
{
  return change (document, portfolio, agreements, n, FALSE, done, error);
}
