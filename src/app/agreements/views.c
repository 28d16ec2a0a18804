#include "config.h"
#include "app/agreements/views.h"

#include "store/edit.h"
#include "store/query.h"

#include "base/i18n.h"

/* What commissioners ask first. Ended agreements are out where the question is what to do. */
#define CURRENT "status=planned&status=active&status=ending&status=open_ended&status="

static const struct
{
  const char *name, *filter, *columns, *sort;
} shipped[] = {
  { N_ ("All agreements"), "", NULL, NULL },
  { N_ ("Money ends within 6 months"), "ends=3&ends=6",
    "level; title; provider; service; committed_end; annual; renewal_status; decision_day; owner", "committed_end" },
  { N_ ("Renewal undecided"), CURRENT "&renewal=not_started&renewal=in_progress&renewal=",
    "level; title; provider; committed_end; decision_day; renewal_status; decision_owner; annual",
    "decision_day; committed_end" },
  { N_ ("12 months or less"), CURRENT "&band=le12",
    "level; title; provider; service; term; chain; committed_end; annual; funders", "term; committed_end" },
  { N_ ("No notice recorded"), CURRENT "&notice=",
    "title; provider; kind; committed_end; funder_notice; renewal_notice; lead_time; owner", "committed_end" },
  { N_ ("Changed this week"), "changed-days=7", NULL, NULL },
};

void
tenure_view_free (TenureView *view)
{
  if (view == NULL)
    return;
  g_free (view->name);
  g_free (view->filter);
  g_free (view->columns);
  g_free (view->sort);
  g_free (view);
}

char *
tenure_view_dup_words (const TenureView *view, TenureReader *reader)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureFilter) filter = tenure_filter_from_text (view->filter, &error);

  return filter != NULL ? tenure_filter_dup_label (filter, reader) : g_strdup (error->message);
}

static TenureView *
view_new (TenureId id, const char *name, const char *filter, const char *columns, const char *sort)
{
  TenureView *view = g_new0 (TenureView, 1);

  view->id = id;
  view->name = g_strdup (name);
  view->filter = g_strdup (filter != NULL ? filter : "");
  view->columns = g_strdup (columns);
  view->sort = g_strdup (sort);
  return view;
}

static void
add_saved (GPtrArray *views, TenureReader *reader)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_SAVED_VIEW);
  g_autoptr (GArray) ids = NULL;

  tenure_query_sort (query, tenure_record_field_index (TENURE_RECORD_SAVED_VIEW, "name"), FALSE);
  ids = tenure_query_run (query, reader, NULL);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (TenureRecord) record =
          tenure_reader_load (reader, TENURE_RECORD_SAVED_VIEW, g_array_index (ids, TenureId, i), NULL);

      if (record != NULL)
        g_ptr_array_add (views, view_new (record->id, tenure_record_get_text_by_name (record, "name"),
                                          tenure_record_get_text_by_name (record, "filter"),
                                          tenure_record_get_text_by_name (record, "columns"),
                                          tenure_record_get_text_by_name (record, "sort")));
    }
}

GPtrArray *
tenure_views_list (TenureReader *reader)
{
  GPtrArray *views = g_ptr_array_new_with_free_func ((GDestroyNotify) tenure_view_free);

  for (gsize i = 0; i < G_N_ELEMENTS (shipped); i++)
    g_ptr_array_add (views,
                     view_new (TENURE_ID_NONE, _ (shipped[i].name), shipped[i].filter, shipped[i].columns, shipped[i].sort));
  if (reader != NULL)
    add_saved (views, reader);
  return views;
}

/* --- Keeping ------------------------------------------------------------------------------------------------- */

static TenureId
find_by_name (TenureReader *reader, const char *name)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_SAVED_VIEW);
  TenureValue value = TENURE_VALUE_OF_TEXT ((char *) name);
  g_autoptr (GArray) ids = NULL;

  tenure_query_filter (query, tenure_record_field_index (TENURE_RECORD_SAVED_VIEW, "name"), TENURE_FILTER_IS, &value, 1);
  ids = tenure_query_run (query, reader, NULL);
  return ids != NULL && ids->len > 0 ? g_array_index (ids, TenureId, 0) : TENURE_ID_NONE;
}

static gboolean
store_view (TenureEdit *edit, gpointer data, GError **error)
{
  TenureRecord *record = data;

  if (record->id != TENURE_ID_NONE)
    return tenure_edit_update (edit, record, NULL, error);
  return tenure_edit_insert (edit, record, error);
}

gboolean
tenure_views_save (TenureDocument *document,
                   const char *name,
                   const TenureFilter *filter,
                   const TenureRegisterLayout *layout,
                   GError **error)
{
  g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_SAVED_VIEW);
  g_autofree char *filter_text = tenure_filter_dup_text (filter);
  g_autofree char *columns = tenure_register_layout_dup_columns (layout);
  g_autofree char *sort = tenure_register_layout_dup_sort (layout);
  /* Translators: what undo calls the step; the name that the user gave. */
  g_autofree char *label = g_strdup_printf (_ ("Save view “%s”"), name);

  record->id = find_by_name (tenure_document_get_reader (document), name);
  tenure_record_set_text_by_name (record, "name", name);
  tenure_record_set_text_by_name (record, "filter", filter_text);
  tenure_record_set_text_by_name (record, "columns", columns);
  tenure_record_set_text_by_name (record, "sort", sort);
  return tenure_document_edit (document, label, store_view, record, error);
}

static gboolean
delete_view (TenureEdit *edit, gpointer data, GError **error)
{
  return tenure_edit_delete (edit, TENURE_RECORD_SAVED_VIEW, *(const TenureId *) data, error);
}

gboolean
tenure_views_delete (TenureDocument *document, const TenureView *view, GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Delete view “%s”"), view->name);
  TenureId id = view->id;

  g_return_val_if_fail (id != TENURE_ID_NONE, FALSE);

  return tenure_document_edit (document, label, delete_view, &id, error);
}
