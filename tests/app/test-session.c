/* What all pages look at together: what cannot be read is said, and what was shown stays. */

#include "app/session.h"
#include "base/error.h"
#include "store/edit.h"
#include "store/history.h"

#include <glib/gstdio.h>

#define LIMIT_US (20 * G_USEC_PER_SEC)

typedef struct
{
  char *folder;
  TenureDocument *document;
  TenureSession *session;
  guint n_updated, n_failed;
  char *message; /* of the last failure */
} Fixture;

static void
updated_cb (Fixture *fixture)
{
  fixture->n_updated++;
}

static void
failed_cb (Fixture *fixture, const char *message)
{
  fixture->n_failed++;
  g_free (fixture->message);
  fixture->message = g_strdup (message);
}

static gboolean
fill (TenureEdit *edit, gpointer data, GError **error)
{
  g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_AGREEMENT);

  tenure_record_set_text_by_name (record, "title", "Befriending");
  return tenure_edit_insert (edit, record, error);
}

static void
wait_until_idle (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + LIMIT_US;

  while (tenure_session_get_busy (fixture->session) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (tenure_session_get_busy (fixture->session));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("tenure-session-XXXXXX", NULL);
  fixture->document = tenure_document_new (fixture->folder, NULL);
  g_assert_true (tenure_document_edit (fixture->document, "Fill", fill, NULL, NULL));
  fixture->session = tenure_session_new (fixture->document);
  g_signal_connect_swapped (fixture->session, "updated", G_CALLBACK (updated_cb), fixture);
  g_signal_connect_swapped (fixture->session, "failed", G_CALLBACK (failed_cb), fixture);
  wait_until_idle (fixture);
  g_assert_cmpuint (fixture->n_updated, ==, 1);
}

/* Files and folders below @path, and itself. */
static void
remove_all (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      remove_all (below);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->session);
  tenure_document_close (fixture->document, TRUE);
  g_object_unref (fixture->document);
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->message);
}

/* A worker that finds the working copy gone says it once; the figures of the last reading stay. */
static void
test_read_error (Fixture *fixture, gconstpointer data)
{
  TenureSnapshot *before = tenure_session_get_snapshot (fixture->session);

  remove_all (fixture->folder);
  tenure_session_refresh (fixture->session);
  wait_until_idle (fixture);
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  g_assert_cmpuint (fixture->n_updated, ==, 1);
  g_assert_true (g_str_has_suffix (fixture->message, "."));
  g_assert_true (tenure_session_get_snapshot (fixture->session) == before);
  g_assert_cmpuint (tenure_snapshot_get_facts (before)->n_agreements, ==, 1);
}

/* Pages report what they could not read the same way; what was cancelled is no failure. */
static void
test_report (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  g_autoptr (GError) damaged = g_error_new_literal (TENURE_ERROR, TENURE_ERROR_INVALID, "5 < 6 & so on.");

  tenure_session_report (fixture->session, cancelled);
  g_assert_cmpuint (fixture->n_failed, ==, 0);
  tenure_session_report (fixture->session, damaged);
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  g_assert_cmpstr (fixture->message, ==, "5 < 6 & so on.");
}

/* At the first step there is nothing to take back, and at the last nothing to do again: refused, with nothing changed. */
static void
test_nothing_to_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) undo = NULL;
  g_autoptr (GError) redo = NULL;

  g_assert_null (tenure_document_get_redo_label (fixture->document));
  g_assert_false (tenure_document_redo (fixture->document, NULL, &redo));
  g_assert_error (redo, TENURE_ERROR, TENURE_ERROR_NOT_FOUND);
  g_assert_true (tenure_document_undo (fixture->document, NULL, NULL));
  wait_until_idle (fixture);
  g_assert_null (tenure_document_get_undo_label (fixture->document));
  g_assert_false (tenure_document_undo (fixture->document, NULL, &undo));
  g_assert_error (undo, TENURE_ERROR, TENURE_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_suffix (undo->message, "."));
  g_assert_cmpstr (tenure_document_get_redo_label (fixture->document), ==, "Fill");
  g_assert_true (tenure_document_redo (fixture->document, NULL, NULL));
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==, "Fill");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/session/read-error", Fixture, NULL, set_up, test_read_error, tear_down);
  g_test_add ("/session/report", Fixture, NULL, set_up, test_report, tear_down);
  g_test_add ("/session/nothing-to-undo", Fixture, NULL, set_up, test_nothing_to_undo, tear_down);
  return g_test_run ();
}
