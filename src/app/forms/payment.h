#pragma once

#include "app/forms/form-model.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* An empty payment under @agreement, with what that says proposed: who is paid and in which currency. NULL with the errors
 * of tenure_reader_load(). Tests: tests/app/test-form-model.c. */
TenureDraft *tenure_payment_draft_new (TenureReader *reader, TenureId agreement, GError **error);

/* Looks up what the payment @draft is held against as it is entered: its agreement and what else was paid under it. Nothing
 * where it names no agreement, or that cannot be read. */
void tenure_payment_draft_look_up (TenureDraft *draft, TenureReader *reader);

G_END_DECLS
