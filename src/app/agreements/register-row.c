#include "app/agreements/register-row-private.h"

struct _TenureRegisterRow
{
  GObject parent_instance;

  TenureRegisterModel *model; /* not owned; NULL once it is gone */
  TenureId id;
  guint agreement;
  TenureRecord *record; /* loaded when a field column is first looked at */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (TenureRegisterRow, tenure_register_row, G_TYPE_OBJECT)

static void
tenure_register_row_finalize (GObject *object)
{
  TenureRegisterRow *self = TENURE_REGISTER_ROW (object);

  g_clear_pointer (&self->record, tenure_record_free);
  G_OBJECT_CLASS (tenure_register_row_parent_class)->finalize (object);
}

static void
tenure_register_row_class_init (TenureRegisterRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenure_register_row_finalize;
  changed_signal =
      g_signal_new ("changed", TENURE_TYPE_REGISTER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenure_register_row_init (TenureRegisterRow *self)
{
}

TenureRegisterRow *
tenure_register_row_new (TenureRegisterModel *model, TenureId id, guint agreement)
{
  TenureRegisterRow *self = g_object_new (TENURE_TYPE_REGISTER_ROW, NULL);

  self->model = model;
  self->id = id;
  self->agreement = agreement;
  return self;
}

void
tenure_register_row_renew (TenureRegisterRow *self, TenureId id, guint agreement)
{
  self->id = id;
  self->agreement = agreement;
  g_clear_pointer (&self->record, tenure_record_free);
}

void
tenure_register_row_tell (TenureRegisterRow *self)
{
  g_signal_emit (self, changed_signal, 0);
}

void
tenure_register_row_take_record (TenureRegisterRow *self, TenureRecord *record)
{
  g_clear_pointer (&self->record, tenure_record_free);
  self->record = record;
}

const TenureRecord *
tenure_register_row_peek_record (TenureRegisterRow *self)
{
  return self->record;
}

void
tenure_register_row_orphan (TenureRegisterRow *self)
{
  self->model = NULL;
}

TenureId
tenure_register_row_get_id (TenureRegisterRow *self)
{
  g_return_val_if_fail (TENURE_IS_REGISTER_ROW (self), TENURE_ID_NONE);

  return self->id;
}

gboolean
tenure_register_row_is_computed (TenureRegisterRow *self)
{
  g_return_val_if_fail (TENURE_IS_REGISTER_ROW (self), FALSE);

  return self->model != NULL && self->agreement != G_MAXUINT;
}

guint
tenure_register_row_get_agreement (TenureRegisterRow *self)
{
  g_return_val_if_fail (TENURE_IS_REGISTER_ROW (self), 0);

  return self->agreement;
}

char *
tenure_register_row_dup_text (TenureRegisterRow *self, const TenureRegisterColumn *column)
{
  g_return_val_if_fail (TENURE_IS_REGISTER_ROW (self), NULL);

  if (self->model == NULL)
    return NULL;
  if (column->field < 0 && !tenure_register_row_is_computed (self))
    return NULL;
  if (column->field < 0)
    return column->dup_text (tenure_register_model_get_snapshot (self->model), self->agreement);
  if (self->record == NULL && tenure_register_model_lend_record (self->model, self) == NULL)
    return NULL;
  return tenure_record_dup_label (self->record, (guint) column->field);
}

TenureLevel
tenure_register_row_get_level (TenureRegisterRow *self)
{
  g_return_val_if_fail (TENURE_IS_REGISTER_ROW (self), TENURE_LEVEL_NONE);

  if (!tenure_register_row_is_computed (self))
    return TENURE_LEVEL_NONE;
  return tenure_basis_get_flags (tenure_snapshot_get_basis (tenure_register_model_get_snapshot (self->model)))
      ->agreement_levels[self->agreement];
}
