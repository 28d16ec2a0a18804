/* Any bytes opened as a document: refused with one of our errors, or a document that can be read, undone and saved. */

#include "fuzz.h"

#include "base/error.h"
#include "store/history.h"
#include "store/load-facts.h"
#include "store/query.h"

#include <glib/gstdio.h>

/* Reads what there is to read; errors are fine, crashes and hangs are not. */
static void
look_around (TenureDocument *document)
{
  TenureReader *reader = tenure_document_get_reader (document);
  g_autoptr (TenureFacts) facts G_GNUC_UNUSED = tenure_load_facts (reader, NULL, NULL);
  g_autoptr (GPtrArray) entries = tenure_history_list (reader, 20, NULL);

  for (TenureRecordType type = 0; type < TENURE_N_RECORDS; type++)
    {
      g_autoptr (TenureQuery) query = tenure_query_new (type);
      g_autoptr (GArray) ids = NULL;
      g_autoptr (GPtrArray) records = NULL;

      tenure_query_set_search (query, type % 2 ? "home" : NULL);
      ids = tenure_query_run (query, reader, NULL);
      if (ids != NULL)
        records = tenure_reader_load_many (reader, type, (const TenureId *) ids->data, MIN (ids->len, 20), NULL);
    }
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      g_autoptr (GPtrArray) changes G_GNUC_UNUSED
          = tenure_history_load_changes (reader, ((TenureHistoryEntry *) entries->pdata[i])->seq, 50, NULL);
    }
  while (tenure_document_undo (document, NULL, NULL))
    ;
  while (tenure_document_redo (document, NULL, NULL))
    ;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *folder = g_dir_make_tmp ("tenure-fuzz-XXXXXX", NULL);
  g_autofree char *working = g_build_filename (folder, "working", NULL);
  g_autofree char *path = g_build_filename (folder, "fuzz.tenure", NULL);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  TenureDocument *document;

  g_assert_true (g_file_set_contents (path, (const char *) data, (gssize) size, NULL));
  file = g_file_new_for_path (path);
  document = tenure_document_open (file, TENURE_OPEN_DEFAULT, folder, NULL, &error);
  if (document != NULL)
    {
      look_around (document);
      tenure_document_close (document, TRUE);
      g_object_unref (document);
    }
  else
    g_assert_true (error->domain == TENURE_ERROR);
  /* A document that was closed leaves nothing behind. */
  g_unlink (path);
  g_rmdir (working);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return 0;
}
