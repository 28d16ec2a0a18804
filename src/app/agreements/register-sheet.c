#include "config.h"
#include "app/agreements/register-sheet.h"

#include "base/i18n.h"

/* Records read in one go. */
#define CHUNK 1000

static const TenureField *
field_of (const TenureRegisterColumn *column)
{
  return &tenure_record_def (TENURE_RECORD_AGREEMENT)->fields[column->field];
}

static void
add_columns (TenureCells *cells, const GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      const TenureRegisterColumn *column = g_array_index (places, TenureRegisterPlace, i).column;
      const char *unit = column->unit;

      if (column->field >= 0)
        {
          TenureFieldType type = field_of (column)->type;

          unit = type == TENURE_FIELD_SHARE || type == TENURE_FIELD_RATE ? "%" : field_of (column)->unit;
        }
      tenure_cells_add_column (cells, column->title, unit != NULL ? _ (unit) : NULL);
    }
}

static void
add_label (TenureCells *cells, const TenureRecord *record, guint field)
{
  g_autofree char *label = tenure_record_dup_label (record, field);

  tenure_cells_add_text (cells, label);
}

static void
add_integer (TenureCells *cells, const TenureRecord *record, guint field, gint64 number)
{
  TenureMoney money;

  switch ((int) tenure_record_def (record->type)->fields[field].type)
    {
    case TENURE_FIELD_MONEY:
      if (tenure_record_get_money (record, field, &money))
        tenure_cells_add_money (cells, money);
      else
        tenure_cells_add_text (cells, NULL);
      break;
    case TENURE_FIELD_NUMBER:
      tenure_cells_add_number (cells, number, 0);
      break;
    case TENURE_FIELD_DECIMAL:
    case TENURE_FIELD_SHARE:
    case TENURE_FIELD_RATE:
      tenure_cells_add_number (cells, number, 2);
      break;
    default:
      add_label (cells, record, field);
    }
}

/* A day that is written another way stays text, as it is on screen. */
static void
add_field (TenureCells *cells, const TenureRecord *record, guint field)
{
  const TenureValue *value = tenure_record_get (record, field);
  TenureDay day;

  if (value->kind == TENURE_VALUE_INTEGER)
    add_integer (cells, record, field, value->integer);
  else if (value->kind == TENURE_VALUE_TEXT && tenure_record_def (record->type)->fields[field].type == TENURE_FIELD_DAY
           && tenure_day_parse_iso (value->text, &day))
    tenure_cells_add_day (cells, day, NULL);
  else
    add_label (cells, record, field);
}

static void
add_computed (TenureCells *cells, const TenureSnapshot *snapshot, const TenureRegisterColumn *column, TenureId id)
{
  int agreement = -1;
  g_autofree char *text = NULL;

  if (snapshot != NULL)
    agreement = tenure_basis_find (tenure_snapshot_get_basis (snapshot), TENURE_RECORD_AGREEMENT, id);
  if (agreement >= 0 && column->add_cell != NULL)
    {
      column->add_cell (snapshot, (guint) agreement, cells);
      return;
    }
  text = agreement >= 0 ? column->dup_text (snapshot, (guint) agreement) : NULL;
  tenure_cells_add_text (cells, text);
}

/* @record NULL: it is not there any more. */
static void
add_row (TenureCells *cells, const TenureSnapshot *snapshot, const GArray *places, TenureId id, const TenureRecord *record)
{
  for (guint i = 0; i < places->len; i++)
    {
      const TenureRegisterColumn *column = g_array_index (places, TenureRegisterPlace, i).column;

      if (column->field < 0)
        add_computed (cells, snapshot, column, id);
      else if (record != NULL)
        add_field (cells, record, (guint) column->field);
      else
        tenure_cells_add_text (cells, NULL);
    }
}

TenureCells *
tenure_register_sheet (const TenureSnapshot *snapshot,
                       const TenureRegisterLayout *layout,
                       const GArray *ids,
                       TenureReader *reader,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (TenureCells) cells = tenure_cells_new ();

  g_return_val_if_fail (layout != NULL && ids != NULL && reader != NULL, NULL);

  add_columns (cells, layout->places);
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
        add_row (cells, snapshot, layout->places, some[i], records->pdata[i]);
    }
  return g_steal_pointer (&cells);
}
