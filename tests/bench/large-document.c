#include "large-document.h"

#include "store/document.h"
#include "store/edit.h"

#define ORGANISATIONS 2000

static gboolean
insert_organisations (TenureEdit *edit, TenureId *ids, GError **error)
{
  g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_ORGANISATION);
  guint vcs = tenure_record_field_index (TENURE_RECORD_ORGANISATION, "vcs");

  for (guint i = 0; i < ORGANISATIONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Organisation %u", i);

      tenure_record_clear (record);
      tenure_record_set_text_by_name (record, "name", name);
      tenure_record_set_flag (record, vcs, i % 4 != 0);
      if (!tenure_edit_insert (edit, record, error))
        return FALSE;
      ids[i] = record->id;
    }
  return TRUE;
}

static gboolean
fill (TenureEdit *edit, gpointer data, GError **error)
{
  static const char *const services[] = { "Advice", "Carers", "Housing", "Befriending", "Transport", "Mental health" };
  g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_AGREEMENT);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  TenureId *ids = g_newa (TenureId, ORGANISATIONS);
  guint provider = tenure_record_field_index (TENURE_RECORD_AGREEMENT, "provider");
  guint start = tenure_record_field_index (TENURE_RECORD_AGREEMENT, "start");
  guint end = tenure_record_field_index (TENURE_RECORD_AGREEMENT, "end");
  guint value = tenure_record_field_index (TENURE_RECORD_AGREEMENT, "value");

  if (!tenure_edit_begin_bulk (edit, error) || !insert_organisations (edit, ids, error))
    return FALSE;
  for (guint i = 0; i < BENCH_AGREEMENTS; i++)
    {
      g_autofree char *title = g_strdup_printf ("%s %u", services[i % G_N_ELEMENTS (services)], i);
      TenureDay first = tenure_day_today () - g_rand_int_range (rand, 0, 3650);

      tenure_record_clear (record);
      tenure_record_set_text_by_name (record, "title", title);
      tenure_record_set_text_by_name (record, "service", services[i % G_N_ELEMENTS (services)]);
      tenure_record_set_text_by_name (record, "kind", i % 3 == 0 ? "contract" : "grant");
      tenure_record_set_text_by_name (record, "currency", "GBP");
      tenure_record_set_text_by_name (record, "value_basis", "total");
      tenure_record_set_reference (record, provider, ids[i % ORGANISATIONS]);
      tenure_record_set_day (record, start, first);
      tenure_record_set_day (record, end, tenure_day_add_months (first, g_rand_int_range (rand, 6, 60)) - 1);
      tenure_record_set_money (record, value, g_rand_int_range (rand, 100000, 50000000));
      if (!tenure_edit_insert (edit, record, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
bench_make_large_document (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (TenureDocument) document = tenure_document_new (folder, error);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean made;

  if (document == NULL)
    return FALSE;
  made = tenure_document_edit (document, "Fill", fill, NULL, error)
         && tenure_document_save_as (document, file, NULL, error);
  tenure_document_close (document, TRUE);
  return made;
}
