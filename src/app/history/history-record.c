#include "config.h"
#include "app/history/history-record.h"

#include "app/history/history-label.h"
#include "app/history/history-words.h"
#include "store/history.h"

#include "base/i18n.h"

static const TenureHistoryEntry *
find_entry (const GPtrArray *entries, gint64 seq)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const TenureHistoryEntry *entry = entries->pdata[i];

      if (entry->seq == seq)
        return entry;
    }
  return NULL;
}

/* "21 Nov 2026, Robin – Yearly income: £1 → £2", or what the step was called that brought the record. */
static char *
dup_change_line (const TenureFieldChange *change, const TenureHistoryEntry *entry)
{
  g_autofree char *day = entry != NULL ? tenure_history_dup_day (entry) : NULL;
  const char *author = entry != NULL && entry->author != NULL ? entry->author : _ ("nobody named");
  g_autofree char *values = NULL;

  if (day == NULL)
    day = g_strdup (_ ("on an unknown day"));
  if (change->deleted)
    /* Translators: a day, a person, and what the step was called that took the record away. */
    return g_strdup_printf (_ ("%1$s, %2$s – deleted by “%3$s”"), day, author, entry != NULL ? entry->label : "");
  if (change->inserted)
    /* Translators: a day, a person, and what the step was called that brought the record. */
    return g_strdup_printf (_ ("%1$s, %2$s – added by “%3$s”"), day, author, entry != NULL ? entry->label : "");
  values = tenure_history_dup_change (change);
  /* Translators: a day, a person, a field, and its old and new value. */
  return g_strdup_printf (_ ("%1$s, %2$s – %3$s: %4$s"), day, author,
                          _ (tenure_record_def (change->type)->fields[change->field].label), values);
}

/* A record that came with a step is one line, not one for each of its fields. */
GPtrArray *
tenure_history_list_record (
    TenureReader *reader, TenureRecordType type, TenureId id, guint max, gboolean *out_more, GError **error)
{
  g_autoptr (GPtrArray) entries = tenure_history_list (reader, 0, error);
  g_autoptr (GPtrArray) changes = entries != NULL ? tenure_history_load_record (reader, type, id, error) : NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  gboolean more = FALSE;
  gint64 told = -1;

  for (guint i = 0; changes != NULL && i < changes->len && !more; i++)
    {
      TenureFieldChange *change = changes->pdata[i];

      if ((change->inserted || change->deleted) && change->seq == told)
        continue;
      more = lines->len == max;
      tenure_history_change_put_in_words (change, reader);
      if (!more)
        g_ptr_array_add (lines, dup_change_line (change, find_entry (entries, change->seq)));
      told = change->seq;
    }
  if (changes == NULL)
    return NULL;
  if (out_more != NULL)
    *out_more = more;
  return g_steal_pointer (&lines);
}
