#include "config.h"
#include "app/still-there.h"

#include "base/i18n.h"

/* One that cannot be read counts as there: whoever reads it next says why not. */
static gboolean
is_there (TenureReader *reader, TenureRecordType type, TenureId id)
{
  gboolean there = FALSE;

  return !tenure_reader_has (reader, type, id, &there, NULL) || there;
}

GArray *
tenure_still_there (TenureWindow *window, TenureRecordType type, const TenureId *ids, gsize n)
{
  TenureReader *reader = tenure_document_get_reader (tenure_window_get_document (window));
  g_autoptr (GArray) there = g_array_new (FALSE, FALSE, sizeof (TenureId));

  for (gsize i = 0; i < n; i++)
    if (is_there (reader, type, ids[i]))
      g_array_append_val (there, ids[i]);
  if (there->len > 0)
    return g_steal_pointer (&there);
  tenure_window_toast (window, ngettext ("Nothing was done: the record was deleted meanwhile",
                                         "Nothing was done: the records were deleted meanwhile", n));
  return NULL;
}

gboolean
tenure_is_still_there (TenureWindow *window, TenureRecordType type, TenureId id)
{
  g_autoptr (GArray) there = tenure_still_there (window, type, &id, 1);

  return there != NULL;
}
