#include "config.h"
#include "app/agreements/register-text.h"

#include <string.h>

/* Records read in one go. */
#define CHUNK 1000

/* One cell: tabs and line ends would break the grid, and a leading sign would make a spreadsheet calculate. */
static void
append_cell (GString *text, const char *cell)
{
  if (cell == NULL)
    return;
  if (cell[0] != '\0' && strchr ("=+-@", cell[0]) != NULL)
    g_string_append_c (text, '\'');
  for (const char *p = cell; *p != '\0'; p++)
    g_string_append_c (text, *p == '\t' || *p == '\n' || *p == '\r' ? ' ' : *p);
}

static void
append_headings (GString *text, const GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\t');
      append_cell (text, g_array_index (places, TenureRegisterPlace, i).column->title);
    }
  g_string_append_c (text, '\n');
}

/* @record NULL: it is not there any more. */
static char *
dup_cell (const TenureSnapshot *snapshot, const TenureRegisterColumn *column, TenureId id, const TenureRecord *record)
{
  int agreement;

  if (column->field >= 0)
    return record != NULL ? tenure_record_dup_label (record, (guint) column->field) : NULL;
  if (snapshot == NULL)
    return NULL;
  agreement = tenure_basis_find (tenure_snapshot_get_basis (snapshot), TENURE_RECORD_AGREEMENT, id);
  return agreement >= 0 ? column->dup_text (snapshot, (guint) agreement) : NULL;
}

static void
append_row (
    GString *text, const TenureSnapshot *snapshot, const GArray *places, TenureId id, const TenureRecord *record)
{
  for (guint i = 0; i < places->len; i++)
    {
      g_autofree char *cell = dup_cell (snapshot, g_array_index (places, TenureRegisterPlace, i).column, id, record);

      if (i > 0)
        g_string_append_c (text, '\t');
      append_cell (text, cell);
    }
  g_string_append_c (text, '\n');
}

char *
tenure_register_text (const TenureSnapshot *snapshot,
                      const TenureRegisterLayout *layout,
                      const GArray *ids,
                      TenureReader *reader,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (layout != NULL && ids != NULL && reader != NULL, NULL);

  append_headings (text, layout->places);
  for (guint first = 0; first < ids->len; first += CHUNK)
    {
      const TenureId *some = &g_array_index (ids, TenureId, first);
      guint n = MIN (CHUNK, ids->len - first);
      g_autoptr (GPtrArray) records = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      records = tenure_reader_load_many (reader, TENURE_RECORD_AGREEMENT, some, n, error);
      if (records == NULL)
        return NULL;
      for (guint i = 0; i < n; i++)
        append_row (text, snapshot, layout->places, some[i], records->pdata[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
