#pragma once

#include "app/agreements/register-model.h"

G_BEGIN_DECLS

TenureRegisterRow *tenure_register_row_new (TenureRegisterModel *model, TenureId id, guint agreement);

/* The row stands for the same record in a new snapshot: forgets what it loaded and says so. */
void tenure_register_row_refresh (TenureRegisterRow *self, guint agreement);

/* The record of a row, loaded with its neighbours; NULL when it cannot be read. Lent. */
const TenureRecord *tenure_register_model_lend_record (TenureRegisterModel *self, TenureRegisterRow *row);
void tenure_register_row_take_record (TenureRegisterRow *self, TenureRecord *record);
const TenureRecord *tenure_register_row_peek_record (TenureRegisterRow *self);

/* The model goes: rows that a widget still holds have nothing to ask any more. */
void tenure_register_row_orphan (TenureRegisterRow *self);

G_END_DECLS
