#pragma once

#include "app/agreements/register-model.h"

G_BEGIN_DECLS

/* @agreement: the index in the snapshot's facts; G_MAXUINT when it has none. */
TenureRegisterRow *tenure_register_row_new (TenureRegisterModel *model, TenureId id, guint agreement);

/* The row stands for a record of a new snapshot, mostly the same as before: forgets what it loaded. */
void tenure_register_row_renew (TenureRegisterRow *self, TenureId id, guint agreement);

/* Says that it may show something else. */
void tenure_register_row_tell (TenureRegisterRow *self);

/* The record of a row, loaded with its neighbours; NULL when it cannot be read. Lent. */
const TenureRecord *tenure_register_model_lend_record (TenureRegisterModel *self, TenureRegisterRow *row);
void tenure_register_row_take_record (TenureRegisterRow *self, TenureRecord *record);
const TenureRecord *tenure_register_row_peek_record (TenureRegisterRow *self);

/* The model goes: rows that a widget still holds have nothing to ask any more. */
void tenure_register_row_orphan (TenureRegisterRow *self);

G_END_DECLS
