#include "config.h"
#include "register/price-series.h"

#include "base/text.h"
#include "catalogue/price-series.h"
#include "store/edit.h"
#include "store/query.h"

#include "base/i18n.h"

/* --- What is there -------------------------------------------------------------------------------------------- */

/* The indexes of the document: their names as keys, and whether one is used unless an agreement says otherwise. */
typedef struct
{
  GHashTable *names;
  gboolean has_usual;
} Present;

static void
present_clear (Present *present)
{
  g_clear_pointer (&present->names, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Present, present_clear)

static gboolean
present_load (Present *present, TenureReader *reader, GError **error)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_PRICE_INDEX);
  g_autoptr (GArray) ids = tenure_query_run (query, reader, error);
  guint usual = tenure_record_field_index (TENURE_RECORD_PRICE_INDEX, "usual");

  present->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (TenureRecord) record =
          tenure_reader_load (reader, TENURE_RECORD_PRICE_INDEX, g_array_index (ids, TenureId, i), error);
      char *key = record != NULL ? tenure_text_dup_key (tenure_record_get_text_by_name (record, "name")) : NULL;

      if (record == NULL)
        return FALSE;
      if (key != NULL)
        g_hash_table_add (present->names, key);
      present->has_usual = present->has_usual || tenure_record_get_flag (record, usual) == 1;
    }
  return ids != NULL;
}

static gboolean
is_absent (const Present *present, const TenurePriceSeries *series)
{
  g_autofree char *key = tenure_text_dup_key (series->name);

  return !g_hash_table_contains (present->names, key);
}

static int
count_absent (const Present *present)
{
  int n = 0;

  for (guint i = 0; i < TENURE_N_PRICE_SERIES; i++)
    n += is_absent (present, tenure_price_series (i)) ? 1 : 0;
  return n;
}

int
tenure_price_series_count_absent (TenureReader *reader, GError **error)
{
  g_auto (Present) present = { NULL };

  return present_load (&present, reader, error) ? count_absent (&present) : -1;
}

/* --- Adding --------------------------------------------------------------------------------------------------- */

static gboolean
add_rate (TenureEdit *edit, TenureId index, const TenurePriceSeriesRate *rate, GError **error)
{
  g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_INDEX_RATE);
  TenureDay from = TENURE_DAY_NONE;

  tenure_day_parse_iso (rate->from, &from);
  tenure_record_set_reference (record, tenure_record_field_index (record->type, "price_index"), index);
  tenure_record_set_day (record, tenure_record_field_index (record->type, "from_day"), from);
  tenure_record_set_integer (record, tenure_record_field_index (record->type, "rate"), rate->rate_bp);
  tenure_record_set_text_by_name (record, "source", rate->source);
  return tenure_edit_insert (edit, record, error);
}

static gboolean
add_series (TenureEdit *edit, const TenurePriceSeries *series, gboolean usual, GError **error)
{
  g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_PRICE_INDEX);

  tenure_record_set_text_by_name (record, "name", series->name);
  tenure_record_set_text_by_name (record, "source", series->source);
  tenure_record_set_text_by_name (record, "notes", series->notes);
  tenure_record_set_flag (record, tenure_record_field_index (record->type, "usual"), usual ? 1 : 0);
  if (!tenure_edit_insert (edit, record, error))
    return FALSE;
  for (guint i = 0; i < TENURE_PRICE_SERIES_MAX_RATES && series->rates[i].from != NULL; i++)
    if (!add_rate (edit, record->id, &series->rates[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
add_absent (TenureEdit *edit, gpointer data, GError **error)
{
  const Present *present = data;

  for (guint i = 0; i < TENURE_N_PRICE_SERIES; i++)
    {
      const TenurePriceSeries *series = tenure_price_series (i);

      if (is_absent (present, series) && !add_series (edit, series, series->usual && !present->has_usual, error))
        return FALSE;
    }
  return TRUE;
}

int
tenure_price_series_add (TenureDocument *document, GError **error)
{
  g_auto (Present) present = { NULL };
  int n;

  g_return_val_if_fail (TENURE_IS_DOCUMENT (document), -1);

  if (!present_load (&present, tenure_document_get_reader (document), error))
    return -1;
  n = count_absent (&present);
  if (n > 0 && !tenure_document_edit (document, _ ("Add the usual price indexes"), add_absent, &present, error))
    return -1;
  return n;
}
