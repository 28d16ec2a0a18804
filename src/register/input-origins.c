#include "config.h"
#include "register/input-origins.h"

#include "base/day.h"
#include "base/error.h"
#include "base/i18n.h"
#include "store/field-origin.h"
#include "store/origin.h"

#include <string.h>

/* Most lines of an explanation are about one record. */
typedef struct
{
  TenureReader *reader;
  TenureRecordType type;
  TenureId id;
  GArray *origins; /* TenureFieldOrigin of that record; NULL where it is no longer there */
} Finding;

/* "from register.xlsx, sheet Contracts, row 14"; NULL where the log has lost it. */
static char *
dup_source (TenureReader *reader, TenureId id)
{
  g_autoptr (TenureOriginRow) row = tenure_origin_load_row (reader, id, NULL);

  if (row == NULL || row->import == NULL || row->import->file == NULL)
    return NULL;
  return row->import->sheet != NULL
             /* Translators: where a value was imported from: a file, a sheet in it, the number of the row. */
             ? g_strdup_printf (_ ("from %1$s, sheet %2$s, row %3$u"), row->import->file, row->import->sheet, row->row)
             /* Translators: where a value was imported from: a file and the number of the row. */
             : g_strdup_printf (_ ("from %1$s, row %2$u"), row->import->file, row->row);
}

static char *
dup_entered (const TenureFieldOrigin *origin)
{
  g_autofree char *iso = origin->at != NULL ? g_strndup (origin->at, strlen ("2026-11-21")) : NULL;
  g_autofree char *label = NULL;
  TenureDay day;

  if (iso == NULL || !tenure_day_parse_iso (iso, &day))
    return NULL;
  label = tenure_day_dup_label (day);
  /* Translators: when a value was typed or chosen by somebody. */
  return g_strdup_printf (_ ("entered on %s"), label);
}

static gboolean
look_at (Finding *finding, const TenureExplanationInput *input, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (finding->type == input->type && finding->id == input->record)
    return TRUE;
  g_clear_pointer (&finding->origins, g_array_unref);
  finding->type = input->type;
  finding->id = input->record;
  finding->origins = tenure_field_origins_find (finding->reader, input->type, input->record, &failure);
  if (finding->origins != NULL || g_error_matches (failure, TENURE_ERROR, TENURE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
is_recorded (Finding *finding, guint field)
{
  g_autoptr (TenureRecord) record = tenure_reader_load (finding->reader, finding->type, finding->id, NULL);

  return record != NULL && tenure_record_is_known (record, field);
}

static char *
dup_origin (Finding *finding, guint field)
{
  const TenureFieldOrigin *origin;
  char *source;

  if (finding->origins == NULL)
    return NULL;
  origin = &g_array_index (finding->origins, TenureFieldOrigin, field);
  if (origin->seq == 0)
    return is_recorded (finding, field) ? NULL : g_strdup (_ ("worked out"));
  source = origin->row != TENURE_ID_NONE ? dup_source (finding->reader, origin->row) : NULL;
  return source != NULL || origin->row != TENURE_ID_NONE ? source : dup_entered (origin);
}

GPtrArray *
tenure_input_origins_find (TenureReader *reader, const GArray *lines, GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  Finding finding = { .reader = reader, .type = TENURE_RECORD_NONE };

  g_return_val_if_fail (reader != NULL && lines != NULL, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const TenureExplanationInput *input = &g_array_index (lines, TenureExplanationLine, i).input;
      char *origin = NULL;

      if (input->derived)
        origin = g_strdup (_ ("worked out"));
      else if (input->field != NULL)
        {
          if (!look_at (&finding, input, error))
            {
              g_clear_pointer (&finding.origins, g_array_unref);
              return NULL;
            }
          origin = dup_origin (&finding, tenure_record_field_index (input->type, input->field));
        }
      g_ptr_array_add (words, origin);
    }
  g_clear_pointer (&finding.origins, g_array_unref);
  return g_steal_pointer (&words);
}
