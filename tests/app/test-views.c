/* Views of the register: those of the program make sense, those of a document are kept, replaced and deleted. */

#include "app/agreements/views.h"
#include "store/history.h"

#include <glib/gstdio.h>

/* Every filter and column that the program's own views name is there. */
static void
test_shipped (void)
{
  g_autoptr (GPtrArray) views = tenure_views_list (NULL);

  g_assert_cmpuint (views->len, >=, 5);
  for (guint i = 0; i < views->len; i++)
    {
      const TenureView *view = views->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (TenureFilter) filter = tenure_filter_from_text (view->filter, &error);
      g_autoptr (TenureRegisterLayout) layout = tenure_register_layout_from_text (view->columns, view->sort);
      g_autofree char *columns = tenure_register_layout_dup_columns (layout);
      g_autofree char *sort = tenure_register_layout_dup_sort (layout);

      g_test_message ("%s", view->name);
      g_assert_no_error (error);
      g_assert_nonnull (filter);
      g_assert_cmpint (view->id, ==, TENURE_ID_NONE);
      if (view->columns != NULL)
        g_assert_cmpstr (columns, ==, view->columns);
      if (view->sort != NULL)
        g_assert_cmpstr (sort, ==, view->sort);
    }
}

static TenureView *
find_saved (GPtrArray *views)
{
  TenureView *found = NULL;

  for (guint i = 0; i < views->len; i++)
    if (((TenureView *) views->pdata[i])->id != TENURE_ID_NONE)
      {
        g_assert_null (found);
        found = views->pdata[i];
      }
  return found;
}

static void
save (TenureDocument *document, const char *filter_text, const char *columns)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureFilter) filter = tenure_filter_from_text (filter_text, &error);
  g_autoptr (TenureRegisterLayout) layout = tenure_register_layout_from_text (columns, "-term");

  g_assert_no_error (error);
  g_assert_true (tenure_views_save (document, "Grants", filter, layout, &error));
  g_assert_no_error (error);
}

static void
test_kept (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tenure-views-XXXXXX", NULL);
  g_autofree char *working = g_build_filename (folder, "working", NULL);
  g_autoptr (GError) error = NULL;
  TenureDocument *document = tenure_document_new (folder, &error);
  TenureReader *reader = tenure_document_get_reader (document);
  g_autoptr (GPtrArray) first = NULL, second = NULL, none = NULL;
  const TenureView *view;

  save (document, "kind=grant", "title; term");
  first = tenure_views_list (reader);
  view = find_saved (first);
  g_assert_cmpstr (view->name, ==, "Grants");
  g_assert_cmpstr (view->columns, ==, "title; term");
  g_assert_cmpstr (view->sort, ==, "-term");

  /* The same name again: replaced, in one step that undo takes back. */
  save (document, "kind=contract", "title");
  g_assert_cmpstr (tenure_document_get_undo_label (document), ==, "Save view “Grants”");
  second = tenure_views_list (reader);
  view = find_saved (second);
  g_assert_cmpstr (view->filter, ==, "kind=contract");
  g_assert_true (tenure_views_delete (document, view, &error));
  none = tenure_views_list (reader);
  g_assert_null (find_saved (none));
  tenure_document_close (document, TRUE);
  g_object_unref (document);
  g_rmdir (working);
  g_rmdir (folder);
}

/* What a view narrows down to is said whole, the words searched for among it. */
static void
test_words (void)
{
  static const struct
  {
    const char *filter, *words;
  } cases[] = {
    { "", "All agreements" },
    { "words=zephyr", "“zephyr”" },
    { "kind=grant&words=zephyr", "Kind: Grant; “zephyr”" },
    { "changed-days=7&kind=grant", "Kind: Grant; Changed in the last 7 days" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureView view = { .filter = (char *) cases[i].filter };
      g_autofree char *words = tenure_view_dup_words (&view, NULL);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
  {
    TenureView view = { .filter = (char *) "nonsense=1" };
    g_autofree char *words = tenure_view_dup_words (&view, NULL);

    g_assert_cmpstr (words, !=, "All agreements");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/shipped", test_shipped);
  g_test_add_func ("/views/kept", test_kept);
  g_test_add_func ("/views/words", test_words);
  return g_test_run ();
}
